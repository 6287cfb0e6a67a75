//! Expressions in a normal form, in which equal expressions are one and the same.
//!
//! A sum is a list of number × term; a product is a number and a list of base ^ exponent. The
//! constructors [`Algebra::sum`] and [`Algebra::product`] keep this form. Every expression is stored once,
//! after its parts.
//!
//! The simplified expression has the same value wherever the original is defined, up to rounding. It
//! may be defined in more places, as x/x = 1 and √x·√x = x are.

mod apply;
mod common;
mod order;
mod product;
mod sum;

use std::collections::HashMap;
use std::rc::Rc;

pub(super) use apply::constant;

use super::rational::Rational;
#[cfg(doc)]
use crate::ops::Constant;
use crate::ops::Op;

/// Index of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Id(u32);

impl Id {
    pub const ZERO: Id = Id(0);
    pub const ONE: Id = Id(1);
}

/// A base and its exponent.
pub(super) type Factor = (Id, Id);

/// A summand: a number, and the expression without a numeric factor that it multiplies.
pub(super) type Summand = (Rational, Id);

/// An expression in normal form.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) enum NormalForm {
    Number(Rational),
    Leaf(Leaf),
    /// At least two terms, no two alike; the number among them multiplies [`Id::ONE`].
    Sum(Box<[Summand]>),
    /// At least one factor, no two with the same base; a single base to the power of 1 without a number
    /// is not a product.
    Product(Rational, Box<[Factor]>),
    Apply(Head, Box<[Id]>),
}

/// An expression without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Leaf {
    /// The bits of a positive number that is not an exact fraction.
    Literal(u64),
    /// Its place in [`Constant::ALL`].
    Constant(u8),
    Parameter(u32),
    Variable(u32),
    Definition(u32),
}

/// What is applied to arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Head {
    Op(Op),
    /// A function of the user's and the number of its primes.
    Call(u32, u32),
}

/// All expressions, each stored once.
pub(super) struct Algebra {
    forms: Vec<Rc<NormalForm>>,
    ids: HashMap<Rc<NormalForm>, Id>,
    weights: Vec<u32>,
    /// How deep constructors have called one another.
    depth: u32,
}

impl Algebra {
    pub fn new() -> Algebra {
        let mut algebra = Algebra { forms: Vec::new(), ids: HashMap::new(), weights: Vec::new(), depth: 0 };
        algebra.number(Rational::ZERO);
        algebra.number(Rational::ONE);
        algebra
    }

    /// The id of an expression, which must be in normal form.
    fn intern(&mut self, form: NormalForm) -> Id {
        if let Some(&id) = self.ids.get(&form) {
            return id;
        }
        let id = Id(self.forms.len() as u32);
        self.weights.push(self.weight_of(&form));
        let form = Rc::new(form);
        self.forms.push(Rc::clone(&form));
        self.ids.insert(form, id);
        id
    }

    pub fn form(&self, id: Id) -> &NormalForm {
        &self.forms[id.0 as usize]
    }

    /// The expression, shared so that others can be added while it is held.
    pub fn shared(&self, id: Id) -> Rc<NormalForm> {
        Rc::clone(&self.forms[id.0 as usize])
    }

    pub fn number(&mut self, value: Rational) -> Id {
        self.intern(NormalForm::Number(value))
    }

    pub fn leaf(&mut self, leaf: Leaf) -> Id {
        self.intern(NormalForm::Leaf(leaf))
    }

    /// A number as typed: an exact fraction, or a literal leaf if it cannot be represented exactly.
    pub fn literal(&mut self, value: f64) -> Id {
        match Rational::from_f64(value) {
            Some(number) => self.number(number),
            None => {
                let literal = self.leaf(Leaf::Literal(value.abs().to_bits()));
                if value < 0.0 { self.scaled(Rational::MINUS_ONE, literal) } else { literal }
            }
        }
    }

    /// The value, if this is a number.
    pub fn as_number(&self, id: Id) -> Option<Rational> {
        match *self.form(id) {
            NormalForm::Number(value) => Some(value),
            _ => None,
        }
    }

    /// The expression as a number times factors.
    pub fn factors(&self, id: Id) -> (Rational, Vec<Factor>) {
        match self.form(id) {
            NormalForm::Number(value) => (*value, Vec::new()),
            NormalForm::Product(number, factors) => (*number, factors.to_vec()),
            _ => (Rational::ONE, vec![(id, Id::ONE)]),
        }
    }

    /// About how many terms it takes to write this out.
    pub fn weight(&self, id: Id) -> u32 {
        self.weights[id.0 as usize]
    }

    fn weight_of(&self, form: &NormalForm) -> u32 {
        let number = |value: Rational| match value.parts() {
            (numerator, 1.0) => 1 + u32::from(numerator < 0.0),
            (numerator, _) => 3 + u32::from(numerator < 0.0),
        };
        let coefficient = |value: Rational| match value {
            Rational::ONE => 0,
            Rational::MINUS_ONE => 1,
            value => 1 + number(value),
        };
        let factor = |&(base, exponent): &Factor| match self.as_number(exponent) {
            Some(Rational::ONE) => self.weight(base),
            Some(exponent) if exponent.is_negative() => {
                let inner = if exponent == Rational::MINUS_ONE { 0 } else { 2 };
                self.weight(base).saturating_add(inner + 1)
            }
            Some(Rational::HALF) => self.weight(base).saturating_add(1),
            _ => self.weight(base).saturating_add(self.weight(exponent)).saturating_add(1),
        };
        let total = |weights: &mut dyn Iterator<Item = u32>| weights.fold(0, u32::saturating_add);
        match form {
            NormalForm::Number(value) => number(*value),
            NormalForm::Leaf(_) => 1,
            NormalForm::Apply(_, args) => total(&mut args.iter().map(|&arg| self.weight(arg))).saturating_add(1),
            NormalForm::Product(value, factors) => {
                let joints = factors.len() as u32 - 1;
                total(&mut factors.iter().map(factor)).saturating_add(coefficient(*value) + joints)
            }
            NormalForm::Sum(terms) => {
                let term = |&(value, term): &Summand| match term {
                    Id::ONE => number(value.abs()),
                    term => self.weight(term).saturating_add(coefficient(value.abs())),
                };
                total(&mut terms.iter().map(term)).saturating_add(terms.len() as u32 - 1)
            }
        }
    }
}
