//! Blocks from a node: a small one in the test itself, which answers as Bitcoin Core does, or otherwise.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use comity_adapters::name::Endpoint;
use comity_adapters::node_blocks::{
    HEADERS_AT_ONCE, Login, MAX_BLOCK_ANSWER_BYTES, MAX_INFO_BYTES, NodeBlocks, PATIENCE, endpoint,
};
use comity_adapters::patient::Patience;
use comity_chain::Network;
use comity_chain::block::{HEADER_LEN, MAX_BLOCK_LEN};
use comity_chain::ledger::{IngestOptions, IngestReport, Ledger};
use comity_chain::source::{BlkFiles, BlockSource as _};
use comity_record::Coded as _;
use serde_json::{Value, json};

const NET: Network = Network::Regtest;
const LOGIN: &str = "__cookie__:0123456789abcdef";

/// What is wrong with a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    OtherNetwork,
    NoRest,
    OldRest,
    WarmingUp,
    StopsAt(usize),
    Pruned,
    OtherBlock,
    BlockLength(usize),
    InfoLength(usize),
    Broken,
    Silent,
    ClosesIdle,
    /// The chain seems to change for so many of the next answers with headers.
    Changes(usize),
}

/// A node that holds the exercise chain.
struct Node {
    blocks: Vec<Vec<u8>>,
    hashes: Vec<String>,
    heights: HashMap<String, usize>,
    fault: Mutex<Fault>,
    /// Blocks that were asked for.
    asked: Mutex<usize>,
    at: SocketAddr,
}

impl Node {
    fn start(fault: Fault) -> Arc<Self> {
        let bytes = exercise();
        let source = BlkFiles::memory([("blk00000.dat".to_owned(), bytes)], NET);
        let ledger = of_files(usize::MAX);
        let view = ledger.at(None).unwrap();
        let heights: HashMap<_, _> = (0..=view.height())
            .map(|h| (view.block_hash(h).to_string(), usize::try_from(h).unwrap()))
            .collect();
        let mut blocks = vec![vec![]; heights.len()];
        let mut stored = vec![];
        source.list(&mut |block| stored.push(block)).unwrap();
        for block in stored {
            if let Some(height) = heights.get(&block.header.hash().to_string()) {
                blocks[*height] = source.block(&block, &mut vec![]).unwrap().to_vec();
            }
        }
        let mut hashes = vec![String::new(); heights.len()];
        for (hash, height) in &heights {
            hashes[*height].clone_from(hash);
        }
        let door = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = door.local_addr().unwrap();
        let node = Arc::new(Self { blocks, hashes, heights, fault: fault.into(), asked: Mutex::new(0), at });
        let serving = Arc::clone(&node);
        std::thread::spawn(move || {
            for stream in door.incoming() {
                let node = Arc::clone(&serving);
                std::thread::spawn(move || node.serve(&stream.unwrap()));
            }
        });
        node
    }

    fn endpoint(&self) -> Endpoint {
        self.at.into()
    }

    fn rest(&self) -> NodeBlocks {
        NodeBlocks::rest(self.endpoint(), NET).unwrap()
    }

    fn rpc(&self) -> NodeBlocks {
        NodeBlocks::rpc(self.endpoint(), &login(LOGIN), NET).unwrap()
    }

