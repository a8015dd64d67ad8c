//! What happened to a request: its versions with who read, approved and issued them, its files, and its events, each
//! with the entry that proves it.

use comity_casework::body::{Body as _, CaseApproval};
use comity_casework::request::{
    ACKNOWLEDGEMENT, ADVANCE, KINDS, ORIGINAL, Request, RequestFactConfirmed, RequestReceived,
    RequestRecorded, RequestReviewed, Review, Subject, TWIN_NAME, TWIN_SIGNATURE_NAME, Version,
};
use comity_casework::{Casework, Session, Told, dispatch};
use comity_record::{CaseId, EntryId, Sha256Digest};
use comity_request::ApprovalStep;
use comity_request::life::{Event, EventKind, Ground, Side};
use comity_store::Store;
use serde::de::DeserializeOwned;

use super::super::Table;
use super::check::verdict_words;
use super::language_name;
use crate::error::NodeError;
use crate::facts::{Fact, Reader, entry_link};
use crate::shown::Shown;

/// The entries about a request, in order.
pub(super) struct Journal(Vec<Told>);

/// A version with what became of it.
pub(super) struct VersionView {
    pub(super) number: u32,
    pub(super) facts: Vec<Fact>,
}

impl Journal {
    pub(super) async fn of<S: Store>(
        casework: &Casework<S>,
        session: &Session,
        case: CaseId,
        request: &Request,
    ) -> Result<Self, NodeError> {
        let kinds: Vec<&str> = KINDS.into_iter().chain([CaseApproval::KIND]).collect();
        let mut told = casework.entries_of(session, case, &kinds).await?;
        let happened = |entry: EntryId| request.history.iter().any(|(of, _, _)| *of == entry);
        told.retain(|told| {
            told.reference("about") == Some(request.id) || told.entry == request.id || happened(told.entry)
        });
        Ok(Self(told))
    }

    /// What jurists said of a subject, in order.
    pub(super) fn of_subject(
        &self,
        subject: &Subject,
    ) -> impl Iterator<Item = (&Told, RequestFactConfirmed)> {
        let words = self.bodies::<RequestFactConfirmed>(RequestFactConfirmed::KIND);
        words.filter(move |(_, word)| word.subject == *subject)
    }

    fn bodies<T: DeserializeOwned>(&self, kind: &str) -> impl Iterator<Item = (&Told, T)> {
        self.0.iter().filter(move |told| told.kind == kind).filter_map(|told| Some((told, told.body()?)))
    }

    fn link(&self, reader: &Reader<'_>, id: EntryId) -> Shown {
        let told = self.0.iter().find(|told| told.entry == id);
        told.map_or_else(|| entry_link(id), |told| numbered(reader, told))
    }

    /// The versions, the one in force first.
    pub(super) fn versions(&self, reader: &Reader<'_>, request: &Request) -> Vec<VersionView> {
        let versions = request.versions.iter().rev().map(|version| VersionView {
            number: version.request.number,
            facts: self.version(reader, request, version),
        });
        versions.collect()
    }

