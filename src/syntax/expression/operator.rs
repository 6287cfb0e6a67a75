//! Where an operator is expected: what follows an operand, by binding strength.

use super::super::error::ErrorKind;
use super::super::expr::*;
use super::super::lexer::{OPERATORS, Token, TokenKind};
use super::super::{Bracket, Span};
use super::{Expression, Operand, Pending, PendingKind, Result, error};
use crate::ops::{Level, Notation, Op, Syntax, known};

impl<'t> Expression<'_, 't> {
    /// Reads what follows an operand, up to where the next operand is expected; true at the end of
    /// the expression.
    pub(super) fn after_operand(&mut self) -> Result<bool> {
        loop {
            let token = self.peek();
            match token.kind {
                TokenKind::Operator(index) => match OPERATORS[index].infix {
                    Some(op) => {
                        self.parser.advance();
                        self.infix(op, token.span)?;
                        return Ok(false);
                    }
                    None => return self.juxtapose(token),
                },
                TokenKind::Superscript(value) => {
                    self.parser.advance();
                    self.superscript(value, token.span);
                }
                TokenKind::Bar if self.closes_bar() => {
                    self.parser.advance();
                    self.close_bracket(Bracket::Bar, token)?;
                }
                TokenKind::Close | TokenKind::CloseBrace => {
                    let bracket = token.kind.closes().expect("both close something");
                    self.parser.advance();
                    self.close_bracket(bracket, token)?;
                }
                TokenKind::Comma => {
                    self.parser.advance();
                    self.comma(token.span)?;
                    return Ok(false);
                }
                TokenKind::Colon => {
                    self.parser.advance();
                    self.colon(token.span)?;
                    return Ok(false);
                }
                TokenKind::Semicolon | TokenKind::Newline | TokenKind::End => {
                    self.reduce_while(|_| true);
                    return if self.pending.is_empty() { Ok(true) } else { self.never_closed() };
                }
                _ => return self.juxtapose(token),
            }
        }
    }

    /// Nothing between two operands multiplies them, unless both are numbers.
    pub(super) fn juxtapose(&mut self, token: Token) -> Result<bool> {
        match token.kind {
            TokenKind::Unknown(c) => return error(token.span, ErrorKind::UnknownCharacter(c)),
            TokenKind::BadNumber => return error(token.span, ErrorKind::BadNumber),
            TokenKind::Primes(_) => return error(token.span, ErrorKind::StrayPrime),
            TokenKind::Number(_) => {
                if let Some(before) = self.parser.previous()
                    && matches!(before.kind, TokenKind::Number(_))
                {
                    return error(before.span.join(token.span), ErrorKind::TwoNumbers);
                }
            }
            _ => {}
        }
        let nothing = Span { start: token.span.start, end: token.span.start };
        match self.applied() {
            Some(place) if token.kind == TokenKind::Name && self.is_plain_name(token) => {
                self.reduce_to(place + 1);
                self.push(PendingKind::Infix(known::MUL, Level::Prefix), nothing);
            }
            _ => self.infix(known::MUL, nothing)?,
        }
        Ok(false)
    }

    /// The place of the function without parentheses whose argument has just been read: a name right after
    /// that belongs to it as well, as in `sin 2x`.
    fn applied(&self) -> Option<usize> {
        let inside = |kind: PendingKind| match kind {
            PendingKind::Infix(_, level) => level >= Level::Prefix,
            kind => matches!(kind, PendingKind::Prefix(_)),
        };
        let place = self.pending.iter().rposition(|pending| !inside(pending.kind))?;
        matches!(self.pending[place].kind, PendingKind::Applied(..)).then_some(place)
    }

    pub(super) fn infix(&mut self, op: Op, span: Span) -> Result<()> {
        let Syntax::Infix(level, _) = op.row().syntax else { unreachable!("only infix operators get here") };
        if level <= Level::Relation {
            match self.innermost_bracket().map(|bracket| bracket.kind) {
                Some(PendingKind::Braces { condition: true, .. }) => {}
                None if op == known::EQ => {
                    return error(self.statement_so_far(), ErrorKind::NotAName);
                }
                _ => return error(span, ErrorKind::ComparisonOutsideBraces),
            }
        }
        // Operators are left-associative, except powers; a sign binds more tightly than a product.
        self.reduce_while(|pending| pending > level || pending == level && level != Level::Power);
        let kind = if level == Level::Relation && self.is_bare_comparison() {
            PendingKind::Chain(op)
        } else {
            PendingKind::Infix(op, level)
        };
        self.push(kind, span);
        Ok(())
    }

    pub(super) fn statement_so_far(&mut self) -> Span {
        self.reduce_while(|_| true);
        self.operands.first().map_or(Span::default(), |operand| operand.outer)
    }

    /// Whether the last operand is a comparison, or a chain of them, without parentheses.
    pub(super) fn is_bare_comparison(&self) -> bool {
        let Some(operand) = self.operands.last() else { return false };
        let term = self.out.term(operand.term);
        matches!(term.kind, TermKind::Apply(op, _) if op.row().notation == Notation::Relation)
            && term.span == operand.outer
    }

    pub(super) fn superscript(&mut self, value: f64, span: Span) {
        let Some(base) = self.operands.pop() else { return };
        let power = self.raise(base, value, span);
        self.operands.push(power);
    }

    pub(super) fn raise(&mut self, base: Operand, exponent: f64, span: Span) -> Operand {
        let mut exponent_term = self.out.leaf(TermKind::Number(exponent.abs()), span);
        if exponent < 0.0 {
            exponent_term = self.out.apply(known::NEG, &[exponent_term], span);
        }
        let outer = base.outer.join(span);
        Operand { term: self.out.apply(known::POW, &[base.term, exponent_term], outer), outer }
    }

    /// Applies pending operators until a bracket or an operator of a level that is not wanted.
    pub(super) fn reduce_while(&mut self, wanted: impl Fn(Level) -> bool) {
        while self.pending.last().and_then(|pending| pending.kind.level()).is_some_and(&wanted) {
            self.reduce();
        }
    }

    /// Applies pending operators until so many are left.
    fn reduce_to(&mut self, left: usize) {
        while self.pending.len() > left {
            self.reduce();
        }
    }

    /// Applies the operator that was pending last.
    fn reduce(&mut self) {
        if let (Some(Pending { kind, span }), Some(last)) = (self.pending.pop(), self.operands.pop()) {
            let operand = match kind {
                PendingKind::Prefix(None) => Operand { outer: span.join(last.outer), ..last },
                // A √ is still pending here only if a function without parentheses follows it: √sin x.
                PendingKind::Prefix(Some(op)) | PendingKind::Radical(op) => {
                    let outer = span.join(last.outer);
                    Operand { term: self.out.apply(op, &[last.term], outer), outer }
                }
                PendingKind::Applied(op, power) => {
                    let outer = span.join(last.outer);
                    let applied = Operand { term: self.out.apply(op, &[last.term], outer), outer };
                    self.with_power(applied, power)
                }
                PendingKind::Infix(op, _) => {
                    let Some(left) = self.operands.pop() else { return };
                    let outer = left.outer.join(last.outer);
                    Operand { term: self.out.apply(op, &[left.term, last.term], outer), outer }
                }
                PendingKind::Chain(op) => {
                    let Some(left) = self.operands.pop() else { return };
                    self.chain(op, left, last)
                }
                _ => unreachable!("brackets have no level"),
            };
            self.operands.push(operand);
        }
    }

    pub(super) fn with_power(&mut self, operand: Operand, power: Option<(f64, Span)>) -> Operand {
        match power {
            None => operand,
            Some((exponent, span)) => self.raise(operand, exponent, span),
        }
    }

    /// a < b < c is a < b and b < c, with one b.
    pub(super) fn chain(&mut self, op: Op, left: Operand, right: Operand) -> Operand {
        let mut last = left.term;
        if matches!(self.out.term(last).kind, TermKind::Apply(op, _) if op == known::AND) {
            last = self.out.args_of(last)[1];
        }
        let middle = self.out.args_of(last)[1];
        let outer = left.outer.join(right.outer);
        let second = self.out.apply(op, &[middle, right.term], self.out.term(middle).span.join(right.outer));
        Operand { term: self.out.apply(known::AND, &[left.term, second], outer), outer }
    }
}
