//! Operator-precedence parsing (Dijkstra's shunting yard, 1961) with an explicit stack on the heap, so
//! that 100,000 nested parentheses do not overflow the call stack.
//!
//! The terms are in postorder, because an operation is added when its operands are complete.

mod bracket;
mod missing;
mod operand;
mod operator;

use super::Span;
use super::error::{Bracket, ErrorKind, ParseError};
use super::expr::*;
use super::lexer::{Token, TokenKind};
use super::reader::Parser;
use crate::ops::{Level, Op};

/// A complete operand: its term, and its place with the parentheses around it.
#[derive(Clone, Copy)]
struct Operand {
    term: TermId,
    outer: Span,
}

/// An operation or bracket that has been opened and whose last operand has not been read yet.
#[derive(Clone, Copy)]
struct Pending {
    kind: PendingKind,
    span: Span,
}

#[derive(Clone, Copy)]
enum PendingKind {
    /// An infix operator that waits for its right operand.
    Infix(Op, Level),
    /// A comparison whose left side is the right side of the comparison before: a < b < c.
    Chain(Op),
    /// A sign; `None` is +, which changes nothing.
    Prefix(Option<Op>),
    /// `sin x`, `sin^2 x`.
    Applied(Op, Option<(f64, Span)>),
    /// `√`, which applies to the next atom only.
    Radical(Op),
    Parenthesis,
    Bar(Op),
    /// A call: its arguments are the operands from this one on; its power is the 2 of sin^2(x).
    Call {
        callee: Callee,
        name: Span,
        power: Option<(f64, Span)>,
        first: usize,
    },
    /// Braces: their operands are those from this one on; before each colon a condition is read.
    Braces {
        op: Op,
        first: usize,
        condition: bool,
    },
}

#[derive(Clone, Copy)]
enum Callee {
    Builtin(Op),
    /// `log_b(x)`: the base is an operand already.
    LogBase(Op),
    Own {
        function: u32,
        derivative: u32,
    },
}

/// The reader of one expression.
pub(super) struct Expression<'p, 't> {
    parser: &'p mut Parser<'t>,
    out: Expr,
    operands: Vec<Operand>,
    pending: Vec<Pending>,
    /// Number of brackets among `pending`.
    depth: usize,
}

type Result<T> = std::result::Result<T, ParseError>;

fn error<T>(span: Span, kind: ErrorKind) -> Result<T> {
    Err(ParseError::new(span, kind))
}

impl<'p, 't> Expression<'p, 't> {
    /// Reads one expression, up to the end of its statement.
    pub fn read(parser: &'p mut Parser<'t>) -> Result<Expr> {
        let mut reader =
            Expression { parser, out: Expr::default(), operands: Vec::new(), pending: Vec::new(), depth: 0 };
        loop {
            reader.operand()?;
            if reader.after_operand()? {
                break;
            }
        }
        Ok(reader.out)
    }

    /// The next token; newlines inside of brackets are blanks.
    fn peek(&mut self) -> Token {
        if self.depth > 0 {
            while self.parser.peek().kind == TokenKind::Newline {
                self.parser.advance();
            }
        }
        self.parser.peek()
    }

    fn push(&mut self, kind: PendingKind, span: Span) {
        self.depth += usize::from(kind.is_bracket());
        self.pending.push(Pending { kind, span });
    }

    fn innermost_bracket(&self) -> Option<Pending> {
        self.pending.iter().rev().find(|pending| pending.kind.is_bracket()).copied()
    }
}

impl PendingKind {
    fn is_bracket(self) -> bool {
        self.level().is_none()
    }

    /// Binding strength toward what follows; brackets have none.
    fn level(self) -> Option<Level> {
        match self {
            PendingKind::Infix(_, level) => Some(level),
            PendingKind::Chain(_) => Some(Level::Relation),
            PendingKind::Prefix(_) | PendingKind::Applied(..) => Some(Level::Prefix),
            PendingKind::Radical(_) => Some(Level::Power),
            _ => None,
        }
    }

    fn bracket(self) -> Bracket {
        match self {
            PendingKind::Bar(_) => Bracket::Bar,
            PendingKind::Braces { .. } => Bracket::Brace,
            _ => Bracket::Parenthesis,
        }
    }
}
