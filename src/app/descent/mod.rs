//! The descent on the page: by which method and how fast, over which variables, up or down.
//!
//! What goes on is a [`Course`] over a `ground`; its [`Chart`] shows the value over the steps.

mod chart;
mod course;
mod ground;

pub use chart::{Chart, chart};
pub use course::{Course, Descending, Shape, Update};

use crate::app::edit::edit;
use crate::app::{Edit, State};
use crate::descent::{Optimizer, Plan};
use crate::typeset::exact;
use crate::words::{Message, panel};

/// The descent's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Method and numbers.
    pub plan: Plan,
    /// Another method or rate from the same start, to compare; it goes up or down as the plan
    /// does, whatever it says itself.
    pub rival: Option<Plan>,
    /// The variables that move; empty: all that are no columns of the data.
    pub over: Vec<String>,
}

/// Which of the two that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    /// The one that the sliders follow.
    First,
    /// The other one.
    Rival,
}

/// How fast a run goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// Two steps a second.
    Slow,
    /// Twenty steps a second.
    #[default]
    Normal,
    /// As many steps as a frame has room for.
    Fast,
}

impl Pace {
    /// Every pace, the slowest first.
    pub const ALL: [Pace; 3] = [Pace::Slow, Pace::Normal, Pace::Fast];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Pace::Slow => panel::slow(),
            Pace::Normal => panel::normal(),
            Pace::Fast => panel::fast(),
        }
    }
}

/// A change of the descent.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Chose a method, which brings its own numbers; none: no rival any more.
    Optimizer(Runner, Option<&'static Optimizer>),
    /// Chose the learning rate.
    Rate(Runner, f64),
    /// Chose another number of the method, by its place in the row.
    Knob(Runner, usize, f64),
    /// Chose between down and up.
    Maximise(bool),
    /// Chose whether a variable moves.
    Over(String, bool),
    /// So many steps.
    Steps(usize),
    /// One step back.
    Back,
    /// To where the run started.
    Reset,
    /// Started or stopped the clock.
    Run(bool),
    /// So many steps by the clock, which stops when there is a verdict.
    Beat(usize),
    /// Chose how fast the clock runs.
    Pace(Pace),
    /// Both passes of the present point step by step, and then the update.
    Watch,
    /// Chose the scale of the chart.
    Log(bool),
}

impl Options {
    /// Hands its part of the link to `pair`; nothing of what is as usual.
    pub(in crate::app) fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        let usual = Plan::default();
        if self.plan.optimizer != usual.optimizer {
            pair("descent.by", self.plan.optimizer.id);
        }
        numbers(&self.plan, "descent.", pair);
        if self.plan.maximise {
            pair("descent.toward", "maximum");
        }
        if !self.over.is_empty() {
            pair("descent.over", &self.over.join(","));
        }
        if let Some(rival) = &self.rival {
            pair("descent.against", rival.optimizer.id);
            numbers(rival, "descent.against.", pair);
        }
    }

    /// Takes a pair of the link; tells whether it was one of its own. A method stands before its
    /// numbers.
    pub(in crate::app) fn read(&mut self, key: &str, value: &str) -> bool {
        let Some(key) = key.strip_prefix("descent.") else { return false };
        match key {
            "by" => self.plan = Plan { maximise: self.plan.maximise, ..Plan::of(optimizer(value)) },
            "toward" => self.plan.maximise = value == "maximum",
            "over" => self.over = value.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            "against" => self.rival = Some(Plan::of(optimizer(value))),
            _ => {
                let (plan, id) = match key.strip_prefix("against.") {
                    Some(id) => (self.rival.as_mut(), id),
                    None => (Some(&mut self.plan), key),
                };
                if let (Some(plan), Ok(number)) = (plan, value.parse()) {
                    match plan.optimizer.knobs.iter().position(|knob| knob.id == id) {
                        Some(knob) if is_knob(number) => plan.knobs[knob] = number,
                        None if id == "rate" && is_rate(number) => plan.rate = number,
                        _ => {}
                    }
                }
            }
        }
        true
    }

    fn runner(&mut self, runner: Runner) -> Option<&mut Plan> {
        match runner {
            Runner::First => Some(&mut self.plan),
            Runner::Rival => self.rival.as_mut(),
        }
    }
}