    fn both(&self) -> [(&'static str, NodeBlocks); 2] {
        [("rest", self.rest()), ("rpc", self.rpc())]
    }

    /// Answers until the other end goes.
    fn serve(&self, stream: &TcpStream) -> Option<()> {
        let mut reader = BufReader::new(stream);
        loop {
            let mut first = String::new();
            reader.read_line(&mut first).ok().filter(|read| *read > 0)?;
            let path = first.split(' ').nth(1)?.to_owned();
            let (mut length, mut login) = (0, None);
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).ok()?;
                let Some((name, value)) = line.trim_end().split_once(": ") else { break };
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.parse().unwrap(),
                    "authorization" => login = value.strip_prefix("Basic ").map(str::to_owned),
                    _ => {}
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).ok()?;
            let (status, body) =
                if path == "/" { self.rpc_answer(login.as_deref(), &body) } else { self.rest_answer(&path) }?;
            let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n\r\n", body.len());
            (&mut &*stream).write_all(&[head.as_bytes(), &body].concat()).ok()?;
            if self.fault() == Fault::ClosesIdle {
                return None;
            }
        }
    }

    fn fault(&self) -> Fault {
        *self.fault.lock().unwrap()
    }

    fn info(&self) -> Vec<u8> {
        let chain = if self.fault() == Fault::OtherNetwork { "main" } else { "regtest" };
        json!({ "chain": chain, "blocks": self.blocks.len() - 1, "pruned": false }).to_string().into_bytes()
    }

    fn changes(&self) -> bool {
        let mut fault = self.fault.lock().unwrap();
        match &mut *fault {
            Fault::Changes(0) => false,
            Fault::Changes(left) => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }

    /// The block at a height, as the fault has it; nothing where the node stops.
    fn block(&self, height: usize) -> Option<(u16, Vec<u8>)> {
        let mut asked = self.asked.lock().unwrap();
        *asked += 1;
        match self.fault() {
            Fault::StopsAt(most) if *asked > most => None,
            Fault::Pruned => Some((404, b"not available (pruned data)".to_vec())),
            Fault::OtherBlock => Some((200, self.blocks[height ^ 1].clone())),
            Fault::BlockLength(length) => Some((200, vec![0; length])),
            _ => Some((200, self.blocks[height].clone())),
        }
    }

    fn rest_answer(&self, path: &str) -> Option<(u16, Vec<u8>)> {
        match self.fault() {
            Fault::NoRest => return Some((404, vec![])),
            Fault::WarmingUp => return Some((503, b"Service temporarily unavailable: Loading".to_vec())),
            Fault::Silent => std::thread::park(),
            Fault::Broken => return Some((200, b"<html>".to_vec())),
            _ => {}
        }
        let missing = Some((404, b"not found".to_vec()));
        if path == "/rest/chaininfo.json" {
            let mut info = self.info();
            if let Fault::InfoLength(length) = self.fault() {
                info.resize(length, b' ');
            }
            return Some((200, info));
        }
        if let Some(height) = path.strip_prefix("/rest/blockhashbyheight/") {
            let height: usize = height.strip_suffix(".bin")?.parse().ok()?;
            let Some(block) = self.blocks.get(height) else { return missing };
            let hash =
                comity_chain::block::Header::from_bytes(block[..HEADER_LEN].try_into().unwrap()).hash();
            return Some((200, hash.as_bytes().to_vec()));
        }
        if let Some(rest) = path.strip_prefix("/rest/headers/") {
            let hash = match (self.fault(), rest.strip_prefix("2000/")) {
                (Fault::OldRest, None) => return Some((400, b"No header count specified".to_vec())),
                (_, Some(hash)) => hash.strip_suffix(".bin")?,
                (_, None) => rest.strip_suffix(".bin?count=2000")?,
            };
            let Some(from) = self.heights.get(hash).filter(|_| !self.changes()) else {
                return Some((200, vec![]));
            };
            let headers = self.blocks[*from..].iter().take(HEADERS_AT_ONCE);
            return Some((200, headers.flat_map(|block| block[..HEADER_LEN].to_vec()).collect()));
        }
        let hash = path.strip_prefix("/rest/block/")?.strip_suffix(".bin")?;
        match self.heights.get(hash) {
            Some(height) => self.block(*height),
            None => missing,
        }
    }

    fn rpc_answer(&self, login: Option<&str>, body: &[u8]) -> Option<(u16, Vec<u8>)> {
        let expected = base64::engine::general_purpose::STANDARD.encode(LOGIN);
        if login != Some(&*expected) {
            return Some((401, vec![]));
        }
        let question: Value = serde_json::from_slice(body).unwrap();
        match self.fault() {
            Fault::Silent => std::thread::park(),
            Fault::Broken => return Some((200, b"{\"result\":7,\"error\":null,\"id\":0}".to_vec())),
            _ => {}
        }
        if let Some(each) = question.as_array() {
            let answers: Option<Vec<_>> = each.iter().map(|one| self.rpc_one(one)).collect();
            return Some((200, Value::Array(answers?).to_string().into_bytes()));
        }
        let answer = self.rpc_one(&question)?;
        let status = if answer["error"].is_null() { 200 } else { 500 };
        let mut answer = answer.to_string().into_bytes();
        if let Fault::InfoLength(length) = self.fault() {
            answer.resize(length, b' ');
        }
        Some((status, answer))
    }

    fn rpc_one(&self, question: &Value) -> Option<Value> {
        let error = |code: i64, message: &str| Err(json!({ "code": code, "message": message }));
        let param = &question["params"][0];
        let height = param.as_str().and_then(|hash| self.heights.get(hash));
        let result = match (question["method"].as_str().unwrap(), height) {
            _ if self.fault() == Fault::WarmingUp => error(-28, "Loading block index"),
            ("getblockchaininfo", _) => Ok(serde_json::from_slice(&self.info()).unwrap()),
            ("getblockhash", _) if self.changes() => error(-8, "Block height out of range"),
            ("getblockhash", _) => match self.hashes.get(usize::try_from(param.as_u64().unwrap()).unwrap()) {
                Some(hash) => Ok(json!(hash)),
                None => error(-8, "Block height out of range"),
            },
            ("getblockheader", Some(height)) => Ok(json!(hex::encode(&self.blocks[*height][..HEADER_LEN]))),
            ("getblock", Some(height)) => match self.block(*height)? {
                (200, block) => Ok(json!(hex::encode(block))),
                _ => error(-1, "Block not available (pruned data)"),
            },
            _ => error(-5, "Block not found"),
        };
        let (result, error) = match result {
            Ok(result) => (result, Value::Null),
            Err(error) => (Value::Null, error),
        };
        Some(json!({ "result": result, "error": error, "id": question["id"] }))
    }
}

