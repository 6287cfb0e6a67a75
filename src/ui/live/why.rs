//! The number in the heading of the derivation.

use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use crate::app::{Model, State};
use crate::graph::NodeId;
use crate::typeset::number;
use crate::ui::dom::inside;

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
