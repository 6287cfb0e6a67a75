//! Pointing at one picture of a node lights up all the others: one place listens for all of them.

use web_sys::{Event, MouseEvent, PointerEvent};

use super::dom::ancestors;
use super::store::Store;
use crate::app::Action;
use crate::graph::NodeId;
use crate::syntax::Span;

/// Attributes that hold the index of a node: in the graph, in the table, in a formula, of an edge.
const NODES: [&str; 4] = ["data-node", "data-row", "data-points", "data-from"];

/// The mouse moved onto something.
pub(in crate::ui) fn over(store: &Store, event: &PointerEvent) {
    // A finger that rests on a node chooses it; it has no way of pointing without touching.
    if event.pointer_type() == "mouse" && event.buttons() == 0 {
        let node = node_of(store, event);
        if store.read(|state| state.session.hover) != node {
            store.dispatch(Action::Hover(node));
        }
    }
}

/// Something outside of the graph was clicked; the graph itself tells clicks from drags. A symbol in a
/// formula explains its node; a row or a piece of the text chooses it, or lets go of it.
pub(in crate::ui) fn click(store: &Store, event: &MouseEvent) {
    let Some(node) = node_of(store, event) else { return };
    if ancestors(event).any(|element| element.has_attribute("data-points")) {
        store.dispatch(Action::Select(Some(node)));
    } else {
        toggle(store, node);
    }
}

/// Chooses a node, or lets go of it if it is the chosen one.
pub(in crate::ui) fn toggle(store: &Store, node: NodeId) {
    let chosen = store.read(|state| state.session.selection) == Some(node);
    store.dispatch(Action::Select((!chosen).then_some(node)));
}

/// The node that an event is about.
pub(in crate::ui) fn node_of(store: &Store, event: &Event) -> Option<NodeId> {
    ancestors(event).find_map(|element| {
        let named = NODES.iter().find_map(|name| element.get_attribute(name)?.parse().ok().map(NodeId));
        named.or_else(|| spanned(store, &element.get_attribute("data-span")?))
    })
}

/// The node that comes from a place in the text, given as `start-end`.
fn spanned(store: &Store, place: &str) -> Option<NodeId> {
    let (start, end) = place.split_once('-')?;
    let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    store.read(|state| {
        let graph = &state.derived.model.graph;
        graph.ids().rev().find(|&id| graph.node(id).span == span)
    })
}
