//! Second derivatives in numbers.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::{Hessian, Model, State};

/// The second derivatives of a model in numbers, computed once a point for all who show one.
#[derive(Clone)]
pub(super) struct Bends(Rc<RefCell<Option<Computed>>>);

/// Second derivatives, and the inputs they were computed at.
type Computed = (Hessian, Vec<f64>);

impl Bends {
    pub fn of(model: &Model) -> Bends {
        Bends(Rc::new(RefCell::new(Hessian::new(model).ok().map(|hessian| (hessian, Vec::new())))))
    }

    /// ∂²f/∂a∂b at the present point; none where there is no such derivative.
    pub fn at(&self, state: &State, a: usize, b: usize) -> Option<f64> {
        let mut bends = self.0.borrow_mut();
        let (hessian, at) = bends.as_mut()?;
        let inputs = state.inputs();
        if *at != inputs {
            hessian.run(&inputs);
            *at = inputs;
        }
        Some(hessian.at(a, b))
    }
}
