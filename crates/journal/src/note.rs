//! Signed notes (C2SP signed-note): a text, and below it lines with the signatures of those who vouch for it.
//!
//! A signature line names its key by a name and four bytes of a hash over name, kind and key. Two kinds exist
//! here: plain signatures by a log, and the cosignatures with time of [`crate::cosignature`].

use std::fmt;
use std::str::FromStr;

use comity_record::sign::{SigningKey, VerifyingKey};
use comity_record::{Coded, Sha256Digest};

use crate::cosignature;
use crate::text::{NEWLINE, parse_base64, parse_base64_array, print_base64};

/// The largest note. C2SP signed-note wants 16 signatures of up to 5 kB each to fit; this is three times
/// that.
pub const MAX_NOTE_BYTES: usize = 256 * 1024;

/// The most signatures on a note: room for four times the 16 that C2SP signed-note demands.
pub const MAX_SIGNATURES: usize = 64;

/// The longest name of a key: C2SP tlog-cosignature frames it with one byte of length.
pub const MAX_KEY_NAME_BYTES: usize = 255;

/// What every signature line begins with: an em dash and a space.
const SIGNATURE_PREFIX: &str = "— ";

/// The name of a key in signature lines: not empty, without white space and plus signs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

/// What a key signs, by the type byte of C2SP signed-note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// The text itself: what a log does.
    Note = 0x01,
    /// The text of a checkpoint and a time: what a witness does.
    Cosignature = 0x04,
}

/// A public key with the name and the kind under which it signs notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteKey {
    /// The name in signature lines.
    pub name: KeyName,
    /// What it signs.
    pub kind: KeyKind,
    /// The key.
    pub public: VerifyingKey,
}

/// One signature line, not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    /// Who claims to have signed.
    pub name: KeyName,
    /// The first bytes of the hash over name, kind and key.
    pub key_hash: [u8; 4],
    /// What follows the key hash; its form depends on the kind of the key.
    pub bytes: Vec<u8>,
}

/// A text with its signature lines. Nothing in it is to be believed before [`SignedNote::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// A signature that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<'a> {
    /// Whose it is.
    pub key: &'a NoteKey,
    /// For a cosignature, when it was made: seconds since 1970.
    pub unix_seconds: Option<u64>,
}

/// Why a note is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoteError {
    /// Longer than [`MAX_NOTE_BYTES`].
    #[error("a note of {bytes} bytes is too long")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
    /// Not UTF-8, or with control characters, or without the blank line before the signatures.
    #[error("not a signed note")]
    Malformed,
    /// A line below the text is no signature line.
    #[error("signature line {line} is malformed")]
    SignatureLine {
        /// Which one, from 1.
        line: usize,
    },
    /// More than [`MAX_SIGNATURES`].
    #[error("a note with {count} signatures has too many")]
    TooManySignatures {
        /// How many there are.
        count: usize,
    },
    /// Not a name that a key may have.
    #[error("not the name of a key")]
    KeyName,
    /// Not the text of a public key, or its hash is that of another.
    #[error("not a public key for notes")]
    KeyText,
    /// No key that is known signed it.
    #[error("no known key signed the note")]
    Unknown,
    /// A signature by a known key does not hold.
    #[error("the signature by {name} does not hold")]
    Invalid {
        /// The name of the key.
        name: String,
    },
}

impl KeyName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for KeyName {
    type Err = NoteError;

    fn from_str(name: &str) -> Result<Self, NoteError> {
        let allowed = |c: char| c != '+' && !c.is_whitespace() && !c.is_control();
        let valid = !name.is_empty() && name.len() <= MAX_KEY_NAME_BYTES && name.chars().all(allowed);
        if valid { Ok(Self(name.to_owned())) } else { Err(NoteError::KeyName) }
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl KeyKind {
    /// The byte that stands for the kind in key hashes and key texts.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Note => 0x01,
            Self::Cosignature => 0x04,
        }
    }

    const fn of_byte(byte: u8) -> Option<Self> {
        match byte {
            0x01 => Some(Self::Note),
            0x04 => Some(Self::Cosignature),
            _ => None,
        }
    }
}

impl NoteKey {
    /// The four bytes by which signature lines name the key.
    pub fn hash(&self) -> [u8; 4] {
        let kind = [self.kind.byte()];
        let digest = Sha256Digest::of_parts(&[self.name.0.as_bytes(), b"\n", &kind, self.public.as_bytes()]);
        let [a, b, c, d, ..] = *digest.as_bytes();
        [a, b, c, d]
    }

