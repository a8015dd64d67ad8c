//! What a counterpart gives is verified, made durable, and only then answered.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use comity_channel::{
    Agreed, CosignAnswer, CosignError, CosignRequest, Direction, Envelope, Inbox, InboxDelta, InboxInput,
    InboxOutput, KeyBundle, KeyError, Keyring, MAX_CARRIED_BYTES, OutboxDelta, OutboxError, OutboxInput,
    OutboxOutput, Part, Place, Sheet, SignedReceipt, read_bundle,
};
use comity_journal::Submission;
use comity_record::cbor::to_canonical;
use comity_record::handling::Handling;
use comity_record::sign::VerifyingKey;
use comity_record::{Bytes, Coded as _, EntryId, Sha256Digest, Token};
use comity_store::Store;

use super::MAX_OPEN_CONCERNS;
use super::body::{
    Concern, ConcernRaised, CounterpartHeard, CounterpartRestored, ENVELOPE_FILE, Found, KeysReceived,
    LETTER_FILE, MessageHeld, MessageReceived, MessageRefused, Noticed, ReceiptFiled,
};
use super::channels::{Channel, HeldMessage};
use super::compose::MAX_EXCHANGE_BYTES;
use super::error::ExchangeError;
use super::send::reference;
use crate::body::office_journal;
use crate::casework::{Casework, Pending, Session, With};
use crate::error::CaseworkError;
use crate::files::Kept;
use crate::state::State;

/// The rule by which a message is refused under an agreement that was ended here.
const ENDED: &str = "casework-agreement-ended";
/// The rule by which a message of the channel's own kinds is refused: what they name does not travel as a letter.
const SERVICE: &str = "channel-rule-kind";

/// What came of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Messages that were taken or kept.
    pub messages: usize,
    /// Receipts that were filed.
    pub receipts: usize,
    /// There is more to be said, now.
    pub again: bool,
}

/// What a counterpart gave, every part of it verified.
struct Given {
    sheet: Sheet,
    receipts: Vec<SignedReceipt>,
    keys: Vec<Bytes>,
    envelopes: Vec<Envelope>,
}

/// What is inside an envelope.
struct Inside {
    found: Found,
    /// The letter and its conditions, where it may be shown.
    letter: Option<(Vec<u8>, Handling)>,
}

/// An envelope that was looked into before any lock is held.
struct Prepared {
    envelope: Envelope,
    found: Found,
    handling: Option<Handling>,
    files: Vec<Kept>,
}

impl<S: Store> Casework<S> {
    /// Takes the answer to what was composed for the counterpart of an agreement.
    ///
    /// # Errors
    /// Refuses, whole, what is not a well-formed answer of that counterpart's node.
    pub async fn take_answer(
        &self,
        agreement: Sha256Digest,
        bytes: &[u8],
    ) -> Result<Progress, CaseworkError> {
        let found = split(bytes, MAX_EXCHANGE_BYTES)?.0.agreement;
        if found != agreement {
            return Err(ExchangeError::OtherAgreement { found, expected: agreement }.into());
        }
        let (_, progress) = self.take_turn(bytes, None, MAX_EXCHANGE_BYTES).await?;
        Ok(progress)
    }

    /// Takes a bundle that was carried here, as an officer gives it in.
    ///
    /// # Errors
    /// Refuses, whole, what is not a well-formed bundle of a counterpart's node.
    pub async fn take_carried(
        &self,
        session: &Session,
        bytes: &[u8],
    ) -> Result<(Sha256Digest, Progress), CaseworkError> {
        self.may_operate(session)?;
        let agreement = split(bytes, MAX_CARRIED_BYTES)?.0.agreement;
        self.state().channels().of_office(session.office(), agreement)?;
        let (sheet, progress) = self.take_turn(bytes, None, MAX_CARRIED_BYTES).await?;
        Ok((sheet.agreement, progress))
    }

