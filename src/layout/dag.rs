//! The structure that is laid out: which node uses which, and nothing else.

use crate::graph::Graph;

/// A directed acyclic graph as the layout sees it: nodes with ordered arguments, and an output.
///
/// Nodes are counted from 0 and arguments have smaller numbers than the nodes that use them; edges
/// are counted in order of the nodes they enter, then of the arguments, as in [`Graph`].
#[derive(Clone, Debug, PartialEq)]
pub struct Dag {
    first_edges: Vec<u32>,
    sources: Vec<u32>,
    use_counts: Vec<u32>,
    output: u32,
}

impl Dag {
    /// The structure with these arguments of each node, left to right.
    ///
    /// # Panics
    ///
    /// When an argument does not precede its node, or the output is no node.
    pub fn new<Args: IntoIterator<Item = u32>>(nodes: impl IntoIterator<Item = Args>, output: u32) -> Dag {
        let mut first_edges = vec![0];
        let mut sources = Vec::new();
        let mut use_counts: Vec<u32> = Vec::new();
        for args in nodes {
            let node = use_counts.len() as u32;
            for arg in args {
                assert!(arg < node, "argument {arg} of node {node} does not precede it");
                use_counts[arg as usize] += 1;
                sources.push(arg);
            }
            use_counts.push(0);
            first_edges.push(sources.len() as u32);
        }
        assert!((output as usize) < use_counts.len(), "the output is no node");
        Dag { first_edges, sources, use_counts, output }
    }

    /// Number of nodes.
    pub fn node_count(&self) -> usize {
        self.use_counts.len()
    }

    /// Number of edges.
    pub fn edge_count(&self) -> usize {
        self.sources.len()
    }

    /// The node at the top.
    pub fn output(&self) -> u32 {
        self.output
    }

    /// The arguments of a node, left to right.
    pub fn args(&self, node: u32) -> &[u32] {
        &self.sources[self.first_edges[node as usize] as usize..self.first_edges[node as usize + 1] as usize]
    }

    /// Number of the edge that enters a node from its first argument; its others follow.
    pub fn first_edge(&self, node: u32) -> usize {
        self.first_edges[node as usize] as usize
    }

    /// Number of edges that leave a node.
    pub fn use_count(&self, node: u32) -> u32 {
        self.use_counts[node as usize]
    }

    /// Whether a node has no edge and is not the output: it is placed at the side.
    pub fn is_isolated(&self, node: u32) -> bool {
        node != self.output && self.use_count(node) == 0 && self.args(node).is_empty()
    }

    /// Whether every node except the output and isolated ones is used exactly once.
    pub fn is_tree(&self) -> bool {
        let once = |node| self.use_count(node) == u32::from(node != self.output) || self.is_isolated(node);
        (0..self.node_count() as u32).all(once)
    }
}

impl From<&Graph> for Dag {
    fn from(graph: &Graph) -> Dag {
        let dag = Dag::new(graph.ids().map(|id| graph.args(id).iter().map(|arg| arg.0)), graph.output().0);
        debug_assert!(graph.edges().all(|e| dag.sources[e.index()] == graph.source(e).0));
        dag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_trees_from_graphs() {
        let none: Vec<u32> = vec![];
        assert!(Dag::new([none.clone()], 0).is_tree());
        assert!(Dag::new([none.clone(), none.clone(), vec![0, 1]], 2).is_tree());
        assert!(!Dag::new([none.clone(), vec![0, 0]], 1).is_tree());
        let with_isolated = Dag::new([none.clone(), none.clone(), vec![0]], 2);
        assert!(with_isolated.is_tree() && with_isolated.is_isolated(1));
        assert!(!Dag::new([none, vec![0], vec![0]], 2).is_tree());
    }
}
