use super::{Curve, CurvePoint};

/// Pixels between a point and its label.
const GAP: f64 = 13.0;
/// Pixels from a label to what would touch it.
const CLEAR: f64 = 3.0;

/// Where a label of this width and height goes beside a point of a curve: its left and upper edge in
/// pixels, inside of the window and, where there is room, on neither the curve nor the tangent.
pub fn beside(curve: &Curve, point: &CurvePoint, (width, height): (f64, f64)) -> (f64, f64) {
    let window = &curve.window;
    let (x, y) = (window.px(point.x), window.py(point.y).clamp(0.0, window.height));
    let steep = if point.slope.is_finite() { window.steepness(point.slope) } else { 0.0 };
    let (left, right, above, below) = (x - GAP - width, x + GAP, y - GAP / 2.0 - height, y + GAP / 2.0);
    let (beside, over, middle) = (y - height / 2.0, y - GAP - height, x - width / 2.0);
    let rising = [(right, below), (left, above), (right, beside), (left, beside)];
    let falling = [(right, above), (left, below), (right, beside), (left, beside)];
    let sides = if steep >= 0.0 { [rising, falling] } else { [falling, rising] };
    let upright = [(middle, over), (middle, y + GAP)];
    // In the opening of a corner there is room only farther away.
    let far = [3.0, 6.0, 9.0].map(|gaps| [(middle, y - gaps * GAP - height), (middle, y + gaps * GAP)]);
    let places = sides[0].into_iter().chain(upright).chain(sides[1]).chain(far.into_iter().flatten());
    let inside = |(left, top): (f64, f64)| {
        (left.clamp(0.0, (window.width - width).max(0.0)), top.clamp(0.0, (window.height - height).max(0.0)))
    };
    // How much of the label is crossed, and how far it had to be moved back into the window.
    let cost = |(left, top): (f64, f64)| {
        let kept = inside((left, top));
        let crossed = |line: &dyn Fn(f64) -> Option<f64>| {
            let beyond = |px: f64| {
                line(px).map(|at| if at < kept.1 - CLEAR { -1 } else { i32::from(at > kept.1 + height + CLEAR) })
            };
            let sides: Vec<_> =
                (0..=8).map(|i| beyond(kept.0 - CLEAR + (width + 2.0 * CLEAR) * f64::from(i) / 8.0)).collect();
            let within = sides.iter().filter(|side| **side == Some(0)).count();
            let through = sides.windows(2).filter(|pair| matches!(pair, [Some(a), Some(b)] if a * b < 0)).count();
            (within + 3 * through) as f64
        };
        let curve = crossed(&|px| Some(window.py(curve.y_at(window.x_at(px))?)));
        let tangent = crossed(&|px| Some(y - steep * (px - x)));
        let covers =
            f64::from(u8::from((kept.0..kept.0 + width).contains(&x) && (kept.1..kept.1 + height).contains(&y)));
        (left - kept.0).abs() + (top - kept.1).abs() + 4.0 * curve + 4.0 * tangent + 100.0 * covers
    };
    let mut best = (f64::INFINITY, (0.0, 0.0));
    for place in places {
        let cost = cost(place);
        if cost < best.0 {
            best = (cost, inside(place));
        }
    }
    best.1
}