fn optimizer(id: &str) -> &'static Optimizer {
    Optimizer::from_id(id).unwrap_or(Plan::default().optimizer)
}

/// What of a plan's numbers is not as its row has it.
fn numbers(plan: &Plan, prefix: &str, pair: &mut dyn FnMut(&str, &str)) {
    let mut number = |id: &str, value: f64, usual: f64| {
        if value != usual {
            pair(&[prefix, id].concat(), &exact(value));
        }
    };
    number("rate", plan.rate, plan.optimizer.rate);
    for (knob, &value) in plan.optimizer.knobs.iter().zip(&plan.knobs) {
        number(knob.id, value, knob.default);
    }
}

/// Whether this can be a learning rate.
pub fn is_rate(rate: f64) -> bool {
    rate.is_finite() && rate > 0.0
}

/// Whether this can be one of a method's other numbers: each is a share, or very small.
pub fn is_knob(number: f64) -> bool {
    (0.0..1.0).contains(&number)
}

/// Does what a person changed of the descent.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    let set = |state: &mut State, kind: Edit, set: &mut dyn FnMut(&mut Options)| {
        edit(state, kind, |document| set(&mut document.descent));
    };
    match change {
        Change::Optimizer(runner, optimizer) => {
            set(state, Edit::Single, &mut |options| match (runner, optimizer.map(Plan::of)) {
                (Runner::First, Some(plan)) => options.plan = Plan { maximise: options.plan.maximise, ..plan },
                (Runner::First, None) => {}
                (Runner::Rival, rival) => options.rival = rival,
            })
        }
        Change::Rate(runner, rate) => set(state, Edit::Moving("descent.rate".into()), &mut |options| {
            if let Some(plan) = options.runner(runner).filter(|_| is_rate(rate)) {
                plan.rate = rate;
            }
        }),
        Change::Knob(runner, knob, number) => set(state, Edit::Single, &mut |options| {
            let plan = options.runner(runner).filter(|_| is_knob(number));
            if let Some(place) = plan.and_then(|plan| plan.knobs.get_mut(knob)) {
                *place = number;
            }
        }),
        Change::Maximise(maximise) => set(state, Edit::Single, &mut |options| {
            options.plan.maximise = maximise;
        }),
        Change::Over(name, moves) => {
            let variables = state.model.graph.variables();
            let chosen = state.descended().into_iter().map(|variable| variables[variable].name.clone());
            let mut over: Vec<String> = chosen.filter(|chosen| *chosen != name).collect();
            if moves {
                over.push(name);
            }
            // Something has to move.
            if !over.is_empty() {
                set(state, Edit::Single, &mut |options| options.over = std::mem::take(&mut over));
            }
        }
        Change::Steps(steps) => state.take_steps(steps, false),
        Change::Back => state.step_back(),
        Change::Reset => state.go_home(),
        Change::Run(running) => {
            state.descending.running = running;
            if running {
                // Where the first one is over and its rival is not, that one goes on alone.
                let alone = state.course().is_some_and(|course| {
                    let [over, left] = [0, 1].map(|run| course.runs.get(run).map(|run| run.verdict().is_some()));
                    (over, left) == (Some(true), Some(false))
                });
                state.take_steps(1, alone);
            }
        }
        Change::Beat(steps) => {
            state.take_steps(steps, true);
        }
        Change::Pace(pace) => state.descending.pace = pace,
        Change::Watch => state.watch(),
        Change::Log(log) => state.descending.log = log,
    }
}
