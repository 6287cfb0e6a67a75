//! Products: numbers folded, powers of the same base combined.

use std::collections::HashMap;

use super::{Algebra, Factor, Head, Id, Leaf, NormalForm, Rational, Summand};
use crate::ops::Constant;
use crate::sort::sorted;

impl Algebra {
    /// A number times an expression.
    pub fn scaled(&mut self, number: Rational, id: Id) -> Id {
        match number {
            Rational::ONE => id,
            _ => self.product(number, &[(id, Id::ONE)]),
        }
    }

    pub fn times(&mut self, a: Id, b: Id) -> Id {
        match (a, b) {
            (Id::ZERO, _) | (_, Id::ZERO) => Id::ZERO,
            (Id::ONE, other) | (other, Id::ONE) => other,
            _ => self.product(Rational::ONE, &[(a, Id::ONE), (b, Id::ONE)]),
        }
    }

    pub fn power(&mut self, base: Id, exponent: Id) -> Id {
        let exponent = match self.as_number(exponent) {
            // x^0.5 is √x.
            Some(number) if number.abs().as_fraction() == Rational::HALF => self.number(number.as_fraction()),
            _ => exponent,
        };
        self.product(Rational::ONE, &[(base, exponent)])
    }

    /// A number times powers, in normal form.
    pub fn product(&mut self, number: Rational, factors: &[Factor]) -> Id {
        if let [(base, Id::ONE)] = *factors
            && let NormalForm::Sum(terms) = &*self.shared(base)
        {
            match number {
                Rational::ONE => return base,
                Rational::MINUS_ONE => return self.negated_sum(terms),
                _ => {}
            }
        }
        let mut making = Making { number, work: factors.iter().rev().copied().collect(), done: Vec::new() };
        loop {
            self.combine(&mut making);
            making.done.retain(|&(base, _)| base != Id::ONE);
            if !self.takes_content_out(&mut making) {
                break;
            }
        }
        let Making { number, done, .. } = making;
        match done[..] {
            _ if number.is_zero() => return Id::ZERO,
            [] => return self.number(number),
            [(base, Id::ONE)] if number == Rational::ONE => return base,
            [(base, Id::ONE)] => match &*self.shared(base) {
                NormalForm::Sum(terms) if number == Rational::MINUS_ONE => return self.negated_sum(terms),
                NormalForm::Apply(Head::Op(op), args) if self.is_flat_choice(base) => {
                    let number = self.number(number);
                    return self.each_value(*op, args, number);
                }
                _ => {}
            },
            _ => {}
        }
        let done = sorted(done, |&a, &b| self.compare_factors(a, b));
        let product = self.intern(NormalForm::Product(number, done.clone().into()));
        self.with_simple_fractions(number, &done, product)
    }

    /// Multiplies all factors that remain.
    fn combine(&mut self, making: &mut Making) {
        let mut places: HashMap<Id, usize> =
            making.done.iter().zip(0..).map(|(factor, place)| (factor.0, place)).collect();
        while let Some((base, exponent)) = making.work.pop() {
            if base == Id::ONE || exponent == Id::ZERO {
                continue;
            }
            if let Some(place) = places.remove(&base) {
                // A factor of 1 is left in its place, so that no other place changes.
                let before = std::mem::replace(&mut making.done[place], (Id::ONE, Id::ONE));
                let exponent = self.add(before.1, exponent);
                making.work.push((base, exponent));
            } else if self.stays(base, exponent, making) {
                places.insert(base, making.done.len());
                making.done.push((base, exponent));
            }
        }
    }

    /// Takes out the number that divides all terms of a factor: (2·x + 2)·y becomes 2·(x + 1)·y. Tells
    /// whether there was such a factor. A sum alone and higher powers stay as they are.
    fn takes_content_out(&mut self, making: &mut Making) -> bool {
        if matches!(making.done[..], [(_, Id::ONE)]) && [Rational::ONE, Rational::MINUS_ONE].contains(&making.number) {
            return false;
        }
        for place in 0..making.done.len() {
            let (base, exponent) = making.done[place];
            let whole = self.as_number(exponent).and_then(Rational::integer);
            if let (NormalForm::Sum(terms), Some(whole @ (1 | -1))) = (&*self.shared(base), whole)
                && let Some((number, reduced)) = self.without_content(terms, whole)
            {
                making.done.remove(place);
                making.multiply(self, number);
                making.work.push((reduced, exponent));
                return true;
            }
        }
        false
    }

    fn negated_sum(&mut self, terms: &[Summand]) -> Id {
        let terms = self.arrange(terms.iter().map(|&(number, term)| (number.negated(), term)).collect());
        self.intern(NormalForm::Sum(terms.into()))
    }

