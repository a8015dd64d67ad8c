//! What is answered while the node is locked: that it is, and what to do. There is no state yet that a page could show.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use comity_messages::Catalogues;

use crate::error::NodeError;
use crate::guard::{check_host, sealed};
use crate::origin::Origin;
use crate::pages::{self, error::problem};
use crate::visit::{Visit, accepted_languages, cookie};
use crate::words::{Words, dir};

struct Door {
    catalogues: Arc<Catalogues>,
    origin: Origin,
}

#[derive(Template)]
#[template(path = "locked.html")]
struct LockedPage {
    words: Words,
    what: String,
    to_do: Option<String>,
    code: &'static str,
    /// Of the message, which may stand in English on a page in another language.
    language: String,
    message_dir: &'static str,
}

/// The answers of a locked node under its names.
pub(crate) fn routes(origin: Origin) -> Router {
    let door = Door { catalogues: Arc::new(Catalogues::embedded()), origin };
    Router::new()
        .route("/static/style.css", get(style))
        .route("/static/icon.svg", get(icon))
        .fallback(answer)
        .with_state(Arc::new(door))
}

async fn style(State(door): State<Arc<Door>>) -> Response {
    sealed(&door.origin, pages::style().await)
}

async fn icon(State(door): State<Arc<Door>>) -> Response {
    sealed(&door.origin, pages::icon().await)
}

async fn answer(State(door): State<Arc<Door>>, request: Request) -> Response {
    let headers = request.headers();
    let words = Words::choose(
        &door.catalogues,
        cookie(headers, door.origin.language_cookie),
        accepted_languages(headers),
    );
    let error = check_host(&door.origin.hosts, &request).err().unwrap_or(NodeError::Locked);
    let visit = Visit::new(&request, words, None);
    let mut response = if visit.json { problem(&visit, &error) } else { page(visit.words, &error) };
    *response.status_mut() = error.status();
    sealed(&door.origin, response)
}

fn page(words: Words, error: &NodeError) -> Response {
    let (advice, language) = words.advice(error);
    let page = LockedPage {
        words,
        what: advice.what,
        to_do: advice.to_do,
        code: advice.code,
        language: language.to_string(),
        message_dir: dir(&language),
    };
    pages::page(&page).unwrap_or_else(IntoResponse::into_response)
}
