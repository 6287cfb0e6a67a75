//! What travels along one edge, in one line.

use super::formulas::{factor, gradient, partial, plain, sign, symbol};
use super::local::local_formula;
use crate::autodiff::Known;
use crate::graph::{EdgeId, Graph, NodeKind};
use crate::typeset::{Line, name_math};
use crate::words;

/// The local derivative of an edge as formula and number, its upstream gradient, their product; of
/// these, what is known.
///
/// ```
/// use chainrule::{autodiff::{Known, Tape, Trace}, explain::edge_line, typeset::plain_text, graph, syntax::parse};
/// let graph = graph::build(&parse("x*y").unwrap(), Default::default()).unwrap();
/// let (mut trace, uses) = (Trace::new(Tape::new(&graph).into()), graph.uses());
/// trace.run(&[2.0, 3.0]);
/// let edge = graph.edges_into(graph.output()).next().unwrap();
/// let text = plain_text(&edge_line(&graph, Known::all(&trace, &uses), edge));
/// assert_eq!(text, "product rule: local ∂f / ∂x = y = 3; upstream ∂f / ∂f = 1; sent back 1 · 3 = 3");
/// ```
pub fn edge_line(graph: &Graph, known: Known<'_>, edge: EdgeId) -> Line {
    let (from, to) = (graph.source(edge), graph.target(edge));
    let (Some(_), NodeKind::Op(op)) = (known.trace().flow(edge), graph.node(to).kind) else {
        return words::edge::no_gradient(plain(symbol(graph, from))).line();
    };
    let rule = words::ops::rule(op, graph.slot(edge));
    let mut local = vec![partial(&graph.node(to).name, symbol(graph, from), None)];
    let formula = local_formula(graph, edge);
    let Some(flow) = known.flow(edge) else {
        local.extend(formula.into_iter().flat_map(|formula| [sign("="), plain(formula)]));
        return words::edge::waiting(rule, local).line();
    };
    let number = gradient(flow.local, None);
    if let Some(formula) = formula.filter(|formula| formula.plain() != number.text()) {
        local.extend([sign("="), plain(formula)]);
    }
    local.extend([sign("="), number]);
    let above = partial(graph.output_name(), name_math(&graph.node(to).name), None);
    let upstream = vec![above, sign("="), gradient(flow.upstream, None)];
    let product = vec![
        gradient(flow.upstream, None),
        sign("·"),
        factor(flow.local, None),
        sign("="),
        gradient(flow.product, None),
    ];
    words::edge::sent(rule, local, upstream, product).line()
}
