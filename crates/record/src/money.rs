//! Amounts: whole numbers of the smallest unit, never floats.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Digits that the widest ledger we know (256-bit, Ethereum) leaves to one real holding, with room.
const MAX_DECIMALS: u8 = 30;

/// Letters and digits of a virtual asset's ticker.
const MAX_TICKER: usize = 12;

/// What is wrong with an amount or its unit.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AmountError {
    /// Not a currency of ISO 4217, nor `TICKER/decimals`.
    #[error("{0:?} is neither a currency of ISO 4217 nor a virtual asset written as TICKER/decimals")]
    Unit(String),
    /// Not a decimal number, or more decimals than the unit has.
    #[error("{0:?} is not a decimal number with at most {1} decimals")]
    Number(String, u8),
    /// Beyond what the type holds.
    #[error("the amount is too large")]
    TooLarge,
    /// Two units that do not add up.
    #[error("amounts of {0} and {1} do not add up")]
    UnitsDiffer(String, String),
}

impl crate::Coded for AmountError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unit(_) => "record-amount-unit",
            Self::Number(..) => "record-amount-number",
            Self::TooLarge => "record-amount-too-large",
            Self::UnitsDiffer(..) => "record-amount-units-differ",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unit(text) => vec![("text", text.clone())],
            Self::Number(text, decimals) => vec![("text", text.clone()), ("decimals", decimals.to_string())],
            Self::TooLarge => vec![],
            Self::UnitsDiffer(a, b) => vec![("first", a.clone()), ("second", b.clone())],
        }
    }
}

/// What an amount counts: money of a state (`UZS`), or a virtual asset with its decimals (`BTC/8`).
///
/// No register of tickers is authoritative, so an asset carries its decimals with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency {
    ticker: [u8; MAX_TICKER],
    decimals: u8,
    asset: bool,
}

impl Currency {
    /// Bitcoin, counted in satoshis.
    pub const BITCOIN: Self = Self { ticker: *b"BTC\0\0\0\0\0\0\0\0\0", decimals: 8, asset: true };

    /// The code of ISO 4217, or the ticker of the asset.
    pub fn ticker(&self) -> &str {
        let end = self.ticker.iter().position(|b| *b == 0).unwrap_or(MAX_TICKER);
        std::str::from_utf8(&self.ticker[..end]).expect("only ASCII is taken")
    }

    /// Decimals between the smallest unit and the unit that people speak of.
    pub fn decimals(&self) -> u8 {
        self.decimals
    }

    /// Whether this is a virtual asset, not money of a state.
    pub fn is_asset(&self) -> bool {
        self.asset
    }
}

impl FromStr for Currency {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || AmountError::Unit(text.chars().take(20).collect());
        let (name, decimals, asset) = match text.split_once('/') {
            Some((name, digits)) => {
                let decimals: u8 = digits.parse().map_err(|_| refuse())?;
                if decimals.to_string() != digits || decimals > MAX_DECIMALS {
                    return Err(refuse());
                }
                (name, decimals, true)
            }
            None => {
                let currency = iso_currency::Currency::from_code(text).ok_or_else(refuse)?;
                let exponent = currency.exponent().ok_or_else(refuse)?;
                (text, u8::try_from(exponent).map_err(|_| refuse())?, false)
            }
        };
        let plain = (1..=MAX_TICKER).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if !plain {
            return Err(refuse());
        }
        let mut ticker = [0; MAX_TICKER];
        ticker[..name.len()].copy_from_slice(name.as_bytes());
        Ok(Self { ticker, decimals, asset })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.ticker())?;
        if self.asset {
            write!(f, "/{}", self.decimals)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Currency({self})")
    }
}

impl TryFrom<String> for Currency {
    type Error = AmountError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.to_string()
    }
}

/// An exact amount: a whole number of the smallest unit of its currency.
///
/// Serialised as decimal text, so that no reader in another language loses digits to a float.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "AmountText", into = "AmountText")]
pub struct Amount {
    minor_units: i128,
    currency: Currency,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AmountText {
    minor_units: String,
    currency: Currency,
}

impl Amount {
    /// So many of the smallest unit: tiyin, dirams, satoshis.
    pub fn from_minor_units(minor_units: i128, currency: Currency) -> Self {
        Self { minor_units, currency }
    }

