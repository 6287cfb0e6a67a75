//! The state of the page, and what follows from a change of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{AttrValue, Callback};

use super::effects::Effects;
use super::live::{Live, TransportSlots};
use crate::app::data::{self, Data};
use crate::app::{Action, Failure, Model, Panel, State, Theme, descent, plot, reduce, speech};
use crate::autodiff::Tangents;
use crate::graph::{NodeId, Options};

/// A shared value that is compared by its place in memory: models hold NaN, which is unequal to
/// itself and would redraw for ever, and comparing them costs more than drawing them.
#[derive(Debug)]
pub(super) struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// While the story plays faster than this, its sentences are not read out.
const SPOKEN_MS: u32 = 1_000;

/// The part of the state that Yew draws. Numbers, hover and selection are not in it.
#[derive(Clone, PartialEq)]
pub(super) struct View {
    pub model: Shared<Model>,
    pub failure: Option<Shared<Failure>>,
    pub source: AttrValue,
    pub options: Options,
    /// The variable of forward mode, if that is on.
    pub forward: Option<usize>,
    pub theme: Theme,
    pub can_undo: bool,
    pub can_redo: bool,
    pub data: Shared<Data>,
    pub rows: data::Options,
    pub descent: descent::Shape,
    /// Without the window: what is in it is drawn without Yew.
    pub plot: plot::Options,
    pub panel: Panel,
}

impl View {
    fn of(state: &State) -> View {
        View {
            model: Shared(state.model.clone()),
            failure: state.failure.clone().map(Shared),
            source: state.document.source.clone().into(),
            options: state.document.options,
            forward: state.tangents.as_ref().map(Tangents::variable),
            theme: state.theme,
            can_undo: state.history.can_undo(),
            can_redo: state.history.can_redo(),
            data: Shared(state.data.clone()),
            rows: state.document.data.clone(),
            descent: state.descent_shape(),
            plot: plot::Options { window: None, ..state.document.plot.clone() },
            panel: state.document.panel,
        }
    }
}

/// The one state of the page; clones are the same store.
#[derive(Clone)]
pub(super) struct Store(Rc<Inner>);

struct Inner {
    state: RefCell<Option<State>>,
    live: RefCell<Live>,
    effects: Effects,
    redraw: RefCell<Callback<()>>,
    show: RefCell<Callback<NodeId>>,
    ticks: RefCell<Listeners>,
    pauses: RefCell<Listeners>,
    quiet: Cell<bool>,
}

