//! The agreement as rules that both ends ask: the sender before sealing, the receiver before showing.
//!
//! The rules are a Cedar policy set whose text follows from the agreement alone, so that both ends have the same
//! one, and a jurist can read it. One `permit` says between whom; each `forbid` is one term of the agreement, and a
//! refusal names those that stood in the way.

use std::fmt::Write as _;

use comity_policy::{Policies, PolicyError, Question};
use comity_record::handling::{HandlingCode, Onward, Use};
use comity_record::{Coded, Country, Sha256Digest, Token};
use jiff::civil::Date;
use serde_json::json;

use crate::agreement::{Agreed, Agreement};
use crate::envelope::{Header, Label};
use crate::strict::day_number;

/// Kinds that begin so are the channel's own; they carry keys, checkpoints and cosignatures, never information
/// about a case, and every agreement allows them.
pub const SERVICE_PREFIX: &str = "channel.";

/// The channel's own kinds: a new key bundle, a checkpoint to be cosigned, and the answer to one. They are kept for
/// the channel; what they name travels in the parts of an exchange ([`crate::Part`], [`crate::Sheet`]).
pub const SERVICE_KINDS: [&str; 3] = [KIND_KEYS, KIND_CHECKPOINT, KIND_COSIGNATURE];

/// A signed [`crate::KeyBundle`].
pub const KIND_KEYS: &str = "channel.keys";
/// A [`crate::CosignRequest`].
pub const KIND_CHECKPOINT: &str = "channel.checkpoint";
/// A [`crate::CosignAnswer`].
pub const KIND_COSIGNATURE: &str = "channel.cosignature";

/// How many days an envelope's act may lie ahead of the receiver's clock: time zones are not the reason, both
/// count in UTC, but clocks of offices without a time server are.
pub const MAX_DAYS_AHEAD: i64 = 1;

/// How many officers must have approved what needs approval: the two-person rule.
pub const APPROVERS: u32 = 2;

/// Which end asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The sender, before it seals.
    Sending,
    /// The receiver, before it shows.
    Receiving,
}

/// A term of the agreement that can stand in the way of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// The envelope is under another agreement.
    Agreement,
    /// The offices are not the parties.
    Parties,
    /// Exercise material under a real agreement, or the other way round.
    Exercise,
    /// The agreement was not yet in force.
    NotYetValid,
    /// The agreement had ended: it is receive-only.
    Expired,
    /// The act lies in the future.
    Clock,
    /// This kind of message is not agreed.
    Kind,
    /// The agreement does not have checkpoints cosigned.
    Cosign,
    /// Two officers must approve this kind.
    Approval,
    /// The purpose is not agreed, or not one that the information may serve.
    Purpose,
    /// A measure that is not agreed.
    Measures,
    /// A kind of data that is not agreed.
    Data,
    /// The handling code is above the ceiling.
    HandlingCode,
    /// It would serve as evidence, and the agreement is for intelligence.
    Use,
    /// It may go further than the agreement lets it.
    Onward,
    /// It is a third state's information, which has not consented.
    Consent,
    /// The information may not go to the recipient's state, or to states outside the agreement.
    Recipients,
    /// It could be kept for longer than agreed.
    Retention,
    /// The letter has no conditions, or the question could not be decided. Both are a refusal.
    Undecided,
}

/// The answer, with what stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it may be sent, or shown.
    pub allowed: bool,
    /// The terms that refuse it, in a fixed order; empty when it is allowed.
    pub reasons: Vec<Rule>,
}

/// The compiled agreement.
#[derive(Clone, Debug)]
pub struct Rules {
    digest: Sha256Digest,
    text: String,
    policies: Policies,
    countries: [(String, Country); 2],
}

/// What the questions are about.
const SCHEMA: &str = r#"
entity Office;
entity Agreement;
action "message" appliesTo { principal: Office, resource: Agreement, context: {
    sending: Bool, recipient: String, exercise: Bool, today: Long, act: Long, kind: String,
    approvals: Long, purpose: String, usable: Set<String>, measures: Set<String>, data: Set<String>,
    code: Long, evidence: Bool, onward: Long, own: Bool, consent: Bool,
    to: String, recipients: Set<String>, kept?: Long
} };
action "service" appliesTo { principal: Office, resource: Agreement, context: {
    sending: Bool, recipient: String, exercise: Bool, today: Long, act: Long, kind: String
} };
"#;

