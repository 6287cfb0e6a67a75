//! The numbers behind the derivatives as formulas.

use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use crate::app::{Hessian, Model, State};
use crate::typeset::number;
use crate::ui::dom::{all_inside, inside};

/// The numbers behind the derivatives as formulas.
pub(in crate::ui) struct FormulaSlots {
    pub model: Rc<Model>,
    first: Vec<(usize, Figure)>,
    second: Vec<([usize; 2], Figure)>,
    /// There while the second derivatives are shown.
    hessian: Option<Hessian>,
}

impl FormulaSlots {
    /// Takes the elements with the variables that they are toward in `data-toward`.
    pub fn adopt(model: Rc<Model>, root: &Element) -> FormulaSlots {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for holder in all_inside(root, "[data-toward]") {
            let figure = Figure::new(&holder, Some("data-value"), inside(&holder, ".number"));
            let toward = holder.get_attribute("data-toward").unwrap_or_default();
            let mut toward = toward.split(' ').filter_map(|index| index.parse().ok());
            match (toward.next(), toward.next()) {
                (Some(a), Some(b)) => second.push(([a, b], figure)),
                (Some(a), None) => first.push((a, figure)),
                _ => {}
            }
        }
        let hessian = if second.is_empty() { None } else { Hessian::new(&model).ok() };
        FormulaSlots { model, first, second, hessian }
    }

    pub fn write(&mut self, state: &State) {
        let complete = state.is_complete();
        for (variable, figure) in &mut self.first {
            figure.show(state.partial(*variable).filter(|_| complete), number);
        }
        if let Some(hessian) = &mut self.hessian {
            hessian.run(&state.inputs());
            for ([a, b], figure) in &mut self.second {
                figure.show(Some(hessian.at(*a, *b)).filter(|_| complete), number);
            }
        }
    }
}
