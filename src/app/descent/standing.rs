//! What there is to see of a descent: where it stands, what it did and what comes next.

use std::rc::Rc;

use super::Course;
use super::ground::Ground;
use crate::app::data::Rows;
use crate::app::{Derived, Document, Hessian, Session};
use crate::descent::{Descent, Optimizer, Verdict};
use crate::explain::{last_update, next_update};
use crate::typeset::Line;
use crate::words::{Message, panel};

/// Nodes times rows up to which the next step is told before it is done.
const MOST_WORK: usize = 50_000;

/// The update of the variables in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// Which step it is, counted from 1.
    pub step: usize,
    /// Whether it is done; else it is the one that comes next.
    pub done: bool,
    /// Its lines, variable by variable.
    pub lines: Vec<Line>,
}

/// Those of the settings that decide which elements the panel has; numbers are written into them.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The method, and that of the rival if there is one.
    pub optimizers: [Option<&'static Optimizer>; 2],
    /// Whether it goes up instead of down.
    pub maximise: bool,
    /// The variables that move, and those that could.
    pub over: [Vec<usize>; 2],
    /// Whether it is the mean over rows of data that falls.
    pub mean: bool,
}

/// A view of the descent.
#[derive(Clone, Copy, Debug)]
pub struct Descents<'a> {
    pub(in crate::app) document: &'a Document,
    pub(in crate::app) derived: &'a Derived,
    pub(in crate::app) table: Rows<'a>,
    pub(in crate::app) session: &'a Session,
}

impl<'a> Descents<'a> {
    /// The settings that decide which elements the panel has.
    pub fn setup(self) -> Setup {
        let options = &self.document.descent;
        Setup {
            optimizers: [Some(options.plan.optimizer), options.rival.as_ref().map(|rival| rival.optimizer)],
            maximise: options.plan.maximise,
            over: [self.variables(), self.movable()],
            mean: !self.derived.data.rows.is_empty(),
        }
    }

    /// The variables that are no columns of the data.
    fn movable(self) -> Vec<usize> {
        (0..self.derived.model.graph.variables().len())
            .filter(|variable| !self.derived.data.columns.contains(variable))
            .collect()
    }

    /// The variables that move, in the order of the graph's.
    pub fn variables(self) -> Vec<usize> {
        let variables = self.derived.model.graph.variables();
        let free = self.movable();
        let over = &self.document.descent.over;
        let chosen: Vec<usize> =
            free.iter().copied().filter(|&variable| over.contains(&variables[variable].name)).collect();
        if chosen.is_empty() { free } else { chosen }
    }

    /// The present course, as long as nobody moved away from it.
    pub fn course(self) -> Option<&'a Course> {
        let course = self.session.descending.course.as_ref()?;
        (course.options == self.document.descent && self.is_at(course)).then_some(course)
    }

    /// The trails of the runs over two variables, or over one and the value; that of the first run first.
    /// Empty before the first step.
    pub fn trails(self, a: usize, b: Option<usize>) -> Vec<Vec<[f64; 2]>> {
        let course = self.course().filter(|course| course.runs.iter().any(|run| run.steps() > 0));
        course.map_or(Vec::new(), |course| course.runs.iter().map(|run| course.trail(run, a, b)).collect())
    }

    /// The first run's verdict.
    pub fn verdict(self) -> Option<Verdict> {
        self.course()?.runs[0].verdict()
    }

    /// Whether there is a start to go back to.
    pub fn has_start(self) -> bool {
        // A step may have moved nothing; it can be taken back all the same.
        let begun = |course: &Course| course.runs.iter().any(|run| run.steps() > 0);
        let far = |course: &Course| course.left.iter().zip(&course.home).any(|(left, home)| *left != home.value);
        let course = self.session.descending.course.as_ref();
        course.is_some_and(|course| (far(course) || begun(course)) && self.is_at(course))
    }

    /// The update in numbers, in about so many lines: the last one, or the next one at a start.
    pub fn update(self, lines: usize) -> Option<Update> {
        let variables = self.variables();
        let most = (lines / self.document.descent.plan.optimizer.rule.len()).max(1);
        let name = |place: usize| &self.derived.model.graph.variables()[variables[place]].name;
        let places = 0..variables.len().min(most);
        let done = self.course().map(|course| &course.runs[0]).filter(|run| run.steps() > 0);
        if let Some(run) = done {
            let lines = places.filter_map(|place| last_update(run, place, name(place))).flatten().collect();
            return Some(Update { step: run.steps(), done: true, lines });
        }
        let plan = &self.document.descent.plan;
        let mut ground = Ground::new(self.table, &variables, plan.optimizer.needs_hessian());
        if ground.work() > MOST_WORK {
            return None;
        }
        let run = Descent::new(plan.clone(), &self.at(&variables), &mut ground);
        let lines = places.filter_map(|place| next_update(&run, place, name(place), &mut ground)).flatten();
        Some(Update { step: 1, done: false, lines: lines.collect() }).filter(|update| !update.lines.is_empty())
    }

    /// The first run's value, and steps done; the objective's at a start.
    pub fn standing(self) -> (usize, Option<f64>) {
        match self.course() {
            Some(course) => (course.runs[0].steps(), Some(course.runs[0].value())),
            None if self.derived.data.rows.is_empty() => (0, Some(self.derived.trace.output())),
            None => {
                let mut objective = self.table.objective();
                (0, (objective.work() <= MOST_WORK).then(|| objective.value()))
            }
        }
    }

    /// Why the chosen method cannot take a step, if it cannot.
    pub fn no_descent(self) -> Option<Message> {
        match (self.variables().is_empty(), self.document.descent.plan.optimizer.needs_hessian()) {
            (true, _) => Some(panel::nothing_to_move()),
            (false, true) => Hessian::new(&self.derived.model).err(),
            (false, false) => None,
        }
    }

    /// Where these variables stand.
    pub(super) fn at(self, variables: &[usize]) -> Vec<f64> {
        let inputs = self.table.inputs();
        variables.iter().map(|&variable| inputs[variable]).collect()
    }

    /// Whether the sliders and the function are as a course left them, whatever has become of the
    /// settings.
    pub(super) fn is_at(self, course: &Course) -> bool {
        let data = &self.document.data;
        let columns = &self.derived.data.columns;
        let stayed = |(variable, (input, left)): (usize, (f64, &f64))| input == *left || columns.contains(&variable);
        Rc::ptr_eq(&course.model, &self.derived.model)
            && course.rows == (data.text.clone(), data.batching, data.seed)
            && self.table.inputs().into_iter().zip(&course.left).enumerate().all(stayed)
    }
}
