//! Which case knows which value: a view by which cases that hold the same address or key find each other.
//!
//! A row stands under an HMAC of kind and canonical spelling, by a key of the node: who steals the table learns of no value
//! that he does not know already, and without the key not even of those. There is a row for what was promoted, and for what
//! a scan found and is told apart from other things by more than its shape. Whether a row counts, the state says: it goes
//! with the entry that is withdrawn or destroyed.

use std::collections::{BTreeMap, BTreeSet};

use comity_record::entry::{Content, Statement};
use comity_record::key::SecretKey;
use comity_record::{CaseId, EntryId};
use comity_scan::Kind;
use comity_store::{Row, Store};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::body::{Body as _, EntryCorrected, read_body};
use crate::casework::{Casework, PAGE};
use crate::error::CaseworkError;
use crate::lead::{FoundHit, HITS, HitPromoted, ScanRecorded};
use crate::state::State;

/// The view of what cases know; keys are the HMAC of a value and the entry that holds it.
pub const KNOWN: &str = "known-values";
/// Bytes of the HMAC.
const TAG_BYTES: usize = 32;

/// The HMAC of a value.
pub(crate) type Tag = [u8; TAG_BYTES];

/// What a row says beside case and entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KnownRow {
    /// The first line of the scan's hits that holds the value, from 1; none for what was promoted.
    line: Option<u64>,
}

/// An entry that holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KnownAt {
    pub(crate) tag: Tag,
    pub(crate) case: CaseId,
    pub(crate) entry: EntryId,
    pub(crate) line: Option<u64>,
}

/// The HMAC under which a value of a kind is known.
pub(crate) fn tag(key: &SecretKey, kind: &str, name: &str) -> Tag {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.expose()).expect("HMAC takes any key");
    mac.update(kind.as_bytes());
    // No kind has a zero byte in it: two pairs never give one message.
    mac.update(&[0]);
    mac.update(name.as_bytes());
    mac.finalize().into_bytes().into()
}

/// The rows that an entry leaves by itself: a hit that was promoted, or the correction of one.
pub(crate) fn rows(
    key: &SecretKey,
    entry: EntryId,
    statement: &Statement,
    content: Option<&Content>,
) -> Vec<Row> {
    let promoted = match statement.kind.as_str() {
        HitPromoted::KIND => read_body::<HitPromoted>(statement, content).ok().flatten(),
        EntryCorrected::KIND => read_body::<EntryCorrected>(statement, content)
            .ok()
            .flatten()
            .and_then(|corrected| corrected.body.deserialized().ok()),
        _ => None,
    };
    let hit = promoted.as_ref().map(|promoted| &promoted.hit);
    let name = hit.and_then(|hit| Some((hit, hit.name()?)));
    name.map(|(hit, name)| row(tag(key, &hit.kind, name), statement.case, entry, None)).into_iter().collect()
}

/// The rows that a scan leaves: one for each value that it found.
pub(crate) fn rows_of_scan<'a>(
    key: &SecretKey,
    case: CaseId,
    scan: EntryId,
    hits: impl IntoIterator<Item = &'a FoundHit>,
) -> Vec<Row> {
    let mut first: BTreeMap<Tag, u64> = BTreeMap::new();
    for (line, hit) in (1..).zip(hits) {
        if let Some(name) = hit.name().filter(|_| tells_apart(hit)) {
            first.entry(tag(key, &hit.kind, name)).or_insert(line);
        }
    }
    first.into_iter().map(|(tag, line)| row(tag, case, scan, Some(line))).collect()
}

/// Whether that two cases found it says something. Pages of all kinds name the same hosts, and what has only the shape of
/// an identifier may be anything.
fn tells_apart(hit: &FoundHit) -> bool {
    let common = [Kind::Url, Kind::DomainName, Kind::IpAddress];
    hit.class != "shape-only" && !common.iter().any(|kind| kind.as_str() == hit.kind)
}

fn row(tag: Tag, case: CaseId, source: EntryId, line: Option<u64>) -> Row {
    let data = comity_record::cbor::to_canonical(&KnownRow { line }).expect("a number can be written");
    Row {
        view: KNOWN.to_owned(),
        key: [tag.as_slice(), source.as_bytes()].concat(),
        case: Some(case),
        source,
        data,
    }
}

impl KnownAt {
    fn of(row: &Row) -> Option<Self> {
        let tag = *row.key.first_chunk::<TAG_BYTES>()?;
        let read: KnownRow = comity_record::cbor::from_canonical(&row.data).ok()?;
        Some(Self { tag, case: row.case?, entry: row.source, line: read.line })
    }

    /// Whether the entry that holds it counts.
    fn counts(&self, state: &State) -> bool {
        state.case(self.case).is_ok_and(|case| case.counts(self.entry))
    }
}

