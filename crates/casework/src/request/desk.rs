//! What either side does with a request: read it, check it, print it, say what happened to it.

use std::sync::Arc;

use comity_document::{
    CopyKind, Pdf, RequestDocument, State, TWIN_NAME, TWIN_SIGNATURE_NAME, Template, Twin, render,
};
use comity_law::{Basis, Law};
use comity_messages::{Catalogues, ReviewState};
use comity_record::entry::Reference;
use comity_record::{ActTime, CaseId, EntryId, Language, OfficeId};
use comity_request::life::{Event, Side};
use comity_request::{Draft, Form, Forms, Report, RequestTwin, RequestVersion, check};
use comity_store::Store;

use super::body::{RequestRecorded, Subject};
use super::error::{RequestError, RequestRefusal};
use super::fold::{ABOUT, Request};
use super::identifiers::Identifiers;
use super::print::{PrintAs, document};
use crate::casework::{Casework, Pending, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;
use crate::state::{Office, State as Folded};

/// Digits below which a number may stand in any text by chance.
const LEAST_DIGITS: usize = 6;
/// The right to read a case, as the policies name it.
const READ: &str = "case.read";
/// The catalogues whose words a request prints.
const PRINTED: [&str; 2] = ["document", "request"];

/// A request as the packs in force see it now. Nothing of this is recorded; what was recorded stands in the version.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The form.
    pub form: Form,
    /// The draft.
    pub draft: Draft,
    /// What the law answers.
    pub basis: Basis,
    /// What is missing, wrong, or to be thought over.
    pub report: Report,
    /// What a named jurist must still confirm or overrule.
    pub to_clear: Vec<Subject>,
    /// Everything that stands in the way of issue, by what was recorded.
    pub obstacles: Vec<RequestRefusal>,
}

/// The name of the attachment that is printed for signature and seal.
pub const ORIGINAL: &str = "request.pdf";
/// The name of the attachment that travels ahead of the original.
pub const ADVANCE: &str = "request-advance.pdf";
/// The media type of a PDF (RFC 8118).
pub(crate) const PDF_TYPE: &str = "application/pdf";
/// The media type of a twin (RFC 8259).
pub(super) const TWIN_TYPE: &str = "application/json";

/// A request on paper, with its twin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// What is known of its layout; nothing of a copy that was kept when it was issued.
    pub layout: Option<Layout>,
    /// The machine-readable twin that lies inside it.
    pub twin: Vec<u8>,
    /// The node's signature over the twin, if it was signed.
    pub signature: Option<Vec<u8>>,
}

/// How a print came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Its pages.
    pub pages: usize,
    /// Texts that stand in the language of their author only.
    pub untranslated: usize,
}

/// The law and the forms in force in an office.
pub(super) struct Knowledge {
    pub(super) law: Arc<Law>,
    pub(super) forms: Arc<Forms>,
    state: Arc<Folded>,
    office: OfficeId,
}

impl Knowledge {
    /// Asks the law, and checks the draft by its form.
    pub(super) fn check(&self, draft: &Draft) -> Result<(Form, Basis, Report), CaseworkError> {
        let form = comity_request::plain::form(&self.forms, &draft.form).map_err(RequestError::from)?;
        let basis = self.law.basis(&draft.question).map_err(RequestError::from)?;
        let mut report = check(form, draft, &basis, &Identifiers::of(&self.forms));
        let library = &self.state.office(self.office)?.provisions;
        let of = draft.question.from;
        report.tell_kept_wordings(|provision| library.wording(of, provision, &draft.language).is_some());
        Ok((form.clone(), basis, report))
    }
}

impl<S: Store> Casework<S> {
    /// The requests of a case.
    ///
    /// # Errors
    /// Fails for a case that the officer may not read.
    pub fn requests(&self, session: &Session, case: CaseId) -> Result<Vec<Arc<Request>>, CaseworkError> {
        self.may(session, case, READ)?;
        Ok(self.state().case(case)?.requests.shared().collect())
    }

