//! Filling, completeness by article, and warnings that are not errors.

use comity_law::{OffenceAsked, Question, Standing, Strength};
use comity_request::{
    Draft, Identifier, IdentifierCheck, IdentifierDoubt, IdentifierFault, IdentifierVerdict, Item,
    MAX_PART_CHARS, RemarkKind, Report, TicketRef, Value, WayChosen, check,
};

use crate::{
    BAD, FORMS, GOOD, Known, LAW, address, answer, facts, item, period, preservation, question, records, text,
};

fn report(draft: &Draft) -> Report {
    check(FORMS.form(&draft.form).unwrap(), draft, &answer(&draft.question), &Known)
}

fn errors(report: &Report) -> Vec<&'static str> {
    report.errors.iter().map(|r| r.kind.code()).collect()
}

fn warned(report: &Report, kind: RemarkKind) -> bool {
    report.warnings.iter().any(|r| r.kind == kind)
}

#[test]
fn a_complete_request_has_no_errors_and_nothing_blocks_it() {
    let (draft, _) = records();
    let report = report(&draft);
    assert_eq!(errors(&report), [""; 0]);
    assert_eq!(report.blocking().count(), 0);
    // Chisinau's list was not seen whole by the pack's own word, and that is for a jurist, not an error.
    assert!(!report.to_confirm.is_empty());
    assert!(warned(&report, RemarkKind::LanguageUnknown));
    // UZ: article 593 of its Criminal Procedure Code lists contents of its own.
    let own = report.warnings.iter().find(|r| r.kind == RemarkKind::DomesticForm).unwrap();
    assert_eq!(own.args["provision"], "art. 593");
}

#[test]
fn the_case_fills_what_is_empty_and_leaves_what_a_person_wrote() {
    let (mut draft, _) = records();
    let form = FORMS.form("vasp-records").unwrap();
    let other = Value::List(vec![Value::Identifier(address("another"))]);
    draft.values.insert("accounts".into(), other.clone());
    draft.values.insert("period".into(), text("  "));
    draft.fill(form, &facts());
    assert_eq!(draft.values["accounts"], other);
    assert!(matches!(draft.values["period"], Value::Period(_)));
    assert!(!draft.values.contains_key("tickets"), "the case has none, so none is made up");
}

#[test]
fn what_is_missing_is_told_with_the_article_and_the_place() {
    let (mut draft, _) = records();
    draft.values.remove("signatory");
    draft.values.remove("damage");
    let report = report(&draft);
    let missing: Vec<_> = report.blocking().map(|m| (m.content_field.as_str(), m.articles.clone())).collect();
    let article = vec!["7".to_owned()];
    assert_eq!(missing, [("damage_amount", article.clone()), ("signature_seal", article)]);
    let places: Vec<_> = report.blocking().map(|m| m.put_in.as_deref()).collect();
    assert_eq!(places, [Some("damage"), Some("signatory")]);

    // UNTOC asks for other things, and its article 18(15) yields to Chisinau: advice, not in the way.
    draft.values.remove("purpose");
    let report = check(FORMS.form("vasp-records").unwrap(), &draft, &answer(&draft.question), &Known);
    let untoc = report.completeness.iter().find(|c| c.instrument == "untoc").unwrap();
    let purpose = untoc.missing.iter().find(|m| m.content_field == "purpose").unwrap();
    assert_eq!(
        (purpose.strength, purpose.standing, untoc.cited),
        (Strength::Required, Standing::Yields, false)
    );
}

#[test]
fn citing_wrongly_is_an_error_and_says_how() {
    let cite = |id: &str, measure: &str, category: &str| {
        let question = question("KZ", "UZ", measure, category);
        let form = FORMS.iter().find(|f| f.measure == measure).unwrap();
        let mut draft = Draft::begin(form, question, "en".parse().unwrap(), true);
        draft.cited = vec![id.into()];
        errors(&report(&draft)).into_iter().filter(|code| code.contains("-cited")).collect::<Vec<_>>()
    };
    // The threshold trap: no imprisonment for simple access in KZ, two years at most.
    assert_eq!(cite("untoc", "vasp-records", "illegal_access"), ["request-check-cited-not-open"]);
    assert_eq!(cite("minsk1993", "vasp-records", "illegal_access"), ["request-check-cited-replaced"]);
    assert_eq!(cite("budapest2001", "vasp-records", "illegal_access"), ["request-check-cited-not-binding"]);
    assert_eq!(cite("cis_it_2018", "preservation", "illegal_access"), ["request-check-cited-not-providing"]);
    assert_eq!(cite("chisinau2002", "vasp-records", "illegal_access"), [""; 0]);

    let (mut draft, _) = records();
    draft.cited.clear();
    assert_eq!(errors(&report(&draft)), ["request-check-nothing-cited"]);
}

