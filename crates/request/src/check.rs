//! What is wrong with a draft, what it lacks under each instrument, what it should think twice about, and what a
//! jurist must confirm.

mod identifiers;

use std::collections::BTreeMap;

use comity_law::rows::{Coercion, YesNoUnknown};
use comity_law::{
    Basis, Binds, Candidate, Confidence, ProvisionKind, Reason, Remaining, Sourced, Standing, Strength,
    ToConfirm,
};
use comity_record::Sha256Digest;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::draft::{Draft, draft_digest};
use crate::form::{Condition, Field, FieldKind, Form, ObligationIs, Required};
use crate::form::{DEFAULT_CHARS, DEFAULT_ITEMS, MAX_CHARS};
use crate::identifier::IdentifierCheck;
use crate::value::{Item, Offence, Value, WayChosen, has_forbidden_characters};

/// Letters of one part of a composed value: a name, a provision's number. The wording of a provision is longer.
pub const MAX_PART_CHARS: usize = 1_000;

/// Days after which a law pack may have missed a change. Half a year: the first pack itself records several
/// ratifications and changes of codes within such a time.
pub const PACK_AGE_DAYS: i32 = 182;

/// The law pack's topic for a State's own rule on the form of requests.
const FORM_OF_REQUEST: &str = "form_of_request";

