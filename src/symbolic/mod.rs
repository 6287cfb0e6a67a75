//! `Expr → Expr`: the derivative as an expression.

mod differentiate;

pub use differentiate::{derivative, formula_text};
