//! What is special about a node at the current point, and why.

use super::Trace;
use crate::graph::{Graph, NodeId, NodeKind};

/// What is special about a node at the current point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which of the two it is.
    pub kind: NoteKind,
    /// The reason, in lower case without a full stop.
    pub text: &'static str,
}

/// Kind of a [`Note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// The value is NaN or infinite, and it was born at this node.
    Domain,
    /// The derivative does not exist here; a convention holds.
    Kink,
}

/// The note of a node at the current point, if there is one.
pub fn note(graph: &Graph, trace: &Trace, node: NodeId) -> Option<Note> {
    let NodeKind::Op(op) = graph.node(node).kind else { return None };
    let args: Vec<f64> = graph.args(node).iter().map(|&arg| trace.value(arg)).collect();
    let value = trace.value(node);
    if !value.is_finite() {
        if args.iter().any(|arg| !arg.is_finite()) && !(value.is_nan() && args.iter().all(|arg| !arg.is_nan())) {
            return None;
        }
        let text = (op.row().domain)(&args).unwrap_or(match value.is_nan() {
            true if args.iter().any(|arg| arg.is_infinite()) => "infinite values leave no number, as in ∞ − ∞ or 0 · ∞",
            true => "not defined here",
            false => "too large for a floating-point number",
        });
        return Some(Note { kind: NoteKind::Domain, text });
    }
    let text = (op.row().kink)(&args).filter(|_| graph.node(node).active)?;
    Some(Note { kind: NoteKind::Kink, text })
}
