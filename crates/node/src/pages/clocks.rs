//! What the requests of all cases wait for, the most urgent first.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::request::{Urgency, Waiting};
use comity_record::Language;
use comity_request::Calendar;
use comity_store::Store;

use super::request::clock_words;
use super::{Frame, Table, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader};
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "clocks.html")]
struct ClocksPage {
    frame: Frame,
    /// What the calendar of the office says of today.
    today: Vec<Fact>,
    /// One table for each urgency that there is.
    tables: Vec<Table>,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let today = node.today();
    let waiting = node.casework.clocks(session, None, today)?;
    let calendar = node.casework.calendar(session)?;
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let tables = Urgency::ALL.iter().filter_map(|urgency| {
        let of = waiting.iter().filter(|waiting| waiting.clock.urgency == *urgency);
        let rows: Vec<_> = of.map(|waiting| row(&reader, waiting)).collect();
        let columns = ["node-column-what", "node-request-link", "node-column-case"];
        let caption = format!("node-clocks-{}", urgency.code());
        (!rows.is_empty()).then(|| Table::new(&visit.words, &caption, &columns, rows))
    });
    page(&ClocksPage {
        today: of_today(&reader, &calendar, today),
        tables: tables.collect(),
        frame: Frame::new(&node, &visit, visit.words.say("node-clocks"), "clocks"),
    })
}

fn row(reader: &Reader<'_>, waiting: &Waiting) -> Vec<Shown> {
    let Waiting { case, request, clock } = waiting;
    let link =
        Shown::link(format!("/cases/{case}/requests/{}", request.id), Shown::said(request.reference()));
    let title = reader.word(&request.version().request.title);
    vec![clock_words(reader, clock), Shown::pair(link, title), reader.journal(*case)]
}

/// Whether the office works today, and when.
fn of_today(reader: &Reader<'_>, calendar: &Calendar, today: comity_law::Day) -> Vec<Fact> {
    let language: &Language = reader.words.language();
    let day = Shown::Time(today.to_string());
    let works = if calendar.is_working(today) { "node-clocks-working" } else { "node-clocks-resting" };
    let mut said = vec![day];
    // Without a calendar nobody knows.
    if *calendar != Calendar::default() {
        said.push(reader.word(works));
    }
    said.extend(calendar.holiday(today, language).map(Shown::said));
    let mut facts = vec![reader.fact("node-clocks-today", Shown::Row(said))];
    if let (Some(hours), Some(zone)) = (calendar.hours(), calendar.zone()) {
        let hours = Shown::ltr(format!("{} – {}", hours.from.strftime("%H:%M"), hours.to.strftime("%H:%M")));
        facts.push(reader.fact("node-clocks-hours", Shown::Row(vec![hours, Shown::ltr(zone)])));
    }
    facts
}
