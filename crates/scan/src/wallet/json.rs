//! Wallets that are one JSON object, by its keys. Electrum wrote its first ones as Python prints a dictionary, with other
//! quotation marks and `True`, and later ones with changes behind the object; both are read.

use zeroize::Zeroizing;

use super::{Format, Wallet};
use crate::hit::Class;

/// How many objects and arrays may lie in each other.
const DEPTH_MAX: usize = 64;

/// How deep the keys are that tell a format: `keystore.type` is two deep.
const PATH_MAX: usize = 3;

/// So much is kept of a key, a number or a text.
const TOKEN_MAX: usize = 96;

/// The keys of the outermost object by which a wallet may be told; of so many others in a row it is none.
const KNOWN: &[&str] = &[
    "seed_version",
    "use_encryption",
    "wallet_type",
    "keystore",
    "accounts",
    "addr_history",
    "addresses",
    "crypto",
    "Crypto",
    "version",
    "encseed",
    "payload",
    "pbkdf2_iterations",
    "guid",
    "sharedKey",
    "EncryptedSecret",
    "ct",
    "KeyringController",
    "data",
    "engine",
    "status",
];
const STRANGERS_MAX: usize = 24;

/// How many facts are kept.
const FACTS_MAX: usize = 4096;

/// What stands behind a key.
#[derive(Debug, Clone, PartialEq)]
enum Fact {
    /// A text: its beginning, its length, and whether all of it is base64 or hexadecimal digits.
    Text {
        begin: Zeroizing<String>,
        length: usize,
        is_base64: bool,
        is_hex: bool,
    },
    /// A number, or a word such as `true`.
    Word(String),
    Inside,
}

/// What the bytes that come next belong to.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Between tokens.
    Between,
    Text {
        mark: u8,
        is_escaped: bool,
    },
    Word,
    /// Behind the outermost object.
    Closed,
    Broken,
}

/// One JSON object while it is read.
pub(super) struct Object {
    state: State,
    /// The brackets that are open.
    open: Vec<u8>,
    /// The last key in each of the outer objects.
    keys: Vec<String>,
    /// Whether a key comes next.
    is_key: bool,
    token: Zeroizing<Vec<u8>>,
    length: usize,
    is_base64: bool,
    is_hex: bool,
    facts: Vec<(String, Fact)>,
    strangers: usize,
    is_known: bool,
    /// The vault of MetaMask is named in a text that is JSON itself.
    is_engine: bool,
}

impl Default for Object {
    fn default() -> Self {
        Self {
            state: State::Between,
            open: Vec::new(),
            keys: vec![String::new(); PATH_MAX],
            is_key: false,
            token: Zeroizing::default(),
            length: 0,
            is_base64: true,
            is_hex: true,
            facts: Vec::new(),
            strangers: 0,
            is_known: false,
            is_engine: false,
        }
    }
}

impl Format for Object {
    fn take(&mut self, bytes: &[u8]) -> bool {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match self.state {
                State::Between => {
                    self.between(*byte);
                    at += 1;
                }
                State::Text { mark, is_escaped: false } => {
                    let end =
                        memchr::memchr2(mark, b'\\', &bytes[at..]).map_or(bytes.len(), |more| at + more);
                    self.text(&bytes[at..end]);
                    at = end;
                    if let Some(byte) = bytes.get(at) {
                        at += 1;
                        if *byte == mark {
                            self.state = State::Between;
                            self.end_text();
                        } else {
                            self.text(b"\\");
                            self.state = State::Text { mark, is_escaped: true };
                        }
                    }
                }
                State::Text { mark, is_escaped: true } => {
                    // What is escaped is no mark, and is kept as it stands: base64 has an escaped slash at most.
                    self.text(&bytes[at..=at]);
                    self.state = State::Text { mark, is_escaped: false };
                    at += 1;
                }
                State::Word => {
                    if byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_') {
                        self.keep(&[*byte]);
                        at += 1;
                    } else {
                        self.state = State::Between;
                        // Python's mark of a text.
                        if !(matches!(byte, b'"' | b'\'') && matches!(self.token[..], [b'u' | b'b'])) {
                            let word = String::from_utf8_lossy(&self.token).into_owned();
                            self.add(Fact::Word(word));
                        }
                    }
                }
                State::Closed => return self.is_known,
                State::Broken => return false,
            }
        }
        self.state != State::Broken && (self.is_known || self.strangers < STRANGERS_MAX)
    }

    fn wallet(&mut self, _: u64) -> Option<Wallet> {
        let (format, is_encrypted) = self.format()?;
        let class = if self.state == State::Closed { Class::WellFormed } else { Class::ShapeOnly };
        Some(Wallet { format, class, is_encrypted })
    }
}

