//! `comity node`: make, check and keep a node.

mod vault;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use comity_adapters::socket::SocketError;
use comity_adapters::world::SystemEntropy;
use comity_casework::body::Role;
use comity_casework::{Casework, Cost, Fault, Founding, Keyring, Person, RecoveryCode};
use comity_disk::RealDisk;
use comity_evidence::vault::copy_objects;
use comity_record::{OfficeId, OfficerId};
use serde_json::json;
use zeroize::Zeroizing;

use crate::beside::Beside;
use crate::cli::{At, BackupArguments, FoundingWords, InitArguments, NodeCommand, RestoreArguments};
use crate::folder::{self, Node, Opened};
use crate::objects::{SETTINGS, Wanted};
use crate::out::{Failure, Out, plain, shown};
use crate::outside::{self, Outside};
use crate::{packs, secret, serve, stamp};

pub fn run(out: &Out, command: NodeCommand) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            NodeCommand::Init(arguments) => init(out, arguments).await,
            NodeCommand::Status(at) => {
                status(out, &folder::open(out, &at).await?, &at)?;
                Ok(ExitCode::SUCCESS)
            }
            NodeCommand::Serve(arguments) => serve::run(out, &arguments).await,
            NodeCommand::Unlock(at) => unlock(out, &at).await,
            NodeCommand::Verify(at) => verify(out, &folder::open(out, &at).await?).await,
            NodeCommand::Rebuild(at) => {
                let opened = folder::open(out, &at).await?;
                let rows = opened.node.rebuild().await.map_err(Failure::of)?;
                out.answer(&json!({ "rows": rows }), |out| {
                    out.say("comity-rebuilt", &[("rows", &rows.to_string())]);
                });
                Ok(ExitCode::SUCCESS)
            }
            NodeCommand::Scrub(words) => vault::scrub(out, &words).await,
            NodeCommand::Sweep(who) => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let report = opened.node.sweep(&session).await.map_err(Failure::of)?;
                let (removed, waiting) = (report.removed.len(), report.waiting.len());
                out.answer(&json!({ "removed": removed, "waiting": waiting }), |out| {
                    let values = [("removed", &*removed.to_string()), ("waiting", &waiting.to_string())];
                    out.say("comity-swept", &values);
                });
                Ok(ExitCode::SUCCESS)
            }
            NodeCommand::RenewStamps(words) => {
                let whole = stamp::renew(out, &words).await?;
                Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
            }
            NodeCommand::Recover { folder, code_file, new_passphrase_file, recovery_sheet } => {
                recover(out, &folder, code_file.as_deref(), new_passphrase_file.as_deref(), &recovery_sheet)
            }
            NodeCommand::Backup(arguments) => backup(out, &arguments).await,
            NodeCommand::Restore(arguments) => restore(out, &arguments).await,
        }
    })
}

/// Threads that answer requests. More would wait for the same disk.
const WORKERS: usize = 4;

/// Runs a command to its end; in a process that serves a node, on the runtime of the node.
pub fn block_on<T>(command: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        return runtime.block_on(command);
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads.min(WORKERS))
        .enable_all()
        .build()
        .map_err(|e| Failure::file("start", Path::new("tokio"), e))?
        .block_on(command)
}

/// A person as written on the command line: `NAME=role,role`.
pub fn person(text: &str) -> Result<(String, BTreeSet<Role>), Failure> {
    let refuse = || Failure::new("comity-person", vec![("text", text.to_owned()), ("roles", role_names())]);
    let (name, roles) = text.split_once('=').ok_or_else(refuse)?;
    let roles: BTreeSet<Role> = roles
        .split(',')
        .map(|name| Role::ALL.into_iter().find(|role| role.as_str() == name.trim()).ok_or_else(refuse))
        .collect::<Result<_, _>>()?;
    if name.trim().is_empty() { Err(refuse()) } else { Ok((name.trim().to_owned(), roles)) }
}

fn role_names() -> String {
    Role::ALL.map(Role::as_str).join(", ")
}

