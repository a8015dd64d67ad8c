//! What an entry says, on one line of a time line.

use std::collections::BTreeMap;

use comity_casework::body::{
    Body, CaseAct, CaseApproval, CaseAssigned, CaseClosed, CaseExported, CaseOpened, CaseProposal,
    CaseRejection, CaseReopened, EntryCorrected, EntryWithdrawn, HandedOver, NoteWritten, WithdrawalGround,
};
use comity_casework::exchange::{MessageDrafted, MessageSent};
use comity_casework::exhibit::{
    CustodyConfirmed, CustodyRecorded, ExhibitChecked, ExhibitReceived, ExhibitsPackaged, FileGivenOut,
    Holding, label,
};
use comity_casework::lead::{
    HitPlaced, HitPromoted, LedgerRead, OwnerAnswered, OwnerAsked, ScanRecorded, TraceRecorded,
};
use comity_casework::request::{
    RequestCarriedOver, RequestDrafted, RequestFactConfirmed, RequestReceived, RequestRecorded,
    RequestReviewed, Review,
};
use comity_casework::scrubbing::FilesChecked;
use comity_casework::secret::{SecretRevealed, SecretsSealed};
use comity_casework::{State, TimelineRow};
use comity_evidence::custody::{Party, Piece};
use comity_record::{CaseId, EntryId, OfficerId, Value};
use comity_request::Decision;
use comity_request::life::Event;
use serde::de::DeserializeOwned;

use crate::out::{Out, plain};

/// Tells the entries of one journal, one after the other.
pub struct Teller<'a> {
    out: &'a Out,
    state: &'a State,
    journal: CaseId,
    /// Where the entries stand that were told: people find them by that.
    places: BTreeMap<EntryId, u64>,
}

impl<'a> Teller<'a> {
    pub fn new(out: &'a Out, state: &'a State, journal: CaseId) -> Self {
        Self { out, state, journal, places: BTreeMap::new() }
    }

    /// What the entry says; nothing where its kind says it all, or is not known here.
    pub fn told(&mut self, row: &TimelineRow) -> Option<String> {
        self.places.insert(row.entry, row.sequence);
        match &row.body {
            Some(body) => self.content(row, &row.kind, Some(row.kind_version), body),
            None => Some(self.say("comity-content-gone", &[])),
        }
    }

