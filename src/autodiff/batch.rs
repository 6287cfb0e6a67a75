//! Evaluates a function at many points at once, for plots and maps.

use std::rc::Rc;

use super::passes::is_passed_over;
use super::tape::{Instruction, Tape};
use crate::ops::{Partials, Syntax, Visit};

/// Number of points that each instruction is evaluated at before the next instruction: one per bit of a mask.
const LANES: usize = 32;

type Lanes = [f64; LANES];

/// The values of one input over the points of a batch.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// The same at every point.
    Fixed(f64),
    /// One value per point.
    Each(&'a [f64]),
}

/// Evaluates a tape at many points: each instruction works on 32 points before the next one, so
/// that the cost of dispatch is shared.
///
/// ```
/// use chainrule::{autodiff::{Batch, Column, Tape}, graph, syntax};
/// let program = syntax::parse("a*x^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let mut batch = Batch::new(Tape::new(&graph).into());
/// let xs = [0.0, 1.0, 2.0];
/// let (mut values, mut slopes) = ([0.0; 3], [0.0; 3]);
/// batch.run(&[Column::Fixed(3.0), Column::Each(&xs)], &mut values, Some((1, &mut slopes)));
/// assert_eq!((values, slopes), ([0.0, 3.0, 12.0], [0.0, 6.0, 12.0]));
/// ```
#[derive(Debug)]
pub struct Batch {
    tape: Rc<Tape>,
    values: Vec<Lanes>,
    grads: Vec<Lanes>,
    /// By node, on tapes with cases: one bit per point, whether the output depends on the node there through
    /// the cases chosen.
    taken: Vec<u32>,
    /// Partials of one instruction with respect to its arguments.
    locals: Vec<Lanes>,
    args: Vec<f64>,
}

impl Batch {
    /// Allocates the buffers for one block of points.
    pub fn new(tape: Rc<Tape>) -> Batch {
        Batch {
            values: tape.numbers.iter().map(|&number| [number; LANES]).collect(),
            grads: vec![[0.0; LANES]; tape.len()],
            taken: vec![0; if tape.has_cases() { tape.len() } else { 0 }],
            locals: Vec::new(),
            args: Vec::new(),
            tape,
        }
    }

    /// Writes f into `values`, whose length is the number of points, and ∂f/∂variable into the slopes if
    /// these are given.
    ///
    /// # Panics
    /// If there are fewer columns than variables, or a column or the slopes are shorter than `values`.
    pub fn run(&mut self, columns: &[Column<'_>], values: &mut [f64], mut slopes: Option<(usize, &mut [f64])>) {
        for start in (0..values.len()).step_by(LANES) {
            let points = start..values.len().min(start + LANES);
            self.forward(columns, start, points.len());
            values[points.clone()].copy_from_slice(&self.values[self.tape.output][..points.len()]);
            if let Some((variable, slopes)) = &mut slopes {
                self.backward();
                for (lane, slope) in slopes[points].iter_mut().enumerate() {
                    *slope = self.tape.variables[*variable].iter().map(|&node| self.grads[node as usize][lane]).sum();
                }
            }
        }
    }

    fn forward(&mut self, columns: &[Column<'_>], start: usize, count: usize) {
        let tape = &*self.tape;
        for (variable, nodes) in tape.variables.iter().enumerate() {
            let mut lanes = [0.0; LANES];
            match columns[variable] {
                Column::Fixed(value) => lanes.fill(value),
                Column::Each(values) => lanes[..count].copy_from_slice(&values[start..start + count]),
            }
            for &node in nodes {
                self.values[node as usize] = lanes;
            }
        }
        for run in &tape.runs {
            for i in &tape.instructions[run.instructions.clone()] {
                // Arguments precede what uses them.
                let (before, rest) = self.values.split_at_mut(i.out as usize);
                run.op.visit(BlockValues { arguments: arguments(tape, i, before, &mut self.args), out: &mut rest[0] });
            }
        }
    }

    fn backward(&mut self) {
        let tape = &*self.tape;
        self.grads.fill([0.0; LANES]);
        self.grads[tape.output] = [1.0; LANES];
        let has_cases = tape.has_cases();
        if has_cases {
            self.taken.fill(0);
            self.taken[tape.output] = u32::MAX;
        }
        for run in tape.runs.iter().rev() {
            let chooses = run.op.row().syntax == Syntax::Braces;
            for i in &tape.instructions[run.instructions.clone()] {
                self.locals.resize(tape.args(i).len(), [0.0; LANES]);
                run.op.visit(BlockPartials {
                    arguments: arguments(tape, i, &self.values, &mut self.args),
                    y: &self.values[i.out as usize],
                    needs: run.needs,
                    locals: &mut self.locals,
                });
                let upstream = self.grads[i.out as usize];
                for (&source, locals) in tape.args(i).iter().zip(&self.locals) {
                    if !tape.active[source as usize] {
                        continue;
                    }
                    if !has_cases {
                        let grads = &mut self.grads[source as usize];
                        for ((grad, &upstream), &local) in grads.iter_mut().zip(&upstream).zip(locals) {
                            *grad += upstream * local;
                        }
                        continue;
                    }
                    // A case that was not chosen receives no gradient, even if the gradient is infinite.
                    let taken = self.taken[i.out as usize];
                    let flowing = |lane: &usize| !is_passed_over(chooses, locals[*lane]);
                    let flows = taken & (0..LANES).filter(flowing).fold(0, |lanes, lane| lanes | 1 << lane);
                    let grads = &mut self.grads[source as usize];
                    for (lane, grad) in grads.iter_mut().enumerate() {
                        if flows >> lane & 1 == 1 {
                            *grad += upstream[lane] * locals[lane];
                        }
                    }
                    self.taken[source as usize] |= flows;
                }
            }
        }
    }
}

/// The arguments of one instruction at every point of a block.
struct Arguments<'a> {
    tape: &'a Tape,
    instruction: &'a Instruction,
    values: &'a [Lanes],
    /// The first and the second argument.
    a: &'a Lanes,
    b: &'a Lanes,
    scratch: &'a mut Vec<f64>,
}

fn arguments<'a>(
    tape: &'a Tape,
    instruction: &'a Instruction,
    values: &'a [Lanes],
    scratch: &'a mut Vec<f64>,
) -> Arguments<'a> {
    let (a, b) = (&values[instruction.a as usize], &values[instruction.b as usize]);
    Arguments { tape, instruction, values, a, b, scratch }
}

