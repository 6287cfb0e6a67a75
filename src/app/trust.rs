//! The backward pass compared with three others at the present point: central differences, the
//! derivative as a formula, and forward mode.

use super::State;
use super::derivatives::MOST_VARIABLES;
use crate::autodiff::{Check, NoteKind, Tangents, Trace, check, note};
use crate::explain::is_zero_to_the_zero;
use crate::typeset::{Digits, name_text, number_with};
use crate::words::{Message, autodiff, trust as words};

/// Relative error up to which a central difference counts as equal: its own error may be as large.
const TOLERANCE: f64 = 1e-5;

/// The same for results that differ only by the order of their roundings.
const ROUNDING: f64 = 1e-7;

/// At a kink the slopes of the two sides differ by more than this.
const KINKED: f64 = 1e-3;

/// On larger graphs each check costs two more forward passes than a pause has room for.
const MOST_WORK: usize = 2_000_000;

/// One partial derivative, found in several ways.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedPartial {
    /// The variable.
    pub name: String,
    /// Its value.
    pub at: f64,
    /// The backward pass and the differences.
    pub check: Check,
    /// The output's tangent in forward mode.
    pub forward: f64,
    /// The derivative as a formula, computed here; none where it is not written out.
    pub formula: Option<f64>,
}

impl CheckedPartial {
    fn agrees(&self) -> bool {
        let same = |other: f64| (other - self.check.backward).abs() <= ROUNDING * self.check.backward.abs().max(1.0);
        self.check.error() <= TOLERANCE && same(self.forward) && self.formula.is_none_or(same)
    }

    /// Whether the slopes of the two sides are different numbers.
    fn is_kinked(&self) -> bool {
        let Check { left, right, .. } = self.check;
        (right - left).abs() > KINKED * left.abs().max(right.abs()).max(1.0)
    }
}

/// What the check of the partial derivatives says.
#[derive(Clone, Debug, PartialEq)]
pub struct Trust {
    /// By variable.
    pub rows: Vec<CheckedPartial>,
    /// Why they differ, if they do.
    pub reason: Option<Message>,
}

/// Checks every partial derivative; none without variables, or where it would take too long.
///
/// ```
/// use chainrule::app::{State, trust};
/// let trust = trust::check_all(&State::default()).unwrap();
/// assert!(trust.reason.is_none());
/// let row = &trust.rows[0];
/// assert!((row.check.central - 40.0).abs() < 1e-6);
/// assert_eq!((row.check.backward, row.forward, row.formula), (40.0, 40.0, Some(40.0)));
/// ```
pub fn check_all(state: &State) -> Option<Trust> {
    let graph = &state.derived.model.graph;
    let variables = graph.variables();
    if variables.is_empty() || variables.len().saturating_mul(state.derived.model.tape.work()) > MOST_WORK {
        return None;
    }
    let inputs = state.inputs();
    let row = |(index, at): (usize, &f64)| {
        let mut tangents = Tangents::new(state.derived.model.tape.clone(), index);
        tangents.run(&state.derived.trace);
        // Only those formulas are found that are written out: more would take too long.
        let derived = (index < MOST_VARIABLES).then(|| state.derived.model.partial_tape(index)).flatten();
        let formula = derived.map(|derived| {
            let mut trace = Trace::new(derived.tape.clone());
            trace.forward(&inputs);
            trace.output()
        });
        CheckedPartial {
            name: variables[index].name.clone(),
            at: *at,
            check: check(&state.derived.trace, &inputs, index),
            forward: tangents.of(graph.output()),
            formula,
        }
    };
    let rows: Vec<CheckedPartial> = inputs.iter().enumerate().map(row).collect();
    let reason = reason(state, &rows);
    Some(Trust { rows, reason })
}

/// Why they differ: a node without a value or with a kink, as the graph knows it, or else the errors
/// that such numbers have. At a kink that is symmetric they agree, and the reason is given all the same.
fn reason(state: &State, rows: &[CheckedPartial]) -> Option<Message> {
    let graph = &state.derived.model.graph;
    let notes = || graph.ids().filter_map(|id| Some((id, note(graph, &state.derived.trace, id)?)));
    let born = notes().find(|(_, note)| note.kind == NoteKind::Domain);
    let differing = rows.iter().find(|row| !row.agrees());
    let Some((id, note)) = born.or_else(|| notes().next()) else {
        let CheckedPartial { check, formula, .. } = differing?;
        let output = || name_text(state.derived.model.output_name());
        let power = graph.ids().find(|&id| is_zero_to_the_zero(graph, &state.derived.trace, id));
        return Some(match (power, formula) {
            (Some(id), _) => words::zero_to_the_zero(name_text(&graph.node(id).name)),
            _ if check.left.is_nan() != check.right.is_nan() => words::one_sided(output()),
            _ if check.error() > TOLERANCE => words::too_fast(output()),
            (_, Some(formula)) if formula.is_nan() => words::no_number(),
            _ => words::rounding(),
        });
    };
    let kinked = rows.iter().find(|row| row.is_kinked());
    let row = kinked.or(differing)?;
    let (node, reason) = (name_text(&graph.node(id).name), autodiff::reason(note.reason));
    if !row.is_kinked() {
        return Some(words::at(node, reason));
    }
    let slope = |slope: f64| number_with(slope, Digits(4));
    let (left, right) = (slope(row.check.left), slope(row.check.right));
    Some(words::at_kink(node, reason, name_text(&row.name), left, right))
}
