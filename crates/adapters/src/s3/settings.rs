//! Where a store is, and how it is spoken to: a small file of TOML that an administrator writes.

use std::net::IpAddr;
use std::path::PathBuf;

use comity_record::Coded;
use serde::Deserialize;

use crate::name::{Endpoint, Name, NameError, no_credentials};

/// Bytes of the settings.
pub const MAX_SETTINGS_BYTES: usize = 16 << 10;
/// Letters of a prefix: with the 64 of a name and what stands between, far below the 1,024 bytes of a key.
pub const MAX_PREFIX: usize = 200;
/// What the region is called where none is named: what servers other than Amazon's expect, and what theirs have where
/// buckets are by default.
const REGION: &str = "us-east-1";

/// Where a store is, and how it is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The server.
    pub endpoint: Endpoint,
    /// By TLS.
    pub secure: bool,
    /// The bucket, which exists.
    pub bucket: String,
    /// What the key of every object begins with; empty, or it ends in a slash.
    pub prefix: String,
    /// The region, for the signatures.
    pub region: String,
    /// The bucket is part of the path, not of the name of the server.
    pub path_style: bool,
    /// A file of the certificates above that of the server, in PEM; those of the system where none is named.
    pub authorities: Option<PathBuf>,
    /// Where the access key is.
    pub credentials: Place,
}

/// Where an access key and its secret are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this file, whose path is absolute.
    File(PathBuf),
    /// In the credential of systemd of this name.
    Credential(String),
}

/// What is wrong with settings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// No TOML, a setting that is not known, or one that is missing.
    #[error("the settings cannot be read: {cause}")]
    Malformed {
        /// What the library says.
        cause: String,
    },
    /// A setting that has no such value.
    #[error("{setting} cannot be {value:?}")]
    Value {
        /// The setting.
        setting: &'static str,
        /// What was given.
        value: String,
    },
    /// A server with a name or password in its address, say.
    #[error(transparent)]
    Endpoint(#[from] NameError),
    /// Without TLS to another machine, and nobody says that it is meant.
    #[error("{endpoint} is another machine, and would be spoken to without TLS")]
    Clear {
        /// Where.
        endpoint: Endpoint,
    },
    /// Not exactly one place for the access key.
    #[error("either the file or the credential of the access key must be named")]
    Credentials,
}

impl Coded for SettingsError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "adapters-s3-settings",
            Self::Value { .. } => "adapters-s3-settings-value",
            Self::Endpoint(error) => error.code(),
            Self::Clear { .. } => "adapters-s3-settings-clear",
            Self::Credentials => "adapters-s3-settings-credentials",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Malformed { cause } => vec![("cause", cause.clone())],
            Self::Value { setting, value } => {
                vec![("setting", (*setting).to_owned()), ("value", value.clone())]
            }
            Self::Endpoint(error) => error.args(),
            Self::Clear { endpoint } => vec![("endpoint", endpoint.to_string())],
            Self::Credentials => vec![],
        }
    }
}

/// As it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    endpoint: String,
    bucket: String,
    #[serde(default)]
    prefix: String,
    region: Option<String>,
    #[serde(default = "yes")]
    path_style: bool,
    authorities: Option<PathBuf>,
    credentials: Option<PathBuf>,
    credential: Option<String>,
    #[serde(default)]
    allow_http: bool,
}

fn yes() -> bool {
    true
}