impl Arguments<'_> {
    /// All arguments at one point.
    fn at(&mut self, lane: usize) -> &[f64] {
        self.scratch.clear();
        self.scratch.extend(self.tape.args(self.instruction).iter().map(|&arg| self.values[arg as usize][lane]));
        self.scratch
    }
}

/// The value at every point of a block.
struct BlockValues<'a> {
    arguments: Arguments<'a>,
    out: &'a mut Lanes,
}

impl Visit for BlockValues<'_> {
    type Output = ();

    fn unary(self, value: impl Fn(f64) -> f64 + Copy, _: impl Fn(f64, f64) -> f64 + Copy) {
        *self.out = std::array::from_fn(|lane| value(self.arguments.a[lane]));
    }

    fn binary(
        self,
        value: impl Fn(f64, f64) -> f64 + Copy,
        _: impl Fn(f64, f64, f64) -> f64 + Copy,
        _: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        *self.out = std::array::from_fn(|lane| value(self.arguments.a[lane], self.arguments.b[lane]));
    }

    fn many(mut self, value: fn(&[f64]) -> f64, _: Partials) {
        for lane in 0..LANES {
            self.out[lane] = value(self.arguments.at(lane));
        }
    }
}

/// The partials with respect to each argument at every point of a block.
struct BlockPartials<'a> {
    arguments: Arguments<'a>,
    y: &'a Lanes,
    needs: [bool; 2],
    locals: &'a mut [Lanes],
}

impl Visit for BlockPartials<'_> {
    type Output = ();

    fn unary(self, _: impl Fn(f64) -> f64 + Copy, partial: impl Fn(f64, f64) -> f64 + Copy) {
        if self.needs[0] {
            self.locals[0] = std::array::from_fn(|lane| partial(self.arguments.a[lane], self.y[lane]));
        }
    }

    fn binary(
        self,
        _: impl Fn(f64, f64) -> f64 + Copy,
        partial_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        partial_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        let Arguments { a, b, .. } = self.arguments;
        if self.needs[0] {
            self.locals[0] = std::array::from_fn(|lane| partial_a(a[lane], b[lane], self.y[lane]));
        }
        if self.needs[1] {
            self.locals[1] = std::array::from_fn(|lane| partial_b(a[lane], b[lane], self.y[lane]));
        }
    }

    fn many(mut self, _: fn(&[f64]) -> f64, partials: Partials) {
        let mut locals = vec![0.0; self.locals.len()];
        for lane in 0..LANES {
            partials(self.arguments.at(lane), self.y[lane], &mut locals);
            for (local, &partial) in self.locals.iter_mut().zip(&locals) {
                local[lane] = partial;
            }
        }
    }
}
