use std::rc::Rc;

use super::edit::{edit, restore};
use super::effect::Marks;
use super::{Action, Document, Edit, Effects, State, Walk, data, descent, plot};
use crate::graph::Options;

/// The state after an action, and what follows from it outside of the state. Pure: the same state and
/// action give the same result.
pub fn reduce(mut state: State, action: Action) -> (State, Effects) {
    let before = Marks::of(&state);
    act(&mut state, action);
    let effects = before.effects(&state);
    (state, effects)
}

fn act(state: &mut State, action: Action) {
    match action {
        Action::Type(text) => edit(state, Edit::Typing, |document| document.source = text.into()),
        Action::Replace { span, text } => {
            let source = &state.document.source;
            if let (Some(before), Some(after)) = (source.get(..span.range().start), source.get(span.range().end..)) {
                let source = format!("{before}{text}{after}");
                edit(state, Edit::Single, |document| document.source = source.into());
            }
        }
        Action::Open(document) => {
            let language = document.language.or(state.document.language);
            let document = Document { language, ..document };
            state.selection = None;
            state.walk(Walk::End);
            state.descending.halt();
            state.chosen_use = None;
            // A bad table of another document has no last good one.
            if document.data.text != state.document.data.text {
                state.data = Rc::default();
            }
            edit(state, Edit::Single, |present| *present = document);
        }
        Action::SetValue { name, value } => {
            let input = state.document.input(&name).at(value);
            state.set_inputs(Edit::Moving(name.clone()), vec![(name, input)]);
        }
        Action::SetValues(values) => {
            let names: Vec<&str> = values.iter().map(|(name, _)| &name[..]).collect();
            let edit = Edit::Moving(names.join(" "));
            let mut inputs = Vec::new();
            for (name, value) in values {
                let input = state.document.input(&name).at(value);
                inputs.push((name, input));
            }
            state.set_inputs(edit, inputs);
        }
        Action::SetRange { name, min, max } => {
            if let Some(input) = state.document.input(&name).between(min, max) {
                state.set_inputs(Edit::Moving(name.clone()), vec![(name, input)]);
            }
        }
        Action::SetForm(form) => {
            let options = Options { form, ..state.document.options };
            edit(state, Edit::Single, |document| document.options = options);
        }
        Action::SetMerge(merge) => {
            let options = Options { merge, ..state.document.options };
            edit(state, Edit::Single, |document| document.options = options);
        }
        Action::SetForward(variable) => {
            state.walk(Walk::End);
            edit(state, Edit::Single, |document| document.forward = variable);
        }
        Action::Undo => {
            if let Some(document) = state.history.undo(&state.document) {
                restore(state, document);
            }
        }
        Action::Redo => {
            if let Some(document) = state.history.redo(&state.document) {
                restore(state, document);
            }
        }
        Action::Settle => state.history.settle(),
        Action::Hover(node) => state.hover = node.filter(|node| node.index() < state.model.graph.len()),
        Action::Select(node) => {
            state.selection = node.filter(|node| node.index() < state.model.graph.len());
            state.chosen_use = None;
            state.explain();
        }
        Action::SelectEdge(edge) => {
            state.chosen_use = Some(edge).filter(|edge| edge.index() < state.model.graph.edge_count());
            state.selection = state.chosen_use.map(|edge| state.model.graph.source(edge));
            state.explain();
        }
        Action::Show(panel) => state.show(panel),
        Action::Speak(code) => state.speak(code),
        Action::SetTheme(theme) => state.theme = theme,
        Action::Step(walk) => {
            let before = state.moment;
            state.walk(walk);
            state.watched(walk, before);
        }
        Action::Play(playing) => state.play(playing),
        Action::SetSpeed(speed) => state.player.speed = speed,
        Action::Plot(change) => plot::change(state, change),
        Action::Descend(change) => descent::change(state, change),
        Action::Data(change) => data::change(state, change),
    }
}
