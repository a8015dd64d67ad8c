//! The record of custody of an exhibit: every act with all that was recorded of it, what is missing between the acts,
//! and the hash values of what the exhibit holds.

use std::collections::BTreeMap;

use comity_document::{Annex, Block, CopyKind, Field, Label, RequestDocument, Section, State, Table, Value};
use comity_evidence::custody::{CustodyEntry, Item, Party, Piece};
use comity_evidence::{Digests, Further, reference};
use comity_record::{CaseId, Coded as _, Language};
use comity_store::Store;

use super::{Paper, annex, first, signs};
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::exhibit::{self, Exhibit, ExhibitReceived, Holding, MediaContent, MediaVerdict};
use crate::refusal::Refusal;
use crate::request::print::{Writer, own};
use crate::secret::Look;

/// Files that are printed one by one; the list that the paper names by its digest has all of them.
const MAX_FILES: usize = 200;

impl<S: Store> Casework<S> {
    /// The record of who had an exhibit, from when it came in.
    ///
    /// # Errors
    /// Fails for an exhibit that is not there, or of which two persons had forgotten how it came in.
    pub async fn custody_record(
        &self,
        session: &Session,
        case: CaseId,
        number: u32,
        languages: &[Language],
    ) -> Result<Paper, CaseworkError> {
        let exhibit = self.exhibit(session, case, number).await?;
        let received = exhibit.received.as_ref().ok_or(Refusal::UnknownExhibit(number))?;
        let state = self.state();
        let act = self.at_office(session, &self.clock.here()?)?;
        let office = state.office(session.office())?;
        let looks = self.looks(session, case).await?;
        let looks = looks.iter().filter(|look| look.exhibit == exhibit.entry).collect::<Vec<_>>();
        let record = Record { exhibit: &exhibit, received, written: Writer::in_language(first(languages)?) };
        let written = &record.written;
        let files = match &exhibit.manifest {
            Some(_) => {
                let held = self.manifest(session, case, &exhibit).await?;
                let named = held.files.iter().map(|file| (file.path.as_str(), &file.digests, &file.further));
                record.files(&named.collect::<Vec<_>>())
            }
            None => match &received.holds {
                Holding::InPlace(place) => match &place.content {
                    reference::Content::Bytes(digests) => {
                        record.files(&[(&received.title, digests, &received.further)])
                    }
                    reference::Content::Seal(_) => vec![],
                },
                Holding::Files { .. } | Holding::Thing => vec![],
            },
        };
        let mut sections = vec![
            section("document-custody-table", vec![record.acts()]),
            section("document-custody-details", vec![record.details()]),
            section("document-custody-gaps", vec![record.gaps()]),
        ];
        if !looks.is_empty() {
            sections.push(section("document-custody-looks", vec![record.looks(&looks)]));
        }
        if !files.is_empty() {
            sections.push(section("document-custody-files", files));
        }
        if let [_, ..] = received.media.as_slice() {
            sections.push(section("document-custody-media", vec![record.media()]));
        }
        let annexes = exhibit.manifest.iter().map(|file| annex(written.name(&file.name), file));
        let document = RequestDocument {
            title: Label::key("document-title-custody"),
            subject: written.name(&received.title),
            state: State::Issued,
            copy: CopyKind::Original,
            exercise: office.exercise,
            urgent: false,
            act,
            from: Some(own(office, written)),
            to: None,
            through: vec![],
            references: vec![],
            notice: [one("document-exhibit", Value::Identifier(exhibit::label(number)))]
                .into_iter()
                .chain(record.item())
                .chain(record.unread())
                .chain([Field { label: Label::key("document-custody-holder"), values: record.holders() }])
                .collect(),
            sections,
            annexes: annexes.collect::<Vec<Annex>>(),
            signatures: vec![signs("document-role-custodian")],
        };
        self.paper(session, "custody-record", document, languages).await
    }
}

/// An exhibit, told in one language.
struct Record<'a> {
    exhibit: &'a Exhibit,
    received: &'a ExhibitReceived,
    written: Writer<'a>,
}

