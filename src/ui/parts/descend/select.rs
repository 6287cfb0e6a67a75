//! A list to choose from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::Action;
use crate::app::descent::Change;
use crate::app::help::{Help, title};
use crate::ui::shell::store::Store;
use crate::words::Message;

/// A list of choices, with the place of the chosen one.
pub(super) fn select(
    help: Help,
    label: Message,
    choices: Vec<Message>,
    chosen: usize,
    store: &Store,
    change: impl Fn(usize) -> Change + 'static,
) -> Html {
    let store = store.clone();
    let onchange = move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(place) = usize::try_from(select.selected_index()) {
            store.dispatch(Action::Descend(change(place)));
        }
    };
    html! {
        <select id={help.id()} data-help={help} aria-label={label} title={title(help)} {onchange}>
            for (place, choice) in choices.into_iter().enumerate() {
                <option selected={place == chosen}>{ choice }</option>
            }
        </select>
    }
}
