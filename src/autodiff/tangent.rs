use std::rc::Rc;

use super::passes::{gather_twice, is_passed_over};
use super::tape::Tape;
use super::{Flow, Trace};
use crate::graph::{EdgeId, NodeId};
use crate::ops::Syntax;

/// Forward mode: ∂node/∂x of every node, for one variable x, carried upward beside the values.
///
/// The variable starts with ∂x/∂x = 1, and every node adds up *local derivative × tangent* over its
/// arguments (Wengert 1964; Griewank & Walther, *Evaluating Derivatives*, 2008, ch. 3: these are dual
/// numbers). One sweep gives the derivative of every node with respect to one variable, where the
/// backward pass gives that of one output with respect to every node. Both multiply along the same
/// edges by the same local derivatives.
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
    /// By node: whether it depends on the variable. The others' tangents are 0, and partials with
    /// respect to them are left out.
    reached: Vec<bool>,
    /// By node, whether it depends on the variable through the cases chosen.
    carries: Vec<bool>,
    /// By node.
    tangents: Vec<f64>,
    /// By edge: the local derivative, and its product with the argument's tangent; 0 where nothing is
    /// carried.
    terms: Vec<(f64, f64)>,
    /// Buffer for the arguments of an operation and the partials with respect to them.
    scratch: Vec<f64>,
}

impl Tangents {
    /// Allocates the tangents of one of the tape's variables; [`Tangents::run`] computes them.
    pub fn new(tape: Rc<Tape>, variable: usize) -> Tangents {
        let reached = reached(&tape, variable);
        let mut tangents = vec![0.0; tape.len()];
        for &node in &tape.variables[variable] {
            tangents[node as usize] = 1.0;
        }
        let carries = reached.clone();
        Tangents {
            variable,
            reached,
            carries,
            tangents,
            terms: vec![(0.0, 0.0); tape.sources.len()],
            scratch: Vec::new(),
            tape,
        }
    }

    /// The sweep, at the values of this trace of the same tape. Allocates nothing after the first
    /// time.
    pub fn run(&mut self, trace: &Trace) {
        let (tape, values) = (&*self.tape, trace.values());
        for run in &tape.runs {
            let chooses = run.op.row().syntax == Syntax::Braces;
            for i in &tape.instructions[run.instructions.clone()] {
                let (args, locals) = gather_twice(tape, i, values, &mut self.scratch);
                run.op.partials(args, values[i.out as usize], locals);
                let (mut sum, mut carries) = (0.0, false);
                for (slot, (&source, &local)) in tape.args(i).iter().zip(&*locals).enumerate() {
                    if !self.reached[source as usize] {
                        continue;
                    }
                    // A case that was not chosen carries nothing, even if its tangent is infinite, and what depends
                    // on the variable only through such cases carries nothing either.
                    let flows = self.carries[source as usize] && !is_passed_over(chooses, local);
                    let product = if flows { local * self.tangents[source as usize] } else { 0.0 };
                    self.terms[i.edge as usize + slot] = (local, product);
                    sum += product;
                    carries |= flows;
                }
                self.tangents[i.out as usize] = sum;
                self.carries[i.out as usize] = carries;
            }
        }
    }

    /// Whether these are the tangents of this variable for the tape of this trace.
    pub fn serves(&self, trace: &Trace, variable: usize) -> bool {
        self.variable == variable && Rc::ptr_eq(&self.tape, trace.tape())
    }

    /// The variable of these derivatives.
    pub fn variable(&self) -> usize {
        self.variable
    }

    /// ∂node/∂variable; 0 where the node does not depend on it.
    pub fn of(&self, node: NodeId) -> f64 {
        self.tangents[node.index()]
    }

    /// What is carried up an edge: the argument's tangent, the local derivative, and their product;
    /// `None` if the argument does not depend on the variable.
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
