//! The formulas that a derivation is written with: names, numbers, partial derivatives.

use crate::graph::{Graph, NodeId, NodeKind};
use crate::ops::Notation;
use crate::typeset::{Line, Math, Part, Role, name_math, name_text, number, number_math, op_math, op_numbers};
use crate::words::explain;

/// An operator between formulas.
pub(super) fn sign(text: &str) -> Part {
    plain(Math::operator(text))
}

/// A formula that is neither value nor gradient.
pub(super) fn plain(math: Math) -> Part {
    Part::Formula { math, role: Role::Plain, node: None }
}

/// The sign that is shown instead of a number that is not known yet.
pub const UNKNOWN: &str = "?";

fn shown(number: Option<f64>) -> Math {
    number.map_or_else(|| Math::words(UNKNOWN), number_math)
}

/// A value, if it is known.
pub(super) fn value(number: impl Into<Option<f64>>, node: Option<NodeId>) -> Part {
    Part::Formula { math: shown(number.into()), role: Role::Value, node }
}

/// A gradient or local derivative, if it is known.
pub(super) fn gradient(number: impl Into<Option<f64>>, node: Option<NodeId>) -> Part {
    Part::Formula { math: shown(number.into()), role: Role::Gradient, node }
}

/// A factor or term after another one: negative ones stand in parentheses.
pub(super) fn factor(number: impl Into<Option<f64>>, node: Option<NodeId>) -> Part {
    let number = number.into();
    let negative = number.is_some_and(|number| number < 0.0);
    let math = if negative { Math::fenced("(", shown(number), ")") } else { shown(number) };
    Part::Formula { math, role: Role::Gradient, node }
}

/// A node in a formula: its name or its number; leaves of the same variable are counted, x₁, x₂…
pub(super) fn symbol(graph: &Graph, id: NodeId) -> Math {
    let node = graph.node(id);
    match node.kind {
        _ if node.name.is_empty() => op_math(graph, id),
        NodeKind::Variable(variable) => {
            let leaves = &graph.variables()[variable as usize].nodes;
            let place = leaves.iter().position(|&leaf| leaf == id).filter(|_| leaves.len() > 1);
            match place {
                Some(place) => Math::subscript(name_math(&node.name), Math::number((place + 1).to_string())),
                None => name_math(&node.name),
            }
        }
        _ => name_math(&node.name),
    }
}

/// A node as a formula that is linked to it.
pub(super) fn pointer(graph: &Graph, id: NodeId) -> Part {
    Part::Formula { math: symbol(graph, id), role: Role::Plain, node: Some(id) }
}

/// A name that is linked to a node.
pub(super) fn name(text: &str, node: NodeId) -> Part {
    Part::Formula { math: name_math(text), role: Role::Plain, node: Some(node) }
}

/// ∂top/∂bottom, pointing at a node.
pub(super) fn partial(top: &str, bottom: Math, node: Option<NodeId>) -> Part {
    Part::Formula { math: fraction(top, bottom), role: Role::Plain, node }
}

fn fraction(top: &str, bottom: Math) -> Math {
    let d = |math| Math::row([Math::operator("∂"), math]);
    Math::fraction(d(name_math(top)), d(bottom))
}

/// What a node computes, in names, in numbers and as a result, as far as they are known:
/// `= a · b = 2 · 3 = 6`.
pub(super) fn computation(graph: &Graph, id: NodeId, known: impl Fn(NodeId) -> Option<f64>) -> Line {
    let result = value(known(id), None);
    let NodeKind::Op(op) = graph.node(id).kind else { return vec![sign("="), result] };
    // Whether something holds is no number: it stands apart, and says what its 1 or 0 means.
    let relation = op.row().notation == Notation::Relation;
    let apart = |math| if relation { Math::fenced("(", math, ")") } else { math };
    let mut line = vec![sign("="), plain(apart(op_math(graph, id)))];
    if graph.args(id).iter().all(|&arg| known(arg).is_some()) {
        let numbers = op_numbers(graph, id, |arg| known(arg).unwrap_or(f64::NAN));
        if numbers.plain() != result.text() {
            line.extend([sign("="), plain(apart(numbers))]);
        }
    }
    line.extend([sign("="), result]);
    match known(id).filter(|_| relation) {
        None => line,
        Some(0.0) => explain::does_not_hold(line).line(),
        Some(_) => explain::holds(line).line(),
    }
}

/// [`partial`] with everything else held fixed, where ∂top/∂bottom would be read as the whole change.
pub(super) fn direct_partial(top: &str, bottom: Math, node: NodeId) -> Part {
    let direct = Math::words(explain::direct().text());
    Part::Formula {
        math: Math::subscript(Math::fenced("(", fraction(top, bottom), ")"), direct),
        role: Role::Plain,
        node: Some(node),
    }
}

/// What an unnamed node is called in a sentence: its number.
pub(super) fn called(name: &str, value: f64) -> String {
    if name.is_empty() { number(value) } else { name_text(name) }
}
