//! The sliders and their boxes.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::app::{Input, Model, State};
use crate::typeset::exact;
use crate::ui::dom::{all_inside, document, inside};

/// The sliders and their boxes.
pub(in crate::ui) struct InputSlots {
    pub model: Rc<Model>,
    rows: Vec<InputSlot>,
}

struct InputSlot {
    slider: HtmlInputElement,
    value: HtmlInputElement,
    min: HtmlInputElement,
    max: HtmlInputElement,
    shown: Option<Input>,
}

impl InputSlots {
    pub fn adopt(model: Rc<Model>, root: &Element) -> InputSlots {
        let rows = all_inside(root, ".variable").into_iter().filter_map(|row| {
            let input = |selector| inside(&row, selector)?.dyn_into().ok();
            Some(InputSlot {
                slider: input("[data-var]")?,
                value: input("[data-var-input]")?,
                min: input("[data-var-min]")?,
                max: input("[data-var-max]")?,
                shown: None,
            })
        });
        InputSlots { model, rows: rows.collect() }
    }

    pub fn write(&mut self, state: &State) {
        for (slot, variable) in self.rows.iter_mut().zip(state.model.graph.variables()) {
            let input = state.document.input(&variable.name);
            if slot.shown != Some(input) {
                slot.write(input);
            }
        }
    }

    /// Boxes may hold what a person typed and left: next time they are written in any case.
    pub fn forget(&mut self) {
        for slot in &mut self.rows {
            slot.shown = None;
        }
    }
}

impl InputSlot {
    fn write(&mut self, input: Input) {
        self.shown = Some(input);
        let (min, max, value) = (exact(input.min), exact(input.max), exact(input.value));
        // The ends first: a slider never holds a value beyond them.
        self.slider.set_min(&min);
        self.slider.set_max(&max);
        set_value(&self.slider, &value);
        let part = (input.value - input.min) / (input.max - input.min);
        let _ = self.slider.style().set_property("--part", &format!("{part:.4}"));
        for (input, text) in [(&self.value, value), (&self.min, min), (&self.max, max)] {
            // What a person is typing is not overwritten under their hands.
            if document().active_element().as_ref() != Some(input.as_ref()) {
                set_value(input, &text);
            }
        }
    }
}

/// Setting an equal value would move the caret.
pub(super) fn set_value(input: &HtmlInputElement, text: &str) {
    if input.value() != text {
        input.set_value(text);
    }
}
