//! Many points at once: plots and maps.

use std::rc::Rc;

use super::tape::{Instruction, Tape};
use crate::ops::{Partials, Visit};

/// Points that go through the tape side by side.
const LANES: usize = 32;

type Lanes = [f64; LANES];

/// What an input is over the points of a batch.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// The same at every point.
    Fixed(f64),
    /// One value a point.
    Each(&'a [f64]),
}

/// Evaluates a tape at many points: each instruction works on 32 points before the next one, so
/// that the cost of dispatch is shared and the loops vectorize.
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
    args: Vec<f64>,
}

impl Batch {
    /// Room for one block of points.
    pub fn new(tape: Rc<Tape>) -> Batch {
        Batch {
            values: tape.numbers.iter().map(|&number| [number; LANES]).collect(),
            grads: vec![[0.0; LANES]; tape.len()],
            args: Vec::new(),
            tape,
        }
    }

    /// Writes f into `values` for as many points as it holds, and ∂f/∂variable into the slopes if
    /// asked for.
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
            let instructions = &tape.instructions[run.instructions.clone()];
            run.op.visit(Forward { tape, instructions, values: &mut self.values, args: &mut self.args });
        }
    }

    fn backward(&mut self) {
        let tape = &*self.tape;
        self.grads.fill([0.0; LANES]);
        self.grads[tape.output] = [1.0; LANES];
        for run in tape.runs.iter().rev() {
            run.op.visit(Backward {
                tape,
                instructions: &tape.instructions[run.instructions.clone()],
                needs: run.needs,
                values: &self.values,
                grads: &mut self.grads,
                args: &mut self.args,
            });
        }
    }
}

struct Forward<'a> {
    tape: &'a Tape,
    instructions: &'a [Instruction],
    values: &'a mut [Lanes],
    args: &'a mut Vec<f64>,
}

fn gather(tape: &Tape, instruction: &Instruction, values: &[Lanes], lane: usize, args: &mut Vec<f64>) {
    args.clear();
    args.extend(tape.args(instruction).iter().map(|&arg| values[arg as usize][lane]));
}

impl Visit for Forward<'_> {
    type Output = ();

    fn unary(self, value: impl Fn(f64) -> f64 + Copy, _: impl Fn(f64, f64) -> f64 + Copy) {
        for i in self.instructions {
            let a = self.values[i.a as usize];
            self.values[i.out as usize] = std::array::from_fn(|lane| value(a[lane]));
        }
    }

    fn binary(
        self,
        value: impl Fn(f64, f64) -> f64 + Copy,
        _: impl Fn(f64, f64, f64) -> f64 + Copy,
        _: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        for i in self.instructions {
            let (a, b) = (self.values[i.a as usize], self.values[i.b as usize]);
            self.values[i.out as usize] = std::array::from_fn(|lane| value(a[lane], b[lane]));
        }
    }

    fn many(self, value: fn(&[f64]) -> f64, _: Partials) {
        for i in self.instructions {
            for lane in 0..LANES {
                gather(self.tape, i, self.values, lane, self.args);
                self.values[i.out as usize][lane] = value(self.args);
            }
        }
    }
}

struct Backward<'a> {
    tape: &'a Tape,
    instructions: &'a [Instruction],
    needs: [bool; 2],
    values: &'a [Lanes],
    grads: &'a mut [Lanes],
    args: &'a mut Vec<f64>,
}

impl Backward<'_> {
    /// What has not been reached (a branch not taken) sends nothing, whatever its local derivative.
    #[inline(always)]
    fn send(&mut self, out: u32, source: u32, local: impl Fn(usize) -> f64) {
        let upstream = self.grads[out as usize];
        let grads = &mut self.grads[source as usize];
        if self.tape.has_cases {
            for lane in 0..LANES {
                if upstream[lane] != 0.0 {
                    grads[lane] += upstream[lane] * local(lane);
                }
            }
        } else {
            for lane in 0..LANES {
                grads[lane] += upstream[lane] * local(lane);
            }
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
            let (a, y) = (&self.values[i.a as usize], &self.values[i.out as usize]);
            self.send(i.out, i.a, |lane| partial(a[lane], y[lane]));
        }
    }

    fn binary(
        mut self,
        _: impl Fn(f64, f64) -> f64 + Copy,
        toward_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        toward_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        for i in self.instructions {
            let (a, b, y) = (&self.values[i.a as usize], &self.values[i.b as usize], &self.values[i.out as usize]);
            if self.needs[0] {
                self.send(i.out, i.a, |lane| toward_a(a[lane], b[lane], y[lane]));
            }
            if self.needs[1] {
                self.send(i.out, i.b, |lane| toward_b(a[lane], b[lane], y[lane]));
            }
        }
    }

    fn many(self, _: fn(&[f64]) -> f64, partials: Partials) {
        let tape = self.tape;
        for i in self.instructions {
            let mut locals = vec![0.0; i.count as usize];
            for lane in 0..LANES {
                gather(tape, i, self.values, lane, self.args);
                let (y, upstream) = (self.values[i.out as usize][lane], self.grads[i.out as usize][lane]);
                if tape.has_cases && upstream == 0.0 {
                    continue;
                }
                partials(self.args, y, &mut locals);
                for (&source, &local) in tape.args(i).iter().zip(&locals) {
                    if local != 0.0 && tape.active[source as usize] {
                        self.grads[source as usize][lane] += upstream * local;
                    }
                }
            }
        }
    }
}
