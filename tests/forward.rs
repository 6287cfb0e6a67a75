//! Forward mode: its tangents are the backward pass's gradients, reached from below.

mod support;

use chainrule::app::{Action, State, Walk, reduce};
use chainrule::autodiff::{Tangents, Tape, Trace};
use chainrule::graph::{Form, Graph, Options, build};
use chainrule::ops::{Arity, Op};
use chainrule::syntax::TermKind;
use proptest::prelude::*;
use support::Tree;

fn swept(trace: &Trace, variable: usize) -> Tangents {
    let mut tangents = Tangents::new(trace.tape().clone(), variable);
    tangents.run(trace);
    tangents
}

/// The tangents of a text's named nodes toward its first variable.
fn named(text: &str, at: &[(&str, f64)]) -> Vec<(String, f64)> {
    let (graph, trace) = support::trace(text, at);
    let tangents = swept(&trace, 0);
    let named = graph.ids().filter(|&id| !graph.node(id).name.is_empty());
    named.map(|id| (graph.node(id).name.clone(), tangents.of(id))).collect()
}

#[test]
fn known_tangents() {
    type Row<'a> = (&'a str, &'a [(&'a str, f64)], &'a [(&'a str, f64)]);
    let inf = f64::INFINITY;
    let rows: &[Row<'_>] = &[
        ("(4*x+1)^2", &[("x", 1.0)], &[("x", 1.0), ("a", 4.0), ("b", 4.0), ("f", 40.0)]),
        ("x*y + sin(x)", &[("x", 0.0), ("y", 3.0)], &[("x", 1.0), ("y", 0.0), ("a", 3.0), ("b", 1.0), ("f", 4.0)]),
        // Toward y the partial is NaN at x < 0, and is not asked for.
        ("x^y", &[("x", -2.0), ("y", 2.0)], &[("x", 1.0), ("y", 0.0), ("f", -4.0)]),
        ("max(x, 0)", &[("x", 0.0)], &[("x", 1.0), ("f", 0.5)]),
        // The branch that is not taken has an infinite slope of its own, and the output none of it.
        ("{x = 0: x, sqrt(x)}", &[("x", 0.0)], &[("x", 1.0), ("a", 0.0), ("b", inf), ("f", 1.0)]),
    ];
    for &(text, at, expected) in rows {
        let found = named(text, at);
        let found: Vec<(&str, f64)> = found.iter().map(|(name, tangent)| (name.as_str(), *tangent)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn every_operation_carries_the_tangents_of_its_arguments() {
    for &op in Op::ALL {
        let (Arity::Exactly(count) | Arity::AtLeast(count)) = op.row().arity;
        let variables = (0..count as u32).map(|index| Tree::Leaf(TermKind::Variable(index)));
        let graph = build(&support::program(&Tree::Apply(op, variables.collect())), Options::default()).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        let mut compared = 0;
        for point in [[0.3, 0.7, 1.9], [1.6, -0.4, 0.2], [-0.9, 2.0, -3.0], [2.5, 1.1, 0.6]] {
            trace.run(&point[..count]);
            for variable in (0..count).filter(|&variable| trace.partial(variable).is_finite()) {
                compared += 1;
                let tangent = swept(&trace, variable).of(graph.output());
                assert_eq!(tangent, trace.partial(variable), "{} at {point:?}, {variable}", op.row().name);
            }
        }
        assert!(compared > 0, "{}", op.row().name);
    }
}

#[test]
fn each_pass_multiplies_once_an_edge() {
    for (text, form, forward, backward) in [
        ("(4*x+1)^2", Form::Graph, &[3][..], 3),
        // x to the product, to the sine, and both up to the sum; y to the product, and up.
        ("x*y + sin(x)", Form::Graph, &[4, 2], 5),
        ("w*x + b", Form::Graph, &[2, 2, 1], 4),
        ("x*x", Form::Tree, &[2], 2),
        ("7", Form::Graph, &[], 0),
    ] {
        let tape = Tape::new(&support::graph(text, Options { form, merge: false }));
        let counted: Vec<usize> = (0..tape.inputs()).map(|variable| tape.forward_products(variable)).collect();
        assert_eq!((counted.as_slice(), tape.backward_products()), (forward, backward), "{text}");
    }
}

/// A text in forward mode toward a variable.
fn forward_from(text: &str, variable: &str) -> State {
    let state = reduce(State::default(), Action::Type(text.into()));
    reduce(state, Action::SetForward(Some(variable.into())))
}

#[test]
fn forward_mode_is_saved_shared_undone_and_outlives_its_variable() {
    let state = forward_from("x*y", "y");
    assert!(state.link().ends_with("&forward=y"), "{}", state.link());
    let opened = State::open(&state.link());
    assert_eq!(opened.tangents.map(|tangents| tangents.variable()), Some(1));
    assert!(reduce(state.clone(), Action::Undo).tangents.is_none());
    let state = reduce(state, Action::Type("x".into()));
    assert!(state.tangents.is_none());
    let state = reduce(state, Action::Type("x*y + y".into()));
    assert!(state.tangents.is_some());
    // A variable may be called forward: its value is a number.
    let state = State::open("#e=forward%5E2&forward=3&forward=forward");
    assert_eq!((state.trace.output(), state.document.forward.as_deref()), (9.0, Some("forward")));
}

#[test]
fn forward_mode_follows_the_sliders() {
    let state = forward_from("x*y + sin(x)", "x");
    for (x, y) in [(0.0, 3.0), (2.0, -1.0)] {
        let set = |state, name: &str, value| reduce(state, Action::SetValue { name: name.into(), value });
        let state = set(set(state.clone(), "x", x), "y", y);
        assert_eq!(state.tangent(state.model.graph.output()), Some(state.trace.partial(0)));
    }
}

#[test]
fn stepping_through_forward_mode_finds_each_tangent_with_its_value() {
    let mut state = forward_from("x*y + 2*3", "x");
    state = reduce(state, Action::Step(Walk::Start));
    let mut told = Vec::new();
    while state.moment < Some(state.steps()) {
        for id in state.model.graph.ids().filter(|&id| state.model.graph.node(id).active) {
            assert_eq!(state.tangent(id).is_some(), state.value(id).is_some());
            assert_eq!(state.grad(id), None);
        }
        assert_eq!(state.partial(0), None);
        state = reduce(state, Action::Step(Walk::Forward));
        told.push(chainrule::explain::plain_text(&state.sentence().unwrap()));
    }
    assert_eq!((state.partial(0), state.partial(1)), (Some(1.0), None));
    assert_eq!(told[0], "Forward: a = x · y = 1 · 1 = 1, and ∂a / ∂x = 1 · 1 = 1");
    assert!(told[1].ends_with("= 6"), "nothing is carried from constants: {}", told[1]);
    // Back in backward mode both are known again.
    let state = reduce(state, Action::SetForward(None));
    assert_eq!((state.moment, state.partial(1)), (None, Some(1.0)));
}

#[test]
fn a_sweep_without_a_step_can_be_played() {
    let state = reduce(forward_from("x", "x"), Action::Play(true));
    assert!(state.beat().is_some());
    assert!(!reduce(state, Action::Step(Walk::Beat)).player.playing);
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
        let cost = forward_from(text, variable).forward_cost().unwrap();
        assert!(cost.starts_with(begins), "{text}: {cost}");
    }
    assert_eq!(State::default().forward_cost(), None);
}

/// The largest number on the way, infinite if there is NaN: rounding errors are as large as it times ε.
fn scale(graph: &Graph, trace: &Trace, tangents: &Tangents) -> f64 {
    let flows = graph.edges().flat_map(|edge| [trace.flow(edge), tangents.flow(edge)]).flatten();
    let of_flows = flows.flat_map(|flow| [flow.upstream, flow.local, flow.product]);
    let numbers = graph.ids().flat_map(|id| [tangents.of(id), trace.value(id)]).chain(of_flows);
    numbers.fold(1.0, |largest, number| if number.is_nan() { f64::INFINITY } else { f64::max(largest, number.abs()) })
}

proptest! {
    #[test]
    fn the_output_s_tangent_is_the_partial_of_the_backward_pass(
        tree in support::trees(|_| true),
        point in prop::collection::vec(-3.0..3.0f64, 3),
        tree_form: bool,
    ) {
        let form = if tree_form { Form::Tree } else { Form::Graph };
        let graph = build(&support::program(&tree), Options { form, merge: false }).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        trace.run(&point);
        for variable in 0..graph.variables().len() {
            let tangents = swept(&trace, variable);
            let (forward, backward) = (tangents.of(graph.output()), trace.partial(variable));
            let scale = scale(&graph, &trace, &tangents);
            if scale < 1e6 {
                prop_assert!((forward - backward).abs() <= 1e-12 * scale * scale, "{} not {}", forward, backward);
            }
            for id in graph.ids().filter(|&id| !graph.args(id).is_empty()) {
                let terms = graph.edges_into(id).filter_map(|edge| tangents.flow(edge)).map(|flow| flow.product);
                let sum = terms.fold(0.0, |sum, term| sum + term);
                prop_assert!(sum == tangents.of(id) || sum.is_nan() && tangents.of(id).is_nan());
            }
        }
    }
}
