//! The forms that ship: one for every kind of help, each with a field for all that a treaty demands, and each can be
//! filled to the end.

use comity_law::rows::YesNoUnknown;
use comity_law::{Basis, Strength};
use comity_request::{
    Draft, Field, FieldKind, Form, Identifier, Item, ObligationIs, RemarkKind, Report, RequestTwin,
    RequestVersion, Required, TicketRef, Value, WayChosen, check,
};

use crate::{
    FORMS, GOOD, Known, LAW, address, answer, facts, folder, item, packs, party, period, question, text,
};

/// Every kind of help that one of the seven asks of another, and the letters about a request.
const KINDS_OF_HELP: [&str; 24] = [
    "preservation",
    "traffic-path-disclosure",
    "subscriber-data",
    "stored-content",
    "real-time-traffic",
    "content-interception",
    "emergency-disclosure",
    "statement",
    "videoconference",
    "service-of-documents",
    "search-and-seizure",
    "bank-records",
    "vasp-records",
    "asset-tracing",
    "freezing",
    "confiscation",
    "asset-return",
    "joint-investigation",
    "controlled-delivery",
    "transfer-of-proceedings",
    "transfer-of-detained-person",
    "spontaneous-information",
    "supplement",
    "answer",
];

#[test]
fn every_kind_of_help_has_its_form() {
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let expected = sorted(KINDS_OF_HELP.map(str::to_owned).to_vec());
    assert_eq!(FORMS.iter().map(|f| f.id.clone()).collect::<Vec<_>>(), expected);
    // No measure of the law pack is without a form that asks for it, and each form is called after its measure.
    assert_eq!(sorted(LAW.measures().map(|m| m.data.id.clone()).collect()), expected);
    for form in FORMS.iter() {
        assert_eq!(form.measure, form.id);
    }
    assert_eq!(FORMS.digest(), folder(&packs().join("forms")).digest());
}

/// Every content that any instrument of the law pack demands for the measure has a field in the form, and the check
/// of an empty draft points to it.
#[test]
fn the_forms_have_a_field_for_every_content_that_is_demanded() {
    for (from, to) in pairs_of_the_seven().chain([("AM", "GE")]) {
        for form in FORMS.iter() {
            let (draft, basis) = empty(form, from, to);
            let report = check(form, &draft, &basis, &Known);
            let missing = report.completeness.iter().flat_map(|c| c.missing.iter().map(move |m| (c, m)));
            for (completeness, missing) in missing {
                if missing.strength == Strength::Optional {
                    continue;
                }
                let content = missing.content_field.as_str();
                if let Some(place) = &missing.put_in {
                    let gives = form.field(place).is_some_and(|f| f.contents().any(|c| c == content));
                    assert!(gives, "{}: {place} does not give {content}", form.id);
                    continue;
                }
                // A preservation request is short by design: what the general lists add belongs in the request that
                // follows it.
                let later = ["parties_addresses", "damage_amount", "property_description"];
                let brief = form.id == "preservation" && later.contains(&content);
                // The convention on laundering, by which none of the seven is known to be bound, speaks of property in
                // every request, since it knows requests about property only.
                let laundering = completeness.instrument == "ets141"
                    && ["special_procedure", "property_description"].contains(&content);
                assert!(brief || laundering, "{}, {from} to {to}: {content}", form.id);
            }
        }
    }
}

#[test]
fn an_empty_draft_is_refused_with_every_field_that_it_needs() {
    for (from, to) in pairs_of_the_seven() {
        for form in FORMS.iter() {
            let (draft, basis) = empty(form, from, to);
            let report = check(form, &draft, &basis, &Known);
            let asked_now = |field: &&Field| match field.required {
                Required::Always => true,
                Required::Never => false,
                // Nothing is chosen yet, so only the want of an obliging instrument can make a condition hold.
                Required::When => {
                    let none = Some(ObligationIs::None);
                    basis.obligation.is_none() && field.when.iter().all(|c| c.obligation == none)
                }
            };
            let expected: Vec<_> = form.fields.iter().filter(asked_now).map(|f| f.id.as_str()).collect();
            assert!(
                expected.contains(&"requesting_authority") && expected.contains(&"signatory"),
                "{}",
                form.id
            );
            assert_eq!(missing_fields(&report), expected, "{}, {from} to {to}", form.id);
        }
    }
}

