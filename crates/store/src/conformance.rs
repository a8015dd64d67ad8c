//! The suite that every back end must pass. A back end's tests call [`all`] with a way to make an empty store.

use comity_record::{CaseId, EntryId, Sha256Digest};

use crate::{
    Delta, Head, MAX_PAGE, QueueChange, QueueItem, Row, RowChange, Store, StoreError, StoredEntry, Wrap,
    WrapChange, WrapKind,
};

/// Runs every check on a fresh store each.
///
/// # Panics
/// Panics, as a test does, at the first thing that a store does not do as the trait says.
pub async fn all<S: Store, F: AsyncFn() -> S>(fresh: F) {
    an_empty_store_is_empty(&fresh().await).await;
    entries_come_back_as_they_went_in(&fresh().await).await;
    a_delta_for_another_size_changes_nothing(&fresh().await).await;
    a_delta_that_does_not_fit_changes_nothing(&fresh().await).await;
    forgetting_destroys_content_rows_and_nothing_else(&fresh().await).await;
    wraps_are_replaced_destroyed_and_listed_in_order(&fresh().await).await;
    rows_are_ordered_filtered_and_paged(&fresh().await).await;
    clearing_rows_comes_before_the_rows_of_the_same_delta(&fresh().await).await;
    queues_give_what_is_due(&fresh().await).await;
    settings_are_set_and_removed(&fresh().await).await;
    pages_are_bounded(&fresh().await).await;
}

fn case(n: u8) -> CaseId {
    CaseId::from_bytes([n; 16])
}

/// An entry with made-up bytes: a store does not read statements.
fn entry(case: CaseId, sequence: u64, log_index: u64) -> StoredEntry {
    let statement = [case.as_bytes().as_slice(), &sequence.to_be_bytes()].concat();
    StoredEntry {
        id: EntryId::of(&statement),
        case,
        kind: "note.written".parse().expect("a word"),
        sequence,
        log_index,
        seal: Sha256Digest::of(&statement).as_bytes().to_vec(),
        sealed: Some(vec![0, 1, 255, u8::try_from(sequence % 256).expect("below 256")]),
        statement,
    }
}

fn row(view: &str, key: &[u8], of: Option<CaseId>, source: EntryId) -> Row {
    Row { view: view.into(), key: key.to_vec(), case: of, source, data: [b"data of ", key].concat() }
}

fn item(id: u8, due: i64) -> QueueItem {
    QueueItem { queue: "out".into(), id: vec![id], due, tries: 0, data: vec![id; 3] }
}

async fn append<S: Store>(store: &S, entries: Vec<StoredEntry>) {
    let expected_size = store.head().await.expect("head").size;
    store.commit(Delta { append: entries, ..Delta::at(expected_size) }).await.expect("append");
}

async fn an_empty_store_is_empty<S: Store>(store: &S) {
    assert_eq!(store.head().await.expect("head"), Head { size: 0 });
    assert!(store.entry(EntryId::of(b"x")).await.expect("entry").is_none());
    assert!(store.log_entries(0, 10).await.expect("log").is_empty());
    assert!(store.rows("cases", None, None, 10).await.expect("rows").is_empty());
    assert!(store.wraps(None, 10).await.expect("wraps").is_empty());
    assert!(store.due("out", i64::MAX, 10).await.expect("due").is_empty());
}

async fn entries_come_back_as_they_went_in<S: Store>(store: &S) {
    let (a, b) = (case(1), case(2));
    let entries = vec![entry(a, 0, 0), entry(b, 0, 1), entry(a, 1, 2)];
    append(store, entries[..2].to_vec()).await;
    append(store, entries[2..].to_vec()).await;
    assert_eq!(store.head().await.expect("head").size, 3);
    assert_eq!(store.entry(entries[1].id).await.expect("entry").as_ref(), Some(&entries[1]));
    assert_eq!(store.log_entries(0, 10).await.expect("log"), entries);
    assert_eq!(store.log_entries(1, 1).await.expect("log"), entries[1..2]);
    let of_a = store.case_entries(a, 0, 10).await.expect("case");
    assert_eq!(of_a, [entries[0].clone(), entries[2].clone()]);
    assert_eq!(store.case_entries(a, 1, 10).await.expect("case"), entries[2..]);
}

