//! The one state of the page, and who writes what of it on the screen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::Callback;

use super::pace::{Pace, Paces};
use super::shared::Shared;
use super::view::View;
use super::world::World;
use super::writer::Writer;
use crate::app::{Action, Effects, Model, State, reduce};
use crate::graph::NodeId;
use crate::words::{self, Language};

/// The one state of the page; clones are the same store.
#[derive(Clone)]
pub(in crate::ui) struct Store(Rc<Inner>);

struct Inner {
    state: RefCell<Option<State>>,
    writers: RefCell<Vec<Mounted>>,
    places: Cell<usize>,
    paces: Paces,
    world: World,
    redraw: RefCell<Callback<()>>,
    show: RefCell<Callback<NodeId>>,
    follow: RefCell<Callback<Effects>>,
}

/// A writer whose elements are on the page.
#[derive(Clone)]
struct Mounted {
    place: usize,
    /// It rests while the state has another model than this.
    model: Option<Shared<Model>>,
    writer: Rc<RefCell<dyn Writer>>,
}

impl Mounted {
    fn write(&self, state: &State, pace: Pace) {
        if self.model.as_ref().is_none_or(|model| Rc::ptr_eq(&model.0, &state.derived.model)) {
            self.writer.borrow_mut().write(state, pace);
        }
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// The page as its address says.
    pub fn open() -> Store {
        let mut state = State::open(&World::opening());
        state.session.theme = World::stored_theme();
        state.session.language = Language::near(&words::spoken_language()).unwrap_or(Language::ENGLISH);
        Store(Rc::new(Inner {
            state: RefCell::new(Some(state)),
            writers: RefCell::default(),
            places: Cell::default(),
            paces: Paces::default(),
            world: World::default(),
            redraw: RefCell::default(),
            show: RefCell::default(),
            follow: RefCell::default(),
        }))
    }

    /// Sets the callback that is called when Yew has something to draw.
    pub fn on_redraw(&self, redraw: Callback<()>) {
        *self.0.redraw.borrow_mut() = redraw;
    }

    /// Sets the callback that is called when a node should come into view.
    pub fn on_show(&self, show: Callback<NodeId>) {
        *self.0.show.borrow_mut() = show;
    }

    /// Sets the callback that carries out the effects of an action.
    pub fn on_effects(&self, follow: Callback<Effects>) {
        *self.0.follow.borrow_mut() = follow;
    }

    /// Reads the state.
    pub fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(self.0.state.borrow().as_ref().expect("the state is only away inside of dispatch"))
    }

    /// What Yew draws.
    pub fn view(&self) -> View {
        self.read(View::of)
    }

    /// The world around the page.
    pub fn world(&self) -> &World {
        &self.0.world
    }

    /// A place for one writer.
    pub fn reserve(&self) -> usize {
        self.0.places.set(self.0.places.get() + 1);
        self.0.places.get()
    }

    /// The elements of a writer are on the page: they are written at once, and from then on at its
    /// pace. The one that had the place before has it no more.
    pub fn mount(&self, place: usize, model: Option<Shared<Model>>, writer: impl Writer + 'static) {
        let mounted = Mounted { place, model, writer: Rc::new(RefCell::new(writer)) };
        self.read(|state| mounted.write(state, Pace::Mount));
        if mounted.writer.borrow().wants_pause() {
            let store = self.clone();
            self.0.paces.pause(move || store.write(Pace::Pause));
        }
        let mut writers = self.0.writers.borrow_mut();
        match writers.iter_mut().find(|mounted| mounted.place == place) {
            Some(before) => *before = mounted,
            None => writers.push(mounted),
        }
    }

    /// The elements of a writer are gone.
    pub fn unmount(&self, place: usize) {
        self.0.writers.borrow_mut().retain(|mounted| mounted.place != place);
    }

    /// Writes what changed, of all that is on the page.
    pub fn write(&self, pace: Pace) {
        // A writer may have others mounted.
        let writers = self.0.writers.borrow().clone();
        self.read(|state| {
            writers.iter().for_each(|mounted| mounted.write(state, pace));
        });
    }

    /// What is written at the next frame, and what after a pause, is due.
    pub fn follow(&self) {
        let store = self.clone();
        self.0.paces.follow(move |pace| store.write(pace));
    }

    /// Does what a person did: the state, the numbers on the screen at once, the rest at its pace.
    pub fn dispatch(&self, action: Action) {
        let before = self.view();
        let state = self.0.state.borrow_mut().take().expect("dispatch is not called from within reduce");
        let (state, effects) = reduce(state, action);
        *self.0.state.borrow_mut() = Some(state);
        self.write(Pace::Event);
        if self.view() != before {
            self.0.redraw.borrow().emit(());
        }
        if effects.numbers {
            self.follow();
        }
        if let Some(node) = effects.show {
            self.0.show.borrow().emit(node);
        }
        self.0.follow.borrow().emit(effects);
    }
}
