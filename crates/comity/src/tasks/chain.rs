//! Answers questions about a chain of blocks.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Read as _;

use comity_adapters::sandbox::{FrameSink, Input, Limits, TaskError};
use comity_chain::cluster::{Clustering, Layer};
use comity_chain::finding::{PackName, PacksHere};
use comity_chain::hash::Txid;
use comity_chain::ledger::{IngestOptions, IngestReport, Ledger, View};
use comity_chain::paths::{PathError, PathLimits};
use comity_chain::score::Truth;
use comity_chain::script::{AddressError, ScriptKey, ScriptKind};
use comity_chain::source::BlkFiles;
use comity_chain::tags::{TagPack, TagSet, TagStore, TagStoreError};
use comity_chain::{Finding, Network};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub mod stored;
mod trace;

pub use trace::{TraceAsk, Wanted};

/// Transactions of an address that are listed.
const HISTORY: usize = 1000;

/// What the child is asked.
#[derive(Serialize, Deserialize)]
pub struct Ask {
    /// The network, by name.
    pub network: String,
    /// What the block files are obfuscated with.
    pub key: Option<[u8; 8]>,
    /// The height that is taken as the tip.
    pub at: Option<u32>,
    /// The height of the first block, where the files begin later than the network.
    pub first_height: Option<u32>,
    /// The question.
    pub what: What,
}

/// A question.
#[derive(Serialize, Deserialize)]
pub enum What {
    /// How far the chain goes, and its digests.
    Status,
    /// What an address did.
    Address(String),
    /// A block, by its height or hash.
    Block(String),
    /// Transactions. One answer for each.
    Transactions(Vec<String>),
    /// Where the money went, or came from.
    Trace(TraceAsk),
    /// The peel chain from an output on.
    Peel(String),
    /// Whether the finding in the input is found again.
    Verify,
    /// The cluster of an address.
    Cluster {
        /// The address.
        address: String,
        /// By what it is joined.
        by: Joining,
        /// So many addresses and transactions are listed.
        limit: usize,
    },
    /// How many clusters there are, and the rows of a CSV if they are asked for.
    Clusters {
        /// By what they are joined.
        by: Joining,
        /// Whether the rows are asked for.
        rows: bool,
    },
    /// How two addresses became one owner's.
    Joined {
        /// An address.
        address: String,
        /// Another.
        other: String,
        /// By what they are joined.
        by: Joining,
    },
    /// The ways from some addresses to others.
    Paths {
        /// Where they begin.
        from: Vec<String>,
        /// Where they end.
        to: Vec<String>,
        /// How far they are looked for.
        limits: PathLimits,
    },
    /// The CoinJoins, and the rows of a CSV if they are asked for.
    CoinJoins {
        /// Whether the rows are asked for.
        rows: bool,
    },
    /// How well the engine does on the truth in the input.
    Score,
    /// What the tag packs say of addresses. No block is needed.
    Tags(Vec<String>),
}

/// By what addresses are joined.
#[derive(Default, Serialize, Deserialize)]
pub struct Joining {
    /// Layers beside the first.
    pub layers: Vec<String>,
    /// Transactions that somebody has looked at.
    pub decided: Vec<String>,
}

/// Files that belong to a question, read.
#[derive(Default)]
pub struct Read {
    /// Tags, where they have a part in the answer, and the packs that they are from.
    pub tags: Option<(TagSet, Vec<PackName>)>,
    /// The finding that is verified.
    pub finding: Option<Finding>,
    /// The packs that it names, compared with those that are here.
    pub packs: Option<PacksHere>,
    /// The truth that is measured against.
    pub truth: Option<Truth>,
}

impl What {
    /// Whether tags have a part in the answer.
    pub fn uses_tags(&self) -> bool {
        matches!(
            self,
            Self::Address(_)
                | Self::Trace { .. }
                | Self::Peel(_)
                | Self::Tags(_)
                | Self::Cluster { .. }
                | Self::Clusters { .. }
                | Self::Joined { .. }
        )
    }

