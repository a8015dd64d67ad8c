//! What differs between two drafts of a request, field by field, and putting such a difference into a third.

use std::collections::BTreeSet;

use comity_record::Language;
use serde::{Deserialize, Serialize};

use crate::draft::{Draft, FieldPath};
use crate::value::Value;

/// Another value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field; in a list of as many values before as after, with its place, from 1: `actions_wanted.2`. What is a
    /// translation of words of a composed value names the part, too: `items_wanted.2.link`.
    pub field: String,
    /// Where it is what the field says in the other language, and not what it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translates: Option<Translates>,
    /// What it held; nothing if it was empty.
    pub before: Option<Value>,
    /// What it holds now.
    pub after: Option<Value>,
}

/// What a translation is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translates {
    /// The language of the translation.
    pub language: Language,
    /// The text that is translated.
    pub of: String,
}

/// The fields that two drafts fill differently, in the order of their names, each followed by its texts that are
/// translated otherwise. Words that are only spaced otherwise are the
/// same words: paper does not keep spaces.
pub fn changes(before: &Draft, after: &Draft) -> Vec<FieldChange> {
    let fields: BTreeSet<&String> = before.values.keys().chain(after.values.keys()).collect();
    let mut changes = vec![];
    for field in fields {
        match (before.value(field), after.value(field)) {
            (Some(Value::List(old)), Some(Value::List(new))) if old.len() == new.len() => {
                let each = (1..).zip(old.iter().zip(new));
                let changed = each.filter(|(_, (old, new))| !is_same(Some(old), Some(new)));
                changes.extend(changed.map(|(place, (old, new)): (usize, _)| FieldChange {
                    field: format!("{field}.{place}"),
                    translates: None,
                    before: Some(old.clone()),
                    after: Some(new.clone()),
                }));
            }
            (old, new) if !is_same(old, new) => {
                let field = field.clone();
                let (before, after) = (old.cloned(), new.cloned());
                changes.push(FieldChange { field, translates: None, before, after });
            }
            _ => {}
        }
        changes.extend(translations(before, after, field));
    }
    changes
}

/// What words that were edited on paper change in the draft that was printed: the words of each place, all of one value
/// together, so that they fit this value and no other.
pub fn edited(printed: &Draft, words: impl IntoIterator<Item = (String, String)>) -> Vec<FieldChange> {
    let mut draft = printed.clone();
    for (path, words) in words {
        if let Some(text) = draft.text_at_mut(&path) {
            *text = words;
        }
    }
    changes(printed, &draft).into_iter().filter(|change| change.translates.is_none()).collect()
}

/// The texts of a field that both drafts have, or the later one, and that are translated otherwise in it.
fn translations<'a>(
    before: &'a Draft,
    after: &'a Draft,
    field: &'a str,
) -> impl Iterator<Item = FieldChange> + use<'a> {
    let texts = after.value(field).map(Value::prose).unwrap_or_default();
    let said = |draft: &Draft, of: &str| draft.translations.get(of).cloned().map(Value::Text);
    texts.into_iter().filter_map(move |of| {
        let language = after.translation.clone().or_else(|| before.translation.clone())?;
        let (old, new) = (said(before, of), said(after, of));
        (!is_same(old.as_ref(), new.as_ref())).then(|| FieldChange {
            field: field.to_owned(),
            translates: Some(Translates { language, of: of.to_owned() }),
            before: old,
            after: new,
        })
    })
}

impl FieldChange {
    /// The name of the field, without a place in it.
    pub fn name(&self) -> &str {
        FieldPath::of(&self.field).field
    }

    /// Puts the new value into a draft. Gives `false`, and changes nothing, where the draft holds something else by now
    /// than the value was changed from.
    #[must_use]
    pub fn put(&self, draft: &mut Draft) -> bool {
        if let Some(translates) = &self.translates {
            return self.put_translation(translates, draft);
        }
        let place = FieldPath::of(&self.field);
        if let Some(at) = place.at {
            let Some(Value::List(items)) = draft.values.get_mut(place.field) else { return false };
            let (Some(item), Some(after)) = (items.get_mut(at), &self.after) else { return false };
            let same = is_same(Some(item), self.before.as_ref());
            if same {
                item.clone_from(after);
            }
            return same;
        }
        let same = is_same(draft.value(&self.field), self.before.as_ref());
        if same {
            match &self.after {
                Some(after) => drop(draft.values.insert(self.field.clone(), after.clone())),
                None => drop(draft.values.remove(&self.field)),
            }
        }
        same
    }
}

impl FieldChange {
    fn put_translation(&self, translates: &Translates, draft: &mut Draft) -> bool {
        let Translates { language, of } = translates;
        let same =
            is_same(draft.translations.get(of).cloned().map(Value::Text).as_ref(), self.before.as_ref());
        if draft.translation.as_ref() != Some(language) || !same {
            return false;
        }
        // The text itself may have been changed along with what it says in the other language.
        let there = draft.prose().contains(&of.as_str());
        // A first translation is of the text that was read, and of no other.
        if !there && self.before.is_none() {
            return false;
        }
        let now = if there { Some(of.clone()) } else { draft.text_at(&self.field).map(str::to_owned) };
        let Some(now) = now else { return false };
        draft.translations.remove(of);
        if let Some(Value::Text(words)) = &self.after {
            draft.translations.insert(now, words.clone());
        }
        true
    }
}

