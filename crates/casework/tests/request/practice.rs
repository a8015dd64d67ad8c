//! How the office works, as its own data: its approval chain, its calendar, and what falls due; and the call back in an
//! emergency.

use comity_casework::request::{Clock, ClockKind, OutsideDecision, Urgency};
use comity_request::Calendar;
use comity_request::life::{BorneBy, EventKind};

use super::*;

const APPROVALS: &str = r#"
known = true
[[step]]
id = "prosecutor"
title = { en = "Prosecutor in charge", ru = "Прокурор" }
by = "prosecutor"
[[step]]
id = "supervisor"
title = { en = "Head of the unit" }
by = "supervisor"
[[step]]
id = "cabinet"
title = { en = "Cabinet" }
by = "outside"
states = ["KZ"]
provision = "An order of the exercise"
"#;

/// Kazakhstan's and Tajikistan's rest days; Nowruz; a rest day that is worked.
const CALENDAR: &str = r#"
known = true
zone = "Asia/Dushanbe"
rest_days = ["saturday", "sunday"]
hours = { from = "08:00", to = "17:00" }
holiday = [{ day = "2027-03-22", name = { en = "Navruz" } }]
[terms]
acknowledge = 3
answer = 5
original = 10
remind = 20
"#;

fn practice_pack(approvals: &str, calendar: &str) -> Pack {
    let manifest = "name = \"practice\"\nschema = \"practice\"\nschema_version = 1\nversion = \"1\"\n\
                    licence = \"Apache-2.0\"\nabout = \"of a test\"\n";
    let files = [("pack.toml", manifest), ("approvals.toml", approvals), ("calendar.toml", calendar)];
    Pack::from_files(files.map(|(path, text)| (path.to_owned(), text.into()))).unwrap()
}

impl Desk {
    /// Puts the practice of the office in force, by two.
    pub(super) async fn works_by(&self, approvals: &str, calendar: &str) -> Pack {
        let pack = practice_pack(approvals, calendar);
        self.node().packs().add([pack.clone()]).unwrap();
        let (administrator, supervisor) = (&self.office.administrator, &self.office.supervisor);
        let proposed = self.node().propose_pack(administrator, pack.digest(), "Ours.".into()).await.unwrap();
        self.node().approve(supervisor, proposed.entry).await.unwrap();
        pack
    }

    async fn endorse(
        &self,
        by: &Session,
        request: EntryId,
        step: &str,
        decision: Option<(&str, &str)>,
    ) -> Result<(), CaseworkError> {
        let decision = decision.map(|(number, on)| OutsideDecision { number: number.into(), day: day(on) });
        let (node, case) = (self.node(), self.case);
        node.endorse_request(by, case, request, step.into(), decision, With::default()).await.map(drop)
    }

    fn clocks(&self) -> Vec<Clock> {
        let today = self.bench.clock.today();
        let by = &self.office.investigator;
        self.node().clocks(by, None, today).unwrap().into_iter().map(|waiting| waiting.clock).collect()
    }
}

trait Today {
    fn today(&self) -> comity_law::Day;
}

impl Today for comity_record::testing::Standing {
    fn today(&self) -> comity_law::Day {
        comity_record::Clock::here(self).unwrap().local_day()
    }
}

