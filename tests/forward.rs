//! Forward mode: its tangents are the backward pass's gradients, reached from below.

mod support;

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

/// The tangents of a text's named nodes with respect to its first variable.
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
        // The partial with respect to y is NaN at x < 0, and is not asked for.
        ("x^y", &[("x", -2.0), ("y", 2.0)], &[("x", 1.0), ("y", 0.0), ("f", -4.0)]),
        ("max(x, 0)", &[("x", 0.0)], &[("x", 1.0), ("f", 0.5)]),
        // The case that does not hold has an infinite slope, none of which reaches the output.
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
        // From x: to the product, to the sine, and from both to the sum. From y: to the product and to the sum.
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
