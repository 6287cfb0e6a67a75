use std::collections::BTreeMap;
use std::rc::Rc;

use super::edit::{edit, restore, retype, set_inputs, show, speak};
use super::effect::Fingerprint;
use super::point::start_here;
use super::walk::{play, walk};
use super::{Action, Document, Edit, Effects, Panel, State, Walk, data, descent, plot, point, typing};
use crate::graph::Options;

/// The state after an action, and what follows from it outside of the state. Pure: the same state and
/// action give the same result.
pub fn reduce(mut state: State, action: Action) -> (State, Effects) {
    let before = Fingerprint::of(&state);
    act(&mut state, action);
    if before.is_edited(&state) {
        state.session.notice = None;
    }
    let effects = before.effects(&state);
    (state, effects)
}

fn act(state: &mut State, action: Action) {
    match action {
        Action::Type(text) => retype(state, Edit::Typing, &text, Vec::new()),
        Action::Typing(change) => typing::change(state, change),
        Action::Accept(offer) => {
            if let Some(source) = offer.accepted(&state.document.source) {
                retype(state, Edit::Single, &source, offer.values);
            }
        }
        Action::Open(document) => {
            let language = document.language.or(state.document.language);
            let document = Document { language, ..document };
            state.session.selection = None;
            walk(state, Walk::End);
            state.session.descending.halt();
            state.session.playing.halt();
            state.session.chosen_use = None;
            // A bad table of another document has no last good one.
            if document.data.text != state.document.data.text {
                state.derived.data = Rc::default();
            }
            if !is_open(state, &document) {
                edit(state, Edit::Single, |present| *present = document);
            }
            start_here(&mut state.document, &state.derived);
        }
        Action::SetValue { name, value } => {
            move_by_hand(state, vec![(name, value)]);
        }
        Action::SetValues(values) => move_by_hand(state, values),
        Action::SetRange { name, min, max } => {
            if let Some(input) = state.document.input(&name).between(min, max) {
                set_inputs(state, Edit::Moving(name.clone()), vec![(name, input)]);
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
            walk(state, Walk::End);
            edit(state, Edit::Single, |document| document.forward = variable);
        }
        Action::Undo => {
            if let Some(document) = state.session.history.undo(&state.document) {
                restore(state, document);
            }
        }
        Action::Redo => {
            if let Some(document) = state.session.history.redo(&state.document) {
                restore(state, document);
            }
        }
        // A slider that plays moves on.
        Action::Settle if state.session.playing.is_on() => {}
        Action::Settle => state.session.history.settle(),
        Action::Hover(node) => state.session.hover = node.filter(|node| node.index() < state.derived.model.graph.len()),
        Action::Select(node) => {
            state.session.selection = node.filter(|node| node.index() < state.derived.model.graph.len());
            state.session.chosen_use = None;
            explain(state);
        }
        Action::SelectEdge(edge) => {
            state.session.chosen_use = Some(edge).filter(|edge| edge.index() < state.derived.model.graph.edge_count());
            state.session.selection = state.session.chosen_use.map(|edge| state.derived.model.graph.source(edge));
            explain(state);
        }
        Action::Show(panel) => show(state, panel),
        Action::Speak(code) => speak(state, code),
        Action::Tell(notice) => state.session.notice = notice,
        Action::SetTheme(theme) => state.session.theme = theme,
        Action::Step(step) => {
            let before = state.session.moment;
            walk(state, step);
            descent::watched(state, step, before);
        }
        Action::Play(playing) => play(state, playing),
        Action::SetSpeed(speed) => state.session.player.speed = speed,
        Action::Point(change) => point::change(state, change),
        Action::Plot(change) => plot::change(state, change),
        Action::Descend(change) => descent::change(state, change),
        Action::Data(change) => data::change(state, change),
    }
}

/// Whether this document is what the page shows already, wherever its variables started.
fn is_open(state: &State, document: &Document) -> bool {
    let apart = |document: &Document| Document { start: BTreeMap::new(), inputs: BTreeMap::new(), ..document.clone() };
    let mut variables = state.derived.model.graph.variables().iter();
    apart(document) == apart(&state.document)
        && variables.all(|variable| document.input(&variable.name) == state.document.input(&variable.name))
}

/// Moves variables by hand: what a hand takes hold of plays no longer. While others play, it is all one run.
fn move_by_hand(state: &mut State, values: Vec<(String, f64)>) {
    let playing = &mut state.session.playing;
    values.iter().for_each(|(name, _)| playing.stop(name));
    let names: Vec<&str> = values.iter().map(|(name, _)| &name[..]).collect();
    let edit = if playing.is_on() { Edit::Playing } else { Edit::Moving(names.join(" ")) };
    let inputs = values.into_iter().map(|(name, value)| {
        let input = state.document.input(&name).at(value);
        (name, input)
    });
    let inputs = inputs.collect();
    set_inputs(state, edit, inputs);
}

/// Turns to the derivation if a node is chosen: it is what one chooses a node for.
fn explain(state: &mut State) {
    if state.session.selection.is_some() {
        show(state, Panel::Why);
    }
}
