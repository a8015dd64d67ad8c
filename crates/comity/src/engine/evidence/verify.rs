//! What came of the checks of a package, told one by one.

use std::fmt::Display;
use std::process::ExitCode;

use comity_casework::evidence::{self, PackageFinding};
use comity_evidence::bag::Check;
use comity_evidence::{Answer, Report, Verdict};
use comity_record::sign::VerifyingKey;
use comity_record::{Coded, KeyId};
use serde_json::json;

use crate::out::{Out, clean};

/// What whoever checks asked for besides.
pub struct Asked {
    /// The key of the signer as he knows it, or the identifier of it, by its digits.
    pub signer: Option<String>,
    /// The same of the node.
    pub node: Option<String>,
    /// Whether he named authorities for time-stamps.
    pub stamps: bool,
}

/// What was checked.
pub struct Checked {
    report: Report,
    exhibits: Option<evidence::Checked>,
    /// The checks that there are for what was checked.
    checks: &'static [Check],
}

/// What came of one check, in words.
struct Line {
    check: &'static str,
    verdict: Verdict,
    /// The codes and sentences that say why it did not pass.
    because: Vec<(&'static str, String)>,
}

/// Why it cannot be said that a key is the right one, or that it is not.
#[derive(Clone, Copy, Debug, thiserror::Error)]
enum KeyFinding {
    #[error("signed by another key, {0}")]
    Other(KeyId),
    #[error("no key was given to compare {0} with")]
    NotGiven(KeyId),
    #[error("no signature holds")]
    NoSignature,
    #[error("the log is of another node, {0}")]
    OtherNode(KeyId),
    #[error("no key was given to compare {0} with")]
    NodeNotGiven(KeyId),
    #[error("no journal holds")]
    NoJournal,
}

impl Coded for KeyFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::Other(_) => "comity-signer-other",
            Self::NotGiven(_) => "comity-signer-not-given",
            Self::NoSignature => "comity-signer-no-signature",
            Self::OtherNode(_) => "comity-node-other",
            Self::NodeNotGiven(_) => "comity-node-not-given",
            Self::NoJournal => "comity-node-no-journal",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Other(key) | Self::NotGiven(key) | Self::OtherNode(key) | Self::NodeNotGiven(key) => {
                vec![("key", key.to_string())]
            }
            Self::NoSignature | Self::NoJournal => vec![],
        }
    }
}

impl Checked {
    /// The report on a package, and what was checked beside it where it is one of exhibits.
    pub fn bag(report: Report, exhibits: Option<evidence::Checked>) -> Self {
        Self { report, exhibits, checks: &Check::ALL }
    }

    /// The report on files that were sealed where they lie.
    pub fn in_place(report: Report) -> Self {
        Self { report, exhibits: None, checks: &[Check::Seal, Check::Signature] }
    }

