use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use super::identity::{Earlier, Identities};
use super::{Document, PartialTape, measure};
use crate::autodiff::{Story, Tape};
use crate::graph::{Graph, NodeId, NodeKind, Options, Uses, Variable, build};
use crate::layout::{Layout, layout};
use crate::syntax::{Offer, Program, Span, parse};
use crate::typeset::name_text;
use crate::words::{self, Message};

/// All that follows from a text, none of it from the values of the variables.
#[derive(Debug)]
pub struct Model {
    /// The text it was read from.
    pub source: Rc<str>,
    /// How the graph was built.
    pub options: Options,
    /// The text, read.
    pub program: Program,
    /// Its computation graph.
    pub graph: Graph,
    /// The graph, compiled.
    pub tape: Rc<Tape>,
    /// Where the nodes are drawn.
    pub layout: Layout,
    /// What uses each node.
    pub uses: Uses,
    /// Both passes, step by step.
    pub story: Story,
    /// Lines of the table: everything that has a name, the output first.
    pub rows: Vec<NodeId>,
    /// Which node of the model before each node is.
    pub identities: Identities,
    /// The partial derivatives as programs, by variable, once they were asked for.
    pub(super) partials: Vec<OnceCell<Option<Rc<PartialTape>>>>,
}

/// Why a text has no model.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// One sentence.
    pub message: Message,
    /// The faulty place, in bytes.
    pub span: Span,
    /// The faulty place, counted in characters.
    pub chars: (usize, usize),
    /// A change that would mend it.
    pub offer: Option<Offer>,
}

/// Above this the picture is not moved to keep nodes in their places: it is read by its parts.
const LARGEST_ANCHORED: usize = 2_000;

/// Reads a document's text and builds everything that follows from it. Nodes that were in the
/// model before keep their places as far as they can.
pub fn derive(document: &Document, before: Option<&Model>) -> Result<Model, Rc<Failure>> {
    let Document { source, options, .. } = document;
    let program = parse(source).map_err(|error| {
        let (message, chars) = (words::syntax::error(&error), error.span.in_chars(source));
        Rc::new(Failure { message, span: error.span, chars, offer: error.offer })
    })?;
    let graph = build(&program, *options).map_err(|error| {
        let (message, chars) = (words::graph::error(error.kind), error.span.in_chars(source));
        Rc::new(Failure { message, span: error.span, chars, offer: None })
    })?;
    let identities = Identities::new(&graph, source, before.map(Model::earlier).as_ref());
    let sizes: Vec<_> = graph.ids().map(|id| measure::size(&graph, id)).collect();
    let mut layout = layout(&graph, &sizes);
    if let Some(before) = before.filter(|_| graph.len() < LARGEST_ANCHORED) {
        layout = layout.anchored(&before.layout, &identities.shared(&before.identities));
    }
    let rows = graph.ids().rev().filter(|&id| !matches!(graph.node(id).kind, NodeKind::Number(_))).collect();
    let (tape, uses, story) = (Rc::new(Tape::new(&graph)), graph.uses(), Story::new(&graph));
    let partials = program.variables.iter().map(|_| OnceCell::new()).collect();
    Ok(Model {
        source: source.clone(),
        options: *options,
        program,
        graph,
        tape,
        layout,
        uses,
        story,
        rows,
        identities,
        partials,
    })
}

impl Model {
    /// How many variables stand in lists.
    pub const MOST_LISTED: usize = 100;

    fn earlier(&self) -> Earlier<'_> {
        Earlier { source: &self.source, graph: &self.graph, uses: &self.uses, identities: &self.identities }
    }

    /// The values of a document's sliders, in the order of the graph's variables.
    pub(super) fn inputs(&self, document: &Document) -> Vec<f64> {
        self.graph.variables().iter().map(|variable| document.input(&variable.name).value).collect()
    }

    /// The variables that stand in lists, with their sliders and partial derivatives: the first ones. More are in
    /// no text that a person reads, and each costs the browser a millisecond.
    ///
    /// ```
    /// use chainrule::app::{Model, State};
    /// let names: Vec<String> = (0..200).map(|index| format!("v{index}")).collect();
    /// let state = State::open(&format!("#e={}", names.join("*")));
    /// assert_eq!(state.derived.model.listed().len(), Model::MOST_LISTED);
    /// ```
    pub fn listed(&self) -> &[Variable] {
        let variables = self.graph.variables();
        &variables[..variables.len().min(Model::MOST_LISTED)]
    }

    /// The nodes on every path from this node to the output, itself included.
    pub fn toward_output(&self, from: NodeId) -> Vec<bool> {
        let mut on_path = vec![false; self.graph.len()];
        on_path[from.index()] = true;
        // Arguments precede what uses them: one sweep upward reaches everything.
        for id in self.graph.ids().skip(from.index() + 1) {
            on_path[id.index()] = self.graph.args(id).iter().any(|arg| on_path[arg.index()]);
        }
        on_path
    }

    /// The node whose text is the shortest that holds this range (in bytes).
    pub fn node_around(&self, place: Range<usize>) -> Option<NodeId> {
        let range = |id: NodeId| self.graph.node(id).span.range();
        let holds =
            |id: &NodeId| range(*id).start <= place.start && place.end <= range(*id).end && !range(*id).is_empty();
        self.graph.ids().filter(holds).min_by_key(|&id| range(id).len())
    }

    /// The node beside this one with the same user: the next argument, or the one before.
    pub fn sibling(&self, id: NodeId, step: isize) -> Option<NodeId> {
        let edge = self.uses.of(id).first()?;
        let args = self.graph.args(self.graph.target(*edge));
        let place = self.graph.slot(*edge).checked_add_signed(step)?;
        args.get(place).copied().filter(|&sibling| sibling != id)
    }

    /// The node that uses this one first.
    pub fn user(&self, id: NodeId) -> Option<NodeId> {
        self.uses.of(id).first().map(|&edge| self.graph.target(edge))
    }

    /// The same node in the model that follows this one.
    pub fn counterpart(&self, id: NodeId, next: &Model) -> Option<NodeId> {
        next.identities.find(self.identities.of(id))
    }

    /// What the output is called: the person's own name for it, else f.
    pub fn output_name(&self) -> &str {
        self.graph.output_name()
    }

    /// How a partial derivative of the output is written.
    pub fn partial_name(&self, variable: &str) -> String {
        format!("∂{}/∂{}", name_text(self.output_name()), name_text(variable))
    }
}
