//! Why there is no graph. The sentences stand below the box with the function.

use super::Message;
use super::messages::messages;
use crate::graph::{BuildErrorKind, Form};

messages! {
    "graph":
    /// The function is too large.
    too_large(nodes: usize) = "this would take more than {nodes} nodes";
    /// The function is too large as a tree, which has a leaf for every use of a name.
    too_large_as_tree(nodes: usize) = "drawn as a tree this would take more than {nodes} nodes; draw it as a graph";
    /// Functions call functions that call functions, too often.
    too_many_steps(steps: usize) = "expanding these calls would take more than {steps} steps";
    /// A function with many primes, as f(x).
    derivative_too_large(terms: usize) = "this derivative would have more than {terms} terms; use fewer primes";
}

/// Why there is no graph.
pub fn error(error: BuildErrorKind) -> Message {
    match error {
        BuildErrorKind::TooLarge(Form::Graph, most) => too_large(most),
        BuildErrorKind::TooLarge(Form::Tree, most) => too_large_as_tree(most),
        BuildErrorKind::TooManySteps(most) => too_many_steps(most),
        BuildErrorKind::DerivativeTooLarge(most) => derivative_too_large(most),
    }
}
