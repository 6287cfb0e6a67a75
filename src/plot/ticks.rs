use super::Range;

/// Evenly spaced round numbers within a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// From one to the next: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// The numbers, rising.
    pub values: Vec<f64>,
}

/// The least distance between two ticks; nearer the end of the doubles, powers of ten are not exact.
const LEAST_STEP: f64 = 1e-300;

/// The largest distance between two ticks: the next round number is still a double.
const MOST_STEP: f64 = f64::MAX / 4.0;

/// About `count` round numbers within a range, as labels of an axis (after Heckbert, "Nice numbers for
/// graph labels", Graphics Gems, 1990, but never outside of the range). None, with a step of 0, where the
/// range is empty, infinite, or too short for numbers between its ends.
///
/// ```
/// use chainrule::plot::{Range, ticks};
/// assert_eq!(ticks(Range::new(-5.0, 5.0), 5).values, [-4.0, -2.0, 0.0, 2.0, 4.0]);
/// assert_eq!(ticks(Range::new(0.0, 0.3), 3).values, [0.0, 0.1, 0.2, 0.3]);
/// ```
pub fn ticks(range: Range, count: usize) -> Ticks {
    let count = count.max(1) as f64;
    // The length of a range may be infinite although its ends are not.
    let rough = range.max / count - range.min / count;
    if !(LEAST_STEP..=MOST_STEP).contains(&rough) {
        return Ticks { step: 0.0, values: Vec::new() };
    }
    let mut power = rough.log10().floor() as i32;
    let mut lead = match rough / 10f64.powi(power) {
        lead if lead < 1.5 => 1.0,
        lead if lead < 3.5 => 2.0,
        lead if lead < 7.5 => 5.0,
        _ => 10.0,
    };
    if lead == 10.0 {
        (lead, power) = (1.0, power.saturating_add(1));
    }
    let step = decimal(lead, power);
    // An end that is a multiple counts, whatever rounding makes of it.
    let first = (range.min / step - 1e-9).ceil();
    let last = (range.max / step + 1e-9).floor();
    let number = (last - first + 1.0).clamp(0.0, 4.0 * count) as usize;
    let mut values: Vec<f64> = (0..number).map(|i| decimal((first + i as f64) * lead, power)).collect();
    // Far from 0 a step may be shorter than the distance between two doubles.
    values.dedup();
    Ticks { step, values }
}

/// `digits` × 10^`power`, rounded once where it can be: dividing by a whole power of ten is exact where
/// multiplying by its inverse is not. Never −0.
fn decimal(digits: f64, power: i32) -> f64 {
    let value = if (-300..0).contains(&power) { digits / 10f64.powi(-power) } else { digits * 10f64.powi(power) };
    value + 0.0
}

/// The number with the fewest digits from `low` to `high`: what a person would call the place.
pub(super) fn roundest(low: f64, high: f64) -> f64 {
    if low <= 0.0 && high >= 0.0 {
        return 0.0;
    }
    let top = low.abs().max(high.abs()).log10().floor() as i32;
    let candidates = (top - 17..=top).rev().map(|power| decimal((low / decimal(1.0, power)).ceil(), power));
    candidates.into_iter().find(|&value| low <= value && value <= high).unwrap_or(low)
}
