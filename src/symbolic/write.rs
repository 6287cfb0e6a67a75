//! `normal form → Expr`, as a textbook writes it.

use std::collections::HashMap;

use super::algebra::{Algebra, Factor, Head, Id, Leaf, NormalForm, constant};
use super::rational::Rational;
use crate::ops::{Constant, Op, known};
use crate::syntax::{Expr, Span, TermId, TermKind};

/// How powers of e are written: `e^x` or `exp(x)`.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Whether powers of e are calls of a function.
    pub exponential_is_called: bool,
    /// Whether e names something else.
    pub e_is_taken: bool,
}

impl Style {
    /// Powers of e are written as in these expressions, and as calls of `exp` where e names something else.
    pub fn of<'a>(exprs: impl Iterator<Item = &'a Expr>, e_is_taken: bool) -> Style {
        let (mut called, mut raised) = (false, false);
        for expr in exprs {
            for term in &expr.terms {
                let TermKind::Apply(op, args) = term.kind else { continue };
                called |= op == known::EXP;
                let base = || expr.term(expr.args[args.start as usize]).kind;
                raised |= op == known::POW && base() == TermKind::Constant(Constant::E);
            }
        }
        Style { exponential_is_called: e_is_taken || called && !raised, e_is_taken }
    }
}

/// The expression of a normal form. Parts that are used several times become one term.
pub(super) fn write(algebra: &Algebra, root: Id, style: Style) -> Expr {
    let mut writer = Writer { algebra, style, expr: Expr::default(), written: HashMap::new() };
    let mut work = vec![(root, false)];
    while let Some((id, parts_are_written)) = work.pop() {
        if writer.written.contains_key(&id) {
            continue;
        }
        if parts_are_written {
            let term = writer.write(id);
            writer.written.insert(id, term);
        } else {
            work.push((id, true));
            work.extend(writer.parts(id).into_iter().rev().map(|part| (part, false)));
        }
    }
    writer.expr
}

struct Writer<'a> {
    algebra: &'a Algebra,
    style: Style,
    expr: Expr,
    written: HashMap<Id, TermId>,
}

impl Writer<'_> {
    /// The parts that must be written before an expression.
    fn parts(&self, id: Id) -> Vec<Id> {
        let mut parts = Vec::new();
        let mut factors = |factors: &[Factor]| {
            for &(base, exponent) in factors {
                if !self.is_called(base, exponent) {
                    parts.push(base);
                }
                if self.algebra.as_number(exponent).is_none() {
                    parts.push(exponent);
                }
            }
        };
        match self.algebra.form(id) {
            NormalForm::Number(_) | NormalForm::Leaf(_) => {}
            NormalForm::Product(_, list) => factors(list),
            NormalForm::Sum(terms) => terms.iter().for_each(|term| factors(&self.algebra.factors(term.1).1)),
            NormalForm::Apply(_, args) => parts.extend_from_slice(args),
        }
        parts
    }

    fn is_e(&self, id: Id) -> bool {
        matches!(*self.algebra.form(id), NormalForm::Leaf(Leaf::Constant(index)) if constant(index) == Constant::E)
    }

    /// Whether a power is written as a call.
    fn is_called(&self, base: Id, exponent: Id) -> bool {
        let is_e_itself = self.algebra.as_number(exponent).is_some_and(|number| number.abs() == Rational::ONE);
        self.style.exponential_is_called && self.is_e(base) && !is_e_itself
    }

    /// Writes an expression whose parts are written.
    fn write(&mut self, id: Id) -> TermId {
        match self.algebra.form(id) {
            NormalForm::Number(value) => self.number(*value),
            NormalForm::Leaf(leaf) => self.leaf(match *leaf {
                Leaf::Literal(bits) => TermKind::Number(f64::from_bits(bits)),
                Leaf::Constant(_) if self.style.e_is_taken && self.is_e(id) => {
                    let one = self.number(Rational::ONE);
                    return self.apply(known::EXP, &[one]);
                }
                Leaf::Constant(index) => TermKind::Constant(constant(index)),
                Leaf::Parameter(index) => TermKind::Parameter(index),
                Leaf::Variable(index) => TermKind::Variable(index),
                Leaf::Definition(index) => TermKind::Definition(index),
            }),
            NormalForm::Apply(head, args) => {
                let args: Vec<TermId> = args.iter().map(|arg| self.written[arg]).collect();
                match *head {
                    Head::Op(op) => self.apply(op, &args),
                    Head::Call(function, derivative) => {
                        let args = self.expr.arg_range(&args);
                        self.leaf(TermKind::Call { function, derivative, args })
                    }
                }
            }
            NormalForm::Product(number, factors) => self.product(*number, factors),
            NormalForm::Sum(terms) => {
                let mut sum: Option<TermId> = None;
                for &(number, term) in terms {
                    let (own, factors) = self.algebra.factors(term);
                    let number = number.times(own).unwrap_or(number);
                    sum = Some(match sum {
                        None => self.product(number, &factors),
                        Some(left) => {
                            let right = self.product(number.abs(), &factors);
                            let op = if number.is_negative() { known::SUB } else { known::ADD };
                            self.apply(op, &[left, right])
                        }
                    });
                }
                sum.unwrap_or_else(|| self.number(Rational::ZERO))
            }
        }
    }

    fn leaf(&mut self, kind: TermKind) -> TermId {
        self.expr.leaf(kind, Span::default())
    }

    fn apply(&mut self, op: Op, args: &[TermId]) -> TermId {
        self.expr.apply(op, args, Span::default())
    }

    fn number(&mut self, value: Rational) -> TermId {
        self.product(value, &[])
    }

    /// A product: factors with a negative exponent go into the denominator, and the sign goes to the first
    /// factor.
    fn product(&mut self, number: Rational, factors: &[Factor]) -> TermId {
        let (numerator, denominator) = number.abs().parts();
        let algebra = self.algebra;
        let is_below = |factor: &&Factor| algebra.as_number(factor.1).is_some_and(Rational::is_negative);
        let (below, above): (Vec<&Factor>, Vec<&Factor>) = factors.iter().partition(is_below);
        let top = self.line(numerator, &above, number.is_negative());
        if below.is_empty() && denominator == 1.0 {
            return top;
        }
        let bottom = self.line(denominator, &below, false);
        self.apply(known::DIV, &[top, bottom])
    }

    /// The factors of the numerator or of the denominator, from left to right.
    fn line(&mut self, number: f64, factors: &[&Factor], negative: bool) -> TermId {
        let mut factors = factors.iter();
        let mut line = match factors.as_slice() {
            [first, ..] if number == 1.0 => {
                factors.next();
                self.power(first)
            }
            _ => self.leaf(TermKind::Number(number)),
        };
        if negative {
            line = self.apply(known::NEG, &[line]);
        }
        for factor in factors {
            let power = self.power(factor);
            line = self.apply(known::MUL, &[line, power]);
        }
        line
    }

    /// A power; a negative number as exponent is taken without its sign.
    fn power(&mut self, &(base, exponent): &Factor) -> TermId {
        let number = self.algebra.as_number(exponent).map(Rational::abs);
        match number {
            Some(Rational::ONE) => return self.written[&base],
            Some(Rational::HALF) if !self.is_called(base, exponent) => {
                let base = self.written[&base];
                return self.apply(known::SQRT, &[base]);
            }
            _ => {}
        }
        let written = match number {
            Some(number) => self.number(number),
            None => self.written[&exponent],
        };
        if self.is_called(base, exponent) {
            return self.apply(known::EXP, &[written]);
        }
        let base = self.written[&base];
        self.apply(known::POW, &[base, written])
    }
}
