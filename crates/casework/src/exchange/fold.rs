//! What follows from the entries of this module that were admitted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_channel::{
    Agreed, Agreement, Cosigned, Inbox, InboxDelta, KeyBundle, Outbox, PeerKeys, Place, SignedAgreement,
    SignedReceipt, Status,
};
use comity_record::EntryId;
use comity_record::entry::Statement;
use comity_record::sign::VerifyingKey;

use super::body::{
    AgreementSigned, CosignatureReceived, CounterpartAccepted, CounterpartRestored, MessageHeld,
    MessageQueued, MessageReceived, Noticed, SealingDrawn,
};
use super::channels::{
    Channel, Channels, HeldMessage, MessageFate, OwnKey, Raised, Received, Seen, Sent, SignedText,
};
use super::step::{Step, accepted, body, cosignature, in_role, keys_after, loss};
use crate::approval::{Approved, officer, only_reference};
use crate::body::OfficeAct;
use crate::refusal::Refusal;

/// Where an entry stands in the log of this node.
#[derive(Clone, Copy)]
pub(crate) struct Position {
    pub(crate) incarnation: u32,
    pub(crate) index: u64,
}

/// Files or ends an agreement, as two persons approved by the entry `id`.
pub(crate) fn carry_out(
    channels: &mut Channels,
    id: EntryId,
    office: comity_record::OfficeId,
    approved: &Approved<OfficeAct>,
    incarnation: u32,
) -> Result<(), Refusal> {
    match approved.act() {
        OfficeAct::FileAgreement { agreement, signed } => {
            let signed = SignedAgreement::parse(signed.as_ref()).map_err(body)?;
            let agreed = signed.verify().map_err(body)?;
            let channel = filed(id, office, agreed, signed, incarnation)?;
            channels.by_agreement.insert(*agreement, Arc::new(channel));
        }
        OfficeAct::EndAgreement(agreement) => channels.get_mut(*agreement)?.ended_by = Some(id),
        _ => {}
    }
    Ok(())
}

fn filed(
    id: EntryId,
    office: comity_record::OfficeId,
    agreed: Agreed,
    signed: SignedAgreement,
    incarnation: u32,
) -> Result<Channel, Refusal> {
    let them = agreed.agreement().counterpart(office).map_err(body)?.office;
    Ok(Channel {
        office,
        outbox: Outbox::new(&agreed, office, incarnation).map_err(body)?,
        inbox: Inbox::new(&agreed, office).map_err(body)?,
        peer_keys: PeerKeys::agreed(&agreed, them).map_err(body)?,
        agreed: Arc::new(agreed),
        signed: Arc::new(signed),
        filed_by: id,
        ended_by: None,
        address: None,
        announced: None,
        sent: BTreeMap::new(),
        received: BTreeMap::new(),
        held: BTreeMap::new(),
        concerns: BTreeMap::new(),
        cosigned: None,
        given: None,
        entries: BTreeMap::new(),
        carried_out: BTreeSet::new(),
        receipts: BTreeMap::new(),
        following: vec![],
    })
}

