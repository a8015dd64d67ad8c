//! The document as the templates see it: every word chosen, every value written, every identifier isolated.
//!
//! The templates only lay out. They hold no words, no dates and no arithmetic, so a jurist may change one without
//! being able to change what a document says.

use std::collections::BTreeMap;

use comity_messages::{CatalogueError, Catalogues};
use comity_record::{Country, Language};

#[cfg(test)]
mod isolation;
pub(crate) mod shape;

use crate::formatting;
use crate::model::{
    Authority, BasisRow, Block, CopyKind, Field, Label, Localized, RequestDocument, Signatory, Standing,
    State, Table, Value,
};
use crate::text::{self, Run, direction_name};
use crate::world::figure_path;

pub(crate) use shape::View;
use shape::{
    AuthorityView, BlockView, Cell, CellView, Each, FieldView, LanguageView, ListItem, RecordView, RowView,
    SectionHeading, SectionView, SignatoryView, SignatureLabels, TableView, TwinView,
};

/// What is known about the files that travel inside.
pub(crate) struct TwinFacts<'a> {
    pub name: &'a str,
    pub sha256: comity_record::Sha256Digest,
    pub signature_name: Option<&'a str>,
}

/// Resolves `document` for the languages of the print.
pub(crate) fn resolve(
    document: &RequestDocument,
    twin: &TwinFacts<'_>,
    languages: &[Language],
    catalogues: &Catalogues,
) -> Result<View, CatalogueError> {
    Resolver { languages, catalogues, figures: vec![], untranslated: 0 }.view(document, twin)
}

struct Resolver<'a> {
    languages: &'a [Language],
    catalogues: &'a Catalogues,
    figures: Vec<Vec<u8>>,
    untranslated: usize,
}

type Resolved<T> = Result<T, CatalogueError>;

