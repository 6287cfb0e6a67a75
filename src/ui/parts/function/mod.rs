//! The box a function is typed into, what is wrong with it, and how it was read.

mod area;
mod brackets;
mod echo;
mod entry;
mod list;
mod mirror;
mod offers;
mod palette;
mod strip;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use crate::app::help::Help;
use yew::prelude::*;

use crate::app::Action;
use crate::app::typing::Change;
use crate::ui::shell::bind::{attribute, bound};
use crate::ui::shell::dom::{document, has_focus};
use crate::ui::shell::say::text_of;
use crate::ui::shell::store::Store;
use crate::ui::shell::context::Context;
use crate::words;
use area::{area, caret, selected, step_over, typed};
use brackets::Brackets;
use mirror::Mirror;

pub(in crate::ui) use echo::fitted;
pub(in crate::ui) use palette::key;

/// The box and what stands beneath it.
pub(in crate::ui) fn view(context: &Context) -> Html {
    let store = context.store;
    let oninput = {
        let store = store.clone();
        Callback::from(move |event: InputEvent| {
            typed(&store, &event.target_unchecked_into());
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
    let onkeyup = {
        let store = store.clone();
        Callback::from(move |event: KeyboardEvent| {
            // In the list of names arrow keys do not move the caret.
            let in_list = store.read(|state| state.session.typing.list.is_some());
            if event.key().starts_with("Arrow") && !in_list {
                look_up(&event.target_unchecked_into());
            }
        })
    };
    let onkeydown = {
        let store = store.clone();
        Callback::from(move |event: KeyboardEvent| list::key(&store, &event))
    };
    let onblur = {
        let store = store.clone();
        Callback::from(move |_: FocusEvent| {
            store.dispatch(Action::Hover(None));
            store.dispatch(Action::Typing(Change::At(None)));
        })
    };
    let failure = context.view.failure.as_deref();
    let place = failure.map(|failure| failure.chars);
    let source = store.world().expression.clone();
    let shown = bound(
        |state| state.document.source.clone(),
        |element, source| {
            if let Some(area) = element.dyn_ref() {
                show_source(area, source);
            }
        },
    );
    let active = attribute("aria-activedescendant", |state| {
        Some(list::entry_id(state.session.typing.list.as_ref()?.active?))
    });
    context.bind.at(&source, [shown, active]);
    let mirror = Mirror::default();
    let [before, marked, after] = mirror.places();
    context.bind.add(mirror);
    let brackets = Brackets::default();
    let lit = brackets.places();
    context.bind.add(brackets);
    html! {
        <section class="function" data-help={Help::Expression}>
            <h2><label for="expression">{ words::function::title() }</label></h2>
            { palette::button() }
            <div class="editor">
                <div class="mirror" translate="no" aria-hidden="true">
                    for place in lit {
                        <span ref={place}></span>
                    }
                </div>
                <div class="mirror" translate="no" aria-hidden="true">
                    <span ref={before}></span>
                    <span ref={marked}></span>
                    <span ref={after}></span>
                </div>
                <textarea id="expression" rows="1" spellcheck="false" autocapitalize="off" autocomplete="off"
                    autocorrect="off" wrap="soft" ref={source} {oninput} {onclick} {onkeydown} {onkeyup} {onblur}
                    aria-autocomplete="list" aria-haspopup="listbox" aria-controls={list::ID}
                    aria-invalid={failure.is_some().to_string()} aria-describedby="expression-error" />
                <list::Completions store={store.clone()} />
            </div>
            <palette::Palette store={store.clone()} />
            <strip::Strip store={store.clone()} variables={context.view.model.program.variables.clone()} />
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

/// Follows the caret of the box, wherever it goes, and what is about to be typed at it, for as long as the page
/// is open.
pub(in crate::ui) fn listen(store: &Store) {
    let options = EventListenerOptions::enable_prevent_default();
    let before = store.clone();
    let typing = EventListener::new_with_options(&document(), "beforeinput", options, move |event| {
        if let (Some(event), Some(area)) = (event.dyn_ref::<InputEvent>(), area(&before).filter(|area| has_focus(area)))
            && step_over(&before, &area, &event.data().unwrap_or_default())
        {
            event.prevent_default();
        }
    });
    typing.forget();
    let store = store.clone();
    let moved = EventListener::new(&document(), "selectionchange", move |_| {
        if let Some(area) = area(&store).filter(|area| has_focus(area)) {
            let caret = caret(&area);
            if store.read(|state| state.session.typing.caret) != caret {
                store.dispatch(Action::Typing(Change::At(caret)));
            }
        }
    });
    moved.forget();
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
    let Some(span) = selected(area) else { return };
    let node = store.read(|state| {
        let model = &state.derived.model;
        (*model.source == *area.value()).then(|| model.node_around(span)).flatten()
    });
    store.dispatch(Action::Hover(node));
}
