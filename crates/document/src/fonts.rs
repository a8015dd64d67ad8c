//! The fonts that are embedded, their licences, and what they cannot show.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

include!(concat!(env!("OUT_DIR"), "/fonts.rs"));

/// The licence of an embedded font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FontLicence {
    /// The package of the npm registry that carries the font.
    pub package: &'static str,
    /// The licence of the font itself.
    pub font: &'static str,
    /// The licence of the package around it.
    pub package_licence: &'static str,
}

/// The licences of every embedded font, for `comity licences`.
pub fn font_licences() -> Vec<FontLicence> {
    FONT_LICENCES
        .iter()
        .map(|(package, font, package_licence)| FontLicence { package, font, package_licence })
        .collect()
}

/// The signs of `text` that no embedded font can show. Marks that are never drawn do not count.
pub fn missing_glyphs(text: &str) -> BTreeSet<char> {
    let drawn = |c: &char| !comity_record::is_bidi_control(*c) && !c.is_control();
    let shown = |c: char| FONTS.0.iter().any(|font| font.info().coverage.contains(u32::from(c)));
    text.chars().filter(drawn).filter(|c| !shown(*c)).collect()
}

/// The embedded fonts, for the measurement beside the compiler alone.
#[doc(hidden)]
pub fn fonts() -> &'static [Font] {
    &FONTS.0
}

/// Every font, and the index in which the compiler looks for one.
pub(crate) static FONTS: LazyLock<(Vec<Font>, LazyHash<FontBook>)> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONT_FILES.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    let book = FontBook::from_fonts(&fonts);
    (fonts, LazyHash::new(book))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_file_is_a_font_of_the_families_that_the_templates_name() {
        assert_eq!(FONTS.0.len(), FONT_FILES.len());
        let families: BTreeSet<&str> = FONTS.0.iter().map(|f| f.info().family.as_str()).collect();
        assert_eq!(
            families.into_iter().collect::<Vec<_>>(),
            ["Noto Naskh Arabic", "Noto Sans", "Noto Sans Mono", "Noto Serif"]
        );
    }

    #[test]
    fn each_font_carries_its_licence() {
        assert_eq!(font_licences().len(), 4);
        for licence in font_licences() {
            assert!(licence.font.contains("SIL OPEN FONT LICENSE"), "{}", licence.package);
            assert!(licence.package_licence.contains("MIT"), "{}", licence.package);
        }
    }

    #[test]
    fn letters_of_the_region_are_there_and_what_is_not_is_named() {
        let letters =
            "ҒғӢӣҚқӮӯҲҳҶҷ ЎўҚқҒғҲҳ ӘәІіҢңҮүҰұӨөҺһ گچپژکیٹڈڑںےۀ ښځڅډړږګڼېۍ ۰۱۲۳۴۵۶۷۸۹ ٬٫ oʻgʻʼ №«»—…";
        assert_eq!(missing_glyphs(letters), BTreeSet::new());
        assert_eq!(missing_glyphs("a漢\u{2066}字"), BTreeSet::from(['漢', '字']));
    }
}
