//! The pages about law.

use crate::bench::Office;

async fn office() -> Office {
    Office::with("TJ", &["law", "forms"]).await
}

#[tokio::test]
async fn the_basis_is_asked_for_by_a_form_and_shown_with_its_sources() {
    let office = office().await;
    let mut browser = office.signed_in("Ismat").await;
    let page = browser.get("/law").await;
    // The office's own State is chosen; nothing is answered before something is asked.
    page.is(200).has("<option value=\"TJ\" selected>").has("name=\"measure\"").lacks("id=\"answer\"");
    let page =
        browser.get("/law?from=TJ&to=UZ&measure=stored-content&offence=illegal_access&on=2026-11-23").await;
    page.is(200).has("An instrument in force obliges the requested State.").has("Minsk Convention 1993");
    page.has("Verified in the source").has("the facts must show it").has("Subscriber data of an account");
    // UNCAC binds both, but is no basis for hacking: it stands among the others.
    let (before, others) = page.body.split_once("which do not carry this request").unwrap();
    assert!(others.contains("UNCAC (Merida Convention)") && !before.contains("<h3 id=\"cited1\">UNCAC"));
}

#[tokio::test]
async fn states_are_compared_and_gaps_shown_with_what_nobody_saw() {
    let office = office().await;
    let mut browser = office.signed_in("Ismat").await;
    let page = browser.get("/law/compare?state=UZ&state=TJ&offence=data_theft").await;
    page.is(200).has("Theft or disclosure of data or secrets").has("Not seen").has("Uzbekistan");
    page.has("href=\"/law/compare/paper.pdf?state=UZ&#38;state=TJ&#38;offence=data_theft\"");
    let page = browser.get("/law/gaps?from=UZ&instrument=budapest2001").await;
    page.is(200).has("asks for more than the plain conduct").has("Expedited preservation");
    let page = browser.get("/law/to-verify?from=UZ&to=AF&on=2026-11-23").await;
    page.is(200).has("authorities.toml af-ca").has("The authority to address was not found");
}

#[tokio::test]
async fn a_table_about_law_is_had_on_paper_with_the_answer_inside() {
    let office = office().await;
    let mut browser = office.signed_in("Ismat").await;
    let paper = browser.get("/law/gaps/paper.pdf?from=UZ&instrument=budapest2001").await;
    assert_eq!(paper.is(200).headers["content-type"], "application/pdf");
    paper.has("%PDF-1.7");
    browser.get("/law/gaps/paper.pdf").await.is(404);
    browser.get("/law/basis/paper.pdf").await.is(404);
    browser.get("/law/witchcraft/paper.pdf").await.is(404);
}

#[tokio::test]
async fn a_question_that_the_pack_cannot_take_is_refused_in_words() {
    let office = office().await;
    let mut browser = office.signed_in("Ismat").await;
    browser.get("/law?from=TJ&to=TJ&measure=preservation").await.is(200).has("role=\"alert\"").has("itself");
    browser
        .get("/law?from=TJ&to=UZ&measure=%3Cscript%3E")
        .await
        .is(200)
        .lacks("<script>")
        .has("role=\"alert\"");
    browser.get("/law/gaps?from=UZ&instrument=magna-carta").await.is(200).has("role=\"alert\"");
    browser.get("/law?from=Tajikistan").await.is(400);
    browser.get("/law?on=yesterday").await.is(400);
    browser.get("/law/gaps/paper.pdf?from=UZ&instrument=magna-carta").await.is(400);
    office.browser().get("/law").await.is(303);
}
