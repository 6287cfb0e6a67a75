//! Keys that work wherever the focus is.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::dom::{ancestors, document, is_text_field, used_keyboard};
use super::store::Store;
use crate::app::point::Change;
use crate::app::{Action, Walk};
use crate::ui::parts::{function, help};

/// Elements on which the space key does something else already.
const PRESSED_BY_SPACE: [&str; 5] = ["button", "a", "input", "select", "summary"];

/// Listens to the keys for as long as the listeners live.
pub(in crate::ui) fn listen(store: &Store) -> Vec<EventListener> {
    let early = |kind: &'static str, keyboard: bool| {
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        EventListener::new_with_options(&document(), kind, options, move |_| used_keyboard(keyboard))
    };
    let keys = store.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let pressed = EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            key(&keys, event);
        }
    });
    vec![early("keydown", true), early("pointerdown", false), pressed]
}

fn key(store: &Store, event: &KeyboardEvent) {
    if help::key(store, event) || function::key(store, event) {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    if command && is_small_box(event) {
        return;
    }
    let action = match event.key().as_str() {
        "Escape" if store.read(|state| state.session.playing.is_on()) => Action::Point(Change::Halt),
        "Escape"
            if store.read(|state| {
                state.stepping().is_stepping() && (state.session.selection.is_none() || on_transport(event))
            }) =>
        {
            Action::Step(Walk::End)
        }
        "Escape" => {
            store.dispatch(Action::Hover(None));
            Action::Select(None)
        }
        "z" if command && !event.alt_key() => Action::Undo,
        "Z" if command && !event.alt_key() => Action::Redo,
        "y" if command && !event.alt_key() => Action::Redo,
        key if !command && !event.alt_key() && !event.default_prevented() => match walk(store, event, key) {
            Some(action) => {
                event.prevent_default();
                action
            }
            None => return,
        },
        _ => return,
    };
    if command {
        event.prevent_default();
    }
    store.dispatch(action);
}

/// Keys that step through both passes, where nobody is typing.
fn walk(store: &Store, event: &KeyboardEvent, key: &str) -> Option<Action> {
    if is_text_field(event) {
        return None;
    }
    match key {
        "." => Some(Action::Step(Walk::Forward)),
        "," => Some(Action::Step(Walk::Back)),
        " " if is_on(event, "timeline") || !ancestors(event).any(|element| takes_space(&element)) => {
            Some(Action::Play(!store.read(|state| state.session.player.playing)))
        }
        _ => None,
    }
}

/// Whether somebody types in a box of one line, as those for numbers are: there undo belongs to the box's own
/// text, and the browser does it.
fn is_small_box(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|input| input.type_() == "text")
}

fn takes_space(element: &Element) -> bool {
    element.has_attribute("tabindex") || PRESSED_BY_SPACE.contains(&element.tag_name().to_ascii_lowercase().as_str())
}

fn on_transport(event: &Event) -> bool {
    is_on(event, "transport")
}

/// Whether an event happened in an element that this row of help is about.
fn is_on(event: &Event, thing: &str) -> bool {
    ancestors(event).any(|element| element.get_attribute("data-help").as_deref() == Some(thing))
}
