//! The card of an office, the terms of an agreement, and the draft that two offices sign: files that people read.
//!
//! A card says who an office is and with which keys it seals and signs; it is no secret, and is worth what the way is
//! worth by which it came. What counts is the digest of the agreement, which two people compare by another way.

use std::fmt::Write as _;

use comity_channel::{
    AGREEMENT_VERSION, Agreement, AgreementError, Ceiling, KindTerm, MAX_AGREEMENT_BYTES, Party,
    PublishedKey, SignedAgreement,
};
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::handling::{HandlingCode, Onward, Use};
use comity_record::sign::VerifyingKey;
use comity_record::{Bytes, Coded, Country, OfficeId, Sha256Digest, Token};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The version of a card's form.
pub const CARD_VERSION: u16 = 1;
/// Bytes of a card or of terms: every key and list at its limit stays far below.
pub const MAX_CARD_BYTES: usize = 256 << 10;
/// For how long an agreement for exercises holds when its terms do not say.
const EXERCISE_DAYS: i64 = 365;
/// For how many days what is sent in an exercise may be kept when the terms do not say.
const EXERCISE_RETAIN_DAYS: u32 = 365;
/// What an agreement for exercises lets go when its terms do not say, and whether two persons must approve it.
const EXERCISE_KINDS: [(&str, bool); 6] = [
    ("intelligence.spontaneous", true),
    ("package.offered", true),
    ("request.acknowledged", false),
    ("request.answered", true),
    ("request.event", false),
    ("request.issued", true),
];
/// The measures of such an agreement: all that the facts pack has, since its forms serve each.
const EXERCISE_MEASURES: [&str; 24] = [
    "answer",
    "asset-return",
    "asset-tracing",
    "bank-records",
    "confiscation",
    "content-interception",
    "controlled-delivery",
    "emergency-disclosure",
    "freezing",
    "joint-investigation",
    "preservation",
    "real-time-traffic",
    "search-and-seizure",
    "service-of-documents",
    "spontaneous-information",
    "statement",
    "stored-content",
    "subscriber-data",
    "supplement",
    "traffic-path-disclosure",
    "transfer-of-detained-person",
    "transfer-of-proceedings",
    "vasp-records",
    "videoconference",
];
/// The kinds of data of such an agreement.
const EXERCISE_DATA: [&str; 3] = ["identity-data", "subscriber-data", "transaction-records"];
/// The purposes of such an agreement.
const EXERCISE_PURPOSES: [&str; 2] = ["criminal-investigation", "prosecution"];

/// Why a card, terms or a draft cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// Not TOML of the expected form.
    #[error("{what} cannot be read: {cause}")]
    Malformed {
        /// Which file.
        what: &'static str,
        /// Where and why.
        cause: String,
    },
    /// A form that this version does not know.
    #[error("card version {0} is not known here")]
    Version(u16),
    /// One office is real and the other for exercises.
    #[error("exercise and real work do not mix")]
    ExerciseMix,
    /// A term that has no default outside exercises.
    #[error("the terms do not say {0}")]
    Missing(&'static str),
    /// The draft has no signature, or only one.
    #[error("the agreement has {0} of 2 signatures")]
    Unsigned(usize),
}

impl Coded for CardError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "casework-card-malformed",
            Self::Version(_) => "casework-card-version",
            Self::ExerciseMix => "casework-exercise-mix",
            Self::Missing(_) => "casework-card-term-missing",
            Self::Unsigned(_) => "casework-card-unsigned",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Malformed { what, cause } => {
                vec![("what", (*what).to_owned()), ("cause", cause.clone())]
            }
            Self::Version(version) => vec![("version", version.to_string())],
            Self::Missing(term) => vec![("term", (*term).to_owned())],
            Self::Unsigned(count) => vec![("count", count.to_string())],
            Self::ExerciseMix => vec![],
        }
    }
}

