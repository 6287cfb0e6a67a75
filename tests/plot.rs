//! Curves are drawn correctly: points across a discontinuity are not joined, all others are.

use chainrule::autodiff::{Batch, Column, Tape};
use chainrule::plot::{Curve, Frame, MarkKind, Range, Window, sample, ticks};
use chainrule::{graph, svg, syntax};
use proptest::prelude::*;

/// Evaluates a text in x at points.
struct Function(Batch);

impl Function {
    fn new(text: &str) -> Function {
        let program = syntax::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let graph = graph::build(&program, graph::Options::default()).expect("it is small");
        Function(Batch::new(Tape::new(&graph).into()))
    }

    fn run(&mut self, xs: &[f64], values: &mut [f64], slopes: &mut [f64]) {
        self.0.run(&[Column::Each(xs)], values, Some((0, slopes)));
    }

    fn at(&mut self, x: f64) -> f64 {
        let (mut value, mut slope) = ([0.0], [0.0]);
        self.run(&[x], &mut value, &mut slope);
        value[0]
    }
}

fn frame(x: Range) -> Frame {
    Frame { x, y: None, width: 360.0, height: 220.0, most: 2_000 }
}

fn curve_of(text: &str, frame: &Frame) -> Curve {
    let mut function = Function::new(text);
    sample(frame, &mut |xs, values, slopes| function.run(xs, values, slopes))
}

fn curve(text: &str) -> Curve {
    curve_of(text, &frame(Range::new(-5.0, 5.0)))
}

/// Whether a piece runs across a place.
fn covers(curve: &Curve, x: f64) -> bool {
    curve.pieces.iter().any(|piece| piece[0].x < x && x < piece[piece.len() - 1].x)
}

