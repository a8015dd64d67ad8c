//! The body of the file: one block after the other, side by side where there are two languages.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use crate::text::Run;
use crate::view::View;
use crate::view::shape::{
    AuthorityView, BlockView, Cell, CellView, FieldView, RecordView, SectionHeading, SignatoryView, TableView,
};

/// Width of the text on A4 in twentieths of a point, between margins of 24 and 16 millimetres.
const WIDTH: usize = 9638;
const NAMESPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

pub(super) struct Body {
    pub(super) main: String,
    pub(super) header: String,
    pub(super) footer: String,
}

pub(super) fn document(view: &View) -> Body {
    let mut writer = Writer { out: String::new(), right_first: is_right(view.languages[0].dir), controls: 0 };
    writer.all(view);
    let sides = if writer.right_first { "<w:bidi/>" } else { "" };
    let main = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            "\n<w:document {namespace}><w:body>{body}<w:sectPr>",
            r#"<w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>"#,
            r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
            r#"<w:pgMar w:top="1247" w:right="907" w:bottom="1134" w:left="1361" w:header="567" w:footer="567" w:gutter="0"/>"#,
            "{sides}</w:sectPr></w:body></w:document>",
        ),
        namespace = NAMESPACE,
        body = writer.out,
        sides = sides,
    );
    let part = |name: &str, inside: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{name} {NAMESPACE}>{inside}</w:{name}>"
        )
    };
    let field =
        |code: &str| format!(r#"<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    let pages = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="center"/></w:pPr>{}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{}</w:p>"#,
        field("PAGE"),
        field("NUMPAGES"),
    );
    Body { main, header: part("hdr", &header(view)), footer: part("ftr", &pages) }
}

/// The marks that stand on every page, and the reference.
fn header(view: &View) -> String {
    let mut writer = Writer { out: String::new(), right_first: false, controls: 0 };
    for mark in [&view.exercise, &view.draft].into_iter().flatten() {
        for cell in mark {
            writer.cell(cell, "Strong");
        }
    }
    let reference: String = view.reference_line.iter().map(isolated).collect();
    let _ = write!(
        writer.out,
        r#"<w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="right"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"#,
        escape(&reference)
    );
    writer.out
}

fn is_right(dir: &str) -> bool {
    dir == "rtl"
}

struct Writer {
    out: String,
    /// Whether the leading language is read from the right: its column stands there.
    right_first: bool,
    controls: u32,
}

impl Writer {
    fn all(&mut self, view: &View) {
        if let Some(from) = &view.from {
            self.authority(from);
        }
        for mark in [&view.urgent, &view.advance].into_iter().flatten() {
            self.pair(mark, "Strong");
        }
        view.references.iter().for_each(|field| self.field(field));
        for (label, authority) in view.to.iter().chain(&view.through) {
            self.pair(label, "Label");
            self.authority(authority);
        }
        self.pair(&view.heading, "Title");
        self.field(&view.subject);
        view.notice.iter().for_each(|field| self.field(field));
        for section in &view.sections {
            self.heading(&section.heading);
            section.blocks.iter().for_each(|block| self.block(block));
        }
        if let Some((heading, table)) = &view.annexes {
            self.heading(heading);
            self.table(table);
        }
        self.pair(&view.twin.note, "Small");
        let labels = &view.signature_labels;
        for signatory in &view.signatures {
            self.signatory(signatory, [&labels.position, &labels.name, &labels.signature, &labels.date]);
            if signatory.seal {
                self.pair(&labels.seal, "Small");
            }
        }
    }

    fn authority(&mut self, authority: &AuthorityView) {
        self.pair(&authority.country, "Normal");
        self.pair(&authority.name, "Strong");
        self.pair(&authority.contact, "Small");
    }

    fn signatory(&mut self, signatory: &SignatoryView, labels: [&Vec<Cell>; 4]) {
        self.pair(&signatory.role, "Strong");
        let filled = [signatory.position.as_ref(), signatory.name.as_ref(), None, None];
        for (label, filled) in labels.into_iter().zip(filled) {
            self.pair(label, "Label");
            match filled {
                Some(cells) => self.pair(cells, "Normal"),
                // A line to write on.
                None => self.out.push_str(
                    r#"<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="404040"/></w:pBdr><w:spacing w:before="240"/></w:pPr></w:p>"#,
                ),
            }
        }
    }

    fn heading(&mut self, heading: &SectionHeading) {
        let numbered = heading.text.iter().zip(&heading.number);
        let numbered: Vec<Cell> = numbered.map(|(text, number)| text.led_by(number, ". ")).collect();
        self.pair(&numbered, "Heading1");
    }

    fn block(&mut self, block: &BlockView) {
        match block {
            BlockView::Heading { text } => self.pair(text, "Heading2"),
            BlockView::Rows { rows } => rows.iter().for_each(|row| self.pair(row, "Normal")),
            BlockView::Fields { fields } => fields.iter().for_each(|field| self.field(field)),
            BlockView::Records { records } => records.iter().for_each(|record| self.record(record)),
            BlockView::List { items } => {
                for item in items {
                    let numbered: Vec<Cell> = item
                        .text
                        .iter()
                        .zip(&item.number)
                        .map(|(text, number)| text.led_by(number, ". "))
                        .collect();
                    self.pair(&numbered, "Normal");
                }
            }
            BlockView::Table { table } => self.table(table),
            // A drawing stays with the PDF: what it shows stands in its caption and in the table beside it.
            BlockView::Figure { caption, .. } => self.pair(caption, "Small"),
        }
    }

