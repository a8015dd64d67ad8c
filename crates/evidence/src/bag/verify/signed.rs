//! The signature of a package that is being checked.

use comity_record::Sha256Digest;

use super::Checker;
use crate::bag::PAYLOAD;
use crate::bag::report::{Check, Finding, Note};
use crate::bag::text::MAX_MANIFEST_BYTES;
use crate::seal::Seal;
use crate::signature::{
    MAX_SIGNATURE_BYTES, SIGNATURE, SIGNATURE_BYTES, SIGNED_BYTES, SIGNER, SignedRoot, TAGS, for_openssl,
    tag_list,
};

/// Longer than anything that belongs to a signature.
const MAX_PART_BYTES: u64 = 2 * MAX_SIGNATURE_BYTES as u64;

impl Checker<'_, '_> {
    /// Whether the signature holds, and is over this seal and these tag files. Whose key it is, is not asked here.
    pub(super) fn signature(&mut self, seal: Option<&Seal>) {
        if !self.files.contains_key(SIGNATURE) {
            self.report.notes.push(Note::NoSignature);
            // What a signature leaves beside itself shows that one was taken away.
            for path in [TAGS, SIGNED_BYTES, SIGNATURE_BYTES, SIGNER] {
                if self.files.contains_key(path) {
                    self.find(Finding::SignedOther { path: path.to_owned() });
                }
            }
            return;
        }
        // Which root a seal of another version has, is not known.
        if seal.is_none() && self.report.findings.iter().any(|f| matches!(f, Finding::SealFormat { .. })) {
            return;
        }
        let Some(bytes) = self.bytes(SIGNATURE) else { return };
        let record = match SignedRoot::verify(&bytes) {
            Ok(record) => record,
            Err(error) => return self.find(Finding::from(error)),
        };
        let mut other = Vec::new();
        match seal {
            Some(seal) if seal.root == record.root => {}
            _ => other.push(crate::seal::SEAL),
        }
        let Some(list) = self.text(TAGS, MAX_MANIFEST_BYTES) else {
            return self.find(Finding::SignedOther { path: TAGS.to_owned() });
        };
        if list != self.covered() || record.tags != Some(Sha256Digest::of(list.as_bytes())) {
            other.push(TAGS);
        }
        for part in for_openssl(&bytes) {
            if self.bytes(&part.path).as_ref() != Some(&part.bytes) {
                other.extend([SIGNED_BYTES, SIGNATURE_BYTES, SIGNER].iter().find(|path| **path == part.path));
            }
        }
        if other.is_empty() {
            self.report.signed = Some(Box::new(record));
        }
        for path in other {
            self.find(Finding::SignedOther { path: path.to_owned() });
        }
        self.report.checks.insert(Check::Signature);
    }

    /// What [`TAGS`] says where no tag file was changed.
    fn covered(&self) -> String {
        let below = format!("{PAYLOAD}/");
        let tags = self.files.iter().filter(|(path, _)| !path.starts_with(&below));
        tag_list(tags.filter_map(|(path, seen)| Some((path.as_str(), seen.sha256?.to_string()))))
    }

    fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        if !self.files.contains_key(path) {
            return None;
        }
        match self.disk.read(&self.place(path), MAX_PART_BYTES) {
            Ok(bytes) => Some(bytes),
            Err(comity_disk::DiskError::TooLarge { .. }) => {
                self.find(Finding::SignedOther { path: path.to_owned() });
                None
            }
            Err(error) => {
                self.find(Finding::Unreadable { path: path.to_owned(), cause: error.to_string() });
                None
            }
        }
    }
}
