//! What follows from an action outside of the state is carried out here, without knowing the action; and
//! what comes from outside (keys, another address, a clock) becomes an action here.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, HashChangeEvent};
use yew::Callback;

use super::dom::{document, moves_little, now, window};
use super::pace::{Pace, TimerSlot};
use super::store::Store;
use super::world::World;
use super::{keys, language};
use crate::app::descent::{Change, Tempo};
use crate::app::{Action, Effects, Notice, State, Walk, link, point, speech};
use crate::ui::parts::{function, help};

/// The address follows a pause: browsers refuse more than a few writes a second, and each costs a frame.
const ADDRESS_PAUSE_MS: u32 = 350;

/// In a drag without a pause the address is written at least this often.
const ADDRESS_LATEST_MS: f64 = 2_000.0;

/// The draft of a longer text than this follows a pause, as the address does.
const LONGEST_AT_ONCE: usize = 10_000;

/// After this long without a change a screen reader hears the outcome.
const REST_MS: u32 = 900;

/// From one step of a descent to the next, in milliseconds.
const SLOW_MS: u32 = 500;
const NORMAL_MS: u32 = 50;

/// What a fast descent takes of a frame, in milliseconds, and its steps at most.
const FRAME_MS: f64 = 8.0;
const MOST_STEPS: usize = 5_000;

/// Where a person wants little motion, a slider that plays moves in steps so far apart, in milliseconds.
const STILL_MS: u32 = 500;

/// Carries out the effects of all actions from now on, and listens to the world, for as long as the page
/// is open.
pub(in crate::ui) fn attach(store: &Store) {
    World::apply_theme(store.read(|state| state.session.theme));
    let outside = Rc::new(Outside::new(store));
    let follow = outside.clone();
    store.on_effects(Callback::from(move |effects: Effects| follow.follow(&effects)));
    help::listen(store);
    function::listen(store);
    keys::listen(store).into_iter().for_each(EventListener::forget);
    let links = store.clone();
    let changed = EventListener::new(&window(), "hashchange", move |event| {
        // The address itself may have been written over since.
        let address = event.dyn_ref::<HashChangeEvent>().map(HashChangeEvent::new_url).unwrap_or_default();
        let hash = address.split_once('#').map_or("", |(_, hash)| hash);
        match link::read(hash) {
            Some(document) => links.dispatch(Action::Open(document)),
            None if link::is_blank(hash) => {}
            None => links.dispatch(Action::Tell(Some(Notice::DamagedLink))),
        }
    });
    changed.forget();
    // Time in which nobody saw the page is no time in which sliders moved.
    let played = outside.played.clone();
    let seen = move |_: &Event| played.set(played.get().map(|_| now()));
    EventListener::new(&document(), "visibilitychange", seen).forget();
    // Not the address: a reload would come to the one before all the same.
    EventListener::new(&window(), "pagehide", move |_| outside.keep_draft()).forget();
}

/// The clocks that run, and what they have still to do.
struct Outside {
    store: Store,
    address: TimerSlot,
    /// The text that was kept last.
    kept: RefCell<Rc<str>>,
    /// The time of the first change that is not in the address yet.
    unwritten_since: Cell<Option<f64>>,
    rest: TimerSlot,
    story: Clock<u32>,
    descent: Clock<Tempo>,
    /// Steps in a beat of a fast descent.
    stride: Rc<Cell<usize>>,
    /// Whether playing sliders move in visible steps.
    playing: Clock<bool>,
    /// When they last moved.
    played: Rc<Cell<Option<f64>>>,
}

/// The interval of a clock; none while it is stopped.
struct Clock<T> {
    beat: Rc<Cell<Option<T>>>,
    slot: TimerSlot,
}

impl<T> Default for Clock<T> {
    fn default() -> Clock<T> {
        Clock { beat: Rc::new(Cell::new(None)), slot: TimerSlot::default() }
    }
}

