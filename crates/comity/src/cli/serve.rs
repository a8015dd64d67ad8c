//! The words of `comity node serve`.

use std::net::SocketAddr;

use clap::Args;

use super::At;

/// Where a node is served, and where its passphrase comes from.
#[derive(Args)]
pub struct ServeArguments {
    #[command(flatten)]
    pub at: At,
    /// Where to listen; only addresses of this machine itself are taken
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8470")]
    pub listen: SocketAddr,
    /// The systemd credential that holds the passphrase of the node (LoadCredential= or LoadCredentialEncrypted=)
    #[arg(long = "node-passphrase-credential", value_name = "NAME", conflicts_with = "node_passphrase_file")]
    pub credential: Option<String>,
    /// Start without the passphrase; nothing is answered until somebody gives it with comity node unlock
    #[arg(long, conflicts_with_all = ["node_passphrase_file", "credential"])]
    pub locked: bool,
}
