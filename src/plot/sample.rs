use super::judge::{Connection, Judge};
use super::range::{automatic, hills};
use super::ticks::roundest;
use super::{Curve, CurvePoint, Mark, MarkKind, Range, Window, ticks};
use crate::sort::sorted;

/// Pixels from one point to the next before anything is known.
const COARSE: f64 = 2.6;
/// Stretches shorter than this fraction of the width are not halved.
const FINEST: f64 = 1e-12;
/// A pole is recognized in a stretch of this fraction of the width.
const SHORT: f64 = 1e-7;
/// A bend of at least this many radians may be a kink.
const BEND: f64 = 0.05;
/// A bend is a kink if at least this fraction of it remains in one half of the stretch at every halving.
const KEPT: f64 = 0.7;

/// What is to be drawn, how large, and at what cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// From left to right.
    pub x: Range,
    /// From below to above; none to show what matters.
    pub y: Option<Range>,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// At about how many points the function may be evaluated; a smooth curve needs 200 or so.
    pub most: usize,
}

/// Receives points, and writes the value and the slope of each.
pub type Evaluate<'a> = &'a mut dyn FnMut(&[f64], &mut [f64], &mut [f64]);

/// Samples a function adaptively. `evaluate` gets points and writes value and slope of each.
///
/// Neighbouring points are joined only where values *and slopes* say that a straight line is less than
/// half a pixel from the curve; else their stretch is halved, all stretches of a round at once. What
/// stays torn when a stretch is shorter than anything that can be seen is a pole or a jump.
///
/// ```
/// use chainrule::plot::{Frame, MarkKind, Range, sample};
/// let frame = Frame { x: Range::new(-2.0, 2.0), y: None, width: 300.0, height: 200.0, most: 1000 };
/// let curve = sample(&frame, &mut |xs, values, slopes| {
///     for (i, &x) in xs.iter().enumerate() {
///         (values[i], slopes[i]) = (1.0 / x, -1.0 / (x * x));
///     }
/// });
/// assert_eq!(curve.pieces.len(), 2);
/// assert_eq!((curve.marks[0].x, curve.marks[0].kind), (0.0, MarkKind::Pole));
/// ```
pub fn sample(frame: &Frame, evaluate: Evaluate<'_>) -> Curve {
    let size = frame.x.min.abs().max(frame.x.max.abs());
    let window = Window { x: frame.x, y: Range::new(0.0, 1.0), width: frame.width, height: frame.height };
    let mut sampler = Sampler {
        evaluate,
        points: Vec::new(),
        evaluations: 0,
        judge: Judge {
            per_x: frame.width / frame.x.len(),
            per_y: 1.0,
            y: window.y,
            finest: (FINEST * frame.x.len()).max(4.0 * f64::EPSILON * size),
            short: SHORT * frame.x.len(),
        },
    };
    sampler.start(frame);
    let values: Vec<f64> = sampler.points.iter().map(|point| point.y).collect();
    let mut range = frame.y.unwrap_or_else(|| automatic(&values, &[]));
    // Refining finds hills. If the picture grows to show them, its new parts are refined again.
    let pieces = loop {
        sampler.judge.y = range;
        sampler.judge.per_y = frame.height / range.len();
        sampler.refine(frame.most);
        let pieces = sampler.pieces();
        if frame.y.is_some() {
            break pieces;
        }
        let hills = hills(&pieces.0);
        let taller = automatic(&values, &hills);
        let grown = taller.len() > 1.1 * range.len();
        range = taller;
        if !grown || sampler.evaluations >= frame.most {
            break pieces;
        }
    };
    let (mut pieces, mut marks) = pieces;
    sampler.find_kinks(&mut pieces, &mut marks, frame.most);
    sampler.value_jumps(&mut marks);
    let marks = sorted(marks, |a, b| a.x.total_cmp(&b.x));
    Curve { window: Window { y: range, ..window }, pieces, marks, evaluations: sampler.evaluations }
}

