//! What closes brackets and what separates things inside of them.

use super::super::Span;
use super::super::error::{Bracket, ErrorKind};
use super::super::expr::*;
use super::super::lexer::Token;
use super::{Callee, Expression, Operand, Pending, PendingKind, Result, error};
use crate::ops::{Arity, Notation, Op};

impl<'t> Expression<'_, 't> {
    /// A bar closes where an operator could stand and the innermost bracket is a bar.
    pub(super) fn closes_bar(&self) -> bool {
        matches!(self.innermost_bracket(), Some(Pending { kind: PendingKind::Bar(_), .. }))
    }

    pub(super) fn close_bracket(&mut self, bracket: Bracket, close: Token) -> Result<()> {
        if self.parser.peek() == close {
            self.parser.advance(); // the `)` of an empty call has not been read yet
        }
        self.reduce_while(|_| true);
        let Some(open) = self.pending.pop() else {
            return error(close.span, ErrorKind::NeverOpened(bracket));
        };
        if open.kind.bracket() != bracket {
            let expected = open.kind.bracket();
            return if self.pending.iter().any(|p| p.kind.is_bracket() && p.kind.bracket() == bracket) {
                error(open.span, ErrorKind::NeverClosed { what: expected, count: 1 })
            } else {
                error(close.span, ErrorKind::WrongClose { expected })
            };
        }
        self.depth -= 1;
        let outer = open.span.join(close.span);
        let operand = match open.kind {
            PendingKind::Parenthesis => {
                let Some(inner) = self.operands.pop() else { return Ok(()) };
                Operand { outer, ..inner }
            }
            PendingKind::Bar(op) => {
                let Some(inner) = self.operands.pop() else { return Ok(()) };
                Operand { term: self.out.apply(op, &[inner.term], outer), outer }
            }
            PendingKind::Call { callee, name, power, first } => {
                self.close_call(callee, name, power, first, close.span)?
            }
            PendingKind::Braces { op, first, condition } => self.close_braces(op, first, condition, outer)?,
            _ => unreachable!("only brackets are left after reducing"),
        };
        self.complete(operand);
        Ok(())
    }

    pub(super) fn take_args(&mut self, first: usize) -> Vec<TermId> {
        self.operands.drain(first..).map(|operand| operand.term).collect()
    }

    pub(super) fn close_call(
        &mut self,
        callee: Callee,
        name: Span,
        power: Option<(f64, Span)>,
        first: usize,
        close: Span,
    ) -> Result<Operand> {
        let args = self.take_args(first);
        let outer = name.join(close);
        let arity = match callee {
            Callee::Builtin(op) | Callee::LogBase(op) => op.row().arity,
            Callee::Own { function, .. } => Arity::Exactly(self.parser_parameters(function)),
        };
        if !arity.accepts(args.len()) {
            let base = usize::from(matches!(callee, Callee::LogBase(_)));
            let takes = match arity {
                Arity::Exactly(n) => Arity::Exactly(n - base),
                Arity::AtLeast(n) => Arity::AtLeast(n - base),
            };
            let name = self.parser.slice(name).to_owned();
            return error(outer, ErrorKind::WrongCount { name, takes, got: args.len() - base });
        }
        let term = match callee {
            Callee::Builtin(op) | Callee::LogBase(op) => self.out.apply(op, &args, outer),
            Callee::Own { function, derivative } => {
                let args = self.out.arg_range(&args);
                self.out.leaf(TermKind::Call { function, derivative, args }, outer)
            }
        };
        Ok(self.with_power(Operand { term, outer }, power))
    }

    pub(super) fn close_braces(&mut self, op: Op, first: usize, condition: bool, outer: Span) -> Result<Operand> {
        if condition && self.is_bare_comparison() {
            let last = self.operands.last().map_or(outer, |operand| operand.outer);
            return error(last, ErrorKind::NoCase);
        }
        let args = self.take_args(first);
        if args.len() < 2 {
            return error(outer, ErrorKind::NoCase);
        }
        Ok(Operand { term: self.out.apply(op, &args, outer), outer })
    }

    pub(super) fn comma(&mut self, span: Span) -> Result<()> {
        self.reduce_while(|_| true);
        let Some(Pending { kind, .. }) = self.pending.last_mut() else {
            return error(span, ErrorKind::StrayComma);
        };
        match kind {
            PendingKind::Call { .. } => Ok(()),
            PendingKind::Braces { condition, .. } if *condition => error(span, ErrorKind::OtherwiseNotLast),
            PendingKind::Braces { condition, .. } => {
                *condition = true;
                Ok(())
            }
            _ => error(span, ErrorKind::StrayComma),
        }
    }

    pub(super) fn colon(&mut self, span: Span) -> Result<()> {
        self.reduce_while(|_| true);
        let compared = self.operands.last().is_some_and(|operand| {
            matches!(self.out.term(operand.term).kind, TermKind::Apply(op, _) if op.row().notation == Notation::Relation)
        });
        let place = self.operands.last().map_or(span, |operand| operand.outer);
        match self.pending.last_mut() {
            Some(Pending { kind: PendingKind::Braces { condition, .. }, .. }) if *condition => {
                if !compared {
                    return error(place, ErrorKind::NotACondition);
                }
                *condition = false;
                Ok(())
            }
            _ => error(span, ErrorKind::StrayColon),
        }
    }
}
