//! `text → Table`: rows of numbers under names, as typed, pasted from a spreadsheet or read from a
//! file.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::fault::{Fault, FaultKind};
use super::limits::{LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS};
use crate::syntax::exact;
use crate::syntax::is_name;

/// Rows of finite numbers under names; there is at least one row and one column.
///
/// ```
/// use chainrule::data::Table;
/// let table = Table::read("x; y\n0,5; 1\n1; −2").unwrap();
/// assert_eq!(table.names, ["x", "y"]);
/// assert_eq!(table.rows, [[0.5, 1.0], [1.0, -2.0]]);
/// assert_eq!(table.to_text(), "x,y\n0.5,1\n1,-2");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// One name per column; no two are the same.
    pub names: Vec<String>,
    /// The numbers of each row, one per column.
    pub rows: Vec<Vec<f64>>,
}

impl Table {
    /// Reads a text whose cells are separated by tabs, semicolons, commas or, if there are none of
    /// these, by spaces. Where tabs or semicolons separate, 1,5 is 1.5; but 1,234 may be 1234 too, and is refused
    /// unless another cell, such as 0,5, shows that commas stand for points. A first row that holds only
    /// numbers is data: the columns are then called x and y, or x1, x2 … and y. Empty rows are ignored.
    ///
    /// Rows are counted without the names, columns from the left, both from 1.
    pub fn read(text: &str) -> Result<Table, Fault> {
        if text.len() > LONGEST_TEXT {
            return Err(FaultKind::TooLong.anywhere());
        }
        let separator = separator(text);
        let spaced;
        let source = match separator {
            b' ' => {
                spaced = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
                &spaced.collect::<Vec<_>>().join("\n")
            }
            _ => text,
        };
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(Trim::All)
            .delimiter(separator)
            .from_reader(source.as_bytes());
        let mut record = StringRecord::new();
        // The next row that is not empty, with the byte where the search for it began.
        let mut filled = || -> Option<(usize, Vec<String>)> {
            // Reading from a text in memory cannot fail; it only ends.
            while reader.read_record(&mut record).is_ok_and(|more| more) {
                if record.iter().any(|cell| !cell.is_empty()) {
                    let start = record.position().map_or(0, |position| position.byte() as usize);
                    return Some((start, record.iter().map(str::to_owned).collect()));
                }
            }
            None
        };
        let Some((start, mut first)) = filled() else { return Err(FaultKind::Empty.anywhere()) };
        first[0] = first[0].trim_start_matches('\u{feff}').trim().to_owned();
        let decimal_comma = matches!(separator, b'\t' | b';');
        let number = |cell: &str| number(cell, decimal_comma);
        let has_names = !first.iter().all(|cell| cell.is_empty() || number(cell).is_some());
        let width = width(&first);
        if width > MOST_COLUMNS {
            return Err(FaultKind::TooManyColumns(width).anywhere());
        }
        first.truncate(width);
        let names = if has_names { first.clone() } else { default_names(width) };
        check_names(&names).map_err(|fault| fault.on_line(line(source, start)))?;
        let mut commas = Commas::default();
        let mut rows: Vec<Vec<f64>> = Vec::new();
        let mut next = if has_names { filled() } else { Some((start, first)) };
        while let Some((start, cells)) = next {
            let row = rows.len() + 1;
            if row > MOST_ROWS {
                return Err(FaultKind::TooManyRows.anywhere());
            }
            let values = values(row, &cells, &names, &number);
            rows.push(values.map_err(|fault| fault.on_line(line(source, start)))?);
            if decimal_comma {
                commas.read(&cells, |column, cell| {
                    let fault =
                        Fault::in_cell(row, column + 1, &names[column], FaultKind::GroupedOrDecimal(cell.into()));
                    fault.on_line(line(source, start))
                });
            }
            next = filled();
        }
        if rows.is_empty() {
            return Err(FaultKind::NoRows.anywhere());
        }
        commas.verdict()?;
        Ok(Table { names, rows })
    }

    /// Writes the table with commas; reading the text gives the same table.
    pub fn to_text(&self) -> String {
        let mut text = self.names.join(",");
        for row in &self.rows {
            for (column, &value) in row.iter().enumerate() {
                text.push(if column == 0 { '\n' } else { ',' });
                text.push_str(&exact(value));
            }
        }
        text
    }
}

/// The separator of the cells: the first of tab, semicolon and comma, in this order, that occurs.
fn separator(text: &str) -> u8 {
    let found = [b'\t', b';', b','].into_iter().find(|&byte| text.as_bytes().contains(&byte));
    let between_words = |line: &str| line.trim().contains(char::is_whitespace) && !line.contains('"');
    found.unwrap_or(if text.lines().any(between_words) { b' ' } else { b',' })
}