/// Who an office is, for its counterpart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyCard {
    /// [`CARD_VERSION`].
    pub version: u16,
    /// The office.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// Its state.
    pub country: Country,
    /// The authority to which it belongs.
    pub authority: String,
    /// Whether it exists for exercises only.
    pub exercise: bool,
    /// The key of its node.
    pub node: VerifyingKey,
    /// The keys that may sign agreements for it.
    pub signers: Vec<VerifyingKey>,
    /// The keys to seal to.
    pub keys: Vec<PublishedKey>,
}

impl PartyCard {
    /// Reads a card.
    ///
    /// # Errors
    /// Fails for anything but what [`PartyCard::to_toml`] writes, in whatever order of its fields.
    pub fn from_toml(text: &str) -> Result<Self, CardError> {
        let card: Self = read("the card", text)?;
        if card.version == CARD_VERSION { Ok(card) } else { Err(CardError::Version(card.version)) }
    }

    /// Writes the card, for people and for the counterpart's node.
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "# The card of an office. Give it to your counterpart; it is no secret.")?;
        writeln!(out, "version = {}", self.version)?;
        writeln!(out, "office = \"{}\"", self.office)?;
        writeln!(out, "name = {}", quoted(&self.name))?;
        writeln!(out, "country = \"{}\"", self.country)?;
        writeln!(out, "authority = {}", quoted(&self.authority))?;
        writeln!(out, "exercise = {}", self.exercise)?;
        writeln!(out, "node = \"{}\"", self.node)?;
        let signers: Vec<_> = self.signers.iter().map(|key| format!("\"{key}\"")).collect();
        writeln!(out, "signers = [{}]", signers.join(", "))?;
        for key in &self.keys {
            writeln!(out, "\n[[keys]]\nsuite = {}", u16::from(key.suite))?;
            writeln!(out, "from = \"{}\"\nuntil = \"{}\"", key.from, key.until)?;
            writeln!(out, "public = \"{}\"", key.public)?;
        }
        Ok(())
    }

    fn party(&self) -> Party {
        let (mut signers, mut keys) = (self.signers.clone(), self.keys.clone());
        signers.sort_unstable();
        keys.sort_by_key(PublishedKey::id);
        Party {
            office: self.office,
            name: self.name.clone(),
            country: self.country,
            authority: self.authority.clone(),
            node: self.node,
            signers,
            keys,
        }
    }
}

/// The terms of an agreement, as two jurists write them down. What is left out has a default in an exercise, and must
/// be said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Terms {
    /// The first day (UTC); today, if nothing is said.
    pub valid_from: Option<Date>,
    /// The last day (UTC).
    pub valid_until: Option<Date>,
    /// For what the information may be used.
    pub purposes: Option<Vec<Token>>,
    /// Which messages may be sent.
    pub kinds: Option<Vec<KindTerm>>,
    /// Which kinds of data they may hold.
    pub data: Option<Vec<Token>>,
    /// Which measures may be asked for.
    pub measures: Option<Vec<Token>>,
    /// The strictest conditions that are honoured; H2, evidence, passed on with consent, if nothing is said.
    pub ceiling: Option<Ceiling>,
    /// The states to which information may go at all; those of the two offices, if nothing is said.
    pub recipients: Option<Vec<Country>>,
    /// For how many days it may be kept; 0 for as long as the recipient's law says.
    pub retain_days: Option<u32>,
    /// Whether the nodes cosign each other's logs; they do, if nothing is said.
    pub cosign: Option<bool>,
}

impl Terms {
    /// Reads terms.
    ///
    /// # Errors
    /// Fails for a field that there is not, or a value that it cannot have.
    pub fn from_toml(text: &str) -> Result<Self, CardError> {
        read("the terms", text)
    }

