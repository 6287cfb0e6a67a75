//! The finished picture.

use super::index::Index;
use super::{Point, Rect, Spline};
use crate::graph::{EdgeId, NodeId};
use crate::sort::sorted;

/// A picture: boxes and edges, with an index of what is in view.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The boxes, by [`NodeId`].
    pub boxes: Vec<Rect>,
    /// The edges, by [`EdgeId`].
    pub edges: Vec<Spline>,
    /// Smallest rectangle around all boxes and edges (labels of [`LABEL`](super::LABEL) size may extend
    /// beyond it by half their width).
    pub bounds: Rect,
    box_index: Index,
    edge_index: Index,
}

impl Layout {
    pub(super) fn new(boxes: Vec<Rect>, edges: Vec<Spline>) -> Layout {
        let box_index = Index::new(boxes.iter().copied());
        let edge_index = Index::new(edges.iter().map(Spline::bounds));
        let bounds = match (box_index.bounds(), edge_index.bounds()) {
            (Some(a), Some(b)) => a.union(&b),
            (a, b) => a.or(b).unwrap_or_default(),
        };
        Layout { boxes, edges, bounds, box_index, edge_index }
    }

    /// The boxes that touch the view, and the edges whose bounding boxes ([`Spline::bounds`]) do;
    /// both with ascending ids.
    pub fn visible(&self, view: Rect) -> (Vec<NodeId>, Vec<EdgeId>) {
        let boxes = self.box_index.touching(&view, |i| self.boxes[i]);
        let edges = self.edge_index.touching(&view, |i| self.edges[i].bounds());
        (boxes.map(NodeId).collect(), edges.map(EdgeId).collect())
    }

    /// Moves the whole picture so that the nodes it shares with an earlier one stay about where they
    /// were: by the median, in x and in y, of the distances that would move them back.
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

/// The lower median; 0 for no values.
fn median(values: Vec<f64>) -> f64 {
    let values = sorted(values, f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Dag, Size, layout_dag};

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