    /// Takes what a counterpart gives. `peer` is the key of whoever speaks, where the way shows it.
    pub(super) async fn take_turn(
        &self,
        bytes: &[u8],
        peer: Option<VerifyingKey>,
        most: usize,
    ) -> Result<(Sheet, Progress), CaseworkError> {
        let (peeked, sheet_bytes, parts) = split(bytes, most)?;
        let agreement = peeked.agreement;
        let given = {
            let state = self.state();
            let channel = state.channels().get(agreement)?;
            if peer.is_some_and(|peer| peer != channel.them().node) {
                return Err(ExchangeError::OtherPeer(agreement).into());
            }
            verify(&sheet_bytes, parts, channel)?
        };
        self.hear_time(given.sheet.at);
        let now = self.steady_now();
        let waited = self.runtime.peer(agreement, |memory| memory.heard(&given.sheet, now));
        let receipts = self.take_receipts(agreement, &given).await?;
        self.take_keys(agreement, given.keys).await?;
        let messages = self.take_envelopes(agreement, given.envelopes).await?;
        let shown = self.take_cosigning(agreement, &given.sheet).await?;
        // What was forgotten of our keys by a restore is announced anew.
        self.announce(agreement).await?;
        let state = self.state();
        let channel = state.channels().get(agreement)?;
        let sheet = given.sheet;
        let again = self.runtime.peer(agreement, |memory| {
            memory.tidy(channel);
            let lacking = (sheet.lacks.incarnation, sheet.lacks.from);
            let news = channel.receipts.range(lacking..).next().is_some();
            // What was given before and is lacking still is not wanted, or was lost: the next round is soon enough.
            let receipts_wanted = news && memory.receipts_given != Some(sheet.lacks);
            messages > 0 || receipts > 0 || receipts_wanted || shown || waited || memory.left_over
        });
        Ok((sheet, Progress { messages, receipts, again }))
    }

    /// Where the counterpart stands, and its receipts.
    async fn take_receipts(&self, agreement: Sha256Digest, given: &Given) -> Result<usize, CaseworkError> {
        let mut filed = 0;
        self.append_made(|state| {
            let channel = state.channels().get(agreement)?;
            let now = self.recorded_now(state);
            let mut outbox = channel.outbox.clone();
            let mut made = Made::new(self, state, channel);
            let standing = given.sheet.standing;
            let (delta, outputs) =
                outbox.step(&OutboxInput::Stands { standing, now }).map_err(ExchangeError::from)?;
            if delta != OutboxDelta::default() {
                outbox.apply(&delta);
                made.stands(standing, delta, &outputs)?;
            }
            for receipt in &given.receipts {
                match outbox.step(&OutboxInput::Receipt { receipt, now }) {
                    Ok((delta, outputs)) if delta.head.is_some() => {
                        outbox.apply(&delta);
                        made.receipt(receipt, delta, &outputs)?;
                        filed += 1;
                    }
                    // It says nothing new, or one before it is missing: the next sheet asks for that.
                    Ok(_) => {}
                    Err(
                        error @ (OutboxError::ReceiptFork { .. }
                        | OutboxError::ReceiptChain { .. }
                        | OutboxError::Superseded { .. }),
                    ) => {
                        let code = error.code().parse().expect("codes are words");
                        let receipt = Bytes(receipt.bytes().to_vec());
                        made.concern(Concern::Receipt { code, receipt }, vec![])?;
                    }
                    Err(error) => return Err(ExchangeError::from(error).into()),
                }
            }
            Ok(made.entries)
        })
        .await?;
        Ok(filed)
    }

    async fn take_keys(&self, agreement: Sha256Digest, bundles: Vec<Bytes>) -> Result<(), CaseworkError> {
        for bundle in bundles {
            self.append_made(|state| {
                let channel = state.channels().get(agreement)?;
                let read = KeyBundle::open(bundle.as_ref(), &channel.agreed, channel.them().office)
                    .map_err(ExchangeError::from)?;
                match channel.peer_keys.updated(&read) {
                    Ok(after) if after != channel.peer_keys => {
                        let body = KeysReceived { agreement, bundle: bundle.clone() };
                        Ok(vec![self.by_node(state, channel.office, &body, With::default())?])
                    }
                    // It comes again, or late.
                    Ok(_) | Err(KeyError::Superseded { .. }) => Ok(vec![]),
                    Err(error) => Err(ExchangeError::from(error).into()),
                }
            })
            .await?;
        }
        Ok(())
    }

    /// The counterpart's messages, in the order in which they were given.
    async fn take_envelopes(
        &self,
        agreement: Sha256Digest,
        envelopes: Vec<Envelope>,
    ) -> Result<usize, CaseworkError> {
        if envelopes.is_empty() {
            return Ok(0);
        }
        let prepared = self.prepare(agreement, envelopes).await?;
        let mut taken = 0;
        self.append_made(|state| {
            let channel = state.channels().get(agreement)?;
            let mut made = Made::new(self, state, channel);
            let mut inbox = channel.inbox.clone();
            // What is held: from before, or from among these.
            let mut held = channel.held.clone();
            for one in &prepared {
                taken += made.arrived(&mut inbox, &mut held, one)?;
            }
            Ok(made.entries)
        })
        .await?;
        Ok(taken)
    }

