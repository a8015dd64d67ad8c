//! `comity evidence pages`: the pages of web captures in a case, with what was found on them.

use comity_casework::exhibit::label;
use comity_casework::lead::{Page, shared};
use serde_json::{Value, json};

use crate::cli::PagesOfCase;
use crate::folder;
use crate::out::{Failure, Out, clean};

/// Lists the pages of web captures, and what several of them show.
pub async fn pages(out: &Out, words: &PagesOfCase) -> Result<(), Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let case = opened.case(&session, &words.case)?;
    let pages = opened.node.pages(&session, case, words.exhibit, words.find.as_deref()).await;
    let pages = pages.map_err(Failure::of)?;
    for page in &pages {
        out.answer(&as_json(page), |out| print(out, page));
    }
    if out.is_json() {
        return Ok(());
    }
    if pages.is_empty() {
        out.say("comity-pages-none", &[]);
    }
    let tied = shared(&pages);
    if !tied.is_empty() {
        out.say("comity-pages-shared", &[("count", &tied.len().to_string())]);
        let lines: Vec<_> = tied
            .iter()
            .map(|(kind, value, at)| clean(&format!("{:>6}  {kind}  {value}", at.len())))
            .collect();
        for line in out.first(&lines) {
            out.line(&format!("  {line}"));
        }
    }
    Ok(())
}

fn as_json(page: &Page) -> Value {
    let hits = page.hits.iter().map(|hit| {
        json!({
            "hit": hit.line, "kind": hit.hit.kind, "class": hit.hit.class, "value": hit.hit.value,
            "canonical": hit.hit.canonical, "fingerprint": hit.hit.fingerprint, "path": hit.hit.path,
            "other_pages": hit.other_pages, "account": hit.account,
        })
    });
    let said = &page.page;
    json!({
        "exhibit": label(page.exhibit), "scan": page.scan, "kind": said.kind, "url": said.url,
        "title": said.title, "date": said.date, "status": said.status, "media_type": said.media_type,
        "digest": said.digest, "file": said.file, "path": said.path, "hits": hits.collect::<Vec<_>>(),
    })
}

fn print(out: &Out, page: &Page) {
    let said = &page.page;
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let status = said.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
    let place = said.url.as_ref().unwrap_or(&said.path);
    let title = said.title.as_ref().map(|title| format!("  {title}")).unwrap_or_default();
    let (exhibit, date, media) = (label(page.exhibit), or_none(&said.date), or_none(&said.media_type));
    out.line(&clean(&format!("{exhibit}  {date}  {status}  {media}  {place}{title}")));
    for hit in &page.hits {
        let value = hit.hit.name().unwrap_or(&hit.hit.value);
        let others = out.message("comity-page-others", &[("count", &hit.other_pages.to_string())]);
        let account = hit.account.map(|entry| format!("  {entry}")).unwrap_or_default();
        out.line(&clean(&format!("{:>6}  {}  {value}  {others}{account}", hit.line, hit.hit.kind)));
    }
}
