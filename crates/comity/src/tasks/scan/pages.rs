//! The pages among what is searched: records of web captures, and HTML that stands alone or in an archive.
//!
//! They are put together here, in the child, from the layers that the search opens anyway, so that nobody outside has to read
//! a head of HTTP or a title again.

use comity_scan::masked;
use comity_unpack::page::{HEAD_BYTES, http_head, is_html, title};
use comity_unpack::{Capture, Opened, Step};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::way;

/// Records that hold what was captured (ISO 28500, 5.5). The others tell of the capture.
const CAPTURED: [&str; 4] = ["response", "resource", "conversion", "revisit"];

/// Steps by which the body of an answer comes to be read: what lies behind them alone is the page itself.
const TRANSFER: [&str; 4] = ["http", "gzip", "zlib", "zstd"];

/// Steps behind which a page lies as it was stored, beside those that name a file.
const STORED: [&str; 7] = ["gzip", "zlib", "bzip2", "xz", "zstd", "utf-16le", "utf-16be"];

/// The beginning of a layer that is a page, or the body of one.
struct Look {
    depth: usize,
    what: What,
    start: Vec<u8>,
}

enum What {
    /// A record of a capture: its head and body, or the body alone where that has an encoding.
    Record { steps: Vec<Step>, capture: Capture, body: Option<Vec<u8>> },
    /// The body of the record around it.
    Body,
    /// HTML without a record; none when it turned out to be something else.
    Html { steps: Vec<Step> },
}

/// The pages under way, outermost first.
#[derive(Default)]
pub(super) struct Pages {
    looks: Vec<Look>,
    /// A record that was told of, and whose layer may come.
    told: Option<(Vec<Step>, Capture)>,
}

impl Pages {
    /// A record begins. Gives the page of the one before, if that had no layer.
    pub(super) fn capture(&mut self, steps: &[Step], capture: &Capture) -> Option<Value> {
        let before = self.finish();
        let is_page = CAPTURED.contains(&capture.kind.as_str());
        let is_name = steps
            .last()
            .and_then(|step| step.file.as_deref())
            .is_none_or(|uri| uri.starts_with("dns:") || uri.starts_with("filedesc:"));
        if is_page && !is_name {
            self.told = Some((steps.to_vec(), capture.clone()));
        }
        before
    }

    /// A layer begins.
    pub(super) fn enter(&mut self, layer: &Opened<'_>) {
        let depth = layer.steps.len();
        let start = Vec::new();
        if let Some((steps, capture)) = self.told.take_if(|(steps, _)| steps == layer.steps) {
            let what = What::Record { steps, capture, body: None };
            return self.looks.push(Look { depth, what, start });
        }
        let what = match self.looks.last() {
            _ if layer.rewritten.is_some() => return,
            Some(Look { depth: outer, what: What::Record { .. }, .. }) => {
                let inside = &layer.steps[*outer..];
                if !inside.iter().all(|step| TRANSFER.contains(&step.name)) {
                    return;
                }
                What::Body
            }
            Some(Look { depth: outer, what: What::Body, .. })
                if layer.steps[*outer..].iter().all(|step| TRANSFER.contains(&step.name)) =>
            {
                What::Body
            }
            Some(Look { what: What::Body, .. }) => return,
            Some(Look { what: What::Html { .. }, start, .. }) if is_html(start) => return,
            _ => {
                let is_stored = |step: &Step| step.file.is_some() || STORED.contains(&step.name);
                if !layer.steps.last().is_none_or(is_stored) {
                    return;
                }
                What::Html { steps: layer.steps.to_vec() }
            }
        };
        self.looks.push(Look { depth, what, start });
    }

    /// The next bytes of a layer.
    pub(super) fn bytes(&mut self, depth: usize, bytes: &[u8]) {
        let Some(look) = self.looks.iter_mut().find(|look| look.depth == depth) else { return };
        let wanted = HEAD_BYTES.saturating_sub(look.start.len()).min(bytes.len());
        look.start.extend_from_slice(&bytes[..wanted]);
        // What is no page of HTML is let go as soon as that shows, so that pages inside it are looked at.
        if matches!(look.what, What::Html { .. }) && !may_be_html(&look.start) {
            self.looks.retain(|look| look.depth != depth);
        }
    }

