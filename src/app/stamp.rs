//! The stamp of an explanation, by which one tells whether it is still true.

use std::rc::Rc;

use super::{Derived, Model, Session};
use crate::graph::{EdgeId, NodeId};

/// Everything that an explanation depends on: where two stamps are equal, so are the explanations.
#[derive(Clone, Debug)]
pub struct Stamp {
    model: Rc<Model>,
    revision: u64,
    moment: Option<usize>,
    choice: (Option<NodeId>, Option<EdgeId>),
}

impl Stamp {
    pub(super) fn of(derived: &Derived, session: &Session) -> Stamp {
        Stamp {
            model: derived.model.clone(),
            revision: session.revision,
            moment: session.moment,
            choice: (session.selection, session.chosen_use),
        }
    }
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Stamp) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
            && (self.revision, self.moment, self.choice) == (other.revision, other.moment, other.choice)
    }
}
