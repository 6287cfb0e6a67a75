//! What a derivation is made of.

use crate::graph::EdgeId;
use crate::typeset::Line;

/// A derivation: a ladder of rungs, read from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The question it answers: "why is ∂f/∂a = 10?".
    pub question: Line,
    /// The answer, step by step.
    pub rungs: Vec<Rung>,
}

/// One step of a derivation.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// What it is about.
    pub kind: RungKind,
    /// In words.
    pub say: Line,
    /// In symbols and numbers.
    pub lines: Vec<Line>,
}

/// What a rung is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungKind {
    /// What the node is, and its forward computation.
    Forward,
    /// One use of the node: upstream × local along this edge.
    Term(EdgeId),
    /// The result.
    Gradient,
    /// Why there is no number, or what else is to be known.
    Note,
    /// What is to be said about the paths to the output.
    Paths,
    /// One path to the output, which leaves the node along this edge.
    Path(EdgeId),
}
