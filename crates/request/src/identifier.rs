//! What names an account, a device or a place on a ledger, and what can be said of it without asking anybody.

use comity_record::ActTime;
use serde::{Deserialize, Serialize};

/// The kinds of identifier that prints have words for, as `request-identifier-<kind>`. Another kind is printed as it
/// is written.
pub const IDENTIFIER_KINDS: &[&str] = &[
    "address",
    "transaction",
    "account",
    "e-mail",
    "ip",
    "iban",
    "domain",
    "telephone",
    "url",
    "card",
    "imei",
    "mac",
];

/// The kind of identifier that names a subscriber only together with a moment.
pub(crate) const IP: &str = "ip";

/// Something that names an account or a place on a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// One of [`IDENTIFIER_KINDS`], or a word of the drafter.
    pub kind: String,
    /// The chain or platform: `bitcoin`, or the name of the service.
    #[serde(default)]
    pub network: String,
    /// The text, exactly.
    pub text: String,
    /// The moment at which it was seen in use, with the offset of the log that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<ActTime>,
    /// The port from which an IP address was used: customers of a provider who share the address are told apart by it
    /// (RFC 6302).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
}

impl Identifier {
    /// An identifier without a moment.
    pub fn new(kind: &str, network: &str, text: &str) -> Self {
        let (kind, network, text) = (kind.to_owned(), network.to_owned(), text.to_owned());
        Self { kind, network, text, at: None, port: None }
    }
}

/// What was found out about an identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierVerdict {
    /// Its checksum fits.
    Verified,
    /// It is well formed; its kind has no checksum.
    WellFormed,
    /// It may be what it says it is, and a person must look.
    Doubtful(IdentifierDoubt),
    /// It is not what it says it is.
    Wrong(IdentifierFault),
    /// Nobody here can check this kind.
    NotChecked,
}

/// Why an identifier is not what it says it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum IdentifierFault {
    /// It does not have the form of its kind.
    Form,
    /// It has more or fewer signs than its kind has.
    Length {
        /// Signs of its kind.
        expected: usize,
        /// Signs that it has.
        found: usize,
    },
    /// Only its checksum does not fit.
    Checksum,
    /// It is an address of these ledgers, and not of the one that is named.
    OtherLedger(Vec<String>),
    /// It is an address of another network of the ledger: of a test network, or of the main one.
    OtherNetwork(String),
}

/// Why a person must look at an identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum IdentifierDoubt {
    /// It can be an address of these ledgers, and none is named.
    LedgerMissing(Vec<String>),
    /// The platform of that name does not write names of accounts so, as far as is known.
    AccountForm(String),
    /// It is an account number of a state of which no form is known.
    StateUnknown(String),
    /// It has letters of several scripts that look alike; in the DNS it is spelled so.
    MixedScript(String),
    /// It is an address that many networks use for themselves.
    Local,
}

/// Checks identifiers. The engines that know chains fulfil it; `casework` hands it in.
pub trait IdentifierCheck {
    /// What can be said of `identifier` without asking anybody.
    fn check(&self, identifier: &Identifier) -> IdentifierVerdict;

    /// The text as it may stand in a remark. What names an account that can be emptied by its number is masked.
    fn shown(&self, identifier: &Identifier) -> String {
        identifier.text.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_before_moments_were_is_read_and_written_alike() {
        let before = r#"{"kind":"ip","network":"","text":"192.0.2.1"}"#;
        let read: Identifier = serde_json::from_str(before).unwrap();
        assert_eq!(read, Identifier::new("ip", "", "192.0.2.1"));
        assert_eq!(serde_json::to_string(&read).unwrap(), before);
        let at = "2026-09-01T10:00:00+05:00[Asia/Dushanbe]".parse().unwrap();
        let now = Identifier { at: Some(at), port: Some(51_000), ..read };
        let text = serde_json::to_string(&now).unwrap();
        assert_eq!(serde_json::from_str::<Identifier>(&text).unwrap(), now);
    }
}
