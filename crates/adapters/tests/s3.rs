//! A store in a bucket, against a server of a few lines that can also be in trouble. What real servers do is judged by
//! `tests/interop/s3.sh`.

#![expect(clippy::disallowed_methods, reason = "what a test writes need not survive a power cut")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use comity_adapters::s3::{Credentials, EMPTY_PAGES_MAX, Persistence, S3Error, S3Store, Settings};
use comity_adapters::tls::{PageKey, PageTls, make_page_certificate};
use comity_adapters::world::{SystemClock, SystemEntropy};
use comity_disk::{Disk, SimDisk};
use comity_evidence::vault::conformance;
use comity_evidence::{Intake, Limits, NoKeys, Stored, Vault, VaultError};
use comity_record::key::SecretKey;
use comity_record::{Coded, Sha256Digest};

/// A request as the server sees it.
struct Seen {
    method: String,
    key: String,
    query: BTreeMap<String, String>,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

/// What a server in trouble does with a request.
enum Trouble {
    /// It answers with this status and code, and does nothing.
    Says(u16, &'static str),
    /// It does what was asked, and closes without an answer.
    Mute,
    /// It keeps other bytes than it was sent, without a checksum.
    Spoils,
    /// Both.
    SpoilsMute,
}

/// Decides about each request.
type Mood = dyn Fn(&Seen) -> Option<Trouble> + Send + Sync;

#[derive(Default)]
struct Bucket {
    objects: BTreeMap<String, Vec<u8>>,
    sums: BTreeMap<String, String>,
    uploads: BTreeMap<String, (String, BTreeMap<usize, Vec<u8>>)>,
    /// So many pages of a listing hold nothing before others come.
    empty_pages: usize,
    /// The method and the name of each request, in their order.
    log: Vec<String>,
}

/// A server on this machine, which ends with the test.
struct Server {
    address: String,
    bucket: Arc<Mutex<Bucket>>,
}

impl Server {
    fn new() -> Self {
        Self::in_mood(|_| None)
    }

    fn in_mood(mood: impl Fn(&Seen) -> Option<Trouble> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let bucket = Arc::new(Mutex::new(Bucket::default()));
        let (kept, mood): (_, Arc<Mood>) = (Arc::clone(&bucket), Arc::new(mood));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (bucket, mood) = (Arc::clone(&kept), Arc::clone(&mood));
                std::thread::spawn(move || serve(&stream, &bucket, &*mood));
            }
        });
        Self { address, bucket }
    }

    fn settings(&self) -> Settings {
        let text = format!("endpoint = 'http://{}'\nbucket = 'evidence'\ncredentials = '/x'", self.address);
        Settings::read(&text).unwrap()
    }

    fn open(&self) -> Result<S3Store, S3Error> {
        open(self.settings())
    }

    fn vault(&self) -> Vault {
        let store = Box::new(self.open().unwrap().with_part_bytes(1000));
        let key = SecretKey::from_bytes([1; 32]);
        Vault::open_over(store, Arc::new(SimDisk::new()), key, Arc::new(SystemEntropy)).unwrap()
    }

    fn log(&self) -> Vec<String> {
        std::mem::take(&mut self.bucket.lock().unwrap().log)
    }
}

fn open(settings: Settings) -> Result<S3Store, S3Error> {
    let persistence = Persistence { pause: Duration::from_millis(1), ..Persistence::default() };
    S3Store::open_with(settings, credentials(), Arc::new(SystemClock), "node-1", persistence)
}

fn credentials() -> Credentials {
    Credentials::from_bytes(b"AKEXERCISE\nnobody's").unwrap()
}

fn add(vault: &Vault, bytes: usize) -> Result<Stored, VaultError> {
    let content: Vec<u8> = (0..bytes).map(|at| u8::try_from(at % 251).unwrap()).collect();
    vault.add(&mut &content[..], "x", &mut Intake::new(Limits::default()), &NoKeys([7; 16]))
}

