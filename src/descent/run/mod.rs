//! One run of an optimizer: the present point, steps forward, and exact steps back.

mod termination;

use super::checkpoints::Checkpoints;
use super::newton::solve;
use super::optimizer::{Factors, UpdateRule};
use super::{Plan, Verdict};

/// After so many steps a run pauses.
pub const LIMIT: usize = 100_000;

/// A gradient with no component larger than this counts as 0.
const SMALL: f64 = 1e-6;

/// What one descends on: a function with a value and a gradient at every point.
///
/// The same point must give the same numbers in the same step, or going back would not be exact.
pub trait Terrain {
    /// The value at a point where so many steps are done; the gradient, one number a variable, is
    /// written to `gradient`.
    fn gradient(&mut self, step: usize, at: &[f64], gradient: &mut [f64]) -> f64;

    /// Whether each gradient is that of a new random sample of rows: then a small gradient does not mean a
    /// minimum, and a step that goes up does not mean divergence.
    fn is_sampled(&self) -> bool {
        false
    }

    /// Writes the second derivatives, row by row; false where there are none to be had.
    fn hessian(&mut self, _at: &[f64], _matrix: &mut [f64]) -> bool {
        false
    }
}

impl<F: FnMut(&[f64], &mut [f64]) -> f64> Terrain for F {
    fn gradient(&mut self, _step: usize, at: &[f64], gradient: &mut [f64]) -> f64 {
        self(at, gradient)
    }
}

/// A walk from a start, which can be gone back step by step exactly.
///
/// Memory is bounded however long the run is: of a long run every third, ninth… state is kept, and the
/// states between are computed again when the run goes back to them.
#[derive(Clone, Debug)]
pub struct Descent {
    plan: Plan,
    /// Number of variables.
    n: usize,
    step: usize,
    /// Point, gradient, memory of the method, and [`Tail`], one after the other.
    state: Vec<f64>,
    /// The same before the last step.
    before: Vec<f64>,
    checkpoints: Checkpoints,
    sight: Sight,
    verdict: Option<Verdict>,
}

/// Properties of the present point and gradient.
#[derive(Clone, Copy, Debug)]
struct Sight {
    /// All of it is finite.
    finite: bool,
    /// The gradient counts as 0.
    small: bool,
    /// The gradient points against the one before.
    turned: bool,
}

/// The last numbers of a state.
enum Tail {
    Value,
    /// The best value so far.
    Best,
    /// Steps since the best became better.
    Stale,
    /// Steps on end that overshot and ended farther off.
    Overshots,
}

const TAIL: usize = 4;

impl Descent {
    /// A run at its start, before the first step.
    pub fn new(plan: Plan, start: &[f64], terrain: &mut dyn Terrain) -> Descent {
        let n = start.len();
        let mut state = start.to_vec();
        state.resize(n * (2 + plan.optimizer.memory.len()) + TAIL, 0.0);
        let sight = Sight { finite: false, small: false, turned: false };
        let mut descent = Descent {
            plan,
            n,
            step: 0,
            before: state.clone(),
            checkpoints: Checkpoints::new(&[]),
            state,
            sight,
            verdict: None,
        };
        let value = descent.look(terrain);
        descent.set(Tail::Best, value);
        descent.checkpoints = Checkpoints::new(&descent.state);
        descent.verdict = descent.judge(terrain);
        descent
    }

    /// Method and numbers.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Steps done.
    pub fn steps(&self) -> usize {
        self.step
    }

    /// Where it stands.
    pub fn at(&self) -> &[f64] {
        &self.state[..self.n]
    }

    /// The gradient there.
    pub fn gradient(&self) -> &[f64] {
        &self.state[self.n..2 * self.n]
    }

    /// The value there.
    pub fn value(&self) -> f64 {
        self.get(Tail::Value)
    }

    /// Why it is over, if it is.
    pub fn verdict(&self) -> Option<Verdict> {
        self.verdict
    }

    /// Steps, points and values that are remembered, from the start to the present.
    pub fn trail(&self) -> impl Iterator<Item = (usize, &[f64], f64)> {
        let value = self.state.len() - TAIL + Tail::Value as usize;
        let checkpoints = self.checkpoints.iter().take_while(|&(step, _)| step < self.step);
        checkpoints
            .chain([(self.step, &self.state[..])])
            .map(move |(step, state)| (step, &state[..self.n], state[value]))
    }

