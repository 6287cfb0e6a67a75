//! Rows of data, and the mean of a function over them.
//!
//! A [`Table`] is read from text, or a [`Fault`] says what is wrong with it. A loss is written for one
//! row; what is learned from is its mean over all rows. [`Objective`] is that mean, or the function
//! itself where there is no data. [`Batches`] says which rows a step of descent looks at,
//! [`prediction()`] which node is the curve that is fitted to them.
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
