//! Parse errors: the place of the fault (the span) and what is wrong there (the kind).

use std::fmt;

use super::{Foreign, Offer, Span};
use crate::ops::Arity;

/// Why a text is not a program: one place, one kind of fault, and a correction if one is known.
///
/// ```
/// use chainrule::syntax::{ErrorKind, parse};
/// let error = parse("sine(x)").unwrap_err();
/// assert!(matches!(error.kind, ErrorKind::UnknownFunction { .. }));
/// assert_eq!(error.span.range(), 0..4);
/// assert_eq!(error.offer.unwrap().text, "sin");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ParseError {
    /// The faulty place in the text.
    pub span: Span,
    /// What is wrong there.
    pub kind: ErrorKind,
    /// A change that corrects the fault.
    pub offer: Option<Offer>,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the sentences in `words::syntax` document each one
pub enum ErrorKind {
    Empty,
    TooLong { limit: usize },
    UnknownCharacter(char),
    BadNumber,
    TwoNumbers,
    MissingBefore { operator: String },
    MissingAfter { operator: String },
    EmptyParentheses,
    NeverClosed { what: Bracket, count: usize },
    NeverOpened(Bracket),
    WrongClose { expected: Bracket },
    UnknownFunction { name: String, suggestion: Option<String> },
    NeedsArgument { name: String },
    NeedsParentheses { name: String },
    WrongCount { name: String, takes: Arity, got: usize },
    InverseOrReciprocal { name: String },
    StrayComma,
    StrayColon,
    StrayPrime,
    ComparisonOutsideBraces,
    NotACondition,
    NoCase,
    OtherwiseNotLast,
    NotAName,
    FunctionNameTaken { name: String },
    ParameterNotAName,
    DuplicateParameter { name: String },
    Recursion { name: String },
    UsedAboveDefinition { name: String },
    UsedInOwnDefinition { name: String },
    DerivativeOfMany { name: String },
    NoPrimes { name: String },
    Foreign(Foreign),
}

/// A kind of bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Bracket {
    Parenthesis,
    Bar,
    Brace,
}

impl Bracket {
    /// The character that closes it.
    pub fn closing(self) -> char {
        match self {
            Bracket::Parenthesis => ')',
            Bracket::Bar => '|',
            Bracket::Brace => '}',
        }
    }
}

/// Names the kind of fault only; the sentence for it is in `words::syntax`.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for ParseError {}

impl ParseError {
    /// An error without a correction.
    pub(super) fn new(span: Span, kind: ErrorKind) -> ParseError {
        ParseError { span, kind, offer: None }
    }
}
