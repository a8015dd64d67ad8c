//! To seal what a search found, to ask, to approve, and to see.

use std::collections::{BTreeMap, BTreeSet};

use comity_evidence::custody::Party;
use comity_record::cbor::{from_canonical, to_canonical};
use comity_record::entry::{Attachment, Reference};
use comity_record::{ActTime, Bytes, CaseId, EntryId, KeyId, OfficerId};
use comity_store::Store;
use serde::Serialize;
use zeroize::Zeroizing;

use super::sealed::{About, Half, SealedSecret, open, seal};
use super::{Holder, MAX_SECRETS, SECRETS, SecretRevealed, SecretsSealed};
use crate::age::{AgeError, Identity, Recipient};
use crate::approval::Status;
use crate::body::{Body as _, CaseAct, CaseApproval, CaseProposal};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::lead::NewScan;
use crate::refusal::Refusal;
use crate::rights::Step;

/// A secret that a scan found.
pub struct FoundSecret {
    /// By which its masked hit names it.
    pub fingerprint: String,
    /// As what it was found: `bip39-phrase`.
    pub kind: String,
    /// What it is.
    pub text: Zeroizing<String>,
}

/// The secrets of one scan that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSecrets {
    /// The entry that sealed them.
    pub entry: EntryId,
    /// The scan that found them.
    pub scan: EntryId,
    /// The two officers; none once they were forgotten.
    pub officers: Option<[Holder; 2]>,
    /// Whether they were withdrawn.
    pub withdrawn: bool,
    file: Option<Attachment>,
}

/// A secret in plain, for whoever asked for exactly that.
pub struct Revealed {
    /// As what it was found.
    pub kinds: BTreeSet<String>,
    /// What it is.
    pub text: Zeroizing<Vec<u8>>,
}

/// A look at a secret, as the case tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Look {
    /// The entry.
    pub entry: EntryId,
    /// The exhibit in which the secret was found.
    #[serde(skip)]
    pub exhibit: EntryId,
    /// Which secret.
    pub fingerprint: String,
    /// Who saw it.
    pub by: Party,
    /// Why.
    pub reason: String,
    /// Who approved.
    pub approved_by: Party,
    /// The entry that asked.
    pub asked: EntryId,
    /// The entry that approved.
    pub approved: EntryId,
    /// When it was seen.
    #[serde(serialize_with = "as_text")]
    pub at: ActTime,
    /// The key to which it was sealed; none where it was shown on a terminal.
    pub key: Option<KeyId>,
}

fn as_text<S: serde::Serializer>(at: &ActTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(at)
}

impl<S: Store> Casework<S> {
    /// Makes sure that secrets can be sealed to these two, and seen some day: both work on the case, and one may ask for what
    /// the other may approve.
    ///
    /// # Errors
    /// Says why not.
    pub fn check_holders(
        &self,
        session: &Session,
        case: CaseId,
        officers: [OfficerId; 2],
    ) -> Result<(), CaseworkError> {
        self.may_since(session, case, SecretsSealed::KIND)?;
        let state = self.state();
        let known = state.case(case)?;
        let [first, second] = officers;
        let may = |officer: OfficerId, action: &str| {
            let step =
                Step { office: session.office(), officer, journal: case, action, act: "reveal-secret" };
            self.packs.decide(&state, &step).is_ok()
        };
        let asks = |officer| may(officer, CaseProposal::KIND) && may(officer, SecretRevealed::KIND);
        let pair = |one, other| asks(one) && may(other, CaseApproval::KIND);
        let fits = first != second
            && officers.iter().all(|officer| known.members.contains(officer))
            && (pair(first, second) || pair(second, first));
        if fits { Ok(()) } else { Err(Refusal::SecretOfficers.into()) }
    }

