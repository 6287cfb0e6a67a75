//! The picture of a tree.

use super::rows::{ASIDE, Rows};
use super::{Dag, Layout, Size, centres, route};

/// Draws a tree tidily: rows by depth with aligned upper sides, every node centred over its
/// arguments, subtrees as close as their outlines let them, in linear time and without recursion.
///
/// After Reingold and Tilford (1981), Buchheim et al. (2002) and van der Ploeg (2014). Isolated
/// nodes stand at the right side.
///
/// # Panics
///
/// When the structure is no tree ([`Dag::is_tree`]), or there are not as many sizes as nodes.
pub fn tidy(dag: &Dag, sizes: &[Size]) -> Layout {
    assert!(dag.is_tree(), "only a tree can be drawn tidily");
    assert_eq!(dag.node_count(), sizes.len());
    let mut depths = vec![ASIDE; sizes.len()];
    depths[dag.output() as usize] = 0;
    // Row by row, left to right: the arguments of consecutive nodes are consecutive.
    let mut order = Vec::with_capacity(sizes.len());
    let mut first_child = Vec::with_capacity(sizes.len() + 1);
    order.push(dag.output());
    first_child.push(1);
    let mut next = 0;
    while next < order.len() {
        let node = order[next];
        for &arg in dag.args(node) {
            depths[arg as usize] = depths[node as usize] + 1;
            order.push(arg);
        }
        first_child.push(order.len() as u32);
        next += 1;
    }
    let widths: Vec<f64> = order.iter().map(|&node| sizes[node as usize].width).collect();
    let mut centres = vec![0.0; sizes.len()];
    for (&node, x) in order.iter().zip(centres::tidy_centres(&first_child, &widths)) {
        centres[node as usize] = x;
    }
    let rows = Rows::new(&depths, sizes);
    route::finish(dag, rows.boxes(&depths, &centres, sizes), &depths, &rows, route::Routes::default())
}
