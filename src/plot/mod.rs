//! Pictures of functions: where a map's lines run, and how it is coloured.
//!
//! A [`Grid`] holds the values, a [`Scale`] the levels, [`Contours`] the lines between them and
//! [`shade`] the colours. All of it is numbers: nothing here knows a screen.

mod contour;
mod grid;
mod levels;
mod shade;

pub use contour::{Contours, Line};
pub use grid::Grid;
pub use levels::{Scale, Stepping};
pub use shade::{ramp, shade};
