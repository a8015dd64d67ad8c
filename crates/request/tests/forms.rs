//! Forms as data: wrong ones are told with their place, and a jurist adds one.

use std::fmt::Write as _;

use comity_record::Coded as _;
use comity_record::pack::Pack;
use comity_request::{
    Draft, Forms, MAX_FIELDS, MAX_FORM_BYTES, RequestTwin, RequestVersion, Value, check, read_form,
};

use crate::{FORMS, Known, LAW, answer, facts, files, folder, packs, question, text};

fn shipped(name: &str) -> String {
    String::from_utf8(files(&packs().join("forms"))[&format!("{name}.toml")].clone()).unwrap()
}

#[test]
fn wrong_forms_are_told_with_their_place() {
    let cases: &[(&str, &str, &str)] = &[
        ("[form]", "[form", "request-form-syntax"),
        ("id = \"preservation\"", "id = \"Preservation\"", "request-form-name"),
        ("id = \"keep_days\"", "id = \"keep-days\"", "request-form-name"),
        ("id = \"keep_days\"", "id = \"purpose\"", "request-form-name-twice"),
        ("measure = \"preservation\"", "measure = \"magic\"", "request-form-dangling"),
        ("section = \"help\"", "section = \"hell\"", "request-form-dangling"),
        ("content_field = \"purpose\"", "content_field = \"porpoise\"", "request-form-dangling"),
        ("reason_field = \"secrecy_reason\"", "reason_field = \"nowhere\"", "request-form-dangling"),
        ("max_chars = 1000", "max_chars = 0", "request-form-limit"),
        ("max_chars = 1000", "max_chars = 20001", "request-form-limit"),
        ("max_items = 20", "max_items = 501", "request-form-limit"),
        ("min = 1", "min = 366", "request-form-limit"),
        ("warn_days = 366", "warn_days = 4000", "request-form-limit"),
        ("max_days = 3660", "max_chars = 10", "request-form-misplaced"),
        ("values = [\"new\", \"renewal\"]", "", "request-form-misplaced"),
        ("from_case = \"own-authority\"", "from_case = \"persons\"", "request-form-misplaced"),
        ("equals = \"renewal\"", "equals = \"magic\"", "request-form-conditions"),
        ("when = [{ obligation = \"none\" }]", "", "request-form-conditions"),
        ("{ obligation = \"none\" }", "{ obligation = \"none\", present = true }", "request-form-conditions"),
        ("type = \"text\"", "type = \"poem\"", "request-form-syntax"),
        ("type = \"text\"", "type = \"text\"\nsurprise = 1", "request-form-syntax"),
        ("version = 2", "version = 0", "request-form-limit"),
    ];
    let sound = shipped("preservation");
    for (from, to, code) in cases {
        assert!(sound.contains(from), "{from}");
        let mut all = files(&packs().join("forms"));
        all.insert("preservation.toml".into(), sound.replacen(from, to, 1).into_bytes());
        let error = Forms::from_pack(&Pack::from_files(all).unwrap(), &LAW).unwrap_err();
        assert_eq!(error.code(), *code, "{from} -> {to}: {error}");
        assert!(error.args().iter().any(|(k, v)| *k == "file" && v == "preservation.toml"), "{error}");
    }
}

#[test]
fn two_forms_of_one_name_are_refused() {
    let mut all = files(&packs().join("forms"));
    all.insert("again.toml".into(), shipped("preservation").into_bytes());
    let error = Forms::from_pack(&Pack::from_files(all).unwrap(), &LAW).unwrap_err();
    assert_eq!(error.code(), "request-form-twice");
}

