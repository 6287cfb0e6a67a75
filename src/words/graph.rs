//! Why there is no graph. The sentences stand below the box with the function.

use super::Message;
use super::messages::messages;
use crate::graph::{BuildError, Form, LARGEST_GRAPH};

messages! {
    "graph":
    /// The function is too large.
    too_large(nodes: usize) = "this would take more than {nodes} nodes";
    /// The function is too large as a tree, which has a leaf for every use of a name.
    too_large_as_tree(nodes: usize) = "drawn as a tree this would take more than {nodes} nodes; draw it as a graph";
}

/// Why there is no graph.
pub fn error(error: BuildError) -> Message {
    match error {
        BuildError::TooLarge(Form::Graph) => too_large(LARGEST_GRAPH),
        BuildError::TooLarge(Form::Tree) => too_large_as_tree(LARGEST_GRAPH),
    }
}
