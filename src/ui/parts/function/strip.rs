//! The keys directly above a phone's keyboard: it is there while the box has the focus and the keyboard is up.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::area::insert_at_caret;
use super::entry::keep_focus;
use crate::app::help::Help;
use crate::app::typing::{Insertion, is_keyboard_up, keys};
use crate::ui::shell::dom::{set_class, set_property, window};
use crate::ui::shell::store::Store;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    /// The variables of the text.
    pub variables: Vec<String>,
}

/// The keys. Whether the box has the focus, and whether the device is a phone, the style sheet knows.
#[component]
pub(super) fn Strip(props: &Props) -> Html {
    let store = &props.store;
    let strip = store.world().keys.clone();
    {
        let strip = strip.clone();
        use_effect_with((), move |()| {
            let tallest = Rc::new(Cell::new((0.0, 0.0)));
            let look = move || {
                if let Some(strip) = strip.cast::<HtmlElement>() {
                    stand(&strip, &tallest);
                }
            };
            look();
            let listeners = window().visual_viewport().map(|view| {
                let (resized, scrolled) = (look.clone(), look);
                [
                    EventListener::new(&view, "resize", move |_| resized()),
                    EventListener::new(&view, "scroll", move |_| scrolled()),
                ]
            });
            move || drop(listeners)
        });
    }
    let press = |key: String| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| insert_at_caret(&store, |_, place| Insertion::around(place, &key, "")))
    };
    html! {
        <div class="signs" role="group" aria-label={words::typing::keys()} data-help={Help::Keys} ref={strip}
            onpointerdown={keep_focus()} onmousedown={keep_focus()}>
            for key in keys(&props.variables) {
                <button key={key.clone()} type="button" tabindex="-1" translate="no" onclick={press(key.clone())}>{ key }</button>
            }
        </div>
    }
}

/// Puts the keys above the keyboard, or away where there is none. `tallest` is the width of the window, and
/// the height it had at most at this width.
fn stand(strip: &HtmlElement, tallest: &Cell<(f64, f64)>) {
    let length = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or(0.0);
    let (width, height) = (length(window().inner_width()), length(window().inner_height()));
    let Some(view) = window().visual_viewport() else { return };
    let most = if tallest.get().0 == width { tallest.get().1.max(height) } else { height };
    tallest.set((width, most));
    set_class(strip, "up", is_keyboard_up(most, view.height() * view.scale()));
    let covered = (height - view.offset_top() - view.height()).max(0.0);
    set_property(strip, "bottom", &format!("{covered}px"));
}
