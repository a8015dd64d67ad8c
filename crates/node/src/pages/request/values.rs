//! What a request says, field by field in the order of its print.

use comity_casework::request::Request;
use comity_record::CaseId;
use comity_request::life::Side;
use comity_request::{
    Authority, Document, IDENTIFIER_KINDS, Identifier, Item, Offence, Party, RequestVersion, Value,
};

use super::{country_name, english};
use crate::facts::{Fact, Reader};
use crate::shown::Shown;

/// A section of a form with what is filled in.
pub(super) struct SectionView {
    pub(super) heading: Shown,
    pub(super) facts: Vec<Fact>,
}

pub(super) fn sections(reader: &Reader<'_>, case: CaseId, request: &Request) -> Vec<SectionView> {
    let version = &request.version().request;
    // The exhibits of a received request have the numbers of the other office's case.
    let own = (request.side() == Side::Sender).then_some(case);
    let writer = Writer { reader, version, own };
    let sections = version.sections.iter().map(|section| SectionView {
        heading: reader.word(&section.label),
        facts: section
            .fields
            .iter()
            .filter_map(|field| {
                let value = version.draft.value(&field.id)?;
                Some(Fact { label: reader.word(&field.label), value: writer.value(value) })
            })
            .collect(),
    });
    sections.collect()
}

/// A value of a version, as [`sections`] shows it.
pub(super) fn shown(
    reader: &Reader<'_>,
    version: &RequestVersion,
    own: Option<CaseId>,
    value: &Value,
) -> Shown {
    Writer { reader, version, own }.value(value)
}

/// Shows values in the language in which the request is written.
struct Writer<'a> {
    reader: &'a Reader<'a>,
    version: &'a RequestVersion,
    /// The case whose exhibits and traces the request names.
    own: Option<CaseId>,
}

