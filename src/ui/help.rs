//! "What is this?", answered for everything on the screen by one small panel.
//!
//! Elements name their row of [`crate::app::help`] with `data-help`. In help mode pointing at one or
//! giving it the focus shows its sentence; a long press does so at any time; `?` lists the keys.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::dom::{all_inside, closest, document, inside, set_attribute, set_class, window};
use super::effects::Effects;
use crate::app::help::{Help, find, keys, name, says, title};
use crate::ops::Op;
use crate::words;

/// A finger that rests this long asks instead of pressing.
const LONG_PRESS_MS: u32 = 550;

/// A finger that moves farther than this is dragging.
const SLOP: f64 = 10.0;

/// Between the panel and what it is about, and the edge of the window.
const GAP: f64 = 14.0;

/// A button with the name, the key and the tooltip of its row.
pub(super) fn button(help: Help, class: &'static str, onclick: Callback<MouseEvent>, inner: Html) -> Html {
    html! {
        <button type="button" {class} data-help={help.id()} aria-label={name(help).text()} title={title(help).text()} {onclick}>
            { inner }
        </button>
    }
}

/// The button that switches help mode.
pub(super) fn switch() -> Html {
    html! {
        <button type="button" class="icon asks" data-help={Help::Help.id()} aria-label={name(Help::Help).text()} title={title(Help::Help).text()}
            aria-pressed="false" onclick={|_: MouseEvent| set_asking(!asking())}>{ "?" }</button>
    }
}

/// The panel, which is closed at first.
pub(super) fn panel() -> Html {
    html! {
        <div id="help" class="help" popover="manual" role="dialog" aria-label="Help" tabindex="-1" data-help={Help::Help.id()}>
            <p class="about"><strong></strong><span class="says"></span></p>
            <div class="keys">
                <h2>{ "Keys" }</h2>
                <dl>
                    for (key, does) in Help::ALL.iter().flat_map(|&help| keys(help)).filter_map(|(key, does)| Some((key, does?))) {
                        <dt><kbd>{ key.text() }</kbd></dt><dd>{ does.text() }</dd>
                    }
                </dl>
            </div>
        </div>
    }
}

/// Answers from now on, for as long as the page is open.
pub(super) fn listen() {
    on("pointerover", |event| {
        if asking()
            && let Some(event) = event.dyn_ref::<PointerEvent>()
        {
            tell(closest(event, ":not(.help, .help *)"), Some(place_of(event)));
        }
    });
    on("focusin", |event| {
        // The list takes the focus, and gives it back when it is closed.
        if asking()
            && closest(event, ".help").is_none()
            && let Some(at) = closest(event, "*")
        {
            let place = at.get_bounding_client_rect();
            tell(Some(at), Some((place.left(), place.bottom())));
        }
    });
    let press = Rc::new(RefCell::new(Press::default()));
    let now = press.clone();
    on("pointerdown", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        if !asking() && closest(event, ".help").is_none() {
            close();
        }
        *now.borrow_mut() = Press::default();
        if event.pointer_type() == "touch" && event.is_primary() && !is_text_field(event) {
            let (at, place, later) = (closest(event, "*"), place_of(event), now.clone());
            let answer = move || {
                tell(at, Some(place));
                later.borrow_mut().answered = true;
            };
            *now.borrow_mut() = Press { place, rest: Some(Timeout::new(LONG_PRESS_MS, answer)), answered: false };
        }
    });
    let now = press.clone();
    on("pointermove", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let (x, y) = place_of(event);
        let mut press = now.borrow_mut();
        if press.rest.is_some() && (x - press.place.0).hypot(y - press.place.1) > SLOP {
            press.rest = None;
        }
    });
    for kind in ["pointerup", "pointercancel"] {
        let now = press.clone();
        on(kind, move |_| now.borrow_mut().rest = None);
    }
    // Whoever asks does not press.
    on("click", move |event| {
        let answered = std::mem::take(&mut press.borrow_mut().answered);
        if (answered || asking()) && closest(event, ".asks, .help").is_none() {
            event.stop_propagation();
            event.prevent_default();
        }
    });
}