    /// Looks into the envelopes that are new, and keeps their files. No lock is held.
    async fn prepare(
        &self,
        agreement: Sha256Digest,
        envelopes: Vec<Envelope>,
    ) -> Result<Vec<Prepared>, CaseworkError> {
        let state = self.state();
        let channel = state.channels().get(agreement)?;
        let ring = self.sealing_ring(channel.office).await?;
        let journal = office_journal(channel.office);
        let mut inbox = channel.inbox.clone();
        let mut prepared = Vec::new();
        // No entry names these files yet, so that the journal would not find the same letter again among them.
        let mut letters: BTreeMap<Sha256Digest, Kept> = BTreeMap::new();
        for envelope in envelopes {
            let input = InboxInput::Arrived { envelope: envelope.id(), header: envelope.header() };
            let (delta, outputs) = inbox.step(&input, self.desk(&state, 0)).map_err(ExchangeError::from)?;
            inbox.apply(&delta);
            let evidence = |output: &InboxOutput| {
                matches!(
                    output,
                    InboxOutput::Fork { .. } | InboxOutput::Broken { .. } | InboxOutput::Superseded(_)
                )
            };
            let is_new = delta != InboxDelta::default();
            let told = channel.concerns.values().any(|raised| raised.concern.is_of(envelope.id()));
            // Where there is no room for another concern nothing would name the file.
            let room = channel.open_concerns().count() < MAX_OPEN_CONCERNS;
            let is_evidence = outputs.iter().any(evidence) && !told && room;
            if !is_new && !is_evidence && !outputs.iter().any(|o| matches!(o, InboxOutput::UnknownPast(_))) {
                continue;
            }
            let Inside { found, letter } = self.look_into(channel, &envelope, &ring)?;
            let handling = letter.as_ref().map(|(_, handling)| handling.clone());
            let mut files = Vec::new();
            if is_new || is_evidence {
                let media_type = "application/cose";
                files.push(self.keep_bytes(journal, ENVELOPE_FILE, media_type, envelope.bytes()).await?);
            }
            if let Some((letter, _)) = letter.filter(|_| is_new) {
                let kept = match letters.entry(Sha256Digest::of(&letter)) {
                    Entry::Occupied(kept) => kept.into_mut(),
                    Entry::Vacant(new) => {
                        new.insert(self.keep_bytes(journal, LETTER_FILE, "application/cbor", &letter).await?)
                    }
                };
                files.push(kept.clone());
            }
            prepared.push(Prepared { envelope, found, handling, files });
        }
        Ok(prepared)
    }

    /// Opens an envelope and asks the agreement whether what is inside may be shown.
    fn look_into(
        &self,
        channel: &Channel,
        envelope: &Envelope,
        ring: &Keyring,
    ) -> Result<Inside, CaseworkError> {
        let refused = |rule: &str| Inside { found: Found::Refused(word(rule)), letter: None };
        if channel.ended_by.is_some() {
            return Ok(refused(ENDED));
        }
        let letter = match envelope.open(channel.office, ring) {
            Ok(letter) => letter,
            Err(error) => return Ok(refused(error.code())),
        };
        let Some(label) = &letter.label else { return Ok(refused(SERVICE)) };
        let rules = self.runtime.rules(channel)?;
        let verdict = rules.decide(Direction::Receiving, envelope.header(), Some(label), self.channel_day());
        if let Some(rule) = verdict.reasons.first() {
            return Ok(refused(rule.code()));
        }
        // The channel's own kinds are nobody's messages, whatever label they carry.
        if channel.agreed.agreement().kind(&envelope.header().kind).is_none() {
            return Ok(refused(SERVICE));
        }
        let bytes = to_canonical(&letter)?;
        let found = Found::Letter(Sha256Digest::of(&bytes));
        Ok(Inside { found, letter: Some((bytes, label.handling.clone())) })
    }
}

/// A code as a word. Every code is one; a test of each crate holds that.
fn word(code: &str) -> Token {
    code.parse().expect("codes are words")
}

/// The sheet, unverified, its bytes, and the other parts.
fn split(bytes: &[u8], most: usize) -> Result<(Sheet, Vec<u8>, Vec<Part>), ExchangeError> {
    if bytes.len() > most {
        return Err(ExchangeError::TooLong { bytes: bytes.len(), most });
    }
    let mut parts = read_bundle(bytes)?.into_iter();
    let Some(Part::Sheet(sheet)) = parts.next() else { return Err(ExchangeError::NoSheet) };
    let rest: Vec<_> = parts.collect();
    if rest.iter().any(|part| matches!(part, Part::Sheet(_))) {
        return Err(ExchangeError::NoSheet);
    }
    Ok((Sheet::peek(&sheet)?, sheet, rest))
}

