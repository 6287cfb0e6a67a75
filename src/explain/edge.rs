//! What travels along one edge, in one line.

use super::formulas::{factor, gradient, partial, plain, sign, symbol, words};
use super::local::local_formula;
use crate::autodiff::Known;
use crate::graph::{EdgeId, Graph, NodeKind};
use crate::typeset::{Line, name_math};

/// The local derivative of an edge as formula and number, its upstream gradient, their product; of
/// these, what is known.
///
/// ```
/// use chainrule::{autodiff::{Known, Tape, Trace}, explain::edge_line, typeset::plain_text, graph, syntax::parse};
/// let graph = graph::build(&parse("x*y").unwrap(), Default::default()).unwrap();
/// let (mut trace, uses) = (Trace::new(Tape::new(&graph).into()), graph.uses());
/// trace.run(&[2.0, 3.0]);
/// let toward_x = graph.edges_into(graph.output()).next().unwrap();
/// let text = plain_text(&edge_line(&graph, Known::all(&trace, &uses), toward_x));
/// assert_eq!(text, "product rule: local ∂f / ∂x = y = 3; upstream ∂f / ∂f = 1; sent back 1 · 3 = 3");
/// ```
pub fn edge_line(graph: &Graph, known: Known<'_>, edge: EdgeId) -> Line {
    let (from, to) = (graph.source(edge), graph.target(edge));
    let (Some(_), NodeKind::Op(op)) = (known.trace().flow(edge), graph.node(to).kind) else {
        let said = ": no variable lies in it, so no gradient is needed along here";
        return vec![plain(symbol(graph, from)), words(said)];
    };
    let output = graph.output_name();
    let mut line = vec![
        words(format!("{}: local ", op.rule(graph.slot(edge)))),
        partial(&graph.node(to).name, symbol(graph, from), None),
    ];
    let Some(flow) = known.flow(edge) else {
        line.extend(local_formula(graph, edge).into_iter().flat_map(|formula| [sign("="), plain(formula)]));
        line.push(words("; nothing has been sent along here yet"));
        return line;
    };
    let local = gradient(flow.local, None);
    if let Some(formula) = local_formula(graph, edge).filter(|formula| formula.plain() != local.text()) {
        line.extend([sign("="), plain(formula)]);
    }
    line.extend([sign("="), local, words("; upstream "), partial(output, name_math(&graph.node(to).name), None)]);
    line.extend([sign("="), gradient(flow.upstream, None), words("; sent back "), gradient(flow.upstream, None)]);
    line.extend([sign("·"), factor(flow.local, None), sign("="), gradient(flow.product, None)]);
    line
}
