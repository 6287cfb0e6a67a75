//! A list to choose from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::Action;
use crate::app::descent::Change;
use crate::app::help::title;
use crate::ui::shell::store::Store;

/// A list to choose from.
pub(super) fn select(
    id: &'static str,
    label: &'static str,
    choices: &[&'static str],
    chosen: impl Fn(&&'static str) -> bool,
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
        <select {id} data-help={id} aria-label={label} title={title(id)} {onchange}>
            for choice in choices {
                <option selected={chosen(choice)}>{ choice }</option>
            }
        </select>
    }
}