    /// Records what a scan of an exhibit found, and seals the secrets among it to two officers; both or neither. Gives no
    /// second receipt where no secret was found.
    ///
    /// # Errors
    /// Says why it was not recorded.
    pub async fn record_scan_sealing(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: u32,
        scan: NewScan,
        (officers, secrets): ([OfficerId; 2], Vec<FoundSecret>),
    ) -> Result<(Receipt, Option<Receipt>), CaseworkError> {
        self.check_holders(session, case, officers)?;
        let scan = self.sign_scan(session, case, exhibit, scan).await?;
        if secrets.is_empty() {
            return Ok((self.append(vec![scan]).await?[0], None));
        }
        let state = self.state();
        let office = state.office(session.office())?;
        let key = |officer: OfficerId| {
            office.officers.get(&officer).map(|known| known.key).ok_or(Refusal::UnknownOfficer(officer))
        };
        let keys = [key(officers[0])?, key(officers[1])?];
        let to = keys.map(|key| Recipient::of_officer(&key));
        let [Some(first), Some(second)] = to else { return Err(AgeError::Key.into()) };
        // The same secret at many places is kept once.
        let mut different: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
        for found in &secrets {
            let kinds = different.entry((found.fingerprint.as_str(), found.text.as_str())).or_default();
            kinds.insert(found.kind.clone());
        }
        if different.len() > MAX_SECRETS {
            return Err(Refusal::TooManySecrets(different.len()).into());
        }
        let mut kept = Vec::with_capacity(different.len());
        for ((fingerprint, text), kinds) in different {
            let about = About { scan: scan.id(), fingerprint };
            kept.push(seal(about, kinds, text.as_bytes(), &[first, second], self.entropy.as_ref())?);
        }
        let holder = |at: usize| Holder { officer: officers[at], key: keys[at].key_id() };
        let body = SecretsSealed {
            officers: [holder(0), holder(1)],
            secrets: u64::try_from(kept.len()).unwrap_or(u64::MAX),
        };
        let list = self.keep_bytes(case, SECRETS, "application/cbor", &to_canonical(&kept)?).await?;
        let with = With { files: vec![list], ..With::reference("found-in", scan.id()) };
        let sealed = self.sign(session, case, &body, with)?;
        let receipts = self.append(vec![scan, sealed]).await?;
        Ok((receipts[0], receipts.get(1).copied()))
    }

    /// The secrets that are kept of an exhibit, by the scans that found them.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or it has no such exhibit.
    pub async fn kept_secrets(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: u32,
    ) -> Result<Vec<KeptSecrets>, CaseworkError> {
        let state = self.state();
        let known = state.case(case)?;
        let exhibit = known.exhibits.entry(exhibit)?;
        let of_exhibit = |scan: EntryId| known.standing(scan).is_ok_and(|scan| scan.refs.contains(&exhibit));
        let told = self.entries_of(session, case, &[SecretsSealed::KIND]).await?;
        let kept = told.into_iter().filter_map(|told| {
            let scan = told.reference("found-in").filter(|scan| of_exhibit(*scan))?;
            Some(KeptSecrets {
                entry: told.entry,
                scan,
                officers: told.body::<SecretsSealed>().map(|sealed| sealed.officers),
                withdrawn: told.withdrawn,
                file: told.attachments.into_iter().find(|file| file.name == SECRETS),
            })
        });
        Ok(kept.collect())
    }

    /// Which secrets are kept there: their fingerprints, and as what each was found.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or they were forgotten.
    pub async fn fingerprints(
        &self,
        session: &Session,
        case: CaseId,
        kept: &KeptSecrets,
    ) -> Result<Vec<(String, BTreeSet<String>)>, CaseworkError> {
        self.may_read(session, case)?;
        let secrets = self.sealed_secrets(case, kept.entry, kept.file.as_ref()).await?;
        Ok(secrets.into_iter().map(|secret| (secret.fingerprint, secret.kinds)).collect())
    }

    /// Asks the other officer to let this one see a secret of an exhibit: the one of the last scan that kept it.
    ///
    /// # Errors
    /// Fails when no such secret is kept, or is not sealed to this officer.
    pub async fn ask_for_secret(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: u32,
        fingerprint: &str,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let mut found = Err(Refusal::UnknownSecret(fingerprint.to_owned()));
        for kept in self.kept_secrets(session, case, exhibit).await?.into_iter().rev() {
            let Some(holders) = kept.officers.filter(|_| !kept.withdrawn) else { continue };
            let there = self.fingerprints(session, case, &kept).await?;
            if there.iter().all(|(known, _)| known != fingerprint) {
                continue;
            }
            if holders.iter().any(|holder| holder.officer == session.officer()) {
                found = Ok(kept.entry);
                break;
            }
            found = Err(Refusal::NotHolder);
        }
        let act = CaseAct::RevealSecret { sealed: found?, fingerprint: fingerprint.to_owned() };
        self.propose(session, case, act, reason).await
    }