    /// The addresses that the question is about, and other beginnings of a trace.
    fn addresses(&self) -> Vec<&String> {
        match self {
            Self::Address(address) | Self::Cluster { address, .. } => vec![address],
            Self::Joined { address, other, .. } => vec![address, other],
            Self::Paths { from, to, .. } => from.iter().chain(to).collect(),
            Self::Trace(asked) => asked.from.iter().collect(),
            _ => vec![],
        }
    }

    /// Whether addresses are joined for the answer, which may take long and is worth keeping.
    pub fn joins_addresses(&self) -> bool {
        match self {
            Self::Cluster { .. } | Self::Clusters { .. } | Self::Joined { .. } => true,
            Self::Trace(asked) => asked.by_owner || !asked.layers.is_empty(),
            _ => false,
        }
    }
}

/// A file of the input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Blocks as a node stores them.
    Blocks = 1,
    /// A tag pack.
    Tags = 2,
    /// A finding.
    Finding = 3,
    /// The truth of a chain.
    Truth = 4,
}

impl Part {
    /// What goes before the bytes of a file: the part, the length of the name, the name, the length of the bytes.
    pub fn head(self, name: &str, length: u64) -> Vec<u8> {
        let name = name.as_bytes();
        let name = &name[..name.len().min(usize::from(u16::MAX))];
        let name_length = u16::try_from(name.len()).expect("cut to fit");
        [&[self as u8][..], &name_length.to_be_bytes(), name, &length.to_be_bytes()].concat()
    }
}

/// The codes of what asking adds: blocks of a ledger were taken back while it was read; a transaction that is named is
/// not in the ledger.
pub const CODES: &[&str] = &["comity-chain-changed", "comity-chain-unknown-transaction"];

/// Every code that asking a ledger can end with.
pub const EVERY_CODE: &[&str] = &every_code();

const COUNT: usize = comity_chain::CODES.len() + comity_disk::CODES.len() + CODES.len();

const fn every_code() -> [&'static str; COUNT] {
    let mut all = [""; COUNT];
    let parts = [comity_chain::CODES, comity_disk::CODES, CODES];
    let (mut part, mut from, mut at) = (0, 0, 0);
    while part < parts.len() {
        if from < parts[part].len() {
            all[at] = parts[part][from];
            (from, at) = (from + 1, at + 1);
        } else {
            (part, from) = (part + 1, 0);
        }
    }
    all
}

/// The names of the values that errors of this task may carry.
pub const ARGS: &[&str] = &[
    "actual", "address", "at", "bits", "block", "cause", "claimed", "column", "count", "digest", "end",
    "expected", "field", "file", "first", "format", "found", "given", "hash", "height", "key", "kind",
    "known", "last", "length", "limit", "line", "most", "name", "network", "offset", "other", "outpoint",
    "part", "path", "place", "prevout", "reason", "row", "second", "start", "stated", "text", "tip", "txid",
    "value", "version", "what", "why",
];

