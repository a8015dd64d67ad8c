//! Sign in, sign out, choose a language.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse, Response};
use comity_casework::{CaseworkError, Passphrase, PassphraseError, Refusal, Session};
use comity_record::{OfficeId, OfficerId};
use comity_store::Store;
use zeroize::Zeroizing;

use super::{Frame, page, see};
use crate::error::NodeError;
use crate::form::Form;
use crate::gate::Door;
use crate::origin::Origin;
use crate::routes::Node;
use crate::shown::Shown;
use crate::visit::{Visit, back, cookie};

/// A chosen language is kept for a year; it says nothing about anybody.
const LANGUAGE_SECONDS: u32 = 365 * 24 * 60 * 60;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
    offices: Vec<(OfficeId, Shown)>,
    next: String,
}

/// The address of the sign-in, from where it goes on to `here`.
pub(crate) fn address(here: &str) -> String {
    use std::fmt::Write as _;
    if here == "/" {
        return "/sign-in".to_owned();
    }
    // Only letters that stand in a query as they are; `back` has admitted visible ASCII.
    here.bytes().fold("/sign-in?next=".to_owned(), |mut address, b| {
        if b.is_ascii_alphanumeric() || b"/-._~".contains(&b) {
            address.push(char::from(b));
        } else {
            let _ = write!(address, "%{b:02X}");
        }
        address
    })
}

pub(crate) async fn show<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    request: axum::http::Uri,
) -> Result<Response, NodeError> {
    let state = node.casework.state();
    let offices = state.offices().filter(|office| office.founded);
    // The query is read like a form: the same encoding.
    let next = Form::of_query(request.query().unwrap_or_default())
        .map_or_else(|_| "/".to_owned(), |query| back(query.raw("next")).to_owned());
    page(&SignInPage {
        frame: Frame::new(&node, &visit, visit.words.say("node-sign-in-title"), "sign-in"),
        offices: offices.map(|office| (office.id, Shown::said(&office.name))).collect(),
        next,
    })
}

pub(crate) async fn take<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, NodeError> {
    let office: OfficeId = form.id("office")?;
    let officer = named(&node, office, form.text("officer"));
    let attempt = node.config.gate.enter(Door::Pages, officer, node.config.clock.now()).await?;
    let passphrase = Zeroizing::new(form.raw("passphrase").to_owned());
    let session = unlock(Arc::clone(&node), office, officer, passphrase).await?;
    attempt.succeeded();
    // Whoever signs in anew on the same browser leaves the old session.
    if let Some(old) = cookie(&headers, &node.origin.session_cookie) {
        node.sessions.end(old);
    }
    let token = node.sessions.begin(session, node.config.clock.now(), node.config.entropy.as_ref());
    let origin = &node.origin;
    let set = format!("{}={}; {}", origin.session_cookie, token.as_str(), origin.cookie_attributes);
    Ok((AppendHeaders([(SET_COOKIE, set)]), see(back(form.text("next")))).into_response())
}

pub(crate) async fn leave<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    headers: HeaderMap,
) -> Response {
    if let Some(token) = cookie(&headers, &node.origin.session_cookie) {
        node.sessions.end(token);
    }
    let origin = &node.origin;
    let unset = format!("{}=; {}; Max-Age=0", origin.session_cookie, origin.cookie_attributes);
    (AppendHeaders([(SET_COOKIE, unset)]), see("/sign-in")).into_response()
}

pub(crate) async fn language<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    visit: Visit,
    form: Form,
) -> Result<Response, NodeError> {
    let wanted = form.text("language");
    let known = visit.words.languages().into_iter().find(|language| language.to_string() == wanted);
    let language = known.ok_or(NodeError::Malformed("language"))?;
    let Origin { language_cookie, cookie_attributes, .. } = &node.origin;
    let set = format!("{language_cookie}={language}; {cookie_attributes}; Max-Age={LANGUAGE_SECONDS}");
    Ok((AppendHeaders([(SET_COOKIE, set)]), see(back(form.text("back")))).into_response())
}

/// The officer of a name or identifier. A name that two officers have names neither.
fn named<S: Store>(node: &Node<S>, office: OfficeId, text: &str) -> Option<OfficerId> {
    let state = node.casework.state();
    let officers = &state.office(office).ok()?.officers;
    if let Ok(id) = text.parse::<OfficerId>() {
        return officers.contains_key(&id).then_some(id);
    }
    let mut found = officers.values().filter(|officer| officer.name.trim() == text).map(|officer| officer.id);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Unlocks the officer's key away from the threads that answer requests: Argon2 is slow by intent. For a name that
/// nobody has, the passphrase is tried on somebody else's key and the result thrown away, so that the time of the
/// answer does not tell names.
async fn unlock<S: Store + 'static>(
    node: Arc<Node<S>>,
    office: OfficeId,
    officer: Option<OfficerId>,
    passphrase: Zeroizing<String>,
) -> Result<Session, NodeError> {
    let passphrase = Passphrase::new(passphrase).map_err(|_| NodeError::SignInFailed)?;
    let decoy = || node.casework.state().office(office).ok()?.officers.keys().next().copied();
    let tried = officer.or_else(decoy).ok_or(NodeError::SignInFailed)?;
    let casework = Arc::clone(&node.casework);
    let runtime = tokio::runtime::Handle::current();
    let unlocked =
        tokio::task::spawn_blocking(move || runtime.block_on(casework.unlock(office, tried, &passphrase)));
    match unlocked.await {
        Ok(Ok(session)) if officer.is_some() => Ok(session),
        Ok(
            Ok(_)
            | Err(
                CaseworkError::Passphrase(PassphraseError::Wrong) | CaseworkError::Refused(Refusal::WrongKey),
            ),
        ) => Err(NodeError::SignInFailed),
        Ok(Err(error)) => Err(error.into()),
        Err(_) => Err(CaseworkError::Interrupted.into()),
    }
}
