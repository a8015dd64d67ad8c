//! An entry of a request in a few lines, for the time line of its case.

use comity_casework::TimelineRow;
use comity_casework::body::Body;
use comity_casework::request::{
    RequestCarriedOver, RequestDrafted, RequestFactConfirmed, RequestReceived, RequestRecorded,
    RequestReviewed, Review, Subject,
};
use comity_record::{CaseId, EntryId};
use comity_request::life::Event;
use comity_request::{Decision, RequestVersion};
use serde::de::DeserializeOwned;

use super::check::{fact_words, words_unreviewed};
use super::life::details;
use crate::facts::{Fact, Reader};
use crate::shown::Shown;

/// What an entry of a request says, with a link to the page of the request; nothing of other entries, nor of a
/// later version.
pub(in crate::pages) fn brief(reader: &Reader<'_>, case: CaseId, row: &TimelineRow) -> Option<Vec<Fact>> {
    let mut facts = match row.kind.as_str() {
        RequestDrafted::KIND => version(reader, &read::<RequestDrafted>(row)?.version),
        RequestReceived::KIND => {
            let received: RequestReceived = read(row)?;
            let mut facts = version(reader, &received.version);
            facts.extend(event(reader, &received.event));
            facts
        }
        RequestCarriedOver::KIND => {
            let row = read::<RequestCarriedOver>(row)?.row;
            vec![
                reader.fact("node-column-event", reader.word("request-register-event")),
                reader.fact("node-request-stage", reader.word_or("request-stage-", row.stage.code())),
            ]
        }
        RequestReviewed::KIND => match read::<RequestReviewed>(row)?.outcome {
            Review::Passed => vec![reader.fact("node-column-event", reader.word("request-event-reviewed"))],
            Review::SentBack { reason } => event(reader, &Event::SentBack { reason }),
        },
        RequestRecorded::KIND => event(reader, &read::<RequestRecorded>(row)?.event),
        RequestFactConfirmed::KIND => word(reader, &read(row)?),
        _ => return None,
    };
    let about = row.refs.iter().find(|(role, _)| role == "about").map_or(row.entry, |(_, entry)| *entry);
    facts.insert(0, reader.fact("node-request-link", link(reader, case, about)));
    facts.extend(reader.attached(row));
    Some(facts)
}

fn read<T: Body + DeserializeOwned>(row: &TimelineRow) -> Option<T> {
    (row.kind_version == T::VERSION).then(|| row.body.as_ref()?.deserialized().ok()).flatten()
}

fn link(reader: &Reader<'_>, case: CaseId, request: EntryId) -> Shown {
    let known = reader.state.case(case).ok().and_then(|case| case.requests.get(request).ok());
    let name = known.map_or_else(|| Shown::ltr(request), |known| Shown::said(known.reference()));
    Shown::link(format!("/cases/{case}/requests/{request}"), name)
}

fn version(reader: &Reader<'_>, version: &RequestVersion) -> Vec<Fact> {
    vec![
        reader.fact("node-request-form", reader.word(&version.title)),
        reader.fact("node-field-version", Shown::ltr(version.number)),
    ]
}

fn event(reader: &Reader<'_>, event: &Event) -> Vec<Fact> {
    let kind = reader.word_or("request-event-", event.kind().code());
    let mut facts = vec![reader.fact("node-column-event", kind)];
    facts.extend(details(reader, event));
    facts
}

fn word(reader: &Reader<'_>, word: &RequestFactConfirmed) -> Vec<Fact> {
    let decision = decision_key(word.decision);
    let what = match &word.subject {
        Subject::Fact(fact) => fact_words(reader, fact, None),
        Subject::Words(language) => words_unreviewed(reader, language),
    };
    vec![reader.fact(decision, what), reader.fact("node-field-reason", Shown::said(&word.reason))]
}

pub(super) fn decision_key(decision: Decision) -> &'static str {
    match decision {
        Decision::Confirmed => "request-confirm-confirmed",
        Decision::Overruled => "request-confirm-overruled",
        Decision::Rejected => "request-confirm-rejected",
    }
}
