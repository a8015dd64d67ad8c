//! Reads a TagPack file.

use comity_record::{Country, Sha256Digest};
use serde::{Deserialize, Serialize};

use super::row::means_service;
use super::{AnswersTo, Stated, TagError, TagRow};

/// Bytes of one file; the largest public one has two million.
pub const MAX_PACK_BYTES: usize = 32 << 20;
/// Tags of one file; the largest public one has 24,000.
pub const MAX_TAGS: usize = 500_000;
/// Bytes of one text of a tag: sources are web addresses, contexts are short JSON.
pub const MAX_TEXT: usize = 8192;

/// Levels of a pack: the header, the list, a tag, a list in it, and room for unknown fields.
const MAX_DEPTH: usize = 16;
/// Anchors and aliases are used by hand-written packs to repeat a source, never in great number.
const MAX_ALIASES: usize = 1000;
/// Events that aliases may stand for in all, so that a few lines cannot unfold without end.
const MAX_REPLAYED: usize = 100_000;

/// A pack as its file says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagPack {
    /// The title.
    pub title: String,
    /// Who made it.
    pub creator: String,
    /// What it holds.
    pub description: Option<String>,
    /// Where it is published.
    pub uri: Option<String>,
    /// Under which licence it may be used, as whoever imported it says.
    pub licence: Option<String>,
    /// SHA-256 of the file.
    pub digest: Sha256Digest,
    /// The tags, each with what it has from the header.
    pub rows: Vec<TagRow>,
    /// The numbers of rows that are about a transaction and no address.
    pub without_address: Vec<u32>,
}

#[derive(Deserialize)]
struct File {
    title: Option<String>,
    creator: Option<String>,
    description: Option<String>,
    uri: Option<String>,
    #[serde(flatten)]
    inherited: Fields,
    tags: Vec<Fields>,
}

/// What a tag may say, or its header for it. Fields that this program does not know are passed over, as the format's
/// own reader does.
#[derive(Default, Deserialize)]
pub(super) struct Fields {
    pub(super) address: Option<String>,
    pub(super) tx_hash: Option<String>,
    pub(super) currency: Option<String>,
    pub(super) network: Option<String>,
    pub(super) label: Option<String>,
    pub(super) actor: Option<String>,
    pub(super) category: Option<String>,
    pub(super) concepts: Option<Vec<String>>,
    pub(super) abuse: Option<String>,
    pub(super) tag_type: Option<String>,
    pub(super) confidence: Option<String>,
    pub(super) source: Option<String>,
    pub(super) lastmod: Option<String>,
    pub(super) context: Option<String>,
    pub(super) is_cluster_definer: Option<bool>,
    /// An extension of this program: `unknown`, or an ISO 3166-1 code.
    pub(super) answers_to: Option<String>,
    pub(super) answers_to_source: Option<String>,
}

impl TagPack {
    /// Reads a pack in the GraphSense format.
    ///
    /// # Errors
    /// For bytes that are no pack, over a limit, or with a row that lacks what every tag must say.
    pub fn parse(bytes: &[u8]) -> Result<Self, TagError> {
        Self::parse_stated(bytes, &Stated::default())
    }

    pub(super) fn parse_stated(bytes: &[u8], stated: &Stated) -> Result<Self, TagError> {
        let mut file: File = read_yaml(bytes)?;
        if file.tags.len() > MAX_TAGS {
            return Err(TagError::TooMany);
        }
        let inherited = &mut file.inherited;
        inherited.source = inherited.source.take().or_else(|| stated.source.clone());
        inherited.currency = inherited.currency.take().or_else(|| stated.currency.clone());
        let mut pack = Self::headed(bytes, file.title.as_ref(), file.creator.as_ref(), stated)?;
        pack.description = header("description", file.description.as_ref())?;
        pack.uri = header("uri", file.uri.as_ref())?;
        pack.rows.reserve(file.tags.len());
        for (index, tag) in file.tags.iter().enumerate() {
            pack.push(index + 1, tag, &file.inherited)?;
        }
        Ok(pack)
    }

