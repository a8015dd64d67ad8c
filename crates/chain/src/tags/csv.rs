//! Reads tags from CSV (RFC 4180) in UTF-8 with a header row.
//!
//! The columns stand in any order: `address` and `label` must be there, any of `currency`, `category`, `abuse`, `actor`,
//! `source`, `confidence` and `date` may be. Others are refused, because a misspelt column would go unnoticed. An empty
//! field says nothing. A date is one of ISO 8601, with or without a time.

use ::csv::{Position, ReaderBuilder, StringRecord, Trim};
use jiff::Timestamp;
use jiff::civil::Date;

use super::pack::Fields;
use super::{CURRENCY, MAX_PACK_BYTES, MAX_TAGS, Stated, TagError, TagPack};

/// What Windows programs put in front of UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Address,
    Label,
    Currency,
    Category,
    Abuse,
    Actor,
    Source,
    Confidence,
    Date,
}

impl Column {
    fn of(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "address" => Self::Address,
            "label" => Self::Label,
            "currency" => Self::Currency,
            "category" => Self::Category,
            "abuse" => Self::Abuse,
            "actor" => Self::Actor,
            "source" => Self::Source,
            "confidence" => Self::Confidence,
            "date" => Self::Date,
            _ => return None,
        })
    }

    fn field(self, fields: &mut Fields) -> &mut Option<String> {
        match self {
            Self::Address => &mut fields.address,
            Self::Label => &mut fields.label,
            Self::Currency => &mut fields.currency,
            Self::Category => &mut fields.category,
            Self::Abuse => &mut fields.abuse,
            Self::Actor => &mut fields.actor,
            Self::Source => &mut fields.source,
            Self::Confidence => &mut fields.confidence,
            Self::Date => &mut fields.lastmod,
        }
    }
}

impl TagPack {
    pub(super) fn parse_csv(bytes: &[u8], stated: &Stated) -> Result<Self, TagError> {
        if bytes.len() > MAX_PACK_BYTES {
            return Err(TagError::TooLarge(bytes.len()));
        }
        let mut pack = Self::headed(bytes, None, None, stated)?;
        let malformed = |error: ::csv::Error| TagError::Malformed(error.to_string());
        let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text);
        let columns = columns(reader.headers().map_err(malformed)?)?;
        let header = Fields {
            currency: Some(stated.currency.as_deref().unwrap_or(CURRENCY).to_owned()),
            source: stated.source.clone(),
            ..Fields::default()
        };
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).map_err(malformed)? {
            if pack.rows.len() == MAX_TAGS {
                return Err(TagError::TooMany);
            }
            let mut row = Fields::default();
            for (column, text) in columns.iter().zip(&record) {
                *column.field(&mut row) = (!text.is_empty()).then(|| text.to_owned());
            }
            if row.lastmod.as_deref().is_some_and(|text| !is_date(text)) {
                return Err(TagError::Date { line: record.position().map_or(0, Position::line) });
            }
            pack.push(pack.rows.len() + 1, &row, &header)?;
        }
        Ok(pack)
    }
}

/// Whether a text is a day of the calendar, or a moment of one.
fn is_date(text: &str) -> bool {
    text.parse::<Date>().is_ok() || text.parse::<Timestamp>().is_ok()
}

