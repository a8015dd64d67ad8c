//! What a layout is given: the keys of `view.json`, which packs/documents/README.md describes.

use serde::Serialize;

use crate::text::Run;

/// The same thing in each printed language, in their order. A text that is not there in every language stands alone and
/// goes across the columns.
pub(super) type Each<T> = Vec<T>;

#[derive(Serialize)]
pub(crate) struct View {
    pub(super) title: String,
    pub(super) languages: Each<LanguageView>,
    pub(super) exercise: Option<Each<Cell>>,
    pub(super) draft: Option<Each<Cell>>,
    pub(super) advance: Option<Each<Cell>>,
    pub(super) urgent: Option<Each<Cell>>,
    pub(super) heading: Each<Cell>,
    pub(super) subject: FieldView,
    pub(super) from: Option<AuthorityView>,
    pub(super) to: Option<(Each<Cell>, AuthorityView)>,
    pub(super) through: Vec<(Each<Cell>, AuthorityView)>,
    pub(super) references: Vec<FieldView>,
    pub(super) reference_line: Vec<Run>,
    pub(super) notice: Vec<FieldView>,
    pub(super) sections: Vec<SectionView>,
    pub(super) annexes: Option<(SectionHeading, TableView)>,
    pub(super) signatures: Vec<SignatoryView>,
    pub(super) signature_labels: SignatureLabels,
    pub(super) twin: TwinView,
    #[serde(skip)]
    pub(crate) figures: Vec<Vec<u8>>,
    /// Texts that were printed in the language of their author because no translation is attached.
    #[serde(skip)]
    pub(crate) untranslated: usize,
}

#[derive(Serialize)]
pub(super) struct LanguageView {
    pub(super) code: String,
    pub(super) region: Option<String>,
    pub(super) dir: &'static str,
}

/// Paragraphs in one language.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub(super) struct Cell {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) paras: Vec<Vec<Run>>,
}

#[derive(Serialize)]
pub(super) struct FieldView {
    pub(super) label: Each<Cell>,
    pub(super) value: Each<Cell>,
    /// Short enough to stay on one page.
    pub(super) keep: bool,
}

impl FieldView {
    pub(super) fn new(label: Each<Cell>, value: Each<Cell>) -> Self {
        let keep = value.iter().all(is_short);
        Self { label, value, keep }
    }
}

#[derive(Serialize)]
pub(super) struct AuthorityView {
    pub(super) country: Each<Cell>,
    pub(super) name: Each<Cell>,
    pub(super) contact: Each<Cell>,
}

#[derive(Serialize)]
pub(super) struct SectionHeading {
    pub(super) number: Each<Vec<Run>>,
    pub(super) text: Each<Cell>,
}

#[derive(Serialize)]
pub(super) struct SectionView {
    pub(super) heading: SectionHeading,
    pub(super) blocks: Vec<BlockView>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub(super) enum BlockView {
    Heading { text: Each<Cell> },
    Rows { rows: Vec<Each<Cell>> },
    Fields { fields: Vec<FieldView> },
    Records { records: Vec<RecordView> },
    List { items: Vec<ListItem> },
    Table { table: TableView },
    Figure { path: String, alt: String, caption: Each<Cell> },
}

#[derive(Serialize)]
pub(super) struct RecordView {
    pub(super) fields: Vec<FieldView>,
    /// Short enough to stay on one page.
    pub(super) keep: bool,
}

impl RecordView {
    pub(super) fn new(fields: Vec<FieldView>) -> Self {
        let cells = || fields.iter().flat_map(|field| &field.value);
        let keep = fields.len() <= 12 && cells().map(signs).sum::<usize>() <= 2 * SHORT_SIGNS;
        Self { fields, keep }
    }
}

#[derive(Serialize)]
pub(super) struct ListItem {
    pub(super) number: Each<Vec<Run>>,
    pub(super) text: Each<Cell>,
}

#[derive(Serialize)]
pub(super) struct TableView {
    pub(super) caption: Option<Each<Cell>>,
    /// The name of each column and whether it takes what room is left.
    pub(super) columns: Vec<(Each<Cell>, bool)>,
    pub(super) rows: Vec<RowView>,
}

#[derive(Serialize)]
pub(super) struct RowView {
    pub(super) cells: Vec<CellView>,
    /// Short enough to stay on one page.
    pub(super) keep: bool,
}

impl RowView {
    pub(super) fn new(cells: Vec<CellView>) -> Self {
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
pub(super) enum CellView {
    One(Cell),
    Each(Each<Cell>),
}

impl CellView {
    pub(super) fn of(mut cells: Each<Cell>) -> Self {
        if cells.len() == 1 { Self::One(cells.remove(0)) } else { Self::Each(cells) }
    }
}

#[derive(Serialize)]
pub(super) struct SignatoryView {
    pub(super) role: Each<Cell>,
    pub(super) name: Option<Each<Cell>>,
    pub(super) position: Option<Each<Cell>>,
    pub(super) seal: bool,
}

#[derive(Serialize)]
pub(super) struct SignatureLabels {
    pub(super) signature: Each<Cell>,
    pub(super) name: Each<Cell>,
    pub(super) position: Each<Cell>,
    pub(super) date: Each<Cell>,
    pub(super) seal: Each<Cell>,
}

#[derive(Serialize)]
pub(super) struct TwinView {
    pub(super) note: Each<Cell>,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) signature: Option<(String, String)>,
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
