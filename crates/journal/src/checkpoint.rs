//! Checkpoints (C2SP tlog-checkpoint): a log says, signed, how large its tree is and what its root is.
//!
//! The first line, the *origin*, names the log. Ours is `comity/<node>/<incarnation>`. Every restore from a
//! backup begins a new incarnation, and each checkpoint of it says in an extension line from which head of
//! which earlier incarnation it goes on:
//!
//! ```text
//! comity/<key id of the node>/1
//! 1200
//! <root of 1200 entries>
//! parent 0 1000 <root of 1000 entries>
//! ```

use std::fmt;
use std::str::FromStr;

use comity_record::sign::{SigningKey, VerifyingKey};
use comity_record::{Coded, KeyId};

use crate::cosignature;
use crate::note::{KeyKind, KeyName, NoteError, NoteKey, SignedNote};
use crate::text::{NEWLINE, parse_decimal};
use crate::tree::{MAX_TREE_SIZE, TreeHash, TreeHead};

/// The longest origin: it is the name of the log's key too.
pub const MAX_ORIGIN_BYTES: usize = crate::note::MAX_KEY_NAME_BYTES;

/// The most extension lines: ours is one, and other logs are told not to have any.
pub const MAX_EXTENSION_LINES: usize = 8;

/// The longest extension line that is not ours: what other logs write there is opaque to us, but not
/// unbounded.
pub const MAX_EXTENSION_BYTES: usize = 1024;

const OUR_PREFIX: &str = "comity/";
const PARENT_PREFIX: &str = "parent ";

/// The line that names a log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(KeyName);

/// The node and the incarnation that one of our origins names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeLog {
    /// The key identifier by which the node is known.
    pub node: KeyId,
    /// The life of the log: 0, and one more after each restore from a backup.
    pub incarnation: u32,
}

/// The head from which an incarnation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parent {
    /// The earlier incarnation.
    pub incarnation: u32,
    /// Its last head that was in the backup.
    pub head: TreeHead,
}

/// What a log says of itself at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub origin: Origin,
    /// Its tree.
    pub head: TreeHead,
    /// For one of our logs after a restore: where it goes on from.
    pub parent: Option<Parent>,
    /// Extension lines of others, kept as they are and not interpreted.
    pub extensions: Vec<String>,
}

/// A log as others know it: its lineage, and the keys that may sign for it. Whoever reads a checkpoint says
/// which log he expects, so that no log can speak for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLog {
    lineage: String,
    keys: Vec<VerifyingKey>,
}

/// Why a checkpoint is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// It is not a note, or its signatures do not hold.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The origin is empty, too long, or no possible name of a key.
    #[error("not the origin of a log")]
    Origin,
    /// A line is missing or malformed.
    #[error("line {line} of the checkpoint is malformed")]
    Line {
        /// Which one, from 1.
        line: usize,
    },
    /// It is of another log than the one that was expected.
    #[error("this is of the log {found}, not of {expected}")]
    OtherLog {
        /// The lineage in the checkpoint.
        found: String,
        /// The lineage that was expected.
        expected: String,
    },
    /// The parent is of the same or a later incarnation, or larger than the tree.
    #[error("a log cannot go on from the parent that the checkpoint names")]
    Parent,
}

impl Origin {
    /// The origin of a node's log.
    pub fn of_node(node: KeyId, incarnation: u32) -> Self {
        let line = format!("{OUR_PREFIX}{node}/{incarnation}");
        Self(line.parse().expect("hexadecimal digits and slashes are allowed in the name of a key"))
    }

    /// The line as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The name under which the log signs: C2SP tlog-checkpoint wants it to be the origin.
    pub fn key_name(&self) -> &KeyName {
        &self.0
    }

    /// The key of the log for [`SignedNote::verify`].
    pub fn key(&self, public: VerifyingKey) -> NoteKey {
        NoteKey { name: self.0.clone(), kind: KeyKind::Note, public }
    }

    /// The node and incarnation, if this is an origin of ours.
    pub fn node_log(&self) -> Option<NodeLog> {
        let (node, incarnation) = self.as_str().strip_prefix(OUR_PREFIX)?.split_once('/')?;
        let incarnation = u32::try_from(parse_decimal(incarnation)?).ok()?;
        Some(NodeLog { node: node.parse().ok()?, incarnation })
    }