#[tokio::test]
async fn nothing_is_issued_before_each_step_of_the_offices_own_chain_was_taken_by_another_person() {
    let desk = Desk::new("TJ").await;
    let pack = desk.works_by(APPROVALS, "known = false").await;
    let request = desk.preservation().await;
    let steps: Vec<_> = desk.request(request).open_steps().map(|step| step.id.clone()).collect();
    assert_eq!(steps, ["prosecutor", "supervisor", "cabinet"]);
    desk.clear(request).await;
    let (prosecutor, supervisor) = (&desk.office.prosecutor, &desk.office.supervisor);
    let none = None::<(&str, &str)>;
    // Before the review nobody approves anything.
    assert_eq!(code(desk.endorse(prosecutor, request, "prosecutor", none).await), "request-life-illegal");
    desk.review(request).await;
    for (by, step, decision, refused) in [
        (supervisor, "supervisor", None, "casework-request-step-order"),
        (prosecutor, "king", None, "casework-request-step-order"),
        (supervisor, "prosecutor", None, "casework-request-step-role"),
        (prosecutor, "prosecutor", Some(("12", "2026-11-20")), "casework-request-step-decision"),
    ] {
        assert_eq!(code(desk.endorse(by, request, step, decision).await), refused, "{step}");
    }
    desk.endorse(prosecutor, request, "prosecutor", None).await.unwrap();
    desk.approve(request).await;
    // Two persons have approved, and two steps are missing.
    assert_eq!(
        refusal(desk.issue(request).await.map(drop)),
        RequestRefusal::StepOpen("supervisor".into()).into()
    );
    desk.endorse(supervisor, request, "supervisor", None).await.unwrap();
    let outside = |number, on| Some((number, on));
    assert_eq!(
        code(desk.endorse(supervisor, request, "cabinet", None).await),
        "casework-request-step-decision"
    );
    assert_eq!(
        code(desk.endorse(supervisor, request, "cabinet", outside("5", "2027-01-01")).await),
        "casework-request-step-decision",
        "a day that is yet to come"
    );
    desk.endorse(supervisor, request, "cabinet", outside("5-r", "2026-11-22")).await.unwrap();
    assert_eq!(desk.request(request).open_steps().count(), 0);
    desk.issue(request).await.unwrap();
    let known = desk.request(request);
    let taken: Vec<_> = known.endorsements.iter().map(|taken| taken.step.as_str()).collect();
    assert_eq!(taken, ["prosecutor", "supervisor", "cabinet"]);
    assert_eq!(known.endorsements[2].decision.as_ref().unwrap().number, "5-r");
    let packs = Packs::new([policies(), folder("law"), folder("forms"), pack]).unwrap();
    let again = Casework::open(desk.again(packs)).await.unwrap();
    let told = |node: &Node| format!("{:?}", node.state().case(desk.case).unwrap().requests);
    assert_eq!(told(&again), told(desk.node()));
}

#[tokio::test]
async fn one_person_takes_one_step_and_none_of_what_he_wrote_and_another_version_begins_again() {
    let desk = Desk::new("TJ").await;
    let twice = APPROVALS.replace("by = \"supervisor\"", "by = \"prosecutor\"");
    desk.works_by(&twice, "known = false").await;
    let request = desk.preservation().await;
    let (first, second) = (&desk.office.prosecutor, &desk.second_prosecutor);
    // The first prosecutor writes the version in force, so the second reviews it.
    desk.change(first, request, "preservation_need", "Logs go after ten days.").await.unwrap();
    desk.node().review_request(second, desk.case, request, Review::Passed, With::default()).await.unwrap();
    assert_eq!(refusal(desk.endorse(first, request, "prosecutor", None).await), Refusal::SamePerson);
    desk.endorse(second, request, "prosecutor", None).await.unwrap();
    assert_eq!(refusal(desk.endorse(second, request, "supervisor", None).await), Refusal::SamePerson);
    desk.change(&desk.office.investigator, request, "preservation_need", "Logs go soon.").await.unwrap();
    let open: Vec<_> = desk.request(request).open_steps().map(|step| step.id.clone()).collect();
    assert_eq!(open, ["prosecutor", "supervisor", "cabinet"]);
    desk.review(request).await;
    desk.endorse(first, request, "prosecutor", None).await.unwrap();
}

#[tokio::test]
async fn a_practice_that_came_into_force_after_a_version_was_written_stops_its_issue() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    desk.clear(request).await;
    desk.review(request).await;
    desk.approve(request).await;
    desk.works_by(APPROVALS, "known = false").await;
    assert_eq!(code(desk.issue(request).await.map(drop)), "casework-request-practice-changed");
    // Written anew without a change it takes up the chain.
    let draft = desk.request(request).version().request.draft.clone();
    let by = &desk.office.investigator;
    desk.node().revise_request(by, desk.case, request, draft, With::default()).await.unwrap();
    assert_eq!(desk.request(request).open_steps().count(), 3);
}

