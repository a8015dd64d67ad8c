//! Blocks from a running Bitcoin Core node, by its REST interface or by JSON-RPC.
//!
//! The node is one's own, on this machine or in the office's network: the line is plain HTTP. The node is not trusted with
//! more than block files are: every answer is held to a length, a block must be the one that was asked for, and whoever
//! takes blocks in checks them all.
//!
//! Headers are read first, then each block once, by its hash: a node keeps the blocks that it leaves for another branch, so
//! that a change of the chain meanwhile does no harm. What a ledger has already is not asked for
//! ([`NodeBlocks::behind`]).

use std::path::Path;

use comity_chain::block::{HEADER_LEN, Header, MAX_BLOCK_LEN};
use comity_chain::hash::BlockHash;
use comity_chain::ledger::Ledger;
use comity_chain::network::Network;
use comity_chain::source::{BlockSource, Place, SourceError, SourceNote, StoredBlock};
use hyper::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::name::{Endpoint, NameError, no_credentials};
use crate::passphrase::{Passphrase, PassphraseError};
use crate::patient::Patience;

pub mod answer;
mod error;
mod http;

use answer::{AnswerError, ChainInfo, RpcError};
pub use error::NodeBlocksError;
pub use http::PATIENCE;
use http::{Answer, Client};

/// Headers that are asked for at once: the most that Bitcoin Core gives (`MAX_REST_HEADERS_RESULTS`).
pub const HEADERS_AT_ONCE: usize = 2000;
/// The most blocks of a chain that are taken: testnet3, the longest, had some five million in 2026.
pub const MAX_BLOCKS: usize = 16_000_000;
/// The largest answer about the chain; Bitcoin Core's have about 2 kB.
pub const MAX_INFO_BYTES: usize = 256 << 10;
/// The largest answer that holds headers by JSON-RPC: 160 digits each, and what stands around them.
pub const MAX_HEADERS_BYTES: usize = HEADERS_AT_ONCE * (2 * HEADER_LEN + 256);
/// The largest answer that holds a block by JSON-RPC: two digits for each byte, and what stands around them.
pub const MAX_BLOCK_ANSWER_BYTES: usize = 2 * MAX_BLOCK_LEN + 1024;

/// How long a block is taken to be before it is read. At most this much of a block is not witness data (BIP 141).
const EXPECTED_BLOCK_LEN: u32 = 1_000_000;
/// How often the headers are read from the beginning again because the chain changed meanwhile.
const TRIES: usize = 5;
/// Blocks at the tip of a ledger that are looked for one by one; then steps double.
const NEAR_TIP: u32 = 10;

/// The numbers of errors by JSON-RPC (Bitcoin Core, `src/rpc/protocol.h`).
const RPC_MISC_ERROR: i64 = -1;
const RPC_INVALID_ADDRESS_OR_KEY: i64 = -5;
const RPC_INVALID_PARAMETER: i64 = -8;

/// What is said to be let in by JSON-RPC: a name and a password. It has no `Debug` and no `Clone`.
pub struct Login(Zeroizing<Vec<u8>>);

impl Login {
    /// From the file `.cookie` that a node writes at each start and removes at its end.
    ///
    /// # Errors
    /// When the file cannot be read or every user may read it.
    pub fn cookie(path: &Path) -> Result<Self, PassphraseError> {
        Ok(Self(Zeroizing::new(Passphrase::from_file(path)?.expose().to_vec())))
    }

    /// A name with the password in a file.
    ///
    /// # Errors
    /// When the file cannot be read or every user may read it.
    pub fn password(user: &str, path: &Path) -> Result<Self, PassphraseError> {
        let password = Passphrase::from_file(path)?;
        Ok(Self(Zeroizing::new([user.as_bytes(), b":", password.expose()].concat())))
    }
}

/// The chain of a running node.
pub struct NodeBlocks {
    network: Network,
    client: Client,
    by: By,
    /// Heights and hashes of a ledger, from its tip on down.
    known: Vec<(u32, BlockHash)>,
    most_blocks: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Rest,
    Rpc,
}

/// Reads where a node answers: `http://HOST:PORT`, or `HOST:PORT`.
///
/// # Errors
/// For anything else, also for `https`, which Bitcoin Core does not speak, and for a name and password before the host.
pub fn endpoint(text: &str) -> Result<Endpoint, NameError> {
    no_credentials(text)?;
    let place = text.strip_prefix("http://").unwrap_or(text);
    if place.contains("://") {
        return Err(NameError::Endpoint { text: text.chars().take(answer::MAX_SAID).collect() });
    }
    place.parse()
}

