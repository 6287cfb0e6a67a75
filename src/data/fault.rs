//! What can be wrong with a table. Where and what are data; the wording is here, the drawing
//! elsewhere.

use std::fmt;

use super::limits::{LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS};

/// Why a text is no table: one place, one sentence.
///
/// ```
/// let fault = chainrule::data::Table::read("x,y\n1,2\n3,abc").unwrap_err();
/// assert_eq!(fault.to_string(), "row 2, column y: “abc” is not a number");
/// assert_eq!((fault.row, fault.column), (Some(2), Some(2)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The row, counted from 1 without the names; 0 is the row of names; none if it is no one row's.
    pub row: Option<usize>,
    /// The column, counted from 1.
    pub column: Option<usize>,
    /// The line of the text that it stands in, counted from 1, if it is one line's.
    pub line: Option<usize>,
    /// The column's name, where it has one.
    name: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the wording below documents each one
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

/// Cells may hold anything; a sentence quotes their beginning.
fn quoted(cell: &str) -> String {
    const LONGEST: usize = 30;
    match cell.char_indices().nth(LONGEST) {
        None => format!("“{cell}”"),
        Some((end, _)) => format!("“{}…”", &cell[..end]),
    }
}

fn columns(count: usize) -> String {
    format!("{count} {}", if count == 1 { "column" } else { "columns" })
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use FaultKind::*;
        match (self.row, self.column) {
            (Some(0), Some(column)) => write!(f, "column {column}: ")?,
            (Some(row), Some(_)) => write!(f, "row {row}, column {}: ", self.name)?,
            (Some(row), None) => write!(f, "row {row} ")?,
            _ => {}
        }
        match &self.kind {
            Empty => f.write_str("there is nothing in the table yet"),
            NoRows => f.write_str("there are names but no rows; put numbers under them"),
            TooLong => write!(f, "the table is longer than {} MB", LONGEST_TEXT >> 20),
            TooManyRows => write!(f, "the table has more than {MOST_ROWS} rows; {MOST_ROWS} are the most"),
            TooManyColumns(count) => write!(f, "the table has {count} columns; {MOST_COLUMNS} are the most"),
            WrongWidth { found, expected } => {
                let cells = if *found == 1 { "cell" } else { "cells" };
                write!(f, "has {found} {cells}; the table has {}", columns(*expected))
            }
            EmptyCell => f.write_str("the cell is empty"),
            NotANumber(cell) => write!(f, "{} is not a number", quoted(cell)),
            CommaAndPoint(cell) => write!(f, "{} has a comma and a point; write it with one of them", quoted(cell)),
            NoName => f.write_str("it has no name; every column needs one, such as x"),
            NotAName { found, suggestion } => {
                write!(f, "{} is not a name; names are letters, digits and _, with a letter first", quoted(found))?;
                suggestion.as_ref().map_or(Ok(()), |name| write!(f, ", such as {name}"))
            }
            DuplicateName { name, first } => write!(f, "the name {name} stands over column {first} already"),
        }
    }
}

impl std::error::Error for Fault {}
