//! The paths to the output: as rungs at the end of the ladder, and as a legend of the picture.

use super::explanation::{Rung, RungKind};
use super::formulas::{called, factor, gradient, plain, pointer, sign};
use super::paths::{Path, Paths, paths};
use crate::autodiff::Known;
use crate::graph::{Graph, NodeId};
use crate::typeset::{Digits, Line, Math, name_text, number, number_with, plain_text};
use crate::words;

/// Of longer paths, only this many nodes at either end are shown.
const ENDS: usize = 4;

/// The same in the legend, which has less space.
const LEGEND_ENDS: usize = 2;

/// Most paths that have a line in the legend.
const LEGEND_LINES: usize = 4;

/// Lines of a legend at most, with that of the sum.
pub const LEGEND_ROWS: usize = LEGEND_LINES + 1;

/// The strongest paths from a node to the output, as the picture tells them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// The paths, the strongest first.
    pub paths: Vec<Path>,
    /// Of each path its nodes, `f ← b ← a`, and its product, `10 · 1 = 10`; empty while not all of it is known.
    pub lines: Vec<(String, String)>,
    /// What all paths add up to, also those without a line; none for a single path, or while not known.
    pub sum: Option<String>,
}

/// The legend of a node, with the numbers that are known.
///
/// ```
/// use chainrule::{autodiff::{Known, Tape, Trace}, explain::legend, graph, syntax::parse};
/// let graph = graph::build(&parse("x*x").unwrap(), Default::default()).unwrap();
/// let (mut trace, uses) = (Trace::new(Tape::new(&graph).into()), graph.uses());
/// trace.run(&[3.0]);
/// let legend = legend(&graph, Known::all(&trace, &uses), graph.variables()[0].nodes[0]);
/// assert_eq!(legend.lines[0], ("f ← x".into(), "3".into()));
/// assert_eq!(legend.sum.unwrap(), "sum of 2 paths: 6");
/// ```
pub fn legend(graph: &Graph, known: Known<'_>, node: NodeId) -> Legend {
    if !graph.node(node).active || node == graph.output() {
        return Legend::default();
    }
    let Paths { count, mut strongest } = paths(graph, known.trace(), node);
    strongest.truncate(LEGEND_LINES);
    let text = |path: &Path| {
        let product = if told(known, path) { product_text(known, path) } else { String::new() };
        (plain_text(&chain(graph, path, LEGEND_ENDS)), product)
    };
    let sum = known.whole_grad(node).filter(|_| count > 1.0);
    let sum = sum.map(|grad| match counted(count) {
        Some(count) => words::explain::sum_of_paths(count, short(grad)).text(),
        None => words::explain::sum_of_countless_paths(short(grad)).text(),
    });
    Legend { lines: strongest.iter().map(text).collect(), paths: strongest, sum }
}

/// Whether all numbers along a path are known.
fn told(known: Known<'_>, path: &Path) -> bool {
    path.edges.iter().all(|&edge| known.flow(edge).is_some())
}

/// 10 · 1 · 4 = 40, with the digits that nodes have in the picture.
fn product_text(known: Known<'_>, path: &Path) -> String {
    let mut text = String::new();
    for place in shown(path.edges.len(), LEGEND_ENDS) {
        let local = place.map(|place| known.flow(path.edges[place]).map_or(f64::NAN, |flow| flow.local));
        let first = text.is_empty();
        text += if first { "" } else { " · " };
        match local {
            Some(local) if local < 0.0 && !first => text += &format!("({})", short(local)),
            Some(local) => text += &short(local),
            None => text.push('…'),
        }
    }
    if path.edges.len() > 1 {
        text += &format!(" = {}", short(path.product));
    }
    text
}

fn short(value: f64) -> String {
    number_with(value, Digits(4))
}

/// A number of paths, if it is one that a double can hold.
fn counted(count: f64) -> Option<String> {
    count.is_finite().then(|| number(count))
}

/// The rungs about the paths; none if every path is a single edge, because other rungs show these.
pub(super) fn path_rungs(graph: &Graph, node: NodeId, known: Known<'_>) -> Vec<Rung> {
    let paths = paths(graph, known.trace(), node);
    let listed = paths.strongest.len();
    let all = listed as f64 == paths.count;
    if listed == 0 || (all && paths.strongest.iter().all(|path| path.edges.len() < 2)) {
        return Vec::new();
    }
    let from = called(&graph.node(node).name, known.trace().value(node));
    let to = name_text(graph.output_name());
    let say = match paths.count {
        1.0 => words::explain::one_path(from, to),
        _ if all => {
            let partial = format!("∂{to}/∂{from}");
            words::explain::paths(listed, from, to, partial)
        }
        count => match counted(count) {
            Some(count) => words::explain::many_paths(count, from, to),
            None => words::explain::countless_paths(from, to),
        },
    };
    let heading = Rung { kind: RungKind::Paths, say: say.line(), lines: vec![] };
    let ways = paths.strongest.iter().filter_map(|path| {
        let kind = RungKind::Path(*path.edges.last()?);
        Some(Rung { kind, say: vec![], lines: vec![chain(graph, path, ENDS), product(known, path)] })
    });
    std::iter::once(heading).chain(ways).collect()
}

/// f ← b ← a ← x
fn chain(graph: &Graph, path: &Path, ends: usize) -> Line {
    let mut line = vec![pointer(graph, graph.output())];
    for place in shown(path.edges.len(), ends) {
        line.push(sign("←"));
        line.push(match place {
            Some(place) => pointer(graph, graph.source(path.edges[place])),
            None => plain(Math::words("…")),
        });
    }
    line
}

/// 10 · 1 · 4 = 40
fn product(known: Known<'_>, path: &Path) -> Line {
    let mut line = Vec::new();
    for place in shown(path.edges.len(), ENDS) {
        if !line.is_empty() {
            line.push(sign("·"));
        }
        line.push(match place {
            Some(place) => {
                let local = known.flow(path.edges[place]).map(|flow| flow.local);
                if line.is_empty() { gradient(local, None) } else { factor(local, None) }
            }
            None => plain(Math::words("…")),
        });
    }
    if path.edges.len() > 1 {
        line.extend([sign("="), gradient(Some(path.product).filter(|_| told(known, path)), None)]);
    }
    line
}

/// The places of a path that are shown; none stands for what is left out.
fn shown(length: usize, ends: usize) -> impl Iterator<Item = Option<usize>> {
    let cut = length > 2 * ends;
    let head = if cut { ends } else { length };
    let tail = if cut { length - ends } else { length };
    (0..head).map(Some).chain(cut.then_some(None)).chain((tail..length).map(Some))
}