    fn version(&self, reader: &Reader<'_>, request: &Request, version: &Version) -> Vec<Fact> {
        let fact = |key, value| reader.fact(key, value);
        let day = |day: comity_law::Day| Shown::Time(day.to_string());
        let by = match request.side() {
            Side::Sender => "node-request-written-by",
            Side::Receiver => "node-request-taken-by",
        };
        let (officer, entry) = (reader.officer(version.by), self.link(reader, version.entry));
        let mut facts = vec![
            fact(by, Shown::Row(vec![officer, day(version.act.local_day()), entry])),
            fact("request-twin-digest", Shown::ltr(version.digest)),
        ];
        if let Some(verdict) = version.verdict() {
            facts.push(fact("node-request-found", verdict_words(reader, "node-request-verdict", verdict)));
            facts.push(fact("node-request-law-pack", Shown::ltr(verdict.law_pack)));
        }
        if !version.unreviewed.is_empty() {
            let languages = version.unreviewed.iter().map(|language| language_name(reader, language));
            facts.push(fact("node-request-unreviewed", Shown::Row(languages.collect())));
        }
        facts.extend(approvals(reader, request, version).map(|steps| fact("node-request-chain", steps)));
        let reviews = self.reviews(reader, version.digest);
        if !reviews.is_empty() {
            facts.push(fact("node-request-read-by", Shown::List(reviews)));
        }
        // Every approval is an event, in the same order.
        let approved = request.history.iter().filter(|(_, _, kind)| *kind == EventKind::Approved);
        let approvals = request.approvals.iter().zip(approved);
        let approvals = approvals.filter(|(given, _)| given.version == version.digest);
        let approvals: Vec<_> = approvals
            .map(|(given, (entry, _, _))| {
                Shown::Row(vec![reader.officer(given.by), day(given.day), self.link(reader, *entry)])
            })
            .collect();
        if !approvals.is_empty() {
            facts.push(fact("node-request-approved-by", Shown::List(approvals)));
        }
        // Nothing follows the version that was issued.
        let last = request.version().digest == version.digest;
        if let Some(issue) = request.issue.as_ref().filter(|_| last) {
            let number = Shown::said(&request.life.register_number);
            let line = vec![number, day(issue.act.local_day()), self.link(reader, issue.entry)];
            facts.push(fact("node-request-issued-under", Shown::Row(line)));
        }
        facts
    }

    /// Who read a version, and what was said of it.
    fn reviews(&self, reader: &Reader<'_>, version: Sha256Digest) -> Vec<Shown> {
        let all = self.bodies::<RequestReviewed>(RequestReviewed::KIND);
        let line = |(told, reviewed): (&Told, RequestReviewed)| {
            let (key, reason) = match reviewed.outcome {
                Review::Passed => ("request-event-reviewed", None),
                Review::SentBack { reason } => ("request-event-sent-back", Some(reason)),
            };
            let day = Shown::Time(told.act.local_day().to_string());
            let mut line = vec![reader.word(key), reader.author(told.author), day];
            line.extend(reason.map(|reason| Shown::said(&reason)));
            line.push(numbered(reader, told));
            Shown::Row(line)
        };
        all.filter(|(_, reviewed)| reviewed.version == version).map(line).collect()
    }

    /// The files that belong to the entries of the request.
    pub(super) fn files(&self, reader: &Reader<'_>) -> Option<Table> {
        let files = self.0.iter().flat_map(|told| told.attachments.iter().map(move |file| (told, file)));
        let row = |(told, file): (&Told, &comity_record::entry::Attachment)| {
            let to = format!("/entries/{}/files/{}", told.entry, file.sha256);
            vec![
                Shown::link(to, Shown::said(&file.name)),
                file_words(reader, &file.name),
                Shown::ltr(file.length),
                Shown::ltr(file.sha256),
                numbered(reader, told),
            ]
        };
        let rows: Vec<_> = files.map(row).collect();
        let columns = [
            "node-column-file",
            "node-column-what",
            "node-column-bytes",
            "request-twin-annex-sha256",
            "node-column-entry",
        ];
        (!rows.is_empty()).then(|| Table::new(reader.words, "node-request-files-caption", &columns, rows))
    }

