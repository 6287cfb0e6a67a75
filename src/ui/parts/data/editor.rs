//! The box for the rows.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::files::load;
use crate::app::Action;
use crate::app::data::Change;
use crate::app::help::{Help, name};
use crate::ui::shell::say::{HERE, with_elements};
use crate::ui::shell::store::Store;
use crate::words;

/// The box for the rows, and the link that opens a file.
pub(super) fn view(store: &Store, area: &NodeRef, bad: bool) -> Html {
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let whole = event.input_type() == "insertFromPaste";
            let change = if whole { Change::Load(area.value()) } else { Change::Text(area.value()) };
            store.dispatch(Action::Data(change));
        }
    };
    let onchange = {
        let store = store.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                load(&store, &file);
            }
            // The same file can be chosen again.
            input.set_value("");
        }
    };
    html! {
        <>
            <textarea ref={area.clone()} id="data-text" rows="6" spellcheck="false" autocomplete="off"
                autocapitalize="off" placeholder={"x, y\n0, 1.1\n1, 2.9\n2, 5.2"} aria-label={name(Help::Data)}
                aria-describedby="data-error data-how" aria-invalid={bad.to_string()} {oninput} />
            <p id="data-how" class="hint">
                { with_elements(words::table::how(HERE.into()), [html! {
                    <label class="file">
                        { words::table::open_file() }
                        <input type="file" class="unseen" accept=".csv,.tsv,.txt,text/csv,text/plain" {onchange} />
                    </label>
                }]) }
            </p>
        </>
    }
}
