//! Shorthands for the browser's objects.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventTarget, Window};

use crate::graph::NodeId;

pub(super) fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The element an event happened at or in that matches a selector.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    closest_to(event.target(), selector)
}

/// The element at or around a target that matches a selector.
pub(super) fn closest_to(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// The node an attribute names.
pub(super) fn node_in(element: &Element, attribute: &str) -> Option<NodeId> {
    element.get_attribute(attribute)?.parse().ok().map(NodeId)
}

/// The first element inside that matches a selector.
pub(super) fn inside(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// Every element inside that matches a selector.
pub(super) fn all_inside(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// Adds or removes a class.
pub(super) fn set_class(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Sets an attribute.
pub(super) fn set_attribute(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}
