//! Rows of data, and the mean of a function over them.
//!
//! A [`Table`] is read from text, or a [`Fault`] says what is wrong with the text. A loss is written
//! for one row, and a descent minimizes its mean over all rows. [`Objective`] is that mean, or the
//! function itself where there is no data. [`Batches`] says which rows a step of descent uses,
//! [`prediction()`] which node is the curve that is fitted to the rows.
//!
//! Invariants: every number of a table is finite; the same seed gives the same batches.

mod batches;
mod fault;
mod limits;
mod objective;
mod prediction;
mod table;

pub use batches::{Batches, Batching, SplitMix64};
pub use fault::{Fault, FaultKind};
pub use limits::{LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS};
pub use objective::Objective;
pub use prediction::prediction;
pub use table::Table;
