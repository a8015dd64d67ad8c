//! What the packs in force say, read once: law, forms, words and layouts.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use comity_document::Template;
use comity_law::{Day, Law};
use comity_messages::Catalogues;
use comity_record::Sha256Digest;
use comity_record::pack::Pack;
use comity_request::{Forms, Glossary, Practice};

use crate::body::Role;
use crate::comparison::Comparison;
use crate::error::CaseworkError;
use crate::publisher::PackRefusal;
use crate::refusal::Refusal;
use crate::request::{FORMS, GLOSSARY, LAW, PRACTICE, RequestError};
use crate::rights::{POLICIES, Packs};
use crate::state::Office;

/// The name of the pack with an office's own layouts of printed documents, laid over those that the program carries.
pub const DOCUMENTS: &str = "documents";
/// The name of the pack with an office's own words, laid over those that the program carries.
pub const LOCALES: &str = "locales";

/// The file that all layouts of a pack share.
const BASE: &str = "base.typ";

/// What was read so far, by the digest of its pack. Reading law and forms takes as long as a page may take.
#[derive(Default)]
pub(crate) struct Library(Mutex<Shelves>);

#[derive(Default)]
struct Shelves {
    law: BTreeMap<Sha256Digest, Arc<Law>>,
    /// By the pack of forms and the pack of law that says what measures and contents there are.
    forms: BTreeMap<(Sha256Digest, Sha256Digest), Arc<Forms>>,
    glossary: BTreeMap<Sha256Digest, Arc<Glossary>>,
    practice: BTreeMap<Sha256Digest, Arc<Practice>>,
    /// By the pack of words; under none the words that the program carries.
    words: BTreeMap<Option<Sha256Digest>, Arc<Catalogues>>,
    /// What packs change, by the older one, the newer one, and the day.
    comparisons: BTreeMap<Compared, Arc<Comparison>>,
}

/// Two packs that are compared, and the day for which.
pub(crate) type Compared = (Option<Sha256Digest>, Sha256Digest, Day);

/// Comparisons that are kept. A page asks for those of the proposals that wait, again and again, and for few others.
const MAX_COMPARISONS: usize = 16;

impl Library {
    /// What two packs were found to change, or what is found now.
    pub(crate) fn comparison(
        &self,
        of: Compared,
        find: impl FnOnce() -> Result<Comparison, CaseworkError>,
    ) -> Result<Arc<Comparison>, CaseworkError> {
        let shelves = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = shelves().comparisons.get(&of).cloned() {
            return Ok(known);
        }
        let found = Arc::new(find()?);
        let mut shelves = shelves();
        if shelves.comparisons.len() >= MAX_COMPARISONS {
            shelves.comparisons.clear();
        }
        shelves.comparisons.insert(of, Arc::clone(&found));
        Ok(found)
    }
}

impl Packs {
    /// The facts about states and treaties that are in force in an office.
    ///
    /// # Errors
    /// Fails when none are in force, or when they are not here.
    pub fn law(&self, office: &Office) -> Result<Arc<Law>, CaseworkError> {
        self.read_law(self.required(office, LAW)?)
    }

    /// The request forms that are in force in an office.
    ///
    /// # Errors
    /// Fails when none are in force, when they are not here, or when they do not fit the law in force.
    pub fn forms(&self, office: &Office) -> Result<Arc<Forms>, CaseworkError> {
        let law = self.law(office)?;
        self.read_forms(self.required(office, FORMS)?, &law)
    }

    /// How an office works, as it said itself; none where it has said nothing.
    ///
    /// # Errors
    /// Fails when what it said is not here or cannot be read.
    pub fn practice(&self, office: &Office) -> Result<Option<Arc<Practice>>, CaseworkError> {
        let Some(pack) = self.in_force(office, PRACTICE)? else { return Ok(None) };
        self.once(|shelves| &mut shelves.practice, pack.digest(), || Ok(practice_of(&pack)?)).map(Some)
    }

