//! `comity channel`: messages to and from other offices.

use std::path::Path;
use std::process::ExitCode;

use comity_casework::Package;
use comity_casework::body::CaseAct;
use comity_casework::dispatch::Parcel;
use comity_casework::exchange::{Carried, Channel, Concern, Message, MessageContent, SendWhat, Way};
use comity_casework::offer::Offer;
use comity_channel::{Label, MAX_CARRIED_BYTES, MAX_LETTER_BYTES, Party, Place};
use comity_node::{Told, converse};
use comity_record::handling::{Handling, HandlingCode, Origin, Use};
use comity_record::{EntryId, Sha256Digest, Token};
use comity_request::RequestTwin;
use serde_json::{Value, json};

use crate::agreement::named;
use crate::carrier::Https;
use crate::case::receipt;
use crate::cli::{As, ChannelCommand, CodeName, Conditions, Sending, Under};
use crate::folder::{self, Opened};
use crate::node::block_on;
use crate::out::{Failure, Out, clean, shown};
use crate::outside;

/// Letters of a digest that tell one agreement from another in a list.
const SHORT: usize = 12;

pub fn run(out: &Out, command: ChannelCommand) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            ChannelCommand::Status(who) => status(out, &who).await?,
            ChannelCommand::Inbox(under) => list(out, &under, Way::In).await?,
            ChannelCommand::Outbox(under) => list(out, &under, Way::Out).await?,
            ChannelCommand::Show { who, message } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let messages = opened.node.messages(&session).map_err(Failure::of)?;
                show(out, &find(&messages, message)?);
            }
            ChannelCommand::Open { who, message, out: to } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                if let Some(to) = to.as_deref().filter(|to| to.exists()) {
                    return Err(Failure::new("comity-file-exists", vec![("path", shown(to))]));
                }
                opened.node.open_message(&session, message).await.map_err(Failure::of)?;
                let letter = opened.node.read_message(&session, message).await.map_err(Failure::of)?;
                let text = std::str::from_utf8(letter.body.as_ref()).ok();
                if let Some(to) = &to {
                    outside::write(to, letter.body.as_ref())?;
                }
                let offer = Offer::read(letter.body.as_ref()).ok();
                let answer = json!({
                    "message": message, "label": letter.label, "attachments": letter.attachments,
                    "bytes": letter.body.as_ref().len(), "path": to.as_deref().map(shown),
                    "text": text.filter(|_| to.is_none()), "offer": offer,
                });
                out.answer(&answer, |out| match (&to, text) {
                    (Some(to), _) => out.say("comity-message-written", &[("path", &shown(to))]),
                    (None, Some(text)) => text.lines().for_each(|line| out.line(&clean(line))),
                    (None, None) => match &offer {
                        Some(offer) => {
                            let bytes = offer.size.to_string();
                            let values = [
                                ("name", offer.name.as_str()),
                                ("bytes", &bytes),
                                ("message", &message.to_string()),
                            ];
                            out.say("comity-message-offer", &values);
                        }
                        None => out.say("comity-message-binary", &[]),
                    },
                });
            }
            ChannelCommand::File { who, message, case } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let taken = opened.node.file_message(&session, message, case).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            ChannelCommand::Propose(sending) => {
                let reason = sending.reason.clone().unwrap_or_default();
                let (opened, session) = folder::sign_in(out, &sending.under.who).await?;
                let case = opened.case(&session, &sending.case)?;
                let channel = named(&opened, &session, sending.under.agreement.as_deref())?;
                let what = what(&sending, &channel)?;
                let proposed =
                    opened.node.propose_message(&session, case, &what, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-proposed", &proposed);
            }
            ChannelCommand::Proposed { who, case, proposal, out: to } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let case = opened.case(&session, &case)?;
                let state = opened.node.state();
                let found = state.case(case).and_then(|case| case.proposal(proposal)).map_err(Failure::of)?;
                let CaseAct::Send { agreement, .. } = *found.act() else {
                    let args =
                        vec![("entry", proposal.to_string()), ("act", found.act().as_str().to_owned())];
                    return Err(Failure::new("comity-proposed-no-message", args));
                };
                let content = opened.node.proposed_message(&session, case, proposal).await;
                let content = content.map_err(Failure::of)?;
                proposed(out, &opened, agreement, &content, to.as_deref())?;
            }
            ChannelCommand::Send { what: sending, proposal } => {
                let (opened, session) = folder::sign_in(out, &sending.under.who).await?;
                let case = opened.case(&session, &sending.case)?;
                let channel = named(&opened, &session, sending.under.agreement.as_deref())?;
                let what = SendWhat { proposal, ..what(&sending, &channel)? };
                let taken = opened.node.send(&session, case, what).await.map_err(Failure::of)?;
                receipt(out, "comity-message-queued", &taken);
            }
            ChannelCommand::TakeUp { who, message, all: _ } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let mut messages = opened.node.messages(&session).map_err(Failure::of)?;
                match message {
                    Some(message) => messages = vec![find(&messages, message)?],
                    None => messages.retain(|message| message.status == "given-up"),
                }
                for Message { agreement, place, .. } in messages {
                    let taken = opened.node.take_up(&session, agreement, place).await.map_err(Failure::of)?;
                    receipt(out, "comity-recorded", &taken);
                }
            }
            ChannelCommand::Accept { who, concern, reason } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let taken =
                    opened.node.accept_concern(&session, concern, reason).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            ChannelCommand::Write { under, out: to } => {
                let (opened, session) = folder::sign_in(out, &under.who).await?;
                let channel = named(&opened, &session, under.agreement.as_deref())?;
                let carried =
                    opened.node.compose_carried(&session, channel.agreement()).await.map_err(Failure::of)?;
                let Carried { bytes, messages, waiting } = carried;
                outside::write(&to, &bytes)?;
                let answer = json!({
                    "path": shown(&to), "bytes": bytes.len(), "messages": messages, "waiting": waiting,
                });
                out.answer(&answer, |out| {
                    let [bytes, messages, waiting] =
                        [bytes.len(), messages, waiting].map(|number| number.to_string());
                    let values = [
                        ("path", shown(&to)),
                        ("bytes", bytes),
                        ("messages", messages),
                        ("waiting", waiting),
                    ];
                    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    out.say("comity-bundle-written", &values);
                });
            }
            ChannelCommand::Read { who, file } => {
                let most = u64::try_from(MAX_CARRIED_BYTES).unwrap_or(u64::MAX);
                let bundle = crate::export::read(&file, most)?;
                let (opened, session) = folder::sign_in(out, &who).await?;
                let (agreement, progress) =
                    opened.node.take_carried(&session, &bundle).await.map_err(Failure::of)?;
                let told = Told { messages: progress.messages, receipts: progress.receipts, rounds: 1 };
                tell(out, agreement, told);
            }
            ChannelCommand::Sync(under) => sync(out, &under).await?,
            ChannelCommand::Address { under, to, none: _ } => {
                let (opened, session) = folder::sign_in(out, &under.who).await?;
                let channel = named(&opened, &session, under.agreement.as_deref())?;
                let to = to.map(|endpoint| endpoint.to_string());
                let taken =
                    opened.node.set_address(&session, channel.agreement(), to).await.map_err(Failure::of)?;
                receipt(out, "comity-recorded", &taken);
            }
            ChannelCommand::RotateKeys(who) => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let key = opened.node.rotate_keys(&session).await.map_err(Failure::of)?;
                out.answer(&json!({ "key": key }), |out| {
                    out.say("comity-keys-rotated", &[("key", &key.to_string())]);
                });
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Shows what was proposed to be sent, as the counterpart would read it.
fn proposed(
    out: &Out,
    opened: &Opened,
    agreement: Sha256Digest,
    content: &MessageContent,
    to: Option<&Path>,
) -> Result<(), Failure> {
    let state = opened.node.state();
    let them = state.channels().get(agreement).map_err(Failure::of)?.them();
    let inside = Inside::of(content)?;
    if let Some(to) = to {
        outside::write(to, &inside.file)?;
    }
    let answer = json!({
        "kind": content.kind, "agreement": agreement, "office": them.name, "country": them.country, "label": content.label, "holds": inside.told,
        "path": to.map(shown),
    });
    out.answer(&answer, |out| {
        inside.tell(out, them, content);
        if let Some(to) = to {
            out.say("comity-message-written", &[("path", &shown(to))]);
        }
    });
    Ok(())
}

