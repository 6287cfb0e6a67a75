//! `Program → Graph`, in small passes: evaluate the statements into nodes, merge equal ones if
//! asked for, keep what the output needs, unfold to a tree if asked for, name.
//!
//! No pass recurses: calls of the user's functions are frames on the heap.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::names::name_nodes;
use super::{Graph, Node, NodeId, NodeKind, Variable};
use crate::ops::Op;
use crate::symbolic;
use crate::syntax::{Expr, Program, Span, StatementKind, TermId, TermKind};

/// The most nodes a graph may have.
pub const LARGEST_GRAPH: usize = 250_000;

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

/// How to build.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Options {
    /// Graph or tree.
    pub form: Form,
    /// Whether equal subterms become one node. Shows in graph form only: a tree shares nothing.
    pub merge: bool,
}

/// Why there is no graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// It would have more than [`LARGEST_GRAPH`] nodes.
    TooLarge(Form),
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            BuildError::TooLarge(Form::Graph) => write!(f, "this would take more than {LARGEST_GRAPH} nodes"),
            BuildError::TooLarge(Form::Tree) => {
                write!(f, "drawn as a tree this would take more than {LARGEST_GRAPH} nodes; draw it as a graph")
            }
        }
    }
}

impl std::error::Error for BuildError {}

/// Builds the computation graph of a program.
///
/// # Errors
/// If it would have more than [`LARGEST_GRAPH`] nodes.
///
/// ```
/// use chainrule::{graph, syntax};
/// let program = syntax::parse("(4*x+1)^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let names: Vec<&str> = graph.ids().map(|id| graph.node(id).name.as_str()).collect();
/// assert_eq!(names, ["x", "", "a", "", "b", "", "f"]);
/// ```
pub fn build(program: &Program, options: Options) -> Result<Graph, BuildError> {
    let mut parts = Builder::new(program).run()?;
    if options.merge {
        parts = parts.merged();
    }
    parts = match options.form {
        Form::Graph => parts.pruned(),
        Form::Tree => parts.unfolded().ok_or(BuildError::TooLarge(Form::Tree))?,
    };
    Ok(parts.finish(program, options.form))
}

/// A node before it has a name.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub kind: NodeKind,
    pub span: Span,
    first_edge: u32,
    edge_count: u32,
    /// The definition that names it, as an index of a statement.
    pub definition: Option<u32>,
}

/// A graph before its nodes have names.
pub(super) struct Parts {
    parts: Vec<Part>,
    sources: Vec<NodeId>,
    /// Where each of `sources` stands in the text.
    use_spans: Vec<Span>,
    output: NodeId,
}

impl Parts {
    fn new() -> Parts {
        Parts { parts: Vec::new(), sources: Vec::new(), use_spans: Vec::new(), output: NodeId(0) }
    }

    /// Adds a node; its arguments come with the place of this use.
    fn push(&mut self, kind: NodeKind, span: Span, args: impl Iterator<Item = (NodeId, Span)>) -> NodeId {
        let first_edge = self.sources.len() as u32;
        for (source, span) in args {
            self.sources.push(source);
            self.use_spans.push(span);
        }
        let edge_count = self.sources.len() as u32 - first_edge;
        self.parts.push(Part { kind, span, first_edge, edge_count, definition: None });
        NodeId(self.parts.len() as u32 - 1)
    }

    fn args(&self, id: NodeId) -> &[NodeId] {
        let part = &self.parts[id.index()];
        &self.sources[part.first_edge as usize..(part.first_edge + part.edge_count) as usize]
    }

    fn use_spans(&self, id: NodeId) -> &[Span] {
        let part = &self.parts[id.index()];
        &self.use_spans[part.first_edge as usize..(part.first_edge + part.edge_count) as usize]
    }

    fn is_variable(&self, id: NodeId) -> bool {
        matches!(self.parts[id.index()].kind, NodeKind::Variable(_))
    }

    fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.parts.len() as u32).map(NodeId)
    }

    /// Copies a node with its arguments mapped.
    fn copy_from(&mut self, other: &Parts, id: NodeId, args: impl Iterator<Item = NodeId>) -> NodeId {
        let part = other.parts[id.index()];
        let copy = self.push(part.kind, part.span, args.zip(other.use_spans(id).iter().copied()));
        self.parts[copy.index()].definition = part.definition;
        copy
    }

    /// Nodes that compute the same become one: same kind, same arguments.
    fn merged(self) -> Parts {
        let mut merged = Parts::new();
        let mut known: HashMap<(u8, u64, Vec<NodeId>), NodeId> = HashMap::new();
        let mut map: Vec<NodeId> = Vec::with_capacity(self.parts.len());
        for id in self.ids() {
            let args: Vec<NodeId> = self.args(id).iter().map(|arg| map[arg.index()]).collect();
            let (tag, payload) = match self.parts[id.index()].kind {
                NodeKind::Number(value) => (0, value.to_bits()),
                NodeKind::Constant(constant) => (1, constant as u64),
                NodeKind::Variable(index) => (2, u64::from(index)),
                NodeKind::Op(op) => (3, op as u64),
            };
            map.push(match known.entry((tag, payload, args.clone())) {
                Entry::Occupied(same) => {
                    let part = &mut merged.parts[same.get().index()];
                    part.definition = part.definition.or(self.parts[id.index()].definition);
                    *same.get()
                }
                Entry::Vacant(new) => *new.insert(merged.copy_from(&self, id, args.into_iter())),
            });
        }
        merged.output = map[self.output.index()];
        merged
    }

    /// Only what the output needs, and every variable.
    fn pruned(self) -> Parts {
        let mut needed: Vec<bool> = self.ids().map(|id| self.is_variable(id)).collect();
        needed[self.output.index()] = true;
        for id in self.ids().rev() {
            if needed[id.index()] {
                self.args(id).iter().for_each(|arg| needed[arg.index()] = true);
            }
        }
        if needed.iter().all(|&needed| needed) {
            return self;
        }
        let mut pruned = Parts::new();
        let mut map = vec![NodeId(u32::MAX); self.parts.len()];
        for id in self.ids().filter(|id| needed[id.index()]) {
            map[id.index()] = pruned.copy_from(&self, id, self.args(id).iter().map(|arg| map[arg.index()]));
        }
        pruned.output = map[self.output.index()];
        pruned
    }

    /// Every use of a node becomes a node of its own; variables that nothing uses stay as leaves.
    /// `None` if that is too much.
    fn unfolded(self) -> Option<Parts> {
        let mut sizes: Vec<usize> = Vec::with_capacity(self.parts.len());
        for id in self.ids() {
            sizes.push(self.args(id).iter().fold(1, |sum: usize, arg| sum.saturating_add(sizes[arg.index()])));
        }
        if sizes[self.output.index()] > LARGEST_GRAPH {
            return None;
        }
        let mut tree = Parts::new();
        let mut used = vec![false; self.parts.len()];
        let mut done: Vec<NodeId> = Vec::new();
        let mut work = vec![(self.output, self.parts[self.output.index()].span, false)];
        while let Some((id, span, expanded)) = work.pop() {
            if expanded || self.args(id).is_empty() {
                used[id.index()] = true;
                let args = done.split_off(done.len() - self.args(id).len());
                let copy = tree.copy_from(&self, id, args.into_iter());
                if self.is_variable(id) {
                    tree.parts[copy.index()].span = span;
                }
                done.push(copy);
            } else {
                work.push((id, span, true));
                let args = self.args(id).iter().zip(self.use_spans(id)).rev();
                work.extend(args.map(|(&arg, &span)| (arg, span, false)));
            }
        }
        tree.output = done[0];
        for id in self.ids().filter(|&id| self.is_variable(id) && !used[id.index()]) {
            tree.copy_from(&self, id, std::iter::empty());
        }
        Some(tree)
    }

    fn finish(self, program: &Program, form: Form) -> Graph {
        let names = name_nodes(program, &self.parts, self.output);
        let mut variables: Vec<Variable> =
            program.variables.iter().map(|name| Variable { name: name.clone(), nodes: Vec::new() }).collect();
        let mut active: Vec<bool> = Vec::with_capacity(self.parts.len());
        let mut targets = Vec::with_capacity(self.sources.len());
        for id in self.ids() {
            let args = self.args(id);
            active.push(match self.parts[id.index()].kind {
                NodeKind::Variable(index) => {
                    variables[index as usize].nodes.push(id);
                    true
                }
                _ => args.iter().any(|arg| active[arg.index()]),
            });
            targets.extend(std::iter::repeat_n(id, args.len()));
        }
        let nodes = self
            .parts
            .iter()
            .zip(names)
            .zip(active)
            .map(|((part, (name, named_by_user)), active)| Node {
                kind: part.kind,
                name,
                named_by_user,
                active,
                span: part.span,
                first_edge: part.first_edge,
                edge_count: part.edge_count,
            })
            .collect();
        let Parts { sources, use_spans, output, .. } = self;
        Graph { nodes, sources, targets, use_spans, variables, output, form }
    }
}

/// Evaluates the statements of a program into nodes.
struct Builder<'p> {
    program: &'p Program,
    parts: Parts,
    /// Node of each statement that is a definition, by statement.
    definitions: Vec<NodeId>,
    derivatives: HashMap<(u32, u32), Rc<Expr>>,
}

/// The body of a function, or a statement's expression.
enum Body<'p> {
    Typed(&'p Expr),
    Derived(Rc<Expr>),
}

impl Body<'_> {
    fn expr(&self) -> &Expr {
        match self {
            Body::Typed(expr) => expr,
            Body::Derived(expr) => expr,
        }
    }
}

/// An expression being evaluated.
struct Frame<'p> {
    body: Body<'p>,
    parameters: Vec<NodeId>,
    /// Nodes of the terms that are done.
    nodes: Vec<NodeId>,
}