/// Verifies every part as one of the counterpart's, before anything is taken.
fn verify(sheet: &[u8], parts: Vec<Part>, channel: &Channel) -> Result<Given, ExchangeError> {
    let agreed: &Agreed = &channel.agreed;
    let sheet = Sheet::open(sheet, agreed)?;
    if sheet.office != channel.them().office {
        return Err(ExchangeError::OtherPeer(agreed.digest()));
    }
    if let Some(request) = &sheet.cosign {
        let request = CosignRequest::parse(request.as_ref())?;
        Submission::parse(request.submission.as_bytes()).map_err(CosignError::from)?;
    }
    if let Some(cosigned) = &sheet.cosigned {
        CosignAnswer::parse(cosigned.answer.as_ref())?;
    }
    let mut given = Given { sheet, receipts: vec![], keys: vec![], envelopes: vec![] };
    for part in parts {
        match part {
            Part::Receipt(bytes) => given.receipts.push(SignedReceipt::verify(&bytes, agreed)?),
            Part::Keys(bytes) => {
                KeyBundle::open(&bytes, agreed, channel.them().office)?;
                given.keys.push(Bytes(bytes));
            }
            Part::Envelope(bytes) => given.envelopes.push(Envelope::verify(&bytes, agreed)?),
            // The agreement is with the parts, so that a carried bundle explains itself; it was filed here before.
            Part::Agreement(_) | Part::Sheet(_) => {}
        }
    }
    Ok(given)
}

/// Entries that are made one after another, each knowing those before it.
struct Made<'a, S> {
    node: &'a Casework<S>,
    state: &'a State,
    channel: &'a Channel,
    entries: Vec<Pending>,
    concerns: Vec<Concern>,
}

impl<'a, S: Store> Made<'a, S> {
    fn new(node: &'a Casework<S>, state: &'a State, channel: &'a Channel) -> Self {
        Self { node, state, channel, entries: vec![], concerns: vec![] }
    }

    fn agreement(&self) -> Sha256Digest {
        self.channel.agreement()
    }

    fn push<B: crate::body::Body>(&mut self, body: &B, with: With) -> Result<EntryId, CaseworkError> {
        let entry = self.node.by_node(self.state, self.channel.office, body, with)?;
        let id = entry.id();
        self.entries.push(entry);
        Ok(id)
    }

    /// Puts a concern on record, once, and no more than [`MAX_OPEN_CONCERNS`] that wait.
    fn concern(&mut self, concern: Concern, files: Vec<Kept>) -> Result<(), CaseworkError> {
        let known = self.channel.concerns.values().any(|raised| raised.concern == concern);
        let waiting = self.channel.open_concerns().count() + self.concerns.len();
        if known || self.concerns.contains(&concern) || waiting >= MAX_OPEN_CONCERNS {
            return Ok(());
        }
        let body = ConcernRaised { agreement: self.agreement(), concern: concern.clone() };
        self.push(&body, With { files, ..With::default() })?;
        self.concerns.push(concern);
        Ok(())
    }

    fn stands(
        &mut self,
        standing: comity_channel::Standing,
        delta: OutboxDelta,
        outputs: &[OutboxOutput],
    ) -> Result<(), CaseworkError> {
        let agreement = self.agreement();
        let restored = outputs.iter().find_map(|output| match output {
            OutboxOutput::CounterpartRestored { sent_again, forgot_receipts, out_of_reach, .. } => {
                Some((*sent_again, *forgot_receipts, *out_of_reach))
            }
            _ => None,
        });
        let Some((sent_again, forgot_receipts, out_of_reach)) = restored else {
            return self.push(&CounterpartHeard { agreement, standing, delta }, With::default()).map(drop);
        };
        let sent_again = u64::try_from(sent_again).unwrap_or(u64::MAX);
        let noticed = Noticed::Standing { standing, sent_again, forgot_receipts, out_of_reach, delta };
        self.push(&CounterpartRestored { agreement, noticed }, With::default()).map(drop)
    }