    /// A request of a case.
    ///
    /// # Errors
    /// Fails for a case that the officer may not read, and for an entry that began no request.
    pub fn request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
    ) -> Result<Arc<Request>, CaseworkError> {
        self.may(session, case, READ)?;
        let state = self.state();
        let found = state.case(case)?.requests.shared().find(|known| known.id == request);
        Ok(found.ok_or(RequestRefusal::Unknown(request)).map_err(Refusal::from)?)
    }

    /// A request of which there is a draft here.
    pub(super) fn written(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
    ) -> Result<Arc<Request>, CaseworkError> {
        let known = self.request(session, case, request)?;
        if known.carried_over.is_some() { Err(RequestError::NoDraft.into()) } else { Ok(known) }
    }

    /// Checks the version in force by the packs that are in force now.
    ///
    /// # Errors
    /// Fails when the packs do not know its form or its question, and for a request of an old register.
    pub fn check_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
    ) -> Result<Checked, CaseworkError> {
        let request = self.written(session, case, request)?;
        let draft = request.version().request.draft.clone();
        let (form, basis, report) = self.knowledge(session)?.check(&draft)?;
        let (to_clear, obstacles) = (request.to_clear(), request.obstacles());
        Ok(Checked { form, draft, basis, report, to_clear, obstacles })
    }

    /// Prints a request. A draft says so on every page and shows which facts are not cleared; of an issued request the
    /// copy is given that was kept when it was issued. In other languages, for which nobody approved the words, and on
    /// the side that received it, it is printed as a copy for reading, which counts for nothing.
    ///
    /// # Errors
    /// Fails for a language without words, for signs that no font has, and for a request of an old register.
    pub async fn print_request(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        copy: CopyKind,
        languages: &[Language],
    ) -> Result<Printed, CaseworkError> {
        let request = self.written(session, case, request)?;
        let version = request.version();
        let languages = languages_of(&version.request, languages);
        if let Some(issue) =
            request.issue.as_ref().filter(|_| languages == languages_of(&version.request, &[]))
        {
            return self.issued_copy(case, issue.entry, copy).await;
        }
        let state = self.state();
        let office = state.office(session.office())?;
        let issued = request.issue.as_ref();
        let is_draft = request.side() == Side::Sender && issued.is_none();
        // What the receiving side's own pack is not sure of is no mark on the sender's paper.
        let open = if is_draft { request.to_clear() } else { vec![] };
        let open: Vec<_> = open.into_iter().filter_map(fact).collect();
        let act = match (request.side(), issued) {
            (Side::Receiver, _) => day_of(&version.request)?,
            (Side::Sender, Some(issue)) => issue.act.clone(),
            (Side::Sender, None) => version.act.clone(),
        };
        let number = request.life.register_number.as_str();
        let print = PrintAs {
            state: if is_draft { State::Draft } else { State::Issued },
            copy: if is_draft { copy } else { CopyKind::Reading },
            act: &act,
            register_number: issued.map(|_| number),
            open: &open,
        };
        let twin = twin_of(&version.request)?;
        let document = document(&version.request, &print)?;
        let pdf = self.print(office, "request", document, twin.clone(), None, languages).await?;
        let layout = Some(Layout { pages: pdf.pages, untranslated: pdf.untranslated });
        Ok(Printed { pdf: pdf.bytes, layout, twin, signature: None })
    }

    /// A copy as it was printed on the day of issue, whatever layouts and words are in force since.
    async fn issued_copy(
        &self,
        case: CaseId,
        issue: EntryId,
        copy: CopyKind,
    ) -> Result<Printed, CaseworkError> {
        let stored = self.store.entry(issue).await?.ok_or(Refusal::UnknownEntry(issue))?;
        let (_, content) = self.read_stored(&stored).await?;
        let attached = content.map(|content| content.attachments).unwrap_or_default();
        let read = async |name: &str| {
            let file = attached.iter().find(|file| file.name == name);
            let file = file.ok_or(RequestError::NothingToPrint("attachment"))?;
            Ok::<_, CaseworkError>(self.read_object(case, file.sha256).await?.to_vec())
        };
        let pdf = read(if copy == CopyKind::Advance { ADVANCE } else { ORIGINAL }).await?;
        let (twin, signature) = (read(TWIN_NAME).await?, read(TWIN_SIGNATURE_NAME).await?);
        Ok(Printed { pdf, layout: None, twin, signature: Some(signature) })
    }

    /// Says what happened to a request: a copy went out, a question came in, data is kept. What is written, reviewed,
    /// approved or issued has commands of its own.
    ///
    /// # Errors
    /// Says why the event cannot follow.
    pub async fn record_request_event(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        event: Event,
        with: With,
    ) -> Result<Receipt, CaseworkError> {
        let _numbers = self.numbers.lock().await;
        let known = self.request(session, case, request)?;
        self.happened(session, &known, &event, &with)?;
        if let Event::CalledBack { number, .. } = &event
            && holds_number(&known.version().request.draft, number)
        {
            return Err(RequestError::NumberOfRequest.into());
        }
        self.record(session, case, &RequestRecorded { event }, about(request, with)).await
    }

    /// The entry of [`Casework::record_request_event`], to be taken together with others.
    pub(crate) fn sign_request_event(
        &self,
        session: &Session,
        case: CaseId,
        request: EntryId,
        event: Event,
        with: With,
    ) -> Result<Pending, CaseworkError> {
        self.sign(session, case, &RequestRecorded { event }, about(request, with))
    }

    pub(super) fn knowledge(&self, session: &Session) -> Result<Knowledge, CaseworkError> {
        let state = self.state();
        let office = state.office(session.office())?;
        let (law, forms) = (self.packs.law(office)?, self.packs.forms(office)?);
        Ok(Knowledge { law, forms, office: office.id, state: Arc::clone(&state) })
    }

    /// The languages of a draft whose words nobody has reviewed.
    pub(super) fn unreviewed(&self, office: &Office, draft: &Draft) -> Result<Vec<Language>, CaseworkError> {
        let words = self.packs.words(office)?;
        let mut unreviewed = vec![];
        for language in std::iter::once(&draft.language).chain(&draft.translation) {
            let states: Vec<_> = PRINTED
                .iter()
                .map(|catalogue| words.review_state(language, catalogue))
                .collect::<Result<_, _>>()
                .map_err(RequestError::from)?;
            if states.contains(&&ReviewState::Unreviewed) {
                unreviewed.push(language.clone());
            }
        }
        Ok(unreviewed)
    }

    /// Lays a document out, outside of the threads that serve others.
    pub(crate) async fn print(
        &self,
        office: &Office,
        layout: &str,
        document: RequestDocument,
        twin: Vec<u8>,
        signature: Option<Vec<u8>>,
        languages: Vec<Language>,
    ) -> Result<Pdf, CaseworkError> {
        let layout: Template = self.packs.layout(office, layout)?;
        let words: Arc<Catalogues> = self.packs.words(office)?;
        let work = move || {
            let inside = Twin { json: twin, signature };
            Ok::<_, RequestError>(render(&layout, &document, &inside, &languages, &words)?)
        };
        let printed = tokio::task::spawn_blocking(work).await.map_err(|_| CaseworkError::Interrupted)?;
        Ok(printed?)
    }

    /// When an act takes place: as the caller says, or now; not later.
    pub(super) fn act(&self, with: &With) -> Result<ActTime, CaseworkError> {
        match &with.act {
            Some(act) => {
                self.has_been(act)?;
                Ok(act.clone())
            }
            None => Ok(self.clock.here()?),
        }
    }
}

