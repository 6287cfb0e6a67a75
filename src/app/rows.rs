//! The data: rows that stand in for some of the variables.

use std::rc::Rc;

use super::Edit;
use super::State;
use super::reduce::edit;
use crate::data::Objective;

/// The data's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The table as typed or pasted; empty if there is none.
    pub text: Rc<str>,
}

/// A change of the data.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Typed, pasted or dropped a table: the whole text.
    Text(String),
}

impl Options {
    /// Hands its part of the link to `pair`.
    pub(super) fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if !self.text.is_empty() {
            pair("data.rows", &self.text);
        }
    }

    /// Takes a pair of the link; tells whether it was one of its own.
    pub(super) fn read(&mut self, key: &str, value: &str) -> bool {
        let own = key == "data.rows";
        if own {
            self.text = value.into();
        }
        own
    }
}

/// Does what a person changed in the data.
pub(super) fn change(state: &mut State, change: Change) {
    match change {
        Change::Text(text) => edit(state, Edit::Typing, |document| document.data.text = text.into()),
    }
}

impl State {
    /// Variables that the data stands in for.
    pub fn data_columns(&self) -> Vec<usize> {
        Vec::new()
    }

    /// What is plotted and descended: the output at the present sliders, or its mean over the data.
    pub fn objective(&self) -> Objective {
        Objective::new(self.model.tape.clone(), &self.inputs())
    }
}
