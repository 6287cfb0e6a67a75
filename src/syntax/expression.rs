//! Operator-precedence parsing (Dijkstra's shunting yard, 1961) with a stack of its own: nesting
//! lives on the heap, so that 100,000 parentheses are data and not a crash.
//!
//! Terms come out in postorder by themselves: an operation is added when its operands are complete.

use super::Span;
use super::error::{Bracket, ErrorKind, ParseError};
use super::expr::*;
use super::lexer::{OPERATORS, Token, TokenKind};
use super::parser::Parser;
use super::scope::{Binding, builtin, builtin_any_case};
use crate::ops::{Arity, Form, Level, Op, Syntax};

/// A complete operand: its term, and its place with the parentheses around it.
#[derive(Clone, Copy)]
struct Operand {
    term: TermId,
    outer: Span,
}

/// Something begun whose last operand is still to come.
#[derive(Clone, Copy)]
struct Pending {
    kind: PendingKind,
    span: Span,
}

#[derive(Clone, Copy)]
enum PendingKind {
    /// Waits for its right operand.
    Infix(Op, Level),
    /// A comparison whose left side is the right side of the comparison before: a < b < c.
    Chain(Op),
    /// A sign; `None` is +, which does nothing.
    Prefix(Option<Op>),
    /// `sin x`, `sin^2 x`.
    Applied(Op, Option<(f64, Span)>),
    /// `√`, takes the very next atom.
    Radical(Op),
    Parenthesis,
    Bar(Op),
    /// A call with its arguments so far counted from this operand on, and a power as in sin^2(x).
    Call {
        callee: Callee,
        name: Span,
        power: Option<(f64, Span)>,
        first: usize,
    },
    /// Braces with operands counted from this one on; in a condition until the colon.
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

fn row_op(syntax: Syntax) -> Op {
    Op::ALL.iter().copied().find(|op| op.row().syntax == syntax).expect("the table has every syntax")
}

/// The operation of a form, for spellings without an operator: implicit products, superscripts.
fn form_op(form: Form) -> Op {
    Op::ALL.iter().copied().find(|op| op.row().form == form).expect("the table has every form")
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

    // ---- where an operand is expected

    /// Reads up to the end of one operand: signs and opening brackets, then a number or a name.
    fn operand(&mut self) -> Result<()> {
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
                    self.push(PendingKind::Bar(row_op(Syntax::Bars)), token.span);
                }
                TokenKind::Radical => {
                    self.parser.advance();
                    self.push(PendingKind::Radical(row_op(Syntax::Radical)), token.span);
                }
                TokenKind::OpenBrace => {
                    self.parser.advance();
                    let first = self.operands.len();
                    self.push(PendingKind::Braces { op: row_op(Syntax::Braces), first, condition: true }, token.span);
                }
                TokenKind::Operator(index) if self.accepts_sign() => {
                    let operator = &OPERATORS[index];
                    let sign = match (operator.prefix, operator.text) {
                        (Some(op), _) => Some(op),
                        (None, "+") => None,
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
    fn accepts_sign(&self) -> bool {
        !matches!(self.pending.last(), Some(Pending { kind: PendingKind::Radical(_), .. }))
    }

    fn leaf(&mut self, kind: TermKind, span: Span) {
        let term = self.out.leaf(kind, span);
        self.complete(Operand { term, outer: span });
    }

    /// A complete atom: √ before it takes it at once.
    fn complete(&mut self, mut operand: Operand) {
        while let Some(&Pending { kind: PendingKind::Radical(op), span }) = self.pending.last() {
            self.pending.pop();
            let outer = span.join(operand.outer);
            operand = Operand { term: self.out.apply(op, &[operand.term], outer), outer };
        }
        self.operands.push(operand);
    }

    /// Reads a name; true if it was a whole operand, false if its argument is still to come.
    fn name(&mut self) -> Result<bool> {
        let Token { span, .. } = self.parser.advance();
        let name = self.parser.slice(span);
        let next = self.peek();
        let own = match self.parser.scope.binding(name) {
            _ if self.parser.scope.parameters.contains(&name) => None,
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
        if let Some(op) = builtin(name) {
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

    fn parser_parameters(&self, function: u32) -> usize {
        match self.parser.statement_kind(function) {
            StatementKind::Function { parameters, .. } => parameters.len(),
            _ => 0,
        }
    }

    /// An unknown name before a parenthesis: a logarithm with its base, a single letter that
    /// multiplies, a function in other letters, or a mistake.
    fn unknown_call(&mut self, name: &'t str, span: Span) -> Result<bool> {
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
        let suggestion = self.parser.scope.nearest_function(name);
        let replacement = suggestion.clone().unwrap_or_else(|| format!("{name}*"));
        let kind = ErrorKind::UnknownFunction { name: name.to_owned(), suggestion };
        Err(ParseError { span, kind, replacement: Some(replacement) })
    }

    /// `log_3`, `log_b`, `log₃`: adds the base as an operand.
    fn log_base(&mut self, name: &'t str, span: Span) -> Result<Option<Op>> {
        let op = row_op(Syntax::Subscript);
        let Some(base) = name.strip_prefix(op.row().symbol) else { return Ok(None) };
        let digits: String = base
            .trim_start_matches('_')
            .chars()
            .map(|c| if ('₀'..='₉').contains(&c) { char::from(b'0' + (c as u32 - '₀' as u32) as u8) } else { c })
            .collect();
        let base_span = Span { start: span.end - base.trim_start_matches('_').len() as u32, end: span.end };
        let kind = match digits.parse::<f64>() {
            Ok(value) if digits.starts_with(|c: char| c.is_ascii_digit()) => TermKind::Number(value),
            _ => match base.strip_prefix('_') {
                Some(base) if super::parser::is_name(base) => match self.parser.scope.value(base, base_span)? {
                    Some(kind) => kind,
                    None => return Ok(None),
                },
                _ => return Ok(None),
            },
        };
        let term = self.out.leaf(kind, base_span);
        self.operands.push(Operand { term, outer: base_span });
        Ok(Some(op))
    }

    /// A built-in function: called, raised to a power first, or applied to the next factor.
    fn builtin(&mut self, op: Op, name: &str, span: Span) -> Result<()> {
        let power = self.function_power(name)?;
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
    fn function_power(&mut self, name: &str) -> Result<Option<(f64, Span)>> {
        let token = self.peek();
        let power = match token.kind {
            TokenKind::Superscript(value) => (value, token.span),
            TokenKind::Operator(index) if OPERATORS[index].infix.is_some_and(|op| op.row().form == Form::Power) => {
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
            return error(power.1, ErrorKind::InverseOrReciprocal { name: name.to_owned() });
        }
        self.parser.advance();
        Ok(Some(power))
    }

    fn open_call(&mut self, callee: Callee, name: Span, power: Option<(f64, Span)>) {
        let open = self.parser.advance().span;
        let first = self.operands.len() - usize::from(matches!(callee, Callee::LogBase(_)));
        self.push(PendingKind::Call { callee, name, power, first }, open);
    }

    /// `f()`: no argument, which is the wrong count for every function.
    fn empty_call(&mut self, close: Token) -> Result<bool> {
        let Some(Pending { kind: PendingKind::Call { .. }, span }) = self.pending.last().copied() else {
            return Ok(false);
        };
        if self.parser.previous().is_none_or(|token| token.span != span) {
            return Ok(false);
        }
        self.close_bracket(Bracket::Parenthesis, close)?;
        Ok(true)
    }

    /// An operand was expected and something else stands there.
    fn missing(&mut self, token: Token) -> Result<()> {
        let text = |span: Span| self.parser.slice(span).to_owned();
        match token.kind {
            TokenKind::Unknown(c) => return error(token.span, ErrorKind::UnknownCharacter(c)),
            TokenKind::BadNumber => return error(token.span, ErrorKind::BadNumber),
            TokenKind::Primes(_) => return error(token.span, ErrorKind::StrayPrime),
            TokenKind::Operator(_) | TokenKind::Superscript(_) => {
                return error(token.span, ErrorKind::MissingBefore { operator: text(token.span) });
            }
            _ => {}
        }
        match self.pending.last().copied() {
            None => match (token.kind, self.parser.previous()) {
                (TokenKind::Close, _) => error(token.span, ErrorKind::NeverOpened(Bracket::Parenthesis)),
                (TokenKind::CloseBrace, _) => error(token.span, ErrorKind::NeverOpened(Bracket::Brace)),
                (TokenKind::Comma, _) => error(token.span, ErrorKind::StrayComma),
                (TokenKind::Colon, _) => error(token.span, ErrorKind::StrayColon),
                // After `name =` of a definition; an empty statement never gets here.
                (_, Some(before)) => error(before.span, ErrorKind::MissingAfter { operator: text(before.span) }),
                (_, None) => error(token.span, ErrorKind::Empty),
            },
            Some(pending) if !pending.kind.is_bracket() => {
                let (span, operator) = match pending.kind {
                    PendingKind::Infix(op, _) if pending.span.start == pending.span.end => {
                        (pending.span, op.row().symbol.to_owned())
                    }
                    _ => (pending.span, text(pending.span)),
                };
                error(span, ErrorKind::MissingAfter { operator })
            }
            Some(pending) => match (token.kind, pending.kind) {
                (TokenKind::Close, PendingKind::Parenthesis) => {
                    error(pending.span.join(token.span), ErrorKind::EmptyParentheses)
                }
                (TokenKind::Comma, PendingKind::Parenthesis | PendingKind::Bar(_)) => {
                    error(token.span, ErrorKind::StrayComma)
                }
                (TokenKind::Comma | TokenKind::Colon | TokenKind::Close | TokenKind::CloseBrace, _) => {
                    match (self.parser.previous(), pending.kind) {
                        (Some(before), PendingKind::Call { .. }) if before.span != pending.span => {
                            error(before.span, ErrorKind::MissingAfter { operator: text(before.span) })
                        }
                        (_, PendingKind::Braces { .. }) => error(pending.span.join(token.span), ErrorKind::NoCase),
                        _ => error(token.span, ErrorKind::MissingBefore { operator: text(token.span) }),
                    }
                }
                _ => self.never_closed(),
            },
        }
    }

    fn never_closed<T>(&self) -> Result<T> {
        let innermost = self.innermost_bracket().expect("called with an open bracket");
        let what = innermost.kind.bracket();
        let count = self.pending.iter().filter(|p| p.kind.is_bracket() && p.kind.bracket() == what).count();
        error(innermost.span, ErrorKind::NeverClosed { what, count })
    }

    // ---- where an operator is expected

    /// Reads what follows an operand, up to where the next operand is expected; true at the end of
    /// the expression.
    fn after_operand(&mut self) -> Result<bool> {
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
    fn juxtapose(&mut self, token: Token) -> Result<bool> {
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
        self.infix(form_op(Form::Product), nothing)?;
        Ok(false)
    }

    fn infix(&mut self, op: Op, span: Span) -> Result<()> {
        let Syntax::Infix(level, _) = op.row().syntax else { unreachable!("only infix operators get here") };
        if level <= Level::Relation {
            match self.innermost_bracket().map(|bracket| bracket.kind) {
                Some(PendingKind::Braces { condition: true, .. }) => {}
                None if op.row().symbol == "=" => {
                    return error(self.statement_so_far(), ErrorKind::NotAName);
                }
                _ => return error(span, ErrorKind::ComparisonOutsideBraces),
            }
        }
        // Left-associative but for powers; a sign binds tighter than any product.
        self.reduce_while(|pending| pending > level || pending == level && level != Level::Power);
        let kind = if level == Level::Relation && self.is_bare_comparison() {
            PendingKind::Chain(op)
        } else {
            PendingKind::Infix(op, level)
        };
        self.push(kind, span);
        Ok(())
    }

    fn statement_so_far(&mut self) -> Span {
        self.reduce_while(|_| true);
        self.operands.first().map_or(Span::default(), |operand| operand.outer)
    }

    /// Whether the last operand is a comparison, or a chain of them, without parentheses.
    fn is_bare_comparison(&self) -> bool {
        let Some(operand) = self.operands.last() else { return false };
        let term = self.out.term(operand.term);
        matches!(term.kind, TermKind::Apply(op, _) if op.row().form == Form::Relation) && term.span == operand.outer
    }

    fn superscript(&mut self, value: f64, span: Span) {
        let Some(base) = self.operands.pop() else { return };
        let power = self.raise(base, value, span);
        self.operands.push(power);
    }

    fn raise(&mut self, base: Operand, exponent: f64, span: Span) -> Operand {
        let mut exponent_term = self.out.leaf(TermKind::Number(exponent.abs()), span);
        if exponent < 0.0 {
            exponent_term = self.out.apply(form_op(Form::Negation), &[exponent_term], span);
        }
        let outer = base.outer.join(span);
        Operand { term: self.out.apply(form_op(Form::Power), &[base.term, exponent_term], outer), outer }
    }

    /// Applies what is pending as long as it is no bracket and its level is such.
    fn reduce_while(&mut self, wanted: impl Fn(Level) -> bool) {
        while let Some(&Pending { kind, span }) = self.pending.last() {
            let Some(level) = kind.level() else { return };
            if !wanted(level) {
                return;
            }
            self.pending.pop();
            let Some(last) = self.operands.pop() else { return };
            let operand = match kind {
                PendingKind::Prefix(None) => Operand { outer: span.join(last.outer), ..last },
                PendingKind::Prefix(Some(op)) => {
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

    fn with_power(&mut self, operand: Operand, power: Option<(f64, Span)>) -> Operand {
        match power {
            None => operand,
            Some((exponent, span)) => self.raise(operand, exponent, span),
        }
    }

    /// a < b < c is a < b and b < c, with one b.
    fn chain(&mut self, op: Op, left: Operand, right: Operand) -> Operand {
        let and = Op::ALL.iter().copied().find(|op| matches!(op.row().syntax, Syntax::Infix(Level::And, _)));
        let and = and.expect("the table has a conjunction");
        let mut last = left.term;
        if matches!(self.out.term(last).kind, TermKind::Apply(op, _) if op == and) {
            last = self.out.args_of(last)[1];
        }
        let middle = self.out.args_of(last)[1];
        let outer = left.outer.join(right.outer);
        let second = self.out.apply(op, &[middle, right.term], self.out.term(middle).span.join(right.outer));
        Operand { term: self.out.apply(and, &[left.term, second], outer), outer }
    }

    // ---- brackets

    /// A bar closes where an operator could stand and the innermost bracket is a bar.
    fn closes_bar(&self) -> bool {
        matches!(self.innermost_bracket(), Some(Pending { kind: PendingKind::Bar(_), .. }))
    }

    fn close_bracket(&mut self, bracket: Bracket, close: Token) -> Result<()> {
        if self.parser.peek() == close {
            self.parser.advance(); // the `)` of an empty call is still to be taken
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

    fn take_args(&mut self, first: usize) -> Vec<TermId> {
        self.operands.drain(first..).map(|operand| operand.term).collect()
    }

    fn close_call(
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
                Arity::Exactly(n) if n - base == 1 => "1 argument".to_owned(),
                Arity::Exactly(n) => format!("{} arguments", n - base),
                Arity::AtLeast(n) => format!("{n} or more arguments"),
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

    fn close_braces(&mut self, op: Op, first: usize, condition: bool, outer: Span) -> Result<Operand> {
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

    fn comma(&mut self, span: Span) -> Result<()> {
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

    fn colon(&mut self, span: Span) -> Result<()> {
        self.reduce_while(|_| true);
        let compared = self.operands.last().is_some_and(|operand| {
            matches!(self.out.term(operand.term).kind, TermKind::Apply(op, _) if op.row().form == Form::Relation)
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
