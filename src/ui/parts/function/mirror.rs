//! The mirror behind the text box: it underlines what is wrong, and marks the text of the lit node.

use std::rc::Rc;

use web_sys::Element;
use yew::NodeRef;

use crate::app::State;
use crate::syntax::Span;
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::set_text;
use crate::ui::shell::pace::Pace;

/// The text before the mark, the marked piece, and the text after it.
#[derive(Default)]
pub(super) struct Mirror {
    places: [NodeRef; 3],
    shown: Option<(Rc<str>, Highlight)>,
}

/// What is marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Highlight {
    None,
    Error(Span),
    Place(Span),
}

impl Highlight {
    /// What is marked now.
    pub fn of(state: &State) -> Highlight {
        let lit = state.lit().map(|node| state.derived.model.graph.node(node).span);
        match (&state.derived.failure, lit) {
            (Some(failure), _) => Highlight::Error(failure.span),
            // The place is one in the text the model was read from.
            (None, Some(span)) if *state.derived.model.source == *state.document.source => Highlight::Place(span),
            _ => Highlight::None,
        }
    }
}

impl Mirror {
    /// Where its three pieces are to be shown.
    pub fn places(&self) -> [NodeRef; 3] {
        self.places.clone()
    }
}

impl Writer for Mirror {
    fn write(&mut self, state: &State, pace: Pace) {
        let source = &state.document.source;
        let mark = Highlight::of(state);
        let same = self.shown.as_ref().is_some_and(|(text, shown)| Rc::ptr_eq(text, source) && *shown == mark);
        if same || !matches!(pace, Pace::Mount | Pace::Event) {
            return;
        }
        let [before, marked, after] = &self.places;
        let (Some(before), Some(marked), Some(after)) = (before.cast(), marked.cast::<Element>(), after.cast()) else {
            return;
        };
        let range = match mark {
            Highlight::None => source.len()..source.len(),
            Highlight::Error(span) => visible(source, span).range(),
            Highlight::Place(span) => span.range(),
        };
        let (Some(start), Some(piece), Some(end)) =
            (source.get(..range.start), source.get(range.clone()), source.get(range.end..))
        else {
            return;
        };
        // An error at the very end of the text is underlined where the missing part would stand.
        let (error, place) = (matches!(mark, Highlight::Error(_)), matches!(mark, Highlight::Place(_)));
        set_text(&before, start);
        set_text(&marked, if error && piece.is_empty() { "\u{2007}" } else { piece });
        // The last line counts even if it is empty.
        set_text(&after, &format!("{end}\u{200b}"));
        let class = if error { "fault" } else if place { "place" } else { "" };
        let _ = marked.set_attribute("class", class);
        self.shown = Some((source.clone(), mark));
    }
}

/// An empty place inside of the text shows on the character after it.
fn visible(source: &str, span: Span) -> Span {
    let (start, end) = (span.range().start, span.range().end);
    let next = source.get(start..).and_then(|rest| rest.chars().next()).filter(|char| *char != '\n');
    match next {
        Some(char) if start == end => Span::new(start, start + char.len_utf8()),
        _ => span,
    }
}
