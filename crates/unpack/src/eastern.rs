//! The letters of Chinese, Japanese and Korean text, all far from those of ASCII, by which it is told from other bytes.
//!
//! Two bytes of any kind are such a letter half of the time, for there are 21,000 Han characters and 11,172 syllables of Hangul. Text
//! has few of them: the lists of BIP39 hold the 2,821 most frequent characters of Chinese, which make some 97 in 100 of a text,
//! and KS X 1001 has 2,350 syllables for Korean. These and hiragana are *letters* here, and all others are *rare*; of pairs of bytes one
//! in twelve is a letter. So a recovery phrase has letters only, and no row of chance has twelve.

use std::sync::LazyLock;

use bip39::Language;
use encoding_rs::EUC_KR;

/// What a unit of UTF-16 is to such text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Letter,
    /// A letter of one of these scripts that few texts have.
    Rare,
    /// What stands between words, or numbers them; and katakana, of which no word of a list is.
    Between,
    Other,
}

/// A bit for each unit of UTF-16 that is a letter.
static LETTERS: LazyLock<Box<[u64]>> = LazyLock::new(|| {
    let mut letters = vec![0; 1 << 10].into_boxed_slice();
    let mut add = |letter: u16| letters[usize::from(letter >> 6)] |= 1 << (letter & 63);
    // Hiragana, composed or with marks; the parts of which Hangul is put together.
    (0x3041..=0x3093).chain([0x3099, 0x309a]).chain(0x1100..=0x11ff).for_each(&mut add);
    let chinese = [Language::SimplifiedChinese, Language::TraditionalChinese];
    let characters =
        chinese.iter().flat_map(|language| language.word_list()).flat_map(|word| word.encode_utf16());
    characters.for_each(&mut add);
    // Rows 16 to 40 of KS X 1001.
    let rows: Vec<u8> =
        (0xb0..=0xc8).flat_map(|row| (0xa1..=0xfe).flat_map(move |cell| [row, cell])).collect();
    let (syllables, _) = EUC_KR.decode_without_bom_handling(&rows);
    syllables.encode_utf16().for_each(&mut add);
    letters
});

pub(crate) fn part(unit: u16) -> Part {
    if LETTERS[usize::from(unit >> 6)] >> (unit & 63) & 1 == 1 {
        return Part::Letter;
    }
    match unit {
        0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3 | 0xf900..=0xfaff => Part::Rare,
        _ if is_between(unit) => Part::Between,
        _ => Part::Other,
    }
}

fn is_between(unit: u16) -> bool {
    let is_sign = char::from_u32(u32::from(unit)).is_some_and(|sign| {
        matches!(sign, '\t' | '\n' | '\r' | ' '..='~') && !sign.is_ascii_alphabetic()
            || matches!(sign, '\u{a0}' | '·' | '‐'..='―' | '‘'..='‟' | '•' | '…' | '①'..='⑳')
    });
    // Signs of these scripts, the rest of kana, and wide signs and digits.
    is_sign || matches!(unit, 0x3000..=0x301f | 0x3094..=0x30ff | 0xff01..=0xff20)
}

/// For each byte whether it may be the upper one of a letter, or of what is between letters.
pub(crate) static UPPER: [bool; 256] = {
    let mut upper = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        upper[byte] = matches!(byte, 0x00 | 0x11 | 0x20 | 0x24 | 0x30 | 0x4e..=0x9f | 0xac..=0xd7 | 0xff);
        byte += 1;
    }
    upper
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_lists_have_letters_only() {
        use Language::{Japanese, Korean, SimplifiedChinese, TraditionalChinese};
        for language in [SimplifiedChinese, TraditionalChinese, Japanese, Korean] {
            for word in language.word_list() {
                assert!(word.encode_utf16().all(|unit| part(unit) == Part::Letter), "{word}");
            }
        }
        for word in ["あいこくしん", "がんばる", "가격", "횡단보도"] {
            assert!(word.encode_utf16().all(|unit| part(unit) == Part::Letter), "{word}");
        }
    }

    #[test]
    fn few_units_are_letters() {
        let count = |from: u16, to: u16| (from..=to).filter(|unit| part(*unit) == Part::Letter).count();
        assert_eq!(count(0x4e00, 0x9fff), 2821);
        assert_eq!(count(0xac00, 0xd7a3), 2350);
        assert!(count(0, u16::MAX) < (1 << 16) / 11);
    }

    #[test]
    fn every_letter_has_an_upper_byte_of_a_letter() {
        for unit in 0..=u16::MAX {
            let [upper, _] = unit.to_be_bytes();
            assert!(UPPER[usize::from(upper)] || matches!(part(unit), Part::Rare | Part::Other), "{unit:x}");
        }
    }
}