fn serve(mut stream: &TcpStream, bucket: &Mutex<Bucket>, mood: &Mood) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    while let Some(seen) = request(&mut reader) {
        let trouble = mood(&seen);
        let mut bucket = bucket.lock().unwrap();
        let named = seen.query.keys().next().map(|name| format!(" {name}")).unwrap_or_default();
        bucket.log.push(format!("{}{named}", seen.method));
        let (status, headers, body) = match trouble {
            Some(Trouble::Says(status, code)) => error(status, code),
            _ => answer(&mut bucket, &seen),
        };
        match trouble {
            Some(Trouble::Mute) => return,
            Some(Trouble::Spoils | Trouble::SpoilsMute) => {
                bucket.sums.remove(&seen.key);
                let kept = bucket.objects.get_mut(&seen.key).unwrap();
                let middle = kept.len() / 2;
                kept[middle] ^= 1;
                if matches!(trouble, Some(Trouble::SpoilsMute)) {
                    return;
                }
            }
            _ => {}
        }
        drop(bucket);
        let length = headers.iter().any(|header| header.starts_with("content-length"));
        let mut text = format!("HTTP/1.1 {status} x\r\n");
        for header in headers {
            text.extend([&header, "\r\n"]);
        }
        if !length {
            text.extend(["content-length: ", &body.len().to_string(), "\r\n"]);
        }
        text.push_str("\r\n");
        let body = if seen.method == "HEAD" { vec![] } else { body };
        if stream.write_all(&[text.as_bytes(), &body].concat()).is_err() {
            return;
        }
    }
}

fn request(reader: &mut BufReader<TcpStream>) -> Option<Seen> {
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0).map(|_| line.trim_end().to_owned())
    };
    let first = line()?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let header = line()?;
        let Some((name, value)) = header.split_once(": ") else { break };
        headers.insert(name.to_owned(), value.to_owned());
    }
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let key = path.strip_prefix("/evidence/").unwrap().to_owned();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let query = pairs.map(|(name, value)| (name.to_owned(), value.replace("%2F", "/"))).collect();
    Some(Seen { method, key, query, headers, body })
}

fn error(status: u16, code: &str) -> (u16, Vec<String>, Vec<u8>) {
    (status, vec![], format!("<Error><Code>{code}</Code></Error>").into_bytes())
}

fn sum(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256Digest::of(bytes).as_bytes())
}

