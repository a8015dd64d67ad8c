//! Places that are remembered.

use std::ops::Range;

/// Ranges in their order, none inside another, so that one look tells whether a place is in any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ranges(Vec<Range<u64>>);

impl FromIterator<Range<u64>> for Ranges {
    fn from_iter<I: IntoIterator<Item = Range<u64>>>(ranges: I) -> Self {
        let mut all = Self::default();
        all.add(ranges);
        all
    }
}

impl Ranges {
    /// Takes more of them, in any order.
    pub fn add(&mut self, more: impl IntoIterator<Item = Range<u64>>) {
        self.0.extend(more);
        self.0.sort_by_key(|range| (range.start, u64::MAX - range.end));
        let mut reached = 0;
        self.0.retain(|range| {
            let is_new = range.end > reached;
            reached = reached.max(range.end);
            is_new
        });
    }

    /// Whether a place is in one of them as a whole.
    pub fn has(&self, place: &Range<u64>) -> bool {
        self.around(place.start).is_some_and(|range| place.end <= range.end)
    }

    /// The end of the range in which `offset` is.
    pub(crate) fn end_around(&self, offset: u64) -> Option<u64> {
        self.around(offset).map(|range| range.end).filter(|end| *end > offset)
    }

    pub(crate) fn as_slice(&self) -> &[Range<u64>] {
        &self.0
    }

    /// Of those that begin at `offset` or before it the one that ends last.
    fn around(&self, offset: u64) -> Option<&Range<u64>> {
        self.0[..self.0.partition_point(|range| range.start <= offset)].last()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranges_that_lie_inside_others_are_not_kept() {
        let mut ranges = Ranges::default();
        ranges.add([20..30, 0..10, 5..7, 8..12]);
        assert_eq!(ranges.as_slice(), [0..10, 8..12, 20..30]);
        for (offset, end) in [(0, Some(10)), (9, Some(12)), (12, None), (29, Some(30)), (30, None)] {
            assert_eq!(ranges.end_around(offset), end, "{offset}");
        }
    }

    proptest! {
        #[test]
        fn a_place_is_in_one_of_them_or_is_not(
            all in proptest::collection::vec((0_u64..50, 1_u64..20), 0..20),
            (start, length) in (0_u64..70, 1_u64..5),
        ) {
            let all: Vec<_> = all.into_iter().map(|(start, length)| start..start + length).collect();
            let place = start..start + length;
            let expected = all.iter().any(|range| range.start <= place.start && place.end <= range.end);
            let mut ranges = Ranges::default();
            let (first, second) = all.split_at(all.len() / 2);
            ranges.add(first.to_vec());
            ranges.add(second.to_vec());
            prop_assert_eq!(ranges.has(&place), expected);
        }
    }
}
