//! `comity node`: make, check and keep a node.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use comity_adapters::socket::SocketError;
use comity_adapters::world::SystemEntropy;
use comity_casework::body::Role;
use comity_casework::{Backup, Casework, Cost, Fault, Founding, Keyring, Person, RecoveryCode};
use serde_json::json;
use zeroize::Zeroizing;

use crate::beside::Beside;
use crate::cli::{At, InitArguments, NodeCommand};
use crate::folder::{self, Opened};
use crate::out::{Failure, Out, plain, shown};
use crate::{outside, packs, secret, serve};

pub fn run(out: &Out, command: NodeCommand) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            NodeCommand::Init(arguments) => init(out, arguments).await,
            NodeCommand::Status(at) => {
                status(out, &folder::open(out, &at).await?, &at);
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
            NodeCommand::Recover { folder, code_file, new_passphrase_file, recovery_sheet } => {
                recover(out, &folder, code_file.as_deref(), new_passphrase_file.as_deref(), &recovery_sheet)
            }
            NodeCommand::Backup { who, data, keys } => {
                let (opened, session) = folder::sign_in(out, &who).await?;
                let backup = opened.node.backup(&session).await.map_err(Failure::of)?;
                outside::write(&data, &backup.data)?;
                outside::write(&keys, &backup.keys)?;
                out.answer(&json!({ "data": shown(&data), "keys": shown(&keys) }), |out| {
                    out.say("comity-backed-up", &[("data", &shown(&data)), ("keys", &shown(&keys))]);
                });
                Ok(ExitCode::SUCCESS)
            }
            NodeCommand::Restore { at, data, keys, node_key } => {
                restore(out, &at, &data, &keys, &node_key).await
            }
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
    let InitArguments { folder, founders, founder_passphrase_files, recovery_sheet, .. } = &arguments;
    if folder.exists() {
        return Err(Failure::new("comity-folder-exists", vec![("folder", shown(folder))]));
    }
    check_sheet(recovery_sheet, folder)?;
    let files = founder_passphrase_files;
    let [first, second] = founders.as_slice() else {
        return Err(Failure::new("comity-founders", vec![("given", founders.len().to_string())]));
    };
    let (first, second) = (person(first)?, person(second)?);
    let node_passphrase = secret::choose(
        out,
        arguments.node_passphrase_file.as_deref(),
        "comity-prompt-node-new",
        &shown(folder),
    )?;
    let founder = |(name, roles): (String, BTreeSet<Role>), at: usize| {
        let file = files.get(at).map(PathBuf::as_path);
        let passphrase = secret::choose(out, file, "comity-prompt-officer-new", &name)?;
        Ok::<_, Failure>(Person { name, roles, passphrase })
    };
    let founders = [founder(first, 0)?, founder(second, 1)?];

    let beside = Beside::make(folder)?;
    let keyring = Keyring::draw(&SystemEntropy);
    let recovery = RecoveryCode::draw(&SystemEntropy);
    folder::write_keys(beside.folder(), &keyring, &node_passphrase, &recovery)?;
    let node_id = keyring.node();
    let node = Casework::open(folder::parts(beside.folder(), keyring).await?).await.map_err(Failure::of)?;
    let in_force: Vec<_> = packs::built_in()?
        .into_iter()
        .filter(|pack| packs::IN_FORCE.contains(&pack.manifest().name.as_str()))
        .collect();
    for pack in &in_force {
        folder::keep_pack(beside.folder(), pack)?;
    }
    let (office, ids) = node
        .found(Founding {
            name: arguments.office.clone(),
            country: arguments.country,
            authority: arguments.authority.clone(),
            exercise: arguments.exercise,
            founders,
            packs: in_force.iter().map(comity_record::pack::Pack::digest).collect(),
            cost: Cost::PERSON,
        })
        .await
        .map_err(Failure::of)?;
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
        out.say("comity-founded", &[("office", &arguments.office), ("folder", &shown(folder))]);
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

fn status(out: &Out, opened: &Opened, at: &At) {
    let state = opened.node.state();
    let log = opened.node.log();
    let offices: Vec<_> = state
        .offices()
        .map(|office| json!({ "office": office.id, "name": office.name, "exercise": office.exercise }))
        .collect();
    let answer = json!({
        "folder": shown(&at.folder), "node": opened.node.node_key().key_id(), "incarnation": state.incarnation(),
        "entries": state.size(), "logged": log.head().size, "root": log.head().root.to_string(),
        "cases": state.cases().count(), "offices": offices, "public_key": opened.node.node_key(),
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
        out.line(log.note().to_string().trim_end());
    });
}

async fn verify(out: &Out, opened: &Opened) -> Result<ExitCode, Failure> {
    let report = opened.node.verify().await.map_err(Failure::of)?;
    let faults: Vec<String> = report
        .faults
        .iter()
        .map(|fault| match fault {
            Fault::Row { view, key, what } => format!("{view} {key}: {what}"),
            Fault::Log(what) => format!("log: {what}"),
            other => format!("{other:?}"),
        })
        .collect();
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
        Err(Failure::new("comity-faults", vec![("faults", faults.join("; "))]))
    }
}

async fn restore(out: &Out, at: &At, data: &Path, keys: &Path, node_key: &Path) -> Result<ExitCode, Failure> {
    let to = &at.folder;
    if to.exists() {
        return Err(Failure::new("comity-folder-exists", vec![("folder", shown(to))]));
    }
    let read = |path: &Path| std::fs::read(path).map_err(|e| Failure::file("read", path, e));
    let backup = Backup { data: read(data)?, keys: read(keys)? };
    let sealed = read(node_key)?;
    let passphrase = secret::read(out, at.node_passphrase_file.as_deref(), "comity-prompt-node", &shown(to))?;
    let keyring = comity_casework::KeyFile::from_bytes(&sealed)
        .map_err(Failure::of)?
        .open(&passphrase)
        .map_err(Failure::of)?;
    let beside = Beside::make(to)?;
    folder::write(beside.folder(), folder::KEY_FILE, &sealed)?;
    let node = Casework::restore(folder::parts(beside.folder(), keyring).await?, &backup)
        .await
        .map_err(Failure::of)?;
    let (size, incarnation) = (node.state().size(), node.state().incarnation());
    for office in node.state().offices() {
        for digest in office.packs.values() {
            if let Some(pack) = node.packs().pack(*digest) {
                folder::keep_pack(beside.folder(), pack)?;
            }
        }
    }
    node.close().await.map_err(Failure::of)?;
    beside.settle()?;
    out.answer(&json!({ "entries": size, "incarnation": incarnation }), |out| {
        out.say(
            "comity-restored",
            &[("entries", &size.to_string()), ("incarnation", &incarnation.to_string())],
        );
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