    /// A correction gives the body in the form of the kind that it corrects, and no version of its own.
    fn content(&self, row: &TimelineRow, kind: &str, version: Option<u16>, body: &Value) -> Option<String> {
        let read = Read { version, body };
        Some(match kind {
            NoteWritten::KIND => read.as_a::<NoteWritten>()?.text,
            CaseOpened::KIND => {
                let opened: CaseOpened = read.as_a()?;
                let number = opened.register_number.map(|number| format!(" ({number})"));
                format!("{}{}", opened.title, number.unwrap_or_default())
            }
            CaseAssigned::KIND => {
                let assigned: CaseAssigned = read.as_a()?;
                let key = if assigned.member { "comity-told-joins" } else { "comity-told-leaves" };
                self.say(key, &[("officer", &self.officer(row, assigned.officer))])
            }
            CaseClosed::KIND => read.as_a::<CaseClosed>()?.reason,
            CaseReopened::KIND => read.as_a::<CaseReopened>()?.reason,
            CaseRejection::KIND => read.as_a::<CaseRejection>()?.reason,
            HandedOver::KIND => {
                let handed: HandedOver = read.as_a()?;
                let office = self.state.office(handed.to);
                let office = office.map_or_else(|_| handed.to.to_string(), |office| office.name.clone());
                self.say("comity-told-to-office", &[("office", &office), ("reason", &handed.reason)])
            }
            EntryCorrected::KIND => self.corrected(row, &read.as_a()?),
            EntryWithdrawn::KIND => {
                let withdrawn: EntryWithdrawn = read.as_a()?;
                let ground = match withdrawn.ground {
                    WithdrawalGround::WrongCase => "node-ground-wrong-case",
                    WithdrawalGround::Privileged => "node-ground-privileged",
                    WithdrawalGround::Mistaken => "node-ground-mistaken",
                };
                let (place, ground) = (self.place(row, "withdraws"), self.say(ground, &[]));
                self.say(
                    "comity-told-withdraws",
                    &[("place", &place), ("ground", &ground), ("reason", &withdrawn.reason)],
                )
            }
            CaseProposal::KIND => {
                let proposal: CaseProposal = read.as_a()?;
                let mut act = self.say(&format!("node-act-{}", proposal.act.as_str()), &[]);
                if let CaseAct::Forget(entry) = proposal.act {
                    act = format!("{act} ({})", self.place_of(entry));
                }
                if let CaseAct::RevealSecret { fingerprint, .. } = &proposal.act {
                    act = format!("{act} ({fingerprint})");
                }
                self.say("comity-told-proposes", &[("act", &act), ("reason", &proposal.reason)])
            }
            CaseApproval::KIND => {
                self.say("comity-told-approves", &[("place", &self.place(row, "approves"))])
            }
            CaseExported::KIND => read.as_a::<CaseExported>()?.package.to_string(),
            MessageDrafted::KIND => read.as_a::<MessageDrafted>()?.kind.to_string(),
            MessageSent::KIND => read.as_a::<MessageSent>()?.kind.to_string(),
            ExhibitReceived::KIND => self.exhibit(&read.as_a()?),
            CustodyRecorded::KIND => self.custody(&read.as_a()?),
            ExhibitsPackaged::KIND => {
                // The words are the same in both versions.
                let ExhibitsPackaged { exhibits, recipient, reason, root, .. } =
                    read.body.deserialized().ok()?;
                let exhibits: Vec<_> = exhibits.into_iter().map(label).collect();
                self.say(
                    "comity-told-packaged",
                    &[
                        ("exhibits", &exhibits.join(", ")),
                        ("recipient", &recipient),
                        ("reason", &reason),
                        ("root", &root.to_string()),
                    ],
                )
            }
            CustodyConfirmed::KIND => {
                let CustodyConfirmed { note, on_paper } = read.as_a()?;
                let (place, note) = (self.place(row, "confirms"), note.unwrap_or_default());
                if on_paper.is_empty() {
                    return Some(
                        self.say("comity-told-custody-confirmed", &[("place", &place), ("note", &note)]),
                    );
                }
                let signers = on_paper.iter().map(|of| format!("{}, {}", of.name, of.organisation));
                let signers = signers.collect::<Vec<_>>().join("; ");
                self.say(
                    "comity-told-custody-on-paper",
                    &[("place", &place), ("signers", &signers), ("note", &note)],
                )
            }
            ExhibitChecked::KIND => {
                let checked: ExhibitChecked = read.as_a()?;
                let result = plain(
                    &self.out.message(&format!("document-custody-check-{}", checked.result.as_str()), &[]),
                );
                let (files, findings) = (checked.files.to_string(), checked.findings.to_string());
                let (place, reason) = (self.place(row, "exhibit"), checked.reason.unwrap_or_default());
                let values = [
                    ("place", &*place),
                    ("files", &files),
                    ("result", &result),
                    ("findings", &findings),
                    ("reason", &reason),
                ];
                self.say("comity-told-checked", &values)
            }
            FileGivenOut::KIND => {
                let given: FileGivenOut = read.as_a()?;
                let (place, sha256) = (self.place(row, "exhibit"), given.sha256.to_string());
                let values = [
                    ("place", &*place),
                    ("path", &given.path),
                    ("sha256", &sha256),
                    ("reason", &given.reason),
                ];
                self.say("comity-told-given-out", &values)
            }
            SecretsSealed::KIND => {
                let SecretsSealed { officers, secrets } = read.as_a()?;
                let officers = officers.map(|holder| self.officer(row, holder.officer)).join(", ");
                let count = secrets.to_string();
                self.say("comity-told-secrets-sealed", &[("count", &count), ("officers", &officers)])
            }
            SecretRevealed::KIND => {
                self.say("comity-told-secret-seen", &[("place", &self.place(row, "carries-out"))])
            }
            FilesChecked::KIND => {
                let FilesChecked { finding, files } = read.as_a()?;
                let finding = self.say(&format!("document-custody-found-{}", finding.as_str()), &[]);
                let (place, count) = (self.place(row, "held-by"), files.len().to_string());
                self.say(
                    "comity-told-files-checked",
                    &[("place", &place), ("count", &count), ("finding", &finding)],
                )
            }
            ScanRecorded::KIND => self.scan(row, &read.as_a()?),
            HitPromoted::KIND => {
                let promoted: HitPromoted = read.as_a()?;
                let hit = promoted.hit;
                let what = hit.canonical.or(hit.fingerprint).unwrap_or(hit.value);
                let role = promoted.role.to_string();
                self.say(
                    "comity-told-account",
                    &[("what", &what), ("role", &role), ("reason", &promoted.reason)],
                )
            }
            HitPlaced::KIND => {
                let HitPlaced { places, more } = read.as_a()?;
                let count = more.saturating_add(u64::try_from(places.len()).unwrap_or(u64::MAX));
                let place = self.place(row, "account");
                self.say("comity-told-placed", &[("place", &place), ("count", &count.to_string())])
            }
            OwnerAsked::KIND => {
                let OwnerAsked { value, reason, .. } = read.as_a()?;
                self.say("comity-told-asked", &[("value", &value), ("reason", &reason)])
            }
            OwnerAnswered::KIND => {
                self.say("comity-told-answered", &[("text", &read.as_a::<OwnerAnswered>()?.text)])
            }
            LedgerRead::KIND => {
                let ledger: LedgerRead = read.as_a()?;
                let height = ledger.height.to_string();
                self.say(
                    "comity-told-ledger",
                    &[("network", &ledger.network), ("height", &height), ("source", &ledger.source)],
                )
            }
            TraceRecorded::KIND => self.trace(&read.as_a()?),
            _ => self.request(row, kind, read)?,
        })
    }

