//! Kill -9 at any moment: nothing that was acknowledged is lost, and nothing is there twice.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use comity_store::{Delta, Row, RowChange, Store as _, StoredEntry};
use comity_store_sqlite::SqliteStore;

use crate::{entry, open, place};

const CHILD: &str = "COMITY_STORE_SQLITE_CHILD";
const KILLS: u64 = 50;

/// Not a test of its own: the process that is killed. It commits for as long as it lives.
#[tokio::test]
async fn child_that_commits() {
    let Some(path) = std::env::var_os(CHILD) else { return };
    let store = open(Path::new(&path)).await;
    let mut size = store.head().await.unwrap().size;
    println!(); // ends the line that the harness began
    loop {
        let after = size + 1 + size % 3;
        let forget = forgotten_by(size);
        store.commit(delta(size, after)).await.unwrap();
        size = after;
        let mut out = std::io::stdout().lock();
        writeln!(out, "taken {size} {}", forget.map_or(-1, i64::from)).unwrap();
        out.flush().unwrap();
    }
}

/// Every third commit or so destroys the content of an earlier entry.
fn forgotten_by(size: u64) -> Option<u32> {
    (size % 5 == 4).then(|| u32::try_from(size / 2).unwrap())
}

/// One to three entries, a row for each, and the size as a setting: all or nothing of it must be there.
fn delta(size: u64, after: u64) -> Delta {
    let append: Vec<StoredEntry> = (size..after).map(entry).collect();
    let row = |e: &StoredEntry| {
        RowChange::Put(Row {
            view: "log".into(),
            key: e.log_index.to_be_bytes().to_vec(),
            case: Some(e.case),
            source: e.id,
            data: e.statement.clone(),
        })
    };
    Delta {
        rows: append.iter().map(row).collect(),
        append,
        forget: forgotten_by(size).map(|n| entry(n.into()).id).into_iter().collect(),
        settings: vec![("size".into(), Some(after.to_be_bytes().to_vec()))],
        ..Delta::at(size)
    }
}

/// Runs a child, kills it at a moment that `round` decides, and gives the last size that it acknowledged, with
/// what it said that it forgot.
fn run_and_kill(path: &Path, round: u64) -> (u64, Vec<u64>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child_that_commits", "--nocapture", "--test-threads=1"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // A different number of commits and a different fraction of one each round; round 0 dies while it opens.
    let commits = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 60;
    let rest = Duration::from_micros((round.wrapping_mul(0xd134_2543_de82_ef95) >> 40) % 3000);
    let (mut size, mut forgotten) = (0, vec![]);
    let mut note = |line: &str| {
        // The harness writes lines of its own, and a kill may cut the last one.
        let words: Vec<&str> = line.split(' ').collect();
        if let ["taken", taken, forgot] = words[..words.len().min(3)]
            && let (Ok(taken), Ok(forgot)) = (taken.parse::<u64>(), forgot.parse::<i64>())
        {
            size = taken;
            forgotten.extend(u64::try_from(forgot));
            return true;
        }
        false
    };
    let mut seen = 0;
    while round > 0 && seen < commits {
        seen += u64::from(note(&lines.next().expect("the child died by itself").unwrap()));
    }
    let begun = Instant::now();
    while begun.elapsed() < rest {
        std::hint::spin_loop();
    }
    child.kill().unwrap(); // SIGKILL
    child.wait().unwrap();
    // What it acknowledged before it died and we had not read yet. A line without an end was not said.
    for line in lines.map_while(Result::ok) {
        note(&line);
    }
    (size, forgotten)
}

#[tokio::test]
async fn fifty_kills_lose_nothing_and_repeat_nothing() {
    let (_folder, path) = place();
    let (mut acknowledged, mut forgotten) = (0, std::collections::BTreeSet::new());
    for round in 0..KILLS {
        let (size, forgot) = run_and_kill(&path, round);
        acknowledged = acknowledged.max(size);
        forgotten.extend(forgot);
        let store = open(&path).await;
        verify(&store, acknowledged, &forgotten).await;
        // The next child goes on from what is there; a file that was never closed is opened by it as it is.
        if round % 2 == 0 {
            store.close().await.unwrap();
        }
    }
    let store = open(&path).await;
    store.check().await.unwrap();
    let size = store.head().await.unwrap().size;
    assert!(size >= KILLS && !forgotten.is_empty(), "the children did work: {size}");
    println!("{KILLS} kills: {acknowledged} acknowledged, {size} there, {} forgotten", forgotten.len());
}

async fn verify(store: &SqliteStore, acknowledged: u64, forgotten: &std::collections::BTreeSet<u64>) {
    let size = store.head().await.unwrap().size;
    assert!(size >= acknowledged, "{acknowledged} acknowledged, {size} there");
    let (mut entries, mut rows) = (vec![], vec![]);
    loop {
        let page = store.log_entries(u64::try_from(entries.len()).unwrap(), 1000).await.unwrap();
        if page.is_empty() {
            break;
        }
        entries.extend(page);
    }
    loop {
        let page = store.rows("log", None, rows.last().map(Vec::as_slice), 1000).await.unwrap();
        if page.is_empty() {
            break;
        }
        rows.extend(page.into_iter().map(|r| r.key));
    }
    assert_eq!(u64::try_from(entries.len()).unwrap(), size);
    let mut kept = vec![];
    for (n, found) in (0..).zip(entries) {
        let whole = entry(n);
        if found.sealed.is_some() {
            assert!(!forgotten.contains(&n), "{n} was forgotten");
            kept.push(n.to_be_bytes().to_vec());
        }
        assert_eq!(StoredEntry { sealed: whole.sealed.clone(), ..found.clone() }, whole, "entry {n}");
        assert!(found.sealed.is_none() || found.sealed == whole.sealed);
    }
    assert_eq!(rows, kept, "a row for each entry that is not forgotten");
    let said = store.setting("size").await.unwrap();
    assert_eq!(said.unwrap_or(0u64.to_be_bytes().to_vec()), size.to_be_bytes());
}
