//! Forward differentiation of a function's body, term by term, with the formulas of the rows.
//!
//! The derivative of every term is written after the terms of the body and refers to them, so
//! that a shared subterm stays shared and the result is as long as the body times a constant.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use crate::ops::{Op, Syntax, known};
use crate::syntax::{Expr, Program, Span, TermId, TermKind, parse};

/// The body of the `order`-th derivative of a function with respect to its parameter number `parameter`.
///
/// The chain rule is applied to calls of other functions: the derivative of a function of one
/// parameter is its [`TermKind::Call`] with one prime more; a function of several parameters is
/// inlined. Returns `None` if the result would have more than `limit` terms.
///
/// ```
/// use chainrule::{symbolic, syntax};
/// let program = syntax::parse("f(t) = t^2; f'(x)").unwrap();
/// let body = symbolic::derivative(&program, &program.statements[0].expr, 0, 1, 1000).unwrap();
/// assert!(body.terms.len() > 3);
/// ```
pub fn derivative(program: &Program, body: &Expr, parameter: u32, order: u32, limit: usize) -> Option<Expr> {
    let mut expr = body.clone();
    for _ in 0..order {
        expr = inline_many(program, expr, limit)?;
        expr = Differentiation::new(expr, parameter).run(limit)?;
    }
    Some(expr)
}

/// Replaces calls of functions with several parameters by their bodies, because only the derivative of
/// a function of one parameter can be written with a prime.
fn inline_many(program: &Program, mut expr: Expr, limit: usize) -> Option<Expr> {
    loop {
        let wide = |kind: TermKind| match kind {
            TermKind::Call { function, .. } => program.statements[function as usize].parameters().len() > 1,
            _ => false,
        };
        if !expr.terms.iter().any(|term| wide(term.kind)) {
            return Some(expr);
        }
        let mut out = Expr::default();
        let mut map: Vec<TermId> = Vec::with_capacity(expr.terms.len());
        for id in 0..expr.terms.len() as TermId {
            let args: Vec<TermId> = expr.args_of(id).iter().map(|&arg| map[arg as usize]).collect();
            let term = expr.term(id);
            let copied = match term.kind {
                TermKind::Call { function, .. } if wide(term.kind) => {
                    append(&mut out, &program.statements[function as usize].expr, &args, term.span)
                }
                kind => copy(&mut out, kind, &args, term.span),
            };
            map.push(copied);
            if out.terms.len() > limit {
                return None;
            }
        }
        expr = out;
    }
}

/// Adds a term of the same kind with other arguments.
fn copy(out: &mut Expr, kind: TermKind, args: &[TermId], span: Span) -> TermId {
    match kind {
        TermKind::Apply(op, _) => out.apply(op, args, span),
        TermKind::Call { function, derivative, .. } => {
            let args = out.arg_range(args);
            out.leaf(TermKind::Call { function, derivative, args }, span)
        }
        leaf => out.leaf(leaf, span),
    }
}

/// Adds `body` with its parameters replaced by terms that were added before.
fn append(out: &mut Expr, body: &Expr, parameters: &[TermId], span: Span) -> TermId {
    let mut map: Vec<TermId> = Vec::with_capacity(body.terms.len());
    for id in 0..body.terms.len() as TermId {
        let args: Vec<TermId> = body.args_of(id).iter().map(|&arg| map[arg as usize]).collect();
        map.push(match body.term(id).kind {
            TermKind::Parameter(index) => parameters[index as usize],
            kind => copy(out, kind, &args, span),
        });
    }
    map[map.len() - 1]
}

/// A derivative under construction: 0 and 1 are not terms yet, so that they vanish from products.
#[derive(Clone, Copy, PartialEq)]
enum Slope {
    Zero,
    One,
    Term(TermId),
}

struct Differentiation {
    expr: Expr,
    parameter: u32,
    /// The last minimum or maximum of many arguments, and 1 over the number of arguments that reach it.
    share: Option<(TermId, TermId)>,
}

impl Differentiation {
    fn new(expr: Expr, parameter: u32) -> Differentiation {
        Differentiation { expr, parameter, share: None }
    }

