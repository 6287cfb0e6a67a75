//! Heights: rows with aligned upper sides.

use super::{Dag, ROW_GAP, Rect, Size};

/// The row of a node that is placed at the side.
pub(super) const ASIDE: u32 = u32::MAX;

/// Upper and lower side of each row; a row is as high as its highest box.
pub(super) struct Rows {
    pub(super) sides: Vec<(f64, f64)>,
}

impl Rows {
    /// The rows of nodes with these depths.
    pub(super) fn new(depths: &[u32], sizes: &[Size]) -> Rows {
        let mut sides: Vec<(f64, f64)> = Vec::new();
        for (&depth, size) in depths.iter().zip(sizes) {
            if depth != ASIDE {
                if sides.len() <= depth as usize {
                    sides.resize(depth as usize + 1, (0.0, 0.0));
                }
                let height = &mut sides[depth as usize].1;
                *height = height.max(size.height);
            }
        }
        let mut top = 0.0;
        for side in &mut sides {
            *side = (top, top + side.1);
            top = side.1 + ROW_GAP;
        }
        Rows { sides }
    }

    /// Boxes whose centres are given; those at the side are left at the origin.
    pub(super) fn boxes(&self, depths: &[u32], centres: &[f64], sizes: &[Size]) -> Vec<Rect> {
        let place = |((&depth, &centre), size): ((&u32, &f64), &Size)| {
            let (x, y) = match depth {
                ASIDE => (0.0, 0.0),
                _ => (centre - size.width / 2.0, self.sides[depth as usize].0),
            };
            Rect { x, y, width: size.width, height: size.height }
        };
        depths.iter().zip(centres).zip(sizes).map(place).collect()
    }
}

/// Row of each node: the length of the longest path from the output (or from another node that
/// nothing uses), so that every argument is below all its users and no lower than necessary.
pub(super) fn depths(dag: &Dag) -> Vec<u32> {
    let mut depths: Vec<u32> =
        (0..dag.node_count() as u32).map(|n| if dag.is_isolated(n) { ASIDE } else { 0 }).collect();
    for node in (0..dag.node_count() as u32).rev() {
        let below = depths[node as usize].wrapping_add(1);
        for &arg in dag.args(node) {
            depths[arg as usize] = depths[arg as usize].max(below);
        }
    }
    depths
}
