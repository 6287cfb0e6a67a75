//! Walking through both passes: what is known at a moment, and how fast time goes.

use super::{State, Walk};
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

impl State {
    /// Whether the story is told step by step; else everything is shown.
    pub fn is_stepping(&self) -> bool {
        self.moment.is_some()
    }

    /// How many steps the story has; in forward mode it ends with the forward pass.
    pub fn steps(&self) -> usize {
        let story = &self.model.story;
        if self.tangents.is_some() { story.forward_steps() } else { story.steps().len() }
    }

    /// What there is to step through.
    pub fn invitation(&self) -> Message {
        if self.tangents.is_some() { words::step::invitation_forward() } else { words::step::invitation() }
    }

    /// Whether everything is known, so that numbers that no step brings may stand there too.
    pub fn is_complete(&self) -> bool {
        self.moment.is_none_or(|moment| moment >= self.steps())
    }

    /// The step that was done last.
    pub fn step(&self) -> Option<Step> {
        self.model.story.step(self.moment?)
    }

    /// The node to look at in the present step.
    pub fn step_node(&self) -> Option<NodeId> {
        Some(match self.step()? {
            Step::Compute(node) | Step::Seed(node) => node,
            Step::Send(edge) => self.model.graph.source(edge),
        })
    }

    /// What happened in the last step; none while everything is shown.
    pub fn sentence(&self) -> Option<Line> {
        let model = &self.model;
        Some(sentence(&model.graph, &model.uses, &self.trace, self.tangents.as_ref(), &model.story, self.moment?))
    }

    /// The numbers that are known at this moment.
    pub fn known(&self) -> Known<'_> {
        let all = Known::all(&self.trace, &self.model.uses);
        self.moment.map_or(all, |moment| all.at(&self.model.story, moment))
    }

    /// A node's value, if it is known at this moment.
    pub fn value(&self, node: NodeId) -> Option<f64> {
        self.known().value(node)
    }

    /// What of a node's gradient has arrived at this moment.
    pub fn grad(&self, node: NodeId) -> Option<f64> {
        self.known().grad(node)
    }

    /// What flows along an edge, if it has been sent at this moment.
    pub fn flow(&self, edge: EdgeId) -> Option<Flow> {
        self.known().flow(edge)
    }

    /// Value of the output, if it is known at this moment.
    pub fn output(&self) -> Option<f64> {
        self.value(self.model.graph.output())
    }

    /// What of ∂f/∂variable has arrived at this moment, over all places of the variable.
    pub fn partial(&self, variable: usize) -> Option<f64> {
        if let Some(tangents) = self.tangents.as_ref().filter(|_| self.is_stepping()) {
            return (self.is_complete() && tangents.variable() == variable)
                .then(|| tangents.of(self.model.graph.output()));
        }
        if self.is_complete() {
            return Some(self.trace.partial(variable));
        }
        let nodes = &self.model.graph.variables()[variable].nodes;
        nodes.iter().filter_map(|&node| self.grad(node)).reduce(|sum, term| sum + term)
    }

    /// Milliseconds from one beat of the clock to the next; none while it stands.
    pub fn beat(&self) -> Option<u32> {
        let normal = (LONGEST_MS / self.steps().max(1)).min(STEP_MS);
        let beat = self.player.speed.scaled(normal).max(SHORTEST_MS);
        self.player.playing.then(|| u32::try_from(beat).unwrap_or(u32::MAX))
    }

    /// Steps in one beat.
    fn stride(&self) -> usize {
        let beats = (self.player.speed.scaled(LONGEST_MS) / SHORTEST_MS).max(1);
        self.steps().div_ceil(beats).max(1)
    }

    /// Moves along the story. Whoever moves by hand stops the clock.
    pub(super) fn walk(&mut self, walk: Walk) {
        let last = self.steps();
        let moment = self.moment;
        self.moment = match walk {
            Walk::Forward => Some(moment.map_or(1, |moment| (moment + 1).min(last))),
            Walk::Back => Some(moment.unwrap_or(last).saturating_sub(1)),
            Walk::Start => Some(0),
            Walk::End => None,
            Walk::To(moment) => Some(moment.min(last)),
            Walk::Beat => moment.map(|moment| (moment + self.stride()).min(last)),
        };
        self.player.playing &= walk == Walk::Beat && self.moment.is_some_and(|moment| moment < last);
    }

    /// Starts or stops the clock. At the end it starts over.
    pub(super) fn play(&mut self, playing: bool) {
        self.player.playing = playing;
        if playing && self.is_complete() {
            self.moment = Some(0);
        }
    }
}
