//! The descent on the page: by which method and how fast, over which variables, up or down.
//!
//! What goes on is a [`Course`] over a `ground`; its [`chart`] shows the value over the steps.

mod change;
mod chart;
mod course;
mod ground;
mod options;
mod standing;
mod steps;
mod tempo;

pub use change::Change;
pub(in crate::app) use change::change;
pub use chart::chart;
pub use course::{Course, Descending};
pub use options::{Options, Runner, is_knob, is_rate};
pub use standing::{Descents, Setup, Update};
pub(in crate::app) use steps::watched;
pub use tempo::Tempo;
