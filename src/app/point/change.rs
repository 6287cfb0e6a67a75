//! What a person changes of the point.

use super::random::{randomise, reset};
use super::{AtEnd, Stride};
use crate::app::edit::set_inputs;
use crate::app::{Edit, Speed, State};

/// A change of the point.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Sent the sliders to random values.
    Randomise,
    /// Sent the sliders back to where they started.
    Reset,
    /// Started or stopped a slider that plays.
    Play(String, bool),
    /// Stopped all of them.
    Halt,
    /// So many milliseconds went by on the clock.
    Beat(f64),
    /// Chose how fast sliders play.
    Speed(Speed),
    /// Chose in which steps.
    Stride(Stride),
    /// Chose what happens at the end of the track.
    AtEnd(AtEnd),
}

/// Does what a person changed of the point.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    match change {
        Change::Randomise => {
            halt(state);
            state.session.descending.halt();
            randomise(state);
        }
        Change::Reset => {
            halt(state);
            state.session.descending.halt();
            reset(state);
        }
        Change::Play(name, true) => play(state, &name),
        Change::Play(name, false) => {
            state.session.playing.stop(&name);
            settle(state);
        }
        Change::Halt => halt(state),
        Change::Beat(ms) => beat(state, ms),
        Change::Speed(speed) => state.session.playing.speed = speed,
        Change::Stride(stride) => state.session.playing.stride = stride,
        Change::AtEnd(at_end) => state.session.playing.at_end = at_end,
    }
}

/// Lets a slider play. What plays together is undone together, and nothing else with it.
fn play(state: &mut State, name: &str) {
    if state.derived.model.program.variable(name).is_none() {
        return;
    }
    state.session.descending.halt();
    if !state.session.playing.is_on() {
        state.session.history.settle();
    }
    let input = state.document.input(name);
    state.session.playing.start(name, input);
}

fn beat(state: &mut State, ms: f64) {
    let moved = state.session.playing.pass(ms, &state.document);
    set_inputs(state, Edit::Playing, moved);
    settle(state);
}

fn halt(state: &mut State) {
    state.session.playing.halt();
    settle(state);
}

/// When no slider plays any more, their run is over.
fn settle(state: &mut State) {
    if !state.session.playing.is_on() {
        state.session.history.settle();
    }
}
