//! Remarks on a local derivative that is a convention or not a number.

use crate::autodiff::{Known, NoteKind, Trace, note};
use crate::graph::{EdgeId, Graph, NodeId, NodeKind};
use crate::ops::Notation;
use crate::typeset::{Line, Part};
use crate::words::autodiff::reason;
use crate::words::{Message, explain};

/// Why a local derivative is a convention, or no number; none where it is an ordinary number, or not
/// known yet.
pub(super) fn caveat(graph: &Graph, known: Known<'_>, edge: EdgeId) -> Option<Message> {
    let (flow, trace) = (known.flow(edge)?, known.trace());
    Some(match note(graph, trace, graph.target(edge)) {
        Some(note) if note.kind == NoteKind::Kink => capital(&explain::convention(reason(note.reason))),
        Some(note) if flow.local.is_nan() => explain::no_number(reason(note.reason)),
        Some(note) if flow.local.is_infinite() => explain::infinite(reason(note.reason)),
        _ if flow.local.is_nan() && trace.value(graph.source(edge)).is_nan() => explain::no_number_comes_in(),
        _ if flow.local.is_nan() => explain::no_derivative(),
        _ if flow.local.is_infinite() => explain::infinitely_steep(),
        _ if flow.upstream.is_nan() => explain::upstream_is_nan(),
        _ if graph.slot(edge) == 1 && is_zero_to_the_zero(graph, trace, graph.target(edge)) => {
            explain::zero_to_the_zero()
        }
        _ if flow.product == 0.0 && flow.upstream * flow.local != 0.0 => explain::other_case(),
        _ => return None,
    })
}

/// Whether a node is a power of 0 with an exponent that is 0 and can change. Its value is 1 there, 0 for a
/// larger exponent and infinite for a smaller one, so it has no derivative with respect to the exponent;
/// by convention that is 0.
///
/// ```
/// use chainrule::{autodiff::{Tape, Trace}, explain::is_zero_to_the_zero, graph, syntax::parse};
/// let at_zero = |text: &str| {
///     let graph = graph::build(&parse(text).unwrap(), Default::default()).unwrap();
///     let mut trace = Trace::new(Tape::new(&graph).into());
///     trace.run(&[0.0]);
///     is_zero_to_the_zero(&graph, &trace, graph.output())
/// };
/// assert!(at_zero("x^x"));
/// assert!(!at_zero("x^0"), "this is 1 everywhere");
/// ```
pub fn is_zero_to_the_zero(graph: &Graph, trace: &Trace, node: NodeId) -> bool {
    let (NodeKind::Op(op), &[base, exponent]) = (graph.node(node).kind, graph.args(node)) else { return false };
    op.row().notation == Notation::Power
        && graph.node(exponent).active
        && [base, exponent].into_iter().all(|id| trace.value(id) == 0.0)
}

/// A sentence from a reason that begins with a small letter.
fn capital(sentence: &Message) -> Message {
    let mut line: Line = sentence.line();
    if let Some(Part::Words(words)) = line.first_mut() {
        let mut chars = words.chars();
        *words = chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect());
    }
    Message::neutral(line)
}
