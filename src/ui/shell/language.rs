//! The language of the page: which one a person reads, and where its sentences come from.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom::{document, set_attribute, window};
use super::store::Store;
use super::world::World;
use crate::app::{Action, link};
use crate::words::{self, Language};

/// The language to begin with: what the link asks for, else what was chosen on an earlier visit, else
/// what the browser prefers, else English.
pub(in crate::ui) fn wanted() -> &'static str {
    let asked = || link::read(&World::hash())?.language;
    let chosen = || Language::near(&World::stored_language()?);
    let preferred = || Language::near(&window().navigator().language()?);
    asked().or_else(chosen).or_else(preferred).unwrap_or(Language::ENGLISH)
}

/// Speaks a language, which is fetched if it is not compiled in; where that fails, the one spoken before
/// goes on. Tells which one is spoken.
pub(in crate::ui) async fn speak(code: &'static str) -> &'static str {
    let language = match code {
        Language::ENGLISH => Some(Language::default()),
        Language::PSEUDO => Some(Language::pseudo()),
        code => fetch(code).await.and_then(|text| Language::read(&text).ok()),
    };
    if let Some(language) = language {
        words::speak(language);
    }
    let spoken = Language::near(&words::spoken_language()).unwrap_or(Language::ENGLISH);
    if let Some(root) = document().document_element() {
        set_attribute(&root, "lang", spoken);
    }
    spoken
}

/// Speaks a language on a page that is there already: everything is rendered anew.
pub(in crate::ui) fn change(store: &Store, code: &'static str) {
    let store = store.clone();
    yew::platform::spawn_local(async move {
        let spoken = speak(code).await;
        store.dispatch(Action::Speak(spoken));
    });
}

async fn fetch(code: &str) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(&format!("lang/{code}.txt"))).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
