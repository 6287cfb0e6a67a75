//! Where variables start.

use crate::app::{Derived, Document, Model};

/// Where the variables that a person types start, one after the other.
///
/// If all of them started at 1, a loss would be 0, neurons would be equal, and the gradients of a softmax would
/// cancel. These numbers are short and differ from each other, and among neighbours nothing that people write
/// is 0: no difference of two, no residual such as `w*x - y`, `y - w*x` or `w*x + b - y`, no determinant. The
/// first five are positive, so that roots and logarithms of them are numbers; the last two show what a sign
/// does. As there are seven, which is prime, neurons with two to six parameters each are all different until
/// the series has come round as often.
pub const SERIES: [f64; 7] = [1.0, 2.0, 1.5, 4.0, 0.5, -1.0, -3.0];

/// Lets every variable that has no value yet start at its place in the series: it has as many places before it
/// as there are variables that have a value, or the next place whose number none of these stands at.
pub(in crate::app) fn give(document: &mut Document, model: &Model) {
    let names = || model.graph.variables().iter().map(|variable| &variable.name);
    let (known, new): (Vec<_>, Vec<_>) = names().partition(|name| document.has_value(name));
    let mut taken = SERIES.map(|number| known.iter().any(|name| document.input(name).value == number));
    for (place, name) in (known.len()..).zip(new) {
        let places = (0..SERIES.len()).map(|further| (place + further) % SERIES.len());
        let place = places.clone().find(|&place| !taken[place]).unwrap_or(place % SERIES.len());
        taken[place] = true;
        document.start.insert(name.clone(), SERIES[place]);
    }
}

/// What was opened starts where it stands: the variables of the text, if it is a good one, and whatever the link
/// gives a value.
pub(in crate::app) fn start_here(document: &mut Document, derived: &Derived) {
    let variables = derived.model.graph.variables().iter().filter(|_| derived.failure.is_none());
    let names = variables.map(|variable| &variable.name).chain(document.inputs.keys());
    document.start = names.map(|name| (name.clone(), document.input(name).value)).collect();
}
