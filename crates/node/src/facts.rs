//! What an entry says, as labelled values.

use comity_casework::body::{
    Body, CaseAct, CaseAssigned, CaseClosed, CaseOpened, CaseProposal, CaseRejection, CaseReopened,
    EntryCorrected, EntryWithdrawn, HandedOver, NewOfficer, NodeRestored, NoteWritten, OfficeAct,
    OfficeFounded, OfficeProposal, OfficeRejection, PackSigned, Role, WithdrawalGround,
};
use comity_casework::{ProvisionAdded, ProvisionRemoved, Standing, State, TakenPack, TimelineRow};
use comity_record::entry::{Author, Statement};
use comity_record::handling::{Handling, HandlingCode, Onward, Use};
use comity_record::seal::NodeSeal;
use comity_record::{Bytes, CaseId, EntryId, OfficeId, OfficerId, Sha256Digest, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::shown::Shown;
use crate::words::Words;
use evidence::ReadBody;

mod evidence;

/// How deep a body of an unknown kind is shown: what lies deeper is in the file that can be fetched.
const MAX_DEPTH: usize = 8;

/// A value with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) label: Shown,
    pub(crate) value: Shown,
}

/// A row with its body.
struct RowBody<'a>(&'a TimelineRow, &'a Value);

impl ReadBody for RowBody<'_> {
    fn body<T: Body + DeserializeOwned>(&self) -> Option<T> {
        (self.0.kind_version == T::VERSION).then(|| self.1.deserialized().ok()).flatten()
    }
}

/// Reads entries for people: with the words of their language and the names that the node knows.
pub(crate) struct Reader<'a> {
    pub(crate) words: &'a Words,
    pub(crate) state: &'a State,
}

