//! The derivative as an expression has the value of the backward pass.

mod support;

use chainrule::autodiff::{Tape, Trace};
use chainrule::graph::{Options, build};
use chainrule::symbolic::derivative;
use chainrule::syntax::{Program, Span, StatementKind, TermKind};
use proptest::prelude::*;

/// The program as a function of its variables, and its derivative toward the first one.
fn differentiated(mut program: Program) -> Option<Program> {
    let body = program.statements[0].expr.clone();
    let expr = {
        let mut expr = body;
        for term in &mut expr.terms {
            if let TermKind::Variable(index) = term.kind {
                term.kind = TermKind::Parameter(index);
            }
        }
        derivative(&program, &expr, 0, 1, 100_000)?
    };
    let statement = &mut program.statements[0];
    statement.expr = expr;
    statement.kind =
        StatementKind::Function { name: "d".into(), name_span: Span::default(), parameters: program.variables.clone() };
    Some(program)
}

#[test]
fn primes_differentiate_as_often_as_they_stand() {
    for (text, x, expected) in [
        ("f(t) = t^3; f'(x)", 2.0, 12.0),
        ("f(t) = t^3; f''(x)", 2.0, 12.0),
        ("f(t) = t^3; f'''(x)", 2.0, 6.0),
        ("f(t) = t^3; f''''(x)", 2.0, 0.0),
        ("f(t) = sin(t); f'(2x)", 0.5, 1.0f64.cos()),
        ("f(t) = exp(t); g(t) = f(f(t)); g'(x)", 0.0, 1.0f64.exp()),
        ("f(t) = t^t; f'(x)", 2.0, 4.0 * (2.0f64.ln() + 1.0)),
        ("f(t) = |t|; f'(x)", -3.0, -1.0),
        ("f(t) = max(t, 1, 2t); f'(x)", 3.0, 2.0),
        ("f(t) = {t < 0: -t, t < 1: t^2, 5t}; f'(x)", 0.5, 1.0),
        ("f(t) = 7; f'(x)", 0.5, 0.0),
        ("f(t) = t; f'(x)", 0.5, 1.0),
    ] {
        let (_, trace) = support::trace(text, &[("x", x)]);
        let error = (trace.output() - expected).abs();
        assert!(error <= 1e-14 * expected.abs().max(1.0), "{text} at {x}: {} not {expected}", trace.output());
    }
}

proptest! {
    #[test]
    fn the_symbolic_derivative_has_the_backward_pass_s_value(tree in support::trees(|_| true), point in [-2.0..2.0, -2.0..2.0, -2.0..2.0]) {
        let program = support::program(&tree);
        prop_assume!(!program.variables.is_empty());
        let run = |program: &Program| {
            let graph = build(program, Options::default()).unwrap();
            let mut trace = Trace::new(Tape::new(&graph).into());
            trace.run(&point);
            let finite = graph.ids().all(|id| trace.value(id).abs() < 1e100 && trace.grad(id).is_none_or(|g| g.abs() < 1e100));
            let scale: f64 = graph.edges().filter_map(|edge| trace.flow(edge)).map(|flow| flow.product.abs()).sum();
            (trace.output(), trace.partial(0), finite, scale)
        };
        let (_, backward, finite, scale) = run(&program);
        let Some(derived) = differentiated(program) else { return Ok(()) };
        let (symbolic, ..) = run(&derived);
        prop_assume!(finite && symbolic.is_finite());
        prop_assert!((symbolic - backward).abs() <= 1e-9 * scale.max(1e-300), "{} vs {}", symbolic, backward);
    }
}
