//! How one secret is sealed to two, so that neither opens it alone.

use std::collections::BTreeSet;

use comity_record::key::SecretKey;
use comity_record::{Bytes, Entropy, EntryId};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::age::{self, AgeError, Identity, Recipient};

const HALF: usize = 32;

/// A secret of a scan, sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SealedSecret {
    /// By which the masked hit names it.
    pub(crate) fingerprint: String,
    /// As what it was found: the same words can be two kinds of phrase.
    pub(crate) kinds: BTreeSet<String>,
    /// The halves of its key, each sealed to one of the two officers in the format of `age`.
    pub(crate) halves: [Bytes; 2],
    /// The secret, sealed under its key.
    pub(crate) sealed: Bytes,
}

/// Which secret it is about. A half that is taken to stand for another secret does not open, so that nobody approves to
/// show a card and by that shows a phrase.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    pub(crate) scan: EntryId,
    pub(crate) fingerprint: &'a str,
}

/// One half of the key of a secret. Overwritten when dropped.
pub(crate) struct Half(Zeroizing<[u8; HALF]>);

impl About<'_> {
    fn context(&self) -> Vec<u8> {
        [b"comity/secret/1".as_slice(), self.scan.as_bytes(), self.fingerprint.as_bytes()].concat()
    }
}

/// Seals a secret to two.
pub(crate) fn seal(
    about: About<'_>,
    kinds: BTreeSet<String>,
    secret: &[u8],
    to: &[Recipient; 2],
    entropy: &dyn Entropy,
) -> Result<SealedSecret, AgeError> {
    let (first, second) = (Half(Zeroizing::new(entropy.draw())), Half(Zeroizing::new(entropy.draw())));
    let sealed = key(&first, &second).seal(entropy, &about.context(), secret);
    Ok(SealedSecret {
        fingerprint: about.fingerprint.to_owned(),
        kinds,
        halves: [first.seal(about, &to[0], entropy)?, second.seal(about, &to[1], entropy)?],
        sealed: Bytes(sealed),
    })
}

/// Opens a secret with both halves, in whichever order.
pub(crate) fn open(
    about: About<'_>,
    sealed: &SealedSecret,
    halves: [&Half; 2],
) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let [first, second] = halves;
    key(first, second).open(&about.context(), sealed.sealed.as_ref()).map_err(|_| AgeError::Changed)
}

impl Half {
    /// Seals a half to an officer.
    pub(crate) fn seal(
        &self,
        about: About<'_>,
        to: &Recipient,
        entropy: &dyn Entropy,
    ) -> Result<Bytes, AgeError> {
        let context = about.context();
        let mut plain = Zeroizing::new(Vec::with_capacity(context.len() + HALF));
        plain.extend_from_slice(&context);
        plain.extend_from_slice(self.0.as_slice());
        age::seal(to, entropy, &plain).map(Bytes)
    }

    /// Opens a half of this secret, and of no other.
    pub(crate) fn open(about: About<'_>, sealed: &Bytes, identity: &Identity) -> Result<Self, AgeError> {
        let plain = age::open(identity, sealed.as_ref())?;
        let half = plain.strip_prefix(about.context().as_slice()).and_then(|half| half.try_into().ok());
        half.map(|half| Self(Zeroizing::new(half))).ok_or(AgeError::Changed)
    }
}

/// The key of which these are the halves: their exclusive or. Each alone says nothing of it.
fn key(first: &Half, second: &Half) -> SecretKey {
    let mut key = Zeroizing::new([0; HALF]);
    for (byte, (one, other)) in key.iter_mut().zip(first.0.iter().zip(second.0.iter())) {
        *byte = one ^ other;
    }
    SecretKey::from_bytes(*key)
}

#[cfg(test)]
mod tests {
    use comity_record::sign::SigningKey;
    use comity_record::testing::Counting;

    use super::*;

    const WORDS: &[u8] = b"legal winner thank year";

    #[test]
    fn it_takes_both_halves_and_those_of_this_secret() {
        let entropy = Counting::default();
        let keys: Vec<_> = (0..3).map(|_| Identity::of_officer(&SigningKey::draw(&entropy))).collect();
        let about = About { scan: EntryId::of(b"scan"), fingerprint: "01234567" };
        let to = [keys[0].recipient(), keys[1].recipient()];
        let secret = seal(about, BTreeSet::new(), WORDS, &to, &entropy).unwrap();
        assert!(!secret.sealed.as_ref().windows(6).any(|part| part == b"winner"));

        let half = |of: usize, key: usize| Half::open(about, &secret.halves[of], &keys[key]);
        let (first, second) = (half(0, 0).unwrap(), half(1, 1).unwrap());
        assert_eq!(open(about, &secret, [&first, &second]).unwrap().as_slice(), WORDS);
        assert_eq!(open(about, &secret, [&second, &first]).unwrap().as_slice(), WORDS);
        for twice in [[&first, &first], [&second, &second]] {
            assert_eq!(open(about, &secret, twice), Err(AgeError::Changed));
        }
        for (of, key) in [(0, 1), (1, 0), (0, 2), (1, 2)] {
            assert!(matches!(half(of, key), Err(AgeError::OtherKey)), "{of} {key}");
        }
        // Nobody makes a half pass for one of another secret.
        for other in
            [About { fingerprint: "76543210", ..about }, About { scan: EntryId::of(b"other"), ..about }]
        {
            assert!(Half::open(other, &secret.halves[1], &keys[1]).is_err());
            assert_eq!(open(other, &secret, [&first, &second]), Err(AgeError::Changed));
        }
        // A half goes from one officer to the other.
        let passed = second.seal(about, &keys[0].recipient(), &entropy).unwrap();
        let passed = Half::open(about, &passed, &keys[0]).unwrap();
        assert_eq!(open(about, &secret, [&first, &passed]).unwrap().as_slice(), WORDS);
    }
}