    fn run(mut self, limit: usize) -> Option<Expr> {
        let count = self.expr.terms.len();
        let mut slopes = Vec::with_capacity(count);
        for id in 0..count as TermId {
            let slope = self.slope(id, &slopes);
            slopes.push(slope);
            if self.expr.terms.len() > limit {
                return None;
            }
        }
        let span = self.expr.terms[count - 1].span;
        match slopes[count - 1] {
            Slope::Zero => _ = self.expr.leaf(TermKind::Number(0.0), span),
            Slope::One => _ = self.expr.leaf(TermKind::Number(1.0), span),
            // The root must be the last term; terms after it are not used by it.
            Slope::Term(term) => self.expr.terms.truncate(term as usize + 1),
        }
        Some(self.expr)
    }

    /// The chain rule for one term: the sum over its arguments of partial × slope.
    fn slope(&mut self, id: TermId, slopes: &[Slope]) -> Slope {
        let span = self.expr.term(id).span;
        let args = self.expr.args_of(id).to_vec();
        let mut sum = Slope::Zero;
        match self.expr.term(id).kind {
            TermKind::Parameter(index) if index == self.parameter => return Slope::One,
            TermKind::Apply(op, _) => {
                for slot in 0..args.len() {
                    let slope = slopes[args[slot] as usize];
                    if slope == Slope::Zero {
                        continue;
                    }
                    let partial = self.partial(op, slot, &args, id, span);
                    let term = self.product(partial, slope, span);
                    sum = self.sum(sum, term, span);
                }
            }
            TermKind::Call { function, derivative, .. } if slopes[args[0] as usize] != Slope::Zero => {
                let range = self.expr.arg_range(&args);
                let kind = TermKind::Call { function, derivative: derivative + 1, args: range };
                let outer = Slope::Term(self.expr.leaf(kind, span));
                sum = self.product(outer, slopes[args[0] as usize], span);
            }
            _ => {}
        }
        sum
    }

    fn product(&mut self, a: Slope, b: Slope, span: Span) -> Slope {
        match (a, b) {
            (Slope::Zero, _) | (_, Slope::Zero) => Slope::Zero,
            (Slope::One, other) | (other, Slope::One) => other,
            (Slope::Term(a), Slope::Term(b)) => Slope::Term(self.expr.apply(known::MUL, &[a, b], span)),
        }
    }

    fn sum(&mut self, a: Slope, b: Slope, span: Span) -> Slope {
        let term = |expr: &mut Expr, slope| match slope {
            Slope::Term(term) => term,
            _ => expr.leaf(TermKind::Number(1.0), span),
        };
        match (a, b) {
            (Slope::Zero, other) | (other, Slope::Zero) => other,
            (a, b) => {
                let args = [term(&mut self.expr, a), term(&mut self.expr, b)];
                Slope::Term(self.expr.apply(known::ADD, &args, span))
            }
        }
    }

    /// The row's formula for the local derivative, with the arguments substituted.
    fn partial(&mut self, op: Op, slot: usize, args: &[TermId], y: TermId, span: Span) -> Slope {
        if let Some(winner) = self.shared_extreme(op, slot, args, y, span) {
            return winner;
        }
        let (program, expr) = formula(op, slot);
        match expr.terms.last().map(|term| term.kind) {
            Some(TermKind::Number(0.0)) => return Slope::Zero,
            Some(TermKind::Number(1.0)) => return Slope::One,
            _ => {}
        }
        let names: Vec<TermId> = program
            .variables
            .iter()
            .map(|name| match name.as_str() {
                "a" => args[0],
                "b" => args[1],
                "c" => args[2],
                _ => y,
            })
            .collect();
        let mut map: Vec<TermId> = Vec::with_capacity(expr.terms.len());
        for id in 0..expr.terms.len() as TermId {
            let inner: Vec<TermId> = expr.args_of(id).iter().map(|&arg| map[arg as usize]).collect();
            map.push(match expr.term(id).kind {
                TermKind::Variable(index) => names[index as usize],
                TermKind::Apply(op, _) => self.folded(op, &inner, span),
                kind => copy(&mut self.expr, kind, &inner, span),
            });
        }
        match self.number(map[map.len() - 1]) {
            Some(0.0) => Slope::Zero,
            Some(1.0) => Slope::One,
            _ => Slope::Term(map[map.len() - 1]),
        }
    }