#[test]
fn a_preservation_that_nothing_obliges_to_must_say_on_what_ground_it_is_asked() {
    let (mut draft, basis) = preservation();
    assert!(basis.obligation.is_none());
    let mut without = draft.clone();
    without.values.remove("ways");
    assert!(errors(&report(&without)).contains(&"request-check-field-missing"));
    // The exercise facts name another offence than the one asked about; that is no matter for the form.
    assert_eq!(errors(&report(&draft)), [""; 0]);

    // Offering reciprocity needs the words of the offer.
    let ways = vec![Value::Way(WayChosen { way: "reciprocity".into(), id: "TJ".into() })];
    draft.values.insert("ways".into(), Value::List(ways));
    let missing = report(&draft);
    assert_eq!(missing.errors[0].field.as_deref(), Some("reciprocity_offer"));
    // Whether TJ helps without a treaty is only recalled, so a jurist must confirm it.
    assert!(missing.to_confirm.iter().any(|f| f.instrument == "TJ"));
    draft.values.insert("reciprocity_offer".into(), text("The same would be done in a like case."));
    assert_eq!(errors(&report(&draft)), [""; 0]);

    // Where an instrument obliges, no ground beside it is asked for.
    let form = FORMS.form("preservation").unwrap();
    let question = question("AM", "GE", "preservation", "illegal_access");
    let owed = Draft { question, cited: vec!["budapest2001".into()], ..without };
    let owed = check(form, &owed, &answer(&owed.question), &Known);
    assert_eq!(errors(&owed), [""; 0]);
}

#[test]
fn a_closed_way_cannot_be_chosen() {
    let (mut draft, _) = preservation();
    draft.question = question("KZ", "AF", "preservation", "illegal_access");
    // AF helps only by treaty (its law of 2013, article 4).
    let ways = vec![Value::Way(WayChosen { way: "reciprocity".into(), id: "AF".into() })];
    draft.values.insert("ways".into(), Value::List(ways));
    draft.values.insert("reciprocity_offer".into(), text("The same would be done."));
    assert_eq!(errors(&report(&draft)), ["request-check-way-closed"]);
}

#[test]
fn conditions_follow_the_choice() {
    let (mut draft, _) = preservation();
    draft.values.insert("renewal".into(), Value::Choice("renewal".into()));
    assert_eq!(report(&draft).errors[0].field.as_deref(), Some("tickets"));
    let lapsed = TicketRef { number: "T-9".into(), kept_until: "2026-11-22".parse().unwrap() };
    draft.values.insert("tickets".into(), Value::List(vec![Value::Ticket(lapsed.clone())]));
    let checked = report(&draft);
    assert_eq!(errors(&checked), [""; 0]);
    assert!(warned(&checked, RemarkKind::TicketLapsed));
    let held = TicketRef { kept_until: "2026-11-23".parse().unwrap(), ..lapsed };
    draft.values.insert("tickets".into(), Value::List(vec![Value::Ticket(held)]));
    assert!(!warned(&report(&draft), RemarkKind::TicketLapsed));
}

