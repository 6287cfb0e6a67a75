//! The plot of one variable without a browser: what is drawn, and the same in words.

use chainrule::app::plot::words::{lens_says, near, slope_label, summary};
use chainrule::app::plot::{Change, Plotter};
use chainrule::app::{Action, State, reduce};
use chainrule::plot::{Curve, MarkKind, Range, beside};

use crate::page;

fn drawn(state: &State) -> (Plotter, Curve) {
    let mut plotter = Plotter::new(state).expect("there is something to draw");
    let curve = plotter.curve(&state.plotting().frame(plotter.axis, 320.0, 210.0));
    (plotter, curve)
}

#[test]
fn a_curve_is_told_in_words() {
    let table = [
        ("(4*x+1)^2", "f over x from minus 5 to 5: lowest 0 at minus 0.25, highest 441 at 5."),
        ("1/x", "f over x from minus 5 to 5. Grows beyond all bounds at 0."),
        ("sqrt(x)", "f over x from minus 5 to 5: lowest 0 at 0, highest 2.236 at 5. No value from minus 5 to 0."),
        ("abs(x - 1)", "f over x from minus 5 to 5: lowest 0 at 1, highest 6 at minus 5. Has a corner at 1."),
        (
            "(x^2 - 1)/(x - 1)",
            "f over x from minus 5 to 5: lowest minus 4 at minus 5, highest 6 at 5. Has a hole at 1.",
        ),
        ("0x + 3", "f over x from minus 5 to 5: 3 everywhere."),
        ("ln(-1 - x^2)", "f over x from minus 5 to 5: no value anywhere."),
        ("{x < 2: 1, 4}", "f over x from minus 5 to 5: lowest 1 at minus 5, highest 4 at 2. Jumps at 2."),
    ];
    for (text, words) in table {
        let state = page(text, &[]);
        let (plotter, curve) = drawn(&state);
        let told = summary(&state, plotter.axis, &curve).text();
        assert_eq!(told, words, "{text}");
    }
}

#[test]
fn the_lens_tells_smooth_from_corner() {
    let table = [
        ("x^2", 1.0, "lies on its tangent"),
        ("abs(x)", 0.0, "has no tangent"),
        ("abs(x)", 2.0, "lies on its tangent"),
        ("floor(x)", 1.0, "torn"),
        ("sqrt(x)", -1.0, "no value"),
        ("sin(1000x)", 0.3, "still bends"),
    ];
    for (text, x, says) in table {
        let state = page(text, &[("x", x)]);
        let (mut plotter, curve) = drawn(&state);
        let point = plotter.at(x);
        let lens = plotter.lens(&curve.window, &point, 120.0);
        let said = lens_says(&lens, &point).text();
        assert!(said.contains(says), "{text} at {x}: {said}");
    }
}

#[test]
fn what_stands_for_a_slope_is_not_called_one() {
    for (text, x, label) in [
        ("x^2", 3.0, "slope 6"),
        ("abs(x)", 0.0, "corner: 0 by convention"),
        ("floor(x)", 2.0, "jump: 0 by convention"),
        ("ln(x)", -1.0, "no value here"),
    ] {
        let (mut plotter, curve) = drawn(&page(text, &[("x", x)]));
        assert_eq!(slope_label(&plotter.at(x), curve.mark_at(x)).text(), label, "{text} at {x}");
    }
}

#[test]
fn a_plotter_follows_the_other_sliders_only() {
    let before = page("a*x^2 + b", &[("a", 2.0), ("b", 1.0)]);
    let before = reduce(before, Action::Plot(Change::Axis("x".into()))).0;
    let mut plotter = Plotter::new(&before).unwrap();
    let moved = |name: &str, value| reduce(before.clone(), Action::SetValue { name: name.into(), value }).0;
    assert_eq!(plotter.follow(&moved("x", 3.0)), Some(false), "the axis leaves the curve as it is");
    assert_eq!(plotter.follow(&moved("a", 5.0)), Some(true));
    assert_eq!(plotter.at(2.0).y, 21.0);
    let other = reduce(before.clone(), Action::Plot(Change::Axis("a".into()))).0;
    assert_eq!(plotter.follow(&other), None);
    assert!(Plotter::new(&page("3 + 4", &[])).is_err());
}

#[test]
fn derivatives_are_curves_over_the_same_axis() {
    let state = reduce(page("abs(x) + x^3/10", &[("x", 2.0)]), Action::Plot(Change::Slope(true))).0;
    let (mut plotter, curve) = drawn(&state);
    let frame = state.plotting().frame(plotter.axis, 320.0, 84.0);
    let formula = plotter.slope_curve(&frame).expect("a small function has a formula");
    let from_points = curve.slopes(84.0);
    for x in [-4.0, -1.5, 0.5, 3.0] {
        let slope = plotter.at(x).slope;
        for (what, derived) in [("formula", &formula), ("points", &from_points)] {
            let drawn = derived.y_at(x).expect("it is drawn");
            assert!((drawn - slope).abs() < 0.02, "{what} at {x}: {drawn} is not {slope}");
        }
    }
    let bend = formula.slopes(84.0);
    assert!((bend.y_at(3.0).unwrap() - 1.8).abs() < 0.02 && plotter.slope_at(3.0).unwrap().slope == 1.8000000000000003);
    let torn = |curve: &Curve| curve.pieces.iter().all(|piece| piece[0].x >= 0.0 || piece[piece.len() - 1].x <= 0.0);
    assert!(torn(&from_points) && torn(&formula), "the slope jumps at 0 and is not joined there");
}

#[test]
fn labels_stay_in_the_window_and_off_the_curve() {
    let size = (62.0, 15.0);
    for text in ["x^2", "x", "-x", "sin(2x)", "exp(x)", "1/x", "cos(x)"] {
        for step in -49..50 {
            let x = f64::from(step) / 10.0;
            let (mut plotter, curve) = drawn(&page(text, &[("x", x)]));
            let point = plotter.at(x);
            if !curve.window.y.contains(point.y) {
                continue;
            }
            let (left, top) = beside(&curve, &point, size);
            let (width, height) = (curve.window.width, curve.window.height);
            assert!(left >= 0.0 && left + size.0 <= width && top >= 0.0 && top + size.1 <= height, "{text} at {x}");
            let (px, py) = (curve.window.px(x), curve.window.py(point.y));
            let covers = left < px && px < left + size.0 && top < py && py < top + size.1;
            assert!(!covers, "{text} at {x}: the label hides the point");
        }
    }
}

#[test]
fn a_pixel_means_a_short_number() {
    assert_eq!(near(1.234567, &Range::new(-5.0, 5.0)), 1.23);
    assert_eq!(near(0.3 - 0.1, &Range::new(0.0, 1.0)), 0.2);
    let jump = drawn(&page("floor(x)", &[])).1;
    assert!(jump.marks.iter().all(|mark| matches!(mark.kind, MarkKind::Jump { .. })));
}
