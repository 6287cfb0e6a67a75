//! Edits of the text and the sliders, undo, and the choice of a node, with their consequences.

use std::rc::Rc;

use chainrule::app::{Action, Input, State, reduce, speech};
use chainrule::graph::{Form, NodeId};
use chainrule::syntax::{Offer, Span};
use proptest::prelude::*;

use crate::{after, moved, next, typed};

#[test]
fn the_first_view_is_the_article_s_example() {
    let state = State::default();
    assert_eq!(&*state.document.source, "(4*x+1)^2");
    assert_eq!((state.derived.trace.output(), state.derived.trace.partial(0)), (25.0, 40.0));
    assert_eq!(speech::result(&state).text(), "f = 25, ∂f/∂x = 40");
}

#[test]
fn a_drag_touches_neither_text_nor_layout() {
    let before = State::default();
    let model = before.derived.model.clone();
    let state = (0..100).fold(before, |state, step| reduce(state, moved("x", f64::from(step) / 100.0)).0);
    assert!(Rc::ptr_eq(&state.derived.model, &model));
    assert_eq!(state.derived.trace.output(), (4.0f64 * 0.99 + 1.0).powi(2));
}

#[test]
fn a_bad_text_leaves_the_last_good_tree() {
    let state = after([moved("x", 2.0), typed("(4*x+1)^2 + sine(x)"), moved("x", 1.0)]);
    let failure = state.derived.failure.as_ref().expect("sine is no function");
    assert_eq!(failure.chars, (12, 16));
    let offer = failure.offer.clone().expect("sin is near");
    assert_eq!(&*state.derived.model.source, "(4*x+1)^2");
    assert_eq!(state.derived.trace.output(), 25.0, "the sliders still work");
    let state = reduce(state, Action::Accept(offer)).0;
    assert_eq!(&*state.document.source, "(4*x+1)^2 + sin(x)");
    assert!(state.derived.failure.is_none());
}

#[test]
fn an_offer_may_bring_the_values_of_its_variables() {
    let state = after([typed("a = 2; x = -30; a*x^2")]);
    let offer = state.derived.model.program.notices[0].offer.clone().expect("two sliders are offered");
    let state = reduce(state, Action::Accept(offer)).0;
    assert_eq!(&*state.document.source, "a*x^2");
    assert_eq!((state.document.input("a").value, state.document.input("x").value), (2.0, -30.0));
    assert_eq!(state.derived.trace.output(), 1800.0);
    let state = reduce(state, Action::Undo).0;
    assert_eq!(&*state.document.source, "a = 2; x = -30; a*x^2", "text and values are one step of undo");
    let state = after([typed("x^2 at x = 3")]);
    let offer = state.derived.failure.expect("at is no operator").offer.clone().expect("a slider is offered");
    let state = reduce(State::default(), typed("x^2 at x = 3")).0;
    let state = reduce(state, Action::Accept(offer)).0;
    assert_eq!(state.derived.trace.output(), 9.0);
}

#[test]
fn places_are_counted_in_characters() {
    let state = after([typed("σ(x) + sine(x)")]);
    assert_eq!(state.derived.failure.unwrap().chars, (7, 11));
}

#[test]
fn a_correction_outside_of_the_text_is_ignored() {
    let state = after([Action::Accept(Offer { span: Span::new(5, 500), text: "x".into(), values: Vec::new() })]);
    assert_eq!(state.document, State::default().document);
}

#[test]
fn values_stay_when_the_text_changes() {
    let state = after([typed("x*y"), moved("y", 3.0), typed("x"), typed("x*y")]);
    assert_eq!(state.derived.trace.output(), 3.0);
}

#[test]
fn a_value_beyond_the_range_widens_it() {
    let state = after([moved("x", 12.0)]);
    assert_eq!(state.document.input("x"), Input { value: 12.0, min: -5.0, max: 12.0 });
    let state = reduce(state, Action::SetRange { name: "x".into(), min: 0.0, max: 8.0 }).0;
    assert_eq!(state.document.input("x"), Input { value: 8.0, min: 0.0, max: 8.0 });
    let state = reduce(state, Action::SetRange { name: "x".into(), min: 3.0, max: 3.0 }).0;
    assert_eq!(state.document.input("x").min, 0.0, "no range, no change");
    let state = reduce(state, moved("x", f64::NAN)).0;
    assert_eq!(state.document.input("x").value, 8.0);
    let state = [moved("x", 1e308), moved("x", -1e308)].into_iter().fold(state, next);
    let Input { value, min, max } = state.document.input("x");
    assert_eq!((value, min, (max - min).is_finite()), (-1e308, -1e308, true), "a slider has a length");
}

