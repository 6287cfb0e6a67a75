//! A number, text, attribute or class, bound at the element that shows it.
//!
//! A view says what an element shows with a closure over the state:
//!
//! ```text
//! <dd class="number" ref={bind.number(|state| state.stepping().output())} />
//! ```
//!
//! After it is rendered, its bindings are written once and registered with the store; from then on
//! each runs its closure at its pace and writes what changed, and nothing else. What an element shows
//! is never assumed: bindings are made anew by every rendering and know nothing at first, so that an
//! element that Yew keeps or reuses is written all the same.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::dom::{OwnText, has_focus, set_optional, set_property, set_value};
use super::pace::Pace;
use super::shared::Shared;
use super::store::Store;
use super::writer::Writer;
use crate::app::{Model, State};
use crate::typeset;
use crate::words::Message;

/// The bindings of one rendering of a component.
#[derive(Clone, Default)]
pub(in crate::ui) struct Binds(Rc<RefCell<Vec<Box<dyn Writer>>>>);

/// What an element shows, and when it is written.
pub(in crate::ui) struct Bound {
    shows: Shows,
    pace: Pace,
    /// Whether it is written as soon as its element is there.
    at_once: bool,
}

/// Reads something of the state.
type Read<T> = Box<dyn Fn(&State) -> T>;

/// Does something with an element.
type Act = Box<dyn FnMut(&Element, &State)>;

/// The ways of showing something; each keeps what it has shown, or knows that it has shown nothing yet.
enum Shows {
    /// A text somewhere in an element; none is an attribute that is not there.
    Text { place: Place, show: Read<Option<String>>, shown: Option<Option<String>> },
    /// A number somewhere in an element: formatting one costs more than comparing it.
    Number { place: Place, show: Read<Option<f64>>, shown: Option<Option<u64>> },
    /// A message somewhere in an element: rendering one costs more than comparing it.
    Message { place: Place, show: Read<Option<Message>>, shown: Option<Option<Message>> },
    /// What stands in a box.
    Value(Read<String>),
    /// Anything else.
    Act(Act),
}

