//! Sums: nested sums are flattened, like terms are added.

use std::collections::HashMap;

use super::common::DEEPEST;
use super::{Algebra, Factor, Head, Id, NormalForm, Rational, Summand};
use crate::ops::{Op, Syntax, known};

/// Two functions of the same argument whose squares combine to 1: first² + second² = 1, or with
/// `minus` first² − second² = 1.
struct Squares {
    first: Op,
    second: Op,
    minus: bool,
}

const SQUARES: [Squares; 2] = [
    Squares { first: known::SIN, second: known::COS, minus: false },
    Squares { first: known::COSH, second: known::SINH, minus: true },
];

impl Algebra {
    pub fn add(&mut self, a: Id, b: Id) -> Id {
        match (a, b) {
            (Id::ZERO, other) | (other, Id::ZERO) => other,
            _ => self.sum(&[(Rational::ONE, a), (Rational::ONE, b)]),
        }
    }

    /// A sum of numbers × expressions, in normal form.
    pub fn sum(&mut self, terms: &[Summand]) -> Id {
        if let [(number, term)] = *terms {
            return self.scaled(number, term);
        }
        let mut terms = self.collected(terms);
        self.unite_squares(&mut terms);
        self.unite_choices(&mut terms);
        match terms[..] {
            [] => return Id::ZERO,
            [(number, Id::ONE)] => return self.number(number),
            [(number, term)] => return self.scaled(number, term),
            _ => {}
        }
        match self.shorter(&terms) {
            Some(shorter) => shorter,
            None => {
                let terms = self.arrange(terms);
                self.intern(NormalForm::Sum(terms.into()))
            }
        }
    }

    /// The terms with their numeric factors taken out; nested sums are flattened and like terms added.
    fn collected(&mut self, terms: &[Summand]) -> Vec<Summand> {
        let mut collected = Collected::default();
        let mut work: Vec<Summand> = terms.iter().rev().copied().collect();
        while let Some((number, id)) = work.pop() {
            match &*self.shared(id) {
                NormalForm::Number(value) => match number.times(*value) {
                    Some(product) => collected.add(self, product, Id::ONE),
                    None => {
                        let inexact = self.inexact(value.abs());
                        let sign = if value.is_negative() { number.negated() } else { number };
                        collected.add(self, sign, inexact);
                    }
                },
                NormalForm::Product(value, factors) if *value != Rational::ONE => {
                    let (number, rest) = self.in_front(number, *value, factors);
                    work.push((number, rest));
                }
                NormalForm::Sum(inner) => {
                    let opened: Option<Vec<Summand>> =
                        inner.iter().rev().map(|&(value, term)| Some((number.times(value)?, term))).collect();
                    match opened {
                        Some(opened) => work.extend(opened),
                        None => collected.add(self, number, id),
                    }
                }
                _ => collected.add(self, number, id),
            }
        }
        collected.terms.retain(|(number, _)| !number.is_zero());
        collected.terms
    }

    /// A number times a product, with the product's own number multiplied into it. If the result would
    /// not be exact, the product's number becomes a literal factor.
    fn in_front(&mut self, number: Rational, value: Rational, factors: &[Factor]) -> Summand {
        match number.times(value) {
            Some(product) => (product, self.product(Rational::ONE, factors)),
            None => {
                let mut factors = factors.to_vec();
                factors.push((self.inexact(value.abs()), Id::ONE));
                let sign = if value.is_negative() { number.negated() } else { number };
                (sign, self.product(Rational::ONE, &factors))
            }
        }
    }