impl<'p> Builder<'p> {
    fn new(program: &'p Program) -> Builder<'p> {
        let mut parts = Parts::new();
        for index in 0..program.variables.len() as u32 {
            parts.push(NodeKind::Variable(index), Span::default(), std::iter::empty());
        }
        Builder { program, parts, definitions: Vec::new(), derivatives: HashMap::new() }
    }

    fn run(mut self) -> Result<Parts, BuildError> {
        let last = self.program.statements.len() - 1;
        for (index, statement) in self.program.statements.iter().enumerate() {
            let node = match &statement.kind {
                StatementKind::Function { parameters, .. } if index == last => {
                    let parameters = parameters.iter().filter_map(|name| self.program.variable(name));
                    let parameters = parameters.map(|index| NodeId(index as u32)).collect();
                    self.evaluate(&statement.expr, parameters)?
                }
                StatementKind::Function { .. } => NodeId(u32::MAX),
                StatementKind::Value if index != last => NodeId(u32::MAX),
                StatementKind::Value => self.evaluate(&statement.expr, Vec::new())?,
                StatementKind::Define { .. } => {
                    let node = self.evaluate(&statement.expr, Vec::new())?;
                    let part = &mut self.parts.parts[node.index()];
                    if !matches!(part.kind, NodeKind::Variable(_)) {
                        part.definition = part.definition.or(Some(index as u32));
                    }
                    node
                }
            };
            self.definitions.push(node);
        }
        self.parts.output = self.definitions[last];
        Ok(self.parts)
    }

    fn evaluate(&mut self, expr: &'p Expr, parameters: Vec<NodeId>) -> Result<NodeId, BuildError> {
        let mut frames =
            vec![Frame { body: Body::Typed(expr), parameters, nodes: Vec::with_capacity(expr.terms.len()) }];
        loop {
            let depth = frames.len() - 1;
            let frame = &mut frames[depth];
            let expr = frame.body.expr();
            if frame.nodes.len() == expr.terms.len() {
                let Some(&root) = frame.nodes.last() else { return Ok(NodeId(0)) };
                frames.pop();
                match frames.last_mut() {
                    Some(caller) => caller.nodes.push(root),
                    None => return Ok(root),
                }
                continue;
            }
            if self.parts.parts.len() + depth > LARGEST_GRAPH {
                return Err(BuildError::TooLarge(Form::Graph));
            }
            let id = frame.nodes.len() as TermId;
            let term = expr.term(id);
            let args = expr.args_of(id).iter().map(|&arg| (frame.nodes[arg as usize], expr.term(arg).span));
            let node = match term.kind {
                TermKind::Number(value) => self.parts.push(NodeKind::Number(value), term.span, std::iter::empty()),
                TermKind::Constant(constant) => {
                    self.parts.push(NodeKind::Constant(constant), term.span, std::iter::empty())
                }
                TermKind::Variable(index) => self.variable(index, term.span),
                TermKind::Parameter(index) => {
                    let node = frame.parameters[index as usize];
                    match self.parts.parts[node.index()].kind {
                        NodeKind::Variable(index) if depth == 0 => self.variable(index, term.span),
                        _ => node,
                    }
                }
                TermKind::Definition(statement) => self.definitions[statement as usize],
                TermKind::Apply(op, _) => self.parts.push(NodeKind::Op(op), term.span, args),
                TermKind::Call { function, derivative, .. } => {
                    let parameters: Vec<NodeId> = args.map(|(node, _)| node).collect();
                    let body = self.body(function, derivative)?;
                    let capacity = body.expr().terms.len();
                    frames.push(Frame { body, parameters, nodes: Vec::with_capacity(capacity) });
                    continue;
                }
            };
            frame.nodes.push(node);
        }
    }

    /// A use of a variable; its node stands where it is used first.
    fn variable(&mut self, index: u32, span: Span) -> NodeId {
        let part = &mut self.parts.parts[index as usize];
        if part.span == Span::default() {
            part.span = span;
        }
        NodeId(index)
    }

    fn body(&mut self, function: u32, derivative: u32) -> Result<Body<'p>, BuildError> {
        let typed = &self.program.statements[function as usize].expr;
        if derivative == 0 {
            return Ok(Body::Typed(typed));
        }
        let derived = match self.derivatives.entry((function, derivative)) {
            Entry::Occupied(known) => Rc::clone(known.get()),
            Entry::Vacant(new) => {
                let body = symbolic::derivative(self.program, typed, 0, derivative, LARGEST_GRAPH)
                    .ok_or(BuildError::TooLarge(Form::Graph))?;
                Rc::clone(new.insert(Rc::new(body)))
            }
        };
        Ok(Body::Derived(derived))
    }
}

impl Part {
    /// The operation, if it is one.
    pub fn op(&self) -> Option<Op> {
        match self.kind {
            NodeKind::Op(op) => Some(op),
            _ => None,
        }
    }
}
