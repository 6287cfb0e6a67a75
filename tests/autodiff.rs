//! Both passes: against central differences, against each other, and at special points.

mod support;

use chainrule::autodiff::{Batch, Column, NoteKind, Step, Story, Tape, Trace, check, note};
use chainrule::graph::{Form, Options, build};
use chainrule::words;
use proptest::prelude::*;

fn gradient(text: &str, at: &[(&str, f64)]) -> Vec<f64> {
    let (graph, trace) = support::trace(text, at);
    (0..graph.variables().len()).map(|variable| trace.partial(variable)).collect()
}

#[test]
fn the_article_s_example() {
    let (graph, trace) = support::trace("(4*x+1)^2", &[("x", 1.0)]);
    let node = |name: &str| graph.ids().find(|&id| graph.node(id).name == name).unwrap();
    for (name, value, grad) in [("x", 1.0, 40.0), ("a", 4.0, 10.0), ("b", 5.0, 10.0), ("f", 25.0, 1.0)] {
        assert_eq!((trace.value(node(name)), trace.grad(node(name))), (value, Some(grad)), "{name}");
    }
    let into_f = graph.edges_into(node("f")).next().unwrap();
    let flow = trace.flow(into_f).unwrap();
    assert_eq!((flow.upstream, flow.local, flow.product), (1.0, 10.0, 10.0));
}

#[test]
fn what_is_not_needed_has_no_number() {
    let (graph, trace) = support::trace("x^2 + 2*3", &[("x", -3.0)]);
    for id in graph.ids() {
        assert_eq!(trace.grad(id).is_some(), graph.node(id).active, "{:?}", graph.node(id));
    }
    for edge in graph.edges() {
        assert_eq!(trace.flow(edge).is_some(), graph.node(graph.source(edge)).active);
    }
    assert_eq!(gradient("x^2", &[("x", -3.0)]), [-6.0]);
    let (graph, trace) = support::trace("3", &[]);
    assert_eq!(trace.grad(graph.output()), Some(1.0));
}

#[test]
fn conventions_at_special_points() {
    let inf = f64::INFINITY;
    type Row<'a> = (&'a str, &'a [(&'a str, f64)], &'a [f64]);
    let table: &[Row<'_>] = &[
        ("relu(x)", &[("x", 0.0)], &[0.0]),
        ("abs(x)", &[("x", 0.0)], &[0.0]),
        ("leaky_relu(x)", &[("x", 0.0)], &[0.01]),
        ("max(x, y)", &[("x", 2.0), ("y", 2.0)], &[0.5, 0.5]),
        ("max(x, y, z)", &[("x", 2.0), ("y", 2.0), ("z", 2.0)], &[1.0 / 3.0; 3]),
        ("max(x, y, 1)", &[("x", 2.0), ("y", 2.0)], &[0.5, 0.5]),
        ("floor(x)", &[("x", 1.0)], &[0.0]),
        ("sqrt(x)", &[("x", 0.0)], &[inf]),
        ("cbrt(x)", &[("x", 0.0)], &[inf]),
        ("x^0.5", &[("x", 0.0)], &[inf]),
        ("x^0", &[("x", 0.0)], &[0.0]),
        ("x^3", &[("x", -2.0)], &[12.0]),
        ("ln(x)", &[("x", 0.0)], &[inf]),
        ("ln(x)", &[("x", -1.0)], &[f64::NAN]),
        ("x^y", &[("x", -2.0), ("y", 2.0)], &[-4.0, f64::NAN]),
        ("x^y", &[("x", 0.0), ("y", 0.0)], &[0.0, 0.0]),
        ("tanh(x)", &[("x", 1000.0)], &[0.0]),
    ];
    for &(text, at, expected) in table {
        let got = gradient(text, at);
        let same =
            got.len() == expected.len() && got.iter().zip(expected).all(|(g, e)| g == e || g.is_nan() && e.is_nan());
        assert!(same, "{text} at {at:?}: {got:?}, not {expected:?}");
    }
}

#[test]
fn a_case_that_is_not_chosen_sends_nothing() {
    assert_eq!(gradient("{x <= 0: 0, ln(x)}", &[("x", 0.0)]), [0.0]);
    assert_eq!(gradient("{x > 0: sqrt(x), x^2}", &[("x", -3.0)]), [-6.0]);
    assert_eq!(gradient("3*{x > 0: x*y, y}", &[("x", 2.0), ("y", 5.0)]), [15.0, 6.0]);
    assert!(gradient("{x > 0: x}", &[("x", -1.0)]) == [0.0]);
    let (graph, trace) = support::trace("{x <= 0: 0, ln(x)}", &[("x", 0.0)]);
    for edge in graph.edges() {
        assert!(trace.flow(edge).is_none_or(|flow| flow.product == 0.0));
    }
}

