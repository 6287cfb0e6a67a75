//! The chart of a descent.

use super::Course;
use crate::plot::Chart;

/// Draws the value over the steps of all runs; none before the first step.
///
/// ```
/// use chainrule::app::{Action, State, descent::{Change, chart}, reduce};
/// let state = reduce(State::default(), Action::Descend(Change::Steps(10))).0;
/// let chart = chart(state.descent().course().unwrap(), false).unwrap();
/// assert_eq!(chart.lines[0][0].len(), 11);
/// assert_eq!(chart.steps.last(), Some(&(1.0, 10.0)));
/// ```
pub fn chart(course: &Course, log: bool) -> Option<Chart> {
    let runs = course.runs.iter().map(|run| run.trail().map(|(step, _, value)| (step, value)).collect());
    Chart::of(&runs.collect::<Vec<_>>(), log)
}
