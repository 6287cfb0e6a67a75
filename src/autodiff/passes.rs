//! The two loops, one visit per run of equal operations.

use super::tape::{Instruction, Tape};
use crate::ops::{Syntax, Visit};

/// Values of one run.
pub(super) struct Forward<'a> {
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

impl Visit for Forward<'_> {
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

    fn many(self, value: fn(&[f64]) -> f64, _: fn(&[f64], usize, f64) -> f64) {
        for i in self.instructions {
            self.values[i.out as usize] = value(gather(self.tape, i, self.values, self.scratch));
        }
    }
}

/// Gradients handed on by one run.
pub(super) struct Backward<'a> {
    pub tape: &'a Tape,
    pub instructions: &'a [Instruction],
    pub needs: [bool; 2],
    pub values: &'a [f64],
    pub grads: &'a mut [f64],
    pub locals: &'a mut [f64],
    pub scratch: &'a mut Vec<f64>,
}

impl Backward<'_> {
    /// Hands upstream × local along one edge.
    #[inline(always)]
    fn send(&mut self, upstream: f64, source: u32, edge: u32, local: f64) {
        self.locals[edge as usize] = local;
        self.grads[source as usize] += upstream * local;
    }
}

impl Visit for Backward<'_> {
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
        toward_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        toward_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        // What is needed is the same for the whole run: each case is a loop of its own.
        let numbers =
            |values: &[f64], i: &Instruction| (values[i.a as usize], values[i.b as usize], values[i.out as usize]);
        match self.needs {
            [true, true] => {
                for i in self.instructions {
                    let (a, b, y) = numbers(self.values, i);
                    let upstream = self.grads[i.out as usize];
                    self.send(upstream, i.a, i.edge, toward_a(a, b, y));
                    self.send(upstream, i.b, i.edge + 1, toward_b(a, b, y));
                }
            }
            [true, false] => {
                for i in self.instructions {
                    let (a, b, y) = numbers(self.values, i);
                    self.send(self.grads[i.out as usize], i.a, i.edge, toward_a(a, b, y));
                }
            }
            [false, true] => {
                for i in self.instructions {
                    let (a, b, y) = numbers(self.values, i);
                    self.send(self.grads[i.out as usize], i.b, i.edge + 1, toward_b(a, b, y));
                }
            }
            [false, false] => {}
        }
    }

    fn many(mut self, _: fn(&[f64]) -> f64, partial: fn(&[f64], usize, f64) -> f64) {
        let tape = self.tape;
        for i in self.instructions {
            let mut args = std::mem::take(self.scratch);
            gather(tape, i, self.values, &mut args);
            for (slot, &source) in tape.args(i).iter().enumerate() {
                if tape.active[source as usize] {
                    let local = partial(&args, slot, self.values[i.out as usize]);
                    self.send(self.grads[i.out as usize], source, i.edge + slot as u32, local);
                }
            }
            *self.scratch = args;
        }
    }
}

/// The backward pass on a tape with cases: along a branch that was not chosen nothing flows. Without
/// this, an infinite local derivative there would turn 0 · ∞ = NaN into somebody's gradient.
pub(super) fn backward_through_cases(
    tape: &Tape,
    values: &[f64],
    grads: &mut [f64],
    locals: &mut [f64],
    taken: &mut [bool],
    scratch: &mut Vec<f64>,
) {
    mark_taken(tape, values, taken, scratch);
    for run in tape.runs.iter().rev() {
        for i in &tape.instructions[run.instructions.clone()] {
            let args = gather(tape, i, values, scratch);
            for (slot, &source) in tape.args(i).iter().enumerate() {
                if !tape.active[source as usize] {
                    continue;
                }
                let local = run.op.partial(args, slot, values[i.out as usize]);
                locals[i.edge as usize + slot] = local;
                if taken[i.out as usize] && taken[source as usize] {
                    grads[source as usize] += grads[i.out as usize] * local;
                }
            }
        }
    }
}

/// Marks the nodes on which the output depends through the cases chosen.
fn mark_taken(tape: &Tape, values: &[f64], taken: &mut [bool], scratch: &mut Vec<f64>) {
    taken.fill(false);
    taken[tape.output] = true;
    for run in tape.runs.iter().rev() {
        let chooses = run.op.row().syntax == Syntax::Braces;
        for i in &tape.instructions[run.instructions.clone()] {
            if !taken[i.out as usize] {
                continue;
            }
            let args = gather(tape, i, values, scratch);
            for (slot, &source) in tape.args(i).iter().enumerate() {
                if !chooses || run.op.partial(args, slot, values[i.out as usize]) != 0.0 {
                    taken[source as usize] = true;
                }
            }
        }
    }
}
