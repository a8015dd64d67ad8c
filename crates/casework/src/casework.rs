//! A node at work: one way in for everything that changes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use comity_disk::{Disk, DiskPath};
use comity_evidence::vault::ObjectStore;
use comity_evidence::{Lease, Vault};
use comity_journal::{KnownLog, Log, LogError, Origin};
use comity_policy::PolicyError;
use comity_record::entry::{
    Attachment, Author, Content, Draft, NewEntry, Reference, SignedStatement, Statement, wrap_entry_key,
};
use comity_record::handling::{Handling, Origin as HandlingOrigin};
use comity_record::key::SecretKey;
use comity_record::seal::{NodeSeal, SEAL_VERSION};
use comity_record::sign::{SigningKey, VerifyingKey};
use comity_record::{
    ActTime, CaseId, Clock, Entropy, EntryId, OfficeId, OfficerId, RecordedTime, Sha256Digest,
};
use comity_store::{Delta, Row, RowChange, Store, StoredEntry, Wrap, WrapChange, WrapKind};
use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::approval::only_reference;
use crate::body::{
    Body, CaseApproval, CaseOpened, CaseProposal, CaseRejection, FoundingConfirmed, NodeRestored,
    OfficeApproval, OfficeFounded, OfficeProposal, OfficeRejection,
};
use crate::error::CaseworkError;
use crate::exchange;
use crate::files::{Kept, destroyed_objects};
use crate::fold::{Fold, forgotten_row, read_case_key};
use crate::keyring::Keyring;
use crate::known;
use crate::passphrase::{self, Passphrase};
use crate::refusal::Refusal;
use crate::request::RequestRecorded;
use crate::rights::{Packs, Step};
use crate::room::InFlight;
use crate::state::State;
use crate::tiles::DiskTiles;
use crate::view;

/// Where the log's files lie in the node's folder.
pub const LOG_FOLDER: &str = "log";
/// Entries that are read at a time.
pub(crate) const PAGE: u32 = 500;
/// Entries that one commit may gather, so that the first who wait do not wait for all who come.
const MAX_BATCH: usize = 256;
/// How far an act may seem to be yet to come: the clocks of two offices differ by that much.
const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_mins(5);
/// How long before it begins in UTC a day begins where it begins first, at Kiritimati.
const FIRST_DAY_BEGINS: SignedDuration = SignedDuration::from_hours(14);

/// What a node works with.
pub struct Parts<S> {
    /// The database.
    pub store: S,
    /// The node's folder.
    pub disk: Arc<dyn Disk>,
    /// Where finished objects of the vault lie, if not in the node's folder.
    pub objects: Option<Box<dyn ObjectStore>>,
    /// The node's keys.
    pub keyring: Keyring,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// The packs that lie at hand.
    pub packs: Packs,
}

/// A node at work.
pub struct Casework<S> {
    pub(crate) store: S,
    pub(crate) keyring: Keyring,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) packs: Packs,
    pub(crate) vault: Vault,
    pub(crate) disk: Arc<dyn Disk>,
    pub(crate) runtime: exchange::Runtime,
    passphrases: Mutex<BTreeMap<OfficerId, u64>>,
    /// What is durable.
    state: RwLock<Arc<State>>,
    /// Who holds it writes. Holds the state with everything that is being written.
    pub(crate) writer: tokio::sync::Mutex<State>,
    waiting: Mutex<Vec<Job>>,
    /// Held from the look whether a number of a register is free until it is given.
    pub(crate) numbers: tokio::sync::Mutex<()>,
    log: Mutex<Log<DiskTiles>>,
    case_keys: Mutex<HashMap<CaseId, Arc<SecretKey>>>,
    /// Whoever holds it reads the vault again.
    pub(crate) scrubbing: tokio::sync::Mutex<()>,
    /// What intakes bring that have begun.
    pub(crate) in_flight: Arc<Mutex<InFlight>>,
    /// The notes of intakes that are under way.
    pub(crate) intakes: Arc<Mutex<BTreeSet<DiskPath>>>,
}