    /// The halves that go with the approval of a proposal: of what it asks to see, those of this officer, sealed to whoever
    /// asks. None for any other proposal.
    pub(crate) async fn halves_for(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
    ) -> Result<Vec<Bytes>, CaseworkError> {
        let state = self.state();
        let proposal = state.case(case)?.proposal(proposal)?;
        let CaseAct::RevealSecret { sealed, fingerprint } = proposal.act() else { return Ok(vec![]) };
        if proposal.by() == session.officer() {
            return Err(Refusal::SamePerson.into());
        }
        let asks = state.office(session.office())?.officers.get(&proposal.by());
        let asks = asks.ok_or(Refusal::UnknownOfficer(proposal.by()))?;
        let asks = Recipient::of_officer(&asks.key).ok_or(AgeError::Key)?;
        let (scan, secrets) = self.asked_for(session, case, *sealed, fingerprint).await?;
        let about = About { scan, fingerprint };
        let own = self.own_halves(session, case, *sealed, about, &secrets)?;
        let halves = own.iter().map(|half| half.seal(about, &asks, self.entropy.as_ref()));
        Ok(halves.collect::<Result<_, _>>()?)
    }

    /// Shows the secret that this officer asked for and the other one approved, once. The entry that tells of it is durable
    /// before anything is given out. `wanted` is its fingerprint, so that nobody sees another one by mistake; `key` is that to which the caller seals it; none for a terminal.
    ///
    /// # Errors
    /// Fails, and uses nothing up, when nobody approved it, it was shown before, or it does not open.
    pub async fn reveal_secret(
        &self,
        session: &Session,
        case: CaseId,
        proposal: EntryId,
        wanted: &str,
        key: Option<KeyId>,
    ) -> Result<(Vec<Revealed>, Receipt), CaseworkError> {
        self.may_since(session, case, SecretRevealed::KIND)?;
        let state = self.state();
        let known = state.case(case)?;
        let approved = known.approval(proposal)?;
        let CaseAct::RevealSecret { sealed, fingerprint } = approved.act() else {
            return Err(Refusal::NotApproved.into());
        };
        if approved.proposed_by() != session.officer() {
            return Err(Refusal::NotHolder.into());
        }
        if fingerprint != wanted {
            return Err(Refusal::OtherSecret { asked: fingerprint.clone(), given: wanted.to_owned() }.into());
        }
        if let Some(look) = known.secrets.look(proposal) {
            return Err(Refusal::SecretShown(look).into());
        }
        let Status::Approved(approval) = known.proposal(proposal)?.status() else {
            return Err(Refusal::NotApproved.into());
        };
        let (scan, secrets) = self.asked_for(session, case, *sealed, fingerprint).await?;
        let about = About { scan, fingerprint };
        let own = self.own_halves(session, case, *sealed, about, &secrets)?;
        let told = self.entries_of(session, case, &[CaseApproval::KIND]).await?;
        let approval = told.into_iter().find(|told| told.entry == approval);
        let halves = approval.and_then(|told| told.body::<CaseApproval>()).map(|it| it.halves);
        let halves = halves.filter(|halves| halves.len() == secrets.len()).ok_or(Refusal::NotApproved)?;
        let identity = Identity::of_officer(&session.key);
        let mut revealed = Vec::with_capacity(secrets.len());
        for ((secret, own), other) in secrets.into_iter().zip(&own).zip(&halves) {
            let other = Half::open(about, other, &identity).map_err(|_| Refusal::SecretLost)?;
            let text = open(about, &secret, [own, &other])?;
            revealed.push(Revealed { kinds: secret.kinds, text });
        }
        let exhibit = *known.standing(scan)?.refs.first().ok_or(Refusal::Reference("exhibit"))?;
        let refs = [("carries-out", proposal), ("exhibit", exhibit)]
            .map(|(role, entry)| Reference { role: role.parse().expect("a literal word"), entry });
        let with = With { refs: refs.to_vec(), ..With::default() };
        let receipt = self.record(session, case, &SecretRevealed { key }, with).await?;
        Ok((revealed, receipt))
    }