pub fn run(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Result<(), TaskError> {
    let ask: Ask = serde_json::from_slice(input.parameters()).expect("the parent wrote it");
    let network: Network = ask.network.parse()?;
    let (blocks, packs, mut given) = read_parts(input)?;
    let (tags, names) = tags_of(network, &packs);
    if let What::Tags(addresses) = &ask.what {
        let answer = said_of(network, &tags, &names, addresses)?;
        return replies.frame(&serde_json::to_vec(&answer).expect("plain data"));
    }
    given.tags = Some((tags, names));
    given.packs = given.finding.as_ref().map(|finding| packs_here(finding, &packs, None)).transpose()?;
    let source = BlkFiles::memory(blocks, network).with_key(ask.key.unwrap_or_default());
    let mut ledger = Ledger::new(network);
    // A child has one thread, and its memory is limited by whoever started it.
    let options =
        IngestOptions { first_height: ask.first_height, threads: Some(1), ..IngestOptions::default() };
    let report = ledger.ingest(&source, &options, &mut |_| {})?;
    let mut sent = Ok(());
    answer(&ledger, &ask.what, ask.at, &given, Some(&report), &mut |answer| {
        if sent.is_ok() {
            sent = replies.frame(&serde_json::to_vec(&answer).expect("plain data"));
        }
    })?;
    sent
}

/// Answers a question about a ledger, part by part; `report` is what its blocks had to say, where they were just read.
pub fn answer(
    ledger: &Ledger,
    what: &What,
    at: Option<u32>,
    given: &Read,
    report: Option<&IngestReport>,
    tell: &mut dyn FnMut(Value),
) -> Result<(), TaskError> {
    let network = ledger.network();
    let view = ledger.at(at)?;
    let none = (TagSet::new(network), Vec::new());
    let (tags, names) = given.tags.as_ref().unwrap_or(&none);
    let mut answers = match what {
        What::Cluster { address, by, limit } => {
            let key = ScriptKey::parse(address, network)?;
            let cluster = by.clustering(&view, tags, Some(&[key]))?.cluster(&key, tags, *limit);
            vec![serde_json::to_value(cluster).expect("plain data")]
        }
        What::Clusters { by, rows } => {
            let clustering = by.clustering(&view, tags, None)?;
            tell(json!({
                "at_height": view.height(), "at_block": view.tip_hash(), "layers": clustering.layers(),
                "totals": clustering.totals(), "held": clustering.held(),
            }));
            if *rows {
                let mut text = Lines::new(tell, "address,cluster");
                for (script, oldest) in clustering.assignments() {
                    text.line(format_args!("{},{}", clustering.address(script), oldest.0));
                }
                text.end();
            }
            return Ok(());
        }
        What::Joined { address, other, by } => {
            let (a, b) = (ScriptKey::parse(address, network)?, ScriptKey::parse(other, network)?);
            let clustering = by.clustering(&view, tags, Some(&[a, b]))?;
            for (key, text) in [(&a, address), (&b, other)] {
                view.find_address(key).ok_or_else(|| PathError::Unknown(text.clone()))?;
            }
            let joined = if a == b { None } else { clustering.joined(&a, &b) };
            // What is held may be what would join them.
            let held = if a == b || joined.is_some() { &[] } else { clustering.held() };
            let proof = joined.as_ref().map(|joined| &joined.proof[..]);
            vec![json!({
                "same": a == b, "by": joined.as_ref().map(|joined| &joined.by),
                "proof": proof.or((a == b).then_some(&[])), "held": held,
            })]
        }
        What::Paths { from, to, limits } => {
            let keys = |texts: &[String]| {
                texts.iter().map(|text| ScriptKey::parse(text, network)).collect::<Result<Vec<_>, _>>()
            };
            let paths = view.paths(&keys(from)?, &keys(to)?, limits)?;
            vec![serde_json::to_value(paths).expect("plain data")]
        }
        What::CoinJoins { rows } => {
            let found = view.coinjoins();
            let mut protocols = std::collections::BTreeMap::<_, usize>::new();
            for (_, join) in &found {
                *protocols.entry(join.protocol.name()).or_default() += 1;
            }
            tell(json!({
                "at_height": view.height(), "at_block": view.tip_hash(), "count": found.len(),
                "protocols": protocols,
            }));
            if *rows {
                let mut text = Lines::new(tell, "txid,protocol,confidence");
                for (tx, join) in found {
                    let (protocol, confidence) = (join.protocol.name(), join.confidence);
                    text.line(format_args!("{},{protocol},{confidence}", view.txid(tx)));
                }
                text.end();
            }
            return Ok(());
        }
        What::Score => {
            let truth = given.truth.as_ref().expect("whoever asks gives the truth");
            vec![serde_json::to_value(view.score(truth)?).expect("plain data")]
        }
        What::Tags(addresses) => {
            vec![said_of(network, tags, names, addresses)?]
        }
        What::Status => {
            let utxo = view.utxo();
            vec![json!({
                "network": network, "first_height": ledger.first_height(), "height": view.height(),
                "tip": view.tip_hash(), "utxo_count": utxo.count, "utxo_sat": utxo.total_sat,
                "headers_digest": view.headers_digest(), "ranges": view.range_digests(), "report": report,
            })]
        }
        What::Address(text) => {
            let key = ScriptKey::parse(text, network)?;
            let rows: Vec<_> = tags.find(&key).collect();
            let mut told = serde_json::to_value(view.address(&key, HISTORY)).expect("plain data");
            if let Some(fields) = told.as_object_mut() {
                fields.insert("tags".to_owned(), json!(rows));
            } else if !rows.is_empty() {
                // Tags may name an address that the ledger has not seen.
                told = json!({ "address": key.text(network), "tags": rows });
            }
            vec![told]
        }
        What::Block(text) => {
            let found = match text.parse() {
                Ok(height) => view.block_at(height),
                Err(_) => view.block(&text.parse()?),
            };
            vec![serde_json::to_value(found).expect("plain data")]
        }
        What::Transactions(txids) => {
            let found = |text: &String| {
                Ok(serde_json::to_value(view.transactions(&text.parse()?)).expect("plain data"))
            };
            txids.iter().map(found).collect::<Result<_, TaskError>>()?
        }
        What::Trace(asked) => trace::answer(&view, tags, names, asked)?,
        What::Peel(output) => {
            vec![trace::peel(&view, tags, output)?]
        }
        What::Verify => {
            let finding = given.finding.as_ref().expect("whoever asks gives the finding");
            let packs = given.packs.as_ref().expect("whoever asks compares the packs");
            let mut comparison = finding.verify_against(ledger, packs)?;
            let packs = std::mem::take(&mut comparison.packs);
            vec![json!({
                "equal": comparison.is_equal(), "result_digest": finding.result_digest,
                "packs": packs, "differences": { "ledger_tip": comparison.ledger_tip, "differences": comparison.differences, "left_out": comparison.left_out },
            })]
        }
    };
    if let Some(answer) = answers.first_mut() {
        leave_out_bare_keys(answer, network, &what.addresses());
    }
    answers.into_iter().for_each(tell);
    Ok(())
}

/// Says in an answer of which addresses it leaves outputs to the bare public key out. A ledger knows the script of such
/// an output by its SHA-256, and neither that nor the key follows from the hash of the key, which the address is.
fn leave_out_bare_keys(answer: &mut Value, network: Network, asked: &[&String]) {
    let is_of_key =
        |text: &str| ScriptKey::parse(text, network).is_ok_and(|key| key.kind() == ScriptKind::PubkeyHash);
    let of_keys: BTreeSet<_> = asked.iter().filter(|text| is_of_key(text)).collect();
    if answer.is_null() && !of_keys.is_empty() {
        *answer = json!({ "found": false });
    }
    if let Some(fields) = answer.as_object_mut().filter(|_| !of_keys.is_empty()) {
        fields.insert("bare_keys_left_out".to_owned(), json!(of_keys));
    }
}

impl Joining {
    /// The clusters of a view, joined so; those of some keys, where only they are of interest.
    fn clustering<'v>(
        &self,
        view: &View<'v>,
        tags: &TagSet,
        of: Option<&[ScriptKey]>,
    ) -> Result<Clustering<'v>, TaskError> {
        let mut layers = BTreeSet::from([Layer::MultiInput]);
        for name in &self.layers {
            layers.insert(name.parse()?);
        }
        let decided =
            self.decided.iter().map(|text| known_transaction(view, text)).collect::<Result<_, _>>()?;
        let of: Option<Vec<_>> =
            of.map(|keys| keys.iter().filter_map(|key| view.find_address(key)).collect());
        Ok(view.layered(&layers, tags, &decided, of.as_deref()))
    }
}