/// An officer at work: identified, and with the signing key unlocked.
pub struct Session {
    pub(crate) office: OfficeId,
    pub(crate) officer: OfficerId,
    pub(crate) key: SigningKey,
    /// How often the officer had changed the passphrase when it began.
    pub(crate) passphrase: u64,
}

impl Session {
    /// The office that the officer works for.
    pub fn office(&self) -> OfficeId {
        self.office
    }

    /// The officer.
    pub fn officer(&self) -> OfficerId {
        self.officer
    }
}

/// What may be said of an entry beside its body.
#[derive(Clone, Default)]
pub struct With {
    /// When the act took place; now, if nothing is said.
    pub act: Option<ActTime>,
    /// Under which conditions it may be used; as the office's own work, if nothing is said.
    pub handling: Option<Handling>,
    /// The entries that it speaks of.
    pub refs: Vec<Reference>,
    /// The files that belong to it, which lie in the vault already.
    pub files: Vec<Kept>,
}

impl With {
    /// One entry that it speaks of.
    pub fn reference(role: &'static str, entry: EntryId) -> Self {
        Self {
            refs: vec![Reference { role: role.parse().expect("a literal word"), entry }],
            ..Self::default()
        }
    }
}

/// An entry has been taken, and is durable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The entry.
    pub entry: EntryId,
    /// Its journal.
    pub journal: CaseId,
    /// Its place in the journal.
    pub sequence: u64,
    /// Its index in the log.
    pub log_index: u64,
    /// When it was recorded.
    pub recorded: RecordedTime,
}

/// Where the answer to a job goes.
type Answer = oneshot::Sender<Result<Vec<Receipt>, CaseworkError>>;

/// Entries that are taken together or not at all.
struct Job {
    entries: Vec<Pending>,
    done: Answer,
}

pub(crate) struct Pending {
    new: NewEntry,
    signed: SignedStatement,
    content: Content,
    pub(crate) wraps: Vec<WrapChange>,
    /// The rows that follow from its files; those that follow from its content are made with it.
    pub(crate) rows: Vec<Row>,
    /// Keep its files until it is durable.
    pub(crate) leases: Vec<Lease>,
}

impl Pending {
    pub(crate) fn id(&self) -> EntryId {
        self.new.id
    }

    /// Whether a state admits it.
    pub(crate) fn admitted(&self, state: &State, node: &VerifyingKey) -> Result<(), Refusal> {
        state.check(&self.signed, Some(&self.content), node)
    }
}

/// What a batch does to the store, and to those who wait for it.
struct Batch {
    delta: Delta,
    leases: Vec<Lease>,
    answers: Vec<(Answer, Vec<Receipt>)>,
}

impl<S: Store> Casework<S> {
    /// Opens a node: reads its whole log, verifies every signature, and folds the state from it.
    ///
    /// # Errors
    /// Refuses to start when anything in the log is not what the node signed, when the database is older than the
    /// published log, or when a pack in force is missing or changed.
    pub async fn open(parts: Parts<S>) -> Result<Self, CaseworkError> {
        Ok(Self::open_in(parts, None).await?.0)
    }

