//! The rules between rows, as `packs/law/README.md` lists them under "Run the checks".

use std::collections::BTreeSet;

use toml::Value as Toml;

use crate::article::ParagraphRange;
use crate::error::Problem;
use crate::fact::{PackDate, RECALLED, RowRef};
use crate::law::Law;
use crate::read::Reader;
use crate::rows::{InstrumentKind, PartyStatus, StateGroup};

const NEEDS_PARAGRAPHS: &str = "subsidiary_clause needs subsidiary_paragraphs such as 18(9)-18(29)";

/// Every cited source exists; every confidence is one of the two; nothing verified rests on recall.
///
/// Looks at every field whose name says that it is a source or a confidence, also inside nested tables, so that
/// a field added later is held to the same rule.
pub(crate) fn citations(reader: &mut Reader) {
    let sources: BTreeSet<String> =
        reader.rows().filter(|(_, table, ..)| *table == "source").map(|(.., name, _)| name).collect();
    let mut problems = Vec::new();
    for (file, table, row, fields) in reader.rows() {
        let at = RowRef { file: format!("{file}.toml"), table: table.to_owned(), row };
        walk(fields, &at, &sources, &mut problems);
    }
    reader.problems.append(&mut problems);
}

/// The pack holds institutions and texts, no person's address and no place on a machine.
pub(crate) fn private_data(reader: &mut Reader) {
    let problems: Vec<Problem> = reader
        .lines()
        .flat_map(|(file, line, text)| {
            let looks: [(bool, &'static str); 3] = [
                (has_mail_address(text), "an e-mail address"),
                (has_telephone_number(text), "a telephone number"),
                (has_machine_path(text), "a path of a machine"),
            ];
            looks.into_iter().filter(|(found, _)| *found).map(move |(_, what)| Problem::Private {
                file: format!("{file}.toml"),
                line,
                what,
            })
        })
        .collect();
    reader.problems.extend(problems);
}

/// Every name that a row uses is the name of something, and no row contradicts itself.
pub(crate) fn rules(law: &Law, problems: &mut Vec<Problem>) {
    let mut names = Names { problems };
    instruments(law, &mut names);
    parties(law, &mut names);
    others(law, &mut names);
}

struct Names<'a> {
    problems: &'a mut Vec<Problem>,
}

impl Names<'_> {
    fn known<'v>(
        &mut self,
        at: &RowRef,
        field: &str,
        kind: &'static str,
        values: impl IntoIterator<Item = &'v String>,
        is_known: impl Fn(&str) -> bool,
    ) {
        for value in values.into_iter().filter(|v| !is_known(v)) {
            self.problems.push(Problem::Dangling {
                file: format!("{}.toml", at.file),
                table: at.table.clone(),
                row: at.row.clone(),
                field: field.to_owned(),
                value: value.chars().take(80).collect(),
                kind,
            });
        }
    }

    fn contradiction(&mut self, at: &RowRef, cause: &'static str) {
        self.problems.push(Problem::Contradiction {
            file: format!("{}.toml", at.file),
            table: at.table.clone(),
            row: at.row.clone(),
            cause,
        });
    }
}

