//! Both passes as a sequence of steps (the story), and which numbers are known after each step.

use super::{Flow, Trace};
use crate::graph::{EdgeId, Graph, NodeId, NodeKind, Uses};

/// One step of the two passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Forward: a node computes its value from its arguments.
    Compute(NodeId),
    /// The backward pass begins: ∂f/∂f = 1 at the output.
    Seed(NodeId),
    /// Backward: upstream × local travels down an edge and is added at its argument.
    Send(EdgeId),
}

/// All steps in order, and the moment of each node and edge.
///
/// Inputs and numbers are known from the start. A moment is the number of steps that are done.
///
/// ```
/// use chainrule::{autodiff::{Step, Story}, graph, syntax};
/// let program = syntax::parse("(4*x+1)^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let story = Story::new(&graph);
/// assert_eq!(story.steps().len(), 3 + 1 + 3);
/// assert_eq!(story.steps()[3], Step::Seed(graph.output()));
/// ```
#[derive(Clone, Debug)]
pub struct Story {
    steps: Vec<Step>,
    /// By node: the moment from which its value is known.
    computed: Vec<usize>,
    /// By edge: the moment from which its flow is known; `None` if nothing flows along it.
    sent: Vec<Option<usize>>,
    /// The moment from which the output's gradient is known.
    seeded: usize,
    output: NodeId,
}

impl Story {
    /// The story of a graph.
    pub fn new(graph: &Graph) -> Story {
        let mut steps = Vec::with_capacity(graph.len() + graph.edge_count() + 1);
        let mut computed = vec![0; graph.len()];
        let mut sent = vec![None; graph.edge_count()];
        for id in graph.ids().filter(|&id| matches!(graph.node(id).kind, NodeKind::Op(_))) {
            steps.push(Step::Compute(id));
            computed[id.index()] = steps.len();
        }
        steps.push(Step::Seed(graph.output()));
        let seeded = steps.len();
        // A node's users have larger ids, so its whole gradient has arrived before it sends anything.
        for id in graph.ids().rev() {
            for edge in graph.edges_into(id).filter(|&edge| graph.node(graph.source(edge)).active) {
                steps.push(Step::Send(edge));
                sent[edge.index()] = Some(steps.len());
            }
        }
        Story { steps, computed, sent, seeded, output: graph.output() }
    }

    /// The steps in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many steps the forward pass has.
    pub fn forward_steps(&self) -> usize {
        self.seeded - 1
    }

    /// The last step before a moment; `None` at the beginning.
    pub fn step(&self, moment: usize) -> Option<Step> {
        self.steps.get(moment.checked_sub(1)?).copied()
    }

    /// A node's value, if it is known at this moment.
    pub fn value(&self, moment: usize, trace: &Trace, node: NodeId) -> Option<f64> {
        (self.computed[node.index()] <= moment).then(|| trace.value(node))
    }

    /// The part of a node's gradient that has arrived at this moment: the sum of the terms so far, `None`
    /// before the first term.
    pub fn grad(&self, moment: usize, trace: &Trace, uses: &Uses, node: NodeId) -> Option<f64> {
        if node == self.output {
            return trace.grad(node).filter(|_| moment >= self.seeded);
        }
        let terms = uses.of(node);
        let arrived = |edge: &&EdgeId| self.sent[edge.index()].is_some_and(|sent| sent <= moment);
        let count = terms.iter().filter(arrived).count();
        match count {
            // A variable that nothing uses has its gradient, 0, when the backward pass begins.
            _ if count == terms.len() && moment >= self.seeded => trace.grad(node),
            0 => None,
            _ => Some(terms.iter().filter(arrived).filter_map(|&edge| trace.flow(edge)).map(|flow| flow.product).sum()),
        }
    }

    /// What flows along an edge, if it has been sent at this moment.
    pub fn flow(&self, moment: usize, trace: &Trace, edge: EdgeId) -> Option<Flow> {
        self.sent[edge.index()].filter(|&sent| sent <= moment).and_then(|_| trace.flow(edge))
    }
}

/// The numbers that may be shown: all numbers of a trace, or those known at a moment of its story.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    trace: &'a Trace,
    uses: &'a Uses,
    /// The story and its moment; `None` if all numbers are known.
    told: Option<(&'a Story, usize)>,
}

impl<'a> Known<'a> {
    /// Every number of a trace.
    pub fn all(trace: &'a Trace, uses: &'a Uses) -> Known<'a> {
        Known { trace, uses, told: None }
    }

    /// The numbers that are known at a moment of a story.
    pub fn at(self, story: &'a Story, moment: usize) -> Known<'a> {
        Known { told: Some((story, moment)), ..self }
    }

    /// Whether the numbers become known step by step.
    pub fn is_stepping(&self) -> bool {
        self.told.is_some()
    }

    /// Whether the story is in the forward pass.
    pub fn is_forward(&self) -> bool {
        self.told.is_some_and(|(story, moment)| moment <= story.forward_steps() && moment < story.steps().len())
    }

    /// The whole trace, for what may be shown at any moment: which argument a piecewise function or a
    /// maximum selects.
    pub fn trace(&self) -> &'a Trace {
        self.trace
    }

    /// What uses each node.
    pub fn uses(&self) -> &'a Uses {
        self.uses
    }

    /// A node's value.
    pub fn value(&self, node: NodeId) -> Option<f64> {
        match self.told {
            None => Some(self.trace.value(node)),
            Some((story, moment)) => story.value(moment, self.trace, node),
        }
    }

    /// The part of a node's gradient that has arrived.
    pub fn grad(&self, node: NodeId) -> Option<f64> {
        match self.told {
            None => self.trace.grad(node),
            Some((story, moment)) => story.grad(moment, self.trace, self.uses, node),
        }
    }

    /// A node's gradient, once all of it has arrived.
    pub fn whole_grad(&self, node: NodeId) -> Option<f64> {
        self.grad(node).filter(|_| self.uses.of(node).iter().all(|&edge| self.flow(edge).is_some()))
    }

    /// What flows along an edge.
    pub fn flow(&self, edge: EdgeId) -> Option<Flow> {
        match self.told {
            None => self.trace.flow(edge),
            Some((story, moment)) => story.flow(moment, self.trace, edge),
        }
    }
}
