//! What stands below the plot, one at a time: the derivation, the descent, the data.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::data::Table;
use super::descend::Descend;
use super::dom::document;
use super::store::{Store, View};
use super::why::Why;
use crate::app::{Action, Panel};

/// The tabs, and what the chosen one holds.
pub(super) fn panels(store: &Store, view: &View) -> Html {
    let chosen = view.panel;
    let onkeydown = {
        let store = store.clone();
        move |event: KeyboardEvent| {
            let last = Panel::ALL.len() - 1;
            let place = Panel::ALL.iter().position(|&panel| panel == chosen).unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowRight" => (place + 1) % (last + 1),
                "ArrowLeft" => place.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            store.dispatch(Action::Show(Panel::ALL[next]));
            let tab = document().get_element_by_id(&format!("tab-{}", Panel::ALL[next].name()));
            if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                let _ = tab.focus();
            }
        }
    };
    let body = match chosen {
        Panel::Why => html! { <Why store={store.clone()} model={view.model.clone()} /> },
        Panel::Descend => {
            html! { <Descend store={store.clone()} model={view.model.clone()} shape={view.descent.clone()} /> }
        }
        Panel::Data => html! {
            <Table store={store.clone()} model={view.model.clone()} data={view.data.clone()} options={view.rows.clone()} />
        },
    };
    html! {
        <div class="panels">
            <div class="tabs" role="tablist" aria-label="Explanation" {onkeydown}>
                for panel in Panel::ALL { { tab(store, view, panel) } }
            </div>
            <div id="panel" role="tabpanel" aria-labelledby={format!("tab-{}", chosen.name())} key={chosen.name()}>{ body }</div>
        </div>
    }
}

fn tab(store: &Store, view: &View, panel: Panel) -> Html {
    let chosen = panel == view.panel;
    let onclick = {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Show(panel))
    };
    let faulty = panel == Panel::Data && view.data.fault.is_some();
    html! {
        <button type="button" role="tab" id={format!("tab-{}", panel.name())} data-help={panel.name()} {onclick}
            aria-selected={chosen.to_string()} aria-controls="panel" tabindex={if chosen { "0" } else { "-1" }}>
            { panel.label().text() }
            if faulty { <span class="fault" aria-label="has a fault">{ "!" }</span> }
        </button>
    }
}
