//! Numbers as people read and machines parse them.

use std::fmt::Write;

use super::Math;
use super::math::TIMES;

/// How many significant digits a number shows at most.
///
/// Up to six, the scientific form is held to three, so that it takes no more room than the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits(pub u8);

impl Default for Digits {
    fn default() -> Digits {
        Digits(6)
    }
}

/// A number in the short form that nodes, tables and results show: six significant digits, about
/// nine characters.
///
/// Numbers from 10⁻⁴ to 10⁶ are written out, others as a power of ten. What is not a number is
/// called `NaN`, as in every language that computes with doubles.
///
/// ```
/// use chainrule::typeset::number;
/// assert_eq!(number(0.1 + 0.2), "0.3");
/// assert_eq!(number(-2.0 / 3.0), "−0.666667");
/// assert_eq!(number(123456.0), "123456");
/// assert_eq!(number(-1.234e-7), "−1.23·10⁻⁷");
/// assert_eq!(number(f64::NEG_INFINITY), "−∞");
/// ```
pub fn number(value: f64) -> String {
    number_with(value, Digits::default())
}

/// [`number`] with another number of digits.
///
/// ```
/// use chainrule::typeset::{Digits, number_with};
/// assert_eq!(number_with(2.0 / 3.0, Digits(3)), "0.667");
/// assert_eq!(number_with(1234567.0, Digits(9)), "1234567");
/// ```
pub fn number_with(value: f64, digits: Digits) -> String {
    Decimal::short(value, digits).join(TIMES, superscript)
}

/// [`number`] as a formula.
///
/// ```
/// use chainrule::typeset::number_math;
/// assert_eq!(number_math(0.25).to_string(), "<mn>0.25</mn>");
/// assert_eq!(number_math(1e9).to_string(), "<msup><mn>10</mn><mn>9</mn></msup>");
/// ```
pub fn number_math(value: f64) -> Math {
    Decimal::short(value, Digits::default()).formula()
}

/// A number of the text as a formula, with all its digits.
pub(super) fn literal_math(value: f64) -> Math {
    Decimal::full(value).formula()
}

/// [`number`] in two parts, for speech: what stands before the power of ten, and the exponent
/// of ten, each with its sign. The first is empty or a sign where the power stands alone, the second
/// is empty outside of the scientific form.
///
/// ```
/// use chainrule::typeset::number_parts;
/// assert_eq!(number_parts(-1.5e-7), ("−1.5".into(), "−7".into()));
/// assert_eq!(number_parts(-3.5), ("−3.5".into(), String::new()));
/// ```
pub fn number_parts(value: f64) -> (String, String) {
    let Decimal { mantissa, exponent } = Decimal::short(value, Digits::default());
    (mantissa, exponent)
}

/// The sign of numbers that are shown; as wide as a plus.
const MINUS: char = '−';

/// A number's text, in two parts if it is in scientific form. Both may start with [`MINUS`].
struct Decimal {
    /// Digits in front of the power of ten.
    mantissa: String,
    /// Exponent of ten; empty outside the scientific form.
    exponent: String,
}

impl Decimal {
    /// Rounded to a few digits.
    fn short(value: f64, Digits(digits): Digits) -> Decimal {
        let size = value.abs();
        let digits = usize::from(digits.max(1));
        if !size.is_finite() || size == 0.0 {
            return Decimal::full(value);
        }
        let mut mantissa = String::with_capacity(24);
        if value < 0.0 {
            mantissa.push(MINUS);
        }
        let whole_digits = digits.max(6) as i32;
        if (1e-4..10f64.powi(whole_digits) - 0.5).contains(&size) {
            let leading = size.log10().floor() as i32;
            let decimals = (digits as i32 - 1 - leading).min((digits as i32).max(2 - leading)).max(0);
            let _ = write!(mantissa, "{size:.*}", decimals as usize);
            if decimals > 0 {
                trim_zeros(&mut mantissa);
            }
            return Decimal { mantissa, exponent: String::new() };
        }
        let decimals = if digits <= 6 { digits.min(3) - 1 } else { digits - 1 };
        let _ = write!(mantissa, "{size:.decimals$e}");
        Decimal::split(mantissa)
    }

    /// As short as it can be without loss.
    fn full(value: f64) -> Decimal {
        if value.is_infinite() {
            let mantissa = if value > 0.0 { "∞" } else { "−∞" }.into();
            return Decimal { mantissa, exponent: String::new() };
        }
        if value == 0.0 {
            return Decimal { mantissa: "0".into(), exponent: String::new() };
        }
        let mut text = format!("{value:?}").replace('-', "−");
        if !text.contains('e') && text.contains('.') {
            trim_zeros(&mut text);
        }
        Decimal::split(text)
    }

    /// Splits `1.50e−7` into mantissa and exponent; a mantissa of 1 is left out.
    fn split(mut mantissa: String) -> Decimal {
        let Some(e) = mantissa.find('e') else { return Decimal { mantissa, exponent: String::new() } };
        let exponent = mantissa.split_off(e)[1..].replace('-', "−");
        if mantissa.contains('.') {
            trim_zeros(&mut mantissa);
        }
        if mantissa.trim_start_matches(MINUS) == "1" {
            mantissa.pop();
        }
        Decimal { mantissa, exponent }
    }

    /// One text; `power` writes the exponent behind the ten.
    fn join(self, times: &str, power: impl Fn(&str) -> String) -> String {
        let Decimal { mut mantissa, exponent } = self;
        if !exponent.is_empty() {
            if mantissa.ends_with(|last: char| last.is_ascii_digit()) {
                mantissa.push_str(times);
            }
            mantissa.push_str("10");
            mantissa.push_str(&power(&exponent));
        }
        mantissa
    }

    /// The same as MathML.
    fn formula(&self) -> Math {
        let power = (!self.exponent.is_empty()).then(|| Math::superscript(Math::number("10"), signed(&self.exponent)));
        match (power, self.mantissa.trim_start_matches(MINUS)) {
            (None, _) => signed(&self.mantissa),
            (Some(power), "") if self.mantissa.is_empty() => power,
            (Some(power), "") => Math::row([Math::operator(MINUS), power]),
            (Some(power), _) => Math::row([signed(&self.mantissa), Math::operator(TIMES), power]),
        }
    }
}

/// Digits with their sign as an operator of its own.
fn signed(text: &str) -> Math {
    match text.strip_prefix(MINUS) {
        Some(digits) => Math::row([Math::operator(MINUS), Math::number(digits)]),
        None => Math::number(text),
    }
}

/// Cuts zeros off the end of a text with a point, and the point if nothing is left behind it.
fn trim_zeros(text: &mut String) {
    let kept = text.trim_end_matches('0').trim_end_matches('.').len();
    text.truncate(kept);
}

/// Raised digits and signs.
pub(super) fn superscript(text: &str) -> String {
    text.chars().map(|char| raised(char).unwrap_or(char)).collect()
}

/// The raised form of a digit or a sign.
pub(super) fn raised(char: char) -> Option<char> {
    let at = "0123456789−".chars().position(|plain| plain == char)?;
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".chars().nth(at)
}
