use std::rc::Rc;

use super::Tape;
use super::passes::{self, BackwardPass, ForwardPass};
use crate::graph::{EdgeId, NodeId};

/// One term of the chain rule: what travels backward along one edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// Gradient of the node that uses the argument: ∂f/∂to.
    pub upstream: f64,
    /// Local derivative ∂to/∂from of this use.
    pub local: f64,
    /// Their product, added to the argument's gradient.
    pub product: f64,
}

/// All numbers of both passes at one point.
///
/// ```
/// use chainrule::{autodiff::{Tape, Trace}, graph, syntax};
/// let program = syntax::parse("(4*x+1)^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let mut trace = Trace::new(Tape::new(&graph).into());
/// trace.run(&[2.0]);
/// assert_eq!((trace.output(), trace.partial(0)), (81.0, 72.0));
/// ```
#[derive(Clone, Debug)]
pub struct Trace {
    tape: Rc<Tape>,
    /// By node.
    values: Vec<f64>,
    /// By node; 0 where nothing has arrived.
    grads: Vec<f64>,
    /// By edge; 0 where it is not needed.
    locals: Vec<f64>,
    /// By node, on tapes with cases: whether the output depends on it through the cases chosen.
    taken: Vec<bool>,
    /// Buffer for the arguments of operations with any number of arguments.
    scratch: Vec<f64>,
}

impl Trace {
    /// Allocates the numbers; [`Trace::run`] computes them.
    pub fn new(tape: Rc<Tape>) -> Trace {
        let nodes = tape.len();
        Trace {
            values: tape.numbers.clone(),
            grads: vec![0.0; nodes],
            locals: vec![0.0; tape.sources.len()],
            taken: vec![true; if tape.has_cases() { nodes } else { 0 }],
            scratch: Vec::new(),
            tape,
        }
    }

    /// Both passes at these inputs, one for each of the graph's variables in order. Allocates
    /// nothing after the first time.
    ///
    /// # Panics
    /// If there are fewer inputs than variables.
    pub fn run(&mut self, inputs: &[f64]) {
        self.forward(inputs);
        self.backward();
    }

    /// The forward pass: every value from its arguments, in topological order.
    ///
    /// # Panics
    /// If there are fewer inputs than variables.
    #[inline(never)] // it contains the loops of all operations and is called from several places
    pub fn forward(&mut self, inputs: &[f64]) {
        let tape = &*self.tape;
        for (variable, nodes) in tape.variables.iter().enumerate() {
            for &node in nodes {
                self.values[node as usize] = inputs[variable];
            }
        }
        for run in &tape.runs {
            let instructions = &tape.instructions[run.instructions.clone()];
            run.op.visit(ForwardPass { tape, instructions, values: &mut self.values, scratch: &mut self.scratch });
        }
    }

    /// The backward pass: it starts with ∂f/∂f = 1, and every node sends upstream × local to its arguments.
    pub fn backward(&mut self) {
        let tape = &*self.tape;
        self.grads.fill(0.0);
        self.grads[tape.output] = 1.0;
        if tape.has_cases() {
            let (values, taken) = (&self.values, &mut self.taken);
            passes::backward_through_cases(tape, values, &mut self.grads, &mut self.locals, taken, &mut self.scratch);
            return;
        }
        for run in tape.runs.iter().rev() {
            run.op.visit(BackwardPass {
                tape,
                instructions: &tape.instructions[run.instructions.clone()],
                needs: run.needs,
                values: &self.values,
                grads: &mut self.grads,
                locals: &mut self.locals,
                scratch: &mut self.scratch,
            });
        }
    }

    /// The tape this is a trace of.
    pub fn tape(&self) -> &Rc<Tape> {
        &self.tape
    }

    /// Value of the output.
    pub fn output(&self) -> f64 {
        self.values[self.tape.output]
    }

    /// Values by node.
    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    /// Value of a node.
    pub fn value(&self, node: NodeId) -> f64 {
        self.values[node.index()]
    }

    /// ∂f/∂node. `None` for a node that depends on no variable, because its gradient is not needed; the
    /// output's gradient is always 1.
    pub fn grad(&self, node: NodeId) -> Option<f64> {
        (self.tape.active[node.index()] || node.index() == self.tape.output).then(|| self.grads[node.index()])
    }

    /// ∂f/∂variable, summed over all its nodes.
    pub fn partial(&self, variable: usize) -> f64 {
        self.tape.variables[variable].iter().map(|&node| self.grads[node as usize]).sum()
    }

    /// Local derivative, upstream gradient and product of an edge; `None` where it is not needed.
    ///
    /// No gradient flows into a case that a piecewise function did not choose, whatever the local
    /// derivatives are: the product is 0.
    pub fn flow(&self, edge: EdgeId) -> Option<Flow> {
        let source = self.tape.sources[edge.index()] as usize;
        let target = self.tape.targets[edge.index()] as usize;
        self.tape.active[source].then(|| {
            let (upstream, local) = (self.grads[target], self.locals[edge.index()]);
            let passed_over = passes::is_passed_over(self.tape.chooses(target as u32), local);
            let flows = self.is_taken(target) && !passed_over;
            Flow { upstream, local, product: if flows { upstream * local } else { 0.0 } }
        })
    }

    /// Whether the output depends on a node through the cases chosen at this point.
    fn is_taken(&self, node: usize) -> bool {
        self.taken.get(node).copied().unwrap_or(true)
    }
}