/// The rows of scans, made anew.
#[derive(Default)]
pub(crate) struct ScanRows {
    pub(crate) rows: Vec<Row>,
    /// Scans whose hits cannot be read: which rows they leave is not known.
    pub(crate) unread: BTreeSet<EntryId>,
    done: BTreeSet<EntryId>,
}

impl<S: Store> Casework<S> {
    /// Adds the rows of the scans that a state knows and that are not among these yet, and drops those of scans that it
    /// knows as forgotten.
    pub(crate) async fn add_rows_of_scans(
        &self,
        state: &State,
        made: &mut ScanRows,
    ) -> Result<(), CaseworkError> {
        let key = self.keyring.known_values();
        for case in state.cases() {
            for scan in case.leads.scans() {
                if !made.done.insert(*scan) || state.is_forgotten(case.id, *scan) {
                    continue;
                }
                match self.hits_of(case.id, *scan).await {
                    Ok(hits) => made.rows.extend(rows_of_scan(&key, case.id, *scan, &hits)),
                    Err(CaseworkError::Store(error)) => return Err(error.into()),
                    // That it cannot be read is a fault of its own, told where files are looked after.
                    Err(_) => drop(made.unread.insert(*scan)),
                }
            }
        }
        made.rows.retain(|row| row.case.is_none_or(|case| !state.is_forgotten(case, row.source)));
        Ok(())
    }

    /// The hits of a scan, for the node's own use.
    async fn hits_of(&self, case: CaseId, scan: EntryId) -> Result<Vec<FoundHit>, CaseworkError> {
        let Some(stored) = self.store.entry(scan).await? else { return Ok(vec![]) };
        let (_, content) = self.read_stored(&stored).await?;
        debug_assert!(stored.kind.as_str() == ScanRecorded::KIND);
        let attached = content.map(|content| content.attachments).unwrap_or_default();
        let Some(file) = attached.iter().find(|file| file.name == HITS) else { return Ok(vec![]) };
        let bytes = self.read_object(case, file.sha256).await?;
        // What a later version writes is no hit here, and keeps its line.
        let hit = |line: &[u8]| serde_json::from_slice(line).unwrap_or_else(|_| FoundHit::unknown());
        Ok(bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(hit).collect())
    }

    /// What a case knows, in the order of the HMACs: what counts.
    pub(crate) async fn known_in(&self, case: CaseId) -> Result<Vec<KnownAt>, CaseworkError> {
        let state = self.state();
        let mut found = Vec::new();
        let mut after: Option<Vec<u8>> = None;
        loop {
            let page = self.store.rows(KNOWN, Some(case), after.as_deref(), PAGE).await?;
            let Some(last) = page.last() else { return Ok(found) };
            after = Some(last.key.clone());
            let known = page.iter().filter_map(KnownAt::of);
            found.extend(known.filter(|known| known.case == case && known.counts(&state)));
        }
    }

    /// Where a value is known on this node: in whichever case, as far as it counts.
    pub(crate) async fn known_at(&self, tag: &Tag) -> Result<Vec<KnownAt>, CaseworkError> {
        let state = self.state();
        let mut found = Vec::new();
        let mut after = tag.to_vec();
        loop {
            let page = self.store.rows(KNOWN, None, Some(&after), PAGE).await?;
            let of_it = page.iter().take_while(|row| row.key.starts_with(tag));
            found.extend(of_it.filter_map(KnownAt::of).filter(|known| known.counts(&state)));
            match page.last() {
                Some(last) if last.key.starts_with(tag) => after.clone_from(&last.key),
                _ => return Ok(found),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(kind: &str, class: &str, canonical: &str) -> FoundHit {
        FoundHit {
            kind: kind.into(),
            class: class.into(),
            canonical: Some(canonical.into()),
            ..FoundHit::unknown()
        }
    }

    #[test]
    fn a_value_has_one_row_a_scan_under_a_name_that_only_the_node_can_make() {
        let (key, other) = (SecretKey::from_bytes([1; 32]), SecretKey::from_bytes([2; 32]));
        let (case, scan) = (CaseId::from_bytes([3; 16]), EntryId::of(b"scan"));
        let hits = [
            hit("url", "verified", "https://example.org/"),
            hit("bitcoin-address", "verified", "bc1qone"),
            hit("bitcoin-address", "shape-only", "bc1qtwo"),
            hit("bitcoin-address", "verified", "bc1qone"),
        ];
        let rows = rows_of_scan(&key, case, scan, &hits);
        assert_eq!(rows.len(), 1);
        let known = KnownAt::of(&rows[0]).unwrap();
        assert_eq!(known.tag, tag(&key, "bitcoin-address", "bc1qone"));
        assert_eq!((known.case, known.entry, known.line), (case, scan, Some(2)));
        assert_ne!(known.tag, tag(&other, "bitcoin-address", "bc1qone"));
        assert_ne!(known.tag, tag(&key, "bitcoin-addres", "sbc1qone"));
        let said = format!("{rows:?}");
        assert!(!said.contains("bc1qone"), "{said}");
    }
}
