//! Reads a list of sanctioned addresses: one a line, all of one asset.
//!
//! The list of the US Office of Foreign Assets Control names addresses as `Digital Currency Address - XBT`; programs that
//! draw them out of it write a text file for each asset. That an address is on the list does not say who holds it.

use super::pack::Fields;
use super::{CURRENCY, MAX_PACK_BYTES, MAX_TAGS, SANCTION, Stated, TagError, TagPack};

/// Bytes of one address of a list; addresses of Monero, the longest on OFAC's list, have 106.
pub const MAX_LISTED_ADDRESS: usize = 200;

/// What OFAC calls bitcoin.
const OFAC_BITCOIN: &str = "XBT";
/// The tag type of a row that says something of an address but not who holds it.
const ATTRIBUTE: &str = "attribute";

/// The asset in the name of a list of sanctioned addresses: what stands behind the last underscore, as in
/// `sanctioned_addresses_XBT.txt`.
pub fn asset_of_list(name: &str) -> Option<&str> {
    let asset = name.rsplit_once('.').map_or(name, |(stem, _)| stem).rsplit_once('_')?.1;
    let letters = asset.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (letters && (1..=10).contains(&asset.len())).then_some(asset)
}

impl TagPack {
    pub(super) fn parse_list(bytes: &[u8], stated: &Stated) -> Result<Self, TagError> {
        if bytes.len() > MAX_PACK_BYTES {
            return Err(TagError::TooLarge(bytes.len()));
        }
        let mut pack = Self::headed(bytes, None, None, stated)?;
        let currency = stated.currency.as_deref().ok_or(TagError::Missing { row: 0, field: "currency" })?;
        let header = Fields {
            currency: Some(if currency == OFAC_BITCOIN { CURRENCY } else { currency }.to_owned()),
            label: Some(pack.title.clone()),
            category: Some(SANCTION.to_owned()),
            tag_type: Some(ATTRIBUTE.to_owned()),
            source: stated.source.clone(),
            ..Fields::default()
        };
        for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            let line = line.trim_ascii();
            if line.is_empty() {
                continue;
            }
            if pack.rows.len() == MAX_TAGS {
                return Err(TagError::TooMany);
            }
            let address = std::str::from_utf8(line).ok().filter(|text| {
                text.len() <= MAX_LISTED_ADDRESS && text.bytes().all(|byte| byte.is_ascii_graphic())
            });
            let address = address.ok_or(TagError::Line { line: index + 1 })?;
            let row = Fields { address: Some(address.to_owned()), ..Fields::default() };
            pack.push(index + 1, &row, &header)?;
        }
        Ok(pack)
    }
}

#[cfg(test)]
mod tests {
    use comity_record::Coded as _;
    use proptest::prelude::*;

    use super::*;

    fn stated() -> Stated {
        let text = |text: &str| Some(text.to_owned());
        Stated {
            title: text("SDN"),
            creator: text("OFAC"),
            licence: text("public domain"),
            source: text("sdn_advanced.xml"),
            currency: text("XBT"),
        }
    }

    fn read(text: &str) -> Result<TagPack, TagError> {
        TagPack::parse_list(text.as_bytes(), &stated())
    }

    #[test]
    fn each_line_is_a_sanctioned_address_with_its_line_and_provenance_and_no_holder() {
        let pack = read("first\r\n\n  second \nthird").unwrap();
        let lines: Vec<_> = pack.rows.iter().map(|row| (row.address.as_str(), row.row)).collect();
        assert_eq!(lines, [("first", 1), ("second", 3), ("third", 4)]);
        let row = &pack.rows[0];
        assert_eq!((row.currency.as_str(), row.category.as_deref()), ("BTC", Some("sanction")));
        assert_eq!((row.label.as_str(), row.pack_creator.as_str()), ("SDN", "OFAC"));
        assert_eq!(row.pack_licence.as_deref(), Some("public domain"));
        assert_eq!(row.source.as_deref(), Some("sdn_advanced.xml"));
        assert_eq!(row.holder(), None);
    }

    #[test]
    fn what_is_no_list_is_named_by_its_line() {
        for text in ["one\ntwo words", "one\n<html lang=\"en\">", "one\n\u{fffd}"] {
            assert!(matches!(read(text), Err(TagError::Line { line: 2 })), "{text:?}");
        }
        let nameless = TagPack::parse_list(b"a", &Stated::default()).unwrap_err();
        assert_eq!(nameless.code(), "chain-tags-missing");
        let no_asset = Stated { currency: None, ..stated() };
        assert_eq!(TagPack::parse_list(b"a", &no_asset).unwrap_err().code(), "chain-tags-missing");
    }

    #[test]
    fn addresses_lines_and_bytes_are_bounded() {
        assert!(read(&"x".repeat(MAX_LISTED_ADDRESS)).is_ok());
        assert_eq!(read(&"x".repeat(MAX_LISTED_ADDRESS + 1)).unwrap_err().code(), "chain-tags-line");
        assert_eq!(read(&"x\n".repeat(MAX_TAGS)).unwrap().rows.len(), MAX_TAGS);
        assert_eq!(read(&"x\n".repeat(MAX_TAGS + 1)).unwrap_err().code(), "chain-tags-too-many");
        assert!(read(&" ".repeat(MAX_PACK_BYTES)).is_ok());
        assert_eq!(read(&" ".repeat(MAX_PACK_BYTES + 1)).unwrap_err().code(), "chain-tags-too-large");
    }

    #[test]
    fn the_asset_of_a_list_stands_behind_the_last_underscore() {
        assert_eq!(asset_of_list("sanctioned_addresses_XBT.txt"), Some("XBT"));
        for none in ["list.txt", "list_.txt", "list_of_addresses.txt", "x_ABCDEFGHIJK.txt"] {
            assert_eq!(asset_of_list(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = TagPack::parse_list(&bytes, &stated());
        }
    }
}