/// Tells people what was proposed to be sent.
pub fn tell_proposed(
    out: &Out,
    opened: &Opened,
    agreement: Sha256Digest,
    content: &MessageContent,
) -> Result<(), Failure> {
    let state = opened.node.state();
    let them = state.channels().get(agreement).map_err(Failure::of)?.them();
    Inside::of(content)?.tell(out, them, content);
    Ok(())
}

/// What is inside of a message that was proposed.
struct Inside {
    /// For people: the message that tells of it, its values, and lines of its own.
    key: &'static str,
    values: Vec<(&'static str, String)>,
    lines: Vec<String>,
    /// For programs.
    told: Value,
    /// What is looked at by another program.
    file: Vec<u8>,
}

impl Inside {
    fn tell(&self, out: &Out, them: &Party, content: &MessageContent) {
        let handling = &content.label.handling;
        let purposes: Vec<_> = handling.purposes.iter().map(Token::as_str).collect();
        let until = handling.retain_until.map(|day| day.to_string()).unwrap_or_default();
        let values = [
            ("kind", content.kind.as_str()),
            ("office", &them.name),
            ("state", them.country.as_str()),
            ("purposes", &purposes.join(", ")),
            ("until", &until),
        ];
        out.say("comity-proposed-message", &values);
        let values: Vec<_> = self.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        out.say(self.key, &values);
        for line in &self.lines {
            out.line(&format!("  {}", clean(line)));
        }
    }