impl Rule {
    /// Every rule, in the order in which they are told.
    pub const ALL: [Self; 19] = [
        Self::Agreement,
        Self::Parties,
        Self::Exercise,
        Self::NotYetValid,
        Self::Expired,
        Self::Clock,
        Self::Kind,
        Self::Cosign,
        Self::Approval,
        Self::Purpose,
        Self::Measures,
        Self::Data,
        Self::HandlingCode,
        Self::Use,
        Self::Onward,
        Self::Consent,
        Self::Recipients,
        Self::Retention,
        Self::Undecided,
    ];

    /// Its name in the policies and in receipts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Parties => "parties",
            Self::Exercise => "exercise",
            Self::NotYetValid => "not-yet-valid",
            Self::Expired => "expired",
            Self::Clock => "clock",
            Self::Kind => "kind",
            Self::Cosign => "cosign",
            Self::Approval => "approval",
            Self::Purpose => "purpose",
            Self::Measures => "measures",
            Self::Data => "data",
            Self::HandlingCode => "handling-code",
            Self::Use => "use",
            Self::Onward => "onward",
            Self::Consent => "consent",
            Self::Recipients => "recipients",
            Self::Retention => "retention",
            Self::Undecided => "undecided",
        }
    }

    /// Its name as a word, for a receipt.
    pub fn token(self) -> Token {
        self.as_str().parse().expect("every name is a word")
    }
}

impl Coded for Rule {
    fn code(&self) -> &'static str {
        match self {
            Self::Agreement => "channel-rule-agreement",
            Self::Parties => "channel-rule-parties",
            Self::Exercise => "channel-rule-exercise",
            Self::NotYetValid => "channel-rule-not-yet-valid",
            Self::Expired => "channel-rule-expired",
            Self::Clock => "channel-rule-clock",
            Self::Kind => "channel-rule-kind",
            Self::Cosign => "channel-rule-cosign",
            Self::Approval => "channel-rule-approval",
            Self::Purpose => "channel-rule-purpose",
            Self::Measures => "channel-rule-measures",
            Self::Data => "channel-rule-data",
            Self::HandlingCode => "channel-rule-handling-code",
            Self::Use => "channel-rule-use",
            Self::Onward => "channel-rule-onward",
            Self::Consent => "channel-rule-consent",
            Self::Recipients => "channel-rule-recipients",
            Self::Retention => "channel-rule-retention",
            Self::Undecided => "channel-rule-undecided",
        }
    }
}

impl Rules {
    /// The schema that the policies fit.
    pub fn schema() -> &'static str {
        SCHEMA
    }

    /// Compiles an agreement.
    ///
    /// # Errors
    /// None in practice: the text is made of checked words, numbers and identifiers.
    pub fn compile(agreed: &Agreed) -> Result<Self, PolicyError> {
        let text = write_policies(agreed).map_err(|e| PolicyError::Syntax(e.to_string()))?;
        let policies = Policies::load(SCHEMA, &text)?;
        let parties = &agreed.agreement().parties;
        let countries = [0, 1].map(|at: usize| (parties[at].office.to_string(), parties[at].country));
        Ok(Self { digest: agreed.digest(), text, policies, countries })
    }

    /// The policies in the Cedar language, for people to read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a message may be sent, or shown, on this day (UTC).
    ///
    /// Both ends get the same answer for the same message on the day of its act. Later days change it for the
    /// sender only: an agreement that has ended is receive-only.
    pub fn decide(&self, direction: Direction, header: &Header, label: Option<&Label>, day: Date) -> Verdict {
        let (sender, recipient) = (header.sender.to_string(), header.recipient.to_string());
        let service = is_service(&header.kind);
        let mut context = json!({
            "sending": direction == Direction::Sending,
            "recipient": recipient,
            "exercise": header.exercise,
            "today": day_number(day),
            "act": day_number(header.act_day()),
            "kind": header.kind.as_str(),
        });
        if !service {
            let Some(label) = label else { return Verdict::refused(vec![Rule::Undecided]) };
            let fields = context.as_object_mut().expect("it was made as an object");
            for (name, value) in self.label_fields(&sender, &recipient, label) {
                fields.insert(name.to_owned(), value);
            }
        }
        let resource = header.agreement.to_string();
        let verdict = self.policies.decide(&Question {
            principal: ("Office", &sender),
            action: if service { "service" } else { "message" },
            resource: ("Agreement", &resource),
            context,
            entities: json!([]),
        });
        match verdict {
            Ok(verdict) if verdict.allowed => Verdict { allowed: true, reasons: vec![] },
            Ok(verdict) => {
                let named = |rule: &Rule| verdict.policies.iter().any(|name| name == rule.as_str());
                let reasons: Vec<_> = Rule::ALL.into_iter().filter(named).collect();
                Verdict::refused(if reasons.is_empty() { vec![Rule::Undecided] } else { reasons })
            }
            Err(_) => Verdict::refused(vec![Rule::Undecided]),
        }
    }

    /// The digest of the agreement.
    pub fn digest(&self) -> Sha256Digest {
        self.digest
    }

    fn label_fields(
        &self,
        sender: &str,
        recipient: &str,
        label: &Label,
    ) -> Vec<(&'static str, serde_json::Value)> {
        let handling = &label.handling;
        let country = |office: &str| {
            self.countries.iter().find(|(known, _)| known == office).map(|(_, country)| *country)
        };
        let words = |list: &[Token]| list.iter().map(|word| word.as_str().to_owned()).collect::<Vec<_>>();
        let states: Vec<_> = handling.recipients.iter().map(|state| state.as_str().to_owned()).collect();
        let mut fields = vec![
            ("approvals", json!(label.approved_by.len())),
            ("purpose", json!(label.purpose.as_str())),
            ("usable", json!(words(&handling.purposes))),
            ("measures", json!(words(&label.measures))),
            ("data", json!(words(&label.data))),
            ("code", json!(code_rank(handling.code))),
            ("evidence", json!(handling.use_as == Use::Evidence)),
            ("onward", json!(onward_rank(handling.onward))),
            ("own", json!(country(sender) == Some(handling.origin.country))),
            ("consent", json!(label.consent.is_some())),
            // A state that is no party's is written as no state at all, and is in no list.
            ("to", json!(country(recipient).map_or_else(String::new, |state| state.as_str().to_owned()))),
            ("recipients", json!(states)),
        ];
        if let Some(day) = handling.retain_until {
            fields.push(("kept", json!(day_number(day))));
        }
        fields
    }
}

