//! What happened to a request, from the options of the command line.

use comity_record::{ActTime, Sha256Digest};
use comity_request::life::{BorneBy, Event, EventKind};
use serde_json::{Map, Value as Json, json};

use super::{Desk, today};
use crate::cli::request::{BorneByName, EventName, RecordArguments};
use crate::out::Failure;

/// The event that the options describe, which took place at this moment, if one was named.
pub fn event(
    arguments: &RecordArguments,
    at: Option<&ActTime>,
    version: Sha256Digest,
) -> Result<Event, Failure> {
    let kind = kind(arguments.event);
    let day = arguments.day.or_else(|| at.map(ActTime::local_day));
    let day = day.unwrap_or_else(today);
    let grounds = || {
        let provision = arguments.provision.clone().unwrap_or_default();
        // What is named once is meant of the first reason.
        let of_first = |n: usize| arguments.ground.as_ref().filter(|_| n == 0).cloned().unwrap_or_default();
        let ground = |(n, reason): (usize, &String)| json!({ "text": reason, "ground": of_first(n), "provision": provision });
        arguments.reasons.iter().enumerate().map(ground).collect::<Vec<_>>()
    };
    let given: [(&str, Json); 23] = [
        ("day", json!(day)),
        ("version", json!(version)),
        ("until", json!(arguments.until)),
        ("channel", json!(arguments.channel)),
        ("note_number", json!(arguments.note_number)),
        ("courier_number", json!(arguments.courier_number)),
        ("register_number", json!(arguments.register_number)),
        ("reference", json!(arguments.reference)),
        ("question", json!(arguments.question)),
        ("text", json!(arguments.text)),
        ("office", json!(arguments.charged)),
        ("what", json!(arguments.what)),
        ("outstanding", json!(arguments.outstanding)),
        ("result", json!(arguments.result)),
        ("sha256", json!(arguments.sha256)),
        ("format", json!(arguments.format)),
        ("number", json!(arguments.number)),
        ("keep_days", json!(arguments.keep_days)),
        ("spoke_with", json!(arguments.spoke_with)),
        ("number_from", json!(arguments.number_from)),
        ("confirmed", json!(arguments.confirmed)),
        ("amount", json!(arguments.amount)),
        ("borne_by", json!(arguments.borne_by.map(borne_by))),
    ];
    let mut object: Map<String, Json> = Map::new();
    object.insert("event".into(), json!(kind.code()));
    let wants = asks_for(kind);
    for field in wants {
        let value = match *field {
            "reasons" => json!(grounds()),
            "reason" => json!(arguments.reasons.first()),
            name => given
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.clone())
                .unwrap_or_default(),
        };
        // What may be left out is a blank; what must be there is told by the life of the request, in words.
        let blank = matches!(*field, "note_number" | "courier_number" | "register_number" | "reference")
            || matches!(
                (kind, *field),
                (EventKind::CalledBack, "text") | (EventKind::EvidenceReturned, "number")
            );
        object.insert((*field).to_owned(), if value.is_null() && blank { json!("") } else { value });
    }
    let options = || wants.iter().map(|field| option(field)).collect::<Vec<_>>().join(", ");
    serde_json::from_value(Json::Object(object)).map_err(|_| {
        Failure::new("comity-request-event", vec![("event", kind.code().to_owned()), ("options", options())])
    })
}

/// Refuses a ground that the law pack does not have: figures are counted by it. Where the pack does not know the question,
/// nobody can tell.
pub fn is_ground(desk: &Desk, ground: &str) -> Result<(), Failure> {
    let Ok(checked) = desk.node().check_request(&desk.session, desk.case, desk.id()) else { return Ok(()) };
    let known: Vec<_> =
        checked.basis.refusal_prompts().grounds.into_iter().map(|prompt| prompt.ground.ground).collect();
    if known.iter().any(|known| known == ground) {
        return Ok(());
    }
    Err(Failure::new(
        "comity-request-ground",
        vec![("ground", ground.to_owned()), ("known", known.join(", "))],
    ))
}

/// The fields of an event.
fn asks_for(kind: EventKind) -> &'static [&'static str] {
    match kind {
        EventKind::AdvanceCopySent => &["day", "channel"],
        EventKind::AdvanceCopyReceived | EventKind::OriginalReceived => {
            &["version", "day", "register_number"]
        }
        EventKind::OriginalDispatched => &["day", "note_number", "courier_number"],
        EventKind::OriginalScanned => &["sha256"],
        EventKind::SignatureKept => &["sha256", "format"],
        EventKind::Acknowledged => &["day", "reference"],
        EventKind::Questioned | EventKind::Answered => &["question", "text", "day"],
        EventKind::Assigned => &["office", "day"],
        EventKind::CalledBack => &["day", "spoke_with", "number", "number_from", "confirmed", "text"],
        EventKind::CostNoted => &["day", "what", "amount", "borne_by"],
        EventKind::EvidenceReturned => &["day", "what", "number"],
        EventKind::ExecutedInPart => &["day", "what", "outstanding", "result"],
        EventKind::Executed => &["day", "what", "result"],
        EventKind::Postponed => &["day", "reasons", "until"],
        EventKind::Refused => &["day", "reasons"],
        EventKind::Withdrawn | EventKind::Closed => &["day", "reason"],
        EventKind::StatusGiven => &["day", "text"],
        EventKind::TicketGiven => &["number", "day", "keep_days"],
        EventKind::TicketRenewed => &["day", "keep_days"],
        _ => &["day"],
    }
}

/// The option by which a field of an event is given.
fn option(field: &str) -> String {
    match field {
        "reasons" => "--reason".to_owned(),
        "office" => "--charged".to_owned(),
        other => format!("--{}", other.replace('_', "-")),
    }
}

fn borne_by(name: BorneByName) -> BorneBy {
    match name {
        BorneByName::Requesting => BorneBy::Requesting,
        BorneByName::Requested => BorneBy::Requested,
        BorneByName::Open => BorneBy::Open,
    }
}

fn kind(name: EventName) -> EventKind {
    match name {
        EventName::AdvanceCopySent => EventKind::AdvanceCopySent,
        EventName::AdvanceCopyReceived => EventKind::AdvanceCopyReceived,
        EventName::OriginalDispatched => EventKind::OriginalDispatched,
        EventName::OriginalReceived => EventKind::OriginalReceived,
        EventName::OriginalScanned => EventKind::OriginalScanned,
        EventName::SignatureKept => EventKind::SignatureKept,
        EventName::Acknowledged => EventKind::Acknowledged,
        EventName::Questioned => EventKind::Questioned,
        EventName::Answered => EventKind::Answered,
        EventName::Accepted => EventKind::Accepted,
        EventName::Assigned => EventKind::Assigned,
        EventName::CalledBack => EventKind::CalledBack,
        EventName::CostNoted => EventKind::CostNoted,
        EventName::ExecutedInPart => EventKind::ExecutedInPart,
        EventName::Executed => EventKind::Executed,
        EventName::Postponed => EventKind::Postponed,
        EventName::Resumed => EventKind::Resumed,
        EventName::Refused => EventKind::Refused,
        EventName::Withdrawn => EventKind::Withdrawn,
        EventName::StatusAsked => EventKind::StatusAsked,
        EventName::StatusGiven => EventKind::StatusGiven,
        EventName::TicketGiven => EventKind::TicketGiven,
        EventName::TicketRenewed => EventKind::TicketRenewed,
        EventName::EvidenceReturned => EventKind::EvidenceReturned,
        EventName::Closed => EventKind::Closed,
    }
}
