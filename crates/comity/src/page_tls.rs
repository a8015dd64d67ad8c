//! Under which name the pages of a node are asked for, and their TLS: with the certificate of an administrator, or with
//! one that the node makes and keeps.

use std::net::SocketAddr;
use std::path::Path;

use comity_adapters::name::Name;
use comity_adapters::tls::{PageKey, PageTls, make_page_certificate};
use comity_adapters::world::SystemEntropy;
use comity_disk::{Disk as _, DiskError, DiskPath};
use comity_node::Tls;
use comity_record::{Entropy, Sha256Digest};

use crate::cli::TlsArguments;
use crate::folder::{self, Node, of_disk};
use crate::out::Failure;

/// Where a node keeps the certificates that it made. They are public; another copy of one would be another certificate,
/// which every officer would have to compare again.
const FOLDER: &str = "tls";
/// Where a node keeps the name of its pages on its own machine.
const NAME_FILE: &str = "pages.name";
/// Bytes that are read of it.
const MAX_NAME: u64 = 256;
/// How that name ends.
const BELOW: &str = ".localhost";

/// How the pages are to be served.
pub enum Wanted {
    /// In the clear, on this machine only.
    Clear,
    /// With the certificate of an administrator.
    Given(Tls),
    /// With a certificate of the node's own, for these names.
    Own(Vec<Name>),
}

impl Wanted {
    /// What the arguments want, so that a mistake is told before anybody types a passphrase.
    pub fn of(listen: SocketAddr, arguments: &TlsArguments) -> Result<Self, Failure> {
        let names = || comity_node::page_names(listen, &arguments.names).map_err(Failure::of);
        match (&arguments.tls_certificate, &arguments.tls_key) {
            (Some(certificate), Some(key)) => {
                let certificate = PageTls::from_files(certificate, key).map_err(Failure::of)?;
                Ok(Self::Given(Tls { certificate, names: names()? }))
            }
            _ if arguments.tls_self_signed => Ok(Self::Own(names()?)),
            _ => comity_node::check_address(listen).map(|()| Self::Clear).map_err(Failure::of),
        }
    }

    /// The certificate with its names, once the node is open. None for pages in the clear.
    pub fn tls(self, at: &Path, node: Option<&Node>) -> Result<Option<Tls>, Failure> {
        match (self, node) {
            (Self::Given(tls), _) => Ok(Some(tls)),
            (Self::Own(names), Some(node)) => {
                let certificate = own(at, &PageKey::derive(&node.pages_key()), &names)?;
                Ok(Some(Tls { certificate, names }))
            }
            // The command line takes no certificate of the node's own for a node that starts locked.
            (Self::Clear | Self::Own(_), _) => Ok(None),
        }
    }
}

/// The certificate of the node's own that is kept for these names; made now, if there is none yet.
fn own(at: &Path, key: &PageKey, names: &[Name]) -> Result<PageTls, Failure> {
    let mut sorted: Vec<String> = names.iter().map(Name::to_string).collect();
    sorted.sort();
    let file = format!("{FOLDER}/{}.crt", Sha256Digest::of(sorted.join("\n").as_bytes()));
    let path = at.join(&file);
    if !path.exists() {
        folder::write(at, &file, &make_page_certificate(key, names))?;
    }
    PageTls::own(key, &path).map_err(Failure::of)
}

/// The address that a person opens. `name` is that of pages without TLS.
pub fn url(tls: Option<&Tls>, name: Option<&Name>, address: SocketAddr) -> String {
    let port = address.port();
    match (tls.and_then(|tls| tls.names.first()), name) {
        (Some(name), _) => format!("https://{name}:{port}/"),
        (None, Some(name)) => format!("http://{name}:{port}/"),
        (None, None) => format!("http://{address}/"),
    }
}

/// The name of a node's pages on its own machine: drawn once, and kept in the node's folder, where only its user reads
/// it. Every name below `localhost` leads to this machine (RFC 6761, §6.3), and browsers need nobody to tell them.
pub fn own_name(folder: &Path) -> Result<Name, Failure> {
    let path = DiskPath::new(NAME_FILE).map_err(of_disk)?;
    let kept = match folder::disk(folder)?.read(&path, MAX_NAME) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).trim().parse::<Name>().ok(),
        Err(DiskError::Missing { .. }) => None,
        Err(other) => return Err(of_disk(other)),
    };
    if let Some(name) = kept.filter(|name| name.to_string().ends_with(BELOW)) {
        return Ok(name);
    }
    let secret: [u8; 16] = (&SystemEntropy as &dyn Entropy).draw();
    let name = format!("{:032x}{BELOW}", u128::from_be_bytes(secret));
    folder::write(folder, NAME_FILE, format!("{name}\n").as_bytes())?;
    name.parse().map_err(Failure::of)
}
