//! The table of operations. To add an operation, add a row: parser, typesetter, help and tests
//! iterate the rows.

use super::math::*;
use super::row::{Arity, Level, Notation, Row, Syntax, Topic, Visit};
use super::special::*;

/// Calls the visitor with the closures of one row, by the number of named arguments.
macro_rules! visit_row {
    ($visitor:ident, $guarded:expr, [$a:ident] $value:expr, [$pa:ident, $py:ident] $partial:expr) => {
        $visitor
            .unary(|$a: f64| $value, |$pa: f64, $py: f64| if $guarded && $py.is_nan() { f64::NAN } else { $partial })
    };
    ($visitor:ident, $guarded:expr, [$a:ident, $b:ident] $value:expr,
     [$pa:ident, $pb:ident, $py:ident] $partial_a:expr, $partial_b:expr) => {
        $visitor.binary(
            |$a: f64, $b: f64| $value,
            |$pa: f64, $pb: f64, $py: f64| $partial_a,
            |$pa: f64, $pb: f64, $py: f64| $partial_b,
        )
    };
    ($visitor:ident, $guarded:expr, [$a:ident, $b:ident, $c:ident] $value:expr,
     [$pa:ident, $pb:ident, $pc:ident, $py:ident] $partial_a:expr, $partial_b:expr, $partial_c:expr) => {
        $visitor.many(
            |args| {
                let [$a, $b, $c] = *args else { return f64::NAN };
                $value
            },
            |args, $py, out| {
                let [$pa, $pb, $pc] = *args else { return };
                out.copy_from_slice(&[$partial_a, $partial_b, $partial_c]);
            },
        )
    };
    ($visitor:ident, $guarded:expr, [..] $value:expr, [..] $shares:ident; $($text:literal),+) => {
        $visitor.many($value, $shares)
    };
}

/// The text of the partials in our own language, made from the same tokens that the compiler sees.
macro_rules! partial_texts {
    ([..] $share:ident; $($text:literal),+) => { &[$($text),+] };
    ([$($p:ident),+] $($partial:expr),+) => { &[$(stringify!($partial)),+] };
}

/// The reason of the first condition that holds. With `..`, a function of all arguments decides
/// whether the condition holds.
macro_rules! reason {
    () => { |_| None };
    (.. $condition:ident => $reason:literal) => { |args| $condition(args).then_some($reason) };
    ($($a:ident),+ : $($condition:expr => $reason:literal),+) => {
        |args| {
            let [$($a),*] = *args else { return None };
            $(if $condition { return Some($reason); })+
            None
        }
    };
}

/// The same reasons as a list.
macro_rules! reasons {
    () => { &[] };
    (.. $condition:ident => $reason:literal) => { &[$reason] };
    ($($a:ident),+ : $($condition:expr => $reason:literal),+) => { &[$($reason),+] };
}

macro_rules! operations {
    ($(
        $Op:ident {
            name: $name:literal, $(aliases: [$($alias:literal),+],)?
            symbol: $symbol:literal, spoken: $spoken:literal, arity: $arity:expr,
            syntax: $syntax:expr, notation: $notation:expr,
            value: [$($x:tt)+] $value:expr,
            partials: { $($partials:tt)+ },
            $(textbook: [$($textbook:literal),+],)?
            $(choice: $choice:literal,)?
            rules: [$($rule:literal),+],
            $(domain: [$($domain:tt)+],)?
            $(kinks: [$($kink:tt)+],)?
            $(hints: [$($hint:literal),+],)?
            topic: $topic:expr,
            doc: $doc:literal, example: $example:literal,
        }
    )*) => {
        /// An operation of the language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Op {
            $(#[doc = $doc] $Op,)*
        }

        static ROWS: &[Row] = &[$(Row {
            name: $name,
            aliases: &[$($($alias),+)?],
            symbol: $symbol,
            spoken: $spoken,
            arity: $arity,
            syntax: $syntax,
            notation: $notation,
            partials: partial_texts!($($partials)+),
            textbook: &[$($($textbook),+)?],
            choice: concat!("" $(, $choice)?),
            rules: &[$($rule),+],
            domain: reason!($($($domain)+)?),
            kink: reason!($($($kink)+)?),
            reasons: [reasons!($($($domain)+)?), reasons!($($($kink)+)?)],
            hints: &[$($($hint),+)?],
            topic: $topic,
            doc: $doc,
            example: $example,
        }),*];

        impl Op {
            /// Every operation, in the order of the language table.
            pub const ALL: &[Op] = &[$(Op::$Op),*];

            /// The row of this operation.
            pub fn row(self) -> &'static Row {
                &ROWS[self as usize]
            }

            /// Calls `visitor` with this operation's closures.
            #[allow(unused_variables)]
            #[inline]
            pub fn visit<V: Visit>(self, visitor: V) -> V::Output {
                match self {
                    $(Op::$Op => visit_row!(
                        visitor,
                        !concat!("" $($(, stringify!($domain))+)?).is_empty(),
                        [$($x)+] $value,
                        $($partials)+
                    ),)*
                }
            }
        }
    };
}

use Arity::{AtLeast, Exactly};

