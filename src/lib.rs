//! Chainrule: type a function, see it as a computation tree, and watch every value flow forward
//! and every gradient flow back.
//!
//! ```text
//! text → Expr → Graph → Trace → Layout → screen
//!        syntax  graph   autodiff  layout   ui
//! ```
//!
//! Each arrow is a pure function in the folder of that name. Dragging a slider redoes only
//! `Graph → Trace` and rewrites numbers on the screen; typing redoes all of it.
//!
//! The folders in their order: each may import from those before it, and from no other.
//!
//! | folder | what it holds |
//! |---|---|
//! | [`ops`] | one row per operation: value, local derivatives, names, notation, documentation |
//! | [`syntax`] | text → program of flat expressions, faults of a text, printing |
//! | [`symbolic`] | the derivative as an expression |
//! | [`graph`] | program → nodes in topological order, with names |
//! | [`autodiff`] | both passes, many points at once, central differences, notes |
//! | [`data`] | rows of data, and the mean of a function over them |
//! | [`layout`] | graph and box sizes → boxes and curves; never sees a value |
//! | [`plot`] | curves and maps as numbers: adaptive sampling, ticks, contour lines, shading |
//! | [`descent`] | optimizers that go downhill step by step, and why they end |
//! | [`typeset`] | numbers, names and formulas as readers know them |
//! | [`words`] | every sentence that is read or heard, in every language |
//! | [`svg`] | pictures as SVG text: paths, axes, marks, arrows, charts |
//! | [`explain`] | trace + node → derivation and sentences, as typed parts |
//! | [`app`] | state, actions, stepping, history, link: the page without the web |
//! | `ui` | the page itself; the only folder that touches the browser (wasm32 only) |
//!
//! ```
//! use chainrule::{autodiff::{Tape, Trace}, graph, syntax};
//!
//! let program = syntax::parse("(4*x+1)^2").unwrap();
//! let graph = graph::build(&program, graph::Options::default()).unwrap();
//! let mut trace = Trace::new(Tape::new(&graph).into());
//! trace.run(&[2.0]);
//! assert_eq!(trace.output(), 81.0);
//! assert_eq!(trace.partial(0), 72.0);
//! ```

pub mod app;
pub mod autodiff;
pub mod data;
pub mod descent;
pub mod explain;
pub mod graph;
pub mod layout;
pub mod ops;
pub mod plot;
mod sort;
pub mod svg;
pub mod symbolic;
pub mod syntax;
pub mod typeset;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod words;
