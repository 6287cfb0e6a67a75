//! When the panel is rendered anew: its formulas cost the browser more than all other numbers together.

use std::cell::Cell;
use std::rc::Rc;

use yew::UseForceUpdateHandle;

use crate::app::{Stamp, State};
use crate::graph::NodeId;
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::now;
use crate::ui::shell::pace::Pace;

/// On larger graphs, whose frames are full without it, the panel fades in a drag, follows at the slow
/// pace, and is true again after a pause.
pub(super) const LARGE: usize = 300;

/// The slow pace, in milliseconds.
const SLOW_MS: f64 = 700.0;

/// Renders the panel anew once it shows something else than the state has.
pub(super) struct Follow {
    shown: Stamp,
    node: NodeId,
    /// When it was rendered last because something changed.
    drawn: Rc<Cell<f64>>,
    update: UseForceUpdateHandle,
}

impl Follow {
    pub fn new(shown: Stamp, node: NodeId, drawn: Rc<Cell<f64>>, update: UseForceUpdateHandle) -> Follow {
        Follow { shown, node, drawn, update }
    }

    fn is_due(&self, state: &State, pace: Pace) -> bool {
        match pace {
            // Another node is explained at once.
            Pace::Event => state.explained() != self.node,
            Pace::Frame if state.derived.model.graph.len() > LARGE => now() - self.drawn.get() > SLOW_MS,
            Pace::Frame | Pace::Pause => true,
            Pace::Mount | Pace::Rest => false,
        }
    }
}

impl Writer for Follow {
    fn write(&mut self, state: &State, pace: Pace) {
        if self.is_due(state, pace) && state.stamp() != self.shown {
            self.shown = state.stamp();
            self.node = state.explained();
            self.drawn.set(now());
            self.update.force_update();
        }
    }
}
