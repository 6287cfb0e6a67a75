//! The box a function is typed into, what is wrong with it, and how it was read.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use super::dom::inside;
use super::echo::echo;
use super::offers::offers;
use super::store::{Store, View};
use crate::app::Action;
use crate::app::help::Help;

/// The box and what stands beneath it. The text itself is put into the box by [`show_source`] alone.
pub(super) fn function(store: &Store, view: &View) -> Html {
    let oninput = {
        let store = store.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            store.dispatch(Action::Type(area.value()));
            // The mirror shows the text and must not lag behind it.
            store.refresh();
        })
    };
    let look_up = {
        let store = store.clone();
        move |area: &HtmlTextAreaElement| light_at_caret(&store, area)
    };
    let onclick = {
        let look_up = look_up.clone();
        Callback::from(move |event: MouseEvent| look_up(&event.target_unchecked_into()))
    };
    let onkeyup = Callback::from(move |event: KeyboardEvent| {
        if event.key().starts_with("Arrow") {
            look_up(&event.target_unchecked_into());
        }
    });
    let onblur = {
        let store = store.clone();
        Callback::from(move |_: FocusEvent| store.dispatch(Action::Hover(None)))
    };
    let failure = view.failure.as_deref();
    let place = failure.map(|failure| failure.chars);
    html! {
        <section class="function" data-help={Help::Expression.id()}>
            <h2><label for="expression">{ "Function" }</label></h2>
            <div class="editor">
                <div class="mirror" aria-hidden="true"><span></span><span></span><span></span></div>
                <textarea id="expression" rows="1" spellcheck="false" autocapitalize="off" autocomplete="off"
                    autocorrect="off" wrap="soft" {oninput} {onclick} {onkeyup} {onblur}
                    aria-invalid={failure.is_some().to_string()} aria-describedby="expression-error" />
            </div>
            <p id="expression-error" class="error" role="alert"
                data-start={place.map(|(start, _)| start.to_string())}
                data-end={place.map(|(_, end)| end.to_string())}>
                { failure.map(|failure| failure.message.text()).unwrap_or_default() }
            </p>
            { offers(store, &view.model, failure) }
            <div data-help={Help::Echo.id()}>{ echo(&view.model, failure.is_some()) }</div>
        </section>
    }
}

/// Puts a text into the box that was not typed there; the caret goes behind what changed.
pub(super) fn show_source(panel: &Element, source: &str) {
    let Some(Ok(area)) = inside(panel, "#expression").map(JsCast::dyn_into::<HtmlTextAreaElement>) else { return };
    let before = area.value();
    if before == source {
        return;
    }
    area.set_value(source);
    let same_end =
        before.chars().rev().zip(source.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf16());
    let length = source.encode_utf16().count();
    let caret = length.saturating_sub(same_end.sum()) as u32;
    let _ = area.set_selection_range(caret, caret);
}

/// Lights up the node whose text the caret is in.
fn light_at_caret(store: &Store, area: &HtmlTextAreaElement) {
    let (Ok(Some(start)), Ok(Some(end))) = (area.selection_start(), area.selection_end()) else { return };
    let text = area.value();
    let byte = |units: u32| {
        let mut left = units as usize;
        let before = text.chars().take_while(|char| {
            let more = left > 0;
            left = left.saturating_sub(char.len_utf16());
            more
        });
        before.map(char::len_utf8).sum::<usize>()
    };
    let span = byte(start)..byte(end);
    let node = store.read(|state| (*state.model.source == *text).then(|| state.model.node_around(span)).flatten());
    store.dispatch(Action::Hover(node));
}
