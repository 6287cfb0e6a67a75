//! The only writer of numbers.
//!
//! After Yew has rendered a structure, its component hands over the elements; from then on every
//! new trace is compared with what stands there, and only strings that changed are written,
//! within the event that changed them.

mod data;
mod descend;
mod figure;
mod formulas;
mod inputs;
mod plot;
mod result;
mod shown;
mod steps;
mod text;
mod transport;
mod tree;
mod ways;
mod why;

use std::rc::Rc;

use crate::app::{Panel, State};

pub(super) use data::{DataSlots, FitSlots};
pub(super) use descend::DescentSlots;
pub(super) use formulas::FormulaSlots;
pub(super) use inputs::InputSlots;
pub(super) use plot::{MapSlots, Measure, PlotSlots};
pub(super) use result::OutcomeSlots;
pub(super) use steps::StepSlots;
pub(super) use text::TextSlots;
pub(super) use transport::TransportSlots;
pub(super) use tree::TreeSlots;
pub(super) use why::WhySlots;

/// The elements of each part of the page, once it is there.
#[derive(Default)]
pub(super) struct Live {
    pub tree: Option<TreeSlots>,
    pub steps: Option<StepSlots>,
    pub outcome: Option<OutcomeSlots>,
    pub formulas: Option<FormulaSlots>,
    pub inputs: Option<InputSlots>,
    pub text: Option<TextSlots>,
    pub why: Option<WhySlots>,
    pub transport: Option<TransportSlots>,
    pub data: Option<DataSlots>,
    pub fit: Option<FitSlots>,
    pub map: Option<MapSlots>,
    pub descent: Option<DescentSlots>,
    pub plot: Option<PlotSlots>,
}

/// Has the parts do this that are there and of the present model: Yew is about to render the others
/// anew.
macro_rules! each {
    ($live:ident, $state:ident, $does:ident: $($part:ident)+) => {$(
        if let Some(part) = $live.$part.as_mut().filter(|part| Rc::ptr_eq(&part.model, &$state.model)) {
            part.$does($state);
        }
    )+};
}

impl Live {
    /// Writes what changed, but for panels that are not shown.
    pub fn write(&mut self, state: &State) {
        each!(self, state, write: tree steps outcome formulas inputs transport fit map plot);
        match state.document.panel {
            Panel::Why => each!(self, state, write: why),
            Panel::Descend => each!(self, state, write: descent),
            Panel::Data => each!(self, state, write: data),
        }
        if let Some(text) = &mut self.text {
            text.write(state);
        }
    }

    /// Renews what is only read out, which is too slow for a drag and too chatty during one.
    pub fn speak(&mut self, state: &State) {
        each!(self, state, speak: tree plot);
        if state.document.panel == Panel::Data {
            each!(self, state, write_all: data);
        }
    }
}
