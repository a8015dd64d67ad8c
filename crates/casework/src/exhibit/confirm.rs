//! The second signature under an act of custody: whose it is, and where it is missing.

use comity_evidence::custody::Party;
use comity_record::entry::{Author, Reference};
use comity_record::{ActTime, CaseId, EntryId};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// The other person of an act confirms it by his own signature. The entry refers to the act as `confirms`, and to the
/// exhibit as `exhibit`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyConfirmed {
    /// What he has to say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Body for CustodyConfirmed {
    const KIND: &'static str = "exhibit.custody-confirmed";
}

/// The second signature under an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The entry.
    pub entry: EntryId,
    /// Who signed, as the office calls him.
    pub by: Party,
    /// When.
    pub at: ActTime,
    /// What he had to say about it.
    pub note: Option<String>,
}

impl<S: Store> Casework<S> {
    /// Confirms an act by a second signature: of the person named in it who has not recorded it.
    ///
    /// # Errors
    /// Says why it was not taken: the officer recorded the act himself, confirmed it before, or is neither the one who
    /// gave the exhibit nor the one who took it.
    pub async fn confirm_custody(
        &self,
        session: &Session,
        case: CaseId,
        act: EntryId,
        note: Option<String>,
    ) -> Result<Receipt, CaseworkError> {
        self.may(session, case, CustodyConfirmed::KIND)?;
        let exhibits = self.exhibits(session, case).await?;
        let found = exhibits.iter().find_map(|exhibit| {
            let (_, recorded) = exhibit.acts.iter().find(|(entry, _)| *entry == act)?;
            Some((exhibit.entry, recorded))
        });
        let (exhibit, recorded) = found.ok_or(Refusal::UnknownEntry(act))?;
        let own = self.party(session)?;
        let is_own = |party: &Party| (&party.name, &party.organisation) == (&own.name, &own.organisation);
        if ![&recorded.giver, &recorded.taker].into_iter().flatten().any(is_own) {
            return Err(Refusal::NotOfAct { officer: own.name }.into());
        }
        let refs = [("confirms", act), ("exhibit", exhibit)]
            .map(|(role, entry)| Reference { role: role.parse().expect("a literal word"), entry });
        let with = With { refs: refs.to_vec(), ..With::default() };
        self.record(session, case, &CustodyConfirmed { note }, with).await
    }

    /// The officer, as the record of custody names him.
    pub(super) fn party(&self, session: &Session) -> Result<Party, CaseworkError> {
        let state = self.state();
        let office = state.office(session.office())?;
        let officer = office.officers.get(&session.officer());
        let name = officer.ok_or(Refusal::UnknownOfficer(session.officer()))?.name.clone();
        Ok(Party { name, role: None, organisation: office.name.clone() })
    }

    /// Who signed an entry, as the office calls him.
    pub(crate) fn named(&self, session: &Session, author: &Author) -> Result<Party, CaseworkError> {
        let state = self.state();
        let office = state.office(session.office())?;
        let name = match author {
            Author::Officer(officer) => office.officers.get(officer).map(|known| known.name.clone()),
            Author::Node(_) => None,
        };
        let organisation = office.name.clone();
        Ok(Party { name: name.unwrap_or_else(|| organisation.clone()), role: None, organisation })
    }
}
