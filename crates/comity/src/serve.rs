//! `comity node serve`: the pages, the local socket for the command line of others, and delivery to other nodes.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use comity_adapters::tls::PageTls;
use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_casework::Casework;
use comity_node::{Config, Listening, keep_scrubbed};
use serde_json::json;
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::cli::ServeArguments;
use crate::folder::{self, Node};
use crate::neighbours::Neighbours;
use crate::out::{Failure, Out};
use crate::page_tls::{self, Wanted};
use crate::serving::{Serving, Socket};

/// Where systemd puts the credentials of a service (systemd.exec(5), `LoadCredential=`).
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// Serves until the process is told to end; then every session is dropped and the store is closed in order.
pub async fn run(out: &Out, arguments: &ServeArguments) -> Result<ExitCode, Failure> {
    let ServeArguments { at, listen, locked, .. } = arguments;
    let wanted = Wanted::of(*listen, &arguments.tls)?;
    let lock = folder::lock(&at.folder)?;
    let node = if *locked { None } else { Some(open(out, arguments).await?) };
    let mut config = Config::new(Arc::new(SystemClock), Arc::new(SystemEntropy));
    config.address = *listen;
    config.tls = wanted.tls(&at.folder, node.as_ref())?;
    if config.tls.is_none() {
        config.name = Some(page_tls::own_name(&at.folder)?);
    }
    config.disk = Some(Arc::new(folder::disk(&at.folder)?));
    let serving = Arc::new(Serving::new(lock, Arc::clone(&config.gate), node)?);
    let (tls, name) = (config.tls.clone(), config.name.clone());
    let listening = Listening::bind(config).await.map_err(Failure::of)?;
    // From here on the end comes in order; while a passphrase is typed, the process may simply be killed.
    let mut stop = std::pin::pin!(told_to_end()?);
    let socket = Socket::open(&serving)?;
    let url = page_tls::url(tls.as_ref(), name.as_ref(), listening.address());
    let certificate = tls.map(|tls| tls.certificate);
    let fingerprint = certificate.as_ref().map(PageTls::fingerprint);
    // The door follows from the keys of the node; while it is locked, nobody is let in.
    let mut neighbours = match serving.node() {
        Some(node) => Some(Neighbours::open(&node, arguments.door).await?),
        None => None,
    };
    let door = neighbours.as_ref().and_then(Neighbours::door);
    let answer = json!({ "url": url, "address": listening.address(), "locked": locked, "certificate_sha256": fingerprint, "door": door });
    out.answer(&answer, |out| {
        out.say("comity-serving", &[("url", &url)]);
        if let Some(certificate) = certificate.filter(PageTls::is_own) {
            out.say("comity-serving-fingerprint", &[("fingerprint", &certificate.shown_fingerprint())]);
        }
        if let Some(door) = door {
            out.say("comity-serving-door", &[("address", &door.to_string())]);
        }
        if *locked {
            out.say("comity-serving-locked", &[]);
        }
    });
    let node = match serving.node() {
        Some(node) => Some(node),
        None => {
            let unlocked = async {
                tokio::select! {
                    () = &mut stop => None,
                    node = serving.unlocked() => Some(node),
                }
            };
            listening.locked(unlocked).await
        }
    };
    if let Some(node) = node {
        if neighbours.is_none() {
            neighbours = Some(Neighbours::open(&node, arguments.door).await?);
        }
        let (ended, end) = tokio::sync::oneshot::channel::<()>();
        let end = async {
            let _ = end.await;
        };
        let scrubbed = tokio::spawn(keep_scrubbed(Arc::clone(&node), arguments.scrub_within_days, end));
        let server = listening.show(node);
        serving.shown();
        server.run(stop).await;
        drop(ended);
        let _ = scrubbed.await;
    }
    // Nobody waits for pages that have ended.
    serving.shown();
    if let Some(neighbours) = neighbours {
        neighbours.close().await;
    }
    socket.close().await;
    serving.close().await?;
    Ok(ExitCode::SUCCESS)
}

/// Done when the process is told to end: by Ctrl-C, or by whoever supervises it.
fn told_to_end() -> Result<impl Future<Output = ()> + Send, Failure> {
    let listen = |kind| -> Result<Signal, Failure> {
        signal(kind).map_err(|e| Failure::file("start", std::path::Path::new("signal"), e))
    };
    let (mut ended, mut interrupted) = (listen(SignalKind::terminate())?, listen(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = ended.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}

/// Opens the node with the passphrase from where the arguments say.
async fn open(out: &Out, arguments: &ServeArguments) -> Result<Node, Failure> {
    let mut at = arguments.at.clone();
    if let Some(name) = &arguments.credential {
        at.node_passphrase_file = Some(credential(name)?);
    }
    let passphrase = folder::passphrase(out, &at)?;
    let keyring = folder::unlocked(&at.folder, &passphrase)?;
    Casework::open(folder::parts(&at.folder, keyring).await?).await.map_err(Failure::of)
}

/// The file of a systemd credential.
pub fn credential(name: &str) -> Result<PathBuf, Failure> {
    let no = |code| Failure::new(code, vec![("name", name.to_owned())]);
    let plain = !matches!(name, "" | "." | "..") && !name.contains('/');
    let folder = std::env::var_os(CREDENTIALS).filter(|folder| !folder.is_empty());
    match folder {
        _ if !plain => Err(no("comity-credential-name")),
        Some(folder) => Ok(PathBuf::from(folder).join(name)),
        None => Err(no("comity-no-credentials")),
    }
}
