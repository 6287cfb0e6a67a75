//! Formulas of our own language with places for arguments: `a`, `b`, `c`.

use super::super::Span;
use super::node::{Kind, Node, tree};
use super::print::print;
use crate::ops::Level;

const PLACES: [&str; 3] = ["a", "b", "c"];

/// A formula that has its argument in two places doubles what stands in it, and so on with each one around
/// it; beyond this length nothing is offered.
const LONGEST_RESULT: usize = 4000;

/// What stands for a text that is too long; our grammar does not read it.
const TOO_LONG: &str = "…";

/// How many arguments a template has places for.
pub(super) fn places(template: &str) -> usize {
    fn highest(items: &[Node]) -> usize {
        let of = |node: &Node| match &node.kind {
            Kind::Group(items) => highest(items),
            Kind::Name => PLACES.iter().position(|place| node.is_name(place)).map_or(0, |place| place + 1),
            _ => 0,
        };
        items.iter().map(of).max().unwrap_or(0)
    }
    highest(&tree(template).unwrap_or_default())
}

/// The template with its places filled, standing at `span`.
pub(super) fn fill(template: &str, arguments: &[&[Node]], span: Span) -> Node {
    let mut items = tree(template).unwrap_or_default();
    put(&mut items, arguments);
    done(&items, span)
}

fn put(items: &mut [Node], arguments: &[&[Node]]) {
    for node in items {
        if let Kind::Group(inner) = &mut node.kind {
            put(inner, arguments);
        } else if let Some(place) = PLACES.iter().position(|place| node.is_name(place))
            && let Some(argument) = arguments.get(place)
        {
            // Parentheses of its own are written only where it needs them here.
            let argument = match argument {
                [only] => only.inside("(").unwrap_or(argument),
                _ => argument,
            };
            *node = done(argument, node.span).spaced_as(node);
        }
    }
}

/// Nodes as one operand that knows whether it needs parentheses.
pub(super) fn done(items: &[Node], span: Span) -> Node {
    let text = print(items);
    let text = if text.len() > LONGEST_RESULT { TOO_LONG } else { text.trim() };
    Node::new(Kind::Done(level(items)), text, span)
}

/// The loosest operator of an expression; none if it is an atom.
fn level(items: &[Node]) -> Option<Level> {
    match items {
        [Node { kind: Kind::Done(level), .. }] => *level,
        [_] => None,
        [Node { kind: Kind::Name, .. }, call] if call.is_open("(") => None,
        _ if items.iter().any(|node| node.is_sign("+") || node.is_sign("-") || node.is_sign("−")) => Some(Level::Sum),
        _ => Some(Level::Product),
    }
}
