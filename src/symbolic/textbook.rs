//! Forms that textbooks prefer to those that compute best.
//!
//! The rows of the table write a partial so that it keeps its digits far out; here stand the
//! equal forms that people know, keyed on the row's formula.

use std::sync::LazyLock;

use super::formula_text;
use crate::ops::Op;
use crate::syntax::{Program, parse};

/// The formula of a row, in our own language, and the form of textbooks.
const PARTIALS: &[(&str, &str)] = &[
    ("{b == 0.0: 0.0, b * pow(a, b - 1.0)}", "b * a^(b - 1)"),
    ("{a == 0.0 && b >= 0.0: 0.0, y * ln(a)}", "y * ln(a)"),
    ("1.0 / sqrt((1.0 - a) * (1.0 + a))", "1 / sqrt(1 - a^2)"),
    ("-1.0 / sqrt((1.0 - a) * (1.0 + a))", "-1 / sqrt(1 - a^2)"),
    ("1.0 / sqrt((a - 1.0) * (a + 1.0))", "1 / sqrt(a^2 - 1)"),
    ("1.0 / ((1.0 - a) * (1.0 + a))", "1 / (1 - a^2)"),
    ("1.0 / pow(cosh(a), 2.0)", "1 - y^2"),
    ("y * sigmoid(-a)", "y * (1 - y)"),
    ("sigmoid(a) + y * sigmoid(-a)", "sigmoid(a) + a * sigmoid(a) * (1 - sigmoid(a))"),
    (
        "tanh(softplus(a)) + a * sigmoid(a) / pow(cosh(softplus(a)), 2.0)",
        "tanh(softplus(a)) + a * sigmoid(a) * (1 - tanh(softplus(a))^2)",
    ),
];

/// Rows whose whole derivative is a choice between those of the arguments: the formula of the
/// first partial, and the choice, in which `p`, `q`, `r` are the derivatives of `a`, `b`, `c`.
const CHOICES: &[(&str, &str)] = &[
    ("{a < b: 1, a = b: 1/2, 0}", "{a < b: p, a = b: (p + q)/2, q}"),
    ("{a > b: 1, a = b: 1/2, 0}", "{a > b: p, a = b: (p + q)/2, q}"),
    ("{b <= a && a <= c: 1.0, 0.0}", "{max(a, b) > c: r, a < b: q, p}"),
];

/// The derivative of one operation as textbooks have it.
pub(super) struct Forms {
    /// Toward each argument, over `a`, `b`, `c` and `y`.
    pub partials: Vec<Program>,
    /// The whole derivative of an operation that chooses, over `p`, `q`, `r` too.
    pub choice: Option<Program>,
}

/// The forms of an operation; those of all are read once.
pub(super) fn forms(op: Op) -> &'static Forms {
    static FORMS: LazyLock<Vec<Forms>> = LazyLock::new(|| Op::ALL.iter().map(|&op| read_forms(op)).collect());
    &FORMS[op as usize]
}

fn read_forms(op: Op) -> Forms {
    let texts: Vec<String> = op.row().partials.iter().map(|partial| formula_text(partial)).collect();
    let other = |table: &[(&str, &'static str)], text: &str| {
        table.iter().find(|(row, _)| *row == text).map(|&(_, textbook)| textbook)
    };
    let read = |text: &str| parse(text).expect("a test reads the forms of every row");
    Forms {
        partials: texts.iter().map(|text| read(other(PARTIALS, text).unwrap_or(text))).collect(),
        choice: other(CHOICES, &texts[0]).map(read),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_the_formula_of_a_row_and_every_form_parses() {
        let rows: Vec<String> =
            Op::ALL.iter().flat_map(|op| op.row().partials).map(|text| formula_text(text)).collect();
        for (key, form) in PARTIALS.iter().chain(CHOICES) {
            assert!(rows.iter().any(|row| row == key), "no row says {key}");
            assert!(parse(form).is_ok(), "{form}");
        }
    }
}
