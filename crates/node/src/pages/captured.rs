//! The pages of web captures in a case: what each says of itself, what was found on it, and where else that stands.

use std::fmt::Write as _;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use comity_casework::exhibit::label;
use comity_casework::lead::{HitOnPage, Page, shared};
use comity_record::CaseId;
use comity_store::Store;

use super::{Frame, page};
use crate::error::NodeError;
use crate::facts::{Fact, Reader, entry_link};
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Named, Visit};

/// Pages that one page lists, and values that it ties; who looks for one searches.
const MAX_LISTED: usize = 200;

#[derive(Template)]
#[template(path = "captured.html")]
struct CapturedPage {
    frame: Frame,
    case: Shown,
    at: String,
    find: String,
    exhibit: String,
    pages: Vec<PageView>,
    more: Option<String>,
    shared: Vec<SharedView>,
}

struct PageView {
    title: Shown,
    facts: Vec<Fact>,
    hits: Vec<HitView>,
}

struct HitView {
    value: Shown,
    kind: Shown,
    others: String,
    account: Option<Shown>,
}

struct SharedView {
    value: Shown,
    kind: Shown,
    pages: Shown,
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    Named(id): Named<CaseId>,
) -> Result<Response, NodeError> {
    let session = &visit.officer()?.session;
    let query = visit.query()?;
    let find = query.text("find").to_owned();
    let exhibit = visit.number("exhibit").and_then(|number| u32::try_from(number).ok());
    let pages = node.casework.pages(session, id, exhibit, Some(&find)).await?;
    let state = node.casework.state();
    let reader = Reader { words: &visit.words, state: &state };
    let at = format!("/cases/{id}/pages");
    let left = pages.len().saturating_sub(MAX_LISTED);
    let tied = shared(&pages);
    page(&CapturedPage {
        frame: Frame::new(&node, &visit, visit.words.say("node-captured"), "cases"),
        case: reader.journal(id),
        pages: pages.iter().take(MAX_LISTED).map(|page| page_view(&reader, &at, id, page)).collect(),
        more: (left > 0).then(|| visit.words.with("node-more", "count", &left.to_string())),
        shared: tied
            .into_iter()
            .take(MAX_LISTED)
            .map(|(kind, value, on)| SharedView {
                value: finding(&at, &value),
                kind: reader.word_or("node-hit-", &kind),
                pages: Shown::ltr(on.len()),
            })
            .collect(),
        at,
        find,
        exhibit: exhibit.map(|number| number.to_string()).unwrap_or_default(),
    })
}

fn page_view(reader: &Reader<'_>, at: &str, case: CaseId, page: &Page) -> PageView {
    let said = &page.page;
    let fact = |key, value: Option<Shown>| value.map(|value| reader.fact(key, value));
    let exhibit =
        Shown::link(format!("/cases/{case}/exhibits/{}", page.exhibit), Shown::ltr(label(page.exhibit)));
    let title = said.title.as_deref().map(Shown::said);
    let place = said.url.as_ref().unwrap_or(&said.path);
    let facts = [
        fact("node-captured-url", title.is_some().then(|| Shown::ltr(place))),
        fact("node-captured-date", said.date.as_ref().map(|date| Shown::Time(date.clone()))),
        fact("node-captured-status", said.status.map(Shown::ltr)),
        fact("node-captured-media", said.media_type.as_ref().map(Shown::ltr)),
        fact("node-captured-digest", said.digest.as_ref().map(Shown::ltr)),
        fact("node-captured-exhibit", Some(exhibit)),
        fact("node-column-place-in-file", said.url.is_some().then(|| Shown::ltr(&said.path))),
    ];
    PageView {
        title: title.unwrap_or_else(|| Shown::ltr(place)),
        facts: facts.into_iter().flatten().collect(),
        hits: page.hits.iter().map(|hit| hit_view(reader, at, hit)).collect(),
    }
}

fn hit_view(reader: &Reader<'_>, at: &str, hit: &HitOnPage) -> HitView {
    let value = match (&hit.hit.fingerprint, hit.hit.name()) {
        (Some(fingerprint), _) => Shown::pair(Shown::ltr(&hit.hit.value), finding(at, fingerprint)),
        (None, Some(name)) => finding(at, name),
        (None, None) => Shown::ltr(&hit.hit.value),
    };
    HitView {
        value,
        kind: reader.word_or("node-hit-", &hit.hit.kind),
        others: reader.words.with("node-captured-others", "count", &hit.other_pages.to_string()),
        account: hit.account.map(entry_link),
    }
}

/// A value that leads to the pages that show it.
fn finding(at: &str, value: &str) -> Shown {
    Shown::link(format!("{at}?find={}", encoded(value)), Shown::ltr(value))
}

/// A value as a query holds it (URL standard, 5.2): letters and digits as they are, everything else by its bytes.
fn encoded(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(byte));
        } else {
            write!(text, "%{byte:02X}").expect("a string can be written");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_written_so_that_the_query_holds_it_alone() {
        assert_eq!(encoded("bc1q0"), "bc1q0");
        assert_eq!(encoded("a&find=ب"), "a%26find%3D%D8%A8");
    }
}
