//! Handling: under which conditions an entry may be used, shown and passed on.
//!
//! Whole from the first day, because a condition that was not recorded when the information arrived cannot be
//! found again. Who gave it decides; the software only holds to it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::place::Country;
use crate::token::Token;

/// How far an entry may travel, from the practice of police message exchange (codes H0 to H3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HandlingCode {
    /// May be used for the purposes named, nothing further.
    H0,
    /// Not to be used as evidence without the originator's permission.
    H1,
    /// Not to be passed on without the originator's permission.
    H2,
    /// Other conditions, told in words beside the entry.
    H3,
}

/// Whether the originator lets an entry go further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Onward {
    /// To the recipients named, without asking again.
    Permitted,
    /// Only after the originator has consented to this recipient and purpose.
    WithConsent,
    /// Not at all.
    Forbidden,
}

/// What the entry may serve as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// A lead; it may not be shown to a court.
    Intelligence,
    /// May be shown to a court.
    Evidence,
}

/// The state and authority whose information this is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The state.
    pub country: Country,
    /// The authority, as it calls itself.
    pub authority: String,
}

/// The conditions of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    /// Whose information it is.
    pub origin: Origin,
    /// How far it may travel.
    pub code: HandlingCode,
    /// For what it may be used. Empty: for nothing beyond the case itself.
    pub purposes: Vec<Token>,
    /// To which states it may go. Empty: to none.
    pub recipients: Vec<Country>,
    /// Whether it may go further from there.
    pub onward: Onward,
    /// What it may serve as.
    #[serde(rename = "use")]
    pub use_as: Use,
    /// The last day on which it may be kept, if one is set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub retain_until: Option<Date>,
}

impl Handling {
    /// What an office's own work starts with: evidence, for investigation and prosecution, to go nowhere
    /// without a further decision.
    pub fn own_work(origin: Origin) -> Self {
        let word = |text: &str| text.parse().expect("a literal word");
        Self {
            origin,
            code: HandlingCode::H0,
            purposes: vec![word("criminal-investigation"), word("prosecution")],
            recipients: vec![],
            onward: Onward::WithConsent,
            use_as: Use::Evidence,
            retain_until: None,
        }
    }

    /// Whether these conditions let the entry go to an authority of `country` for `purpose`.
    pub fn permits(&self, country: Country, purpose: &Token) -> bool {
        self.onward != Onward::Forbidden
            && self.recipients.contains(&country)
            && self.purposes.contains(purpose)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_work_goes_nowhere_until_someone_decides() {
        let kz = "KZ".parse().unwrap();
        let uz = "UZ".parse().unwrap();
        let mut handling = Handling::own_work(Origin { country: kz, authority: "exercise".into() });
        let purpose = "prosecution".parse().unwrap();
        assert!(!handling.permits(uz, &purpose));
        handling.recipients.push(uz);
        assert!(handling.permits(uz, &purpose));
        assert!(!handling.permits(uz, &"taxation".parse().unwrap()));
        handling.onward = Onward::Forbidden;
        assert!(!handling.permits(uz, &purpose));
    }
}