impl Verdict {
    fn refused(reasons: Vec<Rule>) -> Self {
        Self { allowed: false, reasons }
    }
}

/// Whether a kind is the channel's own.
pub(crate) fn is_service(kind: &Token) -> bool {
    kind.as_str().starts_with(SERVICE_PREFIX)
}

fn code_rank(code: HandlingCode) -> u8 {
    match code {
        HandlingCode::H0 => 0,
        HandlingCode::H1 => 1,
        HandlingCode::H2 => 2,
        HandlingCode::H3 => 3,
    }
}

fn onward_rank(onward: Onward) -> u8 {
    match onward {
        Onward::Forbidden => 0,
        Onward::WithConsent => 1,
        Onward::Permitted => 2,
    }
}

/// The policies of an agreement. All that enters them is words, numbers and identifiers, which hold no quotes.
fn write_policies(agreed: &Agreed) -> Result<String, std::fmt::Error> {
    let agreement = agreed.agreement();
    let [a, b] = [0, 1].map(|at: usize| agreement.parties[at].office);
    let digest = agreed.digest();
    let parties = format!(
        "(principal == Office::\"{a}\" && context.recipient == \"{b}\") ||\n    \
         (principal == Office::\"{b}\" && context.recipient == \"{a}\")"
    );
    let mut text = String::new();
    let out = &mut text;
    writeln!(out, "// The agreement {digest}")?;
    let [first, second] = [0, 1].map(|at: usize| agreement.parties[at].country);
    writeln!(out, "// between office {a} ({first}) and office {b} ({second}), as rules.\n")?;
    writeln!(out, "// Messages go between the two offices, and nowhere else.")?;
    writeln!(
        out,
        "@id(\"agreed\")\npermit(principal, action, resource == Agreement::\"{digest}\")\nwhen {{\n    {parties}\n}};\n"
    )?;
    let mut rule = |comment: &str, rule: Rule, action: Option<&str>, condition: &str| {
        let action = action.map_or("action".to_owned(), |name| format!("action == Action::\"{name}\""));
        writeln!(
            out,
            "// {comment}\n@id(\"{}\")\nforbid(principal, {action}, resource)\nwhen {{ {condition} }};\n",
            rule.as_str()
        )
    };
    let message = Some("message");

    rule(
        "Not under another agreement.",
        Rule::Agreement,
        None,
        &format!("resource != Agreement::\"{digest}\""),
    )?;
    rule("Not between other offices.", Rule::Parties, None, &format!("!(\n    {parties}\n)"))?;
    let wrong = if agreement.exercise { "!context.exercise" } else { "context.exercise" };
    rule("Exercise and real material do not mix.", Rule::Exercise, None, wrong)?;
    let (from, until) = (day_number(agreement.valid_from), day_number(agreement.valid_until));
    rule(
        &format!("In force from {}, day {from} since 1970.", agreement.valid_from),
        Rule::NotYetValid,
        None,
        &format!("context.act < {from}"),
    )?;
    rule(
        &format!(
            "Sent until {}, day {until}; what was sent by then may arrive later.",
            agreement.valid_until
        ),
        Rule::Expired,
        None,
        &format!("context.act > {until} || (context.sending && context.today > {until})"),
    )?;
    rule(
        "The act does not lie in the future.",
        Rule::Clock,
        None,
        &format!("context.act > context.today + {MAX_DAYS_AHEAD}"),
    )?;
    write_kinds(agreement, &mut rule)?;
    rule(
        "For these purposes, and only those that the information may serve.",
        Rule::Purpose,
        message,
        &format!("{} || !context.usable.contains(context.purpose)", lacks(&agreement.purposes, "purpose")),
    )?;
    rule("With these measures.", Rule::Measures, message, &exceeds(&agreement.measures, "measures"))?;
    rule("With these kinds of data.", Rule::Data, message, &exceeds(&agreement.data, "data"))?;
    let ceiling = &agreement.ceiling;
    let code = code_rank(ceiling.code);
    rule(
        &format!("Handling codes up to H{code}."),
        Rule::HandlingCode,
        message,
        &format!("context.code > {code}"),
    )?;
    if ceiling.use_as == Use::Intelligence {
        rule("For intelligence, not as evidence.", Rule::Use, message, "context.evidence")?;
    }
    let onward = onward_rank(ceiling.onward);
    rule(
        "Passed on: 0 not at all, 1 with consent, 2 to the recipients named.",
        Rule::Onward,
        message,
        &format!("context.onward > {onward}"),
    )?;
    rule(
        "A third state's information goes only where that state lets it.",
        Rule::Consent,
        message,
        "!context.own && (context.onward == 0 || (context.onward == 1 && !context.consent))",
    )?;
    rule(
        "To these states, and only where the information may go to the recipient's.",
        Rule::Recipients,
        message,
        &format!(
            "!context.recipients.contains(context.to) || {}",
            exceeds(&agreement.recipients, "recipients")
        ),
    )?;
    if let Some(days) = agreement.retain_days {
        rule(
            &format!("Kept for {days} days at most."),
            Rule::Retention,
            message,
            &format!("!(context has kept && context.kept <= context.act + {days})"),
        )?;
    }
    Ok(text)
}

