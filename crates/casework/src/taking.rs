//! How packs go from office to office: officers release one, and another office takes it as two of its own decide.

use std::sync::Arc;

use comity_record::bundle::{Bundle, Release, SignedRelease};
use comity_record::pack::Pack;
use comity_record::{EntryId, OfficeId};
use comity_store::Store;

use crate::approval::Proposal;
use crate::body::{ActivePack, Body as _, OfficeAct, OfficeProposal, PackSigned, office_journal};
use crate::casework::{Casework, Pending, Receipt, Session, With};
use crate::comparison::Comparison;
use crate::error::CaseworkError;
use crate::exchange::PartyCard;
use crate::publisher::{PackRefusal, Publisher, TakenPack, compare_versions, released};
use crate::refusal::Refusal;
use crate::rights::Step;
use crate::state::Office;

/// A bundle that may be taken: the proposal is signed and not yet made.
pub struct Examined {
    /// As what it is taken.
    pub taken: TakenPack,
    pending: Pending,
}

impl<S: Store> Casework<S> {
    /// Releases the pack of a bundle for the office: the officer's signature is put on record, and to those that the
    /// bundle has.
    ///
    /// # Errors
    /// Fails for a pack that nobody could work with here, when the officer may not sign for the office, or has signed
    /// before.
    pub async fn sign_bundle(
        &self,
        session: &Session,
        bundle: &Bundle,
    ) -> Result<(Bundle, Receipt), CaseworkError> {
        let (pack, journal) = (bundle.pack(), office_journal(session.office));
        self.may_since(session, journal, PackSigned::KIND)?;
        self.packs.try_out(Some(self.state().office(session.office)?), pack)?;
        let release = Release::of(pack, session.office, session.officer, session.key.verifying_key())?;
        let signed = SignedRelease::sign(release, &session.key)?;
        let body = PackSigned {
            pack: active(pack),
            version: pack.manifest().version.clone(),
            release: signed.bytes().clone(),
        };
        let mut bundle = bundle.clone();
        bundle.add(signed)?;
        let receipt = self.record(session, journal, &body, With::default()).await?;
        Ok((bundle, receipt))
    }

