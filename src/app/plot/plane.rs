//! What the plot is of: the variables on its axes, and how far it reaches.

use crate::app::{Derived, Document};
use crate::plot::{Frame, Range};
use crate::words::{Message, plot as words};

/// More points than this show nothing new.
pub(super) const MOST: usize = 2_000;

/// The plane of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    /// The variable to the right, then the one upward.
    pub variables: [usize; 2],
    /// How much of each is shown.
    pub ranges: [Range; 2],
}

/// A view of what is plotted.
#[derive(Clone, Copy, Debug)]
pub struct Plotting<'a> {
    pub(in crate::app) document: &'a Document,
    pub(in crate::app) derived: &'a Derived,
}

impl Plotting<'_> {
    /// The variable on the plot's axis: the chosen one, else the first that is no column of the data.
    pub fn axis(self) -> Option<usize> {
        let variables = self.derived.model.graph.variables();
        let named = |name: &String| variables.iter().position(|variable| variable.name == *name);
        let chosen = self.document.plot.axis.as_ref().and_then(named);
        let columns = &self.derived.data.columns;
        let free = || (0..variables.len()).find(|variable| !columns.contains(variable));
        chosen.or_else(free).or((!variables.is_empty()).then_some(0))
    }

    /// The second variable of the map, if there is to be one; never a column of the data.
    pub fn second(self) -> Option<usize> {
        let name = self.document.plot.second.as_ref()?;
        let second = self.derived.model.graph.variables().iter().position(|variable| variable.name == *name);
        second.filter(|second| self.axis() != Some(*second) && !self.derived.data.columns.contains(second))
    }

    /// The part of the plane that the plot shows: y is left to the curve unless somebody zoomed.
    pub fn frame(self, axis: usize, width: f64, height: f64) -> Frame {
        let input = self.document.input(&self.derived.model.graph.variables()[axis].name);
        let (x, y) = match self.document.plot.window {
            Some([left, right, bottom, top]) => (Range::new(left, right), Some(Range::new(bottom, top))),
            None => (Range::new(input.min, input.max).long_enough(), None),
        };
        Frame { x, y, width, height, most: MOST }
    }

    /// The plane of the map, if one is to be shown: the window that was zoomed to, else as far as
    /// both sliders go.
    pub fn plane(self) -> Option<Plane> {
        let variables = [self.axis()?, self.second()?];
        let ranges = match self.document.plot.window {
            Some([left, right, bottom, top]) => [Range::new(left, right), Range::new(bottom, top)],
            None => variables.map(|variable| {
                let input = self.document.input(&self.derived.model.graph.variables()[variable].name);
                Range::new(input.min, input.max).long_enough()
            }),
        };
        Some(Plane { variables, ranges })
    }

    /// What the plane is a map of: the output, or its mean over the data.
    pub fn mapped_name(self) -> Message {
        let name = self.derived.model.output_name();
        if self.derived.data.rows.is_empty() { Message::neutral(name) } else { words::mean_of(name.into()) }
    }
}