async fn a_delta_for_another_size_changes_nothing<S: Store>(store: &S) {
    append(store, vec![entry(case(1), 0, 0)]).await;
    for expected in [0, 2] {
        let delta = Delta {
            append: vec![entry(case(1), 1, 1)],
            settings: vec![("set".into(), Some(vec![1]))],
            ..Delta::at(expected)
        };
        let refused = store.commit(delta).await;
        assert!(matches!(refused, Err(StoreError::Conflict { expected: e, found: 1 }) if e == expected));
    }
    assert_eq!(store.head().await.expect("head").size, 1);
    assert!(store.setting("set").await.expect("setting").is_none());
}

async fn a_delta_that_does_not_fit_changes_nothing<S: Store>(store: &S) {
    let first = entry(case(1), 0, 0);
    append(store, vec![first.clone()]).await;
    let same_place = StoredEntry { id: EntryId::of(b"another"), ..entry(case(1), 0, 1) };
    let same_id = StoredEntry { sequence: 1, log_index: 1, ..first.clone() };
    for (wrong, why) in
        [(entry(case(1), 1, 2), "a gap in the log"), (same_place, "a taken place"), (same_id, "a known id")]
    {
        let delta =
            Delta { append: vec![wrong], settings: vec![("set".into(), Some(vec![1]))], ..Delta::at(1) };
        assert!(store.commit(delta).await.is_err(), "accepted {why}");
    }
    let forget = Delta { forget: vec![EntryId::of(b"unknown")], ..Delta::at(1) };
    assert!(store.commit(forget).await.is_err(), "forgot an unknown entry");
    assert_eq!(store.log_entries(0, 10).await.expect("log"), [first]);
    assert!(store.setting("set").await.expect("setting").is_none());
}

async fn forgetting_destroys_content_rows_and_nothing_else<S: Store>(store: &S) {
    let (gone, kept) = (entry(case(1), 0, 0), entry(case(1), 1, 1));
    append(store, vec![gone.clone(), kept.clone()]).await;
    let put = |key: &[u8], source| RowChange::Put(row("people", key, Some(case(1)), source));
    let rows = vec![put(b"a", gone.id), put(b"b", kept.id)];
    store.commit(Delta { rows, ..Delta::at(2) }).await.expect("rows");
    store.commit(Delta { forget: vec![gone.id], ..Delta::at(2) }).await.expect("forget");
    let read = store.entry(gone.id).await.expect("entry").expect("the statement stays");
    assert_eq!(read, StoredEntry { sealed: None, ..gone });
    assert_eq!(store.entry(kept.id).await.expect("entry"), Some(kept));
    let left = store.rows("people", None, None, 10).await.expect("rows");
    assert_eq!(left.iter().map(|r| r.key.as_slice()).collect::<Vec<_>>(), [b"b"]);
}

async fn wraps_are_replaced_destroyed_and_listed_in_order<S: Store>(store: &S) {
    let put =
        |kind, id: u8, wrapped: u8| WrapChange::Put(Wrap { kind, id: vec![id], wrapped: vec![wrapped] });
    let wraps = vec![
        put(WrapKind::Entry, 1, 1),
        put(WrapKind::Case, 9, 2),
        put(WrapKind::Case, 3, 3),
        put(WrapKind::Case, 3, 4),
    ];
    store.commit(Delta { wraps, ..Delta::at(0) }).await.expect("put");
    assert_eq!(store.wrap(WrapKind::Case, &[3]).await.expect("wrap"), Some(vec![4]));
    let names = async |after| -> Vec<(WrapKind, u8)> {
        store.wraps(after, 10).await.expect("wraps").iter().map(|w| (w.kind, w.id[0])).collect()
    };
    use WrapKind::{Case, Entry};
    assert_eq!(names(None).await, [(Case, 3), (Case, 9), (Entry, 1)]);
    assert_eq!(names(Some((Case, vec![3]))).await, [(Case, 9), (Entry, 1)]);
    let wraps = vec![WrapChange::Destroy(Case, vec![3]), WrapChange::Destroy(Case, vec![77])];
    store.commit(Delta { wraps, ..Delta::at(0) }).await.expect("destroy");
    assert_eq!(store.wrap(Case, &[3]).await.expect("wrap"), None);
    assert_eq!(names(None).await, [(Case, 9), (Entry, 1)]);
}