impl Reader<'_> {
    pub(crate) fn fact(&self, key: &str, value: Shown) -> Fact {
        Fact { label: self.word(key), value }
    }

    pub(crate) fn word(&self, key: &str) -> Shown {
        self.words.shown(key, &[])
    }

    /// The words of `prefix` and `value`; the value itself where a later version knows more than we do.
    pub(crate) fn word_or(&self, prefix: &str, value: &str) -> Shown {
        let key = format!("{prefix}{}", value.replace('.', "-"));
        if self.words.knows(&key) { self.word(&key) } else { Shown::ltr(value) }
    }

    /// How many more things there are than a list shows.
    pub(crate) fn more(&self, count: usize) -> Shown {
        Shown::Words(self.words.with("node-more", "count", &count.to_string()))
    }

    pub(crate) fn kind(&self, kind: &str) -> Shown {
        self.word_or("node-kind-", kind)
    }

    pub(crate) fn role(&self, role: Role) -> Shown {
        self.word_or("node-role-", role.as_str())
    }

    pub(crate) fn yes_no(&self, yes: bool) -> Shown {
        self.word(if yes { "node-yes" } else { "node-no" })
    }

    /// The name of an officer; of a stranger, the identifier.
    pub(crate) fn officer(&self, id: OfficerId) -> Shown {
        let known = self.state.offices().find_map(|office| office.officers.get(&id));
        known.map_or_else(|| Shown::ltr(id), |officer| Shown::said(&officer.name))
    }

    pub(crate) fn office(&self, id: OfficeId) -> Shown {
        self.state.office(id).map_or_else(|_| Shown::ltr(id), |office| Shown::said(&office.name))
    }

    pub(crate) fn author(&self, author: Author) -> Shown {
        match author {
            Author::Officer(id) => self.officer(id),
            Author::Node(id) => Shown::pair(self.word("node-by-node"), Shown::ltr(id)),
        }
    }

    pub(crate) fn journal(&self, id: CaseId) -> Shown {
        match self.state.case(id) {
            Ok(case) => Shown::link(format!("/cases/{id}"), Shown::said(&case.title)),
            Err(_) => Shown::link("/office/journal".to_owned(), self.word("node-office-journal")),
        }
    }

    /// What the statement says: what its author signed.
    pub(crate) fn statement(&self, statement: &Statement) -> Vec<Fact> {
        let fact = |key, value| self.fact(key, value);
        let with_id = |shown, id: &dyn std::fmt::Display| Shown::pair(shown, Shown::ltr(id));
        let author = match statement.author {
            Author::Officer(id) => with_id(self.officer(id), &id),
            Author::Node(_) => self.author(statement.author),
        };
        let kind = Shown::pair(
            self.kind(statement.kind.as_str()),
            Shown::Ltr(format!("{} v{}", statement.kind, statement.kind_version)),
        );
        let mut facts = vec![
            fact("node-field-author", author),
            fact("node-field-office", with_id(self.office(statement.office), &statement.office)),
            fact("node-field-journal", with_id(self.journal(statement.case), &statement.case)),
            fact("node-field-kind", kind),
            fact("node-field-act-time", Shown::Time(statement.act.to_string())),
        ];
        if !statement.refs.is_empty() {
            let refs = statement.refs.iter();
            let refs =
                refs.map(|r| Shown::pair(self.word_or("node-ref-", r.role.as_str()), entry_link(r.entry)));
            facts.push(fact("node-field-refs", Shown::List(refs.collect())));
        }
        facts.push(fact("node-field-content-digest", Shown::ltr(statement.content)));
        facts
    }

    /// Under which conditions an entry may be used.
    pub(crate) fn handling(&self, handling: &Handling) -> Vec<Fact> {
        let fact = |key, value| self.fact(key, value);
        let code = match handling.code {
            HandlingCode::H0 => "h0",
            HandlingCode::H1 => "h1",
            HandlingCode::H2 => "h2",
            HandlingCode::H3 => "h3",
        };
        let onward = match handling.onward {
            Onward::Permitted => "node-onward-permitted",
            Onward::WithConsent => "node-onward-with-consent",
            Onward::Forbidden => "node-onward-forbidden",
        };
        let use_as = match handling.use_as {
            Use::Intelligence => "node-use-intelligence",
            Use::Evidence => "node-use-evidence",
        };
        let list = |items: Vec<Shown>, none: &str| {
            if items.is_empty() { self.word(none) } else { Shown::List(items) }
        };
        let purposes = handling.purposes.iter().map(|p| self.word_or("node-purpose-", p.as_str())).collect();
        let recipients = handling.recipients.iter().map(Shown::ltr).collect();
        let mut facts = vec![
            fact(
                "node-field-origin",
                Shown::pair(Shown::said(&handling.origin.authority), Shown::ltr(handling.origin.country)),
            ),
            fact("node-field-handling-code", self.word_or("node-handling-", code)),
            fact("node-field-purposes", list(purposes, "node-purposes-none")),
            fact("node-field-recipients", list(recipients, "node-recipients-none")),
            fact("node-field-onward", self.word(onward)),
            fact("node-field-use", self.word(use_as)),
        ];
        if let Some(day) = handling.retain_until {
            facts.push(fact("node-field-retain-until", Shown::Time(day.to_string())));
        }
        facts
    }

    /// What the node's seal says.
    pub(crate) fn seal(&self, seal: &NodeSeal) -> Vec<Fact> {
        let fact = |key, value| self.fact(key, value);
        let none = || self.word("node-none");
        vec![
            fact("node-field-recorded", Shown::Time(seal.recorded.to_string())),
            fact("node-field-clock-jump", self.yes_no(seal.clock_jump)),
            fact("node-field-sequence", Shown::ltr(seal.sequence)),
            fact("node-field-previous", seal.previous.map_or_else(none, entry_link)),
            fact("node-field-log-index", Shown::ltr(seal.log_index)),
            fact("node-field-incarnation", Shown::ltr(seal.incarnation)),
            fact("node-field-policies", seal.policies.map_or_else(none, Shown::ltr)),
        ]
    }

    /// What became of an entry.
    pub(crate) fn standing(&self, standing: Option<&Standing>) -> Vec<Fact> {
        let Some(standing) = standing else { return vec![] };
        let became = [
            ("node-corrected-by", standing.corrected_by),
            ("node-withdrawn-by", standing.withdrawn_by),
            ("node-forgotten-by", standing.forgotten_by),
        ];
        became.into_iter().filter_map(|(key, by)| Some(self.fact(key, entry_link(by?)))).collect()
    }

    /// What the body of an entry says.
    pub(crate) fn body(&self, row: &TimelineRow) -> Vec<Fact> {
        let Some(body) = &row.body else {
            return vec![self.fact("node-field-content", self.word("node-content-forgotten"))];
        };
        let known = self.known(row, body).unwrap_or_else(|| self.opaque(body));
        known.into_iter().chain(self.attached(row)).collect()
    }

    /// The files that belong to an entry.
    pub(crate) fn attached(&self, row: &TimelineRow) -> Vec<Fact> {
        let attached = row.attachments.iter().map(|file| {
            let size = Shown::Ltr(format!("{} B, {}", file.length, file.sha256));
            let to = format!("/entries/{}/files/{}", row.entry, file.sha256);
            self.fact("node-field-attachment", Shown::pair(Shown::link(to, Shown::said(&file.name)), size))
        });
        attached.collect()
    }

    fn known(&self, row: &TimelineRow, body: &Value) -> Option<Vec<Fact>> {
        fn read<T: Body + DeserializeOwned>(row: &TimelineRow, body: &Value) -> Option<T> {
            RowBody(row, body).body()
        }
        let fact = |key, value| self.fact(key, value);
        let reason = |text: &str| fact("node-field-reason", Shown::said(text));
        let facts = match row.kind.as_str() {
            CaseOpened::KIND => {
                let opened: CaseOpened = read(row, body)?;
                let number = opened.register_number.as_deref();
                vec![
                    fact("node-field-title", Shown::said(&opened.title)),
                    fact(
                        "node-field-register-number",
                        number.map_or_else(|| self.word("node-none"), Shown::said),
                    ),
                ]
            }
            NoteWritten::KIND => {
                vec![fact("node-field-text", Shown::Said(read::<NoteWritten>(row, body)?.text))]
            }
            CaseAssigned::KIND => {
                let assigned: CaseAssigned = read(row, body)?;
                let key = if assigned.member { "node-field-joins" } else { "node-field-leaves" };
                vec![fact(key, self.officer(assigned.officer))]
            }
            CaseClosed::KIND => vec![reason(&read::<CaseClosed>(row, body)?.reason)],
            CaseReopened::KIND => vec![reason(&read::<CaseReopened>(row, body)?.reason)],
            CaseRejection::KIND => vec![reason(&read::<CaseRejection>(row, body)?.reason)],
            OfficeRejection::KIND => vec![reason(&read::<OfficeRejection>(row, body)?.reason)],
            HandedOver::KIND => {
                let handed: HandedOver = read(row, body)?;
                vec![fact("node-field-to-office", self.office(handed.to)), reason(&handed.reason)]
            }
            EntryCorrected::KIND => {
                let corrected: EntryCorrected = read(row, body)?;
                let mut facts = vec![reason(&corrected.reason)];
                facts.extend(self.opaque(&corrected.body));
                facts
            }
            EntryWithdrawn::KIND => {
                let withdrawn: EntryWithdrawn = read(row, body)?;
                let ground = match withdrawn.ground {
                    WithdrawalGround::WrongCase => "node-ground-wrong-case",
                    WithdrawalGround::Privileged => "node-ground-privileged",
                    WithdrawalGround::Mistaken => "node-ground-mistaken",
                };
                vec![fact("node-field-ground", self.word(ground)), reason(&withdrawn.reason)]
            }
            CaseProposal::KIND => {
                let proposal: CaseProposal = read(row, body)?;
                vec![fact("node-field-proposes", self.case_act(&proposal.act)), reason(&proposal.reason)]
            }
            OfficeProposal::KIND => {
                let proposal: OfficeProposal = read(row, body)?;
                vec![fact("node-field-proposes", self.office_act(&proposal.act)), reason(&proposal.reason)]
            }
            PackSigned::KIND => {
                let PackSigned { pack, version, .. } = read(row, body)?;
                vec![
                    fact("node-field-name", Shown::ltr(&pack.name)),
                    fact("node-field-version", Shown::said(&version)),
                    fact("node-field-digest", Shown::ltr(pack.digest)),
                ]
            }
            ProvisionAdded::KIND => {
                let ProvisionAdded { provision } = read(row, body)?;
                let said = |key, text: &str| fact(key, Shown::said(text));
                vec![
                    fact("node-field-country", Shown::ltr(provision.country)),
                    said("node-field-statute", &provision.statute),
                    said("node-field-article", &provision.article),
                    said("node-field-wording", &provision.text),
                    said("node-field-source", &provision.source),
                    fact("node-field-as-of", Shown::Time(provision.as_of.to_string())),
                    said("node-field-confirmed-by", &provision.confirmed_by),
                ]
            }
            ProvisionRemoved::KIND => vec![reason(&read::<ProvisionRemoved>(row, body)?.reason)],
            OfficeFounded::KIND => self.founded(&read(row, body)?),
            NodeRestored::KIND => {
                let restored: NodeRestored = read(row, body)?;
                vec![
                    fact("node-field-incarnation", Shown::ltr(restored.incarnation)),
                    fact("node-field-entries", Shown::ltr(restored.size)),
                ]
            }
            // Kinds whose body says nothing beyond the kind, and kinds that this version does not know.
            kind => self.evidence(kind, &RowBody(row, body)).unwrap_or_else(|| self.opaque(body)),
        };
        Some(facts)
    }

    fn founded(&self, founded: &OfficeFounded) -> Vec<Fact> {
        let founders = founded.founders.iter().map(|founder| self.new_officer(founder)).collect();
        let packs = founded.packs.iter();
        let packs = packs.map(|pack| Shown::pair(Shown::ltr(&pack.name), Shown::ltr(pack.digest))).collect();
        vec![
            self.fact("node-field-name", Shown::said(&founded.name)),
            self.fact("node-field-country", Shown::ltr(founded.country)),
            self.fact("node-field-authority", Shown::said(&founded.authority)),
            self.fact("node-field-exercise", self.yes_no(founded.exercise)),
            self.fact("node-field-founders", Shown::List(founders)),
            self.fact("node-field-packs", Shown::List(packs)),
        ]
    }

    fn new_officer(&self, officer: &NewOfficer) -> Shown {
        let key = std::iter::once(Shown::ltr(officer.key.key_id()));
        let roles = officer.roles.iter().map(|role| self.role(*role)).chain(key).collect();
        Shown::pair(Shown::said(&officer.name), Shown::Row(roles))
    }

    /// What a proposal would do to the office.
    pub(crate) fn office_act(&self, act: &OfficeAct) -> Shown {
        let about = match act {
            OfficeAct::AddOfficer(officer) => self.new_officer(officer),
            OfficeAct::SetRoles(officer, roles) => {
                let roles = roles.iter().map(|role| self.role(*role)).collect();
                Shown::pair(self.officer(*officer), Shown::Row(roles))
            }
            OfficeAct::ReplaceKey(officer, key) => {
                Shown::pair(self.officer(*officer), Shown::ltr(key.key_id()))
            }
            OfficeAct::ActivatePack(pack) => Shown::pair(Shown::ltr(&pack.name), Shown::ltr(pack.digest)),
            OfficeAct::FileAgreement { agreement, .. } | OfficeAct::EndAgreement(agreement) => {
                Shown::ltr(agreement)
            }
            OfficeAct::TakePack(taken) => self.taken(taken),
            OfficeAct::TrustPublisher(publisher) => {
                let keys = publisher.signers.iter().map(|key| Shown::ltr(key.key_id()));
                let told = [Shown::said(&publisher.authority), Shown::ltr(publisher.country)];
                let digest = Shown::pair(self.word("node-field-digest"), Shown::ltr(publisher.digest()));
                let more = told.into_iter().chain(keys).chain([digest]).collect();
                Shown::pair(Shown::said(&publisher.name), Shown::Row(more))
            }
            OfficeAct::DistrustPublisher(publisher) => self.publisher(*publisher),
            OfficeAct::SetVaultLimits(limits) => {
                let most = |bytes: Option<u64>| bytes.map_or_else(|| self.word("node-none"), Shown::ltr);
                let free = Shown::ltr(limits.kept_free_bytes);
                Shown::List(vec![
                    Shown::pair(self.word("node-vault-most"), most(limits.most_bytes)),
                    Shown::pair(self.word("node-vault-most-case"), most(limits.most_case_bytes)),
                    Shown::pair(self.word("node-vault-kept-free"), free),
                ])
            }
            OfficeAct::SetStampServer(None) => self.word("node-stamp-server-none"),
            OfficeAct::SetStampServer(Some(server)) => {
                let digest = |certificate: &Bytes| Shown::ltr(Sha256Digest::of(certificate.as_ref()));
                let authorities = server.authorities.iter().map(digest).collect();
                Shown::pair(Shown::ltr(&server.url), Shown::Row(authorities))
            }
        };
        Shown::pair(self.word_or("node-act-", act.as_str()), about)
    }

    /// A pack that came as a bundle: which, from whom, and signed by which keys.
    fn taken(&self, taken: &TakenPack) -> Shown {
        let pack = Shown::pair(Shown::ltr(&taken.pack.name), Shown::said(&taken.version));
        let mut more = vec![Shown::ltr(taken.pack.digest)];
        more.extend(taken.older.then(|| self.word("node-pack-older")));
        more.push(Shown::pair(self.word("node-pack-released"), self.publisher(taken.publisher)));
        // What does not hold is in no proposal that was admitted.
        let signed = taken.signed().unwrap_or_default();
        more.extend(signed.iter().map(|signed| Shown::ltr(signed.release().key.key_id())));
        Shown::pair(pack, Shown::Row(more))
    }

    /// The name of an office that publishes packs, while it is trusted.
    fn publisher(&self, id: OfficeId) -> Shown {
        let known = self.state.offices().find_map(|office| office.publishers.get(&id));
        let name = known.map(|publisher| Shown::said(&publisher.name));
        name.map_or_else(|| Shown::ltr(id), |name| Shown::pair(name, Shown::ltr(id)))
    }

    /// What a proposal would do in a case.
    pub(crate) fn case_act(&self, act: &CaseAct) -> Shown {
        let about = match act {
            CaseAct::Forget(entry) => entry_link(*entry),
            CaseAct::Export { recipient, key, up_to, .. } => {
                // Places are counted from 0.
                let entries =
                    Shown::pair(self.word("node-field-entries"), Shown::ltr(up_to.saturating_add(1)));
                Shown::pair(Shown::said(recipient), Shown::Row(vec![Shown::ltr(key), entries]))
            }
            CaseAct::Package { exhibits, recipient, key } => {
                let key = key.map(Shown::ltr);
                let more = key.into_iter().chain(exhibits.iter().map(|entry| entry_link(*entry)));
                Shown::pair(Shown::said(recipient), Shown::Row(more.collect()))
            }
            CaseAct::IssueRequest(digest) => Shown::ltr(digest),
            CaseAct::RevealSecret { sealed, fingerprint } => {
                Shown::pair(Shown::ltr(fingerprint), entry_link(*sealed))
            }
            CaseAct::Send { agreement, content } => {
                let them =
                    self.state.channels().get(*agreement).map(|channel| Shown::said(&channel.them().name));
                Shown::pair(them.unwrap_or_else(|_| Shown::ltr(agreement)), Shown::ltr(content))
            }
        };
        Shown::pair(self.word_or("node-act-", act.as_str()), about)
    }

    /// A body that this version has no form for: its fields as they are.
    fn opaque(&self, body: &Value) -> Vec<Fact> {
        match body {
            Value::Map(fields) => fields
                .iter()
                .map(|(name, value)| {
                    let name = name.as_text().unwrap_or("?").replace('_', "-");
                    Fact { label: self.word_or("node-body-", &name), value: self.value(value, 0) }
                })
                .collect(),
            other => vec![self.fact("node-field-content", self.value(other, 0))],
        }
    }

    fn value(&self, value: &Value, depth: usize) -> Shown {
        let deeper = |value| self.value(value, depth + 1);
        match value {
            Value::Text(text) => Shown::said(text),
            Value::Bool(yes) => self.yes_no(*yes),
            Value::Null => self.word("node-none"),
            Value::Integer(number) => Shown::ltr(i128::from(*number)),
            Value::Bytes(bytes) => Shown::Ltr(hex(bytes)),
            Value::Array(_) | Value::Map(_) if depth == MAX_DEPTH => Shown::ltr("…"),
            Value::Array(items) => Shown::List(items.iter().map(deeper).collect()),
            Value::Map(fields) => {
                Shown::List(fields.iter().map(|(k, v)| Shown::pair(deeper(k), deeper(v))).collect())
            }
            _ => Shown::ltr("?"),
        }
    }
}

