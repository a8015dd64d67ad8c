//! What a request says in the language of the other side.

use comity_document::docx;

use super::*;

impl Desk {
    async fn translate(&self, request: EntryId, said: &[(usize, &str)]) -> Result<(), CaseworkError> {
        self.translate_seen(request, None, said).await
    }

    async fn translate_seen(
        &self,
        request: EntryId,
        seen: Option<u32>,
        said: &[(usize, &str)],
    ) -> Result<(), CaseworkError> {
        let said = said.iter().map(|(number, words)| (*number, (*words).to_owned())).collect();
        let by = &self.office.investigator;
        self.node().translate_request(by, self.case, request, &said, seen, With::default()).await.map(drop)
    }

    fn texts(&self, request: EntryId) -> Vec<comity_casework::request::ToTranslate> {
        self.node().texts_to_translate(&self.office.investigator, self.case, request).unwrap()
    }
}

#[tokio::test]
async fn a_text_stays_in_its_language_until_a_person_translates_it_and_a_changed_text_loses_its_translation()
{
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    let texts = desk.texts(request);
    let number = 1 + texts.iter().position(|text| text.field == "preservation_need").unwrap();
    assert!(texts.iter().all(|text| text.translation.is_none()));
    // Names, numbers and identifiers are in no language.
    assert!(!texts.iter().any(|text| text.text.contains("mipcBb") || text.text.contains("A. Exercise")));
    let by = &desk.office.investigator;
    let untranslated = async || {
        let print = desk.node().print_request(by, desk.case, request, CopyKind::Original, &[]);
        print.await.unwrap().layout.unwrap().untranslated
    };
    let before = untranslated().await;
    desk.translate(request, &[(number, "Журналы хранятся тридцать дней.")]).await.unwrap();
    assert_eq!(untranslated().await, before - 1);
    let known = desk.request(request);
    assert_eq!(known.version().request.number, 2);
    assert!(known.version().request.shows_all());
    let print = PrintAs {
        state: State::Draft,
        copy: CopyKind::Original,
        act: &known.version().act,
        register_number: None,
        open: &[],
    };
    let printed = document(&known.version().request, &print).unwrap();
    let twin = RequestTwin::of(known.version().request.clone()).unwrap().to_bytes().unwrap();
    let twin = Twin { json: twin, signature: None };
    let both = [language("en"), language("ru")];
    let file = docx::write(&printed, &twin, &both, &Catalogues::embedded()).unwrap();
    let read = docx::read(&file.bytes).unwrap();
    let said = read.segments.iter().find(|(of, _)| of.field == "preservation_need" && of.language == both[1]);
    assert_eq!(said.unwrap().1, "Журналы хранятся тридцать дней.");

    desk.change(by, request, "preservation_need", "Logs go after ten days.").await.unwrap();
    assert!(desk.request(request).version().request.draft.translations.is_empty());
    assert_eq!(desk.texts(request)[number - 1].translation, None);
    for (said, refused) in [
        (&[(99, "x")][..], "casework-request-no-such-text"),
        (&[(0, "x")][..], "casework-request-no-such-text"),
        (&[(number, "")][..], "casework-request-unchanged"),
    ] {
        assert_eq!(code(desk.translate(request, said).await), refused);
    }
    desk.reads_the_same().await;
}

#[tokio::test]
async fn what_was_translated_before_and_the_glossary_propose_and_nothing_else_of_cases_that_are_closed_to_the_officer()
 {
    let desk = Desk::new("TJ").await;
    let glossary = folder("glossary");
    desk.node().packs().add([glossary]).unwrap();
    let first = desk.preservation().await;
    let need = "Logs are overwritten after thirty days.";
    let number = 1 + desk.texts(first).iter().position(|text| text.text == need).unwrap();
    desk.translate(first, &[(number, "Журналы хранятся тридцать дней.")]).await.unwrap();
    let second = desk.preservation().await;
    let by = &desk.office.investigator;
    desk.change(by, second, "preservation_need", "Logs are overwritten after ten days.").await.unwrap();
    desk.change(by, second, "facts_summary", "Mutual legal assistance was asked for before.").await.unwrap();
    let texts = desk.texts(second);
    let of = |field: &str| texts.iter().find(|text| text.field == field).unwrap();
    let proposed = &of("preservation_need").proposals[0];
    assert_eq!((proposed.alike, proposed.reference.as_str()), (83, "2026/17-1"));
    assert_eq!(proposed.translation, "Журналы хранятся тридцать дней.");
    assert_eq!(of("facts_summary").terms[0].translation, "взаимная правовая помощь");
    assert!(of("facts_summary").proposals.is_empty());
    // A version whose translation hides what nobody reads is no version.
    let mut hidden = desk.request(second).version().request.clone();
    hidden.draft.translations.insert("Nobody wrote this.".into(), "Скрыто.".into());
    assert!(!hidden.shows_all());
    // A translation that would make a print lie is an error of the check.
    desk.translate(second, &[(1, "\u{202e}текст")]).await.unwrap();
    assert!(desk.request(second).version().verdict().unwrap().errors > 0);
    // Whoever is in no case is proposed nothing of it.
    let elsewhere = desk.node().texts_to_translate(&desk.office.administrator, desk.case, second);
    assert!(elsewhere.is_err());
}

