//! Places the labels of edges.

use super::{Cubic, Dag, Knot, LABEL, Point, ROW_GAP, Spline};
use std::collections::HashMap;

/// Least distance between labels, in px.
const GAP: f64 = 4.0;

/// Places on the segment below the user's row, the best first; all keep clear of both rows.
const PLACES: [f64; 9] = [0.5, 0.57, 0.64, 0.71, 0.43, 0.36, 0.29, 0.77, 0.82];

/// Beyond this number of edges, labels of different users may overlap.
const MOST_COMPARED: usize = 20_000;

/// An edge without its label.
pub(super) struct Draft {
    pub(super) knots: Vec<Knot>,
    /// The segment that holds the label: the first below the user's row.
    pub(super) gap: usize,
    /// The place of the label, if it is fixed.
    pub(super) label: Option<Point>,
}

/// Gives every edge its label.
///
/// The labels of one node's edges are at the same height: in the middle, or so far below it that they
/// do not overlap. In a tree this separates all labels; in a graph, labels that still overlap are moved
/// along their edges one by one.
pub(super) fn place(dag: &Dag, drafts: Vec<Draft>) -> Vec<Spline> {
    let compared = if dag.is_tree() || drafts.len() > MOST_COMPARED { None } else { Some(Taken::default()) };
    let mut wanted = Vec::with_capacity(drafts.len());
    for node in 0..dag.node_count() as u32 {
        let first = dag.first_edge(node);
        let siblings = &drafts[first..first + dag.args(node).len()];
        let place = apart(siblings);
        wanted.extend(siblings.iter().map(|draft| draft.label.unwrap_or_else(|| point(draft, place))));
    }
    if let Some(mut taken) = compared {
        // The labels that cannot move come first.
        for (draft, &label) in drafts.iter().zip(&wanted) {
            if draft.label.is_some() {
                taken.insert(label);
            }
        }
        for (draft, label) in drafts.iter().zip(&mut wanted) {
            if draft.label.is_none() {
                let places = PLACES.iter().map(|&place| point(draft, place));
                let free = [*label].into_iter().chain(places).find(|&place| taken.is_free(place));
                *label = free.unwrap_or(*label);
                taken.insert(*label);
            }
        }
    }
    drafts.into_iter().zip(wanted).map(|(draft, label)| Spline::new(draft.knots, label)).collect()
}

/// The first place at which neighbouring labels of these edges do not touch.
fn apart(siblings: &[Draft]) -> f64 {
    let free = |&place: &f64| {
        siblings.windows(2).all(|pair| {
            let (a, b) = (point(&pair[0], place), point(&pair[1], place));
            (a.x - b.x).abs() >= LABEL.width + GAP
        })
    };
    // Only downwards, because edges come closer together towards their user.
    PLACES[..4].iter().copied().find(free).unwrap_or(if siblings.len() == 2 { PLACES[3] } else { PLACES[0] })
}

/// A point between the user's row and the next.
fn point(draft: &Draft, place: f64) -> Point {
    let (from, to) = (draft.knots[draft.gap], draft.knots[draft.gap + 1]);
    // An edge through several rows has its label where a short edge has it. Near its start, its
    // height grows 3/2 times as fast as its parameter.
    let share = if to.y - from.y > 1.5 * ROW_GAP { ROW_GAP / 1.5 / (to.y - from.y) } else { 1.0 };
    Cubic::between(from, to).at(place * share)
}

/// The labels placed so far, in a grid with cells of a label's size.
#[derive(Default)]
struct Taken {
    cells: HashMap<(i64, i64), Vec<Point>>,
}

impl Taken {
    fn cell(point: Point) -> (i64, i64) {
        ((point.x / (LABEL.width + GAP)).floor() as i64, (point.y / (LABEL.height + GAP)).floor() as i64)
    }

    fn insert(&mut self, point: Point) {
        self.cells.entry(Taken::cell(point)).or_default().push(point);
    }

    fn is_free(&self, point: Point) -> bool {
        let (column, row) = Taken::cell(point);
        let touches = |other: &Point| {
            (other.x - point.x).abs() < LABEL.width + GAP && (other.y - point.y).abs() < LABEL.height + GAP
        };
        let near = (-1..=1).flat_map(|i| (-1..=1).map(move |j| (column + i, row + j)));
        !near.filter_map(|cell| self.cells.get(&cell)).flatten().any(touches)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_not_free() {
        let mut taken = Taken::default();
        taken.insert(Point { x: -1.0, y: -1.0 });
        assert!(!taken.is_free(Point { x: 60.0, y: 15.0 }));
        assert!(taken.is_free(Point { x: 70.0, y: 15.0 }));
        assert!(taken.is_free(Point { x: 60.0, y: 25.0 }));
    }
}