    /// The terms that are proposed to whoever translates: those in force in an office, or else those at hand.
    ///
    /// # Errors
    /// Fails when they cannot be read.
    pub fn glossary(&self, office: &Office) -> Result<Arc<Glossary>, CaseworkError> {
        let at_hand = || self.iter().filter(|pack| pack.manifest().name.as_str() == GLOSSARY).last();
        let Some(pack) = self.in_force(office, GLOSSARY)?.or_else(at_hand) else { return Ok(Arc::default()) };
        let read = || Ok(Glossary::from_pack(&pack).map_err(RequestError::from)?);
        self.once(|shelves| &mut shelves.glossary, pack.digest(), read)
    }

    /// The words of an office: those that the program carries, and its own over them.
    ///
    /// # Errors
    /// Fails when the office's own are in force and cannot be read.
    pub fn words(&self, office: &Office) -> Result<Arc<Catalogues>, CaseworkError> {
        let own = self.in_force(office, LOCALES)?;
        let digest = own.as_ref().map(|pack| pack.digest());
        let read = || match own {
            Some(pack) => Ok(words_of(&pack)?),
            None => Ok(Catalogues::embedded()),
        };
        self.once(|shelves| &mut shelves.words, digest, read)
    }

    /// A layout of an office: its own, or the one that the program carries.
    ///
    /// # Errors
    /// Fails when the office's own is in force and cannot be used.
    pub fn layout(&self, office: &Office, name: &str) -> Result<Template, CaseworkError> {
        let carried = Template::all().into_iter().find(|layout| layout.name() == name);
        let carried = carried.ok_or(RequestError::NothingToPrint("layout"))?;
        match self.in_force(office, DOCUMENTS)? {
            Some(pack) => Ok(layout_of(&pack, name)?.unwrap_or(carried)),
            None => Ok(carried),
        }
    }

