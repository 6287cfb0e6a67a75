//! The box a function is typed into, what is wrong with it, and how it was read.

use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::echo::Echo;
use super::live::TextSlots;
use super::offers::Offers;
use super::store::{Shared, Store};
use crate::app::{Action, Failure, Model};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    pub failure: Option<Shared<Failure>>,
    pub source: AttrValue,
}

#[component]
pub(super) fn Function(props: &Props) -> Html {
    let (area, mirror, echo) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (area, store) = (area.clone(), props.store.clone());
        use_effect_with(props.source.clone(), move |source| {
            show_source(&area, source);
            store.refresh();
        });
    }
    {
        let (store, mirror, echo) = (props.store.clone(), mirror.clone(), echo.clone());
        use_effect_with(props.model.clone(), move |_| {
            if let Some(mirror) = mirror.cast::<HtmlElement>() {
                let echo = echo.cast::<HtmlElement>();
                store.adopt(|live| live.text = TextSlots::adopt(&mirror, echo.as_deref()));
            }
        });
    }
    let oninput = {
        let store = props.store.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            store.dispatch(Action::Type(area.value()));
            // The mirror shows the text and must not lag behind it.
            store.refresh();
        })
    };
    let look_up = {
        let (store, area) = (props.store.clone(), area.clone());
        move || light_at_caret(&store, &area)
    };
    let onclick = {
        let look_up = look_up.clone();
        Callback::from(move |_: MouseEvent| look_up())
    };
    let onkeyup = Callback::from(move |event: KeyboardEvent| {
        if event.key().starts_with("Arrow") {
            look_up();
        }
    });
    let onblur = {
        let store = props.store.clone();
        Callback::from(move |_: FocusEvent| store.dispatch(Action::Hover(None)))
    };
    let failure = props.failure.as_ref();
    let place = failure.map(|failure| failure.chars);
    html! {
        <section class="function" data-help="expression">
            <h2><label for="expression">{ "Function" }</label></h2>
            <div class="editor">
                <div class="mirror" aria-hidden="true" ref={mirror}><span></span><span></span><span></span></div>
                <textarea id="expression" ref={area} rows="1" spellcheck="false" autocapitalize="off" autocomplete="off"
                    autocorrect="off" wrap="soft" {oninput} {onclick} {onkeyup} {onblur}
                    aria-invalid={failure.is_some().to_string()} aria-describedby="expression-error" />
            </div>
            <p id="expression-error" class="error" role="alert"
                data-start={place.map(|(start, _)| start.to_string())}
                data-end={place.map(|(_, end)| end.to_string())}>
                { failure.map(|failure| failure.message.clone()).unwrap_or_default() }
            </p>
            <Offers store={props.store.clone()} model={props.model.clone()} failure={props.failure.clone()} />
            <div class="echo-box" data-help="echo" ref={echo}><Echo model={props.model.clone()} stale={failure.is_some()} /></div>
        </section>
    }
}

/// Puts a text into the box that was not typed there; the caret goes behind what changed.
fn show_source(area: &NodeRef, source: &str) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
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
fn light_at_caret(store: &Store, area: &NodeRef) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
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