/// Whether a draft holds a telephone number, however it is written: who writes a false request writes its number too.
fn holds_number(draft: &Draft, number: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = digits(number);
    number.len() >= LEAST_DIGITS && draft.prose().iter().any(|text| digits(text).contains(&number))
}

/// The reference to a request beside what else the caller says.
pub(super) fn about(request: EntryId, with: With) -> With {
    let mut with = with;
    with.refs.insert(0, Reference { role: ABOUT.parse().expect("a literal word"), entry: request });
    with
}

/// The bytes of the twin of a version.
pub(super) fn twin_of(version: &RequestVersion) -> Result<Vec<u8>, RequestError> {
    Ok(RequestTwin::of(version.clone())?.to_bytes()?)
}

/// The languages that a caller asks for, or those of the request.
pub(crate) fn languages_of(version: &RequestVersion, asked: &[Language]) -> Vec<Language> {
    if asked.is_empty() {
        std::iter::once(&version.draft.language).chain(&version.draft.translation).cloned().collect()
    } else {
        asked.to_vec()
    }
}

fn fact(subject: Subject) -> Option<comity_request::UnverifiedFact> {
    match subject {
        Subject::Fact(fact) => Some(fact),
        Subject::Words(_) => None,
    }
}

/// The day that a received request names, as a time of a print: its hour is not known here.
fn day_of(version: &RequestVersion) -> Result<ActTime, CaseworkError> {
    Ok(format!("{}T00:00:00+00:00[UTC]", version.draft.question.on).parse()?)
}
