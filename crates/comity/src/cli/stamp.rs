//! The words of the commands on time-stamps.

use std::path::PathBuf;

use clap::Args;
use comity_casework::timestamp::RENEW_WITHIN_DAYS;

use super::exhibit::exhibit_number;
use super::{As, CaseName};

/// Have something of a case stamped.
#[derive(Args)]
pub struct StampInCase {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// An exhibit of it: E-1, or 1; without one, the log as it stands is stamped, and with it every entry of the case
    #[arg(value_parser = exhibit_number)]
    pub exhibit: Option<u32>,
}

/// The time-stamps of a case.
#[derive(Args)]
pub struct StampsOfCase {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// Write the files by which others check them into this folder, which must not exist
    ///
    /// stamp-1.tsq and stamp-1.tsr are for openssl ts -verify. A renewal, stamp-1-2.tsr, is over stamp-1.tsr.
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

/// Check a time-stamp in files.
#[derive(Args)]
pub struct CheckStamp {
    /// The reply of the time-stamp server (.tsr)
    pub reply: PathBuf,
    /// The request that it answers (.tsq)
    #[arg(long, value_name = "FILE")]
    pub request: PathBuf,
    /// The file that was stamped; without it, only the digest in the request is known
    #[arg(long, value_name = "FILE")]
    pub data: Option<PathBuf>,
    /// The certificates of the authorities that you trust, in PEM; without them nothing is decided
    #[arg(long, value_name = "FILE")]
    pub authorities: Option<PathBuf>,
    /// A list of revoked certificates of an authority, in DER or PEM; may be given again. Without one that tells of each
    /// certificate, nothing is decided
    #[arg(long = "crl", value_name = "FILE")]
    pub lists: Vec<PathBuf>,
}

/// Renew time-stamps.
#[derive(Args)]
pub struct RenewStamps {
    #[command(flatten)]
    pub who: As,
    /// Those whose certificates end within so many days
    #[arg(long, value_name = "DAYS", default_value_t = RENEW_WITHIN_DAYS)]
    pub within_days: u16,
    /// Show them, and renew nothing
    #[arg(long)]
    pub show: bool,
}

/// Name a time-stamp server.
#[derive(Args)]
pub struct NameStampServer {
    #[command(flatten)]
    pub who: As,
    /// Its address: http://host:port/path, or with https
    #[arg(required_unless_present = "none")]
    pub url: Option<String>,
    /// The certificates of the authorities above its time-stamps, in PEM
    #[arg(long, value_name = "FILE", required_unless_present = "none")]
    pub authorities: Option<PathBuf>,
    /// The certificates above the one that it shows by TLS, in PEM; with https only
    #[arg(long, value_name = "FILE")]
    pub tls_authorities: Option<PathBuf>,
    /// Ask no server any more
    #[arg(long, conflicts_with_all = ["url", "authorities", "tls_authorities"])]
    pub none: bool,
    /// Why
    #[arg(long)]
    pub reason: String,
}
