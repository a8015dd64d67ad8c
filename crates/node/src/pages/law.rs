//! What the law pack in force in an office says: on what basis help can be asked, offences of States side by side, gaps
//! against an instrument, and what is left to verify. Nothing here changes anything.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use comity_casework::body::office_journal;
use comity_casework::law_sheet;
use comity_document::RequestDocument;
use comity_law::rows::StateGroup;
use comity_law::{Law, OffenceAsked, Question, QuestionError};
use comity_record::Country;
use comity_store::Store;
use jiff::civil::Date;

use super::request::country_name;
use super::request::law::LawView;
use super::{Frame, Table, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader};
use crate::form::Form;
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::Visit;

pub(super) mod sheet;

/// The views, in the order of their links; each has its words as `node-law-<name>`.
const VIEWS: [&str; 4] = ["basis", "compare", "gaps", "to-verify"];

#[derive(Template)]
#[template(path = "law.html")]
struct LawPage {
    frame: Frame,
    view: &'static str,
    links: Vec<ViewLink>,
    about: String,
    choices: Choices,
    /// What is wrong with the question, if anything is.
    refused: Option<Shown>,
    basis: Option<LawView>,
    sheet: Option<sheet::SheetView>,
    /// Where the same is had on paper.
    paper: Option<String>,
}

impl LawPage {
    fn shows(&self, view: &str) -> bool {
        self.view == view
    }
}

struct ViewLink {
    to: String,
    words: String,
    current: bool,
}

impl ViewLink {
    fn of(visit: &Visit, view: &str, current: bool) -> Self {
        let to = if view == VIEWS[0] { "/law".to_owned() } else { format!("/law/{view}") };
        Self { to, words: visit.words.say(&format!("node-law-{view}")), current }
    }
}

/// What the form offers, and what was chosen.
struct Choices {
    states: Vec<Choice>,
    from: Vec<Choice>,
    to: Vec<Choice>,
    measures: Vec<Choice>,
    offences: Vec<Choice>,
    instruments: Vec<Choice>,
    on: String,
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

/// What was asked, as the address of the page has it.
struct Asked {
    view: &'static str,
    from: Option<Country>,
    to: Option<Country>,
    states: Vec<Country>,
    measure: String,
    offences: Vec<String>,
    instrument: String,
    on: Date,
}

impl Asked {
    fn of(view: &'static str, query: &Form, today: Date) -> Result<Self, NodeError> {
        let state = |name: &'static str| match query.text(name) {
            "" => Ok(None),
            code => code.parse().map(Some).map_err(|_| NodeError::Malformed(name)),
        };
        let states = query.all("state").map(|code| code.parse().map_err(|_| NodeError::Malformed("state")));
        let on = match query.text("on") {
            "" => today,
            day => day.parse().map_err(|_| NodeError::Malformed("on"))?,
        };
        Ok(Self {
            view,
            from: state("from")?,
            to: state("to")?,
            states: states.collect::<Result<_, _>>()?,
            measure: query.text("measure").to_owned(),
            offences: query.all("offence").filter(|id| !id.is_empty()).map(str::to_owned).collect(),
            instrument: query.text("instrument").to_owned(),
            on,
        })
    }
}

pub(crate) async fn basis<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    show(&node, &visit, VIEWS[0])
}

/// One of the views behind the first.
pub(crate) async fn view<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Path(view): Path<String>,
) -> Result<Response, NodeError> {
    let view = VIEWS[1..].iter().find(|known| **known == view).ok_or(NodeError::NotFound)?;
    show(&node, &visit, view)
}

fn show<S: Store + 'static>(
    node: &Node<S>,
    visit: &Visit,
    view: &'static str,
) -> Result<Response, NodeError> {
    let (law, asked) = asked(node, visit, view)?;
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let mut shown = LawPage {
        frame: Frame::new(node, visit, visit.words.say(&format!("node-law-{view}")), "law"),
        view,
        links: VIEWS.map(|name| ViewLink::of(visit, name, name == view)).into(),
        about: visit.words.say(&format!("node-law-{view}-about")),
        choices: choices(&reader, &law, &asked),
        refused: None,
        basis: None,
        sheet: None,
        paper: None,
    };
    let answer = if view == VIEWS[0] {
        question(&asked).map(|question| law.basis(&question)).transpose().map(|basis| {
            shown.basis = basis.map(|basis| LawView::of(&reader, &basis));
        })
    } else {
        sheet_of(&law, &asked).map(|sheet| {
            if let Some((document, _)) = sheet {
                shown.sheet = Some(sheet::view(&reader, &document));
                shown.paper = Some(visit.with_query(&format!("/law/{view}/paper.pdf")));
            }
        })
    };
    if let Err(refused) = answer {
        let (advice, language) = visit.words.advice(&refused);
        shown.refused = Some(visit.words.in_own(Shown::Words(advice.what), &language));
    }
    page(&shown)
}