    fn record(&mut self, record: &RecordView) {
        record.fields.iter().for_each(|field| self.field(field));
        self.out.push_str(r#"<w:p><w:pPr><w:spacing w:after="120"/></w:pPr></w:p>"#);
    }

    fn field(&mut self, field: &FieldView) {
        self.pair(&field.label, "Label");
        self.pair(&field.value, "Normal");
    }

    /// The same thing in each language: below one another for one, side by side for two.
    fn pair(&mut self, cells: &[Cell], style: &str) {
        match cells {
            [] => {}
            [one] => self.cell(one, style),
            several => {
                self.open_table(several.len(), false);
                self.out.push_str("<w:tr>");
                for cell in several {
                    self.open_cell(WIDTH / several.len());
                    self.cell(cell, style);
                    self.out.push_str("</w:tc>");
                }
                self.out.push_str("</w:tr></w:tbl>");
                // Two tables after one another would grow together.
                self.out.push_str(r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/></w:pPr></w:p>"#);
            }
        }
    }

    fn table(&mut self, table: &TableView) {
        if let Some(caption) = &table.caption {
            self.pair(caption, "Heading2");
        }
        self.open_table(table.columns.len(), true);
        let width = WIDTH / table.columns.len().max(1);
        self.out.push_str("<w:tr><w:trPr><w:tblHeader/></w:trPr>");
        for (name, _) in &table.columns {
            self.open_cell(width);
            for cell in name {
                self.cell(cell, "Label");
            }
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr>");
        for row in &table.rows {
            self.out.push_str("<w:tr>");
            for cell in &row.cells {
                self.open_cell(width);
                match cell {
                    CellView::One(cell) => self.cell(cell, "Normal"),
                    CellView::Each(cells) => cells.iter().for_each(|cell| self.cell(cell, "Normal")),
                }
                self.out.push_str("</w:tc>");
            }
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl><w:p/>");
    }

    fn open_table(&mut self, columns: usize, lines: bool) {
        let sides = if self.right_first { "<w:bidiVisual/>" } else { "" };
        let borders = if lines {
            r#"<w:tblBorders><w:top w:val="single" w:sz="6" w:color="404040"/><w:bottom w:val="single" w:sz="6" w:color="404040"/><w:insideH w:val="single" w:sz="2" w:color="808080"/></w:tblBorders>"#
        } else {
            ""
        };
        let _ = write!(
            self.out,
            r#"<w:tbl><w:tblPr>{sides}<w:tblW w:w="{WIDTH}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
        );
        for _ in 0..columns {
            let _ = write!(self.out, r#"<w:gridCol w:w="{}"/>"#, WIDTH / columns.max(1));
        }
        self.out.push_str("</w:tblGrid>");
    }

    fn open_cell(&mut self, width: usize) {
        let _ = write!(self.out, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#);
    }

    /// The paragraphs of one cell. A cell of a table needs at least one.
    fn cell(&mut self, cell: &Cell, style: &str) {
        let rtl = is_right(cell.dir);
        let sides = if rtl { "<w:bidi/>" } else { "" };
        let empty = vec![vec![]];
        let paras = if cell.paras.is_empty() { &empty } else { &cell.paras };
        for (at, para) in paras.iter().enumerate() {
            let _ = write!(self.out, r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{sides}</w:pPr>"#);
            let control = cell.controls.get(at).and_then(Option::as_ref);
            if let Some(tag) = control {
                self.controls += 1;
                let tag = escape(tag.as_str());
                let id = self.controls;
                let _ = write!(
                    self.out,
                    r#"<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{id}"/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>"#
                );
            }
            if control.is_some() {
                // Plain words of one look: LibreOffice tells the words of a control again for each run in it.
                let words: String = para.iter().map(isolated).collect();
                self.words(&words, rtl, "", &cell.tag);
                self.out.push_str("</w:sdtContent></w:sdt>");
            } else {
                for run in para {
                    self.run(run, cell);
                }
            }
            self.out.push_str("</w:p>");
        }
    }

    fn run(&mut self, run: &Run, cell: &Cell) {
        let right = is_right(cell.dir) || run.isolated == Some("rtl");
        let font = if run.lines.is_empty() {
            ""
        } else {
            r#"<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>"#
        };
        self.words(&isolated(run), right, font, &cell.tag);
    }

    fn words(&mut self, text: &str, right: bool, font: &str, lang: &str) {
        let (text, lang) = (escape(text), escape(lang));
        let direction = if right {
            format!(r#"<w:rtl/><w:lang w:bidi="{lang}"/>"#)
        } else {
            format!(r#"<w:lang w:val="{lang}"/>"#)
        };
        let _ = write!(
            self.out,
            r#"<w:r><w:rPr>{font}{direction}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#
        );
    }
}

/// The words of a run, between marks that keep its direction apart from that of its line.
fn isolated(run: &Run) -> String {
    match run.isolated {
        Some("rtl") => format!("\u{2067}{}\u{2069}", run.text),
        Some(_) => format!("\u{2066}{}\u{2069}", run.text),
        None => run.text.clone(),
    }
}
