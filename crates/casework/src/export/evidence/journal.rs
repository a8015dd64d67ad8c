//! The journal in a package, read by somebody who has nothing but the package.

use std::collections::{BTreeMap, BTreeSet};

use comity_journal::{KnownLog, ProofFile, SignedNote, Trust};
use comity_record::entry::{Author, Content, SignedStatement, Statement};
use comity_record::seal::{NodeSeal, SignedSeal};
use comity_record::sign::VerifyingKey;
use comity_record::{EntryId, OfficeId, OfficerId};

use super::check::PackageFinding;
use super::record::PackageRecord;
use super::{CHECKPOINT, JOURNAL};
use crate::approval::only_reference;
use crate::body::{
    Body, EntryCorrected, FoundingConfirmed, NewOfficer, OfficeAct, OfficeApproval, OfficeFounded,
    OfficeProposal, OfficeRejection, office_journal,
};
use crate::exchange;

/// What a journal shows.
pub(super) struct Journal {
    /// The key of the node, as the founding of the offices names it.
    pub(super) node: VerifyingKey,
    /// The entries of the case, in their order.
    pub(super) entries: Vec<Read>,
    offices: BTreeMap<OfficeId, People>,
}

/// An entry that was signed by its author and sealed and logged by the node.
pub(super) struct Read {
    pub(super) id: EntryId,
    pub(super) statement: Statement,
    pub(super) content: Option<Content>,
}

/// Who signs for an office.
#[derive(Default)]
struct People {
    officers: BTreeMap<OfficerId, NewOfficer>,
    founding: Option<EntryId>,
    second: Option<OfficerId>,
    founded: bool,
    /// What waits for a second person: who proposed it, and what.
    proposals: BTreeMap<EntryId, (OfficerId, OfficeAct)>,
}

/// The files of one entry.
struct Part<'a> {
    stem: &'a str,
    office: Option<OfficeId>,
    number: u64,
    signed: SignedStatement,
    seal: SignedSeal,
}

impl Journal {
    /// Reads and verifies the journal. The first thing that does not hold is told.
    pub(super) fn read(
        files: &BTreeMap<String, Vec<u8>>,
        record: &PackageRecord,
    ) -> Result<Self, PackageFinding> {
        let mut parts = Vec::new();
        let mut known = BTreeSet::from([CHECKPOINT.to_owned()]);
        for stem in files.keys().filter_map(|path| path.strip_suffix(".statement")) {
            parts.push(Part::read(files, stem)?);
            known.extend(["statement", "seal", "content", "tlog-proof"].map(|part| format!("{stem}.{part}")));
        }
        if let Some(path) = files.keys().find(|path| !known.contains(*path)) {
            return Err(fault(path, "no entry belongs to it"));
        }
        parts.sort_by_key(|part| part.seal.unverified().log_index);
        let first = parts.first().ok_or_else(|| fault(CHECKPOINT, "there is no entry"))?;
        let founded: OfficeFounded = opened(files, first)?
            .and_then(|content| content.read().ok())
            .ok_or_else(|| fault(first.stem, "the first entry does not found an office"))?;
        let mut journal = Self { node: founded.node, entries: vec![], offices: BTreeMap::new() };
        let known = KnownLog::of_node(journal.node.key_id(), vec![journal.node]);
        let note = bytes(files, CHECKPOINT)?;
        let note = SignedNote::parse(note).map_err(|e| fault(CHECKPOINT, &e.to_string()))?;
        let mut ends: BTreeMap<OfficeId, (u64, Option<EntryId>)> = BTreeMap::new();
        let mut last = None;
        for part in parts {
            let wrong = |why: &str| fault(part.stem, why);
            let seal = part.seal.verify(&journal.node).map_err(|e| wrong(&e.to_string()))?;
            fits(&part, seal, record)?;
            if last.is_some_and(|last| seal.recorded < last) {
                return Err(wrong("it was recorded before the entry before it"));
            }
            last = Some(seal.recorded);
            match part.office {
                Some(office) => {
                    let (next, previous) =
                        ends.insert(office, (seal.sequence + 1, Some(seal.entry))).unwrap_or_default();
                    if (seal.sequence, seal.previous) != (next, previous) {
                        return Err(wrong("an entry is missing before it"));
                    }
                }
                None if seal.sequence > record.up_to => return Err(wrong("it is later than the package")),
                None => {}
            }
            prove(files, &part, seal, &known, &note)?;
            let content = opened(files, &part)?;
            journal.admit(&part, content.as_ref(), record)?;
            if part.office.is_none() {
                let statement = part.signed.unverified().clone();
                journal.entries.push(Read { id: part.signed.id(), statement, content });
            }
        }
        Ok(journal)
    }

