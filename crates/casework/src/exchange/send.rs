//! A message leaves a case: allowed by the agreement, approved where it says so, sealed, and put on record.

use comity_channel::{
    Address, Direction, ENVELOPE_VERSION, Envelope, Header, Label, Letter, OutboxError, OutboxInput, Rule,
};
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::entry::{Reference, SignedStatement};
use comity_record::{ActTime, Bytes, CaseId, EntryId, Sha256Digest, Token};
use comity_store::Store;
use serde::{Deserialize, Serialize};

use super::body::{CONTENT_FILE, ENVELOPE_FILE, LETTER_FILE, MessageDrafted, MessageQueued, MessageSent};
use super::channels::Channel;
use super::error::ExchangeError;
use super::step::in_role;
use crate::body::{Body as _, CaseAct, CaseProposal, office_journal};
use crate::casework::{Casework, Pending, Receipt, Session, With};
use crate::dispatch;
use crate::error::CaseworkError;
use crate::offer;
use crate::refusal::Refusal;
use crate::state::State;

/// How often a message whose place others took is sealed for the next one. Officers who send at once need few.
const TRIES: usize = 8;
/// The version of the form in which a content is approved.
const CONTENT_VERSION: u16 = 1;
const CBOR: &str = "application/cbor";
const COSE: &str = "application/cose";

/// A message that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendWhat {
    /// The agreement.
    pub agreement: Sha256Digest,
    /// The kind of message, as the agreement names it.
    pub kind: Token,
    /// Its conditions. Who approved it is put in here from the approval.
    pub label: Label,
    /// The message, in the form that its kind gives it.
    pub body: Vec<u8>,
    /// The proposal that two persons approved, where the agreement asks for that.
    pub proposal: Option<EntryId>,
    /// The entries of the case that it speaks of.
    pub refs: Vec<Reference>,
}

/// What is approved when a message is: everything that the counterpart will read, but who approved it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageContent {
    /// 1.
    pub v: u16,
    /// The kind.
    pub kind: Token,
    /// Its conditions, without those who approved.
    pub label: Label,
    /// The message.
    pub body: Bytes,
}

impl SendWhat {
    /// What is approved.
    pub fn content(&self) -> MessageContent {
        MessageContent {
            v: CONTENT_VERSION,
            kind: self.kind.clone(),
            label: Label { approved_by: vec![], ..self.label.clone() },
            body: Bytes(self.body.clone()),
        }
    }

    /// The digest of what is approved.
    ///
    /// # Errors
    /// None in practice: every field has a deterministic form.
    pub fn digest(&self) -> Result<Sha256Digest, CaseworkError> {
        Ok(Sha256Digest::of(&to_canonical(&self.content())?))
    }
}

impl<S: Store> Casework<S> {
    /// Proposes to send a message. What is proposed is an entry of its own, so that a second person approves what was
    /// read ([`Casework::proposed_message`]). The agreement is asked now, as it will be when the message leaves. Gives
    /// the proposal.
    ///
    /// # Errors
    /// Names the term of the agreement that does not let it go, or says why the proposal was not taken. What is about a
    /// request is proposed by [`Casework::propose_dispatch`] only.
    pub async fn propose_message(
        &self,
        session: &Session,
        case: CaseId,
        what: &SendWhat,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        dispatch::no_parcel(&what.kind)?;
        offer::no_offer(&what.kind)?;
        self.propose_content(session, case, what, reason).await
    }

    /// As [`Casework::propose_message`], whatever the message is.
    pub(crate) async fn propose_content(
        &self,
        session: &Session,
        case: CaseId,
        what: &SendWhat,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let state = self.state();
        let channel = state.channels().of_office(session.office(), what.agreement)?;
        let header = self.header(channel, &what.kind)?;
        // Who will approve is not known yet, so that this one term cannot be asked.
        let mut reasons = self.terms(channel, &header, &what.label)?;
        reasons.retain(|rule| *rule != Rule::Approval);
        if !reasons.is_empty() {
            return Err(ExchangeError::Terms(reasons).into());
        }
        self.may(session, case, MessageDrafted::KIND)?;
        self.may(session, case, CaseProposal::KIND)?;
        let bytes = to_canonical(&what.content())?;
        let (agreement, content) = (what.agreement, Sha256Digest::of(&bytes));
        let drafted = MessageDrafted { agreement, kind: what.kind.clone(), content };
        let with = With {
            handling: Some(what.label.handling.clone()),
            refs: what.refs.clone(),
            files: vec![self.keep_bytes(case, CONTENT_FILE, CBOR, &bytes).await?],
            ..With::default()
        };
        let drafted = self.sign(session, case, &drafted, with)?;
        let act = CaseAct::Send { agreement, content };
        let with = With::reference("proposes", drafted.id());
        let proposal = self.sign(session, case, &CaseProposal { act, reason }, with)?;
        Ok(self.append(vec![drafted, proposal]).await?[1])
    }

