//! The chart: the value over the steps, as lines in a picture.

use super::Course;
use crate::plot::{Range, ticks};
use crate::typeset::number;

/// A chart in a box from 0 to 1 both ways, the origin at its lower left.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// One line a run, in pieces where a value cannot be drawn.
    pub lines: Vec<Vec<Vec<[f64; 2]>>>,
    /// Places along the lower edge, with labels.
    pub steps: Vec<(f64, String)>,
    /// Places along the left edge, with labels.
    pub values: Vec<(f64, String)>,
    /// Whether the scale is logarithmic: only if asked for, and if no value is negative.
    pub log: bool,
}

/// More points than this in a line would be closer than pixels; of every few the highest and the
/// lowest are drawn.
const MOST_POINTS: usize = 300;

/// Draws the value over the steps of all runs; none before the first step.
///
/// ```
/// use chainrule::app::{Action, State, descent::{Change, chart}, reduce};
/// let state = reduce(State::default(), Action::Descend(Change::Steps(10))).0;
/// let chart = chart(state.course().unwrap(), false).unwrap();
/// assert_eq!(chart.lines[0][0].len(), 11);
/// assert_eq!(chart.steps.last().unwrap().1, "10");
/// ```
pub fn chart(course: &Course, log: bool) -> Option<Chart> {
    let series: Vec<Vec<(usize, f64)>> =
        course.runs.iter().map(|run| run.trail().map(|(step, _, value)| (step, value)).collect()).collect();
    let all = || series.iter().flatten().filter(|(_, value)| value.is_finite());
    let last = series.iter().flatten().map(|&(step, _)| step).max().filter(|&last| last > 0)? as f64;
    let log = log && all().all(|&(_, value)| value >= 0.0) && all().any(|&(_, value)| value > 0.0);
    let height = |value: f64| if log { value.log10() } else { value };
    let heights = || all().map(|&(_, value)| height(value)).filter(|height| height.is_finite());
    let (low, high) = (heights().fold(f64::INFINITY, f64::min), heights().fold(f64::NEG_INFINITY, f64::max));
    // A flat line lies in the middle.
    let room = if high > low { 0.05 * (high - low) } else { high.abs().max(1e-3) };
    let range = Range::new(low - room, high + room);
    let up = |height: f64| (height - range.min) / range.len();
    let lines = series.iter().map(|points| {
        let mut pieces = vec![Vec::new()];
        for (step, value) in thinned(points) {
            let y = up(height(value));
            match pieces.last_mut() {
                Some(piece) if y.is_finite() => piece.push([step as f64 / last, y]),
                Some(piece) if !piece.is_empty() => pieces.push(Vec::new()),
                _ => {}
            }
        }
        pieces
    });
    let label = |value: f64| if log { number(10f64.powf(value)) } else { number(value) };
    let whole = |value: &f64| !log || value.fract() == 0.0;
    let values = ticks(range, 4).values.into_iter().filter(whole).map(|value| (up(value), label(value)));
    let whole = |step: &f64| step.fract() == 0.0;
    let steps = ticks(Range::new(0.0, last), 4).values.into_iter().filter(whole);
    Some(Chart {
        lines: lines.collect(),
        steps: steps.map(|step| (step / last, number(step))).collect(),
        values: values.collect(),
        log,
    })
}

/// Of every few points on end the highest and the lowest, in their order.
fn thinned(points: &[(usize, f64)]) -> Vec<(usize, f64)> {
    if points.len() <= MOST_POINTS {
        return points.to_vec();
    }
    let mut kept = Vec::with_capacity(MOST_POINTS);
    for few in points.chunks(2 * points.len().div_ceil(MOST_POINTS)) {
        let (mut low, mut high) = (0, 0);
        for (index, &(_, value)) in few.iter().enumerate() {
            low = if value < few[low].1 { index } else { low };
            high = if value > few[high].1 { index } else { high };
        }
        kept.push(few[low.min(high)]);
        kept.push(few[low.max(high)]);
    }
    kept
}