    fn number(&self, id: TermId) -> Option<f64> {
        match self.expr.term(id).kind {
            TermKind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Adds an operation, or its value if its arguments are numbers: the power rule's `b - 1` and its
    /// case `b = 0` vanish when the exponent is a number.
    fn folded(&mut self, op: Op, args: &[TermId], span: Span) -> TermId {
        if op.row().syntax == Syntax::Braces
            && let Some(condition) = self.number(args[0])
        {
            return match (condition != 0.0, &args[2..]) {
                (true, _) => args[1],
                (false, &[otherwise]) => otherwise,
                (false, rest) => self.expr.apply(op, rest, span),
            };
        }
        match args.iter().map(|&arg| self.number(arg)).collect::<Option<Vec<f64>>>() {
            Some(numbers) => self.expr.leaf(TermKind::Number(op.value(&numbers)), span),
            None => self.expr.apply(op, args, span),
        }
    }

    /// The partial of an operation on more arguments than the row's formulas cover.
    fn shared_extreme(&mut self, op: Op, slot: usize, args: &[TermId], y: TermId, span: Span) -> Option<Slope> {
        let row = op.row();
        if args.len() <= row.partials.len() && row.syntax != Syntax::Braces {
            return None;
        }
        let number = |expr: &mut Expr, value| expr.leaf(TermKind::Number(value), span);
        let (one, zero) = (number(&mut self.expr, 1.0), number(&mut self.expr, 0.0));
        let list = if row.syntax == Syntax::Braces {
            // 1 where the chosen case is this one: the same conditions with 1 and 0 as values.
            let mut list = Vec::with_capacity(args.len());
            for (index, &arg) in args.iter().enumerate() {
                let is_condition = index % 2 == 0 && index + 1 < args.len();
                list.push(match is_condition {
                    true => arg,
                    false if index == slot => one,
                    false => zero,
                });
            }
            list
        } else {
            let share = match self.share {
                Some((extreme, share)) if extreme == y => share,
                _ => {
                    let mut count = zero;
                    for &arg in args {
                        let reaches = self.expr.apply(known::EQ, &[arg, y], span);
                        let one_if_so = self.expr.apply(known::PIECEWISE, &[reaches, one, zero], span);
                        count = self.expr.apply(known::ADD, &[count, one_if_so], span);
                    }
                    let share = self.expr.apply(known::DIV, &[one, count], span);
                    self.share = Some((y, share));
                    share
                }
            };
            let reaches = self.expr.apply(known::EQ, &[args[slot], y], span);
            vec![reaches, share, zero]
        };
        Some(Slope::Term(self.expr.apply(known::PIECEWISE, &list, span)))
    }
}

/// The parsed formulas of the rows, each parsed once.
fn formula(op: Op, slot: usize) -> (&'static Program, &'static Expr) {
    static FORMULAS: LazyLock<Mutex<HashMap<(Op, usize), &'static Program>>> = LazyLock::new(Mutex::default);
    let mut formulas = FORMULAS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let program = formulas.entry((op, slot)).or_insert_with(|| {
        let partials = op.row().partials;
        let text = formula_text(partials[slot.min(partials.len() - 1)]);
        Box::leak(Box::new(parse(&text).expect("a test parses the formula of every row")))
    });
    (program, &program.output().expr)
}

/// A row's partial in our own language. The rows write a case distinction in Rust, `if a > 0 { 1 } else
/// { 0 }`; our language writes it `{a > 0: 1, 0}`.
///
/// ```
/// use chainrule::symbolic::formula_text;
/// assert_eq!(formula_text("if a > 0.0 { 1.0 } else { exp(a) }"), "{a > 0.0: 1.0, exp(a)}");
/// ```
pub fn formula_text(partial: &str) -> String {
    let joined = partial.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.replace(" } else { ", ", ").replace("if ", "{").replace(" { ", ": ").replace(" }", "}")
}
