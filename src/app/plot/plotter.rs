//! The curve over one variable, its derivatives and its neighbourhood under the lens.

use std::rc::Rc;

use super::plane::MOST;
use crate::app::{Model, State};
use crate::data::Objective;
use crate::plot::{Curve, CurvePoint, Frame, Range, Window, sample};
use crate::words::{Message, plot as words};

/// Functions that take more steps than this at one point are not drawn.
const LARGEST: usize = 60_000;
/// Seconds that one step at one point takes, in a browser.
const STEP_TIME: f64 = 1e-8;
/// Fewer points than this show nothing.
const LEAST: usize = 60;
/// A lens is so small that more points than this show nothing new in it.
const MOST_UNDER_LENS: usize = 300;
/// How many times a lens enlarges.
pub const LENS: f64 = 100.0;
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
    pub fn new(state: &State) -> Result<Plotter, Message> {
        let Some(axis) = state.plotting().axis() else {
            return Err(words::no_variable());
        };
        let objective = state.table().objective();
        if objective.work() > LARGEST {
            return Err(words::too_large());
        }
        let derived = state.document.plot.slope || state.document.plot.bend;
        let slope = derived.then(|| state.derived.model.partial_tape(axis)).flatten().map(|partial| {
            Objective::new(partial.tape.clone(), &state.inputs())
                .with_rows(state.derived.data.columns.clone(), state.derived.data.rows.clone())
        });
        Ok(Plotter {
            axis,
            model: state.derived.model.clone(),
            inputs: state.inputs(),
            rows: state.derived.data.rows.clone(),
            objective,
            derived,
            slope: slope.filter(|slope| slope.work() <= LARGEST),
        })
    }

    /// Takes over the values of the other sliders, and tells whether the curve has changed by that; none
    /// if another function or another axis is to be drawn. The value on the axis does not matter.
    pub fn follow(&mut self, state: &State) -> Option<bool> {
        let plot = &state.document.plot;
        let same = Rc::ptr_eq(&self.model, &state.derived.model)
            && state.plotting().axis() == Some(self.axis)
            && Rc::ptr_eq(&self.rows, &state.derived.data.rows)
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

    /// How many points a curve may take when there is time, as after a pause.
    pub fn enough(&self) -> usize {
        self.points_in(0.05).max(LEAST)
    }

    /// Value and slope at one place.
    pub fn at(&mut self, x: f64) -> CurvePoint {
        let (mut y, mut slope) = ([0.0], [0.0]);
        self.objective.along(self.axis, &[x], &mut y, Some(&mut slope));
        CurvePoint { x, y: y[0], slope: slope[0] }
    }

    /// Slope and second derivative at one place, where the slope is known as a formula.
    pub fn slope_at(&mut self, x: f64) -> Option<CurvePoint> {
        let (mut y, mut slope) = ([0.0], [0.0]);
        self.slope.as_mut()?.along(self.axis, &[x], &mut y, Some(&mut slope));
        Some(CurvePoint { x, y: y[0], slope: slope[0] })
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
    pub fn lens(&mut self, window: &Window, point: &CurvePoint, size: f64) -> Curve {
        let part = |range: Range, pixels: f64, middle: f64| {
            let half = range.len() / pixels * size / 2.0 / LENS;
            Range::new(middle - half, middle + half)
        };
        let frame = Frame {
            x: part(window.x, window.width, point.x),
            y: Some(part(window.y, window.height, point.y)),
            width: size,
            height: size,
            most: self.enough().min(MOST_UNDER_LENS),
        };
        self.curve(&frame)
    }
}

fn draw(objective: &mut Objective, axis: usize, frame: &Frame) -> Curve {
    sample(frame, &mut |xs, values, slopes| objective.along(axis, xs, values, Some(slopes)))
}
