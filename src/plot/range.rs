use super::{CurvePoint, Range};
use crate::sort::sorted;

/// A picture shows the whole curve if it is at most this many times as high as most of the curve.
const TALLEST: f64 = 3.0;
/// A hill or valley is shown if it is at most this many times as high as most of the curve.
const HIGHEST_HILL: f64 = 1000.0;

/// A range of y that shows what matters: everything where that is not much higher than the middle
/// nine tenths, else those and a margin, so that a pole does not press all else flat.
///
/// `even` are the values at evenly spread places, `hills` the values of local extremes, which are
/// shown in any case.
pub(super) fn automatic(even: &[f64], hills: &[f64]) -> Range {
    let values = sorted(even.iter().copied().filter(|value| value.is_finite()).collect(), f64::total_cmp);
    let Some(last) = values.len().checked_sub(1) else { return Range::new(-1.0, 1.0) };
    let most = Range::new(values[last / 20], values[last - last / 20]);
    let mut range = Range::new(values[0], values[last]);
    if range.len() > TALLEST * most.len() && !most.is_empty() {
        range = Range::new(most.min - 0.25 * most.len(), most.max + 0.25 * most.len());
    }
    let bound = HIGHEST_HILL * range.len();
    for &hill in hills {
        if hill > range.min - bound && hill < range.max + bound {
            range = range.with(hill);
        }
    }
    padded(range)
}

/// Values that differ by less make a flat curve: nothing shorter can be divided into pixels.
const LEAST_HEIGHT: f64 = 1e-290;

/// A margin, so that extremes do not touch the edge; a flat curve gets room above and below.
fn padded(range: Range) -> Range {
    let size = range.min.abs().max(range.max.abs());
    let margin =
        if range.len() > (1e-12 * size).max(LEAST_HEIGHT) { 0.07 * range.len() } else { (0.5 * size).max(1.0) };
    let range = Range::new((range.min - margin).max(f64::MIN / 8.0), (range.max + margin).min(f64::MAX / 8.0));
    if range.is_empty() { Range::new(-1.0, 1.0) } else { range }
}

/// The values of points where the slope changes its sign.
pub(super) fn hills(pieces: &[Vec<CurvePoint>]) -> Vec<f64> {
    let turns =
        |pair: &&[CurvePoint]| pair[0].slope * pair[1].slope <= 0.0 && (pair[0].slope != 0.0 || pair[1].slope != 0.0);
    pieces.iter().flat_map(|piece| piece.windows(2)).filter(turns).flat_map(|pair| [pair[0].y, pair[1].y]).collect()
}
