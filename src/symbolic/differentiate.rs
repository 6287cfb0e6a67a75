//! Forward differentiation of a function's body, term by term, with the formulas of the rows.
//!
//! The derivative of every term is written after the terms of the body and refers to them, so
//! that a shared subterm stays shared and the result is as long as the body times a constant.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use super::shared::Shared;
use crate::ops::{Op, Syntax, known};
use crate::syntax::{Expr, Program, Span, Term, TermId, TermKind, parse};

/// Slopes are multiplied into piecewise functions that are nested so deep; deeper ones are multiplied as a
/// whole.
const MOST_NESTED: usize = 8;

/// The body of the `order`-th derivative of a function with respect to its parameter number `parameter`.
///
/// The chain rule is applied to calls of other functions: the derivative of a function of one
/// parameter is its [`TermKind::Call`] with one prime more; a function of several parameters is
/// inlined. Equal terms of a derivative are one term. `left` is how many terms may be written, and what is
/// written on the way is taken off; the result is `None` if it would become less than 0. Every prime multiplies
/// the length of most functions, so that some number of primes is too many.
///
/// ```
/// use chainrule::{symbolic, syntax};
/// let program = syntax::parse("f(t) = t^2; f'(x)").unwrap();
/// let body = symbolic::derivative(&program, &program.statements[0].expr, 0, 1, &mut 1000).unwrap();
/// assert!(body.terms.len() > 3);
/// ```
pub fn derivative(program: &Program, body: &Expr, parameter: u32, order: u32, left: &mut usize) -> Option<Expr> {
    let mut expr = body.clone();
    for _ in 0..order {
        expr = inline_many(program, expr, left)?;
        let next = Differentiation::new(expr.clone(), parameter).run(left)?;
        // Further derivatives of 0, and of functions such as exp, are what the last one is.
        let is_settled = same(&next, &expr);
        expr = next;
        if is_settled {
            break;
        }
    }
    Some(expr)
}

/// Whether two expressions are the same, wherever their terms stand in the text.
fn same(a: &Expr, b: &Expr) -> bool {
    let kinds = |expr: &Expr| expr.terms.iter().map(|term| term.kind).collect::<Vec<_>>();
    a.terms.len() == b.terms.len() && a.args == b.args && kinds(a) == kinds(b)
}

/// A body that is being inlined.
struct Inlined<'e> {
    body: &'e Expr,
    parameters: Vec<TermId>,
    /// The terms that are done, as terms of the result.
    done: Vec<TermId>,
    /// The call that it stands for, in the text; `None` for the expression itself.
    place: Option<Span>,
}

/// Replaces calls of functions with several parameters by their bodies, because only the derivative of
/// a function of one parameter can be written with a prime.
fn inline_many(program: &Program, expr: Expr, left: &mut usize) -> Option<Expr> {
    let wide = |kind: TermKind| match kind {
        TermKind::Call { function, .. } => program.statements[function as usize].parameters().len() > 1,
        _ => false,
    };
    if !expr.terms.iter().any(|term| wide(term.kind)) {
        return Some(expr);
    }
    let mut out = Shared::default();
    let mut frames = vec![Inlined { body: &expr, parameters: Vec::new(), done: Vec::new(), place: None }];
    loop {
        let frame = frames.last_mut()?;
        if frame.done.len() == frame.body.terms.len() {
            let root = frames.pop()?.done.pop()?;
            match frames.last_mut() {
                Some(caller) => caller.done.push(root),
                None => return Some(out.finish(root)),
            }
            continue;
        }
        *left = left.checked_sub(1)?;
        let id = frame.done.len() as TermId;
        let term = frame.body.term(id);
        let span = frame.place.unwrap_or(term.span);
        let args: Vec<TermId> = frame.body.args_of(id).iter().map(|&arg| frame.done[arg as usize]).collect();
        match term.kind {
            TermKind::Parameter(index) if frame.place.is_some() => frame.done.push(frame.parameters[index as usize]),
            TermKind::Call { function, .. } if wide(term.kind) => {
                let body = &program.statements[function as usize].expr;
                frames.push(Inlined { body, parameters: args, done: Vec::new(), place: Some(span) });
            }
            kind => frame.done.push(out.add(kind, &args, span)),
        }
    }
}