/// A link to an entry.
pub(crate) fn entry_link(id: EntryId) -> Shown {
    Shown::link(format!("/entries/{id}"), Shown::ltr(id))
}

/// A body as JSON: bytes in hex, numbers beyond those of JSON as text.
pub(crate) fn json(value: &Value) -> serde_json::Value {
    nested_json(value, 0)
}

fn nested_json(value: &Value, depth: usize) -> serde_json::Value {
    use serde_json::Value as Json;
    let deeper = |value: &Value| nested_json(value, depth + 1);
    match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Bool(yes) => Json::from(*yes),
        Value::Integer(number) => {
            let number = i128::from(*number);
            i64::try_from(number).map_or_else(|_| Json::from(number.to_string()), Json::from)
        }
        Value::Bytes(bytes) => Json::from(hex(bytes)),
        // Bodies come from deterministic CBOR, which has its own limit of depth; this one is for the stack.
        Value::Array(_) | Value::Map(_) if depth > 4 * MAX_DEPTH => Json::Null,
        Value::Array(items) => items.iter().map(deeper).collect(),
        Value::Map(fields) => {
            let name = |key: &Value| key.as_text().map_or_else(|| deeper(key).to_string(), str::to_owned);
            Json::Object(fields.iter().map(|(k, v)| (name(k), deeper(v))).collect())
        }
        _ => Json::Null,
    }
}

/// Anything with identifiers in it as JSON.
pub(crate) fn plain<T: Serialize>(value: &T) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
