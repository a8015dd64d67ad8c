//! What can go wrong with a command.

use comity_chain::finding::FindingError;
use comity_disk::DiskError;
use comity_evidence::{SealError, VaultError};
use comity_journal::LogError;
use comity_policy::PolicyError;
use comity_record::bundle::BundleError;
use comity_record::cbor::CborError;
use comity_record::entry::EntryError;
use comity_record::{CaseId, Coded, EntryId, OfficeId, Sha256Digest, TimeError};
use comity_stamp::ReadError as StampReadError;
use comity_store::StoreError;

use crate::age::AgeError;
use crate::dispatch::DispatchError;
use crate::exchange::ExchangeError;
use crate::export::ExportError;
use crate::keyring::KeyringError;
use crate::offer::OfferError;
use crate::passphrase::PassphraseError;
use crate::refusal::Refusal;
use crate::request::RequestError;

/// Why a command was not carried out. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CaseworkError {
    /// The state or the policies do not admit it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file of the node.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The log.
    #[error(transparent)]
    Log(#[from] LogError),
    /// An entry that cannot be made or read.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// Content that has no deterministic form.
    #[error(transparent)]
    Cbor(#[from] CborError),
    /// Policies that cannot be loaded or asked.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A bundle of a pack.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// A passphrase.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// The node's keys.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// A time.
    #[error(transparent)]
    Time(#[from] TimeError),
    /// An export.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Something that is sealed to somebody.
    #[error(transparent)]
    Sealed(#[from] AgeError),
    /// What two nodes do with each other.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A list of files, or the reading of files in place.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A finding of the ledger.
    #[error(transparent)]
    Finding(#[from] FindingError),
    /// The address of a time-stamp server, or a certificate of an authority.
    #[error(transparent)]
    Stamp(#[from] StampReadError),
    /// Something about a request that cannot travel.
    #[error(transparent)]
    Dispatch(#[from] DispatchError),
    /// A package that is not offered, or cannot be had.
    #[error(transparent)]
    Offer(#[from] OfferError),
    /// A file that is too large to be read at once.
    #[error("the file has {bytes} bytes, more than {most}")]
    FileTooLarge {
        /// Its size.
        bytes: u64,
        /// What may be read at once.
        most: u64,
    },
    /// A request.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// What is stored is not what the node signed.
    #[error("entry {index} of the log: {what}")]
    Damaged {
        /// The index in the log.
        index: u64,
        /// What is wrong.
        what: String,
    },
    /// The database holds less than the log has published: an older database was put in its place.
    #[error("the log has {log} entries, the database {store}")]
    RolledBack {
        /// Entries under the last checkpoint.
        log: u64,
        /// Entries in the database.
        store: u64,
    },
    /// A pack that is in force is not there, or is another than the one that two officers activated.
    #[error("office {office} works with pack {name} of digest {digest}, which is not here")]
    PackMissing {
        /// The office.
        office: OfficeId,
        /// The name of the pack.
        name: String,
        /// The digest in force.
        digest: Sha256Digest,
    },
    /// The key of a case or officer is not there.
    #[error("the key of {0} is not here")]
    KeyMissing(String),
    /// Entries hold files whose keys are gone, or lists of files that cannot be read: which objects are needed is not
    /// known.
    #[error("{files} files cannot be opened, among them one of entry {entry} in case {case}")]
    FilesLost {
        /// How many.
        files: usize,
        /// The case of one of them.
        case: CaseId,
        /// The entry that holds it.
        entry: EntryId,
    },
    /// A backup that does not fit.
    #[error("the backup cannot be restored: {0}")]
    Backup(String),
    /// A copy of a backup that could not be written.
    #[error("the backup cannot be written: {0}")]
    BackupWrite(String),
    /// The command was given up because the one that was written together with it failed.
    #[error("the node was stopped before the step was taken")]
    Interrupted,
}

impl Coded for CaseworkError {
    fn code(&self) -> &'static str {
        match self {
            Self::Refused(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Disk(e) => e.code(),
            Self::Log(e) => e.code(),
            Self::Entry(e) => e.code(),
            Self::Cbor(e) => e.code(),
            Self::Policy(e) => e.code(),
            Self::Bundle(e) => e.code(),
            Self::Passphrase(e) => e.code(),
            Self::Keyring(e) => e.code(),
            Self::Time(e) => e.code(),
            Self::Export(e) => e.code(),
            Self::Sealed(e) => e.code(),
            Self::Dispatch(e) => e.code(),
            Self::Offer(e) => e.code(),
            Self::Stamp(e) => e.code(),
            Self::Exchange(e) => e.code(),
            Self::Vault(e) => e.code(),
            Self::Seal(e) => e.code(),
            Self::Finding(e) => e.code(),
            Self::FileTooLarge { .. } => "casework-file-too-large",
            Self::Request(e) => e.code(),
            Self::Damaged { .. } => "casework-damaged",
            Self::RolledBack { .. } => "casework-rolled-back",
            Self::PackMissing { .. } => "casework-pack-missing",
            Self::KeyMissing(_) => "casework-key-missing",
            Self::FilesLost { .. } => "casework-files-lost",
            Self::Backup(_) => "casework-backup",
            Self::BackupWrite(_) => "casework-backup-write",
            Self::Interrupted => "casework-interrupted",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Refused(e) => e.args(),
            Self::Store(e) => e.args(),
            Self::Disk(e) => e.args(),
            Self::Log(e) => e.args(),
            Self::Entry(e) => e.args(),
            Self::Cbor(e) => e.args(),
            Self::Policy(e) => e.args(),
            Self::Bundle(e) => e.args(),
            Self::Passphrase(e) => e.args(),
            Self::Keyring(e) => e.args(),
            Self::Time(e) => e.args(),
            Self::Export(e) => e.args(),
            Self::Sealed(e) => e.args(),
            Self::Dispatch(e) => e.args(),
            Self::Offer(e) => e.args(),
            Self::Stamp(e) => e.args(),
            Self::Exchange(e) => e.args(),
            Self::Vault(e) => e.args(),
            Self::Seal(e) => e.args(),
            Self::Finding(e) => e.args(),
            Self::FileTooLarge { bytes, most } => {
                vec![("bytes", bytes.to_string()), ("most", most.to_string())]
            }
            Self::Request(e) => e.args(),
            Self::Damaged { index, what } => vec![("index", index.to_string()), ("what", what.clone())],
            Self::RolledBack { log, store } => vec![("log", log.to_string()), ("store", store.to_string())],
            Self::PackMissing { office, name, digest } => {
                vec![("office", office.to_string()), ("name", name.clone()), ("digest", digest.to_string())]
            }
            Self::KeyMissing(of) => vec![("of", of.clone())],
            Self::FilesLost { files, case, entry } => {
                vec![("files", files.to_string()), ("case", case.to_string()), ("entry", entry.to_string())]
            }
            Self::Backup(cause) | Self::BackupWrite(cause) => vec![("cause", cause.clone())],
            Self::Interrupted => vec![],
        }
    }
}
