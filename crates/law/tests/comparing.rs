//! Dual criminality, States side by side, gaps and the work list: worked out by hand from the rows of the pack.

use std::collections::BTreeSet;

use comity_law::rows::{Coercion, ExtraElement, Liability, PartyStatus};
use comity_law::{Binds, Confidence, Finding, MAX_STATES, OffenceAsked, Question, Reason, ToVerify};
use comity_record::{Coded as _, Country};

use crate::{DAY, LAW, ask};

fn state(code: &str) -> Country {
    code.parse().unwrap()
}

/// The best answer for one category, as codes.
fn dual(from: &str, to: &str, category: &str) -> (Binds, Reason) {
    let sheet = ask(from, to, "stored-content", &[category], DAY).dual;
    assert_eq!(sheet.offences.len(), 1);
    (sheet.offences[0].met, sheet.offences[0].reason)
}

/// UZ asks for a harmful result, which the plain access of TJ does not: the facts of TJ must show it. KG has the same
/// conduct as an administrative offence beside a crime of which nobody examined the elements; the better one counts.
#[test]
fn dual_criminality_is_told_element_by_element() {
    let sheet = ask("TJ", "UZ", "stored-content", &["illegal_access"], DAY).dual;
    let one = &sheet.offences[0];
    assert_eq!((one.met, one.reason), (Binds::Unclear, Reason::DualFactsMustShow));
    let best = one.comparisons[0].value();
    assert_eq!((best.here.as_str(), best.there.as_str()), ("tj-illegal-access", "uz-illegal-access"));
    let elements: Vec<_> = best.elements.iter().map(|e| (e.element, e.here, e.there)).collect();
    assert_eq!(elements, [(ExtraElement::HarmfulResult, false, true)]);
    assert!(one.comparisons[0].rests_on().iter().any(|fact| fact.row.row == "uz-illegal-access"));
    // Asking the other way round, TJ's provision was not examined.
    assert_eq!(dual("UZ", "TJ", "illegal_access"), (Binds::Unclear, Reason::DualElementsNotExamined));
    // IR wants a security measure overcome; so does nobody else, but each adds something of its own.
    assert_eq!(dual("IR", "KZ", "illegal_access"), (Binds::Unclear, Reason::DualFactsMustShow));
}

#[test]
fn an_administrative_offence_satisfies_nobody() {
    let basis = ask("UZ", "KG", "search-and-seizure", &["illegal_access"], DAY);
    let one = &basis.dual.offences[0];
    let administrative = one.there.iter().find(|o| o.value().liability == Liability::Administrative);
    assert!(administrative.is_some(), "{:?}", one.there);
    let pairs = one.comparisons.iter().map(|c| (c.value().there.as_str(), c.value().met, c.value().reason));
    let pairs: Vec<_> = pairs.collect();
    assert!(pairs.contains(&("kg-illegal-access", Binds::No, Reason::DualAdministrativeThere)), "{pairs:?}");
}

/// Where it is in doubt and the measure is coercive, the same aim with less coercion is offered; the clause of UNCAC
/// by which such help is owed all the same stands beside it.
#[test]
fn help_without_coercion_is_offered_where_dual_criminality_is_in_doubt() {
    let basis = ask("TJ", "UZ", "stored-content", &["illegal_access"], DAY);
    assert_eq!(basis.dual.coercion, Coercion::Yes);
    let milder: Vec<_> = basis.dual.without_coercion.iter().map(|m| m.measure.as_str()).collect();
    assert_eq!(milder, ["preservation", "subscriber-data"]);
    // UNCAC is no basis for hacking, so its clause helps there nobody; for laundering it is one.
    assert!(basis.dual.demanded_by.iter().all(|d| d.value().instrument != "uncac"));
    let basis = ask("TJ", "UZ", "stored-content", &["money_laundering"], DAY);
    let uncac = basis.dual.demanded_by.iter().find(|d| d.value().instrument == "uncac").unwrap();
    assert_eq!(uncac.value().non_coercive_clause.as_deref(), Some("46(9)(b)"));
    assert_eq!(uncac.confidence(), Confidence::Verified);
    assert!(uncac.value().articles.iter().any(|a| a.article == "46(9)"));
    // Vienna has no such ground, and service of documents needs no coercion.
    assert!(basis.dual.demanded_by.iter().all(|d| d.value().instrument != "vienna1988"));
    let service = ask("TJ", "UZ", "service-of-documents", &["illegal_access"], DAY);
    assert_eq!(service.dual.coercion, Coercion::No);
    assert!(service.dual.without_coercion.is_empty());
}

