//! Each node is the witness of the other's log: what was seen is stored before it is said, and what the other said is
//! kept with the log.

use comity_channel::{
    Answer, Concern as LogConcern, CosignAnswer, CosignRequest, Cosigned, Sheet, log_of, witness_key,
};
use comity_journal::{Finding, KnownLog, LogError, SignedNote, Submission};
use comity_record::{Bytes, Coded as _, RecordedTime, Sha256Digest};
use comity_store::Store;

use super::MAX_OPEN_CONCERNS;
use super::body::{CheckpointCosigned, Concern, ConcernRaised, CosignatureReceived};
use super::channels::{Channel, Raised};
use super::error::ExchangeError;
use super::step::cosignature;
use crate::casework::{Casework, Pending, With};
use crate::error::CaseworkError;
use crate::state::State;

/// How long a counterpart that was asked to cosign is not asked again for the same entries.
const ASK_AGAIN_MS: i64 = 60_000;

impl<S: Store> Casework<S> {
    /// Takes a request to cosign and an answer to one, as they stand on a sheet. Says whether something is to be said
    /// of it now.
    pub(super) async fn take_cosigning(
        &self,
        agreement: Sha256Digest,
        sheet: &Sheet,
    ) -> Result<bool, CaseworkError> {
        let owes = match &sheet.cosign {
            Some(request) => self.judge(agreement, sheet.at, request).await?,
            None => false,
        };
        let show = match &sheet.cosigned {
            Some(cosigned) => self.take_cosigned(agreement, cosigned).await?,
            None => false,
        };
        Ok(owes || show)
    }

    /// Looks at the counterpart's log, and remembers the answer for the next sheet.
    async fn judge(
        &self,
        agreement: Sha256Digest,
        at: RecordedTime,
        request: &Bytes,
    ) -> Result<bool, CaseworkError> {
        let request = CosignRequest::parse(request.as_ref()).map_err(ExchangeError::from)?;
        let mut answer = None;
        self.append_made(|state| {
            let channel = state.channels().get(agreement)?;
            let asked = state.channels().asked.get(&channel.their_lineage());
            // A request that comes late shows less than was seen since, and nothing is wrong with that.
            if !channel.agreed.agreement().cosign || asked.is_some_and(|asked| *asked >= at) {
                return Ok(vec![]);
            }
            let (entries, said) = self.judged(state, channel, at, &request)?;
            answer = Some(said);
            Ok(entries)
        })
        .await?;
        let Some(answer) = answer else { return Ok(false) };
        self.runtime.peer(agreement, |peer| peer.owed = Some(answer));
        Ok(true)
    }

    fn judged(
        &self,
        state: &State,
        channel: &Channel,
        at: RecordedTime,
        request: &CosignRequest,
    ) -> Result<(Vec<Pending>, Cosigned), CaseworkError> {
        let agreement = channel.agreement();
        let seconds = u64::try_from(self.clock.now().as_second()).unwrap_or(0);
        let witness = &state.channels().witness;
        let judged = request
            .judge(witness, channel.them(), self.keyring.signing(), seconds)
            .map_err(ExchangeError::from)?;
        let submission = Submission::parse(request.submission.as_bytes())
            .map_err(|e| ExchangeError::from(comity_channel::CosignError::from(e)))?;
        let answer = Bytes(judged.answer.to_bytes().map_err(ExchangeError::from)?);
        let mut entries = Vec::new();
        // The same tree as before is cosigned anew without being remembered anew.
        if judged.accepted.is_some_and(|accepted| accepted.finding() != Finding::Unchanged) {
            let body = CheckpointCosigned {
                agreement,
                asked: at,
                submission: request.submission.clone(),
                answer: answer.clone(),
            };
            entries.push(self.by_node(state, channel.office, &body, With::default())?);
        }
        if let Some(found) = judged.concern {
            let at_risk = match &found {
                LogConcern::Restored { at_risk, .. } => Some(*at_risk),
                _ => None,
            };
            let concern = Concern::Log {
                code: found.code().parse().expect("codes are words"),
                submission: request.submission.clone(),
                finding: found.to_string(),
                at_risk,
            };
            let known = channel.concerns.values().any(|raised| is_told(raised, &concern));
            if !known && channel.open_concerns().count() < MAX_OPEN_CONCERNS {
                let body = ConcernRaised { agreement, concern };
                entries.push(self.by_node(state, channel.office, &body, With::default())?);
            }
        }
        Ok((entries, Cosigned { note: submission.note.to_string(), answer }))
    }