    /// Opens a node; after a restore, in the life of the log that has begun but that no entry tells of yet. Gives the
    /// entries whose content is missing then.
    pub(crate) async fn open_in(
        parts: Parts<S>,
        begun: Option<u32>,
    ) -> Result<(Self, BTreeSet<EntryId>), CaseworkError> {
        let Parts { store, disk, objects, keyring, clock, entropy, packs } = parts;
        let node = keyring.signing().verifying_key();
        let fold = match begun {
            Some(_) => Fold::restored(&store, &keyring).await?,
            None => Fold::whole(&store, &keyring).await?,
        };
        let missing = fold.unexplained().map(|(entry, _)| entry).collect();
        let state = fold.state;
        for office in state.offices() {
            packs.check(office)?;
        }
        let tiles = || DiskTiles::new(Arc::clone(&disk), LOG_FOLDER);
        let origin = Origin::of_node(keyring.node(), begun.unwrap_or(state.incarnation()));
        let log = match Log::open(tiles(), &origin, &KnownLog::of_node(keyring.node(), vec![node])) {
            Err(LogError::Absent) if state.size() == 0 => Log::create(tiles(), origin, keyring.signing())?,
            opened => opened?,
        };
        if log.head().size > state.size() {
            return Err(CaseworkError::RolledBack { log: log.head().size, store: state.size() });
        }
        let (names, drawn) = (keyring.vault_names(), Arc::clone(&entropy));
        let vault = match objects {
            Some(objects) => Vault::open_over(objects, Arc::clone(&disk), names, drawn)?,
            None => Vault::open(Arc::clone(&disk), names, drawn)?,
        };
        let this = Self {
            store,
            vault,
            disk,
            runtime: exchange::Runtime::default(),
            passphrases: Mutex::default(),
            keyring,
            clock,
            entropy,
            packs,
            state: RwLock::new(Arc::new(state.clone())),
            writer: tokio::sync::Mutex::new(state),
            waiting: Mutex::new(Vec::new()),
            numbers: tokio::sync::Mutex::new(()),
            log: Mutex::new(log),
            case_keys: Mutex::new(HashMap::new()),
            scrubbing: tokio::sync::Mutex::new(()),
            in_flight: Arc::default(),
            intakes: Arc::default(),
        };
        this.publish().await?;
        this.keep_all_cosigned();
        Ok((this, missing))
    }

    /// Ends the work of the node: the database is closed in order.
    ///
    /// # Errors
    /// Fails when the store cannot be closed.
    pub async fn close(self) -> Result<(), CaseworkError> {
        Ok(self.store.close().await?)
    }

    /// The state as it is durable now.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The packs at hand.
    pub fn packs(&self) -> &Packs {
        &self.packs
    }

    /// The node's public key.
    pub fn node_key(&self) -> VerifyingKey {
        self.keyring.signing().verifying_key()
    }

    /// Gives the node's own key to something that needs it whole: the identity by which the node is known in TLS.
    pub fn with_node_key<T>(&self, make: impl FnOnce(&SigningKey) -> T) -> T {
        make(self.keyring.signing())
    }

    /// Unlocks the signing key of an officer.
    ///
    /// # Errors
    /// Fails for an unknown officer, another passphrase, or a key that is no longer in force.
    pub async fn unlock(
        &self,
        office: OfficeId,
        officer: OfficerId,
        passphrase: &Passphrase,
    ) -> Result<Session, CaseworkError> {
        let state = self.state();
        let known = state.office(office)?.officers.get(&officer).ok_or(Refusal::UnknownOfficer(officer))?;
        let wrapped = self
            .store
            .wrap(WrapKind::Officer, &officer_wrap(officer, &known.key))
            .await?
            .ok_or_else(|| CaseworkError::KeyMissing(known.name.clone()))?;
        let seed = passphrase::open(passphrase, &officer_context(officer), &wrapped)?;
        let seed: Zeroizing<[u8; 32]> =
            Zeroizing::new(seed.as_slice().try_into().map_err(|_| passphrase::PassphraseError::Malformed)?);
        let key = SigningKey::from_seed(&seed);
        if key.verifying_key() != known.key {
            return Err(Refusal::WrongKey.into());
        }
        let passphrase = self.passphrases().get(&officer).copied().unwrap_or_default();
        Ok(Session { office, officer, key, passphrase })
    }

    /// Whether a session goes on: the officer has the same key, and the same passphrase to it, as when it began.
    pub fn is_in_force(&self, session: &Session) -> bool {
        let state = self.state();
        let known =
            state.office(session.office).ok().and_then(|office| office.officers.get(&session.officer));
        let changed = self.passphrases().get(&session.officer).copied().unwrap_or_default();
        known.is_some_and(|known| known.key == session.key.verifying_key()) && changed == session.passphrase
    }

    /// How often officers changed their passphrases since the node was opened.
    pub(crate) fn passphrases(&self) -> MutexGuard<'_, BTreeMap<OfficerId, u64>> {
        self.passphrases.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records an entry: signs it, asks the policies, checks it against the state, makes it durable.
    ///
    /// # Errors
    /// Says why the entry was not taken; nothing has been changed then.
    pub async fn record<B: Body>(
        &self,
        session: &Session,
        journal: CaseId,
        body: &B,
        with: With,
    ) -> Result<Receipt, CaseworkError> {
        let pending = self.sign(session, journal, body, with)?;
        let receipts = self.append(vec![pending]).await?;
        Ok(receipts[0])
    }

