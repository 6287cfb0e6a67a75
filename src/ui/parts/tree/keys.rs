//! Keys: arrows walk along the graph, and zoom and explain.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::eye::{Look, Move};
use crate::app::{Action, Model};
use crate::graph::NodeId;
use crate::ui::shell::dom::{by_keyboard, focus as give_focus, told_node};
use crate::ui::shell::pointing;
use crate::ui::shell::store::Store;

/// How far one key press zooms.
pub(super) const ZOOM: f64 = 1.25;

pub(super) fn pressed(store: &Store, look: &Look, go: &Callback<Move>) -> Callback<KeyboardEvent> {
    let (store, look, go) = (store.clone(), look.clone(), go.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(here) = told_node(&event, "data-node") else { return };
        let model = store.read(|state| state.derived.model.clone());
        let key = event.key();
        match key.as_str() {
            "Enter" | " " => pointing::toggle(&store, here),
            "+" | "=" => go.emit(Move::Zoom(ZOOM, None)),
            "-" => go.emit(Move::Zoom(1.0 / ZOOM, None)),
            "0" => go.emit(Move::Fit),
            _ => {
                let Some(there) = step(&model, here, &key) else { return };
                look.borrow_mut().wanted = Some(there);
                go.emit(Move::Show(there));
                // Drawn already, or else once it is.
                if focus(&look, there) {
                    look.borrow_mut().wanted = None;
                }
            }
        }
        event.prevent_default();
    })
}

/// The node an arrow leads to; the one itself at the end of the walk.
fn step(model: &Model, here: NodeId, key: &str) -> Option<NodeId> {
    let there = match key {
        "ArrowDown" => model.graph.args(here).first().copied(),
        "ArrowUp" => model.user(here),
        "ArrowLeft" => model.sibling(here, -1),
        "ArrowRight" => model.sibling(here, 1),
        "Home" => Some(model.graph.output()),
        "End" => Some(NodeId(0)),
        _ => return None,
    };
    Some(there.unwrap_or(here))
}

/// Gives a node the focus; tells whether it is drawn.
pub(super) fn focus(look: &Look, node: NodeId) -> bool {
    let drawn = look.borrow().drawn.iter().find(|(id, _)| *id == node).map(|(_, body)| body.clone());
    drawn.is_some_and(|body| give_focus(&body))
}

/// The focus came to a node: it lights up, and comes into view.
pub(super) fn focused(store: &Store, go: &Callback<Move>) -> Callback<FocusEvent> {
    let (store, go) = (store.clone(), go.clone());
    Callback::from(move |event: FocusEvent| {
        // A mouse press gives the focus too; it must not move the picture under the hand.
        if let Some(node) = told_node(&event, "data-node").filter(|_| by_keyboard()) {
            store.dispatch(Action::Hover(Some(node)));
            go.emit(Move::Show(node));
        }
    })
}