impl Writer<'_> {
    /// Words of the drafter.
    fn said(&self, text: &str) -> Shown {
        self.reader.words.in_own(Shown::said(text), &self.version.draft.language)
    }

    fn value(&self, value: &Value) -> Shown {
        let reader = self.reader;
        match value {
            Value::List(items) if !matches!(items.first(), Some(Value::Way(_))) => {
                Shown::List(items.iter().map(|item| self.value(item)).collect())
            }
            Value::List(_) | Value::Way(_) => self.ways(),
            Value::Text(text) => self.said(text),
            Value::Choice(choice) => reader.word_or("request-value-", choice),
            Value::Flag(flag) => reader.word(if *flag { "request-twin-yes" } else { "request-twin-no" }),
            Value::Number(number) => Shown::ltr(number),
            Value::Date(day) => Shown::Time(day.to_string()),
            Value::Period(period) => {
                let (from, to) = (period.from.to_string(), period.to.to_string());
                reader.words.shown("node-request-period", &[("from", &from), ("to", &to)])
            }
            Value::Amount(amount) => Shown::ltr(amount),
            Value::Authority(authority) => self.authority(authority),
            Value::Signatory(signatory) => {
                Shown::pair(self.said(&signatory.name), self.said(&signatory.office))
            }
            Value::Party(party) => self.party(party),
            Value::Identifier(identifier) => self.identifier(identifier),
            Value::Offence(offence) => self.offence(offence),
            Value::Item(item) => self.item(item),
            Value::Exhibit(document) => self.document(document, "exhibits", "E-"),
            Value::Finding(document) => self.document(document, "traces", "T-"),
            Value::Ticket(ticket) => Shown::Row(vec![
                Shown::said(&ticket.number),
                reader.word("request-twin-kept-until"),
                Shown::Time(ticket.kept_until.to_string()),
            ]),
            _ => reader.word("node-none"),
        }
    }

    fn authority(&self, authority: &Authority) -> Shown {
        let Authority { country, name, unit, reference } = authority;
        let mut lines = vec![self.said(name)];
        lines.extend(is_there(unit).then(|| self.said(unit)));
        lines.push(Shown::pair(Shown::Words(country_name(self.reader, *country)), Shown::ltr(country)));
        lines.extend(is_there(reference).then(|| Shown::said(reference)));
        Shown::List(lines)
    }

    fn party(&self, party: &Party) -> Shown {
        let Party { names, role, born, nationality, address, occupation, registration, .. } = party;
        let names = names.iter().filter(|name| is_there(name)).map(|name| self.said(name));
        let names = Shown::List(names.collect());
        let mut facts = vec![self.reader.fact("request-twin-name", names.clone())];
        for (key, text) in [
            ("request-twin-role", role),
            ("request-twin-born", born),
            ("request-twin-nationality", nationality),
            ("request-twin-address", address),
            ("request-twin-occupation", occupation),
            ("request-twin-registration", registration),
        ] {
            facts.extend(self.fact(key, text));
        }
        // Of whom only the name is known, the name is all.
        if facts.len() == 1 { names } else { Shown::Facts(facts) }
    }

    fn identifier(&self, identifier: &Identifier) -> Shown {
        let Identifier { kind, network, text, at, port } = identifier;
        let known = IDENTIFIER_KINDS.contains(&kind.as_str());
        let kind = if known { self.reader.word_or("request-identifier-", kind) } else { Shown::said(kind) };
        let mut about = vec![kind];
        about.extend(is_there(network).then(|| Shown::said(network)));
        if let Some(port) = port {
            about.extend([self.reader.word("request-twin-identifier-port"), Shown::ltr(port)]);
        }
        about.extend(at.as_ref().map(|at| Shown::Time(at.to_string())));
        Shown::pair(Shown::ltr(text), Shown::Row(about))
    }

    fn offence(&self, offence: &Offence) -> Shown {
        let Offence { provision, text, max_penalty, conduct, .. } = offence;
        let mut facts = vec![self.reader.fact("request-twin-provision", self.said(provision))];
        facts.extend(self.fact("request-twin-provision-text", text));
        facts.extend(max_penalty.map(|term| self.reader.fact("request-twin-max-penalty", Shown::ltr(term))));
        facts.extend(self.fact("request-twin-conduct", conduct));
        Shown::Facts(facts)
    }

    fn item(&self, item: &Item) -> Shown {
        let Item { what, link, offence, account } = item;
        let mut facts = vec![self.reader.fact("request-twin-item", self.said(what))];
        facts.extend(self.fact("request-twin-link", link));
        facts.extend(self.fact("request-twin-offence", offence));
        facts
            .extend(is_there(account).then(|| self.reader.fact("request-twin-account", Shown::ltr(account))));
        Shown::Facts(facts)
    }

    /// Words of the drafter with a label, if there are any.
    fn fact(&self, key: &str, text: &str) -> Option<Fact> {
        is_there(text).then(|| self.reader.fact(key, self.said(text)))
    }

    /// An annex, with a link to its page where it is one of this case.
    fn document(&self, document: &Document, pages: &str, prefix: &str) -> Shown {
        let Document { number, title, sha256 } = document;
        let place = number.strip_prefix(prefix).and_then(|place| place.parse::<u32>().ok());
        let name = match (self.own, place) {
            (Some(case), Some(place)) => {
                Shown::link(format!("/cases/{case}/{pages}/{place}"), Shown::said(number))
            }
            _ => Shown::said(number),
        };
        Shown::pair(Shown::Row(vec![name, self.said(title)]), Shown::Ltr(format!("SHA-256 {sha256}")))
    }

    /// The ways that the request names, with the names and provisions that were frozen with it.
    fn ways(&self) -> Shown {
        let ways = self.version.ways.iter().map(|named| {
            let mut line = vec![self.reader.word_or("request-way-", &named.way.way)];
            line.extend(is_there(&named.name).then(|| english(self.reader, &named.name)));
            let provisions = named.provisions.join("; ");
            line.extend(is_there(&provisions).then(|| Shown::said(&provisions)));
            Shown::Row(line)
        });
        Shown::List(ways.collect())
    }
}

fn is_there(text: &str) -> bool {
    !text.trim().is_empty()
}