/// Declares the remarks with their stable codes.
macro_rules! remarks {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What a check remarks, as a code that never changes once released; its words are in `request.ftl`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum RemarkKind { $($(#[$doc])* #[serde(rename = $code)] $name,)* }

        impl RemarkKind {
            /// Every remark.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code, which is also the key of the message.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

remarks! {
    /// A field that must be filled is empty.
    FieldMissing = "request-check-field-missing",
    /// The form has no such field.
    FieldUnknown = "request-check-field-unknown",
    /// The value is of another type than the field.
    TypeWrong = "request-check-type-wrong",
    /// A text is too long.
    TooLong = "request-check-too-long",
    /// A text holds characters that would make a print lie.
    CharactersForbidden = "request-check-characters-forbidden",
    /// A list has too few values.
    TooFew = "request-check-too-few",
    /// A list has too many values.
    TooMany = "request-check-too-many",
    /// A number is out of its range.
    OutOfRange = "request-check-out-of-range",
    /// A choice is none of the form's values.
    ChoiceUnknown = "request-check-choice-unknown",
    /// A period ends before it begins.
    PeriodBackwards = "request-check-period-backwards",
    /// A period is longer than the form allows.
    PeriodTooLong = "request-check-period-too-long",
    /// An amount is below zero.
    AmountNegative = "request-check-amount-negative",
    /// An identifier does not have the form of its kind.
    IdentifierWrong = "request-check-identifier-wrong",
    /// An identifier has more or fewer signs than its kind has.
    IdentifierLength = "request-check-identifier-length",
    /// The checksum of an identifier does not fit.
    IdentifierChecksum = "request-check-identifier-checksum",
    /// An address is one of another ledger than the one that is named.
    IdentifierOtherLedger = "request-check-identifier-other-ledger",
    /// An address is one of another network of its ledger.
    IdentifierOtherNetwork = "request-check-identifier-other-network",
    /// An identifier is of a kind that the field does not take.
    IdentifierKind = "request-check-identifier-kind",
    /// An item names an offence or account that the draft does not have.
    ItemDangling = "request-check-item-dangling",
    /// A way is none of those that remain, or is closed.
    WayClosed = "request-check-way-closed",
    /// The draft was begun with another form, or another version of it.
    FormOther = "request-check-form-other",
    /// The law answer is about another question.
    BasisOther = "request-check-basis-other",
    /// An instrument obliges, and none is cited.
    NothingCited = "request-check-nothing-cited",
    /// A cited instrument does not bind both States.
    CitedNotBinding = "request-check-cited-not-binding",
    /// A cited instrument is replaced by another between the two.
    CitedReplaced = "request-check-cited-replaced",
    /// A cited instrument is not open to the offences: the threshold trap, or an offence that it does not name.
    CitedNotOpen = "request-check-cited-not-open",
    /// A cited instrument does not provide for the measure.
    CitedNotProviding = "request-check-cited-not-providing",

    /// A period is so long that it may be overbroad.
    PeriodOverbroad = "request-warn-period-overbroad",
    /// An item does not say why it matters, or to which offence.
    ItemWithoutLink = "request-warn-item-without-link",
    /// A deadline, secrecy or a procedure is asked for without a reason.
    ReasonMissing = "request-warn-reason-missing",
    /// Nobody here could check an identifier.
    IdentifierNotChecked = "request-warn-identifier-not-checked",
    /// The kind of identifier has no checksum: read it twice.
    IdentifierWithoutChecksum = "request-warn-identifier-without-checksum",
    /// An address stands without its ledger.
    LedgerMissing = "request-warn-ledger-missing",
    /// An account is not written as its platform writes accounts, as far as is known.
    AccountForm = "request-warn-account-form",
    /// No form is known of the account numbers of a state.
    IbanStateUnknown = "request-warn-iban-state-unknown",
    /// A domain has letters of several scripts that look alike.
    MixedScript = "request-warn-mixed-script",
    /// An IP address is one that many networks use for themselves.
    IpLocal = "request-warn-ip-local",
    /// An IP address stands without the moment at which it was in use.
    IpWithoutTime = "request-warn-ip-without-time",
    /// An IP address that customers may have shared stands without the port.
    IpWithoutPort = "request-warn-ip-without-port",
    /// Provisions are named without their wording.
    ProvisionTextMissing = "request-warn-provision-text-missing",
    /// Provisions are named without their wording, which the office's library has.
    ProvisionTextKept = "request-warn-provision-text-kept",
    /// The list of contents of a cited instrument was not seen whole.
    ContentsNotSeen = "request-warn-contents-not-seen",
    /// Paragraphs of a cited instrument yield to another treaty.
    ParagraphsYield = "request-warn-paragraphs-yield",
    /// That the act is an offence in both States is not sure, and a cited instrument lets help be refused where it is
    /// not.
    DualCriminality = "request-warn-dual-criminality",
    /// A cited instrument only lets the measure be asked for.
    MayOnlyBeAsked = "request-warn-may-only-be-asked",
    /// Which language the requested State takes was not found.
    LanguageUnknown = "request-warn-language-unknown",
    /// The requested State's own law has a rule on the form of requests, which a person must compare.
    DomesticForm = "request-warn-domestic-form",
    /// A preservation that is referred to has lapsed, or lapses before a reply can come.
    TicketLapsed = "request-warn-ticket-lapsed",
    /// Texts stand in the language of the draft only, although it is printed in two.
    Untranslated = "request-warn-untranslated",
    /// The law pack was compiled so long before the day of the request that it may have missed a change.
    PackOlderThanRequest = "request-warn-pack-older",
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What.
    pub kind: RemarkKind,
    /// On which field, if on one.
    pub field: Option<String>,
    /// The values that the message speaks of.
    pub args: BTreeMap<String, String>,
}

/// A content that an instrument asks for and the draft lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingContent {
    /// The law pack's id.
    pub content_field: String,
    /// In English, for places where no catalogue is at hand.
    pub label: String,
    /// How much it is asked for.
    pub strength: Strength,
    /// Whether the articles apply between the two States.
    pub standing: Standing,
    /// The articles that ask for it.
    pub articles: Vec<String>,
    /// The field where it goes; none if the form has none for it.
    pub put_in: Option<String>,
}

/// What a draft lacks under one instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// The instrument.
    pub instrument: String,
    /// Whether the draft cites it.
    pub cited: bool,
    /// Whether the pack has the whole list of contents.
    pub contents_seen: bool,
    /// How sure the list is.
    pub confidence: Confidence,
    /// What is missing.
    pub missing: Vec<MissingContent>,
}

/// Everything that a check says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The digest of the draft that was checked.
    pub draft: Option<Sha256Digest>,
    /// The digest of the law pack that answered.
    pub law_pack: Sha256Digest,
    /// What must be mended.
    pub errors: Vec<Remark>,
    /// What is lacking, instrument by instrument, in the order of the law answer.
    pub completeness: Vec<Completeness>,
    /// What to think twice about.
    pub warnings: Vec<Remark>,
    /// What a named jurist must confirm or overrule before issue.
    pub to_confirm: Vec<ToConfirm>,
}

impl Report {
    /// What a cited instrument demands and the draft lacks: it stands in the way of issue.
    pub fn blocking(&self) -> impl Iterator<Item = &MissingContent> {
        let cited = self.completeness.iter().filter(|c| c.cited).flat_map(|c| &c.missing);
        cited.filter(|m| m.strength == Strength::Required && m.standing == Standing::Applies)
    }

    /// Says of provisions that are named without their wording that the office's library has it, where it has.
    pub fn tell_kept_wordings(&mut self, is_kept: impl Fn(&str) -> bool) {
        for warning in &mut self.warnings {
            let named =
                warning.args.get("provision").filter(|_| warning.kind == RemarkKind::ProvisionTextMissing);
            if named.is_some_and(|provision| is_kept(provision)) {
                warning.kind = RemarkKind::ProvisionTextKept;
            }
        }
    }

    /// What of the report decides on issue, small enough to be kept for ever beside the version.
    pub fn verdict(&self) -> Verdict {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Verdict {
            draft: self.draft,
            law_pack: self.law_pack,
            errors: count(self.errors.len()),
            missing: count(self.blocking().count()),
            warnings: count(self.warnings.len()),
            to_confirm: self.to_confirm.clone(),
        }
    }
}

/// What a check found, in numbers, with the facts that a jurist must still speak on.
///
/// The words of a report come and go with the version of the program; this stays readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The digest of the draft that was checked.
    pub draft: Option<Sha256Digest>,
    /// The digest of the law pack that answered.
    pub law_pack: Sha256Digest,
    /// Fields that are wrong or missing.
    pub errors: u32,
    /// Contents that a cited instrument demands and the draft lacks.
    pub missing: u32,
    /// What to think twice about.
    pub warnings: u32,
    /// What a named jurist must confirm or overrule before issue.
    pub to_confirm: Vec<ToConfirm>,
}

/// Checks a draft against its form and the law answer.
pub fn check(form: &Form, draft: &Draft, basis: &Basis, identifiers: &dyn IdentifierCheck) -> Report {
    let mut notes = Notes { errors: vec![], warnings: vec![] };
    if draft.form != form.id || draft.form_digest != form.digest {
        notes.error(RemarkKind::FormOther, None, &[("form", &draft.form)]);
    }
    if draft.question != basis.question || draft.question.measure != form.measure {
        notes.error(RemarkKind::BasisOther, None, &[]);
    }
    for id in draft.values.keys().filter(|id| form.field(id).is_none()) {
        notes.error(RemarkKind::FieldUnknown, Some(id), &[]);
    }
    for translation in draft.translations.values() {
        let place = Some("translations");
        if translation.chars().count() > MAX_CHARS {
            notes.error(RemarkKind::TooLong, place, &[("most", &MAX_CHARS.to_string())]);
        }
        if has_forbidden_characters(translation) {
            notes.error(RemarkKind::CharactersForbidden, place, &[]);
        }
    }
    if let Some(language) = &draft.translation {
        let texts = draft.prose().iter().filter(|text| !draft.translations.contains_key(**text)).count();
        if texts > 0 {
            let values = [("count", texts.to_string()), ("language", language.to_string())];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            notes.warn(RemarkKind::Untranslated, None, &values);
        }
    }
    for field in &form.fields {
        match draft.value(&field.id) {
            Some(value) => field_value(field, value, identifiers, &mut notes),
            None if is_required(form, field, draft, basis) => {
                notes.error(RemarkKind::FieldMissing, Some(&field.id), &[]);
            }
            None => {}
        }
        reason(field, draft, &mut notes);
    }
    across(draft, basis, &mut notes);
    cited(draft, basis, &mut notes);
    dual_criminality(draft, basis, &mut notes);
    if basis.requested.request_language.value() == "unknown" {
        notes.warn(RemarkKind::LanguageUnknown, None, &[("state", &basis.question.to.to_string())]);
    }
    for sheet in &basis.requested.domestic_law {
        if let Some(provision) = sheet.value().provisions.get(FORM_OF_REQUEST) {
            let args = [("law", sheet.value().law.as_str()), ("provision", provision.as_str())];
            notes.warn(RemarkKind::DomesticForm, None, &args);
        }
    }
    let fresh_until = basis.compiled.checked_add(PACK_AGE_DAYS.days()).unwrap_or(Date::MAX);
    if basis.question.on > fresh_until {
        notes.warn(RemarkKind::PackOlderThanRequest, None, &[("compiled", &basis.compiled.to_string())]);
    }
    Report {
        draft: draft_digest(draft),
        law_pack: basis.pack,
        errors: notes.errors,
        completeness: basis.candidates.iter().map(|c| completeness(form, draft, c)).collect(),
        warnings: notes.warnings,
        to_confirm: to_confirm(draft, basis),
    }
}

/// The way of the law answer that a draft chose.
pub(crate) fn remaining<'b>(basis: &'b Basis, chosen: &WayChosen) -> Option<&'b Sourced<Remaining>> {
    basis.remains.iter().find(|r| r.value().way.code() == chosen.way && r.value().id == chosen.id)
}

