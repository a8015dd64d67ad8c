//! Answers worked out by hand from the rows of the pack, with the reasoning.

use comity_law::{Basis, Binds, Candidate, Confidence, ProvisionKind, Reason, Standing, Strength, Way};

use crate::{DAY, LAW, ask};

fn candidate<'b>(basis: &'b Basis, id: &str) -> &'b Candidate {
    basis.candidate(id).unwrap_or_else(|| panic!("{id} is no candidate"))
}

fn reasons(candidate: &Candidate) -> Vec<&'static str> {
    candidate.binding.reasons().map(Reason::code).collect()
}

fn opened(basis: &Basis, id: &str) -> (Binds, &'static str) {
    let opening = &candidate(basis, id).opening;
    (opening.opens, opening.offences[0].reason.code())
}

fn by(basis: &Basis) -> Vec<&str> {
    basis.obligation.by.iter().map(|s| s.value().as_str()).collect()
}

fn binds(id: &str, a: &str, b: &str, on: &str) -> Binds {
    let binding = LAW.binding(id, a.parse().unwrap(), b.parse().unwrap(), on.parse().unwrap());
    binding.unwrap_or_else(|| panic!("{id} is not between {a} and {b}")).binds
}

/// KZ deposited Chisinau on 29 Mar 2004, UZ acceded by a law of 26 Aug 2019 (both rows verified); it was in force
/// by 2 Oct 2004. So it binds, and by its article 120 replaces Minsk, to which both are parties too. Its articles
/// 4 and 6 were not seen whole (articles_confidence unverified), so that it obliges is not verified.
#[test]
fn kz_asks_uz_for_exchange_records() {
    let basis = ask("KZ", "UZ", "vasp-records", &["computer_fraud"], DAY);
    assert_eq!(basis.obligation.reason.code(), "instrument-obliges");
    assert_eq!(by(&basis), ["chisinau2002"]);
    assert_eq!(basis.obligation.confidence(), Confidence::Unverified);

    let first = &basis.candidates[0];
    assert_eq!(first.instrument, "chisinau2002");
    assert_eq!(reasons(first), ["in-force-by", "party-since", "party-since"]);
    assert_eq!(first.provision.value().kind, ProvisionKind::GeneralClause);
    let minsk = candidate(&basis, "minsk1993");
    let replaced = minsk.replaced.as_ref().unwrap();
    assert_eq!((replaced.value().by.as_str(), replaced.value().clause.as_str()), ("chisinau2002", "120"));
    assert!(minsk.is_replaced() && !minsk.obliges());
    assert_eq!(basis.candidates.last().unwrap().instrument, "minsk1993");

    // KZ computer fraud: two years, ten when aggravated. UNTOC wants four: the basic form does not open it.
    assert_eq!(opened(&basis, "untoc"), (Binds::Unclear, "threshold-met-if-aggravated"));
    // And paragraphs 9 to 29 of its article 18 yield to the three treaties of assistance between the two.
    let untoc = candidate(&basis, "untoc");
    let yields = untoc.yields.as_ref().unwrap().value();
    assert_eq!((yields.clause.as_str(), yields.yields), ("18(7)", Binds::Yes));
    assert_eq!(yields.to, ["bi_kz_uz_mla", "chisinau2002", "minsk1993"]);
    assert!(untoc.contents.value().iter().all(|d| d.standing == Standing::Yields));
    let general = &untoc.articles.value()["mla_general"];
    assert!(general.iter().all(|a| !a.in_yielding_range), "18(1) to 18(3) do not yield");
    let contents = &untoc.articles.value()["request_contents"];
    let marked: Vec<_> = contents.iter().map(|a| (a.article.as_str(), a.in_yielding_range)).collect();
    assert_eq!(marked, [("18(15)", true), ("18(16)", true), ("13(3)", false)]);

    // The bilateral treaty of 1997 is in force since 29 Nov 1998, but nobody has read it.
    let bilateral = candidate(&basis, "bi_kz_uz_mla");
    assert_eq!(bilateral.provision.value().reason.code(), "text-not-read");
    assert!(basis.obligation.unchecked.iter().any(|id| id == "bi_kz_uz_mla"));

    // Chisinau's list of contents: signature and seal are required, secrecy may be asked.
    let demand = |field: &str| {
        let demands = first.contents.value();
        demands.iter().find(|d| d.field == field).map(|d| (d.strength, d.articles[0].article.clone()))
    };
    assert_eq!(demand("signature_seal"), Some((Strength::Required, "7".to_owned())));
    assert_eq!(demand("confidentiality_asked"), Some((Strength::Optional, "7".to_owned())));
    assert_eq!(demand("order_copy"), None);
}

