//! Stepping through both passes: what is known at a moment, and the clock.

use chainrule::app::{Action, Speed, State, Walk, reduce, speech};
use chainrule::graph::{Form, NodeId};

use crate::{after, moved, next, typed};

fn named(state: &State, name: &str) -> NodeId {
    let graph = &state.derived.model.graph;
    graph.ids().find(|&id| graph.node(id).name == name).expect("there is a node of this name")
}

fn to(moment: usize) -> Action {
    Action::Step(Walk::To(moment))
}

#[test]
fn nothing_is_known_before_its_step() {
    let state = after([Action::Step(Walk::Start)]);
    let (a, x, output) = (named(&state, "a"), named(&state, "x"), state.derived.model.graph.output());
    assert_eq!(
        (state.stepping().value(x), state.stepping().value(a), state.stepping().output(), state.stepping().partial(0)),
        (Some(1.0), None, None, None)
    );
    assert!(state.derived.model.graph.edges().all(|edge| state.stepping().flow(edge).is_none()));
    assert!(state.derived.model.graph.ids().all(|id| state.stepping().grad(id).is_none()));
    let state = reduce(state, Action::Step(Walk::Forward)).0;
    assert_eq!(
        (state.stepping().value(a), state.stepping().output(), state.stepping().step_node()),
        (Some(4.0), None, Some(a))
    );
    let state = reduce(state, to(4)).0;
    assert_eq!(
        (state.stepping().output(), state.stepping().grad(output), state.stepping().grad(a)),
        (Some(25.0), Some(1.0), None)
    );
    let state = reduce(state, to(6)).0;
    assert_eq!((state.stepping().grad(a), state.stepping().partial(0)), (Some(10.0), None));
    let state = reduce(state, Action::Step(Walk::Back)).0;
    assert_eq!((state.stepping().grad(a), state.session.moment), (None, Some(5)));
}

#[test]
fn without_stepping_and_at_its_end_everything_is_shown() {
    let shown = |state: &State| {
        let graph = &state.derived.model.graph;
        let nodes: Vec<_> = graph.ids().map(|id| (state.stepping().value(id), state.stepping().grad(id))).collect();
        let flows: Vec<_> = graph.edges().map(|edge| state.stepping().flow(edge)).collect();
        let partials: Vec<_> =
            (0..graph.variables().len()).map(|variable| state.stepping().partial(variable)).collect();
        (nodes, flows, partials, state.stepping().output())
    };
    for form in [Form::Graph, Form::Tree] {
        for text in ["x*x + sin(x)", "{x < 0: y, x}", "7", "x", "max(x, y, 0) + 0*z"] {
            let state = after([Action::SetForm(form), typed(text)]);
            assert!(!state.stepping().is_stepping());
            let before = shown(&state);
            let end = reduce(state, to(usize::MAX)).0;
            assert_eq!(shown(&end), before, "{text}");
            assert_eq!(shown(&reduce(end, Action::Step(Walk::End)).0), before, "{text}");
        }
    }
}

#[test]
fn a_sum_of_gradients_grows_term_by_term() {
    let state = after([typed("x*x + sin(x)"), moved("x", 0.0), Action::Step(Walk::Start)]);
    let mut seen: Vec<Option<f64>> = vec![None];
    let mut state = state;
    for _ in 0..state.stepping().steps() {
        state = reduce(state, Action::Step(Walk::Forward)).0;
        assert_eq!(state.stepping().partial(0), state.stepping().grad(named(&state, "x")));
        seen.push(state.stepping().partial(0));
    }
    seen.dedup();
    assert_eq!(seen, [None, Some(1.0)], "0 is a term as well");
    let state = reduce(state, moved("x", 2.0)).0;
    let counts: Vec<Option<f64>> =
        (0..=state.stepping().steps()).map(|m| reduce(state.clone(), to(m)).0.stepping().partial(0)).collect();
    let mut sums: Vec<f64> = counts.into_iter().flatten().collect();
    sums.dedup();
    let expected = [2f64.cos(), 2f64.cos() + 2.0, 2f64.cos() + 4.0];
    assert!(sums.iter().zip(expected).all(|(sum, expected)| (sum - expected).abs() < 1e-12), "{sums:?}");
    assert_eq!((sums.len(), sums.last()), (3, Some(&state.derived.trace.partial(0))), "{sums:?}");
}

#[test]
fn a_slider_keeps_the_step_and_a_new_text_ends_it() {
    let state = after([to(2), moved("x", 2.0)]);
    assert_eq!(
        (state.session.moment, state.stepping().value(named(&state, "b")), state.stepping().output()),
        (Some(2), Some(9.0), None)
    );
    assert_eq!(speech::result(&state).text(), "Forward: b = a + 1 = 8 + 1 = 9");
    assert!(speech::node(&state, state.derived.model.graph.output()).text().contains("not computed yet"));
    assert!(!state.session.history.can_redo() && !state.link().contains("step"));
    let bad = reduce(state, typed("x +")).0;
    assert_eq!(bad.session.moment, Some(2), "the last good tree stays as it is");
    let good = reduce(bad, typed("x + 1")).0;
    assert_eq!((good.session.moment, good.stepping().output()), (None, Some(3.0)));
    let state = [Action::Play(true), Action::Undo].into_iter().fold(good, next);
    assert!(!state.stepping().is_stepping() && state.stepping().beat().is_none());
}

#[test]
fn the_clock_tells_the_story_and_stops_at_its_end() {
    let mut state = after([Action::Play(true)]);
    assert_eq!((state.session.moment, state.stepping().beat()), (Some(0), Some(1000)));
    let mut beats = 0;
    while state.stepping().beat().is_some() {
        state = reduce(state, Action::Step(Walk::Beat)).0;
        beats += 1;
    }
    assert_eq!((beats, state.session.moment), (7, Some(7)));
    let state = reduce(state, Action::Play(true)).0;
    assert_eq!(state.session.moment, Some(0), "played from the end it starts over");
    let state = [to(3), Action::Play(true), Action::Step(Walk::Forward)].into_iter().fold(state, next);
    assert_eq!((state.session.moment, state.stepping().beat()), (Some(4), None), "a step by hand stops the clock");
    let state = [Action::SetSpeed(Speed::Fourfold), Action::Play(true)].into_iter().fold(state, next);
    assert_eq!(state.stepping().beat(), Some(250));
    let state = reduce(state, Action::Step(Walk::End)).0;
    assert_eq!((state.session.moment, state.stepping().beat()), (None, None));
    let around: Vec<_> = std::iter::successors(Some(Speed::Half), |speed| Some(speed.next())).take(5).collect();
    assert_eq!(around[0], around[4]);
}

#[test]
fn long_stories_are_told_in_less_than_a_minute() {
    for terms in [20, 2_000] {
        let text: Vec<String> = (0..terms).map(|i| format!("sin(x+{i})")).collect();
        let mut state = after([typed(&text.join("+")), Action::Play(true)]);
        let mut time = 0;
        while let Some(beat) = state.stepping().beat() {
            time += beat;
            state = reduce(state, Action::Step(Walk::Beat)).0;
        }
        assert!((20_000..60_000).contains(&time), "{terms} terms: {time} ms");
    }
}