async fn rows_are_ordered_filtered_and_paged<S: Store>(store: &S) {
    let source = entry(case(1), 0, 0);
    append(store, vec![source.clone()]).await;
    let rows = [
        row("exhibits", b"c", Some(case(1)), source.id),
        row("exhibits", b"a", Some(case(2)), source.id),
        row("exhibits", &[0xff], None, source.id),
        row("exhibits", &[], Some(case(1)), source.id),
        row("requests", b"a", Some(case(1)), source.id),
    ];
    let changes = rows.iter().cloned().map(RowChange::Put).collect();
    store.commit(Delta { rows: changes, ..Delta::at(1) }).await.expect("rows");
    let keys = async |of, after: Option<&[u8]>, limit| -> Vec<Vec<u8>> {
        let page = store.rows("exhibits", of, after, limit).await.expect("rows");
        page.into_iter().map(|r| r.key).collect()
    };
    assert_eq!(keys(None, None, 10).await, [vec![], b"a".to_vec(), b"c".to_vec(), vec![0xff]]);
    assert_eq!(keys(Some(case(1)), None, 10).await, [vec![], b"c".to_vec()]);
    assert_eq!(keys(None, Some(b"a"), 1).await, [b"c".to_vec()]);
    assert_eq!(store.row("requests", b"a").await.expect("row"), Some(rows[4].clone()));
    let replaced = Row { data: b"new".to_vec(), case: None, ..rows[4].clone() };
    let changes = vec![RowChange::Put(replaced.clone()), RowChange::Delete("exhibits".into(), b"c".to_vec())];
    store.commit(Delta { rows: changes, ..Delta::at(1) }).await.expect("change");
    assert_eq!(store.row("requests", b"a").await.expect("row"), Some(replaced));
    assert_eq!(store.row("exhibits", b"c").await.expect("row"), None);
}

async fn clearing_rows_comes_before_the_rows_of_the_same_delta<S: Store>(store: &S) {
    let source = entry(case(1), 0, 0);
    append(store, vec![source.clone()]).await;
    let old = RowChange::Put(row("cases", b"old", None, source.id));
    store.commit(Delta { rows: vec![old], ..Delta::at(1) }).await.expect("rows");
    let new = row("cases", b"new", None, source.id);
    let changes = vec![RowChange::Put(new.clone()), RowChange::Clear];
    store.commit(Delta { rows: changes, ..Delta::at(1) }).await.expect("rebuild");
    assert_eq!(store.rows("cases", None, None, 10).await.expect("rows"), [new]);
}

async fn queues_give_what_is_due<S: Store>(store: &S) {
    let other = QueueItem { queue: "clocks".into(), ..item(1, 0) };
    let items = [item(2, 20), item(1, 20), item(3, 10), item(4, 21), other];
    let queue = items.iter().cloned().map(QueueChange::Put).collect();
    store.commit(Delta { queue, ..Delta::at(0) }).await.expect("put");
    let due = async |now, limit| -> Vec<u8> {
        store.due("out", now, limit).await.expect("due").iter().map(|i| i.id[0]).collect()
    };
    assert_eq!(due(20, 10).await, [3, 1, 2]);
    assert_eq!(due(20, 1).await, [3]);
    let later = QueueItem { due: 99, tries: 1, ..item(3, 10) };
    let queue = vec![QueueChange::Put(later.clone()), QueueChange::Remove("out".into(), vec![1])];
    store.commit(Delta { queue, ..Delta::at(0) }).await.expect("change");
    assert_eq!(due(20, 10).await, [2]);
    assert_eq!(store.due("out", 99, 10).await.expect("due").last(), Some(&later));
}

async fn settings_are_set_and_removed<S: Store>(store: &S) {
    let set = |value: Option<&[u8]>| Delta {
        settings: vec![("language".into(), value.map(<[u8]>::to_vec))],
        ..Delta::at(0)
    };
    store.commit(set(Some(b"tg"))).await.expect("set");
    store.commit(set(Some(b"fa"))).await.expect("replace");
    assert_eq!(store.setting("language").await.expect("setting"), Some(b"fa".to_vec()));
    store.commit(set(None)).await.expect("remove");
    assert_eq!(store.setting("language").await.expect("setting"), None);
}

async fn pages_are_bounded<S: Store>(store: &S) {
    let over = u64::from(MAX_PAGE) + 1;
    append(store, (0..over).map(|n| entry(case(1), n, n)).collect()).await;
    let page = store.log_entries(0, u32::MAX).await.expect("log");
    assert_eq!(page.len(), usize::try_from(MAX_PAGE).expect("fits"));
    let rest = store.case_entries(case(1), u64::from(MAX_PAGE), u32::MAX).await.expect("case");
    assert_eq!(rest.len(), 1);
}
