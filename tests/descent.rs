//! Optimizers take the same steps as PyTorch, go back exactly, and give the right reason when they end.

mod support;

use chainrule::autodiff::Trace;
use chainrule::descent::{Descent, Optimizer, Plan, Terrain, Verdict};
use chainrule::explain::{last_update, update_rule};
use chainrule::syntax::parse;
use chainrule::typeset::plain_text;
use proptest::prelude::*;
use serde_json::Value;

/// A text as a terrain, times a sign.
fn terrain(text: &str, sign: f64) -> impl FnMut(&[f64], &mut [f64]) -> f64 + use<> {
    let (_, mut trace): (_, Trace) = support::trace(text, &[]);
    move |at, gradient| {
        trace.run(at);
        gradient.iter_mut().enumerate().for_each(|(variable, slope)| *slope = sign * trace.partial(variable));
        sign * trace.output()
    }
}

fn plan(id: &str, rate: f64) -> Plan {
    Plan { rate, ..Plan::of(Optimizer::from_id(id).unwrap()) }
}

/// Everything that is known of a descent, to the bit.
fn bits(descent: &Descent) -> Vec<u64> {
    let numbers = descent.at().iter().chain(descent.gradient()).copied().chain([descent.value()]);
    let lines = last_update(descent, 0, "x").unwrap_or_default();
    let lines = lines.iter().flat_map(|line| plain_text(line).into_bytes()).map(u64::from);
    numbers.map(f64::to_bits).chain([descent.steps() as u64]).chain(lines).collect()
}

#[test]
fn steps_are_those_of_pytorch() {
    let mut runs = 0;
    for line in include_str!("data/optimizers.jsonl").lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let numbers =
            |value: &Value| value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect::<Vec<f64>>();
        let id = record["optimizer"].as_str().unwrap();
        let mut plan = plan(id, record["rate"].as_f64().unwrap());
        plan.knobs = plan.optimizer.knobs.iter().map(|knob| record["knobs"][knob.id].as_f64().unwrap()).collect();
        let mut terrain = terrain(record["function"].as_str().unwrap(), 1.0);
        let mut descent = Descent::new(plan, &numbers(&record["start"]), &mut terrain);
        for mark in record["trace"].as_array().unwrap() {
            while descent.steps() < mark["step"].as_u64().unwrap() as usize {
                assert!(descent.step(&mut terrain));
            }
            for (ours, theirs) in descent.at().iter().zip(numbers(&mark["at"])) {
                let error = (ours - theirs).abs() / theirs.abs();
                assert!(error <= 1e-9, "{id} on {} at {mark}: {:?}", record["function"], descent.at());
            }
        }
        runs += 1;
    }
    assert_eq!(runs, 24);
}

/// A parabola in two variables, with its second derivatives.
struct Bowl;

impl Terrain for Bowl {
    fn gradient(&mut self, _step: usize, at: &[f64], gradient: &mut [f64]) -> f64 {
        let (x, y) = (at[0] - 3.0, at[1] + 2.0);
        gradient.copy_from_slice(&[4.0 * x + y, x + 2.0 * y]);
        2.0 * x * x + x * y + y * y
    }

    fn hessian(&mut self, _at: &[f64], matrix: &mut [f64]) -> bool {
        matrix.copy_from_slice(&[4.0, 1.0, 1.0, 2.0]);
        true
    }
}

#[test]
fn newton_needs_one_step_on_a_parabola() {
    for maximise in [false, true] {
        let plan = Plan { maximise, ..plan("newton", 1.0) };
        let mut descent = Descent::new(plan, &[40.0, -7.0], &mut Bowl);
        assert!(descent.step(&mut Bowl));
        assert!((descent.at()[0] - 3.0).abs() < 1e-13 && (descent.at()[1] + 2.0).abs() < 1e-13, "{:?}", descent.at());
        assert_eq!(descent.verdict(), Some(Verdict::Valley));
    }
}