#[test]
fn notes_give_the_reason_at_the_node_where_it_is_born() {
    let table: &[(&str, f64, &str, NoteKind, &str)] = &[
        ("1 + 2*ln(x)", -1.0, "ln", NoteKind::Domain, "ln of a negative number"),
        ("1/x", 0.0, "div", NoteKind::Domain, "division by 0"),
        ("sqrt(x) + 1", -4.0, "sqrt", NoteKind::Domain, "square root of a negative number"),
        ("exp(x)*2", 1000.0, "exp", NoteKind::Domain, "too large for a floating-point number"),
        ("relu(x)", 0.0, "relu", NoteKind::Kink, "not differentiable here; 0 by convention"),
        ("max(x, 0)", 0.0, "max", NoteKind::Kink, "a tie: the gradient is shared equally by convention"),
    ];
    for &(text, x, op, kind, reason) in table {
        let (graph, trace) = support::trace(text, &[("x", x)]);
        let notes: Vec<_> = graph.ids().filter_map(|id| Some((id, note(&graph, &trace, id)?))).collect();
        assert_eq!(notes.len(), 1, "{text} at {x}: {notes:?}");
        let (id, found) = notes[0];
        assert!(matches!(graph.node(id).kind, chainrule::graph::NodeKind::Op(o) if o.row().name == op));
        assert_eq!((found.kind, words::autodiff::reason(found.reason).text().as_str()), (kind, reason), "{text}");
    }
}

#[test]
fn a_trace_can_run_again_and_again() {
    let (graph, mut trace) = support::trace("{x > 1: x*y, max(x, y, 2)}", &[("x", 2.0), ("y", 3.0)]);
    let first: Vec<_> = graph.ids().map(|id| (trace.value(id), trace.grad(id))).collect();
    trace.run(&[-5.0, 8.0]);
    trace.run(&[2.0, 3.0]);
    assert_eq!(first, graph.ids().map(|id| (trace.value(id), trace.grad(id))).collect::<Vec<_>>());
}

#[test]
fn a_hundred_thousand_nodes_deep_is_data() {
    let text = "x".to_owned() + &"*1.00001+x".repeat(50_000);
    let (graph, trace) = support::trace(&text, &[("x", 1.0)]);
    assert!(graph.len() > 100_000);
    let checked = check(&trace, &[1.0], 0);
    assert!(checked.error() < 1e-6, "{checked:?}");
}

/// Random inputs for the three variables of `support`.
fn point() -> impl Strategy<Value = [f64; 3]> {
    [-2.0..2.0, -2.0..2.0, -2.0..2.0]
}

