//! The check of the gradients: where the methods agree, and the reason where they differ.

use chainrule::app::trust;

use crate::{after, moved, typed};

#[test]
fn every_partial_is_checked_and_a_difference_has_its_reason() {
    let trust = trust::check_all(&after([typed("x*y + sin(x)"), moved("x", 2.0), moved("y", -3.0)])).unwrap();
    assert_eq!(trust.reason, None);
    assert_eq!(trust.rows.len(), 2);
    for row in &trust.rows {
        let formula = row.formula.expect("it is small");
        assert!(row.check.error() < 1e-8);
        assert!((row.forward - row.check.backward).abs() + (formula - row.check.backward).abs() < 1e-12);
    }
    for (text, x, expected) in [
        (
            "3*relu(x)",
            0.0,
            "at a: not differentiable here; 0 by convention; with respect to x the slope is 0 on the left and 3 on the right",
        ),
        // The two one-sided slopes cancel: the central difference agrees although there is no derivative.
        (
            "|x|",
            0.0,
            "at f: not differentiable here; 0 by convention; with respect to x the slope is −1 on the left and 1 on the right",
        ),
        ("ln(x)", -1.0, "at f: ln of a negative number"),
        ("sqrt(x)", 0.0, "at f: the slope is vertical here"),
        // To the left of 0 x^x has no value, and to the right its slope is −∞.
        (
            "x^x",
            0.0,
            "at f: a power of 0 has no derivative with respect to its exponent where that is 0; it counts as 0 by convention",
        ),
        ("x^1.5", 0.0, "f has no value on one side of this point, so that no difference across it can be taken"),
        ("sin(1000000*x)", 1.0, "f bends or jumps too fast here for the step of the difference"),
    ] {
        let trust = trust::check_all(&after([typed(text), moved("x", x)])).unwrap();
        assert_eq!(trust.reason.map(|reason| reason.text()).as_deref(), Some(expected), "{text}");
    }
    // A kink that does not affect the output is no reason.
    assert_eq!(trust::check_all(&after([typed("x + 0*|y|"), moved("y", 0.0)])).unwrap().reason, None);
    assert_eq!(trust::check_all(&after([typed("2 + 3")])), None);
}
