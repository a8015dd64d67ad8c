//! Whole texts read as what they are said to be: an account number, a telephone number, a domain.
//!
//! Whether there is such an account, number or domain is not asked: that only its holder can tell.

pub mod iban;
pub mod internet;
pub mod number;
pub mod telephone;

use crate::hit::Class;

/// A text that can be what it is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// How sure that is.
    pub class: Class,
    /// The one spelling by which equal ones are recognised.
    pub canonical: String,
}

/// Why a text is not what it is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SyntaxError {
    /// It has signs, or an order of signs, that its kind does not have.
    #[error("it does not have the form of its kind")]
    Form,
    /// It has more or fewer signs than its kind has.
    #[error("it has {found} signs, and {expected} are expected")]
    Length {
        /// Signs of its kind; the nearest number where there are several.
        expected: usize,
        /// Signs that it has.
        found: usize,
    },
    /// Only its checksum does not fit: a sign was left out, changed or mistyped.
    #[error("its checksum does not fit")]
    Checksum,
}
