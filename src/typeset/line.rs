//! A line of text with formulas in it: what sentences are rendered to, and what the page draws.

use super::Math;
use crate::graph::NodeId;

/// Words and formulas side by side.
pub type Line = Vec<Part>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Words, with their spaces.
    Words(String),
    /// A formula.
    Formula {
        /// What is typeset.
        math: Math,
        /// Whether it is a value, a gradient or neither: its colour.
        role: Role,
        /// The node that the formula is about, which the page can point at.
        node: Option<NodeId>,
    },
}

/// What a formula stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Signs and names.
    Plain,
    /// A value: forward.
    Value,
    /// A gradient or a local derivative: backward.
    Gradient,
}

impl Part {
    /// As plain text: for tests, for copying, for reading aloud.
    pub fn text(&self) -> String {
        match self {
            Part::Words(words) => words.clone(),
            Part::Formula { math, .. } if math.element() == "mo" => format!(" {} ", math.plain()),
            Part::Formula { math, .. } => math.plain(),
        }
    }
}

/// A whole line as plain text, with single spaces.
pub fn plain_text(line: &[Part]) -> String {
    let text: String = line.iter().map(Part::text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
