//! How a case is named on the command line.

use std::convert::Infallible;
use std::str::FromStr;

/// A case as somebody types it: by its identifier or the first letters of it, or by its number in the register. Which case that
/// is follows from those that the officer may read ([`Opened::case`](crate::folder::Opened::case)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseName(pub String);

impl FromStr for CaseName {
    type Err = Infallible;

    fn from_str(typed: &str) -> Result<Self, Infallible> {
        Ok(Self(typed.trim().to_owned()))
    }
}