/// Nothing among the instruments between the two speaks of expedited preservation; only the unread bilateral
/// treaty is a doubt. What remains: Chisinau's general clause, reciprocity (UZ accepts it), the police channels of
/// which both are members, and the provider.
#[test]
fn kz_asks_uz_to_preserve_data() {
    let basis = ask("KZ", "UZ", "preservation", &["illegal_access"], DAY);
    assert_eq!(basis.obligation.reason.code(), "no-instrument-known-to-oblige");
    assert_eq!(basis.obligation.unchecked, ["bi_kz_uz_mla"]);
    // KZ illegal access: no imprisonment, two years when aggravated: below four. The threshold trap.
    assert_eq!(opened(&basis, "untoc"), (Binds::No, "threshold-not-met"));
    let open: Vec<_> = basis
        .remains
        .iter()
        .filter(|w| w.value().open == comity_law::rows::YesNoUnknown::Yes)
        .map(|w| (w.value().way, w.value().id.as_str(), w.confidence()))
        .collect();
    use Confidence::{Unverified, Verified};
    assert_eq!(
        open,
        [
            (Way::GeneralClause, "chisinau2002", Unverified),
            (Way::Reciprocity, "UZ", Verified),
            (Way::Police, "caricc", Verified),
            (Way::Police, "interpol_i247", Unverified),
        ]
    );
    assert!(basis.remains.iter().any(|w| w.value().way == Way::Provider));
    // The UN Convention against Cybercrime would provide for it, but is not in force.
    let uncyber = basis.not_binding.iter().find(|b| b.instrument == "uncyber2024").unwrap();
    assert_eq!(uncyber.in_force.value().reason.code(), "not-in-force-as-known");
}

/// Minsk binds both by verified rows. That TJ is a party to Chisinau is only recalled, so Chisinau is not sure to
/// bind, and Minsk only maybe replaced: it is cited, and a jurist must confirm.
#[test]
fn kg_asks_tj_for_exchange_records() {
    let basis = ask("KG", "TJ", "vasp-records", &["computer_fraud"], DAY);
    assert_eq!(by(&basis), ["minsk1993"]);
    assert_eq!(candidate(&basis, "chisinau2002").binding.binds, Binds::Unclear);
    let minsk = candidate(&basis, "minsk1993");
    assert_eq!(minsk.replaced.as_ref().unwrap().value().reason.code(), "maybe-replaced");
    let confirm: Vec<_> = minsk.to_confirm().iter().map(|f| f.reason.code()).collect();
    assert_eq!(confirm, ["maybe-replaced", "not-named-for-instrument", "row-unverified"]);
    // KG computer fraud: one year, seven when aggravated.
    assert_eq!(opened(&basis, "untoc").1, "threshold-met-if-aggravated");
    // TJ: whether it helps without a treaty was not found.
    let reciprocity = basis.remains.iter().find(|w| w.value().way == Way::Reciprocity).unwrap();
    assert_eq!(reciprocity.value().reasons[0].code(), "reciprocity-unknown");
    assert_eq!(minsk.addressees[0].value().authority, "tj-gpo");
}