/// The pack has no provision of TJ for data theft. That nobody found one is not the answer that there is none.
#[test]
fn a_provision_that_nobody_saw_is_not_called_absent() {
    assert_eq!(dual("UZ", "TJ", "false_report"), (Binds::Unclear, Reason::DualNotSeenThere));
    assert_eq!(dual("TJ", "IR", "data_theft"), (Binds::Unclear, Reason::DualNotSeenHere));
}

#[test]
fn an_offence_that_the_drafter_chose_is_compared_alone() {
    let question = |offence: Option<&str>| Question {
        from: state("KG"),
        to: state("KZ"),
        on: DAY.parse().unwrap(),
        measure: "stored-content".into(),
        offences: vec![OffenceAsked {
            offence: offence.map(str::to_owned),
            ..OffenceAsked::of("illegal_access")
        }],
    };
    let all = LAW.basis(&question(None)).unwrap().dual;
    let one = LAW.basis(&question(Some("kg-illegal-access"))).unwrap().dual;
    assert!(all.offences[0].here.len() >= one.offences[0].here.len());
    assert_eq!(one.offences[0].here.len(), 1);
    assert_eq!(one.offences[0].reason, Reason::DualAdministrativeHere);
}

#[test]
fn states_stand_side_by_side_in_the_order_of_the_question() {
    let states = ["UZ", "AF", "KG"].map(state);
    let table = LAW.compare(&states, &["illegal_access".to_owned()]).unwrap();
    assert_eq!(table.states, states);
    assert_eq!(table.rows.len(), 1);
    let cells = &table.rows[0].cells;
    assert_eq!(cells.iter().map(|c| c.state).collect::<Vec<_>>(), states);
    assert_eq!(cells[0].finding, Finding::Narrower);
    assert_eq!(cells[1].finding, Finding::Provided);
    assert_eq!(cells[1].provisions[0].penalty.value().max.unwrap().to_string(), "1");
    // Every category where none is named, and a hole where nobody saw a provision.
    let whole = LAW.compare(&[state("TJ")], &[]).unwrap();
    assert_eq!(whole.rows.len(), LAW.categories().count());
    let theft = whole.rows.iter().find(|r| r.category == "data_theft").unwrap();
    assert_eq!(theft.cells[0].finding, Finding::NotSeen);
    assert!(theft.cells[0].provisions.is_empty());
}

#[test]
fn a_comparison_names_what_it_cannot_take() {
    let code = |states: &[Country], categories: &[&str]| {
        let categories: Vec<_> = categories.iter().map(|c| (*c).to_owned()).collect();
        LAW.compare(states, &categories).unwrap_err().code()
    };
    assert_eq!(code(&[], &[]), "law-states-count");
    assert_eq!(code(&[state("TJ"); MAX_STATES + 1], &[]), "law-states-count");
    assert!(LAW.compare(&[state("TJ"); MAX_STATES], &[]).is_ok());
    assert_eq!(code(&[state("JP")], &[]), "law-state-unknown");
    assert_eq!(code(&[state("TJ")], &["witchcraft"]), "law-category-unknown");
    assert_eq!(LAW.gaps(state("TJ"), "magna-carta").unwrap_err().code(), "law-instrument-unknown");
    assert_eq!(LAW.gaps(state("JP"), "untoc").unwrap_err().code(), "law-state-unknown");
}

/// UZ is no party to Budapest; its access offence asks for a harmful result; TJ counts alteration only.
#[test]
fn gaps_show_what_is_narrower_and_what_nobody_saw() {
    let gaps = LAW.gaps(state("UZ"), "budapest2001").unwrap();
    assert_ne!(*gaps.standing.as_ref().unwrap().value(), PartyStatus::Party);
    assert!(gaps.threshold.is_none());
    let of = |category: &str| gaps.offences.iter().find(|o| o.category == category).unwrap();
    assert_eq!(of("illegal_access").articles.value(), &["2"]);
    assert_eq!(of("illegal_access").seen.finding, Finding::Narrower);
    assert_eq!(of("illegal_access").reaches_threshold, None);
    // Budapest names nine kinds of offence that the pack has, articles 2 to 9.
    let articles: BTreeSet<_> = gaps.offences.iter().flat_map(|o| o.articles.value().clone()).collect();
    assert_eq!(articles, ["2", "3", "4", "5", "6", "7", "8", "9"].map(str::to_owned).into());
    let preservation = gaps.powers.iter().find(|p| p.measure == "preservation").unwrap();
    assert_eq!(preservation.articles.value(), &["16", "29"]);
    let pakistan = LAW.gaps(state("PK"), "budapest2001").unwrap();
    let own = pakistan.powers.iter().find(|p| p.measure == "preservation").unwrap();
    assert_eq!(own.finding, Finding::Provided);
    assert!(own.laws.iter().any(|law| law.value().provisions["expedited_preservation"] == "s. 19"));
    // Against UNTOC the threshold is part of the answer.
    let untoc = LAW.gaps(state("AF"), "untoc").unwrap();
    assert_eq!(untoc.threshold.as_ref().unwrap().value().to_string(), "4");
    assert_eq!(untoc.offences.len(), 1, "laundering is the one kind of the pack that UNTOC names");
    assert!(untoc.offences[0].reaches_threshold.is_some());
}

