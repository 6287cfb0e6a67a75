//! The graph with an extra vertex for every layer that a long edge passes.

use std::ops::Range;

use super::super::Dag;
use super::super::rows::ASIDE;
use crate::sort::sorted;

/// Vertices for long edges are made while there are fewer than this many per node, and [`SPARE`].
const PER_NODE: usize = 4;
const SPARE: usize = 10_000;

/// Vertices with neighbours in the layers next to theirs only: first the nodes with their own
/// numbers, then those of the routes of long edges. A route leads down to one node through the layers
/// above it, from the one below its highest user; all long edges to the node join it.
pub(super) struct Net {
    /// Number of nodes of the graph.
    pub(super) nodes: usize,
    depths: Vec<u32>,
    route_first: Vec<u32>,
    down: Lists<u32>,
    up: Lists<Use>,
}

/// A use of a vertex from the layer above.
#[derive(Clone, Copy, Default)]
pub(super) struct Use {
    pub(super) vertex: u32,
    /// Which argument it is.
    pub(super) slot: u32,
}

/// Several lists, stored one after the other.
struct Lists<T> {
    first: Vec<u32>,
    items: Vec<T>,
}

impl<T> Lists<T> {
    fn of(&self, index: usize) -> &[T] {
        &self.items[self.first[index] as usize..self.first[index + 1] as usize]
    }
}

impl Net {
    pub(super) fn new(dag: &Dag, node_depths: &[u32]) -> Net {
        let mut depths = node_depths.to_vec();
        let route_first = routes(dag, &mut depths);
        let no_lists = || Lists { first: vec![0], items: Vec::new() };
        let mut net = Net {
            nodes: dag.node_count(),
            depths,
            route_first,
            down: no_lists(),
            up: Lists { first: vec![], items: vec![] },
        };
        net.connect(dag);
        net
    }

    /// Number of vertices.
    pub(super) fn len(&self) -> usize {
        self.depths.len()
    }

    /// The layer of a vertex, from the top; [`ASIDE`] of isolated nodes.
    pub(super) fn layer(&self, vertex: usize) -> u32 {
        self.depths[vertex]
    }

    /// The vertices of the route to a node, downwards.
    pub(super) fn route(&self, node: u32) -> Range<usize> {
        let at = |i: usize| self.nodes + self.route_first[i] as usize;
        at(node as usize)..at(node as usize + 1)
    }

    /// What a vertex leads down to in the next layer, operands from left to right.
    pub(super) fn down(&self, vertex: u32) -> &[u32] {
        self.down.of(vertex as usize)
    }

    /// Where a vertex is used in the layer above.
    pub(super) fn up(&self, vertex: u32) -> &[Use] {
        self.up.of(vertex as usize)
    }

    /// Whether more than one edge arrives at a vertex.
    pub(super) fn is_shared(&self, vertex: u32) -> bool {
        self.up(vertex).len() > 1
    }

    fn connect(&mut self, dag: &Dag) {
        let mut slots = Vec::with_capacity(dag.edge_count());
        for node in 0..self.nodes as u32 {
            for (slot, &arg) in dag.args(node).iter().enumerate() {
                let steps = (self.depths[arg as usize] - self.depths[node as usize] - 1) as usize;
                let route = self.route(arg);
                if steps == 0 || !route.is_empty() {
                    self.down.items.push(if steps == 0 { arg } else { (route.end - steps) as u32 });
                    slots.push(slot as u32);
                }
            }
            self.down.first.push(self.down.items.len() as u32);
        }
        for node in 0..self.nodes as u32 {
            let route = self.route(node);
            for vertex in route.clone() {
                self.down.items.push(if vertex + 1 < route.end { vertex as u32 + 1 } else { node });
                slots.push(0);
                self.down.first.push(self.down.items.len() as u32);
            }
        }
        self.up = self.reversed(&slots);
    }

    fn reversed(&self, slots: &[u32]) -> Lists<Use> {
        let mut first = vec![0u32; self.len() + 1];
        for &vertex in &self.down.items {
            first[vertex as usize + 1] += 1;
        }
        for i in 1..first.len() {
            first[i] += first[i - 1];
        }
        let mut next = first.clone();
        let mut items = vec![Use::default(); self.down.items.len()];
        for vertex in 0..self.len() {
            for edge in self.down.first[vertex]..self.down.first[vertex + 1] {
                let at = &mut next[self.down.items[edge as usize] as usize];
                items[*at as usize] = Use { vertex: vertex as u32, slot: slots[edge as usize] };
                *at += 1;
            }
        }
        Lists { first, items }
    }
}

/// First vertex of the route to each node, counted from the nodes on, and how many there are. Adds the
/// layers of the vertices to `depths`. If there are too many, the short routes are kept.
fn routes(dag: &Dag, depths: &mut Vec<u32>) -> Vec<u32> {
    let nodes = dag.node_count();
    let mut lengths = vec![0u32; nodes];
    for node in 0..nodes as u32 {
        for &arg in dag.args(node) {
            let passed = depths[arg as usize] - depths[node as usize] - 1;
            lengths[arg as usize] = lengths[arg as usize].max(passed);
        }
    }
    let budget = (PER_NODE * nodes + SPARE) as u64;
    if lengths.iter().map(|&length| u64::from(length)).sum::<u64>() > budget {
        let long = (0..nodes).filter(|&node| lengths[node] > 0).collect();
        let by_length = sorted(long, |&a: &usize, &b| lengths[a].cmp(&lengths[b]));
        let mut sum = 0;
        for node in by_length {
            sum += u64::from(lengths[node]);
            if sum > budget {
                lengths[node] = 0;
            }
        }
    }
    let mut first = Vec::with_capacity(nodes + 1);
    first.push(0);
    for node in 0..nodes {
        debug_assert!(lengths[node] == 0 || depths[node] != ASIDE);
        depths.extend(depths[node] - lengths[node]..depths[node]);
        first.push((depths.len() - nodes) as u32);
    }
    first
}

#[cfg(test)]
mod tests {
    use super::super::super::rows;
    use super::*;

    #[test]
    fn long_edges_to_a_node_share_their_way() {
        // x, then a chain of four that each use it; the last is the output.
        let dag = Dag::new([vec![], vec![0], vec![1, 0], vec![2, 0], vec![3, 0]], 4);
        let net = Net::new(&dag, &rows::depths(&dag));
        assert_eq!(net.route(0), 5..8);
        assert_eq!([5, 6, 7].map(|v| net.layer(v)), [1, 2, 3]);
        assert_eq!(net.down(4), [3, 5]);
        assert_eq!(net.down(3), [2, 6]);
        assert_eq!(net.down(7), [0]);
        assert_eq!(net.up(7).iter().map(|u| (u.vertex, u.slot)).collect::<Vec<_>>(), [(2, 1), (6, 0)]);
        assert!(net.is_shared(0) && !net.is_shared(5));
    }
}