    /// Whether a line claims to be by this key.
    pub fn is_named_by(&self, signature: &NoteSignature) -> bool {
        signature.name == self.name && signature.key_hash == self.hash()
    }

    /// Verifies one line over `text`.
    fn verify(&self, text: &str, signature: &NoteSignature) -> Option<Verified<'_>> {
        let unix_seconds = match self.kind {
            KeyKind::Note => {
                let bytes = signature.bytes.as_slice().try_into().ok()?;
                if !self.public.verifies(text.as_bytes(), bytes) {
                    return None;
                }
                None
            }
            KeyKind::Cosignature => Some(cosignature::verify(text, &self.public, &signature.bytes)?),
        };
        Some(Verified { key: self, unix_seconds })
    }
}

impl fmt::Display for NoteKey {
    /// The text of a verifier key (C2SP signed-note): `name+hash+base64(kind, key)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = vec![self.kind.byte()];
        typed.extend_from_slice(self.public.as_bytes());
        write!(f, "{}+{:08x}+{}", self.name, u32::from_be_bytes(self.hash()), print_base64(&typed))
    }
}

impl FromStr for NoteKey {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        // Base64 may hold plus signs, names may not.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(_), Some(typed)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::KeyText);
        };
        let [kind, public @ ..] = parse_base64_array::<33>(typed).ok_or(NoteError::KeyText)?;
        let key = Self {
            name: name.parse()?,
            kind: KeyKind::of_byte(kind).ok_or(NoteError::KeyText)?,
            public: VerifyingKey::from_bytes(public),
        };
        // The printed form holds the right hash in its one spelling.
        if key.to_string() == text { Ok(key) } else { Err(NoteError::KeyText) }
    }
}

impl SignedNote {
    /// Signs `text` as a log does. The text ends with a line break and holds no other control characters.
    pub fn sign(text: String, name: &KeyName, key: &SigningKey) -> Result<Self, NoteError> {
        check_text(&text)?;
        let public = NoteKey { name: name.clone(), kind: KeyKind::Note, public: key.verifying_key() };
        let signature = NoteSignature {
            name: public.name.clone(),
            key_hash: public.hash(),
            bytes: key.sign_bytes(text.as_bytes()).to_vec(),
        };
        let note = Self { text, signatures: vec![signature] };
        note.check_length()?;
        Ok(note)
    }

    /// Reads a note. Signatures are not verified.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        if bytes.len() > MAX_NOTE_BYTES {
            return Err(NoteError::TooLong { bytes: bytes.len() });
        }
        let whole = str::from_utf8(bytes).map_err(|_| NoteError::Malformed)?;
        // The text may hold empty lines: the last one stands before the signatures.
        let (text, lines) = whole.rsplit_once("\n\n").ok_or(NoteError::Malformed)?;
        let text = format!("{text}{NEWLINE}");
        check_text(&text)?;
        let lines = lines.strip_suffix(NEWLINE).ok_or(NoteError::Malformed)?;
        let signatures = parse_signature_lines(lines)?;
        Ok(Self { text, signatures })
    }

    /// The text that was signed, with its last line break.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signature lines, not verified.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a signature line. A line by a key that already signed is not added again: the earlier one stands.
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), NoteError> {
        let there = |s: &NoteSignature| s.name == signature.name && s.key_hash == signature.key_hash;
        if self.signatures.iter().any(there) {
            return Ok(());
        }
        let mut longer = self.clone();
        longer.signatures.push(signature);
        longer.check_length()?;
        *self = longer;
        Ok(())
    }

    /// The signatures by `keys`, in the order of the lines. Lines by other keys are passed over, as C2SP
    /// signed-note demands; a line that names one of `keys` and does not hold refuses the note.
    pub fn verify<'a>(&self, keys: &'a [NoteKey]) -> Result<Vec<Verified<'a>>, NoteError> {
        let mut verified = Vec::new();
        for signature in &self.signatures {
            let Some(key) = keys.iter().find(|key| key.is_named_by(signature)) else {
                continue;
            };
            let invalid = || NoteError::Invalid { name: key.name.to_string() };
            verified.push(key.verify(&self.text, signature).ok_or_else(invalid)?);
        }
        if verified.is_empty() { Err(NoteError::Unknown) } else { Ok(verified) }
    }

    /// The note with the lines by `keys` only. Lines by others may be anything, and are not worth keeping.
    #[must_use]
    pub fn only_by(&self, keys: &[NoteKey]) -> Self {
        let by_keys = |signature: &&NoteSignature| keys.iter().any(|key| key.is_named_by(signature));
        Self {
            text: self.text.clone(),
            signatures: self.signatures.iter().filter(by_keys).cloned().collect(),
        }
    }

    fn check_length(&self) -> Result<(), NoteError> {
        let count = self.signatures.len();
        if count > MAX_SIGNATURES {
            return Err(NoteError::TooManySignatures { count });
        }
        let bytes = self.to_string().len();
        if bytes > MAX_NOTE_BYTES { Err(NoteError::TooLong { bytes }) } else { Ok(()) }
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{NEWLINE}", self.text)?;
        for signature in &self.signatures {
            write!(f, "{signature}{NEWLINE}")?;
        }
        Ok(())
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&self.key_hash[..], &self.bytes].concat();
        write!(f, "{SIGNATURE_PREFIX}{} {}", self.name, print_base64(&bytes))
    }
}