/// A derivative under construction: 0 and 1 are not terms yet, so that they vanish from products.
#[derive(Clone, Copy, PartialEq)]
enum Slope {
    Zero,
    One,
    Term(TermId),
}

/// Whether an argument of a piecewise function of so many arguments is a condition.
fn is_condition(slot: usize, count: usize) -> bool {
    slot.is_multiple_of(2) && slot + 1 < count
}

struct Differentiation {
    body: Expr,
    /// The terms of the body and those of the derivative.
    out: Shared,
    parameter: u32,
    /// The last minimum or maximum of many arguments, and 1 over the number of arguments that reach it.
    share: Option<(TermId, TermId)>,
}

impl Differentiation {
    fn new(body: Expr, parameter: u32) -> Differentiation {
        Differentiation { body, out: Shared::default(), parameter, share: None }
    }

    fn run(mut self, left: &mut usize) -> Option<Expr> {
        let count = self.body.terms.len();
        let mut map: Vec<TermId> = Vec::with_capacity(count);
        let mut slopes: Vec<Slope> = Vec::with_capacity(count);
        for id in 0..count as TermId {
            let before = self.out.len();
            let term = *self.body.term(id);
            let args: Vec<(TermId, Slope)> =
                self.body.args_of(id).iter().map(|&arg| (map[arg as usize], slopes[arg as usize])).collect();
            let places: Vec<TermId> = args.iter().map(|&(place, _)| place).collect();
            let place = self.out.add(term.kind, &places, term.span);
            map.push(place);
            slopes.push(self.slope(term, place, &args));
            *left = left.checked_sub(1 + self.out.len() - before)?;
        }
        let span = self.body.terms[count - 1].span;
        let root = match slopes[count - 1] {
            Slope::Zero => self.out.number(0.0, span),
            Slope::One => self.out.number(1.0, span),
            Slope::Term(term) => term,
        };
        Some(self.out.finish(root))
    }

    /// The chain rule for one term: the sum over its arguments of partial × slope.
    fn slope(&mut self, term: Term, place: TermId, args: &[(TermId, Slope)]) -> Slope {
        let span = term.span;
        let mut sum = Slope::Zero;
        match term.kind {
            TermKind::Parameter(index) if index == self.parameter => return Slope::One,
            TermKind::Apply(op, _) if op.row().syntax == Syntax::Braces => sum = self.cases(op, args, span),
            TermKind::Apply(op, _) => {
                let places: Vec<TermId> = args.iter().map(|&(place, _)| place).collect();
                for (slot, &(_, slope)) in args.iter().enumerate() {
                    if slope == Slope::Zero {
                        continue;
                    }
                    let partial = self.partial(op, slot, &places, place, span);
                    let term = self.product(partial, slope, span);
                    sum = self.sum(sum, term, span);
                }
            }
            TermKind::Call { function, derivative, args: range } if args[0].1 != Slope::Zero => {
                let kind = TermKind::Call { function, derivative: derivative + 1, args: range };
                let outer = Slope::Term(self.out.add(kind, &[args[0].0], span));
                sum = self.product(outer, args[0].1, span);
            }
            _ => {}
        }
        sum
    }

    /// The same cases with the slopes of their values: nothing of a case that does not hold gets into it,
    /// even if its slope is infinite.
    fn cases(&mut self, op: Op, args: &[(TermId, Slope)], span: Span) -> Slope {
        if (0..args.len()).all(|slot| is_condition(slot, args.len()) || args[slot].1 == Slope::Zero) {
            return Slope::Zero;
        }
        let of = |(slot, &(place, slope)): (usize, &(TermId, Slope))| match slope {
            _ if is_condition(slot, args.len()) => place,
            slope => self.term(slope, span),
        };
        let list: Vec<TermId> = args.iter().enumerate().map(of).collect();
        Slope::Term(self.out.apply(op, &list, span))
    }

    fn term(&mut self, slope: Slope, span: Span) -> TermId {
        match slope {
            Slope::Zero => self.out.number(0.0, span),
            Slope::One => self.out.number(1.0, span),
            Slope::Term(term) => term,
        }
    }