    /// What stays the same over all incarnations: the node for a log of ours, the whole origin for another.
    pub fn lineage(&self) -> String {
        match self.node_log() {
            Some(log) => format!("{OUR_PREFIX}{}", log.node),
            None => self.as_str().to_owned(),
        }
    }
}

impl FromStr for Origin {
    type Err = CheckpointError;

    fn from_str(line: &str) -> Result<Self, CheckpointError> {
        let origin = Self(line.parse().map_err(|_| CheckpointError::Origin)?);
        // A log of that name could be taken for a cosigned text; and what begins like ours must be ours.
        let ours = line.starts_with(OUR_PREFIX);
        if line == cosignature::HEADER || (ours && origin.node_log().is_none()) {
            return Err(CheckpointError::Origin);
        }
        Ok(origin)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl KnownLog {
    /// The log of a node, in whatever incarnation. A node that changed its key has several.
    pub fn of_node(node: KeyId, keys: Vec<VerifyingKey>) -> Self {
        Self { lineage: Origin::of_node(node, 0).lineage(), keys }
    }

    /// The log with this origin, in whatever incarnation.
    pub fn of(origin: &Origin, keys: Vec<VerifyingKey>) -> Self {
        Self { lineage: origin.lineage(), keys }
    }

    /// What stays the same over all incarnations.
    pub fn lineage(&self) -> &str {
        &self.lineage
    }

    /// The keys that may sign for it.
    pub fn keys(&self) -> &[VerifyingKey] {
        &self.keys
    }

    /// Reads the checkpoint that a note carries, if it is of this log and signed with one of its keys.
    pub fn open(&self, note: &SignedNote) -> Result<Checkpoint, CheckpointError> {
        let checkpoint: Checkpoint = note.text().parse()?;
        let found = checkpoint.origin.lineage();
        if found != self.lineage {
            return Err(CheckpointError::OtherLog { found, expected: self.lineage.clone() });
        }
        note.verify(&self.keys_under(&checkpoint.origin))?;
        Ok(checkpoint)
    }

    /// The note with the signatures of this log only.
    pub(crate) fn only_own(&self, note: &SignedNote, origin: &Origin) -> SignedNote {
        note.only_by(&self.keys_under(origin))
    }

    fn keys_under(&self, origin: &Origin) -> Vec<NoteKey> {
        self.keys.iter().map(|public| origin.key(*public)).collect()
    }
}

impl Checkpoint {
    /// Signs it as the log.
    pub fn sign(&self, key: &SigningKey) -> Result<SignedNote, CheckpointError> {
        self.check_parent()?;
        Ok(SignedNote::sign(self.to_string(), self.origin.key_name(), key)?)
    }

    fn check_parent(&self) -> Result<(), CheckpointError> {
        let Some(parent) = &self.parent else { return Ok(()) };
        let follows = self.origin.node_log().is_some_and(|log| parent.incarnation < log.incarnation);
        if follows && parent.head.size <= self.head.size { Ok(()) } else { Err(CheckpointError::Parent) }
    }
}

impl fmt::Display for Checkpoint {
    /// The text of the note.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TreeHead { size, root } = self.head;
        write!(f, "{}{NEWLINE}{size}{NEWLINE}{root}{NEWLINE}", self.origin)?;
        if let Some(Parent { incarnation, head }) = &self.parent {
            write!(f, "{PARENT_PREFIX}{incarnation} {} {}{NEWLINE}", head.size, head.root)?;
        }
        for line in &self.extensions {
            write!(f, "{line}{NEWLINE}")?;
        }
        Ok(())
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    /// Reads the text of a note.
    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let at = |line| CheckpointError::Line { line };
        let count = text.bytes().filter(|byte| *byte == b'\n').count();
        let lines = text.strip_suffix(NEWLINE).ok_or(at(count + 1))?;
        let mut lines = lines.split(NEWLINE);
        let origin: Origin = lines.next().ok_or(at(1))?.parse()?;
        let size = lines.next().and_then(parse_size).ok_or(at(2))?;
        let root = lines.next().and_then(|line| line.parse().ok()).ok_or(at(3))?;
        if size == 0 && root != TreeHash::EMPTY {
            return Err(at(3));
        }

        let mut extensions: Vec<String> = Vec::new();
        let mut parent = None;
        let ours = origin.node_log().is_some();
        for (index, line) in lines.enumerate() {
            let bad = at(index + 4);
            if line.is_empty() || line.len() > MAX_EXTENSION_BYTES || index >= MAX_EXTENSION_LINES {
                return Err(bad);
            }
            // In a log of ours the parent is named once, and first.
            match line.strip_prefix(PARENT_PREFIX).filter(|_| ours) {
                Some(rest) if index == 0 => parent = Some(parse_parent(rest).ok_or(bad)?),
                Some(_) => return Err(bad),
                None => extensions.push(line.to_owned()),
            }
        }
        let checkpoint = Self { origin, head: TreeHead { size, root }, parent, extensions };
        checkpoint.check_parent()?;
        Ok(checkpoint)
    }
}

fn parse_size(line: &str) -> Option<u64> {
    parse_decimal(line).filter(|size| *size <= MAX_TREE_SIZE)
}

fn parse_parent(rest: &str) -> Option<Parent> {
    let mut fields = rest.split(' ');
    let incarnation = u32::try_from(parse_decimal(fields.next()?)?).ok()?;
    let size = parse_size(fields.next()?)?;
    let root = fields.next()?.parse().ok()?;
    let whole = fields.next().is_none() && (size != 0 || root == TreeHash::EMPTY);
    whole.then_some(Parent { incarnation, head: TreeHead { size, root } })
}

impl Coded for CheckpointError {
    fn code(&self) -> &'static str {
        match self {
            Self::Note(source) => source.code(),
            Self::Origin => "journal-checkpoint-origin",
            Self::Line { .. } => "journal-checkpoint-line",
            Self::OtherLog { .. } => "journal-checkpoint-other-log",
            Self::Parent => "journal-checkpoint-parent",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Note(source) => source.args(),
            Self::Line { line } => vec![("line", line.to_string())],
            Self::OtherLog { found, expected } => {
                vec![("found", found.clone()), ("expected", expected.clone())]
            }
            Self::Origin | Self::Parent => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node() -> KeyId {
        KeyId::from_bytes([0xab; 32])
    }

    fn head(size: u64) -> TreeHead {
        TreeHead { size, root: TreeHash::leaf(&size.to_be_bytes()) }
    }

    fn second_life() -> Checkpoint {
        let parent = Some(Parent { incarnation: 0, head: head(1000) });
        Checkpoint { origin: Origin::of_node(node(), 1), head: head(1200), parent, extensions: Vec::new() }
    }

    #[test]
    fn the_origin_carries_node_and_incarnation() {
        let origin = Origin::of_node(node(), 7);
        assert_eq!(origin.as_str(), format!("comity/{}/7", "ab".repeat(32)));
        assert_eq!(origin.node_log(), Some(NodeLog { node: node(), incarnation: 7 }));
        assert_eq!(origin.lineage(), Origin::of_node(node(), 8).lineage());
        assert_eq!(origin.to_string().parse(), Ok(origin));
        assert_eq!("example.org/log".parse::<Origin>().unwrap().node_log(), None);
    }

    #[test]
    fn what_only_looks_like_an_origin_of_ours_is_refused() {
        let id = "ab".repeat(32);
        for bad in [
            "comity/".into(),
            format!("comity/{id}"),
            format!("comity/{id}/"),
            format!("comity/{id}/01"),
            format!("comity/{id}/-1"),
            format!("comity/{id}/4294967296"),
            format!("comity/{id}/1/2"),
            format!("comity/{}/1", id.to_uppercase()),
            format!("comity/{}/1", &id[2..]),
            "cosignature/v1".into(),
            String::new(),
            "a b".into(),
            "o".repeat(MAX_ORIGIN_BYTES + 1),
        ] {
            assert_eq!(bad.parse::<Origin>(), Err(CheckpointError::Origin), "{bad}");
        }
        assert!("o".repeat(MAX_ORIGIN_BYTES).parse::<Origin>().is_ok());
    }

    #[test]
    fn a_checkpoint_reads_back_with_its_parent() {
        let text = second_life().to_string();
        assert_eq!(text.lines().count(), 4);
        assert_eq!(text.lines().nth(3).unwrap(), format!("parent 0 1000 {}", head(1000).root));
        assert_eq!(text.parse(), Ok(second_life()));
    }

    #[test]
    fn other_spellings_of_a_checkpoint_are_refused() {
        let text = second_life().to_string();
        let root = head(1200).root.to_string();
        for bad in [
            text.trim_end().to_owned(),
            text.replace("\n1200\n", "\n01200\n"),
            text.replace("\n1200\n", "\n+1200\n"),
            text.replace("\n1200\n", "\n4611686018427387905\n"),
            text.replace("\n1200\n", "\n0\n"),
            text.replace(&root, root.trim_end_matches('=')),
            text.replace("parent 0 1000", "parent 00 1000"),
            text.replace("parent 0 1000", "parent 0  1000"),
            text.replace("parent 0 1000", "parent 0 0"),
            text.replace("parent 0 1000", "parent 0 1000 1000"),
            format!("{text}\n"),
            format!("{text}{}\n", text.lines().nth(3).unwrap()),
            format!("{text}extension\nparent 0 1000 {root}\n"),
            text.split_inclusive('\n').take(2).collect(),
        ] {
            assert!(bad.parse::<Checkpoint>().is_err(), "{bad}");
        }
        // A parent must be earlier and no larger; and only a log of ours has one.
        for (from, to) in [("parent 0 1000", "parent 1 1000"), ("parent 0 1000", "parent 0 1201")] {
            assert_eq!(text.replace(from, to).parse::<Checkpoint>(), Err(CheckpointError::Parent));
        }
        let elsewhere = Checkpoint { origin: "example.org/log".parse().unwrap(), ..second_life() };
        assert_eq!(elsewhere.sign(&SigningKey::from_seed(&[1; 32])), Err(CheckpointError::Parent));
    }

    #[test]
    fn extension_lines_of_others_are_kept_up_to_the_limits() {
        let with = |line: &str, count: usize| format!("{}{}", plain(), format!("{line}\n").repeat(count));
        let read: Checkpoint = with("unknown", MAX_EXTENSION_LINES).parse().unwrap();
        assert_eq!(read.extensions.len(), MAX_EXTENSION_LINES);
        assert_eq!(read.to_string(), with("unknown", MAX_EXTENSION_LINES));
        let line = CheckpointError::Line { line: MAX_EXTENSION_LINES + 4 };
        assert_eq!(with("unknown", MAX_EXTENSION_LINES + 1).parse::<Checkpoint>(), Err(line));
        assert!(with(&"x".repeat(MAX_EXTENSION_BYTES), 1).parse::<Checkpoint>().is_ok());
        let long = with(&"x".repeat(MAX_EXTENSION_BYTES + 1), 1);
        assert_eq!(long.parse::<Checkpoint>(), Err(CheckpointError::Line { line: 4 }));
    }

    fn plain() -> String {
        format!("example.org/log\n5\n{}\n", head(5).root)
    }

    #[test]
    fn only_the_logs_own_key_opens_a_checkpoint() {
        let key = SigningKey::from_seed(&[1; 32]);
        let note = second_life().sign(&key).unwrap();
        let known = KnownLog::of_node(node(), vec![key.verifying_key()]);
        assert_eq!(known.open(&note), Ok(second_life()));
        let unknown = Err(CheckpointError::Note(NoteError::Unknown));
        let other_key = SigningKey::from_seed(&[2; 32]).verifying_key();
        assert_eq!(KnownLog::of_node(node(), vec![other_key]).open(&note), unknown);
        let impostor = SignedNote::sign(note.text().into(), &"someone".parse().unwrap(), &key).unwrap();
        assert_eq!(known.open(&impostor), unknown, "the name must be the origin");
    }

    #[test]
    fn no_log_speaks_for_another() {
        let key = SigningKey::from_seed(&[1; 32]);
        let note = second_life().sign(&key).unwrap();
        let other = KnownLog::of_node(KeyId::from_bytes([0xcd; 32]), vec![key.verifying_key()]);
        assert!(matches!(other.open(&note), Err(CheckpointError::OtherLog { .. })));
    }
}
