//! The plot on the page: which variables are on its axes, how far it reaches, what goes along.
//!
//! What is drawn over one variable is a [`Plotter`], over two a [`map::Map`]; both are
//! told in [`words`].

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
