//! Walking through both passes: what is known at a moment, and how fast time goes.

use super::{Derived, Session};
use crate::autodiff::{Flow, Known, Step};
use crate::explain::sentence;
use crate::graph::{EdgeId, NodeId};
use crate::typeset::Line;
use crate::words::{self, Message};

/// How long a step is shown at normal speed, in milliseconds.
const STEP_MS: usize = 1000;

/// No story takes longer than this at normal speed: long ones have shorter steps.
const LONGEST_MS: usize = 55_000;

/// No beat is shorter than this: where that is too slow, a beat makes several steps.
const SHORTEST_MS: usize = 40;

/// A view of the story of both passes, of what is known at the present moment of it, and of its clock.
#[derive(Clone, Copy, Debug)]
pub struct Stepping<'a> {
    pub(super) derived: &'a Derived,
    pub(super) session: &'a Session,
}

impl<'a> Stepping<'a> {
    /// Whether the story is told step by step; else everything is shown.
    pub fn is_stepping(self) -> bool {
        self.session.moment.is_some()
    }

    /// How many steps the story has; in forward mode it ends with the forward pass.
    pub fn steps(self) -> usize {
        let story = &self.derived.model.story;
        if self.derived.tangents.is_some() { story.forward_steps() } else { story.steps().len() }
    }

    /// What there is to step through.
    pub fn invitation(self) -> Message {
        if self.derived.tangents.is_some() { words::step::invitation_forward() } else { words::step::invitation() }
    }

    /// Whether everything is known, so that numbers may be shown that no step computes.
    pub fn is_complete(self) -> bool {
        self.session.moment.is_none_or(|moment| moment >= self.steps())
    }

    /// The step that was done last.
    pub fn step(self) -> Option<Step> {
        self.derived.model.story.step(self.session.moment?)
    }

    /// The node to look at in the present step.
    pub fn step_node(self) -> Option<NodeId> {
        Some(match self.step()? {
            Step::Compute(node) | Step::Seed(node) => node,
            Step::Send(edge) => self.derived.model.graph.source(edge),
        })
    }

    /// The node whose derivation is shown: the chosen one, else that of the present step, else the first
    /// variable, else the output.
    pub(super) fn explained(self) -> NodeId {
        let graph = &self.derived.model.graph;
        let first = || graph.variables().first().and_then(|variable| variable.nodes.first().copied());
        self.session.selection.or_else(|| self.step_node()).or_else(first).unwrap_or(graph.output())
    }

    /// What happened in the last step; none while everything is shown.
    pub fn sentence(self) -> Option<Line> {
        let model = &self.derived.model;
        Some(sentence(
            &model.graph,
            &model.uses,
            &self.derived.trace,
            self.derived.tangents.as_ref(),
            &model.story,
            self.session.moment?,
        ))
    }

    /// The numbers that are known at this moment.
    pub fn known(self) -> Known<'a> {
        let all = Known::all(&self.derived.trace, &self.derived.model.uses);
        self.session.moment.map_or(all, |moment| all.at(&self.derived.model.story, moment))
    }

    /// A node's value, if it is known at this moment.
    pub fn value(self, node: NodeId) -> Option<f64> {
        self.known().value(node)
    }

    /// What of a node's gradient has arrived at this moment.
    pub fn grad(self, node: NodeId) -> Option<f64> {
        self.known().grad(node)
    }

    /// What flows along an edge, if it has been sent at this moment.
    pub fn flow(self, edge: EdgeId) -> Option<Flow> {
        self.known().flow(edge)
    }

    /// Value of the output, if it is known at this moment.
    pub fn output(self) -> Option<f64> {
        self.value(self.derived.model.graph.output())
    }

    /// What of ∂f/∂variable has arrived at this moment, over all places of the variable.
    pub fn partial(self, variable: usize) -> Option<f64> {
        if let Some(tangents) = self.derived.tangents.as_ref().filter(|_| self.is_stepping()) {
            return (self.is_complete() && tangents.variable() == variable)
                .then(|| tangents.of(self.derived.model.graph.output()));
        }
        if self.is_complete() {
            return Some(self.derived.trace.partial(variable));
        }
        let nodes = &self.derived.model.graph.variables()[variable].nodes;
        nodes.iter().filter_map(|&node| self.grad(node)).reduce(|sum, term| sum + term)
    }

    /// Milliseconds from one beat of the clock to the next; none while it stands.
    pub fn beat(self) -> Option<u32> {
        let normal = (LONGEST_MS / self.steps().max(1)).min(STEP_MS);
        let beat = self.session.player.speed.scaled(normal).max(SHORTEST_MS);
        self.session.player.playing.then(|| u32::try_from(beat).unwrap_or(u32::MAX))
    }

    /// Steps in one beat.
    pub(super) fn stride(self) -> usize {
        let beats = (self.session.player.speed.scaled(LONGEST_MS) / SHORTEST_MS).max(1);
        self.steps().div_ceil(beats).max(1)
    }
}
