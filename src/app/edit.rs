//! A change of the document: the document before is remembered, and what follows from the new one is
//! computed.

use std::collections::BTreeSet;

use super::data::{leave_row, show_row};
use super::point::give;
use super::{Document, Edit, Input, Panel, State};

/// Changes the document, remembers the one before, and follows up what changed.
pub(super) fn edit(state: &mut State, kind: Edit, change: impl FnOnce(&mut Document)) {
    let before = state.document.clone();
    change(&mut state.document);
    if state.document != before {
        state.session.revision += 1;
        state.session.history.record(&before, kind);
        follow(state, &before);
    }
}

/// Changes the text. Each variable that is new starts at a number of its own, and keeps it; those in `values` at
/// these.
pub(super) fn retype(state: &mut State, kind: Edit, source: &str, values: Vec<(String, f64)>) {
    let before_run = state.session.history.before_run(&kind).unwrap_or(&state.document);
    let earlier: BTreeSet<String> = before_run.start.keys().cloned().collect();
    edit(state, kind, |document| {
        document.source = source.into();
        for (name, value) in values {
            let input = document.input(&name).at(value);
            document.inputs.insert(name, input);
        }
    });
    let State { document, derived, .. } = state;
    if derived.failure.is_some() {
        return;
    }
    // A name that was passed by, as `we` on the way to `weight`, was given nothing.
    let model = derived.model.clone();
    document.start.retain(|name, _| earlier.contains(name) || model.program.variable(name).is_some());
    let given = document.start.len();
    give(document, &model);
    if document.start.len() > given {
        derived.compute(document);
    }
}

/// Moves sliders in one edit. It does what [`edit`] does, but copies the document only at the first
/// edit of a run, because sliders move sixty times a second.
pub(super) fn set_inputs(state: &mut State, kind: Edit, inputs: Vec<(String, Input)>) {
    let State { document, derived, session } = state;
    if inputs.iter().all(|(name, input)| document.input(name) == *input) {
        return;
    }
    session.revision += 1;
    session.history.record(document, kind);
    for (name, input) in inputs {
        if document.input(&name).value != input.value {
            leave_row(document, &derived.model, &derived.data, &name);
        }
        document.inputs.insert(name, input);
    }
    derived.compute(document);
}

/// Turns to a panel, which is in the link and is not undone.
pub(super) fn show(state: &mut State, panel: Panel) {
    if state.document.panel != panel {
        state.document.panel = panel;
        state.session.revision += 1;
    }
}

/// Speaks a language. If the link asks for a language, it asks for this one from now on.
pub(super) fn speak(state: &mut State, code: &'static str) {
    state.session.language = code;
    // The words on the nodes need other room.
    rebuild(state);
    if state.document.language.is_some_and(|asked| asked != code) {
        state.document.language = Some(code);
        state.session.revision += 1;
    }
}

/// Puts another document in the place of the present one, which is not remembered: undo and redo do
/// that themselves.
pub(super) fn restore(state: &mut State, document: Document) {
    state.session.revision += 1;
    state.session.descending.halt();
    state.session.playing.halt();
    let Document { panel, language, .. } = state.document;
    let before = std::mem::replace(&mut state.document, Document { panel, language, ..document });
    follow(state, &before);
}

/// Makes the model anew; what was chosen in the one before stays chosen.
fn rebuild(state: &mut State) {
    let State { document, derived, session } = state;
    if let Some(earlier) = derived.rebuild(document) {
        session.adopt(&earlier, &derived.model);
    }
}

/// Computes anew what follows from what has changed, and no more.
fn follow(state: &mut State, before: &Document) {
    if state.document.source != before.source {
        state.session.typing.forget();
    }
    let State { document, derived, .. } = state;
    if document.source != before.source || document.options != before.options {
        state.session.halt();
        rebuild(state);
    } else {
        if document.data != before.data {
            derived.gather(document);
        } else if document.inputs != before.inputs {
            // The same data may come with other sliders: those of the columns go back to the picked row.
            show_row(document, &derived.model, &derived.data);
        }
        derived.compute(document);
    }
    // The stories of the two modes are of different length.
    let last = state.stepping().steps();
    state.session.moment = state.session.moment.map(|moment| moment.min(last));
}