    fn of(content: &MessageContent) -> Result<Self, Failure> {
        let body = content.body.as_ref();
        if let Ok(offer) = Offer::read(body) {
            return Ok(Self {
                key: "comity-proposed-offer",
                told: json!({ "offer": offer }),
                values: vec![
                    ("name", offer.name.clone()),
                    ("bytes", offer.size.to_string()),
                    ("entry", offer.packaged.to_string()),
                    ("key", offer.key.to_string()),
                    ("root", offer.root.to_string()),
                ],
                lines: vec![],
                file: body.to_vec(),
            });
        }
        Ok(match Parcel::read(body) {
            Ok(Parcel::Request { twin, print, .. }) => {
                let twin = RequestTwin::from_bytes(twin.as_ref()).map_err(Failure::of)?;
                let reference = twin.request.reference.clone();
                Self {
                    key: "comity-proposed-request",
                    told: json!({ "request": reference, "version": twin.digest, "print_bytes": print.0.len() }),
                    values: vec![("reference", reference), ("version", twin.digest.to_string())],
                    lines: vec![],
                    file: print.0,
                }
            }
            Ok(Parcel::Events { request, events, .. }) => Self {
                key: "comity-proposed-events",
                told: json!({ "version": request, "events": events }),
                values: vec![("version", request.to_string())],
                lines: events.iter().map(|event| event.kind().code().to_owned()).collect(),
                file: body.to_vec(),
            },
            Ok(Parcel::Answer { request, event, package, .. }) => {
                let Some(package) = package else {
                    return Ok(Self {
                        key: "comity-proposed-answer-alone",
                        told: json!({ "version": request, "event": event, "package": null, "files": [] }),
                        values: vec![("version", request.to_string())],
                        lines: vec![event.kind().code().to_owned()],
                        file: body.to_vec(),
                    });
                };
                let files = Package::from_tar(package.as_ref()).map_err(Failure::of)?;
                let digest = files.digest();
                Self {
                    key: "comity-proposed-answer",
                    told: json!({
                        "version": request, "event": event, "package": digest,
                        "files": files.files().keys().collect::<Vec<_>>(),
                    }),
                    values: vec![("version", request.to_string()), ("digest", digest.to_string())],
                    lines: files.files().keys().cloned().collect(),
                    file: package.0,
                }
            }
            Err(_) => {
                let text = std::str::from_utf8(body).ok();
                Self {
                    key: "comity-proposed-other",
                    told: json!({ "bytes": body.len(), "text": text }),
                    values: vec![("bytes", body.len().to_string())],
                    lines: text.unwrap_or_default().lines().map(str::to_owned).collect(),
                    file: body.to_vec(),
                }
            }
        })
    }
}

/// Calls the counterpart of an agreement; every one that has an address, if none is named.
async fn sync(out: &Out, under: &Under) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &under.who).await?;
    opened.node.may_operate(&session).map_err(Failure::of)?;
    let only = match &under.agreement {
        Some(begins) => Some(named(&opened, &session, Some(begins))?.agreement()),
        None => None,
    };
    let carrier = Https::of(&opened.node);
    let mut called = false;
    for to in opened.node.destinations() {
        if only.is_some_and(|only| only != to.agreement) {
            continue;
        }
        called = true;
        let told = converse(opened.node.as_ref(), &carrier, &to).await.map_err(Failure::of)?;
        tell(out, to.agreement, told);
    }
    if called { Ok(()) } else { Err(Failure::new("comity-no-address", vec![])) }
}

