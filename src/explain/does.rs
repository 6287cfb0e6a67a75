//! What an operation does with its own arguments, in one sentence.

use super::formulas::{plain, symbol};
use crate::graph::{Graph, NodeId, NodeKind};
use crate::ops::Notation;
use crate::typeset::{Part, op_math};
use crate::words::{Message, does, list};

/// What a node does; none for one that computes nothing.
///
/// ```
/// use chainrule::{explain::does, graph, syntax::parse};
/// let graph = graph::build(&parse("(4*x+1)^2").unwrap(), Default::default()).unwrap();
/// assert_eq!(does(&graph, graph.output()).unwrap().text(), "Squares b.");
/// ```
pub fn does(graph: &Graph, id: NodeId) -> Option<Message> {
    let NodeKind::Op(op) = graph.node(id).kind else { return None };
    let args = graph.args(id);
    let named = |place: usize| plain(symbol(graph, args[place]));
    let literal = |place: usize, number: f64| {
        let node = graph.node(args[place]);
        node.name.is_empty() && node.kind == NodeKind::Number(number)
    };
    Some(match op.row().notation {
        Notation::Sum => does::adds(named(0), named(1)),
        Notation::Difference => does::subtracts(named(0), named(1)),
        Notation::Product => does::multiplies(named(0), named(1)),
        Notation::Fraction => does::divides(named(0), named(1)),
        Notation::Power if literal(1, 2.0) => does::squares(named(0)),
        Notation::Power if literal(1, 3.0) => does::cubes(named(0)),
        Notation::Power => does::raises(named(0), named(1)),
        Notation::Negation => does::turns_the_sign(named(0)),
        Notation::SquareRoot => does::square_root(named(0)),
        Notation::CubeRoot => does::cube_root(named(0)),
        Notation::Bars => does::absolute_value(named(0)),
        Notation::Floor => does::rounds_down(named(0)),
        Notation::Ceiling => does::rounds_up(named(0)),
        Notation::LogBase => does::logarithm(named(0), named(1)),
        Notation::Relation => does::tests(plain(op_math(graph, id))),
        Notation::Cases => does::chooses(),
        Notation::Call => {
            let named: Vec<Part> = (0..args.len()).map(named).collect();
            does::applies(op.row().symbol.into(), list::all_of(named.into_iter().map(Message::neutral)))
        }
    })
}