impl NodeBlocks {
    /// By the REST interface, which a node has when it was started with `-rest=1`. The name is looked up now.
    ///
    /// # Errors
    /// When the name has no address.
    pub fn rest(at: Endpoint, network: Network) -> Result<Self, NodeBlocksError> {
        Ok(Self::new(Client::new(at, None)?, By::Rest, network))
    }

    /// By JSON-RPC. The name is looked up now.
    ///
    /// # Errors
    /// When the name has no address.
    pub fn rpc(at: Endpoint, login: &Login, network: Network) -> Result<Self, NodeBlocksError> {
        Ok(Self::new(Client::new(at, Some(&login.0))?, By::Rpc, network))
    }

    fn new(client: Client, by: By, network: Network) -> Self {
        Self { network, client, by, known: vec![], most_blocks: MAX_BLOCKS }
    }

    /// With other times to wait.
    #[must_use]
    pub fn with_patience(mut self, patience: Patience) -> Self {
        self.client.patience = patience;
        self
    }

    /// With another limit than [`MAX_BLOCKS`].
    #[must_use]
    pub fn with_most_blocks(self, most_blocks: usize) -> Self {
        Self { most_blocks, ..self }
    }

    /// Lists the chain only from the last block on that the ledger has too.
    #[must_use]
    pub fn behind(mut self, ledger: &Ledger) -> Self {
        let (Some(first), Ok(view)) = (ledger.first_height(), ledger.at(None)) else { return self };
        let (mut height, mut step) = (view.height(), 1);
        loop {
            self.known.push((height, view.block_hash(height)));
            if height == first {
                return self;
            }
            if view.height() - height >= NEAR_TIP {
                step *= 2;
            }
            height = height.saturating_sub(step).max(first);
        }
    }

    /// The TCP port at which the node is asked.
    pub fn port(&self) -> u16 {
        self.client.endpoint().port
    }

    /// Asks the node for its network, and gives the height of its tip.
    ///
    /// # Errors
    /// When the node cannot be asked or is of another network.
    pub fn check(&self) -> Result<u32, NodeBlocksError> {
        const WHAT: &str = "chaininfo";
        let info = match self.by {
            By::Rest => {
                let answer = self.client.ask("/rest/chaininfo.json", None, MAX_INFO_BYTES)?;
                if answer.status == StatusCode::NOT_FOUND {
                    return Err(NodeBlocksError::NoRest { endpoint: self.endpoint() });
                }
                ChainInfo::parse(&self.good(answer)?.body).map_err(|e| self.malformed(WHAT, e))?
            }
            By::Rpc => {
                self.call("getblockchaininfo", &json!([]), MAX_INFO_BYTES)?.map_err(|e| self.refused(&e))?
            }
        };
        if info.network() != Some(self.network) {
            return Err(NodeBlocksError::OtherNetwork {
                endpoint: self.endpoint(),
                expected: self.network,
                found: answer::said(info.chain.as_bytes()),
            });
        }
        Ok(info.blocks)
    }

    /// The headers of the node's chain from where the ledger leaves it; `None` if the chain changed meanwhile.
    fn headers(&self, tip: u32) -> Result<Option<(u32, Vec<Header>)>, NodeBlocksError> {
        let (from, first) = self.meeting()?;
        let mut headers: Vec<Header> = vec![];
        let mut next = from;
        loop {
            let more = match self.by {
                By::Rest => self.rest_headers(headers.last().map_or(first, Header::hash))?,
                By::Rpc => self.rpc_headers(next, tip)?,
            };
            let Some(more) = more else { return Ok(None) };
            // By REST the answer begins with what is there already.
            let known = usize::from(self.by == By::Rest && !headers.is_empty());
            let is_end = more.len() < HEADERS_AT_ONCE;
            for header in more.into_iter().skip(known) {
                let fits = match headers.last() {
                    Some(last) => header.prev() == last.hash(),
                    None => header.hash() == first,
                };
                if !fits {
                    return Ok(None);
                }
                if headers.len() == self.most_blocks {
                    let limit = self.most_blocks;
                    return Err(NodeBlocksError::TooManyBlocks { endpoint: self.endpoint(), limit });
                }
                headers.push(header);
                next = next.saturating_add(1);
            }
            if is_end || (self.by == By::Rpc && next > tip) {
                return Ok((!headers.is_empty()).then_some((from, headers)));
            }
        }
    }

