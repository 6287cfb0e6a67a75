//! The page without a browser, one file per topic of `src/app`.
#![cfg(not(target_arch = "wasm32"))]

mod curve;
mod data;
mod descent;
mod editing;
mod examples;
mod forward;
mod help;
mod hessian;
mod identity;
mod link;
mod map;
mod point;
mod scene;
mod seams;
mod stepping;
#[path = "../support/mod.rs"]
mod support;
mod trust;
mod typing;

use chainrule::app::{Action, State, reduce};

/// What a person typed.
fn typed(text: &str) -> Action {
    Action::Type(text.into())
}

/// Where a person moved a slider.
fn moved(name: &str, value: f64) -> Action {
    Action::SetValue { name: name.into(), value }
}

/// The state after an action.
fn next(state: State, action: Action) -> State {
    reduce(state, action).0
}

/// The first view after these actions.
fn after(actions: impl IntoIterator<Item = Action>) -> State {
    then(State::default(), actions)
}

/// The same page after these actions.
fn then(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, next)
}

/// The page with this text at this point.
fn page(text: &str, at: &[(&str, f64)]) -> State {
    let state = after([typed(text)]);
    assert!(state.derived.failure.is_none(), "{text}");
    then(state, at.iter().map(|&(name, value)| moved(name, value)))
}

/// Where a slider stands.
fn value(state: &State, name: &str) -> f64 {
    state.document.input(name).value
}
