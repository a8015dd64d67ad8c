//! Measures, in bytes per second of processor time: `throughput FOLDER SCRATCH`.
//!
//! Seals the folder in place, seals it into a package, checks the package, stores every file in a vault and reads it
//! back. SCRATCH must not exist and is removed afterwards.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;

use comity_disk::{DiskPath, RealDisk};
use comity_evidence::{
    Holder, Intake, KeyRing, Limits, NoKeys, ObjectName, SealOptions, Vault, seal_in_place, seal_to_bag,
    verify_package,
};
use comity_record::key::SecretKey;
use comity_record::testing::Counting;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder, scratch] = arguments.as_slice() else {
        return Err("usage: throughput FOLDER SCRATCH".into());
    };
    std::fs::create_dir(scratch)?;
    let result = measure(folder, scratch);
    std::fs::remove_dir_all(scratch)?;
    result
}

fn measure(folder: &std::path::Path, scratch: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let intake = || Intake::new(Limits::default());
    // Once to fill the page cache.
    let bytes = seal_in_place(folder, &mut intake())?.bytes();
    for _ in 0..3 {
        timed("seal in place", bytes, || Ok(seal_in_place(folder, &mut intake()).map(|_| ())?))?;
    }
    let options = SealOptions { bagging_date: "2026-11-23".parse()?, info: vec![], tags: vec![] };
    let disk = RealDisk::open(scratch)?;
    let bag = DiskPath::new("bag")?;
    timed("seal to package", bytes, || {
        Ok(seal_to_bag(folder, &disk, &bag, &options, None, &mut intake()).map(|_| ())?)
    })?;
    for _ in 0..3 {
        timed("verify package", bytes, || {
            let report = verify_package(&disk, &bag, &Limits::default(), None);
            if report.findings.is_empty() { Ok(()) } else { Err(format!("{:?}", report.findings).into()) }
        })?;
    }
    let entropy = Arc::new(Counting::default());
    let vault_disk = Arc::new(RealDisk::create(scratch.join("vault"))?);
    let vault = Vault::open(vault_disk, SecretKey::draw(&*entropy), entropy)?;
    let files = comity_evidence::walk::walk(folder, &Limits::default())?.files;
    let mut ring = Ring::default();
    timed("store in vault", bytes, || {
        for file in vault.add_folder(folder, &mut intake(), &NoKeys(CASE))?.files {
            ring.0.insert(file.object.name, *file.object.key.expose());
        }
        Ok(())
    })?;
    timed("scrub vault", bytes, || Ok(vault.scrub(None, u64::MAX).map(|_| ())?))?;
    timed("verify in vault", bytes, || {
        for (name, key) in &ring.0 {
            vault.verify(CASE, name, &SecretKey::from_bytes(*key))?;
        }
        Ok(())
    })?;
    let image = scratch.join("image");
    {
        let mut image = std::fs::File::create(&image)?;
        for file in &files {
            std::io::copy(&mut std::fs::File::open(&file.place)?, &mut image)?;
        }
    }
    seal_in_place(&image, &mut intake())?;
    timed("hash one image", bytes, || Ok(seal_in_place(&image, &mut intake()).map(|_| ())?))?;
    timed("store one image", bytes, || Ok(vault.add_file(&image, &mut intake(), &ring).map(|_| ())?))
}

/// For whom it is stored.
const CASE: Holder = [1; 16];

/// The keys of what was stored, as a case would hold them.
#[derive(Default)]
struct Ring(BTreeMap<ObjectName, [u8; 32]>);

impl KeyRing for Ring {
    fn holder(&self) -> Holder {
        CASE
    }

    fn key_of(&self, name: &ObjectName) -> Option<SecretKey> {
        self.0.get(name).map(|key| SecretKey::from_bytes(*key))
    }
}

fn timed(
    what: &str,
    bytes: u64,
    run: impl FnOnce() -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let before = cpu_ticks()?;
    run()?;
    let ticks = (cpu_ticks()? - before).max(1);
    #[expect(clippy::print_stdout, reason = "a program for the command line")]
    {
        println!("{what:<16} {:>6} MB per CPU second ({ticks} ms)", bytes / 1000 / ticks);
    }
    Ok(())
}

/// User and system time of this process in milliseconds, as Linux counts it in hundredths of a second.
fn cpu_ticks() -> Result<u64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit_once(')').ok_or("no stat")?.1.split_whitespace().collect();
    Ok((fields[11].parse::<u64>()? + fields[12].parse::<u64>()?) * 10)
}
