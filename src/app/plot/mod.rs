//! The plot on the page: which variables are on its axes, how far it reaches, what goes along.
//!
//! What is drawn over one variable is a [`Plotter`] (in `curve`), over two a [`map::Map`]; both are
//! told in [`words`].

mod change;
mod curve;
pub mod map;
mod options;
pub mod words;

pub use change::Change;
pub(in crate::app) use change::change;
pub use curve::{LENS, Plotter};
pub use options::Options;

use crate::app::State;

impl State {
    /// The variable on the plot's axis: the chosen one, else the first that is no column of the data.
    pub fn plot_axis(&self) -> Option<usize> {
        let variables = self.model.graph.variables();
        let named = |name: &String| variables.iter().position(|variable| variable.name == *name);
        let chosen = self.document.plot.axis.as_ref().and_then(named);
        let columns = &self.data.columns;
        let free = || (0..variables.len()).find(|variable| !columns.contains(variable));
        chosen.or_else(free).or((!variables.is_empty()).then_some(0))
    }

    /// The second variable of the map, if there is to be one; never a column of the data.
    pub fn plot_second(&self) -> Option<usize> {
        let name = self.document.plot.second.as_ref()?;
        let second = self.model.graph.variables().iter().position(|variable| variable.name == *name);
        second.filter(|second| self.plot_axis() != Some(*second) && !self.data.columns.contains(second))
    }
}