#[test]
fn warnings_are_told_and_do_not_stop_anything() {
    let (mut draft, _) = records();
    let year = |to: &str| Value::Period(period("2025-01-01T00:00:00+05:00[Asia/Almaty]", to));
    draft.values.insert("period".into(), year("2026-01-02T00:00:00+05:00[Asia/Almaty]"));
    assert!(!warned(&report(&draft), RemarkKind::PeriodOverbroad), "366 days are the limit");
    draft.values.insert("period".into(), year("2026-01-02T00:00:01+05:00[Asia/Almaty]"));
    draft.values.insert("deadline".into(), Value::Date("2027-01-15".parse().unwrap()));
    draft.values.insert("secrecy".into(), Value::Flag(true));
    draft.values.insert("special_procedure".into(), text("Certify each page."));
    let loose = Item { link: String::new(), ..item() };
    draft.values.insert("items".into(), Value::List(vec![Value::Item(loose)]));
    let checked = report(&draft);
    assert_eq!(errors(&checked), [""; 0]);
    assert!(warned(&checked, RemarkKind::PeriodOverbroad));
    assert!(warned(&checked, RemarkKind::ItemWithoutLink));
    let reasons = checked.warnings.iter().filter(|r| r.kind == RemarkKind::ReasonMissing);
    let fields: Vec<_> = reasons.map(|r| r.field.clone().unwrap()).collect();
    assert_eq!(fields, ["special_procedure", "deadline", "secrecy"]);

    draft.values.insert("secrecy".into(), Value::Flag(false));
    let checked = report(&draft);
    assert!(!checked.warnings.iter().any(|r| r.field.as_deref() == Some("secrecy")), "no asks for nothing");
}

#[test]
fn identifiers_are_checked_by_whoever_knows_chains() {
    let (mut draft, _) = records();
    let mut with = |kind: &str, text: &str| {
        let identifier = comity_request::Identifier { kind: kind.into(), ..address(text) };
        draft.values.insert("accounts".into(), Value::List(vec![Value::Identifier(identifier)]));
        draft
            .values
            .insert("items".into(), Value::List(vec![Value::Item(Item { account: text.into(), ..item() })]));
        report(&draft)
    };
    assert_eq!(errors(&with("address", BAD)), ["request-check-identifier-checksum"]);
    assert!(warned(&with("account", "user-17"), RemarkKind::IdentifierWithoutChecksum));
    assert!(warned(&with("e-mail", "someone at example"), RemarkKind::IdentifierNotChecked));
    let good = with("address", GOOD);
    assert!(errors(&good).is_empty() && !warned(&good, RemarkKind::IdentifierWithoutChecksum));
    assert_eq!(serde_json::to_string(&IdentifierVerdict::WellFormed).unwrap(), "\"well-formed\"");
}

#[test]
fn an_ip_address_names_a_customer_only_with_moment_and_port() {
    let (mut draft, _) = records();
    let mut with = |text: &str, at: Option<&str>, port: Option<u16>| {
        let at = at.map(|at| at.parse().unwrap());
        let identifier = Identifier { at, port, ..Identifier::new("ip", "", text) };
        draft.values.insert("accounts".into(), Value::List(vec![Value::Identifier(identifier)]));
        draft
            .values
            .insert("items".into(), Value::List(vec![Value::Item(Item { account: text.into(), ..item() })]));
        report(&draft)
    };
    let at = Some("2026-09-01T10:00:00+05:00[Asia/Dushanbe]");
    for (text, at, port, without_time, without_port) in [
        ("192.0.2.1", None, None, true, true),
        ("192.0.2.1", at, None, false, true),
        ("192.0.2.1", None, Some(51_000), true, false),
        ("192.0.2.1", at, Some(51_000), false, false),
        ("2001:db8::1", None, None, true, false),
    ] {
        let report = with(text, at, port);
        assert!(errors(&report).is_empty());
        assert_eq!(warned(&report, RemarkKind::IpWithoutTime), without_time, "{text} {at:?}");
        assert_eq!(warned(&report, RemarkKind::IpWithoutPort), without_port, "{text} {port:?}");
    }
    // Nobody can tell whose an inner address was, at whatever moment.
    let inner = with("10.0.0.1", None, None);
    assert!(warned(&inner, RemarkKind::IpLocal) && !warned(&inner, RemarkKind::IpWithoutTime));
}

