//! Forward mode on the page: saved, undone, live under the sliders, stepped through and counted.

use chainrule::app::{Action, State, Walk, reduce};

use crate::{after, moved, then, typed};

/// A text in forward mode with respect to a variable.
fn forward_from(text: &str, variable: &str) -> State {
    after([typed(text), Action::SetForward(Some(variable.into()))])
}

#[test]
fn forward_mode_is_saved_shared_undone_and_outlives_its_variable() {
    let state = forward_from("x*y", "y");
    assert!(state.link().ends_with("&forward=y"), "{}", state.link());
    let opened = State::open(&state.link());
    assert_eq!(opened.derived.tangents.map(|tangents| tangents.variable()), Some(1));
    assert!(reduce(state.clone(), Action::Undo).0.derived.tangents.is_none());
    let state = reduce(state, typed("x")).0;
    assert!(state.derived.tangents.is_none());
    let state = reduce(state, typed("x*y + y")).0;
    assert!(state.derived.tangents.is_some());
    // A variable may be called forward: its value is a number.
    let state = State::open("#e=forward%5E2&forward=3&forward=forward");
    assert_eq!((state.derived.trace.output(), state.document.forward.as_deref()), (9.0, Some("forward")));
}

#[test]
fn forward_mode_follows_the_sliders() {
    let state = forward_from("x*y + sin(x)", "x");
    for (x, y) in [(0.0, 3.0), (2.0, -1.0)] {
        let state = then(state.clone(), [moved("x", x), moved("y", y)]);
        assert_eq!(state.forward().tangent(state.derived.model.graph.output()), Some(state.derived.trace.partial(0)));
    }
}

#[test]
fn stepping_through_forward_mode_finds_each_tangent_with_its_value() {
    let mut state = then(forward_from("x*y + 2*3", "x"), [moved("y", 1.0)]);
    state = reduce(state, Action::Step(Walk::Start)).0;
    let mut told = Vec::new();
    while state.session.moment < Some(state.stepping().steps()) {
        for id in state.derived.model.graph.ids().filter(|&id| state.derived.model.graph.node(id).active) {
            assert_eq!(state.forward().tangent(id).is_some(), state.stepping().value(id).is_some());
            assert_eq!(state.stepping().grad(id), None);
        }
        assert_eq!(state.stepping().partial(0), None);
        state = reduce(state, Action::Step(Walk::Forward)).0;
        told.push(chainrule::typeset::plain_text(&state.stepping().sentence().unwrap()));
    }
    assert_eq!((state.stepping().partial(0), state.stepping().partial(1)), (Some(1.0), None));
    assert_eq!(told[0], "Forward: a = x · y = 1 · 1 = 1, and ∂a / ∂x = 1 · 1 = 1");
    assert!(told[1].ends_with("= 6"), "nothing is carried from constants: {}", told[1]);
    // Back in backward mode both are known again.
    let state = reduce(state, Action::SetForward(None)).0;
    assert_eq!((state.session.moment, state.stepping().partial(1)), (None, Some(1.0)));
}

#[test]
fn a_sweep_without_a_step_can_be_played() {
    let state = reduce(forward_from("x", "x"), Action::Play(true)).0;
    assert!(state.stepping().beat().is_some());
    assert!(!reduce(state, Action::Step(Walk::Beat)).0.session.player.playing);
}

#[test]
fn the_cost_of_both_modes_is_counted() {
    for (text, begins) in [
        (
            "(4*x+1)^2",
            "Forward: a sweep per variable, 3 multiplications by local derivatives. Backward: a sweep per output, 3.",
        ),
        (
            "a*b*c",
            "Forward: a sweep per variable, 2 + 2 + 1 = 5 multiplications by local derivatives. Backward: a sweep per output, 4.",
        ),
        (
            "a*b*c*d*g",
            "Forward: a sweep per variable, 14 multiplications by local derivatives for all 5. Backward: a sweep per output, 8.",
        ),
        ("-x", "Forward: a sweep per variable, 1 multiplication by"),
    ] {
        let variable = if text.contains('x') { "x" } else { "a" };
        let cost = forward_from(text, variable).forward().cost().unwrap().text();
        assert!(cost.starts_with(begins), "{text}: {cost}");
    }
    assert_eq!(State::default().forward().cost(), None);
}
