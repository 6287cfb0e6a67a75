//! `Expr → Expr`: the derivative as an expression, and expressions as textbooks write them.
//!
//! [`derivative`] differentiates the body of a function for `f'(x)`, term by term, with the formulas
//! that the passes compute. [`partial()`] gives the derivative of a whole program, simplified for
//! readers: the program becomes a list of operations (`arena`); these and their derivatives, by the
//! textbook formulas (`textbook`), are brought to a normal form (`algebra`, over the exact numbers
//! of `rational`), which is written as an expression again (`write`). A long derivative is written
//! with named intermediate results (`folded`).

mod algebra;
mod arena;
mod chain;
mod differentiate;
mod folded;
mod partial;
mod rational;
mod shared;
mod textbook;
mod write;

pub use differentiate::{derivative, formula_text};
pub use partial::{LARGEST, LARGEST_INLINE, LARGEST_SIMPLIFIED, LONGEST_INLINE, partial, partial_of, simplify};
pub use textbook::textbook;