    /// Reads a pack as whoever works with it will, beside the packs in force in an office; without an office, beside
    /// those at hand.
    ///
    /// # Errors
    /// Says what is wrong with it, or what would not fit it any more.
    pub fn try_out(&self, office: Option<&Office>, pack: &Pack) -> Result<(), CaseworkError> {
        of_its_name(pack)?;
        let other = |name: &str| match office {
            Some(office) => self.in_force(office, name),
            None => Ok::<_, CaseworkError>(
                self.iter().filter(|pack| pack.manifest().name.as_str() == name).last(),
            ),
        };
        match pack.manifest().schema.as_str() {
            "policies" => Packs::new([pack.clone()]).map(drop)?,
            "law" => {
                let law = Law::from_pack(pack).map_err(RequestError::from)?;
                if let Some(forms) = other(FORMS)? {
                    Forms::from_pack(&forms, &law).map_err(RequestError::from)?;
                }
            }
            "request-form" => {
                let law = other(LAW)?.ok_or(RequestError::NoPack(LAW))?;
                let law = Law::from_pack(&law).map_err(RequestError::from)?;
                Forms::from_pack(pack, &law).map_err(RequestError::from)?;
            }
            "practice" => drop(practice_of(pack)?),
            "glossary" => drop(Glossary::from_pack(pack).map_err(RequestError::from)?),
            "messages" => drop(words_of(pack)?),
            "layouts" => {
                for layout in Template::all() {
                    layout_of(pack, layout.name())?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn read_law(&self, digest: Sha256Digest) -> Result<Arc<Law>, CaseworkError> {
        let read = || {
            let pack = self.pack(digest).ok_or(RequestError::NoPack(LAW))?;
            Ok(Law::from_pack(&pack).map_err(RequestError::from)?)
        };
        self.once(|shelves| &mut shelves.law, digest, read)
    }

    fn read_forms(&self, digest: Sha256Digest, law: &Law) -> Result<Arc<Forms>, CaseworkError> {
        let key = (digest, law.digest());
        let read = || {
            let pack = self.pack(digest).ok_or(RequestError::NoPack(FORMS))?;
            Ok(Forms::from_pack(&pack, law).map_err(RequestError::from)?)
        };
        self.once(|shelves| &mut shelves.forms, key, read)
    }

    fn required(&self, office: &Office, name: &'static str) -> Result<Sha256Digest, CaseworkError> {
        Ok(self.in_force(office, name)?.ok_or(RequestError::NoPack(name))?.digest())
    }

    /// The pack of a name that is in force in an office.
    pub(crate) fn in_force(&self, office: &Office, name: &str) -> Result<Option<Arc<Pack>>, CaseworkError> {
        let Some(digest) = office.active(name) else { return Ok(None) };
        self.pack(digest).map(Some).ok_or_else(|| CaseworkError::PackMissing {
            office: office.id,
            name: name.to_owned(),
            digest,
        })
    }

    /// What lies on a shelf, or what is read now and put there. Nobody waits while somebody reads.
    fn once<K: Ord, T>(
        &self,
        shelf: impl Fn(&mut Shelves) -> &mut BTreeMap<K, Arc<T>>,
        key: K,
        read: impl FnOnce() -> Result<T, CaseworkError>,
    ) -> Result<Arc<T>, CaseworkError> {
        let shelves = || self.library.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = shelf(&mut shelves()).get(&key).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let read = Arc::new(read()?);
        shelf(&mut shelves()).insert(key, Arc::clone(&read));
        Ok(read)
    }
}

impl Office {
    /// The digest of the pack of a name that is in force.
    pub(crate) fn active(&self, name: &str) -> Option<Sha256Digest> {
        self.packs.iter().find(|(pack, _)| pack.as_str() == name).map(|(_, digest)| *digest)
    }
}

/// The packs that are read by their names, each with the schema by which it is read.
const READ_AS: &[(&str, &str)] = &[
    (POLICIES, "policies"),
    (LAW, "law"),
    (FORMS, "request-form"),
    (PRACTICE, "practice"),
    (GLOSSARY, "glossary"),
    (LOCALES, "messages"),
    (DOCUMENTS, "layouts"),
];

/// A pack is put in force under its name, and checked by its schema: one called as another kind would be in force without
/// having been checked.
fn of_its_name(pack: &Pack) -> Result<(), Refusal> {
    let (name, schema) = (&pack.manifest().name, &pack.manifest().schema);
    match READ_AS.iter().find(|(known, _)| *known == name.as_str()) {
        Some((_, read)) if *read != schema.as_str() => {
            Err(PackRefusal::Schema { name: name.clone(), schema: schema.clone() }.into())
        }
        _ => Ok(()),
    }
}

fn practice_of(pack: &Pack) -> Result<Practice, RequestError> {
    Ok(Practice::from_pack(pack, &Role::ALL.map(Role::as_str))?)
}

/// The words that the program carries, with those of a pack over them: `<language>/<catalogue>.ftl`, and who reviewed
/// them in `<language>/review.toml`.
fn words_of(pack: &Pack) -> Result<Catalogues, RequestError> {
    let mut words = Catalogues::embedded();
    for (path, bytes) in pack.files() {
        let Some((language, file)) = path.split_once('/') else { continue };
        let (Ok(language), Some(catalogue)) = (language.parse(), file.strip_suffix(".ftl")) else { continue };
        let review = pack.file(&format!("{language}/review.toml")).map(String::from_utf8_lossy);
        words.add(&language, catalogue, &String::from_utf8_lossy(bytes), review.as_deref())?;
    }
    Ok(words)
}

/// A layout of a pack, if it has that one.
fn layout_of(pack: &Pack, name: &str) -> Result<Option<Template>, RequestError> {
    let text = |path: &str| pack.file(path).map(String::from_utf8_lossy);
    let Some(main) = text(&format!("{name}.typ")) else { return Ok(None) };
    Ok(Some(Template::new(name, &main, text(BASE).as_deref())?))
}
