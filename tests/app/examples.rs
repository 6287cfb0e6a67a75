//! The built-in examples do what their descriptions say.

use chainrule::app::descent::{Change, Runner};
use chainrule::app::examples::{EXAMPLES, Example};
use chainrule::app::{Action, State, reduce};
use chainrule::descent::Verdict;

use crate::value;

/// The page with an example open.
fn open(id: &str) -> State {
    let example = Example::from_id(id).unwrap_or_else(|| panic!("no example {id}"));
    reduce(State::default(), Action::Open(example.document())).0
}

/// The page after at most this many steps, taken in the clock's batches.
fn run(id: &str, steps: usize) -> State {
    reduce(open(id), Action::Descend(Change::Beat(steps))).0
}

/// The same for the method that the example compares with.
fn rival(id: &str, steps: usize) -> State {
    let mut state = open(id);
    state.document.descent.plan = state.document.descent.rival.take().expect("there is a rival");
    reduce(state, Action::Descend(Change::Beat(steps))).0
}

/// Runs the example and tells where it ends.
fn ends(id: &str, steps: usize, verdict: Option<Verdict>, at: &[(&str, f64)]) -> State {
    let state = run(id, steps);
    assert_eq!(state.descent().verdict(), verdict, "{id}");
    for &(name, wanted) in at {
        assert!((value(&state, name) - wanted).abs() < 1e-4, "{id}: {name} = {}", value(&state, name));
    }
    state
}

#[test]
fn every_example_opens() {
    for example in EXAMPLES {
        let state = reduce(State::default(), Action::Open(example.document())).0;
        assert!(state.derived.failure.is_none(), "{}: {:?}", example.id, state.derived.failure);
    }
}

#[test]
fn lines_and_parabolas_reach_the_least_squares() {
    // By the normal equations.
    ends("line-fit", 1000, Some(Verdict::Valley), &[("m", 1.99), ("b", 1.04)]);
    let parabola = [("a", 1.054112554), ("b", -0.863333333), ("c", -1.134632035)];
    ends("polynomial-fit", 2000, Some(Verdict::Valley), &parabola);
}

#[test]
fn the_logistic_regression_finds_the_chance_of_passing() {
    // The rows mirror each other about 2.75 hours, where the chance is a half.
    let state = ends("logistic-regression", 3000, Some(Verdict::Valley), &[]);
    assert!((value(&state, "b") / value(&state, "w") + 2.75).abs() < 1e-4);
    // At the maximum likelihood the predicted probabilities add up to the number of students who passed.
    let chance = |row: &Vec<f64>| 1.0 / (1.0 + (-(value(&state, "w") * row[0] + value(&state, "b"))).exp());
    let chances: f64 = state.derived.data.rows.iter().map(chance).sum();
    assert!((chances - 5.0).abs() < 1e-4, "{chances}");
}

#[test]
fn one_neuron_turns_round() {
    let state = ends("one-neuron", 3000, Some(Verdict::Valley), &[]);
    assert!(value(&state, "w") > 1.0 && state.table().mean().unwrap().value < 1e-4);
}

#[test]
fn xor_is_learned() {
    let start = open("xor-with-three-hidden-neurons");
    assert!(start.table().mean().unwrap().value > 0.2);
    for (steps, near) in [(400, 0.1), (3000, 0.01)] {
        let mean = run("xor-with-three-hidden-neurons", steps).table().mean().unwrap();
        assert!(mean.values.iter().all(|square| square.sqrt() < near), "after {steps} steps: {:?}", mean.values);
    }
}

#[test]
fn valleys_are_found() {
    ends("rosenbrocks-valley", 5000, Some(Verdict::Valley), &[("x", 1.0), ("y", 1.0)]);
    let behind = rival("rosenbrocks-valley", 5000);
    assert!((value(&behind, "x") - 1.0).abs() > 0.01, "plain descent is slower");
    ends("himmelblaus-four-valleys", 1000, Some(Verdict::Valley), &[("x", -2.805118), ("y", 3.131313)]);
    ends("beales-flat-corners", 3000, Some(Verdict::Valley), &[("x", 3.0), ("y", 0.5)]);
}

#[test]
fn a_saddle_a_plateau_and_a_rate_too_large_show_what_they_are_for() {
    let near = run("saddle", 15);
    assert!(value(&near, "x").abs() < 0.04 && value(&near, "y").abs() < 0.02, "at the saddle first");
    let past = run("saddle", 60);
    assert!(value(&past, "y") > 10.0, "then off along y");

    let creeping = run("plateau", 300);
    assert!(value(&creeping, "x") > 3.9);
    let walking = rival("plateau", 300);
    assert!(walking.descent().verdict() == Some(Verdict::Valley) && value(&walking, "x").abs() < 1e-4);

    ends("a-rate-that-diverges", 100, Some(Verdict::Diverges), &[]);
}

#[test]
fn mini_batches_and_single_rows_learn_too_and_can_be_taken_back() {
    use chainrule::app::data;
    use chainrule::data::Batching;
    for batching in [Batching::Mini(2), Batching::Single] {
        let start = reduce(open("line-fit"), Action::Data(data::Change::Batching(batching))).0;
        let slow = reduce(start, Action::Descend(Change::Rate(Runner::First, 0.02))).0;
        let there = reduce(slow.clone(), Action::Descend(Change::Beat(500))).0;
        // A constant rate leaves a little noise about the least squares.
        assert!((value(&there, "m") - 1.99).abs() < 0.1 && (value(&there, "b") - 1.04).abs() < 0.2, "{batching:?}");
        let step = |state: State, change: Change| reduce(state, Action::Descend(change)).0;
        let back = step(step(there.clone(), Change::Steps(1)), Change::Back);
        assert_eq!((value(&back, "m"), value(&back, "b")), (value(&there, "m"), value(&there, "b")));
        let again = reduce(slow, Action::Descend(Change::Beat(500))).0;
        assert_eq!(value(&again, "m"), value(&there, "m"), "the same seed goes the same way");
    }
}