    /// A product with each value of a piecewise function where the slope is one, so that a case of slope 0
    /// stays 0 whatever it is multiplied with; `None` if it is none or nested too deep.
    fn times_inside(&mut self, partial: TermId, slope: TermId, span: Span, depth: usize) -> Option<TermId> {
        let TermKind::Apply(op, _) = self.out.kind(slope) else { return None };
        if op.row().syntax != Syntax::Braces || depth == MOST_NESTED {
            return None;
        }
        let args = self.out.args(slope).to_vec();
        let mut list = Vec::with_capacity(args.len());
        for (slot, &arg) in args.iter().enumerate() {
            list.push(match self.out.as_number(arg) {
                _ if is_condition(slot, args.len()) => arg,
                Some(0.0) => arg,
                Some(1.0) => partial,
                _ => match self.times_inside(partial, arg, span, depth + 1) {
                    Some(inside) => inside,
                    None => self.out.apply(known::MUL, &[partial, arg], span),
                },
            });
        }
        Some(self.out.apply(op, &list, span))
    }

    fn product(&mut self, a: Slope, b: Slope, span: Span) -> Slope {
        match (a, b) {
            (Slope::Zero, _) | (_, Slope::Zero) => Slope::Zero,
            (Slope::One, other) | (other, Slope::One) => other,
            (Slope::Term(a), Slope::Term(b)) => Slope::Term(match self.times_inside(a, b, span, 0) {
                Some(cases) => cases,
                None => self.out.apply(known::MUL, &[a, b], span),
            }),
        }
    }

    fn sum(&mut self, a: Slope, b: Slope, span: Span) -> Slope {
        match (a, b) {
            (Slope::Zero, other) | (other, Slope::Zero) => other,
            (a, b) => {
                let args = [self.term(a, span), self.term(b, span)];
                Slope::Term(self.out.apply(known::ADD, &args, span))
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
                kind => self.out.add(kind, &inner, span),
            });
        }
        match self.out.as_number(map[map.len() - 1]) {
            Some(0.0) => Slope::Zero,
            Some(1.0) => Slope::One,
            _ => Slope::Term(map[map.len() - 1]),
        }
    }

    /// Adds an operation, or its value if its arguments are numbers: the power rule's `b - 1` and its
    /// case `b = 0` vanish when the exponent is a number.
    fn folded(&mut self, op: Op, args: &[TermId], span: Span) -> TermId {
        if op.row().syntax == Syntax::Braces
            && let Some(condition) = self.out.as_number(args[0])
        {
            return match (condition != 0.0, &args[2..]) {
                (true, _) => args[1],
                (false, &[otherwise]) => otherwise,
                (false, rest) => self.out.apply(op, rest, span),
            };
        }
        match args.iter().map(|&arg| self.out.as_number(arg)).collect::<Option<Vec<f64>>>() {
            Some(numbers) => self.out.number(op.value(&numbers), span),
            None => self.out.apply(op, args, span),
        }
    }

    /// The partial of an operation on more arguments than the row's formulas cover.
    fn shared_extreme(&mut self, op: Op, slot: usize, args: &[TermId], y: TermId, span: Span) -> Option<Slope> {
        let row = op.row();
        if args.len() <= row.partials.len() {
            return None;
        }
        let (one, zero) = (self.out.number(1.0, span), self.out.number(0.0, span));
        let share = match self.share {
            Some((extreme, share)) if extreme == y => share,
            _ => {
                let mut count = zero;
                for &arg in args {
                    let reaches = self.out.apply(known::EQ, &[arg, y], span);
                    let one_if_so = self.out.apply(known::PIECEWISE, &[reaches, one, zero], span);
                    count = self.out.apply(known::ADD, &[count, one_if_so], span);
                }
                let share = self.out.apply(known::DIV, &[one, count], span);
                self.share = Some((y, share));
                share
            }
        };
        let reaches = self.out.apply(known::EQ, &[args[slot], y], span);
        Some(Slope::Term(self.out.apply(known::PIECEWISE, &[reaches, share, zero], span)))
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
