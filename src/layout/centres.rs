//! Horizontal positions of the nodes of a tidy tree, in linear time.
//!
//! E. M. Reingold, J. S. Tilford: Tidier drawings of trees (IEEE TSE 7, 1981), with the even spread
//! of inner siblings of C. Buchheim, M. Jünger, S. Leipert: Improving Walker's algorithm to run in
//! linear time (GD 2002) and the varying widths of A. van der Ploeg: Drawing non-layered tidy trees
//! in linear time (Software: Practice and Experience 44, 2014). Rows are aligned, so that depth
//! stands for van der Ploeg's y.

use super::COLUMN_GAP;
use std::ops::Range;

const NONE: u32 = u32::MAX;

/// The next node down a contour, and how far to the right of this one it is.
#[derive(Clone, Copy)]
struct Thread {
    next: u32,
    dx: f64,
}

/// The end of a contour: its deepest node, and the node's position relative to the subtree's root.
#[derive(Clone, Copy)]
struct End {
    node: u32,
    x: f64,
}

#[derive(Clone, Copy)]
struct Subtree {
    /// Centre relative to the parent's; relative to the first sibling's until all are placed.
    x: f64,
    /// Rows below the root.
    height: u32,
    /// Nearest sibling to the left whose subtree is higher than this one's.
    higher: u32,
    left: Thread,
    right: Thread,
    left_end: End,
    right_end: End,
}

/// Centres of the nodes of an ordered tree whose nodes are numbered row by row, left to right, the
/// root 0 at x = 0. The children of node `i` are `first_child[i]..first_child[i + 1]`.
///
/// Boxes of a row keep [`COLUMN_GAP`] and their order; a parent is centred over its children;
/// subtrees stand as close as their outlines let them, and equal subtrees look equal.
pub(super) fn tidy_centres(first_child: &[u32], widths: &[f64]) -> Vec<f64> {
    let mut trees: Vec<Subtree> = Vec::with_capacity(widths.len());
    trees.extend((0..widths.len() as u32).map(|node| {
        let (thread, end) = (Thread { next: NONE, dx: 0.0 }, End { node, x: 0.0 });
        Subtree { x: 0.0, height: 0, higher: NONE, left: thread, right: thread, left_end: end, right_end: end }
    }));
    let mut spread = Spread::default();
    for node in (0..widths.len()).rev() {
        let children = first_child[node] as usize..first_child[node + 1] as usize;
        if !children.is_empty() {
            place_children(&mut trees, widths, node, children, &mut spread);
        }
    }
    let mut centres = vec![0.0; widths.len()];
    for node in 0..widths.len() {
        for child in first_child[node] as usize..first_child[node + 1] as usize {
            centres[child] = centres[node] + trees[child].x;
        }
    }
    centres
}

fn place_children(trees: &mut [Subtree], widths: &[f64], node: usize, children: Range<usize>, spread: &mut Spread) {
    let (first, last) = (children.start, children.end - 1);
    spread.reset(children.len());
    let (mut left_end, mut right_end, mut height) =
        (trees[first].left_end, trees[first].right_end, trees[first].height);
    for child in first + 1..=last {
        let (forest, subtree) = separate(trees, widths, first, child, spread);
        let x = trees[child].x;
        let shifted = |end: End| End { node: end.node, x: end.x + x };
        let (child_left_end, child_right_end) = (shifted(trees[child].left_end), shifted(trees[child].right_end));
        if trees[child].height > height {
            // The walk ended below the forest, so the forest's left contour continues in the child's.
            trees[left_end.node as usize].left = Thread { next: subtree.node, dx: subtree.x - left_end.x };
            (left_end, right_end, height) = (child_left_end, child_right_end, trees[child].height);
        } else if trees[child].height < height {
            let end = child_right_end;
            trees[end.node as usize].right = Thread { next: forest.node, dx: forest.x - end.x };
        } else {
            right_end = child_right_end;
        }
        let mut higher = child as u32 - 1;
        while higher != NONE && trees[higher as usize].height <= trees[child].height {
            higher = trees[higher as usize].higher;
        }
        trees[child].higher = higher;
    }
    spread.apply(&mut trees[first..=last]);
    let middle = (trees[first].x + trees[last].x) / 2.0;
    for child in children {
        trees[child].x -= middle;
    }
    let parent = Subtree {
        height: height + 1,
        left: Thread { next: first as u32, dx: trees[first].x },
        right: Thread { next: last as u32, dx: trees[last].x },
        left_end: End { node: left_end.node, x: left_end.x - middle },
        right_end: End { node: right_end.node, x: right_end.x - middle },
        ..trees[node]
    };
    trees[node] = parent;
}

