//! Stable codes for everything that a person may have to be told.

/// An error that a person may see.
///
/// The words are not in the code: `packs/locales/<language>/` holds, for each code, a message and a `.do`
/// attribute that says what to do. The code itself never changes once released, so that a support desk, a
/// test and a script can rely on it.
pub trait Coded {
    /// The stable code, in kebab case, beginning with the name of the crate: `scan-file-unreadable`.
    fn code(&self) -> &'static str;

    /// The named values that the message speaks of. Never a secret, and never personal data.
    fn args(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
