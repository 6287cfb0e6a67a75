//! The only writer of numbers.
//!
//! After Yew has rendered a structure, its component hands over the elements; from then on every
//! new trace is compared with what stands there, and only strings that changed are written,
//! within the event that changed them.

mod descend;
mod figure;
mod formulas;
mod inputs;
mod map;
mod panel;
mod plot;
mod rows;
mod shown;
mod text;
mod transport;
mod tree;
mod ways;

use std::rc::Rc;

use crate::app::{Model, Panel, State};

pub(super) use descend::DescentSlots;
pub(super) use formulas::FormulaSlots;
pub(super) use inputs::InputSlots;
pub(super) use map::MapSlots;
pub(super) use panel::{OutcomeSlots, StepSlots, WhySlots};
pub(super) use plot::{Measure, PlotSlots};
pub(super) use rows::{DataSlots, FitSlots};
pub(super) use text::TextSlots;
pub(super) use transport::TransportSlots;
pub(super) use tree::TreeSlots;

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

impl Live {
    /// Writes what changed. Parts that Yew is about to render anew are left alone, and those of panels
    /// that are not shown.
    pub fn write(&mut self, state: &State) {
        let current = |model: &Rc<Model>| Rc::ptr_eq(model, &state.model);
        let panel = state.document.panel;
        if let Some(tree) = self.tree.as_mut().filter(|tree| current(&tree.model)) {
            tree.write(state);
        }
        if let Some(steps) = self.steps.as_mut().filter(|steps| current(&steps.model)) {
            steps.write(state);
        }
        if let Some(outcome) = self.outcome.as_mut().filter(|outcome| current(&outcome.model)) {
            outcome.write(state);
        }
        if let Some(formulas) = self.formulas.as_mut().filter(|formulas| current(&formulas.model)) {
            formulas.write(state);
        }
        if let Some(why) = self.why.as_mut().filter(|why| panel == Panel::Why && current(&why.model)) {
            why.write(state);
        }
        if let Some(inputs) = self.inputs.as_mut().filter(|inputs| current(&inputs.model)) {
            inputs.write(state);
        }
        if let Some(transport) = self.transport.as_mut().filter(|transport| current(&transport.model)) {
            transport.write(state);
        }
        if let Some(data) = self.data.as_mut().filter(|data| panel == Panel::Data && current(&data.model)) {
            data.write(state, false);
        }
        if let Some(fit) = self.fit.as_ref().filter(|fit| current(&fit.model)) {
            fit.write(state);
        }
        if let Some(map) = self.map.as_mut().filter(|map| current(&map.model)) {
            map.write(state);
        }
        if let Some(descent) =
            self.descent.as_mut().filter(|descent| panel == Panel::Descend && current(&descent.model))
        {
            descent.write(state);
        }
        if let Some(plot) = self.plot.as_mut().filter(|plot| current(&plot.model)) {
            plot.write(state);
        }
        if let Some(text) = &mut self.text {
            text.write(state);
        }
    }

    /// Renews what is only read out, which is too slow for a drag and too chatty during one.
    pub fn speak(&mut self, state: &State) {
        if let Some(tree) = self.tree.as_ref().filter(|tree| Rc::ptr_eq(&tree.model, &state.model)) {
            tree.speak(state);
        }
        let shown = state.document.panel == Panel::Data;
        if let Some(data) = self.data.as_mut().filter(|data| shown && Rc::ptr_eq(&data.model, &state.model)) {
            data.write(state, true);
        }
        if let Some(plot) = self.plot.as_mut().filter(|plot| Rc::ptr_eq(&plot.model, &state.model)) {
            plot.speak(state);
        }
    }
}
