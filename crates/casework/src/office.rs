//! Steps of an office: its founding by two officers, and the changes that take two persons.

use std::collections::BTreeSet;

use comity_record::entry::Author;
use comity_record::handling::{Handling, Origin};
use comity_record::sign::SigningKey;
use comity_record::{Country, EntryId, OfficeId, OfficerId, Sha256Digest};
use comity_store::{Delta, Store, WrapChange, WrapKind};

use crate::body::{
    ActivePack, FoundingConfirmed, NewOfficer, OfficeAct, OfficeApproval, OfficeFounded, OfficeProposal,
    OfficeRejection, Role, office_journal,
};
use crate::casework::{Casework, NewBody, Receipt, Session, With, officer_context, officer_wrap, put};
use crate::error::CaseworkError;
use crate::passphrase::{self, Cost, Passphrase};
use crate::refusal::Refusal;

/// A person who is to sign for an office.
pub struct Person {
    /// The name, as documents print it.
    pub name: String,
    /// What the person may do.
    pub roles: BTreeSet<Role>,
    /// What unlocks the person's key.
    pub passphrase: Passphrase,
}

/// An office that is to be founded.
pub struct Founding {
    /// Its name.
    pub name: String,
    /// Its state.
    pub country: Country,
    /// The authority that it belongs to.
    pub authority: String,
    /// Whether it exists for exercises only.
    pub exercise: bool,
    /// The two founders.
    pub founders: [Person; 2],
    /// The packs in force from the beginning, the policies among them.
    pub packs: Vec<Sha256Digest>,
    /// How hard guessing a passphrase is made.
    pub cost: Cost,
}

impl<S: Store> Casework<S> {
    /// Founds an office: the first founder signs what it is, the second confirms. Both or neither is recorded.
    ///
    /// # Errors
    /// Says what is missing; nothing has been changed then.
    pub async fn found(&self, founding: Founding) -> Result<(OfficeId, [OfficerId; 2]), CaseworkError> {
        let office = OfficeId::draw(self.entropy.as_ref());
        let journal = office_journal(office);
        let [first, second] = founding.founders;
        tells_apart(&first.name, std::iter::empty())?;
        tells_apart(&second.name, std::iter::once(first.name.as_str()))?;
        let (first, first_key, first_wrap) = self.enrol(first, founding.cost)?;
        let (second, second_key, second_wrap) = self.enrol(second, founding.cost)?;
        let handling =
            Handling::own_work(Origin { country: founding.country, authority: founding.authority.clone() });
        let packs =
            founding.packs.iter().map(|digest| self.active(office, *digest)).collect::<Result<_, _>>()?;
        let ids = [first.id, second.id];
        let body = OfficeFounded {
            office,
            name: founding.name,
            country: founding.country,
            authority: founding.authority,
            exercise: founding.exercise,
            node: self.node_key(),
            founders: [first, second],
            packs,
        };
        let entry = NewBody {
            author: Author::Officer(ids[0]),
            office,
            journal,
            body: &body,
            handling: handling.clone(),
        };
        let mut founded = self.sign_with(&first_key, entry, With::default())?;
        founded.wraps = vec![first_wrap, second_wrap];
        let confirmed = NewBody {
            author: Author::Officer(ids[1]),
            office,
            journal,
            body: &FoundingConfirmed {},
            handling,
        };
        let with = With::reference("confirms", founded.id());
        let confirmed = self.sign_with(&second_key, confirmed, with)?;
        self.append(vec![founded, confirmed]).await?;
        Ok((office, ids))
    }

