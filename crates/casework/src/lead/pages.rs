//! The pages of web captures that scans came by, each with what was found on it, and the pages that show the same.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use comity_record::{CaseId, EntryId};
use comity_scan::masked;
use comity_store::Store;
use serde::{Deserialize, Serialize};

use super::FoundHit;
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::refusal::Refusal;

/// The attachment of a scan: one page a line, as JSON. Scans that came by none have no such file.
pub const PAGES: &str = "pages.jsonl";
/// Pages of one scan. A capture with more is scanned in parts.
pub const MAX_PAGES: usize = 1_000_000;

/// Kinds that every page is full of: they are hits of the scan, and tie nothing.
const COMMON: [&str; 3] = ["url", "domain-name", "ip-address"];

/// A page, as the scanner writes it down. What it says of itself is foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPage {
    /// What it is: `response`, `resource`, `conversion` or `revisit` of a capture, or `html` that stands alone.
    pub kind: String,
    /// The file of the exhibit.
    #[serde(default)]
    pub file: Option<String>,
    /// The place in it, with every decoder on the way.
    pub path: String,
    /// The decoders on the way, by which hits on the page are recognised.
    #[serde(default)]
    pub decoders: Vec<PageStep>,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was captured, in UTC, as the capture says.
    #[serde(default)]
    pub date: Option<String>,
    /// The status of the answer: 200.
    #[serde(default)]
    pub status: Option<u16>,
    /// What it is written in: `text/html`.
    #[serde(default)]
    pub media_type: Option<String>,
    /// Its digest, as the capture says: `sha1:…`.
    #[serde(default)]
    pub digest: Option<String>,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
}

/// A step on the way to a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PageStep {
    /// The decoder.
    pub name: String,
    /// Where the encoded part begins.
    pub offset: u64,
    /// The name that the part has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// A page of the case.
#[derive(Clone, Debug)]
pub struct Page {
    /// The number of the exhibit.
    pub exhibit: u32,
    /// The scan that came by it.
    pub scan: EntryId,
    /// What it says of itself.
    pub page: FoundPage,
    /// What was found on it, each value once.
    pub hits: Vec<HitOnPage>,
}

/// What was found on a page.
#[derive(Clone, Debug)]
pub struct HitOnPage {
    /// The line of the scan's hits, from 1.
    pub line: u64,
    /// The hit.
    pub hit: FoundHit,
    /// How many other pages of the case show the same value.
    pub other_pages: usize,
    /// The wallet, account or subject of the case that it is.
    pub account: Option<EntryId>,
}

impl FoundPage {
    /// The same without the secrets that may stand in its address or title. The attachment of an early search has them in clear,
    /// and the hits are known by the masked names.
    fn masked(mut self) -> Self {
        let own = [&mut self.url, &mut self.title, &mut self.media_type, &mut self.digest];
        let steps = self.decoders.iter_mut().map(|step| &mut step.file);
        for text in own.into_iter().chain(steps).filter_map(Option::as_mut) {
            if let Cow::Owned(hidden) = masked(text) {
                *text = hidden;
            }
        }
        self
    }
}

/// The lines of the attachment; none when there are no pages.
pub(super) fn lines(pages: &[serde_json::Value]) -> Result<Option<Vec<u8>>, Refusal> {
    if pages.is_empty() {
        return Ok(None);
    }
    if pages.len() > MAX_PAGES {
        return Err(Refusal::Body(format!("more than {MAX_PAGES} pages")));
    }
    let mut lines = Vec::new();
    for page in pages {
        let read: FoundPage =
            serde_json::from_value(page.clone()).map_err(|e| Refusal::Body(e.to_string()))?;
        serde_json::to_writer(&mut lines, &read).map_err(|e| Refusal::Body(e.to_string()))?;
        lines.push(b'\n');
    }
    Ok(Some(lines))
}

impl<S: Store> Casework<S> {
    /// The pages of web captures in a case, or in one exhibit of it, as the last search of each exhibit came by them. With
    /// `find` those alone whose address or title, or something that was found on them, holds that text.
    ///
    /// # Errors
    /// Fails when the officer may not read the case, or it has no such exhibit.
    pub async fn pages(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: Option<u32>,
        find: Option<&str>,
    ) -> Result<Vec<Page>, CaseworkError> {
        self.may_read(session, case)?;
        let state = self.state();
        let within = state.case(case)?;
        if let Some(number) = exhibit {
            within.exhibits.entry(number)?;
        }
        let mut last: BTreeMap<u32, EntryId> = BTreeMap::new();
        for scan in within.leads.scans().iter().filter(|scan| within.counts(**scan)) {
            last.extend(within.searched(*scan).map(|number| (number, *scan)));
        }
        let mut pages = Vec::new();
        for (number, scan) in last {
            pages.extend(self.pages_of(session, case, number, scan).await?);
        }
        self.tie(session, case, &mut pages).await?;
        let find = find.map(str::trim).filter(|text| !text.is_empty()).map(str::to_lowercase);
        pages.retain(|page| {
            exhibit.is_none_or(|number| number == page.exhibit)
                && find.as_deref().is_none_or(|text| page.says(text))
        });
        Ok(pages)
    }

