//! The uses of a node: colours that tell them apart, and choosing one of them.

use crate::app::Action;
use crate::graph::EdgeId;
use crate::ui::shell::store::Store;

/// Classes for the uses of a node, in the picture and in its derivation.
const USE_COLOURS: [&str; 6] = ["use-0", "use-1", "use-2", "use-3", "use-4", "use-5"];

/// The class of one use among several; further ones begin anew. A single use needs none.
pub(in crate::ui) fn use_colour(uses: &[EdgeId], edge: EdgeId) -> Option<&'static str> {
    let place = uses.iter().position(|&other| other == edge).filter(|_| uses.len() > 1)?;
    Some(USE_COLOURS[place % USE_COLOURS.len()])
}

/// Chooses an edge, or lets go of it if it is the chosen one.
pub(super) fn toggle(store: &Store, edge: EdgeId) {
    let chosen = store.read(|state| state.session.chosen_use) == Some(edge);
    store.dispatch(if chosen { Action::Select(None) } else { Action::SelectEdge(edge) });
}
