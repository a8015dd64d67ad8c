//! The keys with which a node shows itself on the wire. They leave this crate for that and for nothing else: what is
//! signed in the log and in messages is signed here.

use comity_record::key::SecretKey;
use comity_record::sign::SigningKey;

use crate::casework::Casework;

impl<S> Casework<S> {
    /// A copy of the node's signing key, to prove in handshakes that this is the node which agreements name.
    pub fn transport_key(&self) -> SigningKey {
        SigningKey::from_seed(&self.keyring.signing().seed())
    }

    /// The key from which that of the node's pages follows; the same after every start and every restore.
    pub fn pages_key(&self) -> SecretKey {
        self.keyring.pages()
    }
}
