//! Pictures as SVG text: the data of paths, and the elements of a plot, a map or a chart.
//!
//! Everything here is a pure function from numbers to text, so that a picture is the same on the
//! page, in a test and in a file. All lengths are pixels and are written by [`Px`].

mod arrow;
mod axis;
mod chart;
mod contour;
mod curve;
mod edge;
mod legend;
mod mark;
mod path;
mod px;
mod sketch;
mod tangent;
mod ticks;
mod trail;

pub use arrow::{arrow, field};
pub use axis::{axes, grid, tick_labels, upright};
pub use chart::chart;
pub use contour::contour;
pub use curve::curve;
pub use edge::{edge, edge_near};
pub use legend::legend;
pub use mark::marks;
pub use path::PathData;
pub use px::{Px, kept_near, translate};
pub use sketch::{outlines, strokes};
pub use tangent::tangent;
pub use ticks::map_ticks;
pub use trail::trails;
