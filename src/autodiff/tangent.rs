use std::rc::Rc;

use super::passes::gather_twice;
use super::tape::{Instruction, Tape};
use super::{Flow, Trace};
use crate::graph::{EdgeId, NodeId};
use crate::ops::{Partials, Syntax, Visit};

/// Forward mode: ∂node/∂x of every node, for one variable x, carried upward beside the values.
///
/// The variable starts with ∂x/∂x = 1, and every node adds up *local derivative × tangent* over its
/// arguments (Wengert 1964; Griewank & Walther, *Evaluating Derivatives*, 2008, ch. 3: these are dual
/// numbers). One sweep gives the derivative of every node toward one variable, where the backward
/// pass gives that of one output toward every node. Both multiply along the same edges by the same
/// local derivatives.
///
/// ```
/// use chainrule::{autodiff::{Tangents, Tape, Trace}, graph, syntax};
/// let program = syntax::parse("(4*x+1)^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let mut trace = Trace::new(Tape::new(&graph).into());
/// trace.run(&[2.0]);
/// let mut tangents = Tangents::new(trace.tape().clone(), 0);
/// tangents.run(&trace);
/// assert_eq!(tangents.of(graph.output()), trace.partial(0));
/// ```
#[derive(Clone, Debug)]
pub struct Tangents {
    tape: Rc<Tape>,
    variable: usize,
    /// By node: whether it depends on the variable. The others' tangents are 0, and a partial toward
    /// them is never evaluated.
    reached: Vec<bool>,
    /// By node.
    tangents: Vec<f64>,
    /// By edge: the local derivative, and it times the argument's tangent; 0 where nothing is carried.
    terms: Vec<(f64, f64)>,
    /// Room for the arguments of operations with many.
    scratch: Vec<f64>,
}

impl Tangents {
    /// Room for the tangents of one of the tape's variables; nothing is computed before
    /// [`Tangents::run`].
    pub fn new(tape: Rc<Tape>, variable: usize) -> Tangents {
        let reached = reached(&tape, variable);
        let mut tangents = vec![0.0; tape.len()];
        for &node in &tape.variables[variable] {
            tangents[node as usize] = 1.0;
        }
        Tangents { variable, reached, tangents, terms: vec![(0.0, 0.0); tape.sources.len()], scratch: Vec::new(), tape }
    }

    /// The sweep, at the values of this trace of the same tape. Allocates nothing after the first
    /// time.
    pub fn run(&mut self, trace: &Trace) {
        let tape = &*self.tape;
        for run in &tape.runs {
            run.op.visit(Sweep {
                tape,
                instructions: &tape.instructions[run.instructions.clone()],
                chooses: run.op.row().syntax == Syntax::Braces,
                values: trace.values(),
                reached: &self.reached,
                tangents: &mut self.tangents,
                terms: &mut self.terms,
                scratch: &mut self.scratch,
            });
        }
    }

    /// Whether they are toward this variable of the tape of this trace.
    pub fn serves(&self, trace: &Trace, variable: usize) -> bool {
        self.variable == variable && Rc::ptr_eq(&self.tape, trace.tape())
    }

    /// The variable they are derivatives toward.
    pub fn variable(&self) -> usize {
        self.variable
    }

    /// ∂node/∂variable; 0 where the node does not depend on it.
    pub fn of(&self, node: NodeId) -> f64 {
        self.tangents[node.index()]
    }

    /// What is carried up an edge: the argument's tangent, the local derivative, and their product;
    /// none from a node that does not depend on the variable.
    pub fn flow(&self, edge: EdgeId) -> Option<Flow> {
        let source = self.tape.sources[edge.index()] as usize;
        self.reached[source].then(|| {
            let (local, product) = self.terms[edge.index()];
            Flow { upstream: self.tangents[source], local, product }
        })
    }
}

impl Tape {
    /// How often a sweep from this variable multiplies by a local derivative: once per edge that
    /// comes from a node which depends on it.
    pub fn forward_products(&self, variable: usize) -> usize {
        let reached = reached(self, variable);
        self.sources.iter().filter(|&&source| reached[source as usize]).count()
    }

    /// How often the backward pass multiplies by a local derivative: once per edge that comes from a
    /// node with any variable at or beneath it.
    pub fn backward_products(&self) -> usize {
        self.sources.iter().filter(|&&source| self.active[source as usize]).count()
    }
}

/// Whether each node depends on a variable.
fn reached(tape: &Tape, variable: usize) -> Vec<bool> {
    let mut reached = vec![false; tape.len()];
    tape.variables[variable].iter().for_each(|&node| reached[node as usize] = true);
    // Edges are in order of the nodes they enter, and arguments come before these.
    for (&source, &target) in tape.sources.iter().zip(&tape.targets) {
        reached[target as usize] |= reached[source as usize];
    }
    reached
}

/// Tangents of one run.
struct Sweep<'a> {
    tape: &'a Tape,
    instructions: &'a [Instruction],
    /// Whether the operation takes one of its arguments and leaves the others alone.
    chooses: bool,
    values: &'a [f64],
    reached: &'a [bool],
    tangents: &'a mut [f64],
    terms: &'a mut [(f64, f64)],
    scratch: &'a mut Vec<f64>,
}

impl Sweep<'_> {
    /// What one edge carries up.
    #[inline(always)]
    fn carried(&mut self, source: u32, edge: u32, local: impl FnOnce() -> f64) -> f64 {
        if !self.reached[source as usize] {
            return 0.0;
        }
        let local = local();
        // What was not chosen carries nothing, be its tangent infinite.
        let ignored = self.chooses && local == 0.0;
        let product = if ignored { 0.0 } else { local * self.tangents[source as usize] };
        self.terms[edge as usize] = (local, product);
        product
    }
}

impl Visit for Sweep<'_> {
    type Output = ();

    fn unary(mut self, _: impl Fn(f64) -> f64 + Copy, partial: impl Fn(f64, f64) -> f64 + Copy) {
        for i in self.instructions {
            let (a, y) = (self.values[i.a as usize], self.values[i.out as usize]);
            self.tangents[i.out as usize] = self.carried(i.a, i.edge, || partial(a, y));
        }
    }

    fn binary(
        mut self,
        _: impl Fn(f64, f64) -> f64 + Copy,
        toward_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        toward_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) {
        for i in self.instructions {
            let (a, b, y) = (self.values[i.a as usize], self.values[i.b as usize], self.values[i.out as usize]);
            let from_a = self.carried(i.a, i.edge, || toward_a(a, b, y));
            let from_b = self.carried(i.b, i.edge + 1, || toward_b(a, b, y));
            self.tangents[i.out as usize] = from_a + from_b;
        }
    }

    fn many(mut self, _: fn(&[f64]) -> f64, partials: Partials) {
        let tape = self.tape;
        for i in self.instructions {
            let mut scratch = std::mem::take(self.scratch);
            let (args, locals) = gather_twice(tape, i, self.values, &mut scratch);
            partials(args, self.values[i.out as usize], locals);
            let mut sum = 0.0;
            for (slot, (&source, &local)) in tape.args(i).iter().zip(&*locals).enumerate() {
                sum += self.carried(source, i.edge + slot as u32, || local);
            }
            self.tangents[i.out as usize] = sum;
            *self.scratch = scratch;
        }
    }
}