/// Whatever is chosen, filling what the check names is enough: no condition asks for what cannot be given.
#[test]
fn a_draft_is_complete_once_what_the_check_names_is_filled() {
    // With a treaty of assistance between the two; with the conventions of the United Nations alone.
    for (from, to) in [("KZ", "UZ"), ("IR", "PK"), ("AF", "TJ")] {
        for form in FORMS.iter() {
            let choices = form.fields.iter().filter(|f| f.kind == FieldKind::Choice);
            for (field, choice) in choices.flat_map(|f| f.values.iter().map(move |value| (f, value))) {
                let (mut draft, basis) = empty(form, from, to);
                draft.cited = basis.obligation.by.iter().map(|by| by.value().clone()).take(1).collect();
                draft.values.insert(field.id.clone(), Value::Choice(choice.clone()));
                let report = fill_what_is_missing(form, &mut draft, &basis);
                let told = format!("{} with {choice}, {from} to {to}", form.id);
                assert!(report.errors.is_empty(), "{told}: {:?}", report.errors);
                // What a treaty of the region demands of the parties and of damage, only the case can say.
                for content in report.blocking().map(|m| m.content_field.as_str()) {
                    assert!(["parties_addresses", "damage_amount"].contains(&content), "{told}: {content}");
                }
                let version = RequestVersion::freeze(form, "EX-1", 1, None, draft, &basis);
                RequestTwin::of(version).unwrap();
            }
        }
    }
}

/// UNCAC article 55(3) asks for different things where the requested State makes its own order and where it executes
/// one; the law pack names them together.
#[test]
fn neither_kind_of_confiscation_waits_for_what_only_the_other_needs() {
    let form = FORMS.form("confiscation").unwrap();
    let with = |kind: &str| {
        let (mut draft, basis) = empty(form, "IR", "PK");
        draft.values.insert("confiscation_kind".into(), Value::Choice(kind.into()));
        let needs = missing_fields(&check(form, &draft, &basis, &Known)).join(" ");
        let report = fill_what_is_missing(form, &mut draft, &basis);
        let uncac = report.completeness.iter().find(|c| c.instrument == "uncac").unwrap();
        let demanded = uncac.missing.iter().filter(|m| m.strength == Strength::Required);
        assert_eq!(demanded.map(|m| m.content_field.as_str()).collect::<Vec<_>>(), [""; 0], "{kind}");
        needs
    };
    let (own, foreign) = (with("own-order-asked"), with("foreign-order-enforced"));
    assert!(own.contains("grounds_for_order") && !own.contains("order_copies"), "{own}");
    for field in ["order_copies", "finality", "extent", "third_party_notice", "due_process"] {
        assert!(foreign.contains(field) && !own.contains(field), "{field}");
    }
    assert!(!foreign.contains("grounds_for_order"), "{foreign}");
}

#[test]
fn a_refusal_and_a_postponement_need_reasons_and_a_consultation() {
    let form = FORMS.form("answer").unwrap();
    let needs = |kind: &str| {
        let (mut draft, basis) = empty(form, "UZ", "KZ");
        draft.values.insert("answer_kind".into(), Value::Choice(kind.into()));
        let missing = missing_fields(&check(form, &draft, &basis, &Known)).into_iter();
        missing.filter(|id| form.field(id).is_some_and(|f| f.section == "letter")).collect::<Vec<_>>()
    };
    assert_eq!(needs("answered-in-full"), ["result"]);
    assert_eq!(needs("answered-in-part"), ["result_in_part", "open_part"]);
    assert_eq!(needs("refused"), ["refusal_reasons", "refusal_consultation"]);
    assert_eq!(needs("postponed"), ["postponement_reasons", "postponement_consultation"]);
}