#[test]
fn typing_is_undone_in_runs() {
    let state = after([typed("x"), typed("x+"), typed("x+1"), Action::Settle, typed("x+12"), Action::Undo]);
    assert_eq!(&*state.document.source, "x+1");
    let state = reduce(state, Action::Undo).0;
    assert_eq!(&*state.document.source, "(4*x+1)^2");
    assert!(!state.session.history.can_undo());
    let state = [Action::Redo, Action::Redo, Action::Redo].into_iter().fold(state, next);
    assert_eq!(&*state.document.source, "x+12");
    assert_eq!(state.derived.trace.output(), 13.0);
}

#[test]
fn a_drag_is_undone_at_once() {
    let state = after([moved("x", 2.0), moved("x", 3.0), moved("x", 4.0), Action::Undo]);
    assert_eq!(state.derived.trace.output(), 25.0);
    let state = reduce(state, Action::Redo).0;
    assert_eq!(state.document.input("x").value, 4.0);
    let state = reduce(state, typed("x")).0;
    assert!(!state.session.history.can_redo(), "an edit ends what could be done again");
}

#[test]
fn the_form_is_a_choice() {
    let state = after([typed("x*x"), Action::SetForm(Form::Tree)]);
    assert_eq!(state.derived.model.graph.len(), 3);
    assert_eq!(state.derived.trace.partial(0), 2.0);
    let state =
        [typed("sin(x)+sin(x)"), Action::SetForm(Form::Graph), Action::SetMerge(true)].into_iter().fold(state, next);
    assert_eq!(state.derived.model.graph.len(), 3);
}

#[test]
fn the_selection_follows_its_node_and_never_points_at_nothing() {
    let state = after([typed("h = x+1; h^2")]);
    let named =
        |state: &State| state.derived.model.graph.ids().find(|&id| state.derived.model.graph.node(id).name == "h");
    let chosen = named(&state);
    let state = [Action::Select(chosen), typed("h = x+1; 3*h^2 + y")].into_iter().fold(state, next);
    assert_eq!(state.session.selection, named(&state));
    let state = reduce(state, typed("7")).0;
    assert_eq!(state.session.selection, None);
    let state = reduce(state, Action::Hover(Some(NodeId(99)))).0;
    assert_eq!(state.lit(), None);
}

#[test]
fn a_screen_reader_hears_names_values_and_gradients() {
    let state = State::default();
    let heard: Vec<String> = state.derived.model.graph.ids().map(|id| speech::node(&state, id).text()).collect();
    assert!(heard.contains(&"b, a plus 1, value 5, gradient 10".to_owned()), "{heard:?}");
    assert!(heard.contains(&"number 4".to_owned()), "{heard:?}");
    let state = after([typed("ln(x-2)")]);
    assert!(speech::reason(&state).unwrap().text().contains("ln(a)"));
}

#[test]
fn an_edge_chooses_its_node_and_one_use_of_it() {
    let state = reduce(State::default(), typed("x*x")).0;
    let x = state.derived.model.graph.variables()[0].nodes[0];
    assert_eq!(state.explained(), x, "without a choice the first variable is explained");
    let second = state.derived.model.uses.of(x)[1];
    let state = reduce(state, Action::SelectEdge(second)).0;
    assert_eq!((state.session.selection, state.session.chosen_use), (Some(x), Some(second)));
    let output = state.derived.model.graph.output();
    let state = reduce(state, Action::Select(Some(output))).0;
    assert_eq!((state.explained(), state.session.chosen_use), (output, None));
    let state = reduce(state, typed("2 + 3")).0;
    let state = reduce(state, Action::Select(None)).0;
    assert_eq!(state.explained(), state.derived.model.graph.output(), "without a variable it is the output");
}

proptest! {
    #[test]
    fn snapping_stays_in_range_and_near(value in -1e3..1e3f64, width in 1e-3..1e6f64) {
        let input = Input { value, min: value - width, max: value + width };
        let snapped = input.snap(value);
        prop_assert!(input.min <= snapped && snapped <= input.max);
        prop_assert!((snapped - value).abs() <= input.step());
    }
}
