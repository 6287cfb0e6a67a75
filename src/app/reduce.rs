use std::rc::Rc;

use super::{Action, Document, Edit, Input, State, Walk, descending, plotting, rows};
use crate::graph::Options;

/// The state after an action. Pure: the same state and action give the same result.
pub fn reduce(mut state: State, action: Action) -> State {
    match action {
        Action::Type(text) => edit(&mut state, Edit::Typing, |document| document.source = text.into()),
        Action::Replace { span, text } => {
            let source = &state.document.source;
            if let (Some(before), Some(after)) = (source.get(..span.range().start), source.get(span.range().end..)) {
                let source = format!("{before}{text}{after}");
                edit(&mut state, Edit::Single, |document| document.source = source.into());
            }
        }
        Action::Open(document) => {
            state.selection = None;
            state.walk(Walk::End);
            state.descending.halt();
            state.chosen_use = None;
            // A bad table of another document has no last good one.
            if document.data.text != state.document.data.text {
                state.data = Rc::default();
            }
            edit(&mut state, Edit::Single, |present| *present = document);
        }
        Action::SetValue { name, value } => {
            let input = state.document.input(&name).at(value);
            set_input(&mut state, name, input);
        }
        Action::SetRange { name, min, max } => {
            if let Some(input) = state.document.input(&name).between(min, max) {
                set_input(&mut state, name, input);
            }
        }
        Action::SetForm(form) => {
            let options = Options { form, ..state.document.options };
            edit(&mut state, Edit::Single, |document| document.options = options);
        }
        Action::SetMerge(merge) => {
            let options = Options { merge, ..state.document.options };
            edit(&mut state, Edit::Single, |document| document.options = options);
        }
        Action::SetForward(variable) => {
            state.walk(Walk::End);
            edit(&mut state, Edit::Single, |document| document.forward = variable);
        }
        Action::Undo => {
            if let Some(document) = state.history.undo(&state.document) {
                restore(&mut state, document);
            }
        }
        Action::Redo => {
            if let Some(document) = state.history.redo(&state.document) {
                restore(&mut state, document);
            }
        }
        Action::Settle => state.history.settle(),
        Action::Hover(node) => state.hover = node.filter(|node| node.index() < state.model.graph.len()),
        Action::Select(node) => {
            state.selection = node.filter(|node| node.index() < state.model.graph.len());
            state.chosen_use = None;
        }
        Action::SelectEdge(edge) => {
            state.chosen_use = Some(edge).filter(|edge| edge.index() < state.model.graph.edge_count());
            state.selection = state.chosen_use.map(|edge| state.model.graph.source(edge));
        }
        Action::SetTheme(theme) => state.theme = theme,
        Action::Step(walk) => {
            let before = state.moment;
            state.walk(walk);
            state.watched(walk, before);
        }
        Action::Play(playing) => state.play(playing),
        Action::SetSpeed(speed) => state.player.speed = speed,
        Action::Plot(change) => plotting::change(&mut state, change),
        Action::Descend(change) => descending::change(&mut state, change),
        Action::Data(change) => rows::change(&mut state, change),
    }
    state
}

/// Changes the document, remembers the one before, and follows up what changed.
pub(super) fn edit(state: &mut State, kind: Edit, change: impl FnOnce(&mut Document)) {
    let before = state.document.clone();
    change(&mut state.document);
    if state.document != before {
        state.history.record(&before, kind);
        follow(state, &before);
    }
}

/// As [`edit`], for the one change that comes sixty times a second: without a copy of the document
/// unless it is the first of its run.
fn set_input(state: &mut State, name: String, input: Input) {
    if state.document.input(&name) == input {
        return;
    }
    state.history.record(&state.document, Edit::Moving(name.clone()));
    if state.document.input(&name).value != input.value {
        state.leave_row(&name);
    }
    state.document.inputs.insert(name, input);
    state.compute();
}

impl State {
    /// Moves several sliders in one edit: the steps of one run are undone in one go.
    pub(super) fn set_inputs(&mut self, inputs: Vec<(String, Input)>) {
        if inputs.iter().all(|(name, input)| self.document.input(name) == *input) {
            return;
        }
        self.history.record(&self.document, Edit::Moving("descent".into()));
        self.document.inputs.extend(inputs);
        self.compute();
    }
}

fn restore(state: &mut State, document: Document) {
    state.descending.halt();
    let before = std::mem::replace(&mut state.document, document);
    follow(state, &before);
}

fn follow(state: &mut State, before: &Document) {
    if state.document.source != before.source || state.document.options != before.options {
        state.rebuild();
        return;
    }
    if state.document.data != before.data {
        state.gather();
    }
    state.compute();
}