    /// What the entry should have said, and what was wrong with it.
    fn corrected(&self, row: &TimelineRow, corrected: &EntryCorrected) -> String {
        let of = reference(row, "corrects");
        let standing = of.and_then(|of| self.state.case(self.journal).ok()?.standing(of).ok());
        let kind = standing.map(|standing| standing.kind.to_string()).unwrap_or_default();
        let now = self.content(row, &kind, None, &corrected.body).unwrap_or(kind);
        let place = self.place(row, "corrects");
        self.say("comity-told-corrects", &[("place", &place), ("now", &now), ("reason", &corrected.reason)])
    }

    fn exhibit(&self, received: &ExhibitReceived) -> String {
        let (key, files, bytes) = match &received.holds {
            Holding::Files { files, bytes, .. } => ("comity-told-exhibit", *files, *bytes),
            Holding::InPlace(place) => ("comity-told-exhibit-in-place", place.files, place.size),
            Holding::Thing => ("comity-told-exhibit-thing", 0, 0),
        };
        let (files, bytes) = (files.to_string(), bytes.to_string());
        let exhibit = label(received.number);
        self.say(
            key,
            &[("exhibit", &exhibit), ("title", &received.title), ("files", &files), ("bytes", &bytes)],
        )
    }

    fn custody(&self, recorded: &CustodyRecorded) -> String {
        let act = &recorded.custody;
        let exhibit = match act.piece {
            Piece::Original => act.exhibit.clone(),
            Piece::WorkingCopy(number) => {
                let copy = self.say("document-custody-on-copy", &[("number", &number.to_string())]);
                format!("{} ({copy})", act.exhibit)
            }
        };
        let name = |party: &Option<Party>| party.as_ref().map_or_else(|| "-".to_owned(), |p| p.name.clone());
        let values = [
            ("exhibit", exhibit),
            ("act", self.say(&format!("node-custody-{}", act.act.as_str()), &[])),
            ("giver", name(&act.giver)),
            ("taker", name(&act.taker)),
            ("reason", act.reason.clone()),
        ];
        let key = if act.taker.is_some() { "comity-told-custody-passed" } else { "comity-told-custody" };
        self.say(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    fn scan(&self, row: &TimelineRow, scan: &ScanRecorded) -> String {
        let of = reference(row, "exhibit");
        let number = of.and_then(|of| self.state.case(self.journal).ok()?.exhibits.number(of));
        let values = [
            ("exhibit", number.map(label).unwrap_or_default()),
            ("files", scan.files.to_string()),
            ("failures", scan.failures.to_string()),
            ("hits", scan.hits.values().sum::<u64>().to_string()),
        ];
        let told =
            self.say("comity-told-scan", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        let counts = scan.unseen.as_ref().map(|unseen| {
            let known = unseen.known.as_ref().map_or(0, |known| known.files);
            [
                ("comity-scan-unopened", unseen.parts),
                ("comity-scan-blocks", unseen.in_blocks),
                ("comity-scan-known", known),
                ("comity-told-scan-without-rules", unseen.without_rules),
            ]
        });
        let counts = counts.into_iter().flatten().filter(|(_, count)| *count > 0);
        let unseen = counts.map(|(key, count)| self.say(key, &[("count", &count.to_string())]));
        std::iter::once(told).chain(unseen).collect::<Vec<_>>().join("; ")
    }

    fn trace(&self, trace: &TraceRecorded) -> String {
        let values = [
            ("number", trace.number.to_string()),
            ("direction", self.say(trace.direction.message(), &[])),
            ("starts", trace.starts.join(", ")),
            ("started", trace.followed_sat().to_string()),
            ("services", trace.services().len().to_string()),
        ];
        self.say("comity-told-trace", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// The reference of a request, and what happened to it.
    fn request(&self, row: &TimelineRow, kind: &str, read: Read<'_>) -> Option<String> {
        let event = |event: &Event| self.say(&format!("request-event-{}", event.kind().code()), &[]);
        let version = |version: &comity_request::RequestVersion| {
            let (title, number) = (self.say(&version.title, &[]), version.number.to_string());
            self.say("comity-told-version", &[("title", &title), ("number", &number)])
        };
        let (own, what) = match kind {
            RequestDrafted::KIND => {
                let drafted: RequestDrafted = read.as_a()?;
                (Some(drafted.version.reference.clone()), version(&drafted.version))
            }
            RequestReceived::KIND => {
                let received: RequestReceived = read.as_a()?;
                (Some(received.version.reference.clone()), version(&received.version))
            }
            RequestCarriedOver::KIND => {
                let row = read.as_a::<RequestCarriedOver>()?.row;
                (Some(row.register_number), self.say("request-register-event", &[]))
            }
            RequestReviewed::KIND => match read.as_a::<RequestReviewed>()?.outcome {
                Review::Passed => (None, self.say("request-event-reviewed", &[])),
                Review::SentBack { reason } => {
                    (None, format!("{} ({reason})", event(&Event::SentBack { reason: reason.clone() })))
                }
            },
            RequestRecorded::KIND => (None, event(&read.as_a::<RequestRecorded>()?.event)),
            RequestFactConfirmed::KIND => {
                let confirmed: RequestFactConfirmed = read.as_a()?;
                let decision = match confirmed.decision {
                    Decision::Confirmed => "request-confirm-confirmed",
                    Decision::Overruled => "request-confirm-overruled",
                    Decision::Rejected => "request-confirm-rejected",
                };
                (None, format!("{} ({})", self.say(decision, &[]), confirmed.reason))
            }
            _ => return None,
        };
        let about = reference(row, "about");
        let known = about.and_then(|about| self.state.case(self.journal).ok()?.requests.get(about).ok());
        let reference = own.or_else(|| known.map(|known| known.reference().to_owned())).unwrap_or_default();
        Some(self.say("comity-told-request", &[("reference", &reference), ("what", &what)]))
    }

    /// Where the entry stands that this one refers to.
    fn place(&self, row: &TimelineRow, role: &str) -> String {
        reference(row, role).map(|entry| self.place_of(entry)).unwrap_or_default()
    }

    fn place_of(&self, entry: EntryId) -> String {
        self.places.get(&entry).map_or_else(|| entry.to_string(), u64::to_string)
    }

    fn officer(&self, row: &TimelineRow, id: OfficerId) -> String {
        let office = self.state.office(row.office).ok();
        let officer = office.and_then(|office| office.officers.get(&id));
        officer.map_or_else(|| id.to_string(), |officer| officer.name.clone())
    }

    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.out.message(key, values)
    }
}

/// The entry that this one refers to in a role.
fn reference(row: &TimelineRow, role: &str) -> Option<EntryId> {
    row.refs.iter().find(|(of, _)| of == role).map(|(_, entry)| *entry)
}

/// A body that is to be read.
#[derive(Clone, Copy)]
struct Read<'a> {
    version: Option<u16>,
    body: &'a Value,
}

impl Read<'_> {
    fn as_a<T: Body + DeserializeOwned>(self) -> Option<T> {
        self.version
            .is_none_or(|version| version == T::VERSION)
            .then(|| self.body.deserialized().ok())
            .flatten()
    }
}
