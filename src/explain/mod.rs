//! `Trace + node → derivation`: why a number is what it is, as typed parts that the page draws and
//! an export writes.
//!
//! Every number in it is read from the trace, never computed here: the last number of a ladder is
//! the node's gradient itself.

mod ladder;
mod local;
mod part;
mod sentence;

pub use ladder::explain;
pub use local::local_formula;
pub use part::{Explanation, Line, Part, Role, Rung, RungKind, plain_text};
pub use sentence::sentence;