    /// Tells what came of each check, and of all.
    pub fn tell(self, out: &Out, asked: &Asked) -> ExitCode {
        let Asked { signer, node, stamps } = asked;
        let answers = self.report.answers();
        let answers = answers.iter().filter(|answer| self.checks.contains(&answer.check));
        let mut lines: Vec<_> = answers.map(|answer| of_answer(out, answer)).collect();
        let mut verdicts = vec![self.report.verdict()];
        for answer in self.exhibits.iter().flat_map(|exhibits| &exhibits.answers) {
            let because: Vec<_> = answer.because.iter().map(|finding| of(out, finding)).collect();
            lines.push(Line { check: answer.check.as_str(), verdict: answer.verdict(), because });
            // What a package need not have is told, and asked for by nobody.
            let missed = *stamps && answer.because == Some(PackageFinding::NoTimestamps);
            let open = missed || answer.because.as_ref().is_some_and(PackageFinding::is_open);
            verdicts.extend((open || answer.verdict() == Verdict::Fail).then(|| answer.verdict()));
        }
        let signed = self.report.signed.as_ref().map(|signed| signed.key);
        let words = [KeyFinding::Other, KeyFinding::NotGiven];
        lines.push(of_key(out, "signer", signed, signer.as_deref(), words, KeyFinding::NoSignature));
        verdicts.extend(signer.as_ref().map(|_| lines[lines.len() - 1].verdict));
        if self.exhibits.as_ref().is_some_and(|of| of.record.is_some()) || node.is_some() {
            let found = self.exhibits.as_ref().and_then(|exhibits| exhibits.node);
            let words = [KeyFinding::OtherNode, KeyFinding::NodeNotGiven];
            lines.push(of_key(out, "node", found, node.as_deref(), words, KeyFinding::NoJournal));
            verdicts.extend(node.as_ref().map(|_| lines[lines.len() - 1].verdict));
        }
        let verdict = [Verdict::Fail, Verdict::CannotDecide].into_iter().find(|it| verdicts.contains(it));
        let verdict = verdict.unwrap_or(Verdict::Pass);
        let partly = verdict == Verdict::Pass && lines.iter().any(|line| line.verdict != Verdict::Pass);
        let (word, code) = match verdict {
            Verdict::Pass if partly => ("partly", ExitCode::SUCCESS),
            Verdict::Pass => ("pass", ExitCode::SUCCESS),
            Verdict::Fail => ("fail", ExitCode::FAILURE),
            Verdict::CannotDecide => ("undecided", ExitCode::from(3)),
        };
        let findings: Vec<_> = self
            .report
            .findings
            .iter()
            .map(|finding| {
                let advice = out.advice(finding);
                json!({ "code": advice.code, "message": advice.what, "to_do": advice.to_do })
            })
            .collect();
        let checks: Vec<_> = lines
            .iter()
            .map(|line| {
                let because = line.because.iter();
                let because: Vec<_> =
                    because.map(|(code, what)| json!({ "code": code, "message": what })).collect();
                json!({ "check": line.check, "verdict": line.verdict.as_str(), "because": because })
            })
            .collect();
        let signed = self.report.signed.as_ref().map(|signed| {
            json!({
                "key": signed.key, "key_id": signed.key.key_id(), "signer": signed.signer, "at": signed.at,
                "root": signed.root,
            })
        });
        let stamped: Vec<_> = self.exhibits.iter().flat_map(|exhibits| &exhibits.stamped).collect();
        let times = stamped.iter().map(|at| json!({ "path": at.path, "time": at.time, "until": at.until }));
        let answer = json!({
            "verdict": verdict.as_str(), "checks": checks, "signed": signed,
            "stamped": times.collect::<Vec<_>>(), "findings": findings,
        });
        out.answer(&answer, |out| {
            for line in &lines {
                line.tell(out);
            }
            if let Some(signed) = &self.report.signed {
                let signer = clean(signed.signer.as_deref().unwrap_or("-"));
                let values = [
                    ("signer", signer.as_str()),
                    ("at", signed.at.as_str()),
                    ("key", &signed.key.to_string()),
                ];
                out.say("comity-signed-by", &values);
            }
            for at in &stamped {
                let values = [
                    ("path", clean(&at.path)),
                    ("time", at.time.to_string()),
                    ("until", at.until.to_string()),
                ];
                let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
                out.say("comity-stamped-at", &values);
            }
            out.say(&format!("comity-verdict-{word}"), &[]);
        });
        code
    }
}

/// Whether a key is the one that was asked for.
fn of_key(
    out: &Out,
    check: &'static str,
    found: Option<VerifyingKey>,
    asked: Option<&str>,
    [other, not_given]: [fn(KeyId) -> KeyFinding; 2],
    none: KeyFinding,
) -> Line {
    let (verdict, finding) = match (found, asked) {
        (Some(found), Some(asked))
            if [found.to_string(), found.key_id().to_string()].contains(&asked.to_owned()) =>
        {
            (Verdict::Pass, None)
        }
        (Some(found), Some(_)) => (Verdict::Fail, Some(other(found.key_id()))),
        (Some(found), None) => (Verdict::CannotDecide, Some(not_given(found.key_id()))),
        (None, _) => (Verdict::CannotDecide, Some(none)),
    };
    Line { check, verdict, because: finding.iter().map(|finding| of(out, finding)).collect() }
}

impl Line {
    fn tell(&self, out: &Out) {
        let check = out.message(&format!("comity-check-{}", self.check), &[]);
        let word = match self.verdict {
            Verdict::Pass => "comity-checked-pass",
            Verdict::Fail => "comity-checked-fail",
            Verdict::CannotDecide => "comity-checked-undecided",
        };
        out.say(word, &[("check", &check)]);
        for (_, what) in &self.because {
            out.line(&format!("    {what}"));
        }
    }
}

fn of_answer(out: &Out, answer: &Answer<'_>) -> Line {
    let found = answer.findings.iter().map(|finding| of(out, *finding));
    let because = found.chain(answer.because.iter().map(|note| of(out, note))).collect();
    Line { check: answer.check.as_str(), verdict: answer.verdict, because }
}

fn of<E: Coded + Display>(out: &Out, error: &E) -> (&'static str, String) {
    let advice = out.advice(error);
    (error.code(), advice.what)
}
