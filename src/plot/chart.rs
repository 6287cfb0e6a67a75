use super::{Range, ticks};

/// Values over the steps of one or more runs, as lines in a box from 0 to 1 in both directions, with
/// the origin at its lower left.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// One line per run, interrupted where a value cannot be drawn.
    pub lines: Vec<Vec<Vec<[f64; 2]>>>,
    /// Places along the lower edge, with the step that each stands for.
    pub steps: Vec<(f64, f64)>,
    /// Places along the left edge, with the value that each stands for.
    pub values: Vec<(f64, f64)>,
    /// Whether the scale is logarithmic: only if asked for, and if no value is negative.
    pub log: bool,
}

/// Most points of a line. More points would be closer than pixels, so of each group of neighbours only
/// the highest and the lowest are drawn.
const MOST_POINTS: usize = 300;

impl Chart {
    /// Draws the values over the steps of all runs; none before the first step.
    ///
    /// ```
    /// use chainrule::plot::Chart;
    /// let chart = Chart::of(&[vec![(0, 100.0), (1, 10.0), (2, 1.0)]], true).unwrap();
    /// assert_eq!(chart.lines[0][0][1], [0.5, 0.5]);
    /// assert_eq!(chart.values.iter().map(|&(_, value)| value).collect::<Vec<_>>(), [1.0, 10.0, 100.0]);
    /// assert_eq!(chart.steps.last(), Some(&(1.0, 2.0)));
    /// ```
    pub fn of(runs: &[Vec<(usize, f64)>], log: bool) -> Option<Chart> {
        let all = || runs.iter().flatten().filter(|(_, value)| value.is_finite());
        let last = runs.iter().flatten().map(|&(step, _)| step).max().filter(|&last| last > 0)? as f64;
        let log = log && all().all(|&(_, value)| value >= 0.0) && all().any(|&(_, value)| value > 0.0);
        let height = |value: f64| if log { value.log10() } else { value };
        let heights = || all().map(|&(_, value)| height(value)).filter(|height| height.is_finite());
        let (low, high) = (heights().fold(f64::INFINITY, f64::min), heights().fold(f64::NEG_INFINITY, f64::max));
        // A flat line lies in the middle.
        let room = if high > low { 0.05 * (high - low) } else { high.abs().max(1e-3) };
        // The range must have a length that is a double.
        let range = Range::new((low - room).max(f64::MIN / 4.0), (high + room).min(f64::MAX / 4.0));
        let lines = runs.iter().map(|points| {
            let mut pieces = vec![Vec::new()];
            for (step, value) in thinned(points) {
                let y = range.part(height(value));
                match pieces.last_mut() {
                    Some(piece) if y.is_finite() => piece.push([step as f64 / last, y]),
                    Some(piece) if !piece.is_empty() => pieces.push(Vec::new()),
                    _ => {}
                }
            }
            pieces
        });
        let value = |height: f64| if log { 10f64.powf(height) } else { height };
        // On a logarithmic scale a tick is a whole power of ten, if there is a double for it.
        let shown = |&height: &f64| !log || height.fract() == 0.0 && value(height).is_normal();
        let values = ticks(range, 4).values.into_iter().filter(shown).map(|height| (range.part(height), value(height)));
        let whole = |step: &f64| step.fract() == 0.0;
        let steps = ticks(Range::new(0.0, last), 4).values.into_iter().filter(whole);
        Some(Chart {
            lines: lines.collect(),
            steps: steps.map(|step| (step / last, step)).collect(),
            values: values.collect(),
            log,
        })
    }
}

/// The highest and the lowest of each group of consecutive points, in their order.
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
