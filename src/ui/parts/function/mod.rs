//! The box a function is typed into, what is wrong with it, and how it was read.

mod echo;
mod mirror;
mod offers;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use crate::app::help::Help;
use yew::prelude::*;

use crate::app::Action;
use crate::ui::shell::bind::bound;
use crate::ui::shell::say::text_of;
use crate::ui::shell::store::Store;
use crate::ui::shell::context::Context;
use crate::words;
use mirror::Mirror;

pub(in crate::ui) use echo::fitted;

/// The box and what stands beneath it.
pub(in crate::ui) fn view(context: &Context) -> Html {
    let store = context.store;
    let oninput = {
        let store = store.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            store.dispatch(Action::Type(area.value()));
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
    let failure = context.view.failure.as_deref();
    let place = failure.map(|failure| failure.chars);
    let source = context.bind.to([bound(
        |state| state.document.source.clone(),
        |element, source| {
            if let Some(area) = element.dyn_ref() {
                show_source(area, source);
            }
        },
    )]);
    let mirror = Mirror::default();
    let [before, marked, after] = mirror.places();
    context.bind.add(mirror);
    html! {
        <section class="function" data-help={Help::Expression}>
            <h2><label for="expression">{ words::function::title() }</label></h2>
            <div class="editor">
                <div class="mirror" translate="no" aria-hidden="true">
                    <span ref={before}></span>
                    <span ref={marked}></span>
                    <span ref={after}></span>
                </div>
                <textarea id="expression" rows="1" spellcheck="false" autocapitalize="off" autocomplete="off"
                    autocorrect="off" wrap="soft" ref={source} {oninput} {onclick} {onkeyup} {onblur}
                    aria-invalid={failure.is_some().to_string()} aria-describedby="expression-error" />
            </div>
            <p id="expression-error" class="error" role="alert"
                data-start={place.map(|(start, _)| start.to_string())}
                data-end={place.map(|(_, end)| end.to_string())}>
                { text_of(failure.map(|failure| failure.message.clone())) }
            </p>
            { offers::view(context) }
            <div data-help={Help::Echo}>
                <echo::Echo store={store.clone()} model={context.view.model.clone()} stale={failure.is_some()} />
            </div>
        </section>
    }
}

/// Puts a text into the box that was not typed there; the caret goes behind what changed.
fn show_source(area: &HtmlTextAreaElement, source: &str) {
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
    let node = store.read(|state| {
        let model = &state.derived.model;
        (*model.source == *text).then(|| model.node_around(span)).flatten()
    });
    store.dispatch(Action::Hover(node));
}