    /// Reads what people write: `0.5` of BTC is 50,000,000 satoshis.
    ///
    /// # Errors
    /// Fails for anything but plain decimal digits, or for more decimals than the currency has.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, AmountError> {
        let refuse = || AmountError::Number(text.chars().take(60).collect(), currency.decimals());
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let dangling_point = digits.ends_with('.');
        let decimals = usize::from(currency.decimals());
        if whole.is_empty()
            || dangling_point
            || fraction.len() > decimals
            || !all_digits(whole)
            || !all_digits(fraction)
        {
            return Err(refuse());
        }
        let padded = format!("{whole}{fraction:0<decimals$}");
        let minor_units: i128 = padded.parse().map_err(|_| AmountError::TooLarge)?;
        Ok(Self { minor_units: sign * minor_units, currency })
    }

    /// The whole number of smallest units.
    pub fn minor_units(&self) -> i128 {
        self.minor_units
    }

    /// What is counted.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The sum of two amounts of one currency.
    ///
    /// # Errors
    /// Fails when the currencies differ, or the sum is beyond what the type holds.
    pub fn checked_add(self, other: Self) -> Result<Self, AmountError> {
        if self.currency != other.currency {
            return Err(AmountError::UnitsDiffer(self.currency.to_string(), other.currency.to_string()));
        }
        let minor_units = self.minor_units.checked_add(other.minor_units).ok_or(AmountError::TooLarge)?;
        Ok(Self { minor_units, currency: self.currency })
    }
}

impl fmt::Display for Amount {
    /// All decimals of the unit, then the ticker: `0.50000000 BTC`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::from(self.currency.decimals());
        let sign = if self.minor_units < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor_units.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let point = if decimals == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction} {}", self.currency.ticker())
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amount({self})")
    }
}

impl TryFrom<AmountText> for Amount {
    type Error = AmountError;

    fn try_from(text: AmountText) -> Result<Self, Self::Error> {
        let refuse = || AmountError::Number(text.minor_units.chars().take(60).collect(), 0);
        let minor_units: i128 = text.minor_units.parse().map_err(|_| refuse())?;
        if minor_units.to_string() != text.minor_units {
            return Err(refuse());
        }
        Ok(Self { minor_units, currency: text.currency })
    }
}

impl From<Amount> for AmountText {
    fn from(amount: Amount) -> Self {
        Self { minor_units: amount.minor_units.to_string(), currency: amount.currency }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_of_the_seven_have_their_decimals() {
        for (code, decimals) in
            [("AFN", 2), ("IRR", 2), ("KZT", 2), ("KGS", 2), ("PKR", 2), ("TJS", 2), ("UZS", 2), ("JPY", 0)]
        {
            assert_eq!(code.parse::<Currency>().unwrap().decimals(), decimals, "{code}");
        }
        for wrong in ["uzs", "ZZZ", "BTC", "BTC/08", "BTC/31", "/8", "btc/8", "TOOLONGTICKER/2"] {
            assert!(wrong.parse::<Currency>().is_err(), "{wrong}");
        }
        assert_eq!("BTC/8".parse::<Currency>().unwrap(), Currency::BITCOIN);
    }

    #[test]
    fn amounts_are_read_exactly_or_not_at_all() {
        let sat = |text| Amount::parse(text, Currency::BITCOIN).map(|a| a.minor_units()).ok();
        assert_eq!(sat("0.5"), Some(50_000_000));
        assert_eq!(sat("21000000"), Some(2_100_000_000_000_000));
        assert_eq!(sat("-0.00000001"), Some(-1));
        for wrong in ["", ".5", "5.", "1,5", "1e3", "0.000000001", " 1", "+1", "--1", "٥"] {
            assert_eq!(sat(wrong), None, "{wrong}");
        }
        assert_eq!(Amount::from_minor_units(-1, Currency::BITCOIN).to_string(), "-0.00000001 BTC");
        let yen = "JPY".parse().unwrap();
        assert_eq!(Amount::from_minor_units(120, yen).to_string(), "120 JPY");
    }

    #[test]
    fn sums_keep_to_one_currency() {
        let one = Amount::from_minor_units(1, Currency::BITCOIN);
        assert_eq!(one.checked_add(one).unwrap().minor_units(), 2);
        let sum = Amount::from_minor_units(1, "UZS".parse().unwrap());
        assert!(matches!(one.checked_add(sum), Err(AmountError::UnitsDiffer(..))));
        let most = Amount::from_minor_units(i128::MAX, Currency::BITCOIN);
        assert!(matches!(most.checked_add(one), Err(AmountError::TooLarge)));
    }
}