/// Parts of the page that want to be told.
type Listeners = Vec<(&'static str, Callback<()>)>;

fn listen(listeners: &RefCell<Listeners>, part: &'static str, callback: Callback<()>) {
    let mut listeners = listeners.borrow_mut();
    match listeners.iter_mut().find(|(name, _)| *name == part) {
        Some((_, earlier)) => *earlier = callback,
        None => listeners.push((part, callback)),
    }
}

fn tell(listeners: &RefCell<Listeners>) {
    // One that is told may begin to listen to something else.
    let listeners = listeners.borrow().clone();
    for (_, callback) in listeners {
        callback.emit(());
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
        let mut state = State::open(&Effects::hash());
        state.theme = Effects::stored_theme();
        Effects::apply_theme(state.theme);
        let store = Store(Rc::new(Inner {
            state: RefCell::new(Some(state)),
            live: RefCell::default(),
            effects: Effects::default(),
            redraw: RefCell::default(),
            show: RefCell::default(),
            ticks: RefCell::default(),
            pauses: RefCell::default(),
            quiet: Cell::new(true),
        }));
        store.0.effects.listen(&store);
        store
    }

    /// Whom to tell that Yew has something to draw.
    pub fn on_redraw(&self, redraw: Callback<()>) {
        *self.0.redraw.borrow_mut() = redraw;
    }

    /// Whom to tell that a node should come into view.
    pub fn on_show(&self, show: Callback<NodeId>) {
        *self.0.show.borrow_mut() = show;
    }

    /// Whom to tell that numbers or the choice changed, as often as that happens.
    /// Each part of the page has one place, which its latest call takes.
    pub fn on_tick(&self, part: &'static str, tick: Callback<()>) {
        listen(&self.0.ticks, part, tick);
    }

    /// Whom to tell that there is a pause after changes.
    pub fn on_pause(&self, part: &'static str, pause: Callback<()>) {
        listen(&self.0.pauses, part, pause);
    }

    /// Reads the state.
    pub fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(self.0.state.borrow().as_ref().expect("the state is only away inside of dispatch"))
    }

    /// What Yew draws.
    pub fn view(&self) -> View {
        self.read(View::of)
    }

    /// Does what a person did: the state, the numbers on the screen at once, the rest as needed.
    pub fn dispatch(&self, action: Action) {
        let before = self.view();
        let stepped = matches!(action, Action::Step(_) | Action::Play(_));
        let points = matches!(action, Action::Hover(_));
        let chooses = matches!(action, Action::Select(_) | Action::SelectEdge(_));
        let light = (stepped && !self.read(|state| state.descending.watching))
            || points
            || chooses
            || matches!(action, Action::Settle | Action::SetSpeed(_));
        let state = self.0.state.borrow_mut().take().expect("dispatch is not called from within reduce");
        let after = reduce(state, action);
        *self.0.state.borrow_mut() = Some(after);
        let view = self.view();
        if before.theme != view.theme {
            Effects::store_theme(view.theme);
            Effects::apply_theme(view.theme);
        }
        if before.model == view.model {
            self.refresh();
        }
        if before != view {
            self.0.redraw.borrow().emit(());
        }
        if !points {
            tell(&self.0.ticks);
        }
        if !light {
            self.0.quiet.set(false);
            self.0.effects.document_changed(self);
        }
        self.0.effects.keep_time(self);
        self.0.effects.keep_descending(self);
        if stepped {
            self.stepped();
        }
    }

    /// Follows a step: its node comes into view, and those who listen hear the sentence unless
    /// there is no time for it.
    fn stepped(&self) {
        if let Some(node) = self.read(State::step_node) {
            self.0.show.borrow().emit(node);
        }
        self.read(|state| {
            if state.beat().is_none_or(|beat| beat >= SPOKEN_MS) {
                self.0.live.borrow_mut().speak(state);
                if !TransportSlots::has_focus() {
                    Effects::announce(&speech::result(state).text());
                }
            }
        });
    }

    /// Writes all numbers and lights again.
    pub fn refresh(&self) {
        self.read(|state| self.0.live.borrow_mut().write(state));
    }

    /// Draws what of the descent is too much for every event.
    pub fn draw_descent(&self) {
        self.read(|state| {
            let mut live = self.0.live.borrow_mut();
            if let Some(descent) = live.descent.as_mut().filter(|descent| Rc::ptr_eq(&descent.model, &state.model)) {
                descent.draw(state);
            }
        });
    }

    /// Lets a component hand over the elements that numbers are written into, and fills them.
    pub fn adopt(&self, hand_over: impl FnOnce(&mut Live)) {
        let mut live = self.0.live.borrow_mut();
        hand_over(&mut live);
        self.read(|state| live.write(state));
    }

    /// Has the elements that numbers are written into do something of their own.
    pub fn live<T>(&self, act: impl FnOnce(&mut Live, &State) -> T) -> T {
        self.read(|state| act(&mut self.0.live.borrow_mut(), state))
    }

    /// Things on the way to the world outside.
    pub fn effects(&self) -> &Effects {
        &self.0.effects
    }

    /// A pause after changes: ends the running edit and tells those who listen instead of looking.
    pub fn settle(&self) {
        if self.0.quiet.replace(true) {
            return;
        }
        self.dispatch(Action::Settle);
        self.read(|state| {
            self.0.live.borrow_mut().speak(state);
            if state.failure.is_none() {
                Effects::announce(&speech::result(state).text());
            }
        });
        tell(&self.0.pauses);
    }
}
