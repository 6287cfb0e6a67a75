//! What single nodes show: their label, and what they compute from their arguments.

use std::fmt;

use super::fragment::Fragment;
use super::text::to_text;
use super::{Math, Word, name_math, name_text, number, number_math};
use crate::graph::{Graph, NodeId, NodeKind};
use crate::ops::{Notation, known};

/// What a node shows large.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    /// The symbol of its operation, a variable's name, a number: the same in all languages.
    Sign(String),
    /// A word.
    Word(Word),
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Label::Sign(sign) => f.write_str(sign),
            Label::Word(word) => f.write_str(&word.text()),
        }
    }
}

/// What a node shows large. Powers show the word that textbooks have for them: `square`.
///
/// ```
/// use chainrule::{graph, syntax::parse, typeset::{Label, Word, label}};
/// let graph = graph::build(&parse("(4*x + 1)^2").unwrap(), Default::default()).unwrap();
/// assert_eq!(label(&graph, graph.output()), Label::Word(Word::Square));
/// ```
pub fn label(graph: &Graph, id: NodeId) -> Label {
    let node = graph.node(id);
    Label::Sign(match node.kind {
        NodeKind::Number(value) => number(value),
        NodeKind::Constant(constant) => constant.names()[0].into(),
        NodeKind::Variable(_) => name_text(&node.name),
        NodeKind::Op(op) => match op.row().notation {
            Notation::Power => return Label::Word(power(graph, id)),
            Notation::Relation if op == known::AND => return Label::Word(Word::And),
            Notation::LogBase => {
                let base = argument(graph, graph.args(id)[0]).math;
                to_text(&Math::subscript(Math::identifier(op.row().symbol), base))
            }
            _ => op.row().symbol.into(),
        },
    })
}

/// The word for a power: literal exponents of 2 and 3 have their own.
fn power(graph: &Graph, id: NodeId) -> Word {
    let exponent = graph.node(graph.args(id)[1]);
    match exponent.kind {
        NodeKind::Number(2.0) if exponent.name.is_empty() => Word::Square,
        NodeKind::Number(3.0) if exponent.name.is_empty() => Word::Cube,
        _ => Word::Power,
    }
}

/// What a node computes from its arguments' names, as plain text; empty for variables.
///
/// ```
/// use chainrule::{graph, syntax::parse, typeset::op_line};
/// let graph = graph::build(&parse("(4*x + 1)^2").unwrap(), Default::default()).unwrap();
/// let lines: Vec<String> = graph.ids().map(|id| op_line(&graph, id)).collect();
/// assert_eq!(lines.last().unwrap(), "b²");
/// assert!(lines.contains(&"4 · x".to_owned()) && lines.contains(&"a + 1".to_owned()));
/// ```
pub fn op_line(graph: &Graph, id: NodeId) -> String {
    match graph.node(id).kind {
        NodeKind::Variable(_) => String::new(),
        _ => to_text(&op_math(graph, id)),
    }
}

/// What a node computes from its arguments' names, as a formula; a variable's is its name. Parts
/// carry the places of the arguments in the text.
///
/// ```
/// use chainrule::{graph, syntax::parse, typeset::op_math};
/// let graph = graph::build(&parse("sqrt(x)").unwrap(), Default::default()).unwrap();
/// assert_eq!(op_math(&graph, graph.output()).to_string(), "<msqrt><mi>x</mi></msqrt>");
/// ```
pub fn op_math(graph: &Graph, id: NodeId) -> Math {
    let node = graph.node(id);
    let math = match node.kind {
        NodeKind::Number(value) => number_math(value),
        NodeKind::Constant(constant) => Fragment::constant(constant).math,
        NodeKind::Variable(_) => name_math(&node.name),
        NodeKind::Op(op) => Fragment::apply(op, graph.args(id).iter().map(|&arg| argument(graph, arg)).collect()).math,
    };
    math.at(node.span)
}

/// What a node computes from its arguments' numbers, as a formula: 4 · 1 for 4 · x at x = 1.
///
/// ```
/// use chainrule::{graph, syntax::parse, typeset::op_numbers};
/// let graph = graph::build(&parse("sqrt(x)").unwrap(), Default::default()).unwrap();
/// assert_eq!(op_numbers(&graph, graph.output(), |_| 9.0).to_string(), "<msqrt><mn>9</mn></msqrt>");
/// ```
pub fn op_numbers(graph: &Graph, id: NodeId, value: impl Fn(NodeId) -> f64) -> Math {
    let NodeKind::Op(op) = graph.node(id).kind else { return number_math(value(id)) };
    let args = graph.args(id).iter().map(|&arg| Fragment::number(value(arg), number_math(value(arg))));
    Fragment::apply(op, args.collect()).math
}

/// A node as an argument of another: its name, or its number if it has none.
fn argument(graph: &Graph, id: NodeId) -> Fragment {
    let node = graph.node(id);
    let mut piece = match node.kind {
        _ if !node.name.is_empty() => Fragment::name(name_math(&node.name)),
        NodeKind::Number(value) => Fragment::number(value, number_math(value)),
        NodeKind::Constant(constant) => Fragment::constant(constant),
        NodeKind::Variable(_) | NodeKind::Op(_) => Fragment::name(Math::words("…")),
    };
    piece.math.span = Some(node.span);
    piece
}
