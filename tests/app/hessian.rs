//! Second derivatives: known ones, symmetry, and differences of the gradient.

use chainrule::app::{Hessian, State, derivatives};
use chainrule::words::Message;
use proptest::prelude::*;

use crate::{page, support};

/// All second derivatives at the present inputs.
fn second(state: &State) -> Result<Hessian, Message> {
    let mut hessian = Hessian::new(&state.derived.model)?;
    hessian.run(&state.inputs());
    Ok(hessian)
}

/// The whole table, row by row.
fn table(state: &State) -> Vec<Vec<f64>> {
    let hessian = second(state).unwrap();
    (0..hessian.size()).map(|a| (0..hessian.size()).map(|b| hessian.at(a, b)).collect()).collect()
}

#[test]
fn known_second_derivatives() {
    type Row<'a> = (&'a str, &'a [(&'a str, f64)], &'a [&'a [f64]]);
    let rows: &[Row<'_>] = &[
        ("(4*x+1)^2", &[("x", 3.0)], &[&[32.0]]),
        ("x^2*y", &[("x", 3.0), ("y", 5.0)], &[&[10.0, 6.0], &[6.0, 0.0]]),
        ("(1 - x)^2 + 100*(y - x^2)^2", &[("x", 1.0), ("y", 1.0)], &[&[802.0, -400.0], &[-400.0, 200.0]]),
        ("(1 - x)^2 + 100*(y - x^2)^2", &[("x", -1.0), ("y", 2.0)], &[&[402.0, 400.0], &[400.0, 200.0]]),
        ("exp(x)", &[("x", 0.0)], &[&[1.0]]),
        ("sin(x)", &[("x", 0.0)], &[&[0.0]]),
        ("3*x + 2*y", &[], &[&[0.0, 0.0], &[0.0, 0.0]]),
        ("h = x*y; h^2", &[("x", 2.0), ("y", 3.0)], &[&[18.0, 24.0], &[24.0, 8.0]]),
        ("f(t) = t^4; f'(x)", &[("x", 2.0)], &[&[48.0]]),
        ("{x < 0: x^2, x^3}", &[("x", 2.0)], &[&[12.0]]),
        ("relu(x)", &[("x", 2.0)], &[&[0.0]]),
    ];
    for &(text, at, expected) in rows {
        assert_eq!(table(&page(text, at)), expected, "{text} at {at:?}");
    }
}

/// Central differences of the gradient: slow, but independent of the formulas.
fn differences(state: &State) -> Vec<Vec<f64>> {
    let inputs = state.inputs();
    let step = f64::EPSILON.cbrt();
    let gradient = |at: &[f64]| -> Vec<f64> {
        let mut trace = state.derived.trace.clone();
        trace.run(at);
        (0..at.len()).map(|variable| trace.partial(variable)).collect()
    };
    let row = |a: usize| {
        let (mut left, mut right) = (inputs.clone(), inputs.clone());
        left[a] -= step;
        right[a] += step;
        let width = right[a] - left[a];
        gradient(&right).iter().zip(gradient(&left)).map(|(right, left)| (right - left) / width).collect()
    };
    (0..inputs.len()).map(row).collect()
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * (1.0 + a.abs().max(b.abs()))
}

#[test]
fn textbook_functions_bend_as_their_gradients_differ() {
    for text in [
        "x*y + sin(x)",
        "1/(1 + e^(-x))",
        "(x + σ(y))/(σ(x) + (x + y)^2)",
        "x^y",
        "tanh(x*y)*ln(x + y)",
        "log_x(y)",
        "hypot(x, y)",
        "atan2(y, x)",
        "sqrt(1 + x^2)*exp(-y^2)",
        "h = w*x + b; a = tanh(h); (a - y)^2",
        "softplus(x) - gelu(y) + silu(x*y) + mish(x)",
        "max(x, y^2)^2",
    ] {
        for (x, y) in [(0.7, 1.3), (2.1, 0.6), (1.4, 2.9)] {
            let state = page(text, &[("x", x), ("y", y)]);
            for (row, expected) in table(&state).iter().zip(differences(&state)) {
                for (&value, expected) in row.iter().zip(expected) {
                    assert!(close(value, expected, 1e-6), "{text} at {x}, {y}: {value} not {expected}");
                }
            }
        }
    }
}

#[test]
fn without_them_it_says_why() {
    let many: Vec<String> = (0..13).map(|index| format!("x{index}^2")).collect();
    let long = "x".to_owned() + &"*x+1".repeat(1000);
    for (text, word) in [("2 + 3", "variable"), (&many.join("+"), "12"), (&long, "large")] {
        let reason = second(&page(text, &[])).unwrap_err().text();
        assert!(reason.contains(word), "{text}: {reason}");
    }
}

proptest! {
    #[test]
    fn smooth_functions_bend_as_their_gradients_differ(
        tree in support::trees(support::is_smooth),
        point in prop::collection::vec(-1.5..1.5f64, 3),
    ) {
        let text = chainrule::syntax::print(&support::program(&tree));
        let at: Vec<(&str, f64)> = support::VARIABLES.into_iter().zip(point).collect();
        let state = page(&text, &at);
        let Ok(hessian) = second(&state) else { return Ok(()) };
        let expected = differences(&state);
        let mild = |value: f64| value.abs() < 1e3;
        // Where the gradient is steep, its difference is inaccurate.
        prop_assume!(expected.iter().flatten().all(|&value| mild(value)));
        prop_assume!((0..hessian.size()).all(|variable| mild(state.derived.trace.partial(variable))));
        prop_assume!(state.derived.model.graph.ids().all(|id| mild(state.derived.trace.value(id))));
        for (a, row) in expected.iter().enumerate() {
            prop_assert!(close(hessian.slope(a), state.derived.trace.partial(a), 1e-9));
            for (b, &expected) in row.iter().enumerate() {
                prop_assert!(close(hessian.at(a, b), expected, 1e-3), "{text}: {} not {expected}", hessian.at(a, b));
                prop_assert_eq!(hessian.at(a, b).to_bits(), hessian.at(b, a).to_bits());
            }
        }
    }
}

#[test]
fn second_derivatives_are_written_as_a_teacher_would() {
    let lines = |text: &str| -> Vec<String> {
        let formulas = derivatives::second(&page(text, &[]).derived.model).unwrap();
        formulas.iter().map(|formula| formula.lines[0].plain()).collect()
    };
    assert_eq!(lines("x^2*y"), ["∂²f / ∂x² = 2 · y", "∂²f / ∂x∂y = 2 · x", "∂²f / ∂y² = 0"]);
    assert_eq!(lines("g = sin(x)"), ["∂²g / ∂x² = −sin(x)"]);
    assert!(lines("a*b*c*d").is_empty(), "four variables have a table only");
    let formulas = derivatives::second(&page("x^2*y", &[]).derived.model).unwrap();
    let numbers: Vec<bool> = formulas.iter().map(|formula| formula.is_number).collect();
    assert_eq!(numbers, [false, false, true]);
}
