//! Cases that were not chosen: nothing flows along them, in any of the ways in which a derivative is found,
//! whatever infinite or undefined numbers lie there.

mod support;

use chainrule::autodiff::{Batch, Column, Tangents, Tape, Trace};
use chainrule::graph::{Form, Graph, Options, build};
use chainrule::ops::{Op, known};
use chainrule::symbolic::partial;
use chainrule::syntax::{Program, StatementKind, TermKind, parse};
use proptest::prelude::*;
use support::Tree;

/// ∂f/∂variable, found in every way.
fn in_every_way(program: &Program, point: &[f64], variable: usize) -> Vec<(&'static str, f64)> {
    let mut ways = Vec::new();
    for (form, backward, forward, in_batch) in [
        (Form::Graph, "backward", "forward", "batch"),
        (Form::Tree, "backward in the tree", "forward in the tree", "batch in the tree"),
    ] {
        let graph = build(program, Options { form, merge: false }).unwrap();
        let trace = trace(&graph, point);
        ways.push((backward, trace.partial(variable)));
        let mut tangents = Tangents::new(trace.tape().clone(), variable);
        tangents.run(&trace);
        ways.push((forward, tangents.of(graph.output())));
        let mut batch = Batch::new(trace.tape().clone());
        let columns: Vec<Column<'_>> = point.iter().map(|&value| Column::Fixed(value)).collect();
        let (mut value, mut slope) = ([0.0], [0.0]);
        batch.run(&columns, &mut value, Some((variable, &mut slope)));
        ways.push((in_batch, slope[0]));
    }
    // Where there is no value, a formula has none either, and the passes keep to their conventions; and a formula
    // may be defined in more places, because a slope of 0 leaves out what it is multiplied with.
    let output = trace(&build(program, Options::default()).unwrap(), point).output();
    if program.statements.len() == 1 && output.is_finite() && ways[0].1.is_finite() {
        ways.push(("a prime", primed(program, point, variable)));
    }
    ways
}

/// Whether something infinite or undefined flows along a case that was chosen, or outside of cases: there
/// backward and forward mode, which add and multiply in another order, may give NaN or ∞, as in other libraries.
fn meets_infinity(program: &Program, point: &[f64], variable: usize) -> bool {
    let graph = build(program, Options::default()).unwrap();
    let trace = trace(&graph, point);
    let mut tangents = Tangents::new(trace.tape().clone(), variable);
    tangents.run(&trace);
    let flows = graph.edges().flat_map(|edge| [trace.flow(edge), tangents.flow(edge)]).flatten();
    flows.into_iter().any(|flow| !flow.product.is_finite())
}

fn trace(graph: &Graph, point: &[f64]) -> Trace {
    let mut trace = Trace::new(Tape::new(graph).into());
    trace.run(point);
    trace
}

/// The derivative of the program as a function of this variable, written with a prime.
fn primed(program: &Program, point: &[f64], variable: usize) -> f64 {
    let mut program = program.clone();
    let mut function = program.statements[0].clone();
    for term in &mut function.expr.terms {
        if term.kind == TermKind::Variable(variable as u32) {
            term.kind = TermKind::Parameter(0);
        }
    }
    let (name, parameters) = ("p".to_owned(), vec!["t".to_owned()]);
    function.kind = StatementKind::Function { name, name_span: function.span, parameters };
    let call = &mut program.statements[0];
    call.expr = Default::default();
    let argument = call.expr.leaf(TermKind::Variable(variable as u32), call.span);
    let args = call.expr.arg_range(&[argument]);
    call.expr.leaf(TermKind::Call { function: 0, derivative: 1, args }, call.span);
    program.statements.insert(0, function);
    trace(&build(&program, Options::default()).unwrap(), point).output()
}

