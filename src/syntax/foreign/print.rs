//! `tree → text` in our own notation.

use super::node::{Kind, Node};
use crate::ops::Level;

/// Signs after which a sum needs no parentheses.
const BEFORE_SUM: &[&str] = &[",", "=", ":", "+", "<", ">", "<=", ">=", "&&"];

/// Signs before which a sum needs no parentheses.
const AFTER_SUM: &[&str] = &[",", ":", "+", "-", "=", "<", ">", "<=", ">=", "&&"];

/// The nodes as one text.
pub(super) fn print(items: &[Node]) -> String {
    let mut out = String::new();
    for (place, node) in items.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &items[before]);
        let text = written(node, before, items.get(place + 1));
        let joins = |c: char| c.is_alphanumeric() || c == '_';
        let grow_together = out.ends_with(joins) && text.starts_with(joins) && before.is_some_and(Node::is_operand);
        let line = out.is_empty() || out.ends_with('\n') || node.kind == Kind::Break;
        if !line && (node.gap || grow_together && !is_glued(before, node)) {
            out.push(' ');
        }
        out += &text;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a name stands right after its number, as in 2x.
fn is_glued(before: Option<&Node>, node: &Node) -> bool {
    before.is_some_and(|before| before.kind == Kind::Number) && node.kind == Kind::Name && !node.gap
}

/// A node with the parentheses that it needs between these two.
fn written(node: &Node, before: Option<&Node>, after: Option<&Node>) -> String {
    match &node.kind {
        Kind::Group(items) => {
            let close = match node.text.as_str() {
                "[" => "]",
                "{" | r"\{" => "}",
                "⌊" => "⌋",
                "⌈" => "⌉",
                "⟨" => "⟩",
                _ => ")",
            };
            format!("{}{}{close}", node.text.trim_start_matches('\\'), print(items).trim_start())
        }
        Kind::Done(Some(level)) => {
            let product = *level == Level::Product;
            let is = |sign: &Node, signs: &[&str]| {
                sign.kind == Kind::Break || sign.kind == Kind::Sign && signs.contains(&sign.text.as_str())
            };
            let fits_before = before.is_none_or(|sign| is(sign, BEFORE_SUM) || product && is(sign, &["-"]));
            let fits_after = after.is_none_or(|sign| is(sign, AFTER_SUM) || product && is(sign, &["*", "/"]));
            if fits_before && fits_after { node.text.clone() } else { format!("({})", node.text) }
        }
        Kind::Command => format!(r"\{}", node.text),
        _ => node.text.clone(),
    }
}

/// The parts between signs of one kind.
pub(super) fn split<'n>(items: &'n [Node], sign: &str) -> Vec<&'n [Node]> {
    if items.is_empty() { Vec::new() } else { items.split(|node| node.is_sign(sign)).collect() }
}
