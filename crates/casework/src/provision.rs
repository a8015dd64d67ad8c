//! The wording of provisions, as an office keeps it: its own library, from which drafters take it into requests.
//!
//! The program carries no law of any state. What stands here an officer has signed, with the source and with who
//! compared it; a newer wording is added beside the one before, and what was wrong is removed, with the reason.

use std::collections::BTreeMap;

use comity_record::entry::{Content, Statement};
use comity_record::{Country, EntryId, Language, OfficerId};
use comity_request::{MAX_CHARS, Value};
use comity_store::Store;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::approval::{officer, only_reference};
use crate::body::{Body as _, office_journal, read_body};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::{self, Refusal};

/// The role of the reference to the entry that added what is removed.
const REMOVES: &str = "removes";

/// Provisions of one office. The codes of seven states, article by article in two languages, are fewer.
pub const MAX_PROVISIONS: usize = 20_000;

/// The wording of a provision in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Whose law it is.
    pub country: Country,
    /// The statute, as requests name it.
    pub statute: String,
    /// The article, as requests name it: `article 278`.
    pub article: String,
    /// The language of the wording and of the names.
    pub language: Language,
    /// The wording.
    pub text: String,
    /// Where it was taken from: the official gazette, the register of laws.
    pub source: String,
    /// The day as of which it reads so.
    pub as_of: Date,
    /// Who compared it with the source: name and function.
    pub confirmed_by: String,
}

impl Provision {
    /// Statute and article, as an offence of a request names its provision.
    pub fn name(&self) -> String {
        format!("{}, {}", self.statute, self.article)
    }

    fn check(&self) -> Result<(), Refusal> {
        refusal::name("statute", &self.statute)?;
        refusal::name("article", &self.article)?;
        refusal::text("text", &self.text)?;
        refusal::name("source", &self.source)?;
        refusal::name("confirmed-by", &self.confirmed_by)?;
        if self.text.chars().count() > MAX_CHARS {
            return Err(Refusal::Body(format!("the wording has more than {MAX_CHARS} letters")));
        }
        Ok(())
    }
}

/// An officer puts the wording of a provision into the library of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvisionAdded {
    /// The provision.
    pub provision: Provision,
}

/// An officer takes the wording that the entry referred to as `removes` added out of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvisionRemoved {
    /// Why.
    pub reason: String,
}

/// An entry about the library.
pub(crate) enum Step {
    Added(ProvisionAdded),
    Removed(ProvisionRemoved),
}

impl Step {
    /// The step of an entry, if it is one about the library.
    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        Ok(match statement.kind.as_str() {
            ProvisionAdded::KIND => read_body(statement, content)?.map(Self::Added),
            ProvisionRemoved::KIND => read_body(statement, content)?.map(Self::Removed),
            _ => None,
        })
    }
}

/// A provision of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptProvision {
    /// The entry that added it.
    pub entry: EntryId,
    /// Who signed that.
    pub by: OfficerId,
    /// The provision.
    pub provision: Provision,
}

/// The library of an office, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct Provisions(BTreeMap<EntryId, KeptProvision>);

impl Provisions {
    /// All provisions: by state, statute, article, language and day.
    pub fn all(&self) -> Vec<&KeptProvision> {
        let mut all: Vec<&KeptProvision> = self.0.values().collect();
        let order = |kept: &KeptProvision| {
            let Provision { country, statute, article, language, as_of, .. } = &kept.provision;
            (country.to_string(), statute.clone(), article.clone(), language.to_string(), *as_of)
        };
        all.sort_by_cached_key(|kept| order(kept));
        all
    }

    /// The newest wording of a provision that a request in this language names so. Capitals, spaces and punctuation do
    /// not tell names apart; everything else does.
    pub fn wording(&self, country: Country, name: &str, language: &Language) -> Option<&KeptProvision> {
        let name = folded(name);
        let fits = |kept: &&KeptProvision| {
            let Provision { country: of, language: written, .. } = &kept.provision;
            *of == country && written == language && folded(&kept.provision.name()) == name
        };
        self.0.values().filter(fits).max_by_key(|kept| (kept.provision.as_of, kept.entry))
    }

    /// Whether an entry about the library is admitted.
    pub(crate) fn check(&self, statement: &Statement, step: &Step) -> Result<(), Refusal> {
        match step {
            Step::Added(ProvisionAdded { provision }) => self.check_added(provision),
            Step::Removed(ProvisionRemoved { reason }) => {
                refusal::text("reason", reason)?;
                let entry = only_reference(statement, REMOVES)?;
                self.0.get(&entry).map(drop).ok_or(Refusal::UnknownEntry(entry))
            }
        }
    }

