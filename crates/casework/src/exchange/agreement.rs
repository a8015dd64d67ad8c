//! How an office comes to an agreement: its card, its signature, the filing by two persons, the end.

use comity_channel::{Agreement, PublishedKey, SignedAgreement};
use comity_record::{Bytes, OfficeId, OfficerId, Sha256Digest};
use comity_store::Store;

use super::body::{AddressSet, AgreementSigned};
use super::card::{CARD_VERSION, DraftAgreement, PartyCard};
use super::error::ExchangeError;
use super::step::body;
use super::{Channel, address};
use crate::body::{Body as _, OfficeAct, OfficeProposal, office_journal};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::rights::Step;

/// Keys on a card: the newest, and the one before it, which is announced everywhere already.
const KEYS_ON_A_CARD: usize = 2;

impl<S: Store> Casework<S> {
    /// The card of the office, for its counterparts. Those sign for it whom the policies let sign, or those of them who
    /// are named. A sealing key is drawn when none is in use for long enough.
    ///
    /// # Errors
    /// Fails when the officer may not prepare agreements, or one who is named may not sign.
    pub async fn party_card(
        &self,
        session: &Session,
        signers: &[OfficerId],
    ) -> Result<PartyCard, CaseworkError> {
        let journal = office_journal(session.office());
        self.may(session, journal, "agreement.prepared")?;
        self.ensure_sealing(session.office()).await?;
        let state = self.state();
        let office = state.office(session.office())?;
        let mut keys = Vec::new();
        for officer in office.officers.values() {
            let named = signers.contains(&officer.id);
            let step = Step {
                office: office.id,
                officer: officer.id,
                journal,
                action: AgreementSigned::KIND,
                act: "",
            };
            match self.packs.decide(&state, &step) {
                Ok(_) if named || signers.is_empty() => keys.push(officer.key),
                Err(error) if named => return Err(error),
                _ => {}
            }
        }
        keys.sort_unstable();
        let today = self.channel_day();
        let newest = state.channels().newest_keys(office.id).filter(|key| key.in_use(today));
        let mut sealing: Vec<_> = newest.take(KEYS_ON_A_CARD).cloned().collect();
        sealing.sort_by_key(PublishedKey::id);
        Ok(PartyCard {
            version: CARD_VERSION,
            office: office.id,
            name: office.name.clone(),
            country: office.country,
            authority: office.authority.clone(),
            exercise: office.exercise,
            node: self.node_key(),
            signers: keys,
            keys: sealing,
        })
    }

    /// Signs the text of an agreement for the office, and puts the signature to those that it has.
    ///
    /// # Errors
    /// Fails when the officer may not sign, is not named as a signer, or the text describes this office otherwise than
    /// it is.
    pub async fn sign_agreement(
        &self,
        session: &Session,
        draft: &DraftAgreement,
    ) -> Result<(DraftAgreement, Receipt), CaseworkError> {
        let text = draft.agreement().map_err(ExchangeError::from)?;
        self.has_key_of(session.office(), &text)?;
        let signature = text.sign(session.office(), &session.key).map_err(ExchangeError::from)?;
        let body = AgreementSigned { text: draft.text.clone(), signature: signature.clone() };
        let receipt = self.record(session, office_journal(session.office()), &body, With::default()).await?;
        let signed_by = draft.signed_by().map_err(ExchangeError::from)?;
        // Whoever of the office signed before is replaced: an agreement has one signature of each.
        let others = draft.signatures.iter().zip(signed_by).filter(|(_, by)| *by != session.office());
        let signatures = others.map(|(signature, _)| signature.clone()).chain([signature]).collect();
        Ok((DraftAgreement { text: draft.text.clone(), signatures }, receipt))
    }

    /// Proposes to file an agreement that both offices have signed. Before a second person approves, both compare its
    /// digest with the counterpart by another way.
    ///
    /// # Errors
    /// Says why the proposal was not taken: an office has not signed, say.
    pub async fn propose_agreement(
        &self,
        session: &Session,
        signed: &SignedAgreement,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let agreement = Sha256Digest::of(signed.text.as_ref());
        self.has_key_of(session.office(), signed.verify().map_err(ExchangeError::from)?.agreement())?;
        let signed = Bytes(signed.to_bytes().map_err(ExchangeError::from)?);
        self.propose_for_office(session, OfficeAct::FileAgreement { agreement, signed }, reason).await
    }

    /// Whether messages could be sealed to the office today by one of the keys that an agreement names. Older ones among
    /// them may be gone: what is in use later is announced.
    fn has_key_of(&self, office: OfficeId, text: &Agreement) -> Result<(), CaseworkError> {
        let (state, today) = (self.state(), self.channel_day());
        let us = text.party(office).map_err(ExchangeError::from)?;
        let good =
            state.channels().sealing_keys(office).any(|key| key.in_use(today) && us.keys.contains(key));
        if good {
            Ok(())
        } else {
            Err(body("no sealing key that is in use and whose private half is here").into())
        }
    }

    /// Proposes to end an agreement. When a second person has approved, nothing is sent under it any more, and what
    /// comes is refused; receipts go to and fro as before.
    ///
    /// # Errors
    /// Says why the proposal was not taken.
    pub async fn propose_ending(
        &self,
        session: &Session,
        agreement: Sha256Digest,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        self.propose_for_office(session, OfficeAct::EndAgreement(agreement), reason).await
    }

    async fn propose_for_office(
        &self,
        session: &Session,
        act: OfficeAct,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let body = OfficeProposal { act, reason };
        self.record(session, office_journal(session.office()), &body, With::default()).await
    }

    /// Says where the counterpart's node is reached. It is an entry and not a setting, so that a restored node calls
    /// its counterparts as before, and that who turned the calls elsewhere is on record.
    ///
    /// # Errors
    /// Fails for a text that is no address, or when the officer may not.
    pub async fn set_address(
        &self,
        session: &Session,
        agreement: Sha256Digest,
        to: Option<String>,
    ) -> Result<Receipt, CaseworkError> {
        if let Some(to) = &to {
            address::check(to).map_err(ExchangeError::from)?;
        }
        let body = AddressSet { agreement, address: to };
        let receipt = self.record(session, office_journal(session.office()), &body, With::default()).await?;
        self.runtime.news.notify_one();
        Ok(receipt)
    }

    /// The agreements that an officer's office has filed.
    ///
    /// # Errors
    /// Fails when the officer may not read the office's journal.
    pub fn agreements(&self, session: &Session) -> Result<Vec<Channel>, CaseworkError> {
        self.may(session, office_journal(session.office()), "office.read")?;
        let state = self.state();
        Ok(state.channels().iter().filter(|channel| channel.office == session.office()).cloned().collect())
    }
}