fn is_same(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(Value::Text(one)), Some(Value::Text(other))) => {
            one.split_whitespace().eq(other.split_whitespace())
        }
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn draft(values: &[(&str, Value)]) -> Draft {
        let question = comity_law::Question {
            from: "TJ".parse().unwrap(),
            to: "KZ".parse().unwrap(),
            on: "2026-11-23".parse().unwrap(),
            measure: "preservation".into(),
            offences: vec![],
        };
        Draft {
            form: "preservation".into(),
            form_digest: comity_record::Sha256Digest::of(&[]),
            question,
            cited: vec![],
            language: "en".parse().unwrap(),
            translation: None,
            exercise: true,
            values: values.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect(),
            translations: BTreeMap::new(),
        }
    }

    fn text(words: &str) -> Value {
        Value::Text(words.into())
    }

    #[test]
    fn what_differs_is_told_by_field_and_place_and_can_be_put_elsewhere() {
        let list = |words: &[&str]| Value::List(words.iter().map(|w| text(w)).collect());
        let before = draft(&[
            ("data", list(&["one", "two"])),
            ("facts", text("On  this\nday")),
            ("gone", Value::Number(3)),
            ("more", list(&["one"])),
        ]);
        let after = draft(&[
            ("data", list(&["one", "three"])),
            ("facts", text("On this day")),
            ("more", list(&["one", "two"])),
            ("new", Value::Flag(true)),
        ]);
        let found = changes(&before, &after);
        let fields: Vec<_> = found.iter().map(|change| (change.field.as_str(), change.name())).collect();
        assert_eq!(fields, [("data.2", "data"), ("gone", "gone"), ("more", "more"), ("new", "new")]);
        let mut other = before.clone();
        assert!(found.iter().all(|change| change.put(&mut other)));
        assert_eq!(changes(&other, &after), []);
        // Nothing of it fits any more.
        let same = other.clone();
        assert!(!found.iter().any(|change| change.put(&mut other)));
        assert_eq!(other, same);
        assert!(!found[0].put(&mut draft(&[])), "a place that is not there takes nothing");
    }

    #[test]
    fn words_edited_on_paper_are_changes_of_the_whole_value_and_fit_no_other() {
        let item = |what: &str, link: &str| {
            Value::Item(crate::value::Item {
                what: what.into(),
                link: link.into(),
                offence: String::new(),
                account: String::new(),
            })
        };
        let list = |items: &[Value]| draft(&[("items", Value::List(items.to_vec())), ("facts", text("one"))]);
        let printed = list(&[item("Log A", "why"), item("Log B", "why")]);
        let words = [("items.2.link", "only B"), ("items.2.what", "Log B2"), ("facts", "two")];
        let found = edited(&printed, words.into_iter().map(|(at, words)| (at.to_owned(), words.to_owned())));
        let fields: Vec<_> = found.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(fields, ["facts", "items.2"]);
        let mut held = printed.clone();
        assert!(found.iter().all(|change| change.put(&mut held)));
        assert_eq!(held.values["items"], Value::List(vec![item("Log A", "why"), item("Log B2", "only B")]));
        assert_eq!((held.text_at("items.2.link"), held.text_at("facts")), (Some("only B"), Some("two")));
        // Another item stands in its place by now, though its words are the same.
        let mut moved = list(&[item("Log C", "why"), item("Log A", "why"), item("Log B", "why")]);
        let before = moved.clone();
        assert!(!found[1].put(&mut moved));
        assert_eq!(moved, before);
        // Words of a place that is not there are words of nothing.
        let none = edited(&printed, [("items.9.link".to_owned(), "x".to_owned())]);
        assert_eq!(none, []);
    }

    #[test]
    fn a_translation_is_a_change_of_its_own_and_follows_a_text_that_is_changed_with_it() {
        let translated = |text: &str, says: Option<&str>| {
            let mut draft = draft(&[("facts", self::text(text))]);
            draft.translation = Some("ru".parse().unwrap());
            draft.translations.extend(says.map(|says| (text.to_owned(), says.to_owned())));
            draft
        };
        let found = changes(&translated("one", None), &translated("one", Some("один")));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].before.clone(), found[0].after.clone()), (None, Some(text("один"))));
        let mut other = translated("one", None);
        assert!(found[0].put(&mut other) && !found[0].put(&mut other));
        assert!(!found[0].put(&mut translated("two", None)), "it says what another text says");
        assert_eq!(other.translations["one"], "один");
        // Both were edited on one paper: first the text, then what it says in the other language.
        let language = "ru".parse().unwrap();
        let translates = Some(Translates { language, of: "one".into() });
        let both = [
            FieldChange {
                field: "facts".into(),
                translates: None,
                before: Some(text("one")),
                after: Some(text("two")),
            },
            FieldChange {
                field: "facts".into(),
                translates,
                before: Some(text("один")),
                after: Some(text("два")),
            },
        ];
        assert!(both.iter().all(|change| change.put(&mut other)));
        assert_eq!(other.translations, BTreeMap::from([("two".to_owned(), "два".to_owned())]));
    }
}
