//! What can be said of an identifier without asking anybody: the readers of `scan`, asked by the names that the pack of
//! forms gives to ledgers and platforms.

use comity_request::{
    AccountForm, Forms, Identifier, IdentifierCheck, IdentifierDoubt, IdentifierFault, IdentifierVerdict,
    Platform, Platforms,
};
use comity_scan::syntax::{Sound, SyntaxError, iban, internet, number, telephone};
use comity_scan::{Address, Class, Ledger, Network};

/// The kind of identifier whose text is masked where it is shown beside others.
const CARD: &str = "card";

/// Checks the kinds of identifier that the engines know.
#[derive(Clone, Copy, Debug)]
pub struct Identifiers<'p> {
    platforms: &'p Platforms,
}

impl<'p> Identifiers<'p> {
    /// By the ledgers and platforms that a pack of forms knows.
    pub fn of(forms: &'p Forms) -> Self {
        Self { platforms: forms.platforms() }
    }
}

impl IdentifierCheck for Identifiers<'_> {
    fn check(&self, identifier: &Identifier) -> IdentifierVerdict {
        let (network, text) = (identifier.network.trim(), identifier.text.trim());
        match identifier.kind.as_str() {
            "address" => self.address(network, text),
            "transaction" => match self.ledger(network) {
                Some((ledger, _)) => verdict(ledger.transaction(text).map(well_formed)),
                None => IdentifierVerdict::NotChecked,
            },
            "account" => match self.platforms.platform(network) {
                Some(platform) => account(platform, text),
                None => IdentifierVerdict::NotChecked,
            },
            "iban" => account_number(text),
            "ip" => ip(text),
            "domain" => named(text, internet::domain(text)),
            "e-mail" => {
                let host = text.rsplit_once('@').map_or(text, |(_, host)| host);
                named(host, internet::mailbox(text))
            }
            "url" => verdict(internet::url(text)),
            "telephone" => verdict(telephone::read(text)),
            CARD => verdict(number::card(text)),
            "imei" => verdict(number::imei(text)),
            "mac" => verdict(number::mac(text)),
            _ => IdentifierVerdict::NotChecked,
        }
    }

    fn shown(&self, identifier: &Identifier) -> String {
        if identifier.kind == CARD { number::masked(&identifier.text) } else { identifier.text.clone() }
    }
}

impl Identifiers<'_> {
    /// The ledger that people call so, and its network: the main one where the name says nothing of it.
    fn ledger(self, name: &str) -> Option<(Ledger, Network)> {
        let name = name.to_lowercase().replace(' ', "-");
        let known = self.platforms.ledger(&name).unwrap_or(&name);
        let (ledger, network) = NETWORKS
            .iter()
            .find_map(|(ending, network)| Some((known.strip_suffix(ending)?, *network)))
            .unwrap_or((known, Network::Mainnet));
        Some((ledger.parse().ok()?, network))
    }

    fn address(self, network: &str, text: &str) -> IdentifierVerdict {
        if network.is_empty() {
            let ledgers = names(&Ledger::candidates(text));
            return if ledgers.is_empty() {
                IdentifierVerdict::NotChecked
            } else {
                IdentifierVerdict::Doubtful(IdentifierDoubt::LedgerMissing(ledgers))
            };
        }
        let Some((ledger, asked)) = self.ledger(network) else { return IdentifierVerdict::NotChecked };
        match ledger.address(text) {
            Ok(address) if address.network.is_some_and(|found| !fits(found, asked)) => {
                let found = address.network.map(|network| network.to_string()).unwrap_or_default();
                IdentifierVerdict::Wrong(IdentifierFault::OtherNetwork(found))
            }
            Ok(address) => of_class(address.class),
            Err(error) => {
                // Only what has a checksum tells surely of which ledger it is; letters and digits alone may be anything.
                let mut others = Ledger::candidates(text);
                others.retain(|other| other.class == Class::Verified || other.ledger == Ledger::Evm);
                IdentifierVerdict::Wrong(if others.is_empty() {
                    fault(error)
                } else {
                    IdentifierFault::OtherLedger(names(&others))
                })
            }
        }
    }
}

/// How the name of a ledger ends that is not its main network.
const NETWORKS: &[(&str, Network)] = &[
    ("-mainnet", Network::Mainnet),
    ("-testnet", Network::Testnet),
    ("-testnet3", Network::Testnet),
    ("-testnet4", Network::Testnet),
    ("-signet", Network::Testnet),
    ("-regtest", Network::Regtest),
];

/// Whether the network that an address tells can be the one that is asked about.
fn fits(found: Network, asked: Network) -> bool {
    found == asked || (found == Network::TestnetOrRegtest && asked != Network::Mainnet)
}

