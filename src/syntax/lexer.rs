//! `text → tokens`, with nom. A malformed token is a token too, so that the parser finds the faults
//! of a text from left to right.

use std::sync::LazyLock;

use nom::branch::alt;
use nom::bytes::complete::{take_till, take_while, take_while1};
use nom::character::complete::{char, digit1, one_of, satisfy};
use nom::combinator::{map, map_opt, opt, recognize, verify};
use nom::{IResult, Parser};

use super::fraction::fraction;
use super::invisible::is_invisible;
use super::{Bracket, Span};
use crate::ops::{Op, Syntax, known};
use crate::sort::sorted;

/// A token and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub span: Span,
}

impl Token {
    /// Whether it is the sign of a definition.
    pub(super) fn is_equals(self) -> bool {
        matches!(self.kind, TokenKind::Operator(index) if OPERATORS[index].infix == Some(known::EQ))
    }
}

/// What a token is; its text is the span's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TokenKind {
    Number(f64),
    /// Digits with two decimal points.
    BadNumber,
    Name,
    /// `'`, one or more of them.
    Primes(u32),
    /// Index into [`OPERATORS`].
    Operator(usize),
    /// Raised digits, possibly with a raised sign.
    Superscript(f64),
    Radical,
    Open,
    Close,
    OpenBrace,
    CloseBrace,
    Bar,
    Comma,
    Colon,
    /// `;`
    Semicolon,
    Newline,
    /// A character that means nothing here.
    Unknown(char),
    End,
}

/// A spelling, and the operations that it stands for as an infix and as a prefix operator.
pub(super) struct Operator {
    pub text: &'static str,
    pub infix: Option<Op>,
    pub prefix: Option<Op>,
}

/// Every operator spelling of the rows, longest first, so that `**` is not two `*`.
pub(super) static OPERATORS: LazyLock<Vec<Operator>> = LazyLock::new(|| {
    let mut table: Vec<Operator> = Vec::new();
    let mut entry = |text: &'static str, infix: Option<Op>, prefix: Option<Op>| match table
        .iter_mut()
        .find(|operator| operator.text == text)
    {
        Some(operator) => {
            operator.infix = operator.infix.or(infix);
            operator.prefix = operator.prefix.or(prefix);
        }
        None => table.push(Operator { text, infix, prefix }),
    };
    for &op in Op::ALL {
        match op.row().syntax {
            Syntax::Infix(_, spellings) => spellings.iter().for_each(|text| entry(text, Some(op), None)),
            Syntax::Prefix(spellings) => spellings.iter().for_each(|text| entry(text, None, Some(op))),
            _ => {}
        }
    }
    sorted(table, |a, b| b.text.len().cmp(&a.text.len()))
});

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

pub(super) fn starts_name(c: char) -> bool {
    (c.is_alphabetic() || c == '_') && !is_invisible(c)
}

fn continues_name(c: char) -> bool {
    starts_name(c) || c.is_ascii_digit() || ('₀'..='₉').contains(&c)
}

/// Digits with at most one point, and an exponent if digits follow its `e`.
fn decimal(input: &str) -> IResult<&str, &str> {
    let exponent = (one_of("eE"), opt(one_of("+-")), digit1);
    let mantissa = alt((
        recognize((digit1, opt((char('.'), take_while(|c: char| c.is_ascii_digit()))))),
        recognize((char('.'), digit1)),
    ));
    recognize((mantissa, opt(exponent))).parse(input)
}

fn number(input: &str) -> IResult<&str, TokenKind> {
    let (mut rest, text) = decimal(input)?;
    if rest.starts_with('.') {
        rest = take_while(|c: char| c.is_ascii_digit() || c == '.')(rest)?.0;
        return Ok((rest, TokenKind::BadNumber));
    }
    Ok((rest, text.parse().map_or(TokenKind::BadNumber, TokenKind::Number)))
}

