//! The order in which textbooks write things: in a product numbers, names, powers, functions and then
//! parentheses; in a sum descending powers and then functions.

use std::cmp::Ordering;

use super::{Algebra, Factor, Head, Id, Leaf, NormalForm, Rational, Summand};
use crate::ops::Syntax;
use crate::sort::sorted;

/// Down to which depth two expressions are compared.
const DEEPEST: usize = 200;

/// The class of a factor, in the order in which factors are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Number,
    Constant,
    Name,
    /// A power whose exponent is more than a number.
    Exponential,
    Function,
    Product,
    Sum,
    Cases,
}

/// The group of a term, in the order in which groups are written in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum SummandGroup {
    Powers,
    Functions,
    Numbers,
    InversePowers,
}

impl Algebra {
    fn class(&self, id: Id) -> Class {
        match self.form(id) {
            NormalForm::Number(_) | NormalForm::Leaf(Leaf::Literal(_)) => Class::Number,
            NormalForm::Leaf(Leaf::Constant(_)) => Class::Constant,
            NormalForm::Leaf(_) => Class::Name,
            NormalForm::Apply(Head::Op(op), _) if op.row().syntax == Syntax::Braces => Class::Cases,
            NormalForm::Apply(..) => Class::Function,
            NormalForm::Product(..) => Class::Product,
            NormalForm::Sum(_) => Class::Sum,
        }
    }

    pub(super) fn factor_class(&self, (base, exponent): Factor) -> Class {
        if self.as_number(exponent).is_none() { Class::Exponential } else { self.class(base) }
    }

    pub(super) fn compare_factors(&self, a: Factor, b: Factor) -> Ordering {
        let exponents = || match (self.as_number(a.1), self.as_number(b.1)) {
            (Some(a), Some(b)) => b.cmp(&a),
            _ => self.compare(a.1, b.1),
        };
        self.factor_class(a).cmp(&self.factor_class(b)).then_with(|| self.compare(a.0, b.0)).then_with(exponents)
    }

    /// An order of all expressions that does not depend on when they were added, as long as they differ
    /// within [`DEEPEST`].
    ///
    /// Different ids are different expressions, so the first pair of parts that differ decides.
    fn compare(&self, mut a: Id, mut b: Id) -> Ordering {
        for _ in 0..DEEPEST {
            if a == b {
                return Ordering::Equal;
            }
            let order = self.class(a).cmp(&self.class(b));
            if order != Ordering::Equal {
                return order;
            }
            let (order, parts) = match (self.form(a), self.form(b)) {
                (NormalForm::Number(a), NormalForm::Number(b)) => (a.cmp(b), None),
                (NormalForm::Leaf(a), NormalForm::Leaf(b)) => (a.cmp(b), None),
                (NormalForm::Apply(a, first), NormalForm::Apply(b, second)) => {
                    let parts = first.iter().copied().zip(second.iter().copied()).find(|(a, b)| a != b);
                    (a.cmp(b).then(first.len().cmp(&second.len())), parts)
                }
                (NormalForm::Product(a, first), NormalForm::Product(b, second)) => {
                    let parts = first.iter().zip(second).find(|(a, b)| a != b);
                    let parts = parts.map(|(a, b)| if a.0 != b.0 { (a.0, b.0) } else { (a.1, b.1) });
                    let rest = first.len().cmp(&second.len()).then(a.cmp(b));
                    (if parts.is_some() { Ordering::Equal } else { rest }, parts)
                }
                (NormalForm::Sum(first), NormalForm::Sum(second)) => {
                    match first.iter().zip(second).find(|(a, b)| a != b) {
                        Some((a, b)) if a.1 == b.1 => (a.0.cmp(&b.0), None),
                        Some((a, b)) => (Ordering::Equal, Some((a.1, b.1))),
                        None => (first.len().cmp(&second.len()), None),
                    }
                }
                // An exact number comes before one that is not exact.
                (a, b) => (matches!(b, NormalForm::Number(_)).cmp(&matches!(a, NormalForm::Number(_))), None),
            };
            match (order, parts) {
                (Ordering::Equal, Some(parts)) => (a, b) = parts,
                (order, _) => return order,
            }
        }
        a.cmp(&b)
    }