fn instruments(law: &Law, names: &mut Names<'_>) {
    let topic = |t: &str| law.topics.iter().any(|known| known == t);
    let field = |f: &str| law.content_fields.contains_key(f);
    let instrument = |i: &str| law.instruments.contains_key(i);
    for row in law.instruments.values() {
        let (at, data) = (&row.at, &row.data);
        names.known(at, "articles", "topic", data.articles.keys(), topic);
        names.known(at, "unknown_topics", "topic", &data.unknown_topics, topic);
        names.known(at, "request_contents_required", "content field", &data.request_contents_required, field);
        names.known(at, "request_contents_optional", "content field", &data.request_contents_optional, field);
        for fields in data.request_contents_for.values() {
            names.known(at, "request_contents_for", "content field", fields, field);
        }
        let ground = |g: &str| law.refusal_grounds.contains_key(g);
        names.known(at, "refusal_grounds", "refusal ground", &data.refusal_grounds, ground);
        names.known(at, "replaces", "other instrument", &data.replaces, |i| instrument(i) && i != data.id);
        if data.articles.iter().any(|(t, list)| !list.is_empty() && data.unknown_topics.contains(t)) {
            names.contradiction(at, "a topic has articles and is also listed as unknown");
        }
        match (&data.subsidiary_clause, &data.subsidiary_paragraphs) {
            (None, None) => {}
            (Some(_), Some(range)) if ParagraphRange::parse(range).is_some() => {}
            _ => names.contradiction(at, NEEDS_PARAGRAPHS),
        }
        if data.entry_after_consent_days.is_some() != data.entry_clause.is_some() {
            names.contradiction(at, "entry_after_consent_days and entry_clause go together");
        }
        if data.replaces.is_empty() != data.replaces_clause.is_none() {
            names.contradiction(at, "replaces and replaces_clause go together");
        }
    }
    // Replacing must end somewhere, or two instruments would each send the drafter to the other.
    for row in law.instruments.values() {
        let mut seen = BTreeSet::from([row.data.id.as_str()]);
        let mut next: Vec<&String> = row.data.replaces.iter().collect();
        while let Some(id) = next.pop() {
            if id == &row.data.id {
                names.contradiction(&row.at, "the instrument replaces itself by way of others");
                break;
            }
            if seen.insert(id) {
                next.extend(law.instruments.get(id).into_iter().flat_map(|i| &i.data.replaces));
            }
        }
    }
}

fn parties(law: &Law, names: &mut Names<'_>) {
    for row in law.parties.values().flat_map(|rows| rows.values()) {
        let (at, data) = (&row.at, &row.data);
        names.known(at, "instrument", "instrument", [&data.instrument], |i| law.instruments.contains_key(i));
        names.known(at, "state", "state of the pack", [&data.state.to_string()], |_| {
            law.states.contains_key(&data.state)
        });
        if data.status == PartyStatus::Party && data.consent_date == PackDate::None {
            names.contradiction(at, "a party without consent");
        }
        if data.status != PartyStatus::Party && data.in_force_date.is_some() {
            names.contradiction(at, "in force for a State that is no party");
        }
    }
    let focus = law.states.values().filter(|s| s.data.group == StateGroup::Focus);
    for state in focus {
        for instrument in law.instruments.values().filter(|i| i.data.kind != InstrumentKind::Bilateral) {
            let rows = law.parties.get(&instrument.data.id);
            if rows.is_none_or(|rows| !rows.contains_key(&state.data.code)) {
                names.problems.push(Problem::PartyMissing {
                    state: state.data.code.to_string(),
                    instrument: instrument.data.id.clone(),
                });
            }
        }
    }
    for instrument in law.instruments.values().filter(|i| i.data.kind == InstrumentKind::Bilateral) {
        let states = law.parties.get(&instrument.data.id).map_or(0, std::collections::BTreeMap::len);
        if states != 2 {
            names.contradiction(
                &instrument.at,
                "a bilateral instrument has not exactly two rows in parties.toml",
            );
        }
    }
}

