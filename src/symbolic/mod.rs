//! `Expr → Expr`: the derivative as an expression, and expressions as textbooks write them.
//!
//! [`derivative`] takes the body of a function apart for `f'(x)`, term by term and exact to the
//! last digit; [`partial()`] is for reading: the derivative of a whole program, simplified. A
//! program becomes a list of operations (`arena`), these and their derivatives a normal form
//! (`algebra`, over exact numbers in `rational`) by the formulas that people know (`textbook`),
//! and that is written out again (`write`), long ones with shared names (`folded`).

mod algebra;
mod arena;
mod chain;
mod differentiate;
mod folded;
mod partial;
mod rational;
mod textbook;
mod write;

pub use differentiate::{derivative, formula_text};
pub use partial::{LARGEST, LARGEST_INLINE, LARGEST_SIMPLIFIED, LONGEST_INLINE, partial, simplify};
pub use textbook::textbook;
