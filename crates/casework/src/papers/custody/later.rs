//! What else the print of a record of custody tells: damage, packages and their offers, sessions of the intake.

use std::collections::BTreeMap;

use comity_document::{Block, Field, Label, Value};
use comity_record::{ActTime, Sha256Digest};
use comity_scan::masked;

use super::{Record, one, table};
use crate::exhibit::PackageLeft;

/// Files that one row names; the entry has all of them.
const MAX_NAMED: usize = 20;

impl Record<'_> {
    /// What the node found when it read files again: damage, and what was whole again after that.
    pub(super) fn found(&self, files: &BTreeMap<Sha256Digest, &str>) -> Block {
        let told = self.exhibit.found.iter().filter_map(|found| Some((found, found.said.as_ref()?)));
        let rows = told.map(|(found, said)| {
            let named = said.files.iter().take(MAX_NAMED).map(|file| {
                files.get(file).map_or_else(
                    || Value::Identifier(file.to_string()),
                    |path| Value::Text(self.written.name(&masked(path))),
                )
            });
            let count = u64::try_from(said.files.len()).unwrap_or(u64::MAX);
            let finding = Value::Choice(format!("document-custody-found-{}", said.finding.as_str()));
            vec![
                one("document-moment", Value::Moment(found.at.clone())),
                one("document-custody-gap", finding),
                one("document-custody-file-count", Value::Number(count)),
                Field { label: Label::key("document-custody-file"), values: named.collect() },
                one("document-entry", Value::Identifier(found.entry.to_string())),
            ]
        });
        Block::Records(rows.collect())
    }

    /// The packages in which files of it left, for whom and why.
    pub(super) fn packages(&self, packages: &[PackageLeft]) -> Block {
        let rows = packages.iter().map(|package| {
            let said = package.leaving();
            let struck = package.withdrawn.iter();
            let struck = struck.map(|_| Value::Choice("document-custody-withdrawn".to_owned()));
            let person = said.iter().map(|said| Value::Text(self.written.name(&said.recipient)));
            vec![
                Value::Moment(package.packaged.at.clone()),
                Value::Several(struck.chain(person).collect()),
                Value::Identifier(said.map(|said| said.package.to_string()).unwrap_or_default()),
                self.party(&package.packaged.by),
                self.said(said.map(|said| &said.reason)),
            ]
        });
        table(
            "document-custody-packages",
            &[
                "document-moment",
                "document-custody-packaged-for",
                "document-annex-hash",
                "document-custody-packaged-by",
                "document-reason",
            ],
            rows.collect(),
        )
    }

    /// The offices that may fetch such a package, or might.
    pub(super) fn offers(&self, packages: &[PackageLeft]) -> Block {
        let rows = packages.iter().flat_map(|package| &package.offers).map(|made| {
            let to = made.to.iter().map(|office| Value::Text(self.written.name(office)));
            let name =
                made.offer.said.iter().map(|offer| Value::Text(self.written.name(&masked(&offer.name))));
            let standing = made.standing().into_iter().map(Value::Choice);
            let fields = [
                ("document-moment", vec![Value::Moment(made.offer.at.clone())]),
                ("document-custody-offered-to", to.collect()),
                ("document-custody-file", name.collect()),
                ("document-custody-offered-by", vec![self.party(&made.offer.by)]),
                ("document-custody-offer-standing", standing.collect()),
                ("document-entry", vec![Value::Identifier(made.offer.entry.to_string())]),
            ];
            let told = fields.into_iter().filter(|(_, values)| !values.is_empty());
            told.map(|(label, values)| Field { label: Label::key(label), values }).collect()
        });
        Block::Records(rows.collect())
    }

    /// The sessions of an intake that was interrupted, and where each went on.
    pub(super) fn sessions(&self) -> Block {
        let rows = (1..).zip(&self.received.sessions).map(|(number, session)| {
            let began = session
                .began
                .parse::<ActTime>()
                .map_or_else(|_| Value::Identifier(session.began.clone()), Value::Moment);
            let went_on = session.went_on.iter().take(MAX_NAMED).map(|file| {
                let path = Value::Text(self.written.name(&masked(&file.path)));
                Value::labelled(path, Value::Number(file.offset))
            });
            vec![
                Value::Number(number),
                began,
                Value::Number(session.files),
                Value::Several(went_on.collect()),
            ]
        });
        table(
            "document-custody-sessions",
            &[
                "document-annex-number",
                "document-custody-session-began",
                "document-custody-file-count",
                "document-custody-session-went-on",
            ],
            rows.collect(),
        )
    }
}
