//! What a person changes of the descent.

use super::steps::{go_home, step_back, take_steps, watch};
use super::{Options, Runner, Tempo, is_knob, is_rate};
use crate::app::edit::edit;
use crate::app::{Edit, State};
use crate::descent::{Optimizer, Plan};

/// A change of the descent.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Chose a method, which brings its own numbers; none means that there is no rival any more.
    Optimizer(Runner, Option<&'static Optimizer>),
    /// Chose the learning rate.
    Rate(Runner, f64),
    /// Chose another number of the method, by its place in the row.
    Knob(Runner, usize, f64),
    /// Chose between down and up.
    Maximise(bool),
    /// Chose whether a variable moves.
    Over(String, bool),
    /// Took so many steps.
    Steps(usize),
    /// Took one step back.
    Back,
    /// Went back to where the run started.
    Reset,
    /// Started or stopped the clock.
    Run(bool),
    /// The clock took so many steps; it stops when there is a verdict.
    Beat(usize),
    /// Chose how fast the clock runs.
    Tempo(Tempo),
    /// Asked to see both passes of the present point step by step, and then the update.
    Watch,
    /// Chose the scale of the chart.
    Log(bool),
}

/// Carries out a change of the descent.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    let set = |state: &mut State, kind: Edit, set: &mut dyn FnMut(&mut Options)| {
        edit(state, kind, |document| set(&mut document.descent));
    };
    if matches!(change, Change::Steps(_) | Change::Back | Change::Reset | Change::Run(true) | Change::Watch) {
        state.session.playing.halt();
    }
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
            let variables = state.derived.model.graph.variables();
            let chosen = state.descent().variables().into_iter().map(|variable| variables[variable].name.clone());
            let mut over: Vec<String> = chosen.filter(|chosen| *chosen != name).collect();
            if moves {
                over.push(name);
            }
            // Something has to move.
            if !over.is_empty() {
                set(state, Edit::Single, &mut |options| options.over = std::mem::take(&mut over));
            }
        }
        Change::Steps(steps) => take_steps(state, steps, false),
        Change::Back => step_back(state),
        Change::Reset => go_home(state),
        Change::Run(running) => {
            state.session.descending.running = running;
            if running {
                // Where the first run is over and its rival is not, the rival goes on alone.
                let alone = state.descent().course().is_some_and(|course| {
                    let [over, left] = [0, 1].map(|run| course.runs.get(run).map(|run| run.verdict().is_some()));
                    (over, left) == (Some(true), Some(false))
                });
                take_steps(state, 1, alone);
            }
        }
        Change::Beat(steps) => {
            take_steps(state, steps, true);
        }
        Change::Tempo(tempo) => state.session.descending.tempo = tempo,
        Change::Watch => watch(state),
        Change::Log(log) => state.session.descending.log = log,
    }
}
