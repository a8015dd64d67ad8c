//! Identifiers. Each is a type of its own, so that a case is never taken for an office.

use crate::digest::{Sha256Digest, bytes32, deserialize_bytes, parse_hex, serialize_bytes};
use crate::world::Entropy;

/// Declares a random 16-byte identifier that prints as lower-case hex.
macro_rules! id16 {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Draws a new one. Nobody hands them out: 128 random bits do not meet.
            pub fn draw(entropy: &dyn Entropy) -> Self {
                Self(entropy.draw())
            }

            /// Takes the 16 bytes as they are.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The 16 bytes.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdTextError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                parse_hex(text).map(Self).ok_or(IdTextError)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize_bytes(&self.0, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_bytes(deserializer).map(Self)
            }
        }
    };
}

/// A text that is not 32 lower-case hexadecimal digits.
#[derive(Debug, thiserror::Error)]
#[error("an identifier is written as 32 lower-case hexadecimal digits")]
pub struct IdTextError;

id16! {
    /// A case. The office's own journal is a case too, of a kind that nobody can open or close.
    CaseId
}

id16! {
    /// An office: one unit of one agency of one state, with its own register and its own officers.
    OfficeId
}

id16! {
    /// A person who signs. The keys of a person change, the identifier does not.
    OfficerId
}

bytes32! {
    /// An entry: SHA-256 of the exact bytes of its signed statement, and the leaf of the log.
    EntryId
}

bytes32! {
    /// A public key: SHA-256 of its 32 bytes. The node is named by the identifier of its own key.
    KeyId
}

impl EntryId {
    /// The identifier of a statement with these bytes.
    pub fn of(statement: &[u8]) -> Self {
        Self::from_bytes(*Sha256Digest::of(statement).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_has_one_spelling() {
        let id = CaseId::from_bytes([0xab; 16]);
        assert_eq!(id.to_string().parse::<CaseId>().unwrap(), id);
        assert!(id.to_string().to_uppercase().parse::<CaseId>().is_err());
        assert!("ab".parse::<CaseId>().is_err());
    }

    #[test]
    fn an_identifier_is_bytes_in_cbor_and_hex_in_text() {
        let id = OfficeId::from_bytes([1; 16]);
        let bytes = crate::cbor::to_canonical(&id).unwrap();
        assert_eq!(bytes[0], 0x50, "a byte string of 16");
        assert_eq!(crate::cbor::from_canonical::<OfficeId>(&bytes).unwrap(), id);
        assert!(crate::cbor::from_canonical::<OfficeId>(&bytes[..16]).is_err());
    }
}
