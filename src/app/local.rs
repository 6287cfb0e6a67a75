//! Local derivatives as short formulas, for the labels of edges.

use crate::graph::{EdgeId, Graph, NodeId, NodeKind};
use crate::ops::Form;
use crate::typeset::{name_text, number};

/// The local derivative along an edge in the names of the nodes, where that is short and says more
/// than its number: `2b` toward b in b², y toward x in x·y.
///
/// ```
/// use chainrule::{app::local, graph, syntax::parse};
/// let graph = graph::build(&parse("(x*y)^2").unwrap(), Default::default()).unwrap();
/// let formulas: Vec<_> = graph.edges().map(|edge| local::formula(&graph, edge)).collect();
/// assert_eq!(formulas, [Some("y".into()), Some("x".into()), Some("2a".into()), None]);
/// ```
pub fn formula(graph: &Graph, edge: EdgeId) -> Option<String> {
    let NodeKind::Op(op) = graph.node(graph.target(edge)).kind else { return None };
    let args = graph.args(graph.target(edge));
    match (op.row().form, graph.slot(edge), args) {
        (Form::Product, 0, &[_, other]) | (Form::Product, 1, &[other, _]) => named(graph, other),
        (Form::Power, 0, &[base, exponent]) => {
            let NodeKind::Number(exponent) = graph.node(exponent).kind else { return None };
            let base = named(graph, base)?;
            match exponent {
                2.0 => Some(format!("2{base}")),
                _ => Some(format!("{}{base}{}", number(exponent), superscript(exponent - 1.0)?)),
            }
        }
        _ => None,
    }
}

/// The name of a node whose number can change; others are told by their number.
fn named(graph: &Graph, id: NodeId) -> Option<String> {
    let node = graph.node(id);
    (node.active && !node.name.is_empty()).then(|| name_text(&node.name))
}

fn superscript(exponent: f64) -> Option<char> {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    (exponent.fract() == 0.0 && (2.0..10.0).contains(&exponent)).then(|| digits[exponent as usize])
}