#[test]
fn newton_says_when_it_cannot() {
    let mut line = terrain("3*x", 1.0);
    let mut descent = Descent::new(plan("newton", 1.0), &[1.0], &mut line);
    assert!(!descent.step(&mut line));
    assert_eq!((descent.at(), descent.steps(), descent.verdict()), (&[1.0][..], 0, Some(Verdict::Singular)));
}

#[test]
fn the_jump_of_one_over_the_bend_lands_on_the_floor() {
    let mut terrain = terrain("(4*x+1)^2", 1.0);
    let mut descent = Descent::new(plan("gd", 1.0 / 32.0), &[1.0], &mut terrain);
    descent.step(&mut terrain);
    assert_eq!((descent.at(), descent.value()), (&[-0.25][..], 0.0));
}

/// Text, optimizer, rate, start, uphill, and how it ends.
type Case = (&'static str, &'static str, f64, &'static [f64], bool, Verdict);

#[test]
fn verdicts_on_known_ground() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("(4*x+1)^2", "gd", 0.01, &[1.0], false, Verdict::Valley),
        ("(4*x+1)^2", "gd", 0.0626, &[1.0], false, Verdict::Diverges),
        ("(4*x+1)^2", "gd", 0.1, &[1.0], false, Verdict::Diverges),
        ("(4*x+1)^2", "gd", 0.0625, &[1.0], false, Verdict::Stuck),
        ("(4*x+1)^2", "gd", 0.01, &[1.0], true, Verdict::Endless),
        ("-(4*x+1)^2", "gd", 0.01, &[1.0], true, Verdict::Top),
        ("-(4*x+1)^2", "gd", 0.1, &[1.0], true, Verdict::Diverges),
        ("(4*x+1)^2", "momentum", 0.01, &[1.0], false, Verdict::Valley),
        ("(4*x+1)^2", "momentum", 1.0, &[1.0], false, Verdict::Diverges),
        ("(4*x+1)^2", "nesterov", 0.01, &[1.0], false, Verdict::Valley),
        ("(4*x+1)^2", "adagrad", 0.5, &[1.0], false, Verdict::Valley),
        ("(4*x+1)^2", "adam", 0.1, &[1.0], false, Verdict::Valley),
        ("x^2*(1 - y)^2 + (y - 2)^2", "adam", 0.3, &[2.0, 1.5], false, Verdict::Valley),
        ("x^2 - y^2", "gd", 0.1, &[1.0, 0.0], false, Verdict::Saddle),
        ("x*y", "gd", 0.1, &[0.0, 0.0], false, Verdict::Saddle),
        ("-x^2", "gd", 0.1, &[0.0], false, Verdict::Top),
        ("x^2 + y^2", "gd", 0.1, &[0.0, 0.0], true, Verdict::Valley),
        ("exp(-x^2)", "gd", 0.1, &[6.0], false, Verdict::Flat),
        ("(x + y)^2", "gd", 0.1, &[1.0, 2.0], false, Verdict::Flat),
        ("x^2 - ln(x)", "gd", 3.0, &[1.0], false, Verdict::NotFinite),
        ("ln(x)", "gd", 1.0, &[-1.0], false, Verdict::NotFinite),
        ("-x^4", "gd", 0.1, &[1.0], false, Verdict::Endless),
        ("x^4", "gd", 1.0, &[2.0], false, Verdict::Diverges),
        ("|x|", "gd", 0.1, &[0.55], false, Verdict::Stuck),
        ("5", "gd", 0.1, &[], false, Verdict::Flat),
    ];
    for &(text, id, rate, start, maximise, expected) in cases {
        let mut terrain = terrain(text, 1.0);
        let plan = Plan { maximise, ..plan(id, rate) };
        let mut descent = Descent::new(plan, start, &mut terrain);
        while descent.verdict().is_none() && descent.steps() < 5000 {
            descent.step(&mut terrain);
        }
        let end = descent.at();
        assert_eq!(
            descent.verdict(),
            Some(expected),
            "{text} by {id} at {rate}, ends at {end:?} = {}",
            descent.value()
        );
    }
}

