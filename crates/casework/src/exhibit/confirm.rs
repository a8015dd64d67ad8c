//! The second signature under an act of custody: of an officer by his key, of anybody else on paper that an officer has
//! seen.

use comity_evidence::custody::{CustodyEntry, Party};
use comity_record::entry::{Attachment, Author, Reference};
use comity_record::{ActTime, CaseId, EntryId};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use super::custody_refusal::{CustodyRefusal, named};
use super::{Exhibit, RecordedAct};
use crate::body::Body;
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::{self, Refusal};
use crate::state::Office;
use crate::told::Told;

/// The other person of an act confirms it by his own signature, or an officer who is neither of the two says that he has
/// seen that signature on paper. The entry refers to the act as `confirms`, and to the exhibit as `exhibit`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyConfirmed {
    /// What he has to say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whose signatures the paper bears that is attached; nobody's where the author signs for himself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_paper: Vec<Party>,
}

impl Body for CustodyConfirmed {
    const KIND: &'static str = "exhibit.custody-confirmed";
}

impl CustodyConfirmed {
    pub(super) fn check(&self) -> Result<(), Refusal> {
        for party in &self.on_paper {
            refusal::name("name", &party.name)?;
            refusal::name("organisation", &party.organisation)?;
        }
        self.note.as_ref().map_or(Ok(()), |note| refusal::text("note", note))
    }
}

/// The second signature under an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The entry.
    pub entry: EntryId,
    /// Who signed the entry, as the office calls him: the other person of the act, or who has seen the paper.
    pub by: Party,
    /// When.
    pub at: ActTime,
    /// What he had to say about it.
    pub note: Option<String>,
    /// Whose signatures he has seen on paper; nobody's where he signed for himself.
    pub on_paper: Vec<Party>,
    /// The scans of that paper.
    pub papers: Vec<Attachment>,
}

impl Confirmation {
    pub(super) fn of(told: &Told, by: Party) -> Self {
        let body: Option<CustodyConfirmed> = told.body();
        let (note, on_paper) = body.map(|body| (body.note, body.on_paper)).unwrap_or_default();
        let papers = told.attachments.clone();
        Self { entry: told.entry, by, at: told.act.clone(), note, on_paper, papers }
    }
}

