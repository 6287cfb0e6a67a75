//! The table of all steps.

use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use crate::app::{Model, State};
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