    /// Puts the terms of a sum into the order in which they are written.
    pub(super) fn arrange(&self, terms: Vec<Summand>) -> Vec<Summand> {
        let mut keyed: Vec<Keyed> = terms.into_iter().map(|term| self.keyed(term)).collect();
        let has = |keyed: &[Keyed], group: SummandGroup| keyed.iter().any(|key| key.group == group);
        // ln(x) + 1, but 1 + tan(x)².
        let numbers_first = !has(&keyed, SummandGroup::Powers) && !keyed.iter().any(|key| key.plain);
        let rank = |group: SummandGroup| {
            if numbers_first && group == SummandGroup::Numbers { SummandGroup::Powers } else { group }
        };
        keyed = sorted(keyed, |a, b| {
            let by_group = rank(a.group).cmp(&rank(b.group));
            by_group.then_with(|| b.degree_key().cmp(&a.degree_key())).then_with(|| self.compare_keyed(a, b))
        });
        let is_negative = |key: &Keyed| key.term.0.is_negative();
        if keyed.first().is_some_and(is_negative) && !keyed.iter().all(is_negative) {
            let ladder =
                keyed.windows(2).all(|pair| pair[0].group != pair[1].group || pair[0].degree != pair[1].degree);
            if ladder && !keyed.last().is_some_and(is_negative) {
                keyed.reverse();
            } else {
                keyed = sorted(keyed, |a, b| is_negative(a).cmp(&is_negative(b)));
            }
        }
        keyed.into_iter().map(|key| key.term).collect()
    }

    fn keyed(&self, term: Summand) -> Keyed {
        let factors = self.factors(term.1).1;
        let mut degree = Rational::ZERO;
        let mut functions = Vec::new();
        let mut names = Vec::new();
        for &factor in &factors {
            match self.factor_class(factor) {
                Class::Number | Class::Constant => {}
                Class::Name => {
                    let exponent = self.as_number(factor.1).unwrap_or(Rational::ONE);
                    degree = degree.plus(exponent.as_fraction()).unwrap_or(degree);
                    names.push(factor);
                }
                _ => functions.push(factor),
            }
        }
        let group = match (functions.is_empty(), names.is_empty()) {
            (false, _) => SummandGroup::Functions,
            (true, true) => SummandGroup::Numbers,
            (true, false) if degree.is_negative() => SummandGroup::InversePowers,
            (true, false) => SummandGroup::Powers,
        };
        let plain = matches!(factors[..], [factor] if factor.1 == Id::ONE && self.class(factor.0) == Class::Function);
        Keyed { term, group, degree, functions, names, plain }
    }

    fn compare_keyed(&self, a: &Keyed, b: &Keyed) -> Ordering {
        let lists = |a: &[Factor], b: &[Factor]| {
            let differ = a.iter().zip(b).map(|(&a, &b)| self.compare_factors(a, b)).find(|order| order.is_ne());
            differ.unwrap_or(a.len().cmp(&b.len()))
        };
        let whole = || lists(&self.factors(a.term.1).1, &self.factors(b.term.1).1);
        lists(&a.functions, &b.functions).then_with(|| lists(&a.names, &b.names)).then_with(whole)
    }
}

/// A summand with the properties that decide its place.
struct Keyed {
    term: Summand,
    group: SummandGroup,
    /// Sum of the exponents of names.
    degree: Rational,
    functions: Vec<Factor>,
    names: Vec<Factor>,
    /// Whether it is a single function value to the power of 1.
    plain: bool,
}

impl Keyed {
    /// The degree by which it is sorted. The powers before a function do not count: sin(x) + x·cos(x).
    fn degree_key(&self) -> Rational {
        if self.group == SummandGroup::Functions { Rational::ZERO } else { self.degree }
    }
}
