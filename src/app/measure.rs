//! How much room a text takes, estimated without a browser so that the layout stays pure.
//!
//! The widths are those of a wide sans serif, so that what fits here fits in narrower fonts too.

use crate::graph::{Graph, NodeId, NodeKind};
use crate::layout::Size;
use crate::typeset;

/// Shape of a node on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An operation: a box with value and gradient.
    Box,
    /// A variable: a pill with value and gradient.
    Pill,
    /// A number: a small pill without either.
    Number,
}

/// Shape of this node.
pub fn shape(graph: &Graph, node: NodeId) -> Shape {
    match graph.node(node).kind {
        NodeKind::Op(_) => Shape::Box,
        NodeKind::Variable(_) => Shape::Pill,
        NodeKind::Number(_) | NodeKind::Constant(_) => Shape::Number,
    }
}

/// Size of this node on the screen.
pub fn size(graph: &Graph, node: NodeId) -> Size {
    let label = text_width(&typeset::label(graph, node).to_string(), 17.0);
    match shape(graph, node) {
        // The name stands to the left of the symbol, and the symbol in the middle.
        Shape::Box => {
            let name = text_width(&typeset::name_text(&graph.node(node).name), 15.0);
            Size { width: (label + 2.0 * name + 44.0).clamp(160.0, 320.0), height: 80.0 }
        }
        Shape::Pill => Size { width: (label + 60.0).clamp(172.0, 320.0), height: 72.0 },
        Shape::Number => Size { width: (label + 34.0).clamp(56.0, 220.0), height: 44.0 },
    }
}

/// Whether a name is a word, which is set upright; single letters, with an index or without, are
/// set in italics.
///
/// ```
/// use chainrule::app::measure::is_word;
/// assert!(is_word("rate") && !is_word("w12"));
/// ```
pub fn is_word(name: &str) -> bool {
    name.chars().take_while(|char| char.is_alphabetic()).count() > 1
}

/// Width of a text of this font size.
///
/// ```
/// use chainrule::app::measure::text_width;
/// assert!(text_width("mm", 10.0) > text_width("ii", 10.0));
/// ```
pub fn text_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(|char| char_width(char) * font_size).sum()
}

fn char_width(char: char) -> f64 {
    match char {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '|' | ':' | ';' | '·' => 0.36,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '₀'..='₉' | '⁰'..='⁹' | '⁻' => 0.46,
        'm' | 'w' | 'M' | 'W' | '∞' => 1.02,
        'A'..='Z' => 0.76,
        '+' | '−' | '×' | '÷' | '=' | '<' | '>' => 0.84,
        _ => 0.68,
    }
}
