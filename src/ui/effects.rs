//! Everything the page does to the world around it: address, storage, clipboard, timers, keys.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HashChangeEvent, KeyboardEvent};

use super::dom::{closest, document, set_attribute, window};
use super::help;
use super::store::Store;
use crate::app::descent::{Change, Pace};
use crate::app::{Action, State, Theme, Walk, link};

/// The address follows a pause: browsers refuse more than a few writes a second, and each costs a frame.
const ADDRESS_PAUSE_MS: u32 = 350;

/// In a drag without a pause it follows after so long at the latest.
const ADDRESS_LATEST_MS: f64 = 2_000.0;

/// After this long without a change a screen reader hears the outcome.
const SETTLE_MS: u32 = 900;

/// Longer texts stay out of the address.
const LONGEST_ADDRESS: usize = 100_000;

const THEME_KEY: &str = "chainrule-theme";

/// From one step of a descent to the next, in milliseconds.
const SLOW_MS: u32 = 500;
const NORMAL_MS: u32 = 50;

/// What a fast descent takes of a frame, in milliseconds, and its steps at most.
const FRAME_MS: f64 = 8.0;
const MOST_STEPS: usize = 5_000;

/// How fast a descent goes, and what the next step waits for.
type Beat = (Pace, Option<Timeout>, Option<AnimationFrame>);

/// Timers that run and listeners that listen.
#[derive(Default)]
pub(super) struct Effects {
    address: RefCell<Option<Timeout>>,
    settling: RefCell<Option<Timeout>>,
    beat: RefCell<Option<(u32, Timeout)>>,
    /// The next step of a descent.
    descent: RefCell<Option<Beat>>,
    /// Steps in a beat of a fast descent.
    stride: Cell<usize>,
    listeners: RefCell<Vec<EventListener>>,
    /// When the first change came that the address does not have yet.
    unwritten_since: Cell<Option<f64>>,
}

impl Effects {
    /// Milliseconds since the page was opened.
    pub fn now() -> f64 {
        web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
    }

    /// The part of the address behind `#`.
    pub fn hash() -> String {
        window().location().hash().unwrap_or_default()
    }

