//! What the listeners of the picture share with what is written into it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::NodeRef;

use super::measure::Measure;
use crate::app::plot::Options;
use crate::ui::shell::pointer::SharedHands;
use crate::ui::shell::store::Store;

/// Classes of the settings that are on, which show the parts of the picture.
pub(super) const SETTINGS: [&str; 6] = ["with-slope", "with-bend", "with-lens", "with-field", "is-large", "zoomed"];

/// Which settings are on.
pub(super) fn settings(options: &Options) -> [bool; 6] {
    [options.slope, options.bend, options.lens, options.field, options.large, options.window.is_some()]
}

/// What a pointer holds: the point, so far beside its middle, or the ground.
#[derive(Clone, Copy, Debug)]
pub(super) enum Grip {
    Point(f64),
    Ground,
}

/// What the listeners of the picture share with what is written into it.
#[derive(Clone)]
pub(super) struct Picture {
    pub store: Store,
    pub root: NodeRef,
    pub plane: NodeRef,
    pub point: NodeRef,
    pub measure: Rc<Measure>,
    pub hands: SharedHands<Grip>,
}

impl Picture {
    pub fn new(store: &Store) -> Picture {
        Picture {
            store: store.clone(),
            root: NodeRef::default(),
            plane: NodeRef::default(),
            point: NodeRef::default(),
            measure: Rc::default(),
            hands: Rc::new(RefCell::default()),
        }
    }
}
