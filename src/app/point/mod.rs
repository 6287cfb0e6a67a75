//! The point at which everything is computed: where variables start, at random, and in motion.
//!
//! A variable that a person types starts at the next number of [`SERIES`]; those of a link or an example
//! start where it puts them. [`Change::Reset`] goes back there, [`Change::Randomise`] goes anywhere else, and
//! while a slider plays it goes along its track by itself ([`Playing`]).
//!
//! Variables that columns of data stand in for belong to the rows: neither of the two moves them.

mod change;
mod options;
mod playing;
mod random;
mod start;

pub use change::Change;
pub(in crate::app) use change::change;
pub use options::Options;
pub use playing::{AtEnd, Playing, Stride};
pub use start::SERIES;
pub(in crate::app) use start::{give, start_here};
