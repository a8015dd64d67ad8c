//! Exhibits and their custody as a graph of CASE 1.4 and UCO 1.4, in JSON-LD.
//!
//! One `InvestigativeAction` tells of each act of custody: who did it, when, where, with what, on whose authority. Its
//! result is a `ProvenanceRecord` with the number of the exhibit, which holds the exhibit and its files; the next act has
//! that record as its object and is informed by the act before. Each file has its name, its path in the package, its
//! length and its SHA-256; BLAKE3 has no word in the vocabulary of UCO and stands in the seal alone.
//!
//! The same exhibits give the same bytes: identifiers are made of what they stand for.

use std::collections::BTreeSet;

use comity_record::{ActTime, Sha256Digest};
use serde_json::{Map, Value, json};

use crate::bag::PAYLOAD;
use crate::custody::{CustodyEntry, Party, Piece};
use crate::seal::SealedFile;

/// Where the graph lies in a package.
pub const CASE_UCO: &str = "case-uco.jsonld";

/// An exhibit that is told of.
pub struct Told<'a> {
    /// Its number, as it is called.
    pub label: &'a str,
    /// What people call it.
    pub title: &'a str,
    /// The acts on it in order, each with the identifier of its entry.
    pub acts: Vec<(String, &'a CustodyEntry)>,
    /// Its files, with their paths below `data/`.
    pub files: Vec<&'a SealedFile>,
}

/// The graph of these exhibits of a case.
pub fn graph(case: &str, exhibits: &[Told<'_>]) -> Vec<u8> {
    let mut graph = Graph { case, nodes: vec![], known: BTreeSet::new(), authorizations: vec![] };
    let investigation = graph.id("investigation", &[]);
    let mut holds = Vec::new();
    for exhibit in exhibits {
        holds.extend(graph.exhibit(exhibit));
    }
    let mut node = json!({ "uco-core:name": case, "uco-core:object": references(&holds) });
    if !graph.authorizations.is_empty() {
        node["case-investigation:relevantAuthorization"] = references(&graph.authorizations);
    }
    graph.put(&investigation, "case-investigation:Investigation", node);
    let document = json!({ "@context": context(), "@graph": graph.nodes });
    let mut json = serde_json::to_vec_pretty(&document).expect("texts and numbers are always JSON");
    json.push(b'\n');
    json
}

fn context() -> Value {
    let mut context = Map::new();
    let mut name = |prefix: String, iri: String| context.insert(prefix, Value::String(iri));
    let case = "https://ontology.caseontology.org/case/investigation/";
    name("case-investigation".to_owned(), case.to_owned());
    for part in ["action", "core", "identity", "location", "observable", "tool", "types"] {
        name(format!("uco-{part}"), format!("https://ontology.unifiedcyberontology.org/uco/{part}/"));
    }
    name("xsd".to_owned(), "http://www.w3.org/2001/XMLSchema#".to_owned());
    // The names in the graph are its own; the examples of CASE take this name for that.
    name("kb".to_owned(), "http://example.org/kb/".to_owned());
    Value::Object(context)
}

struct Graph<'a> {
    case: &'a str,
    nodes: Vec<Value>,
    known: BTreeSet<String>,
    authorizations: Vec<String>,
}