impl Resolver<'_> {
    fn view(mut self, document: &RequestDocument, twin: &TwinFacts<'_>) -> Resolved<View> {
        let when = |on: bool, key: &str| on.then(|| self.message(key, &[])).transpose();
        let exercise = when(document.exercise, "document-exercise")?;
        let draft = when(document.state == State::Draft, "document-draft")?;
        let advance = match document.copy {
            CopyKind::Original => None,
            CopyKind::Advance => Some(self.message("document-advance-copy", &[])?),
            CopyKind::Reading => Some(self.message("document-reading-copy", &[])?),
        };
        let urgent = when(document.urgent, "document-urgent")?;
        let heading = self.label(&document.title)?;
        let subject = FieldView::new(self.message("document-subject", &[])?, self.text(&document.subject)?);
        let from = document.from.as_ref().map(|from| self.authority(from)).transpose()?;
        let to = match &document.to {
            Some(to) => Some((self.message("document-to", &[])?, self.authority(to)?)),
            None => None,
        };
        let mut through = Vec::new();
        for authority in &document.through {
            through.push((self.message("document-through", &[])?, self.authority(authority)?));
        }
        let date = Field::one(Label::key("document-date"), Value::Date(document.act.local_day()));
        let mut references = self.fields(&document.references)?;
        references.push(self.field(&date)?);
        let notice = self.fields(&document.notice)?;
        let mut sections = Vec::new();
        for (number, section) in (1..).zip(&document.sections) {
            let mut blocks = Vec::new();
            for block in &section.blocks {
                let mut view = self.block(block, document.state)?;
                if let (Block::Table(table), BlockView::Table { table: view }) = (block, &mut view)
                    && table.caption == section.heading
                {
                    // The heading above says it already.
                    view.caption = None;
                }
                blocks.push(view);
            }
            sections.push(SectionView { heading: self.heading(number, &section.heading)?, blocks });
        }
        let next = u64::try_from(sections.len()).expect("sections are counted by a limit far below") + 1;
        let annexes = if document.annexes.is_empty() {
            None
        } else {
            Some((self.heading(next, &Label::key("document-annexes"))?, self.annexes(document)?))
        };
        let mut signatures = Vec::new();
        for signatory in &document.signatures {
            signatures.push(self.signatory(signatory)?);
        }
        let first = &self.languages[0];
        let title = plain(&[&self.label_in(&document.title, first)?, &text_of(&document.subject, first)]);
        let digest = twin.sha256.to_string();
        let twin = TwinView {
            note: self.message("document-twin-note", &[("file", twin.name), ("sha256", &digest)])?,
            name: twin.name.to_owned(),
            description: self.plain_message("document-twin-description", first)?,
            signature: match twin.signature_name {
                Some(name) => Some((name.to_owned(), self.plain_message("document-twin-signature", first)?)),
                None => None,
            },
        };
        let reference_line = document
            .references
            .iter()
            .flat_map(|f| &f.values)
            .find_map(|v| match v {
                Value::Identifier(text) => Some(vec![Run::isolated(text, comity_record::Direction::Ltr)]),
                _ => None,
            })
            .unwrap_or_default();
        let signature_labels = SignatureLabels {
            signature: self.message("document-signature", &[])?,
            name: self.message("document-name", &[])?,
            position: self.message("document-position", &[])?,
            date: self.message("document-date", &[])?,
            seal: self.message("document-seal-place", &[])?,
        };
        Ok(View {
            title,
            languages: self.languages.iter().map(language_view).collect(),
            exercise,
            draft,
            advance,
            urgent,
            heading,
            subject,
            from,
            to,
            through,
            references,
            reference_line,
            notice,
            sections,
            annexes,
            signatures,
            signature_labels,
            twin,
            figures: self.figures,
            untranslated: self.untranslated,
        })
    }

    fn heading(&self, number: u64, label: &Label) -> Resolved<SectionHeading> {
        Ok(SectionHeading { number: self.number(number), text: self.label_no_count(label)? })
    }

    fn number(&self, number: u64) -> Each<Vec<Run>> {
        self.languages
            .iter()
            .map(|language| text::runs(&formatting::section_number(&[number], language), language))
            .collect()
    }

    fn authority(&mut self, authority: &Authority) -> Resolved<AuthorityView> {
        Ok(AuthorityView {
            country: self.each(|r, language| r.value_in(&Value::Country(authority.country), language))?,
            name: self.localized(&authority.name)?,
            contact: self.values(&authority.contact)?,
        })
    }

    fn signatory(&mut self, signatory: &Signatory) -> Resolved<SignatoryView> {
        Ok(SignatoryView {
            role: self.label(&signatory.role)?,
            name: signatory.name.as_ref().map(|name| self.localized(name)).transpose()?,
            position: signatory.position.as_ref().map(|position| self.localized(position)).transpose()?,
            seal: signatory.seal,
        })
    }

    fn block(&mut self, block: &Block, state: State) -> Resolved<BlockView> {
        Ok(match block {
            Block::Heading(label) => BlockView::Heading { text: self.label_no_count(label)? },
            Block::Text(text) => BlockView::Rows { rows: rows(self.text(text)?) },
            Block::Message { key, values } => {
                let cells = self.each(|r, language| Ok(cell(language, &r.filled(key, values, language)?)))?;
                BlockView::Rows { rows: rows(cells) }
            }
            Block::Fields(fields) => BlockView::Fields { fields: self.fields(fields)? },
            Block::Records(records) => {
                let records: Resolved<_> =
                    records.iter().map(|fields| Ok(RecordView::new(self.fields(fields)?))).collect();
                BlockView::Records { records: records? }
            }
            Block::List(items) => {
                let mut views = Vec::new();
                for (number, item) in (1..).zip(items) {
                    views.push(ListItem { number: self.number(number), text: self.text(item)? });
                }
                BlockView::List { items: views }
            }
            Block::Table(table) => BlockView::Table { table: self.table(table)? },
            Block::Basis(basis) => BlockView::Table { table: self.basis(basis, state)? },
            Block::Figure(figure) => {
                let path = figure_path(self.figures.len());
                self.figures.push(figure.svg.clone().into_bytes());
                let first = &self.languages[0];
                let alt = plain(&[&text_of(&figure.alt, first)]);
                BlockView::Figure { path, alt, caption: self.label(&figure.caption)? }
            }
        })
    }

    fn table(&mut self, table: &Table) -> Resolved<TableView> {
        let mut rows = Vec::new();
        for row in &table.rows {
            let cells: Resolved<Vec<_>> = row.iter().map(|value| self.table_cell(value)).collect();
            rows.push(RowView::new(cells?));
        }
        let mut columns = Vec::new();
        for (at, name) in table.columns.iter().enumerate() {
            let words = table.rows.iter().filter_map(|row| row.get(at)).flat_map(Value::each);
            let words = words
                .into_iter()
                .any(|value| matches!(value, Value::Text(_) | Value::Choice(_) | Value::Message { .. }));
            columns.push((self.label(name)?, words));
        }
        Ok(TableView { caption: Some(self.label(&table.caption)?), columns, rows })
    }

    /// In a draft each row shows how sure it is; in an issued document every row is confirmed and shows nothing.
    fn basis(&mut self, basis: &[BasisRow], state: State) -> Resolved<TableView> {
        let mut columns = vec![
            (self.message("document-basis-instrument", &[])?, true),
            (self.message("document-basis-articles", &[])?, false),
            (self.message("document-basis-provides", &[])?, true),
        ];
        if state == State::Draft {
            columns.push((self.message("document-basis-standing", &[])?, true));
        }
        let mut rows = Vec::new();
        for row in basis {
            let articles = row.articles.join(", ");
            let article = cell_of(
                &self.languages[0],
                vec![vec![Run::isolated(&articles, comity_record::Direction::Ltr)]],
            );
            let mut cells = vec![
                CellView::of(self.text(&row.instrument)?),
                CellView::One(article),
                CellView::of(match &row.provides {
                    Label::Text(text) => self.text(text)?,
                    key @ Label::Key(_) => self.label(key)?,
                }),
            ];
            if state == State::Draft {
                cells.push(CellView::Each(self.standing(&row.standing)?));
            }
            rows.push(RowView::new(cells));
        }
        Ok(TableView { caption: None, columns, rows })
    }

    fn standing(&self, standing: &Standing) -> Resolved<Each<Cell>> {
        match standing {
            Standing::Confirmed => self.message("document-basis-confirmed", &[]),
            Standing::Unconfirmed { source, source_date, confidence } => self.each_ref(|r, language| {
                let day = match source_date {
                    Some(day) => formatting::date(*day, language),
                    None => r.catalogues.message(language, "document-date-unknown", &[])?,
                };
                let key = format!("document-confidence-{confidence}");
                let sure = if r.catalogues.has(language, &key) {
                    r.catalogues.message(language, &key, &[])?
                } else {
                    confidence.clone()
                };
                let values = [("source", source.as_str()), ("date", &day), ("confidence", &sure)];
                Ok(cell(language, &r.catalogues.message(language, "document-basis-unconfirmed", &values)?))
            }),
        }
    }

    fn annexes(&mut self, document: &RequestDocument) -> Resolved<TableView> {
        let columns = vec![
            (self.message("document-annex-number", &[])?, false),
            (self.message("document-annex-title", &[])?, true),
            (self.message("document-annex-length", &[])?, false),
            (self.message("document-annex-hash", &[])?, false),
        ];
        let mut rows = Vec::new();
        for (number, annex) in (1_u64..).zip(&document.annexes) {
            let mut title = self.text(&annex.title)?;
            title.push(cell_of(&self.languages[0], vec![vec![Run::identifier(&annex.file)]]));
            rows.push(RowView::new(vec![
                self.table_cell(&Value::Number(number))?,
                CellView::Each(title),
                self.table_cell(&Value::Number(annex.length))?,
                self.table_cell(&Value::Identifier(annex.sha256.to_string()))?,
            ]));
        }
        Ok(TableView { caption: None, columns, rows })
    }

    /// Identifiers, numbers and amounts stand once in a table, as the leading language writes them, whatever the
    /// languages; so does what both languages write alike.
    fn table_cell(&mut self, value: &Value) -> Resolved<CellView> {
        let texts = value.each().iter().filter(|one| matches!(one, Value::Text(_))).count();
        let cells = match value {
            Value::Several(values) if texts > 0 && texts < values.len() => self.names_once(values)?,
            value => self.cells(value.each())?,
        };
        let alike = cells.windows(2).all(|pair| pair[0].says() == pair[1].says());
        Ok(match cells.first() {
            Some(first)
                if alike || matches!(value, Value::Identifier(_) | Value::Number(_) | Value::Amount(_)) =>
            {
                CellView::One(first.clone())
            }
            _ => CellView::Each(cells),
        })
    }

    /// Values for each language, but a name that a language has not stands with the leading one only: the words of the
    /// catalogues beside it are there in every language.
    fn names_once(&mut self, values: &[Value]) -> Resolved<Each<Cell>> {
        let leading = self.languages[0].clone();
        self.each(|r, language| {
            let lacks = |text: &Localized| text.is_name() && text.text(language).is_none();
            let mut all = cell_of(language, vec![]);
            for value in values {
                if *language == leading || !matches!(value, Value::Text(text) if lacks(text)) {
                    all.append(r.value_in(value, language)?);
                }
            }
            Ok(all)
        })
    }

    fn fields(&mut self, fields: &[Field]) -> Resolved<Vec<FieldView>> {
        fields.iter().map(|field| self.field(field)).collect()
    }

    fn field(&mut self, field: &Field) -> Resolved<FieldView> {
        Ok(FieldView::new(self.label(&field.label)?, self.cells(&field.values)?))
    }

    fn text(&mut self, text: &Localized) -> Resolved<Each<Cell>> {
        match self.sole(&[text]) {
            Some(language) => Ok(vec![text_of(text, &language)]),
            None => self.localized(text),
        }
    }

    /// Values for each language; or once for all of them, where one of the texts is not there in every language.
    fn cells(&mut self, values: &[Value]) -> Resolved<Each<Cell>> {
        let texts: Vec<_> =
            values.iter().filter_map(|v| if let Value::Text(text) = v { Some(text) } else { None }).collect();
        let Some(language) = self.sole(&texts) else { return self.values(values) };
        let mut all = cell_of(&language, vec![]);
        let first = self.languages[0].clone();
        for value in values {
            let one = match value {
                Value::Text(text) => text_of(text, &language),
                other => self.value_in(other, &first)?,
            };
            all.append(one);
        }
        Ok(vec![all])
    }

    /// The language in which texts are set across the columns, where one of them is not there in every language: half
    /// a page for a text and the other half for saying that it is not translated serves nobody.
    fn sole(&mut self, texts: &[&Localized]) -> Option<Language> {
        let lacks = |text: &Localized, language: &Language| text.text(language).is_none();
        let lacking = |language: &&Language| texts.iter().any(|text| lacks(text, language));
        if self.languages.len() < 2 || !self.languages.iter().any(|language| lacking(&language)) {
            return None;
        }
        let missed = |language: &Language| texts.iter().any(|text| !text.is_name() && lacks(text, language));
        self.untranslated += self.languages.iter().filter(|language| missed(language)).count();
        let printed = self.languages.iter().find(|language| !lacking(language));
        printed.or_else(|| texts.first().map(|text| text.original())).cloned()
    }

    fn values(&mut self, values: &[Value]) -> Resolved<Each<Cell>> {
        self.each(|r, language| {
            let mut all = cell_of(language, vec![]);
            for value in values {
                let one = r.value_in(value, language)?;
                if one.tag != all.tag && values.len() == 1 {
                    return Ok(one);
                }
                all.append(one);
            }
            Ok(all)
        })
    }

    fn value_in(&mut self, value: &Value, language: &Language) -> Resolved<Cell> {
        match value {
            Value::Text(text) => Ok(self.counted_text_in(text, language)),
            Value::Identifier(text) => Ok(cell_of(language, vec![vec![Run::identifier(text)]])),
            other => Ok(cell(language, &self.value_text(other, language)?)),
        }
    }

    /// A message with values in it.
    fn filled(&self, key: &str, values: &BTreeMap<String, Value>, language: &Language) -> Resolved<String> {
        let mut given = Vec::new();
        for (name, value) in values {
            given.push((name.as_str(), self.value_text(value, language)?));
        }
        let given: Vec<_> = given.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.catalogues.message(language, key, &given)
    }

    /// A value as text with isolates, for messages and cells.
    fn value_text(&self, value: &Value, language: &Language) -> Resolved<String> {
        Ok(match value {
            Value::Text(text) => {
                text.text(language).or_else(|| text.text(text.original())).unwrap_or_default().to_owned()
            }
            Value::Choice(key) => self.catalogues.message(language, key, &[])?,
            Value::Message { key, values } => self.filled(key, values, language)?,
            Value::Identifier(text) => comity_record::isolate(text),
            Value::Date(day) => formatting::date(*day, language),
            Value::Period(from, to) => {
                let (from, to) = (formatting::date(*from, language), formatting::date(*to, language));
                self.catalogues.message(language, "document-period", &[("from", &from), ("to", &to)])?
            }
            Value::Moment(act) => formatting::moment(act, language),
            Value::Span(from, to) => {
                let (from, to) = (formatting::moment(from, language), formatting::moment(to, language));
                self.catalogues.message(language, "document-period", &[("from", &from), ("to", &to)])?
            }
            Value::Amount(amount) => formatting::amount(amount, language),
            Value::Number(number) => formatting::number(*number, language),
            Value::Country(country) => self.country(*country, language)?,
            Value::Several(values) => {
                let texts: Resolved<Vec<_>> =
                    values.iter().map(|one| self.value_text(one, language)).collect();
                texts?.join("\n")
            }
            Value::Language(named) => {
                let key = format!("document-language-{named}");
                if self.catalogues.has(language, &key) {
                    self.catalogues.message(language, &key, &[])?
                } else {
                    comity_record::isolate(&named.to_string())
                }
            }
        })
    }

    /// States without a name in the catalogue keep the English name of ISO 3166-1.
    fn country(&self, country: Country, language: &Language) -> Resolved<String> {
        let key = format!("document-country-{}", country.as_str());
        if self.catalogues.has(language, &key) {
            self.catalogues.message(language, &key, &[])
        } else {
            Ok(comity_record::isolate(country.english_name()))
        }
    }

    fn label(&mut self, label: &Label) -> Resolved<Each<Cell>> {
        match label {
            Label::Text(text) => self.localized(text),
            Label::Key(_) => self.label_no_count(label),
        }
    }

    fn label_no_count(&self, label: &Label) -> Resolved<Each<Cell>> {
        self.each_ref(|r, language| r.label_in(label, language))
    }

    fn label_in(&self, label: &Label, language: &Language) -> Resolved<Cell> {
        match label {
            Label::Key(key) => Ok(cell(language, &self.catalogues.message(language, key, &[])?)),
            Label::Text(text) => Ok(text_of(text, language)),
        }
    }

    fn localized(&mut self, text: &Localized) -> Resolved<Each<Cell>> {
        self.each(|r, language| Ok(r.counted_text_in(text, language)))
    }

    fn counted_text_in(&mut self, text: &Localized, language: &Language) -> Cell {
        if text.text(language).is_none() && !text.is_name() {
            self.untranslated += 1;
        }
        text_of(text, language)
    }

    fn message(&self, key: &str, values: &[(&str, &str)]) -> Resolved<Each<Cell>> {
        self.each_ref(|r, language| {
            let mut message = cell(language, &r.catalogues.message(language, key, values)?);
            lengthen(&mut message);
            Ok(message)
        })
    }

    fn plain_message(&self, key: &str, language: &Language) -> Resolved<String> {
        Ok(plain(&[&cell(language, &self.catalogues.message(language, key, &[])?)]))
    }

    fn each_ref(&self, make: impl Fn(&Self, &Language) -> Resolved<Cell>) -> Resolved<Each<Cell>> {
        self.languages.iter().map(|language| make(self, language)).collect()
    }

    fn each(&mut self, mut make: impl FnMut(&mut Self, &Language) -> Resolved<Cell>) -> Resolved<Each<Cell>> {
        let languages = self.languages;
        languages.iter().map(|language| make(self, language)).collect()
    }
}

