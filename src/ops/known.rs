//! The operations that other folders need by name: code that writes a sum needs to know which
//! operation adds.

use super::Op;

macro_rules! known {
    ($($NAME:ident = $Op:ident, $what:literal;)+) => {
        $(#[doc = $what] pub const $NAME: Op = Op::$Op;)+

        #[cfg(test)]
        const NAMED: &[(&str, Op)] = &[$((stringify!($NAME), $NAME)),+];
    };
}

known! {
    ADD = Add, "The sum of two terms.";
    SUB = Sub, "The difference of two terms.";
    NEG = Neg, "The number with its sign turned.";
    MUL = Mul, "The product of two factors.";
    DIV = Div, "The quotient of two numbers.";
    POW = Pow, "A base to the power of an exponent.";
    SQRT = Sqrt, "The square root.";
    EXP = Exp, "e to a power: the function that is its own derivative.";
    LN = Ln, "The natural logarithm.";
    LOGB = Log, "The logarithm to any base.";
    SIN = Sin, "The sine.";
    COS = Cos, "The cosine.";
    SINH = Sinh, "The hyperbolic sine.";
    COSH = Cosh, "The hyperbolic cosine.";
    ABS = Abs, "The absolute value, which bars stand for.";
    EQ = Equal, "Whether two numbers are equal.";
    AND = And, "Whether two conditions hold.";
    PIECEWISE = Piecewise, "The first case whose condition holds.";
}

#[test]
fn every_name_is_that_of_the_row() {
    for &(name, op) in NAMED {
        assert_eq!(op.row().name, name.to_lowercase());
    }
}
