//! The plot on the page: which variables are on its axes, how far it reaches, what is drawn with it.
//!
//! A [`Plotter`] draws over one variable, a [`map::Map`] over two; [`words`] tells both.

mod change;
pub mod map;
mod options;
mod plane;
mod plotter;
pub mod words;

pub use change::Change;
pub(in crate::app) use change::change;
pub use options::Options;
pub use plane::{Plane, Plotting};
pub use plotter::{LENS, Plotter};