impl Object {
    fn between(&mut self, byte: u8) {
        let is_value = !self.is_key;
        match byte {
            b'{' | b'[' if is_value && self.open.len() < DEPTH_MAX => {
                if byte == b'[' || !self.open.is_empty() {
                    self.add(Fact::Inside);
                }
                self.open.push(byte);
                self.is_key = byte == b'{';
            }
            b'}' | b']' => {
                let opened = if byte == b'}' { b'{' } else { b'[' };
                self.is_key = false;
                if self.open.pop() != Some(opened) {
                    self.state = State::Broken;
                } else if self.open.is_empty() {
                    self.state = State::Closed;
                }
            }
            b',' if !self.open.is_empty() => self.is_key = self.open.last() == Some(&b'{'),
            b':' if self.open.last() == Some(&b'{') => self.is_key = false,
            b'"' | b'\'' if !self.open.is_empty() => {
                self.begin_token();
                self.state = State::Text { mark: byte, is_escaped: false };
            }
            b' ' | b'\t' | b'\r' | b'\n' => {}
            // The mark of the order of bytes.
            0xef | 0xbb | 0xbf if self.open.is_empty() => {}
            _ if byte.is_ascii_alphanumeric() || byte == b'-' => {
                self.begin_token();
                self.keep(&[byte]);
                self.state = if self.open.is_empty() { State::Broken } else { State::Word };
            }
            _ => self.state = State::Broken,
        }
    }

    fn begin_token(&mut self) {
        self.token.clear();
        (self.length, self.is_base64, self.is_hex) = (0, true, true);
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = TOKEN_MAX - self.token.len();
        self.token.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn text(&mut self, bytes: &[u8]) {
        if self.open.len() > PATH_MAX {
            return;
        }
        self.keep(bytes);
        self.length = self.length.saturating_add(bytes.len());
        self.is_hex = self.is_hex && bytes.iter().all(u8::is_ascii_hexdigit);
        let is_symbol =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'\\');
        self.is_base64 = self.is_base64 && bytes.iter().all(is_symbol);
        let is_begin = self.length <= TOKEN_MAX;
        if self.keys[0] == "engine" && (!is_begin || self.token.starts_with(b"{")) {
            self.is_engine = true;
        }
    }

    fn end_text(&mut self) {
        if !self.is_key {
            return self.add(Fact::Text {
                begin: Zeroizing::new(String::from_utf8_lossy(&self.token).into_owned()),
                length: self.length,
                is_base64: self.is_base64,
                is_hex: self.is_hex,
            });
        }
        let depth = self.open.len();
        let Some(key) = depth.checked_sub(1).and_then(|depth| self.keys.get_mut(depth)) else { return };
        *key = String::from_utf8_lossy(&self.token).into_owned();
        if depth == 1 {
            let is_known = KNOWN.contains(&key.as_str());
            self.is_known |= is_known;
            self.strangers += usize::from(!is_known);
        }
    }

    fn add(&mut self, fact: Fact) {
        let depth = self.open.len();
        let is_of_keys = (1..=PATH_MAX).contains(&depth) && self.open.iter().all(|open| *open == b'{');
        if is_of_keys && self.facts.len() < FACTS_MAX {
            self.facts.push((self.keys[..depth].join("."), fact));
        }
    }

    fn fact(&self, path: &str) -> Option<&Fact> {
        self.facts.iter().find(|(known, _)| known == path).map(|(_, fact)| fact)
    }

    fn has(&self, path: &str) -> bool {
        self.fact(path).is_some()
    }

    fn is_text(&self, path: &str) -> bool {
        matches!(self.fact(path), Some(Fact::Text { .. }))
    }

    fn number(&self, path: &str) -> Option<u64> {
        match self.fact(path)? {
            Fact::Word(word) => word.parse().ok(),
            _ => None,
        }
    }