    /// One step; none where there is no next point. Tells whether it was done.
    pub fn step(&mut self, terrain: &mut dyn Terrain) -> bool {
        let (n, step) = (self.n, self.step + 1);
        if !self.sight.finite {
            return false;
        }
        let Descent { plan, state, before, .. } = self;
        before.copy_from_slice(state);
        if !advance(plan, step, n, state, terrain) {
            self.verdict = Some(Verdict::Singular);
            return false;
        }
        self.step = step;
        let value = self.look(terrain);
        self.count(value);
        self.checkpoints.keep(step, &self.state);
        self.verdict = self.judge(terrain);
        true
    }

    /// Back by one step, to exactly what was there. Tells whether there was one.
    pub fn back(&mut self, terrain: &mut dyn Terrain) -> bool {
        let Some(goal) = self.step.checked_sub(1) else { return false };
        // Start one step before the goal, so that the last step before the goal is known as well.
        let (step, state) = self.checkpoints.before(goal.saturating_sub(1));
        self.state.copy_from_slice(state);
        self.before.copy_from_slice(state);
        self.step = step;
        self.verdict = None;
        self.look(terrain);
        while self.step < goal && self.step(terrain) {}
        if goal == 0 {
            self.verdict = self.judge(terrain);
        }
        true
    }

    /// Back to the start.
    pub fn reset(&mut self, terrain: &mut dyn Terrain) {
        self.step = self.step.min(1);
        self.back(terrain);
    }

    /// What the next step would lead to, without going there: the state after it. None where there
    /// is no step.
    pub fn next(&self, terrain: &mut dyn Terrain) -> Option<Vec<f64>> {
        let mut state = self.state.clone();
        advance(&self.plan, self.step + 1, self.n, &mut state, terrain).then_some(state)
    }

    /// States before and after the last step; none at the start, or when the last one tried was none.
    pub fn last(&self) -> Option<(&[f64], &[f64])> {
        (self.step > 0 && self.verdict != Some(Verdict::Singular)).then_some((&self.before[..], &self.state[..]))
    }

    /// The present state: point, gradient, and for each variable all of the method's memory; what comes after
    /// that is the descent's own.
    pub fn state(&self) -> &[f64] {
        &self.state
    }

    fn get(&self, tail: Tail) -> f64 {
        self.state[self.state.len() - TAIL + tail as usize]
    }

    fn set(&mut self, tail: Tail, value: f64) {
        let place = self.state.len() - TAIL + tail as usize;
        self.state[place] = value;
    }

    /// Less is better, uphill too.
    fn cost(&self, value: f64) -> f64 {
        if self.plan.maximise { -value } else { value }
    }

    /// Value and gradient at the present point.
    fn look(&mut self, terrain: &mut dyn Terrain) -> f64 {
        let (at, rest) = self.state.split_at_mut(self.n);
        let value = terrain.gradient(self.step, at, &mut rest[..self.n]);
        self.set(Tail::Value, value);
        let (x, rest) = self.state.split_at(self.n);
        let (mut holes, mut along, mut steep) = (0.0 * value, 0.0, false);
        for ((x, slope), then) in x.iter().zip(rest).zip(&self.before[self.n..]) {
            // The sum is 0 only if all numbers are finite.
            holes += 0.0 * x + 0.0 * slope;
            along += slope * then;
            steep |= slope.abs() > SMALL;
        }
        self.sight = Sight { finite: holes == 0.0, small: !steep, turned: along < 0.0 };
        value
    }
}

/// Moves a state on by the rule of a plan; its gradient and value are still those of before. False
/// where the rule has no step.
fn advance(plan: &Plan, step: usize, n: usize, state: &mut [f64], terrain: &mut dyn Terrain) -> bool {
    let memory_end = state.len() - TAIL;
    let (x, rest) = state[..memory_end].split_at_mut(n);
    let (gradient, memory) = rest.split_at_mut(n);
    match plan.optimizer.update {
        UpdateRule::Each(update) => {
            let factors = Factors { rate: plan.rate, knobs: &plan.knobs, t: step as f64 };
            // Uphill is downhill with the axes turned around, to the last bit.
            let turn = |x: &mut [f64]| x.iter_mut().filter(|_| plan.maximise).for_each(|x| *x = -*x);
            turn(x);
            update(&factors, gradient, x, memory);
            turn(x);
            true
        }
        UpdateRule::Newton => {
            let mut matrix = vec![0.0; n * n];
            memory.copy_from_slice(gradient);
            let solved = terrain.hessian(x, &mut matrix) && solve(&mut matrix, memory);
            if solved {
                x.iter_mut().zip(memory).for_each(|(x, d)| *x -= plan.rate * *d);
            }
            solved
        }
    }
}
