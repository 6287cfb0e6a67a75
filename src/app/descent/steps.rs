//! The steps of a descent: what the sliders follow.

use std::rc::Rc;

use super::Course;
use super::ground::Ground;
use crate::app::{Edit, Hessian, Input, State, Walk};
use crate::descent::{Descent, Optimizer, Plan, Verdict};
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

/// What of the settings the page is built from; its numbers are written into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The method, and that of the rival if there is one.
    pub optimizers: [Option<&'static Optimizer>; 2],
    /// Up instead of down.
    pub maximise: bool,
    /// The variables that move, and those that could.
    pub over: [Vec<usize>; 2],
    /// Whether it is the mean over rows of data that falls.
    pub mean: bool,
}

impl Course {
    /// Whether the sliders and the function are as this left them, whatever has become of the
    /// settings.
    fn is_here(&self, state: &State) -> bool {
        let data = &state.document.data;
        let columns = &state.data.columns;
        let stayed = |(variable, (input, left)): (usize, (f64, &f64))| input == *left || columns.contains(&variable);
        Rc::ptr_eq(&self.model, &state.model)
            && self.rows == (data.text.clone(), data.batching, data.seed)
            && state.inputs().into_iter().zip(&self.left).enumerate().all(stayed)
    }
}

impl State {
    /// What the page is built from.
    pub fn descent_shape(&self) -> Shape {
        let options = &self.document.descent;
        Shape {
            optimizers: [Some(options.plan.optimizer), options.rival.as_ref().map(|rival| rival.optimizer)],
            maximise: options.plan.maximise,
            over: [self.descended(), self.movable()],
            mean: !self.data.rows.is_empty(),
        }
    }

    /// The variables that are no columns of the data.
    fn movable(&self) -> Vec<usize> {
        (0..self.model.graph.variables().len()).filter(|variable| !self.data.columns.contains(variable)).collect()
    }

    /// The variables that move, in the order of the graph's.
    pub fn descended(&self) -> Vec<usize> {
        let variables = self.model.graph.variables();
        let free = self.movable();
        let over = &self.document.descent.over;
        let chosen: Vec<usize> =
            free.iter().copied().filter(|&variable| over.contains(&variables[variable].name)).collect();
        if chosen.is_empty() { free } else { chosen }
    }

    /// What goes on, as long as nobody moved away from it.
    pub fn course(&self) -> Option<&Course> {
        let course = self.descending.course.as_ref()?;
        (course.options == self.document.descent && course.is_here(self)).then_some(course)
    }

    /// The ways of the runs over two variables, or over one and the value; the first one's first.
    /// Empty before the first step.
    pub fn trails(&self, a: usize, b: Option<usize>) -> Vec<Vec<[f64; 2]>> {
        let course = self.course().filter(|course| course.runs.iter().any(|run| run.steps() > 0));
        course.map_or(Vec::new(), |course| course.runs.iter().map(|run| course.trail(run, a, b)).collect())
    }

    /// The first run's verdict.
    pub fn verdict(&self) -> Option<Verdict> {
        self.course()?.runs[0].verdict()
    }

    /// Whether there is a start to go back to.
    pub fn has_start(&self) -> bool {
        // A step may have moved nothing; it is gone back from all the same.
        let begun = |course: &Course| course.runs.iter().any(|run| run.steps() > 0);
        let far = |course: &Course| course.left.iter().zip(&course.home).any(|(left, home)| *left != home.value);
        let course = self.descending.course.as_ref();
        course.is_some_and(|course| (far(course) || begun(course)) && course.is_here(self))
    }

    /// The update in numbers, in about so many lines: the last one, or the next one at a start.
    pub fn update(&self, lines: usize) -> Option<Update> {
        let variables = self.descended();
        let most = (lines / self.document.descent.plan.optimizer.rule.len()).max(1);
        let name = |place: usize| &self.model.graph.variables()[variables[place]].name;
        let places = 0..variables.len().min(most);
        let done = self.course().map(|course| &course.runs[0]).filter(|run| run.steps() > 0);
        if let Some(run) = done {
            let lines = places.filter_map(|place| last_update(run, place, name(place))).flatten().collect();
            return Some(Update { step: run.steps(), done: true, lines });
        }
        let plan = &self.document.descent.plan;
        let mut ground = Ground::new(self, &variables, plan.optimizer.needs_hessian());
        if ground.work() > MOST_WORK {
            return None;
        }
        let run = Descent::new(plan.clone(), &self.at(&variables), &mut ground);
        let lines = places.filter_map(|place| next_update(&run, place, name(place), &mut ground)).flatten();
        Some(Update { step: 1, done: false, lines: lines.collect() }).filter(|update| !update.lines.is_empty())
    }

    /// The first run's value, and steps done; the objective's at a start.
    pub fn standing(&self) -> (usize, Option<f64>) {
        match self.course() {
            Some(course) => (course.runs[0].steps(), Some(course.runs[0].value())),
            None if self.data.rows.is_empty() => (0, Some(self.trace.output())),
            None => {
                let mut objective = self.objective();
                (0, (objective.work() <= MOST_WORK).then(|| objective.value()))
            }
        }
    }