/// KG simple access is an administrative offence since 2025; of the criminal one no penalty was seen.
#[test]
fn kg_simple_access_does_not_open_untoc_by_what_is_known() {
    let basis = ask("KG", "TJ", "preservation", &["illegal_access"], DAY);
    assert_eq!(basis.obligation.reason.code(), "no-instrument-obliges");
    assert_eq!(opened(&basis, "untoc"), (Binds::Unclear, "penalty-unknown"));
}

/// IR ratified UNTOC on 6 Aug 2025; by article 38(2) it is bound from the thirtieth day after, 5 Sep 2025. Its
/// ratification is conditional, so the declaration must be read. Laundering is an offence of UNTOC article 6,
/// UNCAC 23 and Vienna 3(1)(b), so no threshold matters. No treaty of assistance links the two: nothing yields.
#[test]
fn ir_asks_pk_for_exchange_records_in_a_laundering_case() {
    let basis = ask("IR", "PK", "vasp-records", &["money_laundering"], DAY);
    assert_eq!(by(&basis), ["uncac", "untoc", "vienna1988"]);
    assert_eq!(opened(&basis, "untoc"), (Binds::Yes, "listed-offence"));
    let untoc = candidate(&basis, "untoc");
    assert_eq!(untoc.yields.as_ref().unwrap().value().yields, Binds::No);
    assert!(untoc.contents.value().iter().all(|d| d.standing == Standing::Applies));
    assert!(reasons(untoc).contains(&"declaration-made"));
    let declared = untoc.binding.sides[0].declarations.as_ref().unwrap();
    assert!(declared.value().starts_with("Conditional"));
    // The Ministry of Interior is named for UNTOC, the National Accountability Bureau for UNCAC.
    assert_eq!(untoc.addressees[0].value().authority, "pk-moi");
    assert_eq!(candidate(&basis, "uncac").addressees[0].value().authority, "pk-nab");
    assert_eq!(opened(&basis, "cft1999"), (Binds::No, "offence-not-listed"));

    assert_eq!(binds("untoc", "IR", "PK", "2025-08-05"), Binds::No);
    assert_eq!(binds("untoc", "IR", "PK", "2025-09-04"), Binds::No);
    assert_eq!(binds("untoc", "IR", "PK", "2025-09-05"), Binds::Yes);
    assert_eq!(untoc.binding.sides[0].since.map(|d| d.to_string()).as_deref(), Some("2025-09-05"));
}

/// PK is no Egmont member (2017) and IR not by recall: the FIU channel is closed as known; PK's own law has s. 19.
#[test]
fn ir_asks_pk_to_preserve_data() {
    let basis = ask("IR", "PK", "preservation", &["illegal_access"], DAY);
    assert_eq!(basis.obligation.reason.code(), "no-instrument-obliges");
    let own = basis.remains.iter().find(|w| w.value().way == Way::DomesticProvision).unwrap();
    assert_eq!(
        (own.value().provisions.as_slice(), own.confidence()),
        (&["s. 19".to_owned()][..], Confidence::Verified)
    );
    let records = ask("IR", "PK", "vasp-records", &["illegal_access"], DAY);
    let egmont = records.remains.iter().find(|w| w.value().id == "egmont").unwrap();
    assert_eq!(egmont.value().reasons[0].code(), "network-not-of-both");
}

/// AF illegal access: one year, so UNTOC is closed; the bilateral treaty is in force by a source without a date
/// and was not read. Nothing is known to oblige.
#[test]
fn af_asks_uz_for_exchange_records_in_a_hacking_case() {
    let basis = ask("AF", "UZ", "vasp-records", &["illegal_access"], DAY);
    assert!(basis.obligation.is_none());
    assert_eq!(basis.obligation.unchecked, ["bi_af_uz_mla", "ets141"]);
    assert_eq!(opened(&basis, "untoc"), (Binds::No, "threshold-not-met"));
    let bilateral = candidate(&basis, "bi_af_uz_mla");
    assert_eq!(bilateral.binding.binds, Binds::Yes);
    assert_eq!(bilateral.binding.in_force.value().reason.code(), "in-force-seen-undated");
    assert!(bilateral.to_confirm().iter().any(|f| f.reason.code() == "in-force-seen-undated"));
    // The source of the row is of 2019: earlier than its end nothing is claimed.
    assert_eq!(binds("bi_af_uz_mla", "AF", "UZ", "2019-12-30"), Binds::Unclear);
    // The other way round: AF helps only by treaty, and who is addressed is a known gap.
    let back = ask("UZ", "AF", "preservation", &["illegal_access"], DAY);
    let reciprocity = back.remains.iter().find(|w| w.value().way == Way::Reciprocity).unwrap();
    assert_eq!(reciprocity.value().reasons[0].code(), "treaty-needed");
    let gaps = &candidate(&back, "bi_af_uz_mla").addressees;
    assert_eq!(gaps.last().unwrap().value().reason.code(), "addressee-unknown");
}

