//! A change of the document: the one before is remembered, and what follows from it is done over.

use super::{Document, Edit, Input, State};

/// Changes the document, remembers the one before, and follows up what changed.
pub(super) fn edit(state: &mut State, kind: Edit, change: impl FnOnce(&mut Document)) {
    let before = state.document.clone();
    change(&mut state.document);
    if state.document != before {
        state.revision += 1;
        state.history.record(&before, kind);
        follow(state, &before);
    }
}

impl State {
    /// Moves sliders in one edit. As [`edit`], for the one change that comes sixty times a second:
    /// without a copy of the document unless it is the first of its run.
    pub(super) fn set_inputs(&mut self, kind: Edit, inputs: Vec<(String, Input)>) {
        if inputs.iter().all(|(name, input)| self.document.input(name) == *input) {
            return;
        }
        self.revision += 1;
        self.history.record(&self.document, kind);
        for (name, input) in inputs {
            if self.document.input(&name).value != input.value {
                self.leave_row(&name);
            }
            self.document.inputs.insert(name, input);
        }
        self.compute();
    }
}

/// Puts another document in the place of the present one, which is not remembered: undo and redo do
/// that themselves.
pub(super) fn restore(state: &mut State, document: Document) {
    state.revision += 1;
    state.descending.halt();
    let Document { panel, language, .. } = state.document;
    let before = std::mem::replace(&mut state.document, Document { panel, language, ..document });
    follow(state, &before);
}

/// Does over what follows from what has changed, and no more.
fn follow(state: &mut State, before: &Document) {
    if state.document.source != before.source || state.document.options != before.options {
        state.rebuild();
        return;
    }
    if state.document.data != before.data {
        state.gather();
    } else if state.document.inputs != before.inputs {
        // Opened once more, the same rows are shown at the same place.
        state.show_row();
    }
    state.compute();
}
