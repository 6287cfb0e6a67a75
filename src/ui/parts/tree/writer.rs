//! What is written into the picture at every move.

use std::cell::Cell;
use std::rc::Rc;

use super::edge::EdgeSlot;
use super::node::{NodeMark, NodeSlot};
use super::ways::Ways;
use crate::app::{Model, State};
use crate::autodiff::Step;
use crate::graph::{EdgeId, NodeId};
use crate::ui::shell::writer::Writer;
use crate::ui::shell::pace::Pace;

/// The edge that the pointer is on; the listeners of the picture set it.
pub(super) type Pointed = Rc<Cell<Option<EdgeId>>>;

/// The drawn nodes and edges.
pub(super) struct DrawnTree {
    model: Rc<Model>,
    nodes: Vec<NodeSlot>,
    edges: Vec<EdgeSlot>,
    ways: Ways,
    pointed: Pointed,
    /// The edge whose tooltip tells something.
    told: Option<EdgeId>,
    /// Whether it is drawn in forward mode.
    forward: Option<bool>,
    lit: Option<Lit>,
    /// How many steps are done; none if nothing was written yet.
    moment: Option<Option<usize>>,
}

/// What is lit up: the node and the choice behind it.
type Lit = (Option<NodeId>, Option<NodeId>);

impl DrawnTree {
    pub fn new(
        model: Rc<Model>,
        nodes: Vec<NodeSlot>,
        edges: Vec<EdgeSlot>,
        ways: Ways,
        pointed: Pointed,
    ) -> DrawnTree {
        DrawnTree { model, nodes, edges, ways, pointed, told: None, forward: None, lit: None, moment: None }
    }

    fn node(&mut self, id: NodeId) -> Option<&mut NodeSlot> {
        self.nodes.binary_search_by_key(&id, |slot| slot.id).ok().map(|index| &mut self.nodes[index])
    }

    /// Marks the node and the edges of a step, and unmarks those of the step before.
    fn act(&mut self, state: &State) {
        let odd = state.session.moment.is_some_and(|moment| moment % 2 == 1);
        for slot in &mut self.nodes {
            for mark in [NodeMark::Computing, NodeMark::Receiving, NodeMark::Sending, NodeMark::Odd] {
                slot.mark(mark, false);
            }
        }
        self.edges.iter_mut().for_each(|slot| slot.pass = None);
        let model = self.model.clone();
        let (nodes, edges, pass) = match state.stepping().step() {
            None => return,
            Some(Step::Compute(id)) => {
                (vec![(id, NodeMark::Computing)], model.graph.edges_into(id).collect(), "forward")
            }
            Some(Step::Seed(id)) => (vec![(id, NodeMark::Receiving)], Vec::new(), "backward"),
            Some(Step::Send(edge)) => {
                let (from, to) = (model.graph.target(edge), model.graph.source(edge));
                (vec![(from, NodeMark::Sending), (to, NodeMark::Receiving)], vec![edge], "backward")
            }
        };
        for (id, mark) in nodes {
            if let Some(slot) = self.node(id) {
                slot.mark(mark, true);
                // Two terms that arrive at the same node are seen to arrive twice.
                slot.mark(NodeMark::Odd, odd);
            }
        }
        for slot in self.edges.iter_mut().filter(|slot| edges.contains(&slot.id)) {
            slot.pass = Some(pass);
        }
    }

    fn light(&mut self, (lit, chosen): Lit) {
        let path = lit.map(|node| self.model.toward_output(node));
        let reaches = |node: NodeId| path.as_ref().is_some_and(|path| path[node.index()]);
        let drawn = |node: &NodeId| self.nodes.binary_search_by_key(node, |slot| slot.id).is_ok();
        let stops = [chosen, lit, Some(self.model.graph.output()), self.nodes.last().map(|slot| slot.id)];
        let tab_stop = stops.into_iter().flatten().find(drawn);
        for slot in &mut self.nodes {
            slot.mark(NodeMark::Path, reaches(slot.id));
            slot.mark(NodeMark::Lit, lit == Some(slot.id));
            slot.write_choice(chosen == Some(slot.id), tab_stop == Some(slot.id));
        }
        for slot in &mut self.edges {
            slot.on_path = reaches(self.model.graph.source(slot.id));
        }
    }

    /// Keeps the tooltip of the edge under the pointer true, and empties that of the one before.
    fn tell(&mut self, state: &State, all: bool) {
        let pointed = self.pointed.get();
        if all || pointed.is_some() || self.told.is_some() {
            for slot in &mut self.edges {
                if all || Some(slot.id) == pointed || Some(slot.id) == self.told {
                    slot.tell(state, Some(slot.id) == pointed);
                }
            }
            self.told = pointed;
        }
    }

    fn write_numbers(&mut self, state: &State, all: bool) {
        let forward = state.derived.tangents.is_some();
        if self.forward.replace(forward) != Some(forward) {
            self.nodes.iter_mut().for_each(NodeSlot::turn);
        }
        self.nodes.iter_mut().for_each(|slot| slot.write(state, forward));
        self.edges.iter_mut().for_each(|slot| slot.write(state, forward));
        if self.moment.replace(state.session.moment) != Some(state.session.moment) {
            self.act(state);
        }
        self.tell(state, all);
        let lit = (state.lit(), state.session.selection);
        if self.ways.write(state, state.lit()) {
            for slot in &mut self.edges {
                slot.colour = self.ways.colour(slot.id.index());
            }
        }
        if self.lit.replace(lit) != Some(lit) {
            self.light(lit);
        }
        self.nodes.iter_mut().for_each(NodeSlot::write_marks);
        self.edges.iter_mut().for_each(EdgeSlot::write_marks);
    }
}

impl Writer for DrawnTree {
    fn write(&mut self, state: &State, pace: Pace) {
        match pace {
            Pace::Mount => {
                self.nodes.iter_mut().for_each(NodeSlot::mount);
                self.edges.iter_mut().for_each(EdgeSlot::mount);
                self.write_numbers(state, true);
                self.nodes.iter().for_each(|slot| slot.speak(state));
            }
            Pace::Event => self.write_numbers(state, false),
            Pace::Rest => self.nodes.iter().for_each(|slot| slot.speak(state)),
            Pace::Frame | Pace::Pause => {}
        }
    }
}
