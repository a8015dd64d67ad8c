//! The pages, each a template with its view.

pub(crate) mod captured;
pub(crate) mod case;
pub(crate) mod cases;
pub(crate) mod clocks;
mod compared;
pub(crate) mod entry;
pub(crate) mod error;
pub(crate) mod exhibit;
pub(crate) mod law;
pub(crate) mod leads;
pub(crate) mod office;
mod proposed;
pub(crate) mod request;
pub(crate) mod sign_in;
mod timeline;
pub(crate) mod trace;

use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Redirect, Response};
use comity_casework::{ProposalStatus, State};
use comity_record::EntryId;
use comity_store::Store;

use crate::error::NodeError;
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::Visit;
use crate::words::{Words, dir};

const STYLE: &str = include_str!("../static/style.css");
const ICON: &str = include_str!("../static/icon.svg");

/// What stands around every page.
pub(crate) struct Frame {
    words: Words,
    title: String,
    dir: &'static str,
    who: Option<Who>,
    exercise: bool,
    unreviewed: bool,
    languages: Vec<Choice>,
    /// Where a change of language comes back to.
    back: String,
    tab: &'static str,
}

struct Who {
    officer: Shown,
    office: Shown,
}

struct Choice {
    tag: String,
    name: String,
    dir: &'static str,
    current: bool,
}

impl Frame {
    pub(crate) fn new<S: Store>(node: &Node<S>, visit: &Visit, title: String, tab: &'static str) -> Self {
        let words = visit.words.clone();
        let state = node.casework.state();
        Self {
            title,
            dir: words.dir(),
            who: visit
                .officer()
                .ok()
                .and_then(|officer| Who::of(&state, officer.session.office(), officer.session.officer())),
            // A node is real or exercise as a whole.
            exercise: state.offices().any(|office| office.exercise),
            unreviewed: words.unreviewed(),
            languages: words.languages().iter().map(|language| choice(node, language, &words)).collect(),
            back: visit.here.clone(),
            tab,
            words,
        }
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    fn language(&self) -> String {
        self.words.language().to_string()
    }
}

impl Who {
    fn of(state: &State, office: comity_record::OfficeId, officer: comity_record::OfficerId) -> Option<Self> {
        let office = state.office(office).ok()?;
        let officer = office.officers.get(&officer)?;
        Some(Self { officer: Shown::said(&officer.name), office: Shown::said(&office.name) })
    }
}

fn choice<S>(node: &Node<S>, language: &comity_record::Language, words: &Words) -> Choice {
    let own = Words::choose(&node.catalogues, Some(&language.to_string()), None);
    Choice {
        tag: language.to_string(),
        name: own.say("node-language-name"),
        dir: dir(language),
        current: language == words.language(),
    }
}

/// A step that waits for a second person, or did.
pub(crate) struct ProposalView {
    entry: EntryId,
    what: Shown,
    /// What it would change, where that is more than a line.
    changes: Option<Shown>,
    by: Shown,
    link: Shown,
    status: String,
    consequence: String,
    /// Whether this officer is offered to approve, and to reject.
    approve: bool,
    reject: bool,
}

/// What became of a proposal, as a key.
fn status_key(status: ProposalStatus) -> &'static str {
    match status {
        ProposalStatus::Open => "node-proposal-open",
        ProposalStatus::Approved(_) => "node-proposal-approved",
        ProposalStatus::Rejected(_) => "node-proposal-rejected",
    }
}

/// A table of a page. The first cell of a row names it.
pub(crate) struct Table {
    caption: String,
    columns: Vec<String>,
    rows: Vec<Vec<Shown>>,
}

impl Table {
    pub(crate) fn new(words: &Words, caption: &str, columns: &[&str], rows: Vec<Vec<Shown>>) -> Self {
        let columns = columns.iter().map(|key| words.say(key)).collect();
        Self::of(words.say(caption), columns, rows)
    }

    /// With words that are chosen already.
    pub(crate) fn of(caption: String, columns: Vec<String>, rows: Vec<Vec<Shown>>) -> Self {
        Self { caption, columns, rows }
    }
}

/// Writes a page.
pub(crate) fn page(template: &impl Template) -> Result<Response, NodeError> {
    Ok(Html(template.render()?).into_response())
}

/// After a form: asks for the page again, so that a reload does not send the form twice.
pub(crate) fn see(to: &str) -> Response {
    Redirect::to(to).into_response()
}

pub(crate) async fn style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE).into_response()
}

pub(crate) async fn icon() -> Response {
    ([(CONTENT_TYPE, "image/svg+xml")], ICON).into_response()
}