#[tokio::test]
async fn the_author_of_a_version_takes_no_step_from_outside_and_a_second_look_locks_nobody_out() {
    let desk = Desk::new("TJ").await;
    let outside = APPROVALS.replace("by = \"prosecutor\"", "by = \"outside\"");
    desk.works_by(&outside, "known = false").await;
    let request = desk.preservation().await;
    desk.review(request).await;
    let paper = Some(("12", "2026-11-20"));
    let author = desk.endorse(&desk.office.investigator, request, "prosecutor", paper).await;
    assert_eq!(refusal(author), Refusal::SamePerson);
    desk.endorse(&desk.office.prosecutor, request, "prosecutor", paper).await.unwrap();
    desk.endorse(&desk.office.supervisor, request, "supervisor", None).await.unwrap();
    let back = Review::SentBack { reason: "A second look.".into() };
    let by = &desk.office.prosecutor;
    desk.node().review_request(by, desk.case, request, back, With::default()).await.unwrap();
    desk.review(request).await;
    desk.endorse(&desk.office.prosecutor, request, "prosecutor", paper).await.unwrap();
    desk.endorse(&desk.office.supervisor, request, "supervisor", None).await.unwrap();
}

#[tokio::test]
async fn whichever_of_measure_form_and_title_speaks_of_an_emergency_counts() {
    let sender = Desk::new("TJ").await;
    let asked = sender.draft("emergency-disclosure", "").await;
    let mut version = sender.request(asked).version().request.clone();
    version.draft.question.measure = "subscriber-data".into();
    let desk = Desk::new("KZ").await;
    let arrived = Received {
        twin: RequestTwin::of(version).unwrap().to_bytes().unwrap(),
        signature: None,
        original: false,
        register_number: "IN-2026/9".into(),
        day: None,
    };
    let by = &desk.office.investigator;
    let request = desk.node().receive_request(by, desk.case, &arrived, With::default()).await.unwrap();
    assert!(desk.request(request.entry).call_back_due());
}

#[tokio::test]
async fn where_nobody_has_said_what_approvals_there_are_a_version_asks_for_none_and_says_so() {
    let desk = Desk::new("TJ").await;
    let request = desk.preservation().await;
    assert_eq!(desk.request(request).version().approvals, None);
    desk.works_by("known = true", "known = false").await;
    let known = desk.preservation().await;
    assert_eq!(desk.request(known).version().approvals.as_ref().unwrap().steps, Some(vec![]));
    desk.works_by("known = false", "known = false").await;
    let unknown = desk.preservation().await;
    assert_eq!(desk.request(unknown).version().approvals.as_ref().unwrap().steps, None);
    // A practice that cannot be read is put before nobody.
    let bad = practice_pack(&APPROVALS.replace("\"outside\"", "\"king\""), "known = false");
    desk.node().packs().add([bad.clone()]).unwrap();
    let proposed = desk.node().propose_pack(&desk.office.administrator, bad.digest(), "Ours.".into()).await;
    assert_eq!(code(proposed), "request-practice-fault");
}

#[tokio::test]
async fn in_an_emergency_one_officer_calls_back_and_another_lets_data_go() {
    let sender = Desk::new("TJ").await;
    let asked = sender.draft("emergency-disclosure", "reply_contact = \"Duty desk, +7 000 5550102\"").await;
    let twin = RequestTwin::of(sender.request(asked).version().request.clone()).unwrap();
    let desk = Desk::new("KZ").await;
    let (node, case, by) = (desk.node(), desk.case, &desk.office.investigator);
    let arrived = Received {
        twin: twin.to_bytes().unwrap(),
        signature: None,
        original: false,
        register_number: "IN-2026/9".into(),
        day: None,
    };
    let request = node.receive_request(by, case, &arrived, With::default()).await.unwrap().entry;
    assert!(desk.request(request).call_back_due());
    assert_eq!(desk.clocks()[0].kind, ClockKind::CallBack);
    let may = || desk.request(request).may_happen().collect::<Vec<_>>();
    assert!(may().contains(&EventKind::CalledBack) && !may().contains(&EventKind::Executed), "{:?}", may());
    let on = day("2026-11-23");
    desk.happens(request, Event::Acknowledged { day: on, reference: "KZ-9".into() }).await.unwrap();
    let executed = || Event::Executed { day: on, what: "All of it".into(), result: None };
    let by_other = async |event: Event| {
        let by = &desk.office.prosecutor;
        node.record_request_event(by, case, request, event, With::default()).await.map(drop)
    };
    assert_eq!(refusal(by_other(executed()).await), RequestRefusal::CallBack.into());
    let called = |confirmed| Event::CalledBack {
        day: on,
        spoke_with: "The officer on duty".into(),
        number: "+992 00 000 00 00".into(),
        number_from: "The directory of this ministry".into(),
        confirmed,
        text: String::new(),
    };
    // Whoever writes a false request writes its number too.
    let own = Event::CalledBack {
        day: on,
        spoke_with: "The officer on duty".into(),
        number: "+7 (000) 555-01-02".into(),
        number_from: "The request".into(),
        confirmed: true,
        text: String::new(),
    };
    assert_eq!(code(desk.happens(request, own).await), "casework-request-number-of-request");
    desk.happens(request, called(false)).await.unwrap();
    assert_eq!(refusal(by_other(executed()).await), RequestRefusal::CallBack.into(), "it was not confirmed");
    desk.happens(request, called(true)).await.unwrap();
    assert!(!desk.request(request).call_back_due());
    assert!(!may().contains(&EventKind::CalledBack) && may().contains(&EventKind::Executed), "{:?}", may());
    assert_eq!(refusal(desk.happens(request, executed()).await), Refusal::SamePerson);
    by_other(executed()).await.unwrap();
    desk.reads_the_same().await;
}

