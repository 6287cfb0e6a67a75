//! Anything on the screen that is a text.

use web_sys::Element;

use crate::ui::dom::inside;

/// What stands in an attribute or a text; it is written only when it changes.
pub(super) struct Shown {
    element: Element,
    what: What,
    value: Option<String>,
}

enum What {
    Attribute(&'static str),
    Text,
    Markup,
}

impl Shown {
    /// An attribute of the first element inside that matches.
    pub fn attribute(root: &Element, selector: &str, name: &'static str) -> Option<Shown> {
        Some(Shown { element: inside(root, selector)?, what: What::Attribute(name), value: None })
    }

    /// The text in the first element inside that matches.
    pub fn text(root: &Element, selector: &str) -> Option<Shown> {
        Some(Shown { element: inside(root, selector)?, what: What::Text, value: None })
    }

    /// The elements in the first element inside that matches.
    pub fn markup(root: &Element, selector: &str) -> Option<Shown> {
        Some(Shown { element: inside(root, selector)?, what: What::Markup, value: None })
    }

    /// Shows this from now on.
    pub fn write(&mut self, value: impl Into<String>) {
        let value = value.into();
        if self.value.as_ref() == Some(&value) {
            return;
        }
        match self.what {
            What::Attribute(name) => _ = self.element.set_attribute(name, &value),
            What::Text => self.element.set_text_content(Some(&value)),
            What::Markup => self.element.set_inner_html(&value),
        }
        self.value = Some(value);
    }
}
