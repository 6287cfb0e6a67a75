//! The plot in words: for a screen reader, and beside the point.

use crate::app::State;
use crate::app::document::fifteen_digits;
use crate::plot::{Curve, CurvePoint, Mark, MarkKind, Range, ticks};
use crate::typeset::{Digits, name_text, number_with};
use crate::words::{Message, list, plot as words, speech};

/// More special places than this are not read out one by one.
const MOST_SPOKEN: usize = 6;

/// What the neighbourhood of a point teaches.
pub fn lens_says(lens: &Curve, point: &CurvePoint) -> Message {
    let line = |x: f64| lens.window.py(point.y + point.slope * (x - point.x));
    let off = |p: &CurvePoint| (lens.window.py(p.y) - line(p.x)).abs();
    let shown = |p: &&CurvePoint| lens.window.y.contains(p.y);
    if !point.y.is_finite() {
        words::no_value_here()
    } else if lens.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Kink { .. })) {
        words::sharp_corner()
    } else if !point.slope.is_finite() {
        words::no_slope_to_tell()
    } else if lens.pieces.len() != 1 {
        words::torn()
    } else if lens.pieces[0].iter().filter(shown).all(|p| off(p) < 1.0) {
        words::smooth()
    } else {
        words::still_bent()
    }
}

/// "x 1, f 25, slope 40": what a screen reader says at the point.
///
/// ```
/// use chainrule::{app::{State, plot::words::reading}, plot::CurvePoint};
/// let point = CurvePoint { x: 1.0, y: 25.0, slope: 40.0 };
/// assert_eq!(reading(&State::default(), 0, &point, None).text(), "x 1, f 25, slope 40");
/// ```
pub fn reading(state: &State, axis: usize, point: &CurvePoint, mark: Option<&Mark>) -> Message {
    let (x, y) = names(state, axis);
    let slope = match mark {
        None if point.y.is_finite() && !point.slope.is_nan() => words::slope(speech::number(point.slope)),
        _ => slope_label(point, mark),
    };
    words::reading(x, speech::number(point.x), y, speech::number(point.y), slope)
}

fn names(state: &State, axis: usize) -> (String, String) {
    (name_text(&state.derived.model.graph.variables()[axis].name), name_text(state.derived.model.output_name()))
}

/// A curve in words.
pub fn summary(state: &State, axis: usize, curve: &Curve) -> Message {
    let (name, output) = names(state, axis);
    let Range { min, max } = curve.window.x;
    let (from, to) = (speech::number(min), speech::number(max));
    let Some((low, high)) = curve.extremes() else { return words::no_value_anywhere(output, name, from, to) };
    let pole = curve.marks.iter().any(|mark| mark.kind == MarkKind::Pole);
    let (x, y) = (|x: f64| number_near(x, &curve.window.x), |y: f64| number_near(y, &curve.window.y));
    let mut told = vec![if low.y == high.y {
        words::everywhere(output, name, from, to, speech::number(low.y))
    } else if pole {
        words::unbounded(output, name, from, to)
    } else {
        let at = |point: CurvePoint| words::value_at(y(point.y), x(point.x));
        words::between(output, name, from, to, at(low), at(high))
    }];
    for (is, few, many) in KINDS {
        let places: Vec<f64> = curve.marks.iter().filter(|mark| is(&mark.kind)).map(|mark| mark.x).collect();
        match places.len() {
            0 => {}
            1..=MOST_SPOKEN => told.push(few(list::in_a_row(places.into_iter().map(x)))),
            count => told.push(many(count)),
        }
    }
    let begins = curve.pieces.iter().map(|piece| piece[0].x).chain([max]);
    let ends = [min].into_iter().chain(curve.pieces.iter().map(|piece| piece[piece.len() - 1].x));
    for (from, to) in ends.zip(begins).filter(|(from, to)| to - from > 1e-4 * curve.window.x.len()) {
        told.push(words::no_value_between(x(from), x(to)));
    }
    list::sentences(told)
}

/// A kind of special places, with the sentences for a few and for many of them.
type MarkSentences = (fn(&MarkKind) -> bool, fn(Message) -> Message, fn(usize) -> Message);

const KINDS: [MarkSentences; 4] = [
    (|kind| matches!(kind, MarkKind::Pole), words::poles, words::many_poles),
    (|kind| matches!(kind, MarkKind::Jump { .. }), words::jumps, words::many_jumps),
    (|kind| matches!(kind, MarkKind::Kink { .. }), words::corners, words::many_corners),
    (|kind| matches!(kind, MarkKind::Hole { .. }), words::holes, words::many_holes),
];

/// A number with no more digits than a picture of this range can show.
fn number_near(value: f64, range: &Range) -> Message {
    speech::number(near(value, range))
}

/// The place a person means by a pixel: no more digits than a picture of this range can show.
pub fn near(value: f64, range: &Range) -> f64 {
    let step = ticks(*range, 1000).step;
    let rounded = (value / step).round() * step;
    fifteen_digits(if rounded.is_finite() { rounded } else { value })
}

/// The slope that is written at the point; where the curve has none, the number that stands for it.
pub fn slope_label(point: &CurvePoint, mark: Option<&Mark>) -> Message {
    let slope = number_with(point.slope, Digits(4));
    match (point.y.is_finite(), mark, point.slope.is_nan()) {
        (false, ..) => words::no_value(),
        (_, _, true) => words::no_slope(),
        (_, Some(Mark { kind: MarkKind::Kink { .. }, .. }), _) => words::corner(slope),
        (_, Some(_), _) => words::jump(slope),
        _ => words::slope(Message::neutral(slope)),
    }
}
