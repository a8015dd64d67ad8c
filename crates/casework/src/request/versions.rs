//! The kept versions of a request, and what one says differently from another.

use std::sync::Arc;

use comity_record::Language;
use comity_request::{FieldChange, changes};
use serde_json::{Value as Json, json};

use super::error::RequestError;
use super::fold::{Request, Version};

/// What one version of a request says differently from another.
#[derive(Clone, Debug)]
pub struct VersionChanges {
    /// The version that is compared from.
    pub from: Arc<Version>,
    /// The version that is compared to.
    pub to: Arc<Version>,
    /// Fields with other values.
    pub fields: Vec<FieldChange>,
}

impl Request {
    /// Compares two kept versions by their numbers: without any, the last one with the one before it.
    ///
    /// # Errors
    /// Fails for a number that no version has.
    pub fn compare_versions(
        &self,
        from: Option<u32>,
        to: Option<u32>,
    ) -> Result<VersionChanges, RequestError> {
        let kept = |number: u32| {
            let found = self.versions.iter().find(|version| version.request.number == number).cloned();
            found.ok_or(RequestError::NoVersion { number, last: self.version().request.number })
        };
        let to = kept(to.unwrap_or(self.version().request.number))?;
        let from = kept(from.unwrap_or_else(|| to.request.number.saturating_sub(1).max(1)))?;
        let fields = changes(&from.request.draft, &to.request.draft);
        Ok(VersionChanges { from, to, fields })
    }
}

impl VersionChanges {
    /// Whether the two say the same, in the same languages, by the same form, citing the same instruments.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
            && self.cited().is_none()
            && self.translation().is_none()
            && !self.other_form()
            && !self.other_law()
    }

    /// The instruments that each cites, where they are not the same.
    pub fn cited(&self) -> Option<(&[String], &[String])> {
        let (from, to) = (&self.from.request.draft.cited, &self.to.request.draft.cited);
        (from != to).then_some((from, to))
    }

    /// The language beside that of the drafter, where it is not the same.
    pub fn translation(&self) -> Option<(Option<&Language>, Option<&Language>)> {
        let (from, to) = (&self.from.request.draft.translation, &self.to.request.draft.translation);
        (from != to).then_some((from.as_ref(), to.as_ref()))
    }

    /// Whether the form was another one.
    pub fn other_form(&self) -> bool {
        self.from.request.draft.form_digest != self.to.request.draft.form_digest
    }

    /// Whether another law pack answered.
    pub fn other_law(&self) -> bool {
        self.from.request.law_pack != self.to.request.law_pack
    }

    /// The key of the label of a field, in the version that has it.
    pub fn label<'a>(&'a self, change: &'a FieldChange) -> &'a str {
        let versions = [&self.to, &self.from];
        let mut fields =
            versions.iter().flat_map(|version| &version.request.sections).flat_map(|section| &section.fields);
        fields.find(|field| field.id == change.name()).map_or(change.name(), |field| &field.label)
    }

    /// The same for programs.
    pub fn told(&self) -> Json {
        let pair = |from: Json, to: Json| json!({ "before": from, "after": to });
        json!({
            "from": head(&self.from), "to": head(&self.to), "fields": self.fields,
            "cited": self.cited().map(|(from, to)| pair(json!(from), json!(to))),
            "translation": self.translation().map(|(from, to)| pair(json!(from), json!(to))),
            "other_form": self.other_form(), "other_law": self.other_law(),
        })
    }
}

/// Which version, by whom and when.
fn head(version: &Version) -> Json {
    json!({
        "number": version.request.number, "entry": version.entry, "by": version.by, "act": version.act,
        "digest": version.digest,
    })
}
