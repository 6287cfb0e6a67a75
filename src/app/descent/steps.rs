//! The steps of a descent, which the sliders follow.

use super::Course;
use super::ground::Ground;
use crate::app::edit::set_inputs;
use crate::app::walk::walk;
use crate::app::{Edit, Input, State, Walk};
use crate::descent::{Descent, Plan};

/// The present course; a new one from here if there is none. Its start stays while only
/// settings changed.
fn take_course(state: &mut State) -> (Course, Ground) {
    let options = &state.document.descent;
    let plans = || [Some(&options.plan), options.rival.as_ref()].into_iter().flatten();
    let second = plans().any(|plan| plan.optimizer.needs_hessian());
    let variables = state.descent().variables();
    let mut ground = Ground::new(state.table(), &variables, second);
    let current = state.descent().course().is_some();
    let before = match state.session.descending.course.take() {
        Some(course) if current => return (course, ground),
        before => before,
    };
    let here = state.descent().at(&variables);
    let start =
        |plan: &Plan| Descent::new(Plan { maximise: options.plan.maximise, ..plan.clone() }, &here, &mut ground);
    let runs = plans().map(start).collect();
    let inputs = state.derived.model.graph.variables().iter().map(|variable| state.document.input(&variable.name));
    let home = match before.filter(|course| state.descent().is_at(course)) {
        Some(course) => course.home,
        None => inputs.collect(),
    };
    let data = &state.document.data;
    let course = Course {
        model: state.derived.model.clone(),
        options: options.clone(),
        rows: (data.text.clone(), data.batching, data.seed),
        home,
        left: state.inputs(),
        variables,
        runs,
    };
    (course, ground)
}

/// The sliders follow the first run.
fn follow_course(state: &mut State, mut course: Course) {
    let variables = state.derived.model.graph.variables();
    let moved: Vec<(String, Input)> = course
        .variables
        .iter()
        .zip(course.runs[0].at())
        .map(|(&variable, &value)| {
            let name = &variables[variable].name;
            (name.clone(), state.document.input(name).at(value))
        })
        .collect();
    set_inputs(state, Edit::Moving("descent".into()), moved);
    course.left = state.inputs();
    state.session.descending.course = Some(course);
}

/// Takes so many steps, and fewer where the run ends before.
pub(super) fn take_steps(state: &mut State, steps: usize, by_clock: bool) {
    if state.descent().variables().is_empty() {
        state.session.descending.running = false;
        return;
    }
    let (mut course, mut ground) = take_course(state);
    let over = |course: &Course, run: usize| course.runs.get(run).is_none_or(|run| run.verdict().is_some());
    // The clock stops at the first run's verdict; a person who goes on sees how the rival ends.
    let alone = by_clock && over(&course, 0);
    for _ in 0..steps {
        for run in &mut course.runs {
            if !(by_clock && run.verdict().is_some()) {
                run.step(&mut ground);
            }
        }
        if over(&course, usize::from(alone)) {
            state.session.descending.running = false;
            break;
        }
    }
    follow_course(state, course);
}

/// Takes back the last step.
pub(super) fn step_back(state: &mut State) {
    state.session.descending.running = false;
    if state.descent().course().is_none() {
        return;
    }
    let (mut course, mut ground) = take_course(state);
    let last = course.runs.iter().map(Descent::steps).max().unwrap_or(0);
    // A run that ended before the other one is as many steps behind it, and keeps its last step.
    for run in course.runs.iter_mut().filter(|run| run.steps() == last) {
        run.back(&mut ground);
    }
    follow_course(state, course);
}

/// Goes back to where the run started.
pub(super) fn go_home(state: &mut State) {
    state.session.descending.running = false;
    if !state.descent().has_start() {
        return;
    }
    if let Some(course) = state.session.descending.course.take() {
        let variables = state.derived.model.graph.variables();
        let home = course.variables.iter().map(|&variable| (variables[variable].name.clone(), course.home[variable]));
        set_inputs(state, Edit::Moving("descent".into()), home.collect());
        let (course, _) = take_course(state);
        state.session.descending.course = Some(course);
    }
}

/// Plays the story of both passes at this point; the step follows at its end.
pub(super) fn watch(state: &mut State) {
    state.session.descending.running = false;
    state.session.descending.watching = true;
    state.session.moment = Some(0);
    state.session.player.playing = true;
}

/// Follows a move along the story that was watched before a step: at the end of the story, takes the
/// step.
pub(in crate::app) fn watched(state: &mut State, step: Walk, before: Option<usize>) {
    state.session.descending.watching &= before.is_some();
    if !state.session.descending.watching {
        return;
    }
    let last = Some(state.stepping().steps());
    match step {
        Walk::Forward | Walk::Beat if before == last => {
            state.session.descending.watching = false;
            walk(state, Walk::End);
            take_steps(state, 1, false);
        }
        // The last step of the story is shown for a beat as well.
        Walk::Beat => state.session.player.playing = true,
        Walk::End => state.session.descending.watching = false,
        _ => {}
    }
}