fn names(addresses: &[Address]) -> Vec<String> {
    addresses.iter().map(|address| address.ledger.to_string()).collect()
}

/// The account numbers of a state of which no form is known may have one that is newer than the table.
fn account_number(text: &str) -> IdentifierVerdict {
    match iban::read(text) {
        Ok(Sound { class: Class::ShapeOnly, canonical }) => {
            let state = canonical.chars().take(2).collect();
            IdentifierVerdict::Doubtful(IdentifierDoubt::StateUnknown(state))
        }
        read => verdict(read),
    }
}

fn ip(text: &str) -> IdentifierVerdict {
    match internet::ip(text) {
        Ok(address) if internet::is_local(address) => IdentifierVerdict::Doubtful(IdentifierDoubt::Local),
        Ok(_) => IdentifierVerdict::WellFormed,
        Err(error) => IdentifierVerdict::Wrong(fault(error)),
    }
}

/// What was read of a name on the Internet, unless the letters of its host deceive the eye.
fn named(host: &str, read: Result<Sound, SyntaxError>) -> IdentifierVerdict {
    match read {
        Ok(sound) if internet::is_mixed_script(host) => {
            IdentifierVerdict::Doubtful(IdentifierDoubt::MixedScript(sound.canonical))
        }
        read => verdict(read),
    }
}

/// Whether a platform writes accounts so. Where it is not known how, nobody can tell.
fn account(platform: &Platform, text: &str) -> IdentifierVerdict {
    if platform.accounts.is_empty() {
        return IdentifierVerdict::NotChecked;
    }
    let name = platform.account_in(text);
    let is_one = platform.accounts.iter().any(|account| match &account.form {
        AccountForm::Telephone => telephone::read(name).is_ok(),
        AccountForm::Mail => internet::mailbox(name).is_ok(),
        AccountForm::Number { least, most } => {
            name.parse::<u64>().is_ok_and(|number| (*least..=*most).contains(&number))
        }
        AccountForm::Name(pattern) => pattern.is_match(name),
    });
    if is_one {
        IdentifierVerdict::WellFormed
    } else {
        IdentifierVerdict::Doubtful(IdentifierDoubt::AccountForm(platform.name.clone()))
    }
}

fn well_formed(canonical: String) -> Sound {
    Sound { class: Class::WellFormed, canonical }
}

fn verdict(read: Result<Sound, SyntaxError>) -> IdentifierVerdict {
    match read {
        Ok(sound) => of_class(sound.class),
        Err(error) => IdentifierVerdict::Wrong(fault(error)),
    }
}

fn of_class(class: Class) -> IdentifierVerdict {
    match class {
        Class::Verified => IdentifierVerdict::Verified,
        Class::WellFormed => IdentifierVerdict::WellFormed,
        _ => IdentifierVerdict::NotChecked,
    }
}

