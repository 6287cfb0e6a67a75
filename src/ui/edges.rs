//! Edges answer too: a broad invisible line over each takes the pointer.

use web_sys::Event;

use super::dom::{closest, inside};
use super::store::Store;
use crate::app::{Action, State};
use crate::explain::edge_line;
use crate::graph::EdgeId;
use crate::typeset::plain_text;

/// Classes for the uses of a node, in the picture and in its derivation.
pub(super) const USE_COLOURS: [&str; 6] = ["use-0", "use-1", "use-2", "use-3", "use-4", "use-5"];

/// The class of one use among several; further ones begin anew. A single use needs none.
pub(super) fn use_colour(uses: &[EdgeId], edge: EdgeId) -> Option<&'static str> {
    let place = uses.iter().position(|&other| other == edge).filter(|_| uses.len() > 1)?;
    Some(USE_COLOURS[place % USE_COLOURS.len()])
}

/// The edge an event happened on.
pub(super) fn edge_of(event: &Event) -> Option<EdgeId> {
    closest(event, "[data-hit]")?.get_attribute("data-hit")?.parse().ok().map(EdgeId)
}

/// The pointer came to an edge: from now on its tooltip says what travels along it.
pub(super) fn tell(store: &Store, event: &Event) {
    let (Some(edge), Some(line)) = (edge_of(event), closest(event, "[data-hit]")) else { return };
    if let Some(title) = inside(&line, "title") {
        store.adopt(|live| live.tree.iter_mut().for_each(|tree| tree.tell(edge, &title)));
    }
}

/// What travels along an edge now.
pub(super) fn line(state: &State, edge: EdgeId) -> String {
    plain_text(&edge_line(&state.model.graph, state.known(), edge)).replace(" / ", "/")
}

/// Chooses an edge, or lets go of it if it is the chosen one.
pub(super) fn toggle(store: &Store, edge: EdgeId) {
    let chosen = store.read(|state| state.chosen_use) == Some(edge);
    store.dispatch(if chosen { Action::Select(None) } else { Action::SelectEdge(edge) });
}