/// Same number, NaN included, up to the last few digits.
fn close(a: f64, b: f64, tolerance: f64) -> bool {
    a == b || a.is_nan() && b.is_nan() || (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1e-300)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn gradients_equal_central_differences(tree in support::trees(support::is_smooth), point in point()) {
        let program = support::program(&tree);
        let graph = build(&program, Options::default()).unwrap();
        let trace = Trace::new(Tape::new(&graph).into());
        for variable in 0..graph.variables().len() {
            let checked = check(&trace, &point, variable);
            // Beyond this, f changes so fast or is so large that the difference has no correct digits.
            let mut at = trace.clone();
            at.run(&point);
            let tame = at.output().abs() < 1e3 && checked.backward.abs() < 1e3;
            let small = graph.ids().all(|id| at.value(id).abs() < 1e3 && at.grad(id).is_none_or(|g| g.abs() < 1e3));
            prop_assume!(tame && small);
            prop_assert!(checked.error() < 1e-4, "{}: {:?}", chainrule::syntax::print(&program), checked);
        }
    }

    #[test]
    fn every_gradient_is_the_sum_of_what_flows_into_it(tree in support::trees(|_| true), point in point()) {
        let graph = build(&support::program(&tree), Options::default()).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        trace.run(&point);
        let uses = graph.uses();
        for id in graph.ids().filter(|&id| graph.node(id).active && id != graph.output()) {
            let flows: Vec<f64> = uses.of(id).iter().map(|&edge| trace.flow(edge).unwrap().product).collect();
            let scale: f64 = flows.iter().map(|flow| flow.abs()).sum();
            let (sum, grad) = (flows.iter().sum::<f64>(), trace.grad(id).unwrap());
            prop_assert!(close(sum, grad, 1e-12) || (sum - grad).abs() <= 1e-12 * scale, "{} vs {}", sum, grad);
        }
    }

    #[test]
    fn tree_form_and_merging_change_no_partial(tree in support::trees(support::is_smooth), point in point()) {
        let program = support::program(&tree);
        let partials = |options| {
            let graph = build(&program, options).unwrap();
            let mut trace = Trace::new(Tape::new(&graph).into());
            trace.run(&point);
            // The scale at which the sums of a partial are rounded.
            let scale: f64 = graph.edges().filter_map(|edge| trace.flow(edge)).map(|flow| flow.product.abs()).sum();
            ((0..graph.variables().len()).map(|v| trace.partial(v)).collect::<Vec<f64>>(), scale)
        };
        let (graph, scale) = partials(Options::default());
        for options in [Options { form: Form::Tree, merge: false }, Options { form: Form::Graph, merge: true }] {
            for (a, b) in graph.iter().zip(partials(options).0) {
                prop_assert!(close(*a, b, 1e-9) || (a - b).abs() <= 1e-12 * scale, "{} vs {}", a, b);
            }
        }
    }

    #[test]
    fn a_batch_equals_one_trace_a_point(
        tree in support::trees(|_| true),
        point in point(),
        xs in prop::collection::vec(-3.0..3.0, 1..80usize),
    ) {
        let graph = build(&support::program(&tree), Options::default()).unwrap();
        prop_assume!(!graph.variables().is_empty());
        let tape = std::rc::Rc::new(Tape::new(&graph));
        let mut columns = point.map(Column::Fixed).to_vec();
        columns[0] = Column::Each(&xs);
        let (mut values, mut slopes) = (vec![0.0; xs.len()], vec![0.0; xs.len()]);
        Batch::new(tape.clone()).run(&columns, &mut values, Some((0, &mut slopes)));
        let mut trace = Trace::new(tape);
        for (i, &x) in xs.iter().enumerate() {
            trace.run(&[x, point[1], point[2]]);
            prop_assert!(close(trace.output(), values[i], 1e-14), "value {} vs {}", trace.output(), values[i]);
            // Where large terms cancel, the result depends on their order; and 0·∞ may be 0 or NaN.
            let scale: f64 = graph.edges().filter_map(|edge| trace.flow(edge)).map(|flow| flow.product.abs()).sum();
            if scale.is_finite() {
                let (a, b) = (trace.partial(0), slopes[i]);
                prop_assert!(close(a, b, 1e-9) || (a - b).abs() <= 1e-12 * scale, "slope {} vs {}", a, b);
            }
        }
    }
}

proptest! {
    #[test]
    fn the_story_starts_blank_and_ends_with_the_trace(
        tree in support::trees(|_| true),
        point in point(),
        tree_form: bool,
    ) {
        let form = if tree_form { Form::Tree } else { Form::Graph };
        let graph = build(&support::program(&tree), Options { form, merge: false }).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        trace.run(&point);
        let (story, uses) = (Story::new(&graph), graph.uses());
        let end = story.steps().len();
        for id in graph.ids() {
            let is_leaf = graph.args(id).is_empty();
            prop_assert_eq!(story.value(0, &trace, id).is_some(), is_leaf);
            prop_assert!(story.grad(story.forward_steps(), &trace, &uses, id).is_none());
            prop_assert_eq!(story.value(end, &trace, id).map(f64::to_bits), Some(trace.value(id).to_bits()));
            prop_assert_eq!(story.grad(end, &trace, &uses, id).map(f64::to_bits), trace.grad(id).map(f64::to_bits));
        }
        // Every step makes known exactly one thing that was not known before it.
        for (moment, &step) in story.steps().iter().enumerate() {
            match step {
                Step::Compute(id) => {
                    prop_assert!(story.value(moment, &trace, id).is_none());
                    prop_assert!(story.value(moment + 1, &trace, id).is_some());
                    prop_assert!(graph.args(id).iter().all(|&arg| story.value(moment, &trace, arg).is_some()));
                }
                Step::Seed(id) => prop_assert_eq!(story.grad(moment + 1, &trace, &uses, id), Some(1.0)),
                Step::Send(edge) => {
                    prop_assert!(story.flow(moment, &trace, edge).is_none());
                    prop_assert!(story.flow(moment + 1, &trace, edge).is_some());
                    let sender = story.grad(moment, &trace, &uses, graph.target(edge));
                    let whole = trace.grad(graph.target(edge));
                    prop_assert_eq!(sender.map(f64::to_bits), whole.map(f64::to_bits), "sent before all had arrived");
                }
            }
        }
    }
}
