//! Names that may be meant as a product or a call: `xy`, `mx`, `w1x1`, `sin2x`.

use super::lexer::{OPERATORS, Token, TokenKind};
use super::reader::Parser;
use super::scope::{Scope, builtin};
use super::{Notice, NoticeKind, Offer};
use crate::ops::{Arity, Constant, known};

/// A name of more letters is a word.
const LONGEST_PRODUCT: usize = 4;

/// A name of more letters is not searched for functions either; a name may have a megabyte.
const LONGEST_NAME: usize = 24;

/// Letters that stand for what varies.
const UNKNOWNS: &str = "xyztθφ";

/// Products of usual formulas that nothing else would tell from a word.
const FORMULAS: &[&str] = &[
    "mgh", "nRT", "PV", "pV", "PVT", "mc", "mv", "ma", "mg", "IR", "UI", "RI", "Fs", "gh", "gs", "ab", "ac", "bc",
    "ad", "bd", "cd", "abc", "xyz", "prt", "Prt", "kq", "hf", "hν", "lw", "lwh", "bh", "bs", "qE", "qv", "qvB", "GM",
    "GMm", "Mm", "mn", "pq", "uv", "ij", "jk", "rs", "λν", "kT", "kr", "μN", "ρg", "ρgh", "ρV", "ωC", "ωL", "RC", "LC",
    "BA",
];

/// Functions that a number alone may follow: sqrt2 is no name.
const OF_NUMBERS: &[&str] = &["sqrt", "ln"];

/// Short names that mean what they are.
const WORDS: &[&str] = &[
    "dx", "dy", "dz", "dt", "dθ", "lr", "id", "in", "hz", "kg", "cm", "mm", "km", "ms", "max", "min", "by", "to", "of",
    "as", "or", "my",
];

/// The notice about all such names of a text, the first of them marked; its offer rewrites each of them.
pub(super) fn notice(parser: &Parser<'_>) -> Option<Notice> {
    let names = |place: usize| {
        let token = parser.tokens[place];
        let name = parser.slice(token.span);
        // Most names are one letter, which can mean nothing else.
        let free = token.kind == TokenKind::Name && name.len() > 1 && parser.scope.is_free(name);
        let glued = place > 0
            && matches!(parser.tokens[place - 1].kind, TokenKind::Number(_))
            && parser.tokens[place - 1].span.end == token.span.start;
        free.then(|| meant(&parser.scope, name, glued)).flatten().map(|meant| (place, token, meant))
    };
    let found: Vec<(usize, Token, Meant)> = (0..parser.tokens.len()).filter_map(names).collect();
    let (_, first, meaning) = found.first()?;
    let (start, end) = (first.span, found.last()?.1.span);
    let span = start.join(end);
    let mut text = String::new();
    let mut at = span.start;
    for (place, token, meant) in &found {
        text += &parser.text[at as usize..token.span.range().start];
        text += &if meant.is_product && binds_before(parser, *place) {
            format!("({})", meant.text)
        } else {
            meant.text.clone()
        };
        at = token.span.end;
    }
    let kind = NoticeKind::OneName { name: parser.slice(first.span).to_owned(), meant: meaning.text.clone() };
    Some(Notice { span: first.span, kind, offer: Some(Offer::new(span, text)) })
}

/// Whether what stands before a name would take only its first factor.
fn binds_before(parser: &Parser<'_>, place: usize) -> bool {
    let is = |token: Token, ops: &[crate::ops::Op]| matches!(token.kind, TokenKind::Operator(index) if OPERATORS[index].infix.is_some_and(|op| ops.contains(&op)));
    let mut before = parser.tokens[..place].iter().rev().copied().peekable();
    // The sign of an exponent or a denominator stands right after another operator.
    let mut first = before.next();
    while let (Some(sign), Some(&next)) = (first, before.peek())
        && is(sign, &[known::SUB, known::ADD])
        && matches!(next.kind, TokenKind::Operator(_))
    {
        first = before.next();
    }
    // What stands beside a name behind a function belongs to its argument, as in sin 2x.
    while let (Some(token), Some(&next)) = (first, before.peek())
        && matches!(token.kind, TokenKind::Number(_) | TokenKind::Name)
        && builtin(parser.slice(token.span)).is_none()
        && matches!(next.kind, TokenKind::Number(_) | TokenKind::Name)
    {
        first = before.next();
    }
    first.is_some_and(|token| {
        is(token, &[known::POW, known::DIV])
            || token.kind == TokenKind::Radical
            || token.kind == TokenKind::Name && builtin(parser.slice(token.span)).is_some()
    })
}

/// What a name may mean instead.
struct Meant {
    text: String,
    is_product: bool,
}

