//! Policies that an office brings.

use comity_policy::Policies;

use crate::Target;

const SCHEMA: &str = include_str!("../../../packs/policies/office.cedarschema");

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![
        Target { name: "policy-policies", seeds: policies, run: load },
        Target { name: "policy-schema", seeds: schemas, run: load_schema },
    ]
}

fn policies() -> Vec<Vec<u8>> {
    let all = include_str!("../../../packs/policies/office.cedar");
    // One policy at a time: what is read is compiled against the schema, which takes as long as there are policies.
    all.split("\n\n").filter(|part| part.contains("@id")).map(|part| part.as_bytes().to_vec()).collect()
}

/// Loaded or refused with a reason; never more than that.
fn load(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _loaded_or_refused = Policies::load(SCHEMA, text);
    }
}

fn schemas() -> Vec<Vec<u8>> {
    vec![SCHEMA.as_bytes().to_vec()]
}

fn load_schema(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _loaded_or_refused = Policies::load(text, "");
    }
}