async fn init(out: &Out, arguments: InitArguments) -> Result<ExitCode, Failure> {
    let InitArguments { folder, founding, recovery_sheet, .. } = &arguments;
    if folder.exists() {
        return Err(Failure::new("comity-folder-exists", vec![("folder", shown(folder))]));
    }
    check_sheet(recovery_sheet, folder)?;
    check_founders(founding)?;
    let objects = arguments.object_store.as_deref().map(Wanted::read).transpose()?;
    if let (Some(objects), Some(path)) = (&objects, &arguments.object_store) {
        objects.check_free(path)?;
    }
    let node_passphrase = secret::choose(
        out,
        arguments.node_passphrase_file.as_deref(),
        "comity-prompt-node-new",
        &shown(folder),
    )?;
    let founders = founders(out, founding)?;

    let beside = Beside::make(folder)?;
    let keyring = Keyring::draw(&SystemEntropy);
    let recovery = RecoveryCode::draw(&SystemEntropy);
    folder::write_keys(beside.folder(), &keyring, &node_passphrase, &recovery)?;
    if let Some(objects) = &objects {
        folder::write(beside.folder(), SETTINGS, objects.text())?;
    }
    let node_id = keyring.node();
    let node = Casework::open(folder::parts(beside.folder(), keyring).await?).await.map_err(Failure::of)?;
    let (office, ids) = found(&node, founding, founders, beside.folder()).await?;
    node.close().await.map_err(Failure::of)?;
    write_sheet(out, recovery_sheet, &node_id.to_string(), &recovery)?;
    beside.settle().inspect_err(|_| {
        // It would open nothing.
        let _ = std::fs::remove_file(recovery_sheet);
    })?;
    let answer = json!({
        "node": node_id, "office": office, "founders": ids, "recovery_sheet": shown(recovery_sheet),
    });
    out.answer(&answer, |out| {
        out.say("comity-founded", &[("office", &founding.name), ("folder", &shown(folder))]);
        out.say("comity-recovery-sheet-written", &[("path", &shown(recovery_sheet))]);
    });
    Ok(ExitCode::SUCCESS)
}

/// Unlocks a node that serves and was started locked.
async fn unlock(out: &Out, at: &At) -> Result<ExitCode, Failure> {
    let Some(serving) = out.serving() else {
        // The command would have gone to the node that serves.
        return Err(Failure::of(SocketError::NotServing { folder: at.folder.clone() }));
    };
    let unlocked = serving.unlock(out, at).await?;
    out.answer(&json!({ "unlocked": unlocked }), |out| {
        out.say(if unlocked { "comity-unlocked" } else { "comity-unlocked-already" }, &[]);
    });
    Ok(ExitCode::SUCCESS)
}

fn status(out: &Out, opened: &Opened, at: &At) -> Result<(), Failure> {
    let rounds = opened.node.scrub_rounds().map_err(Failure::of)?;
    let state = opened.node.state();
    let missing = state.cases().map(|case| case.damaged.missing().count()).sum();
    let log = opened.node.log();
    let offices: Vec<_> = state
        .offices()
        .map(|office| json!({ "office": office.id, "name": office.name, "exercise": office.exercise }))
        .collect();
    let answer = json!({
        "folder": shown(&at.folder), "node": opened.node.node_key().key_id(), "incarnation": state.incarnation(),
        "entries": state.size(), "logged": log.head().size, "root": log.head().root.to_string(),
        "cases": state.cases().count(), "offices": offices, "public_key": opened.node.node_key(),
        "vault": vault::as_json(&rounds, missing),
    });
    out.answer(&answer, |out| {
        for office in state.offices() {
            out.say("comity-status-office", &[("name", &office.name), ("authority", &office.authority)]);
        }
        out.say(
            "comity-status",
            &[
                ("entries", &state.size().to_string()),
                ("logged", &log.head().size.to_string()),
                ("cases", &state.cases().count().to_string()),
                ("incarnation", &state.incarnation().to_string()),
            ],
        );
        out.say("comity-status-key", &[("key", &opened.node.node_key().to_string())]);
        vault::tell(out, &rounds, missing);
        out.line(log.note().to_string().trim_end());
    });
    Ok(())
}

async fn verify(out: &Out, opened: &Opened) -> Result<ExitCode, Failure> {
    let report = opened.node.verify().await.map_err(Failure::of)?;
    let faults: Vec<String> = report.faults.iter().map(told_of).collect();
    let answer = json!({ "entries": report.entries, "rows": report.rows, "faults": faults });
    out.answer(&answer, |out| {
        out.say(
            "comity-verified",
            &[
                ("entries", &report.entries.to_string()),
                ("rows", &report.rows.to_string()),
                ("faults", &faults.len().to_string()),
            ],
        );
    });
    if faults.is_empty() {
        Ok(ExitCode::SUCCESS)
    } else {
        let of_files = report.faults.iter().all(|fault| matches!(fault, Fault::File { .. }));
        let key = if of_files { "comity-faults-of-files" } else { "comity-faults" };
        Err(Failure::new(key, vec![("faults", out.first(&faults).join("\n"))]))
    }
}

