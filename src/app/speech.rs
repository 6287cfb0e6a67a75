//! What a screen reader says.

use std::fmt::Write;

use super::State;
use crate::autodiff::{NoteKind, note};
use crate::graph::{NodeId, NodeKind};
use crate::typeset;
use crate::typeset::plain_text;
use crate::words;

/// More variables than this are not read out one by one.
const MOST_PARTIALS: usize = 6;

/// In larger graphs the search for a reason would be felt in a drag.
const LARGEST_EXPLAINED: usize = 5_000;

/// One node: "b, a plus 1, value 5, gradient 10", as far as it is known.
pub fn node(state: &State, id: NodeId) -> String {
    let graph = &state.model.graph;
    let node = graph.node(id);
    let value = state.value(id);
    let Some(value) = value.map(typeset::spoken) else {
        return format!("{}, {}, not computed yet", node.name, typeset::op_spoken(graph, id));
    };
    let mut text = match node.kind {
        NodeKind::Number(_) => return format!("number {value}"),
        NodeKind::Constant(_) => return format!("constant {}, {value}", typeset::label(graph, id)),
        NodeKind::Variable(_) => format!("{}, variable, value {value}", node.name),
        NodeKind::Op(_) => format!("{}, {}, value {value}", node.name, typeset::op_spoken(graph, id)),
    };
    if let Some(grad) = state.grad(id) {
        let _ = write!(text, ", gradient {}", typeset::spoken(grad));
    }
    if let (Some(tangent), Some(variable)) = (state.tangent(id), &state.document.forward) {
        let _ = write!(text, ", derivative toward {variable} {}", typeset::spoken(tangent));
    }
    if let Some(note) = note(graph, &state.trace, id) {
        let _ = write!(text, ", {}", words::autodiff::reason(note.reason));
    }
    text
}

/// Why the output is no number, where it is not: the first node at which that began.
pub fn reason(state: &State) -> Option<String> {
    if state.output().is_none_or(f64::is_finite) || state.model.graph.len() > LARGEST_EXPLAINED {
        return None;
    }
    let graph = &state.model.graph;
    let (id, note) = graph
        .ids()
        .find_map(|id| Some((id, note(graph, &state.trace, id)?)).filter(|(_, note)| note.kind == NoteKind::Domain))?;
    Some(format!(
        "{} = {}: {}",
        typeset::name_text(&graph.node(id).name),
        typeset::op_line(graph, id),
        words::autodiff::reason(note.reason)
    ))
}

/// The outcome: "f = 81, ∂f/∂x = 72"; while stepping, what the last step did.
pub fn result(state: &State) -> String {
    if let Some(line) = state.sentence() {
        return plain_text(&line);
    }
    let mut text = format!("{} = {}", state.model.output_name(), typeset::number(state.trace.output()));
    let variables = state.model.graph.variables();
    for (index, variable) in variables.iter().enumerate().take(MOST_PARTIALS) {
        let _ = write!(
            text,
            ", {} = {}",
            state.model.partial_name(&variable.name),
            typeset::number(state.trace.partial(index))
        );
    }
    if variables.len() > MOST_PARTIALS {
        let _ = write!(text, " and {} more", variables.len() - MOST_PARTIALS);
    }
    text
}
