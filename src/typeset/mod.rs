//! Numbers, names and formulas as they are shown: pure data, no web types.
//!
//! Formulas are a typed tree of MathML ([`Math`]) that remembers the place in the text each part
//! comes from. [`program`] typesets what was typed, [`op_math`] what one node computes, and the
//! page walks the tree with [`Math::element`], [`Math::children`] and their like. How an operation
//! is drawn follows from its row in the table of operations, never from the single operation.
//!
//! ```
//! use chainrule::typeset;
//! assert_eq!(typeset::number(-0.1 - 0.2), "−0.3");
//! assert_eq!(typeset::name_text("x1"), "x₁");
//! assert_eq!(typeset::to_mathml(&typeset::name_math("x1")), "<math><msub><mi>x</mi><mn>1</mn></msub></math>");
//! ```

mod fragment;
mod line;
mod math;
mod name;
mod node;
mod number;
mod program;
mod tex;
mod text;
mod word;

pub use crate::syntax::exact;
pub use line::{Line, Part, Role, plain_text};
pub use math::{Math, MathKind, to_mathml};
pub use name::{name_math, name_text};
pub use node::{Label, label, op_line, op_math, op_numbers};
pub use number::{Digits, number, number_math, number_parts, number_with};
pub use program::{DEEPEST, LARGEST, expression, output_with, program};
pub use tex::to_tex;
pub use word::Word;
