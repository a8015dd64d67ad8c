//! The entries of this module: which are admitted, and what follows from them.

use std::collections::BTreeSet;

use comity_channel::{
    Agreement, CosignAnswer, CosignError, Fate, Header, InboxDelta, Item, KeyBundle, LogPosition, Outbox,
    OutboxDelta, PeerKeys, Place, PublishedKey, SignedAgreement, SignedReceipt, Standing, Status, log_of,
    witness_key,
};
use comity_journal::{Accepted, KnownLog, Outcome, SignedNote, Submission, Witness};
use comity_record::entry::{Content, Statement};
use comity_record::sign::VerifyingKey;
use comity_record::{Bytes, CaseId, EntryId, Sha256Digest};

use super::address;
use super::body::{
    AddressSet, AgreementSigned, CheckpointCosigned, Concern, ConcernRaised, CosignatureReceived,
    CounterpartAccepted, CounterpartHeard, CounterpartRestored, Found, KeysPublished, KeysReceived,
    MessageDrafted, MessageFiled, MessageGivenUp, MessageHeld, MessageOpened, MessageQueued, MessageReceived,
    MessageRefused, MessageSent, MessageTakenUp, Noticed, ReceiptFiled, SealingDestroyed, SealingDrawn,
};
use super::channels::{Channel, Channels, MessageFate};
use crate::approval::{Approved, officer, only_reference};
use crate::body::{Body, CaseAct, OfficeAct, office_journal, read_body};
use crate::refusal::{self, Refusal};
use crate::state::{Office, State};

/// An entry of this module, read. What was forgotten in a case says nothing but that it was there.
pub(crate) enum Step {
    Signed(AgreementSigned),
    Drawn(SealingDrawn),
    Destroyed(SealingDestroyed),
    Published(KeysPublished),
    Keys(KeysReceived),
    Drafted,
    Sent(Option<MessageSent>),
    Queued(Box<MessageQueued>),
    Held(Box<MessageHeld>),
    Received(Box<MessageReceived>),
    Refused(MessageRefused),
    Opened(MessageOpened),
    Filed,
    Receipt(ReceiptFiled),
    GivenUp(MessageGivenUp),
    TakenUp(MessageTakenUp),
    Heard(CounterpartHeard),
    Restored(CounterpartRestored),
    Concern(ConcernRaised),
    Accepted(CounterpartAccepted),
    Address(AddressSet),
    Cosigned(CheckpointCosigned),
    Cosignature(CosignatureReceived),
}

impl Step {
    /// Reads an entry, if it is one of this module in a version that is known here.
    pub(crate) fn read(statement: &Statement, content: Option<&Content>) -> Result<Option<Self>, Refusal> {
        fn of<T: Body>(statement: &Statement, content: Option<&Content>) -> Result<Option<T>, Refusal> {
            read_body(statement, content)
        }
        macro_rules! read {
            ($make:expr) => {
                of(statement, content)?.map($make)
            };
        }
        Ok(match statement.kind.as_str() {
            AgreementSigned::KIND => read!(Self::Signed),
            SealingDrawn::KIND => read!(Self::Drawn),
            SealingDestroyed::KIND => read!(Self::Destroyed),
            KeysPublished::KIND => read!(Self::Published),
            KeysReceived::KIND => read!(Self::Keys),
            MessageDrafted::KIND => Some(Self::Drafted),
            MessageSent::KIND => Some(Self::Sent(of(statement, content)?)),
            MessageQueued::KIND => {
                let queued: Option<MessageQueued> = of(statement, content)?;
                if let Some(queued) = &queued {
                    holds(content, queued.envelope)?;
                }
                queued.map(|queued| Self::Queued(Box::new(queued)))
            }
            MessageHeld::KIND => {
                let held: Option<MessageHeld> = of(statement, content)?;
                if let Some(held) = &held {
                    holds_found(content, held.envelope, &held.found)?;
                }
                held.map(|held| Self::Held(Box::new(held)))
            }
            MessageReceived::KIND => {
                let received: Option<MessageReceived> = of(statement, content)?;
                if let Some(received) = &received
                    && statement.refs.is_empty()
                {
                    holds_found(content, received.envelope, &received.found)?;
                }
                received.map(|received| Self::Received(Box::new(received)))
            }
            MessageRefused::KIND => read!(Self::Refused),
            MessageOpened::KIND => read!(Self::Opened),
            // Which message it is stands in the statement, which is never forgotten.
            MessageFiled::KIND => Some(Self::Filed),
            ReceiptFiled::KIND => read!(Self::Receipt),
            MessageGivenUp::KIND => read!(Self::GivenUp),
            MessageTakenUp::KIND => read!(Self::TakenUp),
            CounterpartHeard::KIND => read!(Self::Heard),
            CounterpartRestored::KIND => read!(Self::Restored),
            ConcernRaised::KIND => read!(Self::Concern),
            CounterpartAccepted::KIND => read!(Self::Accepted),
            AddressSet::KIND => read!(Self::Address),
            CheckpointCosigned::KIND => read!(Self::Cosigned),
            CosignatureReceived::KIND => read!(Self::Cosignature),
            _ => None,
        })
    }