fn exercise() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/exercises/chain/blk00000.dat");
    std::fs::read(path).unwrap()
}

fn login(text: &str) -> Login {
    let folder = tempfile::tempdir().unwrap();
    let file = secret(folder.path(), text);
    Login::cookie(&file).unwrap()
}

fn secret(folder: &Path, text: &str) -> std::path::PathBuf {
    use std::os::unix::fs::OpenOptionsExt as _;
    let file = folder.join("secret");
    let open = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&file);
    open.unwrap().write_all(text.as_bytes()).unwrap();
    file
}

/// A ledger of the first bytes of the block file.
fn of_files(most: usize) -> Ledger {
    let mut bytes = exercise();
    bytes.truncate(most);
    let mut ledger = Ledger::new(NET);
    let source = BlkFiles::memory([("blk00000.dat".to_owned(), bytes)], NET);
    ledger.ingest(&source, &IngestOptions::default(), &mut |_| {}).unwrap();
    ledger
}

fn take(ledger: &mut Ledger, source: &NodeBlocks, threads: usize) -> Result<IngestReport, String> {
    let options = IngestOptions { threads: Some(threads), ..IngestOptions::default() };
    ledger.ingest(source, &options, &mut |_| {}).map_err(|error| error.code().to_owned())
}

fn digests(ledger: &Ledger) -> (Option<u32>, Vec<u8>) {
    let digests = ledger.at(None).map(|view| serde_json::to_vec(&view.range_digests()).unwrap());
    (ledger.tip_height(), digests.unwrap_or_default())
}

#[test]
fn a_node_gives_the_ledger_that_its_files_give() {
    let node = Node::start(Fault::None);
    let files = of_files(usize::MAX);
    for threads in [1, 2] {
        for (name, source) in node.both() {
            let mut ledger = Ledger::new(NET);
            let report = take(&mut ledger, &source, threads).unwrap();
            assert_eq!((report.added, report.tip_height), (861, 860), "{name}");
            assert_eq!(digests(&ledger), digests(&files), "{name}");
        }
    }
}

#[test]
fn what_a_ledger_has_is_not_asked_for_again() {
    let node = Node::start(Fault::None);
    let whole = digests(&of_files(usize::MAX));
    for rest in [true, false] {
        let mut ledger = of_files(exercise().len() / 2);
        let had = u64::from(ledger.tip_height().unwrap()) + 1;
        let source = |ledger: &Ledger| if rest { node.rest() } else { node.rpc() }.behind(ledger);
        *node.asked.lock().unwrap() = 0;
        let new = source(&ledger);
        let report = take(&mut ledger, &new, 1).unwrap();
        assert_eq!((report.added + had, report.taken_back), (861, 0));
        assert_eq!(u64::try_from(*node.asked.lock().unwrap()).unwrap(), report.added);
        assert_eq!(digests(&ledger), whole);
        let new = source(&ledger);
        let again = take(&mut ledger, &new, 1).unwrap();
        assert_eq!((again.added, again.taken), (0, true));
        let mut listed = 0;
        source(&ledger).list(&mut |_| listed += 1).unwrap();
        assert_eq!(listed, 1, "the tip alone is listed");
    }
}

