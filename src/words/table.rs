//! The table of data.

use super::Message;
use super::messages::messages;

messages! {
    "table":
    /// The panel.
    title() = "Data";
    /// The fold with the box for the rows, while there are none.
    begin() = "Fit to data: type or paste rows";
    /// The same fold, while there are rows.
    edit() = "Edit the rows";
    /// A button: selects the faulty line of the text.
    show_line() = "Show the line";
    /// Below the box; `open` is an element that says `open_file`.
    how(open: String) =
        "Names of variables first, then one row of numbers a line. Paste from a spreadsheet, drop a CSV file here, or \
         {open}.";
    /// Part of `how` that opens a file.
    open_file() = "open a file";
    /// Columns that are no variables of the function.
    unused(columns: Message) = "Not in the formula: {columns}.";
    /// The link does not hold the data.
    too_large() = "The data is too large for the link; who opens it has to load the data again.";
    /// What the number behind it is.
    mean_of(output: String, rows: usize) = "Mean of {output} over {rows} row" | "Mean of {output} over {rows} rows";
    /// The table.
    rows() = "Rows";
    /// A column: the number of the row.
    row() = "row";
    /// A column.
    prediction() = "What the function predicts for the row";
    /// A row's button.
    show_row(row: usize) = "Show row {row} in the tree";
    /// A group of buttons.
    picker() = "Row in the tree";
    /// A button.
    previous() = "Previous row";
    /// A button.
    next() = "Next row";
    /// The row that the tree shows; `number` is a box.
    picked(number: String, rows: usize) = "Row {number} of {rows}";
    /// No row is picked.
    own_point() = "The tree shows a point of your own.";
    /// How many rows a step of a descent looks at; `choice` is a list.
    looks_at(choice: String) = "A step of the descent looks at {choice}";
    /// That list.
    all_rows() = "all rows";
    /// That list.
    mini_batch() = "a mini-batch";
    /// That list.
    one_row() = "one row";
    /// How many rows a mini-batch has; `number` is a box.
    of(number: String) = "of {number}";
    /// What the order of the rows follows from; `number` is a box.
    seed(number: String) = "seed {number}";
    /// A button: another order of the rows.
    shuffle() = "Shuffle anew";
    /// The tab of the data, where something is wrong with it.
    has_fault() = "has a fault";
}