impl<T: Copy + PartialEq + 'static> Clock<T> {
    /// Goes by this beat, whose next tick `start` plans with what is handed to it; or stands.
    fn keep(
        &self,
        due: Option<T>,
        tick: impl FnOnce() + 'static,
        start: impl FnOnce(T, &TimerSlot, Box<dyn FnOnce()>),
    ) {
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

impl Outside {
    fn new(store: &Store) -> Outside {
        Outside {
            store: store.clone(),
            address: TimerSlot::default(),
            kept: RefCell::new("".into()),
            unwritten_since: Cell::default(),
            rest: TimerSlot::default(),
            story: Clock::default(),
            descent: Clock::default(),
            stride: Rc::default(),
            playing: Clock::default(),
            played: Rc::default(),
        }
    }

    /// Carries out what follows from an action, and keeps the clocks as the state says.
    fn follow(self: &Rc<Self>, effects: &Effects) {
        let store = &self.store;
        if effects.theme {
            let theme = store.read(|state| state.session.theme);
            World::store_theme(theme);
            World::apply_theme(theme);
        }
        if let Some(code) = effects.language {
            language::change(store, code);
        }
        if effects.document {
            self.keep_text();
            self.plan_address();
            self.plan_rest();
        }
        if effects.speak {
            self.speak();
        }
        self.keep_story();
        self.keep_descent();
        self.keep_playing();
    }

    /// The sentence of a step is spoken, unless the focus is where it is heard anyway.
    fn speak(&self) {
        let store = &self.store;
        store.write(Pace::Rest);
        let timeline = store.world().timeline.get();
        let focused = document().active_element();
        if focused.is_none_or(|focused| !focused.is_same_node(timeline.as_ref())) {
            store.world().announce(&store.read(speech::result).text());
        }
    }

    fn plan_address(self: &Rc<Self>) {
        let since = self.unwritten_since.get().unwrap_or_else(now);
        self.unwritten_since.set(Some(since));
        if now() - since < ADDRESS_LATEST_MS {
            let later = self.clone();
            self.address.after(ADDRESS_PAUSE_MS, move || later.write_address());
        }
    }

    fn write_address(&self) {
        self.unwritten_since.set(None);
        World::write_address(&self.store.read(State::link));
        self.keep_draft();
    }

    /// Keeps another text at once. A moved slider is kept with the address: a drag has no time for more.
    fn keep_text(&self) {
        let source = self.store.read(|state| state.document.source.clone());
        if source.len() <= LONGEST_AT_ONCE && !Rc::ptr_eq(&source, &self.kept.borrow()) {
            self.kept.replace(source);
            self.keep_draft();
        }
    }

    fn keep_draft(&self) {
        World::keep_draft(&self.store.read(State::draft));
    }

    /// When nobody is in the middle of anything, the running edit ends, and those who listen instead of
    /// looking are told.
    fn plan_rest(&self) {
        let store = self.store.clone();
        self.rest.after(REST_MS, move || {
            store.dispatch(Action::Settle);
            store.write(Pace::Rest);
            if store.read(|state| state.derived.failure.is_none()) {
                store.world().announce(&store.read(speech::result).text());
            }
        });
    }

    fn keep_story(&self) {
        let store = self.store.clone();
        let tick = move || store.dispatch(Action::Step(Walk::Beat));
        self.story.keep(self.store.read(|state| state.stepping().beat()), tick, |ms, slot, tick| slot.after(ms, tick));
    }

    fn keep_descent(&self) {
        let due = self.store.read(|state| state.session.descending.running.then_some(state.session.descending.tempo));
        let (store, stride) = (self.store.clone(), self.stride.clone());
        let tick = move || descend(&store, &stride, due == Some(Tempo::Fast));
        self.descent.keep(due, tick, |tempo, slot, tick| match tempo {
            Tempo::Fast => slot.at_frame(tick),
            Tempo::Normal => slot.after(NORMAL_MS, tick),
            Tempo::Slow => slot.after(SLOW_MS, tick),
        });
    }

    /// Playing sliders move at each frame, by the time that went by. While the page is hidden there are no frames,
    /// so that they wait.
    fn keep_playing(&self) {
        let on = self.store.read(|state| state.session.playing.is_on());
        self.played.set(on.then(|| self.played.get().unwrap_or_else(now)));
        let (store, played) = (self.store.clone(), self.played.clone());
        let tick = move || {
            let ms = played.replace(Some(now())).map_or(0.0, |last| now() - last);
            store.dispatch(Action::Point(point::Change::Beat(ms)));
        };
        self.playing.keep(on.then(moves_little), tick, |in_steps, slot, tick| {
            if in_steps {
                let frame = slot.clone();
                slot.after(STILL_MS, move || frame.at_frame(tick));
            } else {
                slot.at_frame(tick);
            }
        });
    }
}

/// One beat of a descent: a fast one makes as many steps as a frame has room for.
fn descend(store: &Store, stride: &Cell<usize>, fast: bool) {
    let steps = stride.get().max(1);
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
    stride.set(steps.min(MOST_STEPS));
}
