//! Cosignatures (C2SP tlog-cosignature, `cosignature/v1`): a witness says that, at a time, a checkpoint was
//! the largest consistent one that it had seen of a log.
//!
//! Making one is the business of [`crate::witness`], which looks at the log first.

use comity_record::sign::{SigningKey, VerifyingKey};

use crate::note::{KeyKind, KeyName, NoteKey, NoteSignature};

/// The line that keeps cosignatures apart from all else that a key may sign.
pub(crate) const HEADER: &str = "cosignature/v1";

/// C2SP tlog-cosignature: a time does not exceed 2^63 - 1.
pub const MAX_UNIX_SECONDS: u64 = (1 << 63) - 1;

/// Cosigns the text of a checkpoint. `None` when the time is beyond [`MAX_UNIX_SECONDS`].
pub(crate) fn cosign(
    text: &str,
    name: &KeyName,
    key: &SigningKey,
    unix_seconds: u64,
) -> Option<NoteSignature> {
    if unix_seconds > MAX_UNIX_SECONDS {
        return None;
    }
    let public = NoteKey { name: name.clone(), kind: KeyKind::Cosignature, public: key.verifying_key() };
    let mut bytes = unix_seconds.to_be_bytes().to_vec();
    bytes.extend_from_slice(&key.sign_bytes(message(text, unix_seconds).as_bytes()));
    Some(NoteSignature { name: public.name.clone(), key_hash: public.hash(), bytes })
}

/// The time of the cosignature, if it holds.
pub(crate) fn verify(text: &str, public: &VerifyingKey, bytes: &[u8]) -> Option<u64> {
    let (unix_seconds, signature) = bytes.split_first_chunk::<8>()?;
    let unix_seconds = u64::from_be_bytes(*unix_seconds);
    let signature = signature.try_into().ok()?;
    let holds = unix_seconds <= MAX_UNIX_SECONDS
        && public.verifies(message(text, unix_seconds).as_bytes(), signature);
    holds.then_some(unix_seconds)
}

fn message(text: &str, unix_seconds: u64) -> String {
    format!("{HEADER}\ntime {unix_seconds}\n{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "example.org/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    fn cosigned(unix_seconds: u64) -> Option<NoteSignature> {
        cosign(TEXT, &"example.org/witness".parse().unwrap(), &SigningKey::from_seed(&[5; 32]), unix_seconds)
    }

    #[test]
    fn a_cosignature_holds_for_its_text_time_and_key() {
        let public = SigningKey::from_seed(&[5; 32]).verifying_key();
        let bytes = cosigned(1_679_315_147).unwrap().bytes;
        assert_eq!(verify(TEXT, &public, &bytes), Some(1_679_315_147));
        assert_eq!(verify(&TEXT.replace('0', "1"), &public, &bytes), None);
        assert_eq!(verify(TEXT, &SigningKey::from_seed(&[6; 32]).verifying_key(), &bytes), None);
        for at in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[at / 8] ^= 1 << (at % 8);
            assert_eq!(verify(TEXT, &public, &changed), None, "bit {at}");
        }
        assert_eq!(verify(TEXT, &public, &bytes[..71]), None);
        assert_eq!(verify(TEXT, &public, &[&bytes[..], &[0]].concat()), None);
    }

    #[test]
    fn the_last_time_can_be_cosigned_and_the_next_cannot() {
        let public = SigningKey::from_seed(&[5; 32]).verifying_key();
        let last = cosigned(MAX_UNIX_SECONDS).unwrap();
        assert_eq!(verify(TEXT, &public, &last.bytes), Some(MAX_UNIX_SECONDS));
        assert_eq!(cosigned(MAX_UNIX_SECONDS + 1), None);
        let signature =
            SigningKey::from_seed(&[5; 32]).sign_bytes(message(TEXT, MAX_UNIX_SECONDS + 1).as_bytes());
        let next = [&(MAX_UNIX_SECONDS + 1).to_be_bytes()[..], &signature].concat();
        assert_eq!(verify(TEXT, &public, &next), None, "even if somebody signs it");
    }
}
