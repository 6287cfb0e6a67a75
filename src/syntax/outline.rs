//! The names of a text by what they stand for, whether or not the text is a program: while one types, it
//! is none most of the time.

use std::collections::HashMap;

use super::Span;
use super::lexer::{Token, TokenKind, tokens};
use super::scope::builtin_any_case;
use crate::ops::Constant;

/// A name of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'t> {
    /// As it is spelled.
    pub name: &'t str,
    /// What it stands for.
    pub kind: NamedKind,
    /// The statement that defines it, or where it stands first.
    pub statement: Span,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedKind {
    /// Defined nowhere.
    Variable,
    /// A parameter, known in its statement only.
    Parameter,
    /// `name = …`
    Definition,
    /// `name(…) = …`
    Function,
}

/// The names of a text, seen from a caret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline<'t> {
    /// The name that the caret stands in or behind.
    pub at_caret: Option<Span>,
    /// All other names in order of first appearance, without those of the language.
    pub names: Vec<Named<'t>>,
}

impl<'t> Outline<'t> {
    /// Reads a text.
    ///
    /// ```
    /// use chainrule::syntax::{NamedKind, Outline, Span};
    /// let outline = Outline::of("h = w*x + b; si", 15);
    /// assert_eq!(outline.at_caret, Some(Span::new(13, 15)));
    /// assert_eq!(outline.names.iter().map(|named| named.name).collect::<String>(), "hwxb");
    /// assert_eq!(outline.names[0].kind, NamedKind::Definition);
    /// ```
    pub fn of(text: &'t str, caret: usize) -> Outline<'t> {
        let mut outline = Outline::default();
        let mut places = HashMap::new();
        let tokens = tokens(text);
        for statement in statements(&tokens) {
            outline.read(text, statement, caret, &mut places);
        }
        outline
    }

    fn read(&mut self, text: &'t str, statement: &[Token], caret: usize, places: &mut HashMap<&'t str, usize>) {
        let (Some(first), Some(last)) = (statement.first(), statement.last()) else { return };
        let whole = first.span.join(last.span);
        let (kind, parameters) = head(text, statement);
        let parameters: Vec<&str> = parameters.iter().filter(|t| is_name(t)).map(|t| &text[t.span.range()]).collect();
        for (place, token) in statement.iter().enumerate().filter(|(_, token)| is_name(token)) {
            if holds(token, caret) {
                self.at_caret = Some(token.span);
                continue;
            }
            let name = &text[token.span.range()];
            let kind = match kind {
                Some(kind) if place == 0 => kind,
                _ if parameters.contains(&name) => NamedKind::Parameter,
                _ => NamedKind::Variable,
            };
            self.add(Named { name, kind, statement: whole }, places);
        }
    }

    /// A definition says more of a name than where it is used.
    fn add(&mut self, named: Named<'t>, places: &mut HashMap<&'t str, usize>) {
        let is_known = builtin_any_case(named.name).is_some() || Constant::from_name(named.name).is_some();
        if named.kind == NamedKind::Variable && is_known {
            return;
        }
        match places.get(named.name) {
            Some(&place) => {
                let before = &mut self.names[place];
                if matches!(before.kind, NamedKind::Variable | NamedKind::Parameter)
                    && named.kind != NamedKind::Variable
                {
                    *before = named;
                }
            }
            None => {
                places.insert(named.name, self.names.len());
                self.names.push(named);
            }
        }
    }
}

fn is_name(token: &Token) -> bool {
    token.kind == TokenKind::Name
}

fn holds(token: &Token, caret: usize) -> bool {
    let range = token.span.range();
    is_name(token) && range.start < caret && caret <= range.end
}

/// The statements of a text: they end at `;`, and at the end of a line outside of brackets.
fn statements(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let mut depth = 0usize;
    tokens
        .split(move |token| {
            match token.kind {
                TokenKind::Open | TokenKind::OpenBrace => depth += 1,
                TokenKind::Close | TokenKind::CloseBrace => depth = depth.saturating_sub(1),
                TokenKind::Semicolon => depth = 0,
                _ => {}
            }
            matches!(token.kind, TokenKind::Semicolon | TokenKind::End)
                || token.kind == TokenKind::Newline && depth == 0
        })
        .filter(|statement| !statement.is_empty())
}

/// What the first name of a statement is if the statement defines it, and the tokens of its parameters.
fn head<'s>(text: &str, statement: &'s [Token]) -> (Option<NamedKind>, &'s [Token]) {
    let Some(second) = statement.get(1).filter(|_| is_name(&statement[0])) else { return (None, &[]) };
    if second.is_equals() {
        return (Some(NamedKind::Definition), &[]);
    }
    let close = statement.iter().position(|token| &text[token.span.range()] == ")");
    match close {
        Some(close)
            if second.kind == TokenKind::Open && statement.get(close + 1).is_some_and(|token| token.is_equals()) =>
        {
            (Some(NamedKind::Function), &statement[2..close])
        }
        _ => (None, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names with a letter for what each stands for, and the name at the caret `‸`.
    fn check(marked: &str, at_caret: Option<&str>, expected: &str) {
        let caret = marked.find('‸').expect("a caret");
        let text = marked.replace('‸', "");
        let outline = Outline::of(&text, caret);
        assert_eq!(outline.at_caret.map(|span| &text[span.range()]), at_caret, "{marked}");
        let letter = |kind| match kind {
            NamedKind::Variable => 'v',
            NamedKind::Parameter => 'p',
            NamedKind::Definition => 'd',
            NamedKind::Function => 'f',
        };
        let names: Vec<String> = outline.names.iter().map(|n| format!("{}:{}", n.name, letter(n.kind))).collect();
        assert_eq!(names.join(" "), expected, "{marked}");
    }

    #[test]
    fn names_are_found_in_any_text() {
        let table = [
            ("‸", None, ""),
            ("si‸", Some("si"), ""),
            ("s‸i", Some("si"), ""),
            ("‸si", None, "si:v"),
            ("x + si‸", Some("si"), "x:v"),
            ("sin(x‸)", Some("x"), ""),
            ("sin(x)*x‸", Some("x"), "x:v"),
            ("h = w*x + b; we‸", Some("we"), "h:d w:v x:v b:v"),
            ("f(t, u) = t^2 + u\nf(‸", None, "f:f t:p u:p"),
            ("f(t) = t^2 + t‸", Some("t"), "f:f t:p"),
            ("y = a; a = 2; ‸y", None, "y:d a:d"),
            // Names of the language are no names of the text, until it defines them.
            ("pi*e*ReLU(x)‸", None, "x:v"),
            ("e = 3; e*x‸", Some("x"), "e:d"),
            // A text that does not parse has names as well.
            ("(a + * b; c‸", Some("c"), "a:v b:v"),
            ("2e3si‸", Some("si"), ""),
            ("x # wei‸", None, "x:v"),
            ("max(a,\nb‸", Some("b"), "a:v"),
        ];
        table.iter().for_each(|(marked, at_caret, expected)| check(marked, *at_caret, expected));
    }
}
