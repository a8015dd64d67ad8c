//! Ledgers by the names that people give them, and how platforms write the names of accounts: data of the pack of forms.
//!
//! What is known of a platform is what it has published. A name that does not fit is doubtful, never wrong: rules change,
//! and older accounts keep the names that they have.

use std::collections::BTreeSet;

use jiff::civil::Date;
use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use crate::forms::{Fault, FormError, MAX_NAME, Source, is_name, short};

/// The file of the pack of forms. A pack without it knows no platform.
pub const PLATFORMS_FILE: &str = "platforms.toml";
/// Ledgers and platforms of one file, each. The first has a tenth.
pub const MAX_PLATFORMS: usize = 500;
/// Forms of the accounts of one platform, and other names of it, each.
pub const MAX_ACCOUNT_FORMS: usize = 16;
/// Letters of a pattern.
pub const MAX_PATTERN: usize = 200;
/// Bytes that a compiled pattern may take. Some hundred names of some hundred letters fit.
const MAX_COMPILED: usize = 64 << 10;

/// What the file says.
#[derive(Clone, Debug, Default)]
pub struct Platforms {
    ledgers: Vec<LedgerName>,
    platforms: Vec<Platform>,
}

/// A ledger by a name that people give it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LedgerName {
    id: String,
    #[serde(default)]
    aliases: Vec<String>,
    /// The name by which the engine knows it, with its network: `evm`, `bitcoin-testnet`.
    ledger: String,
}

/// A platform with accounts.
#[derive(Clone, Debug)]
pub struct Platform {
    /// The name by which data names it.
    pub id: String,
    /// The name that it gives itself.
    pub name: String,
    aliases: Vec<String>,
    links: Vec<String>,
    /// How it writes accounts; nothing where that is not known.
    pub accounts: Vec<Account>,
}

/// One way in which a platform writes an account.
#[derive(Clone, Debug)]
pub struct Account {
    /// The way.
    pub form: AccountForm,
    /// Where the platform says so.
    pub source: String,
    /// The day on which the source was read; none where it is known of and was not compared.
    pub as_of: Option<Date>,
}

/// How an account is written.
#[derive(Clone, Debug)]
pub enum AccountForm {
    /// As a telephone number.
    Telephone,
    /// As a mailbox.
    Mail,
    /// As a number in this range.
    Number {
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// As a name that this pattern fits as a whole.
    Name(Regex),
}

impl Platforms {
    /// Reads the file.
    ///
    /// # Errors
    /// Tells the first thing that is wrong, with its line or its name.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, FormError> {
        let parsed: File = Source { file, bytes }.parse()?;
        let fault = |place: &str, fault: Fault| FormError::Fault {
            file: file.to_owned(),
            place: short(place),
            fault,
        };
        let limit = parsed.ledger.len().max(parsed.platform.len());
        if limit > MAX_PLATFORMS {
            return Err(fault("platform", Fault::Limit("platform")));
        }
        let mut names = BTreeSet::new();
        let mut take = |id: &str, aliases: &[String]| {
            if !is_name(id, '-') {
                return Err(fault(id, Fault::Name(short(id))));
            }
            if aliases.len() > MAX_ACCOUNT_FORMS || aliases.iter().any(|alias| alias.len() > MAX_NAME) {
                return Err(fault(id, Fault::Limit("aliases")));
            }
            let new = std::iter::once(id)
                .chain(aliases.iter().map(String::as_str))
                .all(|n| names.insert(folded(n)));
            if new { Ok(()) } else { Err(fault(id, Fault::Twice)) }
        };
        for ledger in &parsed.ledger {
            take(&ledger.id, &ledger.aliases)?;
        }
        let mut platforms = vec![];
        for written in parsed.platform {
            take(&written.id, &written.aliases)?;
            let id = written.id.clone();
            platforms.push(written.platform().map_err(|wrong| fault(&id, wrong))?);
        }
        Ok(Self { ledgers: parsed.ledger, platforms })
    }

    /// The name by which the engine knows a ledger that people call `name`.
    pub fn ledger(&self, name: &str) -> Option<&str> {
        let called = |ledger: &&LedgerName| is_called(name, &ledger.id, &ledger.aliases);
        self.ledgers.iter().find(called).map(|ledger| ledger.ledger.as_str())
    }

