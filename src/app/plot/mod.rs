//! The plot on the page: which variables are on its axes, how far it reaches, what goes along.
//!
//! What is drawn over one variable is a [`Plotter`] (in `curve`), over two a [`map::Map`]; both are
//! told in [`words`].

mod curve;
pub mod map;
pub mod words;

pub use curve::{LENS, Plotter};

use crate::app::edit::edit;
use crate::app::{Edit, State};
use crate::plot::Range;
use crate::typeset::exact;

/// The plot's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The variable on the axis; the first one if there is none of this name.
    pub axis: Option<String>,
    /// The second variable of a map; a curve is drawn if there is none.
    pub second: Option<String>,
    /// The part of the plane that is shown; none while it follows the sliders.
    pub window: Option<[f64; 4]>,
    /// Whether f′ is drawn below.
    pub slope: bool,
    /// Whether f″ is drawn below.
    pub bend: bool,
    /// Whether the neighbourhood of the point is shown enlarged.
    pub lens: bool,
    /// Whether a map shows its gradient everywhere.
    pub field: bool,
    /// Whether the column with the plot takes half of a wide page.
    pub large: bool,
}

/// A change of the plot.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Chose the variable on the axis.
    Axis(String),
    /// Chose the second variable of a map, or a curve.
    Second(Option<String>),
    /// Zoomed, panned, or went back to the sliders' ranges: left, right, bottom, top.
    Window(Option<[f64; 4]>),
    /// Showed or hid f′.
    Slope(bool),
    /// Showed or hid f″.
    Bend(bool),
    /// Showed or hid the lens.
    Lens(bool),
    /// Showed or hid the gradient all over a map.
    Field(bool),
    /// Made the plot large or small.
    Large(bool),
}

impl Options {
    /// Hands its part of the link to `pair`; nothing of what is as usual.
    pub(in crate::app) fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some(axis) = &self.axis {
            pair("plot.axis", axis);
        }
        if let Some(second) = &self.second {
            pair("plot.and", second);
        }
        if let Some(window) = self.window {
            pair("plot.window", &window.map(exact).join(","));
        }
        let switches = [
            ("plot.slope", self.slope),
            ("plot.bend", self.bend),
            ("plot.lens", self.lens),
            ("plot.field", self.field),
            ("plot.large", self.large),
        ];
        for (key, on) in switches {
            if on {
                pair(key, "on");
            }
        }
    }

    /// Takes a pair of the link; tells whether it was one of its own.
    pub(in crate::app) fn read(&mut self, key: &str, value: &str) -> bool {
        match key {
            "plot.axis" => self.axis = Some(value.into()),
            "plot.and" => self.second = Some(value.into()),
            "plot.window" => self.window = window(value),
            "plot.slope" => self.slope = value == "on",
            "plot.bend" => self.bend = value == "on",
            "plot.lens" => self.lens = value == "on",
            "plot.field" => self.field = value == "on",
            "plot.large" => self.large = value == "on",
            _ => return false,
        }
        true
    }
}

/// Four numbers that make two ranges.
fn window(text: &str) -> Option<[f64; 4]> {
    let mut numbers = text.split(',').map(|number| number.parse().ok());
    let window = [numbers.next()??, numbers.next()??, numbers.next()??, numbers.next()??];
    can_be_drawn(&window).then_some(window)
}

fn can_be_drawn(&[left, right, bottom, top]: &[f64; 4]) -> bool {
    Range::new(left, right).can_be_drawn() && Range::new(bottom, top).can_be_drawn()
}

/// Does what a person changed on the plot.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    let kind = if matches!(change, Change::Window(_)) { Edit::Moving("plot.window".into()) } else { Edit::Single };
    edit(state, kind, |document| {
        let plot = &mut document.plot;
        match change {
            // Another plane is seen from afar first.
            Change::Axis(axis) => (plot.axis, plot.window) = (Some(axis), None),
            Change::Second(second) => (plot.second, plot.window) = (second, None),
            // At the ends of the numbers the picture stays where it is.
            Change::Window(Some(window)) if !can_be_drawn(&window) => {}
            Change::Window(window) => plot.window = window,
            Change::Slope(shown) => plot.slope = shown,
            Change::Bend(shown) => plot.bend = shown,
            Change::Lens(shown) => plot.lens = shown,
            Change::Field(shown) => plot.field = shown,
            Change::Large(large) => plot.large = large,
        }
    });
}

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
