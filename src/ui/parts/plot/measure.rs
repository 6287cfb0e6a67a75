//! How large the picture is and what it shows, for those who turn pixels into numbers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;
use yew::NodeRef;

use crate::plot::{Curve, Window};

/// Room for the labels below the plane, in pixels.
const FOOT: f64 = 18.0;

/// How large the picture is and what it shows. It outlives the models that are drawn.
#[derive(Default)]
pub(super) struct Measure {
    pub size: Cell<(f64, f64)>,
    /// The curve that is drawn; none while nothing is.
    pub curve: RefCell<Option<Rc<Curve>>>,
    /// Where the pointer reads off, in pixels from the left edge.
    pub pointed: Cell<Option<f64>>,
}

impl Measure {
    /// The window that is drawn; none while nothing is.
    pub fn window(&self) -> Option<Window> {
        self.curve.borrow().as_ref().map(|curve| curve.window)
    }

    /// Takes the size of the picture, which forces the browser to lay out what is not yet.
    pub fn take(&self, plane: &NodeRef) {
        if let Some(plane) = plane.cast::<Element>() {
            let size = plane.get_bounding_client_rect();
            self.size.set((size.width(), size.height() - FOOT));
        }
    }
}
