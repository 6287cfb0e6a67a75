//! Shorter forms of a sum: common factors taken out, products expanded, a common denominator.

use super::order::Class;
use super::{Algebra, Factor, Id, NormalForm, Rational, Summand};

/// Sums of more terms are left as they are.
const MOST_TERMS: usize = 24;

/// Sums of more terms are not brought to one denominator.
const MOST_FRACTIONS: usize = 6;

/// The most terms that an expanded sum may have while a shorter form is searched.
const MOST_OPENED: usize = 24;

/// The highest power of a sum that is multiplied out.
const HIGHEST: i64 = 3;

/// Heavier expressions are left as they are.
const HEAVIEST: u32 = 200;

/// How deep searches for a shorter form may be nested.
pub(super) const DEEPEST: u32 = 3;

impl Algebra {
    /// A form of this sum that reads better than the sum of these terms, if there is one.
    pub(super) fn shorter(&mut self, terms: &[Summand]) -> Option<Id> {
        let weight = terms.iter().fold(0, |sum: u32, term| sum.saturating_add(self.weight(term.1)));
        if self.depth >= DEEPEST || terms.len() > MOST_TERMS || weight > HEAVIEST {
            return None;
        }
        self.depth += 1;
        let shorter = self.with_common_factors(terms).or_else(|| self.multiplied_out(terms));
        self.depth -= 1;
        shorter
    }

    /// x·e^x + e^x as e^x·(x + 1), and cos(x)/x − sin(x)/x² as (x·cos(x) − sin(x))/x².
    ///
    /// Polynomials and sums of fractions in names alone stay sums.
    fn with_common_factors(&mut self, terms: &[Summand]) -> Option<Id> {
        let lists: Vec<Vec<Factor>> = terms.iter().map(|term| self.factors(term.1).1).collect();
        let (first, rest) = lists.split_first()?;
        let mut common: Vec<Factor> = first.clone();
        for list in rest {
            common = common.into_iter().filter_map(|factor| self.shared_power(factor, list)).collect();
            if common.is_empty() {
                return None;
            }
        }
        let is_function = |factor: &Factor| self.factor_class(*factor) >= Class::Exponential;
        let is_denominator = |factor: &Factor| self.as_number(factor.1).is_some_and(Rational::is_negative);
        let worthwhile = common.iter().any(is_function)
            || (common.iter().any(is_denominator) && lists.iter().flatten().any(is_function));
        if !worthwhile {
            return None;
        }
        let inverse: Vec<Factor> = common.iter().map(|&(base, exponent)| (base, self.negated(exponent))).collect();
        let mut inner = Vec::with_capacity(terms.len());
        for (&(number, _), mut factors) in terms.iter().zip(lists) {
            factors.extend(&inverse);
            inner.push((number, self.product(Rational::ONE, &factors)));
        }
        let inner = self.sum(&inner);
        common.push((inner, Id::ONE));
        Some(self.product(Rational::ONE, &common))
    }

    /// The power of a factor's base that both it and a list of factors hold.
    fn shared_power(&self, (base, exponent): Factor, list: &[Factor]) -> Option<Factor> {
        let &(_, other) = list.iter().find(|other| other.0 == base)?;
        match (self.as_number(exponent), self.as_number(other)) {
            (Some(a), Some(b)) => Some((base, if a < b { exponent } else { other })),
            _ => (exponent == other).then_some((base, exponent)),
        }
    }

    fn negated(&mut self, id: Id) -> Id {
        self.scaled(Rational::MINUS_ONE, id)
    }

    /// The sum over a common denominator, with all products expanded, if that is shorter.
    fn multiplied_out(&mut self, terms: &[Summand]) -> Option<Id> {
        let is_worth_it = |algebra: &Algebra, factor: Factor| {
            let class = algebra.factor_class(factor);
            let above = algebra.as_number(factor.1).is_some_and(|exponent| !exponent.is_negative());
            class == Class::Sum && (above || terms.len() <= MOST_FRACTIONS)
                || class == Class::Function && !above && terms.len() <= MOST_FRACTIONS
        };
        if !terms.iter().any(|term| self.factors(term.1).1.iter().any(|&factor| is_worth_it(self, factor))) {
            return None;
        }
        let (numerator, mut factors) = self.over_one_denominator(terms)?;
        factors.push((numerator, Id::ONE));
        let candidate = self.product(Rational::ONE, &factors);
        let arranged = self.arrange(terms.to_vec());
        let current = self.weight_of(&NormalForm::Sum(arranged.into()));
        (self.weight(candidate) < current).then_some(candidate)
    }

