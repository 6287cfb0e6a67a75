//! A formula as one line of plain text, for tables and labels.

use super::math::{APPLY, INVISIBLE_TIMES};
use super::number::raised;
use super::{Math, MathKind, Word};
use crate::syntax::lowered;

impl Math {
    /// The formula as one line of plain text.
    ///
    /// ```
    /// use chainrule::typeset::Math;
    /// assert_eq!(Math::superscript(Math::identifier("x"), Math::number("2")).plain(), "x²");
    /// ```
    pub fn plain(&self) -> String {
        to_text(self)
    }
}

/// Plain text of a formula; what a fraction's line holds together has parentheses.
pub(super) fn to_text(math: &Math) -> String {
    match &math.kind {
        MathKind::Row(parts) => row(parts),
        MathKind::Fraction(two) => {
            format!("{} / {}", held(to_text(&two[0]), &["+", "−"]), held(to_text(&two[1]), &["+", "−", "·", "/"]))
        }
        MathKind::Superscript(two) => script(&two[0], &two[1], '^', raised),
        MathKind::Subscript(two) => script(&two[0], &two[1], '_', lowered),
        MathKind::SquareRoot(inner) => format!("√{}", to_text(inner)),
        MathKind::Root(two) => format!("∛{}", to_text(&two[0])),
        MathKind::Table(parts) => parts.iter().map(to_text).collect::<Vec<_>>().join(", "),
        MathKind::Line(parts) => parts.iter().map(to_text).collect::<Vec<_>>().join(" "),
        MathKind::Cell(inner) => to_text(inner),
        MathKind::Space => String::new(),
        _ => math.text().unwrap_or_default().into(),
    }
}

/// A text in parentheses, if one of these signs stands in it outside of others.
fn held(text: String, signs: &[&str]) -> String {
    let mut depth = 0;
    let loose = text.split(' ').any(|word| {
        let outside = depth == 0;
        depth += word.matches(['(', '{']).count();
        depth -= word.matches([')', '}']).count().min(depth);
        outside && signs.contains(&word)
    });
    if loose { format!("({text})") } else { text }
}

/// Parts side by side, with room around operators that have something on both sides.
fn row(parts: &[Math]) -> String {
    let mut line = String::new();
    for (i, part) in parts.iter().enumerate() {
        let between = i > 0 && i + 1 < parts.len();
        match &part.kind {
            MathKind::Operator(sign) if sign == APPLY => {}
            MathKind::Operator(sign) if sign == INVISIBLE_TIMES => line.push_str(" · "),
            MathKind::Operator(sign) if sign == "," => line.push_str(", "),
            MathKind::Operator(sign) if sign == "{" => return format!("{{{}}}", row(&parts[1..])),
            MathKind::Operator(_) | MathKind::Word(Word::And) if between => line.extend([" ", &to_text(part), " "]),
            _ => line.push_str(&to_text(part)),
        }
    }
    line
}

/// A base with what stands above or below it, in characters of their own if there are any.
fn script(base: &Math, script: &Math, mark: char, char_of: fn(char) -> Option<char>) -> String {
    let (base, script) = (to_text(base), to_text(script));
    let small: Option<String> = script.chars().map(char_of).collect();
    match small {
        Some(small) => base + &small,
        None if script.contains([' ', '^', '·']) => format!("{base}{mark}({script})"),
        None => format!("{base}{mark}{script}"),
    }
}
