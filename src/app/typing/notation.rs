//! Ways to write that are no operation of their own.

use crate::words::{Message, Text};

/// A way to write.
#[derive(Debug, PartialEq, Eq)]
pub struct Notation {
    /// What language files call it.
    pub id: &'static str,
    /// What is shown of it.
    pub shown: &'static str,
    /// What comes into the text before the caret.
    pub before: &'static str,
    /// And behind it.
    pub after: &'static str,
    /// What it does, in one sentence.
    says: &'static str,
    /// A text that shows it.
    pub example: &'static str,
}

const TABLE: &str = "notation";

impl Notation {
    /// What it does, in one sentence.
    pub fn says(&self) -> Message {
        Message::of_table(TABLE, self.id, "says", self.says)
    }
}

/// Every sentence of the table.
pub(in crate::app) fn sentences() -> impl Iterator<Item = Text> {
    NOTATIONS.iter().map(|notation| Text::of_table(TABLE, notation.id, "says", notation.says))
}

macro_rules! notations {
    ($($id:literal $shown:literal: $before:literal $after:literal, $says:literal, $example:literal;)*) => {
        /// Every way to write.
        pub static NOTATIONS: &[Notation] = &[$(Notation {
            id: $id, shown: $shown, before: $before, after: $after, says: $says, example: $example,
        }),*];
    };
}

notations! {
    "product" "2x": " " "", "Nothing between two factors multiplies them, as strongly as a sign would: 1/2x is (1/2)·x.", "2x(x + 1)";
    "square" "x²": "²" "", "A raised number is a power, as in x² or x⁻¹.", "x² + y²";
    "root" "√": "√" "", "A root of what stands directly after it.", "√(x + 1)";
    "bars" "|x|": "|" "|", "Bars around something are its absolute value.", "|x - 1|";
    "bare" "sin x": "sin " "", "A function of one argument needs no parentheses: it takes what stands directly after it.", "sin 2x";
    "function-power" "sin²": "sin²(" ")", "The power of a function's value stands behind its name.", "sin²(x) + cos²(x)";
    "range" "0 < x < 1": "0 < " " < 1", "Comparisons in a row all have to hold; they stand in the braces of cases.", "{0 < x < 1: x, 0}";
    "definition" "h =": "h = " "", "Gives a part a name: it becomes a node of its own, and can be used below.", "h = w*x + b; h^2";
    "statements" ";": "; " "", "Separates statements, as a new line does; the last one is the output.", "a = x^2; a + 1/a";
    "function" "f(t) =": "f(t) = " "", "Defines a function of your own, which can be called below.", "f(t) = t^2 + 1; f(2x)";
    "prime" "f'": "f'(" ")", "The derivative of a function of your own; two primes are its second derivative.", "f(t) = t^3; f'(x)";
    "comment" "#": "  # " "", "What stands behind it, up to the end of the line, is a remark.", "x^2  # a parabola";
}