/// Where in an element something is shown.
enum Place {
    Text(OwnText),
    Attribute(&'static str),
    Property(&'static str),
}

impl Place {
    fn text() -> Place {
        Place::Text(OwnText::default())
    }

    fn write(&mut self, element: &Element, text: Option<&str>) {
        match self {
            Place::Text(own) => own.write(element, text.unwrap_or_default()),
            Place::Attribute(name) => set_optional(element, name, text),
            Place::Property(name) => {
                if let Some(element) = element.dyn_ref::<HtmlElement>() {
                    set_property(element, name, text.unwrap_or_default());
                }
            }
        }
    }
}

impl Shows {
    fn write(&mut self, element: &Element, state: &State) {
        match self {
            Shows::Text { place, show, shown } => {
                let now = show(state);
                if shown.as_ref() != Some(&now) {
                    place.write(element, now.as_deref());
                    *shown = Some(now);
                }
            }
            Shows::Number { place, show, shown } => {
                let now = show(state);
                let bits = now.map(f64::to_bits);
                if *shown != Some(bits) {
                    let digits = if matches!(place, Place::Text(_)) { typeset::number } else { typeset::exact };
                    place.write(element, now.map(digits).as_deref());
                    *shown = Some(bits);
                }
            }
            Shows::Message { place, show, shown } => {
                let now = show(state);
                if shown.as_ref() != Some(&now) {
                    place.write(element, now.as_ref().map(Message::text).as_deref());
                    *shown = Some(now);
                }
            }
            Shows::Value(show) => {
                let Some(input) = element.dyn_ref::<HtmlInputElement>() else { return };
                if !has_focus(element) {
                    set_value(input, &show(state));
                }
            }
            Shows::Act(act) => act(element, state),
        }
    }
}

struct Binding {
    at: NodeRef,
    /// The element, once it is on the page.
    there: Option<Element>,
    shows: Vec<Bound>,
}

impl Writer for Binding {
    fn write(&mut self, state: &State, pace: Pace) {
        if pace == Pace::Mount {
            self.there = self.at.cast();
        }
        let Some(element) = &self.there else { return };
        let due = self.shows.iter_mut().filter(|bound| bound.is_due(pace));
        due.for_each(|bound| bound.shows.write(element, state));
    }

    fn wants_pause(&self) -> bool {
        self.shows.iter().any(|bound| !bound.at_once)
    }
}

impl Writer for Binds {
    fn write(&mut self, state: &State, pace: Pace) {
        self.0.borrow_mut().iter_mut().for_each(|writer| writer.write(state, pace));
    }

    fn wants_pause(&self) -> bool {
        self.0.borrow().iter().any(|writer| writer.wants_pause())
    }
}

impl Binds {
    /// Binds several things at one element.
    pub fn to(&self, shows: impl IntoIterator<Item = Bound>) -> NodeRef {
        let at = NodeRef::default();
        self.at(&at, shows);
        at
    }

    /// The same, at an element that its view needs to hold as well.
    pub fn at(&self, at: &NodeRef, shows: impl IntoIterator<Item = Bound>) {
        self.add(Binding { at: at.clone(), there: None, shows: shows.into_iter().collect() });
    }

    /// A text.
    pub fn text(&self, show: impl Fn(&State) -> String + 'static) -> NodeRef {
        self.to([text(show)])
    }

    /// A message.
    pub fn say(&self, show: impl Fn(&State) -> Option<Message> + 'static) -> NodeRef {
        self.to([say(show)])
    }

    /// A number, as a text with a few digits.
    pub fn number(&self, show: impl Fn(&State) -> Option<f64> + 'static) -> NodeRef {
        self.to([number(show)])
    }

    /// Registers something with many elements, which writes them itself.
    pub fn add(&self, writer: impl Writer + 'static) {
        self.0.borrow_mut().push(Box::new(writer));
    }
}

/// Bindings for what is being rendered. With a model they rest while the state has another one: Yew is
/// about to render anew what depends on it.
#[hook]
pub(in crate::ui) fn use_binds(store: &Store, model: Option<&Shared<Model>>) -> Binds {
    let binds = Binds::default();
    let place = *use_memo(store.clone(), Store::reserve);
    {
        let (store, model, binds) = (store.clone(), model.cloned(), binds.clone());
        use_effect(move || store.mount(place, model, binds));
    }
    let store = store.clone();
    use_effect_with((), move |()| move || store.unmount(place));
    binds
}

/// What a component is rendered from, read anew whenever it changed; for what changes its structure
/// from one moment to the next, and not only its texts.
#[hook]
pub(in crate::ui) fn use_redraw<T: PartialEq + Clone + 'static>(
    store: &Store,
    pace: Pace,
    show: impl Fn(&State) -> T + 'static,
) -> T {
    let update = use_force_update();
    let shown = store.read(&show);
    let binds = use_binds(store, None);
    binds.add(Redraw { show, shown: shown.clone(), pace, update });
    shown
}

struct Redraw<T, F> {
    show: F,
    shown: T,
    pace: Pace,
    update: UseForceUpdateHandle,
}

impl<T: PartialEq, F: Fn(&State) -> T> Writer for Redraw<T, F> {
    fn write(&mut self, state: &State, pace: Pace) {
        if pace == self.pace {
            let now = (self.show)(state);
            if now != self.shown {
                self.shown = now;
                self.update.force_update();
            }
        }
    }
}

impl Bound {
    fn new(shows: Shows) -> Bound {
        Bound { shows, pace: Pace::Event, at_once: true }
    }

    fn text(place: Place, show: impl Fn(&State) -> Option<String> + 'static) -> Bound {
        Bound::new(Shows::Text { place, show: Box::new(show), shown: None })
    }

    fn message(place: Place, show: impl Fn(&State) -> Option<Message> + 'static) -> Bound {
        Bound::new(Shows::Message { place, show: Box::new(show), shown: None })
    }

