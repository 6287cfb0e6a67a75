//! The picture of a graph in layers.
//!
//! K. Sugiyama, S. Tagawa, M. Toda: Methods for visual understanding of hierarchical system
//! structures (IEEE TSMC 11, 1981), in its usual steps: layers by longest path, vertices for long
//! edges in the layers between ([`net`]), few crossings ([`order`]), places ([`place`]); then long edges
//! run as straight as they can ([`routes`]).

mod net;
mod order;
mod place;
mod routes;

use super::rows::{self, Rows};
use super::{Dag, Layout, Size, route};
use net::Net;

/// Draws a graph in layers.
///
/// Every argument is lower than all its users, in the row below the lowest of them. All edges from
/// higher users join one route that leads down to the argument without touching a box.
/// Operands stand from left to right where that costs no more than a crossing; a node that is
/// shared stands in the middle beneath its users. A tree is drawn as [`super::tidy`] draws it.
/// Nodes other than the output which nothing uses are in the first row too, or, when they have no
/// arguments, at the right side.
///
/// Time and space are linear in nodes and edges: in huge graphs, long routes beyond a budget are left
/// out, and their edges run straight.
///
/// # Panics
///
/// When there are not as many sizes as nodes.
pub fn layered(dag: &Dag, sizes: &[Size]) -> Layout {
    assert_eq!(dag.node_count(), sizes.len());
    let depths = rows::depths(dag);
    let net = Net::new(dag, &depths);
    let layers = order::order(&net);
    let centres = place::centres(&net, &layers, sizes, dag.output());
    let rows = Rows::new(&depths, sizes);
    let boxes = rows.boxes(&depths, &centres, sizes);
    route::finish(dag, boxes, &depths, &rows, routes::routes(&net, &layers, &centres, sizes, &rows))
}
