//! The panel that answers: beside a place, or with the list of keys.

use std::cell::{Cell, RefCell};

use web_sys::{Element, HtmlElement};
use yew::NodeRef;

use crate::app::help::{Help, find, name, says};
use crate::ops::Op;
use crate::words::{self, Message};
use crate::ui::shell::dom::{
    ancestors_of, by_keyboard, document, set_attribute, set_class, set_property, set_text, window,
};
use crate::ui::shell::store::Store;

/// Between the panel and what it is about, and the edge of the window.
const GAP: f64 = 14.0;

/// The elements of the help panel, and its state.
#[derive(Default)]
struct Asked {
    panel: NodeRef,
    name: NodeRef,
    says: NodeRef,
    switch: NodeRef,
    /// Help mode is on: pointing at an element explains it.
    asking: Cell<bool>,
    /// The panel lists the keys.
    is_list: Cell<bool>,
    /// What the pointer is on.
    pointed: RefCell<Option<Element>>,
}

thread_local! {
    static HELP: Asked = Asked::default();
}

/// Where the panel, the name in it and the sentence stand.
pub(super) fn place() -> [NodeRef; 3] {
    HELP.with(|help| [help.panel.clone(), help.name.clone(), help.says.clone()])
}

/// Where the button stands that switches help mode.
pub(super) fn switch_place() -> NodeRef {
    HELP.with(|help| help.switch.clone())
}

/// Whether pointing asks.
pub(super) fn asking() -> bool {
    HELP.with(|help| help.asking.get())
}

/// The pointer came to an element.
pub(super) fn point_at(element: Option<Element>) {
    HELP.with(|help| help.pointed.replace(element));
}

/// Whether the sentence of a thing is shown beside it.
pub(in crate::ui) fn is_telling() -> bool {
    is_open() && !HELP.with(|help| help.is_list.get())
}

/// Whether the panel is shown: the browser may have closed it by itself, and gives it no box then.
pub(super) fn is_open() -> bool {
    panel().is_some_and(|panel| panel.offset_width() > 0)
}

pub(super) fn set_asking(store: &Store, on: bool) {
    close();
    HELP.with(|help| help.asking.set(on));
    let Some(root) = document().document_element() else { return };
    set_class(&root, "asking", on);
    if let Some(switch) = switch_place().cast::<Element>() {
        set_attribute(&switch, "aria-pressed", if on { "true" } else { "false" });
        let place = switch.get_bounding_client_rect();
        tell(store, Some(switch).filter(|_| on), Some((place.left(), place.bottom())));
    }
}

/// Lists the keys, and above them what the focus is on or else the pointer.
pub(super) fn list(store: &Store) {
    let focused = document().active_element().filter(|_| by_keyboard());
    let pointed = || HELP.with(|help| help.pointed.borrow().clone());
    let at = focused.filter(has_row).or_else(pointed).filter(has_row);
    tell(store, at.or_else(|| store.world().page.cast()), None);
}

/// The row of an element, by the thing it is in.
fn row_of(at: &Element) -> Option<Help> {
    find(&around(at, "data-help")?)
}

fn has_row(at: &Element) -> bool {
    row_of(at).is_some()
}

/// What the innermost element around one says in an attribute.
fn around(at: &Element, attribute: &str) -> Option<String> {
    ancestors_of(Some(at.clone().into())).find_map(|element| element.get_attribute(attribute))
}

/// What a node of the graph computes.
fn operation(at: &Element) -> Option<Op> {
    Op::from_name(&around(at, "data-op")?)
}

/// Shows the sentence of what an element is: beside a place, or above the list of keys.
pub(super) fn tell(store: &Store, at: Option<Element>, place: Option<(f64, f64)>) {
    let Some(panel) = panel() else { return };
    let Some((at, row)) = at.and_then(|at| row_of(&at).map(|row| (at, row))) else {
        close();
        return;
    };
    let (name, says) = match operation(&at) {
        Some(op) => {
            let doc = words::ops::doc(op);
            (words::page::named(name(row), Message::neutral(op.row().symbol)), words::list::sentences([doc, says(row)]))
        }
        None => (name(row), says(row)),
    };
    let (name, says) = (name.text(), says.text());
    HELP.with(|help| {
        for (place, text) in [(&help.name, &name), (&help.says, &says)] {
            if let Some(element) = place.cast::<Element>() {
                set_text(&element, text);
            }
        }
        help.is_list.set(place.is_none());
    });
    let _ = panel.hide_popover();
    // The browser itself closes the list, by a press elsewhere too, and gives the focus back.
    set_attribute(&panel, "popover", if place.is_some() { "manual" } else { "auto" });
    set_class(&panel, "list", place.is_none());
    let _ = panel.show_popover();
    match place {
        Some(place) => {
            move_to(&panel, place);
            store.world().announce(&says);
        }
        None => {
            let _ = panel.focus();
        }
    }
}

/// Puts the panel below a place of the window, or above it where there is no room.
fn move_to(panel: &HtmlElement, (x, y): (f64, f64)) {
    let room = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or(0.0);
    let (width, height) = (f64::from(panel.offset_width()), f64::from(panel.offset_height()));
    let left = x.min(room(window().inner_width()) - width - GAP).max(GAP);
    let below = y + GAP;
    let fits = below + height + GAP < room(window().inner_height());
    let top = if fits { below } else { (y - height - GAP).max(GAP) };
    for (side, length) in [("left", left), ("top", top)] {
        set_property(panel, side, &format!("{length}px"));
    }
}

pub(super) fn close() {
    if let Some(panel) = panel() {
        let _ = panel.hide_popover();
    }
}

fn panel() -> Option<HtmlElement> {
    HELP.with(|help| help.panel.cast())
}