impl Settings {
    /// Reads settings.
    ///
    /// # Errors
    /// Fails for what is no TOML, for a setting that is unknown, missing or has no such value.
    pub fn read(text: &str) -> Result<Self, SettingsError> {
        if text.len() > MAX_SETTINGS_BYTES {
            let cause = format!("more than {MAX_SETTINGS_BYTES} bytes");
            return Err(SettingsError::Malformed { cause });
        }
        // The library's whole message shows the line, which may be a secret that somebody wrote there.
        let malformed = |error: toml::de::Error| {
            let line = error
                .span()
                .and_then(|span| text.get(..span.start))
                .map(|before| before.lines().count().max(1));
            let place = line.map(|line| format!("line {line}: ")).unwrap_or_default();
            SettingsError::Malformed { cause: format!("{place}{}", error.message()) }
        };
        let written: Written = toml::from_str(text).map_err(malformed)?;
        let refuse = |setting, value: &str| SettingsError::Value {
            setting,
            value: value.chars().take(MAX_PREFIX).collect(),
        };
        let (endpoint, secure) = server(&written.endpoint)?;
        if !secure && !written.allow_http && !is_this_machine(&endpoint.name) {
            return Err(SettingsError::Clear { endpoint });
        }
        if !is_bucket(&written.bucket) {
            return Err(refuse("bucket", &written.bucket));
        }
        if !is_prefix(&written.prefix) {
            return Err(refuse("prefix", &written.prefix));
        }
        let region = written.region.unwrap_or_else(|| REGION.to_owned());
        if region.is_empty() || region.len() > MAX_PREFIX || !region.bytes().all(is_plain) {
            return Err(refuse("region", &region));
        }
        // An address has no names below it, and a certificate for all names below one is not for those below them.
        if !written.path_style
            && (matches!(endpoint.name, Name::Address(_)) || secure && written.bucket.contains('.'))
        {
            return Err(refuse("path_style", "false"));
        }
        let absolute = |setting, path: &PathBuf| {
            if path.is_absolute() { Ok(()) } else { Err(refuse(setting, &path.display().to_string())) }
        };
        if let Some(path) = &written.authorities {
            absolute("authorities", path)?;
        }
        let credentials = match (written.credentials, written.credential) {
            (Some(path), None) => {
                absolute("credentials", &path)?;
                Place::File(path)
            }
            (None, Some(name)) if !name.is_empty() && name.bytes().all(is_plain) => Place::Credential(name),
            (None, Some(name)) => return Err(refuse("credential", &name)),
            _ => return Err(SettingsError::Credentials),
        };
        let Written { bucket, prefix, path_style, authorities, .. } = written;
        Ok(Self { endpoint, secure, bucket, prefix, region, path_style, authorities, credentials })
    }
}

/// The address of a server, with the usual port where none is named.
fn server(text: &str) -> Result<(Endpoint, bool), SettingsError> {
    no_credentials(text)?;
    let refused =
        || SettingsError::Endpoint(NameError::Endpoint { text: text.chars().take(MAX_PREFIX).collect() });
    let (secure, usual, place) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(place), _) => (true, 443, place),
        (None, Some(place)) => (false, 80, place),
        (None, None) => return Err(refused()),
    };
    let place = place.strip_suffix('/').unwrap_or(place);
    let alone = place.strip_prefix('[').and_then(|place| place.strip_suffix(']')).unwrap_or(place);
    let endpoint = match alone.parse::<Name>() {
        // Only in brackets can an IPv6 address be told from one with a port.
        Ok(name) if !matches!(name, Name::Address(IpAddr::V6(_))) || alone != place => {
            Endpoint { name, port: usual }
        }
        _ => place.parse().map_err(|_| refused())?,
    };
    Ok((endpoint, secure))
}

fn is_this_machine(name: &Name) -> bool {
    match name {
        Name::Address(address) => address.is_loopback(),
        // Names that stay on the machine (RFC 6761, 6.3).
        Name::Dns(name) => name == "localhost" || name.ends_with(".localhost"),
    }
}

/// The rules for the names of buckets (Amazon S3 User Guide, "General purpose bucket naming rules"), as far as they keep
/// a name from being taken for something else.
fn is_bucket(name: &str) -> bool {
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    (3..=63).contains(&name.len())
        && name.bytes().all(|byte| small(byte) || b"-.".contains(&byte))
        && name.bytes().next().is_some_and(small)
        && name.bytes().last().is_some_and(small)
        && !name.contains("..")
}

/// Nothing, or parts of plain letters with a slash after each.
fn is_prefix(prefix: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != ".." && part.bytes().all(is_plain);
    prefix.len() <= MAX_PREFIX
        && (prefix.is_empty() || prefix.strip_suffix('/').is_some_and(|parts| parts.split('/').all(is_part)))
}

