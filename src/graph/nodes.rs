//! The computation graph: nodes, edges and variables.

use serde::{Deserialize, Serialize};

use crate::ops::{Constant, Op};
use crate::syntax::Span;

/// Index of a node; arguments have smaller ones than the nodes that use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// Index of an edge: one use of one node as one argument of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdgeId(pub u32);

impl NodeId {
    /// The id as an index into arrays with one entry per node.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl EdgeId {
    /// The id as an index into arrays with one entry per edge.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node computes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NodeKind {
    /// A number of the text.
    Number(f64),
    /// π, τ or e.
    Constant(Constant),
    /// A free variable: index into [`Graph::variables`].
    Variable(u32),
    /// An operation on the node's arguments.
    Op(Op),
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it computes.
    pub kind: NodeKind,
    /// The name of the node: the variable's name or the user's own, f for the output, a, b, c… for other
    /// operations; empty for unnamed numbers.
    pub name: String,
    /// Whether the name is the user's own (a variable or a definition).
    pub named_by_user: bool,
    /// Whether it is a variable or depends on one. Only then does it have a gradient; elsewhere the
    /// gradient is *not needed*, which is not the same as zero.
    pub active: bool,
    /// Where it stands in the text.
    pub span: Span,
    pub(super) first_edge: u32,
    pub(super) edge_count: u32,
}

/// A computation graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) sources: Vec<NodeId>,
    pub(super) targets: Vec<NodeId>,
    pub(super) use_spans: Vec<Span>,
    pub(super) variables: Vec<Variable>,
    pub(super) output: NodeId,
    pub(super) output_name: String,
    pub(super) form: Form,
}

/// A free variable and its places in the graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its nodes: one in graph form, one per use in tree form.
    pub nodes: Vec<NodeId>,
}

impl Graph {
    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Never true: a graph has an output.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node of this id.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// All nodes' ids, arguments first.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + ExactSizeIterator + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    /// Arguments of this node, left to right.
    pub fn args(&self, id: NodeId) -> &[NodeId] {
        let node = self.node(id);
        &self.sources[node.first_edge as usize..(node.first_edge + node.edge_count) as usize]
    }

    /// The edges that enter this node from its arguments, left to right.
    pub fn edges_into(&self, id: NodeId) -> impl DoubleEndedIterator<Item = EdgeId> + ExactSizeIterator + use<> {
        let node = self.node(id);
        (node.first_edge..node.first_edge + node.edge_count).map(EdgeId)
    }

    /// Number of edges.
    pub fn edge_count(&self) -> usize {
        self.sources.len()
    }

    /// All edges' ids, in order of the nodes they enter.
    pub fn edges(&self) -> impl DoubleEndedIterator<Item = EdgeId> + ExactSizeIterator + use<> {
        (0..self.sources.len() as u32).map(EdgeId)
    }

    /// The node of the argument, where the edge comes from.
    pub fn source(&self, edge: EdgeId) -> NodeId {
        self.sources[edge.index()]
    }

    /// The node that uses the argument.
    pub fn target(&self, edge: EdgeId) -> NodeId {
        self.targets[edge.index()]
    }

    /// Which argument of its target an edge is, counted from 0.
    pub fn slot(&self, edge: EdgeId) -> usize {
        (edge.0 - self.node(self.target(edge)).first_edge) as usize
    }

    /// The place of this use in the text: a shared variable is used in many places.
    pub fn use_span(&self, edge: EdgeId) -> Span {
        self.use_spans[edge.index()]
    }

    /// The node whose value is the program's value.
    pub fn output(&self) -> NodeId {
        self.output
    }

    /// The name of the output: its node's name, or, if that node is a variable, a name of its own, because
    /// f(x) = x has the derivative ∂f/∂x.
    ///
    /// ```
    /// use chainrule::{graph::{Options, build}, syntax::parse};
    /// let name = |text: &str| build(&parse(text).unwrap(), Options::default()).unwrap().output_name().to_owned();
    /// assert_eq!(["x^2", "x", "h = x^2", "loss(w) = w"].map(name), ["f", "f", "h", "loss"]);
    /// ```
    pub fn output_name(&self) -> &str {
        &self.output_name
    }

    /// The free variables, in order of first appearance.
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }

    /// Whether it is drawn as a graph or as a tree.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The uses of each node: the edges that leave it, in order.
    pub fn uses(&self) -> Uses {
        Uses::new(self)
    }
}

/// The edges that leave each node, for walking from arguments to the nodes that use them.
#[derive(Clone, Debug)]
pub struct Uses {
    starts: Vec<u32>,
    edges: Vec<EdgeId>,
}

impl Uses {
    fn new(graph: &Graph) -> Uses {
        let mut starts = vec![0u32; graph.len() + 1];
        for source in &graph.sources {
            starts[source.index() + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut edges = vec![EdgeId(0); graph.edge_count()];
        for edge in graph.edges() {
            let slot = &mut next[graph.source(edge).index()];
            edges[*slot as usize] = edge;
            *slot += 1;
        }
        Uses { starts, edges }
    }

    /// The edges that leave this node.
    pub fn of(&self, id: NodeId) -> &[EdgeId] {
        &self.edges[self.starts[id.index()] as usize..self.starts[id.index() + 1] as usize]
    }
}

/// Whether a name used twice is one node or two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// One node per variable and per definition, one per operation as written: what the tape of a
    /// machine-learning library holds.
    #[default]
    Graph,
    /// Every use is its own leaf, as the article draws it.
    Tree,
}
