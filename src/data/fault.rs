//! Faults of a table: the place and what is wrong there.

use std::fmt;

/// Why a text is not a table: one place, one kind of fault.
///
/// ```
/// use chainrule::data::{FaultKind, Table};
/// let fault = Table::read("x,y\n1,2\n3,abc").unwrap_err();
/// assert_eq!(fault.kind, FaultKind::NotANumber("abc".into()));
/// assert_eq!((fault.row, fault.column), (Some(2), Some(2)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The row, counted from 1 without the row of names, which is 0; `None` if the fault is not in a
    /// single row.
    pub row: Option<usize>,
    /// The column, counted from 1.
    pub column: Option<usize>,
    /// The line of the text, counted from 1; `None` if the fault is not in a single line.
    pub line: Option<usize>,
    /// The column's name, where it has one.
    pub name: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the sentences in `words::data` document each one
pub enum FaultKind {
    Empty,
    NoRows,
    TooLong,
    TooManyRows,
    TooManyColumns(usize),
    WrongWidth { found: usize, expected: usize },
    EmptyCell,
    NotANumber(String),
    CommaAndPoint(String),
    GroupedOrDecimal(String),
    NoName,
    NotAName { found: String, suggestion: Option<String> },
    DuplicateName { name: String, first: usize },
}

impl FaultKind {
    pub(super) fn anywhere(self) -> Fault {
        Fault { row: None, column: None, line: None, name: String::new(), kind: self }
    }
}

impl Fault {
    pub(super) fn in_row(row: usize, kind: FaultKind) -> Fault {
        Fault { row: Some(row), column: None, line: None, name: String::new(), kind }
    }

    pub(super) fn in_heading(column: usize, kind: FaultKind) -> Fault {
        Fault { row: Some(0), column: Some(column), line: None, name: String::new(), kind }
    }

    pub(super) fn in_cell(row: usize, column: usize, name: &str, kind: FaultKind) -> Fault {
        Fault { row: Some(row), column: Some(column), line: None, name: name.into(), kind }
    }

    pub(super) fn on_line(self, line: usize) -> Fault {
        Fault { line: Some(line), ..self }
    }
}

/// Names the kind of fault only; the sentence for it is in `words::data`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Fault {}
