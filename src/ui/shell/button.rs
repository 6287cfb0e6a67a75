//! Buttons with the name, the key and the tooltip of their row of help.

use yew::prelude::*;

use super::context::Context;
use super::store::Store;
use crate::app::Action;
use crate::app::help::{Help, name, title};

/// A button; `inner` is what stands on it.
pub(in crate::ui) fn button(
    help: Help,
    class: &'static str,
    onclick: Callback<MouseEvent>,
    inner: impl Into<Html>,
) -> Html {
    button_at(NodeRef::default(), help, class, onclick, inner)
}

/// The same, at a place that somebody binds.
pub(in crate::ui) fn button_at(
    at: NodeRef,
    help: Help,
    class: &'static str,
    onclick: Callback<MouseEvent>,
    inner: impl Into<Html>,
) -> Html {
    html! {
        <button type="button" {class} data-help={help} aria-label={name(help)} title={title(help)} ref={at} {onclick}>
            { inner.into() }
        </button>
    }
}

/// Does an action when it is clicked.
pub(in crate::ui) fn act(store: &Store, action: Action) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_: MouseEvent| store.dispatch(action.clone()))
}

/// Does an action that depends on the state when it is clicked.
pub(in crate::ui) fn act_on(store: &Store, action: fn(&crate::app::State) -> Action) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_: MouseEvent| store.dispatch(store.read(action)))
}

impl Context<'_> {
    /// Does an action when it is clicked.
    pub fn act(&self, action: Action) -> Callback<MouseEvent> {
        act(self.store, action)
    }
}