#[test]
fn entry_into_force_changes_the_answer_on_the_day() {
    // UNTOC entered into force on 29 Sep 2003; AF (24 Sep 2003, thirtieth day after) and TJ (2002) are bound later
    // and from the start.
    assert_eq!(binds("untoc", "AF", "TJ", "2003-09-28"), Binds::No);
    assert_eq!(binds("untoc", "AF", "TJ", "2003-10-23"), Binds::No);
    assert_eq!(binds("untoc", "AF", "TJ", "2003-10-24"), Binds::Yes);
    // KZ-UZ bilateral: 29 Nov 1998, but UZ's own row is of 2001 and gives no date.
    assert_eq!(binds("bi_kz_uz_mla", "KZ", "UZ", "1998-11-28"), Binds::No);
    assert_eq!(binds("bi_kz_uz_mla", "KZ", "UZ", "1998-11-29"), Binds::Unclear);
    assert_eq!(binds("bi_kz_uz_mla", "KZ", "UZ", "2003-01-01"), Binds::Yes);
    // UNCAC has no rule for later consents in the pack: shortly after a consent the answer is unclear.
    // PK ratified on 31 Aug 2007; 125 days later is 3 Jan 2008.
    assert_eq!(binds("uncac", "PK", "KG", "2007-08-30"), Binds::No);
    assert_eq!(binds("uncac", "PK", "KG", "2008-01-02"), Binds::Unclear);
    assert_eq!(binds("uncac", "PK", "KG", "2008-01-03"), Binds::Yes);
    // AM and the CIS agreement of 2018: in force for it on 22 Jan 2022, as the row says.
    assert_eq!(binds("cis_it_2018", "AM", "KZ", "2022-01-22"), Binds::Yes);
    assert_eq!(binds("cis_it_2018", "AM", "KZ", "2022-01-21"), Binds::No);
    // A bilateral treaty of other States is not between these two.
    let none =
        LAW.binding("bi_kz_us_mla", "TJ".parse().unwrap(), "UZ".parse().unwrap(), DAY.parse().unwrap());
    assert!(none.is_none());
}

/// Two Parties to Budapest: preservation has articles there, at least 60 days, and contents of its own (29(2)).
#[test]
fn parties_to_budapest_owe_each_other_preservation() {
    let basis = ask("AM", "GE", "preservation", &["illegal_access"], DAY);
    assert_eq!(by(&basis), ["budapest2001"]);
    let budapest = candidate(&basis, "budapest2001");
    assert_eq!(budapest.provision.value().reason.code(), "articles-provide");
    assert_eq!(*budapest.preservation_min_days.as_ref().unwrap().value(), 60);
    assert_eq!(basis.obligation.confidence(), Confidence::Verified);
    let demand = |field: &str| budapest.contents.value().iter().find(|d| d.field == field).cloned().unwrap();
    assert_eq!(demand("intent_to_follow_up").strength, Strength::Required);
    assert_eq!(demand("intent_to_follow_up").articles[0].article, "29(2)");
    // What the treaty does not list is practice, and no article is cited for it.
    let practice = demand("assistance_sought");
    assert_eq!((practice.strength, practice.articles.len()), (Strength::RequiredInPractice, 0));
}