#[test]
fn what_is_wrong_with_a_node_has_a_code_and_leaves_the_ledger_as_it_was() {
    let long = |rest: bool, more: usize| {
        // By JSON-RPC the limit of the answer holds first where it is far too long.
        Fault::BlockLength(if rest { MAX_BLOCK_LEN } else { MAX_BLOCK_ANSWER_BYTES / 2 } + more)
    };
    let mut ledger = of_files(exercise().len() / 2);
    let before = digests(&ledger);
    for (fault, code) in [
        (Fault::OtherNetwork, "adapters-node-other-network"),
        (Fault::NoRest, "adapters-node-no-rest"),
        (Fault::WarmingUp, "adapters-node-refused"),
        (Fault::StopsAt(100), "adapters-node-broken"),
        (Fault::Pruned, "adapters-node-missing"),
        (Fault::OtherBlock, "adapters-node-other-block"),
        (Fault::BlockLength(MAX_BLOCK_LEN), "adapters-node-other-block"),
        (Fault::BlockLength(MAX_BLOCK_LEN + 1), "adapters-node-too-large"),
        (long(true, 1), "adapters-node-too-large"),
        (long(false, 1), "adapters-node-too-large"),
        (Fault::InfoLength(MAX_INFO_BYTES + 1), "adapters-node-too-large"),
        (Fault::Broken, "adapters-node-malformed"),
        (Fault::Silent, "adapters-node-timed-out"),
        (Fault::Changes(usize::MAX), "adapters-node-changed"),
    ] {
        let node = Node::start(fault);
        for (name, source) in node.both() {
            if (fault, name) == (Fault::NoRest, "rpc") {
                continue;
            }
            let short = match fault {
                Fault::Silent => Duration::from_millis(100),
                _ => PATIENCE.silence,
            };
            let source = source.with_patience(Patience { silence: short, ..PATIENCE });
            *node.asked.lock().unwrap() = 0;
            let failed = take(&mut ledger, &source, 1).unwrap_err();
            assert_eq!(failed, code, "{fault:?} by {name}");
            assert_eq!(digests(&ledger), before, "{fault:?} by {name}");
        }
    }
}

#[test]
fn what_is_odd_about_a_node_does_no_harm() {
    let whole = digests(&of_files(usize::MAX));
    for fault in [Fault::OldRest, Fault::ClosesIdle, Fault::Changes(3), Fault::InfoLength(MAX_INFO_BYTES)] {
        let node = Node::start(fault);
        for (name, source) in node.both() {
            *node.fault.lock().unwrap() = fault;
            if matches!((fault, name), (Fault::InfoLength(_), "rpc")) {
                assert_eq!(source.check().unwrap(), 860);
                continue;
            }
            let mut ledger = Ledger::new(NET);
            take(&mut ledger, &source, 2).unwrap();
            assert_eq!(digests(&ledger), whole, "{fault:?} by {name}");
        }
    }
}

#[test]
fn a_wrong_password_is_refused_and_a_right_one_is_taken_from_a_file() {
    let node = Node::start(Fault::None);
    let wrong = NodeBlocks::rpc(node.endpoint(), &login("__cookie__:0000"), NET).unwrap();
    assert_eq!(wrong.check().unwrap_err().code(), "adapters-node-not-let-in");
    let folder = tempfile::tempdir().unwrap();
    let (user, password) = LOGIN.split_once(':').unwrap();
    let login = Login::password(user, &secret(folder.path(), &format!("{password}\n"))).unwrap();
    assert_eq!(NodeBlocks::rpc(node.endpoint(), &login, NET).unwrap().check().unwrap(), 860);
}

#[test]
fn a_chain_of_as_many_blocks_as_are_taken_is_taken_and_no_longer_one() {
    let node = Node::start(Fault::None);
    for rest in [true, false] {
        let source = |most| if rest { node.rest() } else { node.rpc() }.with_most_blocks(most);
        let list = |most| source(most).list(&mut |_| {}).map_err(|error| error.code());
        assert!(list(861).is_ok());
        assert_eq!(list(860).unwrap_err(), "adapters-node-too-many-blocks");
    }
}

#[test]
fn nobody_answering_is_told() {
    let at = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let source = NodeBlocks::rest(at.into(), NET).unwrap();
    assert_eq!(source.check().unwrap_err().code(), "adapters-node-unreachable");
}

#[test]
fn a_node_is_named_with_its_port_and_without_tls() {
    for text in ["http://127.0.0.1:8332", "http://127.0.0.1:8332/", "127.0.0.1:8332"] {
        assert_eq!(endpoint(text).unwrap().to_string(), "127.0.0.1:8332");
    }
    for text in ["https://127.0.0.1:8332", "http://127.0.0.1", "http://https://127.0.0.1:1", "http://a/b:1"] {
        assert_eq!(endpoint(text).unwrap_err().code(), "adapters-endpoint", "{text}");
    }
}
