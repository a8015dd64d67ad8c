//! Reads an actor pack: what is known of the holders that tags name.

use std::collections::BTreeMap;

use comity_record::Sha256Digest;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::pack::{bounded, header, read_yaml};
use super::{MAX_TEXT, Stated, TagError};

/// Actors of one file; the largest public one has some 5,000.
pub const MAX_ACTORS: usize = 100_000;

/// An actor pack as its file says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorPack {
    /// The title.
    pub title: String,
    /// Who made it.
    pub creator: String,
    /// What it holds.
    pub description: Option<String>,
    /// SHA-256 of the file.
    pub digest: Sha256Digest,
    /// The actors.
    pub actors: Vec<Actor>,
}

/// What one row of an actor pack says of one actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The short name by which tags name it.
    pub id: String,
    /// Other short names of it.
    pub aliases: Vec<String>,
    /// What the pack calls it.
    pub label: String,
    /// Its own web address.
    pub uri: Option<String>,
    /// What kinds of holder it is.
    pub categories: Vec<String>,
    /// Where the pack says that it is at home, as the pack writes it. That is not the state that it answers to
    /// ([`AnswersTo`](super::AnswersTo)), which somebody has to enter.
    pub jurisdictions: Vec<String>,
    /// More, as JSON or in the publisher's own form.
    pub context: Option<String>,
    /// When the row was last changed, as the pack writes it.
    pub lastmod: Option<String>,
    /// The title of the pack.
    pub pack: String,
    /// Who made the pack.
    pub pack_creator: String,
    /// Under which licence the pack may be used, as whoever imported it says.
    pub pack_licence: Option<String>,
    /// SHA-256 of the pack's file.
    pub pack_digest: Sha256Digest,
    /// The row in the pack, counted from 1.
    pub row: u32,
}

impl Actor {
    pub(super) fn place(&self) -> (&str, &Sha256Digest, u32) {
        (&self.pack, &self.pack_digest, self.row)
    }
}

#[derive(Deserialize)]
struct File {
    title: Option<String>,
    creator: Option<String>,
    description: Option<String>,
    lastmod: Option<String>,
    actors: Vec<Fields>,
}

#[derive(Deserialize)]
struct Fields {
    id: Option<String>,
    #[serde(default)]
    aliases: Option<Vec<String>>,
    label: Option<String>,
    uri: Option<String>,
    categories: Option<Vec<String>>,
    jurisdictions: Option<Vec<String>>,
    context: Option<Context>,
    lastmod: Option<String>,
}

/// The context of an actor: older packs write JSON in a text, newer ones the same as YAML.
#[derive(Deserialize)]
#[serde(untagged)]
enum Context {
    Text(String),
    Map(BTreeMap<String, Value>),
}

impl ActorPack {
    /// Reads a pack in the GraphSense format.
    ///
    /// # Errors
    /// For bytes that are no actor pack, over a limit, or with an actor that lacks its id or label.
    pub fn parse(bytes: &[u8], stated: &Stated) -> Result<Self, TagError> {
        let file: File = read_yaml(bytes)?;
        if file.actors.len() > MAX_ACTORS {
            return Err(TagError::TooManyActors);
        }
        let named = |field, own: &Option<String>, stated: &Option<String>| {
            bounded(0, field, own.as_ref(), stated.as_ref())?.ok_or(TagError::Missing { row: 0, field })
        };
        let mut pack = Self {
            title: named("title", &file.title, &stated.title)?,
            creator: named("creator", &file.creator, &stated.creator)?,
            description: header("description", file.description.as_ref())?,
            digest: Sha256Digest::of(bytes),
            actors: Vec::with_capacity(file.actors.len()),
        };
        let licence = header("licence", stated.licence.as_ref())?;
        for (index, actor) in file.actors.into_iter().enumerate() {
            let actor = pack.actor(index + 1, actor, file.lastmod.as_ref(), licence.clone())?;
            pack.actors.push(actor);
        }
        Ok(pack)
    }

