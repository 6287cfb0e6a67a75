use super::Window;
use super::range::automatic;
use crate::layout::write_numbers;

/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Where.
    pub x: f64,
    /// The function's value there.
    pub y: f64,
    /// Its derivative there.
    pub slope: f64,
}

/// A place where a curve is not smooth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub x: f64,
    /// What is there.
    pub kind: MarkKind,
}

/// Ways not to be smooth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkKind {
    /// The slope jumps, the value does not.
    Kink {
        /// The value.
        y: f64,
    },
    /// The value jumps.
    Jump {
        /// The value just left of it.
        left: f64,
        /// The value just right of it.
        right: f64,
        /// The value at the place itself; NaN where there is none.
        at: f64,
    },
    /// The value grows beyond every bound on one side at least.
    Pole,
    /// A single place without a value, where the two sides meet.
    Hole {
        /// The value that would fill it.
        y: f64,
    },
}

/// A function drawn over a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What is shown of it.
    pub window: Window,
    /// Runs of points from left to right; the points of a run may be joined. Values are finite.
    pub pieces: Vec<Vec<Point>>,
    /// Places where it is not smooth, from left to right.
    pub marks: Vec<Mark>,
    /// At how many points the function was evaluated.
    pub evaluations: usize,
}

impl Curve {
    /// The data of an SVG path, in pixels; nothing of it is far outside of the window.
    pub fn path(&self) -> String {
        let window = &self.window;
        // Doubles end; long before that nobody sees where a line comes from.
        let px = |point: &Point| (window.px(point.x), window.py(point.y).clamp(-1e9, 1e9));
        let (above, below) = (-window.height, 2.0 * window.height);
        let mut path = String::with_capacity(12 * self.pieces.iter().map(Vec::len).sum::<usize>());
        for piece in &self.pieces {
            let mut pen = None;
            if let [only] = piece[..]
                && window.y.contains(only.y)
            {
                // A point of its own: the round end of a line without length.
                line(&mut path, &mut pen, px(&only), px(&only));
            }
            for pair in piece.windows(2) {
                let (a, b) = (px(&pair[0]), px(&pair[1]));
                // The part of the line between the two bounds.
                let at = |y: f64| ((y - a.1) / (b.1 - a.1)).clamp(0.0, 1.0);
                let cut = |t: f64| (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1));
                let inside = |y: f64| (above..=below).contains(&y);
                let (from, to) = match (inside(a.1), inside(b.1)) {
                    (true, true) => (a, b),
                    _ if a.1.max(b.1) < above || a.1.min(b.1) > below => continue,
                    (true, false) => (a, cut(if b.1 < above { at(above) } else { at(below) })),
                    (false, true) => (cut(if a.1 < above { at(above) } else { at(below) }), b),
                    (false, false) if a.1 < b.1 => (cut(at(above)), cut(at(below))),
                    (false, false) => (cut(at(below)), cut(at(above))),
                };
                line(&mut path, &mut pen, from, to);
            }
        }
        path
    }

    /// The height of what is drawn at a place; none where nothing is.
    pub fn y_at(&self, x: f64) -> Option<f64> {
        let piece = &self.pieces[self.pieces.partition_point(|piece| piece.last().is_some_and(|last| last.x < x))..];
        let piece = piece.first().filter(|piece| piece[0].x <= x)?;
        let right = piece.partition_point(|point| point.x < x);
        let (b, a) = (piece[right], piece[right.saturating_sub(1)]);
        if b.x == a.x { Some(b.y) } else { Some(a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)) }
    }

    /// The special place that a number stands for, if it is one.
    pub fn mark_at(&self, x: f64) -> Option<&Mark> {
        self.marks.iter().find(|mark| (mark.x - x).abs() <= 1e-9 * self.window.x.len())
    }

    /// The curve of its slopes, torn at kinks too, in a picture of this height.
    ///
    /// It has no slopes of its own and is as fine as this one.
    pub fn slopes(&self, height: f64) -> Curve {
        let mut pieces: Vec<Vec<Point>> = Vec::new();
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
                let bent = Point { x: point.x, y: point.slope, slope: f64::NAN };
                match pieces.last_mut() {
                    Some(run) if !torn && run.last().is_some_and(|before| before.x >= piece[0].x) => run.push(bent),
                    _ => pieces.push(vec![bent]),
                }
            }
        }
        // Where points are dense they count once: a steep place is not most of the curve.
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
    pub fn extremes(&self) -> Option<(Point, Point)> {
        let first = *self.pieces.first()?.first()?;
        let turns =
            self.pieces.iter().flat_map(|piece| piece.windows(2)).filter(|pair| pair[0].slope * pair[1].slope < 0.0);
        let tops = turns.map(|pair| {
            let (a, b) = (pair[0], pair[1]);
            let by = (b.x - a.x) * a.slope / (a.slope - b.slope);
            Point { x: a.x + by, y: a.y + a.slope * by / 2.0, slope: 0.0 }
        });
        let points = self.pieces.iter().flatten().copied().chain(tops);
        Some(points.fold((first, first), |(low, high), point| {
            (if point.y < low.y { point } else { low }, if point.y > high.y { point } else { high })
        }))
    }
}

/// Steps shorter than this, in pixels, are left out.
const UNSEEN: f64 = 0.3;

/// Draws on, with a new start if the pen is elsewhere.
fn line(path: &mut String, pen: &mut Option<(f64, f64)>, from: (f64, f64), to: (f64, f64)) {
    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs().max((a.1 - b.1).abs()) < UNSEEN;
    match *pen {
        Some(pen) if near(pen, from) => {
            if near(pen, to) {
                return;
            }
        }
        _ => {
            path.push('M');
            write_numbers(path, &[from.0, from.1]);
        }
    }
    path.push('L');
    write_numbers(path, &[to.0, to.1]);
    *pen = Some(to);
}