    /// Whether a power stays as it is. If not, the factors that it is equal to have been added to the
    /// product.
    fn stays(&mut self, base: Id, exponent: Id, making: &mut Making) -> bool {
        let number = self.as_number(exponent);
        let whole = number.and_then(Rational::integer);
        match (&*self.shared(base), number, whole) {
            (&NormalForm::Number(base), Some(exponent), _) => return self.number_stays(base, exponent, making),
            (NormalForm::Product(number, factors), Some(exponent), Some(whole)) => {
                let Some(number) = number.power(whole) else { return true };
                making.multiply(self, number);
                for &(base, inner) in factors {
                    let inner = self.scaled(exponent, inner);
                    making.work.push((base, inner));
                }
                return false;
            }
            // (e^x)^y: the base is positive, so that exponents multiply.
            (NormalForm::Product(Rational::ONE, factors), ..) => {
                if let [(base, inner)] = **factors
                    && self.is_positive_number(base)
                {
                    let exponent = self.times(inner, exponent);
                    making.work.push((base, exponent));
                    return false;
                }
            }
            _ => {}
        }
        true
    }

    /// (2·x + 2)^n as 2^n and x + 1; `None` if no number divides the terms.
    fn without_content(&mut self, terms: &[Summand], exponent: i64) -> Option<(Rational, Id)> {
        let content = content(terms).filter(|&content| content != Rational::ONE)?;
        let (power, inverse) = (content.power(exponent)?, content.inverse()?);
        let reduced: Option<Vec<Summand>> =
            terms.iter().map(|&(number, term)| Some((number.times(inverse)?, term))).collect();
        let reduced = self.arrange(reduced?);
        Some((power, self.intern(NormalForm::Sum(reduced.into()))))
    }

    fn number_stays(&mut self, base: Rational, exponent: Rational, making: &mut Making) -> bool {
        if let Some(whole) = exponent.integer() {
            let Some(power) = base.power(whole) else { return true };
            making.multiply(self, power);
            return false;
        }
        let halves = exponent.times(Rational::whole(2)).and_then(Rational::integer);
        let (Some(halves), false) = (halves, base.is_negative()) else { return true };
        if let Some(power) = base.square_root().and_then(|root| root.power(halves)) {
            making.multiply(self, power);
            return false;
        }
        // 2^(3/2) is 2·√2.
        match base.power(halves / 2) {
            Some(power) if halves.abs() > 1 => {
                making.multiply(self, power);
                let (base, half) = (self.number(base), self.number(Rational::HALF));
                let exponent = if halves < 0 { self.scaled(Rational::MINUS_ONE, half) } else { half };
                making.work.push((base, exponent));
                false
            }
            _ => true,
        }
    }

    fn is_positive_number(&self, id: Id) -> bool {
        match *self.form(id) {
            NormalForm::Number(value) => !value.is_negative() && !value.is_zero(),
            NormalForm::Leaf(Leaf::Constant(_) | Leaf::Literal(_)) => true,
            _ => false,
        }
    }

    /// An exact number as a literal leaf, which arithmetic leaves alone.
    pub(super) fn inexact(&mut self, number: Rational) -> Id {
        self.leaf(Leaf::Literal(number.to_f64().to_bits()))
    }

    /// The number e.
    pub fn euler(&mut self) -> Id {
        self.leaf(Leaf::Constant(Constant::E as u8))
    }
}

/// A product under construction.
struct Making {
    number: Rational,
    /// The factors that remain to be multiplied, in reverse order.
    work: Vec<Factor>,
    done: Vec<Factor>,
}

impl Making {
    /// Multiplies by a number. If the product would not be exact, the number becomes a literal factor.
    fn multiply(&mut self, algebra: &mut Algebra, number: Rational) {
        match self.number.times(number) {
            Some(product) => self.number = product,
            None => {
                if number.is_negative() {
                    self.number = self.number.negated();
                }
                let literal = algebra.inexact(number.abs());
                self.work.push((literal, Id::ONE));
            }
        }
    }
}

/// The greatest number that divides all terms, with their sign if they have the same: 2 for 2·x + 2.
fn content(terms: &[Summand]) -> Option<Rational> {
    if terms.iter().any(|(number, _)| number.is_decimal()) {
        return None;
    }
    let first = terms.first()?.0.abs();
    let content = terms.iter().try_fold(first, |content, (number, _)| content.common_measure(*number))?;
    let negative = terms.iter().all(|(number, _)| number.is_negative());
    Some(if negative { content.negated() } else { content })
}