/// What needs no escaping anywhere.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: &str =
        "endpoint = 'https://s3.example.org'\nbucket = 'evidence'\ncredentials = '/etc/comity/s3'\n";

    fn with(setting: &str) -> Result<Settings, SettingsError> {
        Settings::read(&format!("{LEAST}{setting}\n"))
    }

    #[test]
    fn the_least_settings_are_by_tls_in_the_path_and_of_the_usual_region() {
        let settings = Settings::read(LEAST).unwrap();
        assert_eq!(settings.endpoint.to_string(), "s3.example.org:443");
        assert!(settings.secure && settings.path_style && settings.prefix.is_empty());
        assert_eq!((settings.region.as_str(), &settings.authorities), ("us-east-1", &None));
        assert_eq!(settings.credentials, Place::File("/etc/comity/s3".into()));
        let all = with(
            "prefix = 'unit/node-1/'\nregion = 'garage'\npath_style = false\nauthorities = '/etc/ca.pem'",
        );
        let all = all.unwrap();
        assert_eq!(
            (all.prefix.as_str(), all.region.as_str(), all.path_style),
            ("unit/node-1/", "garage", false)
        );
    }

    #[test]
    fn addresses_of_servers_are_read() {
        let read = |text| server(text).ok().map(|(endpoint, secure)| (endpoint.to_string(), secure));
        assert_eq!(read("http://127.0.0.1:9000/"), Some(("127.0.0.1:9000".to_owned(), false)));
        assert_eq!(read("https://[2001:db8::1]"), Some(("[2001:db8::1]:443".to_owned(), true)));
        assert_eq!(read("https://[2001:db8::1]:9000"), Some(("[2001:db8::1]:9000".to_owned(), true)));
        for text in [
            "s3.example.org",
            "ftp://s3.example.org",
            "https://",
            "https://a/b",
            "https://2001:db8::1",
            "https://x:0",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let error = Settings::read(&LEAST.replace("s3.", "me:hunter2@s3.")).unwrap_err();
        assert_eq!(error.code(), "adapters-endpoint-credentials");
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }

    #[test]
    fn without_tls_only_to_this_machine_unless_it_is_said() {
        let clear = |host: &str, more: &str| {
            let text = LEAST.replace("https://s3.example.org", &format!("http://{host}"));
            Settings::read(&format!("{text}{more}")).err().map(|error| error.code())
        };
        for here in ["127.0.0.1:9000", "127.3.2.1", "[::1]:9000", "localhost:1", "s3.localhost"] {
            assert_eq!(clear(here, ""), None, "{here}");
        }
        for there in ["192.0.2.7", "s3.example.org", "localhost.example.org", "[2001:db8::1]:1"] {
            assert_eq!(clear(there, ""), Some("adapters-s3-settings-clear"), "{there}");
            assert_eq!(clear(there, "allow_http = true"), None, "{there}");
        }
    }

    #[test]
    fn what_no_server_would_take_is_refused_where_it_stands() {
        let value = |text: &str| match Settings::read(text) {
            Err(SettingsError::Value { setting, .. }) => setting,
            other => panic!("{other:?}"),
        };
        for bucket in ["ab", "Evidence", "a_b", "-ab", "ab.", "a..b", "a/b", &"a".repeat(64)] {
            assert_eq!(value(&LEAST.replace("evidence", bucket)), "bucket", "{bucket}");
        }
        for prefix in ["a", "/", "a//", "../", "a b/", &format!("{}/", "a".repeat(MAX_PREFIX))] {
            assert_eq!(value(&format!("{LEAST}prefix = '{prefix}'")), "prefix", "{prefix}");
        }
        assert!(with(&format!("prefix = '{}/'", "a".repeat(MAX_PREFIX - 1))).is_ok());
        assert_eq!(value(&format!("{LEAST}region = ''")), "region");
        assert_eq!(value(&format!("{LEAST}authorities = 'ca.pem'")), "authorities");
        assert_eq!(value(&LEAST.replace("/etc/comity/s3", "s3")), "credentials");
        assert_eq!(value(&LEAST.replace("credentials", "credential")), "credential");
        let dotted = LEAST.replace("evidence", "our.evidence");
        assert_eq!(value(&format!("{dotted}path_style = false")), "path_style");
        for text in ["", "endpoint = 1", &format!("{LEAST}secret_key = 'x'"), "not toml"] {
            assert!(matches!(Settings::read(text), Err(SettingsError::Malformed { .. })), "{text}");
        }
        let secret = Settings::read(&format!("{LEAST}secret_key = 'hunter2'")).unwrap_err();
        assert!(!format!("{secret} {secret:?}").contains("hunter2"));
        for both in [LEAST.replace("credentials", "#"), format!("{LEAST}credential = 's3'")] {
            assert_eq!(Settings::read(&both), Err(SettingsError::Credentials));
        }
    }

    #[test]
    fn settings_of_the_greatest_length_are_read_and_longer_ones_are_not() {
        let filled = |length: usize| format!("{LEAST}#{}", "x".repeat(length - LEAST.len() - 1));
        assert!(Settings::read(&filled(MAX_SETTINGS_BYTES)).is_ok());
        assert!(matches!(
            Settings::read(&filled(MAX_SETTINGS_BYTES + 1)),
            Err(SettingsError::Malformed { .. })
        ));
    }
}