impl Record<'_> {
    fn party(&self, party: &Party) -> Value {
        let Party { name, role, organisation } = party;
        let parts = [Some(name), role.as_ref(), Some(organisation)];
        let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
        Value::Text(self.written.name(&parts.join(", ")))
    }

    /// Who holds the original and each copy now.
    fn holders(&self) -> Vec<Value> {
        let held = self.exhibit.chains.iter().filter_map(|(_, chain)| chain.holder.as_ref());
        let mut holders: Vec<_> = held.map(|party| self.party(party)).collect();
        holders.dedup();
        if holders.is_empty() { vec![Value::Choice("document-custody-ended".to_owned())] } else { holders }
    }

    /// The acts at a glance.
    fn acts(&self) -> Block {
        let party =
            |party: Option<&Party>| Value::Several(party.map(|it| self.party(it)).into_iter().collect());
        let rows = (1..).zip(&self.exhibit.acts).map(|(number, (_, act))| {
            vec![
                Value::Number(number),
                Value::Moment(act.at.clone()),
                act_word(act),
                party(act.giver.as_ref()),
                party(act.taker.as_ref()),
                Value::Text(self.written.words(&act.reason)),
            ]
        });
        table(
            "document-custody-table",
            &[
                "document-annex-number",
                "document-moment",
                "document-custody-act",
                "document-given-by",
                "document-taken-by",
                "document-reason",
            ],
            rows.collect(),
        )
    }

    fn details(&self) -> Block {
        let acts = (1..).zip(&self.exhibit.acts);
        let acts = acts.map(|(number, (entry, act))| {
            let mut fields = self.detail(number, act);
            fields.extend(self.exhibit.confirmed.get(entry).map(|second| Field {
                label: Label::key("document-custody-confirmed"),
                values: vec![self.party(&second.by), Value::Moment(second.at.clone())],
            }));
            fields
        });
        Block::Records(acts.collect())
    }

    /// Who saw a secret that was found in the exhibit, and why.
    fn looks(&self, looks: &[&Look]) -> Block {
        let rows = looks.iter().map(|look| {
            vec![
                Value::Moment(look.at.clone()),
                Value::Identifier(look.fingerprint.clone()),
                self.party(&look.by),
                self.party(&look.approved_by),
                Value::Text(self.written.words(&look.reason)),
            ]
        });
        table(
            "document-custody-looks",
            &[
                "document-moment",
                "document-custody-secret",
                "document-custody-seen-by",
                "document-custody-look-approved",
                "document-reason",
            ],
            rows.collect(),
        )
    }

    /// How much of a failing device is missing in the copy. Where, the entry says.
    fn unread(&self) -> Option<Field> {
        let bytes: u64 = self.received.unread.iter().map(|gap| gap.length).sum();
        (bytes > 0).then(|| one("document-custody-unread", Value::Number(bytes)))
    }

    /// What tells the thing from others of its kind; what was not recorded has no line.
    fn item(&self) -> Vec<Field> {
        let Some(item) = &self.received.item else { return vec![] };
        let Item { make, model, serial, imei, capacity_bytes, power, clock_ahead_seconds } = item;
        let name = |text: &Option<String>| text.iter().map(|it| Value::Text(self.written.name(it))).collect();
        let clock = clock_ahead_seconds.map_or("document-item-clock-ahead", |seconds| {
            if seconds < 0 { "document-item-clock-behind" } else { "document-item-clock-ahead" }
        });
        let fields: [(&str, Vec<Value>); 7] = [
            ("document-item-make", name(make)),
            ("document-item-model", name(model)),
            ("document-item-serial", serial.iter().cloned().map(Value::Identifier).collect()),
            ("document-item-imei", imei.iter().cloned().map(Value::Identifier).collect()),
            ("document-item-capacity", capacity_bytes.iter().map(|bytes| Value::Number(*bytes)).collect()),
            ("document-item-power", power.iter().map(|it| Value::Text(self.written.words(it))).collect()),
            (clock, clock_ahead_seconds.iter().map(|off| Value::Number(off.unsigned_abs())).collect()),
        ];
        let told = fields.into_iter().filter(|(_, values)| !values.is_empty());
        told.map(|(label, values)| Field { label: Label::key(label), values }).collect()
    }

    /// All that was recorded of an act; what was not has no line.
    fn detail(&self, number: u64, entry: &CustodyEntry) -> Vec<Field> {
        let CustodyEntry {
            exhibit: _,
            piece,
            act: _,
            at,
            place,
            giver,
            taker,
            present,
            reason,
            authority,
            seals_before,
            seals_after,
            condition,
            tool,
            before,
            after,
            unavoidable_change,
            copy_made,
            transport,
            storage,
        } = entry;
        let words = |text: &String| Value::Text(self.written.words(text));
        let seals = |seals: &[String]| seals.iter().cloned().map(Value::Identifier).collect();
        let digest = |digests: &Digests| Value::Identifier(digests.sha256.to_string());
        // Earlier versions of the program named themselves where nothing was done with a program. It hashed what it took in.
        let takes_in = number == 1 && !matches!(self.received.holds, Holding::Thing);
        let hashed = takes_in || before.is_some() || after.is_some();
        let tool = tool.as_ref().filter(|tool| hashed || tool.name != exhibit::PROGRAM).map(|tool| {
            let parts = [Some(&tool.name), Some(&tool.version), tool.settings.as_ref()];
            let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
            Value::Text(self.written.name(&parts.join(" ")))
        });
        let fields: [(&str, Vec<Value>); 20] = [
            ("document-annex-number", vec![Value::Number(number)]),
            ("document-custody-act", vec![act_word(entry)]),
            ("document-custody-copy", copy(piece)),
            ("document-moment", vec![Value::Moment(at.clone())]),
            ("document-place", vec![words(place)]),
            ("document-given-by", giver.iter().map(|party| self.party(party)).collect()),
            ("document-taken-by", taker.iter().map(|party| self.party(party)).collect()),
            ("document-custody-present", present.iter().map(|party| self.party(party)).collect()),
            ("document-custody-authority", authority.iter().map(words).collect()),
            ("document-reason", vec![words(reason)]),
            ("document-custody-seals-before", seals(seals_before)),
            ("document-custody-seals-after", seals(seals_after)),
            ("document-custody-condition", condition.iter().map(words).collect()),
            ("document-custody-tool", tool.into_iter().collect()),
            ("document-custody-before", before.iter().map(digest).collect()),
            ("document-custody-after", after.iter().map(digest).collect()),
            ("document-custody-change", unavoidable_change.iter().map(words).collect()),
            ("document-custody-transport", transport.iter().map(words).collect()),
            ("document-custody-storage", storage.iter().map(words).collect()),
            ("document-custody-copy-made", copy_made.as_ref().map(copy).unwrap_or_default()),
        ];
        let told = fields.into_iter().filter(|(_, values)| !values.is_empty());
        told.map(|(label, values)| Field { label: Label::key(label), values }).collect()
    }

    /// What is missing or does not fit, each at the number of its act.
    fn gaps(&self) -> Block {
        let mut gaps: Vec<_> = self.exhibit.chains.iter().flat_map(|(_, chain)| &chain.gaps).collect();
        if gaps.is_empty() {
            return Block::Message { key: "document-custody-no-gaps".to_owned(), values: BTreeMap::new() };
        }
        gaps.sort_by_key(|gap| gap.at);
        let rows = gaps.into_iter().map(|gap| {
            let number = u64::try_from(gap.at).unwrap_or(u64::MAX).saturating_add(1);
            vec![Value::Number(number), Value::Choice(gap_key(gap.kind.code()))]
        });
        table("document-custody-gaps", &["document-annex-number", "document-custody-gap"], rows.collect())
    }

    /// The media of each image, with what was computed of it and what the image bears.
    fn media(&self) -> Block {
        let rows = self.received.media.iter().flat_map(|media| {
            let row = |algorithm: &str, computed: &str, stored: Option<&str>, verdict: &str| {
                vec![
                    Value::Text(self.written.name(&media.path)),
                    Value::Several(identifiers(algorithm)),
                    Value::Several(identifiers(computed)),
                    Value::Several(stored.map(identifiers).unwrap_or_default()),
                    Value::Choice(format!("document-custody-media-{verdict}")),
                ]
            };
            let MediaContent::Read(read) = &media.content else {
                return vec![row("", "", None, media.verdict().as_str())];
            };
            let sha256 = row("SHA-256", &read.digests.sha256.to_string(), None, "not-stored");
            let further = read.computed.iter().map(|(algorithm, computed)| {
                let stored = read.stored.get(algorithm);
                let verdict = match stored {
                    Some(stored) if stored == computed => MediaVerdict::Same,
                    Some(_) => MediaVerdict::Different,
                    None => MediaVerdict::NotStored,
                };
                row(algorithm.name(), computed, stored, verdict.as_str())
            });
            [sha256].into_iter().chain(further).collect()
        });
        let columns = [
            "document-custody-file",
            "document-custody-algorithm",
            "document-custody-computed",
            "document-custody-stored",
            "document-custody-comparison",
        ];
        table("document-custody-media", &columns, rows.collect())
    }

    /// The files with their hash values: the first of them, and how to find the others.
    fn files(&self, files: &[(&str, &Digests, &Further)]) -> Vec<Block> {
        let rows = files.iter().take(MAX_FILES).map(|(path, digests, _)| {
            vec![
                Value::Text(self.written.name(path)),
                Value::Number(digests.size),
                Value::Identifier(digests.sha256.to_string()),
            ]
        });
        let columns = ["document-custody-file", "document-annex-length", "document-annex-hash"];
        let mut blocks = vec![table("document-custody-files", &columns, rows.collect())];
        let further = files.iter().take(MAX_FILES).flat_map(|(path, _, further)| {
            further.iter().map(|(algorithm, digest)| {
                vec![
                    Value::Text(self.written.name(path)),
                    Value::Identifier(algorithm.name().to_owned()),
                    Value::Identifier(digest.to_owned()),
                ]
            })
        });
        let further: Vec<_> = further.collect();
        if !further.is_empty() {
            let columns =
                ["document-custody-file", "document-custody-algorithm", "document-custody-computed"];
            blocks.push(table("document-custody-further", &columns, further));
        }
        if let more @ 1.. = files.len().saturating_sub(MAX_FILES) {
            let count = Value::Number(u64::try_from(more).unwrap_or(u64::MAX));
            let values = BTreeMap::from([("count".to_owned(), count)]);
            blocks.push(Block::Message { key: "document-custody-files-more".to_owned(), values });
        }
        blocks
    }
}

