use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use crate::app::{Model, State};
use crate::plot::Window;
use crate::typeset::number;
use crate::ui::dom::{all_inside, inside, set_attribute, set_class};

/// Nodes times rows that are computed within an event; more follow in a pause.
const MOST_WORK: usize = 100_000;

/// The mean over the rows of the data, and what each row has to do with it.
pub(in crate::ui) struct DataSlots {
    pub model: Rc<Model>,
    root: Element,
    mean: Option<Figure>,
    values: Vec<Figure>,
    predictions: Vec<Figure>,
    sentence: Option<Element>,
    shown: String,
}

impl DataSlots {
    pub fn adopt(model: Rc<Model>, root: &Element) -> DataSlots {
        let figures = |selector| {
            let cells = all_inside(root, selector).into_iter();
            cells.map(|cell| Figure::new(&cell, Some("data-value"), Some(cell.clone()))).collect()
        };
        DataSlots {
            model,
            mean: inside(root, "[data-mean]").map(|mean| Figure::new(&mean, Some("data-value"), Some(mean.clone()))),
            values: figures("td.value"),
            predictions: figures("td.prediction"),
            sentence: inside(root, ".average"),
            shown: String::new(),
            root: root.clone(),
        }
    }

    /// Within an event only what is soon done; `at_leisure` whatever there is.
    pub fn write(&mut self, state: &State, at_leisure: bool) {
        let Some(mean) = &mut self.mean else { return };
        let work = state.model.graph.len() * state.data.rows.len();
        let soon = at_leisure || work <= MOST_WORK;
        set_class(&self.root, "old", !soon);
        if !soon {
            return;
        }
        let Some(now) = state.mean() else { return };
        mean.show(Some(now.value), number);
        for (slot, value) in self.values.iter_mut().zip(now.values) {
            slot.show(Some(value), number);
        }
        for (slot, value) in self.predictions.iter_mut().zip(state.predictions()) {
            slot.show(Some(value), number);
        }
        if let Some(sentence) = self.sentence.as_ref().filter(|_| now.sentence != self.shown) {
            sentence.set_text_content(Some(&now.sentence));
            self.shown = now.sentence;
        }
    }
}

/// The curve that is fitted to the rows.
pub(in crate::ui) struct FitSlots {
    pub model: Rc<Model>,
    curve: Element,
    window: Window,
}

impl FitSlots {
    pub fn adopt(model: Rc<Model>, root: &Element, window: Window) -> Option<FitSlots> {
        Some(FitSlots { model, curve: inside(root, ".fitted")?, window })
    }

    pub fn write(&self, state: &State) {
        let path = state.fitted_curve(&self.window).unwrap_or_default();
        if self.curve.get_attribute("d").as_deref() != Some(&path) {
            set_attribute(&self.curve, "d", &path);
        }
    }
}
