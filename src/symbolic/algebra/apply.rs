//! Converts expressions and operations to normal form.

use super::{Algebra, Head, Id, Leaf, NormalForm, Rational, Summand};
use crate::ops::{Constant, Notation, Op, Syntax, known};
use crate::syntax::{Expr, TermId, TermKind};

/// A function of a whole number up to this one is evaluated if the result is whole. For a larger
/// argument a value that is merely close to a whole number could round to it.
const LARGEST_ARGUMENT: i64 = 4;

impl Algebra {
    /// The normal form of an expression. Its variables are replaced by `variables`, if these are given.
    pub fn read(&mut self, expr: &Expr, variables: Option<&[Id]>) -> Id {
        let inner = inner_sums(expr);
        let mut ids: Vec<Id> = Vec::with_capacity(expr.terms.len());
        for id in 0..expr.terms.len() as TermId {
            let arg = |arg: &TermId| ids[*arg as usize];
            let read = match expr.term(id).kind {
                // An inner sum is read together with the sum around it.
                _ if inner[id as usize] => Id::ZERO,
                TermKind::Number(value) => self.literal(value),
                TermKind::Constant(constant) => self.leaf(Leaf::Constant(constant as u8)),
                TermKind::Variable(index) => match variables {
                    Some(given) => given[index as usize],
                    None => self.leaf(Leaf::Variable(index)),
                },
                TermKind::Parameter(index) => self.leaf(Leaf::Parameter(index)),
                TermKind::Definition(index) => self.leaf(Leaf::Definition(index)),
                TermKind::Call { function, derivative, .. } => {
                    let args = expr.args_of(id).iter().map(arg).collect();
                    self.intern(NormalForm::Apply(Head::Call(function, derivative), args))
                }
                TermKind::Apply(op, _) if is_additive(op) => {
                    let terms = terms_of(expr, id, &inner, &ids);
                    self.sum(&terms)
                }
                TermKind::Apply(op, _) => {
                    let args: Vec<Id> = expr.args_of(id).iter().map(arg).collect();
                    self.apply(op, &args)
                }
            };
            ids.push(read);
        }
        ids[ids.len() - 1]
    }

    /// An operation on arguments in normal form.
    pub fn apply(&mut self, op: Op, args: &[Id]) -> Id {
        match (op.row().notation, args) {
            (Notation::Sum, &[a, b]) => self.add(a, b),
            (Notation::Difference, &[a, b]) => self.sum(&[(Rational::ONE, a), (Rational::MINUS_ONE, b)]),
            (Notation::Negation, &[a]) => self.scaled(Rational::MINUS_ONE, a),
            (Notation::Product, &[a, b]) => self.times(a, b),
            (Notation::Fraction, &[a, b]) => {
                let inverse = self.number(Rational::MINUS_ONE);
                self.product(Rational::ONE, &[(a, Id::ONE), (b, inverse)])
            }
            (Notation::Power, &[a, b]) => self.power(a, b),
            (Notation::SquareRoot, &[a]) => {
                let half = self.number(Rational::HALF);
                self.power(a, half)
            }
            (Notation::Cases, args) => self.cases(op, args),
            (_, &[a]) if op == known::EXP => {
                let base = self.euler();
                self.power(base, a)
            }
            (_, &[a]) if op == known::LN => self.logarithm(op, a),
            (_, &[a, b]) if op == known::AND => self.both(a, b),
            (_, args) => self.function(op, args),
        }
    }

    /// A condition that always holds makes no difference, and one that never holds decides.
    fn both(&mut self, a: Id, b: Id) -> Id {
        match (self.as_number(a), self.as_number(b)) {
            (Some(Rational::ZERO), _) | (_, Some(Rational::ZERO)) => Id::ZERO,
            (Some(_), None) => b,
            (None, Some(_)) => a,
            _ => self.function(known::AND, &[a, b]),
        }
    }

    /// ln(e^a) is a.
    fn logarithm(&mut self, op: Op, a: Id) -> Id {
        let euler = self.euler();
        match self.form(a) {
            _ if a == euler => Id::ONE,
            NormalForm::Product(Rational::ONE, factors) => match **factors {
                [(base, exponent)] if base == euler => exponent,
                _ => self.function(op, &[a]),
            },
            _ => self.function(op, &[a]),
        }
    }

    /// A function, evaluated if the arguments are numbers and the result is exact.
    fn function(&mut self, op: Op, args: &[Id]) -> Id {
        let numbers: Option<Vec<Rational>> = args.iter().map(|&arg| self.as_number(arg)).collect();
        if let Some(numbers) = numbers {
            let values: Vec<f64> = numbers.iter().map(|number| number.to_f64()).collect();
            let small = |number: &Rational| number.integer().is_some_and(|whole| whole.abs() <= LARGEST_ARGUMENT);
            let steps = op.row().partials.iter().all(|partial| *partial == "0.0");
            if steps || numbers.iter().all(small) {
                let value = op.value(&values);
                if value.fract() == 0.0
                    && let Some(value) = Rational::from_f64(value)
                {
                    return self.number(value);
                }
            }
        }
        self.intern(NormalForm::Apply(Head::Op(op), args.into()))
    }

