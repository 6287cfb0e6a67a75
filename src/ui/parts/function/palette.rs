//! A sheet with everything one can write, which the browser itself opens and closes.

use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::area::insert_at_caret;
use super::entry::option;
use super::list::bring_into_view;
use crate::app::help::{Help, name, title};
use crate::app::typing::{Entry, Group, search};
use crate::ui::shell::dom::{focus, is_text_field};
use crate::ui::shell::store::Store;
use crate::words;

/// What the button calls the sheet.
const ID: &str = "palette";

/// What the box for the search calls the list.
const LIST: &str = "palette-list";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
}

/// The button that opens the sheet.
pub(super) fn button() -> Html {
    html! {
        <button type="button" class="insert" popovertarget={ID} data-help={Help::Palette}
            aria-label={name(Help::Palette)} title={title(Help::Palette)}>
            <span class="word">{ name(Help::Palette) }</span>
        </button>
    }
}

/// The key that opens the sheet wherever nobody is typing; tells whether it was that.
pub(in crate::ui) fn key(store: &Store, event: &KeyboardEvent) -> bool {
    let command = event.ctrl_key() || event.meta_key() || event.alt_key();
    let sheet = store.world().palette.cast::<HtmlElement>();
    match sheet {
        Some(sheet) if event.key() == "/" && !command && !is_text_field(event) => {
            let _ = sheet.show_popover();
            event.prevent_default();
            true
        }
        _ => false,
    }
}

/// The sheet: empty until it is opened.
#[component]
pub(super) fn Palette(props: &Props) -> Html {
    let store = &props.store;
    let sheet = store.world().palette.clone();
    let is_open = use_state(|| false);
    let ontoggle = {
        let (is_open, sheet) = (is_open.clone(), sheet.clone());
        Callback::from(move |_: Event| {
            is_open.set(sheet.cast::<HtmlElement>().is_some_and(|sheet| sheet.offset_width() > 0));
        })
    };
    html! {
        <div id={ID} class="palette" popover="auto" role="dialog" aria-label={words::typing::everything()}
            data-help={Help::Palette} ref={sheet} {ontoggle}>
            if *is_open {
                <Search store={store.clone()} />
            }
        </div>
    }
}

/// The search and what it finds. The focus stays in the search; arrow keys go through what it finds.
#[component]
fn Search(props: &Props) -> Html {
    let query = use_state(String::new);
    let active = use_state(|| 0);
    let (input, chosen) = (use_node_ref(), use_node_ref());
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            focus(&input);
        });
    }
    {
        let chosen = chosen.clone();
        use_effect_with(*active, move |_| {
            if let Some(entry) = chosen.cast::<Element>() {
                bring_into_view(&entry);
            }
        });
    }
    let groups = use_memo((*query).clone(), |query| search(query));
    let count: usize = groups.iter().map(|group| group.entries.len()).sum();
    let oninput = {
        let (query, active) = (query.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
            active.set(0);
        })
    };
    let onkeydown = {
        let (store, groups, active) = (props.store.clone(), groups.clone(), active.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = count.saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => active.set((*active + 1).min(last)),
                "ArrowUp" => active.set(active.saturating_sub(1)),
                "Enter" if !event.is_composing() => {
                    if let Some(entry) = groups.iter().flat_map(|group| &group.entries).nth(*active) {
                        write(&store, entry);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let mut place = 0;
    let shown: Html = groups
        .iter()
        .map(|group| {
            let first = place;
            place += group.entries.len();
            section(&props.store, group, first, *active, &chosen)
        })
        .collect();
    html! {
        <>
            <input type="text" class="search" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-label={words::typing::search()} placeholder={words::typing::search()} aria-expanded={(count > 0).to_string()}
                aria-autocomplete="list" aria-controls={LIST} aria-activedescendant={(count > 0).then(|| entry_id(*active))}
                ref={input} {oninput} {onkeydown} />
            if count == 0 {
                <p class="hint" role="status">{ words::typing::nothing() }</p>
            }
            <div id={LIST} class="found" role="listbox" aria-label={words::typing::everything()} hidden={count == 0}>{ shown }</div>
        </>
    }
}

fn entry_id(place: usize) -> String {
    format!("palette-{place}")
}

/// A group, whose first entry has this place among all that are shown.
fn section(store: &Store, group: &Group, first: usize, active: usize, chosen: &NodeRef) -> Html {
    let entries = group.entries.iter().enumerate().map(|(place, entry)| {
        let is_active = first + place == active;
        let at = if is_active { chosen.clone() } else { NodeRef::default() };
        let onclick = {
            let (store, entry) = (store.clone(), entry.clone());
            Callback::from(move |_: MouseEvent| write(&store, &entry))
        };
        option(entry, entry_id(first + place), is_active, at, onclick)
    });
    let heading = group.heading.text();
    html! {
        <div key={heading.clone()} class="topic" role="group" aria-label={heading.clone()}>
            <h3 role="presentation">{ heading }</h3>
            <ul class="entries" role="presentation">{ for entries }</ul>
        </div>
    }
}

/// Closes the sheet, and writes an entry where the caret stands.
fn write(store: &Store, entry: &Entry) {
    if let Some(sheet) = store.world().palette.cast::<HtmlElement>() {
        let _ = sheet.hide_popover();
    }
    insert_at_caret(store, |text, place| entry.insertion(text, place));
}