    fn truth(&self, path: &str) -> Option<bool> {
        match self.fact(path)? {
            Fact::Word(word) if word.eq_ignore_ascii_case("true") => Some(true),
            Fact::Word(word) if word.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// Whether a text is of so many bytes in base64 or more.
    fn is_base64(&self, path: &str, least: usize) -> bool {
        let Some(Fact::Text { length, is_base64, .. }) = self.fact(path) else { return false };
        *is_base64 && length / 4 * 3 >= least
    }

    fn is_hex(&self, path: &str, least: usize) -> bool {
        matches!(self.fact(path), Some(Fact::Text { length, is_hex: true, .. }) if length / 2 >= least)
    }

    /// The format, and whether keys in it need a password.
    fn format(&self) -> Option<(&'static str, Option<bool>)> {
        self.electrum().or_else(|| self.keystore()).or_else(|| self.blockchain()).or_else(|| self.others())
    }

    fn electrum(&self) -> Option<(&'static str, Option<bool>)> {
        let is_named = self.is_text("wallet_type") || self.truth("use_encryption").is_some();
        let has_keys =
            ["keystore", "x1/", "accounts", "addr_history", "addresses"].iter().any(|key| self.has(key));
        let is_versioned = self.number("seed_version").is_some() && (is_named || has_keys);
        let is_old = self.is_text("wallet_type") && self.truth("use_encryption").is_some() && has_keys;
        (is_versioned || is_old).then(|| ("electrum", self.truth("use_encryption")))
    }

    /// What came of the Web3 Secret Storage Definition.
    fn keystore(&self) -> Option<(&'static str, Option<bool>)> {
        let under = |key: &str| {
            ["crypto", "Crypto"].iter().map(|at| format!("{at}.{key}")).find(|path| self.has(path))
        };
        let encrypted = Some(true);
        if let [Some(cipher), Some(_), Some(kdf)] = ["cipher", "checksum", "kdf"].map(under) {
            let is_module = [cipher, kdf].iter().all(|path| self.is_text(&format!("{path}.function")));
            return (is_module && self.has("version")).then_some(("ethereum-validator-keystore", encrypted));
        }
        if self.is_hex("encseed", 32) && self.is_hex("ethaddr", 20) {
            return Some(("ethereum-presale", encrypted));
        }
        let [cipher, text, kdf, mac] =
            ["cipher", "ciphertext", "kdf", "mac"].map(under).map(Option::unwrap_or_default);
        let is_keystore =
            self.is_text(&cipher) && self.is_hex(&text, 16) && self.is_text(&kdf) && self.is_hex(&mac, 32);
        let format = if self.has("imTokenMeta") { "imtoken" } else { "ethereum-keystore" };
        (is_keystore && self.has("version")).then_some((format, encrypted))
    }

    fn blockchain(&self) -> Option<(&'static str, Option<bool>)> {
        if self.is_base64("payload", 32)
            && (self.number("pbkdf2_iterations").is_some() || self.is_text("guid"))
        {
            let format = if self.has("guid") { "dogechain" } else { "blockchain-com" };
            return Some((format, Some(true)));
        }
        let is_open = self.is_text("guid") && self.is_text("sharedKey");
        (is_open && (self.has("keys") || self.has("hd_wallets") || self.has("options")))
            .then(|| ("blockchain-com", self.truth("double_encryption").or(Some(false))))
    }

    fn others(&self) -> Option<(&'static str, Option<bool>)> {
        let encrypted = Some(true);
        if self.is_text("EncryptedSecret") && self.is_text("ChainCode") && self.has("ExtPubKey") {
            return Some(("wasabi", encrypted));
        }
        let vault = ["KeyringController.vault", "data.KeyringController.vault"];
        if vault.iter().any(|path| self.is_text(path)) || self.is_engine && self.has("_persist") {
            return Some(("metamask", encrypted));
        }
        let is_sjcl = self.is_base64("iv", 8) && self.is_base64("salt", 6) && self.is_base64("ct", 16);
        (is_sjcl && self.is_text("cipher") && self.is_text("mode") && self.number("ks").is_some())
            .then_some(("bitgo-keycard", encrypted))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;

    fn told(text: &str) -> Option<(&'static str, Option<bool>)> {
        read(text.as_bytes()).map(|wallet| {
            assert_eq!(wallet.class, Class::WellFormed, "{text}");
            (wallet.format, wallet.is_encrypted)
        })
    }

    const KEYSTORE: &str = r#"{"version":3,"id":"x","address":"008aeeda4d805471df9b2a5b0f38a0c3bcba786b","crypto":{
        "ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","cipherparams":{"iv":"6087"},
        "cipher":"aes-128-ctr","kdf":"pbkdf2","kdfparams":{"c":262144},
        "mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"}}"#;

    #[test]
    fn each_format_is_told_by_its_keys() {
        let payload = "QUJD".repeat(16);
        for (text, expected) in [
            (r#"{"seed_version": 17, "use_encryption": false, "keystore": {"type": "bip32"}}"#.into(), ("electrum", Some(false))),
            ("{'seed_version': 4, u'use_encryption': True, 'seed': u'x\\'', 'accounts': {}}".into(), ("electrum", Some(true))),
            (
                "{\"wallet_type\": \"standard\", \"seed_version\": 50, \"use_encryption\": true},\n{\"op\": 1}".into(),
                ("electrum", Some(true)),
            ),
            (
                r#"{"accounts": {"/x": {"imported": {}}}, "use_encryption": true, "wallet_type": "imported"}"#.into(),
                ("electrum", Some(true)),
            ),
            (format!("\u{feff}\n{KEYSTORE}"), ("ethereum-keystore", Some(true))),
            (KEYSTORE.replace("\"crypto\"", "\"Crypto\""), ("ethereum-keystore", Some(true))),
            (KEYSTORE.replace("\"id\"", "\"imTokenMeta\""), ("imtoken", Some(true))),
            (
                r#"{"crypto":{"kdf":{"function":"scrypt"},"checksum":{"function":"sha256"},"cipher":{"function":"aes"}},"version":4}"#.into(),
                ("ethereum-validator-keystore", Some(true)),
            ),
            (format!(r#"{{"encseed":"{0}","ethaddr":"{0}"}}"#, "ab".repeat(40)), ("ethereum-presale", Some(true))),
            (format!(r#"{{"pbkdf2_iterations":5000,"version":3,"payload":"{payload}"}}"#), ("blockchain-com", Some(true))),
            (format!(r#"{{"payload":"{payload}\/\/","guid":"x"}}"#), ("dogechain", Some(true))),
            (r#"{"guid":"x","sharedKey":"y","keys":[{"priv":"z"}]}"#.into(), ("blockchain-com", Some(false))),
            (r#"{"guid":"x","sharedKey":"y","double_encryption":true,"keys":[]}"#.into(), ("blockchain-com", Some(true))),
            (r#"{"EncryptedSecret":"6P","ChainCode":"x","ExtPubKey":"xpub"}"#.into(), ("wasabi", Some(true))),
            (r#"{"data":{"KeyringController":{"vault":"{}"}},"meta":{}}"#.into(), ("metamask", Some(true))),
            (r#"{"collectibles":"{}","engine":"{\"backgroundState\":{}}","_persist":"{}"}"#.into(), ("metamask", Some(true))),
            (
                format!(r#"{{"iv":"Zp0Cp0bPyY0=","v":1,"ks":256,"mode":"ccm","cipher":"aes","salt":"Zp0Cp0bPyY0=","ct":"{payload}"}}"#),
                ("bitgo-keycard", Some(true)),
            ),
        ] {
            assert_eq!(told(&text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_key_that_is_missing_or_of_another_kind_makes_it_none() {
        for key in ["ciphertext", "mac", "version", "crypto", "kdf"] {
            assert_eq!(told(&KEYSTORE.replace(&format!("\"{key}\""), "\"other\"")), None, "{key}");
        }
        for text in [
            r#"{"seed_version": "4", "accounts": {}}"#,
            r#"{"wallet_type": "standard", "accounts": {}}"#,
            r#"{"payload": "not in base64!", "pbkdf2_iterations": 5000}"#,
            r#"[{"seed_version": 4, "accounts": {}}]"#,
            r#"{"a": [{"seed_version": 4, "accounts": {}}]}"#,
            r#"{"seed_version": 4, "accounts": {]"#,
            r#"{"engine": "V8", "_persist": 1}"#,
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn an_object_that_is_cut_off_is_only_of_the_shape() {
        let cut = br#"{"use_encryption": true, "seed_version": 17, "addresses": {"#;
        assert_eq!(read(cut).map(|wallet| wallet.class), Some(Class::ShapeOnly));
    }

    #[test]
    fn objects_are_no_deeper_and_strangers_no_more_than_allowed() {
        let deep = |depth: usize| {
            told(&format!("{{\"seed_version\":4,\"accounts\":{}{}}}", "[".repeat(depth), "]".repeat(depth)))
        };
        assert!(deep(DEPTH_MAX - 1).is_some());
        assert_eq!(deep(DEPTH_MAX), None);
        let strange = |count: usize| {
            let strangers = "\"stranger\":0,".repeat(count);
            let mut object = Object::default();
            object.take(format!("{{{strangers}").as_bytes())
        };
        assert!(strange(STRANGERS_MAX - 1));
        assert!(!strange(STRANGERS_MAX));
    }

    #[test]
    fn no_more_facts_are_kept_than_allowed() {
        let kept = |count: usize| {
            let facts = "\"version\":3,".repeat(count);
            let mut object = Object::default();
            object.take(format!("{{{facts}").as_bytes());
            object.facts.len()
        };
        assert_eq!([kept(FACTS_MAX), kept(FACTS_MAX + 1)], [FACTS_MAX; 2]);
    }
}
