//! What a layout is given: the keys of `view.json`, which packs/documents/README.md describes.

use comity_record::is_bidi_control;
use serde::Serialize;

use crate::text::Run;

/// The same thing in each printed language, in their order. A text that is not there in every language stands alone and
/// goes across the columns.
pub(crate) type Each<T> = Vec<T>;

#[derive(Serialize)]
pub(crate) struct View {
    pub(crate) title: String,
    pub(crate) languages: Each<LanguageView>,
    pub(crate) exercise: Option<Each<Cell>>,
    pub(crate) draft: Option<Each<Cell>>,
    pub(crate) advance: Option<Each<Cell>>,
    pub(crate) urgent: Option<Each<Cell>>,
    pub(crate) heading: Each<Cell>,
    pub(crate) subject: FieldView,
    pub(crate) from: Option<AuthorityView>,
    pub(crate) to: Option<(Each<Cell>, AuthorityView)>,
    pub(crate) through: Vec<(Each<Cell>, AuthorityView)>,
    pub(crate) references: Vec<FieldView>,
    pub(crate) reference_line: Vec<Run>,
    pub(crate) notice: Vec<FieldView>,
    pub(crate) sections: Vec<SectionView>,
    pub(crate) annexes: Option<(SectionHeading, TableView)>,
    pub(crate) signatures: Vec<SignatoryView>,
    pub(crate) signature_labels: SignatureLabels,
    pub(crate) twin: TwinView,
    #[serde(skip)]
    pub(crate) figures: Vec<Vec<u8>>,
    /// Texts that were printed in the language of their author because no translation is attached.
    #[serde(skip)]
    pub(crate) untranslated: usize,
}

#[derive(Serialize)]
pub(crate) struct LanguageView {
    pub(crate) code: String,
    pub(crate) region: Option<String>,
    pub(crate) dir: &'static str,
}

/// Paragraphs in one language.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Cell {
    pub(crate) lang: String,
    pub(crate) region: Option<String>,
    pub(crate) dir: &'static str,
    /// The whole language tag, script included: layouts know language and region only.
    #[serde(skip)]
    pub(crate) tag: String,
    pub(crate) paras: Vec<Vec<Run>>,
    /// The content control of each paragraph that holds words of a field, for prints that can be edited.
    #[serde(skip)]
    pub(crate) controls: Vec<Option<String>>,
}

impl Cell {
    /// The words of each paragraph, however they are set.
    pub(crate) fn says(&self) -> Vec<String> {
        let signs = |run: &Run| run.text.chars().filter(|c| !is_bidi_control(*c)).collect::<String>();
        self.paras.iter().map(|para| para.iter().map(signs).collect()).collect()
    }

    /// The paragraphs of another cell after these. Words that nobody translated keep the direction of their own.
    pub(crate) fn append(&mut self, mut other: Self) {
        if other.dir != self.dir {
            other.paras.iter_mut().for_each(|para| isolate_whole(para, other.dir));
        }
        self.controls.resize(self.paras.len(), None);
        self.controls.extend(other.controls);
        self.paras.extend(other.paras);
        self.controls.resize(self.paras.len(), None);
    }

    /// With a number before the first paragraph.
    pub(crate) fn led_by(&self, number: &[Run], between: &str) -> Self {
        let mut cell = self.clone();
        if cell.paras.is_empty() {
            cell.paras.push(vec![]);
        }
        let mut first = number.to_vec();
        first.push(Run::text(between));
        first.append(&mut cell.paras[0]);
        cell.paras[0] = first;
        cell
    }
}

/// Makes one isolated run of a paragraph that flows. What is read from the right keeps the runs that are isolated in it
/// already: its numbers and identifiers have a direction that one piece would not give them.
fn isolate_whole(para: &mut Vec<Run>, dir: &'static str) {
    let isolated = para.iter().any(|run| run.isolated.is_some());
    if para.iter().any(|run| !run.lines.is_empty()) || (dir == "rtl" && isolated) {
        return;
    }
    let text = para.iter().map(|run| run.text.as_str()).collect();
    *para = vec![Run { text, isolated: Some(dir), wraps: true, lines: vec![] }];
}