fn fault(error: SyntaxError) -> IdentifierFault {
    match error {
        SyntaxError::Length { expected, found } => IdentifierFault::Length { expected, found },
        SyntaxError::Checksum => IdentifierFault::Checksum,
        _ => IdentifierFault::Form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLATFORMS: &str = r#"
        [[ledger]]
        id = "bsc"
        aliases = ["BEP-20"]
        ledger = "evm"

        [[platform]]
        id = "example"
        name = "Example Exchange"
        links = ["example.org/u/"]
        account = [
            { form = "name", pattern = "[a-z]{3,8}", source = "https://example.org/help" },
            { form = "number", least = 100, most = 999, source = "https://example.org/help" },
            { form = "telephone", source = "https://example.org/help" },
        ]

        [[platform]]
        id = "closed"
        name = "Closed"
        unknown = "It publishes no rule."
    "#;

    fn verdict(kind: &str, network: &str, text: &str) -> IdentifierVerdict {
        let platforms = Platforms::read("platforms.toml", PLATFORMS.as_bytes()).unwrap();
        Identifiers { platforms: &platforms }.check(&Identifier::new(kind, network, text))
    }

    const TRON: &str = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    const EVM: &str = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"; // EIP-55

    #[test]
    fn each_kind_is_read_by_its_own_rules() {
        use IdentifierFault::{Checksum, Form, Length};
        use IdentifierVerdict::{NotChecked, Verified, WellFormed, Wrong};
        let good = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
        for (kind, network, text, expected) in [
            ("address", "bitcoin-testnet", good, Verified),
            ("address", "Bitcoin-Regtest", good, Verified),
            ("address", "bitcoin-testnet", "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfm", Wrong(Checksum)),
            ("address", "bitcoin-testnet", "send mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", Wrong(Form)),
            ("address", "tron", TRON, Verified),
            ("address", "tron", "TXYZ", Wrong(Form)),
            ("address", "bsc", EVM, Verified),
            ("address", "Bitcoin Cash", "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", Verified),
            ("address", "bep20", &EVM.to_lowercase(), WellFormed),
            ("address", "litecoin", "ltcmweb1qq", NotChecked),
            ("address", "unheard-of", "TXYZ", NotChecked),
            ("address", "", "TXYZ", NotChecked),
            ("iban", "", "GB82 WEST 1234 5698 7654 32", Verified),
            ("iban", "", "GB82 WEST 1234 5698 7654 33", Wrong(Checksum)),
            ("iban", "", "KZ86 125K ZT50 0410 010", Wrong(Length { expected: 20, found: 19 })),
            ("transaction", "bitcoin", &"0a".repeat(32), WellFormed),
            ("transaction", "bitcoin", &"0a".repeat(31), Wrong(Form)),
            ("transaction", "bsc", "0x00", Wrong(Form)),
            ("transaction", "unheard-of", "0x00", NotChecked),
            ("ip", "", "2001:db8::1", WellFormed),
            ("ip", "", "192.0.2.300", Wrong(Form)),
            ("e-mail", "", "someone@example.org", WellFormed),
            ("e-mail", "", "someone at example", Wrong(Form)),
            ("domain", "", "example.org", WellFormed),
            ("url", "", "https://example.org/", WellFormed),
            ("telephone", "", "+992 90 000 0000", WellFormed),
            ("telephone", "", "90 000 0000", Wrong(Form)),
            ("card", "", "4111 1111 1111 1111", Verified),
            ("imei", "", "490154203237518", Verified),
            ("mac", "", "00-00-5e-00-53-01", WellFormed),
            ("account", "Example Exchange", "@person", WellFormed),
            ("account", "example", "https://www.example.org/u/person/", WellFormed),
            ("account", "example", "999", WellFormed),
            ("account", "example", "+992 90 000 0000", WellFormed),
            ("account", "closed", "anything", NotChecked),
            ("account", "unheard-of", "user-17", NotChecked),
            ("licence plate", "", "EX 17", NotChecked),
        ] {
            assert_eq!(verdict(kind, network, text), expected, "{kind} {network} {text}");
        }
    }

    #[test]
    fn an_address_of_another_ledger_or_network_is_named() {
        let other = |ledgers: &[&str]| {
            let ledgers = ledgers.iter().map(|ledger| (*ledger).to_owned()).collect();
            IdentifierVerdict::Wrong(IdentifierFault::OtherLedger(ledgers))
        };
        assert_eq!(verdict("address", "bitcoin", TRON), other(&["tron"]));
        assert_eq!(verdict("address", "tron", EVM), other(&["evm"]));
        assert_eq!(verdict("address", "tron", &EVM.to_lowercase()), other(&["evm"]));
        let main = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
        assert_eq!(verdict("address", "dogecoin", main), other(&["bitcoin", "bitcoin-cash"]));
        for (network, text, found) in [
            ("bitcoin", "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", "testnet-or-regtest"),
            ("bitcoin-testnet4", main, "mainnet"),
            ("bitcoin-regtest", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", "testnet"),
        ] {
            let expected = IdentifierVerdict::Wrong(IdentifierFault::OtherNetwork(found.to_owned()));
            assert_eq!(verdict("address", network, text), expected, "{network} {text}");
        }
    }

    #[test]
    fn what_a_person_must_look_at_is_named() {
        use IdentifierDoubt::{AccountForm, LedgerMissing, Local, MixedScript, StateUnknown};
        for (kind, network, text, doubt) in [
            ("address", "", TRON, LedgerMissing(vec!["tron".into()])),
            ("account", "example", "PERSON", AccountForm("Example Exchange".into())),
            ("account", "example", "1000", AccountForm("Example Exchange".into())),
            ("iban", "", "TJ710000000000000000000000000000", StateUnknown("TJ".into())),
            ("domain", "", "p\u{430}ypal.example", MixedScript("xn--pypal-4ve.example".into())),
            ("e-mail", "", "a@p\u{430}ypal.example", MixedScript("a@xn--pypal-4ve.example".into())),
            ("ip", "", "100.64.0.1", Local),
        ] {
            assert_eq!(verdict(kind, network, text), IdentifierVerdict::Doubtful(doubt), "{kind} {text}");
        }
    }

    #[test]
    fn the_number_of_a_card_is_masked_in_remarks() {
        let platforms = Platforms::default();
        let shown = |kind: &str| {
            Identifiers { platforms: &platforms }.shown(&Identifier::new(kind, "", "4111 1111 1111 1111"))
        };
        assert_eq!(shown("card"), "411111******1111");
        assert_eq!(shown("account"), "4111 1111 1111 1111");
    }
}
