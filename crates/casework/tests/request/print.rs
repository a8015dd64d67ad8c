//! Requests on paper: the same every time, in both languages, with nothing that is not for paper.

use super::*;

#[tokio::test]
async fn the_same_version_gives_the_same_paper_and_a_draft_says_so() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let request = desk.preservation().await;
    let print = async || node.print_request(by, desk.case, request, CopyKind::Original, &[]).await.unwrap();
    let draft = print().await;
    assert_eq!(draft, print().await);
    assert_eq!(draft.signature, None);
    desk.clear(request).await;
    desk.review(request).await;
    desk.approve(request).await;
    let issued = desk.issue(request).await.unwrap();
    // The copy that was kept, and the same printed anew from the entries.
    let again = print().await;
    assert_eq!(again.pdf, issued.original.bytes);
    assert_eq!((&again.twin, again.signature.as_ref()), (&issued.twin, Some(&issued.signature)));
    let both = [language("en"), language("ru")];
    let anew = node.print_request(by, desk.case, request, CopyKind::Original, &both).await.unwrap();
    assert_eq!((anew.pdf == again.pdf, anew.signature == again.signature), (true, true));
    let advance = node.print_request(by, desk.case, request, CopyKind::Advance, &[]).await.unwrap();
    assert_eq!(advance.pdf, issued.advance.bytes);
    assert_ne!(draft.pdf, again.pdf);
    // In a language that nobody approved, it is no original: not signed, and marked on every page.
    for copy in [CopyKind::Original, CopyKind::Advance] {
        let reading = node.print_request(by, desk.case, request, copy, &[language("fa")]).await.unwrap();
        assert_eq!((&reading.twin, reading.signature), (&issued.twin, None));
        let known = desk.request(request);
        let print = PrintAs {
            state: State::Issued,
            copy: CopyKind::Reading,
            act: &known.issue.as_ref().unwrap().act,
            register_number: Some("OUT-2026/117"),
            open: &[],
        };
        let document = document(&known.version().request, &print).unwrap();
        let twin = Twin { json: issued.twin.clone(), signature: None };
        let marked =
            render(&Template::request(), &document, &twin, &[language("fa")], &Catalogues::embedded());
        assert!(reading.pdf == marked.unwrap().bytes, "it is a copy for reading");
    }
    let unknown = node.print_request(by, desk.case, request, CopyKind::Original, &[language("sv")]).await;
    assert_eq!(code(unknown), "messages-language");
}