/// Takes in an entry that [`check`] admitted.
pub(crate) fn apply(
    channels: &mut Channels,
    at: Position,
    id: EntryId,
    statement: &Statement,
    step: Step,
    node: &VerifyingKey,
) -> Result<(), Refusal> {
    let agreement = step.agreement();
    match step {
        Step::Signed(signed) => return apply_signed(channels, id, statement, signed),
        Step::Drawn(SealingDrawn { key }) => {
            channels
                .sealing
                .insert(key.id(), OwnKey { office: statement.office, key, drawn: at.index, destroyed: None });
            return Ok(());
        }
        Step::Destroyed(destroyed) => {
            if let Some(own) = channels.sealing.get_mut(&destroyed.key) {
                own.destroyed = Some(id);
            }
            return Ok(());
        }
        Step::Drafted | Step::Sent(_) => return Ok(()),
        Step::Filed => {
            let entry = only_reference(statement, "files")?;
            let (channel, received) = channels.received(statement.office, entry)?;
            let (agreement, place) = (channel.agreement(), received.header.place);
            if let Some(received) = channels.get_mut(agreement)?.received.get_mut(&place) {
                received.filed.push((statement.case, id));
            }
            return Ok(());
        }
        Step::Cosigned(cosigned) => {
            let channel = channels.get(cosigned.agreement)?;
            let (lineage, accepted) =
                (channel.their_lineage(), accepted(&channels.witness, channel, &cosigned.submission)?);
            let note = accepted.witnessed().note().to_string();
            channels.witness.record(&accepted).map_err(body)?;
            channels.asked.insert(lineage, cosigned.asked);
            let given = Cosigned { note, answer: cosigned.answer };
            channels.get_mut(cosigned.agreement)?.given = Some(given);
            channels.keep_quiet(at.index);
            return Ok(());
        }
        Step::Cosignature(received) => {
            let channel = channels.get_mut(received.agreement)?;
            let (incarnation, size) = cosignature(channel, &received, node)?;
            // An answer that comes late tells of less than is known.
            let later = channel
                .cosigned
                .as_ref()
                .is_none_or(|seen| (seen.incarnation, seen.size) < (incarnation, size));
            if later {
                let CosignatureReceived { note, answer, .. } = received;
                channel.cosigned = Some(Seen { incarnation, size, entry: id, note, answer });
            }
            channels.keep_quiet(at.index);
            return Ok(());
        }
        Step::Accepted(accepted) => return apply_accepted(channels, id, statement, &accepted),
        _ => {}
    }
    let Some(agreement) = agreement else { return Ok(()) };
    apply_to_channel(channels.get_mut(agreement)?, at, id, statement, step)
}

fn apply_signed(
    channels: &mut Channels,
    id: EntryId,
    statement: &Statement,
    signed: AgreementSigned,
) -> Result<(), Refusal> {
    let text = Agreement::parse(signed.text.as_ref()).map_err(body)?;
    let digest = text.digest().map_err(body)?;
    let fresh = || Arc::new(SignedText { text, office: statement.office, signatures: vec![] });
    let known = channels.signed.entry(digest).or_insert_with(fresh);
    Arc::make_mut(known).signatures.push((id, signed.signature));
    Ok(())
}

fn apply_accepted(
    channels: &mut Channels,
    id: EntryId,
    statement: &Statement,
    accepted: &CounterpartAccepted,
) -> Result<(), Refusal> {
    let concern = only_reference(statement, "accepts")?;
    let channel = channels.get(accepted.agreement)?;
    let raised = channel.concerns.get(&concern).ok_or(Refusal::UnknownEntry(concern))?;
    if let Some(loss) = loss(channels, channel, &raised.concern)? {
        channels.witness.record(&loss).map_err(body)?;
    }
    let channel = channels.get_mut(accepted.agreement)?;
    channel.inbox.apply(&accepted.delta);
    release(channel, &accepted.delta);
    if let Some(raised) = channel.concerns.get_mut(&concern) {
        raised.accepted_by = Some(id);
    }
    Ok(())
}

