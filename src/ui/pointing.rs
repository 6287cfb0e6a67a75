//! Pointing at one picture of a node lights up all the others: one place listens for all of them.

use web_sys::{Event, MouseEvent, PointerEvent};

use super::dom::{closest, node_in};
use super::edges;
use super::store::Store;
use crate::app::Action;
use crate::graph::NodeId;
use crate::syntax::Span;

/// The mouse moved onto something.
pub(super) fn over(store: &Store, event: &PointerEvent) {
    edges::tell(store, event);
    // A finger that rests on a node chooses it; it has no way of pointing without touching.
    if event.pointer_type() == "mouse" && event.buttons() == 0 {
        let node = node_of(store, event);
        if store.read(|state| state.hover) != node {
            store.dispatch(Action::Hover(node));
        }
    }
}

/// Something outside of the tree was clicked; the tree itself tells clicks from drags.
pub(super) fn click(store: &Store, event: &MouseEvent) {
    if closest(event, ".why").is_some() {
        if let Some(node) = node_of(store, event) {
            store.dispatch(Action::Select(Some(node)));
        }
        return;
    }
    if closest(event, "[data-row], [data-span]").is_some()
        && let Some(node) = node_of(store, event)
    {
        toggle(store, node);
    }
}

/// Chooses a node, or lets go of it if it is the chosen one.
pub(super) fn toggle(store: &Store, node: NodeId) {
    let chosen = store.read(|state| state.selection) == Some(node);
    store.dispatch(Action::Select((!chosen).then_some(node)));
}

/// The node that an event is about.
pub(super) fn node_of(store: &Store, event: &Event) -> Option<NodeId> {
    let element = closest(event, "[data-node], [data-row], [data-points], [data-edge], [data-span]")?;
    node_in(&element, "data-node")
        .or_else(|| node_in(&element, "data-row"))
        .or_else(|| node_in(&element, "data-points"))
        .or_else(|| node_in(&element, "data-from"))
        .or_else(|| spanned(store, &element.get_attribute("data-span")?))
}

/// The node that comes from a place in the text, given as `start-end`.
fn spanned(store: &Store, place: &str) -> Option<NodeId> {
    let (start, end) = place.split_once('-')?;
    let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    store.read(|state| {
        let graph = &state.model.graph;
        graph.ids().rev().find(|&id| graph.node(id).span == span)
    })
}
