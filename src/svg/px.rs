//! How a number is written in a picture.

use std::fmt::{Display, Formatter, Result};

/// A length in pixels, written with at most one digit after the point: a tenth of a pixel is finer
/// than any screen.
///
/// ```
/// use chainrule::svg::Px;
/// let text = [2.0, -10.26, -0.04].map(|length| Px(length).to_string());
/// assert_eq!(text, ["2", "-10.3", "0"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Px(pub f64);

impl Px {
    /// The length in tenths of a pixel.
    pub(super) fn tenths(self) -> i64 {
        (self.0 * 10.0).round() as i64
    }
}

impl Display for Px {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let tenths = self.tenths();
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        match tenth {
            0 => write!(out, "{sign}{whole}"),
            _ => write!(out, "{sign}{whole}.{tenth}"),
        }
    }
}

/// What is farther away than this, in pixels, is drawn no farther away.
const FARTHEST: f64 = 1e5;

/// A length that browsers can draw: no longer than [`Px`] needs to be beyond every edge. NaN stays.
///
/// ```
/// use chainrule::svg::kept_near;
/// assert_eq!([3.0, -1e300].map(kept_near), [3.0, -1e5]);
/// ```
pub fn kept_near(length: f64) -> f64 {
    length.clamp(-FARTHEST, FARTHEST)
}

/// The value of a `transform` that moves something to a place.
///
/// ```
/// assert_eq!(chainrule::svg::translate(3.0, -0.55), "translate(3 -0.6)");
/// ```
pub fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", Px(x), Px(y))
}
