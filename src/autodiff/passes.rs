//! The loops of the two passes; each run of equal operations is visited once.

use super::tape::{Instruction, Tape};
use crate::ops::{Partials, Syntax, Visit};

/// The forward pass of one run.
pub(super) struct ForwardPass<'a> {
    pub tape: &'a Tape,
    pub instructions: &'a [Instruction],
    pub values: &'a mut [f64],
    pub scratch: &'a mut Vec<f64>,
}

/// The arguments of one instruction, side by side.
fn gather<'s>(tape: &Tape, instruction: &Instruction, values: &[f64], scratch: &'s mut Vec<f64>) -> &'s [f64] {
    scratch.clear();
    scratch.extend(tape.args(instruction).iter().map(|&arg| values[arg as usize]));
    scratch
}

/// The arguments of one instruction, side by side, and a buffer of the same length for the partials with
/// respect to them.
pub(super) fn gather_twice<'s>(
    tape: &Tape,
    instruction: &Instruction,
    values: &[f64],
    scratch: &'s mut Vec<f64>,
) -> (&'s [f64], &'s mut [f64]) {
    let count = gather(tape, instruction, values, scratch).len();
    scratch.resize(2 * count, 0.0);
    let (args, partials) = scratch.split_at_mut(count);
    (args, partials)
}

impl Visit for ForwardPass<'_> {
    type Output = ();

    fn unary(self, value: impl Fn(f64) -> f64 + Copy, _: impl Fn(f64, f64) -> f64 + Copy) {
        for i in self.instructions {
            self.values[i.out as usize] = value(self.values[i.a as usize]);
        }
    }

    fn binary(
        self,
        value: impl Fn(f64, f64) -> f64 + Copy,
        _: impl Fn(f64, f64, f64) -> f64 + Copy,
        _: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        for i in self.instructions {
            self.values[i.out as usize] = value(self.values[i.a as usize], self.values[i.b as usize]);
        }
    }

    fn many(self, value: fn(&[f64]) -> f64, _: Partials) {
        for i in self.instructions {
            self.values[i.out as usize] = value(gather(self.tape, i, self.values, self.scratch));
        }
    }
}

/// The backward pass of one run.
pub(super) struct BackwardPass<'a> {
    pub tape: &'a Tape,
    pub instructions: &'a [Instruction],
    pub needs: [bool; 2],
    pub values: &'a [f64],
    pub grads: &'a mut [f64],
    pub locals: &'a mut [f64],
    pub scratch: &'a mut Vec<f64>,
}

impl BackwardPass<'_> {
    /// Adds upstream × local to the gradient of an edge's argument.
    #[inline(always)]
    fn send(&mut self, upstream: f64, source: u32, edge: u32, local: f64) {
        self.locals[edge as usize] = local;
        self.grads[source as usize] += upstream * local;
    }
}

impl Visit for BackwardPass<'_> {
    type Output = ();

    fn unary(mut self, _: impl Fn(f64) -> f64 + Copy, partial: impl Fn(f64, f64) -> f64 + Copy) {
        if !self.needs[0] {
            return;
        }
        for i in self.instructions {
            let local = partial(self.values[i.a as usize], self.values[i.out as usize]);
            self.send(self.grads[i.out as usize], i.a, i.edge, local);
        }
    }

    fn binary(
        mut self,
        _: impl Fn(f64, f64) -> f64 + Copy,
        partial_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        partial_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        // Which partials are needed is the same for the whole run, so each case has a loop of its own.
        let numbers =
            |values: &[f64], i: &Instruction| (values[i.a as usize], values[i.b as usize], values[i.out as usize]);
        match self.needs {
            [true, true] => {
                for i in self.instructions {
                    let (a, b, y) = numbers(self.values, i);
                    let upstream = self.grads[i.out as usize];
                    self.send(upstream, i.a, i.edge, partial_a(a, b, y));
                    self.send(upstream, i.b, i.edge + 1, partial_b(a, b, y));
                }
            }
            [true, false] => {
                for i in self.instructions {
                    let (a, b, y) = numbers(self.values, i);
                    self.send(self.grads[i.out as usize], i.a, i.edge, partial_a(a, b, y));
                }
            }
            [false, true] => {
                for i in self.instructions {
                    let (a, b, y) = numbers(self.values, i);
                    self.send(self.grads[i.out as usize], i.b, i.edge + 1, partial_b(a, b, y));
                }
            }
            [false, false] => {}
        }
    }

    fn many(mut self, _: fn(&[f64]) -> f64, partials: Partials) {
        let tape = self.tape;
        for i in self.instructions {
            let mut scratch = std::mem::take(self.scratch);
            let (args, locals) = gather_twice(tape, i, self.values, &mut scratch);
            partials(args, self.values[i.out as usize], locals);
            for (slot, (&source, &local)) in tape.args(i).iter().zip(&*locals).enumerate() {
                if tape.active[source as usize] {
                    self.send(self.grads[i.out as usize], source, i.edge + slot as u32, local);
                }
            }
            *self.scratch = scratch;
        }
    }
}

/// The backward pass on a tape with piecewise functions: no gradient flows into a case that was not
/// chosen. Without this rule, an infinite gradient there would become ∞ · 0 = NaN. Marks in `taken` the nodes
/// on which the output depends through the cases chosen.
pub(super) fn backward_through_cases(
    tape: &Tape,
    values: &[f64],
    grads: &mut [f64],
    locals: &mut [f64],
    taken: &mut [bool],
    scratch: &mut Vec<f64>,
) {
    taken.fill(false);
    taken[tape.output] = true;
    for run in tape.runs.iter().rev() {
        let chooses = run.op.row().syntax == Syntax::Braces;
        for i in &tape.instructions[run.instructions.clone()] {
            if !tape.active[i.out as usize] {
                continue;
            }
            let (args, partials) = gather_twice(tape, i, values, scratch);
            run.op.partials(args, values[i.out as usize], partials);
            for (slot, (&source, &local)) in tape.args(i).iter().zip(&*partials).enumerate() {
                if !tape.active[source as usize] {
                    continue;
                }
                locals[i.edge as usize + slot] = local;
                if taken[i.out as usize] && !is_passed_over(chooses, local) {
                    taken[source as usize] = true;
                    grads[source as usize] += grads[i.out as usize] * local;
                }
            }
        }
    }
}

/// Whether an argument is a condition, or the value of a case that was not chosen: nothing flows along it.
pub(super) fn is_passed_over(chooses: bool, local: f64) -> bool {
    chooses && local == 0.0
}