    /// The last block of the ledger that the node's chain has too, or the network's first.
    fn meeting(&self) -> Result<(u32, BlockHash), NodeBlocksError> {
        for (height, hash) in &self.known {
            if self.hash_at(*height)? == Some(*hash) {
                return Ok((*height, *hash));
            }
        }
        Ok((0, self.network.genesis()))
    }

    fn hash_at(&self, height: u32) -> Result<Option<BlockHash>, NodeBlocksError> {
        const WHAT: &str = "blockhashbyheight";
        if self.by == By::Rest {
            let path = format!("/rest/blockhashbyheight/{height}.bin");
            let answer = self.client.ask(&path, None, MAX_INFO_BYTES)?;
            if answer.status == StatusCode::NOT_FOUND {
                return Ok(None);
            }
            let hash = answer::hash(&self.good(answer)?.body).map_err(|e| self.malformed(WHAT, e))?;
            return Ok(Some(hash));
        }
        match self.call::<BlockHash>("getblockhash", &json!([height]), MAX_INFO_BYTES)? {
            Ok(hash) => Ok(Some(hash)),
            Err(error) if error.code == RPC_INVALID_PARAMETER => Ok(None),
            Err(error) => Err(self.refused(&error)),
        }
    }

    /// The headers from this block on; `None` where it is not of the node's chain.
    fn rest_headers(&self, from: BlockHash) -> Result<Option<Vec<Header>>, NodeBlocksError> {
        let most = HEADERS_AT_ONCE * HEADER_LEN;
        let mut answer =
            self.client.ask(&format!("/rest/headers/{from}.bin?count={HEADERS_AT_ONCE}"), None, most)?;
        if answer.status == StatusCode::BAD_REQUEST {
            // Before version 24.
            answer = self.client.ask(&format!("/rest/headers/{HEADERS_AT_ONCE}/{from}.bin"), None, most)?;
        }
        let headers = answer::headers(&self.good(answer)?.body).map_err(|e| self.malformed("headers", e))?;
        Ok(headers.first().is_some_and(|header| header.hash() == from).then_some(headers))
    }

    /// The headers from this height to the tip, at most so many as are asked for at once; `None` where the chain is
    /// shorter by now.
    fn rpc_headers(&self, from: u32, tip: u32) -> Result<Option<Vec<Header>>, NodeBlocksError> {
        let heights: Vec<_> = (from..=tip).take(HEADERS_AT_ONCE).map(|height| json!([height])).collect();
        let hashes = match self.call_each::<BlockHash>("getblockhash", &heights)? {
            Ok(hashes) => hashes,
            Err(error) if error.code == RPC_INVALID_PARAMETER => return Ok(None),
            Err(error) => return Err(self.refused(&error)),
        };
        let asked: Vec<_> = hashes.iter().map(|hash| json!([hash, false])).collect();
        let digits =
            self.call_each::<String>("getblockheader", &asked)?.map_err(|error| self.refused(&error))?;
        let mut headers = Vec::with_capacity(digits.len());
        for (digits, hash) in digits.iter().zip(hashes) {
            let header = answer::header(digits).map_err(|e| self.malformed("getblockheader", e))?;
            if header.hash() != hash {
                return Err(NodeBlocksError::OtherBlock { endpoint: self.endpoint(), hash });
            }
            headers.push(header);
        }
        Ok(Some(headers))
    }

    fn read(&self, hash: BlockHash, into: &mut Vec<u8>) -> Result<(), NodeBlocksError> {
        into.clear();
        let missing = || NodeBlocksError::Missing { endpoint: self.endpoint(), hash };
        match self.by {
            By::Rest => {
                let answer = self.client.ask(&format!("/rest/block/{hash}.bin"), None, MAX_BLOCK_LEN)?;
                if answer.status == StatusCode::NOT_FOUND {
                    return Err(missing());
                }
                into.extend_from_slice(&self.good(answer)?.body);
            }
            By::Rpc => {
                let answer = self.call::<String>("getblock", &json!([hash, 0]), MAX_BLOCK_ANSWER_BYTES)?;
                let digits = answer.map_err(|error| match error.code {
                    RPC_MISC_ERROR | RPC_INVALID_ADDRESS_OR_KEY => missing(),
                    _ => self.refused(&error),
                })?;
                *into = answer::block(&digits).map_err(|e| self.malformed("getblock", e))?;
                if into.len() > MAX_BLOCK_LEN {
                    return Err(NodeBlocksError::TooLarge {
                        endpoint: self.endpoint(),
                        limit: MAX_BLOCK_LEN,
                    });
                }
            }
        }
        match into.first_chunk::<HEADER_LEN>() {
            Some(header) if Header::from_bytes(*header).hash() == hash => Ok(()),
            _ => Err(NodeBlocksError::OtherBlock { endpoint: self.endpoint(), hash }),
        }
    }

