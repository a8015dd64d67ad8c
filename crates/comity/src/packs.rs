//! `comity packs`: the packs that the program carries, those of an office, and those of others.

pub mod compare;
pub mod publish;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use comity_record::Sha256Digest;
use comity_record::bundle::{Bundle, MAX_BUNDLE_BYTES, SignedRelease};
use comity_record::pack::{MAX_FILES, Pack};
use include_dir::{Dir, include_dir};
use serde_json::{Value, json};

use crate::cli::PacksCommand;
use crate::folder;
use crate::node::block_on;
use crate::out::{Failure, Out, clean, shown};
use crate::outside;

/// Everything that the program carries of `packs`.
pub static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../packs");

/// The packs that a new office works with.
pub const IN_FORCE: &[&str] = &["policies", "law", "forms"];

pub fn run(out: &Out, command: PacksCommand) -> Result<ExitCode, Failure> {
    match command {
        PacksCommand::List => {
            for pack in built_in()? {
                show(out, &pack, &[]);
            }
        }
        PacksCommand::Check { pack: path } => {
            let bundle = if path.is_file() { open(&path)? } else { Bundle::new(read(&path)?) };
            check(bundle.pack())?;
            show(out, bundle.pack(), bundle.signatures());
        }
        PacksCommand::Diff { old, new, on, node } => {
            compare::run(out, [&old, &new], on, node.as_deref())?;
        }
        PacksCommand::Copy { name, folder } => copy(out, &name, &folder)?,
        PacksCommand::Activate { who, pack, reason } => {
            return block_on(async {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let digest = match pack.parse::<Sha256Digest>() {
                    Ok(digest) => digest,
                    Err(_) => {
                        let pack = read(Path::new(&pack))?;
                        let digest = pack.digest();
                        opened.node.packs().add([pack]).map_err(Failure::of)?;
                        digest
                    }
                };
                let receipt =
                    opened.node.propose_pack(&session, digest, reason).await.map_err(Failure::of)?;
                // It was read and fits; what is not approved lies there and harms nobody.
                if let Some(pack) = opened.node.packs().pack(digest) {
                    folder::keep_pack(&who.at.folder, &pack)?;
                }
                crate::case::receipt(out, "comity-proposed", &receipt);
                Ok(ExitCode::SUCCESS)
            });
        }
        PacksCommand::Card { card } => publish::card(out, &card)?,
        PacksCommand::Bundle { who, pack, to } => {
            return block_on(publish::bundle(out, &who, &pack, &to));
        }
        PacksCommand::Sign { who, file } => return block_on(publish::sign(out, &who, &file)),
        PacksCommand::Trust { who, card, reason } => {
            return block_on(publish::trust(out, &who, &card, reason));
        }
        PacksCommand::Distrust { who, publisher, reason } => {
            return block_on(publish::distrust(out, &who, publisher, reason));
        }
        PacksCommand::Publishers(who) => return block_on(publish::publishers(out, &who)),
        PacksCommand::Take { who, file, older, reason } => {
            return block_on(publish::take(out, &who, &file, older, reason));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The packs that the program carries.
pub fn built_in() -> Result<Vec<Pack>, Failure> {
    let packs = BUILT_IN.dirs().filter(|dir| dir.get_file(dir.path().join("pack.toml")).is_some());
    packs.map(embedded).collect()
}

/// Writes a pack of the program into a new folder, whole or not at all.
fn copy(out: &Out, name: &str, folder: &Path) -> Result<(), Failure> {
    let all = built_in()?;
    let Some(pack) = all.iter().find(|pack| pack.manifest().name.as_str() == name) else {
        let known: Vec<_> = all.iter().map(|pack| pack.manifest().name.to_string()).collect();
        return Err(Failure::new(
            "comity-packs-unknown",
            vec![("name", name.to_owned()), ("known", known.join(", "))],
        ));
    };
    if folder.exists() {
        return Err(Failure::new("comity-file-exists", vec![("path", shown(folder))]));
    }
    let written = pack.files().try_for_each(|(path, bytes)| {
        let to = folder.join(path);
        let above = to.parent().unwrap_or(folder);
        std::fs::create_dir_all(above).map_err(|e| Failure::file("make", above, e))?;
        outside::write(&to, bytes)
    });
    // Half a pack is none; the folder was made here.
    written.inspect_err(|_| drop(std::fs::remove_dir_all(folder)))?;
    let values = [("name", name), ("folder", &shown(folder))];
    let answer = json!({ "name": name, "folder": folder, "digest": pack.digest() });
    out.answer(&answer, |out| out.say("comity-packs-copied", &values));
    Ok(())
}

/// The pack in a folder.
pub fn read(folder: &Path) -> Result<Pack, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        let entries = std::fs::read_dir(&inside).map_err(|e| Failure::file("read", &inside, e))?;
        for entry in entries {
            let entry = entry.map_err(|e| Failure::file("read", &inside, e))?;
            let kind = entry.file_type().map_err(|e| Failure::file("read", &entry.path(), e))?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else {
                let bytes =
                    std::fs::read(entry.path()).map_err(|e| Failure::file("read", &entry.path(), e))?;
                files.push((relative(folder, &entry.path()), bytes));
            }
            if files.len() > MAX_FILES {
                break;
            }
        }
    }
    Pack::from_files(files).map_err(Failure::of)
}

/// The bundle in a file: its digest computed, its signatures verified.
pub fn open(path: &Path) -> Result<Bundle, Failure> {
    let most = u64::try_from(MAX_BUNDLE_BYTES).unwrap_or(u64::MAX);
    Bundle::parse(&crate::export::read(path, most)?).map_err(Failure::of)
}

/// Reads a pack as whoever works with it will, beside the other packs that the program carries.
fn check(pack: &Pack) -> Result<(), Failure> {
    comity_casework::Packs::new(built_in()?).and_then(|packs| packs.try_out(None, pack)).map_err(Failure::of)
}

fn show(out: &Out, pack: &Pack, signatures: &[SignedRelease]) {
    let manifest = pack.manifest();
    let answer = json!({
        "name": manifest.name, "version": manifest.version, "digest": pack.digest(), "licence": manifest.licence,
        "about": manifest.about, "signed_by": signed_by(signatures),
    });
    out.answer(&answer, |out| {
        let (version, about) = (clean(&manifest.version), clean(&manifest.about));
        out.line(&format!("{}  {} {version}  {about}", pack.digest(), manifest.name));
        signers(out, signatures);
    });
}

/// Who signed, for programs.
pub fn signed_by(signatures: &[SignedRelease]) -> Value {
    let one = |signed: &SignedRelease| {
        let release = signed.release();
        json!({ "office": release.office, "officer": release.officer, "key": release.key.key_id() })
    };
    signatures.iter().map(one).collect()
}

/// Who signed, for people. Identifiers only: a name in the file would be whatever its writer likes.
pub fn signers(out: &Out, signatures: &[SignedRelease]) {
    for release in signatures.iter().map(SignedRelease::release) {
        let (officer, office) = (release.officer.to_string(), release.office.to_string());
        let key = release.key.key_id().to_string();
        out.say("comity-pack-signer", &[("officer", &officer), ("office", &office), ("key", &key)]);
    }
}

fn embedded(dir: &Dir<'_>) -> Result<Pack, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![dir];
    while let Some(inside) = folders.pop() {
        folders.extend(inside.dirs());
        for file in inside.files() {
            files.push((relative(dir.path(), file.path()), file.contents().to_vec()));
        }
    }
    Pack::from_files(files).map_err(Failure::of)
}

/// A path inside a pack, with `/` between the parts whatever the system writes.
fn relative(root: &Path, path: &Path) -> String {
    let inside: PathBuf = path.strip_prefix(root).unwrap_or(path).to_owned();
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
