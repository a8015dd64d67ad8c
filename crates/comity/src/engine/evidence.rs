//! `comity evidence`: seal files so that strangers can check them, and check what others sealed.

pub mod transfer;
mod verify;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use comity_adapters::world::SystemClock;
use comity_disk::{DiskPath, RealDisk};
use comity_evidence::signature::MAX_SIGNATURE_BYTES;
use comity_evidence::{
    Intake, Limits, Seal, SealOptions, SealedInSessions, Session, Signer, seal_in_place, seal_in_sessions,
    sessions, verify_in_place, verify_package,
};
use comity_record::Clock as _;
use comity_record::pem::MAX_PEM_BYTES;
use comity_record::sign::{SigningKey, VerifyingKey};
use jiff::civil::Date;
use serde_json::json;
use zeroize::Zeroizing;

use crate::cli::EvidenceCommand;
use crate::exhibit;
use crate::folder::of_disk;
use crate::node::block_on;
use crate::out::{Failure, Out, shown};
use crate::outside;
use crate::stamp;

/// The largest seal that is read: some millions of files.
const MAX_SEAL: u64 = 1 << 30;

pub fn run(out: &Out, command: EvidenceCommand) -> Result<ExitCode, Failure> {
    let answer = match command {
        EvidenceCommand::Seal {
            path,
            out: Some(to),
            resume,
            anew,
            date,
            organization,
            digests,
            key,
            signer,
            ..
        } => {
            let key = key.as_deref().map(read_key).transpose()?;
            let signer = key.as_ref().map(|key| sign_as(key, signer)).transpose()?;
            let (disk, name) = place(&to)?;
            let mut info = Vec::new();
            info.extend(organization.map(|name| ("Source-Organization".to_owned(), name)));
            let options = SealOptions { bagging_date: date.unwrap_or_else(today), info, tags: vec![] };
            let began = SystemClock.here().map_err(Failure::of)?.to_string();
            let session = Session { began: &began, resume };
            // Hours of copying are not removed without a word.
            if !resume
                && !anew
                && let Some(partial) = sessions::left_of(&disk, &name).map_err(of_disk)?
            {
                let values =
                    vec![("package", shown(&to)), ("folder", shown(&to.with_file_name(partial.name())))];
                return Err(Failure::new("comity-sealing-left-before", values));
            }
            let done = {
                // Ended by the way of every failure, it keeps and tells what a later session goes on with.
                out.hear_interrupts();
                let bar = out.progress_over(&path);
                let mut watch = bar.watch();
                let mut intake = Intake::watched(Limits::default(), &mut watch);
                intake.ask(digests.into_iter().map(Into::into));
                seal_in_sessions(&path, (&disk, &name), &options, signer.as_ref(), &mut intake, session)
            };
            let done = done.map_err(|error| what_is_left(Failure::of(error), (&disk, &name), &to))?;
            sealed_answer(out, &done, &to);
            ExitCode::SUCCESS
        }
        EvidenceCommand::Seal { path, out: None, digests, key, signer, signature, .. } => {
            let key = key.as_deref().map(read_key).transpose()?;
            if key.is_some() && signature.is_none() {
                return Err(Failure::new("comity-seal-signature-where", vec![]));
            }
            let signer = key.as_ref().map(|key| sign_as(key, signer)).transpose()?;
            let seal = {
                let bar = out.progress_over(&path);
                let mut watch = bar.watch();
                let mut intake = Intake::watched(Limits::default(), &mut watch);
                intake.ask(digests.into_iter().map(Into::into));
                seal_in_place(&path, &mut intake).map_err(Failure::of)?
            };
            if let (Some(signer), Some(to)) = (&signer, &signature) {
                outside::write(to, &signer.sign(seal.root))?;
            }
            out.print_with(|bytes| bytes.extend(seal.to_json()));
            ExitCode::SUCCESS
        }
        EvidenceCommand::Verify { package, seal, signature, signer, node_key, authorities, lists } => {
            let keys = || {
                let key = |text: Option<&str>| text.map(public_key).transpose();
                Ok((key(signer.as_deref())?, key(node_key.as_deref())?))
            };
            let (signer, node_key) = match keys() {
                Ok(keys) => keys,
                Err(failure) => return Ok(not_begun(out, &failure)),
            };
            let stamps = authorities.is_some();
            // Without authorities time-stamps cannot be decided; all else can.
            let anchors = authorities
                .as_deref()
                .map(|authorities| stamp::trusted(authorities, &lists))
                .and_then(|trusted| trusted.map_err(|failure| out.failure(&failure)).ok());
            let report = match seal {
                Some(seal) => {
                    let (seal, signature) = match sealed(&seal, signature.as_deref()) {
                        Ok(sealed) => sealed,
                        Err(failure) => return Ok(not_begun(out, &failure)),
                    };
                    let bar = out.progress_over(&package);
                    let mut watch = bar.watch();
                    let mut intake = Intake::watched(Limits::default(), &mut watch);
                    let mut report = verify_in_place(&package, &seal, &mut intake);
                    report.verify_signature(signature.as_deref(), seal.root);
                    verify::Checked::in_place(report)
                }
                None => {
                    let (disk, name) = match check_package(&package).and_then(|()| place(&package)) {
                        Ok(place) => place,
                        Err(failure) => return Ok(not_begun(out, &failure)),
                    };
                    let bar = out.progress_over(&package);
                    let report = verify_package(&disk, &name, &Limits::default(), Some(&mut bar.watch()));
                    let exhibits = comity_casework::evidence::check(&disk, &name, &report, anchors.as_ref());
                    verify::Checked::bag(report, exhibits)
                }
            };
            report.tell(out, &verify::Asked { signer, node: node_key, stamps })
        }
        EvidenceCommand::Add(words) => {
            block_on(exhibit::add(out, *words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Custody(words) => {
            block_on(exhibit::record_custody(out, *words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Confirm(words) => {
            block_on(exhibit::confirm_custody(out, words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::List { who, case } => {
            block_on(exhibit::list(out, &who, &case))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Show(words) => {
            block_on(exhibit::show(out, &words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Record { which, paper } => {
            block_on(exhibit::record(out, &which, &paper))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Minutes { who, case, file, paper } => {
            block_on(exhibit::minutes(out, (&who, &case), &file, &paper))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Check(words) => {
            let whole = block_on(exhibit::check(out, words))?;
            if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        EvidenceCommand::Scan(words) => {
            let whole = block_on(exhibit::scan_exhibit(out, words))?;
            if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        EvidenceCommand::Secret(words) => {
            block_on(exhibit::secret(out, words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Hits(words) => {
            block_on(exhibit::hits(out, words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Pages(words) => {
            block_on(exhibit::pages(out, &words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Stamp(words) => {
            block_on(stamp::take(out, &words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Stamps(words) => {
            let whole = block_on(stamp::list(out, &words))?;
            if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        EvidenceCommand::StampCheck(words) => stamp::check(out, &words)?,
        EvidenceCommand::Promote(words) => {
            block_on(exhibit::promote(out, words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Package(words) => {
            block_on(exhibit::package(out, words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Offer(words) => {
            block_on(exhibit::offer(out, words))?;
            ExitCode::SUCCESS
        }
        EvidenceCommand::Fetch(words) => block_on(exhibit::fetch(out, &words))?,
        EvidenceCommand::Leaves(words) => transfer::leaves(out, &words)?,
        EvidenceCommand::Transfer(words) => transfer::transfer(out, &words)?,
        EvidenceCommand::File(words) => {
            block_on(exhibit::file(out, words))?;
            ExitCode::SUCCESS
        }
    };
    Ok(answer)
}

/// A sealing that failed, with what it left for one that goes on.
fn what_is_left(failure: Failure, (disk, name): (&RealDisk, &DiskPath), to: &Path) -> Failure {
    match sessions::left_of(disk, name) {
        Ok(Some(partial)) => {
            failure.adding("comity-sealing-left", vec![("folder", shown(&to.with_file_name(partial.name())))])
        }
        // Nobody is told to remove what cannot be looked at.
        Ok(None) | Err(_) => failure,
    }
}

fn sealed_answer(out: &Out, done: &SealedInSessions, to: &Path) {
    let (seal, sessions) = (&done.sealed.seal, done.sessions.len());
    let answer = json!({
        "package": shown(to), "root": seal.root, "files": seal.files.len(), "bytes": seal.bytes(),
        "left_out": seal.left_out, "sessions": done.sessions,
    });
    out.answer(&answer, |out| {
        out.say(
            "comity-sealed",
            &[
                ("package", &shown(to)),
                ("files", &seal.files.len().to_string()),
                ("bytes", &seal.bytes().to_string()),
                ("root", &seal.root.to_string()),
            ],
        );
        if sessions > 1 {
            out.say("comity-sealed-in-sessions", &[("sessions", &sessions.to_string())]);
        }
        exhibit::print_left_out(out, &seal.left_out);
    });
}

/// Who signs, now.
fn sign_as(key: &SigningKey, name: Option<String>) -> Result<Signer<'_>, Failure> {
    Ok(Signer { key, name, at: SystemClock.here().map_err(Failure::of)? })
}

/// A private key from a file.
fn read_key(path: &Path) -> Result<SigningKey, Failure> {
    let most = u64::try_from(MAX_PEM_BYTES).unwrap_or(u64::MAX);
    let text = Zeroizing::new(crate::export::read(path, most)?);
    SigningKey::from_pem(std::str::from_utf8(&text).unwrap_or_default()).map_err(Failure::of)
}

/// A public key or the identifier of one, by its digits, or a key from a file; as its digits.
fn public_key(text: &str) -> Result<String, Failure> {
    if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(text.to_ascii_lowercase());
    }
    let most = u64::try_from(MAX_PEM_BYTES).unwrap_or(u64::MAX);
    let text = crate::export::read(Path::new(text), most)?;
    let key = VerifyingKey::from_pem(std::str::from_utf8(&text).unwrap_or_default());
    key.map(|key| key.to_string()).map_err(Failure::of)
}

/// A check that was not begun, because of what it was given, has an end of its own: nobody takes it for one that failed.
fn not_begun(out: &Out, failure: &Failure) -> ExitCode {
    out.failure(failure);
    ExitCode::from(2)
}

/// The seal of files in place, and the signature of it.
fn sealed(seal: &Path, signature: Option<&Path>) -> Result<(Seal, Option<Vec<u8>>), Failure> {
    let (disk, name) = place(seal)?;
    let seal = comity_disk::Disk::read(&disk, &name, MAX_SEAL).map_err(of_disk)?;
    let seal = Seal::from_json(&seal).map_err(Failure::of)?;
    let most = u64::try_from(MAX_SIGNATURE_BYTES).unwrap_or(u64::MAX);
    let signature = signature.map(|path| crate::export::read(path, most)).transpose()?;
    Ok((seal, signature))
}

/// Makes sure that there is a folder which can be a package.
fn check_package(path: &Path) -> Result<(), Failure> {
    let found = fs::metadata(path).map_err(|e| Failure::file("read", path, e))?;
    if found.is_dir() {
        Ok(())
    } else {
        Err(Failure::new("comity-package-no-folder", vec![("path", shown(path))]))
    }
}

/// The folder that a path lies in, as a disk, and its name there.
pub fn place(path: &Path) -> Result<(RealDisk, DiskPath), Failure> {
    // `.` and `..` have no name of their own.
    let whole = match path.file_name() {
        Some(_) => path.to_owned(),
        None => fs::canonicalize(path).map_err(|e| Failure::file("read", path, e))?,
    };
    let path = whole.as_path();
    let above = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().map(PathBuf::from).unwrap_or_default();
    let name = DiskPath::new(name.to_string_lossy()).map_err(of_disk)?;
    Ok((RealDisk::open(above).map_err(of_disk)?, name))
}

fn today() -> Date {
    SystemClock.today()
}