    /// The text of an agreement between the offices of two cards.
    ///
    /// # Errors
    /// Fails when a term is missing, or the offices cannot agree on it.
    pub fn agreement(
        &self,
        ours: &PartyCard,
        theirs: &PartyCard,
        today: Date,
    ) -> Result<Agreement, super::ExchangeError> {
        let exercise = ours.exercise;
        if theirs.exercise != exercise {
            return Err(CardError::ExerciseMix.into());
        }
        let words = |words: &[&str]| words.iter().map(|word| word.parse().expect("a literal word")).collect();
        let valid_from = self.valid_from.unwrap_or(today);
        let last = valid_from.saturating_add((EXERCISE_DAYS - 1).days());
        let kinds = || {
            let term = |(kind, approval): (&str, bool)| KindTerm {
                kind: kind.parse().expect("a literal word"),
                approval,
            };
            EXERCISE_KINDS.map(term).to_vec()
        };
        let or = Default { exercise };
        let mut parties = [ours.party(), theirs.party()];
        parties.sort_by_key(|party| party.office);
        let both = parties.iter().map(|party| party.country).collect();
        let ceiling = Ceiling { code: HandlingCode::H2, use_as: Use::Evidence, onward: Onward::WithConsent };
        let text = Agreement {
            v: AGREEMENT_VERSION,
            exercise,
            valid_from,
            valid_until: or.term("valid-until", self.valid_until, || last)?,
            purposes: sorted(or.term("purposes", self.purposes.clone(), || words(&EXERCISE_PURPOSES))?),
            kinds: sorted(or.term("kinds", self.kinds.clone(), kinds)?),
            data: sorted(or.term("data", self.data.clone(), || words(&EXERCISE_DATA))?),
            measures: sorted(or.term("measures", self.measures.clone(), || words(&EXERCISE_MEASURES))?),
            ceiling: self.ceiling.unwrap_or(ceiling),
            recipients: sorted(self.recipients.clone().unwrap_or(both)),
            retain_days: match or.term("retain-days", self.retain_days, || EXERCISE_RETAIN_DAYS)? {
                0 => None,
                days => Some(days),
            },
            cosign: self.cosign.unwrap_or(true),
            parties,
        };
        // What cannot be an agreement is said now, and not when somebody signs.
        text.to_bytes()?;
        Ok(text)
    }
}

/// In an exercise a term that is not said has a default.
struct Default {
    exercise: bool,
}

impl Default {
    fn term<T>(
        &self,
        name: &'static str,
        said: Option<T>,
        default: impl FnOnce() -> T,
    ) -> Result<T, CardError> {
        match said {
            Some(term) => Ok(term),
            None if self.exercise => Ok(default()),
            None => Err(CardError::Missing(name)),
        }
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

fn read<T: serde::de::DeserializeOwned>(what: &'static str, text: &str) -> Result<T, CardError> {
    if text.len() > MAX_CARD_BYTES {
        let cause = format!("{} bytes are more than {MAX_CARD_BYTES}", text.len());
        return Err(CardError::Malformed { what, cause });
    }
    toml::from_str(text)
        .map_err(|e| CardError::Malformed { what, cause: e.to_string().trim().replace('\n', " ") })
}

/// A text as a TOML basic string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An agreement on its way between two offices: the text, and the signatures that it has. With both it has the bytes of
/// a [`SignedAgreement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftAgreement {
    /// The canonical bytes of the [`Agreement`].
    pub text: Bytes,
    /// The signatures, in whatever order they were given.
    pub signatures: Vec<Bytes>,
}

impl DraftAgreement {
    /// A draft that nobody has signed.
    ///
    /// # Errors
    /// Fails for a text that no agreement can have.
    pub fn new(text: &Agreement) -> Result<Self, AgreementError> {
        Ok(Self { text: Bytes(text.to_bytes()?), signatures: vec![] })
    }

    /// The text.
    ///
    /// # Errors
    /// Fails when it is not one of an agreement.
    pub fn agreement(&self) -> Result<Agreement, AgreementError> {
        Agreement::parse(self.text.as_ref())
    }

    /// The digest that two people compare.
    pub fn digest(&self) -> Sha256Digest {
        Sha256Digest::of(self.text.as_ref())
    }

    /// The offices that have signed.
    ///
    /// # Errors
    /// Fails for a signature that is neither office's, or of another text.
    pub fn signed_by(&self) -> Result<Vec<OfficeId>, AgreementError> {
        let text = self.agreement()?;
        let office_of = |signature: &Bytes| {
            let [first, second] = &text.parties;
            match text.consent(first.office, signature) {
                Ok(_) => Ok(first.office),
                Err(_) => text.consent(second.office, signature).map(|_| second.office),
            }
        };
        self.signatures.iter().map(office_of).collect()
    }