    fn number(place: Place, show: impl Fn(&State) -> Option<f64> + 'static) -> Bound {
        Bound::new(Shows::Number { place, show: Box::new(show), shown: None })
    }

    /// A callback that runs once, after the first pause.
    pub fn once(act: impl FnOnce(&Element) + 'static) -> Bound {
        let mut act = Some(act);
        let once = move |element: &Element, _: &State| {
            if let Some(act) = act.take() {
                act(element);
            }
        };
        Bound { pace: Pace::Pause, at_once: false, ..Bound::new(Shows::Act(Box::new(once))) }
    }

    fn is_due(&self, pace: Pace) -> bool {
        if pace == Pace::Mount { self.at_once } else { self.pace == pace }
    }
}

/// Anything else: `write` is called when what `show` gives is not what was shown last, and at first
/// whatever the element shows.
pub(in crate::ui) fn bound<T: PartialEq + 'static>(
    show: impl Fn(&State) -> T + 'static,
    mut write: impl FnMut(&Element, &T) + 'static,
) -> Bound {
    let mut shown: Option<T> = None;
    Bound::new(Shows::Act(Box::new(move |element, state| {
        let now = show(state);
        if shown.as_ref() != Some(&now) {
            write(element, &now);
            shown = Some(now);
        }
    })))
}

/// A text.
pub(in crate::ui) fn text(show: impl Fn(&State) -> String + 'static) -> Bound {
    Bound::text(Place::text(), move |state| Some(show(state)))
}

/// A message as a text; no text while there is nothing to say.
pub(in crate::ui) fn say(show: impl Fn(&State) -> Option<Message> + 'static) -> Bound {
    Bound::message(Place::text(), show)
}

/// A message in an attribute, as a label is.
pub(in crate::ui) fn label(name: &'static str, show: impl Fn(&State) -> Message + 'static) -> Bound {
    Bound::message(Place::Attribute(name), move |state| Some(show(state)))
}

/// An attribute; none takes it away.
pub(in crate::ui) fn attribute(name: &'static str, show: impl Fn(&State) -> Option<String> + 'static) -> Bound {
    Bound::text(Place::Attribute(name), show)
}

/// An attribute that says whether something holds.
pub(in crate::ui) fn flag(name: &'static str, show: impl Fn(&State) -> bool + 'static) -> Bound {
    attribute(name, move |state| Some(show(state).to_string()))
}

/// The classes that an element has besides `base`, each while its condition holds.
pub(in crate::ui) fn classes<const N: usize>(
    base: &'static str,
    names: [&'static str; N],
    show: impl Fn(&State) -> [bool; N] + 'static,
) -> Bound {
    attribute("class", move |state| Some(with_classes(base, &names, &show(state))))
}

fn with_classes(base: &str, names: &[&str], on: &[bool]) -> String {
    let mut all = String::from(base);
    for (name, _) in names.iter().zip(on).filter(|(_, on)| **on) {
        all.push_str(if all.is_empty() { "" } else { " " });
        all.push_str(name);
    }
    all
}

/// A number, as a text with a few digits; no text while it is not known.
pub(in crate::ui) fn number(show: impl Fn(&State) -> Option<f64> + 'static) -> Bound {
    Bound::number(Place::text(), show)
}

/// All digits of a number in an attribute; absent while it is not known.
pub(in crate::ui) fn digits(name: &'static str, show: impl Fn(&State) -> Option<f64> + 'static) -> Bound {
    Bound::number(Place::Attribute(name), show)
}

/// What stands in a box, but for one that a person is typing in: it is not written under their hands.
pub(in crate::ui) fn value(show: impl Fn(&State) -> String + 'static) -> Bound {
    Bound::new(Shows::Value(Box::new(show)))
}

/// What the style sheet reads as a property.
pub(in crate::ui) fn property(name: &'static str, show: impl Fn(&State) -> String + 'static) -> Bound {
    Bound::text(Place::Property(name), move |state| Some(show(state)))
}
