//! Distances between boxes, rows and labels.

use super::Size;

/// Free height between two rows, in px: enough for an edge and its label.
pub const ROW_GAP: f64 = 80.0;

/// Least free width between two boxes of a row, in px.
pub const COLUMN_GAP: f64 = 28.0;

/// Size of the space that is kept for the label of an edge, in px; its centre is
/// [`Spline::label`](super::Spline::label).
pub const LABEL: Size = Size { width: 64.0, height: 20.0 };
