//! What goes on while one descends: the runs from one start, and the clock.
//!
//! Invariant: the course is the present one only as long as the sliders stand where its first run
//! does; whoever moves one by hand, or changes the text or the data, starts anew from there.

use std::rc::Rc;

use super::{Options, Tempo};
use crate::app::{Input, Model};
use crate::data::Batching;
use crate::descent::Descent;

/// The descent as it goes on.
#[derive(Clone, Debug, Default)]
pub struct Descending {
    pub(super) course: Option<Course>,
    /// Whether the clock runs.
    pub running: bool,
    /// How fast the clock runs.
    pub tempo: Tempo,
    /// Whether both passes are shown before the next step.
    pub watching: bool,
    /// Whether the chart has a logarithmic scale.
    pub log: bool,
}

impl Descending {
    /// Stops the clock, and does not wait for a story to end.
    pub(in crate::app) fn halt(&mut self) {
        (self.running, self.watching) = (false, false);
    }
}

/// Runs from one start.
#[derive(Clone, Debug)]
pub struct Course {
    pub(super) model: Rc<Model>,
    pub(super) options: Options,
    pub(super) rows: (Rc<str>, Batching, u32),
    /// The sliders to go back to.
    pub(super) home: Vec<Input>,
    /// Where the sliders were left.
    pub(super) left: Vec<f64>,
    /// The variables that move.
    pub(super) variables: Vec<usize>,
    /// The first run, and its rival if there is one.
    pub runs: Vec<Descent>,
}

impl Course {
    /// The points of a run: the values of two variables, or of one variable and of the objective.
    pub(super) fn trail(&self, run: &Descent, a: usize, b: Option<usize>) -> Vec<[f64; 2]> {
        let along = |at: &[f64], variable: usize| {
            let moves = self.variables.iter().position(|&moving| moving == variable);
            moves.map_or(self.left[variable], |place| at[place])
        };
        run.trail().map(|(_, at, value)| [along(at, a), b.map_or(value, |b| along(at, b))]).collect()
    }
}