fn items(from: &str, to: &str) -> Vec<ToVerify> {
    LAW.to_verify(state(from), state(to), DAY.parse().unwrap()).unwrap()
}

/// Whatever any answer between two States leaves to be confirmed stands on their work list, once.
#[test]
fn the_work_list_holds_all_that_an_answer_leaves_open() {
    for (from, to) in [("KZ", "UZ"), ("IR", "PK"), ("AF", "TJ")] {
        let list = items(from, to);
        let facts: BTreeSet<_> = list.iter().map(|item| item.fact.clone()).collect();
        assert_eq!(facts.len(), list.len());
        for measure in LAW.measures() {
            let basis = ask(from, to, &measure.data.id, &["illegal_access", "money_laundering"], DAY);
            for fact in basis.candidates.iter().flat_map(comity_law::Candidate::to_confirm) {
                let item = list.iter().find(|item| item.fact == fact.provenance).unwrap();
                assert!(item.reasons.contains(&fact.reason), "{from}->{to} {fact:?}");
                assert!(item.instruments.contains(&fact.instrument));
                assert!(item.measures.contains(&measure.data.id));
            }
        }
        let weights: Vec<_> = list.iter().map(|i| (i.instruments.len(), i.measures.len())).collect();
        assert!(weights.is_sorted_by(|a, b| a >= b), "those on which most rests come first");
    }
}

/// Who is addressed in AF, and in which language, nobody found; and of a fact that is verified and certain nothing is
/// asked.
#[test]
fn the_work_list_asks_for_what_is_unknown_and_not_for_what_is_known() {
    let list = items("UZ", "AF");
    let asked = |row: &str, reason: Reason| {
        list.iter().any(|item| item.fact.row.row == row && item.reasons.contains(&reason))
    };
    assert!(asked("af-ca", Reason::AddresseeUnknown));
    assert!(list.iter().all(|item| {
        item.fact.confidence == Confidence::Unverified
            || item.reasons.iter().any(|r| *r != Reason::RowUnverified)
    }));
    assert_eq!(
        LAW.to_verify(state("UZ"), state("UZ"), DAY.parse().unwrap()).unwrap_err().code(),
        "law-same-state"
    );
}

#[test]
fn whoever_weighs_a_refusal_is_told_what_is_a_ground_and_what_is_none_and_where() {
    let basis = ask("TJ", "KZ", "bank-records", &["computer_fraud"], "2026-11-23");
    let prompts = basis.refusal_prompts();
    let ground = |id: &str| prompts.grounds.iter().find(|known| known.ground.ground == id);
    let dual = ground("no_dual_criminality").unwrap();
    let untoc = dual.by.iter().find(|cites| cites.instrument == "untoc").unwrap();
    assert_eq!(untoc.articles, ["18(9)"]);
    assert!(untoc.cited().ends_with(" 18(9)"), "{}", untoc.cited());
    let security = ground("essential_interests").unwrap();
    assert!(security.by.iter().any(|cites| cites.articles.contains(&"46(21)".to_owned())), "{security:?}");
    // Bank secrecy is no ground (UNCAC article 46(8)), reasons are due (46(23)), and help may be put off (46(25)).
    let has = |list: &[comity_law::Cites], article: &str| {
        list.iter().any(|cites| cites.instrument == "uncac" && cites.articles.contains(&article.to_owned()))
    };
    assert!(has(&prompts.bank_secrecy, "46(8)") && has(&prompts.fiscal, "46(22)"));
    assert!(has(&prompts.reasons, "46(23)") && has(&prompts.postponement, "46(25)"));
    // What another treaty replaces between the two, and what lets a fiscal offence be a ground, says nothing of these.
    let replaced = basis.candidates.iter().filter(|candidate| candidate.replaced.is_some());
    for candidate in replaced {
        let named = |cites: &comity_law::Cites| cites.instrument == candidate.instrument;
        assert!(!prompts.grounds.iter().any(|known| known.by.iter().any(named)), "{}", candidate.instrument);
    }
    for cites in &prompts.fiscal {
        let fiscal = ground("fiscal_offence");
        assert!(!fiscal.is_some_and(|known| known.by.iter().any(|by| by.instrument == cites.instrument)));
    }
}
