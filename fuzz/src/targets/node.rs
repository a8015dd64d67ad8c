//! The reader of forms, as browsers send them.

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![Target { name: "node-form", seeds: forms, run: comity_node::fuzz_form }]
}

fn forms() -> Vec<Vec<u8>> {
    let notes = "text=The+phone%0D%0Awas+off.&empty=&bare&%D8%B3=%D9%84".as_bytes().to_vec();
    let many = "a=%41&".repeat(comity_node::MAX_FIELDS).into_bytes();
    vec![notes, many, b"office=00&officer=Samar&passphrase=x%26y&next=%2Fcases".to_vec()]
}
