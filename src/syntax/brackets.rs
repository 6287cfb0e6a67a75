//! Which brackets of a text belong together, whether or not the text is a program.

use super::Span;
use super::lexer::{Token, TokenKind, tokens};
use super::scope::builtin_any_case;

/// A bracket beside a place in the text, and the one that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The bracket.
    pub bracket: Span,
    /// Its partner; none where it was never closed or never opened.
    pub partner: Option<Span>,
}

/// Opening brackets and what closes them. Bars are their own partners; square brackets are not of the
/// language, and still a person sees them as a pair.
const BRACKETS: [(&str, &str); 4] = [("(", ")"), ("{", "}"), ("[", "]"), (BAR, BAR)];

const BAR: &str = "|";

/// The bracket that a caret stands beside: the one before it, or else the one after it.
///
/// ```
/// use chainrule::syntax::{Span, pair_at};
/// let pair = pair_at("2*(x + 1)", 9).unwrap();
/// assert_eq!((pair.bracket, pair.partner), (Span::new(8, 9), Some(Span::new(2, 3))));
/// assert_eq!(pair_at("2*(x + 1", 3).unwrap().partner, None);
/// assert_eq!(pair_at("2*(x + 1)", 1), None);
/// ```
pub fn pair_at(text: &str, caret: usize) -> Option<Pair> {
    let is_bracket = |span: &Span| text.get(span.range()).is_some_and(is_bracket);
    let before = caret.checked_sub(1).map(|start| Span::new(start, caret)).filter(is_bracket);
    let after = Some(Span::new(caret, caret + 1)).filter(is_bracket);
    before.or(after)?;
    let pairs = pairs(text);
    let of = |bracket: Span| {
        pairs.iter().find_map(|&(open, close)| match (open, close) {
            (Some(open), close) if open == bracket => Some(Pair { bracket, partner: close }),
            (open, Some(close)) if close == bracket => Some(Pair { bracket, partner: open }),
            _ => None,
        })
    };
    // A bracket in a comment is none.
    before.and_then(of).or_else(|| after.and_then(of))
}

fn is_bracket(text: &str) -> bool {
    BRACKETS.iter().any(|&(open, close)| text == open || text == close)
}

/// All brackets of a text, each with its partner where it has one.
fn pairs(text: &str) -> Vec<(Option<Span>, Option<Span>)> {
    let mut pairs = Vec::new();
    let mut open: Vec<(&str, Span)> = Vec::new();
    let mut before: Option<Token> = None;
    // Whether an operator could stand here: there a bar closes what a bar opened.
    let mut after_operand = false;
    for token in tokens(text) {
        let sign = &text[token.span.range()];
        let closes = |open: &[(&str, Span)]| match sign {
            BAR => after_operand && open.last().is_some_and(|&(sign, _)| sign == BAR),
            _ => BRACKETS.iter().any(|&(_, close)| close == sign),
        };
        let mut is_operand = ends_operand(text, token, before);
        if matches!(token.kind, TokenKind::Semicolon | TokenKind::End) {
            pairs.extend(open.drain(..).map(|(_, span)| (Some(span), None)));
        } else if closes(&open) {
            is_operand = true;
            let partner = open.iter().rposition(|&(open, _)| BRACKETS.contains(&(open, sign)));
            match partner {
                Some(place) => {
                    let inner = open.drain(place + 1..).map(|(_, span)| (Some(span), None));
                    pairs.extend(inner);
                    pairs.extend(open.pop().map(|(_, span)| (Some(span), Some(token.span))));
                }
                None => pairs.push((None, Some(token.span))),
            }
        } else if is_bracket(sign) {
            open.push((sign, token.span));
        }
        after_operand = is_operand;
        before = Some(token);
    }
    pairs
}

/// Whether an operator could stand after a token that is no bracket. After the name of a function its
/// argument stands.
fn ends_operand(text: &str, token: Token, before: Option<Token>) -> bool {
    let is_function =
        |token: Token| token.kind == TokenKind::Name && builtin_any_case(&text[token.span.range()]).is_some();
    match token.kind {
        TokenKind::Number(_) | TokenKind::BadNumber | TokenKind::Primes(_) => true,
        TokenKind::Name => !is_function(token),
        TokenKind::Superscript(_) => !before.is_some_and(is_function),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` holds `‸` where the caret is; the line below marks the bracket with `^` and its partner
    /// with `=`.
    fn check(marked: &str, marks: &str) {
        let caret = marked.find('‸').expect("a caret");
        let text = marked.replace('‸', "");
        let byte = |at: usize| text.char_indices().nth(at).expect("a character").0;
        let place = |mark: char| marks.find(mark).map(|at| Span::new(byte(at), byte(at) + 1));
        let expected = place('^').map(|bracket| Pair { bracket, partner: place('=') });
        assert_eq!(pair_at(&text, caret), expected, "{marked}");
    }

    #[test]
    fn a_bracket_has_its_partner() {
        let table = [
            ("(‸x)", "^ ="),
            ("‸(x)", "^ ="),
            ("(x)‸", "= ^"),
            ("(x‸)", "= ^"),
            ("x‸+(y)", ""),
            // The one before the caret counts, as a person has just typed it.
            ("(x)‸(y)", "= ^"),
            ("((x)‸)", " = ^"),
            ("{x < 0: (1), 2}‸", "=             ^"),
            ("‸{x < 0: (1), 2}", "^             ="),
            ("[x‸]", "= ^"),
            // Bars: where an operator could stand one closes, elsewhere it opens.
            ("|x|‸|y|", "= ^"),
            ("|x||y|‸", "   = ^"),
            ("2‸|x - 1|^3", " ^     ="),
            ("|x - |y||‸", "=       ^"),
            ("|x - |y|‸|", "     = ^"),
            ("|sin |x||‸", "=       ^"),
            ("|sin² |x||‸", "=        ^"),
            ("|f'(x)|‸", "=     ^"),
            // Over the lines of a bracket.
            ("(x +\n y)‸", "=      ^"),
        ];
        table.iter().for_each(|(marked, marks)| check(marked, marks));
    }

    #[test]
    fn a_bracket_without_a_partner_is_alone() {
        let table = [
            ("(‸x", "^"),
            ("x)‸", " ^"),
            ("((x)‸", " = ^"),
            ("(‸(x)", "^"),
            ("(‸|x)", "^  ="),
            ("(|‸x)", " ^"),
            ("(x]‸)", "  ^"),
            // A statement ends, and nobody closes its bracket any more.
            ("(‸x; y)", "^"),
            ("|‸x", "^"),
            ("|x + |‸", "     ^"),
        ];
        table.iter().for_each(|(marked, marks)| check(marked, marks));
    }

    #[test]
    fn what_is_no_bracket_has_no_partner() {
        for marked in ["‸", "x‸", "# (‸x)", "σ‸", "‸σ"] {
            check(marked, "");
        }
        assert_eq!(pair_at("σ", 1), None, "a place inside of a character");
        assert_eq!(pair_at("(x)", 100), None);
    }

    #[test]
    fn every_bracket_of_an_example_has_its_partner() {
        for op in crate::ops::Op::ALL {
            let text = op.row().example;
            let alone = pairs(text).into_iter().find(|pair| pair.0.is_none() || pair.1.is_none());
            assert_eq!(alone, None, "{text}");
        }
    }
}
