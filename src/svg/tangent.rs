//! The tangent of a curve.

use super::PathData;
use crate::plot::{CurvePoint, Window};

/// A piece of the tangent at a point, so many pixels to both sides; nothing where there is no slope.
///
/// ```
/// use chainrule::{plot::{CurvePoint, Range, Window}, svg::tangent};
/// let window = Window { x: Range::new(0.0, 1.0), y: Range::new(0.0, 1.0), width: 100.0, height: 100.0 };
/// let point = |slope| CurvePoint { x: 0.5, y: 0.5, slope };
/// assert_eq!(tangent(&window, &point(0.75), 50.0), "M10 80L90 20");
/// assert_eq!(tangent(&window, &point(f64::NAN), 50.0), "");
/// ```
pub fn tangent(window: &Window, point: &CurvePoint, half: f64) -> String {
    let mut path = PathData::default();
    let steep = window.steepness(point.slope);
    if steep.is_finite() && point.y.is_finite() {
        let (x, y) = (window.px(point.x), window.py(point.y));
        let long = half / 1f64.hypot(steep);
        path.start(x - long, y + long * steep);
        path.line(x + long, y - long * steep);
    }
    path.into_text()
}
