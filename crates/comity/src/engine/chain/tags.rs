//! `comity chain tags`: the tags that a ledger keeps.
//!
//! What is imported is foreign, and so is what was: it is read in this process, which holds no key, after it has given up
//! everything but the ledger's folder.

use std::path::Path;
use std::sync::Arc;

use comity_adapters::confine::Kept;
use comity_chain::Network;
use comity_chain::tags::{
    AnswersTo, Imported, Incoming, KeptFile, MAX_PACK_BYTES, Stated, TagFormat, TagReport, TagStore,
};
use comity_disk::RealDisk;
use comity_record::{Country, Sha256Digest};
use serde_json::{Value, json};

use super::stored::{confined, of_network, read, sound};
use super::{Part, Parts, TAGS_MEMORY_GIB, answers_of, bare_keys};
use crate::cli::{ImportTags, StoreOrTags, TagFormatName, TagsCommand};
use crate::folder::of_disk;
use crate::out::{Failure, Out, clean};
use crate::tasks::chain::{Ask, What, said_of};

/// Numbers of rows that are told to people one by one.
const TOLD: usize = 20;

pub fn run(out: &Out, command: TagsCommand) -> Result<(), Failure> {
    match command {
        TagsCommand::Import(words) => import(out, &words),
        TagsCommand::List { store } => list(out, &store),
        TagsCommand::Remove { digest, store } => remove(out, &digest, &store),
        TagsCommand::Conflicts { store } => conflicts(out, &store),
        TagsCommand::Show { of, network, addresses } => show(out, of, network, addresses),
        TagsCommand::AnswersTo { name, country, source, store, .. } => {
            answers_to(out, &name, country.zip(source), &store)
        }
    }
}

fn import(out: &Out, words: &ImportTags) -> Result<(), Failure> {
    let disk = Arc::new(RealDisk::open(&words.store).map_err(of_disk)?);
    let incoming = |path: &std::path::PathBuf| {
        Ok(Incoming {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            bytes: read(path, MAX_PACK_BYTES)?,
            format: words.format.map(TagFormat::from),
            stated: Stated {
                title: words.title.clone(),
                creator: words.creator.clone(),
                licence: words.licence.clone(),
                source: words.source.clone(),
                currency: words.currency.clone(),
            },
        })
    };
    let files = words.files.iter().map(incoming).collect::<Result<Vec<_>, Failure>>()?;
    confined(out, &Kept { write: &[&words.store], ..Kept::default() });
    let mut store = TagStore::open_to_write(disk).map_err(Failure::of)?;
    let imported = store.import(files).map_err(Failure::of)?;
    let answer = json!({ "network": store.network(), "files": imported });
    out.answer(&answer, |out| imported.iter().for_each(|file| tell(out, file)));
    Ok(())
}

fn tell(out: &Out, imported: &Imported) {
    let Imported { file, repeated, tags, conflicts } = imported;
    let (name, title) = (clean(&file.name), clean(&file.title));
    let (digest, rows) = (file.digest.to_string(), file.rows.to_string());
    let said = [("name", &*name), ("title", &title), ("digest", &digest), ("rows", &rows)];
    if *repeated {
        return out.say("comity-tags-imported-before", &said);
    }
    let Some(TagReport { taken, other_currency, no_address, repeated_rows, .. }) = tags else {
        return out.say("comity-tags-imported-actors", &said);
    };
    let (taken, other) = (taken.to_string(), other_currency.to_string());
    out.say("comity-tags-imported", &[&said[..], &[("taken", &taken), ("other", &other)]].concat());
    for (key, rows) in [("comity-tags-no-address", no_address), ("comity-tags-repeated-rows", repeated_rows)]
    {
        if !rows.is_empty() {
            let mut told: Vec<_> = rows.iter().take(TOLD).map(ToString::to_string).collect();
            told.extend((rows.len() > TOLD).then(|| "…".to_owned()));
            out.say(key, &[("count", &rows.len().to_string()), ("rows", &told.join(", "))]);
        }
    }
    if *conflicts > 0 {
        out.say("comity-tags-imported-conflicts", &[("count", &conflicts.to_string())]);
    }
}