fn told_of(fault: &Fault) -> String {
    match fault {
        Fault::Row { view, key, what } => format!("{view} {key}: {what}"),
        Fault::Log(what) => format!("log: {what}"),
        Fault::File { case, entry, file, what } => {
            format!("case {case}, entry {entry}, file {file}: {what}")
        }
        Fault::Returned { case, entry } => {
            format!("case {case}, entry {entry}: what was forgotten was put back; rebuild destroys it")
        }
        Fault::Key(id) => format!("key {id}: no entry needs it; rebuild destroys it"),
        other => format!("{other:?}"),
    }
}

/// The two persons who found an office, before anybody types a passphrase.
fn check_founders(words: &FoundingWords) -> Result<[(String, BTreeSet<Role>); 2], Failure> {
    let [first, second] = words.founders.as_slice() else {
        return Err(Failure::new("comity-founders", vec![("given", words.founders.len().to_string())]));
    };
    Ok([person(first)?, person(second)?])
}

/// The two persons who found an office, with the passphrases that they choose.
pub fn founders(out: &Out, words: &FoundingWords) -> Result<[Person; 2], Failure> {
    let [first, second] = check_founders(words)?;
    let founder = |(name, roles): (String, BTreeSet<Role>), at: usize| {
        let file = words.founder_passphrase_files.get(at).map(PathBuf::as_path);
        let passphrase = secret::choose(out, file, "comity-prompt-officer-new", &name)?;
        Ok::<_, Failure>(Person { name, roles, passphrase })
    };
    Ok([founder(first, 0)?, founder(second, 1)?])
}

/// Founds an office on a node, with the packs that the program carries in force.
pub async fn found(
    node: &Node,
    words: &FoundingWords,
    founders: [Person; 2],
    folder: &Path,
) -> Result<(OfficeId, [OfficerId; 2]), Failure> {
    let mut packs = packs::built_in()?;
    packs.retain(|pack| packs::IN_FORCE.contains(&pack.manifest().name.as_str()));
    for pack in &packs {
        folder::keep_pack(folder, pack)?;
    }
    let founding = Founding {
        name: words.name.clone(),
        country: words.country,
        authority: words.authority.clone(),
        exercise: words.exercise,
        founders,
        packs: packs.iter().map(comity_record::pack::Pack::digest).collect(),
        cost: Cost::PERSON,
    };
    node.found(founding).await.map_err(Failure::of)
}

async fn backup(out: &Out, arguments: &BackupArguments) -> Result<ExitCode, Failure> {
    let BackupArguments { who, data, keys, objects } = arguments;
    let (opened, session) = folder::sign_in(out, who).await?;
    let (mut data_file, mut keys_file) = (Outside::create(data)?, Outside::create(keys)?);
    let progress = out.progress(None);
    let (mut to_data, mut to_keys) = (data_file.shown(&progress), keys_file.shown(&progress));
    opened.node.backup_to(&session, &mut to_data, &mut to_keys).await.map_err(Failure::of)?;
    drop(progress);
    data_file.settle()?;
    keys_file.settle()?;
    // Objects come last: whatever the entries name was in the vault before them.
    let copied = match objects {
        Some(folder) => {
            let to = RealDisk::create(folder).map_err(folder::of_disk)?;
            Some(opened.node.backup_objects(&session, &to).map_err(Failure::of)?)
        }
        None => None,
    };
    let left_out = objects.is_none() && opened.node.holds_objects().map_err(Failure::of)?;
    let answer =
        json!({ "data": shown(data), "keys": shown(keys), "objects": copied, "objects_left_out": left_out });
    out.answer(&answer, |out| {
        out.say("comity-backed-up", &[("data", &shown(data)), ("keys", &shown(keys))]);
        if let (Some(folder), Some(copied)) = (objects, copied) {
            let copied = copied.to_string();
            out.say("comity-backed-up-objects", &[("folder", &shown(folder)), ("copied", &copied)]);
        }
        if left_out {
            out.say("comity-backed-up-without-objects", &[]);
        }
    });
    Ok(ExitCode::SUCCESS)
}

