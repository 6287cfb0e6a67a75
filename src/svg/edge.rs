//! The edges of the tree.

use super::{PathData, Px};
use crate::layout::{Cubic, Rect, Spline};

/// Longest part of a spline that is drawn, as a multiple of the window.
const LONGEST: f64 = 3.0;

/// The path of an edge, whole.
///
/// ```
/// use chainrule::{layout::{Dag, Size, layout_dag}, svg::edge};
/// let dag = Dag::new([vec![], vec![0]], 1);
/// let layout = layout_dag(&dag, &[Size { width: 60.0, height: 40.0 }; 2]);
/// assert_eq!(edge(&layout.edges[0]), "M0 40V120");
/// ```
pub fn edge(spline: &Spline) -> String {
    let mut path = PathData::with_capacity(16 + 40 * spline.knots().len());
    if let Some(first) = spline.segments().next() {
        path.start(first.from.x, first.from.y);
    }
    for segment in spline.segments() {
        let Cubic { from, control1, control2, to } = segment;
        let straight = [control1.x, control2.x, to.x].iter().all(|&x| Px(x).tenths() == Px(from.x).tenths());
        if straight { path.vertical(to.y) } else { bend(&mut path, &segment) }
    }
    path.into_text()
}

/// The path of the part of an edge near a window: a curve that runs on for thousands of rows would
/// cost a browser more to paint than all else on the screen.
///
/// Curves of the window's own order of size are written whole.
pub fn edge_near(spline: &Spline, window: &Rect) -> String {
    let is_short = |b: &Rect| b.width <= LONGEST * window.width && b.height <= LONGEST * window.height;
    if is_short(&spline.bounds()) {
        return edge(spline);
    }
    let mut path = PathData::default();
    let mut end = None;
    for segment in spline.segments() {
        // Depth first: the lower half is pushed first, so that the parts come out from top to bottom.
        let mut pieces = vec![segment];
        while let Some(piece) = pieces.pop() {
            let bounds = piece.bounds();
            if !bounds.touches(window) {
                continue;
            }
            if !is_short(&bounds) {
                let (first, second) = piece.halves();
                pieces.extend([second, first]);
                continue;
            }
            if end != Some(piece.from) {
                path.start(piece.from.x, piece.from.y);
            }
            bend(&mut path, &piece);
            end = Some(piece.to);
        }
    }
    path.into_text()
}

fn bend(path: &mut PathData, segment: &Cubic) {
    path.cubic([segment.control1, segment.control2, segment.to].map(|point| (point.x, point.y)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Knot, Point};

    fn spline(points: &[(f64, f64)]) -> Spline {
        Spline::new(points.iter().map(|&(x, y)| Knot { x, y, slope: 0.0 }).collect(), Point::default())
    }

    #[test]
    fn paths_are_short() {
        assert_eq!(edge(&spline(&[(0.0, 0.0), (-10.26, 80.0)])), "M0 0C0 40 -10.3 40 -10.3 80");
        assert_eq!(edge(&spline(&[(5.0, 1.0), (5.0, 81.0), (7.5, 90.0)])), "M5 1V81C5 85.5 7.5 85.5 7.5 90");
        assert_eq!(edge(&spline(&[(-0.04, 0.0), (0.0, 10.0)])), "M0 0V10");
    }

    #[test]
    fn a_long_curve_is_cut_to_the_window() {
        let long = spline(&[(0.0, 0.0), (0.0, 1e7), (50.0, 1e7 + 80.0)]);
        let window = Rect { x: -10.0, y: 1000.0, width: 100.0, height: 100.0 };
        let path = edge_near(&long, &window);
        assert!(path.len() < 300 && path.starts_with("M0 "), "{path}");
        assert_eq!(edge_near(&spline(&[(0.0, 0.0), (5.0, 80.0)]), &window), "M0 0C0 40 5 40 5 80");
        assert_eq!(edge_near(&long, &Rect { x: 900.0, ..window }), "");
    }
}