    pub(super) fn agreement(&self) -> Option<Sha256Digest> {
        Some(match self {
            Self::Signed(_)
            | Self::Drawn(_)
            | Self::Destroyed(_)
            | Self::Drafted
            | Self::Filed
            | Self::Sent(None) => return None,
            Self::Published(body) => body.agreement,
            Self::Keys(body) => body.agreement,
            Self::Sent(Some(body)) => body.agreement,
            Self::Queued(body) => body.header.agreement,
            Self::Held(body) => body.header.agreement,
            Self::Received(body) => body.header.agreement,
            Self::Refused(body) => body.agreement,
            Self::Opened(body) => body.agreement,
            Self::Receipt(body) => body.agreement,
            Self::GivenUp(body) => body.agreement,
            Self::TakenUp(body) => body.agreement,
            Self::Heard(body) => body.agreement,
            Self::Restored(body) => body.agreement,
            Self::Concern(body) => body.agreement,
            Self::Accepted(body) => body.agreement,
            Self::Address(body) => body.agreement,
            Self::Cosigned(body) => body.agreement,
            Self::Cosignature(body) => body.agreement,
        })
    }

    fn is_in_case(&self) -> bool {
        matches!(self, Self::Drafted | Self::Sent(_) | Self::Filed)
    }
}

/// The files of an entry are those that its body speaks of.
fn holds(content: Option<&Content>, file: Sha256Digest) -> Result<(), Refusal> {
    let files = content.map(|content| content.attachments.as_slice()).unwrap_or_default();
    if files.iter().any(|attached| attached.sha256 == file) {
        Ok(())
    } else {
        Err(Refusal::UnknownFile(file))
    }
}

fn holds_found(content: Option<&Content>, envelope: Sha256Digest, found: &Found) -> Result<(), Refusal> {
    holds(content, envelope)?;
    match found {
        Found::Letter(letter) => holds(content, *letter),
        Found::Refused(_) => Ok(()),
    }
}

pub(super) fn body(why: impl std::fmt::Display) -> Refusal {
    Refusal::Body(why.to_string())
}

fn need(holds: bool, otherwise: &'static str) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(body(otherwise)) }
}

