//! The tree from afar: all its boxes as one path and all its edges as another.

use super::{PathData, edge};
use crate::layout::{Rect, Spline};

/// The outlines of boxes, in whole pixels.
///
/// ```
/// use chainrule::{layout::Rect, svg::outlines};
/// let boxes = [Rect { x: 0.4, y: 10.0, width: 60.0, height: 40.0 }];
/// assert_eq!(outlines(boxes), "M0 10h60v40h-60z");
/// ```
pub fn outlines(boxes: impl IntoIterator<Item = Rect>) -> String {
    let mut path = PathData::default();
    for Rect { x, y, width, height } in boxes {
        path.rectangle((x.round(), y.round()), (width.round(), height.round()));
    }
    path.into_text()
}

/// Edges, one after the other.
pub fn strokes<'a>(edges: impl IntoIterator<Item = &'a Spline>) -> String {
    edges.into_iter().map(edge).collect()
}