#[test]
fn what_is_wrong_or_doubtful_with_an_identifier_is_named() {
    use IdentifierVerdict::{Doubtful, Wrong};
    struct Says(IdentifierVerdict);
    impl IdentifierCheck for Says {
        fn check(&self, _: &Identifier) -> IdentifierVerdict {
            self.0.clone()
        }
        fn shown(&self, _: &Identifier) -> String {
            "masked".to_owned()
        }
    }
    let (draft, _) = records();
    let form = FORMS.form(&draft.form).unwrap();
    let several = || vec!["tron".to_owned(), "evm".to_owned()];
    for (verdict, code, key, value) in [
        (Wrong(IdentifierFault::Form), "request-check-identifier-wrong", "text", "masked"),
        (
            Wrong(IdentifierFault::Length { expected: 20, found: 19 }),
            "request-check-identifier-length",
            "expected",
            "20",
        ),
        (
            Wrong(IdentifierFault::OtherLedger(several())),
            "request-check-identifier-other-ledger",
            "ledgers",
            "tron, evm",
        ),
        (
            Wrong(IdentifierFault::OtherNetwork("testnet".into())),
            "request-check-identifier-other-network",
            "is",
            "testnet",
        ),
        (
            Doubtful(IdentifierDoubt::LedgerMissing(several())),
            "request-warn-ledger-missing",
            "ledgers",
            "tron, evm",
        ),
        (
            Doubtful(IdentifierDoubt::AccountForm("Telegram".into())),
            "request-warn-account-form",
            "platform",
            "Telegram",
        ),
        (
            Doubtful(IdentifierDoubt::StateUnknown("TJ".into())),
            "request-warn-iban-state-unknown",
            "state",
            "TJ",
        ),
        (
            Doubtful(IdentifierDoubt::MixedScript("xn--a".into())),
            "request-warn-mixed-script",
            "spelled",
            "xn--a",
        ),
    ] {
        let report = check(form, &draft, &answer(&draft.question), &Says(verdict.clone()));
        let remarks = if code.contains("-warn-") { &report.warnings } else { &report.errors };
        let remark = remarks.iter().find(|remark| remark.kind.code() == code).unwrap();
        assert_eq!(remark.args[key], value, "{verdict:?}");
        assert_eq!(remark.args["text"], "masked");
    }
}

#[test]
fn values_that_do_not_fit_are_errors() {
    let long = "x".repeat(1001);
    let cases: Vec<(&str, Value, &str)> = vec![
        ("matter_nature", text(&long), "request-check-too-long"),
        ("matter_nature", text("a\u{202E}b"), "request-check-characters-forbidden"),
        ("matter_nature", text("a\u{0007}b"), "request-check-characters-forbidden"),
        ("matter_nature", Value::Flag(true), "request-check-type-wrong"),
        ("accounts", Value::Identifier(address(GOOD)), "request-check-type-wrong"),
        ("accounts", Value::List(vec![text("x"); 201]), "request-check-too-many"),
        ("nowhere", text("x"), "request-check-field-unknown"),
        (
            "period",
            Value::Period(period(
                "2026-10-01T00:00:00+05:00[Asia/Almaty]",
                "2026-09-01T00:00:00+05:00[Asia/Almaty]",
            )),
            "request-check-period-backwards",
        ),
        (
            "period",
            Value::Period(period(
                "2010-10-01T00:00:00+06:00[Asia/Almaty]",
                "2026-09-01T00:00:00+05:00[Asia/Almaty]",
            )),
            "request-check-period-too-long",
        ),
        (
            "damage",
            Value::Amount(comity_record::Amount::from_minor_units(-1, "UZS".parse().unwrap())),
            "request-check-amount-negative",
        ),
        (
            "items",
            Value::List(vec![Value::Item(Item { offence: "Another code".into(), ..item() })]),
            "request-check-item-dangling",
        ),
    ];
    for (field, value, code) in cases {
        let (mut draft, _) = records();
        draft.values.insert(field.into(), value);
        let codes = errors(&report(&draft));
        assert!(codes.contains(&code), "{field}: {codes:?}");
    }
    // Exactly at the limit there is nothing to say.
    let (mut draft, _) = records();
    draft.values.insert("matter_nature".into(), text(&"x".repeat(1000)));
    let mut name = crate::party(&"x".repeat(MAX_PART_CHARS));
    draft.values.insert("provider".into(), Value::Party(name.clone()));
    assert_eq!(errors(&report(&draft)), [""; 0]);
    name.names[0].push('x');
    draft.values.insert("provider".into(), Value::Party(name));
    assert_eq!(errors(&report(&draft)), ["request-check-too-long"]);
    // Words in Persian keep their joiners.
    draft.values.insert("provider".into(), Value::Party(crate::party("می\u{200C}خواهم")));
    assert_eq!(errors(&report(&draft)), [""; 0]);

    let (mut preserve, _) = preservation();
    preserve.values.insert("keep_days".into(), Value::Number(366));
    preserve.values.insert("renewal".into(), Value::Choice("again".into()));
    assert_eq!(errors(&report(&preserve)), ["request-check-choice-unknown", "request-check-out-of-range"]);
}

