use super::range::automatic;
use super::{CurvePoint, Mark, Window};

/// A function drawn over a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What is shown of it.
    pub window: Window,
    /// Runs of points from left to right; the points of a run may be joined. Values are finite.
    pub pieces: Vec<Vec<CurvePoint>>,
    /// Places where it is not smooth, from left to right.
    pub marks: Vec<Mark>,
    /// At how many points the function was evaluated.
    pub evaluations: usize,
}

impl Curve {
    /// The value of the curve at a place; `None` where nothing is drawn.
    pub fn y_at(&self, x: f64) -> Option<f64> {
        let piece = &self.pieces[self.pieces.partition_point(|piece| piece.last().is_some_and(|last| last.x < x))..];
        let piece = piece.first().filter(|piece| piece[0].x <= x)?;
        let right = piece.partition_point(|point| point.x < x);
        let (b, a) = (piece[right], piece[right.saturating_sub(1)]);
        if b.x == a.x { Some(b.y) } else { Some(a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)) }
    }

    /// The mark at a place, if there is one.
    pub fn mark_at(&self, x: f64) -> Option<&Mark> {
        self.marks.iter().find(|mark| (mark.x - x).abs() <= 1e-9 * self.window.x.len())
    }

    /// The curve of its slopes, torn at kinks too, in a picture of this height.
    ///
    /// Its own slopes are NaN, and it is sampled at the same places as this curve.
    pub fn slopes(&self, height: f64) -> Curve {
        let mut pieces: Vec<Vec<CurvePoint>> = Vec::new();
        let kinks: Vec<f64> = self.marks.iter().map(|mark| mark.x).collect();
        let mut even = Vec::new();
        for piece in &self.pieces {
            let mut last = f64::INFINITY;
            for point in piece.iter().filter(|point| !kinks.contains(&point.x)) {
                // Between two points with a special place the run ends.
                let torn = kinks.iter().any(|&kink| last < kink && kink < point.x);
                last = if point.slope.is_finite() { point.x } else { f64::INFINITY };
                if last.is_infinite() {
                    continue;
                }
                let bent = CurvePoint { x: point.x, y: point.slope, slope: f64::NAN };
                match pieces.last_mut() {
                    Some(run) if !torn && run.last().is_some_and(|before| before.x >= piece[0].x) => run.push(bent),
                    _ => pieces.push(vec![bent]),
                }
            }
        }
        // Dense points count once, because steep places would otherwise dominate the range.
        let step = self.window.x.len() / 128.0;
        let mut next = f64::NEG_INFINITY;
        for point in pieces.iter().flatten().filter(|point| self.window.x.contains(point.x)) {
            if point.x >= next {
                even.push(point.y);
                next = point.x + step;
            }
        }
        let window = Window { y: automatic(&even, &[]), height, ..self.window };
        Curve { window, pieces, marks: Vec::new(), evaluations: 0 }
    }

    /// The lowest and the highest point; none without a point. Between two points a hill is taken
    /// for a parabola.
    pub fn extremes(&self) -> Option<(CurvePoint, CurvePoint)> {
        let first = *self.pieces.first()?.first()?;
        let turns =
            self.pieces.iter().flat_map(|piece| piece.windows(2)).filter(|pair| pair[0].slope * pair[1].slope < 0.0);
        let tops = turns.map(|pair| {
            let (a, b) = (pair[0], pair[1]);
            let by = (b.x - a.x) * a.slope / (a.slope - b.slope);
            CurvePoint { x: a.x + by, y: a.y + a.slope * by / 2.0, slope: 0.0 }
        });
        let points = self.pieces.iter().flatten().copied().chain(tops);
        Some(points.fold((first, first), |(low, high), point| {
            (if point.y < low.y { point } else { low }, if point.y > high.y { point } else { high })
        }))
    }
}
