//! What a variable's slider and its boxes show.

use web_sys::{Element, HtmlInputElement};
use yew::NodeRef;

use crate::app::{Input, State};
use crate::typeset::exact;
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::{has_focus, set_property, set_value};
use crate::ui::shell::pace::Pace;

/// The slider of a variable, with the boxes for its value and its ends.
pub(super) struct SliderRow {
    name: String,
    places: [NodeRef; 4],
    shown: Option<Input>,
}

impl SliderRow {
    pub fn new(name: &str) -> SliderRow {
        SliderRow { name: name.to_owned(), places: Default::default(), shown: None }
    }

    /// Where slider, value, smallest and largest value are to be shown.
    pub fn places(&self) -> [NodeRef; 4] {
        self.places.clone()
    }
}

impl Writer for SliderRow {
    fn write(&mut self, state: &State, pace: Pace) {
        let input = state.document.input(&self.name);
        if self.shown == Some(input) || !matches!(pace, Pace::Mount | Pace::Event) {
            return;
        }
        let [slider, boxes @ ..] = &self.places;
        let Some(slider) = slider.cast::<HtmlInputElement>() else { return };
        self.shown = Some(input);
        let (min, max, value) = (exact(input.min), exact(input.max), exact(input.value));
        // The ends first: a slider never holds a value beyond them.
        slider.set_min(&min);
        slider.set_max(&max);
        set_value(&slider, &value);
        let part = (input.value - input.min) / (input.max - input.min);
        set_property(&slider, "--part", &format!("{part:.4}"));
        for (place, text) in boxes.iter().zip([value, min, max]) {
            // What a person is typing is not overwritten under their hands.
            if let Some(field) = place.cast::<HtmlInputElement>()
                && !has_focus(AsRef::<Element>::as_ref(&field))
            {
                set_value(&field, &text);
            }
        }
    }
}