/// Every ordered pair of the seven States.
fn pairs_of_the_seven() -> impl Iterator<Item = (&'static str, &'static str)> {
    let seven = ["AF", "IR", "KZ", "KG", "PK", "TJ", "UZ"];
    seven.into_iter().flat_map(move |from| seven.map(|to| (from, to))).filter(|(from, to)| from != to)
}

/// A draft in which nothing is written yet, with what the law says of it.
fn empty(form: &Form, from: &str, to: &str) -> (Draft, Basis) {
    let question = question(from, to, &form.measure, "money_laundering");
    let basis = answer(&question);
    (Draft::begin(form, question, "en".parse().unwrap(), true), basis)
}

fn missing_fields(report: &Report) -> Vec<String> {
    let missing = report.errors.iter().filter(|r| r.kind == RemarkKind::FieldMissing);
    missing.map(|r| r.field.clone().unwrap()).collect()
}

/// Fills every field that the check says is missing, until it names none.
fn fill_what_is_missing(form: &Form, draft: &mut Draft, basis: &Basis) -> Report {
    for _ in 0..=form.fields.len() {
        let report = check(form, draft, basis, &Known);
        let missing = missing_fields(&report);
        if missing.is_empty() {
            return report;
        }
        for id in missing {
            let value = sample(form.field(&id).unwrap(), basis);
            draft.values.insert(id, value);
        }
    }
    panic!("{}: filling a field makes another one missing, again and again", form.id);
}

/// A value that the field takes.
fn sample(field: &Field, basis: &Basis) -> Value {
    let facts = facts();
    let document = facts.exhibits[0].clone();
    let one = match field.kind {
        FieldKind::Text => text("Exercise"),
        FieldKind::Choice => Value::Choice(field.values[0].clone()),
        FieldKind::Flag => Value::Flag(true),
        FieldKind::Number => Value::Number(field.min.unwrap_or(1)),
        FieldKind::Date => Value::Date("2027-02-01".parse().unwrap()),
        FieldKind::Period => Value::Period(period(
            "2027-01-11T10:00:00+05:00[Asia/Almaty]",
            "2027-01-11T12:00:00+05:00[Asia/Almaty]",
        )),
        FieldKind::Amount => {
            Value::Amount(comity_record::Amount::parse("1.5", comity_record::Currency::BITCOIN).unwrap())
        }
        FieldKind::Authority => Value::Authority(facts.addressee.clone().unwrap()),
        FieldKind::Signatory => Value::Signatory(facts.signatory.clone().unwrap()),
        FieldKind::Party => Value::Party(party("Exercise person")),
        FieldKind::Identifier => match field.kinds.first() {
            Some(kind) if kind != "address" => Value::Identifier(Identifier::new(kind, "", "EX-1")),
            _ => Value::Identifier(address(GOOD)),
        },
        FieldKind::Offence => Value::Offence(facts.offences[0].clone()),
        // It names no offence and no account, since not every form with items has a field for both.
        FieldKind::Item => Value::Item(Item { offence: String::new(), account: String::new(), ..item() }),
        FieldKind::Exhibit => Value::Exhibit(document),
        FieldKind::Finding => Value::Finding(document),
        FieldKind::Ticket => {
            let kept_until = "2027-02-01".parse().unwrap();
            Value::Ticket(TicketRef { number: "EX-T-1".into(), kept_until })
        }
        FieldKind::Way => {
            let open = basis.remains.iter().find(|r| r.value().open != YesNoUnknown::No).unwrap().value();
            Value::Way(WayChosen { way: open.way.code().into(), id: open.id.clone() })
        }
    };
    if field.list { Value::List(vec![one; field.min_items.unwrap_or(1).max(1)]) } else { one }
}