fn tell(out: &Out, agreement: Sha256Digest, told: Told) {
    let Told { messages, receipts, rounds } = told;
    let answer = json!({
        "agreement": agreement, "messages": messages, "receipts": receipts, "exchanges": rounds,
    });
    out.answer(&answer, |out| {
        let values = [("messages", messages.to_string()), ("receipts", receipts.to_string())];
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        out.say("comity-exchanged", &values);
    });
}

async fn status(out: &Out, who: &As) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, who).await?;
    let messages = opened.node.messages(&session).map_err(Failure::of)?;
    for channel in opened.node.agreements(&session).map_err(Failure::of)? {
        let agreement = channel.agreement();
        let count = |way: Way, status: &str| {
            let of_it = messages.iter().filter(|m| m.agreement == agreement && m.way == way);
            of_it.filter(|message| message.status == status).count()
        };
        let concerns: Vec<Value> =
            channel.open_concerns().map(|(entry, what)| json!({ "entry": entry, "concern": what })).collect();
        let cosigned = channel.cosigned.as_ref().map(|seen| seen.size);
        let counts = [
            ("waiting", count(Way::Out, "waiting")),
            ("given_up", count(Way::Out, "given-up")),
            ("refused", count(Way::Out, "refused")),
            ("unread", count(Way::In, "unread")),
            ("refused_here", count(Way::In, "refused")),
            ("held", channel.held.len()),
            ("concerns", concerns.len()),
        ];
        let mut answer = json!({
            "agreement": agreement, "counterpart": channel.them().name, "address": channel.address,
            "ended_by": channel.ended_by, "concerns": concerns, "cosigned_entries": cosigned,
        });
        for (name, number) in counts.iter().filter(|(name, _)| *name != "concerns") {
            answer[*name] = json!(number);
        }
        out.answer(&answer, |out| {
            let name = clean(&channel.them().name);
            let values: Vec<_> = counts.iter().map(|(name, n)| (*name, n.to_string())).collect();
            let mut values: Vec<_> = values.iter().map(|(name, n)| (*name, n.as_str())).collect();
            let short = &agreement.to_string()[..SHORT];
            values.extend([("name", name.as_str()), ("agreement", short)]);
            out.say("comity-channel-status", &values);
            let address = channel.address.as_deref();
            match address {
                Some(address) => out.say("comity-channel-address", &[("address", address)]),
                None => out.say("comity-channel-no-address", &[]),
            }
            if let Some(cosigned) = cosigned {
                out.say("comity-channel-cosigned", &[("entries", &cosigned.to_string())]);
            }
            for (entry, concern) in channel.open_concerns() {
                let what = out.message(concern_key(concern), &[]);
                out.say("comity-channel-concern", &[("what", &what), ("entry", &entry.to_string())]);
            }
        });
    }
    Ok(())
}