    /// The agreement, if both offices have signed.
    ///
    /// # Errors
    /// Fails when one has not.
    pub fn complete(&self) -> Result<SignedAgreement, super::ExchangeError> {
        match <[Bytes; 2]>::try_from(self.signatures.clone()) {
            Ok(signatures) => Ok(SignedAgreement::assemble(&self.agreement()?, signatures)?),
            Err(signatures) => Err(CardError::Unsigned(signatures.len()).into()),
        }
    }

    /// Its bytes. A draft with both signatures is a signed agreement, and spelled as one.
    ///
    /// # Errors
    /// Fails when the signatures are not of the two offices.
    pub fn to_bytes(&self) -> Result<Vec<u8>, super::ExchangeError> {
        if self.signatures.len() == 2 {
            return Ok(self.complete()?.to_bytes()?);
        }
        Ok(to_canonical(self).map_err(AgreementError::from)?)
    }

    /// Reads a draft, or a signed agreement. Nothing is verified.
    ///
    /// # Errors
    /// Fails for anything but the bytes of one.
    pub fn parse(bytes: &[u8]) -> Result<Self, super::ExchangeError> {
        if bytes.len() > MAX_AGREEMENT_BYTES + 1024 {
            return Err(AgreementError::TooLong(bytes.len()).into());
        }
        let draft: Self = from_canonical(bytes).map_err(AgreementError::from)?;
        if draft.signatures.len() > 2 {
            return Err(CardError::Unsigned(draft.signatures.len()).into());
        }
        draft.agreement()?;
        Ok(draft)
    }
}

#[cfg(test)]
mod tests {
    use comity_channel::{SealingKey, Suite};
    use comity_record::sign::SigningKey;
    use comity_record::testing::Counting;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn card(number: u8, exercise: bool) -> PartyCard {
        let key = |of: u8| SigningKey::from_seed(&[number * 16 + of; 32]).verifying_key();
        let entropy = Counting::default();
        for _ in 0..number {
            SigningKey::draw(&entropy);
        }
        let sealing =
            SealingKey::draw(&entropy, Suite::X25519, day("2026-11-01"), day("2027-03-31")).unwrap();
        PartyCard {
            version: CARD_VERSION,
            office: OfficeId::from_bytes([number; 16]),
            name: format!("Unit {number}"),
            country: if number == 1 { "KZ" } else { "TJ" }.parse().unwrap(),
            authority: "Exercise authority".into(),
            exercise,
            node: key(1),
            signers: vec![key(2), key(3)],
            keys: vec![sealing.published().clone()],
        }
    }

    fn agreed(terms: &str, exercise: bool) -> Result<Agreement, super::super::ExchangeError> {
        let terms = Terms::from_toml(terms).unwrap();
        // Whose card comes first makes no difference.
        let both = [card(1, exercise), card(2, exercise)];
        let text = terms.agreement(&both[0], &both[1], day("2026-11-23"));
        let crossed = terms.agreement(&both[1], &both[0], day("2026-11-23"));
        assert_eq!(text.as_ref().ok(), crossed.as_ref().ok());
        text
    }

    proptest! {
        #[test]
        fn a_card_reads_back_whatever_an_office_is_called(name in any::<String>(), authority in "\\PC*") {
            let card = PartyCard { name, authority, ..card(1, true) };
            prop_assert_eq!(PartyCard::from_toml(&card.to_toml()).unwrap(), card);
        }
    }

    #[test]
    fn a_card_of_another_version_or_with_more_in_it_is_refused() {
        let text = card(1, true).to_toml();
        let later = text.replace("version = 1", "version = 2");
        assert!(matches!(PartyCard::from_toml(&later), Err(CardError::Version(2))));
        for bad in
            [text.replace("country", "land"), format!("more = 1\n{text}"), text.replace("\"KZ\"", "\"XX\"")]
        {
            assert!(matches!(PartyCard::from_toml(&bad), Err(CardError::Malformed { .. })));
        }
        let long = format!("{text}#{}", "x".repeat(MAX_CARD_BYTES));
        assert!(matches!(PartyCard::from_toml(&long), Err(CardError::Malformed { .. })));
    }

