//! Which node of a loss is the model's prediction: the curve that is fitted to the rows.

use crate::graph::{Graph, NodeId, NodeKind};

/// The node that predicts `target` from the other columns (both are indices of variables): the last
/// node that lies on every path from these columns and does not depend on the target. Where there is
/// no such node, the last definition that depends on the columns and not on the target; where no
/// such definition exists either, the last node that does.
///
/// ```
/// use chainrule::{data::prediction, graph, syntax};
/// let program = syntax::parse("(m*x + b - y)^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let node = prediction(&graph, &[1], 3).unwrap(); // from x to y
/// assert_eq!(graph.node(node).span.range(), 1..8);
/// ```
pub fn prediction(graph: &Graph, columns: &[usize], target: usize) -> Option<NodeId> {
    let uses = graph.uses();
    let is_column = |id: NodeId| match graph.node(id).kind {
        NodeKind::Variable(variable) => columns.contains(&(variable as usize)) && variable as usize != target,
        _ => false,
    };
    let is_target =
        |id: NodeId| matches!(graph.node(id).kind, NodeKind::Variable(variable) if variable as usize == target);
    let mut on_column: Vec<bool> = graph.ids().map(is_column).collect();
    let mut on_target: Vec<bool> = graph.ids().map(is_target).collect();
    // Paths from a column that have not ended yet, including those that begin later.
    let mut open = on_column.iter().filter(|&&column| column).count();
    let (mut meeting, mut named, mut last) = (None, None, None);
    for id in graph.ids() {
        let args = graph.args(id);
        let arriving = args.iter().filter(|arg| on_column[arg.index()]).count();
        on_target[id.index()] |= args.iter().any(|arg| on_target[arg.index()]);
        if arriving == 0 && !on_column[id.index()] {
            continue;
        }
        on_column[id.index()] = true;
        open -= arriving.max(1);
        if arriving > 0 && !on_target[id.index()] {
            last = Some(id);
            meeting = if open == 0 { last } else { meeting };
            named = if graph.node(id).named_by_user { last } else { named };
        }
        open += uses.of(id).len();
    }
    meeting.or(named).or(last)
}
