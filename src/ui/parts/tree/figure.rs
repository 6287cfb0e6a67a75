//! A number in the picture.

use web_sys::Element;

use crate::typeset::{self, Digits, number_with};
use crate::ui::shell::dom::{OwnText, set_optional};

/// A number in the picture: an attribute with all of its digits, or a text with a few. Nothing is known of
/// what stands there before it is written first.
#[derive(Default)]
pub(super) struct Figure {
    bits: Option<Option<u64>>,
    text: Option<String>,
    written: OwnText,
}

impl Figure {
    /// Whether another number is to be shown than before.
    fn is_new(&mut self, value: Option<f64>) -> bool {
        let bits = value.map(f64::to_bits);
        self.bits.replace(bits) != Some(bits)
    }

    /// Shows all digits in an attribute, which is absent while there is no number.
    pub fn attribute(&mut self, element: &Element, name: &str, value: Option<f64>) {
        if self.is_new(value) {
            set_optional(element, name, value.map(typeset::exact).as_deref());
        }
    }

    /// Shows a few digits; says whether the text is another one.
    pub fn text(&mut self, element: &Element, value: Option<f64>, short: impl FnOnce(f64) -> String) -> bool {
        if !self.is_new(value) {
            return false;
        }
        let text = value.map(short).unwrap_or_default();
        if self.text.as_ref() == Some(&text) {
            return false;
        }
        self.written.write(element, &text);
        self.text = Some(text);
        true
    }

    /// The same number will be written anew, for its text is made in another way from now on.
    pub fn forget(&mut self) {
        self.bits = None;
    }

    /// Length of the text in characters.
    pub fn len(&self) -> usize {
        self.text.as_ref().map_or(0, |text| text.chars().count())
    }
}

/// A number as the picture has room for.
pub(super) fn short(value: f64) -> String {
    number_with(value, Digits(4))
}