struct Notes {
    errors: Vec<Remark>,
    warnings: Vec<Remark>,
}

impl Notes {
    fn error(&mut self, kind: RemarkKind, field: Option<&str>, args: &[(&str, &str)]) {
        self.errors.push(remark(kind, field, args));
    }

    fn warn(&mut self, kind: RemarkKind, field: Option<&str>, args: &[(&str, &str)]) {
        self.warnings.push(remark(kind, field, args));
    }
}

fn remark(kind: RemarkKind, field: Option<&str>, args: &[(&str, &str)]) -> Remark {
    let args = args.iter().map(|(k, v)| ((*k).to_owned(), (*v).chars().take(200).collect())).collect();
    Remark { kind, field: field.map(str::to_owned), args }
}

fn is_required(form: &Form, field: &Field, draft: &Draft, basis: &Basis) -> bool {
    match field.required {
        Required::Always => true,
        Required::Never => false,
        Required::When => field.when.iter().all(|condition| holds(form, condition, draft, basis)),
    }
}

fn holds(form: &Form, condition: &Condition, draft: &Draft, basis: &Basis) -> bool {
    if let Some(obligation) = condition.obligation {
        return (obligation == ObligationIs::None) == basis.obligation.is_none();
    }
    let field = condition.field.as_ref().and_then(|id| form.field(id));
    let value = field.and_then(|f| draft.value(&f.id));
    if let Some(present) = condition.present {
        return value.is_some() == present;
    }
    if let Some(wanted) = &condition.equals {
        return match value {
            Some(Value::Choice(choice)) => choice == wanted,
            Some(Value::Flag(flag)) => *flag == (wanted == "yes"),
            _ => false,
        };
    }
    let ways = value.into_iter().flat_map(Value::each);
    let named = |v: &Value| matches!(v, Value::Way(way) if Some(&way.way) == condition.has_way.as_ref());
    ways.into_iter().any(named)
}

