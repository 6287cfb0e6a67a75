//! Why there is no graph. The sentences stand below the box with the function.

use super::Message;
use super::messages::messages;
use crate::graph::{BuildErrorKind, Form, LARGEST_GRAPH, MOST_STEPS};
use crate::symbolic::LARGEST_DERIVATIVE;

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
        BuildErrorKind::TooLarge(Form::Graph) => too_large(LARGEST_GRAPH),
        BuildErrorKind::TooLarge(Form::Tree) => too_large_as_tree(LARGEST_GRAPH),
        BuildErrorKind::TooManySteps => too_many_steps(MOST_STEPS),
        BuildErrorKind::DerivativeTooLarge => derivative_too_large(LARGEST_DERIVATIVE),
    }
}
