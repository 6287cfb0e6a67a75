//! What a person changes of the plot.

use super::options::can_be_drawn;
use crate::app::edit::edit;
use crate::app::{Edit, State};

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

/// Carries out a change of the plot.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    let kind = if matches!(change, Change::Window(_)) { Edit::Moving("plot.window".into()) } else { Edit::Single };
    edit(state, kind, |document| {
        let plot = &mut document.plot;
        match change {
            // Another plane is first shown as far as its sliders go.
            Change::Axis(axis) => (plot.axis, plot.window) = (Some(axis), None),
            Change::Second(second) => (plot.second, plot.window) = (second, None),
            // A window that is too small or too large for doubles is not taken.
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
