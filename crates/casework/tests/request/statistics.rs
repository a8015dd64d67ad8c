//! Figures over requests: counted from the entries, for whoever may read them.

use comity_casework::request::statistics::{Period, Statistics, document, to_csv};
use comity_document::missing_glyphs;

use super::*;

fn ground(provision: &str) -> Ground {
    Ground { ground: String::new(), provision: provision.into(), text: "Not for the figures.".into() }
}

fn refused(on: &str, provisions: &[&str]) -> Event {
    Event::Refused { day: day(on), reasons: provisions.iter().map(|p| ground(p)).collect() }
}

/// Three requests that went out on 23 November: one refused on two grounds, one whose refusal was taken back, one that
/// waits; and a draft that never went out.
async fn desk() -> Desk {
    let desk = Desk::new("TJ").await;
    let mut issued = vec![];
    for _ in 0..3 {
        issued.push(desk.issued().await.0);
    }
    desk.preservation().await;
    for (request, event) in [
        (0, Event::AdvanceCopySent { day: day("2026-11-24"), channel: "e-mail".into() }),
        (1, Event::AdvanceCopySent { day: day("2026-11-25"), channel: "e-mail".into() }),
        (0, Event::Acknowledged { day: day("2026-11-30"), reference: "KZ-1".into() }),
        (1, Event::Acknowledged { day: day("2026-12-03"), reference: "KZ-2".into() }),
        (0, refused("2026-12-10", &["=1+1", "UNTOC 18(21)(b)", "UNTOC 18(21)(b)"])),
        (1, refused("2026-12-11", &["UNTOC 18(21)(b)"])),
        (1, Event::Resumed { day: day("2026-12-12") }),
    ] {
        desk.happens(issued[request], event).await.unwrap();
    }
    desk
}

fn counted(desk: &Desk, by: &Session, from: Option<&str>, to: Option<&str>) -> Statistics {
    let period = Period { from: from.map(day), to: to.map(day) };
    desk.node().request_statistics(by, period, day("2026-12-20")).unwrap()
}

#[tokio::test]
async fn figures_are_counted_from_the_lives_of_requests() {
    let desk = desk().await;
    let all = counted(&desk, &desk.office.investigator, None, None);
    assert_eq!((all.cases, all.requests, all.rows.len()), (1, 3, 1), "a draft went to nobody");
    let row = &all.rows[0];
    assert_eq!((row.side, row.from.as_str(), row.to.as_str()), (Side::Sender, "TJ", "KZ"));
    assert_eq!((row.measure.as_str(), row.requests, row.pending), ("preservation", 3, 2));
    let days = |stage: Stage| {
        let found = row.stages.iter().find(|figures| figures.stage == stage);
        found.map(|figures| (figures.reached, figures.median_days.unwrap(), figures.longest_days.unwrap()))
    };
    assert_eq!(days(Stage::Drafted), None, "where a request begins takes no time");
    assert_eq!(days(Stage::Issued), Some((3, 0, 0)));
    assert_eq!(days(Stage::AdvanceCopySent), Some((2, 2, 2)));
    assert_eq!(days(Stage::Acknowledged), Some((2, 10, 10)), "of two in the middle, the later");
    assert_eq!(days(Stage::Refused), Some((1, 17, 17)), "what was taken back is no refusal");
    assert_eq!(days(Stage::Accepted), Some((1, 19, 19)));
    let refusals: Vec<_> = row.refusals.iter().map(|r| (r.provision.as_str(), r.requests)).collect();
    assert_eq!(refusals, [("=1+1", 1), ("UNTOC 18(21)(b)", 1)]);
    desk.reads_the_same().await;
}

#[tokio::test]
async fn a_request_counts_on_the_day_of_its_issue() {
    let desk = desk().await;
    let by = &desk.office.investigator;
    let within = |from, to| counted(&desk, by, from, to).requests;
    assert_eq!(within(Some("2026-11-23"), Some("2026-11-23")), 3);
    assert_eq!(within(Some("2026-11-24"), None), 0);
    assert_eq!(within(None, Some("2026-11-22")), 0);
}

#[tokio::test]
async fn a_case_that_an_officer_may_not_read_is_not_counted() {
    let desk = desk().await;
    // The second prosecutor works on the case; nobody has assigned the next one.
    let stranger = join(
        desk.node(),
        &desk.office.administrator,
        &desk.office.supervisor,
        "stranger",
        Role::Investigator,
    )
    .await;
    let all = counted(&desk, &stranger, None, None);
    assert_eq!((all.cases, all.requests, all.rows), (0, 0, vec![]));
    assert_eq!(counted(&desk, &desk.second_prosecutor, None, None).requests, 3);
}

#[tokio::test]
async fn figures_go_into_a_spreadsheet_without_a_formula() {
    let desk = desk().await;
    let csv = String::from_utf8(to_csv(&counted(&desk, &desk.office.investigator, None, None))).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "direction,from,to,measure,figure,name,requests,median_days,longest_days");
    assert!(lines.contains(&"sent,TJ,KZ,preservation,all,,3,,"), "{csv}");
    assert!(lines.contains(&"sent,TJ,KZ,preservation,stage,acknowledged,2,10,10"), "{csv}");
    assert!(lines.contains(&"sent,TJ,KZ,preservation,refused,'=1+1,1,,"), "{csv}");
    assert!(!csv.contains("Not for the figures"), "the words of a refusal stay in the case");
}

#[tokio::test]
async fn figures_are_printed_in_every_language_and_the_same_every_time() {
    let desk = desk().await;
    let state = desk.node().state();
    let law = desk.node().packs().law(state.office(desk.office.office).unwrap()).unwrap();
    let sheet = document(&counted(&desk, &desk.office.investigator, None, None), Some(&law));
    let words = Catalogues::embedded();
    let twin = Twin { json: b"{}".to_vec(), signature: None };
    for tag in words.languages() {
        let print =
            || render(&Template::law_sheet(), &sheet, &twin, std::slice::from_ref(tag), &words).unwrap();
        let pdf = print();
        assert!(pdf.bytes == print().bytes, "{tag}");
        assert_eq!(pdf.untranslated, 0, "{tag}");
    }
    let text =
        page_texts(&Template::law_sheet(), &sheet, &twin, &[language("en")], &words).unwrap().join(" ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in ["whoever asked may read", "Receipt acknowledged", "UNTOC 18(21)(b)", "Kazakhstan"] {
        assert!(text.contains(told), "{told} is not in {text}");
    }
    assert!(missing_glyphs(&text).is_empty());
    // No request: the sheet says so, and has no empty table.
    let none = document(&counted(&desk, &desk.office.investigator, Some("2027-01-01"), None), None);
    let text = page_texts(&Template::law_sheet(), &none, &twin, &[language("en")], &words).unwrap().join(" ");
    assert_eq!(text.matches("None in this period.").count(), 3, "{text}");
}

#[tokio::test]
async fn a_period_that_ends_before_it_begins_was_counted_as_an_empty_one() {
    let desk = Desk::new("TJ").await;
    let period = Period { from: Some(day("2026-12-01")), to: Some(day("2026-11-30")) };
    let by = &desk.office.investigator;
    let counted = desk.node().request_statistics(by, period, day("2026-12-01"));
    assert_eq!(code(counted), "casework-request-period");
    let one_day = Period { from: period.to, ..period };
    desk.node().request_statistics(by, one_day, day("2026-12-01")).unwrap();
}
