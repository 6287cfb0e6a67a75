use super::{Document, Panel, Speed, Walk, data, descent, plot};
use crate::graph::{EdgeId, Form, NodeId};
use crate::syntax::Span;
use crate::words::{Message, panel};

/// Everything a person can do.
#[allow(clippy::large_enum_variant)] // a document is opened rarely, and an action moved once
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed: the whole new text.
    Type(String),
    /// Took an offered correction: this text in place of that.
    Replace {
        /// The place in the text.
        span: Span,
        /// What stands there from now on.
        text: String,
    },
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
    /// Chose forward mode, with the derivatives toward this variable, or backward mode.
    SetForward(Option<String>),
    /// Took back the last edit.
    Undo,
    /// Did it again.
    Redo,
    /// Paused: what is typed or dragged from here on is undone separately.
    Settle,
    /// Points at a node, or no longer at any.
    Hover(Option<NodeId>),
    /// Chose a node, or none.
    Select(Option<NodeId>),
    /// Chose an edge: the node it comes from, and this use of it.
    SelectEdge(EdgeId),
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
    /// Changed the plot.
    Plot(plot::Change),
    /// Changed the descent.
    Descend(descent::Change),
    /// Changed the data.
    Data(data::Change),
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// The other way round.
    Dark,
}

impl Theme {
    /// Every theme, in the order a button walks through them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in the page and in storage.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "automatic",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What a person calls it.
    pub fn label(self) -> Message {
        match self {
            Theme::Auto => panel::automatic(),
            Theme::Light => panel::light(),
            Theme::Dark => panel::dark(),
        }
    }

    /// The theme of this name; automatic if there is none.
    pub fn from_name(name: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }

    /// The one a button goes to next.
    pub fn next(self) -> Theme {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }
}