    fn actor(
        &self,
        row: usize,
        fields: Fields,
        lastmod: Option<&String>,
        licence: Option<String>,
    ) -> Result<Actor, TagError> {
        let text = |field, text: Option<String>| bounded(row, field, text.as_ref(), None);
        let needed = |field, own| text(field, own)?.ok_or(TagError::Missing { row, field });
        let list = |field, list: Option<Vec<String>>| {
            let list = list.unwrap_or_default();
            let length: usize = list.iter().map(String::len).sum();
            if length > MAX_TEXT { Err(TagError::TextTooLong { row, field }) } else { Ok(list) }
        };
        let context = fields.context.map(|context| match context {
            Context::Text(text) => text,
            Context::Map(map) => serde_json::to_string(&map).expect("its keys are texts"),
        });
        Ok(Actor {
            id: needed("id", fields.id)?,
            aliases: list("aliases", fields.aliases)?,
            label: needed("label", fields.label)?,
            uri: text("uri", fields.uri)?,
            categories: list("categories", fields.categories)?,
            jurisdictions: list("jurisdictions", fields.jurisdictions)?,
            context: text("context", context)?,
            lastmod: bounded(row, "lastmod", fields.lastmod.as_ref(), lastmod)?,
            pack: self.title.clone(),
            pack_creator: self.creator.clone(),
            pack_licence: licence,
            pack_digest: self.digest,
            row: u32::try_from(row).map_err(|_| TagError::TooManyActors)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use comity_record::Coded as _;
    use proptest::prelude::*;

    use super::*;
    use crate::tags::MAX_PACK_BYTES;

    fn read(text: &str) -> Result<ActorPack, TagError> {
        ActorPack::parse(text.as_bytes(), &Stated::default())
    }

    fn code(text: &str) -> &'static str {
        read(text).unwrap_err().code()
    }

    #[test]
    fn an_actor_has_what_its_row_says_and_the_provenance_of_the_pack() {
        let pack = ActorPack::parse(
            b"title: T\ncreator: C\nlastmod: '2023-02-17'\nactors:\n\
              - id: one\n  label: One Exchange\n  uri: one.example\n  jurisdictions: [MT, US]\n  categories: [exchange]\n\
             \x20 aliases: [uno]\n  context:\n    twitter_handle: one\n    active: false\n    refs:\n    - example.com/one\n\
              - id: '01'\n  label: '01'\n  context: '{\"legal_name\": \"Zero One\"}'\n  jurisdictions: []\n",
            &Stated { licence: Some("MIT".into()), ..Stated::default() },
        )
        .unwrap();
        let [one, other] = &pack.actors[..] else { panic!("{:?}", pack.actors) };
        assert_eq!((one.id.as_str(), one.aliases.as_slice()), ("one", &["uno".to_owned()][..]));
        assert_eq!(one.jurisdictions, ["MT", "US"]);
        assert_eq!(
            one.context.as_deref(),
            Some(r#"{"active":false,"refs":["example.com/one"],"twitter_handle":"one"}"#)
        );
        assert_eq!(one.lastmod.as_deref(), Some("2023-02-17"));
        assert_eq!((one.pack.as_str(), one.pack_licence.as_deref(), one.row), ("T", Some("MIT"), 1));
        assert_eq!((other.id.as_str(), other.uri.as_deref(), other.row), ("01", None, 2));
        assert_eq!(other.context.as_deref(), Some(r#"{"legal_name": "Zero One"}"#));
    }

    #[test]
    fn what_is_no_actor_pack_is_refused() {
        assert_eq!(code("title: T\ncreator: C\ntags: []\n"), "chain-tags-malformed");
        assert_eq!(code("title: T\nactors: []\n"), "chain-tags-missing");
        let error = read("title: T\ncreator: C\nactors:\n- {id: a}\n").unwrap_err();
        assert!(matches!(error, TagError::Missing { row: 1, field: "label" }));
    }

    #[test]
    fn actors_texts_and_bytes_are_bounded() {
        let many = |count: usize| {
            format!("title: T\ncreator: C\nactors:\n{}", "- {id: a, label: b}\n".repeat(count))
        };
        assert_eq!(read(&many(MAX_ACTORS)).unwrap().actors.len(), MAX_ACTORS);
        assert_eq!(code(&many(MAX_ACTORS + 1)), "chain-tags-too-many-actors");
        for field in ["label: b, uri: ", "label: b, categories: [", "label: ", "label: b, context: {a: "] {
            let close = if field.ends_with('[') {
                "]"
            } else if field.contains('{') {
                "}"
            } else {
                ""
            };
            // A context has its braces, quotes, colon and key as well.
            let around = if field.contains('{') { r#"{"a":""}"#.len() } else { 0 };
            let long = |length: usize| {
                let text = "x".repeat(length - around);
                format!("title: T\ncreator: C\nactors:\n- {{id: a, {field}{text}{close}}}\n")
            };
            assert!(read(&long(MAX_TEXT)).is_ok(), "{field}");
            assert_eq!(code(&long(MAX_TEXT + 1)), "chain-tags-text-too-long", "{field}");
        }
        let spaces =
            |count: usize| ActorPack::parse(&vec![b' '; count], &Stated::default()).unwrap_err().code();
        assert_eq!(spaces(MAX_PACK_BYTES), "chain-tags-malformed");
        assert_eq!(spaces(MAX_PACK_BYTES + 1), "chain-tags-too-large");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "title: T\ncreator: C\nactors:\n[a-z: \\-\\[\\]{}&*#!|>'\"\n]{0,200}") {
            let _ = read(&text);
        }
    }
}