#[test]
fn a_rate_that_is_too_large_is_noticed_within_a_few_steps() {
    let mut terrain = terrain("(4*x+1)^2", 1.0);
    let mut descent = Descent::new(plan("gd", 0.1), &[1.0], &mut terrain);
    while descent.verdict().is_none() {
        descent.step(&mut terrain);
    }
    assert!(descent.steps() <= 5 && descent.value().is_finite());
}

#[test]
fn lines_show_the_numbers_of_the_step() {
    let mut terrain = terrain("(4*x+1)^2", 1.0);
    let text = |plan: Plan, steps: usize| {
        let mut terrain = self::terrain("(4*x+1)^2", 1.0);
        let mut descent = Descent::new(plan, &[1.0], &mut terrain);
        (0..steps).for_each(|_| _ = descent.step(&mut terrain));
        last_update(&descent, 0, "x").unwrap().iter().map(|line| plain_text(line)).collect::<Vec<_>>()
    };
    let first = |id: &str| text(plan(id, 0.01), 1);
    assert_eq!(first("gd"), ["x ← x − 0.01 · 40 = 0.6"]);
    assert_eq!(first("momentum"), ["v ← 0.9 · 0 + 40 = 40", "x ← x − 0.01 · 40 = 0.6"]);
    assert_eq!(text(plan("momentum", 0.01), 2), ["v ← 0.9 · 40 + 27.2 = 63.2", "x ← x − 0.01 · 63.2 = −0.032"]);
    assert_eq!(first("nesterov")[1], "x ← x − 0.01 · (40 + 0.9 · 40) = 0.24");
    assert_eq!(first("adagrad"), ["s ← 0 + 40² = 1600", "x ← x − 0.01 · 40 / (√1600 + 10⁻¹⁰) = 0.99"]);
    assert_eq!(first("adam")[0], "m ← 0.9 · 0 + (1 − 0.9) · 40 = 4");
    assert_eq!(text(Plan { maximise: true, ..plan("gd", 0.01) }, 1), ["x ← x + 0.01 · 40 = 1.4"]);
    let descent = Descent::new(plan("gd", 0.01), &[1.0], &mut terrain);
    assert!(last_update(&descent, 0, "x").is_none());
    let mut bowl = Descent::new(plan("newton", 1.0), &[40.0, -7.0], &mut Bowl);
    bowl.step(&mut Bowl);
    let lines: Vec<String> = last_update(&bowl, 0, "w1").unwrap().iter().map(|line| plain_text(line)).collect();
    assert_eq!(lines, ["d_w₁ ← (H⁻¹ · g)_w₁ = 37", "w₁ ← w₁ − 1 · 37 = 3"]);
}

#[test]
fn rules_read_as_formulas() {
    for optimizer in Optimizer::ALL {
        for maximise in [false, true] {
            let formulas = update_rule(optimizer, "w", maximise);
            assert_eq!(formulas.len(), optimizer.rule.len(), "{}", optimizer.name);
            let last = formulas.last().unwrap().plain();
            let sign = if maximise && !optimizer.needs_hessian() { "w ← w + η" } else { "w ← w − η" };
            assert!(last.starts_with(sign), "{last}");
        }
        // Every name in a rule is one of x, g, t, η, H, its knobs and its memory.
        for assign in optimizer.rule {
            for name in parse(assign.formula).unwrap().variables {
                let known = ["x", "g", "t", "η", "H"].contains(&name.as_str())
                    || optimizer.knobs.iter().any(|knob| knob.symbol == name)
                    || optimizer.memory.contains(&name.as_str());
                assert!(known, "{name} in {}", optimizer.name);
            }
        }
        let same_id = Optimizer::ALL.iter().filter(|other| other.id == optimizer.id).count();
        assert_eq!(same_id, 1);
    }
}