    /// The key of an officer as it is in force at the end, and his name.
    pub(super) fn officer(&self, office: OfficeId, officer: OfficerId) -> Option<&NewOfficer> {
        self.offices.get(&office)?.officers.get(&officer)
    }

    /// The body of an entry as its last correction has it.
    pub(super) fn body<T: Body>(&self, entry: &Read) -> Option<T> {
        let mut body = entry.content.as_ref()?.read().ok();
        for later in self.of::<EntryCorrected>("corrects", entry.id) {
            let corrected: Option<EntryCorrected> =
                later.content.as_ref().and_then(|content| content.read().ok());
            body = corrected.and_then(|corrected| corrected.body.deserialized().ok()).or(body);
        }
        body
    }

    /// The entries of a kind that refer to an entry in a role.
    pub(super) fn of<T: Body>(&self, role: &'static str, of: EntryId) -> impl Iterator<Item = &Read> {
        let refers = move |entry: &&Read| {
            entry.statement.kind.as_str() == T::KIND
                && entry.statement.refs.iter().any(|it| it.role.as_str() == role && it.entry == of)
        };
        self.entries.iter().filter(refers)
    }

    /// Whether its author signed it with the key that he had; and what follows from it for the keys.
    fn admit(
        &mut self,
        part: &Part<'_>,
        content: Option<&Content>,
        record: &PackageRecord,
    ) -> Result<(), PackageFinding> {
        let wrong = |why: &str| fault(part.stem, why);
        let (id, statement) = (part.signed.id(), part.signed.unverified());
        let kind = statement.kind.as_str();
        if content.is_none() {
            let absent = match part.office {
                Some(_) => exchange::KINDS.contains(&kind),
                None => record.withheld.contains_key(&part.number),
            };
            if !absent {
                return Err(wrong("its content is missing"));
            }
        }
        if kind == OfficeFounded::KIND {
            let founded: OfficeFounded = body(part, content)?;
            let [first, second] = &founded.founders;
            let fits = founded.node == self.node
                && founded.office == statement.office
                && part.office == Some(founded.office)
                && (first.id != second.id && first.key != second.key)
                && statement.author == Author::Officer(first.id);
            if !fits || self.offices.contains_key(&founded.office) {
                return Err(wrong("it does not found an office of this node by two persons"));
            }
            part.signed.verify(&first.key).map_err(|e| wrong(&e.to_string()))?;
            let second = Some(second.id);
            let officers = founded.founders.into_iter().map(|founder| (founder.id, founder)).collect();
            let people = People { officers, founding: Some(id), second, ..People::default() };
            self.offices.insert(founded.office, people);
            return Ok(());
        }
        let people =
            self.offices.get_mut(&statement.office).ok_or_else(|| wrong("its office is not known"))?;
        let Author::Officer(author) = statement.author else {
            return part.signed.verify(&self.node).map(drop).map_err(|e| wrong(&e.to_string()));
        };
        let key = people.officers.get(&author).map(|officer| officer.key);
        let key = key.ok_or_else(|| wrong("its author was no officer of the office then"))?;
        part.signed.verify(&key).map_err(|e| wrong(&e.to_string()))?;
        if kind == FoundingConfirmed::KIND {
            let confirms = only_reference(statement, "confirms").ok();
            if confirms.is_none() || confirms != people.founding || Some(author) != people.second {
                return Err(wrong("it is not by the second founder"));
            }
            people.founded = true;
        }
        if !people.founded {
            return Err(wrong("the second founder had not confirmed"));
        }
        if part.office.is_some() {
            people.decide(part, id, author, content)?;
        }
        Ok(())
    }
}

impl People {
    /// What two persons decide about officers and keys.
    fn decide(
        &mut self,
        part: &Part<'_>,
        id: EntryId,
        author: OfficerId,
        content: Option<&Content>,
    ) -> Result<(), PackageFinding> {
        let wrong = |why: &str| fault(part.stem, why);
        let statement = part.signed.unverified();
        match statement.kind.as_str() {
            OfficeProposal::KIND => {
                let proposal: OfficeProposal = body(part, content)?;
                self.proposals.insert(id, (author, proposal.act));
            }
            OfficeRejection::KIND => {
                let rejects = only_reference(statement, "rejects").map_err(|e| wrong(&e.to_string()))?;
                self.proposals.remove(&rejects);
            }
            OfficeApproval::KIND => {
                let approves = only_reference(statement, "approves").map_err(|e| wrong(&e.to_string()))?;
                let approved = self.proposals.remove(&approves).filter(|(proposer, _)| *proposer != author);
                let (_, act) =
                    approved.ok_or_else(|| wrong("it approves no open proposal of another person"))?;
                self.carry_out(act);
            }
            _ => {}
        }
        Ok(())
    }

