//! One step of forward mode in one line.

use super::formulas::{factor, gradient, partial, pointer, sign};
use crate::autodiff::{Flow, Tangents};
use crate::graph::{Graph, NodeId};
use crate::typeset::{Line, name_math, name_text};
use crate::words::step;

/// More terms than this are summed up without being shown.
const MOST_TERMS: usize = 4;

/// How a node's tangent came about: the sum over its arguments of local derivative × tangent.
///
/// ```
/// use chainrule::{autodiff::{Tangents, Tape, Trace}, explain::carried, typeset::plain_text, graph, syntax::parse};
/// let graph = graph::build(&parse("x*y").unwrap(), Default::default()).unwrap();
/// let mut trace = Trace::new(Tape::new(&graph).into());
/// trace.run(&[2.0, 3.0]);
/// let mut tangents = Tangents::new(trace.tape().clone(), 0);
/// tangents.run(&trace);
/// let text = plain_text(&carried(&graph, &tangents, graph.output()));
/// assert_eq!(text, "∂f / ∂x = 3 · 1 = 3");
/// ```
pub fn carried(graph: &Graph, tangents: &Tangents, node: NodeId) -> Line {
    let variable = &graph.variables()[tangents.variable()];
    let terms: Vec<Flow> = graph.edges_into(node).filter_map(|edge| tangents.flow(edge)).collect();
    if terms.is_empty() && !variable.nodes.contains(&node) {
        return step::independent(pointer(graph, node), name_text(&variable.name)).line();
    }
    let mut line = vec![partial(&graph.node(node).name, name_math(&variable.name), None)];
    for (index, flow) in terms.iter().enumerate().filter(|_| terms.len() <= MOST_TERMS) {
        line.push(sign(if index == 0 { "=" } else { "+" }));
        let first = if index == 0 { gradient } else { factor };
        line.extend([first(flow.local, None), sign("·"), factor(flow.upstream, None)]);
    }
    line.extend([sign("="), gradient(tangents.of(node), Some(node))]);
    line
}
