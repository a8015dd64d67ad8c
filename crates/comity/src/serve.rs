//! `comity node serve`: the pages, and the local socket for the command line of others.

use std::process::ExitCode;
use std::sync::Arc;

use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_casework::Casework;
use comity_node::{Config, Listening};
use serde_json::json;
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::cli::ServeArguments;
use crate::folder;
use crate::out::{Failure, Out};
use crate::serving::{Serving, Socket};

/// Serves until the process is told to end; then every session is dropped and the store is closed in order.
pub async fn run(out: &Out, arguments: &ServeArguments) -> Result<ExitCode, Failure> {
    let ServeArguments { at, listen } = arguments;
    // An address that is not taken is said before anybody types a passphrase.
    comity_node::check_address(*listen).map_err(Failure::of)?;
    let lock = folder::lock(&at.folder)?;
    let passphrase = folder::passphrase(out, at)?;
    let keyring = folder::keys(&at.folder)?.open(&passphrase).map_err(Failure::of)?;
    let node = Casework::open(folder::parts(&at.folder, keyring).await?).await.map_err(Failure::of)?;
    let mut config = Config::new(Arc::new(SystemClock), Arc::new(SystemEntropy));
    config.address = *listen;
    config.disk = Some(Arc::new(folder::disk(&at.folder)?));
    let serving = Arc::new(Serving::new(lock, Arc::clone(&config.gate), Some(node))?);
    let listening = Listening::bind(config).await.map_err(Failure::of)?;
    // From here on the end comes in order; while a passphrase is typed, the process may simply be killed.
    let stop = told_to_end()?;
    let socket = Socket::open(&serving)?;
    let url = format!("http://{}/", listening.address());
    out.answer(&json!({ "url": url }), |out| out.say("comity-serving", &[("url", &url)]));
    if let Some(node) = serving.node() {
        listening.show(node).run(stop).await;
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
