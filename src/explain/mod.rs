//! `Trace + node → derivation`: why a number is what it is, as typed parts that the page draws and
//! an export writes.
//!
//! The numbers in it are read from the trace: the last one of the chain rule is the node's gradient
//! itself. Only what no trace holds is computed here: the products along [`paths()`].

mod carried;
mod caveat;
mod does;
mod edge;
mod explanation;
mod formulas;
mod ladder;
mod local;
mod path_rungs;
mod paths;
mod place;
mod sentence;
mod tex;
mod update;

pub use carried::carried;
pub use caveat::is_zero_to_the_zero;
pub use does::does;
pub use edge::edge_line;
pub use explanation::{Explanation, Rung, RungKind};
pub use formulas::UNKNOWN;
pub use ladder::{LARGEST_SEARCHED, explain};
pub use local::local_formula;
pub use path_rungs::{LEGEND_ROWS, Legend, legend};
pub use paths::{MOST_PATHS, Path, Paths, paths};
pub use place::{Piece, place};
pub use sentence::sentence;
pub use tex::{line_tex, tex};
pub use update::{last_update, next_update, update_rule};
