//! The paths along which a change of a node reaches the output.

use std::cmp::Ordering;

use crate::autodiff::Trace;
use crate::graph::{EdgeId, Graph, NodeId};

/// Most paths that are listed.
pub const MOST_PATHS: usize = 5;

/// The paths from a node to the output.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths {
    /// How many there are: exact up to 2⁵³, then the leading digits of it, infinite beyond 10³⁰⁸.
    pub count: f64,
    /// Those with the largest products, the largest first; NaN counts as larger than any number.
    pub strongest: Vec<Path>,
}

/// One path.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its edges, from the output down to the node.
    pub edges: Vec<EdgeId>,
    /// The product of the local derivatives along it: what it adds to the node's gradient.
    pub product: f64,
}

/// One of the strongest paths down to a node, as a linked list: its last edge, and the index of the
/// link at the node above.
#[derive(Clone, Copy)]
struct Link {
    product: f64,
    edge: EdgeId,
    before: usize,
}

/// Counts the paths from a node to the output and finds the strongest. Both come down from the
/// output node by node, so that 2⁶⁴ paths take no longer than the edges they share.
///
/// ```
/// use chainrule::{autodiff::{Tape, Trace}, explain::paths, graph, syntax::parse};
/// let graph = graph::build(&parse("a = x*x; b = a*a; b*b").unwrap(), Default::default()).unwrap();
/// let mut trace = Trace::new(Tape::new(&graph).into());
/// trace.run(&[2.0]);
/// let paths = paths(&graph, &trace, graph.variables()[0].nodes[0]);
/// assert_eq!(paths.count, 8.0);
/// assert_eq!(paths.strongest[0].product, 16.0 * 4.0 * 2.0);
/// ```
pub fn paths(graph: &Graph, trace: &Trace, node: NodeId) -> Paths {
    let lowest = node.index();
    // By node, counted from the lowest: whether it lies on a path at all.
    let mut above = vec![false; graph.len() - lowest];
    above[0] = true;
    for id in graph.ids().skip(lowest + 1) {
        above[id.index() - lowest] =
            graph.args(id).iter().any(|arg| arg.index() >= lowest && above[arg.index() - lowest]);
    }
    let output = graph.output();
    if !above.get(output.index().wrapping_sub(lowest)).copied().unwrap_or(false) {
        return Paths::default();
    }
    let mut counts = vec![0.0; above.len()];
    let mut links: Vec<Vec<Link>> = vec![Vec::new(); above.len()];
    counts[output.index() - lowest] = 1.0;
    for id in graph.ids().rev().take_while(|id| id.index() > lowest).filter(|&id| above[id.index() - lowest]) {
        let here = id.index() - lowest;
        let products: Vec<f64> = match id == output {
            true => vec![1.0],
            false => links[here].iter().map(|link| link.product).collect(),
        };
        for edge in graph.edges_into(id) {
            let source = graph.source(edge).index();
            if source < lowest || !above[source - lowest] {
                continue;
            }
            counts[source - lowest] += counts[here];
            for (before, product) in products.iter().enumerate() {
                insert(&mut links[source - lowest], Link { product: along(trace, edge, *product), edge, before });
            }
        }
    }
    let strongest = match node == output {
        true => vec![Path { edges: Vec::new(), product: 1.0 }],
        false => links[0].iter().map(|&link| walk(graph, &links, lowest, link)).collect(),
    };
    Paths { count: counts[0], strongest }
}

/// A product multiplied along one more edge; 0 into a case that was not chosen.
fn along(trace: &Trace, edge: EdgeId, product: f64) -> f64 {
    match trace.flow(edge) {
        Some(flow) if flow.product == 0.0 && flow.upstream * flow.local != 0.0 => 0.0,
        Some(flow) => product * flow.local,
        None => 0.0,
    }
}

/// Keeps the largest few, in order; of equal ones the first stays first.
fn insert(links: &mut Vec<Link>, link: Link) {
    let place = links.partition_point(|other| compare(other.product, link.product) != Ordering::Less);
    if place < MOST_PATHS {
        links.truncate(MOST_PATHS - 1);
        links.insert(place, link);
    }
}

fn compare(a: f64, b: f64) -> Ordering {
    a.abs().total_cmp(&b.abs())
}

/// The path of a link, followed back up to the output.
fn walk(graph: &Graph, links: &[Vec<Link>], lowest: usize, last: Link) -> Path {
    let (mut edges, mut link) = (vec![last.edge], last);
    loop {
        let above = graph.target(link.edge);
        if above == graph.output() {
            break;
        }
        link = links[above.index() - lowest][link.before];
        edges.push(link.edge);
    }
    edges.reverse();
    Path { edges, product: last.product }
}
