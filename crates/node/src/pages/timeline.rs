//! Entries one after the other: of a case, or of the office's own journal.

use comity_casework::TimelineEntry;
use comity_record::{CaseId, EntryId, RecordedTime};

use super::request::brief;

use crate::facts::{Fact, Reader, entry_link};
use crate::shown::Shown;

/// Entries on one page.
pub(crate) const ENTRIES_A_PAGE: u32 = 50;

/// One entry as the time line shows it.
pub(crate) struct Item {
    pub(crate) id: EntryId,
    pub(crate) sequence: u64,
    pub(crate) kind: Shown,
    pub(crate) author: Shown,
    pub(crate) recorded: Shown,
    pub(crate) facts: Vec<Fact>,
    pub(crate) standing: Vec<Fact>,
    pub(crate) crossed_out: bool,
}

/// Which entries a page shows, and which pages are beside it.
pub(crate) struct Window {
    pub(crate) from: u64,
    pub(crate) earlier: Option<u64>,
    pub(crate) later: Option<u64>,
}

impl Window {
    /// The entries from a place on; the last ones, if none is asked for.
    pub(crate) fn of(from: Option<u64>, entries: u64) -> Self {
        let size = u64::from(ENTRIES_A_PAGE);
        let from = from.unwrap_or_else(|| entries.saturating_sub(size)).min(entries);
        let later = from.saturating_add(size);
        Self {
            from,
            earlier: (from > 0).then(|| from.saturating_sub(size)),
            later: (later < entries).then_some(later),
        }
    }
}

pub(crate) fn item(reader: &Reader<'_>, journal: CaseId, entry: &TimelineEntry) -> Item {
    let standing = entry.standing.as_ref();
    // An entry of a request holds all that the request says, which its page tells better.
    let brief = brief(reader, journal, &entry.row);
    let leads_there = brief.is_some();
    let mut facts = brief.unwrap_or_else(|| reader.body(&entry.row));
    let refs = entry.row.refs.iter().filter(|(role, _)| !(leads_there && role == "about"));
    facts.extend(
        refs.map(|(role, other)| Fact {
            label: reader.word_or("node-ref-", role),
            value: entry_link(*other),
        }),
    );
    Item {
        id: entry.row.entry,
        sequence: entry.row.sequence,
        kind: reader.kind(&entry.row.kind),
        author: reader.author(entry.row.author),
        recorded: Shown::Time(moment(entry.row.recorded)),
        facts,
        standing: reader.standing(standing),
        crossed_out: standing.is_some_and(|s| s.withdrawn_by.is_some() || s.corrected_by.is_some()),
    }
}

/// A recorded time to the second, in UTC, as every page writes it.
pub(crate) fn moment(at: RecordedTime) -> String {
    format!("{} UTC", at.timestamp().strftime("%Y-%m-%d %H:%M:%S"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_time_line_meet_and_end() {
        let of = |from, entries| {
            let window = Window::of(from, entries);
            (window.from, window.earlier, window.later)
        };
        assert_eq!(of(None, 3), (0, None, None));
        assert_eq!(of(None, 50), (0, None, None));
        assert_eq!(of(None, 51), (1, Some(0), None));
        assert_eq!(of(Some(0), 120), (0, None, Some(50)));
        assert_eq!(of(Some(50), 100), (50, Some(0), None));
        assert_eq!(of(Some(u64::MAX), 10), (10, Some(0), None));
    }
}