    #[test]
    fn an_exercise_may_ask_for_every_measure_of_the_facts_pack() {
        let pack = include_str!("../../../../packs/law/measures.toml");
        let mut measures: Vec<_> = pack.lines().filter_map(|line| line.strip_prefix("id = \"")).collect();
        measures.sort_unstable();
        assert!(measures.iter().map(|id| id.trim_end_matches('"')).eq(EXERCISE_MEASURES));
    }

    #[test]
    fn an_exercise_has_defaults_and_a_real_agreement_says_everything() {
        let text = agreed("", true).unwrap();
        assert_eq!((text.valid_from, text.valid_until), (day("2026-11-23"), day("2027-11-22")));
        assert_eq!(text.kinds.len(), EXERCISE_KINDS.len());
        assert_eq!(text.recipients.len(), 2);
        assert!(text.exercise && text.cosign && text.retain_days == Some(EXERCISE_RETAIN_DAYS));

        let all = "valid-until = \"2027-01-31\"\npurposes = [\"prosecution\", \"criminal-investigation\"]\n\
                   data = []\nmeasures = [\"preservation\"]\nretain-days = 0\ncosign = false\n\
                   ceiling = { code = \"h1\", use = \"intelligence\", onward = \"forbidden\" }\n\
                   [[kinds]]\nkind = \"request.issued\"\napproval = true\n";
        let text = agreed(all, false).unwrap();
        assert!(!text.exercise && !text.cosign && text.retain_days.is_none());
        assert_eq!(text.purposes[0].as_str(), "criminal-investigation", "in order");
        for missing in ["valid-until", "purposes", "data", "measures", "retain-days"] {
            let kept: Vec<_> = all.lines().filter(|line| !line.starts_with(missing)).collect();
            let without = kept.join(
                "
",
            );
            let refused = agreed(&without, false);
            assert!(
                matches!(refused, Err(super::super::ExchangeError::Card(CardError::Missing(term))) if term == missing)
            );
        }
        let mixed = Terms::default().agreement(&card(1, true), &card(2, false), day("2026-11-23"));
        assert!(matches!(mixed, Err(super::super::ExchangeError::Card(CardError::ExerciseMix))));
        let itself = Terms::default().agreement(&card(1, true), &card(1, true), day("2026-11-23"));
        assert!(matches!(itself, Err(super::super::ExchangeError::Agreement(_))));
    }

    #[test]
    fn a_draft_with_both_signatures_is_a_signed_agreement() {
        let text = agreed("", true).unwrap();
        let key = |number: u8| SigningKey::from_seed(&[number * 16 + 2; 32]);
        let [one, two] = [1, 2].map(|n: u8| text.sign(OfficeId::from_bytes([n; 16]), &key(n)).unwrap());
        let draft = DraftAgreement::new(&text).unwrap();
        assert_eq!(DraftAgreement::parse(&draft.to_bytes().unwrap()).unwrap(), draft);
        assert_eq!(draft.signed_by().unwrap(), []);
        let with = |signatures: Vec<Bytes>| DraftAgreement { signatures, ..draft.clone() };
        let half = with(vec![two.clone()]);
        assert_eq!(half.signed_by().unwrap(), [OfficeId::from_bytes([2; 16])]);
        assert!(matches!(half.complete(), Err(super::super::ExchangeError::Card(CardError::Unsigned(1)))));
        for order in [vec![one.clone(), two.clone()], vec![two.clone(), one.clone()]] {
            let full = with(order);
            let bytes = full.to_bytes().unwrap();
            let signed = SignedAgreement::parse(&bytes).unwrap();
            assert_eq!(signed.verify().unwrap().digest(), draft.digest());
            assert_eq!(DraftAgreement::parse(&bytes).unwrap().complete().unwrap(), signed);
        }
        let same = with(vec![one.clone(), one.clone()]);
        assert!(same.complete().is_err() && same.to_bytes().is_err());
        let three = to_canonical(&with(vec![one.clone(), two, one])).unwrap();
        assert!(DraftAgreement::parse(&three).is_err());
    }
}