    /// What was proposed to be sent, for whoever decides on it.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or the proposal is of something else.
    pub async fn proposed_message(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
    ) -> Result<MessageContent, CaseworkError> {
        let state = self.state();
        let CaseAct::Send { content, .. } = state.case(case)?.proposal(proposal)?.act() else {
            return Err(Refusal::UnknownMessage(proposal).into());
        };
        let stored = self.store.entry(proposal).await?.ok_or(Refusal::UnknownEntry(proposal))?;
        let signed = SignedStatement::parse(&stored.statement)?;
        let drafted = in_role(signed.unverified(), "proposes").ok_or(Refusal::UnknownMessage(proposal))?;
        let bytes = self.attached(session, drafted, *content).await?;
        Ok(from_canonical(&bytes)?)
    }

    /// Sends a message from a case: seals it for the counterpart, and records in one commit that it left the case and
    /// that it waits to be delivered. Gives the entry in the case.
    ///
    /// # Errors
    /// Names the term of the agreement that does not let it go, or says what is missing. Nothing was sent then. What is
    /// about a request is sent by [`Casework::dispatch`] only, which knows what it says.
    pub async fn send(
        &self,
        session: &Session,
        case: CaseId,
        what: SendWhat,
    ) -> Result<Receipt, CaseworkError> {
        dispatch::no_parcel(&what.kind)?;
        offer::no_offer(&what.kind)?;
        let receipts = self.send_with(session, case, what, |sent, queued| Ok(vec![sent, queued])).await?;
        Ok(receipts[0])
    }

    /// As [`Casework::send`], together with what the message is sent for: `arrange` puts the two entries of the message
    /// among others, and all of them are taken in one commit or none is.
    pub(crate) async fn send_with(
        &self,
        session: &Session,
        case: CaseId,
        what: SendWhat,
        arrange: impl Fn(Pending, Pending) -> Result<Vec<Pending>, CaseworkError> + Send + Sync,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let journal = office_journal(session.office());
        self.may(session, case, MessageSent::KIND)?;
        self.may(session, journal, MessageQueued::KIND)?;
        let content = what.digest()?;
        let label = Self::approved_label(&self.state(), session, case, &what, content)?;
        let letter =
            Letter { label: Some(label.clone()), body: Bytes(what.body.clone()), attachments: vec![] };
        let mut letter_file = None;
        for _ in 0..TRIES {
            let state = self.state();
            let channel = state.channels().of_office(session.office(), what.agreement)?;
            if channel.ended_by.is_some() {
                return Err(Refusal::AgreementEnded(what.agreement).into());
            }
            let header = self.header(channel, &what.kind)?;
            let reasons = self.terms(channel, &header, &label)?;
            if !reasons.is_empty() {
                return Err(ExchangeError::Terms(reasons).into());
            }
            let envelope = self.seal_letter(channel, &header, &letter)?;
            // The files are durable before an entry names them; no lock is held meanwhile.
            let kept = match letter_file.take() {
                Some(kept) => kept,
                None => self.keep_bytes(case, LETTER_FILE, CBOR, &to_canonical(&letter)?).await?,
            };
            let sealed = self.keep_bytes(journal, ENVELOPE_FILE, COSE, envelope.bytes()).await?;
            let queued = self
                .append_made(|state| {
                    let channel = state.channels().get(what.agreement)?;
                    let now = self.recorded_now(state);
                    let queue =
                        OutboxInput::Queue { envelope: envelope.id(), header: envelope.header(), now };
                    let (delta, _) = channel.outbox.step(&queue).map_err(ExchangeError::from)?;
                    let carries_out = what.proposal.map(|entry| reference("carries-out", entry));
                    let handling = Some(label.handling.clone());
                    let sent = MessageSent {
                        agreement: what.agreement,
                        place: envelope.header().place,
                        envelope: envelope.id(),
                        kind: what.kind.clone(),
                        label: label.clone(),
                        content,
                    };
                    let with = With {
                        act: Some(envelope.header().act.clone()),
                        handling: handling.clone(),
                        refs: carries_out.iter().chain(&what.refs).cloned().collect(),
                        files: vec![kept.clone()],
                    };
                    let sent = self.sign(session, case, &sent, with)?;
                    let queued = MessageQueued {
                        envelope: envelope.id(),
                        header: envelope.header().clone(),
                        case,
                        content,
                        delta,
                    };
                    let with = With {
                        act: Some(envelope.header().act.clone()),
                        handling,
                        refs: [reference("sends", sent.id())].into_iter().chain(carries_out).collect(),
                        files: vec![sealed.clone()],
                    };
                    let queued = self.sign(session, journal, &queued, with)?;
                    arrange(sent, queued)
                })
                .await;
            match queued {
                Err(CaseworkError::Exchange(ExchangeError::Outbox(OutboxError::NotNext { .. }))) => {
                    letter_file = Some(kept);
                }
                Err(error) => return Err(error),
                Ok(receipts) => {
                    self.runtime.news.notify_one();
                    return Ok(receipts);
                }
            }
        }
        Err(ExchangeError::Overtaken(TRIES).into())
    }

