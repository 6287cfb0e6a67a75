//! The plot of one variable: what is drawn, and the same in words.

use std::fmt::Write;
use std::rc::Rc;

use super::document::fifteen_digits;
use super::{Model, State};
use crate::data::Objective;
use crate::plot::{Curve, Frame, Mark, MarkKind, Point, Range, Window, sample, ticks};
use crate::typeset::{Digits, name_text, number_with, spoken};

/// Functions that take more steps than this at one point are not drawn.
const LARGEST: usize = 60_000;
/// Seconds that one step at one point takes, in a browser.
const STEP_TIME: f64 = 1e-8;
/// More points than this show nothing new.
const MOST: usize = 2_000;
/// Fewer points than this show nothing.
const LEAST: usize = 60;
/// A lens enlarges so many times.
pub const LENS: f64 = 100.0;
/// More special places than this are not read out one by one.
const MOST_SPOKEN: usize = 6;

/// Draws the output over one variable, while all others stay where they are.
#[derive(Debug)]
pub struct Plotter {
    /// The variable on the axis.
    pub axis: usize,
    model: Rc<Model>,
    /// Every input as it was; the axis does not count.
    inputs: Vec<f64>,
    rows: Rc<[Vec<f64>]>,
    objective: Objective,
    /// Whether a derivative is drawn too.
    derived: bool,
    slope: Option<Objective>,
}

impl Plotter {
    /// The output as the plot's settings and the sliders have it.
    ///
    /// # Errors
    /// Where there is nothing to draw, a sentence that says why.
    pub fn new(state: &State) -> Result<Plotter, &'static str> {
        let Some(axis) = state.plot_axis() else {
            return Err("Without a variable there is nothing to plot: any name you type, such as x, becomes one.");
        };
        let objective = state.objective();
        if objective.work() > LARGEST {
            return Err("This function takes too many steps to be drawn at hundreds of points.");
        }
        let derived = state.document.plot.slope || state.document.plot.bend;
        let slope = derived.then(|| state.model.partial_tape(axis)).flatten().map(|partial| {
            Objective::new(partial.tape.clone(), &state.inputs())
                .with_rows(state.data.columns.clone(), state.data.rows.clone())
        });
        Ok(Plotter {
            axis,
            model: state.model.clone(),
            inputs: state.inputs(),
            rows: state.data.rows.clone(),
            objective,
            derived,
            slope: slope.filter(|slope| slope.work() <= LARGEST),
        })
    }

    /// Takes over where the other sliders are; none if something else is to be drawn, else whether
    /// the curve is another one now. The value on the axis does not matter.
    pub fn follow(&mut self, state: &State) -> Option<bool> {
        let plot = &state.document.plot;
        let same = Rc::ptr_eq(&self.model, &state.model)
            && state.plot_axis() == Some(self.axis)
            && Rc::ptr_eq(&self.rows, &state.data.rows)
            && self.derived == (plot.slope || plot.bend);
        let inputs = state.inputs();
        let counts = |variable: usize| variable != self.axis && !self.objective.columns().contains(&variable);
        let moved = (0..inputs.len()).any(|variable| counts(variable) && inputs[variable] != self.inputs[variable]);
        if moved {
            for objective in [Some(&mut self.objective), self.slope.as_mut()].into_iter().flatten() {
                objective.inputs_mut().copy_from_slice(&inputs);
            }
            self.inputs = inputs;
        }
        same.then_some(moved)
    }

    /// How many points can be evaluated in so many seconds, or a little more.
    pub fn points_in(&self, seconds: f64) -> usize {
        let work = self.objective.work() + self.slope.as_ref().map_or(0, Objective::work);
        ((seconds / (STEP_TIME * work as f64)) as usize).min(MOST)
    }

    /// How many points a curve may take that is not drawn in haste.
    pub fn enough(&self) -> usize {
        self.points_in(0.05).max(LEAST)
    }

    /// Value and slope at one place.
    pub fn at(&mut self, x: f64) -> Point {
        let (mut y, mut slope) = ([0.0], [0.0]);
        self.objective.along(self.axis, &[x], &mut y, Some(&mut slope));
        Point { x, y: y[0], slope: slope[0] }
    }

    /// Slope and second derivative at one place, where the slope is known as a formula.
    pub fn slope_at(&mut self, x: f64) -> Option<Point> {
        let (mut y, mut slope) = ([0.0], [0.0]);
        self.slope.as_mut()?.along(self.axis, &[x], &mut y, Some(&mut slope));
        Some(Point { x, y: y[0], slope: slope[0] })
    }

    /// The curve.
    pub fn curve(&mut self, frame: &Frame) -> Curve {
        draw(&mut self.objective, self.axis, frame)
    }

    /// The curve of the slope, where that is known as a formula.
    pub fn slope_curve(&mut self, frame: &Frame) -> Option<Curve> {
        Some(draw(self.slope.as_mut()?, self.axis, frame))
    }

    /// The neighbourhood of a point of a picture, enlarged.
    pub fn lens(&mut self, window: &Window, point: &Point, size: f64) -> Curve {
        let part = |range: Range, pixels: f64, middle: f64| {
            let half = range.len() / pixels * size / 2.0 / LENS;
            Range::new(middle - half, middle + half)
        };
        let frame = Frame {
            x: part(window.x, window.width, point.x),
            y: Some(part(window.y, window.height, point.y)),
            width: size,
            height: size,
            most: 300,
        };
        self.curve(&frame)
    }
}

fn draw(objective: &mut Objective, axis: usize, frame: &Frame) -> Curve {
    sample(frame, &mut |xs, values, slopes| objective.along(axis, xs, values, Some(slopes)))
}

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
/// use chainrule::{app::{State, picture::reading}, plot::Point};
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

impl State {
    /// The part of the plane that the plot shows: y is left to the curve unless somebody zoomed.
    pub fn plot_frame(&self, axis: usize, width: f64, height: f64) -> Frame {
        let input = self.document.input(&self.model.graph.variables()[axis].name);
        let (x, y) = match self.document.plot.window {
            Some([left, right, bottom, top]) => (Range::new(left, right), Some(Range::new(bottom, top))),
            None => (Range::new(input.min, input.max), None),
        };
        Frame { x, y, width, height, most: MOST }
    }
}
