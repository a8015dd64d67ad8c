//! The words of `comity node serve`.

use std::net::SocketAddr;

use clap::Args;

use super::At;

/// Where a node is served.
#[derive(Args)]
pub struct ServeArguments {
    #[command(flatten)]
    pub at: At,
    /// Where to listen; only addresses of this machine itself are taken
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8470")]
    pub listen: SocketAddr,
}
