//! What a reader has to know before believing a local derivative.

use crate::autodiff::{Known, NoteKind, note};
use crate::graph::{EdgeId, Graph};
use crate::words::autodiff::reason;

/// A sentence with a space before it: why a local derivative is a convention, or no number; empty
/// where it is an ordinary number, or not known yet.
pub(super) fn caveat(graph: &Graph, known: Known<'_>, edge: EdgeId) -> String {
    let (Some(flow), trace) = (known.flow(edge), known.trace()) else { return String::new() };
    let said = match note(graph, trace, graph.target(edge)) {
        Some(note) if note.kind == NoteKind::Kink => format!("{}.", capital(&reason(note.reason).text())),
        Some(note) if flow.local.is_nan() => format!("There is no number here: {}.", reason(note.reason)),
        Some(note) if flow.local.is_infinite() => format!("The slope is infinite here: {}.", reason(note.reason)),
        _ if flow.local.is_nan() && trace.value(graph.source(edge)).is_nan() => {
            "There is no number to compute it from: what comes in is NaN already.".into()
        }
        _ if flow.local.is_nan() => "The formula gives no number here: this derivative does not exist.".into(),
        _ if flow.local.is_infinite() => "The slope is infinitely steep here.".into(),
        _ if flow.upstream.is_nan() => {
            "What comes from upstream is NaN already, and so is every product with it.".into()
        }
        _ if flow.product == 0.0 && flow.upstream * flow.local != 0.0 => {
            "This case is not the one that holds here, so nothing flows along it.".into()
        }
        _ => return String::new(),
    };
    format!(" {said}")
}

fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
