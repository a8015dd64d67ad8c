//! The tasks of sandboxed children: each reads one foreign input and answers in frames.

pub mod chain;
mod docx;
pub mod media;
mod pdf;
pub mod rules;
pub mod scan;

use comity_adapters::sandbox::Task;

/// Finds addresses and phrases in its input and in what lies inside it. Parameters: the kinds, one a line, none for all; and
/// [`scan::NO_DECODE`] on a line of its own where nothing is to be opened, [`scan::SECRETS`] where secrets are wanted in plain.
pub const SCAN: &str = "scan";

/// Reads the media in an image of a disk. No parameters; the answer is a [`comity_casework::exhibit::MediaRead`].
pub const MEDIA: &str = "media";
/// The same, and asks rules of users about every layer. Parameters: [`rules::parameters`].
pub const SCAN_RULES: &str = "scan-rules";

/// Compiles rules of users. Parameters: [`rules::Text`]s as JSON; the input is the texts one after the other.
pub const RULES: &str = "rules";

/// Answers a question about a chain of blocks. Parameters: [`chain::Ask`].
pub const CHAIN: &str = "chain";

/// Answers a question about a ledger, which it reads by itself. Parameters: a [`chain::stored::StoreAsk`].
pub const LEDGER: &str = "ledger";

/// Reads an edited document back. No parameters; the answer is a [`comity_document::docx::Read`].
pub const DOCX: &str = "docx";

/// Takes the twin out of a PDF. No parameters; the answers are the twin, and the signature beside it where there is one.
pub const PDF: &str = "pdf";

/// Every task of this program. What an error may carry is named, because whoever took over a child may not choose what
/// people are told.
pub const TASKS: &[Task] = &[
    Task {
        name: SCAN,
        codes: comity_scan::CODES,
        args: scan::ARGS,
        folders: None,
        threads: false,
        run: scan::run,
    },
    Task {
        name: MEDIA,
        codes: comity_unpack::CODES,
        args: media::ARGS,
        folders: None,
        threads: false,
        run: media::run,
    },
    Task {
        name: SCAN_RULES,
        codes: rules::SCAN_CODES,
        args: scan::ARGS,
        folders: None,
        threads: true,
        run: scan::run,
    },
    Task {
        name: RULES,
        codes: comity_rules::CODES,
        args: rules::ARGS,
        folders: None,
        // The compiler starts one for its stack, where the C library gives threads little.
        threads: true,
        run: rules::run,
    },
    Task {
        name: DOCX,
        codes: comity_document::docx::CODES,
        args: docx::ARGS,
        folders: None,
        threads: false,
        run: docx::run,
    },
    Task {
        name: PDF,
        codes: comity_document::attached::CODES,
        args: pdf::ARGS,
        folders: None,
        threads: false,
        run: pdf::run,
    },
    Task {
        name: LEDGER,
        codes: chain::EVERY_CODE,
        args: chain::ARGS,
        folders: Some(chain::stored::folders),
        threads: false,
        run: chain::stored::run,
    },
    Task {
        name: CHAIN,
        codes: chain::EVERY_CODE,
        args: chain::ARGS,
        folders: None,
        threads: false,
        run: chain::run,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_a_ledger_is_declared_once() {
        let mut codes = chain::EVERY_CODE.to_vec();
        assert!(codes.contains(&"comity-chain-unknown-transaction") && codes.contains(&"disk-missing"));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), chain::EVERY_CODE.len());
        assert!(!codes.contains(&""));
    }

    #[test]
    fn every_value_of_a_message_of_a_task_is_declared() {
        let documents = include_str!("../../../packs/locales/en/document.ftl");
        let (pdf, docx) = documents.split_once("document-docx-too-large").unwrap();
        let chain = include_str!("../../../packs/locales/en/chain.ftl");
        let ledger = [chain, include_str!("../../../packs/locales/en/disk.ftl")].concat();
        let words = [
            include_str!("../../../packs/locales/en/scan.ftl"),
            include_str!("../../../packs/locales/en/unpack.ftl"),
            include_str!("../../../packs/locales/en/scan.ftl"),
            include_str!("../../../packs/locales/en/rules.ftl"),
            docx,
            pdf.split_once("document-pdf-too-large").unwrap().1,
            &ledger,
            chain,
        ];
        for (task, words) in TASKS.iter().zip(words) {
            for value in words.split("{ $").skip(1) {
                let value = value.split(' ').next().unwrap();
                assert!(task.args.contains(&value), "{}: {value}", task.name);
            }
        }
    }
}