fn cell(language: &Language, text: &str) -> Cell {
    cell_of(language, text::paragraphs(text).iter().map(|p| text::runs(p, language)).collect())
}

/// A text in `language`, or as it was written.
fn text_of(text: &Localized, language: &Language) -> Cell {
    let (language, words) = match text.text(language) {
        Some(words) => (language, words),
        None => (text.original(), text.text(text.original()).unwrap_or_default()),
    };
    let mut cell = written(language, words);
    if let Some(field) = text.field() {
        cell.controls = (1..=cell.paras.len()).map(|at| Some(format!("{field}|{language}#{at}"))).collect();
    }
    cell
}

/// A text that somebody wrote.
fn written(language: &Language, text: &str) -> Cell {
    cell_of(language, text::paragraphs(text).iter().map(|p| text::runs_of_free_text(p, language)).collect())
}

fn cell_of(language: &Language, paras: Vec<Vec<Run>>) -> Cell {
    Cell {
        lang: language.primary().to_owned(),
        region: region(language),
        dir: direction_name(language.direction()),
        tag: language.to_string(),
        paras,
        controls: vec![],
    }
}

/// Long values inside a message (the digest of the twin) are cut into lines like any other identifier.
fn lengthen(cell: &mut Cell) {
    for run in cell.paras.iter_mut().flatten() {
        if run.isolated == Some("ltr") && run.text.len() > text::LINE_SIGNS && run.text.is_ascii() {
            *run = Run::identifier(&run.text);
        }
    }
}

