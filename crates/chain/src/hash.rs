//! Double SHA-256, and the hashes made by it as types of their own.
//!
//! Bitcoin prints these hashes in reverse byte order; `Display` and `FromStr` do so too, the bytes are as they are stored.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

/// SHA-256 of SHA-256.
pub fn sha256d(bytes: &[u8]) -> [u8; 32] {
    sha256d_parts(&[bytes])
}

/// SHA-256 of SHA-256 of the parts one after another.
pub fn sha256d_parts(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    Sha256::digest(hasher.finalize()).into()
}

/// A text that is not 64 hexadecimal digits.
#[derive(Debug, thiserror::Error)]
#[error("not a hash of 64 hexadecimal digits")]
pub struct HashTextError;

impl comity_record::Coded for HashTextError {
    fn code(&self) -> &'static str {
        "chain-hash-malformed"
    }
}

/// Declares a hash that is printed in reverse.
macro_rules! reversed_hash {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 32]);

        impl $name {
            /// Takes the bytes in the order in which blocks hold them.
            pub const fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// The bytes in the order in which blocks hold them.
            pub const fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut bytes = self.0;
                bytes.reverse();
                f.write_str(&hex::encode(bytes))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = HashTextError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let mut bytes = [0; 32];
                hex::decode_to_slice(text, &mut bytes).map_err(|_| HashTextError)?;
                bytes.reverse();
                Ok(Self(bytes))
            }
        }

        // Text in every format: a finding is read by people and compared with explorers, which print the reverse.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let hash: Self = text.parse().map_err(de::Error::custom)?;
                if hash.to_string() == text { Ok(hash) } else { Err(de::Error::custom(HashTextError)) }
            }
        }
    };
}

reversed_hash! {
    /// The hash of a block's header.
    BlockHash
}

reversed_hash! {
    /// The hash of a transaction without its witness.
    Txid
}

/// An output, by the transaction that made it and its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Outpoint {
    /// The transaction.
    pub txid: Txid,
    /// The place among its outputs, counted from 0.
    pub vout: u32,
}

impl fmt::Display for Outpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.txid, self.vout)
    }
}

impl FromStr for Outpoint {
    type Err = HashTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (txid, vout) = text.split_once(':').ok_or(HashTextError)?;
        // `u32::from_str` would also take a plus sign.
        if !vout.bytes().all(|b| b.is_ascii_digit()) {
            return Err(HashTextError);
        }
        Ok(Self { txid: txid.parse()?, vout: vout.parse().map_err(|_| HashTextError)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_sha256_of_hello_is_the_published_one() {
        // The example of the Bitcoin wiki's protocol documentation, "Hashes".
        assert_eq!(
            hex::encode(sha256d(b"hello")),
            "9595c9df90075148eb06860365df33584b75bff782a510c6cd4883a419833d50"
        );
        assert_eq!(sha256d_parts(&[b"he", b"", b"llo"]), sha256d(b"hello"));
    }

    #[test]
    fn text_is_reversed_and_reads_back() {
        let mut bytes = [0; 32];
        bytes[0] = 0xab;
        let txid = Txid::from_bytes(bytes);
        assert!(txid.to_string().ends_with("00ab"));
        assert_eq!(txid.to_string().parse::<Txid>().unwrap(), txid);
        assert!("ab".parse::<Txid>().is_err());
        let outpoint = Outpoint { txid, vout: 7 };
        assert_eq!(outpoint.to_string().parse::<Outpoint>().unwrap(), outpoint);
        assert!(format!("{txid}:+7").parse::<Outpoint>().is_err());
        assert!(format!("{txid}:").parse::<Outpoint>().is_err());
    }
}
