//! What a screen reader says: numbers, operations, nodes, the result.

use super::messages::messages;
use super::{Message, list, ops};
use crate::graph::{Graph, NodeId, NodeKind};
use crate::ops::{Constant, Notation, Syntax};
use crate::typeset::number_parts;

messages! {
    "speech":
    /// NaN.
    not_a_number() = "not a number";
    /// ∞
    infinity() = "infinity";
    /// A negative number.
    minus(number: Message) = "minus {number}";
    /// 1.5·10⁷
    times_power_of_ten(number: Message, exponent: Message) = "{number} times 10 to the power of {exponent}";
    /// 10⁷
    power_of_ten(exponent: Message) = "10 to the power of {exponent}";

    /// `operator` stands between its arguments: "plus".
    infix(first: Message, operator: Message, second: Message) = "{first} {operator} {second}";
    /// `operator` stands before its arguments: "sine of".
    prefix(operator: Message, arguments: Message) = "{operator} {arguments}";
    /// a²
    squared(base: Message) = "{base} squared";
    /// a³
    cubed(base: Message) = "{base} cubed";
    /// The logarithm to any base.
    logarithm(base: Message, argument: Message) = "logarithm to the base {base} of {argument}";
    /// A case of a piecewise function.
    case(value: Message, condition: Message) = "{value} if {condition} holds";
    /// The last case of a piecewise function.
    otherwise(value: Message) = "{value} otherwise";
    /// An argument without a name.
    expression() = "an expression";

    /// A node while stepping; `computes` is for example "a plus 1".
    not_computed(name: String, computes: Message) = "{name}, {computes}, not computed yet";
    /// A node: a number in the formula.
    number_node(value: Message) = "number {value}";
    /// A node: π, τ or e.
    constant_node(constant: String, value: Message) = "constant {constant}, {value}";
    /// A node: a variable.
    variable_node(name: String, value: Message) = "{name}, variable, value {value}";
    /// A node: an operation; `computes` is for example "a plus 1".
    operation_node(name: String, computes: Message, value: Message) = "{name}, {computes}, value {value}";
    /// Behind a node.
    gradient(gradient: Message) = "gradient {gradient}";
    /// Behind a node, in forward mode.
    derivative(variable: String, derivative: Message) = "derivative with respect to {variable}: {derivative}";

    /// Why the output is no number: the first node at which that began, what it computes, and why.
    no_number(node: String, computes: String, reason: Message) = "{node} = {computes}: {reason}";
    /// The value and the first partial derivatives; there are more.
    result_and_more(result: Message, more: usize) = "{result} and {more} more";
}

/// A number in words where its signs would be misread.
///
/// ```
/// use chainrule::words::speech::number;
/// assert_eq!(number(-3.5).text(), "minus 3.5");
/// assert_eq!(number(1.5e-7).text(), "1.5 times 10 to the power of minus 7");
/// assert_eq!(number(-1e9).text(), "minus 10 to the power of 9");
/// assert_eq!(number(f64::NAN).text(), "not a number");
/// assert_eq!(number(f64::NEG_INFINITY).text(), "minus infinity");
/// ```
pub fn number(value: f64) -> Message {
    if value.is_nan() {
        return not_a_number();
    }
    let (mantissa, exponent) = number_parts(value);
    let size = mantissa.trim_start_matches('−');
    let said = match (size, exponent.as_str()) {
        ("∞", _) => infinity(),
        (_, "") => Message::neutral(size),
        ("", _) => power_of_ten(signed(&exponent)),
        _ => times_power_of_ten(Message::neutral(size), signed(&exponent)),
    };
    if size.len() < mantissa.len() { minus(said) } else { said }
}

fn signed(digits: &str) -> Message {
    match digits.strip_prefix('−') {
        Some(digits) => minus(Message::neutral(digits)),
        None => Message::neutral(digits),
    }
}

/// What a node computes from its arguments' names.
///
/// ```
/// use chainrule::{graph, syntax::parse, words::speech};
/// let graph = graph::build(&parse("sin(4*x)").unwrap(), Default::default()).unwrap();
/// assert_eq!(speech::operation(&graph, graph.output()).text(), "sine of a");
/// ```
pub fn operation(graph: &Graph, id: NodeId) -> Message {
    let node = graph.node(id);
    let NodeKind::Op(op) = node.kind else {
        return match node.kind {
            NodeKind::Number(value) => number(value),
            NodeKind::Constant(constant) => Message::neutral(latin(constant)),
            _ => Message::neutral(node.name.as_str()),
        };
    };
    let args: Vec<Message> = graph.args(id).iter().map(|&arg| argument(graph, arg)).collect();
    match (op.row().notation, op.row().syntax, args.as_slice()) {
        (Notation::Power, _, [base, _]) if is_literal(graph, id, 2.0) => squared(base.clone()),
        (Notation::Power, _, [base, _]) if is_literal(graph, id, 3.0) => cubed(base.clone()),
        (Notation::LogBase, _, [base, of]) => logarithm(base.clone(), of.clone()),
        (Notation::Cases, ..) => list::in_a_row(args.chunks(2).map(|pair| match pair {
            [condition, value] => case(value.clone(), condition.clone()),
            last => otherwise(last[0].clone()),
        })),
        (_, Syntax::Infix(..), [first, second]) => infix(first.clone(), ops::spoken(op), second.clone()),
        _ => prefix(ops::spoken(op), list::all_of(args)),
    }
}

/// Whether a node is a power with this literal as its exponent.
fn is_literal(graph: &Graph, id: NodeId, exponent: f64) -> bool {
    let argument = graph.node(graph.args(id)[1]);
    argument.name.is_empty() && argument.kind == NodeKind::Number(exponent)
}

fn argument(graph: &Graph, id: NodeId) -> Message {
    let node = graph.node(id);
    match node.kind {
        _ if !node.name.is_empty() => Message::neutral(node.name.as_str()),
        NodeKind::Number(value) => number(value),
        NodeKind::Constant(constant) => Message::neutral(latin(constant)),
        NodeKind::Variable(_) | NodeKind::Op(_) => expression(),
    }
}

/// A constant by its last name, which is the one in Latin letters.
fn latin(constant: Constant) -> &'static str {
    constant.names().last().copied().unwrap_or_default()
}