/// The line, counted from 1, of the row that begins at this byte or after the empty lines there.
fn line(source: &str, start: usize) -> usize {
    let (before, after) = source.as_bytes().split_at(start.min(source.len()));
    let empty = after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    1 + before.iter().chain(empty).filter(|&&byte| byte == b'\n').count()
}

/// What the commas in the numbers of a table stand for.
#[derive(Default)]
struct Commas {
    /// Whether one of them can only stand for a point.
    is_decimal: bool,
    /// The first number whose comma may as well group its digits by thousands.
    grouped: Option<Fault>,
}

impl Commas {
    /// Takes note of the commas of a row of numbers; `fault` makes the fault of a cell.
    fn read(&mut self, cells: &[String], fault: impl Fn(usize, &str) -> Fault) {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.contains(',')) {
            if !is_grouped(cell) {
                self.is_decimal = true;
            } else if self.grouped.is_none() {
                self.grouped = Some(fault(column, cell));
            }
        }
    }

    /// The fault of the first number that can be read in two ways, if nothing tells which is meant.
    fn verdict(self) -> Result<(), Fault> {
        match self.grouped {
            Some(fault) if !self.is_decimal => Err(fault),
            _ => Ok(()),
        }
    }
}

/// Whether a comma may separate thousands: one to three digits before it, without a 0 in front, and three
/// behind it.
fn is_grouped(cell: &str) -> bool {
    let plain = cell.trim_start_matches(['-', '−', '+']);
    let is_digits = |text: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let whole_and_rest = plain.split_once(',');
    whole_and_rest
        .is_some_and(|(whole, rest)| is_digits(whole, 1..=3) && !whole.starts_with('0') && is_digits(rest, 3..=3))
}

/// A finite number as spreadsheets write it: perhaps with the minus sign U+2212, or with spaces
/// between thousands.
fn number(cell: &str, decimal_comma: bool) -> Option<f64> {
    let mut plain: String = cell.chars().filter(|char| !char.is_whitespace()).collect();
    plain = plain.replace('−', "-");
    if decimal_comma && !plain.contains('.') {
        plain = plain.replacen(',', ".", 1);
    }
    // Rust reads "inf" and "nan" as numbers too.
    let value = plain.parse::<f64>().ok().filter(|_| plain.bytes().any(|byte| byte.is_ascii_digit()))?;
    value.is_finite().then_some(value)
}

/// The numbers of a row under these names.
fn values(
    row: usize,
    cells: &[String],
    names: &[String],
    number: &dyn Fn(&str) -> Option<f64>,
) -> Result<Vec<f64>, Fault> {
    let (expected, count) = (names.len(), width(cells));
    if count > expected || cells.len() < expected {
        let found = count.max(cells.len().min(expected));
        return Err(Fault::in_row(row, FaultKind::WrongWidth { found, expected }));
    }
    let value = |(column, (cell, name)): (usize, (&String, &String))| {
        let kind = || match cell.as_str() {
            "" => FaultKind::EmptyCell,
            cell if cell.contains(',') && cell.contains('.') => FaultKind::CommaAndPoint(cell.into()),
            cell => FaultKind::NotANumber(cell.into()),
        };
        number(cell).ok_or_else(|| Fault::in_cell(row, column + 1, name, kind()))
    };
    cells.iter().zip(names).enumerate().map(value).collect()
}

/// Number of cells without the empty ones that a spreadsheet leaves after the last column.
fn width(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// Names for columns without names: the last one is y, the columns that it depends on are x.
fn default_names(width: usize) -> Vec<String> {
    match width {
        1 => vec!["x".into()],
        2 => vec!["x".into(), "y".into()],
        _ => (1..width).map(|index| format!("x{index}")).chain(["y".into()]).collect(),
    }
}

fn check_names(names: &[String]) -> Result<(), Fault> {
    for (index, name) in names.iter().enumerate() {
        let fault = |kind| Err(Fault::in_heading(index + 1, kind));
        if name.is_empty() {
            return fault(FaultKind::NoName);
        }
        if !is_name(name) {
            return fault(FaultKind::NotAName { found: name.clone(), suggestion: nearest_name(name) });
        }
        if let Some(first) = names[..index].iter().position(|other| other == name) {
            return fault(FaultKind::DuplicateName { name: name.clone(), first: first + 1 });
        }
    }
    Ok(())
}

/// `height (cm)` as `height_cm`, if that makes a name.
fn nearest_name(text: &str) -> Option<String> {
    let parts = text.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty());
    Some(parts.collect::<Vec<_>>().join("_")).filter(|name| is_name(name))
}