/// The terms about kinds: which there are, and which need two persons.
fn write_kinds(
    agreement: &Agreement,
    rule: &mut impl FnMut(&str, Rule, Option<&str>, &str) -> std::fmt::Result,
) -> std::fmt::Result {
    let kinds: Vec<_> = agreement.kinds.iter().map(|term| term.kind.clone()).collect();
    let approved: Vec<_> =
        agreement.kinds.iter().filter(|term| term.approval).map(|term| term.kind.clone()).collect();
    let service = SERVICE_KINDS.map(|kind| format!("\"{kind}\"")).join(", ");
    // One policy for both, so that a refusal has one name; what a message lacks is decided by its prefix.
    rule(
        "Messages of these kinds, and the channel's own.",
        Rule::Kind,
        None,
        &format!("!{}.contains(context.kind)", format_args!("[{}, {service}]", quoted(&kinds))),
    )?;
    if !agreement.cosign {
        rule(
            "Checkpoints are not cosigned.",
            Rule::Cosign,
            Some("service"),
            &format!("[\"{KIND_CHECKPOINT}\", \"{KIND_COSIGNATURE}\"].contains(context.kind)"),
        )?;
    }
    if !approved.is_empty() {
        rule(
            "These kinds are approved by two persons.",
            Rule::Approval,
            Some("message"),
            &format!("[{}].contains(context.kind) && context.approvals < {APPROVERS}", quoted(&approved)),
        )?;
    }
    Ok(())
}

fn lacks<T: std::fmt::Display>(list: &[T], field: &str) -> String {
    format!("![{}].contains(context.{field})", quoted(list))
}

/// Whether a set holds more than the list allows. Cedar knows no type of an empty list, so that one is asked about
/// in another way.
fn exceeds<T: std::fmt::Display>(list: &[T], field: &str) -> String {
    if list.is_empty() {
        format!("!context.{field}.isEmpty()")
    } else {
        format!("![{}].containsAll(context.{field})", quoted(list))
    }
}

fn quoted<T: std::fmt::Display>(list: &[T]) -> String {
    list.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}