/// As S3 answers.
fn answer(bucket: &mut Bucket, seen: &Seen) -> (u16, Vec<String>, Vec<u8>) {
    let done = |body: String| (200, vec![], body.into_bytes());
    let asked = |name: &str| seen.query.get(name).cloned().unwrap_or_default();
    let taken = seen.headers.contains_key("if-none-match") && bucket.objects.contains_key(&seen.key);
    if seen.method == "PUT" || seen.method == "POST" && seen.query.contains_key("uploadId") {
        assert_eq!(seen.headers["x-amz-content-sha256"], Sha256Digest::of(&seen.body).to_string());
    }
    match seen.method.as_str() {
        "GET" if seen.query.contains_key("list-type") => {
            let after = asked("start-after").max(asked("continuation-token"));
            if bucket.empty_pages > 0 {
                bucket.empty_pages -= 1;
                let token = "<NextContinuationToken>objects/</NextContinuationToken>";
                return done(format!(
                    "<ListBucketResult><IsTruncated>true</IsTruncated>{token}</ListBucketResult>"
                ));
            }
            let mut keys =
                bucket.objects.keys().filter(|key| key.starts_with(&asked("prefix")) && **key > after);
            let page: Vec<_> = keys.by_ref().take(asked("max-keys").parse().unwrap()).collect();
            let mut body = "<ListBucketResult>".to_owned();
            for key in &page {
                let size = bucket.objects[*key].len().to_string();
                body.extend(["<Contents><Key>", key, "</Key><Size>", &size, "</Size></Contents>"]);
            }
            let more = keys.next().is_some();
            let last = page.last().map_or("", |key| key.as_str());
            body.extend(["<IsTruncated>", &more.to_string(), "</IsTruncated>"]);
            body.extend(["<NextContinuationToken>", last, "</NextContinuationToken>"]);
            done(body + "</ListBucketResult>")
        }
        "GET" if seen.query.contains_key("uploads") => {
            let mut body = "<ListMultipartUploadsResult>".to_owned();
            for (id, (key, _)) in &bucket.uploads {
                body.extend(["<Upload><Key>", key, "</Key><UploadId>", id, "</UploadId></Upload>"]);
            }
            done(body + "</ListMultipartUploadsResult>")
        }
        "GET" => {
            let Some(object) = bucket.objects.get(&seen.key) else { return error(404, "NoSuchKey") };
            let (first, last) =
                seen.headers["range"].strip_prefix("bytes=").unwrap().split_once('-').unwrap();
            let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
            let end = object.len().min(last + 1);
            if first >= end {
                return error(416, "InvalidRange");
            }
            let range = format!("content-range: bytes {first}-{}/{}", end - 1, object.len());
            (206, vec![range], object[first..end].to_vec())
        }
        "HEAD" => match bucket.objects.get(&seen.key) {
            Some(object) => {
                let mut headers = vec![format!("content-length: {}", object.len())];
                headers.extend(bucket.sums.get(&seen.key).map(|sum| format!("x-amz-checksum-sha256: {sum}")));
                (200, headers, vec![])
            }
            None => (404, vec![], vec![]),
        },
        "PUT" if seen.query.contains_key("partNumber") => {
            let Some((_, parts)) = bucket.uploads.get_mut(&asked("uploadId")) else {
                return error(404, "NoSuchUpload");
            };
            parts.insert(asked("partNumber").parse().unwrap(), seen.body.clone());
            (
                200,
                vec![
                    format!("etag: \"{}\"", seen.body.len()),
                    format!("x-amz-checksum-sha256: {}", sum(&seen.body)),
                ],
                vec![],
            )
        }
        "PUT" if taken => error(412, "PreconditionFailed"),
        "PUT" => {
            bucket.objects.insert(seen.key.clone(), seen.body.clone());
            bucket.sums.insert(seen.key.clone(), sum(&seen.body));
            done(String::new())
        }
        "POST" if seen.query.contains_key("uploads") => {
            let id = format!("u{}", bucket.uploads.len());
            bucket.uploads.insert(id.clone(), (seen.key.clone(), BTreeMap::new()));
            done(format!(
                "<InitiateMultipartUploadResult><UploadId>{id}</UploadId></InitiateMultipartUploadResult>"
            ))
        }
        "POST" if taken => error(412, "PreconditionFailed"),
        "POST" => {
            let Some((_, parts)) = bucket.uploads.remove(&asked("uploadId")) else {
                return error(404, "NoSuchUpload");
            };
            assert_eq!(String::from_utf8_lossy(&seen.body).matches("<ChecksumSHA256>").count(), parts.len());
            let digests: Vec<u8> =
                parts.values().flat_map(|part| *Sha256Digest::of(part).as_bytes()).collect();
            bucket.sums.insert(seen.key.clone(), format!("{}-{}", sum(&digests), parts.len()));
            bucket.objects.insert(seen.key.clone(), parts.into_values().flatten().collect());
            done("<CompleteMultipartUploadResult/>".to_owned())
        }
        "DELETE" => {
            bucket.uploads.remove(&asked("uploadId"));
            if !seen.query.contains_key("uploadId") {
                bucket.objects.remove(&seen.key);
            }
            (204, vec![], vec![])
        }
        other => panic!("{other}"),
    }
}

/// The first requests of each kind are in trouble, the others are not.
fn at_first(times: usize, trouble: impl Fn(&Seen) -> Option<Trouble> + Send + Sync + 'static) -> Server {
    let left = Mutex::new(times);
    Server::in_mood(move |seen| {
        let trouble = trouble(seen)?;
        let mut left = left.lock().unwrap();
        if *left == 0 {
            return None;
        }
        *left -= 1;
        Some(trouble)
    })
}

