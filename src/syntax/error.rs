//! What can be wrong with a text. Where (the span) and what (the kind) are data; the wording is
//! here, the drawing elsewhere.

use std::fmt;

use super::Span;

/// Why a text is not a program: one place, one sentence, and a correction where one is near.
///
/// ```
/// let error = chainrule::syntax::parse("sine(x)").unwrap_err();
/// assert_eq!(error.to_string(), "unknown function sine; did you mean sin?");
/// assert_eq!(error.span.range(), 0..4);
/// assert_eq!(error.replacement.as_deref(), Some("sin"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ParseError {
    /// The faulty place in the text.
    pub span: Span,
    /// What is wrong there.
    pub kind: ErrorKind,
    /// A text that would mend it, standing at the span instead.
    pub replacement: Option<String>,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the wording below documents each one
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
    WrongCount { name: String, takes: String, got: usize },
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
}

/// What opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Bracket {
    Parenthesis,
    Bar,
    Brace,
}

impl Bracket {
    fn name(self, count: usize) -> &'static str {
        match (self, count) {
            (Bracket::Parenthesis, 1) => "parenthesis",
            (Bracket::Parenthesis, _) => "parentheses",
            (Bracket::Bar, 1) => "absolute-value bar",
            (Bracket::Bar, _) => "absolute-value bars",
            (Bracket::Brace, 1) => "brace",
            (Bracket::Brace, _) => "braces",
        }
    }

    fn closing(self) -> char {
        match self {
            Bracket::Parenthesis => ')',
            Bracket::Bar => '|',
            Bracket::Brace => '}',
        }
    }
}

/// Names are the person's own text and may be of any length; a sentence quotes their beginning.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 40;
        match self.0.char_indices().nth(LONGEST) {
            None => f.write_str(self.0),
            Some((end, _)) => write!(f, "{}…", &self.0[..end]),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ErrorKind::*;
        match &self.kind {
            Empty => f.write_str("type a function, for example (4*x+1)^2"),
            TooLong { limit } => write!(f, "the text is longer than {} MB", limit >> 20),
            UnknownCharacter('[' | ']') => f.write_str("square brackets mean nothing here; use parentheses ( )"),
            UnknownCharacter('"') => f.write_str("quotation marks mean nothing here; this is a formula, not text"),
            UnknownCharacter(c) => write!(f, "the character {c} means nothing here"),
            BadNumber => f.write_str("a number has one decimal point at most"),
            TwoNumbers => f.write_str("two numbers side by side; put an operator between them"),
            MissingBefore { operator } => write!(f, "something is missing before {}", Quoted(operator)),
            MissingAfter { operator } => write!(f, "something is missing after {}", Quoted(operator)),
            EmptyParentheses => f.write_str("there is nothing between these parentheses"),
            NeverClosed { what, count: 1 } => write!(f, "1 {} was opened here and never closed", what.name(1)),
            NeverClosed { what, count } => {
                write!(f, "{count} {} were opened and never closed, the last one here", what.name(*count))
            }
            NeverOpened(what) => write!(f, "this {} closes nothing; it was never opened", what.name(1)),
            WrongClose { expected } => write!(f, "{} was expected here first", expected.closing()),
            UnknownFunction { name, suggestion: Some(near) } => {
                write!(f, "unknown function {}; did you mean {near}?", Quoted(name))
            }
            UnknownFunction { name, suggestion: None } => {
                let name = Quoted(name);
                write!(f, "unknown function {name}; to multiply, write {name}*( … )")
            }
            NeedsArgument { name } => write!(f, "{0} needs an argument, for example {0}(x)", Quoted(name)),
            NeedsParentheses { name } => write!(f, "{} is a function; put its arguments in parentheses", Quoted(name)),
            WrongCount { name, takes, got } => {
                let got = if *got == 0 { "none".to_owned() } else { got.to_string() };
                write!(f, "{} takes {takes}, got {got}", Quoted(name))
            }
            InverseOrReciprocal { name } => {
                write!(f, "{name} to the power −1 can mean two things; write a{name}(x) or 1/{name}(x)")
            }
            StrayComma => f.write_str("a comma only stands between the arguments of a function or the cases in braces"),
            StrayColon => f.write_str("a colon only stands in braces, as in {x < 0: -x, x}"),
            StrayPrime => f.write_str("a prime only stands after a function, as in f'(x)"),
            ComparisonOutsideBraces => f.write_str("comparisons only stand in braces, as in {x < 0: -x, x}"),
            NotACondition => f.write_str("a case starts with a comparison, as in {x < 0: -x, x}"),
            NoCase => f.write_str("braces hold cases, as in {x < 0: -x, x}"),
            OtherwiseNotLast => f.write_str("a value without a condition comes last, after all cases"),
            NotAName => f.write_str("only a name, or a function such as f(t), can stand before ="),
            FunctionNameTaken { name } => write!(f, "{name} is a built-in function; choose another name"),
            ParameterNotAName => f.write_str("the parameters of a function are names, as in f(t) = t^2"),
            DuplicateParameter { name } => write!(f, "the parameter {} stands here twice", Quoted(name)),
            Recursion { name } => write!(f, "{} calls itself; a function cannot use itself here", Quoted(name)),
            UsedAboveDefinition { name } => {
                write!(f, "{} is used here but defined further on; define it first", Quoted(name))
            }
            UsedInOwnDefinition { name } => {
                write!(f, "{} is used in its own definition before it has a value", Quoted(name))
            }
            DerivativeOfMany { name } => write!(f, "{0}' needs one variable, but {0} has several", Quoted(name)),
            NoPrimes { name } => {
                write!(f, "a prime only stands after a function of your own, such as f(t) = {}(t)", Quoted(name))
            }
        }
    }
}

impl std::error::Error for ParseError {}

impl ParseError {
    /// An error without a correction at hand.
    pub(super) fn new(span: Span, kind: ErrorKind) -> ParseError {
        ParseError { span, kind, replacement: None }
    }
}
