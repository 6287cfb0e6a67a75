//! The curve of a function.

use super::PathData;
use crate::plot::{Curve, CurvePoint};

/// Steps shorter than this, in pixels, are left out.
const UNSEEN: f64 = 0.3;

/// Farthest coordinate that is computed with, in pixels; it keeps the arithmetic finite.
const HIGHEST: f64 = 1e9;

/// The path of a curve; no part of it is far outside of the window.
///
/// ```
/// use chainrule::plot::{Frame, Range, sample};
/// let frame = Frame { x: Range::new(0.0, 1.0), y: None, width: 40.0, height: 20.0, most: 100 };
/// let line = sample(&frame, &mut |xs, values, slopes| {
///     values.copy_from_slice(xs);
///     slopes.fill(1.0);
/// });
/// let path = chainrule::svg::curve(&line);
/// assert!(path.starts_with("M0 ") && path.contains("L40 "), "{path}");
/// ```
pub fn curve(curve: &Curve) -> String {
    let window = &curve.window;
    let px = |point: &CurvePoint| (window.px(point.x), window.py(point.y).clamp(-HIGHEST, HIGHEST));
    let (above, below) = (-window.height, 2.0 * window.height);
    let mut path = PathData::with_capacity(12 * curve.pieces.iter().map(Vec::len).sum::<usize>());
    for piece in &curve.pieces {
        let mut pen = None;
        if let [only] = piece[..]
            && window.y.contains(only.y)
        {
            // A single point is drawn as a line without length, which has round ends.
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
    path.into_text()
}

/// Draws on, with a new start if the pen is elsewhere.
fn line(path: &mut PathData, pen: &mut Option<(f64, f64)>, from: (f64, f64), to: (f64, f64)) {
    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs().max((a.1 - b.1).abs()) < UNSEEN;
    match *pen {
        Some(pen) if near(pen, from) => {
            if near(pen, to) {
                return;
            }
        }
        _ => path.start(from.0, from.1),
    }
    path.line(to.0, to.1);
    *pen = Some(to);
}