fn others(law: &Law, names: &mut Names<'_>) {
    let state = |code: &comity_record::Country| law.states.contains_key(code);
    for row in law.authorities.values() {
        names.known(&row.at, "instruments", "instrument", &row.data.instruments, |i| {
            law.instruments.contains_key(i)
        });
        names.known(&row.at, "state", "state of the pack", [&row.data.state.to_string()], |_| {
            state(&row.data.state)
        });
    }
    for row in law.networks.values() {
        for code in row.data.members.iter().chain(&row.data.observers) {
            names.known(&row.at, "members", "state of the pack", [&code.to_string()], |_| state(code));
        }
    }
    for row in law.egmont.values() {
        names.known(&row.at, "state", "state of the pack", [&row.data.state.to_string()], |_| {
            state(&row.data.state)
        });
    }
    for row in law.domestic.values().flatten() {
        names.known(&row.at, "state", "state of the pack", [&row.data.state.to_string()], |_| {
            state(&row.data.state)
        });
    }
    for row in law.offences.values() {
        names
            .known(&row.at, "category", "category", [&row.data.category], |c| law.categories.contains_key(c));
        names.known(&row.at, "state", "state of the pack", [&row.data.state.to_string()], |_| {
            state(&row.data.state)
        });
    }
    for row in law.virtual_assets.values().flatten() {
        let named = Some(&row.data.regulator).filter(|r| !r.is_empty());
        names.known(&row.at, "regulator", "authority", named, |a| law.authorities.contains_key(a));
        names.known(&row.at, "state", "state of the pack", [&row.data.state.to_string()], |_| {
            state(&row.data.state)
        });
    }
    for row in law.categories.values() {
        let treaty = |reference: &str| {
            reference
                .split_once(':')
                .is_some_and(|(id, article)| law.instruments.contains_key(id) && !article.is_empty())
        };
        names.known(
            &row.at,
            "other_treaty_articles",
            "article of an instrument",
            &row.data.other_treaty_articles,
            treaty,
        );
    }
    for row in law.measures.values() {
        names.known(&row.at, "topics", "topic", &row.data.topics, |t| law.topics.iter().any(|k| k == t));
        names.known(&row.at, "milder", "measure", &row.data.milder, |m| law.measures.contains_key(m));
    }
}

fn walk(fields: &toml::Table, at: &RowRef, sources: &BTreeSet<String>, problems: &mut Vec<Problem>) {
    let (file, table, row) = (&at.file, &at.table, &at.row);
    for (key, value) in fields {
        let cited: Vec<&str> = match value {
            Toml::String(id) if key == "source" || key.ends_with("_source") => vec![id],
            Toml::Array(ids) if key == "sources" => ids.iter().filter_map(Toml::as_str).collect(),
            _ => vec![],
        };
        for id in cited.into_iter().filter(|id| !sources.contains(*id)) {
            problems.push(Problem::Dangling {
                file: file.clone(),
                table: table.clone(),
                row: row.clone(),
                field: key.clone(),
                value: id.chars().take(80).collect(),
                kind: "source",
            });
        }
        if key == "confidence" || key.ends_with("_confidence") {
            let named = key.replace("confidence", "source");
            let source = fields.get(&named).or_else(|| fields.get("source")).and_then(Toml::as_str);
            let (file, table, row, field) = (file.clone(), table.clone(), row.clone(), key.clone());
            match value.as_str() {
                Some("unverified") => {}
                Some("verified") if source.is_some_and(|s| s != RECALLED) => {}
                Some("verified") => problems.push(Problem::VerifiedFromRecall { file, table, row, field }),
                _ => {
                    let value = value.as_str().unwrap_or("not a text").chars().take(80).collect();
                    problems.push(Problem::ConfidenceUnknown { file, table, row, field, value });
                }
            }
        }
        match value {
            Toml::Table(inner) => walk(inner, at, sources, problems),
            Toml::Array(items) => {
                items.iter().filter_map(Toml::as_table).for_each(|inner| walk(inner, at, sources, problems));
            }
            _ => {}
        }
    }
}

fn has_mail_address(text: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices('@').any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(|c| word(c) || c == '.');
        let host: &str = &text[at + 1..];
        let end = host.find(|c| !(word(c) || c == '.')).unwrap_or(host.len());
        let dotted = host[..end].trim_matches('.').contains('.');
        before && dotted
    })
}

fn has_telephone_number(text: &str) -> bool {
    text.match_indices('+').any(|(at, _)| text[at + 1..].bytes().take_while(u8::is_ascii_digit).count() >= 6)
}

fn has_machine_path(text: &str) -> bool {
    ["/home/", "/usr/", "/var/", "/opt/", "/etc/"].iter().any(|root| {
        text.match_indices(root).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '/' | '.'))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_data_is_seen_and_law_is_not_taken_for_it() {
        assert!(has_mail_address("write to desk@example.org today"));
        assert!(!has_mail_address("the sign @ alone, a@b, and 5 @ 3.2"));
        assert!(has_telephone_number("call +992000000"));
        assert!(!has_telephone_number("UNCAC 46(9)+(10), 12+34"));
        assert!(has_machine_path("see /home/someone"));
        assert!(!has_machine_path("https://example.org/home/page"));
    }
}