    fn carry_out(&mut self, act: OfficeAct) {
        match act {
            OfficeAct::AddOfficer(new) => {
                self.officers.entry(new.id).or_insert(new);
            }
            OfficeAct::SetRoles(officer, roles) => {
                if let Some(officer) = self.officers.get_mut(&officer) {
                    officer.roles = roles;
                }
            }
            OfficeAct::ReplaceKey(officer, key) => {
                if let Some(officer) = self.officers.get_mut(&officer) {
                    officer.key = key;
                }
                // What waits on the word of the old key waits no longer.
                let of_him = |act: &OfficeAct| matches!(act, OfficeAct::ReplaceKey(of, _) if *of == officer);
                self.proposals.retain(|_, (proposer, act)| *proposer != officer && !of_him(act));
            }
            _ => {}
        }
    }
}

impl<'a> Part<'a> {
    fn read(files: &BTreeMap<String, Vec<u8>>, stem: &'a str) -> Result<Self, PackageFinding> {
        let wrong = |why: &str| fault(stem, why);
        let place = || {
            let place = stem.strip_prefix(JOURNAL)?;
            let (office, number) = match place.strip_prefix("offices/") {
                Some(rest) => rest.split_once('/').map(|(office, number)| (Some(office), number))?,
                None => (None, place.strip_prefix("entries/")?),
            };
            let office = office.map(str::parse::<OfficeId>).transpose().ok()?;
            (number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(())?;
            Some((office, number.parse::<u64>().ok()?))
        };
        let (office, number) = place().ok_or_else(|| wrong("it has no place in a journal"))?;
        let signed = SignedStatement::parse(bytes(files, &format!("{stem}.statement"))?);
        let seal = SignedSeal::parse(bytes(files, &format!("{stem}.seal"))?);
        Ok(Self {
            stem,
            office,
            number,
            signed: signed.map_err(|e| wrong(&e.to_string()))?,
            seal: seal.map_err(|e| wrong(&e.to_string()))?,
        })
    }
}

/// Whether statement, seal and place say the same.
fn fits(part: &Part<'_>, seal: &NodeSeal, record: &PackageRecord) -> Result<(), PackageFinding> {
    let statement = part.signed.unverified();
    let case = part.office.map_or(record.case, office_journal);
    let fits = seal.entry == part.signed.id()
        && (seal.case, statement.case) == (case, case)
        && seal.sequence == part.number
        && part.office.is_none_or(|office| statement.office == office);
    if fits { Ok(()) } else { Err(fault(part.stem, "its seal is of another entry or place")) }
}

fn opened(files: &BTreeMap<String, Vec<u8>>, part: &Part<'_>) -> Result<Option<Content>, PackageFinding> {
    let path = format!("{}.content", part.stem);
    let content = files.get(&path).map(|bytes| part.signed.read_opened(bytes));
    content.transpose().map_err(|e| fault(&path, &e.to_string()))
}

/// Whether the log holds the entry at its place, under the one checkpoint of the package.
fn prove(
    files: &BTreeMap<String, Vec<u8>>,
    part: &Part<'_>,
    seal: &NodeSeal,
    known: &KnownLog,
    note: &SignedNote,
) -> Result<(), PackageFinding> {
    let path = format!("{}.tlog-proof", part.stem);
    let wrong = |why: &str| fault(&path, why);
    let proof = ProofFile::parse(bytes(files, &path)?).map_err(|e| wrong(&e.to_string()))?;
    proof.verify(&Trust { log: known, witnesses: &[], quorum: 0 }).map_err(|e| wrong(&e.to_string()))?;
    if (proof.id, proof.proof.index) != (part.signed.id(), seal.log_index) || proof.note != *note {
        return Err(wrong("it proves another entry, place or checkpoint"));
    }
    Ok(())
}

fn body<T: Body>(part: &Part<'_>, content: Option<&Content>) -> Result<T, PackageFinding> {
    let body = content.and_then(|content| content.read().ok());
    body.ok_or_else(|| fault(part.stem, "its content is not of its kind"))
}

fn bytes<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> Result<&'a [u8], PackageFinding> {
    files.get(path).map(Vec::as_slice).ok_or_else(|| fault(path, "it is missing"))
}

fn fault(path: &str, cause: &str) -> PackageFinding {
    PackageFinding::Journal { path: path.to_owned(), cause: cause.to_owned() }
}