    /// Asks whether a step may be taken; for pages that offer only what is allowed, and for reading.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] names the policies that forbid it.
    pub fn may(&self, session: &Session, journal: CaseId, action: &str) -> Result<(), CaseworkError> {
        let step = Step { office: session.office, officer: session.officer, journal, action, act: "" };
        self.packs.decide(&self.state(), &step).map(drop)
    }

    /// As [`Self::may`], for a step that policies of earlier programs do not know: they allow it to nobody.
    pub(crate) fn may_since(
        &self,
        session: &Session,
        journal: CaseId,
        action: &str,
    ) -> Result<(), CaseworkError> {
        self.may(session, journal, action).map_err(|error| match error {
            CaseworkError::Policy(PolicyError::Question(_)) => {
                Refusal::NotAllowed { action: action.to_owned(), policies: vec![], as_member: false }.into()
            }
            other => other,
        })
    }

    pub(crate) fn sign<B: Body>(
        &self,
        session: &Session,
        journal: CaseId,
        body: &B,
        with: With,
    ) -> Result<Pending, CaseworkError> {
        let state = self.state();
        let handling = match &with.handling {
            Some(handling) => handling.clone(),
            None => {
                let office = state.office(session.office)?;
                let authority = office.authority.clone();
                Handling::own_work(HandlingOrigin { country: office.country, authority })
            }
        };
        let entry = NewBody {
            author: Author::Officer(session.officer),
            office: session.office,
            journal,
            body,
            handling,
        };
        self.sign_with(&session.key, entry, With { handling: None, ..with })
    }

    /// An act on record has taken place. Here and not in the fold, which knows no clock.
    pub(crate) fn has_been(&self, act: &ActTime) -> Result<(), Refusal> {
        if act.timestamp().duration_since(self.clock.now()) > CLOCK_TOLERANCE {
            return Err(Refusal::ActInFuture(act.clone()));
        }
        Ok(())
    }

    /// A day on record has begun, if only where it begins first: the other side may count from further east.
    pub(crate) fn has_begun(&self, day: Date) -> Result<(), Refusal> {
        let latest = self.clock.now().saturating_add(CLOCK_TOLERANCE + FIRST_DAY_BEGINS);
        let latest = latest.map_or(Date::MAX, |latest| latest.to_zoned_datetime(TimeZone::UTC).date());
        if day > latest { Err(Refusal::DayInFuture(day)) } else { Ok(()) }
    }

    pub(crate) fn sign_with<B: Body>(
        &self,
        key: &SigningKey,
        new: NewBody<'_, B>,
        with: With,
    ) -> Result<Pending, CaseworkError> {
        let act = match with.act {
            Some(act) => act,
            None => self.clock.here()?,
        };
        let attachments: Vec<Attachment> = with.files.iter().map(|file| file.attachment.clone()).collect();
        let content = Content::new(new.body, attachments)?;
        let draft = Draft {
            author: new.author,
            office: new.office,
            case: new.journal,
            kind: B::kind(),
            kind_version: B::VERSION,
            handling: new.handling,
            act,
            refs: with.refs,
            content: content.clone(),
        };
        let new = draft.sign(key, self.entropy.as_ref())?;
        let signed = SignedStatement::parse(&new.statement)?;
        let (wraps, leases) = with.files.into_iter().map(Kept::into_wrap).unzip();
        Ok(Pending { new, signed, content, wraps, rows: vec![], leases })
    }

    /// Takes entries together or not at all. Whoever gets the writer's lock writes for all who wait.
    pub(crate) async fn append(&self, entries: Vec<Pending>) -> Result<Vec<Receipt>, CaseworkError> {
        let (done, mut answer) = oneshot::channel();
        self.waiting().push(Job { entries, done });
        let mut working = self.writer.lock().await;
        if let Ok(answer) = answer.try_recv() {
            return answer;
        }
        self.write(&mut working).await;
        drop(working);
        answer.await.unwrap_or(Err(CaseworkError::Interrupted))
    }

