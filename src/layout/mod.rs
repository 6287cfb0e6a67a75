//! `Graph → Layout`: where every box stands and how every edge bends.
//!
//! The output is at the top, arguments stand below what uses them, operands from left to right.
//! A structure in which everything is used once is drawn as a tidy tree ([`tidy`]); one with shared
//! nodes in layers ([`layered`]), which for a tree gives the same picture. Both are pure, the same
//! input gives the same picture, and neither recurses: a chain of 100,000 nodes is data, not stack.
//! Neither sees a value or a gradient, so that dragging a slider never moves a box.
//!
//! All lengths are CSS pixels; x grows to the right, y downwards, and the output's top centre is the
//! origin, so that an edit deep in the picture leaves its head where it was.

mod aside;
mod contour;
mod curve;
mod dag;
mod index;
mod labels;
mod layered;
mod route;
mod rows;
mod tidy;

pub use curve::{Cubic, Curve, Knot};
pub use dag::Dag;
pub use layered::layered;
pub use tidy::tidy;

use crate::graph::{EdgeId, Graph, NodeId};
use crate::order::sorted;
use index::Index;

/// Free height between two rows, in px: room for an edge and its label.
pub const ROW_GAP: f64 = 80.0;

/// Least free width between two boxes of a row, in px.
pub const COLUMN_GAP: f64 = 28.0;

/// The label of an edge for which room is sought, in px; it is centred on [`Curve::label`].
pub const LABEL: Size = Size { width: 64.0, height: 20.0 };

/// A point, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance to the right of the origin.
    pub x: f64,
    /// Distance below the origin.
    pub y: f64,
}

/// Extent of a box, in px: finite and not negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A rectangle, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left side.
    pub x: f64,
    /// Upper side.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Rect {
    /// Right side.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower side.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Middle of the upper side, where edges from users arrive.
    pub fn top_centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y }
    }

    /// Middle of the lower side, where edges to arguments start.
    pub fn bottom_centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.bottom() }
    }

    /// Whether the two share at least a point of their sides.
    pub fn touches(&self, other: &Rect) -> bool {
        self.x <= other.right() && other.x <= self.right() && self.y <= other.bottom() && other.y <= self.bottom()
    }

    /// The smallest rectangle around both.
    pub fn union(&self, other: &Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }
}

/// A picture: boxes, edges, and what is where.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The boxes, by [`NodeId`].
    pub boxes: Vec<Rect>,
    /// The edges, by [`EdgeId`].
    pub edges: Vec<Curve>,
    /// Smallest rectangle around all boxes and edges (labels of [`LABEL`] size may stand out of it
    /// by half their width).
    pub bounds: Rect,
    box_index: Index,
    edge_index: Index,
}

/// Lays out a graph whose boxes have these sizes, by [`NodeId`].
///
/// # Panics
///
/// When there are not as many sizes as nodes.
pub fn layout(graph: &Graph, sizes: &[Size]) -> Layout {
    layout_dag(&Dag::from(graph), sizes)
}

/// Lays out a structure: [`tidy`] when it is a tree, else [`layered`].
///
/// # Panics
///
/// When there are not as many sizes as nodes.
pub fn layout_dag(dag: &Dag, sizes: &[Size]) -> Layout {
    if dag.is_tree() { tidy(dag, sizes) } else { layered(dag, sizes) }
}

impl Layout {
    fn new(boxes: Vec<Rect>, edges: Vec<Curve>) -> Layout {
        let box_index = Index::new(boxes.iter().copied());
        let edge_index = Index::new(edges.iter().map(Curve::bounds));
        let bounds = match (box_index.bounds(), edge_index.bounds()) {
            (Some(a), Some(b)) => a.union(&b),
            (a, b) => a.or(b).unwrap_or_default(),
        };
        Layout { boxes, edges, bounds, box_index, edge_index }
    }

    /// The boxes that touch the view, and the edges whose bounding boxes ([`Curve::bounds`]) do;
    /// both with ascending ids.
    pub fn visible(&self, view: Rect) -> (Vec<NodeId>, Vec<EdgeId>) {
        let boxes = self.box_index.touching(&view, |i| self.boxes[i]);
        let edges = self.edge_index.touching(&view, |i| self.edges[i].bounds());
        (boxes.map(NodeId).collect(), edges.map(EdgeId).collect())
    }

    /// Moves the whole picture so that the nodes it shares with an earlier one stay where they were
    /// as nearly as they can: by the median, in x and in y, of what would move them back.
    ///
    /// `matches` are pairs of a node of the earlier picture and the same node of this one. Without
    /// any the picture stays.
    pub fn anchored(self, previous: &Layout, matches: &[(NodeId, NodeId)]) -> Layout {
        let offset = |along: fn(&Point) -> f64| {
            let top = |layout: &Layout, id: NodeId| along(&layout.boxes[id.index()].top_centre());
            median(matches.iter().map(|&(old, new)| top(previous, old) - top(&self, new)).collect())
        };
        let (dx, dy) = (offset(|p| p.x), offset(|p| p.y));
        self.translated(dx, dy)
    }

    fn translated(mut self, dx: f64, dy: f64) -> Layout {
        for b in &mut self.boxes {
            b.x += dx;
            b.y += dy;
        }
        for edge in &mut self.edges {
            edge.translate(dx, dy);
        }
        Layout::new(self.boxes, self.edges)
    }
}

/// The lower median, 0 of nothing.
fn median(values: Vec<f64>) -> f64 {
    let values = sorted(values, f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchoring_keeps_what_stayed() {
        let size = Size { width: 60.0, height: 40.0 };
        let old = layout_dag(&Dag::new([vec![], vec![], vec![0, 1]], 2), &[size; 3]);
        let new = layout_dag(&Dag::new([vec![], vec![], vec![0, 1], vec![], vec![2, 3]], 4), &[size; 5]);
        let matches: Vec<_> = (0..3).map(|i| (NodeId(i), NodeId(i))).collect();
        let anchored = new.anchored(&old, &matches);
        for i in 0..3 {
            assert!((anchored.boxes[i].x - old.boxes[i].x).abs() < 1e-9);
            assert!((anchored.boxes[i].y - old.boxes[i].y).abs() < 1e-9);
        }
        for (new, old) in anchored.edges[0].knots().iter().zip(old.edges[0].knots()) {
            assert!((new.x - old.x).abs() < 1e-9 && (new.y - old.y).abs() < 1e-9);
        }
        assert!(anchored.bounds.y < 0.0);
    }

    #[test]
    fn median_is_the_lower_middle() {
        assert_eq!(median(vec![]), 0.0);
        assert_eq!(median(vec![3.0, 1.0]), 1.0);
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
    }
}
