//! The local derivative of one edge as a formula in the nodes' own names: 2·b for b².

use crate::graph::{EdgeId, Graph, NodeId, NodeKind};
use crate::symbolic::{simplify, textbook};
use crate::syntax::{Expr, Program, TermId, TermKind, parse};
use crate::typeset::{Math, expression};

/// ∂to/∂from of an edge in the names of the nodes, simplified; none where the row has no formula
/// for so many arguments, or where it would be too large to read.
///
/// ```
/// use chainrule::{explain::local_formula, graph, syntax::parse};
/// let graph = graph::build(&parse("(4*x+1)^2").unwrap(), Default::default()).unwrap();
/// let edge = graph.edges_into(graph.output()).next().unwrap();
/// assert_eq!(local_formula(&graph, edge).unwrap().plain(), "2 · b");
/// ```
pub fn local_formula(graph: &Graph, edge: EdgeId) -> Option<Math> {
    let node = graph.target(edge);
    let NodeKind::Op(op) = graph.node(node).kind else { return None };
    let args = graph.args(node);
    if args.len() > op.row().partials.len() {
        return None;
    }
    let formula = parse(&textbook(op, graph.slot(edge))?).ok()?;
    let mut names = Program { variables: Vec::new(), ..Program::default() };
    let source = &formula.output().expr;
    let mut expr = Expr::default();
    for id in 0..source.terms.len() as TermId {
        let term = source.term(id);
        match term.kind {
            TermKind::Variable(index) => {
                let stands_for = match formula.variables[index as usize].as_str() {
                    "a" => args[0],
                    "b" => args[1],
                    "c" => args[2],
                    _ => node,
                };
                let kind = leaf(graph, stands_for, &mut names);
                expr.leaf(kind, term.span)
            }
            TermKind::Apply(op, _) => expr.apply(op, source.args_of(id), term.span),
            kind => expr.leaf(kind, term.span),
        };
    }
    expression(&simplify(&expr), &names, &[])
}

/// A node as a leaf of a formula: its name, or its number where it has none.
fn leaf(graph: &Graph, id: NodeId, names: &mut Program) -> TermKind {
    let node = graph.node(id);
    match node.kind {
        NodeKind::Number(value) if node.name.is_empty() => TermKind::Number(value),
        NodeKind::Constant(constant) if node.name.is_empty() => TermKind::Constant(constant),
        _ => {
            let index = names.variable(&node.name).unwrap_or_else(|| {
                names.variables.push(node.name.clone());
                names.variables.len() - 1
            });
            TermKind::Variable(index as u32)
        }
    }
}