/// What a name may be meant as, by the names that stand elsewhere and by usual formulas. `glued` tells that
/// a number stands right before it.
fn meant(scope: &Scope<'_>, name: &str, glued: bool) -> Option<Meant> {
    if name.chars().count() > LONGEST_NAME || WORDS.contains(&name) {
        return None;
    }
    let parts = parts(name)?;
    let (last, factors) = parts.split_last()?;
    let text = || parts.join("*");
    if last.ends_with(')') {
        return Some(Meant { text: text(), is_product: !factors.is_empty() });
    }
    let others =
        |part: &&String| part.as_str() != name && scope.knows(part) && Constant::from_name(part) != Some(Constant::E);
    let known = parts.iter().filter(others).count();
    let count = parts.len();
    let unknown = last.starts_with(|c| UNKNOWNS.contains(c));
    let numbered = parts.iter().filter(|part| part.chars().count() > 1).count();
    let vowel = name.contains(|c| "aeiou".contains(c));
    let is_run = parts
        .windows(2)
        .all(|pair| pair[0].chars().next().map(|c| c as u32 + 1) == pair[1].chars().next().map(|c| c as u32));
    let plausible = known == count
        || FORMULAS.contains(&name)
        || numbered == count
        || numbered > 0 && count == 2 && (unknown || known > 0)
        || glued && count <= 3
        || count == 2 && (unknown || known > 0)
        || count > 2 && (is_run || known > 1 || !vowel && (unknown || known > 0));
    (count > 1 && count <= LONGEST_PRODUCT && plausible).then(|| Meant { text: text(), is_product: true })
}

/// The letters of a name with the digits behind each, and a function with the rest of the name as its
/// argument; none if the name has another shape.
fn parts(name: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        if let Some((function, argument)) = applied(rest) {
            parts.push(format!("{function}({argument})"));
            return Some(parts);
        }
        let constant =
            ["pi", "tau"].into_iter().find(|constant| rest.starts_with(constant) && rest.len() > constant.len());
        let length = constant.map_or(first.len_utf8(), str::len);
        if !first.is_alphabetic() {
            return None;
        }
        // An index stands behind its letter, x1, x₁ or x_1.
        let start = length + usize::from(rest[length..].starts_with('_'));
        let digits = rest[start..].find(|c: char| !(c.is_ascii_digit() || ('₀'..='₉').contains(&c)));
        let end = digits.map_or(rest.len(), |digits| start + digits);
        if end == start && start > length {
            return None;
        }
        parts.push(rest[..end].to_owned());
        rest = &rest[end..];
    }
    Some(parts)
}

/// A function's name with what follows it, a number and letters: `sin2x` is sin with 2*x.
fn applied(name: &str) -> Option<(&str, String)> {
    let splits = name.char_indices().skip(2).map(|(at, _)| name.split_at(at));
    let known = |function: &str| builtin(function).is_some_and(|op| op.row().arity == Arity::Exactly(1));
    // The longest name, so that sinhx is not sin of h*x.
    let (function, argument) = splits.filter(|(function, _)| known(function)).last()?;
    let letters = argument.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &argument[..argument.len() - letters.len()];
    let mut factors: Vec<String> = Some(number.to_owned()).filter(|number| !number.is_empty()).into_iter().collect();
    factors.extend(parts(letters)?);
    let short = letters.chars().filter(|c| c.is_alphabetic()).count() <= 2;
    let varies = letters.contains(|c| UNKNOWNS.contains(c)) || !number.is_empty();
    let root = letters.is_empty() && OF_NUMBERS.contains(&function);
    (short && varies && !letters.is_empty() || letters.ends_with(')') || root).then(|| (function, factors.join("*")))
}

/// `xsin`, `nlog`: a letter before a function, which may be meant as its factor.
pub(super) fn factors_before(name: &str) -> Option<String> {
    if name.chars().count() > LONGEST_NAME {
        return None;
    }
    let splits = name.char_indices().skip(1).take(1).map(|(at, _)| name.split_at(at));
    let (letter, function) = splits.filter(|(_, function)| builtin(function).is_some()).last()?;
    Some([letter, "*", function].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_split_at_its_letters() {
        let split = |name| parts(name).map(|parts| parts.join("*"));
        assert_eq!(split("w1x₂").as_deref(), Some("w1*x₂"));
        assert_eq!(split("xsin2x").as_deref(), Some("x*sin(2*x)"));
        assert_eq!(split("x_1y").as_deref(), Some("x_1*y"));
        assert_eq!(split("x_max"), None);
        assert_eq!(split("pir").as_deref(), Some("pi*r"));
    }
}
