//! The derivatives of the operations as textbooks write them, parsed once.

use std::sync::LazyLock;

use super::formula_text;
use crate::ops::Op;
use crate::syntax::{Program, parse};

/// The local derivative with respect to an argument as textbooks write it, in our own language: the
/// row's textbook formula, or the computed formula where the row has none. `None` for arguments beyond
/// those that the row lists.
///
/// ```
/// use chainrule::{ops::Op, symbolic::textbook};
/// let of = |name| textbook(Op::from_name(name).unwrap(), 0).unwrap();
/// assert_eq!((of("tanh"), of("sin")), ("1 - y^2".into(), "cos(a)".into()));
/// ```
pub fn textbook(op: Op, slot: usize) -> Option<String> {
    let row = op.row();
    let computed = row.partials.get(slot)?;
    Some(row.textbook.get(slot).map_or_else(|| formula_text(computed), |&known| known.to_owned()))
}

/// The derivative of one operation as textbooks write it.
pub(super) struct Forms {
    /// With respect to each argument, over `a`, `b`, `c` and `y`.
    pub partials: Vec<Program>,
    /// The whole derivative of an operation that selects an argument, also over `p`, `q`, `r`.
    pub choice: Option<Program>,
}

/// The formulas of an operation. Those of all operations are parsed on first use.
pub(super) fn forms(op: Op) -> &'static Forms {
    static FORMS: LazyLock<Vec<Forms>> = LazyLock::new(|| Op::ALL.iter().map(|&op| read_forms(op)).collect());
    &FORMS[op as usize]
}

fn read_forms(op: Op) -> Forms {
    let read = |text: &str| parse(text).expect("a test reads the forms of every row");
    Forms {
        partials: (0..).map_while(|slot| textbook(op, slot)).map(|text| read(&text)).collect(),
        choice: Some(op.row().choice).filter(|choice| !choice.is_empty()).map(read),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for &op in Op::ALL {
            let row = op.row();
            assert_eq!(forms(op).partials.len(), row.partials.len(), "{}", row.name);
            assert!(
                row.textbook.is_empty() || row.textbook.len() == row.partials.len(),
                "{}: one an argument",
                row.name
            );
        }
    }
}