    /// The platform that people call `name`.
    pub fn platform(&self, name: &str) -> Option<&Platform> {
        self.platforms.iter().find(|platform| {
            is_called(name, &platform.id, &platform.aliases) || folded(&platform.name) == folded(name)
        })
    }

    /// All platforms, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Platform> {
        self.platforms.iter()
    }
}

impl Platform {
    /// The part of a text that names the account: without the `@` before it, and without the platform's own address
    /// before that.
    pub fn account_in<'t>(&self, text: &'t str) -> &'t str {
        let text = text.trim();
        let bare = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
        let bare = bare.strip_prefix("www.").unwrap_or(bare);
        let linked = self.links.iter().find_map(|link| bare.strip_prefix(link.as_str()));
        let account = linked.map_or(text, |rest| rest.trim_end_matches('/'));
        account.strip_prefix('@').unwrap_or(account)
    }
}

fn is_called(name: &str, id: &str, aliases: &[String]) -> bool {
    let name = folded(name);
    folded(id) == name || aliases.iter().any(|alias| folded(alias) == name)
}

/// Capitals, spaces and hyphens do not tell names apart.
fn folded(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ' ' | '-')).flat_map(char::to_lowercase).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    ledger: Vec<LedgerName>,
    #[serde(default)]
    platform: Vec<PlatformWritten>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlatformWritten {
    id: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    links: Vec<String>,
    #[serde(default)]
    account: Vec<AccountWritten>,
    /// Why no form is known.
    #[serde(default)]
    unknown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountWritten {
    form: FormName,
    #[serde(default)]
    pattern: Option<String>,
    #[serde(default)]
    least: Option<u64>,
    #[serde(default)]
    most: Option<u64>,
    source: String,
    #[serde(default)]
    as_of: Option<Date>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FormName {
    Telephone,
    EMail,
    Number,
    Name,
}

impl PlatformWritten {
    fn platform(self) -> Result<Platform, Fault> {
        if self.account.len() > MAX_ACCOUNT_FORMS || self.links.len() > MAX_ACCOUNT_FORMS {
            return Err(Fault::Limit("account"));
        }
        // Either a form is known, or it is said why none is.
        if self.account.is_empty() == self.unknown.trim().is_empty() {
            return Err(Fault::Misplaced("unknown"));
        }
        let accounts = self.account.into_iter().map(AccountWritten::account).collect::<Result<_, _>>()?;
        let Self { id, name, aliases, links, .. } = self;
        Ok(Platform { id, name, aliases, links, accounts })
    }
}

impl AccountWritten {
    fn account(self) -> Result<Account, Fault> {
        let is_named = self.form == FormName::Name;
        if self.pattern.is_some() != is_named {
            return Err(Fault::Misplaced("pattern"));
        }
        if (self.form == FormName::Number) != (self.least.is_some() && self.most.is_some()) {
            return Err(Fault::Misplaced("least"));
        }
        if !self.source.starts_with("https://") {
            return Err(Fault::Misplaced("source"));
        }
        let form = match (self.form, self.pattern, self.least.zip(self.most)) {
            (FormName::Name, Some(pattern), _) => AccountForm::Name(compile(&pattern)?),
            (FormName::Number, _, Some((least, most))) if least <= most => {
                AccountForm::Number { least, most }
            }
            (FormName::Telephone, ..) => AccountForm::Telephone,
            (FormName::EMail, ..) => AccountForm::Mail,
            (FormName::Name | FormName::Number, ..) => return Err(Fault::Limit("least")),
        };
        Ok(Account { form, source: self.source, as_of: self.as_of })
    }
}

/// The pattern, for the whole of a name. The engine takes time in proportion to the text, whatever the pattern.
fn compile(pattern: &str) -> Result<Regex, Fault> {
    let refuse = || Fault::Pattern(short(pattern));
    if pattern.len() > MAX_PATTERN {
        return Err(refuse());
    }
    let whole = format!("^(?:{pattern})$");
    RegexBuilder::new(&whole).size_limit(MAX_COMPILED).build().map_err(|_| refuse())
}