fn field_value(field: &Field, value: &Value, identifiers: &dyn IdentifierCheck, notes: &mut Notes) {
    let id = Some(field.id.as_str());
    if field.list != matches!(value, Value::List(_)) {
        notes.error(RemarkKind::TypeWrong, id, &[]);
        return;
    }
    let items = value.each();
    let most = field.max_items.unwrap_or(DEFAULT_ITEMS);
    if field.list && items.len() > most {
        notes.error(RemarkKind::TooMany, id, &[("most", &most.to_string())]);
        return;
    }
    let least = field.min_items.unwrap_or(0);
    if field.list && items.len() < least {
        notes.error(RemarkKind::TooFew, id, &[("least", &least.to_string())]);
    }
    for item in items {
        if kind_of(item) == Some(field.kind) {
            one_value(field, item, identifiers, notes);
        } else {
            notes.error(RemarkKind::TypeWrong, id, &[]);
        }
    }
}

fn one_value(field: &Field, value: &Value, identifiers: &dyn IdentifierCheck, notes: &mut Notes) {
    let id = Some(field.id.as_str());
    for text in value.texts() {
        let most = match value {
            Value::Text(_) => field.max_chars.unwrap_or(DEFAULT_CHARS),
            Value::Offence(offence) if text == offence.text => crate::form::MAX_CHARS,
            Value::Item(_) => DEFAULT_CHARS,
            _ => MAX_PART_CHARS,
        };
        if text.chars().count() > most {
            notes.error(RemarkKind::TooLong, id, &[("most", &most.to_string())]);
        }
        if has_forbidden_characters(text) {
            notes.error(RemarkKind::CharactersForbidden, id, &[]);
        }
    }
    match value {
        Value::Choice(choice) if !field.values.contains(choice) => {
            notes.error(RemarkKind::ChoiceUnknown, id, &[("value", choice)]);
        }
        Value::Number(n)
            if field.min.is_some_and(|least| *n < least) || field.max.is_some_and(|most| *n > most) =>
        {
            notes.error(RemarkKind::OutOfRange, id, &[("value", &n.to_string())]);
        }
        Value::Amount(amount) if amount.minor_units() < 0 => {
            notes.error(RemarkKind::AmountNegative, id, &[]);
        }
        Value::Period(period) => {
            // Whole days are counted up, so that a year and a second is already longer than a year.
            let seconds = period.to.timestamp().as_second() - period.from.timestamp().as_second();
            let days = u32::try_from((seconds + 86_399) / 86_400).unwrap_or(u32::MAX);
            let args = [("days", days.to_string())];
            let args = [(args[0].0, args[0].1.as_str())];
            if seconds < 0 {
                notes.error(RemarkKind::PeriodBackwards, id, &[]);
            } else if field.max_days.is_some_and(|most| days > most) {
                notes.error(RemarkKind::PeriodTooLong, id, &args);
            } else if field.warn_days.is_some_and(|most| days > most) {
                notes.warn(RemarkKind::PeriodOverbroad, id, &args);
            }
        }
        Value::Identifier(identifier) => identifiers::check(field, identifier, identifiers, notes),
        Value::Offence(Offence { text, provision, .. }) if text.trim().is_empty() => {
            notes.warn(RemarkKind::ProvisionTextMissing, id, &[("provision", provision)]);
        }
        Value::Item(Item { what, link, offence, .. })
            if link.trim().is_empty() || offence.trim().is_empty() =>
        {
            notes.warn(RemarkKind::ItemWithoutLink, id, &[("item", what)]);
        }
        _ => {}
    }
}

