//! A graph compiled for the two loops.
//!
//! Instructions are sorted by level and operation (a node's level is one more than its deepest
//! argument's): nodes of one level do not depend on each other, so any order within it is
//! topological. Each run of equal operations is one tight loop with that operation's closures
//! inlined, which spares the processor a mispredicted branch per node on large graphs.

use std::ops::Range;

use crate::graph::{Graph, NodeId, NodeKind};
use crate::ops::{Op, Syntax};
use crate::sort::sorted;

/// One operation on one or two arguments; operations on more keep theirs in [`Tape::sources`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Instruction {
    pub out: u32,
    pub a: u32,
    pub b: u32,
    /// First edge: the arguments' edges are consecutive.
    pub edge: u32,
    pub count: u32,
}

/// Instructions of the same operation, independent of each other.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub op: Op,
    pub instructions: Range<usize>,
    /// Whether the partials with respect to the first and the second argument are needed; for
    /// operations on more arguments the sources' own activity counts.
    pub needs: [bool; 2],
}

/// A graph compiled for the two loops.
#[derive(Debug)]
pub struct Tape {
    pub(super) instructions: Vec<Instruction>,
    pub(super) runs: Vec<Run>,
    /// Value of every node that is a number; 0 elsewhere.
    pub(super) numbers: Vec<f64>,
    /// Nodes of each variable.
    pub(super) variables: Vec<Vec<u32>>,
    /// Argument of every edge.
    pub(super) sources: Vec<u32>,
    /// User of every edge.
    pub(super) targets: Vec<u32>,
    /// Whether a variable lies at or beneath each node.
    pub(super) active: Vec<bool>,
    pub(super) output: usize,
    /// By node, whether it chooses among cases; empty if none does. Then some branches may not be taken.
    pub(super) choosing: Vec<bool>,
}

impl Tape {
    /// Compiles a graph.
    pub fn new(graph: &Graph) -> Tape {
        Tape::of(graph, graph.ids(), graph.output())
    }

    /// Compiles what one node of a graph needs; its inputs are all variables of the graph.
    ///
    /// ```
    /// use chainrule::{autodiff::{Tape, Trace}, graph, syntax};
    /// let program = syntax::parse("p = m*x + b; (p - y)^2").unwrap();
    /// let graph = graph::build(&program, graph::Options::default()).unwrap();
    /// let p = graph.ids().find(|&id| graph.node(id).name == "p").unwrap();
    /// let mut trace = Trace::new(Tape::ending_at(&graph, p).into());
    /// trace.run(&[2.0, 3.0, 1.0, 0.0]);
    /// assert_eq!(trace.output(), 7.0);
    /// ```
    pub fn ending_at(graph: &Graph, node: NodeId) -> Tape {
        // Arguments precede what uses them.
        Tape::of(graph, graph.ids().take(node.index() + 1), node)
    }

    fn of(graph: &Graph, ids: impl Iterator<Item = NodeId>, output: NodeId) -> Tape {
        let active: Vec<bool> = graph.ids().map(|id| graph.node(id).active).collect();
        let mut levels = vec![0u32; graph.len()];
        let mut unsorted: Vec<(u32, Op, [bool; 2], Instruction)> = Vec::new();
        let mut numbers = vec![0.0; graph.len()];
        for id in ids {
            match graph.node(id).kind {
                NodeKind::Number(value) => numbers[id.index()] = value,
                NodeKind::Constant(constant) => numbers[id.index()] = constant.value(),
                NodeKind::Variable(_) => {}
                NodeKind::Op(op) => {
                    let args = graph.args(id);
                    let level = 1 + args.iter().map(|arg| levels[arg.index()]).max().unwrap_or(0);
                    levels[id.index()] = level;
                    let arg = |slot: usize| args.get(slot).copied().unwrap_or(NodeId(0));
                    let needs = [0, 1].map(|slot| args.get(slot).is_some_and(|arg| active[arg.index()]));
                    let edge = graph.edges_into(id).next().map_or(0, |edge| edge.0);
                    let instruction =
                        Instruction { out: id.0, a: arg(0).0, b: arg(1).0, edge, count: args.len() as u32 };
                    unsorted.push((level, op, needs, instruction));
                }
            }
        }
        let sorted = sorted(unsorted, |a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
        let mut runs: Vec<Run> = Vec::new();
        for (index, pair) in sorted.iter().enumerate() {
            let same = index > 0 && {
                let before = &sorted[index - 1];
                (before.0, before.1, before.2) == (pair.0, pair.1, pair.2)
            };
            match runs.last_mut() {
                Some(run) if same => run.instructions.end += 1,
                _ => runs.push(Run { op: pair.1, instructions: index..index + 1, needs: pair.2 }),
            }
        }
        let mut choosing = Vec::new();
        for run in runs.iter().filter(|run| run.op.row().syntax == Syntax::Braces) {
            choosing.resize(graph.len(), false);
            sorted[run.instructions.clone()].iter().for_each(|(.., choice)| choosing[choice.out as usize] = true);
        }
        Tape {
            choosing,
            instructions: sorted.into_iter().map(|(.., instruction)| instruction).collect(),
            runs,
            numbers,
            variables: graph.variables().iter().map(|v| v.nodes.iter().map(|node| node.0).collect()).collect(),
            sources: graph.edges().map(|edge| graph.source(edge).0).collect(),
            targets: graph.edges().map(|edge| graph.target(edge).0).collect(),
            active,
            output: output.index(),
        }
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Never true: a graph has an output.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// How much a pass computes, in nodes: as many as there are, and more where some of them have a long list
    /// of arguments.
    pub fn work(&self) -> usize {
        self.len().max(self.sources.len() / 2)
    }

    /// Number of free variables, which is the number of inputs of a run.
    pub fn inputs(&self) -> usize {
        self.variables.len()
    }

    /// Whether any node chooses among cases.
    pub(super) fn has_cases(&self) -> bool {
        !self.choosing.is_empty()
    }

    /// Whether a node chooses among cases.
    pub(super) fn chooses(&self, node: u32) -> bool {
        self.has_cases() && self.choosing[node as usize]
    }

    /// Arguments of an instruction.
    pub(super) fn args(&self, instruction: &Instruction) -> &[u32] {
        &self.sources[instruction.edge as usize..(instruction.edge + instruction.count) as usize]
    }
}
