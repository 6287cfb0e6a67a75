use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use crate::app::{Model, State, speech};
use crate::autodiff::Step;
use crate::graph::NodeId;
use crate::typeset::number;
use crate::ui::dom::{all_inside, inside, node_in, set_class};

/// Lines of the table.
pub(in crate::ui) struct StepSlots {
    pub model: Rc<Model>,
    rows: Vec<RowSlot>,
    lit: Option<Option<NodeId>>,
    /// Outer none: nothing was written yet.
    step: Option<Option<Step>>,
}

struct RowSlot {
    id: NodeId,
    row: Element,
    value: Figure,
    grad: Figure,
}

impl StepSlots {
    pub fn adopt(model: Rc<Model>, root: &Element) -> StepSlots {
        let rows = all_inside(root, "[data-row]").into_iter().filter_map(|row| {
            Some(RowSlot {
                id: node_in(&row, "data-row")?,
                value: Figure::new(&row, None, inside(&row, ".value")),
                grad: Figure::new(&row, None, inside(&row, ".grad")),
                row,
            })
        });
        StepSlots { model, rows: rows.collect(), lit: None, step: None }
    }

    pub fn write(&mut self, state: &State) {
        let lit = state.lit();
        let changed = self.lit != Some(lit);
        self.lit = Some(lit);
        let step = state.step();
        let stepped = self.step.replace(step) != Some(step);
        for slot in &mut self.rows {
            slot.value.show(state.value(slot.id), number);
            slot.grad.show(state.grad(slot.id), number);
            if stepped {
                let active = state.step_node() == Some(slot.id);
                let forward = matches!(step, Some(Step::Compute(_)));
                set_class(&slot.row, "computing", active && forward);
                set_class(&slot.row, "receiving", active && !forward);
            }
            if changed {
                set_class(&slot.row, "lit", lit == Some(slot.id));
            }
        }
    }
}

/// The output and every partial derivative, large.
pub(in crate::ui) struct OutcomeSlots {
    pub model: Rc<Model>,
    result: Option<Figure>,
    partials: Vec<Figure>,
    reason: Option<Element>,
    shown_reason: Option<String>,
}

impl OutcomeSlots {
    pub fn adopt(model: Rc<Model>, root: &Element) -> OutcomeSlots {
        let figure = |holder: &Element| Figure::new(holder, Some("data-value"), inside(holder, ".number"));
        OutcomeSlots {
            model,
            result: inside(root, "[data-result]").as_ref().map(figure),
            partials: all_inside(root, "[data-partial]").iter().map(figure).collect(),
            reason: inside(root, ".outcome .reason"),
            shown_reason: None,
        }
    }

    pub fn write(&mut self, state: &State) {
        if let Some(result) = &mut self.result {
            show(result, state.output());
        }
        for (variable, partial) in self.partials.iter_mut().enumerate() {
            show(partial, state.partial(variable));
        }
        let reason = speech::reason(state);
        if let Some(element) = self.reason.as_ref().filter(|_| reason != self.shown_reason) {
            element.set_text_content(reason.as_deref());
            self.shown_reason = reason;
        }
    }
}

/// The heading of the derivation: true at every moment, also while the lines beneath it follow slowly.
pub(in crate::ui) struct WhySlots {
    pub model: Rc<Model>,
    node: NodeId,
    grad: Figure,
}

impl WhySlots {
    pub fn adopt(model: Rc<Model>, root: &Element, node: NodeId) -> WhySlots {
        WhySlots { model, node, grad: Figure::new(root, Some("data-why-grad"), inside(root, "h2 .grad")) }
    }

    pub fn write(&mut self, state: &State) {
        self.grad.show(state.grad(self.node), number);
    }
}

/// Long numbers are set smaller rather than cut: the style sheet divides the room by their length.
fn show(figure: &mut Figure, value: Option<f64>) {
    let before = figure.len();
    if figure.show(value, number) && figure.len() != before {
        figure.set_length();
    }
}
