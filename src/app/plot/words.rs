//! The plot in words: for a screen reader, and beside the point.

use std::fmt::Write;

use crate::app::State;
use crate::app::document::fifteen_digits;
use crate::plot::{Curve, Mark, MarkKind, Point, Range, ticks};
use crate::typeset::{Digits, name_text, number_with, spoken};

/// More special places than this are not read out one by one.
const MOST_SPOKEN: usize = 6;

/// What the neighbourhood of a point teaches.
pub fn lens_says(lens: &Curve, point: &Point) -> &'static str {
    let line = |x: f64| lens.window.py(point.y + point.slope * (x - point.x));
    let off = |p: &Point| (lens.window.py(p.y) - line(p.x)).abs();
    let shown = |p: &&Point| lens.window.y.contains(p.y);
    if !point.y.is_finite() {
        "There is no value here."
    } else if lens.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Kink { .. })) {
        "100 times closer the corner is as sharp as before: the curve has no tangent here."
    } else if !point.slope.is_finite() {
        "There is no slope here that a number could tell."
    } else if lens.pieces.len() != 1 {
        "100 times closer the curve is still torn here."
    } else if lens.pieces[0].iter().filter(shown).all(|p| off(p) < 1.0) {
        "100 times closer the curve lies on its tangent, as every smooth curve does."
    } else {
        "100 times closer the curve still bends: still closer it would lie on its tangent."
    }
}

/// "x 1, f 25, slope 40": what a screen reader says at the point.
///
/// ```
/// use chainrule::{app::{State, plot::words::reading}, plot::Point};
/// let point = Point { x: 1.0, y: 25.0, slope: 40.0 };
/// assert_eq!(reading(&State::default(), 0, &point, None), "x 1, f 25, slope 40");
/// ```
pub fn reading(state: &State, axis: usize, point: &Point, mark: Option<&Mark>) -> String {
    let (x, y) = names(state, axis);
    let mut text = format!("{x} {}, {y} {}", spoken(point.x), spoken(point.y));
    let _ = match mark {
        None if point.y.is_finite() && !point.slope.is_nan() => write!(text, ", slope {}", spoken(point.slope)),
        _ => write!(text, ", {}", slope_label(point, mark)),
    };
    text
}

fn names(state: &State, axis: usize) -> (String, String) {
    (name_text(&state.model.graph.variables()[axis].name), name_text(state.model.output_name()))
}

/// A curve in words.
pub fn summary(state: &State, axis: usize, curve: &Curve) -> String {
    let (name, output) = names(state, axis);
    let Range { min, max } = curve.window.x;
    let mut text = format!("{output} over {name} from {} to {}", spoken(min), spoken(max));
    let Some((low, high)) = curve.extremes() else { return text + ": no value anywhere." };
    let pole = curve.marks.iter().any(|mark| mark.kind == MarkKind::Pole);
    if low.y == high.y {
        let _ = write!(text, ": {} everywhere", spoken(low.y));
    } else if !pole {
        let at = |point: Point| {
            format!("{} at {}", number_near(point.y, &curve.window.y), number_near(point.x, &curve.window.x))
        };
        let _ = write!(text, ": lowest {}, highest {}", at(low), at(high));
    }
    text.push('.');
    for (what, kind) in ["Grows beyond all bounds", "Jumps", "Has a corner", "Has a hole"].into_iter().zip(0..) {
        let is = |mark: &&Mark| match mark.kind {
            MarkKind::Pole => kind == 0,
            MarkKind::Jump { .. } => kind == 1,
            MarkKind::Kink { .. } => kind == 2,
            MarkKind::Hole { .. } => kind == 3,
        };
        let places: Vec<f64> = curve.marks.iter().filter(is).map(|mark| mark.x).collect();
        list(&mut text, what, &places, |x| number_near(x, &curve.window.x));
    }
    let ends = |from: f64, to: f64| to - from > 1e-4 * curve.window.x.len();
    let mut from = min;
    for piece in &curve.pieces {
        if ends(from, piece[0].x) {
            no_value(&mut text, from, piece[0].x, &curve.window.x);
        }
        from = piece[piece.len() - 1].x;
    }
    if ends(from, max) {
        no_value(&mut text, from, max, &curve.window.x);
    }
    text
}

fn no_value(text: &mut String, from: f64, to: f64, range: &Range) {
    let _ = write!(text, " No value from {} to {}.", number_near(from, range), number_near(to, range));
}

fn list(text: &mut String, what: &str, places: &[f64], say: impl Fn(f64) -> String) {
    match places.len() {
        0 => {}
        1..=MOST_SPOKEN => {
            let places: Vec<String> = places.iter().map(|&place| say(place)).collect();
            let _ = write!(text, " {what} at {}.", places.join(", "));
        }
        count => {
            let _ = write!(text, " {what} at {count} places.");
        }
    }
}

/// A number with no more digits than a picture of this range can show.
fn number_near(value: f64, range: &Range) -> String {
    spoken(near(value, range))
}

/// The place a person means by a pixel: no more digits than a picture of this range can show.
pub fn near(value: f64, range: &Range) -> f64 {
    let step = ticks(*range, 1000).step;
    let rounded = (value / step).round() * step;
    fifteen_digits(if rounded.is_finite() { rounded } else { value })
}

/// The slope that is written at the point; where the curve has none, the number that stands for it.
pub fn slope_label(point: &Point, mark: Option<&Mark>) -> String {
    let slope = number_with(point.slope, Digits(4));
    match (point.y.is_finite(), mark, point.slope.is_nan()) {
        (false, ..) => "no value here".into(),
        (_, _, true) => "no slope here".into(),
        (_, Some(Mark { kind: MarkKind::Kink { .. }, .. }), _) => format!("corner: {slope} by convention"),
        (_, Some(_), _) => format!("jump: {slope} by convention"),
        _ => format!("slope {slope}"),
    }
}
