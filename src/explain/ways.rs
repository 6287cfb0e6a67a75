//! The paths to the output, as rungs below the ladder.

use super::part::{Line, Rung, RungKind, called, factor, gradient, plain, pointer, sign, words};
use super::paths::{Path, Paths};
use crate::autodiff::Trace;
use crate::graph::{Graph, NodeId};
use crate::typeset::{Math, name_text, number};

/// Of longer paths only so many nodes at either end are shown.
const ENDS: usize = 4;

/// What the paths say; nothing where every path is a single edge, for that was said before.
pub(super) fn ways(graph: &Graph, node: NodeId, paths: &Paths, trace: &Trace) -> Vec<Rung> {
    let listed = paths.strongest.len();
    let all = listed as f64 == paths.count;
    if listed == 0 || (all && paths.strongest.iter().all(|path| path.edges.len() < 2)) {
        return Vec::new();
    }
    let from = called(&graph.node(node).name, trace.value(node));
    let to = match graph.node(graph.output()).name.as_str() {
        "" => "f".to_owned(),
        name => name_text(name),
    };
    let say = match paths.count {
        1.0 => {
            format!("Seen as a whole: one path leads from {from} to {to}, and the local derivatives along it multiply.")
        }
        _ if all => format!(
            "Seen as a whole: {listed} paths lead from {from} to {to}. The local derivatives along each multiply, and the products add up to ∂{to}/∂{from}."
        ),
        count => {
            let count = if count.is_finite() { number(count) } else { "more than 10³⁰⁸".into() };
            format!(
                "Seen as a whole: {count} paths lead from {from} to {to}. The backward pass adds up all their products without walking any edge twice. The strongest:"
            )
        }
    };
    let heading = Rung { kind: RungKind::Paths, say: vec![words(say)], lines: vec![] };
    let ways = paths.strongest.iter().filter_map(|path| {
        let kind = RungKind::Path(*path.edges.last()?);
        Some(Rung { kind, say: vec![], lines: vec![chain(graph, path), product(trace, path)] })
    });
    std::iter::once(heading).chain(ways).collect()
}

/// f ← b ← a ← x
fn chain(graph: &Graph, path: &Path) -> Line {
    let mut line = vec![pointer(graph, graph.output())];
    for place in shown(path.edges.len()) {
        line.push(sign("←"));
        line.push(match place {
            Some(place) => pointer(graph, graph.source(path.edges[place])),
            None => plain(Math::words("…")),
        });
    }
    line
}

/// 10 · 1 · 4 = 40
fn product(trace: &Trace, path: &Path) -> Line {
    let mut line = Vec::new();
    for place in shown(path.edges.len()) {
        if !line.is_empty() {
            line.push(sign("·"));
        }
        line.push(match place {
            Some(place) => {
                let local = trace.flow(path.edges[place]).map_or(f64::NAN, |flow| flow.local);
                if line.is_empty() { gradient(local, None) } else { factor(local, None) }
            }
            None => plain(Math::words("…")),
        });
    }
    if path.edges.len() > 1 {
        line.extend([sign("="), gradient(path.product, None)]);
    }
    line
}

/// The places of a path that are shown; none stands for what is left out.
fn shown(length: usize) -> impl Iterator<Item = Option<usize>> {
    let cut = length > 2 * ENDS;
    let head = if cut { ENDS } else { length };
    let tail = if cut { length - ENDS } else { length };
    (0..head).map(Some).chain(cut.then_some(None)).chain((tail..length).map(Some))
}