operations! {
    Add {
        name: "add", symbol: "+", spoken: "plus", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Sum, &["+"]), notation: Notation::Sum,
        value: [a, b] a + b,
        partials: { [a, b, y] 1.0, 1.0 },
        rules: ["sum rule"],
        hints: ["A sum hands its gradient on unchanged."],
        topic: Topic::Arithmetic,
        doc: "Adds two numbers.", example: "x + y",
    }
    Sub {
        name: "sub", symbol: "−", spoken: "minus", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Sum, &["-", "−", "–"]), notation: Notation::Difference,
        value: [a, b] a - b,
        partials: { [a, b, y] 1.0, -1.0 },
        rules: ["sum rule", "difference rule"],
        hints: ["A difference hands its gradient on unchanged to what stands first.",
            "A difference turns the sign of the gradient for what it takes away."],
        topic: Topic::Arithmetic,
        doc: "Subtracts the second number from the first.", example: "x - y",
    }
    Mul {
        name: "mul", symbol: "×", spoken: "times", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Product, &["*", "·", "×", "⋅", "∗"]), notation: Notation::Product,
        value: [a, b] a * b,
        partials: { [a, b, y] b, a },
        rules: ["product rule"],
        hints: ["In a product, each factor's local derivative is the other factor."],
        topic: Topic::Arithmetic,
        doc: "Multiplies two numbers.", example: "2x y",
    }
    Div {
        name: "div", symbol: "÷", spoken: "divided by", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Product, &["/", "÷", "∕"]), notation: Notation::Fraction,
        value: [a, b] a / b,
        partials: { [a, b, y] 1.0 / b, -y / b },
        rules: ["quotient rule"],
        domain: [a, b: a == 0.0 && b == 0.0 => "0 divided by 0", b == 0.0 => "division by 0"],
        hints: ["A quotient divides the gradient of its numerator by the denominator.",
            "A denominator receives the gradient times minus the quotient, divided by it once more."],
        topic: Topic::Arithmetic,
        doc: "Divides the first number by the second.", example: "x/y",
    }
    Neg {
        name: "neg", symbol: "−", spoken: "minus", arity: Exactly(1),
        syntax: Syntax::Prefix(&["-", "−", "–"]), notation: Notation::Negation,
        value: [a] -a,
        partials: { [a, y] -1.0 },
        rules: ["constant factor rule"],
        hints: ["A minus turns the sign of the gradient."],
        topic: Topic::Arithmetic,
        doc: "Turns the sign; binds looser than a power, so -x^2 is -(x^2).", example: "-x",
    }
    Pow {
        name: "pow", symbol: "^", spoken: "to the power of", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Power, &["^", "**"]), notation: Notation::Power,
        value: [a, b] pow(a, b),
        partials: { [a, b, y]
            if b == 0.0 { 0.0 } else { b * pow(a, b - 1.0) },
            if a == 0.0 && b >= 0.0 { 0.0 } else { y * ln(a) }
        },
        textbook: ["b * a^(b - 1)", "y * ln(a)"],
        rules: ["power rule", "exponential rule"],
        domain: [a, b:
            a == 0.0 && b < 0.0 => "division by 0 (zero to a negative power)",
            a < 0.0 && b.fract() != 0.0 => "a negative number to a power that is not whole"],
        kinks: [a, b: a == 0.0 && b > 0.0 && b < 1.0 => "the slope is vertical here"],
        hints: ["A power scales the gradient of its base by the exponent times the next lower power.",
            "A power grows with its exponent in proportion to itself, times the logarithm of its base."],
        topic: Topic::Powers,
        doc: "Raises the first number to the power of the second.", example: "x^2",
    }
    Sqrt {
        name: "sqrt", symbol: "√", spoken: "square root of", arity: Exactly(1),
        syntax: Syntax::Radical, notation: Notation::SquareRoot,
        value: [a] sqrt(a),
        partials: { [a, y] 1.0 / (2.0 * y) },
        rules: ["square root rule"],
        domain: [a: a < 0.0 => "square root of a negative number"],
        kinks: [a: a == 0.0 => "the slope is vertical here"],
        hints: ["A square root is steep near 0, where it makes the gradient large, and flatter and flatter beyond."],
        topic: Topic::Powers,
        doc: "Square root.", example: "sqrt(x)",
    }
    Cbrt {
        name: "cbrt", symbol: "∛", spoken: "cube root of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::CubeRoot,
        value: [a] cbrt(a),
        partials: { [a, y] 1.0 / (3.0 * pow(y, 2.0)) },
        rules: ["cube root rule"],
        kinks: [a: a == 0.0 => "the slope is vertical here"],
        topic: Topic::Powers,
        doc: "Cube root, for negative numbers too.", example: "cbrt(x)",
    }
    Exp {
        name: "exp", symbol: "exp", spoken: "exponential of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] exp(a),
        partials: { [a, y] y },
        rules: ["exponential rule"],
        hints: ["An exponential is its own derivative: it scales the gradient by its value, huge for large arguments, almost 0 for very negative ones."],
        topic: Topic::Powers,
        doc: "e ≈ 2.71828 to the power of x.", example: "exp(x)",
    }
    Ln {
        name: "ln", aliases: ["log"], symbol: "ln", spoken: "natural logarithm of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] ln(a),
        partials: { [a, y] 1.0 / a },
        rules: ["logarithm rule"],
        domain: [a: a < 0.0 => "ln of a negative number", a == 0.0 => "ln of 0"],
        hints: ["A logarithm divides the gradient by its argument, so an argument near 0 makes it large."],
        topic: Topic::Powers,
        doc: "Natural logarithm; log is the same, as in NumPy, JAX and PyTorch.", example: "ln(x)",
    }
    Log2 {
        name: "log2", symbol: "log₂", spoken: "logarithm to the base 2 of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] log2(a),
        partials: { [a, y] 1.0 / (a * ln(2.0)) },
        rules: ["logarithm rule"],
        domain: [a: a < 0.0 => "log2 of a negative number", a == 0.0 => "log2 of 0"],
        topic: Topic::Powers,
        doc: "Logarithm to the base 2.", example: "log2(x)",
    }
    Log10 {
        name: "log10", symbol: "log₁₀", spoken: "logarithm to the base 10 of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] log10(a),
        partials: { [a, y] 1.0 / (a * ln(10.0)) },
        rules: ["logarithm rule"],
        domain: [a: a < 0.0 => "log10 of a negative number", a == 0.0 => "log10 of 0"],
        topic: Topic::Powers,
        doc: "Logarithm to the base 10.", example: "log10(x)",
    }
    Log {
        name: "logb", symbol: "log", spoken: "base, logarithm of", arity: Exactly(2),
        syntax: Syntax::Subscript, notation: Notation::LogBase,
        value: [a, b] log(a, b),
        partials: { [a, b, y] -y / (a * ln(a)), 1.0 / (b * ln(a)) },
        rules: ["logarithm rule"],
        domain: [a, b:
            b < 0.0 => "logarithm of a negative number", b == 0.0 => "logarithm of 0",
            a <= 0.0 => "logarithm to a base that is not positive", a == 1.0 => "logarithm to the base 1"],
        topic: Topic::Powers,
        doc: "Logarithm to any base: a number or a name after the underscore.", example: "log_3(x)",
    }
    Sin {
        name: "sin", aliases: ["sen"], symbol: "sin", spoken: "sine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] sin(a),
        partials: { [a, y] cos(a) },
        rules: ["sine rule"],
        domain: [a: a.is_infinite() => "sine of infinity"],
        hints: ["The slope of a sine lies between −1 and 1: no gradient grows on its way through it."],
        topic: Topic::Angles,
        doc: "Sine of an angle in radians.", example: "sin(x)",
    }
    Cos {
        name: "cos", symbol: "cos", spoken: "cosine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] cos(a),
        partials: { [a, y] -sin(a) },
        rules: ["cosine rule"],
        domain: [a: a.is_infinite() => "cosine of infinity"],
        hints: ["The slope of a cosine lies between −1 and 1: no gradient grows on its way through it."],
        topic: Topic::Angles,
        doc: "Cosine of an angle in radians.", example: "cos(x)",
    }
    Tan {
        name: "tan", aliases: ["tg"], symbol: "tan", spoken: "tangent of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] tan(a),
        partials: { [a, y] 1.0 + pow(y, 2.0) },
        rules: ["tangent rule"],
        domain: [a: a.is_infinite() => "tangent of infinity"],
        topic: Topic::Angles,
        doc: "Tangent of an angle in radians.", example: "tan(x)",
    }
    Sec {
        name: "sec", symbol: "sec", spoken: "secant of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] 1.0 / cos(a),
        partials: { [a, y] y * tan(a) },
        rules: ["secant rule"],
        domain: [a: a.is_infinite() => "secant of infinity"],
        topic: Topic::Angles,
        doc: "Secant of an angle in radians: 1/cos(x).", example: "sec(x)",
    }
    Csc {
        name: "csc", aliases: ["cosec"], symbol: "csc", spoken: "cosecant of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] 1.0 / sin(a),
        partials: { [a, y] -y * cos(a) / sin(a) },
        textbook: ["-y * cot(a)"],
        rules: ["cosecant rule"],
        domain: [a: a.is_infinite() => "cosecant of infinity", a == 0.0 => "cosecant of 0"],
        topic: Topic::Angles,
        doc: "Cosecant of an angle in radians: 1/sin(x).", example: "csc(x)",
    }
    Cot {
        name: "cot", aliases: ["ctg", "cotg", "cotan"], symbol: "cot", spoken: "cotangent of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] 1.0 / tan(a),
        partials: { [a, y] -1.0 / pow(sin(a), 2.0) },
        textbook: ["-1 - y^2"],
        rules: ["cotangent rule"],
        domain: [a: a.is_infinite() => "cotangent of infinity", a == 0.0 => "cotangent of 0"],
        topic: Topic::Angles,
        doc: "Cotangent of an angle in radians: cos(x)/sin(x).", example: "cot(x)",
    }
    Asin {
        name: "asin", aliases: ["arcsin", "arcsen"], symbol: "asin", spoken: "arc sine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] asin(a),
        partials: { [a, y] 1.0 / sqrt((1.0 - a) * (1.0 + a)) },
        textbook: ["1 / sqrt(1 - a^2)"],
        rules: ["inverse sine rule"],
        domain: [a: abs(a) > 1.0 => "arc sine outside [−1, 1]"],
        kinks: [a: abs(a) == 1.0 => "the slope is vertical here"],
        topic: Topic::Angles,
        doc: "Inverse sine, in radians.", example: "asin(x)",
    }
    Acos {
        name: "acos", aliases: ["arccos"], symbol: "acos", spoken: "arc cosine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] acos(a),
        partials: { [a, y] -1.0 / sqrt((1.0 - a) * (1.0 + a)) },
        textbook: ["-1 / sqrt(1 - a^2)"],
        rules: ["inverse cosine rule"],
        domain: [a: abs(a) > 1.0 => "arc cosine outside [−1, 1]"],
        kinks: [a: abs(a) == 1.0 => "the slope is vertical here"],
        topic: Topic::Angles,
        doc: "Inverse cosine, in radians.", example: "acos(x)",
    }
    Atan {
        name: "atan", aliases: ["arctan", "arctg"], symbol: "atan", spoken: "arc tangent of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] atan(a),
        partials: { [a, y] 1.0 / (1.0 + pow(a, 2.0)) },
        rules: ["inverse tangent rule"],
        topic: Topic::Angles,
        doc: "Inverse tangent, in radians.", example: "atan(x)",
    }
    Acot {
        name: "acot", aliases: ["arccot", "arcctg", "arccotg"], symbol: "acot", spoken: "arc cotangent of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] atan2(1.0, a),
        partials: { [a, y] -1.0 / (1.0 + pow(a, 2.0)) },
        rules: ["inverse cotangent rule"],
        topic: Topic::Angles,
        doc: "Inverse cotangent, in radians, between 0 and π: π/2 − atan(x).", example: "acot(x)",
    }
    Atan2 {
        name: "atan2", symbol: "atan2", spoken: "angle of", arity: Exactly(2),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a, b] atan2(a, b),
        partials: { [a, b, y] b / (pow(a, 2.0) + pow(b, 2.0)), -a / (pow(a, 2.0) + pow(b, 2.0)) },
        rules: ["inverse tangent rule"],
        kinks: [a, b: a == 0.0 && b == 0.0 => "no angle at the origin"],
        topic: Topic::Angles,
        doc: "Angle of the point (x, y) seen from the origin, written atan2(y, x).", example: "atan2(y, x)",
    }
    Sinh {
        name: "sinh", aliases: ["senh"], symbol: "sinh", spoken: "hyperbolic sine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] sinh(a),
        partials: { [a, y] cosh(a) },
        rules: ["hyperbolic sine rule"],
        topic: Topic::Hyperbolic,
        doc: "Hyperbolic sine.", example: "sinh(x)",
    }
    Cosh {
        name: "cosh", symbol: "cosh", spoken: "hyperbolic cosine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] cosh(a),
        partials: { [a, y] sinh(a) },
        rules: ["hyperbolic cosine rule"],
        topic: Topic::Hyperbolic,
        doc: "Hyperbolic cosine.", example: "cosh(x)",
    }
    Tanh {
        name: "tanh", aliases: ["tgh"], symbol: "tanh", spoken: "hyperbolic tangent of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] tanh(a),
        partials: { [a, y] 1.0 / pow(cosh(a), 2.0) },
        textbook: ["1 - y^2"],
        rules: ["hyperbolic tangent rule"],
        hints: ["Tanh lets the gradient through near 0, where its slope 1 − tanh² is almost 1; far out it saturates and lets hardly anything through."],
        topic: Topic::Hyperbolic,
        doc: "Hyperbolic tangent: squashes any number into (−1, 1).", example: "tanh(x)",
    }
    Sech {
        name: "sech", symbol: "sech", spoken: "hyperbolic secant of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] sech(a),
        partials: { [a, y] -y * tanh(a) },
        rules: ["hyperbolic secant rule"],
        topic: Topic::Hyperbolic,
        doc: "Hyperbolic secant: 1/cosh(x).", example: "sech(x)",
    }
    Csch {
        name: "csch", aliases: ["cosech"], symbol: "csch", spoken: "hyperbolic cosecant of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] csch(a),
        partials: { [a, y] -y / tanh(a) },
        textbook: ["-y * coth(a)"],
        rules: ["hyperbolic cosecant rule"],
        domain: [a: a == 0.0 => "hyperbolic cosecant of 0"],
        topic: Topic::Hyperbolic,
        doc: "Hyperbolic cosecant: 1/sinh(x).", example: "csch(x)",
    }
    Coth {
        name: "coth", aliases: ["ctgh", "cth"], symbol: "coth", spoken: "hyperbolic cotangent of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] 1.0 / tanh(a),
        partials: { [a, y] -1.0 / pow(sinh(a), 2.0) },
        textbook: ["1 - y^2"],
        rules: ["hyperbolic cotangent rule"],
        domain: [a: a == 0.0 => "hyperbolic cotangent of 0"],
        topic: Topic::Hyperbolic,
        doc: "Hyperbolic cotangent: 1/tanh(x).", example: "coth(x)",
    }
    Asinh {
        name: "asinh", aliases: ["arsinh", "arcsinh"], symbol: "asinh", spoken: "inverse hyperbolic sine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] asinh(a),
        partials: { [a, y] 1.0 / sqrt(pow(a, 2.0) + 1.0) },
        rules: ["inverse hyperbolic sine rule"],
        topic: Topic::Hyperbolic,
        doc: "Inverse hyperbolic sine.", example: "asinh(x)",
    }
    Acosh {
        name: "acosh", aliases: ["arcosh", "arccosh"], symbol: "acosh", spoken: "inverse hyperbolic cosine of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] acosh(a),
        partials: { [a, y] 1.0 / sqrt((a - 1.0) * (a + 1.0)) },
        textbook: ["1 / sqrt(a^2 - 1)"],
        rules: ["inverse hyperbolic cosine rule"],
        domain: [a: a < 1.0 => "acosh of a number below 1"],
        kinks: [a: a == 1.0 => "the slope is vertical here"],
        topic: Topic::Hyperbolic,
        doc: "Inverse hyperbolic cosine.", example: "acosh(x)",
    }
    Atanh {
        name: "atanh", aliases: ["artanh", "arctanh"], symbol: "atanh", spoken: "inverse hyperbolic tangent of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] atanh(a),
        partials: { [a, y] 1.0 / ((1.0 - a) * (1.0 + a)) },
        textbook: ["1 / (1 - a^2)"],
        rules: ["inverse hyperbolic tangent rule"],
        domain: [a: abs(a) > 1.0 => "atanh outside [−1, 1]", abs(a) == 1.0 => "atanh at the end of its domain"],
        topic: Topic::Hyperbolic,
        doc: "Inverse hyperbolic tangent.", example: "atanh(x)",
    }
    Abs {
        name: "abs", symbol: "|·|", spoken: "absolute value of", arity: Exactly(1),
        syntax: Syntax::Bars, notation: Notation::Bars,
        value: [a] abs(a),
        partials: { [a, y] sign(a) },
        rules: ["absolute value rule"],
        kinks: [a: a == 0.0 => "not differentiable here; 0 by convention"],
        hints: ["An absolute value hands the gradient on with the sign of its argument; at 0 it stops it, as in PyTorch."],
        topic: Topic::Rounding,
        doc: "Absolute value: the number without its sign.", example: "|x|",
    }
    Sign {
        name: "sign", aliases: ["sgn"], symbol: "sign", spoken: "sign of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] sign(a),
        partials: { [a, y] 0.0 },
        rules: ["step rule"],
        kinks: [a: a == 0.0 => "not differentiable here; 0 by convention"],
        hints: ["Flat between its jumps, it stops the gradient."],
        topic: Topic::Rounding,
        doc: "−1 for negative numbers, 0 for 0, 1 for positive numbers.", example: "sign(x)",
    }
    Step {
        name: "step", aliases: ["heaviside"], symbol: "step", spoken: "step of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] step(a),
        partials: { [a, y] 0.0 },
        rules: ["step rule"],
        kinks: [a: a == 0.0 => "not differentiable here; 0 by convention"],
        hints: ["Flat on both sides of its jump, it stops the gradient; it is itself the derivative of relu."],
        topic: Topic::Rounding,
        doc: "1 for positive numbers, else 0.", example: "step(x)",
    }
    Floor {
        name: "floor", symbol: "⌊·⌋", spoken: "floor of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Floor,
        value: [a] floor(a),
        partials: { [a, y] 0.0 },
        rules: ["step rule"],
        kinks: [a: a.fract() == 0.0 => "not differentiable here; 0 by convention"],
        hints: ["Flat between its jumps, it stops the gradient."],
        topic: Topic::Rounding,
        doc: "Largest whole number below or at x.", example: "floor(x)",
    }
    Ceil {
        name: "ceil", symbol: "⌈·⌉", spoken: "ceiling of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Ceiling,
        value: [a] ceil(a),
        partials: { [a, y] 0.0 },
        rules: ["step rule"],
        kinks: [a: a.fract() == 0.0 => "not differentiable here; 0 by convention"],
        hints: ["Flat between its jumps, it stops the gradient."],
        topic: Topic::Rounding,
        doc: "Smallest whole number above or at x.", example: "ceil(x)",
    }
    Round {
        name: "round", symbol: "round", spoken: "nearest whole number to", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] round(a),
        partials: { [a, y] 0.0 },
        rules: ["step rule"],
        kinks: [a: abs(a.fract()) == 0.5 => "not differentiable here; 0 by convention"],
        hints: ["Flat between its jumps, it stops the gradient."],
        topic: Topic::Rounding,
        doc: "Nearest whole number, halves away from zero.", example: "round(x)",
    }
    Min {
        name: "min", symbol: "min", spoken: "minimum of", arity: AtLeast(2),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [..] minimum,
        partials: { [..] extreme_shares; "{a < b: 1, a = b: 1/2, 0}", "{b < a: 1, a = b: 1/2, 0}" },
        choice: "{a < b: p, a = b: (p + q)/2, q}",
        rules: ["minimum rule"],
        kinks: [.. tie => "a tie: the gradient is shared equally by convention"],
        hints: ["A minimum routes the gradient to the smallest argument, and equal ones share it; the others receive 0."],
        topic: Topic::Several,
        doc: "The smallest of its arguments.", example: "min(x, y)",
    }
    Max {
        name: "max", symbol: "max", spoken: "maximum of", arity: AtLeast(2),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [..] maximum,
        partials: { [..] extreme_shares; "{a > b: 1, a = b: 1/2, 0}", "{b > a: 1, a = b: 1/2, 0}" },
        choice: "{a > b: p, a = b: (p + q)/2, q}",
        rules: ["maximum rule"],
        kinks: [.. tie => "a tie: the gradient is shared equally by convention"],
        hints: ["A maximum routes the gradient to the largest argument, and equal ones share it; the others receive 0."],
        topic: Topic::Several,
        doc: "The largest of its arguments.", example: "max(x, y, 0)",
    }
    Clamp {
        name: "clamp", aliases: ["clip"], symbol: "clamp", spoken: "clamp of", arity: Exactly(3),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a, b, c] min(max(a, b), c),
        partials: { [a, b, c, y]
            if b <= a && a <= c { 1.0 } else { 0.0 },
            if a < b && b <= c { 1.0 } else { 0.0 },
            if max(a, b) > c { 1.0 } else { 0.0 }
        },
        choice: "{max(a, b) > c: r, a < b: q, p}",
        rules: ["clamp rule"],
        kinks: [a, b, c: a == b || a == c => "not differentiable here; 1 with respect to the number by convention"],
        hints: ["A clamp lets the gradient through between its bounds and stops it beyond.",
            "A bound receives the gradient only while it holds the number back."],
        topic: Topic::Several,
        doc: "Holds x between two bounds: clamp(x, low, high).", example: "clamp(x, 0, 1)",
    }
    Hypot {
        name: "hypot", symbol: "hypot", spoken: "distance of", arity: Exactly(2),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a, b] hypot(a, b),
        partials: { [a, b, y] a / y, b / y },
        rules: ["distance rule"],
        kinks: [a, b: a == 0.0 && b == 0.0 => "not differentiable at the origin"],
        topic: Topic::Several,
        doc: "Length of the vector (x, y): the square root of x² + y².", example: "hypot(x, y)",
    }
    Relu {
        name: "relu", symbol: "relu", spoken: "relu of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] relu(a),
        partials: { [a, y] step(a) },
        rules: ["relu rule"],
        kinks: [a: a == 0.0 => "not differentiable here; 0 by convention"],
        hints: ["Relu is a gate: it hands the gradient on unchanged where its argument is positive; elsewhere, at 0 too, it is closed, as in PyTorch."],
        topic: Topic::Networks,
        doc: "x for positive numbers, else 0: the same as max(x, 0).", example: "relu(x)",
    }
    Relu6 {
        name: "relu6", symbol: "relu6", spoken: "relu6 of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] min(max(a, 0.0), 6.0),
        partials: { [a, y] if a > 0.0 && a < 6.0 { 1.0 } else { 0.0 } },
        rules: ["clamp rule"],
        kinks: [a: a == 0.0 || a == 6.0 => "not differentiable here; 0 by convention"],
        topic: Topic::Networks,
        doc: "Relu that stops at 6: x between 0 and 6, 0 below and 6 above.", example: "relu6(x)",
    }
    HardTanh {
        name: "hardtanh", symbol: "hardtanh", spoken: "hard tanh of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] min(max(a, -1.0), 1.0),
        partials: { [a, y] if a > -1.0 && a < 1.0 { 1.0 } else { 0.0 } },
        rules: ["clamp rule"],
        kinks: [a: abs(a) == 1.0 => "not differentiable here; 0 by convention"],
        topic: Topic::Networks,
        doc: "x between −1 and 1, −1 below and 1 above: tanh made of straight lines.", example: "hardtanh(x)",
    }
    LeakyRelu {
        name: "leaky_relu", aliases: ["leakyrelu"], symbol: "leaky relu", spoken: "leaky relu of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] if a > 0.0 { a } else { 0.01 * a },
        partials: { [a, y] if a > 0.0 { 1.0 } else { 0.01 } },
        rules: ["leaky relu rule"],
        kinks: [a: a == 0.0 => "not differentiable here; 0.01 by convention"],
        hints: ["A gate that never closes: it hands the gradient on unchanged where its argument is positive, and a hundredth of it elsewhere."],
        topic: Topic::Networks,
        doc: "x for positive numbers, else 0.01 x.", example: "leaky_relu(x)",
    }
    Elu {
        name: "elu", symbol: "elu", spoken: "elu of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] if a > 0.0 { a } else { expm1(a) },
        partials: { [a, y] if a > 0.0 { 1.0 } else { exp(a) } },
        rules: ["elu rule"],
        topic: Topic::Networks,
        doc: "x for positive numbers, else exp(x) − 1.", example: "elu(x)",
    }
    Selu {
        name: "selu", symbol: "selu", spoken: "selu of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] if a > 0.0 { SELU_SCALE * a } else { SELU_SCALE_ALPHA * expm1(a) },
        partials: { [a, y] if a > 0.0 { 1.0507009873554805 } else { 1.7580993408473766 * exp(a) } },
        rules: ["selu rule"],
        kinks: [a: a == 0.0 => "not differentiable here; the slope from the left by convention"],
        topic: Topic::Networks,
        doc: "Scaled elu, the self-normalizing activation (Klambauer et al. 2017).", example: "selu(x)",
    }
    Sigmoid {
        name: "sigmoid", aliases: ["σ", "sigma", "logistic"], symbol: "σ", spoken: "sigmoid of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] sigmoid(a),
        partials: { [a, y] y * sigmoid(-a) },
        textbook: ["y * (1 - y)"],
        rules: ["sigmoid rule"],
        hints: ["A sigmoid lets at most a quarter of the gradient through, at 0; far out it saturates and lets hardly anything through."],
        topic: Topic::Networks,
        doc: "Squashes any number into (0, 1); steepest at 0, flat in the tails.", example: "σ(x)",
    }
    Softplus {
        name: "softplus", symbol: "softplus", spoken: "softplus of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] softplus(a),
        partials: { [a, y] sigmoid(a) },
        rules: ["softplus rule"],
        hints: ["Softplus is a soft gate, its slope a sigmoid: it lets hardly anything through for very negative arguments, and almost all for large ones."],
        topic: Topic::Networks,
        doc: "ln(1 + exp(x)): a smooth relu.", example: "softplus(x)",
    }
    Silu {
        name: "silu", aliases: ["swish"], symbol: "silu", spoken: "silu of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] a * sigmoid(a),
        partials: { [a, y] sigmoid(a) + y * sigmoid(-a) },
        textbook: ["sigmoid(a) + a * sigmoid(a) * (1 - sigmoid(a))"],
        rules: ["silu rule"],
        topic: Topic::Networks,
        doc: "x · sigmoid(x).", example: "silu(x)",
    }
    Gelu {
        name: "gelu", symbol: "gelu", spoken: "gelu of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] a * normal_cdf(a),
        partials: { [a, y] erfc(-a / sqrt(2.0)) / 2.0 + a * exp(-pow(a, 2.0) / 2.0) / sqrt(2.0 * pi) },
        rules: ["gelu rule"],
        topic: Topic::Networks,
        doc: "x times the normal distribution function of x, the exact form with erf.", example: "gelu(x)",
    }
    Mish {
        name: "mish", symbol: "mish", spoken: "mish of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] a * tanh(softplus(a)),
        partials: { [a, y] tanh(softplus(a)) + a * sigmoid(a) / pow(cosh(softplus(a)), 2.0) },
        textbook: ["tanh(softplus(a)) + a * sigmoid(a) * (1 - tanh(softplus(a))^2)"],
        rules: ["mish rule"],
        topic: Topic::Networks,
        doc: "x · tanh(softplus(x)) (Misra 2019).", example: "mish(x)",
    }
    Erf {
        name: "erf", symbol: "erf", spoken: "error function of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] erf(a),
        partials: { [a, y] 2.0 / sqrt(pi) * exp(-pow(a, 2.0)) },
        rules: ["error function rule"],
        topic: Topic::Special,
        doc: "Error function: an S-shaped curve from −1 to 1, made from the normal distribution.", example: "erf(x)",
    }
    Erfc {
        name: "erfc", symbol: "erfc", spoken: "complementary error function of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] erfc(a),
        partials: { [a, y] -2.0 / sqrt(pi) * exp(-pow(a, 2.0)) },
        rules: ["error function rule"],
        topic: Topic::Special,
        doc: "1 − erf(x), with all its digits in the tail.", example: "erfc(x)",
    }
    LogSumExp {
        name: "logsumexp", aliases: ["logaddexp"], symbol: "logsumexp", spoken: "log-sum-exp of", arity: Exactly(2),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a, b] logsumexp(a, b),
        partials: { [a, b, y] sigmoid(a - b), sigmoid(b - a) },
        textbook: ["exp(a - y)", "exp(b - y)"],
        rules: ["log-sum-exp rule"],
        hints: ["Log-sum-exp shares the gradient among its arguments by their softmax: the larger receives more."],
        topic: Topic::Networks,
        doc: "ln(exp(x) + exp(y)): a smooth maximum, which does not overflow.", example: "logsumexp(x, y)",
    }
    Sinc {
        name: "sinc", symbol: "sinc", spoken: "sinc of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] sinc(a),
        partials: { [a, y]
            if abs(a) < 0.15 {
                -pow(pi, 2.0) * a / 3.0 * (1.0 - pow(pi * a, 2.0) / 10.0 * (1.0 - pow(pi * a, 2.0) / 28.0
                    * (1.0 - pow(pi * a, 2.0) / 54.0 * (1.0 - pow(pi * a, 2.0) / 88.0
                    * (1.0 - pow(pi * a, 2.0) / 130.0 * (1.0 - pow(pi * a, 2.0) / 180.0))))))
            } else {
                (cos(pi * (a - 2.0 * round(a / 2.0))) - y) / a
            }
        },
        textbook: ["{a = 0: 0, (cos(pi * a) - y) / a}"],
        rules: ["sinc rule"],
        topic: Topic::Angles,
        doc: "sin(πx)/(πx), and 1 at 0: with π, as in NumPy, PyTorch and MATLAB.", example: "sinc(x)",
    }
    Gamma {
        name: "gamma", aliases: ["Γ"], symbol: "Γ", spoken: "gamma function of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] gamma(a),
        partials: { [a, y] y * digamma(a) },
        rules: ["gamma rule"],
        domain: [a: is_pole(a) => "the gamma function has a pole here"],
        topic: Topic::Special,
        doc: "Gamma function: gamma(n + 1) is n!, the factorial, and there are values between.", example: "gamma(x)",
    }
    LGamma {
        name: "lgamma", aliases: ["gammaln", "loggamma"], symbol: "ln Γ", spoken: "logarithm of the gamma function of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] lgamma(a),
        partials: { [a, y] digamma(a) },
        rules: ["log-gamma rule"],
        domain: [a: is_pole(a) => "the gamma function has a pole here"],
        topic: Topic::Special,
        doc: "Logarithm of the absolute value of the gamma function, where that itself would overflow.", example: "lgamma(x)",
    }
    Digamma {
        name: "digamma", symbol: "ψ", spoken: "digamma of", arity: Exactly(1),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a] digamma(a),
        partials: { [a, y] polygamma(1.0, a) },
        rules: ["polygamma rule"],
        domain: [a: is_pole(a) => "digamma has a pole here"],
        topic: Topic::Special,
        doc: "Digamma: how fast lgamma grows; for large x almost ln(x).", example: "digamma(x)",
    }
    Polygamma {
        name: "polygamma", symbol: "polygamma", spoken: "polygamma of order", arity: Exactly(2),
        syntax: Syntax::Call, notation: Notation::Call,
        value: [a, b] polygamma(a, b),
        partials: { [a, b, y] 0.0, polygamma(a + 1.0, b) },
        rules: ["polygamma rule"],
        domain: [a, b: !is_order(a) => "polygamma of an order that is not a whole number from 0 to 170",
            is_pole(b) => "polygamma has a pole here"],
        topic: Topic::Special,
        doc: "Digamma, differentiated n times: polygamma(n, x), for whole n up to 170.", example: "polygamma(1, x)",
    }
    Less {
        name: "lt", symbol: "<", spoken: "is less than", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Relation, &["<"]), notation: Notation::Relation,
        value: [a, b] truth(a < b),
        partials: { [a, b, y] 0.0, 0.0 },
        rules: ["step rule"],
        hints: ["A condition only chooses: no gradient comes back through it."],
        topic: Topic::Cases,
        doc: "Is less than; inside the braces of a piecewise function.", example: "{x < 0: -x, x}",
    }
    LessEqual {
        name: "le", symbol: "≤", spoken: "is at most", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Relation, &["<=", "≤"]), notation: Notation::Relation,
        value: [a, b] truth(a <= b),
        partials: { [a, b, y] 0.0, 0.0 },
        rules: ["step rule"],
        hints: ["A condition only chooses: no gradient comes back through it."],
        topic: Topic::Cases,
        doc: "Is at most.", example: "{0 <= x <= 1: x, 0}",
    }
    Greater {
        name: "gt", symbol: ">", spoken: "is greater than", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Relation, &[">"]), notation: Notation::Relation,
        value: [a, b] truth(a > b),
        partials: { [a, b, y] 0.0, 0.0 },
        rules: ["step rule"],
        hints: ["A condition only chooses: no gradient comes back through it."],
        topic: Topic::Cases,
        doc: "Is greater than.", example: "{x > 0: x^2, 0}",
    }
    GreaterEqual {
        name: "ge", symbol: "≥", spoken: "is at least", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Relation, &[">=", "≥"]), notation: Notation::Relation,
        value: [a, b] truth(a >= b),
        partials: { [a, b, y] 0.0, 0.0 },
        rules: ["step rule"],
        hints: ["A condition only chooses: no gradient comes back through it."],
        topic: Topic::Cases,
        doc: "Is at least.", example: "{x >= 0: sqrt(x), 0}",
    }
    Equal {
        name: "eq", symbol: "=", spoken: "equals", arity: Exactly(2),
        syntax: Syntax::Infix(Level::Relation, &["=", "=="]), notation: Notation::Relation,
        value: [a, b] truth(a == b),
        partials: { [a, b, y] 0.0, 0.0 },
        rules: ["step rule"],
        hints: ["A condition only chooses: no gradient comes back through it."],
        topic: Topic::Cases,
        doc: "Equals; a single point of a piecewise function.", example: "{x = 0: 1, sin(x)/x}",
    }
    And {
        name: "and", symbol: "and", spoken: "and", arity: Exactly(2),
        syntax: Syntax::Infix(Level::And, &["&&", "∧"]), notation: Notation::Relation,
        value: [a, b] truth(a != 0.0 && b != 0.0),
        partials: { [a, b, y] 0.0, 0.0 },
        rules: ["step rule"],
        hints: ["A condition only chooses: no gradient comes back through it."],
        topic: Topic::Cases,
        doc: "Both conditions hold.", example: "{x > 0 && y > 0: x y, 0}",
    }
    Piecewise {
        name: "piecewise", symbol: "{ }", spoken: "piecewise", arity: AtLeast(2),
        syntax: Syntax::Braces, notation: Notation::Cases,
        value: [..] piecewise,
        partials: { [..] case_shares; "0", "{a = 0: 0, 1}", "{a = 0: 1, 0}" },
        rules: ["case rule"],
        hints: ["A condition receives no gradient: it only chooses.", "The case that holds receives the gradient; the others receive nothing."],
        topic: Topic::Cases,
        doc: "The first case whose condition holds, as in Desmos; the last value, if there is one, holds otherwise.", example: "{x < 0: x^2, x}",
    }
}