    /// What happened, in order.
    pub(super) fn events(&self, reader: &Reader<'_>, request: &Request) -> Table {
        let carried = request.carried_over.as_ref().map(|row| {
            let told = self.0.iter().find(|told| told.entry == request.id);
            let stage = reader.word_or("request-stage-", row.stage.code());
            vec![
                reader.word("request-register-event"),
                Shown::Time(request.version().act.local_day().to_string()),
                told.map_or_else(|| reader.word("node-none"), |told| reader.author(told.author)),
                Shown::Facts(vec![reader.fact("node-request-stage", stage)]),
                self.link(reader, request.id),
            ]
        });
        let rows = request.history.iter().map(|(entry, act, kind)| {
            let told = self.0.iter().find(|told| told.entry == *entry);
            let event = told.and_then(event);
            let day = event.as_ref().and_then(Event::day).unwrap_or_else(|| act.local_day());
            let mut said = event.as_ref().map(|event| details(reader, event)).unwrap_or_default();
            said.extend(told.map(|told| by_message(reader, told)).unwrap_or_default());
            let mut what = reader.word_or("request-event-", kind.code());
            if request.is_further_answer(*entry) {
                what = Shown::pair(what, reader.word("node-request-further-answer"));
            }
            vec![
                what,
                Shown::Time(day.to_string()),
                told.map_or_else(|| reader.word("node-none"), |told| reader.author(told.author)),
                if said.is_empty() { Shown::Row(vec![]) } else { Shown::Facts(said) },
                self.link(reader, *entry),
            ]
        });
        let columns = [
            "node-column-event",
            "node-column-day",
            "node-column-by",
            "node-column-said",
            "node-column-entry",
        ];
        let rows = carried.into_iter().chain(rows);
        Table::new(reader.words, "node-request-life-caption", &columns, rows.collect())
    }
}

/// The steps of the office's approval chain, each with who took it and when, or that it is open. Of a version that is not
/// in force any more only what was taken counts.
fn approvals(reader: &Reader<'_>, request: &Request, version: &Version) -> Option<Shown> {
    let steps = version.approvals.as_ref()?.steps.as_ref()?;
    let line = |step: &ApprovalStep| {
        let title = Shown::said(step.title_in(reader.words.language()));
        let mut all = request.endorsements.iter();
        let taken = all.find(|taken| taken.version == version.digest && taken.step == step.id);
        let Some(taken) = taken else { return Shown::pair(title, reader.word("node-request-step-open")) };
        let day = taken.decision.as_ref().map_or_else(|| taken.act.local_day(), |decision| decision.day);
        let mut line = vec![reader.officer(taken.by), Shown::Time(day.to_string())];
        line.extend(taken.decision.as_ref().map(|decision| Shown::said(&decision.number)));
        line.push(entry_link(taken.entry));
        Shown::pair(title, Shown::Row(line))
    };
    (!steps.is_empty()).then(|| Shown::List(steps.iter().map(line).collect()))
}

/// A link to an entry, by its place in the case.
pub(super) fn numbered(reader: &Reader<'_>, told: &Told) -> Shown {
    let words = reader.words.shown("node-entry-title", &[("sequence", &told.sequence.to_string())]);
    Shown::link(format!("/entries/{}", told.entry), words)
}

/// Reasons for a refusal or a postponement.
pub(super) fn grounds(grounds: &[Ground]) -> Shown {
    let line = |ground: &Ground| match ground.provision.trim() {
        "" => Shown::said(&ground.text),
        provision => Shown::pair(Shown::said(&ground.text), Shown::said(provision)),
    };
    Shown::List(grounds.iter().map(line).collect())
}

/// What the program's own files are; of another, nothing is known.
fn file_words(reader: &Reader<'_>, name: &str) -> Shown {
    reader.word(match name {
        ORIGINAL => "node-request-file-original",
        ADVANCE => "node-request-file-advance",
        TWIN_NAME => "node-request-file-twin",
        TWIN_SIGNATURE_NAME => "node-request-file-signature",
        ACKNOWLEDGEMENT => "node-request-file-acknowledgement",
        dispatch::ANSWER_FILE => "node-request-file-answer",
        _ => "node-request-file-other",
    })
}

/// The event that an entry records, where it says more than that it happened.
fn event(told: &Told) -> Option<Event> {
    match told.kind.as_str() {
        RequestRecorded::KIND => told.body::<RequestRecorded>().map(|recorded| recorded.event),
        RequestReceived::KIND => told.body::<RequestReceived>().map(|received| received.event),
        RequestReviewed::KIND => match told.body::<RequestReviewed>()?.outcome {
            Review::SentBack { reason } => Some(Event::SentBack { reason }),
            Review::Passed => None,
        },
        _ => None,
    }
}

/// The message by which something about the request left or came.
fn by_message(reader: &Reader<'_>, told: &Told) -> Vec<Fact> {
    let messages = ["sent-by", "taken-from"].into_iter().filter_map(|role| {
        let link = Shown::link(format!("/entries/{}", told.reference(role)?), reader.word("node-proof-link"));
        Some(Fact { label: reader.word_or("node-ref-", role), value: link })
    });
    messages.collect()
}

