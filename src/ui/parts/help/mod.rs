//! "What is this?", answered for everything on the screen by one small panel.
//!
//! Elements name their row of [`crate::app::help`] with `data-help`. In help mode pointing at one or
//! giving it the focus shows its sentence; a long press does so at any time; `?` lists the keys.

mod listen;
mod panel;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::app::help::{Help, keys, name, title};
use crate::ui::shell::dom::is_text_field;
use crate::ui::shell::store::Store;
use crate::ui::shell::context::Context;
use crate::words;
pub(in crate::ui) use listen::listen;
pub(in crate::ui) use panel::is_telling;
use panel::{asking, close, is_open, list, place, set_asking, switch_place};

/// The button that switches help mode.
pub(in crate::ui) fn switch(context: &Context) -> Html {
    let store = context.store.clone();
    let onclick = move |_: MouseEvent| set_asking(&store, !asking());
    html! {
        <button type="button" class="icon asks" data-help={Help::Help} aria-label={name(Help::Help)}
            title={title(Help::Help)}
            aria-pressed="false" ref={switch_place()} {onclick}>{ "?" }</button>
    }
}

/// The panel, which is closed at first.
pub(in crate::ui) fn view(_: &Context) -> Html {
    let [panel, name, says] = place();
    let keys = Help::ALL.iter().flat_map(|&help| keys(help)).filter_map(|(key, does)| Some((key, does?)));
    html! {
        <div id="help" class="help" popover="manual" role="dialog" aria-label={words::header::help()} tabindex="-1"
            data-help={Help::Help} ref={panel}>
            <p class="about"><strong ref={name}></strong><span class="says" ref={says}></span></p>
            <div class="keys">
                <h2>{ words::header::keys() }</h2>
                <dl>
                    for (key, does) in keys {
                        <dt><kbd>{ key }</kbd></dt><dd>{ does }</dd>
                    }
                </dl>
            </div>
        </div>
    }
}

/// The keys of help; tells whether it was one.
pub(in crate::ui) fn key(store: &Store, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "Escape" => {
            let (open, asked) = (is_open(), asking());
            if asked {
                set_asking(store, false);
            }
            close();
            open || asked
        }
        "?" if !is_text_field(event) && !event.ctrl_key() && !event.meta_key() => {
            list(store);
            event.prevent_default();
            true
        }
        _ => false,
    }
}
