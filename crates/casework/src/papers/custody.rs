//! The record of custody of an exhibit: every act with all that was recorded of it, what is missing between the acts,
//! and the hash values of what the exhibit holds.

mod later;

use std::collections::BTreeMap;

use comity_document::{Annex, Block, CopyKind, Field, Label, RequestDocument, Section, State, Table, Value};
use comity_evidence::custody::{CustodyEntry, Item, Party, Piece};
use comity_evidence::{Digests, Further, reference};
use comity_record::{ActTime, CaseId, Language};
use comity_scan::masked;
use comity_store::Store;

use super::{Paper, annex, first, of_case, signs};
use crate::body::WithdrawalGround;
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::exhibit::{
    self, CheckResult, Confirmation, Exhibit, ExhibitReceived, GapWords, Holding, MediaContent, MediaVerdict,
    RecordedAct, Withdrawal,
};
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
        let recorded = exhibit.acts.iter().map(|of| {
            let at = ActTime::at(of.recorded.timestamp(), act.zone())?;
            Ok::<_, CaseworkError>(at)
        });
        let recorded = recorded.collect::<Result<_, _>>()?;
        let written = Writer::in_language(first(languages)?);
        let record = Record { exhibit: &exhibit, received, recorded, written };
        let written = &record.written;
        let held = match &exhibit.manifest {
            Some(_) => Some(self.manifest(session, case, &exhibit).await?),
            None => None,
        };
        let files_of: BTreeMap<_, _> = held
            .iter()
            .flat_map(|held| &held.files)
            .map(|file| (file.digests.sha256, file.path.as_str()))
            .collect();
        let files = match &held {
            Some(held) => {
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
        if !exhibit.checks.is_empty() {
            sections.push(section("document-custody-checks", vec![record.checks()]));
        }
        if !exhibit.found.is_empty() {
            sections.push(section("document-custody-found", vec![record.found(&files_of)]));
        }
        if !exhibit.given_out.is_empty() {
            sections.push(section("document-custody-given-out", vec![record.given_out()]));
        }
        if !looks.is_empty() {
            sections.push(section("document-custody-looks", vec![record.looks(&looks)]));
        }
        let packages = self.packages_of(session, case, exhibit.entry).await?;
        if !packages.is_empty() {
            sections.push(section("document-custody-packages", vec![record.packages(&packages)]));
        }
        if packages.iter().any(|package| !package.offers.is_empty()) {
            sections.push(section("document-custody-offers", vec![record.offers(&packages)]));
        }
        if let [_, _, ..] = received.sessions.as_slice() {
            sections.push(section("document-custody-sessions", vec![record.sessions()]));
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
            references: of_case(state.case(case)?, written),
            notice: [one("document-exhibit", Value::Identifier(exhibit::label(number)))]
                .into_iter()
                .chain(item_fields(received.item.as_ref(), written))
                .chain(record.held())
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
    /// When the node recorded each act, by the clocks of the office.
    recorded: Vec<ActTime>,
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
        let chains = &self.exhibit.chains;
        let holder = |party: Option<&Party>| {
            party.map_or_else(|| Value::Choice("document-custody-ended".to_owned()), |it| self.party(it))
        };
        let held = chains.iter().map(|(piece, chain)| {
            let holder = holder(chain.holder.as_ref());
            // Of an exhibit without copies there is nothing to tell apart.
            if chains.len() > 1 { Value::labelled(piece_word(piece), holder) } else { holder }
        });
        held.collect()
    }

    /// How much it holds, and its hash value.
    fn held(&self) -> Vec<Field> {
        let (files, bytes) = match &self.received.holds {
            Holding::Files { files, bytes, .. } => (*files, *bytes),
            Holding::InPlace(place) => (place.files, place.size),
            Holding::Thing => return vec![],
        };
        let hash = self.exhibit.hash_value();
        [
            one("document-custody-file-count", Value::Number(files)),
            one("document-custody-bytes", Value::Number(bytes)),
        ]
        .into_iter()
        .chain(hash.map(|hash| one(hash.label(), Value::Identifier(hash.sha256().to_string()))))
        .collect()
    }

    /// The acts at a glance. What was withdrawn keeps its row.
    fn acts(&self) -> Block {
        let party =
            |party: Option<&Party>| Value::Several(party.map(|it| self.party(it)).into_iter().collect());
        let rows = (1..).zip(&self.exhibit.acts).map(|(number, act)| {
            let custody = act.leaving();
            let what = custody.map_or_else(|| vec![gone(act)], what_was_done);
            let struck = act.withdrawn.iter().map(|_| Value::Choice("document-custody-withdrawn".to_owned()));
            vec![
                Value::Number(number),
                Value::Several(custody.iter().map(|it| Value::Moment(it.at.clone())).collect()),
                Value::Several(struck.chain(what).collect()),
                party(custody.and_then(|it| it.giver.as_ref())),
                party(custody.and_then(|it| it.taker.as_ref())),
                Value::Several(
                    custody.iter().map(|it| Value::Text(self.written.words(&it.reason))).collect(),
                ),
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
        let acts = self.exhibit.acts.iter().enumerate();
        let acts = acts.map(|(at, act)| {
            let number = u64::try_from(at).unwrap_or(u64::MAX).saturating_add(1);
            let mut fields = vec![one("document-annex-number", Value::Number(number))];
            fields.extend(act.withdrawn.iter().flat_map(|withdrawal| self.withdrawn(withdrawal)));
            match act.leaving() {
                Some(custody) => fields.extend(self.detail(number, custody)),
                None => fields.push(one("document-custody-act", gone(act))),
            }
            fields.extend(act.confirmed.iter().flat_map(|second| self.second(second)));
            fields.push(one("document-entry", Value::Identifier(act.entry.to_string())));
            let late = act.is_late(&self.exhibit.acts[..at]);
            let label = if late { "document-recorded-late" } else { "document-recorded-at" };
            fields.push(one(label, Value::Moment(self.recorded[at].clone())));
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

    /// When it was read again, and what came of that. Checks one after the other with the same outcome and for the same reason
    /// are one row, from the first to the last: a court asks for when it was not whole, and a check a day would hide that.
    fn checks(&self) -> Block {
        let told = self.exhibit.checks.iter().filter_map(|check| Some((check, check.said.as_ref()?)));
        let told: Vec<_> = told.collect();
        let runs = told.chunk_by(|(_, one), (_, next)| {
            (one.result, one.findings, &one.reason) == (next.result, next.findings, &next.reason)
        });
        let rows = runs.filter_map(|run| {
            let [(first, check), ..] = run else { return None };
            let last = run.last().filter(|_| run.len() > 1);
            let moments = std::iter::once(&first.at).chain(last.map(|(last, _)| &last.at));
            let mut by: Vec<&Party> = Vec::new();
            for (check, _) in run {
                if !by.contains(&&check.by) {
                    by.push(&check.by);
                }
            }
            let result = Value::Choice(format!("document-custody-check-{}", check.result.as_str()));
            let result = match check.result {
                CheckResult::Unchanged => result,
                CheckResult::Changed | CheckResult::Undecided => {
                    Value::labelled(result, Value::Number(check.findings))
                }
            };
            Some(vec![
                Value::Several(moments.map(|at| Value::Moment(at.clone())).collect()),
                Value::Number(u64::try_from(run.len()).unwrap_or(u64::MAX)),
                Value::Several(by.into_iter().map(|by| self.party(by)).collect()),
                Value::Number(check.files),
                result,
                self.said(check.reason.as_ref()),
            ])
        });
        table(
            "document-custody-checks",
            &[
                "document-moment",
                "document-custody-check-count",
                "document-custody-checked-by",
                "document-custody-file-count",
                "document-custody-check-result",
                "document-reason",
            ],
            rows.collect(),
        )
    }

    /// The files that left the vault in the clear.
    fn given_out(&self) -> Block {
        let told = self.exhibit.given_out.iter().filter_map(|given| Some((given, given.said.as_ref()?)));
        let rows = told.map(|(given, file)| {
            let words = |text: Option<&String>| match self.said(text) {
                Value::Several(values) => values,
                other => vec![other],
            };
            let fields = [
                ("document-moment", vec![Value::Moment(given.at.clone())]),
                ("document-custody-file", vec![Value::Text(self.written.name(&masked(&file.path)))]),
                ("document-annex-hash", vec![Value::Identifier(file.sha256.to_string())]),
                ("document-custody-given-out-by", vec![self.party(&given.by)]),
                ("document-reason", words(Some(&file.reason))),
                ("document-custody-authority", words(file.authority.as_ref())),
            ];
            let told = fields.into_iter().filter(|(_, values)| !values.is_empty());
            told.map(|(label, values)| Field { label: Label::key(label), values }).collect()
        });
        Block::Records(rows.collect())
    }

    /// What a person wrote, or nothing.
    fn said(&self, text: Option<&String>) -> Value {
        Value::Several(text.iter().map(|text| Value::Text(self.written.words(text))).collect())
    }

    /// Why an act does not count, who said so, and when.
    fn withdrawn(&self, withdrawal: &Withdrawal) -> Vec<Field> {
        let ground = match withdrawal.ground {
            WithdrawalGround::Mistaken => "document-ground-mistaken",
            WithdrawalGround::Privileged => "document-ground-privileged",
            WithdrawalGround::WrongCase => "document-ground-wrong-case",
        };
        let why = vec![Value::Choice(ground.to_owned()), Value::Text(self.written.words(&withdrawal.reason))];
        let by = vec![
            self.party(&withdrawal.by),
            Value::Moment(withdrawal.at.clone()),
            Value::Identifier(withdrawal.entry.to_string()),
        ];
        vec![
            Field { label: Label::key("document-custody-withdrawn"), values: why },
            Field { label: Label::key("document-custody-withdrawn-by"), values: by },
        ]
    }

    /// The second signature: of the person himself, or on paper that an officer has seen.
    fn second(&self, second: &Confirmation) -> Vec<Field> {
        let entry = Value::Identifier(second.entry.to_string());
        let by = vec![self.party(&second.by), Value::Moment(second.at.clone()), entry];
        let field = |label: &str, values| Field { label: Label::key(label), values };
        let note = second
            .note
            .iter()
            .map(|note| field("document-custody-note", vec![Value::Text(self.written.words(note))]));
        if second.on_paper.is_empty() {
            return [field("document-custody-confirmed", by)].into_iter().chain(note).collect();
        }
        let signed = second.on_paper.iter().map(|party| self.party(party));
        let papers = second.papers.iter().map(|paper| Value::Identifier(paper.sha256.to_string()));
        [
            field("document-custody-on-paper", signed.collect()),
            field("document-custody-paper-seen-by", by),
            field("document-custody-paper", papers.collect()),
        ]
        .into_iter()
        .chain(note)
        .collect()
    }

    /// How much of a failing device is missing in the copy. Where, the entry says.
    fn unread(&self) -> Option<Field> {
        let bytes: u64 = self.received.unread.iter().map(|gap| gap.length).sum();
        (bytes > 0).then(|| one("document-custody-unread", Value::Number(bytes)))
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
        let fields: [(&str, Vec<Value>); 19] = [
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
        let gaps = self.exhibit.gaps();
        if gaps.is_empty() {
            return Block::Message { key: "document-custody-no-gaps".to_owned(), values: BTreeMap::new() };
        }
        let rows = gaps.into_iter().map(|gap| {
            let number = u64::try_from(gap.at).unwrap_or(u64::MAX).saturating_add(1);
            let words = GapWords::of(&gap.kind);
            let values = words.values.into_iter().map(|(label, value)| {
                let value = Value::Text(self.written.name(&value));
                Value::labelled(Value::Choice(label.to_owned()), value)
            });
            let said = std::iter::once(Value::Choice(words.key)).chain(values);
            vec![Value::Number(number), Value::Several(said.collect())]
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

    /// The files with their hash values: the first of them, and how to find the others. A secret in a name is masked.
    fn files(&self, files: &[(&str, &Digests, &Further)]) -> Vec<Block> {
        let rows = files.iter().take(MAX_FILES).map(|(path, digests, _)| {
            vec![
                Value::Text(self.written.name(&masked(path))),
                Value::Number(digests.size),
                Value::Identifier(digests.sha256.to_string()),
            ]
        });
        let columns = ["document-custody-file", "document-annex-length", "document-annex-hash"];
        let mut blocks = vec![table("document-custody-files", &columns, rows.collect())];
        let further = files.iter().take(MAX_FILES).flat_map(|(path, _, further)| {
            further.iter().map(|(algorithm, digest)| {
                vec![
                    Value::Text(self.written.name(&masked(path))),
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

/// What tells the thing from others of its kind; what was not recorded has no line.
fn item_fields(item: Option<&Item>, written: &Writer<'_>) -> Vec<Field> {
    let Some(item) = item else { return vec![] };
    let Item { make, model, serial, imei, capacity_bytes, power, clock_ahead_seconds } = item;
    let name = |text: &Option<String>| text.iter().map(|it| Value::Text(written.name(it))).collect();
    let clock = clock_ahead_seconds.map_or("document-item-clock-ahead", |seconds| {
        if seconds < 0 { "document-item-clock-behind" } else { "document-item-clock-ahead" }
    });
    let fields: [(&str, Vec<Value>); 7] = [
        ("document-item-make", name(make)),
        ("document-item-model", name(model)),
        ("document-item-serial", serial.iter().cloned().map(Value::Identifier).collect()),
        ("document-item-imei", imei.iter().cloned().map(Value::Identifier).collect()),
        ("document-item-capacity", capacity_bytes.iter().map(|bytes| Value::Number(*bytes)).collect()),
        ("document-item-power", power.iter().map(|it| Value::Text(written.words(it))).collect()),
        (clock, clock_ahead_seconds.iter().map(|off| Value::Number(off.unsigned_abs())).collect()),
    ];
    let told = fields.into_iter().filter(|(_, values)| !values.is_empty());
    told.map(|(label, values)| Field { label: Label::key(label), values }).collect()
}

/// By which marks minutes know a thing that was taken: its maker's words and numbers, and the seals that were left on it when
/// it came in.
pub(super) fn marks(exhibit: &Exhibit, written: &Writer<'_>) -> Vec<Field> {
    let Some(received) = &exhibit.received else { return vec![] };
    let seals: Vec<_> = received.custody.seals_after.iter().cloned().map(Value::Identifier).collect();
    let seals = (!seals.is_empty())
        .then(|| Field { label: Label::key("document-custody-seals-after"), values: seals });
    item_fields(received.item.as_ref(), written).into_iter().chain(seals).collect()
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

/// What was done, and with which copy.
fn what_was_done(act: &CustodyEntry) -> Vec<Value> {
    let of = (act.piece != Piece::Original).then(|| piece_word(&act.piece));
    [Some(act_word(act)), of].into_iter().flatten().collect()
}

fn piece_word(piece: &Piece) -> Value {
    match piece {
        Piece::Original => Value::Choice("document-custody-original".to_owned()),
        Piece::WorkingCopy(number) => Value::Message {
            key: "document-custody-on-copy".to_owned(),
            values: BTreeMap::from([("number".to_owned(), Value::Number(u64::from(*number)))]),
        },
    }
}

/// Stands for an act whose content is not printed.
fn gone(act: &RecordedAct) -> Value {
    let key = if act.custody.is_some() { "document-content-withheld" } else { "document-content-destroyed" };
    Value::Choice(key.to_owned())
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
