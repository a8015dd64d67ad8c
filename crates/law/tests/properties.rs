//! Properties that hold for every pair, every measure and many days.

use comity_law::{Basis, Binds, Confidence, OffenceAsked, Provenance, Question, RECALLED, Sourced};
use comity_record::Country;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::LAW;

fn states() -> Vec<Country> {
    LAW.states().map(|row| row.data.code).collect()
}

fn days() -> impl Strategy<Value = Date> {
    (1985_i16..2032, 1_i8..=12, 1_i8..=28)
        .prop_map(|(y, m, d)| Date::new(y, m, d).expect("a day of that month"))
}

/// Everything that any part of the answer rests on, with the confidence that it is shown with.
fn shown(basis: &Basis) -> Vec<(Confidence, Vec<Provenance>)> {
    fn of<T>(fact: &Sourced<T>) -> (Confidence, Vec<Provenance>) {
        (fact.confidence(), fact.rests_on().to_vec())
    }
    let mut all = vec![of(&basis.requested.mla_basis), of(&basis.requested.request_language)];
    all.extend(basis.obligation.by.iter().map(of));
    all.extend(basis.remains.iter().map(of));
    all.extend(basis.requested.domestic_law.iter().map(of));
    all.extend(basis.requested.virtual_assets.iter().map(of));
    all.extend(basis.requested.offences.iter().map(of));
    for c in &basis.candidates {
        all.extend([of(&c.short_name), of(&c.scope), of(&c.binding.in_force)]);
        all.extend([of(&c.provision), of(&c.articles), of(&c.contents), of(&c.refusal_grounds)]);
        all.extend(c.yields.iter().map(of));
        all.extend(c.replaced.iter().map(of));
        all.extend(c.addressees.iter().map(of));
        all.extend(c.opening.threshold.iter().map(of));
        for offence in &c.opening.offences {
            all.push(of(&offence.listed_in));
            all.extend(offence.penalties.iter().map(of));
        }
        all.extend(c.binding.sides.iter().filter_map(|s| s.declarations.as_ref()).map(of));
    }
    all
}

fn question(from: Country, to: Country, on: Date, measure: &str, category: &str) -> Question {
    Question { from, to, on, measure: measure.to_owned(), offences: vec![OffenceAsked::of(category)] }
}

#[test]
fn all_pairs_of_the_seven_and_all_measures_are_answered_and_traceable() {
    let focus = ["AF", "IR", "KZ", "KG", "PK", "TJ", "UZ"].map(|c| c.parse::<Country>().unwrap());
    let on: Date = crate::DAY.parse().unwrap();
    for from in focus {
        for to in focus.into_iter().filter(|to| *to != from) {
            for measure in LAW.measures() {
                let basis = LAW.basis(&question(from, to, on, &measure.data.id, "illegal_access")).unwrap();
                for (_, rests_on) in shown(&basis).iter().filter(|(c, _)| *c == Confidence::Verified) {
                    assert!(!rests_on.is_empty(), "{from}->{to} {}", measure.data.id);
                }
                for provenance in shown(&basis).iter().flat_map(|(_, r)| r) {
                    assert!(!provenance.source_title.is_empty(), "{provenance:?}");
                }
                assert!(!basis.remains.is_empty());
            }
        }
    }
}

#[test]
fn expedited_preservation_is_owed_by_nobody_among_the_seven() {
    let focus = ["AF", "IR", "KZ", "KG", "PK", "TJ", "UZ"].map(|c| c.parse::<Country>().unwrap());
    let on: Date = crate::DAY.parse().unwrap();
    for from in focus {
        for to in focus.into_iter().filter(|to| *to != from) {
            let basis = LAW.basis(&question(from, to, on, "preservation", "illegal_access")).unwrap();
            assert!(basis.obligation.is_none(), "{from}->{to}: {:?}", basis.obligation.by);
            let code = basis.obligation.reason.code();
            let expected = if basis.obligation.unchecked.is_empty() {
                "no-instrument-obliges"
            } else {
                "no-instrument-known-to-oblige"
            };
            assert_eq!(code, expected, "{from}->{to}");
            // Only bilateral treaties whose text was not read are left as a doubt.
            assert!(basis.obligation.unchecked.iter().all(|id| id.starts_with("bi_")), "{from}->{to}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_fact_is_verified_only_if_all_that_it_rests_on_is(
        from in prop::sample::select(states()),
        to in prop::sample::select(states()),
        on in days(),
        measure in 0_usize..24,
        category in 0_usize..15,
    ) {
        prop_assume!(from != to);
        let measure = LAW.measures().nth(measure).expect("24 measures").data.id.clone();
        let category = LAW.categories().nth(category).expect("15 categories").data.id.clone();
        let asked = question(from, to, on, &measure, &category);
        let basis = LAW.basis(&asked).unwrap();
        for (confidence, rests_on) in shown(&basis) {
            let all = !rests_on.is_empty() && rests_on.iter().all(|p| p.confidence == Confidence::Verified);
            prop_assert_eq!(confidence == Confidence::Verified, all);
            prop_assert!(rests_on.iter().all(|p| p.source != RECALLED || p.confidence == Confidence::Unverified));
        }
        for candidate in &basis.candidates {
            prop_assert!(candidate.binding.binds != Binds::No);
            for side in candidate.binding.sides.iter().filter(|s| s.binds == Binds::Yes) {
                prop_assert!(!side.rests_on.is_empty());
                prop_assert!(side.rests_on.iter().all(|p| p.confidence == Confidence::Verified));
            }
            if candidate.obliges() {
                prop_assert!(!candidate.may_oblige());
            }
            let mut facts = candidate.to_confirm();
            let count = facts.len();
            facts.dedup();
            prop_assert_eq!(facts.len(), count);
        }
        // Same question, same pack, same bytes; and the answer survives being written down.
        let json = serde_json::to_string(&basis).unwrap();
        prop_assert_eq!(&json, &serde_json::to_string(&LAW.basis(&asked).unwrap()).unwrap());
        prop_assert_eq!(serde_json::from_str::<Basis>(&json).unwrap(), basis.clone());
        let bytes = comity_record::cbor::to_canonical(&basis).unwrap();
        prop_assert_eq!(comity_record::cbor::from_canonical::<Basis>(&bytes).unwrap(), basis);
    }

    #[test]
    fn binding_is_symmetric(
        a in prop::sample::select(states()),
        b in prop::sample::select(states()),
        on in days(),
    ) {
        for row in LAW.instruments() {
            let (there, back) = (LAW.binding(&row.data.id, a, b, on), LAW.binding(&row.data.id, b, a, on));
            prop_assert_eq!(there.is_some(), back.is_some());
            let (Some(there), Some(back)) = (there, back) else { continue };
            prop_assert_eq!(there.binds, back.binds);
            prop_assert_eq!(&there.in_force, &back.in_force);
            prop_assert_eq!(&there.sides[0], &back.sides[1]);
            prop_assert_eq!(&there.sides[1], &back.sides[0]);
        }
    }

    #[test]
    fn once_bound_stays_bound(
        a in prop::sample::select(states()),
        b in prop::sample::select(states()),
        on in days(),
        later in days(),
    ) {
        // The pack records no denunciations, so time can only make it surer that something binds.
        prop_assume!(later >= on);
        for row in LAW.instruments() {
            let (Some(then), Some(now)) =
                (LAW.binding(&row.data.id, a, b, on), LAW.binding(&row.data.id, a, b, later)) else { continue };
            prop_assert!(now.binds <= then.binds, "{}", row.data.id);
        }
    }
}
