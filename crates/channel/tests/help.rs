//! What several tests need: two offices that agreed.

use comity_channel::{
    Address, Agreed, Agreement, Ceiling, Envelope, Keyring, KindTerm, Label, Letter, Party, PeerKeys, Place,
    Rules, SealingKey, SignedAgreement, Suite,
};
use comity_record::handling::{Handling, HandlingCode, Onward, Origin, Use};
use comity_record::sign::SigningKey;
use comity_record::testing::Counting;
use comity_record::{Bytes, Entropy, OfficeId, OfficerId, Sha256Digest, Token};
use jiff::civil::Date;

/// The kind of message that no second person has to approve.
pub const PLAIN: &str = "intelligence.spontaneous";
/// The kind that two have to approve.
pub const APPROVED: &str = "request.preservation";

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn word(text: &str) -> Token {
    text.parse().unwrap()
}

/// An office with all its private keys.
pub struct Office {
    pub id: OfficeId,
    pub node: SigningKey,
    pub signer: SigningKey,
    pub keyring: Keyring,
    pub party: Party,
}

impl Office {
    pub fn new(number: u8, country: &str, suite: Suite) -> Self {
        let seed = |of: u8| SigningKey::from_seed(&[number * 16 + of; 32]);
        let (node, signer) = (seed(1), seed(2));
        let material = Fixed(number);
        let sealing = SealingKey::draw(&material, suite, day("2026-10-01"), day("2027-03-31")).unwrap();
        let id = OfficeId::from_bytes([number; 16]);
        let party = Party {
            office: id,
            name: format!("Exercise office {number}"),
            country: country.parse().unwrap(),
            authority: "Exercise authority".into(),
            node: node.verifying_key(),
            signers: vec![signer.verifying_key()],
            keys: vec![sealing.published().clone()],
        };
        let mut keyring = Keyring::new();
        keyring.add(sealing);
        Self { id, node, signer, keyring, party }
    }
}

/// Two offices and what they agreed on.
pub struct World {
    pub a: Office,
    pub b: Office,
    pub text: Agreement,
    pub signed: SignedAgreement,
    pub agreed: Agreed,
    pub rules: Rules,
}

impl World {
    pub fn new(suite: Suite) -> Self {
        Self::with(suite, |_| {})
    }

    pub fn with(suite: Suite, change: impl FnOnce(&mut Agreement)) -> Self {
        let (a, b) = (Office::new(1, "KZ", suite), Office::new(2, "TJ", suite));
        let mut text = Agreement {
            v: 1,
            parties: [a.party.clone(), b.party.clone()],
            exercise: false,
            valid_from: day("2026-11-01"),
            valid_until: day("2027-01-31"),
            purposes: vec![word("criminal-investigation"), word("prosecution")],
            kinds: vec![
                KindTerm { kind: word(PLAIN), approval: false },
                KindTerm { kind: word(APPROVED), approval: true },
            ],
            data: vec![word("subscriber-data"), word("transaction-records")],
            measures: vec![word("preservation")],
            ceiling: Ceiling { code: HandlingCode::H2, use_as: Use::Evidence, onward: Onward::WithConsent },
            recipients: vec!["KZ".parse().unwrap(), "TJ".parse().unwrap()],
            retain_days: Some(365),
            cosign: true,
        };
        change(&mut text);
        let signatures = [text.sign(b.id, &b.signer).unwrap(), text.sign(a.id, &a.signer).unwrap()];
        let signed = SignedAgreement::assemble(&text, signatures).unwrap();
        let agreed = signed.verify().unwrap();
        let rules = Rules::compile(&agreed).unwrap();
        Self { a, b, text, signed, agreed, rules }
    }

    /// An envelope from the first office to the second.
    pub fn seal(&self, place: Place, previous: Option<Sha256Digest>, letter: &Letter) -> Envelope {
        let address = self.address(place, previous, PLAIN);
        let keys = PeerKeys::agreed(&self.agreed, self.b.id).unwrap();
        let key = keys.choose(day("2026-11-23")).unwrap();
        Envelope::seal(address, letter, key, &self.a.node, &Counting::default()).unwrap()
    }

    pub fn address(&self, place: Place, previous: Option<Sha256Digest>, kind: &str) -> Address<'_> {
        Address {
            agreed: &self.agreed,
            sender: self.a.id,
            place,
            previous,
            kind: word(kind),
            act: "2026-11-23T12:00:00+05:00[Asia/Almaty]".parse().unwrap(),
        }
    }
}

/// A label that the agreement of [`World`] allows from either side.
pub fn label(origin: &str) -> Label {
    let origin = Origin { country: origin.parse().unwrap(), authority: "Exercise authority".into() };
    let mut handling = Handling::own_work(origin);
    handling.recipients = vec!["KZ".parse().unwrap(), "TJ".parse().unwrap()];
    handling.retain_until = Some(day("2027-06-30"));
    Label {
        handling,
        purpose: word("criminal-investigation"),
        measures: vec![word("preservation")],
        data: vec![word("transaction-records")],
        approved_by: vec![OfficerId::from_bytes([1; 16]), OfficerId::from_bytes([2; 16])],
        consent: None,
    }
}

pub fn letter(origin: &str, body: &[u8]) -> Letter {
    Letter { label: Some(label(origin)), body: Bytes(body.to_vec()), attachments: vec![] }
}

pub fn place(incarnation: u32, counter: u64) -> Place {
    Place { incarnation, counter }
}

/// The same bytes again and again: for keys that have to be the same in every test.
pub struct Fixed(pub u8);

impl Entropy for Fixed {
    fn fill(&self, out: &mut [u8]) {
        out.fill(self.0);
    }
}