#[tokio::test]
async fn costs_and_returned_evidence_stay_with_the_request() {
    let sender = Desk::new("TJ").await;
    let (request, _) = sender.issued().await;
    let on = day("2026-11-24");
    for event in [
        Event::AdvanceCopySent { day: on, channel: "e-mail".into() },
        Event::CostNoted {
            day: on,
            what: "Translation".into(),
            amount: comity_record::Amount::parse("120.50", "USD".parse().unwrap()).unwrap(),
            borne_by: BorneBy::Requesting,
        },
        Event::Executed { day: on, what: "One telephone".into(), result: None },
        Event::EvidenceReturned { day: on, what: "One telephone".into(), number: "R-1".into() },
        Event::Closed { day: on, reason: "Done".into() },
        // The last of it may go back years later.
        Event::EvidenceReturned { day: on, what: "Its card".into(), number: "R-2".into() },
    ] {
        sender.happens(request, event).await.unwrap();
    }
    let life = sender.request(request).life;
    assert_eq!((life.costs.len(), life.returned.len(), life.stage), (1, 2, Some(Stage::Closed)));
    sender.reads_the_same().await;
}

#[tokio::test]
async fn what_falls_due_is_counted_from_entries_by_the_offices_calendar_however_long_the_node_was_off() {
    let desk = Desk::new("TJ").await;
    desk.works_by("known = true", CALENDAR).await;
    let (request, _) = desk.issued().await;
    let kinds = |clocks: &[Clock]| clocks.iter().map(|clock| (clock.kind, clock.urgency)).collect::<Vec<_>>();
    assert_eq!(kinds(&desk.clocks()), []);
    // A Monday.
    let on = day("2027-01-04");
    desk.happens(request, Event::AdvanceCopySent { day: on, channel: "e-mail".into() }).await.unwrap();
    desk.happens(request, Event::TicketGiven { number: "T-1".into(), day: on, keep_days: 91 }).await.unwrap();
    let question = Event::Questioned { question: "Q1".into(), text: "Which?".into(), day: on };
    desk.happens(request, question).await.unwrap();
    let clocks = desk.clocks();
    assert_eq!(
        kinds(&clocks),
        [
            (ClockKind::Question, Urgency::Now),
            (ClockKind::Original, Urgency::Runs),
            (ClockKind::Ticket, Urgency::Runs),
            (ClockKind::FollowUp, Urgency::Runs),
        ]
    );
    // Five and ten working days after a Monday.
    assert_eq!((clocks[0].due, clocks[1].due), (Some(day("2027-01-11")), Some(day("2027-01-18"))));
    // Kept to 5 April: renewal by 22 March, which is Nowruz after a weekend; so it is asked for on the Friday before.
    let ticket = &clocks[2];
    assert_eq!((ticket.due, ticket.act_by), (Some(day("2027-04-05")), Some(day("2027-03-19"))));

    // A node that was off for months tells on its first day what fell due.
    desk.waits_until(day("2027-03-15"));
    let clocks = desk.clocks();
    assert_eq!(
        kinds(&clocks),
        [
            (ClockKind::Question, Urgency::Overdue),
            (ClockKind::Original, Urgency::Overdue),
            (ClockKind::Ticket, Urgency::Now),
            (ClockKind::FollowUp, Urgency::Now),
        ]
    );
    // Once the data is asked for under the ticket, and the question is answered, the other side is to be reminded.
    let answered =
        Event::Answered { question: "Q1".into(), text: "The first.".into(), day: day("2027-03-16") };
    desk.happens(request, answered).await.unwrap();
    desk.records_citing("T-1").await;
    desk.waits_until(day("2027-06-30"));
    let told = kinds(&desk.clocks());
    assert!(told.contains(&(ClockKind::Remind, Urgency::Overdue)), "{told:?}");
    assert!(told.contains(&(ClockKind::Ticket, Urgency::Overdue)), "{told:?}");
    assert!(
        !told.iter().any(|(kind, _)| matches!(kind, ClockKind::FollowUp | ClockKind::Question)),
        "{told:?}"
    );
    // Nobody waits for what has ended.
    let on = day("2027-07-01");
    desk.happens(request, Event::Executed { day: on, what: "All".into(), result: None }).await.unwrap();
    let known = desk.request(request);
    assert_eq!(known.clocks(on, &Calendar::default(), |_| false), vec![]);
    assert_eq!(known.history.last().map(|(_, _, kind)| *kind), Some(EventKind::Executed));
}

