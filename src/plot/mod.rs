//! Pictures of functions as numbers, independent of any screen.
//!
//! **Curves.** [`sample`] draws a function that it knows only by values and slopes at the points it
//! asks for. It asks in rounds, many points at once, and gives back a [`Curve`]: runs of points that may
//! be joined, and the places where they may not. [`ticks`] are the round numbers beside it, a
//! [`Window`] leads from numbers to pixels and back.
//!
//! **Maps.** A [`Grid`] holds the values, a [`Scale`] the levels, [`Contours`] the lines between them and
//! [`shade`] the colours.
//!
//! **Charts.** A [`Chart`] shows values over the steps of a run.

mod chart;
mod contour;
mod curve;
mod curve_point;
mod grid;
mod judge;
mod label;
mod levels;
mod range;
mod sample;
mod shade;
mod ticks;
mod window;

pub use chart::Chart;
pub use contour::{ContourLine, Contours};
pub use curve::Curve;
pub use curve_point::{CurvePoint, Mark, MarkKind};
pub use grid::Grid;
pub use label::beside;
pub use levels::{Progression, Scale};
pub use sample::{Evaluate, Frame, sample};
pub use shade::{ramp, shade};
pub use ticks::{Ticks, ticks};
pub use window::{Range, Window};
