//! How much room the picture has: the window without what lies over its head and its foot.

use web_sys::{Element, HtmlElement};
use yew::{Callback, NodeRef};

use super::eye::{Move, NARROW};
use crate::app::State;
use crate::ui::shell::dom::{set_property, window};
use crate::ui::shell::store::Store;
use crate::ui::shell::watch::Watch;

/// What the bar for stepping takes of the foot, and of that its sentence, in pixels.
const BAR: f64 = 118.0;
const BAR_IN_HAND: f64 = 54.0;
const BAR_ASIDE: f64 = 72.0;
const SENTENCE_IN_HAND: f64 = 76.0;

/// Less than this of the picture is not worth fitting into.
const LEAST_SEEN: f64 = 200.0;

/// The elements that the picture's room depends on.
#[derive(Clone, Default)]
pub(super) struct Places {
    pub root: NodeRef,
    pub canvas: NodeRef,
    pub world: NodeRef,
    pub tools: NodeRef,
    pub transport: NodeRef,
}

/// Tells the eye the size of its window, now and whenever it changes.
pub(super) fn watch(places: &Places, store: &Store, go: Callback<Move>) -> Watch {
    let dock = store.world().dock.clone();
    let around = [&places.root, &places.tools, &places.transport, &dock];
    let elements: Vec<Element> = around.into_iter().filter_map(NodeRef::cast).collect();
    let (places, store) = (places.clone(), store.clone());
    let tell = move || {
        let Some(root) = places.root.cast::<HtmlElement>() else { return };
        let dock = dock.cast::<Element>().map_or(0, |dock| dock.client_height());
        let tools = places.tools.cast::<HtmlElement>().map_or(0, |tools| tools.offset_top() + tools.offset_height());
        let told = store.read(|state: &State| state.stepping().is_stepping() || state.derived.tangents.is_some());
        let height = seen_height(&root, dock) - bar_height(&root, dock, told);
        go.emit(Move::Resize(f64::from(root.client_width()), height, f64::from(tools)));
    };
    tell();
    Watch::new(elements, tell)
}

/// The height of the window that is seen: on a phone the dock with the sliders lies over its foot.
/// The style sheet hears how high it is. Elsewhere the dock has no box of its own.
fn seen_height(tree: &HtmlElement, dock: i32) -> f64 {
    let whole = f64::from(tree.client_height());
    let screen = window().inner_height().ok().and_then(|height| height.as_f64());
    set_property(tree, "--dock", &format!("{dock}px"));
    match screen {
        Some(screen) if dock > 0 => {
            (screen - f64::from(dock) - f64::from(tree.offset_top())).clamp(whole.min(LEAST_SEEN), whole)
        }
        _ => whole,
    }
}

/// The part of the window's foot that the bar for stepping takes. On a phone, where room is short, it is
/// less while it tells nothing; elsewhere it is always the same, so that nothing moves.
fn bar_height(tree: &HtmlElement, dock: i32, told: bool) -> f64 {
    let narrow = f64::from(tree.client_width()) < NARROW;
    let quiet = if dock > 0 { BAR_IN_HAND } else { BAR_ASIDE };
    match (narrow, told) {
        (true, false) => quiet,
        (true, true) => quiet + SENTENCE_IN_HAND,
        (false, _) => BAR,
    }
}
