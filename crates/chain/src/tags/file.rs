//! One file of tags, whatever its format.

use serde::{Deserialize, Serialize};

use super::{ActorPack, TagError, TagPack};

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TagFormat {
    /// A GraphSense `TagPack`, in YAML.
    TagPack,
    /// A GraphSense actor pack, in YAML.
    ActorPack,
    /// A list of sanctioned addresses of one asset, one a line, as they are drawn from the list of the US Office of
    /// Foreign Assets Control (OFAC).
    Ofac,
    /// CSV (RFC 4180) with a header row.
    Csv,
}

/// What whoever imports a file states of it. It stands where the file does not say it itself; the licence, which no format
/// has, always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The title.
    pub title: Option<String>,
    /// Who made the file.
    pub creator: Option<String>,
    /// Under which licence it may be used.
    pub licence: Option<String>,
    /// Where its rows were learnt.
    pub source: Option<String>,
    /// The currency of its rows.
    pub currency: Option<String>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagFile {
    /// Tags.
    Tags(TagPack),
    /// Actors.
    Actors(ActorPack),
}

impl TagFormat {
    /// The format by the ending of the file's name, and of YAML by whether it lists actors.
    pub fn guess(name: &str, bytes: &[u8]) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        match name.rsplit_once('.')?.1 {
            "csv" => Some(Self::Csv),
            "txt" => Some(Self::Ofac),
            "yaml" | "yml" => {
                let lists_actors =
                    bytes.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"actors:"));
                Some(if lists_actors { Self::ActorPack } else { Self::TagPack })
            }
            _ => None,
        }
    }
}

impl TagFile {
    /// Reads a file.
    ///
    /// # Errors
    /// For bytes that are not of the format, over a limit, or with a row that lacks what every row must say.
    pub fn parse(format: TagFormat, bytes: &[u8], stated: &Stated) -> Result<Self, TagError> {
        match format {
            TagFormat::TagPack => TagPack::parse_stated(bytes, stated).map(Self::Tags),
            TagFormat::ActorPack => ActorPack::parse(bytes, stated).map(Self::Actors),
            TagFormat::Ofac => TagPack::parse_list(bytes, stated).map(Self::Tags),
            TagFormat::Csv => TagPack::parse_csv(bytes, stated).map(Self::Tags),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_seen_by_the_name_and_actors_in_the_text() {
        let of = |name, bytes: &str| TagFormat::guess(name, bytes.as_bytes());
        assert_eq!(of("a.csv", ""), Some(TagFormat::Csv));
        assert_eq!(of("sanctioned_addresses_XBT.TXT", ""), Some(TagFormat::Ofac));
        assert_eq!(of("a.yaml", "title: T\ntags: []\n"), Some(TagFormat::TagPack));
        assert_eq!(of("a.yml", "title: T\nactors: []\n"), Some(TagFormat::ActorPack));
        assert_eq!((of("a.json", ""), of("a", "")), (None, None));
    }
}
