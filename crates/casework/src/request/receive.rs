//! The requested side: take a request in, acknowledge it with or without a ticket.

use comity_document::{Pdf, TWIN_NAME, TWIN_SIGNATURE_NAME};
use comity_record::sign::VerifyingKey;
use comity_record::{CaseId, EntryId, Language, Sha256Digest};
use comity_request::RequestTwin;
use comity_request::life::{Event, Side};
use comity_store::Store;
use jiff::civil::Date;

use super::body::{OwnCheck, RequestReceived};
use super::desk::{PDF_TYPE, TWIN_TYPE, languages_of};
use super::error::{RequestError, RequestRefusal};
use super::happened::not_before_question;
use super::print::acknowledgement;
use super::twin::{COSE_TYPE, TwinRecord};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::exchange::Channel;
use crate::refusal::Refusal;

/// The name of the attachment by which a request was acknowledged.
pub const ACKNOWLEDGEMENT: &str = "acknowledgement.pdf";

/// What came in.
#[derive(Clone, Debug)]
pub struct Received {
    /// The machine-readable twin, as it came.
    pub twin: Vec<u8>,
    /// The signature beside it, with the key that the sender's node is known by.
    pub signature: Option<TwinSignature>,
    /// Whether the signed and sealed original is here, or a copy ahead of it.
    pub original: bool,
    /// The number of the incoming register.
    pub register_number: String,
    /// The day on which it came in; the day of the act, if nothing is said.
    pub day: Option<Date>,
}

/// The signature beside a twin, and whose it must be.
#[derive(Clone, Debug)]
pub struct TwinSignature {
    /// The signature.
    pub bytes: Vec<u8>,
    /// The key by which the sender's node is known to this office.
    pub key: VerifyingKey,
}

/// An acknowledgement that was given.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    /// The entries: of the ticket, if one was given, and of the acknowledgement.
    pub receipts: Vec<Receipt>,
    /// The paper.
    pub pdf: Pdf,
}

impl<S: Store> Casework<S> {
    /// Reads the twin of a request that came in, and says whether this office can take it: unchanged, signed by whom it
    /// must be, addressed to this state, an exercise here or real here, and in no case of the office yet. For whoever
    /// opens a case for it.
    ///
    /// # Errors
    /// Says why it cannot be taken.
    pub fn read_received(
        &self,
        session: &Session,
        received: &Received,
    ) -> Result<RequestTwin, CaseworkError> {
        Ok(self.read_signed(session, received)?.0)
    }

    /// As [`Casework::read_received`], with the agreement that names the key of the signature as that of the office which
    /// signed.
    fn read_signed(
        &self,
        session: &Session,
        received: &Received,
    ) -> Result<(RequestTwin, Option<Sha256Digest>), CaseworkError> {
        let twin = RequestTwin::from_bytes(&received.twin).map_err(RequestError::from)?;
        let (state, draft) = (self.state(), &twin.request.draft);
        let mut signed_under = None;
        if let Some(signature) = &received.signature {
            let record = TwinRecord::verify(&signature.bytes, &signature.key, &received.twin)?;
            if record.version != twin.digest {
                return Err(RequestError::SignatureOther.into());
            }
            if record.country != draft.question.from {
                let (signed, from) = (record.country, draft.question.from);
                return Err(RequestError::SignatureOtherState { signed, from }.into());
            }
            let names = |channel: &&Channel| {
                let them = channel.them();
                channel.office == session.office()
                    && channel.ended_by.is_none()
                    && (them.node, them.office, them.country)
                        == (signature.key, record.office, record.country)
            };
            signed_under = state.channels().iter().find(names).map(Channel::agreement);
        }
        let office = state.office(session.office())?;
        if draft.question.to != office.country {
            return Err(Refusal::from(RequestRefusal::OtherState(draft.question.to)).into());
        }
        if draft.exercise != office.exercise {
            return Err(Refusal::ExerciseMix.into());
        }
        let cases = state.cases().filter(|case| case.office == session.office());
        for (case, known) in cases.flat_map(|case| case.requests.iter().map(move |known| (case.id, known))) {
            if known.side() == Side::Receiver && known.version().digest == twin.digest {
                if self.may_read(session, case).is_err() {
                    return Err(RequestError::HeldElsewhere.into());
                }
                let reference = known.reference().to_owned();
                return Err(RequestError::Held { case, reference }.into());
            }
        }
        self.number_is_free(session, None, Side::Receiver, &received.register_number)?;
        Ok((twin, signed_under))
    }

