//! Where a node stands in the text.

use crate::graph::{Graph, NodeId, Uses};
use crate::sort::sorted;
use crate::syntax::Span;

/// So many characters are kept on either side of what is marked.
const AROUND: usize = 60;

/// A piece of the text, and whether it is the node's.
pub type Piece = (String, bool);

/// The text around a node with its own places marked: all of them, for a variable that is used
/// several times. Long texts are cut to what is around the first. Empty where the node stands in no text.
///
/// ```
/// use chainrule::{explain::place, graph, syntax::parse};
/// let graph = graph::build(&parse("(4*x+1)^2").unwrap(), Default::default()).unwrap();
/// let a = graph.ids().find(|&id| graph.node(id).name == "a").unwrap();
/// let pieces = place("(4*x+1)^2", &graph, &graph.uses(), a);
/// assert_eq!(pieces, [("(".into(), false), ("4*x".into(), true), ("+1)^2".into(), false)]);
/// ```
pub fn place(source: &str, graph: &Graph, uses: &Uses, node: NodeId) -> Vec<Piece> {
    let mut spans: Vec<Span> = match graph.args(node) {
        [] => uses.of(node).iter().map(|&edge| graph.use_span(edge)).collect(),
        _ => Vec::new(),
    };
    spans.push(graph.node(node).span);
    spans.retain(|span| source.get(span.range()).is_some_and(|text| !text.is_empty()));
    let spans = sorted(spans, |a, b| (a.start, a.end).cmp(&(b.start, b.end)));
    let Some(first) = spans.first().copied() else { return Vec::new() };
    let (start, end) = window(source, first);
    let mut pieces = Vec::new();
    let mut done = start;
    if start > 0 {
        pieces.push(("… ".to_owned(), false));
    }
    for span in spans {
        let range = span.range();
        if range.start < done || range.end > end {
            continue;
        }
        push(&mut pieces, &source[done..range.start], false);
        push(&mut pieces, &source[range.clone()], true);
        done = range.end;
    }
    push(&mut pieces, &source[done..end], false);
    if end < source.len() {
        pieces.push((" …".to_owned(), false));
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str, marked: bool) {
    if !text.is_empty() {
        pieces.push((text.to_owned(), marked));
    }
}

/// The part of a text that is shown, in bytes.
fn window(source: &str, span: Span) -> (usize, usize) {
    let range = span.range();
    let start = source[..range.start].char_indices().rev().nth(AROUND).map_or(0, |(at, char)| at + char.len_utf8());
    let end = source[range.end..].char_indices().nth(AROUND).map_or(source.len(), |(at, _)| range.end + at);
    (start, end)
}
