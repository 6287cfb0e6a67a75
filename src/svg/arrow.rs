//! Gradients on a map.

use super::PathData;
use crate::plot::Window;

/// Shorter arrows than this, in pixels, are not drawn.
const SHORTEST: f64 = 2.0;

/// Most of an arrow that its head may take.
const MOST_HEAD: f64 = 0.6;

/// An arrow along a gradient, as a path; empty where the gradient is 0 or none.
///
/// It points in the direction of the gradient in the units of the axes; a step of descent goes in the
/// opposite direction.
///
/// ```
/// use chainrule::{plot::{Range, Window}, svg::arrow};
/// let window = Window { x: Range::new(0.0, 1.0), y: Range::new(0.0, 1.0), width: 100.0, height: 100.0 };
/// assert_eq!(arrow([50.0, 50.0], [0.0, 9.99], &window, 60.0, 10.0), "M50 50L50 20M45 30L50 20L55 30");
/// assert_eq!(arrow([50.0, 50.0], [0.0, 0.0], &window, 60.0, 10.0), "");
/// ```
pub fn arrow([x, y]: [f64; 2], [a, b]: [f64; 2], window: &Window, longest: f64, head: f64) -> String {
    let (right, down) = (a * window.width / window.x.len(), -b * window.height / window.y.len());
    let length = right.hypot(down);
    let shown = longest * reach(a.hypot(b));
    let mut path = PathData::default();
    if !length.is_finite() || length == 0.0 || shown < SHORTEST {
        return path.into_text();
    }
    let (right, down) = (right / length, down / length);
    let head = head.min(MOST_HEAD * shown);
    let (tip_x, tip_y) = (x + right * shown, y + down * shown);
    let side = |turn: f64| (tip_x - head * (right - 0.5 * turn * down), tip_y - head * (down + 0.5 * turn * right));
    let (left, right) = (side(1.0), side(-1.0));
    path.start(x, y);
    path.line(tip_x, tip_y);
    path.start(left.0, left.1);
    path.line(tip_x, tip_y);
    path.line(right.0, right.1);
    path.into_text()
}

/// The gradient at many places, `each` of them along a side: pairs of a place and its gradient.
pub fn field(arrows: &[([f64; 2], [f64; 2])], each: usize, window: &Window) -> String {
    let longest = 0.95 * window.width.min(window.height) / each as f64;
    let paths = arrows.iter().map(|&(at, gradient)| {
        let place = [window.px(at[0]), window.py(at[1])];
        arrow(place, gradient, window, longest, 4.0)
    });
    paths.collect()
}

/// How long an arrow is drawn for a gradient of this size, from 0 to 1: by the logarithm, as
/// gradients differ by powers of ten within one picture.
fn reach(size: f64) -> f64 {
    let decades = (1.0 + 100.0 * size).log10();
    decades / (decades + 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn larger_gradients_have_longer_arrows() {
        assert!(reach(0.0) == 0.0 && reach(1.0) < reach(10.0) && reach(1e9) < 1.0);
    }
}
