//! What is wrong with a table of data. The sentences stand below the box with the rows, in lower
//! case and without a full stop.

use super::Message;
use super::messages::messages;
use crate::data::{Fault, FaultKind, LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS};

messages! {
    "data":
    /// A column and what is wrong with its name.
    in_heading(column: usize, what: Message) = "column {column}: {what}";
    /// A cell, by its row and the name of its column, and what is wrong with it.
    in_cell(row: usize, column: &str, what: Message) = "row {row}, column {column}: {what}";
    /// Nothing is typed.
    empty() = "there is nothing in the table yet";
    /// Only the line of names is there.
    no_rows() = "there are names but no rows; put numbers under them";
    /// The text has too many letters.
    too_long(megabytes: usize) = "the table is longer than {megabytes} MB";
    /// There are too many rows.
    too_many_rows(most: usize) = "the table has more than {most} rows; {most} are the most";
    /// There are too many columns.
    too_many_columns(count: usize, most: usize) = "the table has {count} columns; {most} are the most";
    /// A row that is too short or too long: how many cells it has, and how many columns there are.
    wrong_width(row: usize, cells: Message, columns: Message) = "row {row} has {cells}; the table has {columns}";
    /// Of a row, as in "row 2 has 3 cells".
    cells(count: usize) = "{count} cell" | "{count} cells";
    /// Of the table, as in "the table has 2 columns".
    columns(count: usize) = "{count} column" | "{count} columns";
    /// After a colon: a cell without anything in it.
    empty_cell() = "the cell is empty";
    /// After a colon: the cell's text, in quotation marks.
    not_a_number(cell: Message) = "{cell} is not a number";
    /// After a colon: `1.234,5`, in quotation marks.
    comma_and_point(cell: Message) = "{cell} has a comma and a point; write it with one of them";
    /// After a colon: `1,234`, in quotation marks, and the two numbers that it can be.
    grouped_or_decimal(cell: Message, grouped: String, decimal: String) =
        "{cell} can be {grouped} or {decimal}; write it without a comma, or with a point";
    /// After a colon: a column without a name.
    no_name() = "it has no name; every column needs one, such as x";
    /// After a colon: what stands there instead of a name, in quotation marks.
    not_a_name(found: Message) = "{found} is not a name; names are letters, digits and _, with a letter first";
    /// The same with a name that is near.
    not_a_name_near(found: Message, near: &str) =
        "{found} is not a name; names are letters, digits and _, with a letter first, such as {near}";
    /// After a colon: two columns of one name.
    duplicate_name(name: &str, first: usize) = "the name {name} stands over column {first} already";
    /// The text of a cell, in quotation marks.
    quoted(text: &str) = "“{text}”";
    /// The beginning of the text of a cell, in quotation marks.
    quoted_beginning(text: &str) = "“{text}…”";
}

/// Cells may hold anything; a sentence quotes their beginning.
fn cell(text: &str) -> Message {
    const LONGEST: usize = 30;
    match text.char_indices().nth(LONGEST) {
        None => quoted(text),
        Some((end, _)) => quoted_beginning(&text[..end]),
    }
}

/// What is wrong with a table, and where.
///
/// ```
/// use chainrule::{data::Table, words};
/// let fault = Table::read("x,y\n1,2\n3,abc").unwrap_err();
/// assert_eq!(words::data::fault(&fault).text(), "row 2, column y: “abc” is not a number");
/// ```
pub fn fault(fault: &Fault) -> Message {
    let what = what(fault);
    match (fault.row, fault.column) {
        (Some(0), Some(column)) => in_heading(column, what),
        (Some(row), Some(_)) => in_cell(row, &fault.name, what),
        _ => what,
    }
}

fn what(fault: &Fault) -> Message {
    use FaultKind::*;
    match &fault.kind {
        Empty => empty(),
        NoRows => no_rows(),
        TooLong => too_long(LONGEST_TEXT >> 20),
        TooManyRows => too_many_rows(MOST_ROWS),
        TooManyColumns(count) => too_many_columns(*count, MOST_COLUMNS),
        WrongWidth { found, expected } => wrong_width(fault.row.unwrap_or_default(), cells(*found), columns(*expected)),
        EmptyCell => empty_cell(),
        NotANumber(text) => not_a_number(cell(text)),
        CommaAndPoint(text) => comma_and_point(cell(text)),
        GroupedOrDecimal(text) => grouped_or_decimal(cell(text), text.replace(',', ""), text.replace(',', ".")),
        NoName => no_name(),
        NotAName { found, suggestion: None } => not_a_name(cell(found)),
        NotAName { found, suggestion: Some(near) } => not_a_name_near(cell(found), near),
        DuplicateName { name, first } => duplicate_name(name, *first),
    }
}
