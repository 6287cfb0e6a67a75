//! What a screen reader says.

use super::State;
use crate::autodiff::{NoteKind, note};
use crate::graph::{NodeId, NodeKind};
use crate::typeset;
use crate::words::autodiff::reason as why;
use crate::words::{Message, list, speech};

/// More variables than this are not read out one by one.
const MOST_PARTIALS: usize = 6;

/// In larger graphs the search for a reason would be felt in a drag.
const LARGEST_EXPLAINED: usize = 5_000;

/// One node: "b, a plus 1, value 5, gradient 10", as far as it is known.
pub fn node(state: &State, id: NodeId) -> Message {
    let graph = &state.derived.model.graph;
    let node = graph.node(id);
    let (name, computes) = (|| node.name.clone(), || speech::operation(graph, id));
    let Some(value) = state.stepping().value(id).map(speech::number) else {
        return speech::not_computed(name(), computes());
    };
    let said = match node.kind {
        NodeKind::Number(_) => return speech::number_node(value),
        NodeKind::Constant(_) => return speech::constant_node(typeset::label(graph, id).to_string(), value),
        NodeKind::Variable(_) => speech::variable_node(name(), value),
        NodeKind::Op(_) => speech::operation_node(name(), computes(), value),
    };
    let gradient = state.stepping().grad(id).map(|grad| speech::gradient(speech::number(grad)));
    let tangent = state.forward().tangent(id).zip(state.document.forward.clone());
    let derivative = tangent.map(|(tangent, variable)| speech::derivative(variable, speech::number(tangent)));
    let note = note(graph, &state.derived.trace, id).map(|note| why(note.reason));
    list::in_a_row([Some(said), gradient, derivative, note].into_iter().flatten())
}

/// Why the output is no number, where it is not: the first node at which that began.
pub fn reason(state: &State) -> Option<Message> {
    if state.stepping().output().is_none_or(f64::is_finite) || state.derived.model.graph.len() > LARGEST_EXPLAINED {
        return None;
    }
    let graph = &state.derived.model.graph;
    let (id, note) = graph.ids().find_map(|id| {
        Some((id, note(graph, &state.derived.trace, id)?)).filter(|(_, note)| note.kind == NoteKind::Domain)
    })?;
    let name = typeset::name_text(&graph.node(id).name);
    Some(speech::no_number(name, typeset::op_line(graph, id), why(note.reason)))
}

/// Where the variables stand: "x = 2, y = −1".
pub fn values(state: &State) -> Message {
    let variables = state.derived.model.graph.variables();
    let equations = variables.iter().zip(state.inputs());
    let equations = equations.map(|(variable, value)| equation(&typeset::name_text(&variable.name), value));
    with_more(list::in_a_row(equations.take(MOST_PARTIALS)), variables.len())
}

/// The outcome: "f = 81, ∂f/∂x = 72"; while stepping, what the last step did.
pub fn result(state: &State) -> Message {
    if let Some(line) = state.stepping().sentence() {
        return Message::neutral(line);
    }
    let variables = state.derived.model.graph.variables();
    let partial = |index: usize| {
        equation(&state.derived.model.partial_name(&variables[index].name), state.derived.trace.partial(index))
    };
    let value = equation(state.derived.model.output_name(), state.derived.trace.output());
    let shown = variables.len().min(MOST_PARTIALS);
    with_more(list::in_a_row(std::iter::once(value).chain((0..shown).map(partial))), variables.len())
}

/// What is said of the first variables, and how many more there are.
fn with_more(said: Message, variables: usize) -> Message {
    match variables.saturating_sub(MOST_PARTIALS) {
        0 => said,
        more => speech::result_and_more(said, more),
    }
}

fn equation(name: &str, value: f64) -> Message {
    Message::neutral(format!("{name} = {}", typeset::number(value)))
}
