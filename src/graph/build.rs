//! `Program → Graph`, in small passes: evaluate the statements into nodes, merge equal nodes (an
//! option), keep what the output needs, unfold the graph to a tree (an option), name the nodes.
//!
//! No pass recurses: calls of user-defined functions use call frames on the heap.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::finish::finish;
use super::unnamed::{LARGEST_GRAPH, UnnamedGraph};
use super::{Form, Graph, NodeId, NodeKind};
use crate::symbolic;
use crate::syntax::{Expr, Program, Span, Statement, StatementKind, TermId, TermKind};

/// How to build.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Options {
    /// Graph or tree.
    pub form: Form,
    /// Whether equal subterms become one node. It has no effect on a tree, which shares no nodes.
    pub merge: bool,
}

/// A short text may have a graph of so many nodes, however it comes to them: its answer is still felt to be
/// immediate.
const LARGEST_OF_A_SHORT_TEXT: usize = 20_000;

/// A long text may have a graph of so many nodes for each of its terms.
const NODES_A_TERM: usize = 16;

/// For each node that a graph may have, so many terms may be evaluated, counted once for each call of the
/// function they stand in.
///
/// Calls that create no node, as of f(t) = t, take time too; without this limit a text of 500 letters takes
/// minutes. The graph of a program without calls has too many nodes first.
const STEPS_A_NODE: usize = 4;

/// The most nodes that the graph of a program may have: calls of functions, and the tree of what is used
/// again and again, can make a large one of a few letters.
fn most_nodes(program: &Program) -> usize {
    let terms: usize = program.statements.iter().map(|statement| statement.expr.terms.len()).sum();
    terms.saturating_mul(NODES_A_TERM).clamp(LARGEST_OF_A_SHORT_TEXT, LARGEST_GRAPH)
}

/// Why there is no graph, and the place of the text at which a limit was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuildError {
    /// The call whose expansion reached the limit, or the whole statement.
    pub span: Span,
    /// Which limit it was.
    pub kind: BuildErrorKind,
}

/// The limits that a graph can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildErrorKind {
    /// It would have more nodes than this.
    TooLarge(Form, usize),
    /// Its calls would take more steps than this to expand.
    TooManySteps(usize),
    /// Its derivatives of functions would take more terms than this to write, all together.
    DerivativeTooLarge(usize),
}

/// Names the kind only; the sentence for it is in `words::graph`.
impl std::fmt::Display for BuildError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for BuildError {}

/// Builds the computation graph of a program.
///
/// # Errors
/// If it would have too many nodes (always above [`LARGEST_GRAPH`], for a short text earlier), or take too many
/// steps to find.
///
/// ```
/// use chainrule::{graph, syntax};
/// let program = syntax::parse("(4*x+1)^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let names: Vec<&str> = graph.ids().map(|id| graph.node(id).name.as_str()).collect();
/// assert_eq!(names, ["x", "", "a", "", "b", "", "f"]);
/// ```
pub fn build(program: &Program, options: Options) -> Result<Graph, BuildError> {
    let most = most_nodes(program);
    let mut parts = Builder::new(program, most).run()?;
    if options.merge {
        parts = parts.merged();
    }
    parts = match options.form {
        Form::Graph => parts.pruned(),
        Form::Tree => parts
            .unfolded(most)
            .ok_or(BuildError { span: program.output().span, kind: BuildErrorKind::TooLarge(Form::Tree, most) })?,
    };
    Ok(finish(parts, program, options.form))
}

/// Evaluates the statements of a program into nodes.
struct Builder<'p> {
    program: &'p Program,
    parts: UnnamedGraph,
    /// Node of each statement that is a definition, by statement.
    definitions: Vec<NodeId>,
    derivatives: HashMap<(u32, u32), Rc<Expr>>,
    /// The most nodes that there may be.
    most: usize,
    /// How many terms have been evaluated.
    steps: usize,
    /// How many terms of derivatives may still be written.
    derivable: usize,
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
struct CallFrame<'p> {
    body: Body<'p>,
    parameters: Vec<NodeId>,
    /// Nodes of the terms that are done.
    nodes: Vec<NodeId>,
}