/// A receipt that was signed by hand, as it was scanned.
#[derive(Clone, Copy, Debug)]
pub struct SignedPaper<'a> {
    /// What the file is called.
    pub name: &'a str,
    /// Its type.
    pub media_type: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl<S: Store> Casework<S> {
    /// Confirms an act by a second signature: of the person named in it who has not recorded it.
    ///
    /// # Errors
    /// Says why it was not taken: the officer recorded the act himself, it is confirmed already, or he is neither the one
    /// who gave the exhibit nor the one who took it.
    pub async fn confirm_custody(
        &self,
        session: &Session,
        case: CaseId,
        act: EntryId,
        note: Option<String>,
    ) -> Result<Receipt, CaseworkError> {
        let (exhibit, recorded) = self.to_confirm(session, case, act).await?;
        let own = self.party(session)?;
        let custody = custody_of(&recorded)?;
        if !parties(custody).any(|party| same(party, &own)) {
            let [giver, taker] =
                [&custody.giver, &custody.taker].map(|party| party.as_ref().map(named).unwrap_or_default());
            return Err(Refusal::NotOfAct { officer: named(&own), giver, taker }.into());
        }
        already(&recorded, |second| second.on_paper.is_empty() && same(&second.by, &own))?;
        let with = With { refs: refs(act, exhibit.entry), ..With::default() };
        self.record(session, case, &CustodyConfirmed { note, on_paper: vec![] }, with).await
    }

    /// Puts on record that an act was signed on paper by whoever in it is no officer here. The officer has seen the paper,
    /// and is neither giver nor taker; the paper is kept with the case.
    ///
    /// # Errors
    /// Says why it was not taken: the officer recorded the act himself or is a person of it, it is confirmed already, or
    /// everybody in it is an officer here and signs for himself.
    pub async fn confirm_custody_on_paper(
        &self,
        session: &Session,
        case: CaseId,
        act: EntryId,
        paper: SignedPaper<'_>,
        note: Option<String>,
    ) -> Result<Receipt, CaseworkError> {
        let (exhibit, recorded) = self.to_confirm(session, case, act).await?;
        let own = self.party(session)?;
        let custody = custody_of(&recorded)?;
        if let Some(party) = parties(custody).find(|party| same(party, &own)) {
            return Err(Refusal::from(CustodyRefusal::OwnPaper(party.clone())).into());
        }
        already(&recorded, |_| true)?;
        let state = self.state();
        let office = state.office(session.office())?;
        let on_paper: Vec<_> = parties(custody).filter(|party| !is_officer(office, party)).cloned().collect();
        if on_paper.is_empty() {
            let first = parties(custody).last().cloned();
            return Err(Refusal::from(CustodyRefusal::Officer(first.unwrap_or(own))).into());
        }
        let body = CustodyConfirmed { note, on_paper };
        body.check()?;
        let file = self.keep_bytes(case, paper.name, paper.media_type, paper.bytes).await?;
        let with = With { refs: refs(act, exhibit.entry), files: vec![file], ..With::default() };
        self.record(session, case, &body, with).await
    }

    /// The act that an officer wants to confirm, and its exhibit.
    async fn to_confirm(
        &self,
        session: &Session,
        case: CaseId,
        act: EntryId,
    ) -> Result<(Exhibit, RecordedAct), CaseworkError> {
        self.may(session, case, CustodyConfirmed::KIND)?;
        let exhibits = self.exhibits(session, case).await?;
        let found = exhibits.into_iter().find_map(|exhibit| {
            let recorded = exhibit.acts.iter().find(|recorded| recorded.entry == act)?.clone();
            Some((exhibit, recorded))
        });
        let found = found.ok_or(Refusal::UnknownEntry(act))?;
        match &found.1.withdrawn {
            Some(withdrawal) => Err(Refusal::from(CustodyRefusal::ActWithdrawn(withdrawal.entry)).into()),
            None => Ok(found),
        }
    }

    /// The officer, as the record of custody names him.
    pub(super) fn party(&self, session: &Session) -> Result<Party, CaseworkError> {
        let state = self.state();
        let office = state.office(session.office())?;
        let officer = office.officers.get(&session.officer());
        let name = officer.ok_or(Refusal::UnknownOfficer(session.officer()))?.name.clone();
        Ok(Party { name, role: None, organisation: office.name.clone() })
    }

    /// Who signed an entry, as his office calls him.
    pub(crate) fn named(&self, session: &Session, author: &Author) -> Result<Party, CaseworkError> {
        let state = self.state();
        let own = state.office(session.office())?;
        let party = |name: &str, office: &Office| {
            let (name, organisation) = (name.to_owned(), office.name.clone());
            Party { name, role: None, organisation }
        };
        // A case may have come from another office of this node.
        let known = |office: &Office| match author {
            Author::Officer(officer) => office.officers.get(officer).map(|known| party(&known.name, office)),
            Author::Node(_) => None,
        };
        let found = known(own).or_else(|| state.offices().find_map(known));
        Ok(found.unwrap_or_else(|| party(&own.name, own)))
    }
}

/// Whether an act has its second signature, and one that leaves no room for another.
fn already(act: &RecordedAct, of: impl Fn(&Confirmation) -> bool) -> Result<(), Refusal> {
    match &act.confirmed {
        Some(second) if of(second) => {
            Err(CustodyRefusal::Confirmed { whose: second.by.clone(), by: second.entry }.into())
        }
        _ => Ok(()),
    }
}

fn refs(act: EntryId, exhibit: EntryId) -> Vec<Reference> {
    [("confirms", act), ("exhibit", exhibit)]
        .map(|(role, entry)| Reference { role: role.parse().expect("a literal word"), entry })
        .to_vec()
}

fn custody_of(act: &RecordedAct) -> Result<&CustodyEntry, Refusal> {
    act.custody.as_ref().ok_or(Refusal::UnknownEntry(act.entry))
}

fn parties(custody: &CustodyEntry) -> impl Iterator<Item = &Party> {
    [&custody.giver, &custody.taker].into_iter().flatten()
}

/// Whether two names are of one person: his function may be left out in one of them.
fn same(one: &Party, other: &Party) -> bool {
    (&one.name, &one.organisation) == (&other.name, &other.organisation)
}

/// Whether a person can sign here by a key of his own.
fn is_officer(office: &Office, party: &Party) -> bool {
    office.name == party.organisation && office.officers.values().any(|officer| officer.name == party.name)
}
