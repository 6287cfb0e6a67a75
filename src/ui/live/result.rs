//! The outcome, large.

use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use super::shown::Shown;
use crate::app::{Model, State, speech};
use crate::typeset::number;
use crate::ui::dom::{all_inside, inside};

/// The output and every partial derivative, large.
pub(in crate::ui) struct OutcomeSlots {
    pub model: Rc<Model>,
    result: Option<Figure>,
    partials: Vec<Figure>,
    reason: Option<Shown>,
}

impl OutcomeSlots {
    pub fn adopt(model: Rc<Model>, root: &Element) -> OutcomeSlots {
        let figure = |holder: &Element| Figure::new(holder, Some("data-value"), inside(holder, ".number"));
        OutcomeSlots {
            model,
            result: inside(root, "[data-result]").as_ref().map(figure),
            partials: all_inside(root, "[data-partial]").iter().map(figure).collect(),
            reason: Shown::text(root, ".outcome .reason"),
        }
    }

    pub fn write(&mut self, state: &State) {
        if let Some(result) = &mut self.result {
            show(result, state.output());
        }
        for (variable, partial) in self.partials.iter_mut().enumerate() {
            show(partial, state.partial(variable));
        }
        if let Some(reason) = &mut self.reason {
            reason.write(speech::reason(state).map_or(String::new(), |reason| reason.text()));
        }
    }
}

/// Long numbers are set smaller rather than cut: the style sheet divides the room by their length.
fn show(figure: &mut Figure, value: Option<f64>) {
    let before = figure.len();
    if figure.show(value, number) && figure.len() != before {
        figure.set_length();
    }
}
