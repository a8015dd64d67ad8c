//! Every code has a message, what to do about it, and a comment for translators; every value in a message is one
//! that the error gives.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

use comity_adapters::delivery::{DeliveryError, Waiting};
use comity_adapters::frame::FrameError;
use comity_adapters::lock::LockError;
use comity_adapters::name::{Endpoint, Name, NameError};
use comity_adapters::node_blocks::NodeBlocksError;
use comity_adapters::node_blocks::answer::AnswerError;
use comity_adapters::passphrase::PassphraseError;
use comity_adapters::s3::{CredentialsError, S3Error, SettingsError};
use comity_adapters::sandbox::{ChildOutput, SandboxError};
use comity_adapters::socket::SocketError;
use comity_adapters::stamp_server::StampServerError;
use comity_adapters::tls::PageTlsError;
use comity_chain::Network;
use comity_record::Coded;
use comity_record::sign::VerifyingKey;

/// The messages as the file has them: code to text with its attributes.
fn messages() -> BTreeMap<String, String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs/locales/en/adapters.ftl");
    let text = std::fs::read_to_string(path).unwrap();
    let mut messages = BTreeMap::new();
    let (mut current, mut commented) = (None::<String>, false);
    for line in text.lines() {
        if line.starts_with('#') {
            commented = true;
        } else if let Some((code, message)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            assert!(commented, "{code} has no comment for translators");
            assert!(messages.insert(code.to_owned(), message.to_owned()).is_none(), "{code} twice");
            (current, commented) = (Some(code.to_owned()), false);
        } else if let Some(code) = &current {
            let message = messages.get_mut(code).unwrap();
            message.push('\n');
            message.push_str(line);
        }
    }
    messages
}