/// Listens before anyone else does.
fn on(kind: &'static str, hear: impl FnMut(&Event) + 'static) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(&document(), kind, options, hear).forget();
}

/// A finger on the screen.
#[derive(Default)]
struct Press {
    place: (f64, f64),
    rest: Option<Timeout>,
    /// It asked: what follows is no click.
    answered: bool,
}

/// The keys of help; tells whether it was one.
pub(super) fn key(event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "Escape" => {
            let open = panel_element().is_some_and(|panel| is_open(&panel));
            let asked = asking();
            set_asking(false);
            open || asked
        }
        "?" if !is_text_field(event) && !event.ctrl_key() && !event.meta_key() => {
            list();
            event.prevent_default();
            true
        }
        _ => false,
    }
}

/// Whether a text is being typed where this happened.
pub(super) fn is_text_field(event: &Event) -> bool {
    closest(event, "textarea, select, input:not([type=range])").is_some()
}

/// Whether the sentence of a thing is shown beside it.
pub(super) fn is_telling() -> bool {
    panel_element().is_some_and(|panel| is_open(&panel) && !panel.class_list().contains("list"))
}

fn asking() -> bool {
    document().document_element().is_some_and(|root| root.class_list().contains("asking"))
}

fn set_asking(on: bool) {
    close();
    let Some(root) = document().document_element() else { return };
    set_class(&root, "asking", on);
    if let Some(switch) = inside(&root, ".asks") {
        set_attribute(&switch, "aria-pressed", if on { "true" } else { "false" });
        let place = switch.get_bounding_client_rect();
        tell(Some(switch).filter(|_| on), Some((place.left(), place.bottom())));
    }
}

/// Lists the keys, and above them what the focus is on or else the pointer.
fn list() {
    let Some(root) = document().document_element() else { return };
    let focused = document().active_element().filter(|at| at.matches(":focus-visible").unwrap_or(false));
    let at = focused.or_else(|| all_inside(&root, ":hover").pop()).filter(|at| row_of(at).is_some());
    tell(at.or_else(|| inside(&root, "[data-help=page]")), None);
}

/// The row of an element, by the thing it is in.
fn row_of(at: &Element) -> Option<Help> {
    find(&at.closest("[data-help]").ok()??.get_attribute("data-help")?)
}

/// What a node of the graph computes.
fn operation(at: &Element) -> Option<Op> {
    let op = at.closest("[data-op]").ok()??.get_attribute("data-op")?;
    Op::from_name(&op)
}

/// Shows the sentence of what an element is: beside a place, or above the list of keys.
fn tell(at: Option<Element>, place: Option<(f64, f64)>) {
    let Some(panel) = panel_element() else { return };
    let Some((at, help)) = at.and_then(|at| row_of(&at).map(|help| (at, help))) else {
        close();
        return;
    };
    let (called, says) = match operation(&at) {
        Some(op) => (format!("{}: {}", name(help), op.row().symbol), format!("{} {}", words::ops::doc(op), says(help))),
        None => (name(help).text(), says(help).text()),
    };
    for (selector, text) in [("strong", &called), (".says", &says)] {
        if let Some(element) = inside(&panel, selector) {
            element.set_text_content(Some(text));
        }
    }
    let _ = panel.hide_popover();
    // The browser itself closes the list, by a press elsewhere too, and gives the focus back.
    set_attribute(&panel, "popover", if place.is_some() { "manual" } else { "auto" });
    set_class(&panel, "list", place.is_none());
    let _ = panel.show_popover();
    match place {
        Some(place) => {
            move_to(&panel, place);
            Effects::announce(&says);
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
        let _ = panel.style().set_property(side, &format!("{length}px"));
    }
}

fn close() {
    if let Some(panel) = panel_element() {
        let _ = panel.hide_popover();
    }
}

fn panel_element() -> Option<HtmlElement> {
    document().get_element_by_id("help")?.dyn_into().ok()
}

fn is_open(panel: &Element) -> bool {
    panel.matches(":popover-open").unwrap_or(false)
}

fn place_of(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
