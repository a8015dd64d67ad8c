//! The standards that make a phrase of words, and how each checks one.

use std::sync::LazyLock;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256, Sha512};
use zeroize::{Zeroize as _, Zeroizing};

use unicode_normalization::UnicodeNormalization as _;

use super::lists::{Dictionary, List, MONERO_WORDS, SPELLED_MAX};
use crate::hit::Kind;

/// A standard by which phrases are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// BIP39: one bit in 33 is checksum.
    Bip39,
    /// Electrum since 2.0 (its documentation, *Seed phrases*): a hash of the text begins with a version.
    Electrum,
    /// Monero (`electrum-words.cpp` of its wallet): the last word repeats the one that a CRC-32 names.
    Monero,
}

/// What a standard says of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Right,
    Wrong,
    /// The standard has phrases of this length that nothing checks.
    Unchecked,
}

/// The most words of a phrase.
pub(super) const COUNT_MAX: usize = 25;

/// The fewest words of a phrase.
pub(super) const COUNT_MIN: usize = 12;

/// Words of a phrase of Monero without the one that checks the others.
const MONERO: usize = 24;

/// Words of the short phrases that `MyMonero` made, which have the checking word always.
const MONERO_SHORT: usize = 13;

impl Scheme {
    /// The standards that use a list. Of Electrum's lists, that in Portuguese is its own and is not looked for.
    pub(super) fn of(list: List) -> &'static [Self] {
        match list {
            List::English | List::ChineseSimplified | List::Japanese | List::Spanish => {
                &[Self::Bip39, Self::Electrum]
            }
            _ if list.monero_prefix().is_some() => &[Self::Monero],
            _ => &[Self::Bip39],
        }
    }

    /// The numbers of words that a phrase of a list may have, by any of its standards.
    pub(super) fn counts(list: List) -> &'static [usize] {
        Self::of(list)[0].lengths()
    }

    /// The numbers of words that the standard allows.
    pub(super) fn lengths(self) -> &'static [usize] {
        match self {
            Self::Bip39 => &[12, 15, 18, 21, 24],
            Self::Electrum => &[12, 24],
            Self::Monero => &[MONERO_SHORT, MONERO, MONERO + 1],
        }
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Bip39 => Kind::Bip39Phrase,
            Self::Electrum => Kind::ElectrumPhrase,
            Self::Monero => Kind::MoneroPhrase,
        }
    }

    /// Checks words by their numbers in the list.
    pub(super) fn check(self, list: List, numbers: &[u16]) -> Verdict {
        let is_right = match self {
            _ if !self.lengths().contains(&numbers.len()) => false,
            Self::Bip39 => is_bip39(numbers),
            Self::Electrum => is_electrum(list, numbers),
            Self::Monero if numbers.len() == MONERO => {
                return if is_monero_key(numbers) { Verdict::Unchecked } else { Verdict::Wrong };
            }
            Self::Monero => is_monero(list, numbers),
        };
        if is_right { Verdict::Right } else { Verdict::Wrong }
    }
}

/// Whether the checksum of BIP39 is right: of the bits of all words, eleven each, one in 33 is checksum, and
/// equals the first bits of the SHA-256 of the others.
fn is_bip39(words: &[u16]) -> bool {
    let mut bits = Zeroizing::new([0_u8; 33]);
    let mut slots = bits.iter_mut();
    let (mut held, mut count) = (0_u32, 0);
    // Seven zero bits at the end push the last bits of the last word out.
    for (value, width) in words.iter().map(|word| (u32::from(*word), 11)).chain([(0, 7)]) {
        held = held << width | value;
        count += width;
        while count >= 8 {
            count -= 8;
            if let Some(slot) = slots.next() {
                *slot = u8::try_from(held >> count & 0xff).expect("eight bits were kept");
            }
        }
    }
    let checksum_bits = words.len() * 11 / 33;
    let entropy_bytes = checksum_bits * 4;
    let digest = Sha256::digest(&bits[..entropy_bytes]);
    let left_over = 8 - checksum_bits;
    bits[entropy_bytes] >> left_over == digest[0] >> left_over
}

