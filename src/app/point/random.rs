//! Values at random, and back to the start.

use crate::app::edit::edit;
use crate::app::{Edit, Input, State};
use crate::autodiff::Trace;
use crate::data::SplitMix64;

/// So many points are tried until the output is a finite number at one.
const MOST_TRIES: usize = 30;

/// Random values are multiples of so many of a slider's steps, as 0.1 on a slider from −5 to 5: numbers that
/// can be read at a glance.
const STEPS: f64 = 10.0;

/// Moves every slider to a random value of its own range. Where there is one after a few tries, it is a point
/// at which the output is finite; if not, it is where the last try ended.
pub(super) fn randomise(state: &mut State) {
    let seed = state.document.point.seed.wrapping_add(1);
    let mut random = SplitMix64::new(seed.into());
    let movable = movable(state);
    let mut trace = Trace::new(state.derived.model.tape.clone());
    let mut at = state.inputs();
    for _ in 0..MOST_TRIES {
        for (variable, name) in &movable {
            at[*variable] = anywhere(state.document.input(name), &mut random);
        }
        trace.forward(&at);
        if trace.output().is_finite() {
            break;
        }
    }
    let values = movable.into_iter().map(|(variable, name)| (name, at[variable]));
    place(state, values.collect(), seed);
}

/// Moves every slider to where it started.
pub(super) fn reset(state: &mut State) {
    let values = movable(state).into_iter().map(|(_, name)| {
        let start = state.document.start_of(&name);
        (name, start)
    });
    place(state, values.collect(), state.document.point.seed);
}

/// The variables that no column of the data stands in for.
fn movable(state: &State) -> Vec<(usize, String)> {
    let variables = state.derived.model.graph.variables().iter().enumerate();
    let free = variables.filter(|(variable, _)| !state.derived.data.columns.contains(variable));
    free.map(|(index, variable)| (index, variable.name.clone())).collect()
}

/// A random short number between the ends of a slider, but never 0, where products vanish.
fn anywhere(input: Input, random: &mut SplitMix64) -> f64 {
    let step = STEPS * input.step();
    let (first, last) = ((input.min / step).ceil(), (input.max / step).floor());
    let with_zero = first <= 0.0 && 0.0 <= last;
    let count = last - first + if with_zero { 0.0 } else { 1.0 };
    if count < 1.0 {
        return input.value;
    }
    let steps = first + random.below(count as usize) as f64;
    let steps = if with_zero && steps >= 0.0 { steps + 1.0 } else { steps };
    input.nearest(steps * step, step)
}

/// Moves sliders in one edit that is undone by itself.
fn place(state: &mut State, values: Vec<(String, f64)>, seed: u32) {
    edit(state, Edit::Single, |document| {
        document.point.seed = seed;
        for (name, value) in values {
            let input = document.input(&name).at(value);
            document.inputs.insert(name, input);
        }
    });
}
