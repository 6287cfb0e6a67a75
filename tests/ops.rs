//! Tests that every row of the table must pass.

mod support;

use chainrule::autodiff::{Tape, Trace};
use chainrule::graph;
use chainrule::ops::{Arity, Op};
use chainrule::symbolic::formula_text;
use chainrule::syntax::parse;

/// Points at which a row is tried. Those outside of its domain or at a kink are left out; enough others
/// must remain.
const POINTS: [f64; 15] = [-3.7, -1.3, -0.81, -0.35, 0.12, 0.35, 0.64, 0.93, 1.0, 1.4, 2.0, 2.3, 3.0, 3.6, 7.2];

/// Argument lists for an operation, from `POINTS`.
fn samples(op: Op) -> Vec<Vec<f64>> {
    let count = match op.row().arity {
        Arity::Exactly(n) | Arity::AtLeast(n) => n,
    };
    let mut samples = Vec::new();
    for i in 0..POINTS.len() {
        for stride in 1..5 {
            let args: Vec<f64> = (0..count).map(|slot| POINTS[(i + slot * stride) % POINTS.len()]).collect();
            let row = op.row();
            if (row.domain)(&args).is_none() && (row.kink)(&args).is_none() && op.value(&args).is_finite() {
                samples.push(args);
            }
        }
    }
    assert!(samples.len() >= 8, "{}: only {} usable points", op.row().name, samples.len());
    samples
}

#[test]
fn partials_equal_finite_differences() {
    for &op in Op::ALL {
        for args in samples(op) {
            let y = op.value(&args);
            for slot in 0..args.len() {
                let at = |shift: f64| {
                    let mut args = args.clone();
                    args[slot] += shift;
                    op.value(&args)
                };
                let step = 1e-5 * args[slot].abs().max(0.1);
                let (near, far) =
                    ((at(step) - at(-step)) / (2.0 * step), (at(2.0 * step) - at(-2.0 * step)) / (4.0 * step));
                let difference = (4.0 * near - far) / 3.0;
                if !difference.is_finite() {
                    continue; // the difference reaches beyond the domain, as of a power that is not whole
                }
                let partial = op.partial(&args, slot, y);
                assert!(
                    (partial - difference).abs() <= 1e-6 * partial.abs().max(1.0),
                    "{} at {args:?}, argument {slot}: {partial} but differences give {difference}",
                    op.row().name
                );
            }
        }
    }
}

/// Compares the partial with respect to an argument with a formula for it, at all samples.
fn assert_is(op: Op, slot: usize, text: &str, tolerance: impl Fn(f64) -> f64) {
    let name = op.row().name;
    let program = parse(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"));
    let graph = graph::build(&program, graph::Options::default()).unwrap();
    let mut trace = Trace::new(Tape::new(&graph).into());
    for mut args in samples(op) {
        args.resize(args.len().max(slot + 1), 0.5);
        let y = op.value(&args);
        let inputs: Vec<f64> = program
            .variables
            .iter()
            .map(|variable| match variable.as_str() {
                "a" => args[0],
                "b" => args[1],
                "c" => args[2],
                "y" => y,
                other => panic!("{name}: the formula {text} uses {other}"),
            })
            .collect();
        trace.run(&inputs);
        let partial = op.partial(&args, slot, y);
        let close = (trace.output() - partial).abs() <= tolerance(partial);
        assert!(close, "{name} at {args:?}: {text} gives {}, the code {partial}", trace.output());
    }
}

#[test]
fn partials_equal_their_own_text() {
    for &op in Op::ALL {
        for (slot, text) in op.row().partials.iter().enumerate() {
            assert_is(op, slot, &formula_text(text), |partial| 1e-14 * partial.abs());
        }
    }
}

#[test]
fn the_formulas_that_people_know_are_those_that_are_computed() {
    for &op in Op::ALL {
        for (slot, text) in op.row().textbook.iter().enumerate() {
            assert_is(op, slot, text, |partial| 1e-14 * partial.abs().max(1.0));
        }
    }
}

#[test]
fn names_are_unique_and_found() {
    let mut seen = std::collections::HashSet::new();
    for &op in Op::ALL {
        let row = op.row();
        for name in std::iter::once(&row.name).chain(row.aliases) {
            assert!(seen.insert(*name), "{name} stands twice");
            assert_eq!(Op::from_name(name), Some(op));
        }
    }
}

#[test]
fn every_row_is_documented_by_an_example_that_uses_it() {
    for &op in Op::ALL {
        let row = op.row();
        assert!(row.doc.ends_with('.') && row.doc.len() > 8, "{}: {}", row.name, row.doc);
        // The page shows this sentence during the forward pass, when there is no gradient yet.
        let of_the_value = ["gradient", "derivative", "slope"].iter().all(|word| !row.doc.contains(word));
        assert!(of_the_value, "{}: that belongs in a hint: {}", row.name, row.doc);
        let (graph, _) = support::trace(row.example, &[]);
        let used = graph.ids().any(|id| graph.node(id).kind == graph::NodeKind::Op(op));
        assert!(used, "{} does not use {}", row.example, row.name);
        assert!(!row.rules.is_empty());
    }
}

#[test]
fn far_out_values_and_slopes_stay_stable() {
    let table: [(&str, [f64; 2], [f64; 2]); 12] = [
        ("sigmoid", [0.0, 1.0], [0.0, 0.0]),
        ("tanh", [-1.0, 1.0], [0.0, 0.0]),
        ("softplus", [0.0, 1000.0], [0.0, 1.0]),
        ("silu", [0.0, 1000.0], [0.0, 1.0]),
        ("gelu", [0.0, 1000.0], [0.0, 1.0]),
        ("mish", [0.0, 1000.0], [0.0, 1.0]),
        ("relu", [0.0, 1000.0], [0.0, 1.0]),
        ("relu6", [0.0, 6.0], [0.0, 0.0]),
        ("hardtanh", [1.0, 1.0], [0.0, 0.0]),
        ("sech", [0.0, 0.0], [0.0, 0.0]),
        ("csch", [0.0, 0.0], [0.0, 0.0]),
        ("coth", [1.0, 1.0], [0.0, 0.0]),
    ];
    for (name, value, slope) in table {
        let op = Op::from_name(name).unwrap();
        for (side, a) in [-1000.0, 1000.0].into_iter().enumerate() {
            let y = op.value(&[a]);
            assert_eq!(y.abs(), f64::abs(value[side]), "{name}({a})");
            assert_eq!(op.partial(&[a], 0, y).abs(), slope[side], "{name}'({a})");
        }
    }
}

#[test]
fn not_a_number_stays_one() {
    for &op in Op::ALL {
        if let Arity::Exactly(1) = op.row().arity {
            assert!(op.value(&[f64::NAN]).is_nan(), "{} hides a NaN", op.row().name);
        }
    }
}

#[test]
fn hints_are_sentences() {
    for &op in Op::ALL {
        let row = op.row();
        for hint in row.hints {
            assert!(hint.starts_with(char::is_uppercase) && hint.ends_with('.'), "{}: {hint}", row.name);
            assert!(hint.len() < 140, "{}: short enough to be read in passing", row.name);
        }
        assert!(row.hints.len() <= row.partials.len(), "{}: one hint an argument", row.name);
    }
    assert_ne!(Op::from_name("sub").unwrap().hint(0), Op::from_name("sub").unwrap().hint(1));
    assert_eq!(
        Op::from_name("max").unwrap().hint(7),
        Op::from_name("max").unwrap().hint(0),
        "the last serves all others"
    );
}