    /// A pack without a row yet, of which the file says so much itself.
    pub(super) fn headed(
        bytes: &[u8],
        title: Option<&String>,
        creator: Option<&String>,
        stated: &Stated,
    ) -> Result<Self, TagError> {
        let needed = |field, own, stated: &Option<String>| {
            bounded(0, field, own, stated.as_ref())?.ok_or(TagError::Missing { row: 0, field })
        };
        Ok(Self {
            title: needed("title", title, &stated.title)?,
            creator: needed("creator", creator, &stated.creator)?,
            description: None,
            uri: None,
            licence: header("licence", stated.licence.as_ref())?,
            digest: Sha256Digest::of(bytes),
            rows: Vec::new(),
            without_address: Vec::new(),
        })
    }

    /// Adds a row with what it has from the header.
    pub(super) fn push(&mut self, row: usize, tag: &Fields, header: &Fields) -> Result<(), TagError> {
        let number = u32::try_from(row).map_err(|_| TagError::TooMany)?;
        let text = |field, own: &Option<String>, inherited: &Option<String>| {
            bounded(row, field, own.as_ref(), inherited.as_ref())
        };
        let needed =
            |field, own, inherited| text(field, own, inherited)?.ok_or(TagError::Missing { row, field });
        if tag.address.is_none() && tag.tx_hash.is_some() {
            self.without_address.push(number);
            return Ok(());
        }
        let state = text("answers_to", &tag.answers_to, &header.answers_to)?;
        let state_source = text("answers_to_source", &tag.answers_to_source, &header.answers_to_source)?;
        let answers_to = match (state.as_deref(), state_source) {
            (None | Some("unknown"), _) => AnswersTo::Unknown,
            (Some(code), Some(source)) => {
                let country: Country = code.parse().map_err(|_| TagError::AnswersTo { row })?;
                AnswersTo::State { country, source }
            }
            (Some(_), None) => return Err(TagError::AnswersTo { row }),
        };
        let concepts = tag.concepts.as_ref().or(header.concepts.as_ref()).cloned().unwrap_or_default();
        if concepts.iter().map(String::len).sum::<usize>() > MAX_TEXT {
            return Err(TagError::TextTooLong { row, field: "concepts" });
        }
        let service = || concepts.iter().find(|concept| means_service(concept));
        let category = text("category", &tag.category, &header.category)?
            .or_else(|| service().or(concepts.first()).cloned());
        let row = TagRow {
            address: needed("address", &tag.address, &None)?,
            currency: needed("currency", &tag.currency, &header.currency)?,
            network: text("network", &tag.network, &header.network)?,
            label: needed("label", &tag.label, &header.label)?,
            label_of_pack: tag.label.is_none(),
            actor: text("actor", &tag.actor, &header.actor)?,
            category,
            concepts,
            abuse: text("abuse", &tag.abuse, &header.abuse)?,
            tag_type: text("tag_type", &tag.tag_type, &header.tag_type)?,
            confidence: text("confidence", &tag.confidence, &header.confidence)?,
            source: text("source", &tag.source, &header.source)?,
            lastmod: text("lastmod", &tag.lastmod, &header.lastmod)?,
            context: text("context", &tag.context, &header.context)?,
            is_cluster_definer: tag.is_cluster_definer.or(header.is_cluster_definer).unwrap_or(false),
            answers_to,
            pack: self.title.clone(),
            pack_creator: self.creator.clone(),
            pack_uri: self.uri.clone(),
            pack_licence: self.licence.clone(),
            pack_digest: self.digest,
            row: number,
        };
        self.rows.push(row);
        Ok(())
    }
}

/// A text of the header, if it is not too long.
pub(super) fn header(field: &'static str, text: Option<&String>) -> Result<Option<String>, TagError> {
    bounded(0, field, text, None)
}

/// The tag's own text, else the header's, if it is not too long.
pub(super) fn bounded(
    row: usize,
    field: &'static str,
    own: Option<&String>,
    inherited: Option<&String>,
) -> Result<Option<String>, TagError> {
    let text = own.or(inherited);
    if text.is_some_and(|text| text.len() > MAX_TEXT) {
        return Err(TagError::TextTooLong { row, field });
    }
    Ok(text.cloned())
}

/// Reads YAML within the limits of all packs.
pub(super) fn read_yaml<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, TagError> {
    if bytes.len() > MAX_PACK_BYTES {
        return Err(TagError::TooLarge(bytes.len()));
    }
    serde_saphyr::from_slice_with_options(bytes, options())
        .map_err(|error| TagError::Malformed(error.without_snippet().to_string()))
}

