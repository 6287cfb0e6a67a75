//! What follows from the document.

use std::rc::Rc;

use super::data::{Data, gather};
use super::{Document, Failure, Model, derive};
use crate::autodiff::{Tangents, Trace};

/// What follows from the document and from nothing else; where its text or its table is bad, the last good
/// one still counts.
#[derive(Clone, Debug)]
pub struct Derived {
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
}

impl Default for Derived {
    /// What follows from the first example.
    fn default() -> Derived {
        let document = Document::default();
        let model = derive(&document, None).expect("the first example is well formed");
        let trace = Trace::new(model.tape.clone());
        let mut derived = Derived { model: Rc::new(model), trace, tangents: None, failure: None, data: Rc::default() };
        derived.compute(&document);
        derived
    }
}

impl Derived {
    /// Reads the text again; where it is bad, the last good model stays. Gives the model before, if there is
    /// another one now.
    pub(super) fn rebuild(&mut self, document: &mut Document) -> Option<Rc<Model>> {
        let before = match derive(document, Some(&self.model)) {
            Ok(model) => {
                self.failure = None;
                self.trace = Trace::new(model.tape.clone());
                Some(std::mem::replace(&mut self.model, Rc::new(model)))
            }
            Err(failure) => {
                self.failure = Some(failure);
                None
            }
        };
        self.gather(document);
        self.compute(document);
        before
    }

    /// Reads the table again where it changed, and moves the sliders to the picked row.
    pub(super) fn gather(&mut self, document: &mut Document) {
        gather(document, &self.model, &mut self.data);
    }

    /// Runs both passes at the present inputs.
    pub(super) fn compute(&mut self, document: &Document) {
        self.trace.run(&self.model.inputs(document));
        self.sweep(document);
    }

    /// Runs the forward sweep at the present inputs, if forward mode is on and has its variable.
    fn sweep(&mut self, document: &Document) {
        let wanted = document.forward.as_ref().and_then(|name| self.model.program.variable(name));
        match (wanted, &mut self.tangents) {
            (Some(variable), Some(tangents)) if tangents.serves(&self.trace, variable) => tangents.run(&self.trace),
            (Some(variable), tangents) => {
                tangents.insert(Tangents::new(self.model.tape.clone(), variable)).run(&self.trace);
            }
            (None, tangents) => *tangents = None,
        }
    }
}
