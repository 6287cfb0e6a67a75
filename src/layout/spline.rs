//! Edges as cubic splines.

use super::{Point, Rect};

/// A point that a curve runs through, and its direction there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knot {
    /// To the right of the origin, in px.
    pub x: f64,
    /// Below the origin, in px.
    pub y: f64,
    /// How far the curve goes to the right per px downwards; 0 is straight down.
    pub slope: f64,
}

impl Knot {
    /// A knot that the curve passes straight downwards.
    pub(super) fn vertical(point: Point) -> Knot {
        Knot { x: point.x, y: point.y, slope: 0.0 }
    }
}

/// One cubic Bézier segment, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cubic {
    /// Where it starts.
    pub from: Point,
    /// Control point of the start: the curve leaves towards it.
    pub control1: Point,
    /// Control point of the end: the curve arrives from it.
    pub control2: Point,
    /// Where it ends.
    pub to: Point,
}

impl Cubic {
    /// The segment between two knots. Its control points are at half height, so that it only goes down.
    pub(super) fn between(from: Knot, to: Knot) -> Cubic {
        let half = (to.y - from.y) / 2.0;
        let y = from.y + half;
        Cubic {
            from: Point { x: from.x, y: from.y },
            control1: Point { x: from.x + from.slope * half, y },
            control2: Point { x: to.x - to.slope * half, y },
            to: Point { x: to.x, y: to.y },
        }
    }

    /// The point at `t`, from 0 at the start to 1 at the end.
    pub fn at(&self, t: f64) -> Point {
        let s = 1.0 - t;
        let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
        Point {
            x: a * self.from.x + b * self.control1.x + c * self.control2.x + d * self.to.x,
            y: a * self.from.y + b * self.control1.y + c * self.control2.y + d * self.to.y,
        }
    }

    /// The two halves, by de Casteljau's construction.
    pub fn halves(&self) -> (Cubic, Cubic) {
        let middle = |a: Point, b: Point| Point { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 };
        let (a, b, c) =
            (middle(self.from, self.control1), middle(self.control1, self.control2), middle(self.control2, self.to));
        let (ab, bc) = (middle(a, b), middle(b, c));
        let at = middle(ab, bc);
        (
            Cubic { from: self.from, control1: a, control2: ab, to: at },
            Cubic { from: at, control1: bc, control2: c, to: self.to },
        )
    }

    /// The rectangle around its control points, which holds the curve.
    pub fn bounds(&self) -> Rect {
        let points = [self.from, self.control1, self.control2, self.to];
        let extent = |of: fn(&Point) -> f64| {
            points.iter().map(of).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
        };
        let ((left, right), (top, bottom)) = (extent(|p| p.x), extent(|p| p.y));
        Rect { x: left, y: top, width: right - left, height: bottom - top }
    }
}

/// An edge as a spline: from the bottom centre of the user to the top centre of its argument.
///
/// Long edges to one argument share the last part of their route.
#[derive(Clone, Debug, PartialEq)]
pub struct Spline {
    knots: Vec<Knot>,
    /// Where the edge's label is centred: a point on the curve between the user's row and the next.
    pub label: Point,
}

impl Spline {
    pub(crate) fn new(knots: Vec<Knot>, label: Point) -> Spline {
        debug_assert!(knots.len() >= 2);
        Spline { knots, label }
    }

    /// The points it runs through, from the user down to the argument; at least two.
    pub fn knots(&self) -> &[Knot] {
        &self.knots
    }

    /// Its cubic segments, from the user down to the argument.
    pub fn segments(&self) -> impl ExactSizeIterator<Item = Cubic> + '_ {
        self.knots.windows(2).map(|pair| Cubic::between(pair[0], pair[1]))
    }

    /// A rectangle around it: that of its segments' control points.
    pub fn bounds(&self) -> Rect {
        let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
        for Cubic { from, control1, control2, to } in self.segments() {
            left = left.min(from.x).min(control1.x).min(control2.x).min(to.x);
            right = right.max(from.x).max(control1.x).max(control2.x).max(to.x);
        }
        let (top, bottom) = (self.knots[0].y, self.knots[self.knots.len() - 1].y);
        Rect { x: left, y: top, width: right - left, height: bottom - top }
    }

    pub(super) fn translate(&mut self, dx: f64, dy: f64) {
        for knot in &mut self.knots {
            knot.x += dx;
            knot.y += dy;
        }
        self.label.x += dx;
        self.label.y += dy;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(points: &[(f64, f64)]) -> Spline {
        let knots = points.iter().map(|&(x, y)| Knot { x, y, slope: 0.0 }).collect();
        Spline::new(knots, Point::default())
    }

    #[test]
    fn bounds_hold_the_controls() {
        let knots = vec![Knot { x: 0.0, y: 0.0, slope: -1.0 }, Knot { x: 10.0, y: 20.0, slope: 0.0 }];
        let bounds = Spline::new(knots, Point::default()).bounds();
        assert_eq!(bounds, Rect { x: -10.0, y: 0.0, width: 20.0, height: 20.0 });
    }

    #[test]
    fn segments_end_where_the_next_starts() {
        let curve = curve(&[(0.0, 0.0), (10.0, 20.0), (0.0, 40.0)]);
        let segments: Vec<_> = curve.segments().collect();
        assert_eq!(segments[0].to, segments[1].from);
        assert_eq!(segments[0].at(1.0), segments[1].at(0.0));
        assert_eq!(segments[0].at(0.5), Point { x: 5.0, y: 10.0 });
    }
}
