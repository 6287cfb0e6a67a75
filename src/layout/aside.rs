//! Nodes without any edge: variables that are written but not used.

use super::{COLUMN_GAP, Dag, Rect};

/// Puts isolated nodes into columns at the right of the rest of the picture, which is `height` high
/// and ends at `right`. No column is longer than the picture unless it is a single box.
pub(super) fn place(dag: &Dag, boxes: &mut [Rect], right: f64, height: f64) {
    let mut column = right + 2.0 * COLUMN_GAP;
    let (mut width, mut y) = (0.0f64, 0.0);
    for node in (0..dag.node_count() as u32).filter(|&n| dag.is_isolated(n)) {
        let b = &mut boxes[node as usize];
        if y > 0.0 && y + b.height > height {
            column += width + COLUMN_GAP;
            (width, y) = (0.0, 0.0);
        }
        (b.x, b.y) = (column, y);
        y += b.height + COLUMN_GAP;
        width = width.max(b.width);
    }
}
