//! The name and the secret with which requests are signed. They come from a file that not every user may read, or from a
//! credential of systemd; never from the command line or the environment, which other processes see.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use comity_record::Coded;
use zeroize::Zeroizing;

use crate::secret_file::{self, Unfit};

/// Bytes of a file of credentials. Those of AWS have 60, those of other servers up to some hundred.
pub const MAX_CREDENTIALS_BYTES: usize = 1024;

/// An access key: its name, and its secret, which is wiped from memory when dropped and shown by nothing.
pub struct Credentials {
    name: String,
    secret: Zeroizing<String>,
}

/// Why there are no credentials.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CredentialsError {
    /// The file cannot be read.
    #[error("the credentials cannot be read from {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Everybody on the machine may read the file.
    #[error("every user may read {}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
    },
    /// Not two lines of visible ASCII, or more than [`MAX_CREDENTIALS_BYTES`].
    #[error("{} does not hold an access key and its secret, each on a line", path.display())]
    Form {
        /// The file.
        path: PathBuf,
    },
}

impl Coded for CredentialsError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "adapters-s3-credentials-unreadable",
            Self::Open { .. } => "adapters-s3-credentials-open",
            Self::Form { .. } => "adapters-s3-credentials-form",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable { path, source } => {
                vec![("path", path.display().to_string()), ("cause", source.to_string())]
            }
            Self::Open { path } | Self::Form { path } => vec![("path", path.display().to_string())],
        }
    }
}

impl Credentials {
    /// Reads a file of two lines: the access key, and its secret.
    ///
    /// # Errors
    /// Fails when the file cannot be read, when every user may read it, or when it holds something else.
    pub fn from_file(path: &Path) -> Result<Self, CredentialsError> {
        let bytes = secret_file::open(path)
            .and_then(|file| Ok(secret_file::read(file, MAX_CREDENTIALS_BYTES)?))
            .map_err(|unfit| match unfit {
                Unfit::Unreadable(source) => CredentialsError::Unreadable { path: path.to_owned(), source },
                Unfit::Open => CredentialsError::Open { path: path.to_owned() },
            })?;
        Self::from_bytes(&bytes).ok_or_else(|| CredentialsError::Form { path: path.to_owned() })
    }

    /// Two lines, the second with or without its end; nothing for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let text = str::from_utf8(bytes).ok().filter(|text| text.len() <= MAX_CREDENTIALS_BYTES)?;
        let mut lines = text.lines();
        let (name, secret) = (lines.next()?, lines.next()?);
        // A comma, an equals sign or a slash in the name would end it in the header.
        let is_name = |byte: u8| byte.is_ascii_graphic() && !b",=/\"".contains(&byte);
        let sound = !name.is_empty()
            && name.bytes().all(is_name)
            && !secret.is_empty()
            && secret.bytes().all(|byte| byte.is_ascii_graphic())
            && lines.next().is_none();
        sound.then(|| Self { name: name.to_owned(), secret: Zeroizing::new(secret.to_owned()) })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn secret(&self) -> &str {
        &self.secret
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret_file::tests::file;

    #[test]
    fn two_lines_are_credentials_and_nothing_else_is() {
        for text in ["name\nsecret", "name\nsecret\n", "name\r\nsecret\r\n"] {
            let read = Credentials::from_bytes(text.as_bytes()).unwrap();
            assert_eq!((read.name(), read.secret()), ("name", "secret"));
        }
        for text in ["", "name", "name\n", "\nsecret", "a b\nsecret", "name\nse cret", "na/me\ns", "n\ns\nt"]
        {
            assert!(Credentials::from_bytes(text.as_bytes()).is_none(), "{text:?}");
        }
        let longest = format!("n\n{}", "s".repeat(MAX_CREDENTIALS_BYTES - 2));
        assert!(Credentials::from_bytes(longest.as_bytes()).is_some());
        assert!(Credentials::from_bytes(format!("{longest}s").as_bytes()).is_none());
        let long = file(format!("{longest}s").as_bytes(), 0o600);
        assert_eq!(Credentials::from_file(long.path()).unwrap_err().code(), "adapters-s3-credentials-form");
    }

    #[test]
    fn a_file_that_everybody_may_read_is_refused_and_no_error_tells_the_secret() {
        let open = file(b"name\nhunter2\n", 0o644);
        assert_eq!(Credentials::from_file(open.path()).unwrap_err().code(), "adapters-s3-credentials-open");
        let sound = file(b"name\nhunter2\n", 0o640);
        assert_eq!(format!("{:?}", Credentials::from_file(sound.path()).unwrap()), "Credentials");
        let wrong = file(b"name\nhunter2 \n", 0o600);
        let error = Credentials::from_file(wrong.path()).unwrap_err();
        assert!(!format!("{error} {error:?} {:?}", error.args()).contains("hunter2"));
    }
}
