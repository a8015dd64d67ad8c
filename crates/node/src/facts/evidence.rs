//! What the entries of exhibits, searches and traces say.

use comity_casework::body::Body;
use comity_casework::exhibit::{
    CustodyConfirmed, CustodyRecorded, ExhibitChecked, ExhibitReceived, ExhibitsPackaged, FileGivenOut,
    Holding, label,
};
use comity_casework::lead::{HitPromoted, LedgerRead, ScanRecorded, TraceRecorded};
use comity_casework::scrubbing::FilesChecked;
use comity_casework::timestamp::{StampedToken, Subject, TimestampRenewed, TimestampTaken};
use comity_evidence::custody::{Act, CustodyEntry, Party, Piece};
use serde::de::DeserializeOwned;

use super::{Fact, Reader};
use crate::shown::Shown;

impl Reader<'_> {
    /// What the body of an entry of evidence says; `None` for other kinds.
    pub(super) fn evidence(&self, kind: &str, read: &impl ReadBody) -> Option<Vec<Fact>> {
        Some(match kind {
            ExhibitReceived::KIND => self.received(&read.body()?),
            CustodyRecorded::KIND => self.custody(&read.body::<CustodyRecorded>()?.custody),
            CustodyConfirmed::KIND => {
                let note = read.body::<CustodyConfirmed>()?.note;
                note.iter().map(|note| self.fact("node-field-text", Shown::said(note))).collect()
            }
            ExhibitChecked::KIND => self.checked(&read.body()?),
            FileGivenOut::KIND => self.given_out(&read.body()?),
            ExhibitsPackaged::KIND => self.packaged(&read.body()?),
            ScanRecorded::KIND => self.scanned(&read.body()?),
            HitPromoted::KIND => self.promoted(&read.body()?),
            LedgerRead::KIND => self.ledger(&read.body()?),
            TraceRecorded::KIND => self.traced(&read.body()?),
            TimestampTaken::KIND => {
                let TimestampTaken { of, token } = read.body()?;
                let of = match of {
                    Subject::Checkpoint(_) => self.word("node-stamp-checkpoint"),
                    Subject::Exhibit(digest) => {
                        Shown::pair(self.word("node-stamp-exhibit"), Shown::ltr(digest))
                    }
                };
                let mut facts = vec![self.fact("node-field-stamp-of", of)];
                facts.extend(self.stamped(&token));
                facts
            }
            FilesChecked::KIND => {
                let FilesChecked { finding, files } = read.body()?;
                let files = files.iter().map(Shown::ltr).collect();
                vec![
                    self.fact(
                        "node-field-finding",
                        self.word_or("document-custody-found-", finding.as_str()),
                    ),
                    self.fact("node-field-digest", Shown::Row(files)),
                ]
            }
            TimestampRenewed::KIND => self.stamped(&read.body::<TimestampRenewed>()?.token),
            _ => return None,
        })
    }

    /// How much an exhibit holds, in a line.
    pub(crate) fn holding(&self, holds: &Holding) -> Shown {
        let counted = |files: u64, bytes: u64| {
            let (files, bytes) = (files.to_string(), bytes.to_string());
            Shown::Words(self.words.fill("node-exhibit-holds", &[("files", &files), ("bytes", &bytes)]))
        };
        match holds {
            Holding::Files { files, bytes, .. } => counted(*files, *bytes),
            Holding::InPlace(place) => counted(place.files, place.size),
            Holding::Thing => self.word("node-exhibit-thing"),
        }
    }

    fn received(&self, received: &ExhibitReceived) -> Vec<Fact> {
        let mut facts = vec![
            self.fact("node-field-title", Shown::said(&received.title)),
            self.fact("node-field-holds", self.holding(&received.holds)),
        ];
        facts.extend(self.custody(&received.custody));
        facts
    }

    /// An act: what was not recorded has no line.
    fn custody(&self, act: &CustodyEntry) -> Vec<Fact> {
        let said = |text: &Option<String>| text.as_deref().map(Shown::said);
        let party = |party: &Party| Shown::pair(Shown::said(&party.name), Shown::said(&party.organisation));
        let listed = |items: Vec<Shown>| (!items.is_empty()).then_some(Shown::Row(items));
        let numbers = |seals: &[String]| listed(seals.iter().map(Shown::ltr).collect());
        let copy = |piece: &Piece| match piece {
            Piece::Original => None,
            Piece::WorkingCopy(number) => Some(Shown::ltr(number)),
        };
        // Who is recorded as the giver of an act that gives nothing away holds the thing.
        let giver = if act.act == Act::HandedOver { "node-column-giver" } else { "node-field-holder" };
        let fields = [
            ("node-field-exhibit", Some(Shown::ltr(&act.exhibit))),
            ("node-column-act", Some(self.word_or("node-custody-", act.act.as_str()))),
            ("node-field-copy", copy(&act.piece)),
            ("node-field-copy-made", act.copy_made.as_ref().and_then(copy)),
            ("node-column-when", Some(Shown::Time(act.at.to_string()))),
            ("node-column-place", Some(Shown::said(&act.place))),
            (giver, act.giver.as_ref().map(party)),
            ("node-column-taker", act.taker.as_ref().map(party)),
            ("node-field-present", listed(act.present.iter().map(party).collect())),
            ("node-column-reason", Some(Shown::said(&act.reason))),
            ("node-field-legal-authority", said(&act.authority)),
            ("node-field-seals-found", numbers(&act.seals_before)),
            ("node-field-seals-left", numbers(&act.seals_after)),
            ("node-field-condition", said(&act.condition)),
            ("node-field-storage", said(&act.storage)),
            ("node-field-transport", said(&act.transport)),
            ("node-field-change", said(&act.unavoidable_change)),
        ];
        fields.into_iter().filter_map(|(key, value)| Some(self.fact(key, value?))).collect()
    }

    fn checked(&self, checked: &ExhibitChecked) -> Vec<Fact> {
        let mut facts = vec![
            self.fact("node-field-check-result", self.word_or("node-check-", checked.result.as_str())),
            self.fact("node-field-files-read", Shown::ltr(checked.files)),
        ];
        if !checked.paths.is_empty() {
            let paths = checked.paths.iter().map(Shown::ltr).collect();
            facts.push(self.fact("node-field-check-found", Shown::List(paths)));
        }
        facts.extend(checked.reason.iter().map(|reason| self.fact("node-field-reason", Shown::said(reason))));
        facts
    }

    fn given_out(&self, given: &FileGivenOut) -> Vec<Fact> {
        let mut facts = vec![
            self.fact("node-column-file", Shown::ltr(&given.path)),
            self.fact("node-field-digest", Shown::ltr(given.sha256)),
            self.fact("node-field-reason", Shown::said(&given.reason)),
        ];
        let authority = given.authority.iter();
        facts.extend(authority.map(|by| self.fact("node-field-legal-authority", Shown::said(by))));
        facts
    }

    fn packaged(&self, packaged: &ExhibitsPackaged) -> Vec<Fact> {
        let exhibits = packaged.exhibits.iter().map(|number| Shown::ltr(label(*number))).collect();
        let (files, bytes) = (packaged.files.to_string(), packaged.bytes.to_string());
        let held = self.words.fill("node-exhibit-holds", &[("files", &files), ("bytes", &bytes)]);
        vec![
            self.fact("node-field-exhibit", Shown::Row(exhibits)),
            self.fact("node-field-recipient", Shown::said(&packaged.recipient)),
            self.fact("node-field-reason", Shown::said(&packaged.reason)),
            self.fact("node-field-holds", Shown::Words(held)),
            self.fact("node-field-root", Shown::ltr(packaged.root)),
        ]
    }

    fn scanned(&self, scan: &ScanRecorded) -> Vec<Fact> {
        let found = scan.hits.iter();
        let found =
            found.map(|(kind, count)| Shown::pair(self.word_or("node-hit-", kind), Shown::ltr(count)));
        let found: Vec<_> = found.collect();
        let found = if found.is_empty() { self.word("node-exhibit-scan-none") } else { Shown::List(found) };
        let mut facts = vec![
            self.fact("node-field-program", Shown::ltr(&scan.program)),
            self.fact("node-field-files-read", Shown::ltr(scan.files)),
        ];
        let failed =
            (scan.failures > 0).then(|| self.fact("node-field-files-unread", Shown::ltr(scan.failures)));
        facts.extend(failed);
        facts.push(self.fact("node-field-found", found));
        facts
    }

    fn promoted(&self, promoted: &HitPromoted) -> Vec<Fact> {
        let hit = &promoted.hit;
        let value = Shown::ltr(hit.canonical.as_ref().unwrap_or(&hit.value));
        let told = hit.fingerprint.iter().map(Shown::ltr);
        vec![
            self.fact("node-column-find", Shown::Row(std::iter::once(value).chain(told).collect())),
            self.fact("node-column-kind", self.word_or("node-hit-", &hit.kind)),
            self.fact("node-column-class", self.word_or("node-class-", &hit.class)),
            self.fact("node-column-place-in-file", Shown::ltr(&hit.path)),
            self.fact("node-field-account-of", self.word_or("node-account-", promoted.role.as_str())),
            self.fact("node-field-reason", Shown::said(&promoted.reason)),
        ]
    }

    fn ledger(&self, read: &LedgerRead) -> Vec<Fact> {
        vec![
            self.fact("node-field-network", Shown::ltr(&read.network)),
            self.fact("node-field-height", Shown::ltr(read.height)),
            self.fact("node-field-source", Shown::said(&read.source)),
        ]
    }

    fn traced(&self, trace: &TraceRecorded) -> Vec<Fact> {
        let starts = trace.starts.iter().map(Shown::ltr).collect();
        let reached = trace.services().iter().map(|service| Shown::said(service.label)).collect::<Vec<_>>();
        let mut facts = vec![
            self.fact("node-field-network", Shown::ltr(&trace.network)),
            self.fact("node-field-from", Shown::List(starts)),
            self.fact("node-field-height", Shown::ltr(trace.at_height)),
        ];
        facts.extend((!reached.is_empty()).then(|| self.fact("node-field-reached", Shown::List(reached))));
        facts.push(self.fact("node-field-result-digest", Shown::ltr(trace.result_digest)));
        facts
    }

    fn stamped(&self, token: &StampedToken) -> Vec<Fact> {
        vec![
            self.fact("node-field-stamp-time", Shown::Time(token.time.to_string())),
            self.fact("node-field-stamp-until", Shown::Time(token.until.to_string())),
        ]
    }
}

/// Reads the body of an entry, if it is of the version that this program knows.
pub(super) trait ReadBody {
    fn body<T: Body + DeserializeOwned>(&self) -> Option<T>;
}