    fn receipt(
        &mut self,
        receipt: &SignedReceipt,
        delta: OutboxDelta,
        outputs: &[OutboxOutput],
    ) -> Result<(), CaseworkError> {
        let agreement = self.agreement();
        let unremembered = outputs.iter().any(|output| matches!(output, OutboxOutput::Unremembered { .. }));
        let bytes = Bytes(receipt.bytes().to_vec());
        self.push(&ReceiptFiled { agreement, receipt: bytes, unremembered, delta }, With::default())?;
        for output in outputs {
            if let OutboxOutput::CounterpartRestored { incarnation, .. } = output {
                let noticed = Noticed::Receipts { incarnation: *incarnation };
                self.push(&CounterpartRestored { agreement, noticed }, With::default())?;
            }
        }
        Ok(())
    }

    /// An envelope has come. Gives how many messages were taken or kept by that.
    fn arrived(
        &mut self,
        inbox: &mut Inbox,
        held: &mut BTreeMap<Place, HeldMessage>,
        one: &Prepared,
    ) -> Result<usize, CaseworkError> {
        let header = one.envelope.header();
        let input = InboxInput::Arrived { envelope: one.envelope.id(), header };
        let desk = self.node.desk(self.state, self.entries.len());
        let (delta, outputs) = inbox.step(&input, desk).map_err(ExchangeError::from)?;
        // One that was not new when it was looked into has no files here; it comes again.
        if delta != InboxDelta::default() && one.files.is_empty() {
            return Ok(0);
        }
        inbox.apply(&delta);
        let with = || With { handling: one.handling.clone(), files: one.files.clone(), ..With::default() };
        let mut delivered = Vec::new();
        if let [row] = delta.held.as_slice() {
            let (envelope, found) = (row.envelope, one.found.clone());
            let body =
                MessageHeld { envelope, header: header.clone(), found: found.clone(), delta: delta.clone() };
            let entry = self.push(&body, with())?;
            held.insert(row.place, HeldMessage { entry, envelope, header: header.clone(), found });
        }
        for row in &delta.taken {
            if delivered.is_empty() {
                let body = MessageReceived {
                    envelope: row.envelope,
                    header: header.clone(),
                    found: one.found.clone(),
                    delta: Some(delta.clone()),
                };
                self.push(&body, with())?;
                delivered.push((row.place, one.found.clone()));
                continue;
            }
            let behind = held.remove(&row.place).ok_or(CaseworkError::Interrupted)?;
            let body = MessageReceived {
                envelope: behind.envelope,
                header: behind.header,
                found: behind.found.clone(),
                delta: None,
            };
            let refs = vec![reference("held", behind.entry)];
            self.push(&body, With { refs, ..With::default() })?;
            delivered.push((row.place, behind.found));
        }
        held.retain(|place, _| !delta.released.contains(place));
        for (place, found) in &delivered {
            if let Found::Refused(rule) = found {
                self.refuse(inbox, *place, rule.clone())?;
            }
        }
        for output in &outputs {
            self.tell(output, one)?;
        }
        Ok(delivered.len() + delta.held.len())
    }

    fn refuse(&mut self, inbox: &mut Inbox, place: Place, rule: Token) -> Result<(), CaseworkError> {
        let input = InboxInput::Refused { place, rule: rule.clone() };
        let desk = self.node.desk(self.state, self.entries.len());
        let (delta, _) = inbox.step(&input, desk).map_err(ExchangeError::from)?;
        inbox.apply(&delta);
        let body = MessageRefused { agreement: self.agreement(), place, rule, delta };
        self.push(&body, With::default()).map(drop)
    }

    /// Puts on record what a person has to be told.
    fn tell(&mut self, output: &InboxOutput, one: &Prepared) -> Result<(), CaseworkError> {
        let envelope_file = || one.files.first().cloned().into_iter().collect();
        match output {
            InboxOutput::CounterpartRestored { from, to, forgotten_by_sender } => {
                let noticed = Noticed::Messages { from: *from, to: *to, forgotten: *forgotten_by_sender };
                let body = CounterpartRestored { agreement: self.agreement(), noticed };
                self.push(&body, With::default()).map(drop)
            }
            InboxOutput::Fork { place, known, other } => {
                let concern = Concern::Fork { place: *place, known: *known, other: *other };
                self.concern(concern, envelope_file())
            }
            InboxOutput::Broken { place, envelope } => {
                // One that was held before has its files in the entry that held it.
                let files = if *envelope == one.envelope.id() { envelope_file() } else { vec![] };
                self.concern(Concern::Broken { place: *place, envelope: *envelope }, files)
            }
            InboxOutput::Superseded(place) => {
                let concern = Concern::Superseded { place: *place, envelope: one.envelope.id() };
                self.concern(concern, envelope_file())
            }
            InboxOutput::UnknownPast(place) => self.concern(Concern::UnknownPast { place: *place }, vec![]),
            _ => Ok(()),
        }
    }
}