    /// Proposes that packs are taken from the office of a card, when two persons of the card sign; or that this card of a
    /// publisher takes the place of the one before. Before a second person approves, both compare
    /// [`Publisher::digest`] with the publisher by another way.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose_publisher(
        &self,
        session: &Session,
        card: &PartyCard,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let body = OfficeProposal { act: OfficeAct::TrustPublisher(Publisher::of_card(card)), reason };
        self.record(session, office_journal(session.office), &body, With::default()).await
    }

    /// Proposes that no pack is taken from a publisher any more.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose_distrust(
        &self,
        session: &Session,
        publisher: OfficeId,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let body = OfficeProposal { act: OfficeAct::DistrustPublisher(publisher), reason };
        self.record(session, office_journal(session.office), &body, With::default()).await
    }

    /// The publishers whose packs the officer's office takes.
    ///
    /// # Errors
    /// Fails when the officer may not read the office's journal.
    pub fn publishers(&self, session: &Session) -> Result<Vec<Publisher>, CaseworkError> {
        self.may(session, office_journal(session.office), "office.read")?;
        Ok(self.state().office(session.office)?.publishers.values().cloned().collect())
    }

    /// Says what a bundle would be taken as: released by two persons of one publisher that is trusted, fit for the other
    /// packs in force, and newer than the one that it replaces. The proposal is made and checked, and nothing is changed.
    ///
    /// # Errors
    /// Says what is missing.
    pub fn examine_bundle(
        &self,
        session: &Session,
        bundle: &Bundle,
        older: bool,
        reason: String,
    ) -> Result<Examined, CaseworkError> {
        let (state, pack) = (self.state(), bundle.pack());
        let office = state.office(session.office)?;
        let (publisher, by) = released(&office.publishers, bundle.signatures()).map_err(Refusal::from)?;
        let replaces = self.packs.in_force(office, pack.manifest().name.as_str())?;
        let older = replaces.as_ref().map_or(Ok(false), |in_force| is_older(pack, in_force, older))?;
        self.packs.try_out(Some(office), pack)?;
        let taken = TakenPack {
            pack: active(pack),
            version: pack.manifest().version.clone(),
            replaces: replaces.map(|pack| pack.digest()),
            older,
            publisher: publisher.office,
            signatures: by.into_iter().map(|signed| signed.bytes().clone()).collect(),
        };
        let act = OfficeAct::TakePack(taken.clone());
        let (journal, action) = (office_journal(session.office), OfficeProposal::KIND);
        let step =
            Step { office: session.office, officer: session.officer, journal, action, act: act.as_str() };
        // Whoever may not propose it puts no pack at hand either.
        self.packs.decide(&state, &step)?;
        let pending = self.sign(session, journal, &OfficeProposal { act, reason }, With::default())?;
        pending.admitted(&state, &self.node_key())?;
        Ok(Examined { taken, pending })
    }

    /// Proposes that a pack which was examined, and lies at hand since, comes into force. The signatures with which it
    /// came stand in the entry.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose_examined(&self, examined: Examined) -> Result<Receipt, CaseworkError> {
        self.at_hand(&examined.taken.pack)?;
        Ok(self.append(vec![examined.pending]).await?[0])
    }

    /// What a pack would change in an office, against the one of its name that is in force there.
    ///
    /// # Errors
    /// Fails when one of them cannot be read.
    pub fn compare_with_force(
        &self,
        office: OfficeId,
        pack: &Pack,
    ) -> Result<Arc<Comparison>, CaseworkError> {
        let state = self.state();
        let before = self.packs.in_force(state.office(office)?, pack.manifest().name.as_str())?;
        self.packs.compare(before.as_deref(), pack, self.channel_day())
    }

    /// What a proposal of an office would change, if it is to put a pack in force that lies at hand.
    ///
    /// # Errors
    /// Fails when there is no such proposal, or a pack cannot be read.
    pub fn compare_proposed(
        &self,
        office: OfficeId,
        proposal: EntryId,
    ) -> Result<Option<Arc<Comparison>>, CaseworkError> {
        let state = self.state();
        let Some(pack) = state.office(office)?.proposal(proposal)?.act().activates() else {
            return Ok(None);
        };
        let at_hand = self.packs.pack(pack.digest);
        at_hand.map(|pack| self.compare_with_force(office, &pack)).transpose()
    }

    /// Makes sure that the pack of a proposal lies here: with one in force that does not, the node would not start again.
    pub(crate) fn has_pack_of(&self, office: &Office, proposal: EntryId) -> Result<(), Refusal> {
        let act = office.proposals.get(&proposal).map(Proposal::act);
        act.and_then(OfficeAct::activates).map_or(Ok(()), |pack| self.at_hand(pack))
    }

    fn at_hand(&self, pack: &ActivePack) -> Result<(), Refusal> {
        let ActivePack { name, digest } = pack;
        if self.packs.pack(*digest).is_some_and(|pack| pack.manifest().name == *name) {
            Ok(())
        } else {
            Err(PackRefusal::NotHere { name: name.clone(), digest: *digest }.into())
        }
    }
}

fn active(pack: &Pack) -> ActivePack {
    ActivePack { name: pack.manifest().name.clone(), digest: pack.digest() }
}

/// Whether a pack is not newer than the one in force, which has to be meant. An old release is as well signed as a new
/// one: whoever carries the bundles could else bring back what was corrected since.
fn is_older(pack: &Pack, in_force: &Pack, meant: bool) -> Result<bool, Refusal> {
    let name = pack.manifest().name.clone();
    if pack.digest() == in_force.digest() {
        return Err(PackRefusal::InForce(name).into());
    }
    let (version, known) = (&pack.manifest().version, &in_force.manifest().version);
    let newer = compare_versions(version, known).is_gt();
    if newer || meant {
        return Ok(!newer);
    }
    Err(PackRefusal::Older { name, version: version.clone(), in_force: known.clone() }.into())
}
