//! Reads the answers of a node: foreign bytes, whoever's node it is.

use comity_chain::block::{HEADER_LEN, Header};
use comity_chain::hash::BlockHash;
use comity_chain::network::Network;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Letters of a node's own words that are shown.
pub const MAX_SAID: usize = 200;

/// Why bytes are not the answer that was asked for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// No JSON, or other JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// No hexadecimal digits where there must be some.
    #[error("no hexadecimal digits")]
    Hex,
    /// Headers that do not fill their bytes.
    #[error("{0} bytes are no list of headers")]
    HeadersLength(usize),
    /// A hash of another length.
    #[error("{0} bytes are no hash")]
    HashLength(usize),
    /// Fewer or more answers than questions, or answers in another order.
    #[error("not one answer to each question")]
    Count,
    /// Headers that do not follow one another.
    #[error("headers that do not follow one another")]
    Order,
    /// Neither a result nor an error.
    #[error("neither a result nor an error")]
    Nothing,
}

/// What a node says of its chain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ChainInfo {
    /// The network, as the node calls it.
    pub chain: String,
    /// The height of the tip.
    pub blocks: u32,
}

/// An error that a node answers with.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RpcError {
    /// Its number (Bitcoin Core, `src/rpc/protocol.h`).
    pub code: i64,
    /// In words.
    pub message: String,
}

#[derive(Deserialize)]
struct Reply<T> {
    result: Option<T>,
    error: Option<RpcError>,
    id: Option<serde_json::Value>,
}

impl ChainInfo {
    /// Reads the answer of `/rest/chaininfo.json`.
    ///
    /// # Errors
    /// For anything else.
    pub fn parse(bytes: &[u8]) -> Result<Self, AnswerError> {
        Ok(serde_json::from_slice(bytes)?)
    }

    /// The network, if it is one that is known here.
    pub fn network(&self) -> Option<Network> {
        match self.chain.as_str() {
            "main" => Some(Network::Mainnet),
            "test" => Some(Network::Testnet3),
            "testnet4" => Some(Network::Testnet4),
            "signet" => Some(Network::Signet),
            "regtest" => Some(Network::Regtest),
            _ => None,
        }
    }
}

/// Reads the answer to one question by JSON-RPC.
///
/// # Errors
/// For what is no answer.
pub fn reply<T: DeserializeOwned>(bytes: &[u8]) -> Result<Result<T, RpcError>, AnswerError> {
    outcome(serde_json::from_slice(bytes)?)
}

/// Reads the answers to `count` questions that were asked at once and numbered from 0; the first error stands for all.
///
/// # Errors
/// For anything but one answer to each, in their order.
pub fn replies<T: DeserializeOwned>(
    bytes: &[u8],
    count: usize,
) -> Result<Result<Vec<T>, RpcError>, AnswerError> {
    let replies: Vec<Reply<T>> = serde_json::from_slice(bytes)?;
    let numbered = |(place, reply): (usize, &Reply<T>)| {
        reply.id.as_ref().and_then(serde_json::Value::as_u64).and_then(|id| usize::try_from(id).ok())
            == Some(place)
    };
    if replies.len() != count || !replies.iter().enumerate().all(numbered) {
        return Err(AnswerError::Count);
    }
    replies.into_iter().map(outcome).collect()
}

fn outcome<T>(reply: Reply<T>) -> Result<Result<T, RpcError>, AnswerError> {
    match (reply.result, reply.error) {
        (_, Some(error)) => Ok(Err(error)),
        (Some(result), None) => Ok(Ok(result)),
        (None, None) => Err(AnswerError::Nothing),
    }
}

/// Reads headers that stand one behind the other.
///
/// # Errors
/// When the bytes break off within one.
pub fn headers(bytes: &[u8]) -> Result<Vec<Header>, AnswerError> {
    let (headers, rest) = bytes.as_chunks::<HEADER_LEN>();
    if !rest.is_empty() {
        return Err(AnswerError::HeadersLength(bytes.len()));
    }
    Ok(headers.iter().map(|bytes| Header::from_bytes(*bytes)).collect())
}