/// The same on paper, in the language of the page.
pub(crate) async fn paper<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Path(view): Path<String>,
) -> Result<Response, NodeError> {
    let view = VIEWS.into_iter().find(|known| *known == view).ok_or(NodeError::NotFound)?;
    let (law, asked) = asked(&node, &visit, view)?;
    let sheet = sheet_of(&law, &asked).map_err(NodeError::Law)?.ok_or(NodeError::NotFound)?;
    let session = &visit.officer()?.session;
    let (office, languages) = (session.office(), vec![visit.words.language().clone()]);
    let casework = Arc::clone(&node.casework);
    // Setting a page takes longer than a page may hold up the others.
    let print = move || {
        let state = casework.state();
        law_sheet::paper(casework.packs(), state.office(office)?, &sheet.0, sheet.1, &languages)
    };
    let pdf = tokio::task::spawn_blocking(print).await.expect("printing does not panic")?;
    let name = format!("attachment; filename=\"law-{view}.pdf\"");
    let headers = [(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, pdf.bytes).into_response())
}

/// The law in force in the office, and what is asked of it.
fn asked<S: Store>(
    node: &Node<S>,
    visit: &Visit,
    view: &'static str,
) -> Result<(Arc<Law>, Asked), NodeError> {
    let session = &visit.officer()?.session;
    node.casework.may(session, office_journal(session.office()), "office.read")?;
    let state = node.casework.state();
    let office = state.office(session.office())?;
    let law = node.casework.packs().law(office)?;
    let mut asked = Asked::of(view, &visit.query()?, node.today())?;
    // An office mostly asks on behalf of its own State.
    asked.from = asked.from.or(Some(office.country));
    Ok((law, asked))
}

fn question(asked: &Asked) -> Option<Question> {
    let (from, to) = (asked.from?, asked.to?);
    let offences = asked.offences.iter().map(|category| OffenceAsked::of(category)).collect();
    let measure = Some(asked.measure.clone()).filter(|measure| !measure.is_empty())?;
    Some(Question { from, to, on: asked.on, measure, offences })
}

/// The table that was asked for, with its machine-readable twin; none while the form is not filled in.
fn sheet_of(law: &Law, asked: &Asked) -> Result<Option<(RequestDocument, Vec<u8>)>, QuestionError> {
    let twin = |json: serde_json::Result<Vec<u8>>| json.expect("answers are plain data");
    match (asked.view, asked.from, asked.to) {
        ("compare", ..) if !asked.states.is_empty() => {
            let table = law.compare(&asked.states, &asked.offences)?;
            let document = law_sheet::side_by_side(&table);
            Ok(Some((document, twin(serde_json::to_vec_pretty(&table)))))
        }
        ("gaps", Some(state), _) if !asked.instrument.is_empty() => {
            let gaps = law.gaps(state, &asked.instrument)?;
            let document = law_sheet::gaps(&gaps);
            Ok(Some((document, twin(serde_json::to_vec_pretty(&gaps)))))
        }
        ("to-verify", Some(from), Some(to)) => {
            let items = law.to_verify(from, to, asked.on)?;
            let document = law_sheet::work_list(law, (from, to, asked.on), &items);
            Ok(Some((document, twin(serde_json::to_vec_pretty(&items)))))
        }
        _ => Ok(None),
    }
}

fn choices(reader: &Reader<'_>, law: &Law, asked: &Asked) -> Choices {
    let states = |chosen: &dyn Fn(Country) -> bool| {
        let mut rows: Vec<_> = law.states().map(|row| &row.data).collect();
        rows.sort_by_key(|state| (state.group != StateGroup::Focus, state.code));
        let choice = |code: Country| Choice {
            value: code.to_string(),
            words: country_name(reader, code),
            chosen: chosen(code),
        };
        rows.into_iter().map(|state| choice(state.code)).collect::<Vec<_>>()
    };
    let named = |value: &str, label: &str, chosen: bool| Choice {
        value: value.to_owned(),
        words: label.to_owned(),
        chosen,
    };
    Choices {
        states: states(&|code| asked.states.contains(&code)),
        from: states(&|code| asked.from == Some(code)),
        to: states(&|code| asked.to == Some(code)),
        measures: law
            .measures()
            .map(|row| named(&row.data.id, &row.data.label, row.data.id == asked.measure))
            .collect(),
        offences: law
            .categories()
            .map(|row| named(&row.data.id, &row.data.label, asked.offences.contains(&row.data.id)))
            .collect(),
        instruments: law
            .instruments()
            .map(|row| named(&row.data.id, &row.data.short_name, row.data.id == asked.instrument))
            .collect(),
        on: asked.on.to_string(),
    }
}