fn check(text: &str, point: &[f64], expected: f64) {
    let program = parse(text).unwrap();
    for (way, found) in in_every_way(&program, point, 0) {
        assert!(found == expected || found.is_nan() && expected.is_nan(), "{text}: {way} gives {found}");
    }
    let derived = partial(&program, 0).unwrap();
    let found = trace(&build(&derived, Options::default()).unwrap(), point).output();
    assert!(found == expected || !expected.is_finite(), "{text}: the formula gives {found}");
}

#[test]
fn nothing_flows_along_a_branch_that_was_not_chosen() {
    let inf = f64::INFINITY;
    check("1/{x < 0: x, x}", &[0.0], -inf);
    check("1/{x < 0: x, 2x}", &[0.0], -inf);
    check("{x = 0: 3x, ln(x)}", &[0.0], 3.0);
    check("{x = 0: 3x, 1/{x < 0: x, x}}", &[0.0], 3.0);
    check("u = 1/x; {x = 0: x, u} + {x = 0: 2x, u}", &[0.0], 3.0);
    check("u = sqrt(x); 0*u + {x = 0: x, u}", &[0.0], f64::NAN);
    check("sqrt({x = 0: 0, x})", &[0.0], 0.0);
    check("ln({x > 0: x, 0})*y", &[0.0, 1.0], 0.0);
}

/// Numbers with few bits, so that no way rounds where another one does not.
fn numbers() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![0.0, 1.0, 2.0, 0.5, 4.0])
}

/// Random expressions over the operations in which infinite and undefined numbers are born, with many cases.
fn trees() -> impl Strategy<Value = Tree> {
    let op = |name: &str| Op::from_name(name).unwrap();
    let unary = vec![op("neg"), op("abs"), op("sqrt"), op("ln"), op("relu"), op("step")];
    let binary = vec![op("add"), op("sub"), op("mul"), op("div"), op("max")];
    let relations = vec![op("lt"), op("ge"), op("eq")];
    let leaves = prop_oneof![
        3 => (0..2u32).prop_map(|index| Tree::Leaf(TermKind::Variable(index))),
        1 => numbers().prop_map(|value| Tree::Leaf(TermKind::Number(value))),
    ];
    leaves.prop_recursive(5, 30, 3, move |inner| {
        let apply = |ops: &[Op], count: usize| {
            (prop::sample::select(ops.to_vec()), prop::collection::vec(inner.clone(), count))
                .prop_map(|(op, args)| Tree::Apply(op, args))
        };
        let cases = (prop::sample::select(relations.clone()), prop::collection::vec(inner.clone(), 4), 0..4u32)
            .prop_map(|(relation, args, shape)| {
                let [a, b, value, last] = <[Tree; 4]>::try_from(args).unwrap();
                let condition = Tree::Apply(relation, vec![a, b]);
                Tree::Apply(
                    known::PIECEWISE,
                    match shape {
                        0 => vec![condition, value.clone(), value],
                        1 => vec![condition, value],
                        _ => vec![condition, value, last],
                    },
                )
            });
        prop_oneof![2 => apply(&unary, 1), 3 => apply(&binary, 2), 3 => cases]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_way_agrees_where_branches_meet(tree in trees(), at in prop::collection::vec(-1i32..3, 2)) {
        let program = support::program(&tree);
        let point: Vec<f64> = program.variables.iter().zip(&at).map(|(_, &at)| f64::from(at)).collect();
        for variable in 0..program.variables.len() {
            let ways = in_every_way(&program, &point, variable);
            let is_infinite = meets_infinity(&program, &point, variable);
            for &(way, found) in &ways {
                // The same passes over the graph, over the tree and in a batch agree whatever flows.
                let first = if way.starts_with("forward") { ways[1].1 } else { ways[0].1 };
                let first = if is_infinite { first } else { ways[0].1 };
                let near = (found - first).abs() <= 1e-9 * first.abs().max(1.0);
                let same = near || found == first || found.is_nan() && first.is_nan();
                prop_assert!(same, "{}: {ways:?}, {way}", chainrule::syntax::print(&program));
            }
        }
    }
}