impl FromStr for NoteSignature {
    type Err = NoteError;

    /// Reads one line, without its line break.
    fn from_str(line: &str) -> Result<Self, NoteError> {
        parse_signature_line(line).ok_or(NoteError::SignatureLine { line: 1 })
    }
}

fn parse_signature_lines(lines: &str) -> Result<Vec<NoteSignature>, NoteError> {
    let count = lines.bytes().filter(|byte| *byte == b'\n').count() + 1;
    if count > MAX_SIGNATURES {
        return Err(NoteError::TooManySignatures { count });
    }
    let read = |(at, line)| parse_signature_line(line).ok_or(NoteError::SignatureLine { line: at + 1 });
    lines.split(NEWLINE).enumerate().map(read).collect()
}

fn parse_signature_line(line: &str) -> Option<NoteSignature> {
    let (name, bytes) = line.strip_prefix(SIGNATURE_PREFIX)?.split_once(' ')?;
    let bytes = parse_base64(bytes)?;
    let (key_hash, signature) = bytes.split_first_chunk::<4>()?;
    let name = name.parse().ok()?;
    (!signature.is_empty()).then(|| NoteSignature { name, key_hash: *key_hash, bytes: signature.to_vec() })
}

fn check_text(text: &str) -> Result<(), NoteError> {
    let clean = text.ends_with(NEWLINE) && text.chars().all(|c| c == NEWLINE || c >= ' ');
    if clean { Ok(()) } else { Err(NoteError::Malformed) }
}