/// What an event says beside its kind and its day.
pub(super) fn details(reader: &Reader<'_>, event: &Event) -> Vec<Fact> {
    let said = |key, text: &str| (!text.trim().is_empty()).then(|| reader.fact(key, Shown::said(text)));
    let digest = |key, digest: Sha256Digest| Some(reader.fact(key, Shown::ltr(digest)));
    let days = |days: u16| Some(reader.fact("node-request-keep-days", Shown::ltr(days)));
    let reasons = |reasons: &[Ground]| Some(reader.fact("node-request-reasons", grounds(reasons)));
    let facts: Vec<Option<Fact>> = match event {
        Event::SentBack { reason } | Event::Withdrawn { reason, .. } | Event::Closed { reason, .. } => {
            vec![said("node-field-reason", reason)]
        }
        Event::Issued { register_number, .. }
        | Event::AdvanceCopyReceived { register_number, .. }
        | Event::OriginalReceived { register_number, .. } => {
            vec![said("node-field-register-number", register_number)]
        }
        Event::AdvanceCopySent { channel, .. } => vec![said("node-request-channel", channel)],
        Event::OriginalDispatched { note_number, courier_number, .. } => vec![
            said("node-request-note-number", note_number),
            said("node-request-courier-number", courier_number),
        ],
        Event::OriginalScanned { sha256 } => vec![digest("request-twin-annex-sha256", *sha256)],
        Event::SignatureKept { sha256, format } => {
            vec![said("node-request-format", format), digest("request-twin-annex-sha256", *sha256)]
        }
        Event::Acknowledged { reference, .. } => vec![said("request-twin-reference", reference)],
        Event::Questioned { question, text, .. } | Event::Answered { question, text, .. } => {
            vec![said("node-request-question", question), said("node-field-text", text)]
        }
        Event::Endorsed { step, .. } => vec![said("node-request-step", step)],
        Event::CalledBack { spoke_with, number, number_from, confirmed, text, .. } => {
            let answer = if *confirmed { "node-request-call-confirmed" } else { "node-request-call-denied" };
            vec![
                Some(reader.fact("node-request-call-answer", reader.word(answer))),
                said("node-request-spoke-with", spoke_with),
                said("node-request-call-number", number),
                said("node-request-number-from", number_from),
                said("node-field-text", text),
            ]
        }
        Event::CostNoted { what, amount, borne_by, .. } => vec![
            said("node-request-cost", what),
            Some(reader.fact("node-request-amount", Shown::ltr(amount))),
            Some(reader.fact("node-request-borne-by", reader.word_or("request-borne-by-", borne_by.code()))),
        ],
        Event::EvidenceReturned { what, number, .. } => {
            vec![said("node-request-returned", what), said("node-request-receipt-number", number)]
        }
        Event::Assigned { office, .. } => vec![said("node-request-assigned-to", office)],
        Event::ExecutedInPart { what, outstanding, result, .. } => vec![
            said("node-request-done", what),
            said("node-request-outstanding", outstanding),
            result.and_then(|result| digest("node-request-result", result)),
        ],
        Event::Executed { what, result, .. } => {
            vec![
                said("node-request-done", what),
                result.and_then(|result| digest("node-request-result", result)),
            ]
        }
        Event::Postponed { reasons: why, until, .. } => vec![
            reasons(why),
            until.map(|day| reader.fact("node-request-until", Shown::Time(day.to_string()))),
        ],
        Event::Refused { reasons: why, .. } => vec![reasons(why)],
        Event::StatusGiven { text, .. } => vec![said("node-field-text", text)],
        Event::TicketGiven { number, keep_days, .. } => {
            vec![said("document-ticket", number), days(*keep_days)]
        }
        Event::TicketRenewed { keep_days, .. } => vec![days(*keep_days)],
        _ => vec![],
    };
    facts.into_iter().flatten().collect()
}