    /// A piecewise function without the cases that never apply or make no difference.
    fn cases(&mut self, op: Op, args: &[Id]) -> Id {
        let mut cases: Vec<(Id, Id)> = Vec::with_capacity(args.len() / 2);
        let pairs = args.chunks_exact(2);
        let mut otherwise = pairs.remainder().first().copied();
        for pair in pairs {
            match self.as_number(pair[0]) {
                Some(Rational::ZERO) => {}
                Some(_) => {
                    otherwise = Some(pair[1]);
                    break;
                }
                None => cases.push((pair[0], pair[1])),
            }
        }
        while let (Some(otherwise), Some(case)) = (otherwise, cases.last()) {
            if case.1 != otherwise {
                break;
            }
            cases.pop();
        }
        match (&cases[..], otherwise) {
            ([], Some(otherwise)) => otherwise,
            // No case ever applies, so it is defined nowhere: 1/0.
            ([], None) => {
                let inverse = self.number(Rational::MINUS_ONE);
                self.power(Id::ZERO, inverse)
            }
            (cases, None) if cases.iter().all(|case| case.1 == Id::ZERO) => Id::ZERO,
            (cases, otherwise) => {
                let args = cases.iter().flat_map(|&(condition, value)| [condition, value]).chain(otherwise).collect();
                self.intern(NormalForm::Apply(Head::Op(op), args))
            }
        }
    }

    /// A product; if a factor is a piecewise function, each of its values is multiplied instead.
    pub fn times_inside(&mut self, a: Id, b: Id) -> Id {
        for (choice, other) in [(a, b), (b, a)] {
            if let NormalForm::Apply(Head::Op(op), args) = &*self.shared(choice)
                && op.row().syntax == Syntax::Braces
            {
                return self.each_value(*op, args, other);
            }
        }
        self.times(a, b)
    }

    /// A piecewise function with each of its values multiplied.
    pub(super) fn each_value(&mut self, op: Op, args: &[Id], factor: Id) -> Id {
        let last = args.len() - 1;
        let is_value = |slot: usize| slot % 2 == 1 || slot == last;
        let multiplied = |(slot, &arg): (usize, &Id)| if is_value(slot) { self.times(arg, factor) } else { arg };
        let args: Vec<Id> = args.iter().enumerate().map(multiplied).collect();
        self.apply(op, &args)
    }

    /// Whether this is a piecewise function that contains no other one as a value or in a value's factors.
    pub(super) fn is_flat_choice(&self, id: Id) -> bool {
        let choice_args = |id: Id| match self.form(id) {
            NormalForm::Apply(Head::Op(op), args) if op.row().syntax == Syntax::Braces => Some(args),
            _ => None,
        };
        let is_or_holds_choice = |id: &Id| self.factors(*id).1.iter().any(|factor| choice_args(factor.0).is_some());
        choice_args(id).is_some_and(|args| !args.iter().any(is_or_holds_choice))
    }
}

fn is_additive(op: Op) -> bool {
    matches!(op.row().notation, Notation::Sum | Notation::Difference | Notation::Negation)
}

/// Which terms are sums that are used only as part of another sum: nested sums are read together.
fn inner_sums(expr: &Expr) -> Vec<bool> {
    let mut uses = vec![0u32; expr.terms.len()];
    let mut inner = vec![false; expr.terms.len()];
    let additive = |id: TermId| matches!(expr.term(id).kind, TermKind::Apply(op, _) if is_additive(op));
    for id in 0..expr.terms.len() as TermId {
        for &arg in expr.args_of(id) {
            uses[arg as usize] += 1;
            inner[arg as usize] = uses[arg as usize] == 1 && additive(arg) && additive(id);
        }
    }
    inner
}

/// The summands of a sum and of the sums nested in it, with their signs.
fn terms_of(expr: &Expr, root: TermId, inner: &[bool], ids: &[Id]) -> Vec<Summand> {
    let mut terms = Vec::new();
    let mut work = vec![(Rational::ONE, root)];
    while let Some((sign, id)) = work.pop() {
        if id != root && !inner[id as usize] {
            terms.push((sign, ids[id as usize]));
            continue;
        }
        let minus = sign.negated();
        let form = match expr.term(id).kind {
            TermKind::Apply(op, _) => op.row().notation,
            _ => Notation::Sum,
        };
        match (form, expr.args_of(id)) {
            (Notation::Difference, &[a, b]) => work.extend([(minus, b), (sign, a)]),
            (Notation::Negation, &[a]) => work.push((minus, a)),
            (_, args) => work.extend(args.iter().rev().map(|&arg| (sign, arg))),
        }
    }
    terms
}

/// The constant that a leaf stands for.
pub(in crate::symbolic) fn constant(index: u8) -> Constant {
    Constant::ALL[usize::from(index)]
}