/// Reads a header in hexadecimal digits.
///
/// # Errors
/// For anything else.
pub fn header(digits: &str) -> Result<Header, AnswerError> {
    let bytes = block(digits)?;
    match &headers(&bytes)?[..] {
        [header] => Ok(*header),
        _ => Err(AnswerError::HeadersLength(bytes.len())),
    }
}

/// Reads the 32 bytes of a hash, in the order in which they are hashed.
///
/// # Errors
/// For another number of them.
pub fn hash(bytes: &[u8]) -> Result<BlockHash, AnswerError> {
    let bytes = bytes.try_into().map_err(|_| AnswerError::HashLength(bytes.len()))?;
    Ok(BlockHash::from_bytes(bytes))
}

/// Reads a block in hexadecimal digits.
///
/// # Errors
/// For anything else.
pub fn block(digits: &str) -> Result<Vec<u8>, AnswerError> {
    hex::decode(digits).map_err(|_| AnswerError::Hex)
}

/// The words of a node, cut to what is shown.
pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().filter(|c| !c.is_control()).take(MAX_SAID).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_node_says_which_network_it_is_of() {
        for (chain, network) in [
            ("main", Some(Network::Mainnet)),
            ("test", Some(Network::Testnet3)),
            ("testnet4", Some(Network::Testnet4)),
            ("signet", Some(Network::Signet)),
            ("regtest", Some(Network::Regtest)),
            ("mainnet", None),
        ] {
            let info = format!(r#"{{"chain":"{chain}","blocks":7,"pruned":false}}"#);
            let info = ChainInfo::parse(info.as_bytes()).unwrap();
            assert_eq!((info.network(), info.blocks), (network, 7));
        }
        assert!(ChainInfo::parse(br#"{"chain":"main","blocks":-1}"#).is_err());
    }

    #[test]
    fn each_question_has_its_answer_or_none_counts() {
        let good = br#"[{"result":"a","error":null,"id":0},{"result":"b","error":null,"id":1}]"#;
        assert_eq!(replies::<String>(good, 2).unwrap().unwrap(), ["a", "b"]);
        assert!(matches!(replies::<String>(good, 1), Err(AnswerError::Count)));
        let turned = br#"[{"result":"a","error":null,"id":1},{"result":"b","error":null,"id":0}]"#;
        assert!(matches!(replies::<String>(turned, 2), Err(AnswerError::Count)));
        let failed = br#"[{"result":null,"error":{"code":-8,"message":"x"},"id":0}]"#;
        assert_eq!(replies::<String>(failed, 1).unwrap().unwrap_err().code, -8);
        let nothing = br#"{"result":null,"error":null,"id":0}"#;
        assert!(matches!(reply::<String>(nothing), Err(AnswerError::Nothing)));
    }

    #[test]
    fn headers_fill_their_bytes_and_a_hash_has_32() {
        assert_eq!(headers(&[0; 160]).unwrap().len(), 2);
        assert!(headers(&[0; 159]).is_err());
        assert!(header(&"00".repeat(80)).is_ok());
        assert!(header(&"00".repeat(160)).is_err());
        assert!(header("zz").is_err());
        assert!(hash(&[0; 32]).is_ok());
        assert!(hash(&[0; 33]).is_err());
    }

    #[test]
    fn words_of_a_node_are_cut_and_steer_no_terminal() {
        assert_eq!(said(&[b'a'; MAX_SAID]).len(), MAX_SAID);
        assert_eq!(said(&[b'a'; MAX_SAID + 1]).len(), MAX_SAID);
        assert_eq!(said(b"\x1b[2Jno"), "[2Jno");
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = (ChainInfo::parse(&bytes), reply::<String>(&bytes), replies::<String>(&bytes, 1));
            let _ = (headers(&bytes), hash(&bytes), said(&bytes));
        }
    }
}
