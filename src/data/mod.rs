//! Rows of data, and the mean of a function over them.
//!
//! A loss is written for one row; what is learned from is its mean over all rows. [`Objective`] is
//! that mean, or the function itself where there is no data.

mod objective;

pub use objective::Objective;