async fn restore(out: &Out, arguments: &RestoreArguments) -> Result<ExitCode, Failure> {
    let RestoreArguments { at, data, keys, objects, object_store, node_key } = arguments;
    let to = &at.folder;
    if to.exists() {
        return Err(Failure::new("comity-folder-exists", vec![("folder", shown(to))]));
    }
    let open = |path: &Path| File::open(path).map_err(|e| Failure::file("read", path, e));
    let (mut data, mut keys) = (BufReader::new(open(data)?), BufReader::new(open(keys)?));
    let sealed = std::fs::read(node_key).map_err(|e| Failure::file("read", node_key, e))?;
    let object_store = object_store.as_deref().map(Wanted::read).transpose()?;
    if let Some(object_store) = &object_store {
        object_store.owner()?;
    }
    let passphrase = secret::read(out, at.node_passphrase_file.as_deref(), "comity-prompt-node", &shown(to))?;
    let keyring = comity_casework::KeyFile::from_bytes(&sealed)
        .map_err(Failure::of)?
        .open(&passphrase)
        .map_err(Failure::of)?;
    let beside = Beside::make(to)?;
    folder::write(beside.folder(), folder::KEY_FILE, &sealed)?;
    if let Some(object_store) = &object_store {
        folder::write(beside.folder(), SETTINGS, object_store.text())?;
    }
    let copied = match objects {
        Some(from) => {
            let (from, to) = (folder::disk(from)?, folder::disk(beside.folder())?);
            copy_objects(&from, &to).map_err(Failure::of)?
        }
        None => 0,
    };
    let parts = folder::parts(beside.folder(), keyring).await?;
    let node = Casework::restore_from(parts, &mut data, &mut keys).await.map_err(Failure::of)?;
    let (size, incarnation) = (node.state().size(), node.state().incarnation());
    let missing = node.missing_files().await.map_err(Failure::of)?.len();
    // Among them those that were in force once: what was made with them is still read by them.
    for pack in node.packs().iter() {
        folder::keep_pack(beside.folder(), &pack)?;
    }
    node.close().await.map_err(Failure::of)?;
    beside.settle()?;
    let answer = json!({
        "entries": size, "incarnation": incarnation, "objects": copied, "objects_missing": missing,
    });
    out.answer(&answer, |out| {
        out.say(
            "comity-restored",
            &[("entries", &size.to_string()), ("incarnation", &incarnation.to_string())],
        );
        if missing > 0 {
            out.say("comity-restored-without-objects", &[("missing", &missing.to_string())]);
        }
    });
    Ok(ExitCode::SUCCESS)
}

/// Chooses a new passphrase with the code of the recovery sheet, and a new sheet with it.
fn recover(
    out: &Out,
    folder: &Path,
    code: Option<&Path>,
    new: Option<&Path>,
    sheet: &Path,
) -> Result<ExitCode, Failure> {
    let _lock = folder::lock(folder)?;
    check_sheet(sheet, folder)?;
    let code = secret::recovery_code(out, code, &shown(folder))?;
    let keyring = folder::keys(folder)?.recover(&code).map_err(Failure::of)?;
    let passphrase = secret::choose(out, new, "comity-prompt-node-new", &shown(folder))?;
    let recovery = RecoveryCode::draw(&SystemEntropy);
    // The sheet comes first: without it the keys would be sealed under a code that nobody has.
    write_sheet(out, sheet, &keyring.node().to_string(), &recovery)?;
    folder::write_keys(folder, &keyring, &passphrase, &recovery)?;
    out.say("comity-recovery-sheet-written", &[("path", &shown(sheet))]);
    Ok(ExitCode::SUCCESS)
}

/// Makes sure, before anybody types a passphrase, that a recovery sheet can go where it was told to.
fn check_sheet(sheet: &Path, folder: &Path) -> Result<(), Failure> {
    if sheet.starts_with(folder) {
        return Err(Failure::new("comity-recovery-sheet-inside", vec![("folder", shown(folder))]));
    }
    if sheet.exists() {
        return Err(Failure::new("comity-recovery-sheet-exists", vec![("path", shown(sheet))]));
    }
    Ok(())
}

fn write_sheet(out: &Out, path: &Path, node: &str, recovery: &RecoveryCode) -> Result<(), Failure> {
    let sheet = Zeroizing::new(plain(
        &out.message("comity-recovery-sheet", &[("node", node), ("code", recovery.reveal())]),
    ));
    outside::write(path, format!("{}\n", *sheet).as_bytes())
}
