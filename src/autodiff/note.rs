//! What is special about a node at the current point, and why.

use super::Trace;
use crate::graph::{Graph, NodeId, NodeKind};

/// What is special about a node at the current point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which of the two it is.
    pub kind: NoteKind,
    /// Why.
    pub reason: Reason,
}

/// Why there is a [`Note`]; the sentences are in `words::autodiff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The reason is one that the operation's row gives.
    OfRow(&'static str),
    /// Infinite arguments give no number, as in ∞ − ∞.
    Indeterminate,
    /// The operation has no value at these arguments.
    Undefined,
    /// The value is larger than the largest double.
    Overflow,
}

/// Kind of a [`Note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// The value is NaN or infinite, and this is the first node where it is.
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
        let reason = match (op.row().domain)(&args) {
            Some(text) => Reason::OfRow(text),
            None if value.is_nan() && args.iter().any(|arg| arg.is_infinite()) => Reason::Indeterminate,
            None if value.is_nan() => Reason::Undefined,
            None => Reason::Overflow,
        };
        return Some(Note { kind: NoteKind::Domain, reason });
    }
    let text = (op.row().kink)(&args).filter(|_| graph.node(node).active)?;
    Some(Note { kind: NoteKind::Kink, reason: Reason::OfRow(text) })
}