    /// Keys and links that concern the whole page.
    pub fn listen(&self, store: &Store) {
        help::listen();
        let mut listeners = self.listeners.borrow_mut();
        let keys = store.clone();
        let options = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(&document(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                key(&keys, event);
            }
        }));
        let links = store.clone();
        listeners.push(EventListener::new(&window(), "hashchange", move |event| {
            // The address itself may have been written over since.
            let address = event.dyn_ref::<HashChangeEvent>().map(HashChangeEvent::new_url).unwrap_or_default();
            if let Some(document) = address.split_once('#').and_then(|(_, hash)| link::read(hash)) {
                links.dispatch(Action::Open(document));
            }
        }));
        let leaving = store.clone();
        listeners.push(EventListener::new(&window(), "pagehide", move |_| leaving.effects().write_address(&leaving)));
    }

    /// Plans what follows a change: the address soon, the announcement after a pause.
    pub fn document_changed(&self, store: &Store) {
        let now = Effects::now();
        if self.unwritten_since.get().is_none() {
            self.unwritten_since.set(Some(now));
        }
        if self.unwritten_since.get().is_some_and(|since| now - since < ADDRESS_LATEST_MS) {
            let later = store.clone();
            let timer = Timeout::new(ADDRESS_PAUSE_MS, move || later.effects().write_address(&later));
            *self.address.borrow_mut() = Some(timer);
        }
        let later = store.clone();
        *self.settling.borrow_mut() = Some(Timeout::new(SETTLE_MS, move || later.settle()));
    }

    /// Keeps the clock of the story going, or stops it, as the state says.
    pub fn keep_time(&self, store: &Store) {
        let (due, running) = (store.read(State::beat), self.beat.borrow().as_ref().map(|(beat, _)| *beat));
        if due == running {
            return;
        }
        let timer = due.map(|beat| {
            let later = store.clone();
            let step = move || {
                // The next beat is planned by the dispatch of this one.
                later.effects().beat.take();
                later.dispatch(Action::Step(Walk::Beat));
            };
            (beat, Timeout::new(beat, step))
        });
        *self.beat.borrow_mut() = timer;
    }

    /// Keeps a descent going, or stops it, as the state says.
    pub fn keep_descending(&self, store: &Store) {
        let due = store.read(|state| state.descending.running.then_some(state.descending.pace));
        if due == self.descent.borrow().as_ref().map(|(pace, ..)| *pace) {
            return;
        }
        let later = store.clone();
        let beat = move || {
            // The next beat is planned by the dispatch of this one.
            later.effects().descent.take();
            let steps = later.effects().stride.get().max(1);
            let start = Effects::now();
            later.dispatch(Action::Descend(Change::Beat(if due == Some(Pace::Fast) { steps } else { 1 })));
            let took = Effects::now() - start;
            let steps = if took < FRAME_MS / 2.0 {
                steps * 2
            } else if took > FRAME_MS {
                steps / 2
            } else {
                steps
            };
            later.effects().stride.set(steps.min(MOST_STEPS));
        };
        let timer = due.map(|pace| match pace {
            Pace::Fast => (pace, None, Some(request_animation_frame(move |_| beat()))),
            Pace::Normal => (pace, Some(Timeout::new(NORMAL_MS, beat)), None),
            Pace::Slow => (pace, Some(Timeout::new(SLOW_MS, beat)), None),
        });
        *self.descent.borrow_mut() = timer;
    }

    /// Writes the state into the address without a new entry in the browser's history.
    pub fn write_address(&self, store: &Store) {
        self.unwritten_since.set(None);
        let text = store.read(State::link);
        if text.len() > LONGEST_ADDRESS {
            return;
        }
        let Ok(history) = window().history() else { return };
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{text}")));
    }

    /// Copies the page's address; tells in the end whether that was allowed.
    pub fn copy_link(&self, store: &Store, done: impl FnOnce(bool) + 'static) {
        self.write_address(store);
        let address = window().location().href().unwrap_or_default();
        Self::copy(&address, done);
    }

    /// Copies a text; tells in the end whether that was allowed.
    pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
        let copied = window().navigator().clipboard().write_text(text);
        yew::platform::spawn_local(async move {
            done(wasm_bindgen_futures::JsFuture::from(copied).await.is_ok());
        });
    }

    /// Says something to those who listen instead of looking.
    pub fn announce(text: &str) {
        if let Some(region) = document().get_element_by_id("announcer") {
            region.set_text_content(Some(text));
        }
    }

    /// The theme of the last visit.
    pub fn stored_theme() -> Theme {
        // Storage may be forbidden: then every visit starts with the device's colours.
        let storage = window().local_storage().ok().flatten();
        let name = storage.and_then(|storage| storage.get_item(THEME_KEY).ok().flatten());
        name.map_or(Theme::Auto, |name| Theme::from_name(&name))
    }

    /// Keeps the theme for the next visit.
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

/// Keys that work wherever the focus is.
fn key(store: &Store, event: &KeyboardEvent) {
    if help::key(event) {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    let action = match event.key().as_str() {
        "Escape" if store.read(|state| state.is_stepping() && (state.selection.is_none() || on_transport(event))) => {
            Action::Step(Walk::End)
        }
        "Escape" => {
            store.dispatch(Action::Hover(None));
            Action::Select(None)
        }
        "z" if command && !event.alt_key() => Action::Undo,
        "Z" if command && !event.alt_key() => Action::Redo,
        "y" if command && !event.alt_key() => Action::Redo,
        key if !command && !event.alt_key() && !event.default_prevented() => match walk(store, event, key) {
            Some(action) => {
                event.prevent_default();
                action
            }
            None => return,
        },
        _ => return,
    };
    if command {
        event.prevent_default();
    }
    store.dispatch(action);
}

/// Keys that walk along the story, where nobody is typing.
fn walk(store: &Store, event: &KeyboardEvent, key: &str) -> Option<Action> {
    if help::is_text_field(event) {
        return None;
    }
    match key {
        "." => Some(Action::Step(Walk::Forward)),
        "," => Some(Action::Step(Walk::Back)),
        // On everything else that can have the focus a space has its own meaning.
        " " if closest(event, ".timeline").is_some() || closest(event, "button, a, input, [tabindex]").is_none() => {
            Some(Action::Play(!store.read(|state| state.player.playing)))
        }
        _ => None,
    }
}

fn on_transport(event: &KeyboardEvent) -> bool {
    closest(event, ".transport").is_some()
}