    /// The layer at this depth ends. Gives the page that it was.
    pub(super) fn leave(&mut self, depth: usize) -> Option<Value> {
        let Look { what, start, .. } = self.looks.pop_if(|look| look.depth == depth)?;
        match what {
            What::Record { steps, capture, body } => {
                Some(of_record(&steps, &capture, &start, body.as_deref()))
            }
            What::Body => {
                let record = self.looks.iter_mut().rev().find_map(|look| match &mut look.what {
                    What::Record { body, .. } => Some(body),
                    _ => None,
                })?;
                // The innermost layer ends first: it is what the others are made of.
                record.get_or_insert(start);
                None
            }
            What::Html { steps } => is_html(&start).then(|| {
                let said = title(&start, None);
                page(&steps, &json!({ "kind": "html", "media_type": "text/html", "title": said }))
            }),
        }
    }

    /// Nothing more comes. Gives the page of a record that had no layer.
    pub(super) fn finish(&mut self) -> Option<Value> {
        self.told.take().map(|(steps, capture)| of_record(&steps, &capture, &[], None))
    }
}

/// Whether the beginning of a layer may go on as a page of HTML.
fn may_be_html(start: &[u8]) -> bool {
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    text.is_empty() && start.len() < HEAD_BYTES || text.starts_with(b"<")
}

fn of_record(steps: &[Step], capture: &Capture, start: &[u8], body: Option<&[u8]>) -> Value {
    let head = http_head(start);
    let plain = head.as_ref().map_or(start, |head| start.get(head.body..).unwrap_or_default());
    let charset = head.as_ref().and_then(|head| head.charset.as_deref());
    let own = head.as_ref().and_then(|head| head.media_type.clone());
    let media_type = own.or_else(|| head.is_none().then(|| capture.media_type.clone()).flatten());
    let is_page = media_type.as_deref().is_none_or(|media| media.contains("html"));
    let said = || title(plain, charset).or_else(|| title(body?, charset));
    page(
        steps,
        &json!({
            "kind": capture.kind,
            "url": steps.last().and_then(|step| step.file.as_deref()),
            "date": capture.date.as_deref().and_then(moment),
            "status": head.as_ref().map(|head| head.status),
            "media_type": media_type,
            "digest": capture.digest,
            "title": is_page.then(said).flatten(),
        }),
    )
}

/// A date of a capture, where it is one.
fn moment(date: &str) -> Option<String> {
    date.parse::<Timestamp>().ok().map(|moment| moment.to_string())
}

/// What is told of a page: where it lies, and what it says. All of it is foreign, and a secret in it is masked here, since it is
/// kept and printed without a reason given.
fn page(steps: &[Step], said: &Value) -> Value {
    let decoders = steps.iter().map(|step| match &step.file {
        Some(file) => json!({ "name": step.name, "offset": step.offset, "file": file }),
        None => json!({ "name": step.name, "offset": step.offset }),
    });
    let mut page = said.clone();
    page["path"] = json!(way(steps));
    page["decoders"] = decoders.collect();
    mask(&mut page);
    json!({ "page": page })
}