    /// The looks at secrets of a case, in order.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn looks(&self, session: &Session, case: CaseId) -> Result<Vec<Look>, CaseworkError> {
        let kinds = [CaseProposal::KIND, CaseApproval::KIND, SecretRevealed::KIND];
        let told = self.entries_of(session, case, &kinds).await?;
        let mut looks = Vec::new();
        for look in told.iter().filter(|told| told.kind == SecretRevealed::KIND) {
            let proposal = told.iter().find(|told| Some(told.entry) == look.reference("carries-out"));
            let asked = proposal.and_then(|told| Some((told.entry, told.body::<CaseProposal>()?)));
            let (Some((proposal, asked)), Some(exhibit)) = (asked, look.reference("exhibit")) else {
                continue;
            };
            let CaseAct::RevealSecret { fingerprint, .. } = asked.act else { continue };
            let approval = told.iter().find(|told| told.reference("approves") == Some(proposal));
            let approval = approval.ok_or(Refusal::NotApproved)?;
            looks.push(Look {
                entry: look.entry,
                exhibit,
                fingerprint,
                by: self.named(session, &look.author)?,
                reason: asked.reason,
                approved_by: self.named(session, &approval.author)?,
                asked: proposal,
                approved: approval.entry,
                at: look.act.clone(),
                key: look.body::<SecretRevealed>().and_then(|revealed| revealed.key),
            });
        }
        Ok(looks)
    }

    /// The sealed secrets of this fingerprint, and the scan that found them.
    async fn asked_for(
        &self,
        session: &Session,
        case: CaseId,
        sealed: EntryId,
        fingerprint: &str,
    ) -> Result<(EntryId, Vec<SealedSecret>), CaseworkError> {
        let told = self.entries_of(session, case, &[SecretsSealed::KIND]).await?;
        let told = told.into_iter().find(|told| told.entry == sealed).ok_or(Refusal::UnknownEntry(sealed))?;
        if told.withdrawn {
            return Err(Refusal::Withdrawn(sealed).into());
        }
        let scan = told.reference("found-in").ok_or(Refusal::Reference("found-in"))?;
        let file = told.attachments.iter().find(|file| file.name == SECRETS);
        let secrets = self.sealed_secrets(case, sealed, file).await?;
        let secrets: Vec<_> =
            secrets.into_iter().filter(|secret| secret.fingerprint == fingerprint).collect();
        if secrets.is_empty() {
            return Err(Refusal::UnknownSecret(fingerprint.to_owned()).into());
        }
        Ok((scan, secrets))
    }

    async fn sealed_secrets(
        &self,
        case: CaseId,
        sealed: EntryId,
        file: Option<&Attachment>,
    ) -> Result<Vec<SealedSecret>, CaseworkError> {
        let file = file.ok_or(Refusal::UnknownEntry(sealed))?;
        Ok(from_canonical(&self.read_object(case, file.sha256).await?)?)
    }

    /// This officer's halves of the keys of secrets.
    fn own_halves(
        &self,
        session: &Session,
        case: CaseId,
        sealed: EntryId,
        about: About<'_>,
        secrets: &[SealedSecret],
    ) -> Result<Vec<Half>, CaseworkError> {
        let holders = self.state().case(case)?.secrets.holders(sealed)?;
        let at = holders.and_then(|holders| holders.iter().position(|it| it.officer == session.officer()));
        let at = at.ok_or(Refusal::NotHolder)?;
        let identity = Identity::of_officer(&session.key);
        let halves = secrets.iter().map(|secret| {
            Half::open(about, &secret.halves[at], &identity).map_err(|error| match error {
                // It was sealed to a key that was replaced since.
                AgeError::OtherKey => CaseworkError::from(Refusal::SecretLost),
                other => other.into(),
            })
        });
        halves.collect()
    }
}
