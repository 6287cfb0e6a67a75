//! The lines of a map.

use std::fmt::Write;

/// Lines are written in whole tenths of a pixel: that is shorter and quicker than with a point, and
/// the element around them is scaled.
const TENTHS: f64 = 10.0;

/// Adds a line through points in pixels to a path in tenths of a pixel.
///
/// ```
/// let mut path = String::new();
/// chainrule::svg::contour(&mut path, [[1.0, 2.0], [1.5, 1.0], [0.0, 0.0]].into_iter(), true);
/// assert_eq!(path, "M10 20l5 -10 -15 -10 z");
/// ```
pub fn contour(path: &mut String, points: impl Iterator<Item = [f64; 2]>, closed: bool) {
    let mut last = None;
    for point in points {
        let [x, y] = point.map(|at| (at * TENTHS).round() as i32);
        // Writing to a String cannot fail.
        let _ = match last {
            None => write!(path, "M{x} {y}l"),
            Some((a, b)) => write!(path, "{} {} ", x - a, y - b),
        };
        last = Some((x, y));
    }
    if closed {
        path.push('z');
    }
}
