//! The picture by keyboard: arrows walk along its edges.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};
use yew::prelude::*;

use super::Look;
use super::eye::Move;
use crate::app::{Action, Model};
use crate::graph::NodeId;
use crate::ui::dom::{closest, inside, node_in};
use crate::ui::pointing;
use crate::ui::store::Store;

/// How far one key press zooms.
pub(super) const ZOOM: f64 = 1.25;

pub(super) fn pressed(store: &Store, look: &Look, go: &Callback<Move>, root: &NodeRef) -> Callback<KeyboardEvent> {
    let (store, look, go, root) = (store.clone(), look.clone(), go.clone(), root.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(here) = closest(&event, "[data-node]").and_then(|node| node_in(&node, "data-node")) else { return };
        let model = store.read(|state| state.model.clone());
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
                if root.cast::<Element>().is_some_and(|root| focus(&root, there)) {
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
pub(super) fn focus(root: &Element, node: NodeId) -> bool {
    let Some(element) = inside(root, &format!("[data-node=\"{}\"] .body", node.0)) else { return false };
    match (element.dyn_ref::<SvgElement>(), element.dyn_ref::<HtmlElement>()) {
        (Some(element), _) => element.focus().is_ok(),
        (_, Some(element)) => element.focus().is_ok(),
        _ => false,
    }
}

/// The focus came to a node: it lights up, and comes into view.
pub(super) fn focused(store: &Store, go: &Callback<Move>) -> Callback<FocusEvent> {
    let (store, go) = (store.clone(), go.clone());
    Callback::from(move |event: FocusEvent| {
        let (Some(group), Some(item)) = (closest(&event, "[data-node]"), closest(&event, ".body")) else { return };
        // A mouse press gives the focus too; it must not move the picture under the hand.
        if let Some(node) = node_in(&group, "data-node")
            && item.matches(":focus-visible").unwrap_or(false)
        {
            store.dispatch(Action::Hover(Some(node)));
            go.emit(Move::Show(node));
        }
    })
}
