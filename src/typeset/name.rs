//! Names as mathematics writes them: `x1` and `x_1` as x₁.

use super::Math;
use crate::syntax::{lowered, name_parts};

/// A name as a formula: digits at the end and what follows an underscore become an index.
///
/// ```
/// use chainrule::typeset::name_math;
/// assert_eq!(name_math("x").to_string(), "<mi>x</mi>");
/// assert_eq!(name_math("w12").to_string(), "<msub><mi>w</mi><mn>12</mn></msub>");
/// assert_eq!(name_math("x_max").to_string(), "<msub><mi>x</mi><mtext>max</mtext></msub>");
/// ```
pub fn name_math(name: &str) -> Math {
    let (base, index) = name_parts(name);
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
    match name_parts(name) {
        (base, index) if is_number(&index) => base.chars().chain(index.chars().filter_map(lowered)).collect(),
        _ => name.into(),
    }
}

fn is_number(index: &str) -> bool {
    !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit())
}
