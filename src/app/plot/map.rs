//! A map of two variables: which plane it shows, what is computed for it, and in which detail.

use std::rc::Rc;

use super::Plane;
use crate::app::data::Data;
use crate::app::{Model, State};
use crate::data::Objective;
use crate::plot::{Contours, Grid, Progression, Range, Scale};
use crate::typeset::number;
use crate::words::{Message, plot as words};

/// About so many contour lines.
const LEVELS: usize = 10;

/// Points per side, from the coarsest picture to the finest: each lattice holds the one before, so
/// that all of them have the same levels.
const SIDES: [usize; 4] = [25, 49, 97, 193];

/// So many nodes may be computed for a picture: within a frame, and after a pause.
const IN_A_FRAME: usize = 1_200_000;
const IN_A_PAUSE: usize = 15_000_000;

/// What is drawn of a map. The point is not in it: moving it leaves the map as it is.
#[derive(Debug, Default)]
pub struct Map {
    /// The values.
    pub grid: Grid,
    /// The levels; none before the first picture.
    pub scale: Option<Scale>,
    /// The lines.
    pub contours: Contours,
    of: Option<Subject>,
    objective: Option<Objective>,
}

/// What a map is computed from.
#[derive(Debug)]
struct Subject {
    model: Rc<Model>,
    data: Rc<Data>,
    plane: Plane,
    /// The inputs, with those of the plane left out.
    others: Vec<f64>,
}

impl Subject {
    fn of(state: &State, plane: &Plane) -> Subject {
        let mut others = state.inputs();
        plane.variables.into_iter().for_each(|variable| others[variable] = 0.0);
        Subject { model: state.derived.model.clone(), data: state.derived.data.clone(), plane: *plane, others }
    }

    fn is(&self, other: &Subject) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
            && Rc::ptr_eq(&self.data, &other.data)
            && self.plane == other.plane
            && self.others == other.others
    }
}

impl Map {
    /// Whether it shows another function or another plane than the state has.
    pub fn is_old(&self, state: &State, plane: &Plane) -> bool {
        !self.of.as_ref().is_some_and(|of| of.is(&Subject::of(state, plane)))
    }

    /// Takes up the function and the plane of the state.
    pub fn follow(&mut self, state: &State, plane: &Plane) {
        self.of = Some(Subject::of(state, plane));
        self.objective = Some(state.table().objective());
    }

    /// Points per side of the picture that can be computed within a frame, if one can, and of the one
    /// to draw after a pause.
    pub fn sides(&self) -> (Option<usize>, usize) {
        let work = self.work();
        let within = |nodes: usize| move |side: &usize| side * side * work <= nodes;
        let coarse = SIDES[..2].iter().copied().rev().find(within(IN_A_FRAME));
        (coarse, SIDES.into_iter().rev().find(within(IN_A_PAUSE)).unwrap_or(SIDES[0]))
    }

    /// Nodes that are computed for each point.
    pub fn work(&self) -> usize {
        self.objective.as_ref().map_or(1, Objective::work)
    }

    /// Computes the picture with so many points per side.
    pub fn draw(&mut self, side: usize) {
        let (Some(of), Some(objective)) = (&self.of, &mut self.objective) else { return };
        let [x, y] = of.plane.ranges;
        let at = |range: Range, index: usize| range.at(index as f64 / (side - 1) as f64);
        let xs: Vec<f64> = (0..side).map(|column| at(x, column)).collect();
        let mut ys = vec![0.0; side];
        let [a, b] = of.plane.variables;
        self.grid.fill(side, side, |values| {
            for (row, values) in values.chunks_exact_mut(side).enumerate() {
                ys.fill(at(y, row));
                objective.over((a, &xs), (b, &ys), values);
            }
        });
        let scale = Scale::of(&self.grid, LEVELS);
        self.contours.trace(&self.grid, &scale.levels);
        self.scale = Some(scale);
    }

    /// The value at a point of the plane.
    pub fn value(&mut self, point: [f64; 2]) -> Option<f64> {
        let objective = self.go_to(point)?;
        Some(objective.value())
    }

    /// Value and gradient at the present point, with respect to the plane's two variables.
    pub fn slope(&mut self, state: &State) -> Option<(f64, [f64; 2])> {
        let variables = self.of.as_ref()?.plane.variables;
        if state.derived.data.rows.is_empty() {
            return Some((
                state.derived.trace.output(),
                variables.map(|variable| state.derived.trace.partial(variable)),
            ));
        }
        let inputs = state.inputs();
        let mut gradient = vec![0.0; inputs.len()];
        let value = self.go_to(variables.map(|variable| inputs[variable]))?.gradient(None, &mut gradient);
        Some((value, variables.map(|variable| gradient[variable])))
    }

    /// The gradient with respect to the plane's variables, at `count` × `count` places inside of it: the place,
    /// then the gradient.
    pub fn field(&mut self, count: usize) -> Vec<([f64; 2], [f64; 2])> {
        let Some(Plane { variables, ranges: [x, y] }) = self.of.as_ref().map(|of| of.plane) else { return Vec::new() };
        let mut gradient = vec![0.0; self.objective.as_ref().map_or(0, |objective| objective.inputs().len())];
        let mut arrows = Vec::with_capacity(count * count);
        for index in 0..count * count {
            let at = |range: Range, index: usize| range.at((index as f64 + 0.5) / count as f64);
            let point = [at(x, index % count), at(y, index / count)];
            if let Some(objective) = self.go_to(point) {
                objective.gradient(None, &mut gradient);
                arrows.push((point, variables.map(|variable| gradient[variable])));
            }
        }
        arrows
    }

    fn go_to(&mut self, point: [f64; 2]) -> Option<&mut Objective> {
        let (of, objective) = (self.of.as_ref()?, self.objective.as_mut()?);
        for (variable, value) in of.plane.variables.into_iter().zip(point) {
            objective.inputs_mut()[variable] = value;
        }
        Some(objective)
    }
}

/// How the levels of a map follow each other, in words.
///
/// ```
/// use chainrule::{app::plot::map::rule, plot::Progression};
/// assert_eq!(rule(Progression::Sum(0.5)).text(), "a line every 0.5");
/// assert_eq!(rule(Progression::Product(4.0)).text(), "each line is 4 times the one below");
/// ```
pub fn rule(stepping: Progression) -> Message {
    match stepping {
        Progression::Sum(step) => words::line_every(number(step)),
        Progression::Product(factor) => words::line_times(number(factor)),
        Progression::Mirrored(factor) => words::line_times_mirrored(number(factor)),
    }
}