#[derive(Serialize)]
pub(crate) struct FieldView {
    pub(crate) label: Each<Cell>,
    pub(crate) value: Each<Cell>,
    /// Short enough to stay on one page.
    pub(crate) keep: bool,
}

impl FieldView {
    pub(crate) fn new(label: Each<Cell>, value: Each<Cell>) -> Self {
        let keep = value.iter().all(is_short);
        Self { label, value, keep }
    }
}

#[derive(Serialize)]
pub(crate) struct AuthorityView {
    pub(crate) country: Each<Cell>,
    pub(crate) name: Each<Cell>,
    pub(crate) contact: Each<Cell>,
}

#[derive(Serialize)]
pub(crate) struct SectionHeading {
    pub(crate) number: Each<Vec<Run>>,
    pub(crate) text: Each<Cell>,
}

#[derive(Serialize)]
pub(crate) struct SectionView {
    pub(crate) heading: SectionHeading,
    pub(crate) blocks: Vec<BlockView>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub(crate) enum BlockView {
    Heading { text: Each<Cell> },
    Rows { rows: Vec<Each<Cell>> },
    Fields { fields: Vec<FieldView> },
    Records { records: Vec<RecordView> },
    List { items: Vec<ListItem> },
    Table { table: TableView },
    Figure { path: String, alt: String, caption: Each<Cell> },
}

#[derive(Serialize)]
pub(crate) struct RecordView {
    pub(crate) fields: Vec<FieldView>,
    /// Short enough to stay on one page.
    pub(crate) keep: bool,
}

impl RecordView {
    pub(crate) fn new(fields: Vec<FieldView>) -> Self {
        let cells = || fields.iter().flat_map(|field| &field.value);
        let keep = fields.len() <= 12 && cells().map(signs).sum::<usize>() <= 2 * SHORT_SIGNS;
        Self { fields, keep }
    }
}

#[derive(Serialize)]
pub(crate) struct ListItem {
    pub(crate) number: Each<Vec<Run>>,
    pub(crate) text: Each<Cell>,
}

#[derive(Serialize)]
pub(crate) struct TableView {
    pub(crate) caption: Option<Each<Cell>>,
    /// The name of each column and whether it takes what room is left.
    pub(crate) columns: Vec<(Each<Cell>, bool)>,
    pub(crate) rows: Vec<RowView>,
}

#[derive(Serialize)]
pub(crate) struct RowView {
    pub(crate) cells: Vec<CellView>,
    /// Short enough to stay on one page.
    pub(crate) keep: bool,
}

impl RowView {
    pub(crate) fn new(cells: Vec<CellView>) -> Self {
        let keep = cells.iter().all(|cell| match cell {
            CellView::One(cell) => is_short(cell),
            CellView::Each(cells) => cells.iter().all(is_short),
        });
        Self { cells, keep }
    }
}

/// A cell of a table: one for all languages, or one for each.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CellView {
    One(Cell),
    Each(Each<Cell>),
}

impl CellView {
    pub(crate) fn of(mut cells: Each<Cell>) -> Self {
        if cells.len() == 1 { Self::One(cells.remove(0)) } else { Self::Each(cells) }
    }
}

#[derive(Serialize)]
pub(crate) struct SignatoryView {
    pub(crate) role: Each<Cell>,
    pub(crate) name: Option<Each<Cell>>,
    pub(crate) position: Option<Each<Cell>>,
    pub(crate) seal: bool,
}

#[derive(Serialize)]
pub(crate) struct SignatureLabels {
    pub(crate) signature: Each<Cell>,
    pub(crate) name: Each<Cell>,
    pub(crate) position: Each<Cell>,
    pub(crate) date: Each<Cell>,
    pub(crate) seal: Each<Cell>,
}

#[derive(Serialize)]
pub(crate) struct TwinView {
    pub(crate) note: Each<Cell>,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) signature: Option<(String, String)>,
}

/// Signs of a cell that surely fits on a page together with its row. What is longer may run on to the next page, since
/// what must stay together and does not fit would be cut off.
const SHORT_SIGNS: usize = 600;

fn is_short(cell: &Cell) -> bool {
    cell.paras.len() <= 12 && signs(cell) <= SHORT_SIGNS
}

fn signs(cell: &Cell) -> usize {
    cell.paras.iter().flatten().map(|run| run.text.chars().count()).sum()
}