/// Whether the state admits an entry. Who signed it was checked.
pub(crate) fn check(
    state: &State,
    statement: &Statement,
    step: &Step,
    node: &VerifyingKey,
) -> Result<(), Refusal> {
    let office = state.office(statement.office)?;
    if step.is_in_case() {
        let case = state.case(statement.case)?;
        if case.office != office.id {
            return Err(Refusal::UnknownCase(case.id));
        }
    } else if statement.case != office_journal(office.id) {
        return Err(body(format!("{} does not belong into a case", statement.kind)));
    }
    let channels = state.channels();
    let channel = match step.agreement() {
        Some(agreement) => channels.of_office(office.id, agreement)?,
        None => return check_without_channel(state, office, statement, step, node),
    };
    match step {
        Step::Published(published) => check_published(channels, channel, published),
        Step::Keys(keys) => keys_after(channel, &keys.bundle).map(drop),
        Step::Sent(Some(sent)) => check_sent(state, channel, statement, sent),
        Step::Queued(queued) => check_queued(state, channel, statement, queued),
        Step::Held(held) => check_held(channel, held),
        Step::Received(received) => check_received(state, channel, statement, received),
        Step::Refused(refused) => {
            let fate = Fate::Refused { rule: refused.rule.clone() };
            check_decided(state, channel, refused.place, fate, &refused.delta)
        }
        Step::Opened(opened) => {
            let received = channel.received.get(&opened.place);
            let received = received.ok_or_else(|| body("nothing was received at this place"))?;
            need(only_reference(statement, "opens")? == received.entry, "another message is referred to")?;
            need(matches!(received.found, Found::Letter(_)), "there is nothing that may be shown")?;
            let fate = Fate::Opened { by: officer(statement)? };
            check_decided(state, channel, opened.place, fate, &opened.delta)
        }
        Step::Receipt(filed) => check_receipt(channel, filed),
        Step::GivenUp(given_up) => {
            check_status(&channel.outbox, &given_up.delta, Status::Waiting, Status::GivenUp)
        }
        Step::TakenUp(taken_up) => {
            check_status(&channel.outbox, &taken_up.delta, Status::GivenUp, Status::Waiting)
        }
        Step::Heard(heard) => check_standing(&channel.outbox, &heard.standing, &heard.delta),
        Step::Restored(CounterpartRestored {
            noticed: Noticed::Standing { standing, delta, .. }, ..
        }) => check_standing(&channel.outbox, standing, delta),
        Step::Accepted(accepted) => {
            refusal::text("reason", &accepted.reason)?;
            check_accepted(channels, channel, statement, accepted)
        }
        Step::Address(set) => match &set.address {
            Some(address) => address::check(address).map_err(body),
            None => Ok(()),
        },
        Step::Cosigned(cosigned) => {
            let seen = channels.asked.get(&channel.their_lineage());
            need(
                seen.is_none_or(|seen| *seen < cosigned.asked),
                "the request is not later than the last one",
            )?;
            accepted(&channels.witness, channel, &cosigned.submission).map(drop)
        }
        Step::Cosignature(received) => cosignature(channel, received, node).map(drop),
        // What is told of these changes nothing, or was checked above.
        Step::Restored(_)
        | Step::Concern(_)
        | Step::Signed(_)
        | Step::Drawn(_)
        | Step::Destroyed(_)
        | Step::Drafted
        | Step::Filed
        | Step::Sent(None) => Ok(()),
    }
}

fn check_without_channel(
    state: &State,
    office: &Office,
    statement: &Statement,
    step: &Step,
    node: &VerifyingKey,
) -> Result<(), Refusal> {
    let channels = state.channels();
    match step {
        Step::Signed(signed) => {
            let text = Agreement::parse(signed.text.as_ref()).map_err(body)?;
            check_ours(channels, office, &text, node)?;
            let key = text.consent(office.id, &signed.signature).map_err(body)?;
            let author = officer(statement)?;
            let known = office.officers.get(&author).ok_or(Refusal::UnknownOfficer(author))?;
            if known.key == key { Ok(()) } else { Err(Refusal::WrongKey) }
        }
        Step::Drawn(drawn) => {
            need(drawn.key.from <= drawn.key.until, "a key that is never in use")?;
            let known = channels.sealing.contains_key(&drawn.key.id());
            if known { Err(Refusal::Exists("key")) } else { Ok(()) }
        }
        Step::Destroyed(destroyed) => {
            let own = channels.sealing.get(&destroyed.key).filter(|own| own.office == office.id);
            need(own.is_some_and(|own| own.destroyed.is_none()), "there is no such key any more")
        }
        Step::Filed => {
            let entry = only_reference(statement, "files")?;
            let (_, received) = channels.received(office.id, entry)?;
            match received.fate {
                MessageFate::Opened { .. } => Ok(()),
                MessageFate::Unread => Err(Refusal::MessageState("not opened yet")),
                MessageFate::Refused { .. } => Err(Refusal::MessageState("refused")),
            }
        }
        _ => Ok(()),
    }
}