impl<'p> Builder<'p> {
    fn new(program: &'p Program, most: usize) -> Builder<'p> {
        let mut parts = UnnamedGraph::new();
        for index in 0..program.variables.len() as u32 {
            parts.push(NodeKind::Variable(index), Span::default(), std::iter::empty());
        }
        Builder {
            program,
            parts,
            definitions: Vec::new(),
            derivatives: HashMap::new(),
            most,
            steps: 0,
            derivable: most,
        }
    }

    fn run(mut self) -> Result<UnnamedGraph, BuildError> {
        let last = self.program.statements.len() - 1;
        for (index, statement) in self.program.statements.iter().enumerate() {
            let node = match &statement.kind {
                StatementKind::Function { parameters, .. } if index == last => {
                    let parameters = self.program.variables_of(parameters).map(NodeId).collect();
                    self.evaluate(statement, parameters)?
                }
                StatementKind::Function { .. } => NodeId(u32::MAX),
                StatementKind::Value if index != last => NodeId(u32::MAX),
                StatementKind::Value => self.evaluate(statement, Vec::new())?,
                StatementKind::Define { .. } => {
                    let node = self.evaluate(statement, Vec::new())?;
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

    fn evaluate(&mut self, statement: &'p Statement, parameters: Vec<NodeId>) -> Result<NodeId, BuildError> {
        let expr = &statement.expr;
        let mut frames =
            vec![CallFrame { body: Body::Typed(expr), parameters, nodes: Vec::with_capacity(expr.terms.len()) }];
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
            self.steps += 1;
            let limit = match () {
                _ if self.parts.parts.len() + depth > self.most => {
                    Some(BuildErrorKind::TooLarge(Form::Graph, self.most))
                }
                _ if self.steps > STEPS_A_NODE * self.most => {
                    Some(BuildErrorKind::TooManySteps(STEPS_A_NODE * self.most))
                }
                _ => None,
            };
            if let Some(kind) = limit {
                return Err(BuildError { span: place(statement, &frames), kind });
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
                    let Some(body) = self.body(function, derivative) else {
                        return Err(BuildError {
                            span: place(statement, &frames),
                            kind: BuildErrorKind::DerivativeTooLarge(self.most),
                        });
                    };
                    let capacity = body.expr().terms.len();
                    frames.push(CallFrame { body, parameters, nodes: Vec::with_capacity(capacity) });
                    continue;
                }
            };
            frame.nodes.push(node);
        }
    }

    /// The node of a variable; the node is added where the variable is used first.
    fn variable(&mut self, index: u32, span: Span) -> NodeId {
        let part = &mut self.parts.parts[index as usize];
        if part.span == Span::default() {
            part.span = span;
        }
        NodeId(index)
    }

    /// The body of a function or of its derivative; `None` if that is too large.
    fn body(&mut self, function: u32, derivative: u32) -> Option<Body<'p>> {
        let typed = &self.program.statements[function as usize].expr;
        if derivative == 0 {
            return Some(Body::Typed(typed));
        }
        let derived = match self.derivatives.entry((function, derivative)) {
            Entry::Occupied(known) => Rc::clone(known.get()),
            Entry::Vacant(new) => {
                let body = symbolic::derivative(self.program, typed, 0, derivative, &mut self.derivable)?;
                Rc::clone(new.insert(Rc::new(body)))
            }
        };
        Some(Body::Derived(derived))
    }
}

/// The call in a statement that is being expanded, or the whole statement.
fn place(statement: &Statement, frames: &[CallFrame<'_>]) -> Span {
    match frames {
        [frame, _, ..] => statement.expr.term(frame.nodes.len() as TermId).span,
        _ => statement.span,
    }
}
