//! What the page knows and what a person can do, without any web in it.
//!
//! A [`Document`] (text, inputs, options) is what is saved, shared and undone. [`Model`] is what
//! follows from its text: program, graph, tape and layout, rebuilt only when text or options
//! change. [`State`] holds both, and the [`Trace`](crate::autodiff::Trace) that is run again on
//! every change of an input. Everything a person can do is an [`Action`]; [`reduce`] is pure. While
//! one steps through both passes, [`State::value`] and its like tell what is known at that moment.
//!
//! ```
//! use chainrule::app::{Action, State, reduce};
//! let state = reduce(State::default(), Action::SetValue { name: "x".into(), value: 2.0 });
//! assert_eq!(state.trace.output(), 81.0);
//! assert_eq!(state.link(), "e=(4*x%2B1)%5E2&x=2");
//! ```

mod action;
pub mod camera;
mod course;
pub mod derivatives;
pub mod descending;
mod document;
pub mod examples;
mod fitted;
mod forward;
pub mod help;
mod history;
pub mod link;
mod loss;
pub mod mapping;
pub mod measure;
mod model;
mod number;
pub mod picture;
pub mod plotting;
mod reduce;
pub mod rows;
pub mod scene;
mod second;
pub mod speech;
mod state;
mod stepping;
pub mod trust;

pub use action::{Action, Theme};
pub use course::{Course, Descending, Shape, Update};
pub use document::{Document, Input, Panel};
pub use fitted::Scatter;
pub use history::{Edit, History};
pub use loss::{Loss, loss};
pub use model::{Failure, Model, derive};
pub use number::parse_number;
pub use reduce::reduce;
pub use second::{Hessian, PartialTape};
pub use state::State;
pub use stepping::{Player, Speed, Walk};
