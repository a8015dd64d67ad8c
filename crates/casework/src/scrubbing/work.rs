//! How the vault is read again, and what comes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use comity_evidence::vault::{Damaged as DamagedObject, ObjectName, PartRead, Rounds, SeenDamaged};
use comity_record::entry::Author;
use comity_record::handling::{Handling, Origin};
use comity_record::{CaseId, Coded as _, EntryId, Sha256Digest};
use comity_store::{Store, WrapKind};
use jiff::SignedDuration;

use super::{FilesChecked, Finding, HELD_BY, MAX_FILES_CHECKED};
use crate::casework::{Casework, NewBody, PAGE, Pending, Receipt, With};
use crate::error::CaseworkError;
use crate::files::object_id;
use crate::held::NOT_IN_VAULT;
use crate::state::State;
use crate::upkeep::Fault;

/// Within how many days the whole vault is read again, unless somebody says otherwise. Disks tell of bad spots within weeks,
/// and a backup that is kept for a month still has what was lost.
pub const PERIOD_DAYS: u16 = 30;

/// Bytes of the vault that are read before it is written down how far it has come.
const PART_BYTES: u64 = 64 << 20;

/// How much of the vault is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scrub {
    /// What is due today, for the whole vault to be read within so many days.
    Due {
        /// How many.
        within_days: u16,
    },
    /// From where the last reading stopped to the end; all of it, where none stopped.
    Rest,
    /// All of it, from its beginning.
    Whole,
}

/// What reading the vault has come to.
#[derive(Debug)]
pub struct Scrubbed {
    /// Objects that were read now.
    pub objects: u64,
    /// Bytes that were read now.
    pub bytes: u64,
    /// Those of them that are not whole.
    pub damaged: Vec<DamagedObject>,
    /// Those that were not whole before, and are now or are no more.
    pub mended: Vec<ObjectName>,
    /// The files that an entry holds and that have no key or are not in the vault. Not looked for when it was stopped.
    pub missing: BTreeSet<Fault>,
    /// The entries in which the node says so.
    pub entries: Vec<Receipt>,
    /// How far it has come, and what is known to be damaged.
    pub rounds: Rounds,
    /// Whether whoever watched ended it.
    pub stopped: bool,
}

/// By the journal, what was found of its objects.
type Findings = BTreeMap<CaseId, BTreeMap<ObjectName, Finding>>;

