//! The words of `comity node serve`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use comity_adapters::name::Name;
use comity_casework::scrubbing::PERIOD_DAYS;

use super::At;

/// Where a node is served, and where its passphrase comes from.
#[derive(Args)]
pub struct ServeArguments {
    #[command(flatten)]
    pub at: At,
    /// Where to listen; without TLS only addresses of this machine itself are taken
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8470")]
    pub listen: SocketAddr,
    /// Where other nodes reach this one; only those that an agreement names are let in
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub door: Option<SocketAddr>,
    /// The systemd credential that holds the passphrase of the node (LoadCredential= or LoadCredentialEncrypted=)
    #[arg(long = "node-passphrase-credential", value_name = "NAME", conflicts_with = "node_passphrase_file")]
    pub credential: Option<String>,
    /// Start without the passphrase; nothing is answered until somebody gives it with comity node unlock
    #[arg(long, conflicts_with_all = ["node_passphrase_file", "credential"])]
    pub locked: bool,
    /// Read the whole vault again within so many days, a part each day, to find what a disk has spoilt
    #[arg(long, value_name = "DAYS", default_value_t = PERIOD_DAYS, value_parser = clap::value_parser!(u16).range(1..=3_650))]
    pub scrub_within_days: u16,
    #[command(flatten)]
    pub tls: TlsArguments,
}

/// TLS for the pages, so that other machines can be served.
#[derive(Args)]
pub struct TlsArguments {
    /// Serve by TLS with this certificate: a file in PEM, with the certificates above it after the first
    #[arg(long, value_name = "FILE", requires = "tls_key", group = "with_tls")]
    pub tls_certificate: Option<PathBuf>,
    /// The private key of the certificate: a file in PEM
    #[arg(long, value_name = "FILE", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,
    /// Serve by TLS with a certificate that the node makes; whoever opens the pages compares its fingerprint once
    ///
    /// Not with --locked: the key follows from the keys of the node.
    #[arg(long, group = "with_tls", conflicts_with = "locked")]
    pub tls_self_signed: bool,
    /// A name or address under which browsers ask for the pages; may be given again
    ///
    /// Needed when --listen names every address of the machine. Requests under another name are refused.
    #[arg(long = "name", value_name = "NAME", requires = "with_tls")]
    pub names: Vec<Name>,
}
