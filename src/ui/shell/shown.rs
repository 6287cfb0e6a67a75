//! A text, an attribute or elements that a writer shows in one place.

use web_sys::Element;
use yew::NodeRef;

use super::dom::set_text;

/// What a writer shows in one place; it is written only when it changes. Nothing is known of the place
/// before it is written first.
pub(in crate::ui) struct Shown {
    at: NodeRef,
    what: What,
    value: Option<String>,
}

enum What {
    Attribute(&'static str),
    Text,
    Markup,
}

impl Shown {
    /// An attribute of what stands in a place.
    pub fn attribute(at: &NodeRef, name: &'static str) -> Shown {
        Shown { at: at.clone(), what: What::Attribute(name), value: None }
    }

    /// The text in a place of its own.
    pub fn text() -> Shown {
        Shown { at: NodeRef::default(), what: What::Text, value: None }
    }

    /// The elements in a place of their own, from their text, which the page made itself.
    pub fn markup() -> Shown {
        Shown { at: NodeRef::default(), what: What::Markup, value: None }
    }

    /// The path of a place of its own.
    pub fn path() -> Shown {
        Shown::attribute(&NodeRef::default(), "d")
    }

    /// Where it is shown.
    pub fn at(&self) -> NodeRef {
        self.at.clone()
    }

    /// Shows this from now on.
    pub fn write(&mut self, value: impl Into<String>) {
        let value = value.into();
        if self.value.as_ref() == Some(&value) {
            return;
        }
        let Some(element) = self.at.cast::<Element>() else { return };
        match self.what {
            What::Attribute(name) => _ = element.set_attribute(name, &value),
            What::Text => set_text(&element, &value),
            What::Markup => element.set_inner_html(&value),
        }
        self.value = Some(value);
    }

    /// Takes the attribute away until it is written again.
    pub fn remove(&mut self) {
        if let (What::Attribute(name), Some(element)) = (&self.what, self.at.cast::<Element>()) {
            let _ = element.remove_attribute(name);
            self.value = None;
        }
    }
}
