//! A number on the screen.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::typeset;

/// A number on the screen: an attribute with all of its digits, and a text with a few.
pub(super) struct Figure {
    holder: Element,
    attribute: Option<&'static str>,
    text: Option<Element>,
    /// Bits of the number that is shown; the outer none says that nothing was written yet.
    bits: Option<Option<u64>>,
    shown: String,
}

impl Figure {
    pub fn new(holder: &Element, attribute: Option<&'static str>, text: Option<Element>) -> Figure {
        Figure { holder: holder.clone(), attribute, text, bits: None, shown: String::new() }
    }

    /// Shows a number, or that there is none. Touches only what changed, and says whether the text did.
    pub fn show(&mut self, value: Option<f64>, short: impl FnOnce(f64) -> String) -> bool {
        let bits = value.map(f64::to_bits);
        if self.bits == Some(bits) {
            return false;
        }
        self.bits = Some(bits);
        if let Some(attribute) = self.attribute {
            let _ = match value {
                Some(value) => self.holder.set_attribute(attribute, &typeset::exact(value)),
                None => self.holder.remove_attribute(attribute),
            };
        }
        let Some(text) = &self.text else { return false };
        let shown = value.map(short).unwrap_or_default();
        if shown == self.shown {
            return false;
        }
        // A changed text node costs the browser less than a new one.
        match text.first_child() {
            Some(node) => node.set_node_value(Some(&shown)),
            None => text.set_text_content(Some(&shown)),
        }
        self.shown = shown;
        true
    }

    /// The same number will be written anew, for its text is made in another way from now on.
    pub fn forget(&mut self) {
        self.bits = None;
    }

    /// Tells the style sheet how long the text is.
    pub fn set_length(&self) {
        if let Some(holder) = self.holder.dyn_ref::<HtmlElement>() {
            let _ = holder.style().set_property("--length", &self.len().to_string());
        }
    }

    /// Length of the shown text in characters.
    pub fn len(&self) -> usize {
        self.shown.chars().count()
    }
}