/// Whether a request sends an object, or ends the sending of one.
fn sends(seen: &Seen) -> bool {
    seen.headers.contains_key("if-none-match") && seen.key.starts_with("objects/")
}

#[test]
fn a_bucket_conforms() {
    conformance::all(|| {
        let store = Server::new().open().unwrap().with_part_bytes(1000);
        (Arc::new(SimDisk::new()) as Arc<dyn Disk>, Box::new(store))
    });
}

#[test]
fn what_was_stored_is_asked_for_before_it_is_called_so_and_not_read_back() {
    let server = Server::new();
    let vault = server.vault();
    server.log();
    add(&vault, 100).unwrap();
    assert_eq!(server.log(), ["HEAD", "PUT", "HEAD"]);
    add(&vault, 2000).unwrap();
    let parts = [
        "HEAD",
        "POST uploads",
        "PUT partNumber",
        "PUT partNumber",
        "PUT partNumber",
        "POST uploadId",
        "HEAD",
    ];
    assert_eq!(server.log(), parts);
}

#[test]
fn a_server_that_keeps_other_bytes_is_found_out() {
    for bytes in [100, 2000] {
        let server = at_first(1, |seen| sends(seen).then_some(Trouble::Spoils));
        let vault = server.vault();
        assert_eq!(add(&vault, bytes).unwrap_err().code(), "adapters-s3-differs");
        assert_eq!(vault.names().unwrap(), [], "and what it kept is removed");
        add(&vault, bytes).unwrap();
    }
}

#[test]
fn a_lost_answer_is_asked_for_again_and_the_object_is_ours() {
    for bytes in [100, 2000] {
        for times in [1, 3] {
            let server = at_first(times, |seen| sends(seen).then_some(Trouble::Mute));
            let vault = server.vault();
            let stored = add(&vault, bytes).unwrap();
            assert_eq!(vault.names().unwrap(), [stored.name]);
            assert_eq!(vault.read_range(&stored.name, &stored.key, 0, 10_000).unwrap().len(), bytes);
        }
    }
}

#[test]
fn what_was_spoilt_when_the_answer_was_lost_is_found_out() {
    for bytes in [100, 2000] {
        let server = at_first(1, |seen| sends(seen).then_some(Trouble::SpoilsMute));
        let vault = server.vault();
        assert_eq!(add(&vault, bytes).unwrap_err().code(), "adapters-s3-differs");
        assert_eq!(vault.names().unwrap(), [], "and what it kept is removed");
        add(&vault, bytes).unwrap();
    }
}

#[test]
fn a_listing_may_have_so_many_pages_without_objects_and_not_one_more() {
    let server = Server::new();
    let vault = server.vault();
    let stored = add(&vault, 100).unwrap();
    let names = |pages| {
        server.bucket.lock().unwrap().empty_pages = pages;
        vault.names().map_err(|error| error.code())
    };
    assert_eq!(names(EMPTY_PAGES_MAX), Ok(vec![stored.name]));
    assert_eq!(names(EMPTY_PAGES_MAX + 1), Err("adapters-s3-malformed"));
}

#[test]
fn a_server_that_is_away_while_objects_are_read_again_is_no_damage() {
    let read = Arc::new(AtomicBool::new(false));
    for (trouble, expected) in [
        ((503, "SlowDown"), Err("adapters-s3-busy")),
        ((403, "InvalidAccessKeyId"), Err("adapters-s3-key")),
        // That is about the object: it was moved to an archive.
        ((403, "InvalidObjectState"), Ok(2)),
    ] {
        read.store(false, Ordering::Relaxed);
        let asked = Arc::clone(&read);
        let server = Server::in_mood(move |seen| {
            let of_object = seen.method == "GET" && seen.key.starts_with("objects/");
            (of_object && asked.load(Ordering::Relaxed)).then_some(Trouble::Says(trouble.0, trouble.1))
        });
        let vault = server.vault();
        let stored = add(&vault, 100).unwrap();
        add(&vault, 2000).unwrap();
        read.store(true, Ordering::Relaxed);
        let found = vault.scrub(None, u64::MAX);
        assert_eq!(found.map(|report| report.damaged.len()).map_err(|error| error.code()), expected);
        let one = vault.read_one(&stored.name).map(|found| found.unwrap().is_err());
        assert_eq!(one.map_err(|error| error.code()), expected.map(|_| true));
    }
}