/// Masks every text of an answer.
fn mask(value: &mut Value) {
    match value {
        Value::String(text) => *text = masked(text).into_owned(),
        Value::Array(values) => values.iter_mut().for_each(mask),
        Value::Object(fields) => fields.values_mut().for_each(mask),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &'static str, file: Option<&str>) -> Step {
        Step { name, offset: 7, file: file.map(str::to_owned) }
    }

    fn opened(steps: &[Step]) -> Opened<'_> {
        Opened { steps, rewritten: None, copied_from: None, times: None }
    }

    #[test]
    fn a_record_is_a_page_with_the_title_of_its_decoded_body() {
        let mut pages = Pages::default();
        let record = [step("warc", Some("http://a.example/"))];
        let capture = Capture {
            kind: "response".into(),
            date: Some("2017-03-06T04:02:06Z".into()),
            digest: Some("sha1:X".into()),
            ..Capture::default()
        };
        assert_eq!(pages.capture(&record, &capture), None);
        pages.enter(&opened(&record));
        pages.bytes(1, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\x1f\x8b");
        let inner = [record[0].clone(), step("http", None), step("gzip", None)];
        pages.enter(&opened(&inner[..2]));
        pages.enter(&opened(&inner));
        pages.bytes(3, b"<html><title>A shop</title>");
        assert_eq!((pages.leave(3), pages.leave(2)), (None, None));
        let page = pages.leave(1).unwrap();
        let page = &page["page"];
        assert_eq!((&page["url"], &page["title"]), (&json!("http://a.example/"), &json!("A shop")));
        assert_eq!((&page["status"], &page["media_type"]), (&json!(200), &json!("text/html")));
        assert_eq!((&page["date"], &page["digest"]), (&json!("2017-03-06T04:02:06Z"), &json!("sha1:X")));
        assert_eq!(page["decoders"], json!([{ "name": "warc", "offset": 7, "file": "http://a.example/" }]));
    }

    #[test]
    fn a_secret_in_the_address_and_the_title_of_a_page_is_masked() {
        const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        const KEY: &str = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
        let mut pages = Pages::default();
        let record =
            [step("warc", Some(&format!("http://a.example/{KEY}?seed={}", PHRASE.replace(' ', "+"))))];
        let capture = Capture { kind: "response".into(), digest: Some(KEY.into()), ..Capture::default() };
        assert_eq!(pages.capture(&record, &capture), None);
        pages.enter(&opened(&record));
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; x={KEY}\r\n\r\n");
        pages.bytes(1, format!("{head}<title>№ 42: {PHRASE}</title>").as_bytes());
        let page = pages.leave(1).unwrap().to_string();
        assert!(page.contains("http://a.example/") && page.contains("№ 42"), "{page}");
        for secret in [KEY, "legal", "sausage", "yellow"] {
            assert!(!page.contains(secret), "{page}");
        }
    }

    #[test]
    fn an_empty_record_is_a_page_and_what_tells_of_the_capture_is_none() {
        let mut pages = Pages::default();
        let of =
            |kind: &str| Capture { kind: kind.into(), date: Some("yesterday".into()), ..Capture::default() };
        let record = [step("warc", Some("http://a.example/"))];
        assert_eq!(pages.capture(&record, &of("revisit")), None);
        let page = pages.capture(&record, &of("request")).unwrap();
        assert_eq!((&page["page"]["kind"], &page["page"]["date"]), (&json!("revisit"), &Value::Null));
        assert_eq!(pages.finish(), None);
        assert_eq!(pages.capture(&[step("warc", Some("dns:a.example"))], &of("resource")), None);
        assert_eq!(pages.finish(), None);
    }

    #[test]
    fn html_of_an_archive_is_a_page_and_of_a_letter_is_none() {
        let mut pages = Pages::default();
        let walk = |pages: &mut Pages, steps: &[Step], bytes: &[u8]| {
            pages.enter(&opened(steps));
            for byte in bytes {
                pages.bytes(steps.len(), &[*byte]);
            }
            pages.leave(steps.len())
        };
        pages.enter(&opened(&[]));
        pages.bytes(0, b"PK\x03\x04");
        let page =
            walk(&mut pages, &[step("zip", Some("a.html"))], b" <!doctype html><title>A</title>").unwrap();
        assert_eq!((&page["page"]["title"], &page["page"]["path"]), (&json!("A"), &json!("7-zip(a.html)")));
        assert_eq!(walk(&mut pages, &[step("zip", Some("a.svg"))], b"<svg></svg>"), None);
        assert_eq!(walk(&mut pages, &[step("base64", None)], b"<html><title>A</title>"), None);
        assert_eq!(pages.leave(0), None);
    }
}