    /// The expanded numerator over a common denominator, and the factors of the denominator.
    fn over_one_denominator(&mut self, terms: &[Summand]) -> Option<(Id, Vec<Factor>)> {
        let mut below: Vec<(Id, Rational)> = Vec::new();
        if terms.len() <= MOST_FRACTIONS {
            for (base, exponent) in terms.iter().flat_map(|term| self.factors(term.1).1) {
                let Some(exponent) = self.as_number(exponent).filter(|number| number.is_negative()) else { continue };
                match below.iter_mut().find(|known| known.0 == base) {
                    Some(known) => known.1 = known.1.min(exponent),
                    None => below.push((base, exponent)),
                }
            }
        }
        let above: Vec<Factor> = below.iter().map(|&(base, least)| (base, self.number(least.negated()))).collect();
        let below = below.iter().map(|&(base, least)| (base, self.number(least))).collect();
        let mut opened: Vec<Summand> = Vec::new();
        for &(number, term) in terms {
            let mut factors = self.factors(term).1;
            factors.extend(&above);
            let term = self.product(Rational::ONE, &factors);
            opened.extend(self.opened(number, term, MOST_OPENED - opened.len())?);
            if opened.len() >= MOST_OPENED {
                return None;
            }
        }
        Some((self.sum(&opened), below))
    }

    /// A product whose factors contain fractions, such as (1 + x/y)/(x + y), with each such factor as a
    /// single fraction if that makes the product shorter: 1/y.
    pub(super) fn with_simple_fractions(&mut self, number: Rational, factors: &[Factor], product: Id) -> Id {
        if self.depth >= DEEPEST || self.weight(product) > HEAVIEST {
            return product;
        }
        // Fractions of names alone stay as they are: 1 − v²/c².
        let is_fraction = |algebra: &Algebra, term: &Summand| {
            let below = |factor: &Factor| algebra.as_number(factor.1).is_some_and(Rational::is_negative);
            let named = |factor: &Factor| algebra.factor_class(*factor) <= Class::Name;
            algebra.factors(term.1).1.iter().any(|factor| below(factor) && !named(factor))
        };
        for (place, &(base, exponent)) in factors.iter().enumerate() {
            let (NormalForm::Sum(terms), Some(power)) = (&*self.shared(base), self.as_number(exponent)) else {
                continue;
            };
            if power.abs() != Rational::ONE || !terms.iter().any(|term| is_fraction(self, term)) {
                continue;
            }
            self.depth += 1;
            let fraction = self.over_one_denominator(terms);
            let candidate = fraction.map(|(numerator, below)| {
                let mut factors = factors.to_vec();
                factors[place] = (numerator, exponent);
                for (base, inner) in below {
                    factors.push((base, self.scaled(power, inner)));
                }
                self.product(number, &factors)
            });
            self.depth -= 1;
            if let Some(candidate) = candidate
                && self.weight(candidate) < self.weight(product)
            {
                return candidate;
            }
        }
        product
    }

    /// A product with its sums multiplied out, if the result has no more terms than the limit.
    fn opened(&mut self, number: Rational, product: Id, limit: usize) -> Option<Vec<Summand>> {
        let (own, factors) = self.factors(product);
        let mut terms = vec![(number.times(own)?, Id::ONE)];
        for (base, exponent) in factors {
            let whole = self.as_number(exponent).and_then(Rational::integer);
            let (parts, count) = match (&*self.shared(base), whole) {
                (NormalForm::Sum(parts), Some(whole @ 1..=HIGHEST)) => (parts.to_vec(), whole),
                _ => (vec![(Rational::ONE, self.power(base, exponent))], 1),
            };
            for _ in 0..count {
                if terms.len() * parts.len() > limit {
                    return None;
                }
                let mut next = Vec::with_capacity(terms.len() * parts.len());
                for &(a, left) in &terms {
                    for &(b, right) in &parts {
                        next.push((a.times(b)?, self.times(left, right)));
                    }
                }
                terms = next;
            }
        }
        Some(terms)
    }
}