#[test]
fn another_form_or_another_answer_is_noticed() {
    let (draft, _) = records();
    let form = FORMS.form("preservation").unwrap();
    let codes = errors(&check(form, &draft, &answer(&draft.question), &Known));
    assert!(codes.contains(&"request-check-form-other"));
    let other = answer(&question("KG", "TJ", "vasp-records", "computer_fraud"));
    let codes = errors(&check(FORMS.form("vasp-records").unwrap(), &draft, &other, &Known));
    assert!(codes.contains(&"request-check-basis-other"));
}

#[test]
fn an_old_pack_is_warned_of_after_half_a_year_and_not_before() {
    // The pack says that it was compiled on 23 Nov 2026; 182 days later is 24 May 2027.
    let at = |day: &str| {
        let (mut draft, _) = records();
        draft.question.on = day.parse().unwrap();
        warned(&report(&draft), RemarkKind::PackOlderThanRequest)
    };
    assert!(!at("2027-05-24"));
    assert!(at("2027-05-25"));
}

#[test]
fn the_receiving_desk_checks_the_same_request_by_itself() {
    let (draft, basis) = records();
    let form = FORMS.form("vasp-records").unwrap();
    let version = comity_request::RequestVersion::freeze(form, "EX-17/1", 1, None, draft, &basis);
    let bytes = comity_request::RequestTwin::of(version).unwrap().to_bytes().unwrap();
    let received = comity_request::RequestTwin::from_bytes(&bytes).unwrap().request;
    // It asks its own law pack, and comes to its own verdict.
    let own = report(&received.draft);
    assert_eq!((errors(&own).len(), own.blocking().count()), (0, 0));
}

/// UNTOC lets help be refused where the act is no offence in the requested State (18(9)); what Uzbekistan asks for beyond
/// plain access the Tajik provision does not.
#[test]
fn want_of_dual_criminality_is_told_where_a_cited_instrument_minds_it() {
    let form = |id: &str| FORMS.form(id).unwrap();
    let question = |measure: &str| Question {
        from: "TJ".parse().unwrap(),
        to: "UZ".parse().unwrap(),
        on: "2026-11-23".parse().unwrap(),
        measure: measure.to_owned(),
        offences: vec![OffenceAsked::of("illegal_access")],
    };
    let warned = |form: &comity_request::Form, cited: &[&str]| {
        let question = question(&form.measure);
        let basis = LAW.basis(&question).unwrap();
        let mut draft = Draft::begin(form, question, "en".parse().unwrap(), true);
        draft.cited = cited.iter().map(|id| (*id).to_owned()).collect();
        let report = check(form, &draft, &basis, &Known);
        report.warnings.into_iter().filter(|w| w.kind == RemarkKind::DualCriminality).collect::<Vec<_>>()
    };
    let told = warned(form("stored-content"), &["untoc"]);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].args["offence"], "Illegal access");
    assert_eq!(told[0].args["instruments"], "untoc");
    // Minsk, as far as it was seen, has no such ground; and service of documents forces nobody.
    assert!(warned(form("stored-content"), &["minsk1993"]).is_empty());
    assert!(warned(form("service-of-documents"), &["untoc"]).is_empty());
}

#[test]
fn what_is_wrong_in_the_file_of_a_draft_is_told_with_its_line() {
    use comity_request::plain::{PlainError, read_draft};
    let wrong = |text: &str| read_draft(&FORMS, text, crate::DAY.parse().unwrap()).unwrap_err();
    let head = "form = \"preservation\"\nfrom = \"TJ\"\nto = \"KZ\"\nlanguage = \"en\"\n";
    let told = wrong(&format!("{head}[values]\nkeep_days = 60\ntickets = [{{ number = 1 }}]\n"));
    assert!(matches!(told, PlainError::Shape { line: Some(7), .. }), "{told:?}");
    let told = wrong(&format!("{head}[values]\nnowhere = 60\n"));
    assert!(matches!(told, PlainError::Field { line: Some(6), .. }), "{told:?}");
    let told = wrong(&head.replace("\"KZ\"", "7"));
    assert!(matches!(told, PlainError::Syntax { line: 3, .. }), "{told:?}");
    let told = wrong(&format!("{head}values = 1\n"));
    assert!(matches!(told, PlainError::Syntax { line: 5, .. }), "{told:?}");
}
