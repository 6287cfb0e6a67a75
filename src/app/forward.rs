//! Forward mode: the derivatives of every node with respect to one variable, carried upward.

use super::stepping::Stepping;
use super::{Derived, Model};
use crate::autodiff::Flow;
use crate::explain::carried;
use crate::graph::{EdgeId, NodeId};
use crate::typeset::Line;
use crate::typeset::name_text;
use crate::words::{Message, cost};

/// Counting each variable's sweep on larger graphs would be felt when the switch is turned.
const MOST_COUNTED: usize = 2_000_000;

/// The costs of so many sweeps are listed one by one; of more, only their sum is told.
const MOST_LISTED: usize = 4;

/// A view of forward mode; in backward mode it is empty.
#[derive(Clone, Copy, Debug)]
pub struct Forward<'a> {
    pub(super) derived: &'a Derived,
    pub(super) stepping: Stepping<'a>,
}

impl Forward<'_> {
    /// ∂node/∂variable in forward mode, if it is known at this moment: it is found with the value.
    pub fn tangent(self, node: NodeId) -> Option<f64> {
        let tangents = self.derived.tangents.as_ref()?;
        (self.derived.model.graph.node(node).active && self.stepping.value(node).is_some()).then(|| tangents.of(node))
    }

    /// What is carried up an edge in forward mode, if that has been done at this moment.
    pub fn carried(self, edge: EdgeId) -> Option<Flow> {
        let tangents = self.derived.tangents.as_ref()?;
        self.stepping.value(self.derived.model.graph.target(edge)).and_then(|_| tangents.flow(edge))
    }

    /// How a node's tangent came about in forward mode, if it is known at this moment.
    pub fn carried_line(self, node: NodeId) -> Option<Line> {
        self.tangent(node)?;
        Some(carried(&self.derived.model.graph, self.derived.tangents.as_ref()?, node))
    }

    /// When forward mode is cheaper and when backward mode is, with the counts of this very function;
    /// none in backward mode.
    ///
    /// ```
    /// use chainrule::app::{Action, State, reduce};
    /// let state = reduce(State::default(), Action::Type("x*y + sin(x)".into())).0;
    /// let state = reduce(state, Action::SetForward(Some("x".into()))).0;
    /// let cost = state.forward().cost().unwrap();
    /// assert!(cost.text().starts_with("Forward: a sweep per variable, 4 + 2 = 6 multiplications"), "{cost}");
    /// ```
    pub fn cost(self) -> Option<Message> {
        let tangents = self.derived.tangents.as_ref()?;
        Some(multiplications(&self.derived.model, tangents.variable()))
    }
}

fn multiplications(model: &Model, variable: usize) -> Message {
    let (tape, count) = (&model.tape, model.tape.inputs());
    let backward = tape.backward_products();
    if count.saturating_mul(model.graph.edge_count()) > MOST_COUNTED {
        let name = name_text(&model.program.variables[variable]);
        return cost::from_one(tape.forward_products(variable), name, backward);
    }
    let each: Vec<usize> = (0..count).map(|variable| tape.forward_products(variable)).collect();
    let sum = each.iter().sum();
    match count {
        1 => cost::of_one(sum, backward),
        2..=MOST_LISTED => {
            let terms: Vec<String> = each.iter().map(usize::to_string).collect();
            cost::of_each(terms.join(" + "), sum, backward)
        }
        _ => cost::of_all(sum, count, backward),
    }
}