fn reason(field: &Field, draft: &Draft, notes: &mut Notes) {
    let Some(reason) = &field.reason_field else { return };
    // A flag that says no asks for nothing, so it needs no reason.
    let asked = draft.value(&field.id).is_some_and(|v| *v != Value::Flag(false));
    if asked && draft.value(reason).is_none() {
        notes.warn(RemarkKind::ReasonMissing, Some(&field.id), &[("reason_field", reason)]);
    }
}

/// What values say of each other.
fn across(draft: &Draft, basis: &Basis, notes: &mut Notes) {
    let all = || draft.values.iter().flat_map(|(id, value)| value.each().iter().map(move |v| (id, v)));
    let offence = |name: &str| all().any(|(_, v)| matches!(v, Value::Offence(o) if o.provision == name));
    let account = |name: &str| all().any(|(_, v)| matches!(v, Value::Identifier(i) if i.text == name));
    for (id, value) in all() {
        match value {
            Value::Item(item) => {
                for (named, known) in
                    [(&item.offence, offence(&item.offence)), (&item.account, account(&item.account))]
                {
                    if !named.trim().is_empty() && !known {
                        notes.error(
                            RemarkKind::ItemDangling,
                            Some(id),
                            &[("item", &item.what), ("named", named)],
                        );
                    }
                }
            }
            Value::Way(way) => {
                let open = remaining(basis, way).map(|r| r.value().open);
                if open.is_none_or(|open| open == YesNoUnknown::No) {
                    notes.error(RemarkKind::WayClosed, Some(id), &[("way", &way.way), ("id", &way.id)]);
                }
            }
            Value::Ticket(ticket) if ticket.kept_until < basis.question.on => {
                let until = ticket.kept_until.to_string();
                let args = [("ticket", ticket.number.as_str()), ("until", until.as_str())];
                notes.warn(RemarkKind::TicketLapsed, Some(id), &args);
            }
            _ => {}
        }
    }
}

/// What is to be said of the instruments that the draft cites.
fn cited(draft: &Draft, basis: &Basis, notes: &mut Notes) {
    if draft.cited.is_empty() && !basis.obligation.is_none() {
        notes.error(RemarkKind::NothingCited, None, &[]);
    }
    for id in &draft.cited {
        let args = [("instrument", id.as_str())];
        let Some(candidate) = basis.candidate(id) else {
            notes.error(RemarkKind::CitedNotBinding, None, &args);
            continue;
        };
        if candidate.is_replaced() {
            notes.error(RemarkKind::CitedReplaced, None, &args);
        }
        if candidate.opening.opens == Binds::No {
            notes.error(RemarkKind::CitedNotOpen, None, &args);
        }
        match candidate.provision.value().kind {
            ProvisionKind::NotProvided => notes.error(RemarkKind::CitedNotProviding, None, &args),
            ProvisionKind::MayBeAsked => notes.warn(RemarkKind::MayOnlyBeAsked, None, &args),
            _ => {}
        }
        if !candidate.contents_seen {
            notes.warn(RemarkKind::ContentsNotSeen, None, &args);
        }
        if let Some(yields) = candidate.yields.as_ref().filter(|y| y.value().yields != Binds::No) {
            let (clause, to) = (yields.value().clause.clone(), yields.value().to.join(", "));
            let args = [args[0], ("clause", clause.as_str()), ("to", to.as_str())];
            notes.warn(RemarkKind::ParagraphsYield, None, &args);
        }
    }
}