    /// The conditions with those who approved, as the approval says.
    fn approved_label(
        state: &State,
        session: &Session,
        case: CaseId,
        what: &SendWhat,
        content: Sha256Digest,
    ) -> Result<Label, CaseworkError> {
        let mut label = Label { approved_by: vec![], ..what.label.clone() };
        if let Some(proposal) = what.proposal {
            let channel = state.channels().of_office(session.office(), what.agreement)?;
            let approved = state.case(case)?.approval(proposal)?;
            if *approved.act() != (CaseAct::Send { agreement: channel.agreement(), content }) {
                return Err(Refusal::NotApproved.into());
            }
            label.approved_by = vec![approved.proposed_by(), approved.approved_by()];
            label.approved_by.sort_unstable();
        }
        Ok(label)
    }

    /// What would stand on the outside of the next message.
    fn header(&self, channel: &Channel, kind: &Token) -> Result<Header, CaseworkError> {
        let key = channel.peer_keys.choose(self.channel_day()).map_err(ExchangeError::from)?;
        let (place, previous) = channel.outbox.next();
        Ok(Header {
            v: ENVELOPE_VERSION,
            agreement: channel.agreement(),
            sender: channel.office,
            recipient: channel.them().office,
            place,
            previous,
            kind: kind.clone(),
            act: ActTime::at(self.clock.now(), "UTC")?,
            exercise: channel.agreed.agreement().exercise,
            suite: key.suite,
            key: key.id(),
        })
    }

    /// The terms of the agreement that do not let a message go.
    fn terms(&self, channel: &Channel, header: &Header, label: &Label) -> Result<Vec<Rule>, CaseworkError> {
        // The channel's own kinds are nobody's messages.
        if channel.agreed.agreement().kind(&header.kind).is_none() {
            return Ok(vec![Rule::Kind]);
        }
        let rules = self.runtime.rules(channel)?;
        let verdict = rules.decide(Direction::Sending, header, Some(label), self.channel_day());
        Ok(if verdict.allowed { vec![] } else { verdict.reasons })
    }

    fn seal_letter(
        &self,
        channel: &Channel,
        header: &Header,
        letter: &Letter,
    ) -> Result<Envelope, CaseworkError> {
        let key = channel.peer_keys.choose(self.channel_day()).map_err(ExchangeError::from)?;
        let address = Address {
            agreed: &channel.agreed,
            sender: channel.office,
            place: header.place,
            previous: header.previous,
            kind: header.kind.clone(),
            act: header.act.clone(),
        };
        let sealed = Envelope::seal(address, letter, key, self.keyring.signing(), self.entropy.as_ref());
        Ok(sealed.map_err(ExchangeError::from)?)
    }
}

pub(super) fn reference(role: &'static str, entry: EntryId) -> Reference {
    Reference { role: role.parse().expect("a literal word"), entry }
}
