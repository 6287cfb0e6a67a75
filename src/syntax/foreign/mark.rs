//! What is found in a text of another notation.

use super::super::Span;

/// What of another notation stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Something that is written otherwise here.
    Written {
        /// What was typed.
        typed: String,
        /// How it is written here.
        here: String,
    },
    /// Something that is needed elsewhere and has no meaning here: `let`, `$`, an import.
    Needless {
        /// What was typed.
        typed: String,
    },
    /// A derivative, which is a prime here.
    Derivative,
    /// A prime after a name that is no function.
    NoSuchFunction {
        /// The name.
        name: String,
    },
    /// Derivatives of named quantities, `dy/dx`, which the page shows anyway.
    Shown,
    /// An equation that defines nothing.
    Equation,
    /// A comparison that stands for a number.
    Condition {
        /// The piecewise function that is 1 where it holds.
        here: String,
    },
    /// An integral.
    Integral,
    /// A limit.
    Limit,
    /// A sum or a product over an index.
    Series,
    /// A vector, a matrix or a list, or what is done with them.
    Vector,
    /// ∞
    Infinity,
    /// ±
    TwoValues,
    /// A number by chance.
    Random,
    /// A value that a variable has: `x^2 at x = 3`.
    Value,
}

/// Something foreign and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub what: Foreign,
}
