//! Shorthands for the browser's objects.
//!
//! Nothing here searches the page: an element is held by whoever draws it, and an event tells the
//! elements it passes.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, HtmlInputElement, MediaQueryList, Node, SvgElement, Window,
};
use yew::NodeRef;

use crate::graph::NodeId;

thread_local! {
    static BY_KEYBOARD: Cell<bool> = const { Cell::new(false) };
}

pub(in crate::ui) fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

pub(in crate::ui) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// Milliseconds since the page was opened.
pub(in crate::ui) fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Whether a person asked the device for little motion.
pub(in crate::ui) fn moves_little() -> bool {
    let wish = window().match_media("(prefers-reduced-motion: reduce)");
    wish.ok().flatten().as_ref().is_some_and(MediaQueryList::matches)
}

/// The element at which an event happened, and those around it, from inside to outside.
pub(in crate::ui) fn ancestors(event: &Event) -> impl Iterator<Item = Element> + use<> {
    ancestors_of(event.target())
}

/// An element, and those around it, from inside to outside.
pub(in crate::ui) fn ancestors_of(target: Option<EventTarget>) -> impl Iterator<Item = Element> {
    let first = target.and_then(|target| target.dyn_into::<Element>().ok());
    std::iter::successors(first, |element| AsRef::<Node>::as_ref(element).parent_element())
}

/// What the innermost element that has this attribute says in it, where an event happened.
pub(in crate::ui) fn told(event: &Event, attribute: &str) -> Option<String> {
    ancestors(event).find_map(|element| element.get_attribute(attribute))
}

/// The node that an attribute names where an event happened.
pub(in crate::ui) fn told_node(event: &Event, attribute: &str) -> Option<NodeId> {
    told(event, attribute)?.parse().ok().map(NodeId)
}

/// Whether an event happened in an element.
pub(in crate::ui) fn is_within(event: &Event, root: &NodeRef) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    root.get().is_some_and(|root| root.contains(target.as_ref()))
}

/// The field at which an event happened, where only fields have such events or what it is does not matter.
pub(in crate::ui) fn field(event: &Event) -> HtmlInputElement {
    event.target().map(JsCast::unchecked_into).expect("an event of an element has a target")
}

/// Whether a text is being typed where an event happened.
pub(in crate::ui) fn is_text_field(event: &Event) -> bool {
    let Some(target) = event.target() else { return false };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.type_() != "range",
        None => target
            .dyn_ref::<Element>()
            .is_some_and(|element| ["textarea", "select"].contains(&element.tag_name().to_ascii_lowercase().as_str())),
    }
}

/// Whether an element has the focus.
pub(in crate::ui) fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Remembers whether a person last used the keyboard or a pointer.
pub(in crate::ui) fn used_keyboard(keyboard: bool) {
    BY_KEYBOARD.set(keyboard);
}

/// Whether the focus came where it is by the keyboard.
pub(in crate::ui) fn by_keyboard() -> bool {
    BY_KEYBOARD.get()
}

/// Where in an element a pointer is, in pixels.
pub(in crate::ui) fn place_in(event: &web_sys::MouseEvent, element: &NodeRef) -> (f64, f64) {
    let corner = element.cast::<Element>().map(|element| element.get_bounding_client_rect());
    let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

/// Adds or removes a class.
pub(in crate::ui) fn set_class(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Sets an attribute.
pub(in crate::ui) fn set_attribute(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Sets an attribute, or takes it away.
pub(in crate::ui) fn set_optional(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Sets what a style sheet reads as `var(name)`, or any other property.
pub(in crate::ui) fn set_property(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.style().set_property(name, value);
}

/// Gives the focus to what stands in a place; tells whether there is something.
pub(in crate::ui) fn focus(place: &NodeRef) -> bool {
    let Some(node) = place.get() else { return false };
    match (node.dyn_ref::<HtmlElement>(), node.dyn_ref::<SvgElement>()) {
        (Some(element), _) => element.focus().is_ok(),
        (_, Some(element)) => element.focus().is_ok(),
        _ => false,
    }
}

/// Setting an equal value would move the caret.
pub(in crate::ui) fn set_value(input: &HtmlInputElement, text: &str) {
    if input.value() != text {
        input.set_value(text);
    }
}

/// Writes a text. A changed text node costs the browser less than a new one.
pub(in crate::ui) fn set_text(element: &Element, text: &str) {
    match element.first_child().filter(|_| element.child_element_count() == 0) {
        Some(node) if node.next_sibling().is_none() => {
            if node.node_value().as_deref() != Some(text) {
                node.set_node_value(Some(text));
            }
        }
        None if text.is_empty() => {}
        _ => element.set_text_content(Some(text)),
    }
}

/// The text of an element in which nothing else stands and nobody else writes. From the second time on it is
/// written without a look at what stands there.
#[derive(Default)]
pub(in crate::ui) struct OwnText(Option<Node>);

impl OwnText {
    pub fn write(&mut self, element: &Element, text: &str) {
        match &self.0 {
            Some(node) => node.set_node_value(Some(text)),
            None => {
                set_text(element, text);
                self.0 = element.first_child();
            }
        }
    }
}