struct Sampler<'a> {
    evaluate: Evaluate<'a>,
    /// In order of x.
    points: Vec<CurvePoint>,
    evaluations: usize,
    judge: Judge,
}

impl Sampler<'_> {
    fn at(&mut self, xs: &[f64]) -> Vec<CurvePoint> {
        let mut values = vec![0.0; xs.len()];
        let mut slopes = values.clone();
        (self.evaluate)(xs, &mut values, &mut slopes);
        self.evaluations += xs.len();
        xs.iter().zip(values).zip(slopes).map(|((&x, y), slope)| CurvePoint { x, y, slope }).collect()
    }

    /// Points at uneven distances, so that no wave hides between them, and at round numbers, where
    /// functions have their special places.
    fn start(&mut self, frame: &Frame) {
        let count = ((frame.width / COARSE) as usize).min(frame.most / 3).max(8);
        let uneven =
            (1..count).map(|i| (i as f64 + 0.5 * ((i as f64 * 0.618_033_988_75).fract() - 0.5)) / count as f64);
        let mut xs: Vec<f64> = uneven.map(|part| frame.x.at(part)).collect();
        xs.extend(ticks(frame.x, count / 6).values);
        xs.extend([frame.x.min, frame.x.max]);
        xs.retain(|&x| frame.x.contains(x));
        let mut xs = sorted(xs, f64::total_cmp);
        xs.dedup();
        self.points = self.at(&xs);
    }

    /// Halves every open stretch, round by round; where the limit does not allow all, the worst ones.
    fn refine(&mut self, most: usize) {
        let judge = |judge: &Judge, a: CurvePoint, b: CurvePoint| match judge.connection(&a, &b) {
            Connection::Split(bow) => Some((a, b, bow)),
            _ => None,
        };
        let mut open: Vec<_> = self.points.windows(2).filter_map(|pair| judge(&self.judge, pair[0], pair[1])).collect();
        while !open.is_empty() {
            let left = most.saturating_sub(self.evaluations);
            let mut worst = 0.5;
            while open.len() > left && worst < 1e9 {
                open.retain(|&(.., bow)| bow > worst);
                worst *= 2.0;
            }
            open.truncate(left);
            let middles: Vec<f64> = open.iter().map(|(a, b, _)| a.x + (b.x - a.x) / 2.0).collect();
            let middles = self.at(&middles);
            let mut next = Vec::new();
            for (&(a, b, _), &middle) in open.iter().zip(&middles) {
                next.extend(judge(&self.judge, a, middle));
                next.extend(judge(&self.judge, middle, b));
            }
            self.points.extend(middles);
            open = next;
        }
        self.points = sorted(std::mem::take(&mut self.points), |a, b| a.x.total_cmp(&b.x));
    }

    /// Runs of points that may be joined, and the marks between the runs.
    fn pieces(&self) -> (Vec<Vec<CurvePoint>>, Vec<Mark>) {
        let (mut pieces, mut marks): (Vec<Vec<CurvePoint>>, Vec<Mark>) = Default::default();
        let mut last: Option<CurvePoint> = None;
        let mut gap = false;
        for &point in &self.points {
            if !point.y.is_finite() {
                gap = true;
                continue;
            }
            let joined = last.is_some_and(|last| {
                let mark = (point.x - last.x <= 8.0 * self.judge.finest.max(self.judge.short * f64::from(!gap)))
                    .then(|| self.mark(&last, &point, gap));
                match self.judge.connection(&last, &point) {
                    _ if gap => {}
                    Connection::Join => return true,
                    Connection::Break => {}
                    // The limit of evaluations was reached.
                    Connection::Split(_) => return !self.judge.is_torn(&last, &point),
                }
                marks.extend(mark);
                matches!(mark, Some(Mark { kind: MarkKind::Hole { .. }, .. }))
            });
            match pieces.last_mut() {
                Some(piece) if joined => piece.push(point),
                _ => pieces.push(vec![point]),
            }
            (last, gap) = (Some(point), false);
        }
        (pieces, marks)
    }

    /// What is between two points that are as good as one.
    fn mark(&self, a: &CurvePoint, b: &CurvePoint, gap: bool) -> Mark {
        let rise = a.slope.abs().max(b.slope.abs()) * (b.x - a.x);
        let jump = (b.y - a.y).abs();
        let small = |size: f64| size * self.judge.per_y <= 1.0;
        let kind = if gap && small(jump) && small(rise) {
            MarkKind::Hole { y: (a.y + b.y) / 2.0 }
        } else if rise > 0.01 * jump {
            MarkKind::Pole
        } else {
            MarkKind::Jump { left: a.y, right: b.y, at: f64::NAN }
        };
        Mark { x: roundest(a.x, b.x), kind }
    }

    /// Fills in the function's own value at jumps.
    fn value_jumps(&mut self, marks: &mut [Mark]) {
        let places: Vec<f64> = marks.iter().map(|mark| mark.x).collect();
        for (mark, point) in marks.iter_mut().zip(self.at(&places)) {
            if let MarkKind::Jump { at, .. } = &mut mark.kind {
                *at = point.y;
            }
        }
    }

    /// Looks closer at every bend: a smooth one spreads over both halves, a kink stays in one.
    fn find_kinks(&mut self, pieces: &mut [Vec<CurvePoint>], marks: &mut Vec<Mark>, most: usize) {
        let bend = |judge: &Judge, a: &CurvePoint, b: &CurvePoint| (judge.angle(a) - judge.angle(b)).abs();
        let mut open: Vec<(CurvePoint, CurvePoint, f64)> = pieces
            .iter()
            .flat_map(|piece| piece.windows(2))
            .map(|pair| (pair[0], pair[1], bend(&self.judge, &pair[0], &pair[1])))
            .filter(|&(a, b, bend)| bend > BEND && b.x - a.x > 8.0 * self.judge.finest && self.judge.shows(&a, &b))
            .collect();
        let most = self.evaluations + most;
        while !open.is_empty() && self.evaluations + open.len() <= most {
            let middles: Vec<f64> = open.iter().map(|(a, b, _)| a.x + (b.x - a.x) / 2.0).collect();
            let middles = self.at(&middles);
            let mut next = Vec::new();
            for (&(a, b, whole), middle) in open.iter().zip(middles) {
                let (first, second) = (bend(&self.judge, &a, &middle), bend(&self.judge, &middle, &b));
                if first.max(second) < KEPT * whole || !middle.y.is_finite() {
                    continue;
                }
                let (a, b) = if first > second { (a, middle) } else { (middle, b) };
                match b.x - a.x > self.judge.short {
                    true => next.push((a, b, whole)),
                    false => self.kink(a, b, pieces, marks),
                }
            }
            open = next;
        }
    }

    /// Sets a corner where the tangents of both sides meet.
    fn kink(&self, a: CurvePoint, b: CurvePoint, pieces: &mut [Vec<CurvePoint>], marks: &mut Vec<Mark>) {
        let meet = a.x + (b.y - a.y - b.slope * (b.x - a.x)) / (a.slope - b.slope);
        let slack = 8.0 * self.judge.finest;
        let x = match (a.x - slack..=b.x + slack).contains(&meet) {
            true => roundest(meet - slack, meet + slack),
            false => roundest(a.x, b.x),
        };
        // A round point may be the kink itself; then both of its sides lead here.
        if marks.iter().any(|mark| (mark.x - x).abs() <= 4.0 * self.judge.short) {
            return;
        }
        let y = if a.slope.is_finite() { a.y + a.slope * (x - a.x) } else { b.y };
        marks.push(Mark { x, kind: MarkKind::Kink { y } });
        let inside = |piece: &&mut Vec<CurvePoint>| {
            piece.first().is_some_and(|p| p.x < x) && piece.last().is_some_and(|p| p.x > x)
        };
        if let Some(piece) = pieces.iter_mut().find(inside) {
            let at = piece.partition_point(|point| point.x < x);
            if piece[at].x != x {
                piece.insert(at, CurvePoint { x, y, slope: (a.slope + b.slope) / 2.0 });
            }
        }
    }
}
