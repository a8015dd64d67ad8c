//! A fuzz target per parser of foreign bytes, and a driver that runs them on the stable toolchain.
//!
//! Each crate that reads foreign bytes has a file in `src/targets/`, which gives [`Target`]s. The program of
//! this package (`cargo run -p comity-fuzz`) feeds each target its regression inputs (`corpus/<target>/`), its
//! seeds, and what the [`Mutator`] makes of both. A target fails by a panic, by not coming back in time, or by
//! asking for far more memory than its input warrants.
//!
//! It is not a coverage-guided fuzzer: the same seed gives the same inputs on every machine, so that a failure
//! in CI can be had again. `README.md` says how the same targets run under a guided one.
//!
//! ```
//! let targets = comity_fuzz::targets();
//! for target in &targets {
//!     for seed in (target.seeds)() {
//!         (target.run)(&seed);
//!     }
//! }
//! ```
//!
//! # Invariants
//!
//! - *Invariant:* the same seed gives the same inputs (`mutate::tests::the_same_seed_gives_the_same_inputs`).
//! - *Invariant:* every file of targets is run (`tests::every_file_of_targets_is_collected`).

pub mod mutate;
mod targets;

pub use mutate::Mutator;
pub use targets::all as targets;

/// One parser of foreign bytes, and how to try it.
#[derive(Clone, Copy)]
pub struct Target {
    /// The crate and what it reads: `scan-bytes`. Also the name of the folder of its regression inputs.
    pub name: &'static str,
    /// Inputs that reach deep: a well-formed one of each kind at least. Mutation starts from them.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Reads the bytes and panics if what must hold of the answer does not. An error is a fine answer.
    pub run: fn(&[u8]),
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_targets_is_collected() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/targets");
        let text = std::fs::read_to_string(folder.join("mod.rs")).unwrap();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let module = path.file_stem().unwrap().to_str().unwrap();
            if module != "mod" {
                assert!(text.contains(&format!("mod {module};")), "no `mod {module};` in targets/mod.rs");
                assert!(
                    text.contains(&format!("{module}::targets()")),
                    "{module}::targets() is not in the list"
                );
            }
        }
    }

    #[test]
    fn names_are_unique_and_fit_for_folders_and_every_target_has_a_seed() {
        let mut names = BTreeSet::new();
        for target in targets() {
            assert!(names.insert(target.name), "{} is there twice", target.name);
            assert!(target.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            assert!(!(target.seeds)().is_empty(), "{} has no seed", target.name);
        }
    }

    #[test]
    fn every_target_survives_its_seeds_and_the_empty_input() {
        for target in targets() {
            (target.run)(&[]);
            for seed in (target.seeds)() {
                (target.run)(&seed);
            }
        }
    }
}
