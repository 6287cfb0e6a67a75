//! Where an operand is expected: signs and opening brackets, then a number or a name.

use super::super::error::{ErrorKind, ParseError};
use super::super::expr::*;
use super::super::lexer::{OPERATORS, Token, TokenKind, is_name};
use super::super::name::plain_digit;
use super::super::products::factors_before;
use super::super::scope::{Binding, builtin, builtin_any_case, is_quantity};
use super::super::{Bracket, Offer, Span};
use super::{Callee, Expression, Operand, Pending, PendingKind, Result, error};
use crate::ops::{Op, known};

impl<'t> Expression<'_, 't> {
    /// Reads up to the end of one operand: signs and opening brackets, then a number or a name.
    pub(super) fn operand(&mut self) -> Result<()> {
        loop {
            let token = self.peek();
            match token.kind {
                TokenKind::Number(value) => {
                    self.parser.advance();
                    self.leaf(TermKind::Number(value), token.span);
                    return Ok(());
                }
                TokenKind::Name => {
                    if self.name()? {
                        return Ok(());
                    }
                }
                TokenKind::Open => {
                    self.parser.advance();
                    self.push(PendingKind::Parenthesis, token.span);
                }
                TokenKind::Bar => {
                    self.parser.advance();
                    self.push(PendingKind::Bar(known::ABS), token.span);
                }
                TokenKind::Radical => {
                    self.parser.advance();
                    self.push(PendingKind::Radical(known::SQRT), token.span);
                }
                TokenKind::OpenBrace => {
                    self.parser.advance();
                    let first = self.operands.len();
                    self.push(PendingKind::Braces { op: known::PIECEWISE, first, condition: true }, token.span);
                }
                TokenKind::Operator(index) if self.accepts_sign() => {
                    let operator = &OPERATORS[index];
                    let sign = match (operator.prefix, operator.infix) {
                        (Some(op), _) => Some(op),
                        (None, Some(known::ADD)) => None,
                        _ => return self.missing(token),
                    };
                    self.parser.advance();
                    self.push(PendingKind::Prefix(sign), token.span);
                }
                TokenKind::Close if self.empty_call(token)? => return Ok(()),
                _ => return self.missing(token),
            }
        }
    }

    /// A sign cannot follow √ directly.
    pub(super) fn accepts_sign(&self) -> bool {
        !matches!(self.pending.last(), Some(Pending { kind: PendingKind::Radical(_), .. }))
    }

    pub(super) fn leaf(&mut self, kind: TermKind, span: Span) {
        let term = self.out.leaf(kind, span);
        self.complete(Operand { term, outer: span });
    }

    /// Adds a complete atom; a √ right before it is applied to it at once.
    pub(super) fn complete(&mut self, mut operand: Operand) {
        while let Some(&Pending { kind: PendingKind::Radical(op), span }) = self.pending.last() {
            self.pending.pop();
            let outer = span.join(operand.outer);
            operand = Operand { term: self.out.apply(op, &[operand.term], outer), outer };
        }
        self.operands.push(operand);
    }

    /// Reads a name; true if it was a whole operand, false if its argument is still to come.
    pub(super) fn name(&mut self) -> Result<bool> {
        let Token { span, .. } = self.parser.advance();
        let name = self.parser.slice(span);
        let next = self.peek();
        let own = match self.parser.scope.binding(name) {
            _ if self.parser.scope.parameters.contains_key(name) => None,
            Some(Binding::Function(function)) => Some(function),
            _ => None,
        };
        if let TokenKind::Primes(derivative) = next.kind {
            let Some(function) = own else {
                let kind = match builtin(name) {
                    Some(_) => ErrorKind::NoPrimes { name: name.to_owned() },
                    None => ErrorKind::StrayPrime,
                };
                return error(span.join(next.span), kind);
            };
            if self.parser_parameters(function) > 1 {
                return error(span.join(next.span), ErrorKind::DerivativeOfMany { name: name.to_owned() });
            }
            self.parser.advance();
            if self.peek().kind != TokenKind::Open {
                return error(span.join(next.span), ErrorKind::NeedsParentheses { name: name.to_owned() });
            }
            self.open_call(Callee::Own { function, derivative }, span.join(next.span), None);
            return Ok(false);
        }
        if let Some(function) = own {
            if next.kind != TokenKind::Open {
                return error(span, ErrorKind::NeedsParentheses { name: name.to_owned() });
            }
            self.open_call(Callee::Own { function, derivative: 0 }, span, None);
            return Ok(false);
        }
        let quantity = is_quantity(name) && (next.kind != TokenKind::Open || self.parser.scope.knows(name));
        if let Some(op) = builtin(name).filter(|_| !quantity) {
            self.builtin(op, name, span)?;
            return Ok(false);
        }
        if next.kind == TokenKind::Open && !self.parser.scope.knows(name) {
            return self.unknown_call(name, span);
        }
        if let Some(kind) = self.parser.scope.value(name, span)? {
            self.leaf(kind, span);
        }
        Ok(true)
    }

    /// Whether a name stands for a number here, so that it is no call.
    pub(super) fn is_plain_name(&self, name: Token) -> bool {
        let (text, next) = (self.parser.slice(name.span), self.parser.peek_second().kind);
        match self.parser.scope.binding(text) {
            _ if self.parser.scope.parameters.contains_key(text) => true,
            Some(Binding::Function(_)) => false,
            Some(_) => true,
            None if builtin(text).is_some() && !(is_quantity(text) && next != TokenKind::Open) => false,
            None => next != TokenKind::Open || text.chars().count() == 1 || self.parser.scope.knows(text),
        }
    }

    pub(super) fn parser_parameters(&self, function: u32) -> usize {
        match self.parser.statement_kind(function) {
            StatementKind::Function { parameters, .. } => parameters.len(),
            _ => 0,
        }
    }

    /// An unknown name before a parenthesis: a logarithm with its base, a single letter that
    /// multiplies, a function in other letters, or a mistake.
    pub(super) fn unknown_call(&mut self, name: &'t str, span: Span) -> Result<bool> {
        if self.parser.scope.defining == Some(name) {
            return error(span, ErrorKind::Recursion { name: name.to_owned() });
        }
        if let Some(op) = self.log_base(name, span)? {
            self.open_call(Callee::LogBase(op), span, None);
            return Ok(false);
        }
        if name.chars().count() == 1 {
            if let Some(kind) = self.parser.scope.value(name, span)? {
                self.leaf(kind, span);
            }
            return Ok(true);
        }
        if let Some(op) = builtin_any_case(name) {
            self.open_call(Callee::Builtin(op), span, None);
            return Ok(false);
        }
        let suggestion = factors_before(name).or_else(|| self.parser.scope.nearest_function(name));
        let replacement = suggestion.clone().unwrap_or_else(|| format!("{name}*"));
        let kind = ErrorKind::UnknownFunction { name: name.to_owned(), suggestion };
        Err(ParseError { span, kind, offer: Some(Offer::new(span, replacement)) })
    }

    /// `log_3`, `log_b`, `log₃`: adds the base as an operand.
    pub(super) fn log_base(&mut self, name: &'t str, span: Span) -> Result<Option<Op>> {
        let op = known::LOGB;
        let Some(base) = name.strip_prefix(op.row().symbol) else { return Ok(None) };
        let digits: String = base.trim_start_matches('_').chars().map(|c| plain_digit(c).unwrap_or(c)).collect();
        let base_span = Span { start: span.end - base.trim_start_matches('_').len() as u32, end: span.end };
        let kind = match digits.parse::<f64>() {
            Ok(value) if digits.starts_with(|c: char| c.is_ascii_digit()) => TermKind::Number(value),
            _ => match base.strip_prefix('_') {
                Some(base) if is_name(base) && builtin(base).is_none() => {
                    match self.parser.scope.value(base, base_span)? {
                        Some(kind) => kind,
                        None => return Ok(None),
                    }
                }
                _ => return Ok(None),
            },
        };
        let term = self.out.leaf(kind, base_span);
        self.operands.push(Operand { term, outer: base_span });
        Ok(Some(op))
    }

    /// A built-in function: called, raised to a power first, or applied to the next factor.
    pub(super) fn builtin(&mut self, op: Op, name: &str, span: Span) -> Result<()> {
        let power = self.function_power(name, span)?;
        match self.peek().kind {
            TokenKind::Open => self.open_call(Callee::Builtin(op), span, power),
            TokenKind::Number(_) | TokenKind::Name | TokenKind::Radical | TokenKind::OpenBrace | TokenKind::Bar
                if !(self.peek().kind == TokenKind::Bar && self.closes_bar()) =>
            {
                if !op.row().arity.accepts(1) {
                    return error(span, ErrorKind::NeedsParentheses { name: name.to_owned() });
                }
                self.push(PendingKind::Applied(op, power), span);
            }
            _ => return error(span, ErrorKind::NeedsArgument { name: name.to_owned() }),
        }
        Ok(())
    }

    /// The 2 of `sin^2(x)` or `sin²(x)`.
    pub(super) fn function_power(&mut self, name: &str, name_span: Span) -> Result<Option<(f64, Span)>> {
        let token = self.peek();
        let power = match token.kind {
            TokenKind::Superscript(value) => (value, token.span),
            TokenKind::Operator(index) if OPERATORS[index].infix == Some(known::POW) => {
                let exponent = self.parser.peek_second();
                match exponent.kind {
                    TokenKind::Number(value) => {
                        self.parser.advance();
                        (value, exponent.span)
                    }
                    TokenKind::Operator(sign) if OPERATORS[sign].prefix.is_some() => {
                        (-1.0, token.span.join(exponent.span))
                    }
                    _ => return Ok(None),
                }
            }
            _ => return Ok(None),
        };
        if power.0 < 0.0 {
            let kind = ErrorKind::InverseOrReciprocal { name: name.to_owned() };
            let inverse = ["a", name].concat();
            // The sign of sin^-1 is the second token, the 1 the third; the ⁻¹ of sin⁻¹ is one token.
            let one =
                self.parser.tokens.get(self.parser.at + 2).filter(|_| token.kind != TokenKind::Superscript(power.0));
            let place = name_span.join(one.map_or(power.1, |one| one.span));
            let offer = builtin(&inverse).map(|_| Offer::new(place, inverse));
            return Err(ParseError { span: power.1, kind, offer });
        }
        self.parser.advance();
        Ok(Some(power))
    }

    pub(super) fn open_call(&mut self, callee: Callee, name: Span, power: Option<(f64, Span)>) {
        let open = self.parser.advance().span;
        let first = self.operands.len() - usize::from(matches!(callee, Callee::LogBase(_)));
        self.push(PendingKind::Call { callee, name, power, first }, open);
    }

    /// `f()`: no argument, which is the wrong count for every function.
    pub(super) fn empty_call(&mut self, close: Token) -> Result<bool> {
        let Some(Pending { kind: PendingKind::Call { .. }, span }) = self.pending.last().copied() else {
            return Ok(false);
        };
        if self.parser.previous().is_none_or(|token| token.span != span) {
            return Ok(false);
        }
        self.close_bracket(Bracket::Parenthesis, close)?;
        Ok(true)
    }
}
