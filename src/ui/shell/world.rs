//! The world around the page: address, storage, clipboard, colours, and what a screen reader hears.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Clipboard;
use web_sys::js_sys::Reflect;
use yew::NodeRef;

use super::dom::{document, set_attribute, set_text, window};
use super::draft;
use crate::app::Theme;

/// Longer texts stay out of the address.
const LONGEST_ADDRESS: usize = 100_000;

const THEME_KEY: &str = "chainrule-theme";
const LANGUAGE_KEY: &str = "chainrule-language";

/// What the page does to the world around it, and the elements that concern more than one part.
#[derive(Default)]
pub(in crate::ui) struct World {
    /// The element that a screen reader reads out when its text changes.
    pub announcer: NodeRef,
    /// The whole page.
    pub page: NodeRef,
    /// The box a function is typed into, where whatever is chosen for it goes.
    pub expression: NodeRef,
    /// The sheet with everything one can write, which a key opens.
    pub palette: NodeRef,
    /// The keys above a phone's keyboard, which what lies over the page leaves free.
    pub keys: NodeRef,
    /// The sliders and the outcome, which on a phone lie over the foot of the graph.
    pub dock: NodeRef,
    /// Where a screen reader hears the sentence of a step anyway while the focus is there.
    pub timeline: NodeRef,
}

impl World {
    /// The part of the address behind `#`.
    pub fn hash() -> String {
        window().location().hash().unwrap_or_default()
    }

    /// What the page is opened with: the draft of this address, else the address.
    pub fn opening() -> String {
        let address = World::hash();
        draft::of(&address).unwrap_or(address)
    }

    /// Keeps everything on the page in the tab, until the address holds it or in its place.
    pub fn keep_draft(draft: &str) {
        draft::keep(draft, &World::hash());
    }

    /// Whether a link is short enough for the address.
    pub fn fits_address(link: &str) -> bool {
        link.len() <= LONGEST_ADDRESS
    }

    /// Writes a link into the address without a new entry in the browser's history; a link that is too long
    /// leaves the address empty, because the one before would be false.
    pub fn write_address(link: &str) {
        let Ok(history) = window().history() else { return };
        let hash = if World::fits_address(link) { format!("#{link}") } else { "#".into() };
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&hash));
    }

    /// Copies the page's address with this link; tells in the end whether that was allowed.
    pub fn copy_link(link: &str, done: impl FnOnce(bool) + 'static) {
        World::write_address(link);
        World::copy(&window().location().href().unwrap_or_default(), done);
    }

    /// Copies a text; tells in the end whether that was allowed.
    pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
        // Without https a browser has none.
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into());
        let Some(clipboard) = clipboard.ok().and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok()) else {
            return done(false);
        };
        let copied = clipboard.write_text(text);
        yew::platform::spawn_local(async move {
            done(wasm_bindgen_futures::JsFuture::from(copied).await.is_ok());
        });
    }

    /// Says something to those who listen instead of looking.
    pub fn announce(&self, text: &str) {
        if let Some(region) = self.announcer.cast() {
            set_text(&region, text);
        }
    }

    /// The theme of the last visit.
    pub fn stored_theme() -> Theme {
        // Storage may be forbidden: then every visit starts with the device's colours.
        let storage = window().local_storage().ok().flatten();
        let name = storage.and_then(|storage| storage.get_item(THEME_KEY).ok().flatten());
        name.map_or(Theme::Auto, |name| Theme::from_name(&name))
    }

    /// The language that was chosen on an earlier visit.
    pub fn stored_language() -> Option<String> {
        window().local_storage().ok().flatten()?.get_item(LANGUAGE_KEY).ok().flatten()
    }

    /// Keeps the language for the next visit.
    pub fn store_language(code: &str) {
        if let Some(storage) = window().local_storage().ok().flatten() {
            let _ = storage.set_item(LANGUAGE_KEY, code);
        }
    }

    pub fn store_theme(theme: Theme) {
        if let Some(storage) = window().local_storage().ok().flatten() {
            let _ = storage.set_item(THEME_KEY, theme.name());
        }
    }

    /// Shows the page in these colours.
    pub fn apply_theme(theme: Theme) {
        let Some(root) = document().document_element() else { return };
        match theme {
            Theme::Auto => {
                let _ = root.remove_attribute("data-theme");
            }
            theme => set_attribute(&root, "data-theme", theme.name()),
        }
    }
}