/// Distance in pixels from a point of the picture to the nearest line of a curve.
fn distance(curve: &Curve, (x, y): (f64, f64)) -> f64 {
    let to_line = |pair: &[chainrule::plot::CurvePoint]| {
        let [a, b] = [pair[0], pair[1]].map(|point| (curve.window.px(point.x), curve.window.py(point.y)));
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let t = (((x - a.0) * dx + (y - a.1) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        (x - a.0 - t * dx).hypot(y - a.1 - t * dy)
    };
    curve.pieces.iter().flat_map(|piece| piece.windows(2)).map(to_line).fold(f64::INFINITY, f64::min)
}

/// Every point of the function that is in the picture is within half a pixel of what is drawn.
fn assert_near(text: &str, curve: &Curve) {
    let mut function = Function::new(text);
    for i in 0..=1_500 {
        let x = curve.window.x.at(f64::from(i) / 1_500.0);
        let y = function.at(x);
        if curve.window.y.contains(y) {
            let off = distance(curve, (curve.window.px(x), curve.window.py(y)));
            assert!(off <= 0.5, "{text} at {x}: {off} px off");
        }
    }
}

/// Functions without a corner, with ranges of x.
const SMOOTH: &[(&str, f64, f64)] = &[
    ("(4*x+1)^2", -5.0, 5.0),
    ("x^3 - 3x", -3.0, 3.0),
    ("sin(10x)", -5.0, 5.0),
    ("exp(x)", -5.0, 5.0),
    ("exp(-x^2)", -5.0, 5.0),
    ("tanh(50x)", -5.0, 5.0),
    ("sigmoid(1000x)", -5.0, 5.0),
    ("1/(1 + 10000 (x - 0.3)^2)", -5.0, 5.0),
    ("sqrt(x^2 + 0.0001)", -5.0, 5.0),
    ("x sin(1/x)", 0.05, 1.0),
    ("x^9 - x", -2.0, 2.0),
    ("0.3x + 7", -5.0, 5.0),
    ("5 + 0x", -5.0, 5.0),
    ("1000000 + x/1000", -5.0, 5.0),
    ("sin(x)", 100.0, 120.0),
    ("cbrt(x)", -5.0, 5.0),
];

#[test]
fn smooth_curves_are_near_the_truth_whole_and_cheap() {
    for &(text, min, max) in SMOOTH {
        let curve = curve_of(text, &frame(Range::new(min, max)));
        assert_eq!(curve.pieces.len(), 1, "{text} is one piece");
        assert_eq!(curve.marks, [], "{text} has no special place");
        assert_near(text, &curve);
        let fine = text.contains("10x") || text.contains("1/x");
        let bound = if fine { 1_200 } else { 600 };
        assert!(curve.evaluations <= bound, "{text}: {} evaluations", curve.evaluations);
    }
}

#[test]
fn sharp_peaks_are_found_and_shown() {
    let curve = curve("1/(1 + 10000 (x - 0.3)^2)");
    let (_, high) = curve.extremes().unwrap();
    assert!((high.x - 0.3).abs() < 0.001 && high.y > 0.99, "{high:?}");
    assert!(curve.window.y.contains(1.0));
}

#[test]
fn poles_are_marked_and_do_not_press_the_curve_flat() {
    use std::f64::consts::PI;
    let table: &[(&str, &[f64])] = &[
        ("1/x", &[0.0]),
        ("1/(x^2 - 1)", &[-1.0, 1.0]),
        ("tan(x)", &[-1.5 * PI, -0.5 * PI, 0.5 * PI, 1.5 * PI]),
        ("1/(x - 0.123)^2", &[0.123]),
        ("-1/abs(x - 1)", &[1.0]),
        ("x/(x - sqrt(2))", &[std::f64::consts::SQRT_2]),
        ("1/sin(3x) + x", &[-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0].map(|n| n * PI / 3.0)),
    ];
    for &(text, poles) in table {
        let curve = curve(text);
        assert_eq!(curve.pieces.len(), poles.len() + 1, "{text}");
        assert_eq!(curve.marks.len(), poles.len(), "{text}: {:?}", curve.marks);
        for (mark, &pole) in curve.marks.iter().zip(poles) {
            assert_eq!(mark.kind, MarkKind::Pole, "{text}");
            assert!((mark.x - pole).abs() < 1e-5, "{text}: {} is not {pole}", mark.x);
        }
        assert!(curve.window.y.len() < 200.0, "{text}: {:?}", curve.window.y);
        assert_near(text, &curve);
    }
}

#[test]
fn jumps_are_not_joined_and_tell_their_ends() {
    let curve = curve("floor(x)");
    assert_eq!(curve.pieces.len(), 11, "the last piece is the point (5, 5)");
    for (mark, x) in curve.marks.iter().zip(-4..=5) {
        let x = f64::from(x);
        assert_eq!(mark.x, x);
        assert_eq!(mark.kind, MarkKind::Jump { left: x - 1.0, right: x, at: x });
    }
    for text in ["sign(x - 0.7)", "atan(1/(x - 0.7))", "{x < 0.7: x^2, 3 - x}", "abs(x - 0.7)/(x - 0.7)"] {
        let curve = self::curve(text);
        assert_eq!(curve.pieces.len(), 2, "{text}");
        assert_eq!(curve.marks.len(), 1, "{text}: {:?}", curve.marks);
        assert!((curve.marks[0].x - 0.7).abs() < 1e-9);
        assert!(matches!(curve.marks[0].kind, MarkKind::Jump { .. }), "{text}: {:?}", curve.marks);
    }
}

#[test]
fn curves_reach_the_edge_of_their_domain() {
    for (text, edge) in
        [("sqrt(x)", 0.0), ("sqrt(x - 1.2345)", 1.2345), ("ln(x)", 0.0), ("asin(x/3)", -3.0), ("x^1.5", 0.0)]
    {
        let curve = curve(text);
        assert_eq!(curve.pieces.len(), 1, "{text}");
        let first = curve.pieces[0][0];
        let near = curve.window.px(first.x) - curve.window.px(edge);
        assert!(near.abs() < 0.01, "{text} starts {near} px from its edge");
        assert_near(text, &curve);
    }
    let curve = curve("sqrt(4 - x^2)");
    let piece = &curve.pieces[0];
    assert!((piece[0].x + 2.0).abs() < 1e-9 && (piece[piece.len() - 1].x - 2.0).abs() < 1e-9);
}

#[test]
fn kinks_are_marked_where_they_are() {
    let table: &[(&str, &[(f64, f64)])] = &[
        ("abs(x)", &[(0.0, 0.0)]),
        ("relu(x)", &[(0.0, 0.0)]),
        ("abs(x - 1.2345678) + 2", &[(1.2345678, 2.0)]),
        ("max(x, 0.3x^2)", &[(0.0, 0.0), (10.0 / 3.0, 10.0 / 3.0)]),
        ("abs(x^2 - 2)", &[(-std::f64::consts::SQRT_2, 0.0), (std::f64::consts::SQRT_2, 0.0)]),
        ("clamp(x, -1.5, 2.5)", &[(-1.5, -1.5), (2.5, 2.5)]),
        ("sqrt(abs(x - 0.1))", &[(0.1, 0.0)]),
    ];
    for &(text, kinks) in table {
        let curve = curve(text);
        assert_eq!(curve.pieces.len(), 1, "{text}");
        let found: Vec<f64> = curve.marks.iter().map(|mark| mark.x).collect();
        assert_eq!(found.len(), kinks.len(), "{text}: {:?}", curve.marks);
        for (mark, &(x, y)) in curve.marks.iter().zip(kinks) {
            let MarkKind::Kink { y: found } = mark.kind else { panic!("{text}: {mark:?}") };
            assert!((mark.x - x).abs() < 1e-6 && (found - y).abs() < 1e-3, "{text}: {mark:?}");
        }
        assert_near(text, &curve);
    }
}

#[test]
fn removable_points_are_holes_in_a_whole_curve() {
    for (text, x, y) in [("sin(x)/x", 0.0, 1.0), ("(x^2 - 1)/(x - 1)", 1.0, 2.0)] {
        let curve = curve(text);
        assert_eq!(curve.pieces.len(), 1, "{text}");
        assert_eq!(curve.marks.len(), 1, "{text}: {:?}", curve.marks);
        let MarkKind::Hole { y: filled } = curve.marks[0].kind else { panic!("{text}: {:?}", curve.marks) };
        assert!(curve.marks[0].x == x && (filled - y).abs() < 1e-6, "{text}: {:?}", curve.marks);
    }
}

#[test]
fn nothing_is_drawn_where_nothing_is() {
    let curve = curve("sqrt(-1 - x^2)");
    assert!(curve.pieces.is_empty() && svg::curve(&curve).is_empty() && curve.extremes().is_none());
}

#[test]
fn work_is_bounded_whatever_the_function() {
    for text in [
        "sin(1000000x)",
        "tan(1000x)",
        "floor(1000x)",
        "sin(1/x)",
        "x^x",
        "exp(exp(x))",
        "1/floor(x)",
        "abs(sin(300x))",
    ] {
        let curve = curve(text);
        assert!(curve.evaluations <= 4_200, "{text}: {} evaluations", curve.evaluations);
        assert!(curve.window.y.len().is_finite(), "{text}");
    }
    let few = Frame { most: 60, ..frame(Range::new(-5.0, 5.0)) };
    assert!(curve_of("sin(9x)", &few).evaluations <= 130);
}

#[test]
fn paths_stay_near_the_picture() {
    for text in ["1/x", "exp(exp(x))", "tan(x)", "1000000000 x", "floor(x)"] {
        let zoomed = Frame { y: Some(Range::new(-1e-3, 1e-3)), ..frame(Range::new(-5.0, 5.0)) };
        for curve in [curve(text), curve_of(text, &zoomed)] {
            let path = svg::curve(&curve);
            for number in path.split(['M', 'L', ' ']).filter(|part| !part.is_empty()) {
                let number: f64 = number.parse().unwrap_or_else(|_| panic!("{text}: {path}"));
                assert!((-221.0..=441.0).contains(&number), "{text}: {number}");
            }
        }
    }
}

fn windows() -> impl Strategy<Value = Range> {
    (-8.0..8.0f64, -3.0..1.2f64).prop_map(|(middle, size)| {
        let half = 10f64.powf(size);
        Range::new(middle - half, middle + half)
    })
}

proptest! {
    #[test]
    fn nothing_is_joined_across_a_pole(x in windows(), y in prop::option::of(windows()), width in 100.0..1200.0f64) {
        use std::f64::consts::PI;
        let tangent: Vec<f64> = (-12..12).map(|n| (f64::from(n) + 0.5) * PI).collect();
        let table: &[(&str, &[f64])] = &[("1/x", &[0.0]), ("tan(x)", &tangent), ("1/(x^2 - 1)", &[-1.0, 1.0])];
        for &(text, poles) in table {
            let curve = curve_of(text, &Frame { y, width, ..frame(x) });
            for &pole in poles {
                prop_assert!(!covers(&curve, pole), "{text} is joined across {pole} in {x:?}");
            }
            let inside = poles.iter().filter(|&&pole| x.contains(pole)).count();
            prop_assert_eq!(curve.pieces.len(), inside + 1, "{} in {:?}", text, x);
        }
    }

    #[test]
    fn smooth_stays_whole_in_every_window(x in windows(), y in prop::option::of(windows())) {
        for text in ["sin(x)", "x^3 - x", "tanh(20x)", "1/(1 + 100x^2)", "exp(x/2)"] {
            let curve = curve_of(text, &Frame { y, ..frame(x) });
            prop_assert_eq!(curve.pieces.len(), 1, "{} in {:?} {:?}", text, x, y);
            prop_assert!(curve.marks.is_empty(), "{} in {:?} {:?}: {:?}", text, x, y, curve.marks);
        }
    }

    #[test]
    fn ticks_are_round_even_and_inside(middle in -1e3..1e3f64, size in -5.0..9.0f64, count in 2..12usize) {
        let range = Range::new(middle - 10f64.powf(size), middle + 10f64.powf(size));
        let ticks = ticks(range, count);
        prop_assert!(ticks.values.len() >= count / 2 && ticks.values.len() <= 2 * count + 1, "{:?}", ticks);
        for pair in ticks.values.windows(2) {
            prop_assert!(((pair[1] - pair[0]) / ticks.step - 1.0).abs() < 1e-3);
        }
        let slack = 1e-6 * range.len();
        prop_assert!(ticks.values.iter().all(|&tick| tick >= range.min - slack && tick <= range.max + slack));
        let lead = ticks.step / 10f64.powf(ticks.step.log10().floor());
        prop_assert!([1.0, 2.0, 5.0, 10.0].iter().any(|round| (lead - round).abs() < 1e-6), "{}", ticks.step);
    }

    #[test]
    fn pixels_lead_back(
        x in windows(),
        y in windows(),
        px in 0.0..360.0f64,
        py in 0.0..220.0f64,
        factor in 0.2..5.0f64,
    ) {
        let window = Window { x, y, width: 360.0, height: 220.0 };
        prop_assert!((window.px(window.x_at(px)) - px).abs() < 1e-6);
        prop_assert!((window.py(window.y_at(py)) - py).abs() < 1e-6);
        let part = px / window.width;
        let zoomed = Window { x: x.scaled(factor, part), ..window };
        let moved = (zoomed.x_at(px) - window.x_at(px)).abs();
        prop_assert!(moved <= 1e-9 * x.len().max(1.0), "the place under the pointer stays");
    }
}