    /// Proposes that a person joins. The person is present and chooses the passphrase; the key is made now and signs
    /// nothing until somebody else approves.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose_officer(
        &self,
        session: &Session,
        person: Person,
        cost: Cost,
        reason: String,
    ) -> Result<(OfficerId, Receipt), CaseworkError> {
        let state = self.state();
        let others = state.office(session.office)?.officers.values();
        tells_apart(&person.name, others.map(|officer| officer.name.as_str()))?;
        let (officer, _, wrap) = self.enrol(person, cost)?;
        let id = officer.id;
        let body = OfficeProposal { act: OfficeAct::AddOfficer(officer), reason };
        let mut pending = self.sign(session, office_journal(session.office), &body, With::default())?;
        pending.wraps = vec![wrap];
        Ok((id, self.append(vec![pending]).await?[0]))
    }

    /// Proposes that a person gets another key: the passphrase was lost, or others may know it. The person is present and
    /// chooses the new passphrase. The old key is in force until somebody else approves.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose_key(
        &self,
        session: &Session,
        officer: OfficerId,
        passphrase: &Passphrase,
        cost: Cost,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let key = SigningKey::draw(self.entropy.as_ref());
        let wrap = self.wrap_key(officer, &key, passphrase, cost)?;
        let body = OfficeProposal { act: OfficeAct::ReplaceKey(officer, key.verifying_key()), reason };
        let mut pending = self.sign(session, office_journal(session.office), &body, With::default())?;
        pending.wraps = vec![wrap];
        Ok(self.append(vec![pending]).await?[0])
    }

    /// Puts the key of the officer who is signed in under another passphrase. The key stays the same, so nobody has to
    /// approve; an older copy of the database still opens with the old passphrase.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn change_passphrase(
        &self,
        session: &Session,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(), CaseworkError> {
        let wrap = self.wrap_key(session.officer, &session.key, passphrase, cost)?;
        let writing = self.writer.lock().await;
        self.store.commit(Delta { wraps: vec![wrap], ..Delta::at(writing.size()) }).await?;
        // Whoever is signed in by the old one has to sign in anew.
        *self.passphrases().entry(session.officer).or_default() += 1;
        Ok(())
    }

    /// Proposes that a person gets other roles.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose_roles(
        &self,
        session: &Session,
        officer: OfficerId,
        roles: BTreeSet<Role>,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let body = OfficeProposal { act: OfficeAct::SetRoles(officer, roles), reason };
        self.record(session, office_journal(session.office), &body, With::default()).await
    }

    /// Proposes that a pack that lies at hand comes into force.
    ///
    /// # Errors
    /// Fails for a pack that is not here, cannot be read, or does not fit the others in force: nobody could work with
    /// it.
    pub async fn propose_pack(
        &self,
        session: &Session,
        digest: Sha256Digest,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let active = self.active(session.office, digest)?;
        if let Some(pack) = self.packs.pack(digest) {
            self.packs.try_out(Some(self.state().office(session.office)?), &pack)?;
        }
        let body = OfficeProposal { act: OfficeAct::ActivatePack(active), reason };
        self.record(session, office_journal(session.office), &body, With::default()).await
    }

    /// Approves a proposal of another person; it takes effect at once.
    ///
    /// # Errors
    /// Says why the approval was not taken: by the same person, say.
    pub async fn approve(&self, session: &Session, proposal: EntryId) -> Result<Receipt, CaseworkError> {
        self.has_pack_of(self.state().office(session.office)?, proposal)?;
        let with = With::reference("approves", proposal);
        self.record(session, office_journal(session.office), &OfficeApproval {}, with).await
    }

    /// Rejects a proposal.
    ///
    /// # Errors
    /// Says why the rejection was not taken.
    pub async fn reject(
        &self,
        session: &Session,
        proposal: EntryId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let with = With::reference("rejects", proposal);
        self.record(session, office_journal(session.office), &OfficeRejection { reason }, with).await
    }

    /// Makes the key of a person and wraps it under the passphrase.
    fn enrol(
        &self,
        person: Person,
        cost: Cost,
    ) -> Result<(NewOfficer, SigningKey, WrapChange), CaseworkError> {
        let id = OfficerId::draw(self.entropy.as_ref());
        let key = SigningKey::draw(self.entropy.as_ref());
        let wrap = self.wrap_key(id, &key, &person.passphrase, cost)?;
        let officer = NewOfficer { id, name: person.name, key: key.verifying_key(), roles: person.roles };
        Ok((officer, key, wrap))
    }

    /// Wraps the key of a person under a passphrase.
    fn wrap_key(
        &self,
        officer: OfficerId,
        key: &SigningKey,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<WrapChange, CaseworkError> {
        let (seed, context) = (key.seed(), officer_context(officer));
        let wrapped = passphrase::seal(passphrase, cost, self.entropy.as_ref(), &context, seed.as_slice())?;
        Ok(put(WrapKind::Officer, &officer_wrap(officer, &key.verifying_key()), wrapped))
    }

    fn active(&self, office: OfficeId, digest: Sha256Digest) -> Result<ActivePack, CaseworkError> {
        let missing = || CaseworkError::PackMissing { office, name: "?".to_owned(), digest };
        let pack = self.packs.pack(digest).ok_or_else(missing)?;
        Ok(ActivePack { name: pack.manifest().name.clone(), digest })
    }
}

/// Makes sure that a name is nobody else's: neither the identifier of an officer, by which people are called too, nor,
/// letter by letter, what another name looks like (Unicode Technical Standard 39), as a Cyrillic А looks like a Latin A.
///
/// It is asked when the name is proposed and not when the log is read again: tables of likeness change with Unicode.
fn tells_apart<'a>(name: &str, mut others: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    if name.trim().parse::<OfficerId>().is_ok() {
        return Err(Refusal::Body("a name cannot be an identifier".to_owned()));
    }
    let looks = |name: &str| -> String {
        let shape: String = unicode_security::skeleton(name).collect();
        shape.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    // Capitals are likened as they stand, and small letters as they stand.
    let alike = |other: &str| {
        looks(name) == looks(other) || looks(&name.to_lowercase()) == looks(&other.to_lowercase())
    };
    if others.any(alike) { Err(Refusal::Exists("officer of that name")) } else { Ok(()) }
}
