//! The rows of the data, their mean, and the curve that is fitted to them.

use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use super::shown::Shown;
use crate::app::{Model, State};
use crate::plot::Window;
use crate::typeset::number;
use crate::ui::dom::{all_inside, inside, set_class};

/// Nodes times rows that are computed within an event; more follow in a pause.
const MOST_WORK: usize = 100_000;

/// The mean over the rows of the data, and what each row has to do with it.
pub(in crate::ui) struct DataSlots {
    pub model: Rc<Model>,
    root: Element,
    mean: Option<Figure>,
    values: Vec<Figure>,
    predictions: Vec<Figure>,
    sentence: Option<Shown>,
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
            sentence: Shown::text(root, ".average"),
            root: root.clone(),
        }
    }

    /// Within an event only what is soon done.
    pub fn write(&mut self, state: &State) {
        let soon = state.model.graph.len() * state.data.rows.len() <= MOST_WORK;
        if soon {
            self.write_all(state);
        } else {
            set_class(&self.root, "old", true);
        }
    }

    /// Whatever there is.
    pub fn write_all(&mut self, state: &State) {
        set_class(&self.root, "old", false);
        let Some(mean) = &mut self.mean else { return };
        let Some(now) = state.mean() else { return };
        mean.show(Some(now.value), number);
        for (slot, value) in self.values.iter_mut().zip(now.values) {
            slot.show(Some(value), number);
        }
        for (slot, value) in self.predictions.iter_mut().zip(state.predictions()) {
            slot.show(Some(value), number);
        }
        if let Some(sentence) = &mut self.sentence {
            sentence.write(now.sentence.map_or(String::new(), |sentence| sentence.text()));
        }
    }
}

/// The curve that is fitted to the rows.
pub(in crate::ui) struct FitSlots {
    pub model: Rc<Model>,
    curve: Shown,
    window: Window,
}

impl FitSlots {
    pub fn adopt(model: Rc<Model>, root: &Element, window: Window) -> Option<FitSlots> {
        Some(FitSlots { model, curve: Shown::attribute(root, ".fitted", "d")?, window })
    }

    pub fn write(&mut self, state: &State) {
        self.curve.write(state.fitted_curve(&self.window).unwrap_or_default());
    }
}
