//! What can be said of an identifier without asking anybody.

use comity_request::{Identifier, IdentifierCheck, IdentifierVerdict};
use comity_scan::{Kind, Network, Scanner};

/// Letters of the longest international bank account number (ISO 13616-1).
const MAX_IBAN: usize = 34;

/// Checks the kinds of identifier that the engines know.
#[derive(Clone, Copy, Debug)]
pub struct Identifiers;

impl IdentifierCheck for Identifiers {
    fn check(&self, identifier: &Identifier) -> IdentifierVerdict {
        let text = identifier.text.trim();
        match identifier.kind.as_str() {
            "address" => address(&identifier.network, text),
            "transaction" => transaction(&identifier.network, text),
            "iban" => known(is_iban(text), IdentifierVerdict::Verified),
            "ip" => known(text.parse::<std::net::IpAddr>().is_ok(), IdentifierVerdict::WellFormed),
            "e-mail" => known(is_mail(text), IdentifierVerdict::WellFormed),
            _ => IdentifierVerdict::NotChecked,
        }
    }
}

fn known(fits: bool, verdict: IdentifierVerdict) -> IdentifierVerdict {
    if fits { verdict } else { IdentifierVerdict::Wrong }
}

/// An address of Bitcoin is checked with its checksum and its network; those of other chains are not known here yet.
fn address(network: &str, text: &str) -> IdentifierVerdict {
    let fits: fn(Network) -> bool = match network {
        "" => |_| true,
        "bitcoin" | "bitcoin-mainnet" => |found| found == Network::Mainnet,
        "bitcoin-testnet" | "bitcoin-testnet3" | "bitcoin-testnet4" | "bitcoin-signet" => {
            |found| matches!(found, Network::Testnet | Network::TestnetOrRegtest)
        }
        "bitcoin-regtest" => |found| matches!(found, Network::Regtest | Network::TestnetOrRegtest),
        _ => return IdentifierVerdict::NotChecked,
    };
    let hits = Scanner::new().scan_bytes(text.as_bytes());
    let whole = hits.iter().find(|hit| {
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        hit.kind == Kind::BitcoinAddress && hit.offset == 0 && hit.length == length
    });
    match whole {
        Some(hit) => known(hit.network.is_some_and(fits), IdentifierVerdict::Verified),
        // Without a chain it may be an address of any other.
        None if network.is_empty() => IdentifierVerdict::NotChecked,
        None => IdentifierVerdict::Wrong,
    }
}

/// The identifier of a Bitcoin transaction is the hash of its bytes: it has a form and no checksum.
fn transaction(network: &str, text: &str) -> IdentifierVerdict {
    if !network.starts_with("bitcoin") {
        return IdentifierVerdict::NotChecked;
    }
    let fits = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
    known(fits, IdentifierVerdict::WellFormed)
}

/// The check digits of ISO 13616-1: the number with its first four signs at the end, letters as 10 to 35, leaves 1
/// when it is divided by 97.
fn is_iban(text: &str) -> bool {
    let signs: Vec<u8> = text.bytes().filter(|b| *b != b' ').collect();
    let head = signs.len() > 4
        && signs.len() <= MAX_IBAN
        && signs[..2].iter().all(u8::is_ascii_uppercase)
        && signs[2..4].iter().all(u8::is_ascii_digit);
    if !head || !signs.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
        return false;
    }
    let turned = signs[4..].iter().chain(&signs[..4]);
    let rest = turned.fold(0_u32, |rest, sign| match sign {
        b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter - b'A') + 10) % 97,
    });
    rest == 1
}

/// A mailbox: something before the last `@`, and a domain after it. Whether it exists only its host can say.
fn is_mail(text: &str) -> bool {
    let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    let parts = text.rsplit_once('@');
    plain
        && parts.is_some_and(|(local, domain)| {
            !local.is_empty() && domain.contains('.') && !domain.starts_with('.')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(kind: &str, network: &str, text: &str) -> IdentifierVerdict {
        Identifiers.check(&Identifier { kind: kind.into(), network: network.into(), text: text.into() })
    }

    #[test]
    fn what_has_a_checksum_is_checked_with_it() {
        use IdentifierVerdict::{NotChecked, Verified, WellFormed, Wrong};
        let good = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
        for (kind, network, text, expected) in [
            ("address", "bitcoin-testnet", good, Verified),
            ("address", "bitcoin-regtest", good, Verified),
            ("address", "", good, Verified),
            ("address", "bitcoin", good, Wrong),
            ("address", "bitcoin-testnet", "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfm", Wrong),
            ("address", "bitcoin-testnet", "send mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", Wrong),
            ("address", "tron", "TXYZ", NotChecked),
            ("address", "", "TXYZ", NotChecked),
            // ISO 13616-1 gives GB82 WEST 1234 5698 7654 32 as its example.
            ("iban", "", "GB82 WEST 1234 5698 7654 32", Verified),
            ("iban", "", "GB82 WEST 1234 5698 7654 33", Wrong),
            ("iban", "", "GB82", Wrong),
            ("iban", "", "gb82 west", Wrong),
            ("transaction", "bitcoin", &"0a".repeat(32), WellFormed),
            ("transaction", "bitcoin", &"0a".repeat(31), Wrong),
            ("transaction", "ethereum", "0x00", NotChecked),
            ("ip", "", "2001:db8::1", WellFormed),
            ("ip", "", "192.0.2.300", Wrong),
            ("e-mail", "", "someone@example.org", WellFormed),
            ("e-mail", "", "someone at example", Wrong),
            ("account", "Example Exchange", "user-17", NotChecked),
        ] {
            assert_eq!(verdict(kind, network, text), expected, "{kind} {network} {text}");
        }
    }

    #[test]
    fn an_account_number_is_taken_up_to_its_longest() {
        // Thirty zeroes after the head, with the check digits that ISO 7064 gives for them.
        let longest = format!("MT{:02}{}", 98 - 2229 * 100 % 97, "0".repeat(30));
        assert!(longest.len() == MAX_IBAN && is_iban(&longest), "{longest}");
        assert!(!is_iban(&format!("{longest}0")));
    }
}
