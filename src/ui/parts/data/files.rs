//! Files with rows: opened, or let go anywhere on the page.

use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};
use yew::Callback;

use crate::app::Action;
use crate::app::data::Change;
use crate::data::LONGEST_TEXT;
use crate::ui::shell::store::Store;

/// Lets the browser know that a file may be let go here: anywhere on the page.
pub(in crate::ui) fn hovered() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| {
        let files = event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if files {
            event.prevent_default();
        }
    })
}

/// A file let go on the page.
pub(in crate::ui) fn dropped(store: &Store) -> Callback<DragEvent> {
    let store = store.clone();
    Callback::from(move |event: DragEvent| {
        let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.item(0));
        if let Some(file) = file {
            event.prevent_default();
            load(&store, &file);
        }
    })
}

/// Reads a file; of a file that is far too large, only enough to see that it is.
pub(super) fn load(store: &Store, file: &File) {
    let store = store.clone();
    let Ok(part) = file.slice_with_i32_and_i32(0, LONGEST_TEXT as i32 + 1) else { return };
    yew::platform::spawn_local(async move {
        if let Some(text) = JsFuture::from(part.text()).await.ok().and_then(|text| text.as_string()) {
            store.dispatch(Action::Data(Change::Load(text)));
        }
    });
}
