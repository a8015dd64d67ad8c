//! TLS for the pages of a node: with the certificate of an administrator, or with one that the node makes and keeps.

use std::net::SocketAddr;
use std::path::Path;

use comity_adapters::name::Name;
use comity_adapters::tls::{PageKey, PageTls, make_page_certificate};
use comity_node::Tls;
use comity_record::Sha256Digest;

use crate::cli::TlsArguments;
use crate::folder::{self, Node};
use crate::out::Failure;

/// Where a node keeps the certificates that it made. They are public; another copy of one would be another certificate,
/// which every officer would have to compare again.
const FOLDER: &str = "tls";

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

/// The address that a person opens.
pub fn url(tls: Option<&Tls>, address: SocketAddr) -> String {
    match tls.and_then(|tls| tls.names.first()) {
        None => format!("http://{address}/"),
        Some(name) => format!("https://{name}:{}/", address.port()),
    }
}
