//! How much the vault holds.

use super::{ObjectName, Vault, VaultError};

impl Vault {
    /// How many bytes an object has, sealed; none where it is not there.
    ///
    /// # Errors
    /// Fails when the store does.
    pub fn size_of(&self, name: &ObjectName) -> Result<Option<u64>, VaultError> {
        Ok(self.store.open(name)?.map(|object| object.size()))
    }

    /// How many bytes all objects have, sealed. Looks at each of them.
    ///
    /// # Errors
    /// Fails when the store does.
    pub fn bytes_held(&self) -> Result<u64, VaultError> {
        let mut bytes = 0_u64;
        for name in self.names()? {
            bytes = bytes.saturating_add(self.size_of(&name)?.unwrap_or(0));
        }
        Ok(bytes)
    }
}