/// Paragraphs side by side, one row for each where both languages have as many, so that they stay level.
fn rows(cells: Each<Cell>) -> Vec<Each<Cell>> {
    let count = cells.first().map_or(0, |c| c.paras.len());
    if count < 2 || cells.iter().any(|c| c.paras.len() != count) {
        return vec![cells];
    }
    (0..count)
        .map(|at| {
            let one = |c: &Cell| Cell {
                paras: vec![c.paras[at].clone()],
                controls: c.controls.get(at).cloned().into_iter().collect(),
                ..c.clone()
            };
            cells.iter().map(one).collect()
        })
        .collect()
}

/// Words without any marks, for the title of the file and for those who hear a figure.
fn plain(cells: &[&Cell]) -> String {
    let texts: Vec<String> =
        cells.iter().map(|cell| cell.says().concat()).filter(|text| !text.is_empty()).collect();
    texts.join(": ")
}

fn language_view(language: &Language) -> LanguageView {
    LanguageView {
        code: language.primary().to_owned(),
        region: region(language),
        dir: direction_name(language.direction()),
    }
}

fn region(language: &Language) -> Option<String> {
    language.identifier().region.map(|region| region.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::Value as Json;

    use super::*;
    use crate::sample::{self, language};

    /// Every run of every cell, with the direction of the cell.
    fn walk(value: &Json, found: &mut Vec<(String, Json)>) {
        match value {
            Json::Array(items) => items.iter().for_each(|item| walk(item, found)),
            Json::Object(map) => {
                if let (Some(Json::String(dir)), Some(Json::Array(paras))) =
                    (map.get("dir"), map.get("paras"))
                {
                    for run in paras.iter().flat_map(|p| p.as_array().expect("a paragraph is a list of runs"))
                    {
                        found.push((dir.clone(), run.clone()));
                    }
                }
                map.values().for_each(|item| walk(item, found));
            }
            _ => {}
        }
    }

    pub(super) fn runs_of(document: &RequestDocument, tags: &[&str]) -> Vec<(String, Json)> {
        let languages: Vec<_> = tags.iter().map(|tag| language(tag)).collect();
        let sha256 = comity_record::Sha256Digest::of(b"twin");
        let facts = TwinFacts { name: "twin.json", sha256, signature_name: None };
        let view = resolve(document, &facts, &languages, &Catalogues::embedded()).unwrap();
        let mut found = vec![];
        walk(&serde_json::to_value(&view).unwrap(), &mut found);
        found
    }

    #[test]
    fn no_digit_flows_with_a_sentence_that_is_read_from_the_right() {
        for document in [sample::request(State::Issued), sample::acknowledgement(), sample::custody_record()]
        {
            for tag in sample::tags_from_the_right() {
                let runs = runs_of(&document, &["en", tag]);
                let flowing: Vec<_> =
                    runs.iter().filter(|(dir, run)| dir == "rtl" && run.get("d").is_none()).collect();
                assert!(flowing.len() > 5, "{tag}");
                for (_, run) in flowing {
                    let text = run["t"].as_str().unwrap();
                    let digit = |c: char| c.is_ascii_digit() || ('\u{06F0}'..='\u{06F9}').contains(&c);
                    assert!(!text.contains(digit), "{tag}: {text}");
                }
            }
        }
    }

    #[test]
    fn every_value_that_is_not_words_is_isolated_in_every_language() {
        let document = sample::request(State::Issued);
        let numbers = |value: &Value| {
            matches!(value, Value::Text(_) | Value::Choice(_) | Value::Country(_) | Value::Language(_))
        };
        let mut checked = 0;
        let mut values: Vec<Value> = vec![];
        for block in document.sections.iter().flat_map(|s| &s.blocks) {
            match block {
                Block::Table(table) => values.extend(table.rows.iter().flatten().cloned()),
                Block::Fields(fields) => values.extend(fields.iter().flat_map(|f| f.values.clone())),
                _ => {}
            }
        }
        for value in values.iter().filter(|value| !numbers(value)) {
            for tag in sample::tags() {
                let languages = [language(tag)];
                let catalogues = Catalogues::embedded();
                let mut resolver = Resolver {
                    languages: &languages,
                    catalogues: &catalogues,
                    figures: vec![],
                    untranslated: 0,
                };
                let cell = resolver.value_in(value, &languages[0]).unwrap();
                for run in cell.paras.iter().flatten().filter(|run| run.isolated.is_none()) {
                    assert!(!run.text.contains(char::is_numeric), "{tag}: {}", run.text);
                }
                checked += 1;
            }
        }
        assert!(checked >= 3 * 9, "{checked}");
    }
}
