//! The routes of long edges through the layers: as few straight lines as keep clear of the boxes.

use super::super::route::{Pass, Routes};
use super::super::rows::Rows;
use super::super::{COLUMN_GAP, Knot, ROW_GAP, Size};
use super::net::Net;
use super::order::Layers;
use std::ops::Range;

/// Least distance of a route from boxes, in px.
const BESIDE_BOX: f64 = COLUMN_GAP / 2.0;

/// Least distance of two routes within a row, in px.
const BESIDE_ROUTE: f64 = COLUMN_GAP / 4.0;

/// The routes to all nodes.
pub(super) fn routes(net: &Net, layers: &Layers, centres: &[f64], sizes: &[Size], rows: &Rows) -> Routes {
    let corridors = corridors(net, layers, centres, sizes);
    let fit = Fitting { net, centres, corridors, rows };
    let mut routes =
        Routes { first: Vec::with_capacity(net.nodes + 1), passes: Vec::with_capacity(net.len() - net.nodes) };
    routes.first.push(0);
    for node in 0..net.nodes {
        let route = net.route(node as u32);
        let mut start = route.start;
        while start < route.end {
            let (end, slope) = fit.line(start, &route, node);
            let middle = fit.row(start).1;
            for vertex in start..end {
                let (top, _, bottom) = fit.row(vertex);
                let knot = |y: f64| Knot { x: centres[start] + slope * (y - middle), y, slope };
                routes.passes.push(Pass {
                    enter: knot(top),
                    leave: knot(bottom),
                    line_end: (end - 1 - net.nodes) as u32,
                });
            }
            start = end;
        }
        routes.first.push(routes.passes.len() as u32);
    }
    routes
}

/// How far to the left and right each vertex of a route may be passed; counted from the nodes on.
fn corridors(net: &Net, layers: &Layers, centres: &[f64], sizes: &[Size]) -> Vec<(f64, f64)> {
    let mut corridors = vec![(f64::NEG_INFINITY, f64::INFINITY); net.len() - net.nodes];
    for index in 0..layers.count() {
        for pair in layers.layer(index).windows(2) {
            let [left, right] = [pair[0] as usize, pair[1] as usize];
            let middle = (centres[left] + centres[right]) / 2.0;
            if left >= net.nodes {
                let box_side = sizes.get(right).map(|size| centres[right] - size.width / 2.0 - BESIDE_BOX);
                corridors[left - net.nodes].1 = box_side.unwrap_or(middle - BESIDE_ROUTE / 2.0);
            }
            if right >= net.nodes {
                let box_side = sizes.get(left).map(|size| centres[left] + size.width / 2.0 + BESIDE_BOX);
                corridors[right - net.nodes].0 = box_side.unwrap_or(middle + BESIDE_ROUTE / 2.0);
            }
        }
    }
    corridors
}

struct Fitting<'a> {
    net: &'a Net,
    centres: &'a [f64],
    corridors: Vec<(f64, f64)>,
    rows: &'a Rows,
}

impl Fitting<'_> {
    /// The longest line from a vertex that stays in the corridors of all vertices on its route: where
    /// it ends, and its slope. (J. O'Rourke: An on-line algorithm for fitting straight lines between
    /// data ranges, CACM 24, 1981, with the start held.)
    fn line(&self, start: usize, route: &Range<usize>, node: usize) -> (usize, f64) {
        let (x, (_, y, _)) = (self.centres[start], self.row(start));
        let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
        let mut end = start;
        while end < route.end {
            let (left, right) = self.corridors[end - self.net.nodes];
            let (top, _, bottom) = self.row(end);
            let (mut new_low, mut new_high) = (low, high);
            for dy in [top - y, bottom - y] {
                if dy > 0.0 {
                    (new_low, new_high) = (new_low.max((left - x) / dy), new_high.min((right - x) / dy));
                } else if dy < 0.0 {
                    (new_low, new_high) = (new_low.max((right - x) / dy), new_high.min((left - x) / dy));
                }
            }
            if new_low > new_high {
                break;
            }
            (low, high, end) = (new_low, new_high, end + 1);
        }
        (end, self.wish(start, end, route, node).clamp(low, high))
    }

    /// The wanted slope of a line: towards its last vertex, or straight down when that is nearly the
    /// same. A line of a single vertex leans only where its route continues in one direction.
    fn wish(&self, start: usize, end: usize, route: &Range<usize>, node: usize) -> f64 {
        let (x, (top, y, _)) = (self.centres[start], self.row(start));
        if end > start + 1 {
            let dx = self.centres[end - 1] - x;
            return if dx.abs() < BESIDE_BOX { 0.0 } else { dx / (self.row(end - 1).1 - y) };
        }
        let above = if start > route.start { self.centres[start - 1] } else { x };
        let below = if end < route.end { self.centres[end] } else { self.centres[node] };
        let twice = if (x - above) * (below - x) > 0.0 { below - above } else { 0.0 };
        twice / 2.0 / (2.0 * (y - top) + ROW_GAP)
    }

    /// Upper side, middle and lower side of the row of a vertex.
    fn row(&self, vertex: usize) -> (f64, f64, f64) {
        let (top, bottom) = self.rows.sides[self.net.layer(vertex) as usize];
        (top, (top + bottom) / 2.0, bottom)
    }
}
