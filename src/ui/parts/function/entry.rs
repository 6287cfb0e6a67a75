//! An entry of a list of what one can write.

use yew::prelude::*;

use crate::app::typing::Entry;

/// An entry: its name, an example, and what it is.
pub(super) fn option(entry: &Entry, id: String, active: bool, at: NodeRef, onclick: Callback<MouseEvent>) -> Html {
    let example = entry.example();
    html! {
        <li key={id.clone()} {id} class="entry" role="option" aria-selected={active.to_string()} ref={at} {onclick}>
            <code class="written" translate="no">{ &entry.name }</code>
            if !example.is_empty() && example != entry.name {
                <code class="example" translate="no">{ example.to_owned() }</code>
            }
            <span class="says">{ entry.says() }</span>
        </li>
    }
}

/// Keeps the focus where it is while something is pressed: on a phone the keyboard stays open.
pub(super) fn keep_focus<E: AsRef<Event> + 'static>() -> Callback<E> {
    Callback::from(|event: E| event.as_ref().prevent_default())
}