    /// Takes a request of another state into a case, with its twin as it came, and records what the packs of this
    /// office say of it.
    ///
    /// # Errors
    /// Says why it was not taken: a twin that was changed, another state's request, a signature of somebody else.
    pub async fn receive_request(
        &self,
        session: &Session,
        case: CaseId,
        received: &Received,
        with: With,
    ) -> Result<Receipt, CaseworkError> {
        let act = self.act(&with)?;
        let _numbers = self.numbers.lock().await;
        let (twin, signed_under) = self.read_signed(session, received)?;
        let signed_by = received.signature.as_ref().map(|signature| signature.key.key_id());
        let day = received.day.unwrap_or_else(|| act.local_day());
        self.has_begun(day)?;
        not_before_question(&twin.request, day)?;
        let (version, register_number) = (twin.digest, received.register_number.clone());
        let event = if received.original {
            Event::OriginalReceived { version, day, register_number }
        } else {
            Event::AdvanceCopyReceived { version, day, register_number }
        };
        let knowledge = self.knowledge(session)?;
        // Whoever asks may use forms and facts that this office has not. The request is taken all the same, and the
        // entry says that it was not checked.
        let checked = knowledge
            .check(&twin.request.draft)
            .ok()
            .map(|(_, _, report)| OwnCheck { forms: knowledge.forms.digest(), verdict: report.verdict() });
        // Whoever asks has written the measure, the form and the title; whichever of them speaks of an emergency counts.
        let (law, asked) = (&knowledge.law, &twin.request);
        let emergency = law.is_emergency(&asked.draft.question.measure)
            || knowledge.forms.iter().any(|form| {
                let named = form.id == asked.draft.form || form.title == asked.title;
                named && law.is_emergency(&form.measure)
            });
        let version = twin.request;
        let body = RequestReceived { version, event, checked, signed_by, signed_under, emergency };
        let mut with = With { act: Some(act), ..with };
        // What came is kept as it came: another spelling of the same twin has another signature.
        with.files.push(self.keep_bytes(case, TWIN_NAME, TWIN_TYPE, &received.twin).await?);
        if let Some(signature) = &received.signature {
            let bytes = &signature.bytes;
            with.files.push(self.keep_bytes(case, TWIN_SIGNATURE_NAME, COSE_TYPE, bytes).await?);
        }
        self.record(session, case, &body, with).await
    }

    /// Acknowledges a request that was received, with the acknowledgement as it is printed attached; with a ticket, the
    /// data that the request names is kept under it from now on. Where an agreement is named, the other office is told so
    /// under it, with the print. All of it is recorded together or not at all.
    ///
    /// # Errors
    /// Says why it was not done.
    #[expect(clippy::too_many_arguments, reason = "what an acknowledgement is made of")]
    pub async fn acknowledge_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        ticket: Option<(String, u16)>,
        languages: &[Language],
        tell: Option<Sha256Digest>,
        with: With,
    ) -> Result<Acknowledged, CaseworkError> {
        let act = self.act(&with)?;
        let known = self.written(session, case, request)?;
        if known.side() != Side::Receiver {
            return Err(RequestError::NothingToPrint("acknowledgement").into());
        }
        let day = act.local_day();
        let mut events = vec![Event::Acknowledged { day, reference: known.life.register_number.clone() }];
        events.extend(ticket.map(|(number, keep_days)| Event::TicketGiven { number, day, keep_days }));
        let mut after = crate::request::Request::clone(&known);
        for event in &events {
            self.happened(session, &known, event, &with)?;
            after.life.apply(event).map_err(RequestRefusal::from).map_err(Refusal::from)?;
        }
        let state = self.state();
        let office = state.office(session.office())?;
        let document = acknowledgement(&after, office, &act);
        let twin = document.to_twin();
        let languages = languages_of(&known.version().request, languages);
        let pdf = self.print(office, "acknowledgement", document, twin, None, languages).await?;
        let kept = self.keep_bytes(case, ACKNOWLEDGEMENT, PDF_TYPE, &pdf.bytes).await?;
        let signed = || {
            let sign = |event: &Event| {
                let mut with = With { act: Some(act.clone()), ..with.clone() };
                if matches!(event, Event::Acknowledged { .. }) {
                    with.files.push(kept.clone());
                }
                self.sign_request_event(session, case, request, event.clone(), with)
            };
            events.iter().map(sign).collect::<Result<Vec<_>, _>>()
        };
        let receipts = match tell {
            Some(agreement) => {
                let print = Some(pdf.bytes.clone());
                let what = self.events_message(session, &known, events.clone(), print, agreement)?;
                self.send_with(session, case, what, |sent, queued| {
                    Ok(signed()?.into_iter().chain([sent, queued]).collect())
                })
                .await?
            }
            None => self.append(signed()?).await?,
        };
        Ok(Acknowledged { receipts, pdf })
    }
}
