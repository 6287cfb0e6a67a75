//! The draft: everything on the page, kept in the tab from one key to the next.
//!
//! The address follows a pause, and what is too long for it never comes into it. The draft is written at once,
//! together with the address it belongs to, so that neither a reload nor a step back in the browser's history
//! loses what was typed.

use wasm_bindgen::JsCast;
use web_sys::{PerformanceNavigationTiming, Storage};

use super::dom::window;

const DRAFT: &str = "chainrule-draft";
const ADDRESS: &str = "chainrule-draft-address";

/// Keeps everything on the page as a link without limits; `address` is what the address holds at the moment. A
/// full or forbidden storage keeps nothing.
pub(super) fn keep(draft: &str, address: &str) {
    if let Some(storage) = storage() {
        let kept = storage.set_item(DRAFT, draft).and_then(|()| storage.set_item(ADDRESS, address));
        if kept.is_err() {
            // An older draft would be false.
            let _ = storage.remove_item(DRAFT);
        }
    }
}

/// The draft that belongs to this address, where the page was reloaded or come back to.
pub(super) fn of(address: &str) -> Option<String> {
    let storage = storage().filter(|_| is_return())?;
    let item = |key| storage.get_item(key).ok().flatten();
    item(DRAFT).filter(|_| item(ADDRESS).as_deref() == Some(address))
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Whether the page was loaded before in this tab, at this place of its history.
fn is_return() -> bool {
    let entries = window().performance().map(|clock| clock.get_entries_by_type("navigation"));
    let first = entries.and_then(|entries| entries.get(0).dyn_into::<PerformanceNavigationTiming>().ok());
    first.is_some_and(|entry| entry.type_() != web_sys::NavigationType::Navigate)
}