fn list(out: &Out, folder: &Path) -> Result<(), Failure> {
    let store = opened(out, folder)?;
    let answer =
        json!({ "network": store.network(), "files": store.files(), "answers_to": store.answers_to() });
    out.answer(&answer, |out| {
        if store.files().is_empty() {
            out.say("comity-tags-nothing-kept", &[]);
        }
        for file in store.files() {
            kept(out, "comity-tags-kept", file);
        }
        for (name, state) in store.answers_to() {
            if let AnswersTo::State { country, source } = state {
                let said =
                    [("name", &*clean(name)), ("country", country.as_str()), ("source", &*clean(source))];
                out.say("comity-tags-answers-to", &said);
            }
        }
    });
    Ok(())
}

fn kept(out: &Out, key: &str, file: &KeptFile) {
    let text = |text: &Option<String>| text.as_deref().map_or_else(|| "-".to_owned(), clean);
    let format = serde_json::to_value(file.format).expect("a plain name");
    out.say(
        key,
        &[
            ("digest", &file.digest.to_string()),
            ("title", &clean(&file.title)),
            ("creator", &clean(&file.creator)),
            ("licence", &text(&file.stated.licence)),
            ("format", format.as_str().unwrap_or_default()),
            ("name", &clean(&file.name)),
            ("rows", &file.rows.to_string()),
        ],
    );
}

fn remove(out: &Out, digest: &Sha256Digest, folder: &Path) -> Result<(), Failure> {
    let mut store = opened_to_write(out, folder)?;
    let file = store.remove(digest).map_err(Failure::of)?;
    out.answer(&json!({ "removed": file }), |out| kept(out, "comity-tags-removed", &file));
    Ok(())
}

fn conflicts(out: &Out, folder: &Path) -> Result<(), Failure> {
    let store = opened(out, folder)?;
    let (tags, _) = store.tags_with(vec![]).map_err(Failure::of)?;
    let network = store.network();
    let answer = sound(|| json!({ "network": network, "conflicts": tags.conflicts() }))?;
    out.answer(&answer, |out| {
        if answer["conflicts"].as_array().is_none_or(Vec::is_empty) {
            out.say("comity-tags-no-conflicts", &[]);
        }
        for conflict in answer["conflicts"].as_array().into_iter().flatten() {
            rows(out, &conflict["address"], &conflict["rows"]);
        }
    });
    Ok(())
}

fn answers_to(out: &Out, name: &str, state: Option<(Country, String)>, folder: &Path) -> Result<(), Failure> {
    let mut store = opened_to_write(out, folder)?;
    store.enter_state(name, state).map_err(Failure::of)?;
    let entered = store.answers_to().get(name).cloned().unwrap_or_default();
    out.answer(&json!({ "name": name, "answers_to": entered }), |out| print_state(out, name, &entered));
    Ok(())
}

fn print_state(out: &Out, name: &str, state: &AnswersTo) {
    let name = clean(name);
    match state {
        AnswersTo::State { country, source } => {
            let said = [("name", &*name), ("country", country.as_str()), ("source", &*clean(source))];
            out.say("comity-tags-answers-to", &said);
        }
        AnswersTo::Unknown => out.say("comity-tags-answers-to-unknown", &[("name", &name)]),
    }
}

