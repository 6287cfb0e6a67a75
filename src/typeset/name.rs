//! Names as mathematics writes them: `x1` and `x_1` as x₁.

use super::Math;

/// A name as a formula: digits at the end and what follows an underscore become an index.
///
/// ```
/// use chainrule::typeset::name_math;
/// assert_eq!(name_math("x").to_string(), "<mi>x</mi>");
/// assert_eq!(name_math("w12").to_string(), "<msub><mi>w</mi><mn>12</mn></msub>");
/// assert_eq!(name_math("x_max").to_string(), "<msub><mi>x</mi><mtext>max</mtext></msub>");
/// ```
pub fn name_math(name: &str) -> Math {
    let (base, index) = split(name);
    let base = Math::identifier(base);
    if index.is_empty() {
        return base;
    }
    let index = if is_number(&index) {
        Math::number(index)
    } else if index.chars().count() == 1 {
        Math::identifier(index)
    } else {
        Math::words(index)
    };
    Math::subscript(base, index)
}

/// A name as plain text: an index that is a number is written with lowered digits, any other as
/// it was typed.
///
/// ```
/// use chainrule::typeset::name_text;
/// assert_eq!(name_text("x_1"), "x₁");
/// assert_eq!(name_text("x_max"), "x_max");
/// ```
pub fn name_text(name: &str) -> String {
    match split(name) {
        (base, index) if is_number(&index) => base.chars().chain(index.chars().filter_map(lowered)).collect(),
        _ => name.into(),
    }
}

/// Base and index; `x1_2` has the index 1,2.
fn split(name: &str) -> (&str, String) {
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

fn is_number(index: &str) -> bool {
    !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit())
}

/// The plain digit of a digit that may be lowered.
fn plain_digit(char: char) -> Option<char> {
    match char {
        '0'..='9' => Some(char),
        '₀'..='₉' => char::from_digit(char as u32 - '₀' as u32, 10),
        _ => None,
    }
}

/// The lowered form of a digit.
pub(super) fn lowered(digit: char) -> Option<char> {
    char::from_u32('₀' as u32 + digit.to_digit(10)?)
}
