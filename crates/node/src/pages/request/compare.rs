//! Two versions of a request side by side: the fields that say something else.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::request::{Version, VersionChanges};
use comity_record::{CaseId, EntryId};
use comity_request::life::Side;
use comity_store::Store;

use super::values::shown;
use super::{Frame, Table, language_name, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader};
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Visit, Within};

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage {
    frame: Frame,
    request: Shown,
    choices: Vec<Choice>,
    versions: Vec<Fact>,
    /// What is not the same; nothing where the two say the same.
    table: Option<Table>,
    /// What changed beside the fields.
    besides: Vec<Shown>,
}

/// A version in the form that asks which two are compared.
struct Choice {
    number: u32,
    from: bool,
    to: bool,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Within(id, entry): Within<CaseId, EntryId>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let request = node.casework.request(session, id, entry)?;
    let query = visit.query()?;
    let number = |name: &'static str| match query.text(name) {
        "" => Ok(None),
        number => number.parse().map(Some).map_err(|_| NodeError::Malformed(name)),
    };
    let changes =
        request.compare_versions(number("from")?, number("to")?).map_err(|_| NodeError::NotFound)?;
    let state = node.casework.state();
    let words = visit.words.of_office(node.casework.packs().words(state.office(session.office())?)?);
    let reader = Reader { words: &words, state: &state };
    let (from, to) = (changes.from.request.number, changes.to.request.number);
    let choices = request.versions.iter().map(|version| {
        let number = version.request.number;
        Choice { number, from: number == from, to: number == to }
    });
    let title = format!("{} · {}", request.reference(), words.say("node-request-compare"));
    let own = (request.side() == Side::Sender).then_some(id);
    let link = Shown::link(format!("/cases/{id}/requests/{entry}"), Shown::said(request.reference()));
    page(&ComparePage {
        frame: Frame::new(&node, &visit, title, "cases"),
        request: link,
        choices: choices.collect(),
        versions: [&changes.from, &changes.to].map(|version| head(&reader, version)).into(),
        table: table(&reader, own, &changes),
        besides: besides(&reader, &changes),
    })
}

fn head(reader: &Reader<'_>, version: &Version) -> Fact {
    let number = Shown::pair(reader.word("node-field-version"), Shown::ltr(version.request.number));
    let day = Shown::Time(version.act.to_string());
    Fact { label: number, value: Shown::Row(vec![reader.officer(version.by), day]) }
}

fn table(reader: &Reader<'_>, own: Option<CaseId>, changes: &VersionChanges) -> Option<Table> {
    let rows = changes.fields.iter().map(|change| {
        let label = reader.word(changes.label(change));
        let place = change.field.strip_prefix(change.name()).unwrap_or_default().trim_start_matches('.');
        let name = if place.is_empty() { label } else { Shown::pair(label, Shown::ltr(place)) };
        let held = |version: &Version, value: Option<&comity_request::Value>| {
            value.map_or_else(|| reader.word("node-none"), |v| shown(reader, &version.request, own, v))
        };
        vec![name, held(&changes.from, change.before.as_ref()), held(&changes.to, change.after.as_ref())]
    });
    let rows: Vec<_> = rows.collect();
    let columns = ["node-column-field", "node-diff-before", "node-diff-after"];
    (!rows.is_empty()).then(|| Table::new(reader.words, "node-request-compare-caption", &columns, rows))
}

fn besides(reader: &Reader<'_>, changes: &VersionChanges) -> Vec<Shown> {
    let mut besides = vec![];
    let before_and_after = |key: &str, before: Shown, after: Shown| {
        let facts = vec![reader.fact("node-diff-before", before), reader.fact("node-diff-after", after)];
        Shown::pair(reader.word(key), Shown::Facts(facts))
    };
    if let Some((before, after)) = changes.cited() {
        let listed = |ids: &[String]| match ids {
            [] => reader.word("node-none"),
            ids => Shown::Row(ids.iter().map(Shown::ltr).collect()),
        };
        besides.push(before_and_after("node-request-compare-cited", listed(before), listed(after)));
    }
    if let Some((before, after)) = changes.translation() {
        let named = |language: Option<&comity_record::Language>| {
            language.map_or_else(|| reader.word("node-none"), |language| language_name(reader, language))
        };
        besides.push(before_and_after("node-request-compare-translation", named(before), named(after)));
    }
    besides.extend(changes.other_form().then(|| reader.word("node-request-compare-form")));
    besides.extend(changes.other_law().then(|| reader.word("node-request-compare-law")));
    besides
}
