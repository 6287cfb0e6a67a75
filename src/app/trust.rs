//! The backward pass held against central differences at the present point.

use super::State;
use crate::autodiff::{Check, NoteKind, check, note};

/// Relative error up to which both are the same: what a central difference can be off by itself.
const TOLERANCE: f64 = 1e-5;

/// On larger graphs each check costs two more forward passes than a pause has room for.
const MOST_WORK: usize = 2_000_000;

/// What the check of the partial derivatives says.
#[derive(Clone, Debug, PartialEq)]
pub struct Trust {
    /// Variable, its value, and its check.
    pub checks: Vec<(String, f64, Check)>,
    /// Why they differ, if they do.
    pub reason: Option<String>,
}

/// Checks every partial derivative; none without variables, or where it would take too long.
///
/// ```
/// use chainrule::app::{State, trust};
/// let trust = trust::check_all(&State::default()).unwrap();
/// assert!(trust.reason.is_none());
/// assert!((trust.checks[0].2.central - 40.0).abs() < 1e-6);
/// ```
pub fn check_all(state: &State) -> Option<Trust> {
    let graph = &state.model.graph;
    let variables = graph.variables();
    if variables.is_empty() || variables.len().saturating_mul(graph.len()) > MOST_WORK {
        return None;
    }
    let inputs = state.inputs();
    let checks: Vec<(String, f64, Check)> = variables
        .iter()
        .enumerate()
        .map(|(index, variable)| (variable.name.clone(), inputs[index], check(&state.trace, &inputs, index)))
        .collect();
    let agrees = |check: &Check| check.error() <= TOLERANCE;
    let reason = (!checks.iter().all(|(_, _, check)| agrees(check))).then(|| reason(state));
    Some(Trust { checks, reason })
}

/// What the graph knows of the point: a place without a value, a kink, or else that f bends fast.
fn reason(state: &State) -> String {
    let graph = &state.model.graph;
    let notes = || graph.ids().filter_map(|id| Some((id, note(graph, &state.trace, id)?)));
    let born = notes().find(|(_, note)| note.kind == NoteKind::Domain);
    let (node, text) = match born.or_else(|| notes().next()) {
        Some((id, note)) => (&graph.node(id).name, note.text),
        None => return "f bends or jumps too fast here for the step of the difference".to_owned(),
    };
    format!("at {node}: {text}")
}
