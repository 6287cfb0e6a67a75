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
    /// Empty on tapes without cases.
    pub taken: &'a [bool],
    pub scratch: &'a mut Vec<f64>,
}

impl Backward<'_> {
    /// Hands upstream × local along one edge, unless its user lies on a branch not taken.
    #[inline(always)]
    fn send(&mut self, out: u32, source: u32, edge: usize, local: f64) {
        self.locals[edge] = local;
        if self.taken.is_empty() || self.taken[out as usize] && self.taken[source as usize] {
            self.grads[source as usize] += self.grads[out as usize] * local;
        }
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
            self.send(i.out, i.a, i.edge as usize, local);
        }
    }

    fn binary(
        mut self,
        _: impl Fn(f64, f64) -> f64 + Copy,
        toward_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        toward_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        let [needs_a, needs_b] = self.needs;
        if !needs_a && !needs_b {
            return;
        }
        for i in self.instructions {
            let (a, b, y) = (self.values[i.a as usize], self.values[i.b as usize], self.values[i.out as usize]);
            if needs_a {
                self.send(i.out, i.a, i.edge as usize, toward_a(a, b, y));
            }
            if needs_b {
                self.send(i.out, i.b, i.edge as usize + 1, toward_b(a, b, y));
            }
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
                    self.send(i.out, source, i.edge as usize + slot, local);
                }
            }
            *self.scratch = args;
        }
    }
}

/// Marks the nodes on which the output depends through the cases chosen. Without this, an infinite
/// local derivative in a branch not taken would turn 0 · ∞ = NaN into somebody's gradient.
pub(super) fn mark_taken(tape: &Tape, values: &[f64], taken: &mut [bool], scratch: &mut Vec<f64>) {
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