    fn check_added(&self, provision: &Provision) -> Result<(), Refusal> {
        provision.check()?;
        if self.0.len() >= MAX_PROVISIONS {
            return Err(Refusal::Body(format!("the library has {MAX_PROVISIONS} provisions")));
        }
        let same = self.0.values().any(|kept| kept.provision == *provision);
        if same { Err(Refusal::Exists("provision")) } else { Ok(()) }
    }

    /// Takes in an entry that [`Self::check`] admitted.
    pub(crate) fn apply(&mut self, entry: EntryId, statement: &Statement, step: Step) -> Result<(), Refusal> {
        match step {
            Step::Added(ProvisionAdded { provision }) => {
                let by = officer(statement)?;
                self.0.insert(entry, KeptProvision { entry, by, provision });
            }
            Step::Removed(_) => drop(self.0.remove(&only_reference(statement, REMOVES)?)),
        }
        Ok(())
    }
}

/// A name without regard to capitals, spaces and signs. The words stay apart: article 24.1 is not article 241.
fn folded(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

impl<S: Store> Casework<S> {
    /// Puts the wording of a provision into the library of the office.
    ///
    /// # Errors
    /// Fails for a wording that is there already, that is longer than a request takes, or of a day that is yet to come.
    pub async fn add_provision(
        &self,
        session: &Session,
        provision: Provision,
    ) -> Result<Receipt, CaseworkError> {
        let journal = office_journal(session.office());
        self.may_since(session, journal, ProvisionAdded::KIND)?;
        self.has_begun(provision.as_of)?;
        self.record(session, journal, &ProvisionAdded { provision }, With::default()).await
    }

    /// Takes a wording out of the library, by the entry that added it. Requests that took it keep it.
    ///
    /// # Errors
    /// Fails for an entry that added nothing which is there.
    pub async fn remove_provision(
        &self,
        session: &Session,
        entry: EntryId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let journal = office_journal(session.office());
        self.may_since(session, journal, ProvisionRemoved::KIND)?;
        let with = With::reference(REMOVES, entry);
        self.record(session, journal, &ProvisionRemoved { reason }, with).await
    }

    /// The library of the officer's office.
    ///
    /// # Errors
    /// Fails when the officer may not read the office's journal.
    pub fn provisions(&self, session: &Session) -> Result<Vec<KeptProvision>, CaseworkError> {
        self.may(session, office_journal(session.office()), "office.read")?;
        let state = self.state();
        Ok(state.office(session.office())?.provisions.all().into_iter().cloned().collect())
    }

    /// Puts the wordings of the library to the offences that name a provision of the own state without its wording.
    /// Gives what was taken.
    ///
    /// # Errors
    /// Fails when the officer may not read the office's journal.
    pub fn take_wordings(
        &self,
        session: &Session,
        language: &Language,
        values: &mut BTreeMap<String, Value>,
    ) -> Result<Vec<KeptProvision>, CaseworkError> {
        self.may(session, office_journal(session.office()), "office.read")?;
        let state = self.state();
        let office = state.office(session.office())?;
        let mut taken = vec![];
        for value in values.values_mut() {
            let items = match value {
                Value::List(items) => items.as_mut_slice(),
                one => std::slice::from_mut(one),
            };
            for item in items {
                let Value::Offence(offence) = item else { continue };
                let kept = office.provisions.wording(office.country, &offence.provision, language);
                if let Some(kept) = kept.filter(|_| offence.text.trim().is_empty()) {
                    offence.text.clone_from(&kept.provision.text);
                    taken.push(kept.clone());
                }
            }
        }
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_is_filled_up_to_its_limit() {
        let provision = |article: usize| Provision {
            country: "TJ".parse().unwrap(),
            statute: "Exercise Code".into(),
            article: format!("article {article}"),
            language: "en".parse().unwrap(),
            text: "Words.".into(),
            source: "Exercise gazette".into(),
            as_of: "2026-01-01".parse().unwrap(),
            confirmed_by: "A. Exercise".into(),
        };
        let mut library = Provisions::default();
        for article in 0..MAX_PROVISIONS {
            if article + 1 == MAX_PROVISIONS {
                assert_eq!(library.check_added(&provision(article)), Ok(()));
            }
            let entry = EntryId::of(&article.to_be_bytes());
            let by = OfficerId::from_bytes([1; 16]);
            library.0.insert(entry, KeptProvision { entry, by, provision: provision(article) });
        }
        assert!(matches!(library.check_added(&provision(MAX_PROVISIONS)), Err(Refusal::Body(_))));
    }

    #[test]
    fn an_article_is_not_another_one_whose_signs_are_left_out() {
        assert_eq!(folded("EXERCISE  Code, article 24-1"), folded("Exercise Code article 24.1"));
        assert_ne!(folded("Exercise Code, article 24.1"), folded("Exercise Code, article 241"));
    }
}
