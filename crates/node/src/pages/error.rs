//! An error, for people and for programs.

use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use comity_record::Coded;
use comity_store::Store;
use serde_json::json;

use super::Frame;
use crate::error::NodeError;
use crate::routes::Node;
use crate::visit::Visit;
use crate::words::dir;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    what: String,
    to_do: Option<String>,
    code: &'static str,
    /// Of the message, which may stand in English on a page in another language.
    language: String,
    message_dir: &'static str,
}

/// The error as a page.
pub(crate) fn page<S: Store>(node: &Node<S>, visit: &Visit, error: &NodeError) -> Response {
    let (advice, language) = visit.words.advice(error);
    let page = ErrorPage {
        frame: Frame::new(node, visit, visit.words.say("node-error-title"), ""),
        what: advice.what,
        to_do: advice.to_do,
        code: advice.code,
        language: language.to_string(),
        message_dir: dir(&language),
    };
    // Without a page the code is still told.
    page.render().map_or_else(|_| error.code().into_response(), |html| Html(html).into_response())
}

/// The error as RFC 9457 has it.
pub(crate) fn problem(visit: &Visit, error: &NodeError) -> Response {
    let (advice, _) = visit.words.advice(error);
    let problem = json!({
        "type": format!("urn:comity:{}", advice.code),
        "title": advice.what,
        "status": error.status().as_u16(),
        "detail": advice.to_do,
        "code": advice.code,
    });
    ([(CONTENT_TYPE, "application/problem+json")], problem.to_string()).into_response()
}