/// Whether an agreement describes this office and node as they are.
fn check_ours(
    channels: &Channels,
    office: &Office,
    text: &Agreement,
    node: &VerifyingKey,
) -> Result<(), Refusal> {
    let us = text.party(office.id).map_err(body)?;
    need(us.node == *node, "the agreement names another node for this office")?;
    need(us.name == office.name, "the agreement names the office otherwise")?;
    need(us.authority == office.authority, "the agreement names another authority for this office")?;
    need(us.country == office.country, "the agreement names another state for this office")?;
    if text.exercise != office.exercise {
        return Err(Refusal::ExerciseMix);
    }
    let kept: BTreeSet<_> = channels.sealing_keys(office.id).map(PublishedKey::id).collect();
    // Whether it is in use was asked when the entry was made; which day that was is not for the state to say.
    need(us.keys.iter().any(|key| kept.contains(&key.id())), "no sealing key whose private half is here")
}

/// Whether an act that is proposed for an office, or approved now, is sound.
pub(crate) fn check_act(
    state: &State,
    office: &Office,
    act: &OfficeAct,
    node: &VerifyingKey,
) -> Result<(), Refusal> {
    let channels = state.channels();
    match act {
        OfficeAct::FileAgreement { agreement, signed } => {
            let signed = SignedAgreement::parse(signed.as_ref()).map_err(body)?;
            let agreed = signed.verify().map_err(body)?;
            need(agreed.digest() == *agreement, "the agreement is not the one that is named")?;
            if channels.by_agreement.contains_key(agreement) {
                return Err(Refusal::Exists("agreement"));
            }
            check_ours(channels, office, agreed.agreement(), node)?;
            let ours = channels.signed_text(*agreement).filter(|text| text.office == office.id);
            let ours = ours.ok_or_else(|| body("no officer of this office has signed it here"))?;
            let known = signed.signatures.iter().any(|s| ours.signatures.iter().any(|(_, our)| our == s));
            need(known, "the signature for this office was not made here")
        }
        OfficeAct::EndAgreement(agreement) => {
            let channel = channels.of_office(office.id, *agreement)?;
            match channel.ended_by {
                Some(_) => Err(Refusal::AgreementEnded(*agreement)),
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn check_published(channels: &Channels, channel: &Channel, published: &KeysPublished) -> Result<(), Refusal> {
    let bundle = KeyBundle::open(published.bundle.as_ref(), &channel.agreed, channel.office).map_err(body)?;
    let last = channel.announced.as_ref().map_or(0, |(number, _)| *number);
    need(bundle.number > last, "the announcement does not follow the last one")?;
    let kept: BTreeSet<_> = channels.sealing_keys(channel.office).map(PublishedKey::id).collect();
    need(
        bundle.keys.iter().all(|key| kept.contains(&key.id())),
        "a sealing key whose private half is not here",
    )
}

/// The counterpart's keys after an announcement that says something new.
pub(super) fn keys_after(channel: &Channel, bundle: &Bytes) -> Result<PeerKeys, Refusal> {
    let bundle = KeyBundle::open(bundle.as_ref(), &channel.agreed, channel.them().office).map_err(body)?;
    let after = channel.peer_keys.updated(&bundle).map_err(body)?;
    need(after != channel.peer_keys, "the announcement is known already")?;
    Ok(after)
}

fn check_sent(
    state: &State,
    channel: &Channel,
    statement: &Statement,
    sent: &MessageSent,
) -> Result<(), Refusal> {
    not_ended(channel)?;
    need(channel.outbox.next().0 == sent.place, "another message took its place")?;
    let case = state.case(statement.case)?;
    if case.exercise != channel.agreed.agreement().exercise {
        return Err(Refusal::ExerciseMix);
    }
    let approved = check_approval(state, channel, statement, statement.case, &sent.kind, sent.content)?;
    let by: BTreeSet<_> = approved.into_iter().flat_map(|a| [a.proposed_by(), a.approved_by()]).collect();
    need(
        sent.label.approved_by.iter().copied().collect::<BTreeSet<_>>() == by,
        "approved by others than it says",
    )
}

fn not_ended(channel: &Channel) -> Result<(), Refusal> {
    if channel.ended_by.is_some() { Err(Refusal::AgreementEnded(channel.agreement())) } else { Ok(()) }
}

/// The approval that a message carries out. Where the agreement asks for two persons, there must be one.
fn check_approval<'a>(
    state: &'a State,
    channel: &Channel,
    statement: &Statement,
    case: CaseId,
    kind: &comity_record::Token,
    content: Sha256Digest,
) -> Result<Option<&'a Approved<CaseAct>>, Refusal> {
    let Some(proposal) = in_role(statement, "carries-out") else {
        let term = channel.agreed.agreement().kind(kind);
        return if term.is_none_or(|term| term.approval) { Err(Refusal::NotApproved) } else { Ok(None) };
    };
    if channel.carried_out.contains(&proposal) {
        return Err(Refusal::Exists("message for this approval"));
    }
    let approved = state.case(case)?.approval(proposal)?;
    let act = CaseAct::Send { agreement: channel.agreement(), content };
    if *approved.act() == act { Ok(Some(approved)) } else { Err(Refusal::NotApproved) }
}

pub(super) fn in_role(statement: &Statement, role: &str) -> Option<EntryId> {
    statement.refs.iter().find(|reference| reference.role.as_str() == role).map(|reference| reference.entry)
}

fn check_queued(
    state: &State,
    channel: &Channel,
    statement: &Statement,
    queued: &MessageQueued,
) -> Result<(), Refusal> {
    not_ended(channel)?;
    let header = &queued.header;
    check_header(channel, header, channel.office)?;
    let (next, previous) = channel.outbox.next();
    need((header.place, header.previous) == (next, previous), "another message took its place")?;
    let sends = in_role(statement, "sends").ok_or(Refusal::Reference("sends"))?;
    let case = state.case(queued.case)?;
    let in_case = case.standing(sends)?;
    let at_end = state.end(case.id).last == Some(sends) && !channel.entries.contains_key(&sends);
    need(
        at_end && case.office == channel.office && in_case.kind.as_str() == MessageSent::KIND,
        "the case does not tell of the message",
    )?;
    check_approval(state, channel, statement, queued.case, &header.kind, queued.content)?;

    let (old, delta) = (&channel.outbox, &queued.delta);
    let mut head = old.head().clone();
    (head.next.counter, head.last) = (next.counter + 1, Some(queued.envelope));
    let [item] = delta.items.as_slice() else { return Err(body("not exactly one message is queued")) };
    need(
        delta.head.as_ref() == Some(&head)
            && (item.place, item.envelope, item.status) == (next, queued.envelope, Status::Waiting),
        "the outbox would not be as it is told",
    )?;
    check_dropped(old, delta)
}

fn check_header(channel: &Channel, header: &Header, sender: comity_record::OfficeId) -> Result<(), Refusal> {
    let text = channel.agreed.agreement();
    let recipient = text.counterpart(sender).map_err(body)?.office;
    need((header.sender, header.recipient) == (sender, recipient), "the message is not of this channel")?;
    if header.exercise == text.exercise || sender != channel.office {
        Ok(())
    } else {
        Err(Refusal::ExerciseMix)
    }
}

pub(super) fn item_of(outbox: &Outbox, place: Place) -> Option<&Item> {
    let items = outbox.items();
    items.binary_search_by_key(&place, |item| item.place).ok().map(|at| &items[at])
}

fn check_dropped(old: &Outbox, delta: &OutboxDelta) -> Result<(), Refusal> {
    let settled = |place: &Place| item_of(old, *place).is_some_and(|item| item.status.is_settled());
    need(delta.dropped.iter().all(settled), "a message that is not settled would be dropped")
}

/// Whether a delta only moves messages from one status to another.
fn check_status(old: &Outbox, delta: &OutboxDelta, from: Status, to: Status) -> Result<(), Refusal> {
    let is = |item: &Item, status: Status| {
        item_of(old, item.place).is_some_and(|known| {
            known.envelope == item.envelope && known.status == status && item.status == to
        })
    };
    // What waits behind a message that is taken up may go from then on, and remembers when that was.
    let sound = |item: &Item| is(item, from) || (to == Status::Waiting && is(item, to));
    need(
        delta.head.is_none()
            && delta.dropped.is_empty()
            && delta.items.iter().any(|item| is(item, from))
            && delta.items.iter().all(sound),
        "the outbox would not be as it is told",
    )
}

fn check_standing(old: &Outbox, standing: &Standing, delta: &OutboxDelta) -> Result<(), Refusal> {
    let head = delta.head.as_ref().ok_or_else(|| body("nothing was heard of the counterpart"))?;
    let heard = head.heard.last();
    let mut unchanged = old.head().clone();
    unchanged.heard.clone_from(&head.heard);
    let again = |item: &Item| {
        item_of(old, item.place).is_some_and(|known| {
            known.envelope == item.envelope && known.status.is_settled() && item.status == Status::Waiting
        }) && item.place >= standing.expects
    };
    need(
        heard.map(|heard| (heard.incarnation, heard.receipts_from))
            == Some((standing.incarnation, standing.receipts_from))
            && *head == unchanged
            && delta.dropped.is_empty()
            && delta.items.iter().all(again),
        "the outbox would not be as it is told",
    )
}

fn check_receipt(channel: &Channel, filed: &ReceiptFiled) -> Result<(), Refusal> {
    let signed = SignedReceipt::verify(filed.receipt.as_ref(), &channel.agreed).map_err(body)?;
    let receipt = signed.receipt();
    need(receipt.sender == channel.office, "the receipt is not for a message of this office")?;
    let (old, delta) = (&channel.outbox, &filed.delta);
    let head = delta.head.as_ref().ok_or_else(|| body("the receipt says nothing new"))?;
    let mut expected = old.head().clone();
    expected.receipts = comity_channel::ReceiptHead {
        incarnation: receipt.position.incarnation,
        life_from: receipt.life_from,
        next: receipt.sequence + 1,
        last: Some(signed.digest()),
    };
    let sound = |item: &Item| {
        let of_it = (item.place, item.envelope) == (receipt.place, receipt.envelope);
        let known = item_of(old, item.place);
        known.is_some_and(|known| {
            known.envelope == item.envelope
                && if of_it {
                    item.status.is_settled() && item.receipt == Some(signed.digest())
                } else {
                    (item.status, item.receipt) == (known.status, known.receipt)
                }
        })
    };
    need(
        *head == expected && delta.dropped.is_empty() && delta.items.iter().all(sound),
        "the outbox would not be as it is told",
    )
}

fn check_held(channel: &Channel, held: &MessageHeld) -> Result<(), Refusal> {
    check_header(channel, &held.header, channel.them().office)?;
    let [row] = held.delta.held.as_slice() else { return Err(body("not exactly one message is held")) };
    let rest = InboxDelta { held: vec![], ..held.delta.clone() };
    let fresh = !channel.held.contains_key(&row.place) && row.place > channel.inbox.expects();
    need(
        rest == InboxDelta::default()
            && fresh
            && (row.place, row.envelope, row.previous)
                == (held.header.place, held.envelope, held.header.previous),
        "the inbox would not be as it is told",
    )
}

fn check_received(
    state: &State,
    channel: &Channel,
    statement: &Statement,
    received: &MessageReceived,
) -> Result<(), Refusal> {
    let (place, envelope) = (received.header.place, received.envelope);
    check_header(channel, &received.header, channel.them().office)?;
    let was_held = match statement.refs.as_slice() {
        [] => None,
        _ => Some(only_reference(statement, "held")?),
    };
    let Some(delta) = &received.delta else {
        let due = channel.following.first() == Some(&(place, envelope, state.size()));
        let held = channel.held.get(&place).is_some_and(|held| {
            Some(held.entry) == was_held && held.envelope == envelope && held.found == received.found
        });
        return need(due && held, "its turn has not come");
    };
    need(channel.following.is_empty() && was_held.is_none(), "others come before it")?;
    let expects = channel.inbox.expects();
    let first_of_later_life = place.incarnation > expects.incarnation && place.counter == 0;
    need(place == expects || first_of_later_life, "its turn has not come")?;
    let fates: Vec<_> = delta.taken.iter().map(|row| (row.place, row.envelope, Fate::Received)).collect();
    let digests = check_receipts(state, channel, delta, &fates)?;
    let rows_fit =
        delta.taken.iter().zip(&digests).all(|(row, digest)| row.receipt == *digest && !row.decided);
    let first = delta.taken.first().map(|row| (row.place, row.envelope));
    let behind = delta
        .taken
        .iter()
        .skip(1)
        .all(|row| channel.held.get(&row.place).is_some_and(|held| held.envelope == row.envelope));
    let in_a_row = delta.taken.windows(2).all(|pair| pair[1].place == after(pair[0].place));
    let released = delta.released.iter().all(|place| channel.held.contains_key(place));
    let last = delta.taken.last();
    let head = delta.head.as_ref();
    let head_fits = head.is_some_and(|head| {
        last.is_some_and(|last| head.next == after(last.place) && head.last == Some(last.envelope))
    });
    need(
        first == Some((place, envelope))
            && rows_fit
            && behind
            && in_a_row
            && released
            && head_fits
            && delta.held.is_empty(),
        "the inbox would not be as it is told",
    )
}

pub(super) fn after(place: Place) -> Place {
    Place { counter: place.counter + 1, ..place }
}

/// Whether the receipts of a delta are this node's, stand where they say, follow the ones before, and say what is
/// expected. Gives their digests.
fn check_receipts(
    state: &State,
    channel: &Channel,
    delta: &InboxDelta,
    fates: &[(Place, Sha256Digest, Fate)],
) -> Result<Vec<Sha256Digest>, Refusal> {
    need(delta.receipts.len() == fates.len(), "not one receipt for each message")?;
    let old = channel.inbox.head();
    let (mut index, mut sequence, mut previous) = (state.size(), old.next_receipt, old.last_receipt);
    let mut digests = Vec::with_capacity(fates.len());
    for (bytes, (place, envelope, fate)) in delta.receipts.iter().zip(fates) {
        let signed = SignedReceipt::verify(bytes.as_ref(), &channel.agreed).map_err(body)?;
        let receipt = signed.receipt();
        need(
            receipt.recipient == channel.office
                && (receipt.place, receipt.envelope, &receipt.fate) == (*place, *envelope, fate)
                && receipt.position == LogPosition { incarnation: state.incarnation(), index }
                && (receipt.sequence, receipt.previous) == (sequence, previous),
            "a receipt does not say what is told",
        )?;
        (index, sequence, previous) = (index + 1, sequence + 1, Some(signed.digest()));
        digests.push(signed.digest());
    }
    let head = delta.head.as_ref().ok_or_else(|| body("the receipts are not counted"))?;
    let same_channel =
        (head.agreement, head.sender, head.recipient) == (old.agreement, old.sender, old.recipient);
    need(
        same_channel
            && (head.next_receipt, head.last_receipt) == (sequence, previous)
            && head.incarnation == state.incarnation(),
        "the receipts are not counted",
    )?;
    Ok(digests)
}

fn check_decided(
    state: &State,
    channel: &Channel,
    place: Place,
    fate: Fate,
    delta: &InboxDelta,
) -> Result<(), Refusal> {
    need(channel.following.is_empty(), "others come before it")?;
    let received = channel.received.get(&place).ok_or_else(|| body("nothing was received at this place"))?;
    need(received.fate == MessageFate::Unread, "it was decided already")?;
    check_receipts(state, channel, delta, &[(place, received.envelope, fate)])?;
    let [row] = delta.taken.as_slice() else { return Err(body("not exactly one message is decided")) };
    let old = channel.inbox.head();
    let head = delta.head.as_ref();
    need(
        (row.place, row.envelope, row.decided) == (place, received.envelope, true)
            && head.is_some_and(|head| (head.next, head.last) == (old.next, old.last))
            && delta.held.is_empty()
            && delta.released.is_empty()
            && delta.forgotten.is_empty(),
        "the inbox would not be as it is told",
    )
}

fn check_accepted(
    channels: &Channels,
    channel: &Channel,
    statement: &Statement,
    accepted: &CounterpartAccepted,
) -> Result<(), Refusal> {
    let concern = only_reference(statement, "accepts")?;
    let raised = channel.concerns.get(&concern).ok_or(Refusal::UnknownEntry(concern))?;
    if raised.accepted_by.is_some() {
        return Err(Refusal::Decided);
    }
    let Concern::UnknownPast { place } = raised.concern else {
        need(accepted.delta == InboxDelta::default(), "nothing of the inbox changes")?;
        return loss(channels, channel, &raised.concern).map(drop);
    };
    let expects = channel.inbox.expects();
    let Some(head) = &accepted.delta.head else {
        return need(place.incarnation <= expects.incarnation, "the life is not accepted");
    };
    let mut expected = channel.inbox.head().clone();
    expected.next = Place { incarnation: place.incarnation, counter: 0 };
    let rest = InboxDelta { head: None, released: vec![], ..accepted.delta.clone() };
    need(
        *head == expected && place.incarnation > expects.incarnation && rest == InboxDelta::default(),
        "the inbox would not be as it is told",
    )
}

/// What is accepted by accepting that the counterpart's log was restored; nothing, where another concern is accepted
/// or the log went on since.
pub(super) fn loss(
    channels: &Channels,
    channel: &Channel,
    concern: &Concern,
) -> Result<Option<Accepted>, Refusal> {
    let Concern::Log { submission, at_risk: Some(_), .. } = concern else { return Ok(None) };
    let submission = Submission::parse(submission.as_bytes()).map_err(body)?;
    Ok(match channels.witness.examine(&submission, &log_of(channel.them())) {
        Ok(Outcome::Rewritten(rewritten)) => Some(rewritten.accept_loss()),
        _ => None,
    })
}

/// What is remembered of the counterpart's log after a submission that is sound.
pub(super) fn accepted(witness: &Witness, channel: &Channel, submission: &str) -> Result<Accepted, Refusal> {
    let submission = Submission::parse(submission.as_bytes()).map_err(body)?;
    match witness.examine(&submission, &log_of(channel.them())).map_err(body)? {
        Outcome::Sound(accepted) => Ok(accepted),
        Outcome::Rewritten(_) => Err(body("the log was restored and nobody has accepted that")),
    }
}

/// A checkpoint of this node's log that the counterpart cosigned: the life of the log, and its size.
pub(super) fn cosignature(
    channel: &Channel,
    received: &CosignatureReceived,
    node: &VerifyingKey,
) -> Result<(u32, u64), Refusal> {
    let note = SignedNote::parse(received.note.as_bytes()).map_err(body)?;
    let known = KnownLog::of_node(node.key_id(), vec![*node]);
    let checkpoint = known.open(&note).map_err(body)?;
    let answer = CosignAnswer::parse(received.answer.as_ref()).map_err(body)?;
    let signature = answer.cosignature(channel.them()).map_err(body)?;
    let signature = signature.ok_or_else(|| body(CosignError::NotTheirs))?;
    let mut cosigned = note;
    cosigned.add(signature).map_err(body)?;
    cosigned.verify(&[witness_key(channel.them())]).map_err(body)?;
    let life = checkpoint.origin.node_log().map_or(0, |log| log.incarnation);
    Ok((life, checkpoint.head.size))
}