fn apply_to_channel(
    channel: &mut Channel,
    at: Position,
    id: EntryId,
    statement: &Statement,
    step: Step,
) -> Result<(), Refusal> {
    match step {
        Step::Published(published) => {
            let bundle = KeyBundle::open(published.bundle.as_ref(), &channel.agreed, channel.office);
            channel.announced = Some((bundle.map_err(body)?.number, published.bundle));
        }
        Step::Keys(keys) => channel.peer_keys = keys_after(channel, &keys.bundle)?,
        Step::Queued(queued) => apply_queued(channel, id, statement, *queued)?,
        Step::Held(held) => {
            channel.inbox.apply(&held.delta);
            let MessageHeld { envelope, header, found, .. } = *held;
            channel.held.insert(header.place, HeldMessage { entry: id, envelope, header, found });
        }
        Step::Received(received) => apply_received(channel, at, id, statement, *received),
        Step::Refused(refused) => {
            decide(
                channel,
                at,
                id,
                refused.place,
                &refused.delta,
                MessageFate::Refused { rule: refused.rule, entry: id },
            );
        }
        Step::Opened(opened) => {
            let fate = MessageFate::Opened { by: officer(statement)?, entry: id };
            decide(channel, at, id, opened.place, &opened.delta, fate);
        }
        Step::Receipt(filed) => {
            channel.outbox.apply(&filed.delta);
            let signed = SignedReceipt::verify(filed.receipt.as_ref(), &channel.agreed).map_err(body)?;
            if let Some(sent) = channel.sent.get_mut(&signed.receipt().place)
                && sent.envelope == signed.receipt().envelope
            {
                sent.receipts.push(id);
                sent.told = Some(sent.told.unwrap_or(Status::Waiting).after(&signed.receipt().fate));
            }
        }
        Step::GivenUp(given_up) => channel.outbox.apply(&given_up.delta),
        Step::TakenUp(taken_up) => channel.outbox.apply(&taken_up.delta),
        Step::Heard(heard) => channel.outbox.apply(&heard.delta),
        Step::Restored(CounterpartRestored { noticed: Noticed::Standing { delta, .. }, .. }) => {
            channel.outbox.apply(&delta);
        }
        Step::Concern(raised) => {
            channel.concerns.insert(id, Raised { concern: raised.concern, accepted_by: None });
        }
        Step::Address(set) => channel.address = set.address,
        _ => {}
    }
    Ok(())
}

fn apply_queued(
    channel: &mut Channel,
    id: EntryId,
    statement: &Statement,
    queued: MessageQueued,
) -> Result<(), Refusal> {
    let in_case = in_role(statement, "sends").ok_or(Refusal::Reference("sends"))?;
    let proposal = in_role(statement, "carries-out");
    let place = queued.header.place;
    channel.outbox.apply(&queued.delta);
    channel.entries.extend([(id, place), (in_case, place)]);
    channel.carried_out.extend(proposal);
    let MessageQueued { envelope, header, case, .. } = queued;
    let sent = Sent { entry: id, in_case, case, proposal, envelope, header, receipts: vec![], told: None };
    channel.sent.insert(place, sent);
    Ok(())
}

fn apply_received(
    channel: &mut Channel,
    at: Position,
    id: EntryId,
    statement: &Statement,
    received: MessageReceived,
) {
    let MessageReceived { envelope, header, found, delta } = received;
    let place = header.place;
    match &delta {
        Some(delta) => {
            channel.inbox.apply(delta);
            count_receipts(channel, at, id, delta);
            let behind = delta.taken.iter().skip(1).zip(at.index + 1..);
            channel.following = behind.map(|(row, index)| (row.place, row.envelope, index)).collect();
            // What is released and did not get its turn was of a life that is over, or did not follow.
            let due: Vec<_> = channel.following.iter().map(|(place, ..)| *place).collect();
            channel.held.retain(|place, _| due.contains(place) || !delta.released.contains(place));
        }
        None => {
            channel.following.remove(0);
            channel.held.remove(&place);
        }
    }
    let files_of = in_role(statement, "held").unwrap_or(id);
    let fate = MessageFate::Unread;
    channel.entries.insert(id, place);
    channel
        .received
        .insert(place, Received { entry: id, files_of, envelope, header, found, fate, filed: vec![] });
}

fn decide(
    channel: &mut Channel,
    at: Position,
    id: EntryId,
    place: Place,
    delta: &InboxDelta,
    fate: MessageFate,
) {
    channel.inbox.apply(delta);
    count_receipts(channel, at, id, delta);
    if let Some(received) = channel.received.get_mut(&place) {
        received.fate = fate;
    }
}

/// Remembers where our receipts stand, to be given out when the counterpart lacks them.
fn count_receipts(channel: &mut Channel, at: Position, id: EntryId, delta: &InboxDelta) {
    let count = u64::try_from(delta.receipts.len()).unwrap_or(u64::MAX);
    let first = channel.inbox.head().next_receipt.saturating_sub(count);
    let places = (0..delta.receipts.len()).zip(first..);
    channel.receipts.extend(places.map(|(n, sequence)| ((at.incarnation, sequence), (id, n))));
}

fn release(channel: &mut Channel, delta: &InboxDelta) {
    channel.held.retain(|place, _| !delta.released.contains(place));
}