/// The words of what a person has to look into.
fn concern_key(concern: &Concern) -> &'static str {
    match concern {
        Concern::Fork { .. } => "comity-concern-fork",
        Concern::Broken { .. } => "comity-concern-broken",
        Concern::Superseded { .. } => "comity-concern-superseded",
        Concern::UnknownPast { .. } => "comity-concern-unknown-past",
        Concern::Receipt { .. } => "comity-concern-receipt",
        Concern::Log { at_risk: Some(_), .. } => "comity-concern-log-restored",
        Concern::Log { .. } => "comity-concern-log",
        _ => "comity-concern-other",
    }
}

async fn list(out: &Out, under: &Under, way: Way) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &under.who).await?;
    let only = match &under.agreement {
        Some(begins) => Some(named(&opened, &session, Some(begins))?.agreement()),
        None => None,
    };
    for message in opened.node.messages(&session).map_err(Failure::of)? {
        if message.way == way && only.is_none_or(|only| only == message.agreement) {
            out.answer(&message, |out| print(out, &message));
        }
    }
    Ok(())
}

fn print(out: &Out, message: &Message) {
    let status = out.message(&format!("comity-message-{}", message.status), &[]);
    let Place { incarnation, counter } = message.place;
    out.line(&format!(
        "{incarnation}.{counter}  {}  {}  {}  {status}",
        message.act, message.kind, message.entry
    ));
}

fn show(out: &Out, message: &Message) {
    out.answer(message, |out| {
        print(out, message);
        if let Some(rule) = &message.rule {
            out.say("comity-message-rule", &[("rule", rule.as_str())]);
        }
        for case in &message.cases {
            out.say("comity-message-case", &[("case", &case.to_string())]);
        }
        for receipt in &message.receipts {
            out.say("comity-message-receipt", &[("entry", &receipt.to_string())]);
        }
    });
}

fn find(messages: &[Message], entry: EntryId) -> Result<Message, Failure> {
    messages
        .iter()
        .find(|message| message.entry == entry)
        .cloned()
        .ok_or_else(|| Failure::new("casework-unknown-message", vec![("entry", entry.to_string())]))
}

/// What is to be sent, from the words of the command: information of the office's own, for the counterpart's state.
fn what(sending: &Sending, channel: &Channel) -> Result<SendWhat, Failure> {
    let most = u64::try_from(MAX_LETTER_BYTES).unwrap_or(u64::MAX);
    let body = crate::export::read(&sending.file, most)?;
    Ok(SendWhat {
        agreement: channel.agreement(),
        kind: sending.kind.parse().map_err(Failure::of)?,
        label: label(&sending.conditions, channel)?,
        body,
        proposal: None,
        refs: vec![],
    })
}

/// The conditions of a message.
pub fn label(conditions: &Conditions, channel: &Channel) -> Result<Label, Failure> {
    let us = channel.us();
    let mut handling = Handling::own_work(Origin { country: us.country, authority: us.authority.clone() });
    handling.code = match conditions.code {
        CodeName::H0 => HandlingCode::H0,
        CodeName::H1 => HandlingCode::H1,
        CodeName::H2 => HandlingCode::H2,
        CodeName::H3 => HandlingCode::H3,
    };
    if conditions.intelligence {
        handling.use_as = Use::Intelligence;
    }
    let purpose: Token = conditions.purpose.parse().map_err(Failure::of)?;
    handling.purposes = vec![purpose.clone()];
    handling.recipients = vec![us.country, channel.them().country];
    handling.recipients.sort_unstable();
    handling.recipients.dedup();
    handling.retain_until = conditions.keep_until;
    Ok(Label {
        handling,
        purpose,
        measures: words(&conditions.measures)?,
        data: words(&conditions.data)?,
        approved_by: vec![],
        consent: None,
    })
}

/// Words in order, each once.
fn words(given: &[String]) -> Result<Vec<Token>, Failure> {
    let mut words: Vec<Token> =
        given.iter().map(|word| word.parse().map_err(Failure::of)).collect::<Result<_, _>>()?;
    words.sort_unstable();
    words.dedup();
    Ok(words)
}
