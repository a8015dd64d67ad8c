//! Holds the adapter for S3-compatible storage against a real server: the suite of every store, and what only a server can
//! show. `s3_conformance SETTINGS`, the settings as a node has them; the bucket must be empty below the prefix.
//!
//! Run by `tests/interop/s3.sh`. Ends with a panic at the first thing that is not as it should be.

use std::cell::Cell;
use std::io::{Read, Write as _};
use std::path::Path;
use std::sync::Arc;

use comity_adapters::s3::{Credentials, Place, S3Store, Settings};
use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_disk::{Disk, SimDisk};
use comity_evidence::vault::{ObjectStore, conformance};
use comity_evidence::{Intake, Limits, NoKeys, Vault};
use comity_record::key::SecretKey;

/// The least that every server takes as a part.
const PART: u64 = 5 << 20;

fn main() {
    let path = std::env::args_os().nth(1).expect("the settings are the argument");
    let text = std::fs::read_to_string(Path::new(&path)).expect("settings");
    let settings = Settings::read(&text).expect("sound settings");
    let number = Cell::new(0);
    conformance::all(|| {
        number.set(number.get() + 1);
        (Arc::new(SimDisk::new()), Box::new(open(&settings, &format!("suite-{}", number.get()))))
    });
    say("the suite of every store holds");
    large_objects(&settings);
    pages(&settings);
}

fn open(settings: &Settings, folder: &str) -> S3Store {
    let Place::File(credentials) = &settings.credentials else { panic!("a file of credentials") };
    let credentials = Credentials::from_file(credentials).expect("credentials");
    let settings = Settings { prefix: format!("{}{folder}/", settings.prefix), ..settings.clone() };
    S3Store::open(settings, credentials, Arc::new(SystemClock), "judge")
        .expect("a bucket")
        .with_part_bytes(PART)
}

fn vault(settings: &Settings, folder: &str, disk: &Arc<dyn Disk>) -> Vault {
    let store = Box::new(open(settings, folder));
    let key = SecretKey::from_bytes([1; 32]);
    Vault::open_over(store, Arc::clone(disk), key, Arc::new(SystemEntropy)).expect("a vault")
}

/// An object of several parts comes back, whole and by ranges, also to another process; scrubbing reads it.
fn large_objects(settings: &Settings) {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    let content: Vec<u8> =
        (0..17_000_000_u32).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    let large = vault(settings, "large", &disk);
    let stored = large
        .add(&mut &content[..], "large", &mut Intake::new(Limits::default()), &NoKeys([7; 16]))
        .expect("an object of several parts is stored");
    drop(large);
    let again = vault(settings, "large", &disk);
    let mut back = Vec::new();
    again.read(&stored.name, &stored.key).expect("it is there").read_to_end(&mut back).expect("it is read");
    assert!(back == content, "it came back as it went in");
    for (offset, length) in [(0, 1), (PART - 1, 2), (9_999_999, 3_000_000), (16_999_999, 10)] {
        let part = again.read_range(&stored.name, &stored.key, offset, length).expect("a range");
        let from = usize::try_from(offset).expect("small");
        assert_eq!(&part[..], &content[from..content.len().min(from + length)]);
    }
    let report = again.scrub(None, u64::MAX).expect("it can be listed");
    assert!(report.objects == 1 && report.damaged.is_empty(), "{report:?}");
    again.remove_unheld([stored.name]).expect("it is removed");
    drop(stored);
    assert_eq!(again.names().expect("a listing"), []);
    say("an object of four parts comes back, and its ranges");
}

/// More objects than a page of a listing has are all listed, each once.
fn pages(settings: &Settings) {
    let disk: Arc<dyn Disk> = Arc::new(SimDisk::new());
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..1100 {
        let mut file = std::fs::File::create(folder.path().join(number.to_string())).expect("a file");
        write!(file, "{number}").expect("a write");
    }
    let many = vault(settings, "pages", &disk);
    let stored = many
        .add_folder(folder.path(), &mut Intake::new(Limits::default()), &NoKeys([7; 16]))
        .expect("a folder is stored");
    let mut names: Vec<_> = stored.files.iter().map(|file| file.object.name).collect();
    names.sort_unstable();
    assert_eq!(many.names().expect("a listing"), names);
    let store = open(settings, "pages");
    assert_eq!(store.names_after(names.get(499), 10_000).expect("a listing"), names[500..]);
    store.remove(&names).expect("all are removed");
    assert_eq!(store.names_after(None, 1).expect("a listing"), []);
    say("more objects than a page has are listed, each once");
}

#[expect(clippy::print_stdout, reason = "the judge reads it")]
fn say(what: &str) {
    println!("{what}");
}