#[test]
fn a_server_in_trouble_is_asked_again_and_given_up_in_the_end() {
    for (status, code) in [
        (500, "InternalError"),
        (503, "SlowDown"),
        (429, ""),
        (409, "OperationAborted"),
        (400, "RequestTimeout"),
    ] {
        for bytes in [100, 2000] {
            let server = at_first(4, move |_| Some(Trouble::Says(status, code)));
            assert!(server.open().is_ok(), "{status}");
            let server = at_first(4, move |seen| sends(seen).then_some(Trouble::Says(status, code)));
            add(&server.vault(), bytes).unwrap();
            let server = at_first(5, move |seen| sends(seen).then_some(Trouble::Says(status, code)));
            let (vault, expected) =
                (server.vault(), if status >= 429 { "adapters-s3-busy" } else { "adapters-s3-refused" });
            assert_eq!(add(&vault, bytes).unwrap_err().code(), expected, "{status}");
            assert_eq!(vault.names().unwrap(), []);
            assert!(server.bucket.lock().unwrap().uploads.is_empty(), "nothing is left");
        }
    }
}

#[test]
fn parts_that_were_not_put_together_are_not_there_whatever_the_status_is() {
    let server = at_first(9, |seen| {
        (seen.method == "POST" && sends(seen)).then_some(Trouble::Says(200, "InternalError"))
    });
    let vault = server.vault();
    assert_eq!(add(&vault, 2000).unwrap_err().code(), "adapters-s3-busy", "after five");
    add(&vault, 2000).unwrap();
}

#[test]
fn a_server_without_the_condition_is_asked_without_it() {
    let server = Server::in_mood(|seen| sends(seen).then_some(Trouble::Says(501, "NotImplemented")));
    let vault = server.vault();
    for bytes in [100, 2000] {
        let stored = add(&vault, bytes).unwrap();
        assert_eq!(vault.read_range(&stored.name, &stored.key, 0, 10_000).unwrap().len(), bytes);
    }
    // Here it has to be looked for before.
    let (first, again) = (add(&vault, 300).unwrap(), add(&vault, 300).unwrap());
    assert_ne!(first.name, again.name);
    assert_eq!(vault.names().unwrap().into_iter().collect::<BTreeSet<_>>().len(), 4);
}

#[test]
fn uploads_that_nobody_ended_are_given_up_by_who_opens_the_store_and_others_are_not() {
    let server = Server::new();
    let left = |key: &str| (key.to_owned(), BTreeMap::new());
    let uploads = [("u7".to_owned(), left("objects/ab/x")), ("u8".to_owned(), left("other/x"))];
    server.bucket.lock().unwrap().uploads.extend(uploads);
    server.open().unwrap();
    assert_eq!(server.bucket.lock().unwrap().uploads.keys().collect::<Vec<_>>(), ["u8"]);
}

#[test]
fn what_a_server_refuses_is_said_at_once_and_for_what_it_is() {
    for (status, code, expected) in [
        (403, "InvalidAccessKeyId", "adapters-s3-key"),
        (403, "SignatureDoesNotMatch", "adapters-s3-key"),
        (403, "AccessDenied", "adapters-s3-denied"),
        (403, "RequestTimeTooSkewed", "adapters-s3-clock"),
        (404, "NoSuchBucket", "adapters-s3-no-bucket"),
        (301, "PermanentRedirect", "adapters-s3-region"),
        (400, "AuthorizationHeaderMalformed", "adapters-s3-region"),
        (507, "", "adapters-s3-full"),
        (418, "Teapot", "adapters-s3-refused"),
        (200, "Odd", "adapters-s3-malformed"),
    ] {
        let server = Server::in_mood(move |_| Some(Trouble::Says(status, code)));
        let error = server.open().err().unwrap();
        assert_eq!(error.code(), expected, "{status} {code}");
        assert!(!format!("{error} {error:?} {:?}", error.args()).contains("nobody's"));
        assert_eq!(server.log().len(), 1, "{code} will be no other the next time");
    }
}