/// Whether the HMAC-SHA512 of the phrase under `Seed version` begins with a version of Electrum: `01` for standard wallets,
/// `100` for SegWit, `101` and `102` for those with two factors. Electrum leaves accents and voice marks out, and the
/// spaces between Chinese and Japanese words.
fn is_electrum(list: List, numbers: &[u16]) -> bool {
    static KEYED: LazyLock<Hmac<Sha512>> = LazyLock::new(|| {
        Hmac::new_from_slice(b"Seed version").expect("HMAC takes a key of any length (RFC 2104)")
    });
    let is_apart = !list.is_chinese() && list != List::Japanese;
    // Room for all of it from the start: a text that grows would leave copies of itself behind.
    let mut phrase = Zeroizing::new(String::with_capacity(numbers.len() * (SPELLED_MAX + 1)));
    for number in numbers {
        if is_apart && !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(Dictionary::all().bare(list, *number));
    }
    let mut mac = KEYED.clone();
    mac.update(phrase.as_bytes());
    let digest = mac.finalize().into_bytes();
    digest[0] == 0x01 || (digest[0] == 0x10 && digest[1] >> 4 <= 2)
}

/// Whether the last word is the one of the others that the CRC-32 of the beginnings of these points at. Monero writes its
/// words composed.
fn is_monero(list: List, numbers: &[u16]) -> bool {
    let (last, others) = numbers.split_last().expect("a phrase has words");
    let prefix = list.monero_prefix().expect("the list is one of Monero");
    let mut crc = u32::MAX;
    let mut letter = [0; char::MAX_LEN_UTF8];
    for number in others {
        for character in Dictionary::all().word(list, *number).nfc().take(prefix) {
            for byte in character.encode_utf8(&mut letter).bytes() {
                // CRC-32 of ISO/IEC 3309, bit by bit: it is a few bytes.
                crc = (0..8).fold(crc ^ u32::from(byte), |crc, _| {
                    crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
                });
            }
        }
    }
    letter.zeroize();
    let pointed = usize::try_from(!crc).is_ok_and(|crc| others[crc % others.len()] == *last);
    pointed && is_monero_key(others)
}

