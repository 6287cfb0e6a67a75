//! `Graph + inputs → Trace`: the forward and the backward pass.
//!
//! Reverse-mode automatic differentiation (Linnainmaa 1970; Griewank & Walther, *Evaluating
//! Derivatives*, 2008): a forward loop computes every value from its arguments, a backward loop
//! starts with ∂f/∂f = 1 and adds *upstream gradient × local derivative* to every argument. Beside
//! them, forward mode ([`Tangents`]) carries ∂node/∂x upward from one variable.
//!
//! Invariants: no pass recurses, and none allocates after the first run; a partial with respect to
//! a node that depends on no variable is never used and never shown as a number.

mod batch;
mod check;
mod note;
mod passes;
mod story;
mod tangent;
mod tape;
mod trace;

pub use batch::{Batch, Column};
pub use check::{Check, check};
pub use note::{Note, NoteKind, Reason, note};
pub use story::{Known, Step, Story};
pub use tangent::Tangents;
pub use tape::Tape;
pub use trace::{Flow, Trace};