    /// Takes the counterpart's answer. Says whether it wants to be shown the log from another place.
    async fn take_cosigned(
        &self,
        agreement: Sha256Digest,
        cosigned: &Cosigned,
    ) -> Result<bool, CaseworkError> {
        let answer = CosignAnswer::parse(cosigned.answer.as_ref()).map_err(ExchangeError::from)?;
        match &answer.answer {
            Answer::Cosigned { .. } => {}
            Answer::From { seen } => {
                let news = self.runtime.peer(agreement, |peer| {
                    peer.asked = None;
                    peer.show_from.replace(*seen) != Some(*seen)
                });
                return Ok(news);
            }
            other => {
                tracing::warn!(%agreement, answer = ?other, "the counterpart does not cosign the log");
                return Ok(false);
            }
        }
        let taken = self
            .append_made(|state| {
                let channel = state.channels().get(agreement)?;
                let (note, answer) = (cosigned.note.clone(), cosigned.answer.clone());
                let body = CosignatureReceived { agreement, note, answer };
                let seen = match cosignature(channel, &body, &self.node_key()) {
                    Ok(seen) => seen,
                    Err(error) => {
                        tracing::warn!(%agreement, %error, "what the counterpart gave is no cosignature");
                        return Ok(vec![]);
                    }
                };
                // An answer that comes late tells of less than is known.
                if channel.cosigned.as_ref().is_some_and(|known| (known.incarnation, known.size) >= seen) {
                    return Ok(vec![]);
                }
                Ok(vec![self.by_node(state, channel.office, &body, With::default())?])
            })
            .await?;
        if !taken.is_empty() {
            self.runtime.peer(agreement, |peer| peer.show_from = None);
            self.keep_cosigned(agreement)?;
        }
        Ok(false)
    }

    /// Puts the cosignature that a counterpart gave last to the files of the log. They follow from the entry, and may
    /// be behind it after a crash.
    fn keep_cosigned(&self, agreement: Sha256Digest) -> Result<(), CaseworkError> {
        let state = self.state();
        let channel = state.channels().get(agreement)?;
        let log = self.log();
        // After a restore the log is in a life that no entry tells of yet.
        let life = log.checkpoint().origin.node_log().map_or(0, |log| log.incarnation);
        let Some(seen) = channel.cosigned.as_ref().filter(|seen| seen.incarnation == life) else {
            return Ok(());
        };
        let note = SignedNote::parse(seen.note.as_bytes()).map_err(LogError::from)?;
        let answer = CosignAnswer::parse(seen.answer.as_ref()).map_err(ExchangeError::from)?;
        let Some(signature) = answer.cosignature(channel.them()).map_err(ExchangeError::from)? else {
            return Ok(());
        };
        let known = KnownLog::of_node(self.keyring.node(), vec![self.node_key()]);
        log.keep_cosigned(&note, signature, &known, &[witness_key(channel.them())])?;
        Ok(())
    }

    /// Puts every cosignature that the entries tell of to the files of the log. The entries have them, whatever becomes
    /// of the files.
    pub(crate) fn keep_all_cosigned(&self) {
        for channel in self.state().channels().iter() {
            if let Err(error) = self.keep_cosigned(channel.agreement()) {
                tracing::warn!(%error, "a cosignature could not be put to the log");
            }
        }
    }

    /// A request to cosign this node's log, where the counterpart agreed to it and there is something new to show; with
    /// the time of the sheet, which follows the order in which checkpoints were read.
    pub(super) fn cosign_request(
        &self,
        state: &State,
        channel: &Channel,
    ) -> Result<(RecordedTime, Option<Bytes>), CaseworkError> {
        let log = self.log();
        let size = log.head().size;
        let (at, now) = (self.sheet_time(state, size), self.steady_now());
        let seen = channel.cosigned.as_ref().filter(|seen| seen.incarnation == state.incarnation());
        let channels = state.channels();
        let grew = size > 0 && seen.is_none_or(|seen| channels.grew(seen.size, size));
        let wanted = self.runtime.peer(channel.agreement(), |peer| {
            let soon = |(when, at_size): (RecordedTime, u64)| {
                now.as_millisecond().saturating_sub(when.as_millisecond()) < ASK_AGAIN_MS
                    && !channels.grew(at_size, size)
            };
            let wanted = channel.agreed.agreement().cosign
                && channel.ended_by.is_none()
                && grew
                && !peer.asked.is_some_and(soon);
            if wanted {
                peer.asked = Some((now, size));
            }
            wanted.then_some(peer.show_from)
        });
        let Some(show_from) = wanted else { return Ok((at, None)) };
        let from = show_from.or(seen.map(|seen| seen.size)).unwrap_or(0).min(size);
        let parent = log.checkpoint().parent;
        let submission = Submission {
            proof: log.consistency(from)?.1,
            parent_proof: parent.map(|parent| log.consistency(parent.head.size)).transpose()?.map(|(_, p)| p),
            note: log.note().clone(),
        };
        let request = CosignRequest::new(&submission).to_bytes().map_err(ExchangeError::from)?;
        Ok((at, Some(Bytes(request))))
    }
}

/// Whether a person was told of a finding on a log already: another one of the same kind waits, or this very checkpoint
/// was looked into.
fn is_told(raised: &Raised, new: &Concern) -> bool {
    match (&raised.concern, new) {
        (Concern::Log { code, submission, .. }, Concern::Log { code: of_new, submission: shown, .. }) => {
            let text = |submission: &str| {
                Submission::parse(submission.as_bytes()).map(|read| read.note.text().to_owned()).ok()
            };
            code == of_new && (raised.accepted_by.is_none() || text(submission) == text(shown))
        }
        _ => false,
    }
}

impl Channel {
    /// What the counterpart's log is known by.
    pub fn their_log(&self) -> KnownLog {
        log_of(self.them())
    }
}