/// Moves a child to the right of the siblings before it. Returns where the walk down the forest's
/// right contour and the child's left contour stopped: one row below the end of the shorter one.
fn separate(trees: &mut [Subtree], widths: &[f64], first: usize, child: usize, spread: &mut Spread) -> (End, End) {
    let distance = |l: u32, r: u32| (widths[l as usize] + widths[r as usize]) / 2.0 + COLUMN_GAP;
    let mut owner = child - 1;
    let mut forest = End { node: owner as u32, x: trees[owner].x };
    let mut subtree = End { node: child as u32, x: forest.x + distance(forest.node, child as u32) };
    let mut x = subtree.x;
    let mut depth = 0;
    loop {
        let (left, right) = (trees[forest.node as usize].right, trees[subtree.node as usize].left);
        forest = End { node: left.next, x: forest.x + left.dx };
        subtree = End { node: right.next, x: subtree.x + right.dx };
        if left.next == NONE || right.next == NONE {
            trees[child].x = x;
            return (forest, subtree);
        }
        depth += 1;
        let overlap = forest.x + distance(forest.node, subtree.node) - subtree.x;
        if overlap > 0.0 {
            while trees[owner].height < depth {
                owner = trees[owner].higher as usize;
            }
            x += overlap;
            subtree.x += overlap;
            spread.push(owner - first, child - first, overlap);
        }
    }
}

/// Shifts that are spread evenly over the siblings between two that touched (Buchheim's shift and
/// change).
#[derive(Default)]
struct Spread {
    /// By sibling: the change that begins at it, of the shift per sibling and of the shift itself.
    changes: Vec<(f64, f64)>,
    any: bool,
}

impl Spread {
    fn reset(&mut self, siblings: usize) {
        if siblings > 2 {
            self.changes.clear();
            self.changes.resize(siblings, (0.0, 0.0));
        }
        self.any = false;
    }

    fn push(&mut self, from: usize, to: usize, shift: f64) {
        if to - from > 1 {
            let slope = shift / (to - from) as f64;
            self.changes[from].0 += slope;
            self.changes[to].0 -= slope;
            self.changes[to].1 -= shift;
            self.any = true;
        }
    }

    fn apply(&self, siblings: &mut [Subtree]) {
        if !self.any {
            return;
        }
        let (mut slope, mut shift) = (0.0, 0.0);
        for (sibling, change) in siblings.iter_mut().zip(&self.changes) {
            shift += slope + change.1;
            slope += change.0;
            sibling.x += shift;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_stand_side_by_side_beneath_the_middle() {
        assert_eq!(tidy_centres(&[1, 3, 3, 3], &[100.0, 40.0, 60.0]), [0.0, -39.0, 39.0]);
    }

    #[test]
    fn a_shallow_subtree_slips_beneath_its_neighbour() {
        // The root's first child is wide and deep, its second a leaf; the leaf touches the first
        // child, not the first child's children.
        let x = tidy_centres(&[1, 3, 5, 5, 5, 5], &[50.0; 5]);
        assert_eq!(x, [0.0, -39.0, 39.0, -78.0, 0.0]);
    }

    #[test]
    fn inner_siblings_are_spread_evenly() {
        // Wide grandchildren push the third child away from the first; the second takes the middle.
        let x = tidy_centres(&[1, 4, 5, 5, 6, 6, 6], &[10.0, 10.0, 10.0, 10.0, 200.0, 200.0]);
        assert_eq!(x[3] - x[1], 228.0);
        assert_eq!(x[2], (x[1] + x[3]) / 2.0);
    }

    #[test]
    fn contours_go_on_below_a_shorter_sibling() {
        // Children: a chain of two, a leaf, a chain of two with wide ends: the ends must not overlap.
        let x = tidy_centres(&[1, 4, 5, 5, 6, 7, 8, 8, 8], &[10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 300.0, 300.0]);
        assert_eq!(x[7] - x[6], 328.0);
    }
}