impl Graph<'_> {
    /// The records and acts of an exhibit.
    fn exhibit(&mut self, told: &Told<'_>) -> Vec<String> {
        let item = self.id("exhibit", &[told.label]);
        self.put(&item, "uco-observable:ObservableObject", json!({ "uco-core:name": told.title }));
        let mut things = vec![item];
        for file in &told.files {
            things.push(self.file(file));
        }
        let (mut holds, mut before) = (vec![], None);
        for (entry, act) in &told.acts {
            let (action, record) = self.act(told, entry, act, &things, before);
            holds.extend([action.clone(), record.clone()]);
            before = Some((action, record));
        }
        holds
    }

    /// An act, and the record that comes of it.
    fn act(
        &mut self,
        told: &Told<'_>,
        entry: &str,
        act: &CustodyEntry,
        things: &[String],
        before: Option<(String, String)>,
    ) -> (String, String) {
        let action = self.id("investigative-action", &[entry]);
        let record = self.id("provenance-record", &[entry]);
        let name = match &act.piece {
            Piece::Original => told.label.to_owned(),
            Piece::WorkingCopy(number) => format!("{}/{number}", told.label),
        };
        let provenance = json!({
            "uco-core:name": name,
            "uco-core:description": told.title,
            "case-investigation:exhibitNumber": told.label,
            "case-investigation:rootExhibitNumber": told.label,
            "uco-core:object": references(things),
        });
        self.put(&record, "case-investigation:ProvenanceRecord", provenance);

        let performer = act.giver.as_ref().or(act.taker.as_ref()).map(|party| self.party(party));
        let others = act.taker.iter().filter(|_| act.giver.is_some()).chain(&act.present);
        let others: Vec<_> = others.map(|party| self.party(party)).collect();
        let mut node = json!({
            "uco-core:name": act.act.as_str(),
            "uco-core:description": act.reason,
            "uco-action:startTime": moment(&act.at),
            "uco-action:location": references(&[self.place(&act.place)]),
            "uco-action:result": references(std::slice::from_ref(&record)),
        });
        if let Some(performer) = performer {
            node["uco-action:performer"] = reference(&performer);
        }
        let others: BTreeSet<_> = others.into_iter().collect();
        if !others.is_empty() {
            node["uco-action:participant"] = references(&others.into_iter().collect::<Vec<_>>());
        }
        if let Some(tool) = &act.tool {
            let settings = tool.settings.as_deref().unwrap_or_default();
            let id = self.id("tool", &[&tool.name, &tool.version, settings]);
            let mut about = json!({ "uco-core:name": tool.name, "uco-tool:version": tool.version });
            if let Some(settings) = &tool.settings {
                about["uco-core:description"] = json!(settings);
            }
            self.put(&id, "uco-tool:Tool", about);
            node["uco-action:instrument"] = references(&[id]);
        }
        if let Some(authority) = &act.authority {
            let id = self.id("authorization", &[authority]);
            let about = json!({ "case-investigation:authorizationIdentifier": authority });
            if self.put(&id, "case-investigation:Authorization", about) {
                self.authorizations.push(id);
            }
        }
        if let Some((informed_by, object)) = before {
            node["uco-action:object"] = references(&[object]);
            node["case-investigation:wasInformedBy"] = references(&[informed_by]);
        }
        self.put(&action, "case-investigation:InvestigativeAction", node);
        (action, record)
    }

    fn file(&mut self, file: &SealedFile) -> String {
        let id = self.id("file", &[&file.path]);
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let size = json!({ "@type": "xsd:integer", "@value": file.digests.size.to_string() });
        let facet = json!({
            "@id": self.id("file-facet", &[&file.path]),
            "@type": "uco-observable:FileFacet",
            "uco-observable:fileName": name,
            "uco-observable:filePath": format!("{PAYLOAD}/{}", file.path),
            "uco-observable:isDirectory": false,
            "uco-observable:sizeInBytes": size,
        });
        let hash = |id: String, method: &str, digest: &str| {
            json!({
                "@id": id,
                "@type": "uco-types:Hash",
                "uco-types:hashMethod": method,
                "uco-types:hashValue": { "@type": "xsd:hexBinary", "@value": digest },
            })
        };
        let sha256 = hash(self.id("hash", &[&file.path]), "SHA256", &file.digests.sha256.to_string());
        let further = file.further.iter().map(|(algorithm, digest)| {
            // The vocabulary of hash methods has the names of manifests in capitals: MD5, SHA1, SHA512.
            let method = algorithm.as_str().to_ascii_uppercase();
            hash(self.id("hash", &[&file.path, &method]), &method, digest)
        });
        let mut hashes: Vec<_> = [sha256].into_iter().chain(further).collect();
        let hash = if hashes.len() == 1 { hashes.remove(0) } else { Value::Array(hashes) };
        let content = json!({
            "@id": self.id("content-data-facet", &[&file.path]),
            "@type": "uco-observable:ContentDataFacet",
            "uco-observable:sizeInBytes": size,
            "uco-observable:hash": hash,
        });
        self.put(&id, "uco-observable:File", json!({ "uco-core:hasFacet": [facet, content] }));
        id
    }

    /// A person, and where he works.
    fn party(&mut self, party: &Party) -> String {
        let role = party.role.as_deref().unwrap_or_default();
        let person = self.id("person", &[&party.name, role, &party.organisation]);
        let mut about = json!({ "uco-core:name": party.name });
        if let Some(role) = &party.role {
            about["uco-core:description"] = json!(role);
        }
        if self.put(&person, "uco-identity:Person", about) {
            let organisation = self.id("organization", &[&party.organisation]);
            let name = json!({ "uco-core:name": party.organisation });
            self.put(&organisation, "uco-identity:Organization", name);
            let id = self.id("relationship", &[&person, &organisation]);
            let about = json!({
                "uco-core:source": reference(&person),
                "uco-core:target": reference(&organisation),
                "uco-core:kindOfRelationship": "Member_Of",
                "uco-core:isDirectional": true,
            });
            self.put(&id, "uco-core:Relationship", about);
        }
        person
    }

    fn place(&mut self, place: &str) -> String {
        let id = self.id("location", &[place]);
        self.put(&id, "uco-location:Location", json!({ "uco-core:name": place }));
        id
    }

    /// Adds a node, unless it is there already.
    fn put(&mut self, id: &str, kind: &str, mut about: Value) -> bool {
        let new = self.known.insert(id.to_owned());
        if new {
            about["@id"] = json!(id);
            about["@type"] = json!(kind);
            self.nodes.push(about);
        }
        new
    }

    /// An identifier that ends in a UUID, as UCO suggests. Its bits are those of a digest; the form is that of version 4,
    /// because UCO does not know version 8, which RFC 9562 has for this.
    fn id(&self, kind: &str, parts: &[&str]) -> String {
        let text = serde_json::to_vec(&(self.case, kind, parts)).expect("texts are always JSON");
        let mut bytes = *Sha256Digest::of(&text).as_bytes();
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex = hex::encode(&bytes[..16]);
        let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
        format!("kb:{kind}-{}", parts.join("-"))
    }
}

fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

fn references(ids: &[String]) -> Value {
    ids.iter().map(|id| reference(id)).collect()
}

/// RFC 3339 without the name of the zone, which XML Schema does not know.
fn moment(at: &ActTime) -> Value {
    let stamp = at.as_str().split('[').next().unwrap_or_default();
    json!({ "@type": "xsd:dateTime", "@value": stamp })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::custody::Act;
    use crate::hash::{Digests, Further};

    fn act(act: Act, giver: Option<&str>, taker: Option<&str>) -> CustodyEntry {
        let party = |name: &str| Party { name: name.into(), role: None, organisation: "Unit".into() };
        let value = json!({
            "exhibit": "E-1", "piece": "original", "act": act.as_str(), "place": "Dushanbe",
            "at": "2026-11-23T12:00:00+05:00[Asia/Dushanbe]", "reason": "search", "authority": "warrant 7",
            "giver": giver.map(party), "taker": taker.map(party),
        });
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn every_act_is_an_action_that_follows_the_one_before() {
        let acts = [act(Act::Collected, None, Some("A")), act(Act::HandedOver, Some("A"), Some("B"))];
        let digests = Digests::of(b"x");
        let file = SealedFile { path: "E-1/a".into(), original: None, digests, further: Further::default() };
        let acts = acts.iter().zip(["01", "02"]).map(|(act, entry)| (entry.to_owned(), act)).collect();
        let told = [Told { label: "E-1", title: "A phone", acts, files: vec![&file] }];
        let bytes = graph("case", &told);
        assert_eq!(bytes, graph("case", &told));
        let graph: Value = serde_json::from_slice(&bytes).unwrap();
        let of = |kind: &str| -> Vec<&Value> {
            let nodes = graph["@graph"].as_array().unwrap();
            nodes.iter().filter(|node| node["@type"].as_str().unwrap().ends_with(kind)).collect()
        };
        let actions = of("InvestigativeAction");
        assert_eq!(actions.len(), 2);
        assert_eq!(actions[1]["case-investigation:wasInformedBy"][0]["@id"], actions[0]["@id"]);
        assert_eq!(actions[1]["uco-action:object"], actions[0]["uco-action:result"]);
        assert_eq!(actions[0]["uco-action:startTime"]["@value"], "2026-11-23T12:00:00+05:00");
        let counts = ["Person", "Organization", "Location", "Authorization", "ProvenanceRecord", "File"];
        assert_eq!(counts.map(|kind| of(kind).len()), [2, 1, 1, 1, 2, 1]);
        let hash = &of("File")[0]["uco-core:hasFacet"][1]["uco-observable:hash"];
        assert_eq!(hash["uco-types:hashValue"]["@value"], digests.sha256.to_string());
        let further: Further =
            serde_json::from_value(json!({ "md5": "900150983cd24fb0d6963f7d28e17f72" })).unwrap();
        let file = SealedFile { further, ..file.clone() };
        let told = [Told { files: vec![&file], acts: vec![], ..told[0] }];
        let more: Value = serde_json::from_slice(&super::graph("case", &told)).unwrap();
        let file =
            more["@graph"].as_array().unwrap().iter().find(|node| node["@type"] == "uco-observable:File");
        let hashes = &file.unwrap()["uco-core:hasFacet"][1]["uco-observable:hash"];
        assert_eq!(hashes[0]["uco-types:hashMethod"], "SHA256");
        assert_eq!(hashes[1]["uco-types:hashMethod"], "MD5");
        assert_ne!(hashes[0]["@id"], hashes[1]["@id"]);
        let mut seen = BTreeSet::new();
        assert!(graph["@graph"].as_array().unwrap().iter().all(|node| seen.insert(node["@id"].to_string())));
    }
}
