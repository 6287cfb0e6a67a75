//! Names as readers see them: `a1`, `a_1` and `a₁` look the same.

use std::collections::HashSet;

use super::Program;

/// Base and index of a name: digits at the end and what follows an underscore are an index.
///
/// ```
/// use chainrule::syntax::name_parts;
/// assert_eq!(["w12", "w_12", "w₁₂"].map(name_parts), [("w", "12".to_owned()), ("w", "12".to_owned()), ("w", "12".to_owned())]);
/// assert_eq!(name_parts("x1_max"), ("x", "1,max".to_owned()));
/// assert_eq!(name_parts("_1"), ("_", "1".to_owned()));
/// ```
pub fn name_parts(name: &str) -> (&str, String) {
    let (head, tail) = match name.split_once('_') {
        Some((head, tail)) if !head.is_empty() && !tail.is_empty() => (head, tail),
        _ => (name, ""),
    };
    let base = head.trim_end_matches(|char| plain_digit(char).is_some());
    if base.is_empty() {
        return (name, String::new());
    }
    let digits: String = head[base.len()..].chars().filter_map(plain_digit).collect();
    let tail = tail.chars().map(|char| plain_digit(char).unwrap_or(char)).collect::<String>().replace('_', ",");
    let comma = if digits.is_empty() || tail.is_empty() { "" } else { "," };
    (base, digits + comma + &tail)
}

/// The ordinary digit of a digit that may be a subscript digit.
pub(super) fn plain_digit(char: char) -> Option<char> {
    match char {
        '0'..='9' => Some(char),
        '₀'..='₉' => char::from_digit(char as u32 - '₀' as u32, 10),
        _ => None,
    }
}

/// The subscript form of a digit.
pub fn lowered(digit: char) -> Option<char> {
    char::from_u32('₀' as u32 + digit.to_digit(10)?)
}

/// A name with a number: c₂, and `c1_2` where the name has an index already.
///
/// ```
/// use chainrule::syntax::numbered;
/// assert_eq!((numbered("c", 12), numbered("c1", 2)), ("c₁₂".to_owned(), "c1_2".to_owned()));
/// ```
pub fn numbered(name: &str, number: usize) -> String {
    let digits = number.to_string();
    match name_parts(name).1.is_empty() {
        true => name.chars().chain(digits.chars().filter_map(lowered)).collect(),
        false => format!("{name}_{digits}"),
    }
}

/// Names that are in use. Names that look the same count as one name, however they are spelled.
///
/// ```
/// use chainrule::syntax::{Names, parse};
/// let mut names = Names::of(&parse("a_1 + 2").unwrap());
/// assert!(!names.take("a₁") && names.take("a₂") && !names.take("a2"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// The names that stand in a program.
    pub fn of(program: &Program) -> Names {
        let own = program.statements.iter().filter_map(|statement| statement.name());
        Names(program.variables.iter().map(String::as_str).chain(own).map(spelling).collect())
    }

    /// Takes a name; false if it is in use already.
    pub fn take(&mut self, name: &str) -> bool {
        self.0.insert(spelling(name))
    }
}

/// A common spelling for all names that look the same.
fn spelling(name: &str) -> String {
    let (base, index) = name_parts(name);
    if index.is_empty() { base.to_owned() } else { format!("{base}_{index}") }
}

impl Program {
    /// What the output is called: its own name if it has one, else f, or g, f₁, f₂… where those are
    /// taken.
    ///
    /// ```
    /// use chainrule::syntax::parse;
    /// assert_eq!(parse("x^2").unwrap().output_name(), "f");
    /// assert_eq!(parse("f(t) = t; f(x)").unwrap().output_name(), "g");
    /// assert_eq!(parse("loss(w) = w^2").unwrap().output_name(), "loss");
    /// ```
    pub fn output_name(&self) -> String {
        if let Some(own) = self.output().name() {
            return own.to_owned();
        }
        let mut taken = Names::of(self);
        let further = (1..).map(|number| numbered("f", number));
        let mut names = ["f", "g"].map(str::to_owned).into_iter().chain(further);
        names.find(|name| taken.take(name)).unwrap_or_default()
    }
}