    async fn pages_of(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: u32,
        scan: EntryId,
    ) -> Result<Vec<Page>, CaseworkError> {
        let attached = self.attachments(session, case, scan).await?;
        let Some(file) = attached.iter().find(|file| file.name == PAGES) else { return Ok(vec![]) };
        let bytes = self.read_object(case, file.sha256).await?;
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let read = |line: &[u8]| -> Result<Page, CaseworkError> {
            let page: FoundPage = serde_json::from_slice(line).map_err(|e| Refusal::Body(e.to_string()))?;
            Ok(Page { exhibit, scan, page: page.masked(), hits: vec![] })
        };
        let mut pages = lines.map(read).collect::<Result<Vec<_>, _>>()?;
        let places: HashMap<_, _> = (0..)
            .zip(&pages)
            .map(|(at, page)| ((page.page.file.clone(), page.page.decoders.clone()), at))
            .collect();
        for (line, hit) in (1..).zip(self.hits(session, case, scan).await?) {
            let steps: Way = serde_json::from_value(hit.clone()).unwrap_or_default();
            let Ok(hit) = serde_json::from_value::<FoundHit>(hit) else { continue };
            if COMMON.contains(&hit.kind.as_str()) {
                continue;
            }
            if let Some(page) = steps.page(hit.file.as_ref(), &places)
                && let Some(page) = pages.get_mut(page)
                && !page.hits.iter().any(|known| known.hit.kind == hit.kind && known.hit.name() == hit.name())
            {
                page.hits.push(HitOnPage { line, hit, other_pages: 0, account: None });
            }
        }
        Ok(pages)
    }

    /// Says of each hit how many other pages show the same, and which account of the case it is.
    async fn tie(&self, session: &Session, case: CaseId, pages: &mut [Page]) -> Result<(), CaseworkError> {
        let named = |hit: &FoundHit| Some((hit.kind.clone(), hit.name()?.to_owned()));
        let mut shown: HashMap<(String, String), usize> = HashMap::new();
        for value in pages.iter().flat_map(|page| &page.hits).filter_map(|hit| named(&hit.hit)) {
            *shown.entry(value).or_default() += 1;
        }
        let accounts = self.accounts(session, case).await?.into_iter().filter(|account| !account.withdrawn);
        let accounts: HashMap<_, _> = accounts
            .filter_map(|account| Some((named(&account.promoted.as_ref()?.hit)?, account.entry)))
            .collect();
        for hit in pages.iter_mut().flat_map(|page| &mut page.hits) {
            if let Some(value) = named(&hit.hit) {
                hit.other_pages = shown.get(&value).map_or(0, |pages| pages.saturating_sub(1));
                hit.account = accounts.get(&value).copied();
            }
        }
        Ok(())
    }
}

impl Page {
    /// Whether its address, its title or something that was found on it holds a text, which is in small letters.
    fn says(&self, text: &str) -> bool {
        let own = [&self.page.url, &self.page.title, &self.page.file].into_iter().flatten();
        let hits = self.hits.iter().flat_map(|hit| [Some(hit.hit.value.as_str()), hit.hit.name()]).flatten();
        own.map(String::as_str).chain(hits).any(|said| said.to_lowercase().contains(text))
    }
}

/// The values that several of these pages show, the most shown first: kind, value and places among the pages.
pub fn shared(pages: &[Page]) -> Vec<(String, String, BTreeSet<usize>)> {
    let mut shown: BTreeMap<(String, String), BTreeSet<usize>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        for hit in &page.hits {
            if let Some(name) = hit.hit.name() {
                shown.entry((hit.hit.kind.clone(), name.to_owned())).or_default().insert(at);
            }
        }
    }
    let mut shared: Vec<_> = shown
        .into_iter()
        .filter(|(_, at)| at.len() > 1)
        .map(|((kind, value), at)| (kind, value, at))
        .collect();
    shared.sort_by_key(|(_, _, at)| std::cmp::Reverse(at.len()));
    shared
}

/// The way to a hit.
#[derive(Default, Deserialize)]
struct Way {
    #[serde(default)]
    decoders: Vec<PageStep>,
}

impl Way {
    /// The innermost page on the way.
    fn page(
        &self,
        file: Option<&String>,
        pages: &HashMap<(Option<String>, Vec<PageStep>), usize>,
    ) -> Option<usize> {
        let steps = (0..=self.decoders.len()).rev();
        steps.into_iter().find_map(|end| pages.get(&(file.cloned(), self.decoders[..end].to_vec())).copied())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_secret_in_a_page_of_an_early_search_is_masked_when_it_is_read() {
        let key = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
        let page: FoundPage = serde_json::from_value(json!({
            "kind": "response", "path": "x-0-warc(http://a.example/•••)", "url": format!("http://a.example/{key}"),
            "title": "legal winner thank year wave sausage worth useful legal winner thank yellow",
            "digest": "sha1:X",
            "decoders": [{ "name": "warc", "offset": 0, "file": format!("http://a.example/{key}") }],
        }))
        .unwrap();
        let page = page.masked();
        let place = Some("http://a.example/•••".to_owned());
        assert_eq!((&page.url, &page.decoders[0].file), (&place, &place));
        assert_eq!((page.title.as_deref(), page.digest.as_deref()), (Some("•••"), Some("sha1:X")));
    }
}