    /// Makes entries from the state as it is when their turn has come, and takes them together or not at all: for
    /// entries that say where in the log they stand, or what follows from those before them.
    pub(crate) async fn append_made(
        &self,
        make: impl FnOnce(&State) -> Result<Vec<Pending>, CaseworkError> + Send,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let mut working = self.writer.lock().await;
        let entries = make(&working)?;
        if entries.is_empty() {
            return Ok(vec![]);
        }
        let (done, answer) = oneshot::channel();
        self.write_jobs(&mut working, vec![Job { entries, done }]).await;
        drop(working);
        answer.await.unwrap_or(Err(CaseworkError::Interrupted))
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Job>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes everything that waits, in batches of one synced commit each.
    async fn write(&self, working: &mut State) {
        loop {
            let jobs: Vec<Job> = {
                let mut waiting = self.waiting();
                let most = waiting.len().min(MAX_BATCH);
                waiting.drain(..most).collect()
            };
            if jobs.is_empty() {
                return;
            }
            self.write_jobs(working, jobs).await;
        }
    }

    /// Writes these jobs in one synced commit, and tells those who wait for them.
    async fn write_jobs(&self, working: &mut State, jobs: Vec<Job>) {
        let Batch { delta, leases, answers } = self.gather(working, jobs).await;
        if answers.is_empty() {
            return;
        }
        let destroyed = destroyed_objects(&delta.wraps);
        match self.store.commit(delta).await {
            Ok(()) => {
                drop(leases);
                if let Err(error) = self.vault.remove_unheld(destroyed) {
                    tracing::warn!(%error, "files whose keys were destroyed stay until they are swept");
                }
                *self.state.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(working.clone());
                for (done, receipts) in answers {
                    // Whoever asked may have gone away; the entry is durable all the same.
                    let _ = done.send(Ok(receipts));
                }
                if let Err(error) = self.publish().await {
                    // Acknowledged and logged are two states: the next commit publishes this one too.
                    tracing::warn!(%error, "the log could not be published");
                }
            }
            Err(error) => {
                *working = State::clone(&self.state());
                let mut error = Some(error);
                for (done, _) in answers {
                    let error = error.take().map_or(CaseworkError::Interrupted, CaseworkError::from);
                    let _ = done.send(Err(error));
                }
            }
        }
    }

    async fn gather(&self, working: &mut State, jobs: Vec<Job>) -> Batch {
        let mut batch = Batch { delta: Delta::at(working.size()), leases: Vec::new(), answers: Vec::new() };
        for mut job in jobs {
            batch.leases.extend(job.entries.iter_mut().flat_map(|entry| entry.leases.drain(..)));
            // A job is tried on a copy, so that one that is refused leaves no trace in the batch. Copies share
            // what they do not change.
            let mut tried = working.clone();
            let mut delta = Delta::default();
            match self.take(&mut tried, &mut delta, job.entries).await {
                Ok(receipts) => {
                    *working = tried;
                    batch.delta.append.append(&mut delta.append);
                    batch.delta.wraps.append(&mut delta.wraps);
                    batch.delta.forget.append(&mut delta.forget);
                    batch.delta.rows.append(&mut delta.rows);
                    batch.answers.push((job.done, receipts));
                }
                Err(error) => drop(job.done.send(Err(error))),
            }
        }
        batch
    }

    /// Authorises, validates, and adds to the delta what the entries of one job append and apply.
    async fn take(
        &self,
        state: &mut State,
        delta: &mut Delta,
        entries: Vec<Pending>,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let node = self.node_key();
        let mut receipts = Vec::with_capacity(entries.len());
        for pending in entries {
            let statement = pending.signed.unverified();
            let policies = self.authorise(state, statement, &pending.content)?;
            state.check(&pending.signed, Some(&pending.content), &node)?;
            let seal = self.seal(state, &pending.signed, &pending.content, policies)?;
            delta.wraps.extend(pending.wraps);
            let case_key = if state.end(statement.case).last.is_none() {
                let key = SecretKey::draw(self.entropy.as_ref());
                let wrapped = self.keyring.case_wrapping().wrap(
                    self.entropy.as_ref(),
                    &case_context(statement.case),
                    &key,
                );
                delta.wraps.push(put(WrapKind::Case, statement.case.as_bytes(), wrapped));
                self.keep_case_key(statement.case, key)
            } else {
                self.case_key(statement.case).await?
            };
            let wrapped = wrap_entry_key(&case_key, self.entropy.as_ref(), pending.new.id, &pending.new.key);
            delta.wraps.push(put(WrapKind::Entry, pending.new.id.as_bytes(), wrapped.0));
            state.apply(&pending.signed, Some(&pending.content), &seal, &node)?;
            let id = pending.new.id;
            let mut rows = view::rows(state, id, statement, Some(&pending.content), &seal);
            rows.extend(known::rows(&self.keyring.known_values(), id, statement, Some(&pending.content)));
            rows.extend(pending.rows);
            delta.rows.extend(rows.into_iter().map(RowChange::Put));
            self.forget(state, delta, statement).await?;
            delta.append.push(StoredEntry {
                id: pending.new.id,
                case: statement.case,
                kind: statement.kind.clone(),
                sequence: seal.sequence,
                log_index: seal.log_index,
                statement: pending.new.statement,
                seal: seal.sign(self.keyring.signing())?,
                sealed: Some(pending.new.sealed),
            });
            receipts.push(Receipt {
                entry: seal.entry,
                journal: seal.case,
                sequence: seal.sequence,
                log_index: seal.log_index,
                recorded: seal.recorded,
            });
        }
        Ok(receipts)
    }

    /// Asks the policies. Founding an office comes before any policy is in force; the node's own acts are not asked.
    fn authorise(
        &self,
        state: &State,
        statement: &Statement,
        content: &Content,
    ) -> Result<Option<Sha256Digest>, CaseworkError> {
        let Author::Officer(officer) = statement.author else {
            return Ok(state.active_pack(statement.office, crate::rights::POLICIES));
        };
        let kind = statement.kind.as_str();
        if kind == OfficeFounded::KIND || kind == FoundingConfirmed::KIND {
            return Ok(None);
        }
        let act = proposed_act(state, statement, content)?;
        // The right to open a case is a right in the office: the case is not there yet.
        let journal = if kind == CaseOpened::KIND {
            crate::body::office_journal(statement.office)
        } else {
            statement.case
        };
        let step = Step { office: statement.office, officer, journal, action: kind, act: &act };
        self.packs.decide(state, &step).map(Some)
    }

    fn seal(
        &self,
        state: &State,
        signed: &SignedStatement,
        content: &Content,
        policies: Option<Sha256Digest>,
    ) -> Result<NodeSeal, CaseworkError> {
        let statement = signed.unverified();
        // The entry that begins a new life of the log is the first of that life.
        let incarnation = if statement.kind.as_str() == NodeRestored::KIND {
            content.read::<NodeRestored>()?.incarnation
        } else {
            state.incarnation()
        };
        let now = RecordedTime::at(self.clock.now());
        let last = state.recorded().unwrap_or(now);
        let end = state.end(statement.case);
        Ok(NodeSeal {
            v: SEAL_VERSION,
            entry: signed.id(),
            case: statement.case,
            sequence: end.next,
            previous: end.last,
            recorded: now.max(last),
            clock_jump: now < last,
            incarnation,
            log_index: state.size(),
            policies,
        })
    }

    /// An approval to forget destroys the content, that of what repeats it, and the keys of the files that nothing else
    /// holds, in the same commit that records it.
    async fn forget(
        &self,
        state: &State,
        delta: &mut Delta,
        statement: &Statement,
    ) -> Result<(), CaseworkError> {
        let forgotten = state.forgets(statement);
        if forgotten.is_empty() {
            return Ok(());
        }
        for entry in &forgotten {
            delta.forget.push(*entry);
            delta.wraps.push(WrapChange::Destroy(WrapKind::Entry, entry.as_bytes().to_vec()));
            delta.rows.push(RowChange::Put(forgotten_row(&self.store, &self.keyring, *entry).await?));
        }
        delta.wraps.extend(self.keys_only_of(state, statement.case, &forgotten).await?);
        Ok(())
    }

    /// Derives the log's files from what is durable and signs a checkpoint over them.
    async fn publish(&self) -> Result<(), CaseworkError> {
        loop {
            let from = self.log().head().size;
            let page = self.store.log_entries(from, PAGE).await?;
            if page.is_empty() {
                return Ok(self.log().tidy()?);
            }
            let ids: Vec<_> = page.iter().map(|entry| entry.id).collect();
            let mut log = self.log();
            match log.append(&ids, self.keyring.signing()) {
                // One before it failed. What is durable by now is read, and the entries are asked for from there.
                Err(LogError::Unsure) => {
                    log.reopen(&KnownLog::of_node(self.keyring.node(), vec![self.node_key()]))?;
                }
                appended => drop(appended?),
            }
        }
    }

    /// The log: checkpoints and proofs.
    pub fn log(&self) -> MutexGuard<'_, Log<DiskTiles>> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The key of a case.
    pub(crate) async fn case_key(&self, case: CaseId) -> Result<Arc<SecretKey>, CaseworkError> {
        if let Some(key) = self.case_keys().get(&case) {
            return Ok(Arc::clone(key));
        }
        let key = read_case_key(&self.store, &self.keyring, case).await?;
        Ok(self.keep_case_key(case, key))
    }

    fn keep_case_key(&self, case: CaseId, key: SecretKey) -> Arc<SecretKey> {
        let key = Arc::new(key);
        self.case_keys().insert(case, Arc::clone(&key));
        key
    }

    fn case_keys(&self) -> MutexGuard<'_, HashMap<CaseId, Arc<SecretKey>>> {
        self.case_keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a proposal, the decision on one, or an event of a request is about, in the word that policies use.
fn proposed_act(state: &State, statement: &Statement, content: &Content) -> Result<String, CaseworkError> {
    let office = || state.office(statement.office);
    let case = || state.case(statement.case);
    let act = match statement.kind.as_str() {
        OfficeProposal::KIND => content.read::<OfficeProposal>()?.act.as_str(),
        CaseProposal::KIND => content.read::<CaseProposal>()?.act.as_str(),
        OfficeApproval::KIND => office()?.proposal(only_reference(statement, "approves")?)?.act().as_str(),
        OfficeRejection::KIND => office()?.proposal(only_reference(statement, "rejects")?)?.act().as_str(),
        CaseApproval::KIND => case()?.proposal(only_reference(statement, "approves")?)?.act().as_str(),
        CaseRejection::KIND => case()?.proposal(only_reference(statement, "rejects")?)?.act().as_str(),
        // Who may issue is another question than who may note that a copy arrived.
        RequestRecorded::KIND => content.read::<RequestRecorded>()?.event.kind().code(),
        _ => "",
    };
    Ok(act.to_owned())
}

/// A body on its way into an entry.
pub(crate) struct NewBody<'a, B> {
    pub(crate) author: Author,
    pub(crate) office: OfficeId,
    pub(crate) journal: CaseId,
    pub(crate) body: &'a B,
    pub(crate) handling: Handling,
}

pub(crate) fn put(kind: WrapKind, id: &[u8], wrapped: Vec<u8>) -> WrapChange {
    WrapChange::Put(Wrap { kind, id: id.to_vec(), wrapped })
}

pub(crate) fn case_context(case: CaseId) -> Vec<u8> {
    [b"comity/case-key/1".as_slice(), case.as_bytes()].concat()
}

/// The name of the wrap of an officer's key. The key is in it: one that is proposed lies beside the one in force.
pub(crate) fn officer_wrap(officer: OfficerId, key: &VerifyingKey) -> Vec<u8> {
    [officer.as_bytes().as_slice(), key.key_id().as_bytes()].concat()
}

pub(crate) fn officer_context(officer: OfficerId) -> Vec<u8> {
    [b"comity/officer-key/1".as_slice(), officer.as_bytes()].concat()
}
