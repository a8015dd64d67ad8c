//! Who is shown the layers.

use std::ops::{ControlFlow, Range};

use crate::fault::Fault;
use crate::times::Times;
use crate::web::Capture;

/// A step from a layer to the one inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The decoder, such as `gzip`.
    pub name: &'static str,
    /// Where the encoded part begins, in the bytes of the layer before.
    pub offset: u64,
    /// The name that the part has in its archive. It is foreign text, shortened and made valid UTF-8, and no path to
    /// write to.
    pub file: Option<String>,
}

/// A layer that begins.
#[derive(Debug, Clone, Copy)]
pub struct Opened<'a> {
    /// The way to it, outermost first; none for the input itself.
    pub steps: &'a [Step],
    /// For a layer that repeats a piece of text of the layer before with some places rewritten (such as an HTML entity by
    /// its character): the rewritten places, in bytes of this layer, ascending. What touches none of them stands in the
    /// layer before as well, and was shown there. An empty range is a place where something was taken out.
    pub rewritten: Option<&'a [Range<u64>]>,
    /// For a layer whose bytes stand as they are in the layer before, such as a file in an archive that does not pack: where
    /// they begin there. They are shown with both layers, and what lies in them is opened in the inner one only.
    pub copied_from: Option<u64>,
    /// For a file of a file system: its times.
    pub times: Option<Times>,
}

/// Takes what is found inside an input.
///
/// Layers begin and end like brackets. While an inner one is open, those around it may be given their next bytes. Whoever
/// answers [`ControlFlow::Break`] ends the walk.
pub trait Visitor {
    /// A layer begins. Its depth is the number of its steps.
    fn enter(&mut self, layer: Opened<'_>) -> ControlFlow<()>;

    /// Of the innermost layer, which has been given no byte of these ranges yet: what stands in them was shown by layers inside
    /// it, by nearer ways. A layer inside may be made of several ranges, as files that do not lie in one piece are. Ranges are
    /// ascending, and none lies inside another.
    fn shown_inside(&mut self, _ranges: &[Range<u64>]) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    /// What a record of a web capture says of itself; the last step leads to it. Its layer begins next, unless the record is
    /// empty or past a limit.
    fn capture(&mut self, _steps: &[Step], _capture: &Capture) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    /// The next bytes of the open layer at this depth. All bytes of a layer are given, in their order.
    fn bytes(&mut self, depth: usize, bytes: &[u8]) -> ControlFlow<()>;

    /// The innermost layer ends.
    fn leave(&mut self) -> ControlFlow<()>;

    /// A part was not opened, or not to its end.
    fn fault(&mut self, steps: &[Step], fault: &Fault) -> ControlFlow<()>;
}

/// Whether a place of a rewritten layer touches what was rewritten in it ([`Opened::rewritten`]), be it only at its border.
pub fn touches(rewritten: &[Range<u64>], place: &Range<u64>) -> bool {
    let next = rewritten.partition_point(|range| range.end < place.start);
    rewritten.get(next).is_some_and(|range| range.start <= place.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_touches_what_overlaps_or_borders_it() {
        let rewritten = [3..5, 9..9];
        for (place, expected) in [
            (0..2, false),
            (0..3, true),
            (4..5, true),
            (5..6, true),
            (6..8, false),
            (8..10, true),
            (10..12, false),
        ] {
            assert_eq!(touches(&rewritten, &place), expected, "{place:?}");
        }
        assert!(!touches(&[], &(0..9)));
    }
}
