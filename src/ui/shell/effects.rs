//! The world around the page: address, storage, clipboard, colours, the clocks that make steps.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HashChangeEvent;
use yew::NodeRef;

use super::bind::set_text;
use super::dom::{document, now, set_attribute, window};
use super::keys;
use super::pace::{Pace, Slot};
use super::store::Store;
use crate::app::descent::{Change, Pace as Tempo};
use crate::app::{Action, Effects, State, Theme, Walk, link, speech};
use crate::ui::parts::help;

/// The address follows a pause: browsers refuse more than a few writes a second, and each costs a frame.
const ADDRESS_PAUSE_MS: u32 = 350;

/// In a drag without a pause it follows after so long at the latest.
const ADDRESS_LATEST_MS: f64 = 2_000.0;

/// Longer texts stay out of the address.
const LONGEST_ADDRESS: usize = 100_000;

const THEME_KEY: &str = "chainrule-theme";

/// From one step of a descent to the next, in milliseconds.
const SLOW_MS: u32 = 500;
const NORMAL_MS: u32 = 50;

/// What a fast descent takes of a frame, in milliseconds, and its steps at most.
const FRAME_MS: f64 = 8.0;
const MOST_STEPS: usize = 5_000;

/// What the page does to the world around it, and hears from it.
#[derive(Default)]
pub(in crate::ui) struct World {
    address: Slot,
    /// When the first change came that the address does not have yet.
    unwritten_since: Cell<Option<f64>>,
    story: Clock<u32>,
    descent: Clock<Tempo>,
    /// Steps in a beat of a fast descent.
    stride: Cell<usize>,
    listeners: RefCell<Vec<EventListener>>,
    /// The element that a screen reader reads out when its text changes.
    pub announcer: NodeRef,
    /// The whole page.
    pub page: NodeRef,
    /// The sliders and the outcome, which on a phone lie over the foot of the graph.
    pub dock: NodeRef,
    /// Where a screen reader hears the sentence of a step anyway while the focus is there.
    pub timeline: NodeRef,
}

/// What a clock goes by; none while it stands.
struct Clock<T> {
    beat: Rc<Cell<Option<T>>>,
    slot: Slot,
}

impl<T> Default for Clock<T> {
    fn default() -> Clock<T> {
        Clock { beat: Rc::new(Cell::new(None)), slot: Slot::default() }
    }
}

impl<T: Copy + PartialEq + 'static> Clock<T> {
    /// Goes by this beat, whose next tick `start` plans with what is handed to it; or stands.
    fn keep(&self, due: Option<T>, tick: impl FnOnce() + 'static, start: impl FnOnce(T, &Slot, Box<dyn FnOnce()>)) {
        if self.beat.get() == due {
            return;
        }
        self.slot.clear();
        self.beat.set(due);
        if let Some(beat) = due {
            let running = self.beat.clone();
            let tick = move || {
                // The next tick is planned by what this one does.
                running.set(None);
                tick();
            };
            start(beat, &self.slot, Box::new(tick));
        }
    }
}

impl World {
    /// The part of the address behind `#`.
    pub fn hash() -> String {
        window().location().hash().unwrap_or_default()
    }

    /// Keys and links that concern the whole page.
    pub fn listen(&self, store: &Store) {
        help::listen(store);
        let mut listeners = self.listeners.borrow_mut();
        listeners.extend(keys::listen(store));
        let links = store.clone();
        listeners.push(EventListener::new(&window(), "hashchange", move |event| {
            // The address itself may have been written over since.
            let address = event.dyn_ref::<HashChangeEvent>().map(HashChangeEvent::new_url).unwrap_or_default();
            if let Some(document) = address.split_once('#').and_then(|(_, hash)| link::read(hash)) {
                links.dispatch(Action::Open(document));
            }
        }));
        let leaving = store.clone();
        listeners.push(EventListener::new(&window(), "pagehide", move |_| leaving.world().write_address(&leaving)));
    }

    /// Carries out what follows from an action, and keeps the clocks as the state says.
    pub fn follow(&self, store: &Store, effects: &Effects) {
        if effects.theme {
            let theme = store.read(|state| state.theme);
            World::store_theme(theme);
            World::apply_theme(theme);
        }
        if effects.document {
            self.plan_address(store);
        }
        if effects.speak {
            store.write(Pace::Rest);
            let heard = self.timeline.get().is_some_and(|timeline| {
                document().active_element().is_some_and(|focused| focused.is_same_node(Some(&timeline)))
            });
            if !heard {
                self.announce(&store.read(speech::result));
            }
        }
        self.keep_story(store);
        self.keep_descent(store);
    }

    fn plan_address(&self, store: &Store) {
        let since = self.unwritten_since.get().unwrap_or_else(now);
        self.unwritten_since.set(Some(since));
        if now() - since < ADDRESS_LATEST_MS {
            let later = store.clone();
            self.address.after(ADDRESS_PAUSE_MS, move || later.world().write_address(&later));
        }
    }

    fn keep_story(&self, store: &Store) {
        let later = store.clone();
        let tick = move || later.dispatch(Action::Step(Walk::Beat));
        self.story.keep(store.read(State::beat), tick, |ms, slot, tick| slot.after(ms, tick));
    }

    fn keep_descent(&self, store: &Store) {
        let due = store.read(|state| state.descending.running.then_some(state.descending.pace));
        let later = store.clone();
        let tick = move || later.world().descend(&later, due == Some(Tempo::Fast));
        self.descent.keep(due, tick, |tempo, slot, tick| match tempo {
            Tempo::Fast => slot.at_frame(tick),
            Tempo::Normal => slot.after(NORMAL_MS, tick),
            Tempo::Slow => slot.after(SLOW_MS, tick),
        });
    }

    /// One beat of a descent: a fast one makes as many steps as a frame has room for.
    fn descend(&self, store: &Store, fast: bool) {
        let steps = self.stride.get().max(1);
        let start = now();
        store.dispatch(Action::Descend(Change::Beat(if fast { steps } else { 1 })));
        let took = now() - start;
        let steps = if took < FRAME_MS / 2.0 {
            steps * 2
        } else if took > FRAME_MS {
            steps / 2
        } else {
            steps
        };
        self.stride.set(steps.min(MOST_STEPS));
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
        World::copy(&address, done);
    }

    /// Copies a text; tells in the end whether that was allowed.
    pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
        let copied = window().navigator().clipboard().write_text(text);
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

    fn store_theme(theme: Theme) {
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
