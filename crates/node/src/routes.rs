//! Which address is answered by what.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use comity_casework::Casework;
use comity_messages::Catalogues;
use comity_store::Store;
use jiff::civil::Date;

use crate::error::{NodeError, ServeError};
use crate::form::MAX_BODY_BYTES;
use crate::guard::guard;
use crate::origin::Origin;
use crate::pages::{
    captured, case, cases, clocks, entry, exhibit, law, leads, office, request, sign_in, trace,
};
use crate::server::Config;
use crate::sessions::Sessions;
use crate::{api, log_files, pages};

/// What the pages share.
pub(crate) struct Node<S> {
    pub(crate) casework: Arc<Casework<S>>,
    pub(crate) config: Config,
    pub(crate) catalogues: Arc<Catalogues>,
    pub(crate) sessions: Sessions,
    pub(crate) origin: Origin,
}

impl<S> Node<S> {
    pub(crate) fn new(casework: Arc<Casework<S>>, config: Config) -> Self {
        Self {
            casework,
            catalogues: Arc::new(Catalogues::embedded()),
            sessions: Sessions::default(),
            origin: Origin::of(&config),
            config,
        }
    }

    /// Today, as the clocks of requests count it: where the node stands.
    pub(crate) fn today(&self) -> Date {
        self.config.clock.today()
    }
}

/// The pages of a node as they answer under `config.address`, for a test or another server.
///
/// # Errors
/// Refuses an address that other machines can reach, without TLS.
pub fn router<S: Store + 'static>(casework: Arc<Casework<S>>, config: Config) -> Result<Router, ServeError> {
    config.check()?;
    Ok(routes(Arc::new(Node::new(casework, config))))
}

pub(crate) fn routes<S: Store + 'static>(node: Arc<Node<S>>) -> Router {
    Router::new()
        .route("/", get(cases::first))
        .route("/sign-in", get(sign_in::show).post(sign_in::take))
        .route("/sign-out", post(sign_in::leave))
        .route("/language", post(sign_in::language))
        .route("/cases", get(cases::show).post(cases::open))
        .route("/cases/{case}", get(case::show))
        .route("/cases/{case}/notes", post(case::write_note))
        .route("/cases/{case}/members", post(case::assign))
        .route("/cases/{case}/close", post(case::close))
        .route("/cases/{case}/reopen", post(case::reopen))
        .route("/cases/{case}/proposals/{entry}", post(case::decide))
        .route("/cases/{case}/exhibits/{number}", get(exhibit::show))
        .route("/cases/{case}/scans/{scan}/promote", post(leads::promote))
        .route("/cases/{case}/leads", get(leads::show))
        .route("/cases/{case}/leads/{account}/ask", post(leads::ask))
        .route("/cases/{case}/questions/{question}/answer", post(leads::answer))
        .route("/cases/{case}/pages", get(captured::show))
        .route("/cases/{case}/traces/{number}", get(trace::show))
        .route("/cases/{case}/requests/{request}", get(request::show))
        .route("/entries/{entry}/files/{sha256}", get(entry::attachment))
        .route("/entries/{entry}", get(entry::show))
        .route("/entries/{entry}/{file}", get(entry::file))
        .route("/cases/{case}/requests/{request}/compare", get(request::compare::show))
        .route("/clocks", get(clocks::show))
        .route("/requests/statistics", get(request::statistics::show))
        .route("/requests/statistics/statistics.csv", get(request::statistics::csv))
        .route("/requests/statistics/paper.pdf", get(request::statistics::paper))
        .route("/law", get(law::basis))
        .route("/law/{view}", get(law::view))
        .route("/law/{view}/paper.pdf", get(law::paper))
        .route("/office", get(office::show))
        .route("/office/journal", get(office::journal))
        .route("/office/proposals/{entry}", post(office::decide))
        .route("/static/style.css", get(pages::style))
        .route("/static/icon.svg", get(pages::icon))
        .route("/api/v1/cases", get(api::cases))
        .route("/api/v1/cases/{case}/timeline", get(api::timeline))
        .route("/api/v1/cases/{case}/requests", get(api::requests))
        .route("/api/v1/cases/{case}/requests/{request}", get(api::request))
        .route("/api/v1/entries/{entry}", get(api::entry))
        .route("/api/v1/checkpoint", get(api::checkpoint))
        .route("/log/checkpoint", get(log_files::checkpoint))
        .route("/log/{*tile}", get(log_files::tile))
        .fallback(async || NodeError::NotFound)
        .method_not_allowed_fallback(async || NodeError::Method)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(from_fn_with_state(Arc::clone(&node), guard::<S>))
        .with_state(node)
}
