//! The store of objects of a node whose vault does not lie in its folder: storage that speaks S3, told of by a small file.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use comity_adapters::s3::{Credentials, MAX_SETTINGS_BYTES, Place, S3Error, S3Store, Settings};
use comity_adapters::world::SystemClock;
use comity_evidence::vault::ObjectStore;

use crate::out::{Failure, shown};
use crate::serve;

/// The settings of the store, in the folder of a node. Without this file the vault lies in the folder.
pub const SETTINGS: &str = "objects.toml";

/// Settings as an administrator wrote them, and as they are kept.
pub struct Wanted {
    settings: Settings,
    text: String,
}

impl Wanted {
    /// Reads settings.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let fault = |error| Failure::file("read", path, error);
        let mut text = String::new();
        // One more, to see that there is too much.
        let most = u64::try_from(MAX_SETTINGS_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        File::open(path).map_err(fault)?.take(most).read_to_string(&mut text).map_err(fault)?;
        let settings = Settings::read(&text).map_err(Failure::of)?;
        Ok(Self { settings, text })
    }

    /// What is kept in the folder of the node.
    pub fn text(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// Asks whose store it is, so that a mistake is told before anybody types a passphrase.
    pub fn owner(&self) -> Result<Option<String>, Failure> {
        let credentials = credentials(&self.settings)?;
        S3Store::owner(self.settings.clone(), credentials, Arc::new(SystemClock)).map_err(Failure::of)
    }

    /// That it is nobody's, as a new node needs it.
    pub fn check_free(&self, path: &Path) -> Result<(), Failure> {
        match self.owner()? {
            None => Ok(()),
            Some(node) => {
                let values = vec![("path", shown(path)), ("node", node)];
                Err(Failure::new("comity-object-store-taken", values))
            }
        }
    }
}

/// The store of the node in a folder; none where the vault lies in the folder. `node` is the name of the node's key.
pub fn of_node(folder: &Path, node: &str) -> Result<Option<Box<dyn ObjectStore>>, Failure> {
    let path = folder.join(SETTINGS);
    if !path.exists() {
        return Ok(None);
    }
    let Wanted { settings, .. } = Wanted::read(&path)?;
    let credentials = credentials(&settings)?;
    let store = S3Store::open(settings, credentials, Arc::new(SystemClock), node).map_err(Failure::of)?;
    Ok(Some(Box::new(store)))
}

fn credentials(settings: &Settings) -> Result<Credentials, Failure> {
    let path = match &settings.credentials {
        Place::File(path) => path.clone(),
        Place::Credential(name) => serve::credential(name)?,
    };
    Credentials::from_file(&path).map_err(|error| Failure::of(S3Error::from(error)))
}
