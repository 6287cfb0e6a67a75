//! A number, text, attribute or class, bound at the element that shows it.
//!
//! A view says what an element shows with a closure over the state:
//!
//! ```text
//! <dd class="number" ref={bind.number("data-value", |state| state.output())} />
//! ```
//!
//! After it is rendered, its bindings are written once and registered with the store; from then on
//! each runs its closure at its pace and writes what changed, and nothing else. What an element shows
//! is never assumed: bindings are made anew by every rendering and know nothing at first, so that an
//! element that Yew keeps or reuses is written all the same.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::dom::{has_focus, set_property};
use super::pace::Pace;
use super::store::Store;
use super::view::Shared;
use crate::app::{Model, State};
use crate::typeset;

/// Something that writes what it shows of the state.
pub(in crate::ui) trait Writer {
    /// Writes what changed, if this is its pace.
    fn write(&mut self, state: &State, pace: Pace);
}

/// The bindings of one rendering of a component.
#[derive(Clone, Default)]
pub(in crate::ui) struct Binds(Rc<RefCell<Vec<Box<dyn Writer>>>>);

/// What an element shows, and when it is written.
pub(in crate::ui) struct Bound {
    show: Box<dyn FnMut(&Element, &State)>,
    pace: Pace,
}

struct Binding {
    at: NodeRef,
    shows: Vec<Bound>,
}

impl Writer for Binding {
    fn write(&mut self, state: &State, pace: Pace) {
        if pace != Pace::Mount && self.shows.iter().all(|bound| bound.pace != pace) {
            return;
        }
        let Some(element) = self.at.cast::<Element>() else { return };
        for bound in self.shows.iter_mut().filter(|bound| pace == Pace::Mount || bound.pace == pace) {
            (bound.show)(&element, state);
        }
    }
}

impl Writer for Binds {
    fn write(&mut self, state: &State, pace: Pace) {
        self.0.borrow_mut().iter_mut().for_each(|writer| writer.write(state, pace));
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
        self.add(Binding { at: at.clone(), shows: shows.into_iter().collect() });
    }

    /// A text.
    pub fn text(&self, show: impl Fn(&State) -> String + 'static) -> NodeRef {
        self.to([text(show)])
    }

    /// A number: all its digits in an attribute, a few of them as text.
    pub fn number(&self, attribute: &'static str, show: impl Fn(&State) -> Option<f64> + 'static) -> NodeRef {
        self.to([number(attribute, show)])
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

impl Bound {
    /// Written at another pace than within the event.
    pub fn at(self, pace: Pace) -> Bound {
        Bound { pace, ..self }
    }
}

/// Shows what changed since it was shown last; at first, whatever the element shows.
fn bound<T: PartialEq + 'static>(
    show: impl Fn(&State) -> T + 'static,
    mut write: impl FnMut(&Element, &T) + 'static,
) -> Bound {
    let mut shown: Option<T> = None;
    let show = move |element: &Element, state: &State| {
        let now = show(state);
        if shown.as_ref() != Some(&now) {
            write(element, &now);
            shown = Some(now);
        }
    };
    Bound { show: Box::new(show), pace: Pace::Event }
}

/// A text.
pub(in crate::ui) fn text(show: impl Fn(&State) -> String + 'static) -> Bound {
    bound(show, |element, text| set_text(element, text))
}

/// Elements, from their text, which the page made itself.
pub(in crate::ui) fn markup(show: impl Fn(&State) -> String + 'static) -> Bound {
    bound(show, |element, markup| element.set_inner_html(markup))
}

/// An attribute; none takes it away.
pub(in crate::ui) fn attribute(name: &'static str, show: impl Fn(&State) -> Option<String> + 'static) -> Bound {
    bound(show, move |element, value| {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    })
}

/// An attribute that says whether something holds.
pub(in crate::ui) fn flag(name: &'static str, show: impl Fn(&State) -> bool + 'static) -> Bound {
    bound(show, move |element, &holds| {
        let _ = element.set_attribute(name, if holds { "true" } else { "false" });
    })
}

/// An attribute that is there or not, as `hidden` is.
pub(in crate::ui) fn present(name: &'static str, show: impl Fn(&State) -> bool + 'static) -> Bound {
    attribute(name, move |state| show(state).then(String::new))
}

/// The classes that an element has besides `base`, each while its condition holds.
pub(in crate::ui) fn classes<const N: usize>(
    base: &'static str,
    names: [&'static str; N],
    show: impl Fn(&State) -> [bool; N] + 'static,
) -> Bound {
    bound(show, move |element, on| {
        let mut all = String::from(base);
        for (name, _) in names.iter().zip(on).filter(|(_, on)| **on) {
            all.push_str(if all.is_empty() { "" } else { " " });
            all.push_str(name);
        }
        let _ = element.set_attribute("class", &all);
    })
}

/// A number: all its digits in an attribute, a few of them as text. Absent while it is not known.
pub(in crate::ui) fn number(attribute: &'static str, show: impl Fn(&State) -> Option<f64> + 'static) -> Bound {
    let mut short = String::new();
    let mut first = true;
    bound(
        move |state| show(state).map(f64::to_bits),
        move |element, bits| {
            let value = bits.map(f64::from_bits);
            if !attribute.is_empty() {
                let _ = match value {
                    Some(value) => element.set_attribute(attribute, &typeset::exact(value)),
                    None => element.remove_attribute(attribute),
                };
            }
            let now = value.map(typeset::number).unwrap_or_default();
            if first || now != short {
                set_text(element, &now);
                (first, short) = (false, now);
            }
        },
    )
}

/// What stands in a box, but for one that a person is typing in: it is not written under their hands.
pub(in crate::ui) fn value(show: impl Fn(&State) -> String + 'static) -> Bound {
    let show = move |element: &Element, state: &State| {
        let Some(input) = wasm_bindgen::JsCast::dyn_ref::<HtmlInputElement>(element) else { return };
        if !has_focus(element) {
            set_value(input, &show(state));
        }
    };
    Bound { show: Box::new(show), pace: Pace::Event }
}

/// What the style sheet reads as a property.
pub(in crate::ui) fn property(name: &'static str, show: impl Fn(&State) -> String + 'static) -> Bound {
    bound(show, move |element, value| {
        if let Some(element) = wasm_bindgen::JsCast::dyn_ref::<HtmlElement>(element) {
            set_property(element, name, value);
        }
    })
}

/// Setting an equal value would move the caret.
pub(in crate::ui) fn set_value(input: &HtmlInputElement, text: &str) {
    if input.value() != text {
        input.set_value(text);
    }
}

/// Writes a text. A changed text node costs the browser less than a new one.
pub(in crate::ui) fn set_text(element: &Element, text: &str) {
    match element.first_child().filter(|_| element.child_element_count() == 0) {
        Some(node) if node.next_sibling().is_none() => {
            if node.node_value().as_deref() != Some(text) {
                node.set_node_value(Some(text));
            }
        }
        None if text.is_empty() => {}
        _ => element.set_text_content(Some(text)),
    }
}