fn options() -> serde_saphyr::Options {
    let mut budget = serde_saphyr::Budget::default();
    budget.max_reader_input_bytes = Some(MAX_PACK_BYTES);
    budget.max_depth = MAX_DEPTH;
    budget.max_aliases = MAX_ALIASES;
    budget.max_anchors = MAX_ALIASES;
    budget.max_documents = 1;
    // A tag has some dozen fields, each a key and a value.
    budget.max_nodes = MAX_TAGS * 40;
    budget.max_events = MAX_TAGS * 50;
    budget.max_total_scalar_bytes = MAX_PACK_BYTES;
    let mut options = serde_saphyr::Options::default();
    options.budget = Some(budget);
    options.alias_limits.max_total_replayed_events = MAX_REPLAYED;
    options.strict_booleans = true;
    options.with_snippet = false;
    options
}

#[cfg(test)]
mod tests {
    use comity_record::Coded as _;
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> &'static str {
        TagPack::parse(text.as_bytes()).unwrap_err().code()
    }

    #[test]
    fn a_row_has_from_the_header_what_it_does_not_say_itself() {
        let pack = TagPack::parse(
            b"title: T\ncreator: C\nuri: U\ncurrency: BTC\nlabel: from header\nconfidence: forensic\nlastmod: 2021-11-14\n\
              tags:\n- address: a1\n- address: a2\n  label: 7ev3n\n  currency: ETH\n  is_cluster_definer: true\n  unknown_field: [1, 2]\n",
        )
        .unwrap();
        assert_eq!((pack.rows[0].label.as_str(), pack.rows[0].row), ("from header", 1));
        assert_eq!(pack.rows[0].lastmod.as_deref(), Some("2021-11-14"));
        assert_eq!((pack.rows[1].label.as_str(), pack.rows[1].currency.as_str()), ("7ev3n", "ETH"));
        assert_eq!(pack.rows[1].confidence.as_deref(), Some("forensic"));
        assert!(!pack.rows[0].is_cluster_definer && pack.rows[1].is_cluster_definer);
        assert_eq!(pack.rows[1].pack_uri.as_deref(), Some("U"));
        assert_eq!(pack.rows[1].pack_digest, pack.digest);
    }

    #[test]
    fn a_label_of_the_whole_pack_names_a_holder_only_where_the_pack_says_that_it_is_about_actors() {
        let holder = |header: &str, row: &str| {
            let text = format!("title: T\ncreator: C\ncurrency: BTC\n{header}tags:\n- {{address: a{row}}}\n");
            TagPack::parse(text.as_bytes()).unwrap().rows[0].holder().map(str::to_owned)
        };
        assert_eq!(holder("label: Listed\ncategory: user\n", ""), None);
        assert_eq!(holder("label: Listed\n", ", label: Eve"), Some("Eve".into()));
        assert_eq!(holder("label: Listed\n", ", actor: eve"), Some("eve".into()));
        assert_eq!(holder("label: Hydra\nactor: hydra\n", ""), Some("hydra".into()));
        assert_eq!(holder("label: Hydra\ntag_type: actor\n", ""), Some("Hydra".into()));
        assert_eq!(holder("label: Hydra\ntag_type: event\nactor: hydra\n", ""), None);
    }

    #[test]
    fn the_state_that_a_service_answers_to_needs_a_source() {
        let with = |more: &str| {
            format!("title: T\ncreator: C\ncurrency: BTC\nlabel: L\n{more}tags:\n- address: a\n")
        };
        let of = |more: &str| TagPack::parse(with(more).as_bytes()).unwrap().rows[0].answers_to.clone();
        assert_eq!(of(""), AnswersTo::Unknown);
        assert_eq!(of("answers_to: unknown\n"), AnswersTo::Unknown);
        let state = AnswersTo::State { country: "UZ".parse().unwrap(), source: "its terms".into() };
        assert_eq!(of("answers_to: UZ\nanswers_to_source: its terms\n"), state);
        assert_eq!(code(&with("answers_to: UZ\n")), "chain-tags-answers-to");
        assert_eq!(code(&with("answers_to: nowhere\nanswers_to_source: s\n")), "chain-tags-answers-to");
    }

    #[test]
    fn what_every_tag_must_say_is_asked_for_by_row_and_field() {
        assert_eq!(code("creator: C\ntags: []\n"), "chain-tags-missing");
        let error =
            TagPack::parse(b"title: T\ncreator: C\ntags:\n- {address: a, currency: BTC}\n").unwrap_err();
        assert!(matches!(error, TagError::Missing { row: 1, field: "label" }));
        for not_a_pack in
            ["", "[]", "title: T", "tags: 1", "title: [", "\u{0}", "title: T\ncreator: C\ntags: {a: b}\n"]
        {
            assert_eq!(code(not_a_pack), "chain-tags-malformed", "{not_a_pack:?}");
        }
    }

    #[test]
    fn concepts_stand_for_a_category_and_a_row_about_a_transaction_is_left_out() {
        let pack = TagPack::parse(
            b"title: T\ncreator: C\ncurrency: USDT\nlabel: L\nconcepts: [organization, exchange]\ntag_type: actor\ntags:\n\
              - address: a1\n  network: BTC\n- tx_hash: 00ff\n- address: a3\n  concepts: [user]\n  tag_type: mention\n\
              - address: a4\n  category: shop\n",
        )
        .unwrap();
        let [first, third, fourth] = &pack.rows[..] else { panic!("{:?}", pack.rows) };
        assert_eq!((&pack.without_address[..], third.row), (&[2][..], 3));
        // The one that means a service, so that a trace stops there.
        assert_eq!(first.category.as_deref(), Some("exchange"));
        assert_eq!(first.concepts, ["organization", "exchange"]);
        assert!(first.is_of_currency() && first.holder() == Some("L"));
        assert_eq!((third.category.as_deref(), third.holder()), (Some("user"), None));
        assert!(!third.is_of_currency(), "a token elsewhere");
        assert_eq!(fourth.category.as_deref(), Some("shop"));
        let long = format!(
            "title: T\ncreator: C\ncurrency: BTC\nlabel: L\ntags:\n- {{address: a, concepts: [{}]}}\n",
            "x".repeat(MAX_TEXT)
        );
        assert!(TagPack::parse(long.as_bytes()).is_ok());
        assert_eq!(code(&long.replace("[x", "[xx")), "chain-tags-text-too-long");
    }

    #[test]
    fn aliases_repeat_a_text_but_cannot_unfold_without_end() {
        let good = "title: T\ncreator: C\ncurrency: BTC\nlabel: L\ntags:\n- {address: a, source: &s here}\n- {address: b, source: *s}\n";
        assert_eq!(TagPack::parse(good.as_bytes()).unwrap().rows[1].source.as_deref(), Some("here"));
        let mut bomb = "title: T\ncreator: C\na0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned();
        for i in 1..12 {
            let of = format!("*a{}", i - 1);
            bomb = format!("{bomb}a{i}: &a{i} [{}]\n", vec![of; 9].join(","));
        }
        bomb += "tags: []\n";
        assert_eq!(code(&bomb), "chain-tags-malformed");
    }

    #[test]
    fn depth_and_texts_are_bounded() {
        let nested = |levels: usize| {
            format!("title: T\ncreator: C\nmore: {}{}\ntags: []\n", "[".repeat(levels), "]".repeat(levels))
        };
        assert!(TagPack::parse(nested(MAX_DEPTH - 1).as_bytes()).is_ok());
        assert_eq!(code(&nested(MAX_DEPTH)), "chain-tags-malformed");
        let long = |length: usize| {
            format!(
                "title: T\ncreator: C\ncurrency: BTC\ntags:\n- {{address: a, label: {}}}\n",
                "x".repeat(length)
            )
        };
        assert!(TagPack::parse(long(MAX_TEXT).as_bytes()).is_ok());
        assert_eq!(code(&long(MAX_TEXT + 1)), "chain-tags-text-too-long");
        assert!(matches!(TagPack::parse(&vec![b' '; MAX_PACK_BYTES + 1]), Err(TagError::TooLarge(_))));
        assert_eq!(TagPack::parse(&vec![b' '; MAX_PACK_BYTES]).unwrap_err().code(), "chain-tags-malformed");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[a-z: \\-\\[\\]{}&*#!|>'\"\n]{0,200}") {
            let _ = TagPack::parse(text.as_bytes());
        }
    }
}