fn identifiers(text: &str) -> Vec<Value> {
    Some(text)
        .filter(|text| !text.is_empty())
        .map(|text| Value::Identifier(text.to_owned()))
        .into_iter()
        .collect()
}

fn act_word(act: &CustodyEntry) -> Value {
    Value::Choice(format!("document-custody-{}", act.act.as_str()))
}

/// The number of a working copy; none for the thing itself.
fn copy(piece: &Piece) -> Vec<Value> {
    match piece {
        Piece::Original => vec![],
        Piece::WorkingCopy(number) => vec![Value::Number(u64::from(*number))],
    }
}

/// The printed words for a gap: without the remedy, which is for whoever can still mend the record.
fn gap_key(code: &str) -> String {
    format!("document-{}", code.strip_prefix("evidence-").unwrap_or(code))
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section { heading: Label::key(heading), blocks }
}

fn one(label: &str, value: Value) -> Field {
    Field::one(Label::key(label), value)
}

fn table(caption: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Block {
    let columns = columns.iter().copied().map(Label::key).collect();
    Block::Table(Table { caption: Label::key(caption), columns, rows })
}

#[cfg(test)]
mod tests {
    use super::gap_key;

    /// A gap without printed words would stand on the paper as a code.
    #[test]
    fn every_gap_has_words_on_paper() {
        let words = include_str!("../../../../packs/locales/en/document.ftl");
        let gaps = comity_evidence::CODES.iter().filter(|code| code.starts_with("evidence-gap-"));
        let keys: Vec<_> = gaps.map(|code| gap_key(code)).collect();
        assert_eq!(keys.len(), 15);
        for key in keys {
            assert!(words.contains(&format!("\n{key} = ")), "{key}");
        }
    }
}