fn columns(header: &StringRecord) -> Result<Vec<Column>, TagError> {
    let mut columns = Vec::new();
    for name in header {
        match Column::of(name) {
            Some(column) if !columns.contains(&column) => columns.push(column),
            _ => return Err(TagError::Column(name.to_owned())),
        }
    }
    for (needed, field) in [(Column::Address, "address"), (Column::Label, "label")] {
        if !columns.contains(&needed) {
            return Err(TagError::Missing { row: 0, field });
        }
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use comity_record::Coded as _;
    use proptest::prelude::*;

    use super::*;
    use crate::tags::MAX_TEXT;

    fn stated() -> Stated {
        let text = |text: &str| Some(text.to_owned());
        Stated { title: text("Own notes"), creator: text("FIU"), source: text("file 7"), ..Stated::default() }
    }

    fn read(text: &str) -> Result<TagPack, TagError> {
        TagPack::parse_csv(text.as_bytes(), &stated())
    }

    fn code(text: &str) -> &'static str {
        read(text).unwrap_err().code()
    }

    #[test]
    fn columns_stand_in_any_order_and_empty_fields_say_nothing() {
        let pack = read(
            "\u{feff}Label,address,date,source,category,currency\r\n\"Shop, \"\"the\"\" first\",a1,2024-05-01,,shop,\r\n\
             two\nlines,a2,,here,,LTC\r\n",
        );
        assert_eq!(pack.unwrap_err().code(), "chain-tags-malformed", "a line break needs quotes");
        let pack = read(
            "\u{feff}Label,address,date,source,category,currency\r\n\"Shop, \"\"the\"\" first\",a1,2024-05-01,,shop,\r\n\
             \"two\nlines\",a2,,here,,LTC\r\n",
        )
        .unwrap();
        let [first, second] = &pack.rows[..] else { panic!("{:?}", pack.rows) };
        assert_eq!(
            (first.label.as_str(), first.address.as_str(), first.row),
            ("Shop, \"the\" first", "a1", 1)
        );
        assert_eq!((first.source.as_deref(), first.lastmod.as_deref()), (Some("file 7"), Some("2024-05-01")));
        assert_eq!((first.currency.as_str(), first.category.as_deref()), ("BTC", Some("shop")));
        assert_eq!((second.label.as_str(), second.currency.as_str(), second.row), ("two\nlines", "LTC", 2));
        assert_eq!((second.source.as_deref(), second.category.as_deref()), (Some("here"), None));
        assert_eq!((first.pack.as_str(), first.pack_creator.as_str()), ("Own notes", "FIU"));
        assert_eq!(first.holder(), Some("Shop, \"the\" first"));
    }

    #[test]
    fn what_is_no_such_table_is_refused() {
        assert_eq!(code(""), "chain-tags-missing");
        assert_eq!(code("address\na\n"), "chain-tags-missing");
        assert_eq!(code("address,label,adress\n"), "chain-tags-column");
        assert_eq!(code("address,label,Label\n"), "chain-tags-column");
        assert_eq!(code("address,label\na,b,c\n"), "chain-tags-malformed");
        assert!(matches!(
            read("address,label\na,b\n,c\n"),
            Err(TagError::Missing { row: 2, field: "address" })
        ));
        let latin = [&b"address,label\na,"[..], &[0xe9], b"\n"].concat();
        assert_eq!(TagPack::parse_csv(&latin, &stated()).unwrap_err().code(), "chain-tags-malformed");
        let nameless = TagPack::parse_csv(b"address,label\na,b\n", &Stated::default()).unwrap_err();
        assert_eq!(nameless.code(), "chain-tags-missing");
    }

    #[test]
    fn what_is_no_date_is_named_by_its_line() {
        let with = |date: &str| read(&format!("address,label,date\na,\"two\nlines\",\nb,c,{date}\n"));
        for date in
            ["", "2024-02-29", "2024-05-01T10:00:00Z", "2024-05-01T10:00:00+05:00", "2024-05-01 10:00:00"]
        {
            let pack = with(date).unwrap_or_else(|error| panic!("{date}: {error}"));
            assert_eq!(pack.rows[1].lastmod.as_deref(), Some(date).filter(|date| !date.is_empty()));
        }
        for date in ["2023-02-29", "01.05.2024", "5/1/2024", "yesterday", "2024-13-01", "2024"] {
            assert!(matches!(with(date), Err(TagError::Date { line: 4 })), "{date}");
        }
    }

    #[test]
    fn texts_rows_and_bytes_are_bounded() {
        let long = |length: usize| format!("address,label\na,{}\n", "x".repeat(length));
        assert!(read(&long(MAX_TEXT)).is_ok());
        assert_eq!(code(&long(MAX_TEXT + 1)), "chain-tags-text-too-long");
        let rows = |count: usize| format!("address,label\n{}", "a,b\n".repeat(count));
        assert_eq!(read(&rows(MAX_TAGS)).unwrap().rows.len(), MAX_TAGS);
        assert_eq!(code(&rows(MAX_TAGS + 1)), "chain-tags-too-many");
        let row = "address,label\na,b";
        let bytes = |count: usize| row.to_owned() + &" ".repeat(count - row.len());
        assert!(read(&bytes(MAX_PACK_BYTES)).is_ok());
        assert_eq!(code(&bytes(MAX_PACK_BYTES + 1)), "chain-tags-too-large");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "address,label\n[a-z,\"\n\r ]{0,200}") {
            let _ = read(&text);
        }
    }
}