/// The transaction that is named. One that the ledger does not hold would be passed over without a word.
fn known_transaction(view: &View<'_>, text: &str) -> Result<Txid, TaskError> {
    let txid: Txid = text.parse()?;
    if view.transactions(&txid).is_empty() {
        return Err(TaskError::new("comity-chain-unknown-transaction", vec![("txid", txid.to_string())]));
    }
    Ok(txid)
}

/// Lines that are told in pieces of some size, of which each is held no longer than it takes to write it.
struct Lines<'t> {
    tell: &'t mut dyn FnMut(Value),
    text: String,
}

impl<'t> Lines<'t> {
    const PIECE: usize = 1 << 20;

    fn new(tell: &'t mut dyn FnMut(Value), head: &str) -> Self {
        Self { tell, text: format!("{head}\n") }
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.text, "{line}");
        if self.text.len() >= Self::PIECE {
            (self.tell)(Value::String(std::mem::take(&mut self.text)));
        }
    }

    fn end(self) {
        (self.tell)(Value::String(self.text));
    }
}

/// What is said of each address, with pack and row, and of the actors that the rows name; nothing is said where no pack
/// names it. `names` are the packs that were looked at.
pub fn said_of(
    network: Network,
    tags: &TagSet,
    names: &[PackName],
    addresses: &[String],
) -> Result<Value, AddressError> {
    let said = addresses
        .iter()
        .map(|address| {
            let key = ScriptKey::parse(address, network)?;
            let rows: Vec<_> = tags.find(&key).collect();
            let named: BTreeSet<_> = rows.iter().filter_map(|row| row.actor.as_deref()).collect();
            let actors: Vec<_> = named.into_iter().flat_map(|name| tags.actor(name)).collect();
            Ok(json!({ "address": address, "rows": rows, "actors": actors }))
        })
        .collect::<Result<Vec<_>, AddressError>>()?;
    let mut answer = json!({ "network": network, "packs": names, "addresses": said });
    leave_out_bare_keys(&mut answer, network, &addresses.iter().collect::<Vec<_>>());
    Ok(answer)
}

