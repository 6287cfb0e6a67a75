use super::{Document, Notice, Panel, Speed, Theme, Walk, data, descent, plot, point, typing};
use crate::graph::{EdgeId, Form, NodeId};
use crate::syntax::Offer;

/// Everything a person can do.
#[allow(clippy::large_enum_variant)] // a document is opened rarely, and an action moved once
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed: the whole new text.
    Type(String),
    /// Did something in the box besides typing.
    Typing(typing::Change),
    /// Took an offered change of the text.
    Accept(Offer),
    /// Opened an example or a link.
    Open(Document),
    /// Moved a variable.
    SetValue {
        /// The variable.
        name: String,
        /// Its new value; beyond the slider's ends it widens the range.
        value: f64,
    },
    /// Moved several variables at once, as the point on a map does.
    SetValues(Vec<(String, f64)>),
    /// Moved the ends of a slider.
    SetRange {
        /// The variable.
        name: String,
        /// Left end.
        min: f64,
        /// Right end.
        max: f64,
    },
    /// Chose between graph and tree.
    SetForm(Form),
    /// Chose whether equal subterms are one node.
    SetMerge(bool),
    /// Chose forward mode and the variable that it differentiates with respect to, or backward mode.
    SetForward(Option<String>),
    /// Took back the last edit.
    Undo,
    /// Did it again.
    Redo,
    /// Paused: what is typed or dragged from now on is undone separately.
    Settle,
    /// Pointed at a node, or away from all of them.
    Hover(Option<NodeId>),
    /// Chose a node, or none.
    Select(Option<NodeId>),
    /// Chose an edge: the node it comes from, and this use of it.
    SelectEdge(EdgeId),
    /// Chose the language.
    Speak(&'static str),
    /// Says this about the page as a whole, or no longer says anything.
    Tell(Option<Notice>),
    /// Chose the colours.
    SetTheme(Theme),
    /// Moved along the story of both passes.
    Step(Walk),
    /// Started or stopped the clock of the story.
    Play(bool),
    /// Chose how fast the story plays.
    SetSpeed(Speed),
    /// Chose what stands below the plot.
    Show(Panel),
    /// Changed the point: values at random, back to the start, sliders that play.
    Point(point::Change),
    /// Changed the plot.
    Plot(plot::Change),
    /// Changed the descent.
    Descend(descent::Change),
    /// Changed the data.
    Data(data::Change),
}