const ROSENBROCK: &str = "(1 - x)^2 + 100*(y - x^2)^2";

#[test]
fn what_is_remembered_of_a_long_way_is_bounded_and_true() {
    let mut terrain = terrain(ROSENBROCK, 1.0);
    let mut descent = Descent::new(plan("adam", 1e-4), &[-1.2, 1.0], &mut terrain);
    let mut way = Vec::new();
    for _ in 0..20_000 {
        way.push((descent.at().to_vec(), descent.value()));
        descent.step(&mut terrain);
    }
    way.push((descent.at().to_vec(), descent.value()));
    let trail: Vec<_> = descent.trail().collect();
    assert!(trail.len() > 400 && trail.len() <= 1501, "{}", trail.len());
    assert_eq!((trail[0].0, trail.last().unwrap().0), (0, 20_000));
    for (step, at, value) in trail {
        assert_eq!((at, value), (&way[step].0[..], way[step].1), "step {step}");
    }
    for steps_back in 1..50 {
        assert!(descent.back(&mut terrain));
        let step = 20_000 - steps_back;
        assert_eq!((descent.steps(), descent.at(), descent.value()), (step, &way[step].0[..], way[step].1));
    }
    descent.reset(&mut terrain);
    assert_eq!((descent.steps(), descent.at()), (0, &[-1.2, 1.0][..]));
    assert!(!descent.back(&mut terrain));
}

fn plans() -> impl Strategy<Value = (usize, f64)> {
    let first_order = Optimizer::ALL.iter().filter(|optimizer| !optimizer.needs_hessian()).count();
    (0..first_order, (-4.0..-0.5f64).prop_map(|power| 10f64.powf(power)))
}

proptest! {
    #[test]
    fn uphill_is_downhill_on_the_mirrored_ground((row, rate) in plans(), x in -2.0..2.0, y in -2.0..2.0) {
        let down = Plan { rate, ..Plan::of(&Optimizer::ALL[row]) };
        let up = Plan { maximise: true, ..down.clone() };
        let (mut ground, mut mirrored) = (terrain(ROSENBROCK, 1.0), terrain(ROSENBROCK, -1.0));
        let (mut down, mut up) = (Descent::new(down, &[x, y], &mut ground), Descent::new(up, &[x, y], &mut mirrored));
        for _ in 0..60 {
            prop_assert_eq!(down.step(&mut ground), up.step(&mut mirrored));
            let same = |a: &f64, b: &f64| a.to_bits() == b.to_bits() || a == b || a.is_nan() && b.is_nan();
            prop_assert!(down.at().iter().zip(up.at()).all(|(a, b)| same(a, b)), "{:?} {:?}", down.at(), up.at());
            prop_assert_eq!(down.verdict().is_some(), up.verdict().is_some());
        }
    }

    #[test]
    fn back_undoes_a_step_exactly((row, rate) in plans(), x in -2.0..2.0, y in -2.0..2.0, steps in 0..30usize) {
        let mut ground = terrain(ROSENBROCK, 1.0);
        let plan = Plan { rate, ..Plan::of(&Optimizer::ALL[row]) };
        let mut descent = Descent::new(plan.clone(), &[x, y], &mut ground);
        (0..steps).for_each(|_| _ = descent.step(&mut ground));
        let (before, verdict) = (bits(&descent), descent.verdict());
        if descent.step(&mut ground) {
            let after = (bits(&descent), descent.verdict());
            prop_assert!(descent.back(&mut ground));
            prop_assert_eq!(&before, &bits(&descent));
            prop_assert_eq!(verdict, descent.verdict());
            descent.step(&mut ground);
            prop_assert_eq!(after, (bits(&descent), descent.verdict()));
        }
        // A second run gives the same numbers.
        let mut again = Descent::new(plan, &[x, y], &mut terrain(ROSENBROCK, 1.0));
        (0..descent.steps()).for_each(|_| _ = again.step(&mut ground));
        prop_assert_eq!(bits(&descent), bits(&again));
    }
}
