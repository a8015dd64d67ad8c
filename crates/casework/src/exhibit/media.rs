//! The media inside images of disks, hashed apart from the files that hold it.
//!
//! The digest of an image's file says that the file is the same; that of the media says that the disk is, whatever program
//! packed it. Images bear digests from when they were made; they are compared with what is computed now.

use std::io::{Read, Seek};
use std::path::Path;

use comity_evidence::reference::Content as ReferenceContent;
use comity_evidence::vault::StoredFolder;
use comity_evidence::{Digests, Further, Reference, Seal, Vault, VaultError};
use serde::{Deserialize, Serialize};

use crate::refusal::{self, Refusal};

/// How many images of one exhibit are read.
pub const MAX_IMAGES: usize = 1000;

/// The media in one image of an exhibit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Media {
    /// The image, by its path among the files of the exhibit.
    pub path: String,
    /// What its media is.
    pub content: MediaContent,
}

/// What came of reading the media in an image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MediaContent {
    /// It was read to its end.
    Read(MediaRead),
    /// It was not, or not to its end; the code says why.
    Unread(String),
}

/// Media that was read to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaRead {
    /// Length and digests of its bytes.
    pub digests: Digests,
    /// Their MD5 and SHA-1, to be compared.
    pub computed: Further,
    /// What the image says that they are.
    #[serde(default, skip_serializing_if = "Further::is_empty")]
    pub stored: Further,
}

/// How the digests that an image bears compare with its media.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaVerdict {
    /// Every digest that it bears is that of its media.
    Same,
    /// One of them is not.
    Different,
    /// It bears none.
    NotStored,
    /// The media was not read to its end.
    Unread,
}

impl MediaVerdict {
    /// The word for it in data and keys of messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::NotStored => "not-stored",
            Self::Unread => "unread",
        }
    }
}

impl Media {
    /// How the digests compare.
    pub fn verdict(&self) -> MediaVerdict {
        match &self.content {
            MediaContent::Unread(_) => MediaVerdict::Unread,
            MediaContent::Read(read) if read.stored.is_empty() => MediaVerdict::NotStored,
            MediaContent::Read(read) if read.stored.agrees(&read.computed) => MediaVerdict::Same,
            MediaContent::Read(_) => MediaVerdict::Different,
        }
    }

    pub(super) fn check(&self) -> Result<(), Refusal> {
        refusal::text("path", &self.path)
    }
}

/// What an image is read from: a file in place, or one in the vault.
pub trait ImageSource: Read + Seek {}

impl<T: Read + Seek> ImageSource for T {}

/// Reads the media of a file, if the file is an image. Foreign bytes: an implementation leaves them to a child that may do
/// nothing else.
pub type ReadMedia<'r> = dyn FnMut(&mut dyn ImageSource) -> Option<MediaContent> + 'r;

/// Whether a file is looked at: the first segment of an image is called so. An exhibit of one file is looked at whatever it
/// is called.
fn may_be_image(path: &str, files: usize) -> bool {
    let ending = Path::new(path).extension();
    files == 1 || ending.is_some_and(|ending| ending.eq_ignore_ascii_case("e01"))
}

/// The media of the images among files that lie in the vault now.
pub(super) fn of_stored(
    vault: &Vault,
    stored: &StoredFolder,
    read: &mut ReadMedia<'_>,
) -> Result<Vec<Media>, VaultError> {
    let mut media = Vec::new();
    let images = stored.files.iter().filter(|file| may_be_image(&file.path, stored.files.len()));
    for file in images.take(MAX_IMAGES) {
        let mut object = vault.read(&file.object.name, &file.object.key)?;
        media.extend(read(&mut object).map(|content| Media { path: file.path.clone(), content }));
    }
    Ok(media)
}

/// The media of the images among files that stay where they are. One that cannot be opened any more is none.
pub(super) fn of_place(place: &Reference, seal: Option<&Seal>, read: &mut ReadMedia<'_>) -> Vec<Media> {
    let at = place.path();
    let files: Vec<_> = match (&place.content, seal) {
        (ReferenceContent::Bytes(_), _) => {
            let name = at.file_name().unwrap_or_default().to_string_lossy().into_owned();
            vec![(name, at)]
        }
        (ReferenceContent::Seal(_), Some(seal)) => {
            seal.files.iter().map(|file| (file.path.clone(), at.join(file.real_path()))).collect()
        }
        (ReferenceContent::Seal(_), None) => vec![],
    };
    let count = files.len();
    let images = files.into_iter().filter(|(path, _)| may_be_image(path, count));
    let media = images.take(MAX_IMAGES).filter_map(|(path, at)| {
        let (mut file, _) = comity_disk::open_foreign(&at).ok()?;
        read(&mut file).map(|content| Media { path, content })
    });
    media.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_that_bears_a_wrong_digest_or_none_is_told_apart() {
        let further = |digest: &str| serde_json::from_str(&format!("{{\"md5\": \"{digest}\"}}")).unwrap();
        let (one, other): (Further, Further) = (further(&"a".repeat(32)), further(&"b".repeat(32)));
        let of = |stored: &Further| {
            let read = MediaRead { digests: Digests::of(b""), computed: one.clone(), stored: stored.clone() };
            Media { path: "a.E01".to_owned(), content: MediaContent::Read(read) }.verdict()
        };
        let unread = Media { path: "a".to_owned(), content: MediaContent::Unread("unpack-truncated".into()) };
        let verdicts = [of(&one), of(&other), of(&Further::default()), unread.verdict()];
        assert_eq!(verdicts.map(MediaVerdict::as_str), ["same", "different", "not-stored", "unread"]);
    }

    #[test]
    fn a_file_is_looked_at_if_it_is_called_so_or_is_alone() {
        for (path, files, looked_at) in [
            ("a/B.E01", 5, true),
            ("b.e01", 2, true),
            ("b.E02", 2, false),
            ("image", 1, true),
            ("e01", 2, false),
        ] {
            assert_eq!(may_be_image(path, files), looked_at, "{path} of {files}");
        }
    }
}