/// Whether want of dual criminality may bring the request back: coercive help for an offence that is not surely one in
/// the requested State too, under an instrument that lets it be refused.
fn dual_criminality(draft: &Draft, basis: &Basis, notes: &mut Notes) {
    let demanding = basis.dual.demanded_by.iter().map(|demand| demand.value().instrument.as_str());
    let cited: Vec<&str> = demanding.filter(|id| draft.cited.iter().any(|cited| cited == id)).collect();
    if cited.is_empty() || basis.dual.coercion == Coercion::No {
        return;
    }
    for offence in basis.dual.offences.iter().filter(|offence| offence.met != Binds::Yes) {
        let args = [("offence", offence.label.as_str()), ("instruments", &cited.join(", "))];
        notes.warn(RemarkKind::DualCriminality, None, &args);
    }
}

fn completeness(form: &Form, draft: &Draft, candidate: &Candidate) -> Completeness {
    let gives = |field: &&Field, content: &str| field.contents().any(|c| c == content);
    let missing = candidate
        .contents
        .value()
        .iter()
        .filter(|demand| {
            let filled = |f: &Field| draft.value(&f.id).is_some();
            !form.fields.iter().filter(|f| gives(f, &demand.field)).any(filled)
        })
        .map(|demand| MissingContent {
            content_field: demand.field.clone(),
            label: demand.label.clone(),
            strength: demand.strength,
            standing: demand.standing,
            articles: demand.articles.iter().map(|a| a.article.clone()).collect(),
            put_in: form.fields.iter().find(|f| gives(f, &demand.field)).map(|f| f.id.clone()),
        });
    Completeness {
        instrument: candidate.instrument.clone(),
        cited: draft.cited.contains(&candidate.instrument),
        contents_seen: candidate.contents_seen,
        confidence: candidate.contents.confidence(),
        missing: missing.collect(),
    }
}

/// Every uncertain fact that the draft relies on: of the cited instruments, the chosen ways and the language.
fn to_confirm(draft: &Draft, basis: &Basis) -> Vec<ToConfirm> {
    let mut found: Vec<ToConfirm> =
        draft.cited.iter().filter_map(|id| basis.candidate(id)).flat_map(Candidate::to_confirm).collect();
    let mut unverified = |on_whose_behalf: &str, rests_on: &[comity_law::Provenance]| {
        for provenance in rests_on.iter().filter(|p| p.confidence == Confidence::Unverified) {
            found.push(ToConfirm {
                reason: Reason::RowUnverified,
                instrument: on_whose_behalf.to_owned(),
                provenance: provenance.clone(),
            });
        }
    };
    for chosen in draft.ways() {
        if let Some(way) = remaining(basis, chosen) {
            unverified(&chosen.id, way.rests_on());
        }
    }
    unverified(&basis.question.to.to_string(), basis.requested.request_language.rests_on());
    found.sort();
    found.dedup();
    found
}

fn kind_of(value: &Value) -> Option<FieldKind> {
    Some(match value {
        Value::Text(_) => FieldKind::Text,
        Value::Choice(_) => FieldKind::Choice,
        Value::Flag(_) => FieldKind::Flag,
        Value::Number(_) => FieldKind::Number,
        Value::Date(_) => FieldKind::Date,
        Value::Period(_) => FieldKind::Period,
        Value::Amount(_) => FieldKind::Amount,
        Value::Authority(_) => FieldKind::Authority,
        Value::Signatory(_) => FieldKind::Signatory,
        Value::Party(_) => FieldKind::Party,
        Value::Identifier(_) => FieldKind::Identifier,
        Value::Offence(_) => FieldKind::Offence,
        Value::Item(_) => FieldKind::Item,
        Value::Exhibit(_) => FieldKind::Exhibit,
        Value::Finding(_) => FieldKind::Finding,
        Value::Ticket(_) => FieldKind::Ticket,
        Value::Way(_) => FieldKind::Way,
        Value::List(_) => return None,
    })
}