fn name(input: &str) -> IResult<&str, TokenKind> {
    map(recognize((satisfy(starts_name), take_while(continues_name))), |_| TokenKind::Name).parse(input)
}

fn operator(input: &str) -> IResult<&str, TokenKind> {
    match OPERATORS.iter().enumerate().find(|(_, operator)| input.starts_with(operator.text)) {
        Some((index, operator)) => Ok((&input[operator.text.len()..], TokenKind::Operator(index))),
        None => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag))),
    }
}

fn superscript(input: &str) -> IResult<&str, TokenKind> {
    let digits = take_while1(|c| SUPERSCRIPTS.contains(c));
    let (rest, (sign, digits)) = (opt(one_of("⁺⁻")), digits).parse(input)?;
    let magnitude = digits
        .chars()
        .filter_map(|c| SUPERSCRIPTS.chars().position(|digit| digit == c))
        .fold(0.0, |number, digit| 10.0 * number + digit as f64);
    Ok((rest, TokenKind::Superscript(if sign == Some('⁻') { -magnitude } else { magnitude })))
}

fn punctuation(input: &str) -> IResult<&str, TokenKind> {
    let kind = |c: char| match c {
        '(' => Some(TokenKind::Open),
        ')' => Some(TokenKind::Close),
        '{' => Some(TokenKind::OpenBrace),
        '}' => Some(TokenKind::CloseBrace),
        '|' => Some(TokenKind::Bar),
        ',' => Some(TokenKind::Comma),
        ':' => Some(TokenKind::Colon),
        ';' => Some(TokenKind::Semicolon),
        '\n' => Some(TokenKind::Newline),
        '√' => Some(TokenKind::Radical),
        _ => None,
    };
    let primes =
        map(take_while1(|c| c == '\'' || c == '′'), |text: &str| TokenKind::Primes(text.chars().count() as u32));
    alt((
        map(verify(nom::character::complete::anychar, move |&c| kind(c).is_some()), move |c| {
            kind(c).unwrap_or(TokenKind::Unknown(c))
        }),
        primes,
    ))
    .parse(input)
}

/// White space that does not end a statement, and comments.
fn blank(input: &str) -> &str {
    let mut rest = input;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n' || c == '\u{feff}');
        if !rest.starts_with('#') {
            return rest;
        }
        rest = take_till::<_, _, nom::error::Error<&str>>(|c| c == '\n')(rest).map_or("", |(rest, _)| rest);
    }
}

/// All tokens of a text; the last one is `End`.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len().min(64) + 1);
    let mut rest = blank(text);
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        let token = match c {
            '0'..='9' | '.' => number(rest),
            _ if starts_name(c) => name(rest),
            _ => alt((vulgar_fraction, punctuation_after_operators, superscript)).parse(rest),
        };
        let (after, kind) = token.unwrap_or((&rest[c.len_utf8()..], TokenKind::Unknown(c)));
        tokens.push(Token { kind, span: Span::new(start, text.len() - after.len()) });
        rest = blank(after);
    }
    tokens.push(Token { kind: TokenKind::End, span: Span::new(text.len(), text.len()) });
    tokens
}

fn vulgar_fraction(input: &str) -> IResult<&str, TokenKind> {
    map_opt(nom::character::complete::anychar, |c| fraction(c).map(TokenKind::Number)).parse(input)
}

fn punctuation_after_operators(input: &str) -> IResult<&str, TokenKind> {
    alt((operator, punctuation)).parse(input)
}

impl TokenKind {
    /// The bracket that this token closes.
    pub(super) fn closes(self) -> Option<Bracket> {
        match self {
            TokenKind::Close => Some(Bracket::Parenthesis),
            TokenKind::CloseBrace => Some(Bracket::Brace),
            _ => None,
        }
    }
}

/// Whether the whole text is a name of the language.
pub fn is_name(text: &str) -> bool {
    text.starts_with(starts_name)
        && matches!(tokens(text)[..], [Token { kind: TokenKind::Name, span }, _] if span.range() == (0..text.len()))
}
