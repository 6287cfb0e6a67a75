use std::rc::Rc;

use crate::autodiff::{Tape, Trace};
use crate::graph::{Options, build};
use crate::syntax::parse;

/// A finite number typed into a box: digits, or any expression of numbers, also in another notation whose
/// reading is clear.
///
/// ```
/// use chainrule::app::parse_number;
/// assert_eq!(parse_number(" −2.5 "), Some(-2.5));
/// assert_eq!(parse_number("pi/2"), Some(std::f64::consts::FRAC_PI_2));
/// assert_eq!(parse_number("1,5"), Some(1.5));
/// assert_eq!(parse_number("10%"), Some(0.1));
/// assert_eq!(parse_number("x"), None);
/// ```
pub fn parse_number(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.len() > 1000 {
        return None;
    }
    let plain = text.replace('−', "-");
    let value = match plain.parse() {
        Ok(value) => value,
        Err(_) => evaluate(text)?,
    };
    f64::is_finite(value).then_some(value)
}

fn evaluate(text: &str) -> Option<f64> {
    // A box has no place for an offer, so the offer is taken.
    let program = match parse(text) {
        Ok(program) => program,
        Err(error) => parse(&error.offer.filter(|offer| offer.values.is_empty())?.accepted(text)?).ok()?,
    };
    if !program.variables.is_empty() {
        return None;
    }
    let graph = build(&program, Options::default()).ok()?;
    let mut trace = Trace::new(Rc::new(Tape::new(&graph)));
    trace.run(&[]);
    Some(trace.output())
}