fn show(out: &Out, of: StoreOrTags, network: Option<String>, addresses: Vec<String>) -> Result<(), Failure> {
    let answer = if let Some(folder) = of.store {
        let store = opened(out, &folder)?;
        of_network(network.as_deref(), store.network())?;
        let (mut tags, names) = store.tags_with(vec![]).map_err(Failure::of)?;
        store.add_actors(&mut tags).map_err(Failure::of)?;
        sound(|| said_of(store.network(), &tags, &names, &addresses))?.map_err(Failure::of)?
    } else {
        let network = network.unwrap_or_else(|| Network::Mainnet.to_string());
        let mut parts = Parts::default();
        parts.add_all(Part::Tags, &of.tags)?;
        let ask = Ask { network, key: None, at: None, first_height: None, what: What::Tags(addresses) };
        answers_of(out, &ask, parts, TAGS_MEMORY_GIB)?.swap_remove(0)
    };
    out.answer(&answer, |out| {
        for said in answer["addresses"].as_array().into_iter().flatten() {
            rows(out, &said["address"], &said["rows"]);
            for actor in said["actors"].as_array().into_iter().flatten() {
                print_actor(out, actor);
            }
        }
        bare_keys(out, &answer);
    });
    Ok(())
}

/// What is said of an address, and that nothing is.
pub fn rows(out: &Out, address: &Value, rows: &Value) {
    let address = clean(address.as_str().unwrap_or_default());
    let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
    if rows.is_empty() {
        out.say("comity-tags-none", &[("address", &address)]);
    }
    for row in rows {
        let text = |name: &str| clean(row[name].as_str().unwrap_or("-"));
        out.say(
            "comity-tags-row",
            &[
                ("address", &address),
                ("label", &text("label")),
                ("category", &text("category")),
                ("abuse", &text("abuse")),
                ("confidence", &text("confidence")),
                ("source", &text("source")),
                ("date", &text("lastmod")),
                ("pack", &text("pack")),
                ("creator", &text("pack_creator")),
                ("licence", &text("pack_licence")),
                ("row", &row["row"].to_string()),
                ("digest", &text("pack_digest")),
            ],
        );
        let state = &row["answers_to"];
        if let (Some(country), Some(source)) = (state["country"].as_str(), state["source"].as_str()) {
            let name = row["actor"].as_str().or(row["label"].as_str()).unwrap_or_default();
            let said = [("name", &*clean(name)), ("country", &*clean(country)), ("source", &*clean(source))];
            out.say("comity-tags-answers-to", &said);
        }
    }
}

fn print_actor(out: &Out, actor: &Value) {
    let text = |name: &str| clean(actor[name].as_str().unwrap_or("-"));
    let list = |name: &str| {
        let items: Vec<_> = actor[name].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if items.is_empty() { "-".to_owned() } else { clean(&items.join(", ")) }
    };
    out.say(
        "comity-tags-actor",
        &[
            ("name", &text("id")),
            ("label", &text("label")),
            ("uri", &text("uri")),
            ("categories", &list("categories")),
            ("jurisdictions", &list("jurisdictions")),
            ("pack", &text("pack")),
            ("row", &actor["row"].to_string()),
            ("digest", &text("pack_digest")),
        ],
    );
}

/// The tags of a ledger, in a process that can read nothing else.
fn opened(out: &Out, folder: &Path) -> Result<TagStore, Failure> {
    let disk = Arc::new(RealDisk::open(folder).map_err(of_disk)?);
    confined(out, &Kept { read: &[folder], ..Kept::default() });
    TagStore::open(disk).map_err(Failure::of)
}

/// The tags of a ledger, to change them, in a process that can write nowhere else.
fn opened_to_write(out: &Out, folder: &Path) -> Result<TagStore, Failure> {
    let disk = Arc::new(RealDisk::open(folder).map_err(of_disk)?);
    confined(out, &Kept { write: &[folder], ..Kept::default() });
    TagStore::open_to_write(disk).map_err(Failure::of)
}

impl From<TagFormatName> for TagFormat {
    fn from(name: TagFormatName) -> Self {
        match name {
            TagFormatName::Tagpack => Self::TagPack,
            TagFormatName::Actorpack => Self::ActorPack,
            TagFormatName::Ofac => Self::Ofac,
            TagFormatName::Csv => Self::Csv,
        }
    }
}
