//! Acts of custody that are not signed: each says what cannot have been so.

use comity_evidence::custody::{Act, Party, Piece};
use comity_record::{ActTime, Coded, EntryId};

/// An act of custody that is a mistake, whatever happened. Nothing has been recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CustodyRefusal {
    /// A copy was made, and has no number.
    #[error("the working copy that was made has no number")]
    CopyUnnamed {
        /// The next number.
        free: u32,
    },
    /// There is a working copy of that number.
    #[error("working copy {copy} was made already, by entry {by}")]
    CopyExists {
        /// The number.
        copy: u32,
        /// The entry that made it.
        by: EntryId,
        /// The next number.
        free: u32,
    },
    /// Nobody made that copy.
    #[error("no act on record made working copy {copy}")]
    CopyUnknown {
        /// The number.
        copy: u32,
        /// The numbers of the copies that were made.
        made: Vec<u32>,
    },
    /// A hand-over of which one person is not named.
    #[error("a hand-over needs two persons, and names no {who}")]
    PersonMissing {
        /// `giver` or `taker`.
        who: &'static str,
    },
    /// A person gives something to himself.
    #[error("{} is giver and taker", named(.0))]
    ToHimself(Party),
    /// The piece was given back or destroyed before.
    #[error("the {piece} was {what} at {at}, by entry {by}", piece = piece_word(.piece), what = .what.as_str())]
    Ended {
        /// The thing itself or the copy.
        piece: Piece,
        /// By what its custody ended.
        what: Act,
        /// When.
        at: ActTime,
        /// The entry that tells of it.
        by: EntryId,
    },
    /// The act was withdrawn: nobody signs it any more.
    #[error("the act was withdrawn by entry {0}")]
    ActWithdrawn(EntryId),
    /// The act has a second signature.
    #[error("the act was confirmed already by {}, by entry {by}", named(.whose))]
    Confirmed {
        /// Whose it is.
        whose: Party,
        /// The entry.
        by: EntryId,
    },
    /// Who is asked for a signature on paper signs for himself here.
    #[error("{} is an officer of this node, and signs for himself", named(.0))]
    Officer(Party),
    /// The giver or taker says that he has seen the paper.
    #[error("{} is a person of the act, and cannot be who saw the paper", named(.0))]
    OwnPaper(Party),
}

/// A person in one line, with his organisation.
pub(super) fn named(party: &Party) -> String {
    format!("{}, {}", party.name, party.organisation)
}

fn piece_word(piece: &Piece) -> String {
    match piece {
        Piece::Original => "exhibit".to_owned(),
        Piece::WorkingCopy(number) => format!("working copy {number}"),
    }
}

impl Coded for CustodyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::CopyUnnamed { .. } => "casework-custody-copy-unnamed",
            Self::CopyExists { .. } => "casework-custody-copy-exists",
            Self::CopyUnknown { .. } => "casework-custody-copy-unknown",
            Self::PersonMissing { .. } => "casework-custody-person",
            Self::ToHimself(_) => "casework-custody-himself",
            Self::Ended { .. } => "casework-custody-ended",
            Self::ActWithdrawn(_) => "casework-custody-withdrawn",
            Self::Confirmed { .. } => "casework-custody-confirmed",
            Self::Officer(_) => "casework-custody-officer",
            Self::OwnPaper(_) => "casework-custody-own-paper",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::CopyUnnamed { free } => vec![("free", free.to_string())],
            Self::CopyExists { copy, by, free } => {
                vec![("copy", copy.to_string()), ("entry", by.to_string()), ("free", free.to_string())]
            }
            Self::CopyUnknown { copy, made } => {
                let made: Vec<_> = made.iter().map(u32::to_string).collect();
                vec![
                    ("copy", copy.to_string()),
                    ("copies", made.len().to_string()),
                    ("made", made.join(", ")),
                ]
            }
            Self::PersonMissing { who } => vec![("who", (*who).to_owned())],
            Self::ToHimself(party) | Self::Officer(party) | Self::OwnPaper(party) => {
                vec![("who", named(party))]
            }
            Self::Ended { piece, what, at, by } => vec![
                (
                    "copy",
                    if let Piece::WorkingCopy(number) = piece { number.to_string() } else { "0".to_owned() },
                ),
                ("act", what.as_str().to_owned()),
                ("at", at.to_string()),
                ("entry", by.to_string()),
            ],
            Self::ActWithdrawn(entry) => vec![("entry", entry.to_string())],
            Self::Confirmed { whose, by } => vec![("who", named(whose)), ("entry", by.to_string())],
        }
    }
}