    /// Piecewise functions with the same conditions become one: {c: a, b} + {c: p, q} = {c: a + p, b + q}.
    fn unite_choices(&mut self, terms: &mut Vec<Summand>) {
        let choice = |algebra: &Algebra, term: &Summand| match algebra.form(term.1) {
            NormalForm::Apply(Head::Op(op), args) if op.row().syntax == Syntax::Braces => Some((*op, args.to_vec())),
            _ => None,
        };
        if self.depth >= DEEPEST || terms.iter().filter(|term| choice(self, term).is_some()).count() < 2 {
            return;
        }
        let (choices, others): (Vec<Summand>, Vec<Summand>) =
            terms.drain(..).partition(|term| choice(self, term).is_some());
        *terms = others;
        let mut united: Vec<(Op, Vec<Id>, Vec<Vec<Summand>>)> = Vec::new();
        for (number, id) in choices {
            let Some((op, args)) = choice(self, &(number, id)) else { continue };
            let is_value = |slot: usize| slot % 2 == 1 || slot + 1 == args.len();
            let same = |known: &&mut (Op, Vec<Id>, Vec<Vec<Summand>>)| {
                known.1.len() == args.len() && (0..args.len()).all(|slot| is_value(slot) || known.1[slot] == args[slot])
            };
            let values: Vec<Summand> = args.iter().map(|&arg| (number, arg)).collect();
            match united.iter_mut().find(same) {
                Some(known) => known.2.push(values),
                None => united.push((op, args, vec![values])),
            }
        }
        self.depth += 1;
        for (op, mut args, values) in united {
            if let [only] = &values[..] {
                let id = self.intern(NormalForm::Apply(Head::Op(op), args.into()));
                terms.push((only[0].0, id));
                continue;
            }
            let last = args.len() - 1;
            for slot in (0..args.len()).filter(|slot| slot % 2 == 1 || *slot == last) {
                let parts: Vec<Summand> = values.iter().map(|value| value[slot]).collect();
                args[slot] = self.sum(&parts);
            }
            let id = self.apply(op, &args);
            terms.push((Rational::ONE, id));
        }
        self.depth -= 1;
        *terms = self.collected(terms);
    }

    /// sin² + cos² = 1 and cosh² − sinh² = 1, where both squares have the same numeric factor.
    fn unite_squares(&mut self, terms: &mut Vec<Summand>) {
        let squared = |algebra: &Algebra, id: Id| match algebra.form(id) {
            NormalForm::Product(_, factors) => match **factors {
                [(base, exponent)] if algebra.as_number(exponent) == Some(Rational::whole(2)) => {
                    match algebra.form(base) {
                        NormalForm::Apply(Head::Op(op), args) => Some((*op, args[0])),
                        _ => None,
                    }
                }
                _ => None,
            },
            _ => None,
        };
        let found: Vec<_> = terms
            .iter()
            .enumerate()
            .filter_map(|(place, term)| Some((place, term.0, squared(self, term.1)?)))
            .take(8)
            .collect();
        for &(first, number, (op, arg)) in &found {
            for identity in SQUARES.iter().filter(|identity| identity.first == op) {
                let number_of_second = if identity.minus { number.negated() } else { number };
                let second = found
                    .iter()
                    .find(|&&(_, other, square)| other == number_of_second && square == (identity.second, arg));
                if let Some(&(second, ..)) = second {
                    terms.swap_remove(first.max(second));
                    terms.swap_remove(first.min(second));
                    terms.push((number, Id::ONE));
                    *terms = self.collected(terms);
                    return;
                }
            }
        }
    }
}

/// Collected terms, and the place of each in the list.
#[derive(Default)]
struct Collected {
    terms: Vec<Summand>,
    places: HashMap<Id, usize>,
}

impl Collected {
    fn add(&mut self, algebra: &mut Algebra, number: Rational, term: Id) {
        let Some(&place) = self.places.get(&term) else {
            self.places.insert(term, self.terms.len());
            self.terms.push((number, term));
            return;
        };
        match self.terms[place].0.plus(number) {
            Some(sum) => self.terms[place].0 = sum,
            None => {
                let sign = if number.is_negative() { Rational::MINUS_ONE } else { Rational::ONE };
                let inexact = algebra.inexact(number.abs());
                let product = algebra.times(inexact, term);
                self.add(algebra, sign, product);
            }
        }
    }
}
