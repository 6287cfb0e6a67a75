//! The parts of a derivation.

use crate::graph::EdgeId;
use crate::typeset::Line;

/// A derivation: a list of steps, called rungs (together the ladder), read from top to bottom. A rung
/// is never called a step, because a step is part of a pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The question it answers: "why is ∂f/∂a = 10?".
    pub question: Line,
    /// The answer, step by step.
    pub rungs: Vec<Rung>,
}

/// One entry of a derivation.
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
    /// A remark: why there is no number, or which convention holds.
    Note,
    /// What is to be said about the paths to the output.
    Paths,
    /// One path to the output, which leaves the node along this edge.
    Path(EdgeId),
}