/// The text of a print, page by page.
fn pages(request: &Request, state: State, tags: &[&str]) -> String {
    let version = request.version();
    let open: Vec<_> = version.verdict().unwrap().to_confirm.clone();
    let print = PrintAs {
        state,
        copy: CopyKind::Original,
        act: &version.act,
        register_number: Some("OUT-2026/117"),
        open: if state == State::Draft { &open } else { &[] },
    };
    let document: RequestDocument = document(&version.request, &print).unwrap();
    let twin = Twin { json: b"{}".to_vec(), signature: None };
    let languages: Vec<_> = tags.iter().map(|tag| language(tag)).collect();
    let pages = page_texts(&Template::request(), &document, &twin, &languages, &Catalogues::embedded());
    // Lines end where the column does; the words do not.
    pages.unwrap().concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_print_where_nothing_obliges_says_so_in_both_languages_and_what_is_asked_instead() {
    let desk = Desk::new("TJ").await;
    let request = desk.request(desk.preservation().await);
    let text = pages(&request, State::Issued, &["en", "ru"]);
    for words in
        ["No treaty in force between the two States is known to oblige", "Не известен действующий", "CARICC"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    // Labels stand in both languages, words of the drafter in theirs, once.
    for words in ["Why the data must be kept now", "Почему данные необходимо сохранить сейчас"]
    {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(text.matches("Logs are overwritten after thirty days.").count(), 1);
    for words in ["request-", "document-", "law-", "law pack", "unverified"] {
        assert!(!text.contains(words), "{words} is no word for paper: {text}");
    }
}

#[tokio::test]
async fn a_print_cites_what_obliges_and_a_draft_shows_what_nobody_confirmed() {
    let desk = Desk::new("TJ").await;
    let mut new = desk.new_request("vasp-records", RECORDS);
    new.offences = vec!["computer_fraud".into()];
    let facts = desk.node().case_facts(&desk.office.investigator, desk.case, None).await.unwrap();
    let by = &desk.office.investigator;
    let drafted = desk.node().draft_request(by, desk.case, new, &facts, With::default()).await.unwrap();
    assert_eq!(drafted.1.report.errors, [], "complete");
    let request = desk.request(drafted.0.entry);
    let draft = pages(&request, State::Draft, &["en"]);
    let issued = pages(&request, State::Issued, &["en"]);
    assert!(draft.contains("NOT") && draft.contains("DRAFT"), "{draft}");
    assert!(!issued.contains("NOT") && !issued.contains("DRAFT"), "{issued}");
    assert!(!issued.contains("No treaty in force"), "{issued}");
    assert!(issued.contains("OUT-2026/117") && issued.contains("Reply asked for by"), "{issued}");
    // Every value of the form is on the paper.
    for value in request.version().request.draft.values.values().flat_map(Value::each) {
        let text = match value {
            Value::Text(text) => text.clone(),
            Value::Identifier(identifier) => identifier.text.clone(),
            Value::Item(item) => item.what.clone(),
            Value::Offence(offence) => offence.provision.clone(),
            Value::Party(party) => party.names[0].clone(),
            Value::Authority(authority) => authority.name.clone(),
            Value::Signatory(signatory) => signatory.office.clone(),
            _ => continue,
        };
        // Long identifiers are cut into lines of equal length.
        let squeezed = |text: &str| text.replace(' ', "");
        assert!(squeezed(&issued).contains(&squeezed(&text)), "{text}: {issued}");
    }
}

#[tokio::test]
async fn an_ip_address_is_printed_with_its_port_and_its_moment() {
    let desk = Desk::new("TJ").await;
    let (node, by) = (desk.node(), &desk.office.investigator);
    let id = desk.preservation().await;
    let mut draft = desk.request(id).version().request.draft.clone();
    let forms = node.packs().forms(node.state().office(desk.office.office).unwrap()).unwrap();
    let field = forms.form("preservation").unwrap().field("accounts").unwrap();
    let accounts =
        "[\"ip::192.0.2.1:51000 @ 2026-08-01T10:00:00+05:00[Asia/Dushanbe]\", \"ip::2001:db8::1\"]";
    draft.values.insert("accounts".into(), plain::read_value(field, accounts).unwrap());
    let revised = node.revise_request(by, desk.case, id, draft, With::default()).await.unwrap();
    let warned = |code: &str| revised.1.report.warnings.iter().filter(|r| r.kind.code() == code).count();
    assert_eq!((warned("request-warn-ip-without-time"), warned("request-warn-ip-without-port")), (1, 0));
    let request = desk.request(id);
    let text = pages(&request, State::Issued, &["en"]);
    for words in ["Port", "Moment of use", "192.0.2.1 51000 1 August 2026", "UTC+05:00"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // Ports have no separators and the digits of the log, whatever the language.
    let text = pages(&request, State::Issued, &["fa"]);
    assert!(text.contains("192.0.2.1 51000") && text.contains("10:00:00 UTC+05:00"), "{text}");
}

#[tokio::test]
async fn an_office_prints_in_words_and_layouts_of_its_own_once_they_are_in_force() {
    let desk = Desk::new("TJ").await;
    let manifest = |name: &str, schema: &str| {
        format!(
            "name = \"{name}\"\nschema = \"{schema}\"\nschema_version = 1\nversion = \"1\"\nlicence = \"Apache-2.0\"\nabout = \"Own.\"\n"
        )
    };
    let words = Pack::from_files([
        ("pack.toml".to_owned(), manifest("locales", "messages").into_bytes()),
        (
            "tg/document.ftl".to_owned(),
            b"document-draft = \xd0\xa1\xd0\x98\xd0\x81\xd2\xb2\xd0\x9d\xd0\x90\xd0\x92\xd0\x98\xd0\xa1\n"
                .to_vec(),
        ),
        ("en/document.ftl".to_owned(), b"document-draft = WORKING PAPER\n".to_vec()),
        (
            "en/review.toml".to_owned(),
            b"[document]\nreviewed_by = \"Exercise office, register 7\"\n".to_vec(),
        ),
    ])
    .unwrap();
    let broken = Pack::from_files([
        ("pack.toml".to_owned(), manifest("documents", "layouts").into_bytes()),
        ("request.typ".to_owned(), b"#let ltr = 1\n".to_vec()),
    ])
    .unwrap();
    let at_hand =
        || Packs::new([policies(), folder("law"), folder("forms"), words.clone(), broken.clone()]).unwrap();
    let node = Casework::open(desk.again(at_hand())).await.unwrap();
    let refused = node.propose_pack(&desk.office.administrator, broken.digest(), "ours".into()).await;
    assert_eq!(code(refused), "document-template-direction");
    let proposed =
        node.propose_pack(&desk.office.administrator, words.digest(), "ours".into()).await.unwrap();
    node.approve(&desk.office.supervisor, proposed.entry).await.unwrap();
    let state = node.state();
    let office = state.office(desk.office.office).unwrap();
    let said = node.packs().words(office).unwrap().message(&language("en"), "document-draft", &[]).unwrap();
    assert_eq!(said, "WORKING PAPER");
    assert!(node.packs().words(office).unwrap().has(&language("tg"), "document-draft"));
}

/// A key without words in a language would stop the print of an issued request.
#[test]
fn every_word_that_a_request_prints_is_there_in_every_language_of_the_program() {
    let words = Catalogues::embedded();
    let law = comity_law::Law::from_pack(&folder("law")).unwrap();
    let forms = comity_request::Forms::from_pack(&folder("forms"), &law).unwrap();
    let mut keys: Vec<String> = forms
        .iter()
        .flat_map(comity_request::Form::message_keys)
        .filter(|key| !key.starts_with("request-guide-") && !key.ends_with("-about"))
        .collect();
    keys.extend(comity_request::TWIN_LABELS.iter().map(|key| (*key).to_owned()));
    keys.extend(comity_request::IDENTIFIER_KINDS.iter().map(|kind| format!("request-identifier-{kind}")));
    let remains = |from: &str, to: &str, measure: &str| {
        let (on, offences) = (day("2026-11-23"), vec![]);
        let (from, to, measure) = (from.parse().unwrap(), to.parse().unwrap(), measure.to_owned());
        law.basis(&comity_law::Question { from, to, on, measure, offences }).unwrap().remains
    };
    for measure in ["preservation", "vasp-records"] {
        let ways = remains("TJ", "KZ", measure).into_iter().chain(remains("PK", "AF", measure));
        keys.extend(ways.map(|way| format!("request-way-{}", way.value().way.code())));
    }
    for key in keys {
        for tag in ["en", "ru", "fa"] {
            assert!(words.has(&language(tag), &key), "{tag}: {key}");
        }
    }
}