/// Compares the packs that a finding names with those that are given, and with those that a ledger keeps.
fn packs_here(
    finding: &Finding,
    packs: &[TagPack],
    kept: Option<&TagStore>,
) -> Result<PacksHere, TagStoreError> {
    finding.check_packs(|digest, stated| match packs.iter().find(|pack| pack.digest == *digest) {
        Some(pack) => Ok(Some(pack.clone())),
        None => kept.map_or(Ok(None), |kept| kept.pack(digest, stated)),
    })
}

fn tags_of(network: Network, packs: &[TagPack]) -> (TagSet, Vec<PackName>) {
    let mut tags = TagSet::new(network);
    for pack in packs {
        tags.add(pack);
    }
    (tags, packs.iter().map(PackName::from).collect())
}

/// Files of blocks, each with its name.
type BlockFiles = Vec<(String, Vec<u8>)>;

/// The files of the input: blocks, tag packs, and what is read beside them.
fn read_parts(input: &mut Input) -> Result<(BlockFiles, Vec<TagPack>, Read), TaskError> {
    let (mut blocks, mut packs, mut given) = (Vec::new(), Vec::new(), Read::default());
    while let Some((part, name, bytes)) = next_part(input)? {
        match part {
            1 => blocks.push((name, bytes)),
            2 => packs.push(TagPack::parse(&bytes)?),
            3 => given.finding = Some(Finding::from_json(&bytes)?),
            _ => given.truth = Some(Truth::from_json(&bytes)?),
        }
    }
    Ok((blocks, packs, given))
}

/// The next file of the input.
fn next_part(input: &mut Input) -> Result<Option<(u8, String, Vec<u8>)>, TaskError> {
    let broken = |e: std::io::Error| TaskError::input(&e);
    let mut part = [0; 1];
    if input.read(&mut part).map_err(broken)? == 0 {
        return Ok(None);
    }
    let mut name_length = [0; 2];
    input.read_exact(&mut name_length).map_err(broken)?;
    let mut name = vec![0; usize::from(u16::from_be_bytes(name_length))];
    input.read_exact(&mut name).map_err(broken)?;
    let mut length = [0; 8];
    input.read_exact(&mut length).map_err(broken)?;
    // The parent is trusted with the length; what does not fit into the memory of the child ends it.
    let mut bytes = Vec::new();
    input.take(u64::from_be_bytes(length)).read_to_end(&mut bytes).map_err(broken)?;
    Ok(Some((part[0], String::from_utf8_lossy(&name).into_owned(), bytes)))
}
