//! `Expr → Graph`: the computation as nodes in topological order.
//!
//! Invariant: the arguments of a node have smaller ids than the node. No node of a program's
//! unused definitions is here, but every free variable has at least one node.

mod build;
mod finish;
mod names;
mod nodes;
mod unnamed;

pub use build::{BuildError, BuildErrorKind, Options, build};
pub use nodes::{EdgeId, Form, Graph, Node, NodeId, NodeKind, Uses, Variable};
pub use unnamed::LARGEST_GRAPH;