#[test]
fn the_store_of_one_node_is_opened_by_no_other() {
    let server = Server::new();
    let owner = || S3Store::owner(server.settings(), credentials(), Arc::new(SystemClock)).unwrap();
    assert_eq!(owner(), None);
    server.open().unwrap();
    server.open().unwrap();
    assert_eq!(owner().as_deref(), Some("node-1"));
    let other = S3Store::open(server.settings(), credentials(), Arc::new(SystemClock), "node-2");
    let error = other.err().unwrap();
    assert_eq!(error.code(), "adapters-s3-other-node");
    assert!(error.args().contains(&("node", "node-1".to_owned())));
    let text = format!(
        "endpoint = 'http://{}'\nbucket = 'evidence'\ncredentials = '/x'\nprefix = 'b/'",
        server.address
    );
    let beside = Settings::read(&text).unwrap();
    S3Store::open(beside, credentials(), Arc::new(SystemClock), "node-2").unwrap();
}

#[test]
fn a_place_where_nobody_answers_is_said_to_be_none() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let settings = Server { address: free, bucket: Arc::default() }.settings();
    assert_eq!(open(settings).err().unwrap().code(), "adapters-s3-unreachable");
}

#[test]
fn a_bucket_that_is_gone_is_not_a_missing_object() {
    let gone = Arc::new(Mutex::new(false));
    let is_gone = Arc::clone(&gone);
    let server =
        Server::in_mood(move |_| is_gone.lock().unwrap().then_some(Trouble::Says(404, "NoSuchBucket")));
    let vault = server.vault();
    let stored = add(&vault, 100).unwrap();
    *gone.lock().unwrap() = true;
    let error = vault.read_range(&stored.name, &stored.key, 0, 1).unwrap_err();
    assert_eq!(error.code(), "adapters-s3-no-bucket");
    assert!(vault.names().is_err());
}

#[test]
fn a_certificate_that_is_not_under_the_named_ones_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let key = PageKey::derive(&SecretKey::from_bytes([1; 32]));
    let made = |key: &PageKey, name: &str| {
        let path = folder.path().join(name);
        let certificate = make_page_certificate(key, &["localhost".parse().unwrap()]);
        std::fs::write(&path, &certificate).unwrap();
        let pem = path.with_extension("pem");
        let text = STANDARD.encode(certificate);
        std::fs::write(&pem, format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n"))
            .unwrap();
        (path, pem)
    };
    let (kept, own) = made(&key, "own");
    let (_, other) = made(&PageKey::derive(&SecretKey::from_bytes([2; 32])), "other");
    let tls = PageTls::own(&key, &kept).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = tokio_rustls::TlsAcceptor::from(tls.config());
    runtime.spawn(async move {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let body = b"<Error><Code>NoSuchBucket</Code></Error>";
            let head = format!("HTTP/1.1 404 x\r\ncontent-length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(&[head.as_bytes(), body].concat()).await;
            let _ = stream.shutdown().await;
        }
    });
    let code = |authorities: &std::path::Path| {
        let text = format!(
            "endpoint = 'https://localhost:{port}'\nbucket = 'evidence'\ncredentials = '/x'\nauthorities = '{}'",
            authorities.display()
        );
        open(Settings::read(&text).unwrap()).err().unwrap().code()
    };
    assert_eq!(code(&other), "adapters-s3-handshake");
    assert_eq!(code(&own), "adapters-s3-no-bucket", "the connection was made");
    assert_eq!(code(&folder.path().join("none")), "adapters-s3-authorities");
    std::fs::write(folder.path().join("empty"), "no certificate").unwrap();
    assert_eq!(code(&folder.path().join("empty")), "adapters-s3-authorities");
}
