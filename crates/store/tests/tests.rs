//! The store in memory passes the suite of every store.

#[tokio::test]
async fn the_store_in_memory_conforms() {
    comity_store::conformance::all(async || comity_store::MemoryStore::default()).await;
}
