//! Long runs of letters of one kind, found by looking at few of the bytes.

/// A set of bytes.
pub(crate) struct Letters([bool; 256]);

impl Letters {
    pub(crate) const fn new(letters: &[u8]) -> Self {
        let mut set = [false; 256];
        let mut at = 0;
        while at < letters.len() {
            set[letters[at] as usize] = true;
            at += 1;
        }
        Self(set)
    }

    pub(crate) fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }

    /// How many of the first bytes are in the set.
    pub(crate) fn leading(&self, bytes: &[u8]) -> usize {
        bytes.iter().position(|byte| !self.has(*byte)).unwrap_or(bytes.len())
    }

    /// Where the next run of at least `least` letters begins, at or after `from`. Of a shorter run at most one byte in
    /// `least` is looked at.
    pub(crate) fn run(&self, bytes: &[u8], from: usize, least: usize) -> Option<usize> {
        // No run that begins before `start` is long enough.
        let mut start = from;
        while let Some(last) = bytes.get(start + least - 1) {
            if !self.has(*last) {
                start += least;
                continue;
            }
            // Backwards from the last byte that a run from `start` must have.
            match bytes[start..start + least - 1].iter().rposition(|byte| !self.has(*byte)) {
                None => return Some(start),
                Some(gap) => start += gap + 1,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SET: Letters = Letters::new(b"ab");

    proptest! {
        #[test]
        fn the_first_long_run_is_found(bytes in "[abc]{0,60}", from in 0_usize..20, least in 1_usize..6) {
            let slow = (from..bytes.len()).find(|start| SET.leading(&bytes.as_bytes()[*start..]) >= least);
            prop_assert_eq!(SET.run(bytes.as_bytes(), from, least), slow);
        }
    }
}
