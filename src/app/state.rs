use std::collections::BTreeMap;
use std::rc::Rc;

use super::data::Data;
use super::descent::Descending;
use super::{Document, Failure, History, Model, Panel, Player, Theme, derive, link};
use crate::autodiff::{Tangents, Trace};
use crate::graph::{EdgeId, NodeId};
use crate::words::Language;

/// Everything the page shows.
#[derive(Clone, Debug)]
pub struct State {
    /// What is saved, shared and undone.
    pub document: Document,
    /// What followed from the last good text.
    pub model: Rc<Model>,
    /// All numbers of the model at the present inputs.
    pub trace: Trace,
    /// The forward sweep at the present inputs, in forward mode.
    pub tangents: Option<Tangents>,
    /// What is wrong with the text, if anything is.
    pub failure: Option<Rc<Failure>>,
    /// What followed from the table of data.
    pub data: Rc<Data>,
    /// What came before.
    pub history: History,
    /// Counts the changes of the document.
    pub(super) revision: u64,
    /// The chosen node.
    pub selection: Option<NodeId>,
    /// The use of the chosen node that was chosen, where it was chosen by an edge.
    pub chosen_use: Option<EdgeId>,
    /// The node that is pointed at.
    pub hover: Option<NodeId>,
    /// Colours.
    pub theme: Theme,
    /// The code of the language that is spoken.
    pub language: &'static str,
    /// How many steps of the story are done; none while everything is shown.
    pub moment: Option<usize>,
    /// The clock of the story.
    pub player: Player,
    /// The descent as it goes on.
    pub descending: Descending,
}

impl Default for State {
    fn default() -> State {
        let document = Document::default();
        let model = derive(&document, None).expect("the first example is well formed");
        let trace = Trace::new(model.tape.clone());
        let mut state = State {
            document,
            model: Rc::new(model),
            trace,
            tangents: None,
            failure: None,
            data: Rc::default(),
            history: History::default(),
            revision: 0,
            selection: None,
            chosen_use: None,
            hover: None,
            theme: Theme::default(),
            language: Language::ENGLISH,
            moment: None,
            player: Player::default(),
            descending: Descending::default(),
        };
        state.compute();
        state
    }
}

impl State {
    /// The page opened with a link (or with garbage in its place).
    pub fn open(link: &str) -> State {
        let mut state = State::default();
        if let Some(document) = link::read(link) {
            state.document = document;
            state.rebuild();
        }
        state
    }

    /// The node to light up: the one pointed at, else the chosen one.
    pub fn lit(&self) -> Option<NodeId> {
        self.hover.or(self.selection)
    }

    /// The node whose derivation is shown: the chosen one, else that of the present step, else the first
    /// variable, else the output.
    pub fn explained(&self) -> NodeId {
        let graph = &self.model.graph;
        let first = || graph.variables().first().and_then(|variable| variable.nodes.first().copied());
        self.selection.or_else(|| self.step_node()).or_else(first).unwrap_or(graph.output())
    }

    /// Turns to the derivation if a node is chosen: it is what one chooses a node for.
    pub(super) fn explain(&mut self) {
        if self.selection.is_some() {
            self.show(Panel::Why);
        }
    }

    /// Speaks a language. A link that asks for one asks for this one from now on.
    pub(super) fn speak(&mut self, code: &'static str) {
        self.language = code;
        if self.document.language.is_some_and(|asked| asked != code) {
            self.document.language = Some(code);
            self.revision += 1;
        }
    }

    /// Turns to a panel, which is in the link and is not undone.
    pub(super) fn show(&mut self, panel: Panel) {
        if self.document.panel != panel {
            self.document.panel = panel;
            self.revision += 1;
        }
    }

    /// The document with the sliders it has now and no others, as a link.
    pub fn link(&self) -> String {
        let mut document = Document { inputs: BTreeMap::new(), ..self.document.clone() };
        for variable in self.model.graph.variables() {
            document.inputs.insert(variable.name.clone(), self.document.input(&variable.name));
        }
        link::write(&document)
    }

    /// The present values of the sliders, in the order of the graph's variables.
    pub fn inputs(&self) -> Vec<f64> {
        self.model.graph.variables().iter().map(|variable| self.document.input(&variable.name).value).collect()
    }

    /// Runs both passes at the present inputs.
    pub(super) fn compute(&mut self) {
        let inputs = self.inputs();
        self.trace.run(&inputs);
        self.sweep();
    }

    /// Reads the text again; where it is bad, the last good model stays.
    pub(super) fn rebuild(&mut self) {
        self.player.playing = false;
        self.descending.halt();
        match derive(&self.document, Some(&self.model)) {
            Ok(model) => {
                let keep = |node: NodeId| self.model.counterpart(node, &model);
                self.selection = self.selection.and_then(keep);
                self.chosen_use = None;
                self.hover = None;
                self.moment = None;
                self.failure = None;
                self.trace = Trace::new(model.tape.clone());
                self.model = Rc::new(model);
            }
            Err(failure) => self.failure = Some(failure),
        }
        self.gather();
        self.compute();
    }
}
