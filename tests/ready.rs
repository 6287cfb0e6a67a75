//! The examples that are ready to run do what they promise.
#![cfg(not(target_arch = "wasm32"))]

use chainrule::app::examples::Example;
use chainrule::app::{Action, State, reduce};
use chainrule::descent::{Descent, Optimizer, Plan, Verdict};

/// The state with an example open, and the plan of a key such as `descent.`.
fn open(title: &str, key: &str) -> (State, Plan) {
    let example = Example::titled(title).unwrap_or_else(|| panic!("no example {title}"));
    let setting = |name: &str| example.settings.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let by = setting(if key == "descent." { "descent.by" } else { "descent.against" }).unwrap_or("gd");
    let mut plan = Plan::of(Optimizer::from_id(by).unwrap());
    plan.rate = setting(&format!("{key}rate")).map_or(plan.rate, |rate| rate.parse().unwrap());
    (reduce(State::default(), Action::Open(example.document())), plan)
}

/// Where a run of so many steps ends, all inputs by name.
fn run(title: &str, key: &str, steps: usize) -> (State, Option<Verdict>) {
    let (state, plan) = open(title, key);
    let free: Vec<usize> =
        (0..state.inputs().len()).filter(|variable| !state.data.columns.contains(variable)).collect();
    let mut objective = state.objective();
    let mut slopes = vec![0.0; objective.inputs().len()];
    let start: Vec<f64> = free.iter().map(|&variable| objective.inputs()[variable]).collect();
    let columns = free.clone();
    let mut terrain = move |at: &[f64], gradient: &mut [f64]| {
        columns.iter().zip(at).for_each(|(&variable, &value)| objective.inputs_mut()[variable] = value);
        let value = objective.gradient(None, &mut slopes);
        columns.iter().zip(gradient).for_each(|(&variable, slope)| *slope = slopes[variable]);
        value
    };
    let mut descent = Descent::new(plan, &start, &mut terrain);
    while descent.steps() < steps && descent.verdict().is_none() && descent.step(&mut terrain) {}
    let set = |(&variable, &value): (&usize, &f64)| Action::SetValue {
        name: state.model.program.variables[variable].clone(),
        value,
    };
    let moves: Vec<Action> = free.iter().zip(descent.at()).filter(|(_, value)| value.is_finite()).map(set).collect();
    (moves.into_iter().fold(state, reduce), descent.verdict())
}

fn value(state: &State, name: &str) -> f64 {
    state.document.input(name).value
}

/// Runs the example and tells where it ends.
fn ends(title: &str, steps: usize, verdict: Option<Verdict>, at: &[(&str, f64)]) -> State {
    let (state, found) = run(title, "descent.", steps);
    assert_eq!(found, verdict, "{title}");
    for &(name, wanted) in at {
        assert!((value(&state, name) - wanted).abs() < 1e-4, "{title}: {name} = {}", value(&state, name));
    }
    state
}

#[test]
fn lines_and_parabolas_reach_the_least_squares() {
    // By the normal equations.
    ends("Line fit", 1000, Some(Verdict::Valley), &[("m", 1.99), ("b", 1.04)]);
    let parabola = [("a", 1.054112554), ("b", -0.863333333), ("c", -1.134632035)];
    ends("Polynomial fit", 2000, Some(Verdict::Valley), &parabola);
}

#[test]
fn the_logistic_regression_finds_the_chance_of_passing() {
    // The rows mirror each other about 2.75 hours, where the chance is a half.
    let state = ends("Logistic regression", 3000, Some(Verdict::Valley), &[]);
    assert!((value(&state, "b") / value(&state, "w") + 2.75).abs() < 1e-4);
    // Where the likelihood is greatest the chances add up to the number of those who passed.
    let chance = |row: &Vec<f64>| 1.0 / (1.0 + (-(value(&state, "w") * row[0] + value(&state, "b"))).exp());
    let chances: f64 = state.data.rows.iter().map(chance).sum();
    assert!((chances - 5.0).abs() < 1e-4, "{chances}");
}

#[test]
fn one_neuron_turns_round() {
    let state = ends("One neuron", 3000, Some(Verdict::Valley), &[]);
    assert!(value(&state, "w") > 1.0 && state.mean().unwrap().value < 1e-4);
}

#[test]
fn xor_is_learned() {
    let (start, _) = open("XOR with three hidden neurons", "descent.");
    assert!(start.mean().unwrap().value > 0.2);
    for (steps, near) in [(400, 0.1), (3000, 0.01)] {
        let (state, _) = run("XOR with three hidden neurons", "descent.", steps);
        let mean = state.mean().unwrap();
        assert!(mean.values.iter().all(|square| square.sqrt() < near), "after {steps} steps: {:?}", mean.values);
    }
}

#[test]
fn valleys_are_found() {
    ends("Rosenbrock's valley", 5000, Some(Verdict::Valley), &[("x", 1.0), ("y", 1.0)]);
    let (behind, _) = run("Rosenbrock's valley", "descent.against.", 5000);
    assert!((value(&behind, "x") - 1.0).abs() > 0.01, "plain descent is slower");
    ends("Himmelblau's four valleys", 1000, Some(Verdict::Valley), &[("x", -2.805118), ("y", 3.131313)]);
    ends("Beale's flat corners", 3000, Some(Verdict::Valley), &[("x", 3.0), ("y", 0.5)]);
}

#[test]
fn a_saddle_a_plateau_and_a_rate_too_large_show_what_they_are_for() {
    let (near, _) = run("Saddle", "descent.", 15);
    assert!(value(&near, "x").abs() < 0.04 && value(&near, "y").abs() < 0.02, "at the saddle first");
    let (past, _) = run("Saddle", "descent.", 60);
    assert!(value(&past, "y") > 10.0, "then off along y");

    let (creeping, _) = run("Plateau", "descent.", 300);
    assert!(value(&creeping, "x") > 3.9);
    let (walking, verdict) = run("Plateau", "descent.against.", 300);
    assert!(verdict == Some(Verdict::Valley) && value(&walking, "x").abs() < 1e-4);

    let (_, verdict) = run("A rate that diverges", "descent.", 100);
    assert_eq!(verdict, Some(Verdict::Diverges));
}