/// Whether each three words make 32 bits, as they do when they were made of a key.
fn is_monero_key(numbers: &[u16]) -> bool {
    const WORDS: u64 = MONERO_WORDS as u64;
    numbers.chunks_exact(3).all(|three| {
        let [first, second, third] = [three[0], three[1], three[2]].map(u64::from);
        let digits = [first, (second + WORDS - first) % WORDS, (third + WORDS - second) % WORDS];
        u32::try_from(digits[0] + WORDS * (digits[1] + WORDS * digits[2])).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use bip39::{Language, Mnemonic};
    use proptest::prelude::*;

    use super::*;
    use crate::classes::Area;
    use crate::hit::Class;

    fn valid(words: &[&str]) -> bool {
        Mnemonic::parse_in_normalized(Language::English, &words.join(" ")).is_ok()
    }

    fn numbers(list: List, phrase: &str) -> Vec<u16> {
        phrase.split(' ').map(|word| Dictionary::all().number(list, word.as_bytes()).unwrap()).collect()
    }

    proptest! {
        #[test]
        fn the_checksum_agrees_with_the_bip39_crate(
            numbers in prop::collection::vec(0_u16..2048, 24),
            count in prop::sample::select(Scheme::Bip39.lengths().to_vec()),
        ) {
            let numbers = &numbers[..count];
            let list = Language::English.word_list();
            let words: Vec<_> = numbers.iter().map(|number| list[usize::from(*number)]).collect();
            prop_assert_eq!(is_bip39(numbers), valid(&words));
            // With the last word taken from what is left, half of the cases would never be valid ones.
            let some = (0..2048).find(|last| {
                is_bip39(&[&numbers[..count - 1], &[*last]].concat())
            }).unwrap();
            let right = [&words[..count - 1], &[list[usize::from(some)]]].concat();
            prop_assert!(valid(&right));
        }
    }

    /// Made by an implementation of its own in Python, with the lists of python-mnemonic and bip_utils.
    const ELECTRUM: [(List, &str); 6] = [
        (List::English, "gas example olive sketch outdoor entire settle donor among elder primary ceiling"),
        (
            List::English,
            "popular patient scissors save unlock coach convince airport hedgehog attract hockey warm",
        ),
        (List::Spanish, "acción sermón pésimo rotar resumen zarza circo tatuaje bondad romper mito mueble"),
        (
            List::Japanese,
            "にっき くうこう へいしゃ こうかん しはつ めだつ とほう おもう おくる あめりか さかみち こんわく",
        ),
        (List::ChineseSimplified, "肃 周 谊 擦 刀 升 抢 脚 市 借 彼 科"),
        (
            List::English,
            "hospital task nephew ginger soldier tuition innocent skill success century fresh winner shadow picnic \
             liquid disagree vacant video board olympic sock parade predict switch",
        ),
    ];
    const BOTH: &str = "describe cattle final grief vessel cash year humble disease husband will stand";
    const MONERO_PHRASE: &str = "eavesdrop alerts mundane suede odds vigilant nurse roared jockey cavernous metro \
        dagger edited payment website umpire broken scrub intended goldfish mailed bogeys segments budget scrub";

    #[test]
    fn phrases_of_electrum_are_told_by_their_version() {
        for (list, phrase) in ELECTRUM {
            let numbers = numbers(list, phrase);
            assert_eq!(Scheme::Electrum.check(list, &numbers), Verdict::Right, "{phrase}");
            assert_eq!(Scheme::Bip39.check(list, &numbers), Verdict::Wrong, "{phrase}");
            assert_eq!(Scheme::Electrum.check(list, &numbers[1..]), Verdict::Wrong);
        }
        let both = numbers(List::English, BOTH);
        assert!(is_bip39(&both) && is_electrum(List::English, &both));
    }

    #[test]
    fn a_changed_word_makes_a_phrase_of_monero_wrong() {
        let right = numbers(List::MoneroEnglish, MONERO_PHRASE);
        assert_eq!(Scheme::Monero.check(List::MoneroEnglish, &right), Verdict::Right);
        assert_eq!(Scheme::Monero.check(List::MoneroEnglish, &right[..24]), Verdict::Unchecked);
        let wrong = (0..25).filter(|at| {
            let mut numbers = right.clone();
            numbers[*at] = (numbers[*at] + 1) % 1626;
            Scheme::Monero.check(List::MoneroEnglish, &numbers) == Verdict::Wrong
        });
        // The CRC names one word in 24, so that a change now and then names the same.
        assert!(wrong.count() >= 22);
        // 1625 + 1626 × (1625 + 1626 × 1625) is more than 32 bits hold.
        assert!(!is_monero_key(&[1625, 1624, 1623]) && is_monero_key(&[1625, 1624, 1621]));
    }

    /// Made with bip_utils, whose Japanese checks another number of characters than Monero's own wallet.
    const MONERO_PHRASES: [(List, &str); 10] = [
        (List::MoneroChinese, "柴 吹 训 掉 才 司 男 让 兰 诉 汇 衡 增 单 雨 赵 答 扎 政 敌 雪 春 倍 检 增"),
        (
            List::MoneroDutch,
            "veruit likken omaans zwiep batje ghanees plausibel ledeboer zimmerman opsmeer ecotaks indy ijker dwing tolpoort dactylus vulmiddel pulveren manchet occlusie tamheid kapucijn bekaaid tiesinga likken",
        ),
        (
            List::MoneroEnglish,
            "fleet budget egotistic soothe binocular onslaught rugged code megabyte foxes often inflamed rugged",
        ),
        (
            List::MoneroFrench,
            "terme aimant pauvre ramasser rasage chicane rance ramasser sauf chicane injure sept exister joueur brosser caisse sauce site alerte paire chose flamme luire rumeur exister",
        ),
        (
            List::MoneroGerman,
            "Ritter Werkbank Ahnung Torte Buch Elan Sattel Talsohle Efe Möwe Dialekt Unruhe Luftpost Bett Valuta Kuhhirt Kastanie Walnuss Appetit Asche Kaktus Bauteil feilen Altbier Asche",
        ),
        (
            List::MoneroItalian,
            "sole gazzetta accumulo letargo vaniglia patente tavolo riferire carta enigma accumulo stupendo riferire",
        ),
        (
            List::MoneroJapanese,
            "うける かんたん しいん おかわり そうき たおす くいず しんこう さゆう はしる くうそう おおどおり たいほ せいじ なこうど けさき つつむ せいげん さみしい そよかぜ あつめる きぶん ちょさくけん せいじ たいほ",
        ),
        (
            List::MoneroPortuguese,
            "jade hesitar pezada tavola grevista slide octogono entusiastico insustentavel sauva quotizavel aprimorar doloso dicotomico bubonico ovulo vestuario potro fiorde chovido emfa aerossol britar golpista ovulo",
        ),
        (
            List::MoneroSpanish,
            "abono denso antojo cuidar función astilla gratis cría materia martes olla agudo agudo",
        ),
        (
            List::MoneroRussian,
            "орать скорый шутка кнут аист козел фокус укол огненный идея дрянь биатлон спутник лужа нога изгонять пишущий вечер пища вишневый адмирал хозяин мутный щенок хозяин",
        ),
    ];

    #[test]
    fn phrases_of_monero_are_checked_in_each_of_its_languages() {
        for (list, phrase) in MONERO_PHRASES {
            let numbers = numbers(list, phrase);
            assert_eq!(Scheme::Monero.check(list, &numbers), Verdict::Right, "{phrase}");
            let others =
                numbers[..numbers.len() - 1].iter().filter(|other| **other != numbers[numbers.len() - 1]);
            for other in others {
                let wrong = [&numbers[..numbers.len() - 1], &[*other]].concat();
                assert_eq!(Scheme::Monero.check(list, &wrong), Verdict::Wrong, "{phrase}");
            }
        }
    }

    #[test]
    fn each_standard_is_found_in_text_and_a_phrase_of_both_as_both() {
        let found = |text: &str| {
            let mut all = Vec::new();
            crate::phrase::find(&Area::of(text), |found| all.push((found.kind, found.class)));
            all
        };
        for (_, phrase) in ELECTRUM {
            assert_eq!(
                found(&format!("Seed: {phrase}.")),
                [(Kind::ElectrumPhrase, Class::Verified)],
                "{phrase}"
            );
        }
        let both = [(Kind::Bip39Phrase, Class::Verified), (Kind::ElectrumPhrase, Class::Verified)];
        assert_eq!(found(BOTH), both);
        let (key, _) = MONERO_PHRASE.rsplit_once(' ').unwrap();
        for (phrase, hits) in [
            (MONERO_PHRASE.to_uppercase(), &[(Kind::MoneroPhrase, Class::Verified)][..]),
            (MONERO_PHRASE.replace(' ', "\n"), &[(Kind::MoneroPhrase, Class::Verified)]),
            (key.to_owned(), &[(Kind::MoneroPhrase, Class::ShapeOnly)]),
            (format!("{key} zoom"), &[]),
        ] {
            assert_eq!(found(&format!("Monero: {phrase}.")), hits, "{phrase}");
        }
    }
}