/// One of each error that can be.
fn errors() -> Vec<Box<dyn Coded>> {
    let io = || io::Error::other("why");
    let output = ChildOutput::default;
    let at = || Endpoint { name: Name::Dns("node.example.org".into()), port: 1 };
    let path = || PathBuf::from("p");
    let hash = Network::Mainnet.genesis();
    let server = || "http://tsa.example.org/".to_owned();
    vec![
        Box::new(SettingsError::Malformed { cause: "c".into() }),
        Box::new(SettingsError::Value { setting: "s", value: "v".into() }),
        Box::new(SettingsError::Clear { endpoint: at() }),
        Box::new(SettingsError::Credentials),
        Box::new(CredentialsError::Unreadable { path: path(), source: io() }),
        Box::new(CredentialsError::Open { path: path() }),
        Box::new(CredentialsError::Form { path: path() }),
        Box::new(S3Error::Authorities { path: path(), cause: "c".into() }),
        Box::new(S3Error::Start { server: server(), source: io() }),
        Box::new(S3Error::Unreachable { server: server(), cause: "c".into() }),
        Box::new(S3Error::Handshake { server: server(), cause: "c".into() }),
        Box::new(S3Error::TimedOut { server: server() }),
        Box::new(S3Error::Broken { server: server(), cause: "c".into() }),
        Box::new(S3Error::TooLarge { server: server(), limit: 1 }),
        Box::new(S3Error::Malformed { server: server(), cause: "c".into() }),
        Box::new(S3Error::Key { server: server(), said: "s".into() }),
        Box::new(S3Error::Denied { server: server(), bucket: "b".into() }),
        Box::new(S3Error::NoBucket { server: server(), bucket: "b".into() }),
        Box::new(S3Error::Clock { server: server() }),
        Box::new(S3Error::Region { server: server(), bucket: "b".into(), region: "r".into() }),
        Box::new(S3Error::Busy { server: server(), status: 503 }),
        Box::new(S3Error::Full { server: server() }),
        Box::new(S3Error::Refused { server: server(), status: 400, said: "s".into() }),
        Box::new(S3Error::OtherNode { server: server(), key: "k".into(), owner: "o".into() }),
        Box::new(S3Error::Differs { server: server(), key: "k".into() }),
        Box::new(S3Error::Short { server: server(), key: "k".into(), offset: 1 }),
        Box::new(S3Error::TooMuch { key: "k".into(), bytes: 1 }),
        Box::new(StampServerError::Unreachable { server: server(), source: io() }),
        Box::new(StampServerError::Handshake { server: server(), cause: "c".into() }),
        Box::new(StampServerError::TimedOut { server: server() }),
        Box::new(StampServerError::Broken { server: server(), cause: "c".into() }),
        Box::new(StampServerError::TooLarge { server: server() }),
        Box::new(StampServerError::Refused { server: server(), status: 404 }),
        Box::new(DeliveryError::RequestTooLarge { length: 1 }),
        Box::new(DeliveryError::Unreachable { endpoint: at(), source: io() }),
        Box::new(DeliveryError::WrongKey {
            endpoint: at(),
            expected: VerifyingKey::from_bytes([1; 32]),
            found: VerifyingKey::from_bytes([2; 32]),
        }),
        Box::new(DeliveryError::NotKnown { endpoint: at() }),
        Box::new(DeliveryError::Handshake { endpoint: at(), cause: "c".into() }),
        Box::new(DeliveryError::TimedOut { endpoint: at(), waiting: Waiting::Silence }),
        Box::new(DeliveryError::Broken { endpoint: at(), cause: "c".into() }),
        Box::new(DeliveryError::AnswerTooLarge { endpoint: at() }),
        Box::new(DeliveryError::Refused { endpoint: at(), status: 503, code: None }),
        Box::new(NodeBlocksError::Unreachable { endpoint: at(), source: io() }),
        Box::new(NodeBlocksError::NotLetIn { endpoint: at() }),
        Box::new(NodeBlocksError::NoRest { endpoint: at() }),
        Box::new(NodeBlocksError::Refused { endpoint: at(), status: 503, said: "s".into() }),
        Box::new(NodeBlocksError::Missing { endpoint: at(), hash }),
        Box::new(NodeBlocksError::TimedOut { endpoint: at() }),
        Box::new(NodeBlocksError::Broken { endpoint: at(), cause: "c".into() }),
        Box::new(NodeBlocksError::TooLarge { endpoint: at(), limit: 1 }),
        Box::new(NodeBlocksError::Malformed { endpoint: at(), what: "w", source: AnswerError::Hex }),
        Box::new(NodeBlocksError::OtherNetwork {
            endpoint: at(),
            expected: Network::Mainnet,
            found: "test".into(),
        }),
        Box::new(NodeBlocksError::OtherBlock { endpoint: at(), hash }),
        Box::new(NodeBlocksError::Changed { endpoint: at() }),
        Box::new(NodeBlocksError::TooManyBlocks { endpoint: at(), limit: 1 }),
        Box::new(NameError::Name { text: "t".into() }),
        Box::new(NameError::Endpoint { text: "t".into() }),
        Box::new(NameError::Credentials),
        Box::new(PageTlsError::Unreadable { path: path(), source: io() }),
        Box::new(PageTlsError::FileOpen { path: path() }),
        Box::new(PageTlsError::NoCertificate { path: path() }),
        Box::new(PageTlsError::NoKey { path: path() }),
        Box::new(PageTlsError::KeyKind { path: path() }),
        Box::new(PageTlsError::OtherKey { path: path() }),
        Box::new(FrameError::TooLarge { length: 2, limit: 1 }),
        Box::new(FrameError::Cut),
        Box::new(FrameError::Io(io())),
        Box::new(LockError::Held { folder: "f".into(), holder: None }),
        Box::new(LockError::Unusable { path: "p".into(), source: io() }),
        Box::new(PassphraseError::NoTerminal { source: io() }),
        Box::new(PassphraseError::Cancelled),
        Box::new(PassphraseError::Empty),
        Box::new(PassphraseError::TooLong),
        Box::new(PassphraseError::NotText),
        Box::new(PassphraseError::Different),
        Box::new(PassphraseError::Unreadable { path: None, source: io() }),
        Box::new(PassphraseError::FileOpen { path: "p".into() }),
        Box::new(SandboxError::UnknownTask { task: "t".into() }),
        Box::new(SandboxError::LimitRange { name: "depth", value: 0, least: 1, most: 2 }),
        Box::new(SandboxError::ParametersTooLarge { length: 2, limit: 1 }),
        Box::new(SandboxError::InputWritable),
        Box::new(SandboxError::InputUnreadable { cause: "c".into() }),
        Box::new(SandboxError::Start { source: io() }),
        Box::new(SandboxError::Broken { source: io() }),
        Box::new(SandboxError::Unprotected { missing: vec!["seccomp".into()] }),
        Box::new(SandboxError::TimedOut { wall_millis: 1 }),
        Box::new(SandboxError::CpuTime { cpu_seconds: 1 }),
        Box::new(SandboxError::Memory { memory_bytes: 1 }),
        Box::new(SandboxError::Forbidden { signal: 31, output: output() }),
        Box::new(SandboxError::Crashed { signal: 11, output: output() }),
        Box::new(SandboxError::Panicked { output: output() }),
        Box::new(SandboxError::EndedEarly { status: 0, output: output() }),
        Box::new(SandboxError::ReplyTooLarge { name: "frames", limit: 1 }),
        Box::new(SandboxError::ReplyMalformed { reason: "r" }),
        Box::new(SandboxError::Stopped),
        Box::new(SocketError::NotServing { folder: "f".into() }),
        Box::new(SocketError::Busy),
        Box::new(SocketError::ForeignPeer { uid: 1 }),
        Box::new(SocketError::PathTooLong { folder: "f".into() }),
        Box::new(SocketError::Protocol),
        Box::new(SocketError::TimedOut),
        Box::new(SocketError::Unanswered),
        Box::new(SocketError::Frame(FrameError::Cut)),
        Box::new(SocketError::Unusable(io())),
    ]
}

#[test]
fn every_code_has_a_message_and_no_message_is_without_a_code() {
    let messages = messages();
    let codes: BTreeSet<&str> = comity_adapters::CODES.iter().copied().collect();
    assert_eq!(codes.len(), comity_adapters::CODES.len(), "a code is listed twice");
    assert_eq!(messages.keys().map(String::as_str).collect::<BTreeSet<_>>(), codes);
    assert_eq!(errors().iter().map(|error| error.code()).collect::<BTreeSet<_>>(), codes);
    for (code, message) in messages {
        assert!(message.contains("\n    .do = "), "{code} does not say what to do");
    }
}

#[test]
fn a_message_speaks_only_of_values_that_the_error_gives() {
    let messages = messages();
    for error in errors() {
        let given: Vec<&str> = error.args().into_iter().map(|(name, _)| name).collect();
        for (index, _) in messages[error.code()].match_indices('$') {
            let rest = &messages[error.code()][index + 1..];
            let name = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap();
            assert!(given.contains(&name), "{} speaks of {name}", error.code());
        }
    }
}