/// A ticket of sixty days that was given on one calendar day ends on one calendar day, whatever the clocks of the state
/// did meanwhile: Kazakhstan went from UTC+6 to UTC+5 on 1 March 2024.
#[tokio::test]
async fn days_are_counted_where_the_node_stands_across_a_change_of_offset() {
    for (zone, instant, today) in [
        ("Asia/Almaty", "2024-02-29T17:59:59Z", "2024-02-29"),
        ("Asia/Almaty", "2024-02-29T18:00:00Z", "2024-02-29"),
        ("Asia/Almaty", "2024-02-29T18:59:59Z", "2024-02-29"),
        ("Asia/Almaty", "2024-02-29T19:00:00Z", "2024-03-01"),
        ("Asia/Tashkent", "2024-02-29T19:00:00Z", "2024-03-01"),
        ("Asia/Tehran", "2022-09-21T20:29:59Z", "2022-09-21"),
        ("Asia/Tehran", "2022-09-21T20:30:00Z", "2022-09-22"),
        ("Asia/Kabul", "2024-12-31T19:29:59Z", "2024-12-31"),
        ("Asia/Kabul", "2024-12-31T19:30:00Z", "2025-01-01"),
    ] {
        let clock = comity_record::testing::Standing::at(seconds(instant));
        clock.hang_in(zone);
        assert_eq!(clock.today(), day(today), "{zone} {instant}");
    }
    // Through the node: the draft, its question to the law, and a ticket on the leap day.
    let desk = Desk::new("KZ").await;
    desk.bench.clock.hang_in("Asia/Almaty");
    desk.bench.clock.set(seconds("2024-02-29T18:30:00Z"));
    let facts = desk.node().case_facts(&desk.office.investigator, desk.case, None).await.unwrap();
    let new = NewRequest { to: "TJ".parse().unwrap(), ..desk.new_request("preservation", "") };
    let by = &desk.office.investigator;
    let drafted = desk.node().draft_request(by, desk.case, new, &facts, With::default()).await.unwrap();
    let request = desk.request(drafted.0.entry);
    assert_eq!(request.version().request.draft.question.on, day("2024-02-29"));
    let ticket = comity_request::Ticket::give("T-1", desk.bench.clock.today(), 366).unwrap();
    assert_eq!(ticket.kept_until, day("2025-03-01"));
    // An hour later it is still the same day, which had twenty-five hours.
    desk.bench.clock.set(seconds("2024-02-29T18:59:59Z"));
    assert_eq!(desk.bench.clock.today(), day("2024-02-29"));
}

fn seconds(instant: &str) -> u64 {
    instant.parse::<jiff::Timestamp>().unwrap().as_second().unsigned_abs()
}

impl Desk {
    /// A request for records that cites a ticket.
    async fn records_citing(&self, number: &str) {
        let ticket = comity_request::TicketRef { number: number.into(), kept_until: day("2027-04-05") };
        let request = self.records().await;
        let mut draft = self.request(request).version().request.draft.clone();
        draft.values.insert("tickets".into(), Value::List(vec![Value::Ticket(ticket)]));
        let by = &self.office.investigator;
        self.node().revise_request(by, self.case, request, draft, With::default()).await.unwrap();
        self.clear(request).await;
        self.review(request).await;
        self.approve(request).await;
        self.issue(request).await.unwrap();
    }
}