impl<S: Store> Casework<S> {
    /// How far reading the vault again has come, and what is known to be damaged.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn scrub_rounds(&self) -> Result<Rounds, CaseworkError> {
        Ok(self.vault.rounds()?)
    }

    /// Reads objects of the vault again and compares each with the digest that it carries, and looks for those that should be
    /// there. Needs no officer, and holds up nobody but another one who does the same. How far it came is written down now
    /// and then, after the entries that say what was found. `watch` is told of the bytes of each block, and says whether to go on.
    ///
    /// # Errors
    /// Fails when disk or store do. Damage is no error: it is in what is given.
    pub async fn scrub(
        &self,
        scrub: Scrub,
        watch: &mut (dyn FnMut(u64) -> ControlFlow<()> + Send),
    ) -> Result<Scrubbed, CaseworkError> {
        let _alone = self.scrubbing.lock().await;
        let (mut objects, mut bytes, mut damaged, mut mended) = (0, 0, vec![], vec![]);
        let (mut entries, mut stopped) = (vec![], false);
        let mut rounds = self.vault.rounds()?;
        if scrub == Scrub::Whole {
            rounds.current = None;
        }
        let mut first = true;
        while self.goes_on(scrub, &rounds, first) && !stopped {
            let read = self.vault.read_part(&mut rounds, self.clock.now(), PART_BYTES, watch)?;
            entries.extend(self.tell_read(&read).await?);
            self.vault.remember_rounds(&rounds)?;
            let PartRead { report, mended: whole } = read;
            stopped = report.stopped;
            objects += report.objects;
            bytes += report.bytes;
            damaged.extend(report.damaged);
            mended.extend(whole);
            first = false;
        }
        let mut missing = BTreeSet::new();
        if !stopped {
            missing = self.missing_files().await?;
            entries.extend(self.tell_missing(&missing, &mut rounds).await?);
        }
        Ok(Scrubbed { objects, bytes, damaged, mended, missing, entries, rounds, stopped })
    }

    fn goes_on(&self, scrub: Scrub, rounds: &Rounds, first: bool) -> bool {
        let Scrub::Due { within_days } = scrub else { return first || rounds.current.is_some() };
        let (now, period) =
            (self.clock.now(), SignedDuration::from_hours(24 * i64::from(within_days.max(1))));
        match rounds.current {
            None => first && rounds.begins(now, period),
            Some(round) => rounds.due(now, period).is_none_or(|due| round.after < Some(due)),
        }
    }

    /// Says in the journals of the cases what was found of the objects that were read.
    async fn tell_read(&self, read: &PartRead) -> Result<Vec<Receipt>, CaseworkError> {
        let found = read.report.damaged.iter();
        let found = found.map(|damaged| (damaged.name, Finding::of_code(damaged.damage.code())));
        let whole = read.mended.iter().map(|name| (*name, Finding::Whole));
        let found: Vec<_> = found.chain(whole).collect();
        if found.is_empty() {
            return Ok(vec![]);
        }
        let state = self.state();
        let by_case = self.by_case(&state, &found).await?;
        self.tell(&state, by_case).await
    }

    /// Says which files are not there, and of those that were not there and are now, what reading them finds.
    async fn tell_missing(
        &self,
        missing: &BTreeSet<Fault>,
        rounds: &mut Rounds,
    ) -> Result<Vec<Receipt>, CaseworkError> {
        let state = self.state();
        let mut by_case = Findings::new();
        for fault in missing {
            let Fault::File { case, file, what, .. } = fault else { continue };
            if *what == NOT_IN_VAULT && state.case(*case).is_ok() {
                for name in self.objects_of(*case, *file).await? {
                    if !self.vault.holds(&name)? {
                        by_case.entry(*case).or_default().insert(name, Finding::Missing);
                    }
                }
            }
        }
        for case in state.cases() {
            for (_, file) in case.damaged.missing() {
                for name in self.objects_of(case.id, file).await? {
                    let finding = match self.vault.read_one(&name)? {
                        None => continue,
                        Some(Ok(())) => Finding::Whole,
                        Some(Err(damage)) => {
                            let (code, since) = (damage.code().to_owned(), self.clock.now());
                            rounds.damaged.insert(name, SeenDamaged { code, since });
                            Finding::of_code(damage.code())
                        }
                    };
                    by_case.entry(case.id).or_default().insert(name, finding);
                }
            }
        }
        let receipts = self.tell(&state, by_case).await?;
        self.vault.remember_rounds(rounds)?;
        Ok(receipts)
    }

    /// The objects under which a case has a file.
    async fn objects_of(&self, case: CaseId, file: Sha256Digest) -> Result<Vec<ObjectName>, CaseworkError> {
        let mut names = vec![];
        for name in self.vault.names_of(*case.as_bytes(), file) {
            if self.store.wrap(WrapKind::Object, &object_id(case, &name)).await?.is_some() {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// Says it in the journals of the cases, where it is not said already.
    async fn tell(&self, state: &State, by_case: Findings) -> Result<Vec<Receipt>, CaseworkError> {
        let mut receipts = vec![];
        for (case, findings) in by_case {
            let pending = self.told(state, case, &findings).await?;
            if !pending.is_empty() {
                receipts.extend(self.append(pending).await?);
            }
        }
        Ok(receipts)
    }

    /// Whose objects these are: a case has the keys of its own.
    async fn by_case(
        &self,
        state: &State,
        found: &[(ObjectName, Finding)],
    ) -> Result<Findings, CaseworkError> {
        let mut all = Findings::new();
        for (name, finding) in found {
            if *finding == Finding::Whole && !self.vault.holds(name)? {
                continue;
            }
            for case in state.cases() {
                if self.store.wrap(WrapKind::Object, &object_id(case.id, name)).await?.is_some() {
                    all.entry(case.id).or_default().insert(*name, *finding);
                }
            }
        }
        Ok(all)
    }

    /// The entries that say what was found in a case, where it is not said already.
    async fn told(
        &self,
        state: &State,
        case: CaseId,
        findings: &BTreeMap<ObjectName, Finding>,
    ) -> Result<Vec<Pending>, CaseworkError> {
        let known = state.case(case)?;
        let mut files: BTreeMap<(EntryId, Finding), BTreeSet<Sha256Digest>> = BTreeMap::new();
        let mut from = 0;
        loop {
            let page = self.store.case_entries(case, from, PAGE).await?;
            let Some(last) = page.last() else { break };
            from = last.sequence + 1;
            for stored in page.iter().filter(|stored| !state.is_forgotten(case, stored.id)) {
                let (mut held, manifest) = self.attached_to(stored).await?;
                if let Some(manifest) = manifest {
                    // Of a manifest that cannot be read nobody knows what it lists; that it cannot be is told.
                    held.extend(self.listed_in(case, manifest).await.unwrap_or_default());
                }
                for file in held {
                    let mut names = self.vault.names_of(*case.as_bytes(), file);
                    let Some(finding) = names.find_map(|name| findings.get(&name)) else { continue };
                    if known.damaged.finding(stored.id, &file) != *finding {
                        files.entry((stored.id, *finding)).or_default().insert(file);
                    }
                }
            }
        }
        let office = state.office(known.office)?;
        let handling = || {
            let authority = office.authority.clone();
            Handling::own_work(Origin { country: office.country, authority })
        };
        let mut pending = vec![];
        for ((entry, finding), files) in files {
            let files: Vec<_> = files.into_iter().collect();
            for files in files.chunks(MAX_FILES_CHECKED) {
                let new = NewBody {
                    author: Author::Node(self.keyring.node()),
                    office: office.id,
                    journal: case,
                    body: &FilesChecked { finding, files: files.to_vec() },
                    handling: handling(),
                };
                pending.push(self.sign_with(self.keyring.signing(), new, With::reference(HELD_BY, entry))?);
            }
        }
        Ok(pending)
    }
}
