//! The names that fit, in a small list below the line that is being typed.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::area::{area, caret, insert, units};
use super::entry::{keep_focus, option};
use crate::app::Action;
use crate::app::help::Help;
use crate::app::typing::{Change, List};
use crate::ui::shell::bind::use_redraw;
use crate::ui::shell::dom::{document, set_property, set_text, window};
use crate::ui::shell::pace::Pace;
use crate::ui::shell::store::Store;
use crate::words;

/// What the box calls the list.
pub(super) const ID: &str = "completions";

/// Between the line and the list, and from there to the edge of what can be seen, in pixels.
const GAP: f64 = 6.0;

/// A list lower than this goes above the line, if there is more room, in pixels.
const LOWEST: f64 = 130.0;

/// What the box calls an entry of the list.
pub(super) fn entry_id(place: usize) -> String {
    format!("completion-{place}")
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
}

/// The list; closed while nothing fits.
#[component]
pub(super) fn Completions(props: &Props) -> Html {
    let store = &props.store;
    let list = use_redraw(store, Pace::Event, |state| state.session.typing.list.clone());
    let (popup, measure, active) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (store, popup, measure, active) = (store.clone(), popup.clone(), measure.clone(), active.clone());
        use_effect_with(list.clone(), move |list| {
            let Some(popup) = popup.cast::<HtmlElement>() else { return };
            show(&store, &popup, &measure, list.as_ref());
            if let Some(active) = active.cast::<Element>().filter(|_| list.is_some()) {
                bring_into_view(&active);
            }
        });
    }
    let moved = {
        let (store, popup, measure) = (store.clone(), popup.clone(), measure.clone());
        move || {
            if let (Some(popup), Some(list)) =
                (popup.cast::<HtmlElement>(), store.read(|state| state.session.typing.list.clone()))
            {
                place(&store, &popup, &measure, &list);
            }
        }
    };
    use_effect_with((), move |()| {
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let on = |kind: &'static str, moved: Box<dyn Fn()>| {
            EventListener::new_with_options(&window(), kind, options, move |_| moved())
        };
        let listeners = [on("scroll", Box::new(moved.clone())), on("resize", Box::new(moved))];
        move || drop(listeners)
    });
    let entries = list.as_ref().map(|list| list.entries.as_slice()).unwrap_or_default();
    html! {
        <>
            <div class="mirror" aria-hidden="true" translate="no" ref={measure}></div>
            <ul id={ID} class="completions entries" popover="manual" role="listbox" tabindex="0" aria-label={words::typing::list()}
                data-help={Help::Completion} ref={popup} onpointerdown={keep_focus()} onmousedown={keep_focus()}>
                for (place, entry) in entries.iter().enumerate() {
                    {{
                        let is_active = list.as_ref().is_some_and(|list| list.active == Some(place));
                        let at = if is_active { active.clone() } else { NodeRef::default() };
                        let store = store.clone();
                        option(entry, entry_id(place), is_active, at, Callback::from(move |_| take(&store, place)))
                    }}
                }
            </ul>
        </>
    }
}

/// Shows the list at its place, or hides it; who listens hears when it appears.
fn show(store: &Store, popup: &HtmlElement, measure: &NodeRef, list: Option<&List>) {
    let was_open = popup.offset_width() > 0;
    match list {
        Some(list) => {
            if !was_open {
                let _ = popup.show_popover();
                store.world().announce(&words::typing::offered(list.entries.len()).text());
            }
            place(store, popup, measure, list);
        }
        None if was_open => {
            let _ = popup.hide_popover();
            if let Some(measure) = measure.cast::<Element>() {
                set_text(&measure, "");
            }
        }
        None => {}
    }
}

/// Puts the list below the line with the name, or above it where there is more room; never over it.
fn place(store: &Store, popup: &HtmlElement, measure: &NodeRef, list: &List) {
    let Some(line) = line(store, measure, list) else { return };
    let (top, bottom, width) = visible(store);
    let (above, below) = (line.top() - top - 2.0 * GAP, bottom - line.bottom() - 2.0 * GAP);
    set_property(popup, "max-height", "");
    let height = f64::from(popup.offset_height());
    let fits_below = below >= height.min(LOWEST) || below >= above;
    let height = height.min(if fits_below { below } else { above });
    let top = if fits_below { line.bottom() + GAP } else { line.top() - GAP - height };
    let left = line.left().min(width - f64::from(popup.offset_width()) - GAP).max(GAP);
    for (name, length) in [("left", left), ("top", top), ("max-height", height)] {
        set_property(popup, name, &format!("{length}px"));
    }
}

/// Where the name that is being typed stands on the screen, measured in a copy of the text behind the box.
fn line(store: &Store, measure: &NodeRef, list: &List) -> Option<web_sys::DomRect> {
    let (measure, text) = (measure.cast::<Element>()?, area(store)?.value());
    // Behind the last letter there is something to measure too.
    set_text(&measure, &format!("{text}\u{200b}"));
    let letters = measure.first_child()?;
    let start = units(&text, list.span.range().start);
    let end = units(&text, list.span.range().end).max(start + 1);
    let range = document().create_range().ok()?;
    range.set_start(&letters, start).ok()?;
    range.set_end(&letters, end).ok()?;
    Some(range.get_bounding_client_rect())
}

/// Top and bottom of what can be seen of the page, a phone's keyboard and the keys above it left out, and
/// its width.
fn visible(store: &Store) -> (f64, f64, f64) {
    let length = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or(0.0);
    let keys = store.world().keys.cast::<HtmlElement>().map_or(0.0, |keys| f64::from(keys.offset_height()));
    let width = length(window().inner_width());
    match window().visual_viewport() {
        Some(view) => (view.offset_top(), view.offset_top() + view.height() - keys, width),
        None => (0.0, length(window().inner_height()) - keys, width),
    }
}

/// Scrolls a list as far as an entry needs.
pub(super) fn bring_into_view(entry: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    entry.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Writes an entry of the list.
fn take(store: &Store, place: usize) {
    let piece = store.read(|state| state.session.typing.list.as_ref()?.insertion(place, &state.document.source));
    if let Some(piece) = piece {
        insert(store, &piece);
    }
}

/// The keys of the list, while the box has the focus. Enter and Tab write an entry only after somebody went to
/// one; until then they are what they always are.
pub(super) fn key(store: &Store, event: &KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    let list = store.read(|state| state.session.typing.list.as_ref().map(|list| list.active));
    let alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.shift_key();
    match (event.key().as_str(), list) {
        (" ", _) if event.ctrl_key() => {
            let caret = event.target().and_then(|area| caret(area.dyn_ref()?));
            store.dispatch(Action::Typing(Change::At(caret)));
            store.dispatch(Action::Typing(Change::Offer));
        }
        ("ArrowDown", Some(_)) if alone => store.dispatch(Action::Typing(Change::Move(1))),
        ("ArrowUp", Some(Some(_))) if alone => store.dispatch(Action::Typing(Change::Move(-1))),
        ("Enter" | "Tab", Some(Some(place))) if alone => take(store, place),
        ("Tab", Some(_)) => {
            // A list that scrolls would be the next thing that Tab reaches.
            store.dispatch(Action::Typing(Change::Close));
            return;
        }
        ("Escape", Some(_)) => {
            store.dispatch(Action::Typing(Change::Close));
            event.stop_propagation();
        }
        _ => return,
    }
    event.prevent_default();
}