#[test]
fn limits_of_a_form_hold_at_the_limit_and_one_past_it() {
    let sized = |bytes: usize| {
        let mut text = shipped("preservation").into_bytes();
        text.push(b'#');
        text.resize(bytes, b'x');
        read_form("f.toml", &text).map(|_| ()).map_err(|e| e.code())
    };
    assert_eq!(sized(MAX_FORM_BYTES), Ok(()));
    assert_eq!(sized(MAX_FORM_BYTES + 1), Err("request-form-too-large"));

    let many = |fields: usize| {
        let mut text =
            "[form]\nid = \"f\"\nversion = 1\nmeasure = \"m\"\ntitle = \"t\"\nabout = \"a\"\nplaces = []\n\
                        [[section]]\nid = \"s\"\nlabel = \"s\"\n"
                .to_owned();
        for n in 0..fields {
            let field =
                "section = \"s\"\ntype = \"text\"\nrequired = \"never\"\nlabel = \"l\"\nguidance = \"g\"\n";
            write!(text, "[[field]]\nid = \"f{n}\"\n{field}").unwrap();
        }
        read_form("f.toml", text.as_bytes()).map(|_| ()).map_err(|e| e.code())
    };
    assert_eq!(many(MAX_FIELDS), Ok(()));
    assert_eq!(many(MAX_FIELDS + 1), Err("request-form-size"));
}

/// A jurist's own form, in a folder, without a line of Rust: it is read, filled, checked and made a twin.
#[test]
fn a_jurist_adds_a_form() {
    let place = tempfile::tempdir().unwrap();
    for (name, bytes) in files(&packs().join("forms")) {
        #[expect(clippy::disallowed_methods, reason = "a test's own folder need not be durable")]
        std::fs::write(place.path().join(name), bytes).unwrap();
    }
    let own = "\
        [form]\nid = \"expert-opinion\"\nversion = 1\nmeasure = \"statement\"\ntitle = \"request-form-expert-opinion\"\n\
        about = \"request-form-expert-opinion-about\"\nplaces = [\"signature\"]\n\n\
        [[section]]\nid = \"matter\"\nlabel = \"request-section-matter\"\n\n\
        [[field]]\nid = \"requesting_authority\"\nsection = \"matter\"\ntype = \"authority\"\nrequired = \"always\"\n\
        label = \"request-field-requesting-authority\"\nguidance = \"request-guide-requesting-authority\"\n\
        content_field = \"authority_identity\"\nfrom_case = \"own-authority\"\n\n\
        [[field]]\nid = \"questions\"\nsection = \"matter\"\ntype = \"text\"\nlist = true\nrequired = \"always\"\n\
        min_items = 2\nlabel = \"request-field-questions\"\nguidance = \"request-guide-questions\"\n\
        content_field = \"assistance_sought\"\n";
    #[expect(clippy::disallowed_methods, reason = "a test's own folder need not be durable")]
    std::fs::write(place.path().join("expert-opinion.toml"), own).unwrap();

    let forms = Forms::from_pack(&folder(place.path()), &LAW).unwrap();
    assert_eq!(forms.iter().count(), FORMS.iter().count() + 1);
    assert!(forms.iter().any(|f| f.id == "expert-opinion"));
    assert_ne!(forms.digest(), FORMS.digest());
    let form = forms.form("expert-opinion").unwrap();
    let question = question("KZ", "UZ", "statement", "computer_fraud");
    let basis = answer(&question);
    let mut draft = Draft::begin(form, question, "ru".parse().unwrap(), true);
    draft.cited = vec!["chisinau2002".into()];
    draft.fill(form, &facts());
    draft.values.insert("questions".into(), Value::List(vec![text("Who opened the account?")]));
    let report = check(form, &draft, &basis, &Known);
    assert_eq!(report.errors.iter().map(|r| r.kind.code()).collect::<Vec<_>>(), ["request-check-too-few"]);
    // What the treaty demands comes from the law pack, so the new form is measured by it at once.
    let chisinau = report.completeness.iter().find(|c| c.instrument == "chisinau2002").unwrap();
    let facts_missing = chisinau.missing.iter().find(|m| m.content_field == "facts_summary").unwrap();
    assert_eq!((facts_missing.articles.as_slice(), &facts_missing.put_in), (&["7".to_owned()][..], &None));

    let two = vec![text("Who opened the account?"), text("From where?")];
    draft.values.insert("questions".into(), Value::List(two));
    assert!(check(form, &draft, &basis, &Known).errors.is_empty());
    let version = RequestVersion::freeze(form, "EX-1", 1, None, draft, &basis);
    let twin = RequestTwin::of(version).unwrap();
    assert_eq!(RequestTwin::from_bytes(&twin.to_bytes().unwrap()).unwrap(), twin);
}