    /// Asks one question by JSON-RPC.
    fn call<T: DeserializeOwned>(
        &self,
        method: &'static str,
        params: &Value,
        most: usize,
    ) -> Result<Result<T, RpcError>, NodeBlocksError> {
        let question = json!({ "jsonrpc": "1.0", "id": 0, "method": method, "params": params });
        let answer = self.ask(&question, most)?;
        answer::reply(&answer.body).map_err(|e| self.malformed(method, e))
    }

    /// Asks the same of each.
    fn call_each<T: DeserializeOwned>(
        &self,
        method: &'static str,
        params: &[Value],
    ) -> Result<Result<Vec<T>, RpcError>, NodeBlocksError> {
        let numbered = params.iter().enumerate();
        let questions: Vec<_> = numbered
            .map(|(id, params)| json!({ "jsonrpc": "1.0", "id": id, "method": method, "params": params }))
            .collect();
        let answer = self.ask(&Value::Array(questions), MAX_HEADERS_BYTES)?;
        // What is refused as a whole comes as one answer.
        if answer.body.first() == Some(&b'{') {
            return answer::reply(&answer.body).map_err(|e| self.malformed(method, e));
        }
        answer::replies(&answer.body, params.len()).map_err(|e| self.malformed(method, e))
    }

    fn ask(&self, question: &Value, most: usize) -> Result<Answer, NodeBlocksError> {
        let answer = self.client.ask("/", Some(&question.to_string()), most)?;
        // An error of JSON-RPC 1.0 comes with a status of HTTP that says as much.
        let told = [StatusCode::NOT_FOUND, StatusCode::INTERNAL_SERVER_ERROR].map(|status| status.as_u16());
        if told.contains(&answer.status) && answer.body.first() == Some(&b'{') {
            return Ok(answer);
        }
        self.good(answer)
    }

    /// An answer that is none of a refusal.
    fn good(&self, answer: Answer) -> Result<Answer, NodeBlocksError> {
        match StatusCode::from_u16(answer.status) {
            Ok(StatusCode::OK) => Ok(answer),
            Ok(StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) => {
                Err(NodeBlocksError::NotLetIn { endpoint: self.endpoint() })
            }
            _ => Err(NodeBlocksError::Refused {
                endpoint: self.endpoint(),
                status: answer.status,
                said: answer::said(&answer.body),
            }),
        }
    }

    fn refused(&self, error: &RpcError) -> NodeBlocksError {
        NodeBlocksError::Refused {
            endpoint: self.endpoint(),
            status: StatusCode::INTERNAL_SERVER_ERROR.as_u16(),
            said: answer::said(error.message.as_bytes()),
        }
    }

    fn malformed(&self, what: &'static str, source: AnswerError) -> NodeBlocksError {
        NodeBlocksError::Malformed { endpoint: self.endpoint(), what, source }
    }

    fn endpoint(&self) -> Endpoint {
        self.client.endpoint().clone()
    }
}

impl BlockSource for NodeBlocks {
    fn network(&self) -> Network {
        self.network
    }

    fn list(&self, found: &mut dyn FnMut(StoredBlock)) -> Result<Vec<SourceNote>, SourceError> {
        for _ in 0..TRIES {
            let Some((from, headers)) = self.headers(self.check()?)? else { continue };
            for (height, header) in (from..).zip(headers) {
                found(StoredBlock { header, file: 0, offset: u64::from(height), length: EXPECTED_BLOCK_LEN });
            }
            return Ok(vec![]);
        }
        Err(NodeBlocksError::Changed { endpoint: self.endpoint() }.into())
    }

    fn block<'a>(&'a self, stored: &StoredBlock, scratch: &'a mut Vec<u8>) -> Result<&'a [u8], SourceError> {
        self.read(stored.header.hash(), scratch)?;
        Ok(scratch)
    }

    /// The node and the hash of the block, which begins at its beginning.
    fn place(&self, stored: &StoredBlock) -> Place {
        Place { file: format!("{}/{}", self.client.endpoint(), stored.header.hash()), offset: 0 }
    }
}
