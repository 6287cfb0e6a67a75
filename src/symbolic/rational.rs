//! Exact numbers: fractions of whole numbers that a double represents exactly.

use std::cmp::Ordering;

/// Largest numerator and denominator. A double represents whole numbers up to this one exactly, so
/// that the fraction as a double is rounded only once.
const BOUND: i128 = 1 << 53;

/// The most digits after the point of a number that is written as a decimal.
const DECIMALS: u32 = 15;

/// A fraction in lowest terms. An operation whose result does not fit returns `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Rational {
    numerator: i64,
    /// Positive.
    denominator: i64,
    /// Whether it comes from a number with a decimal point and is written as one.
    decimal: bool,
}

impl Rational {
    pub const ZERO: Rational = Rational::whole(0);
    pub const ONE: Rational = Rational::whole(1);
    pub const MINUS_ONE: Rational = Rational::whole(-1);
    pub const HALF: Rational = Rational { numerator: 1, denominator: 2, decimal: false };

    /// A whole number of moderate size.
    pub const fn whole(numerator: i64) -> Rational {
        Rational { numerator, denominator: 1, decimal: false }
    }

    fn new(numerator: i128, denominator: i128, decimal: bool) -> Option<Rational> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator, denominator) * denominator.signum();
        let (numerator, denominator) = (numerator / divisor, denominator / divisor);
        if numerator.abs() > BOUND || denominator > BOUND {
            return None;
        }
        let decimal = decimal && denominator != 1;
        Some(Rational { numerator: numerator as i64, denominator: denominator as i64, decimal })
    }

    /// A number of the text as the exact decimal fraction that was typed: 0.1 is one tenth.
    pub fn from_f64(value: f64) -> Option<Rational> {
        if value.fract() == 0.0 && value.abs() <= BOUND as f64 {
            return Some(Rational::whole(value as i64));
        }
        if !(1e-15..1e15).contains(&value.abs()) {
            return None;
        }
        let text = value.to_string();
        let (whole, decimals) = text.split_once('.')?;
        if decimals.len() > DECIMALS as usize {
            return None;
        }
        let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
        (digits.abs() <= BOUND).then(|| Rational::new(digits, 10i128.pow(decimals.len() as u32), true))?
    }

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// Numerator and denominator as they are written; a decimal fraction is a numerator over 1.
    pub fn parts(self) -> (f64, f64) {
        let written_out = self.decimal && 10i64.pow(DECIMALS) % self.denominator == 0;
        match written_out {
            true => (self.to_f64(), 1.0),
            false => (self.numerator as f64, self.denominator as f64),
        }
    }

    /// The value, if it is a whole number.
    pub fn integer(self) -> Option<i64> {
        (self.denominator == 1).then_some(self.numerator)
    }

    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    pub fn is_decimal(self) -> bool {
        self.decimal
    }

    /// The same number, to be written as a fraction.
    pub fn as_fraction(self) -> Rational {
        Rational { decimal: false, ..self }
    }

    pub fn negated(self) -> Rational {
        Rational { numerator: -self.numerator, ..self }
    }

    pub fn abs(self) -> Rational {
        Rational { numerator: self.numerator.abs(), ..self }
    }

    pub fn plus(self, other: Rational) -> Option<Rational> {
        let cross = |a: Rational, b: Rational| i128::from(a.numerator) * i128::from(b.denominator);
        let denominator = i128::from(self.denominator) * i128::from(other.denominator);
        Rational::new(cross(self, other) + cross(other, self), denominator, self.decimal || other.decimal)
    }

    pub fn times(self, other: Rational) -> Option<Rational> {
        let product = |a: i64, b: i64| i128::from(a) * i128::from(b);
        let numerator = product(self.numerator, other.numerator);
        let decimal = self.decimal || other.decimal;
        Rational::new(numerator, product(self.denominator, other.denominator), decimal)
    }

    /// 1 over this number; `None` for 0.
    pub fn inverse(self) -> Option<Rational> {
        Rational::new(self.denominator.into(), self.numerator.into(), self.decimal)
    }

    /// A whole power; `None` if it is not defined or does not fit.
    pub fn power(self, exponent: i64) -> Option<Rational> {
        let base = if exponent < 0 { self.inverse()? } else { self };
        if base.abs() == Rational::ONE {
            return Some(if exponent % 2 == 0 { Rational::ONE } else { base });
        }
        // Powers of every number except 0 and ±1 exceed the bound before this exponent.
        let count = exponent.unsigned_abs().min(64);
        (0..count).try_fold(Rational::ONE, |power, _| power.times(base))
    }

    /// The exact square root, if it is a fraction too.
    pub fn square_root(self) -> Option<Rational> {
        let root = |n: i64| {
            let root = (n as f64).sqrt() as i64;
            (root * root == n).then_some(root)
        };
        let (numerator, denominator) = (root(self.numerator)?, root(self.denominator)?);
        Some(Rational { numerator, denominator, decimal: self.decimal && denominator != 1 })
    }

    /// The greatest number of which both are whole multiples.
    pub fn common_measure(self, other: Rational) -> Option<Rational> {
        let (a, b) = (i128::from(self.denominator), i128::from(other.denominator));
        let numerator = gcd(self.numerator.into(), other.numerator.into());
        Rational::new(numerator, a / gcd(a, b) * b, false)
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Rational) -> Ordering {
        let cross = |a: &Rational, b: &Rational| i128::from(a.numerator) * i128::from(b.denominator);
        cross(self, other).cmp(&cross(other, self)).then(self.decimal.cmp(&other.decimal))
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Rational) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::Rational;

    fn rational(value: f64) -> Rational {
        Rational::from_f64(value).expect("fits")
    }

    #[test]
    fn decimals_are_what_was_typed() {
        assert_eq!(rational(0.1).times(rational(3.0)).map(Rational::parts), Some((0.3, 1.0)));
        assert_eq!(rational(0.5).times(rational(2.0)), Some(Rational::ONE));
        assert_eq!(Rational::from_f64(0.1 + 0.2), None);
        assert_eq!(Rational::from_f64(1e300), None);
        assert_eq!(Rational::from_f64(f64::NAN), None);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let large = rational(9e15);
        assert_eq!(large.times(large), None);
        assert_eq!(rational(2.0).power(60), None);
        assert_eq!(rational(2.0).power(-2).map(Rational::parts), Some((1.0, 4.0)));
        assert_eq!(Rational::ZERO.power(-1), None);
        assert_eq!(Rational::MINUS_ONE.power(i64::MIN), Some(Rational::ONE));
    }
}