    /// Why the chosen method cannot go, if it cannot.
    pub fn no_descent(&self) -> Option<Message> {
        match (self.descended().is_empty(), self.document.descent.plan.optimizer.needs_hessian()) {
            (true, _) => Some(panel::nothing_to_move()),
            (false, true) => Hessian::new(&self.model).err(),
            (false, false) => None,
        }
    }

    fn at(&self, variables: &[usize]) -> Vec<f64> {
        let inputs = self.inputs();
        variables.iter().map(|&variable| inputs[variable]).collect()
    }

    /// The present course; a new one from here if there is none. Its start stays while only
    /// settings changed.
    fn take_course(&mut self) -> (Course, Ground) {
        let options = &self.document.descent;
        let plans = || [Some(&options.plan), options.rival.as_ref()].into_iter().flatten();
        let second = plans().any(|plan| plan.optimizer.needs_hessian());
        let variables = self.descended();
        let mut ground = Ground::new(self, &variables, second);
        let current = self.course().is_some();
        let before = match self.descending.course.take() {
            Some(course) if current => return (course, ground),
            before => before,
        };
        let here = self.at(&variables);
        let start =
            |plan: &Plan| Descent::new(Plan { maximise: options.plan.maximise, ..plan.clone() }, &here, &mut ground);
        let runs = plans().map(start).collect();
        let inputs = self.model.graph.variables().iter().map(|variable| self.document.input(&variable.name));
        let home = match before.filter(|course| course.is_here(self)) {
            Some(course) => course.home,
            None => inputs.collect(),
        };
        let data = &self.document.data;
        let course = Course {
            model: self.model.clone(),
            options: options.clone(),
            rows: (data.text.clone(), data.batching, data.seed),
            home,
            left: self.inputs(),
            variables,
            runs,
        };
        (course, ground)
    }

    /// The sliders follow the first run.
    fn follow_course(&mut self, mut course: Course) {
        let variables = self.model.graph.variables();
        let moved: Vec<(String, Input)> = course
            .variables
            .iter()
            .zip(course.runs[0].at())
            .map(|(&variable, &value)| {
                let name = &variables[variable].name;
                (name.clone(), self.document.input(name).at(value))
            })
            .collect();
        self.set_inputs(Edit::Moving("descent".into()), moved);
        course.left = self.inputs();
        self.descending.course = Some(course);
    }

    pub(in crate::app) fn take_steps(&mut self, steps: usize, by_clock: bool) {
        if self.descended().is_empty() {
            self.descending.running = false;
            return;
        }
        let (mut course, mut ground) = self.take_course();
        let over = |course: &Course, run: usize| course.runs.get(run).is_none_or(|run| run.verdict().is_some());
        // The run ends with the first one; whoever goes on then sees how the rival ends.
        let alone = by_clock && over(&course, 0);
        for _ in 0..steps {
            for run in &mut course.runs {
                if !(by_clock && run.verdict().is_some()) {
                    run.step(&mut ground);
                }
            }
            if over(&course, usize::from(alone)) {
                self.descending.running = false;
                break;
            }
        }
        self.follow_course(course);
    }

    pub(in crate::app) fn step_back(&mut self) {
        self.descending.running = false;
        if self.course().is_none() {
            return;
        }
        let (mut course, mut ground) = self.take_course();
        let last = course.runs.iter().map(Descent::steps).max().unwrap_or(0);
        // A run that was over before the other one is that many steps behind.
        for run in course.runs.iter_mut().filter(|run| run.steps() == last) {
            run.back(&mut ground);
        }
        self.follow_course(course);
    }

    pub(in crate::app) fn go_home(&mut self) {
        self.descending.running = false;
        if !self.has_start() {
            return;
        }
        if let Some(course) = self.descending.course.take() {
            let variables = self.model.graph.variables();
            let home =
                course.variables.iter().map(|&variable| (variables[variable].name.clone(), course.home[variable]));
            self.set_inputs(Edit::Moving("descent".into()), home.collect());
            let (course, _) = self.take_course();
            self.descending.course = Some(course);
        }
    }

    /// Plays the story of both passes at this point; the step follows at its end.
    pub(in crate::app) fn watch(&mut self) {
        self.descending.running = false;
        self.descending.watching = true;
        self.moment = Some(0);
        self.player.playing = true;
    }

    /// After a move along the story: at its end the step that was waited for.
    pub(in crate::app) fn watched(&mut self, walk: Walk, before: Option<usize>) {
        self.descending.watching &= before.is_some();
        if !self.descending.watching {
            return;
        }
        let last = Some(self.steps());
        match walk {
            Walk::Forward | Walk::Beat if before == last => {
                self.descending.watching = false;
                self.walk(Walk::End);
                self.take_steps(1, false);
            }
            // The last step of the story is shown for a beat as well.
            Walk::Beat => self.player.playing = true,
            Walk::End => self.descending.watching = false,
            _ => {}
        }
    }
}