#[tokio::test]
async fn a_translation_that_was_edited_in_the_office_program_comes_back_as_a_change_of_it() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    let by = &desk.office.investigator;
    let number = 1 + desk.texts(request).iter().position(|text| text.field == "preservation_need").unwrap();
    desk.translate(request, &[(number, "Журналы хранятся недолго.")]).await.unwrap();
    let printed = desk.node().request_docx(by, desk.case, request, &[]).unwrap();
    let mut read = docx::read(&printed.bytes).unwrap();
    for (of, words) in &mut read.segments {
        if of.field == "preservation_need" {
            let russian = of.language == language("ru");
            *words = if russian {
                "Журналы хранятся десять дней."
            } else {
                "Logs go after ten days."
            }
            .into();
        }
    }
    let edited = desk.node().read_edited(by, desk.case, request, &read).unwrap();
    assert!(!edited.outside && edited.lost.is_empty());
    let languages: Vec<_> =
        edited.changes.iter().map(|c| c.translates.as_ref().map(|t| t.language.to_string())).collect();
    assert_eq!(languages, [None, Some("ru".to_owned())]);
    let mut draft = desk.request(request).version().request.draft.clone();
    edited.put(&[2, 1], &mut draft).unwrap();
    let said: Vec<_> = draft.translations.iter().collect();
    assert_eq!(said, [(&"Logs go after ten days.".to_owned(), &"Журналы хранятся десять дней.".to_owned())]);
    assert_eq!(
        code(edited.put(&[2], &mut draft).map_err(CaseworkError::from)),
        "casework-request-edit-overtaken"
    );
}

#[tokio::test]
async fn words_of_an_item_that_were_edited_in_the_office_program_come_back_as_a_change_of_them_alone() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    let by = &desk.office.investigator;
    let printed = desk.node().request_docx(by, desk.case, request, &[]).unwrap();
    let mut read = docx::read(&printed.bytes).unwrap();
    let before = desk.request(request).version().request.draft.clone();
    let link = read
        .segments
        .iter_mut()
        .find(|(of, _)| of.field.rsplit_once('.').is_some_and(|(_, part)| part == "link"))
        .unwrap();
    link.1 = "It names the owner.".into();
    let field = link.0.field.clone();
    let edited = desk.node().read_edited(by, desk.case, request, &read).unwrap();
    assert!(!edited.outside && edited.lost.is_empty());
    let changed: Vec<_> = edited.changes.iter().map(|change| change.field.as_str()).collect();
    let (item, _) = field.rsplit_once('.').unwrap();
    assert_eq!(changed, [item], "the whole item is the change, so that it fits no other");
    let mut draft = before.clone();
    edited.put(&[1], &mut draft).unwrap();
    assert_eq!(draft.text_at(&field), Some("It names the owner."));
    assert_ne!(draft, before);
    let name = edited.changes[0].name().to_owned();
    *draft.values.get_mut(&name).unwrap() = before.values[&name].clone();
    assert_eq!(draft, before, "nothing else was changed");
}

#[tokio::test]
async fn a_number_of_an_older_listing_translated_another_text() {
    let desk = Desk::new("TJ").await;
    let (by, request) = (&desk.office.investigator, desk.preservation().await);
    let texts = desk.texts(request);
    let number = |field: &str| 1 + texts.iter().position(|text| text.field == field).unwrap();
    let (need, summary) = (number("preservation_need"), number("facts_summary"));
    desk.change(by, request, "preservation_need", "Logs go after ten days.").await.unwrap();
    let size = desk.node().state().size();
    let moved = desk.translate_seen(request, Some(1), &[(need, "Журналы хранятся тридцать дней.")]).await;
    assert_eq!((code(moved), desk.node().state().size()), ("casework-request-text-moved", size));
    let unknown = desk.translate_seen(request, Some(9), &[(need, "x")]).await;
    assert_eq!(code(unknown), "casework-request-no-version");
    // A text that still stands under its number is translated, whatever else was changed.
    desk.translate_seen(request, Some(1), &[(summary, "Кто-то вошёл в системы.")]).await.unwrap();
    desk.translate_seen(request, Some(3), &[(need, "Журналы исчезают.")]).await.unwrap();
}