impl Coded for NoteError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "journal-note-too-long",
            Self::Malformed => "journal-note-malformed",
            Self::SignatureLine { .. } => "journal-note-signature-line",
            Self::TooManySignatures { .. } => "journal-note-too-many-signatures",
            Self::KeyName => "journal-note-key-name",
            Self::KeyText => "journal-note-key-text",
            Self::Unknown => "journal-note-unknown-keys",
            Self::Invalid { .. } => "journal-note-signature-invalid",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { bytes } => vec![("bytes", bytes.to_string())],
            Self::SignatureLine { line } => vec![("line", line.to_string())],
            Self::TooManySignatures { count } => vec![("count", count.to_string())],
            Self::Invalid { name } => vec![("name", name.clone())],
            Self::Malformed | Self::KeyName | Self::KeyText | Self::Unknown => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        SigningKey::from_seed(&[3; 32])
    }

    fn name() -> KeyName {
        "example.org/log".parse().unwrap()
    }

    fn note() -> SignedNote {
        SignedNote::sign("one\n\nthree\n".into(), &name(), &key()).unwrap()
    }

    fn public() -> NoteKey {
        NoteKey { name: name(), kind: KeyKind::Note, public: key().verifying_key() }
    }

    #[test]
    fn a_note_reads_back_and_verifies() {
        let read = SignedNote::parse(note().to_string().as_bytes()).unwrap();
        assert_eq!(read, note());
        assert_eq!(read.text(), "one\n\nthree\n");
        assert_eq!(read.verify(&[public()]).unwrap(), [Verified { key: &public(), unix_seconds: None }]);
    }

    #[test]
    fn a_changed_text_or_another_key_is_noticed() {
        let changed = note().to_string().replace("three", "threw");
        let changed = SignedNote::parse(changed.as_bytes()).unwrap();
        assert_eq!(changed.verify(&[public()]), Err(NoteError::Invalid { name: "example.org/log".into() }));
        let other = NoteKey { public: SigningKey::from_seed(&[4; 32]).verifying_key(), ..public() };
        assert_eq!(note().verify(&[other]), Err(NoteError::Unknown));
        assert_eq!(note().verify(&[]), Err(NoteError::Unknown));
        let as_witness = NoteKey { kind: KeyKind::Cosignature, ..public() };
        assert_eq!(note().verify(&[as_witness]), Err(NoteError::Unknown), "the kind is part of the hash");
    }

    #[test]
    fn what_is_not_a_note_is_refused() {
        let good = note().to_string();
        let line = good.lines().last().unwrap();
        let bad = [
            String::new(),
            "one\n".into(),
            "one\n\n".into(),
            good.trim_end().to_owned(),
            format!("{good}more\n"),
            format!("{good}\n"),
            good.replace("one", "on\te"),
            good.replace("one\n", "one\r\n"),
            good.replace('—', "-"),
            good.replace("— ", "—  "),
            format!("{line}\n"),
            format!("one\n\n{line}=\n"),
            "one\n\n— name AAAAAA==\n".into(),
            "one\n\n— na+me AAAAAAA=\n".into(),
            "one\n\n— na\u{2003}me AAAAAAA=\n".into(),
            "one\n\n—  AAAAAAA=\n".into(),
        ];
        for text in bad {
            assert!(SignedNote::parse(text.as_bytes()).is_err(), "{text:?}");
        }
        assert!(SignedNote::parse(b"one\n\n\xff\n").is_err());
        assert!(SignedNote::parse("one\n\n— name AAAAAAA=\n".as_bytes()).is_ok());
    }

    #[test]
    fn signatures_are_counted_up_to_the_limit_and_not_past_it() {
        let lines = |count: usize| format!("text\n\n{}", "— name AAAAAAA=\n".repeat(count));
        assert_eq!(
            SignedNote::parse(lines(MAX_SIGNATURES).as_bytes()).unwrap().signatures().len(),
            MAX_SIGNATURES
        );
        let one_more = SignedNote::parse(lines(MAX_SIGNATURES + 1).as_bytes());
        assert_eq!(one_more, Err(NoteError::TooManySignatures { count: MAX_SIGNATURES + 1 }));

        let mut full = SignedNote::parse(lines(MAX_SIGNATURES).as_bytes()).unwrap();
        let another: NoteSignature = "— other AAAAAAA=".parse().unwrap();
        assert_eq!(full.add(another), Err(NoteError::TooManySignatures { count: MAX_SIGNATURES + 1 }));
        assert_eq!(full.signatures().len(), MAX_SIGNATURES, "a refused line leaves the note as it was");
    }

    #[test]
    fn a_note_is_as_long_as_the_limit_and_not_longer() {
        let tail = "\n\n— name AAAAAAA=\n";
        let of_length = |bytes: usize| format!("{}{tail}", "x".repeat(bytes - tail.len()));
        assert!(SignedNote::parse(of_length(MAX_NOTE_BYTES).as_bytes()).is_ok());
        let bytes = MAX_NOTE_BYTES + 1;
        assert_eq!(SignedNote::parse(of_length(bytes).as_bytes()), Err(NoteError::TooLong { bytes }));
    }

    #[test]
    fn a_key_name_is_as_long_as_the_limit_and_not_longer() {
        assert!("n".repeat(MAX_KEY_NAME_BYTES).parse::<KeyName>().is_ok());
        assert_eq!("n".repeat(MAX_KEY_NAME_BYTES + 1).parse::<KeyName>(), Err(NoteError::KeyName));
    }

    #[test]
    fn a_second_signature_by_the_same_key_does_not_replace_the_first() {
        let mut twice = note();
        let mut forged = twice.signatures()[0].clone();
        forged.bytes = vec![0; 64];
        twice.add(forged).unwrap();
        assert_eq!(twice, note());
    }

    #[test]
    fn the_text_of_a_key_has_one_spelling() {
        let text = public().to_string();
        assert_eq!(text.parse::<NoteKey>(), Ok(public()));
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            assert!(changed.parse::<NoteKey>().is_err(), "{changed}");
            assert!(text[..at].parse::<NoteKey>().is_err());
        }
    }
}
