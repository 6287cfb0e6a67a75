use super::{CurvePoint, Range};

/// How far a chord may be from the curve, in pixels.
const TOLERANCE: f64 = 0.2;

/// How two neighbouring points are connected.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Connection {
    /// A straight line joins them.
    Join,
    /// Nothing joins them.
    Break,
    /// The stretch between them must be split; the number is the error of a straight line, in pixels.
    Split(f64),
}

/// Decides by values and slopes whether a line may be drawn.
pub(super) struct Judge {
    /// Pixels per unit.
    pub per_x: f64,
    pub per_y: f64,
    /// What is shown.
    pub y: Range,
    /// The shortest stretch worth splitting.
    pub finest: f64,
    /// Stretches up to this length count as one place of the picture.
    pub short: f64,
}

impl Judge {
    /// If a curve were a parabola or a cubic between the points, it would be at most
    /// h/4 · max |slope − chord's slope| away from its chord.
    pub fn connection(&self, a: &CurvePoint, b: &CurvePoint) -> Connection {
        let h = b.x - a.x;
        let last = h <= self.finest;
        if !(a.y.is_finite() && b.y.is_finite()) {
            let edge = a.y.is_finite() || b.y.is_finite();
            return if edge && !last { Connection::Split(f64::INFINITY) } else { Connection::Break };
        }
        let chord = (b.y - a.y) / h;
        let [left, right] = [a.slope, b.slope].map(|slope| if slope.is_finite() { slope } else { chord });
        let off = (left - chord).abs().max((right - chord).abs());
        let bow = off * h / 4.0 * self.per_y;
        // On a steep stretch the nearest point of the line is beside, not above. Only where the slopes
        // agree with the line is it a stretch: a jump is steep too.
        let agrees = off <= 0.75 * chord.abs();
        if bow <= TOLERANCE || (agrees && bow <= TOLERANCE * 1f64.hypot(chord * self.per_y / self.per_x)) {
            return Connection::Join;
        }
        let far = self.y.len();
        let above = |y: f64| y > self.y.max + far;
        let below = |y: f64| y < self.y.min - far;
        // Beside a pole the slopes of such a short stretch carry no information.
        let third = if h <= self.short { 0.0 } else { h / 3.0 };
        let controls = [a.y, a.y + left * third, b.y - right * third, b.y];
        let hidden = controls.iter().all(|&y| above(y)) || controls.iter().all(|&y| below(y));
        if hidden && left * chord >= 0.0 && right * chord >= 0.0 {
            return Connection::Join;
        }
        if last {
            let near = (b.y - a.y).abs().max(left.abs().min(right.abs()) * h) * self.per_y <= 1.0;
            return if near { Connection::Join } else { Connection::Break };
        }
        if h <= self.short && (above(a.y) || below(a.y)) && (above(b.y) || below(b.y)) && self.is_torn(a, b) {
            return Connection::Break;
        }
        Connection::Split(bow)
    }

    /// Whether both sides run away from each other, as at a pole.
    pub fn is_torn(&self, a: &CurvePoint, b: &CurvePoint) -> bool {
        let up = (b.y - a.y).signum();
        let crosses = a.slope * up < 0.0 && b.slope * up < 0.0;
        let towers = a.y.signum() == b.y.signum() && a.slope * a.y > 0.0 && b.slope * b.y < 0.0;
        crosses || towers
    }

    /// Whether a point of the two is in the picture or not far from it.
    pub fn shows(&self, a: &CurvePoint, b: &CurvePoint) -> bool {
        let near = self.y.scaled(3.0, 0.5);
        near.contains(a.y) || near.contains(b.y)
    }

    /// Direction of the curve on the screen, in radians upwards.
    pub fn angle(&self, point: &CurvePoint) -> f64 {
        (point.slope * self.per_y / self.per_x).atan()
    }
}
