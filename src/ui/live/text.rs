//! The text box and the formula beneath it: what they light up.

use web_sys::Element;

use crate::app::State;
use crate::syntax::Span;
use crate::ui::dom::{all_inside, set_class};

/// The mirror behind the text box, which underlines and marks, and the formula beneath it.
pub(in crate::ui) struct TextSlots {
    before: Element,
    marked: Element,
    after: Element,
    parts: Vec<(Span, Element)>,
    shown: Option<(String, Mark)>,
}

/// What the mirror shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Error(Span),
    Place(Span),
}

impl TextSlots {
    pub fn adopt(panel: &Element) -> Option<TextSlots> {
        let [before, marked, after] = all_inside(panel, ".mirror > span").try_into().ok()?;
        let parts = all_inside(panel, ".echo [data-span]").into_iter();
        let parts = parts.filter_map(|part| Some((span_of(&part)?, part))).collect();
        Some(TextSlots { before, marked, after, parts, shown: None })
    }

    pub fn write(&mut self, state: &State) {
        let source = &*state.document.source;
        let lit = state.lit().map(|node| state.model.graph.node(node).span);
        let mark = match (&state.failure, lit) {
            (Some(failure), _) => Mark::Error(failure.span),
            // The place is one in the text the model was read from.
            (None, Some(span)) if *state.model.source == *source => Mark::Place(span),
            _ => Mark::None,
        };
        if self.shown.as_ref().is_some_and(|(text, shown)| text == source && *shown == mark) {
            return;
        }
        let span = match mark {
            Mark::None => Span::new(source.len(), source.len()),
            Mark::Error(span) => visible(source, span),
            Mark::Place(span) => span,
        };
        let (Some(before), Some(marked), Some(after)) =
            (source.get(..span.range().start), source.get(span.range()), source.get(span.range().end..))
        else {
            return;
        };
        self.before.set_text_content(Some(before));
        // An error at the very end of the text is underlined where the missing part would stand.
        let missing = matches!(mark, Mark::Error(_)) && marked.is_empty();
        self.marked.set_text_content(Some(if missing { "\u{2007}" } else { marked }));
        // The last line counts even if it is empty.
        self.after.set_text_content(Some(&format!("{after}\u{200b}")));
        set_class(&self.marked, "fault", matches!(mark, Mark::Error(_)));
        set_class(&self.marked, "place", matches!(mark, Mark::Place(_)));
        for (place, part) in &self.parts {
            set_class(part, "lit", mark == Mark::Place(*place));
        }
        self.shown = Some((source.to_owned(), mark));
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

fn span_of(element: &Element) -> Option<Span> {
    let place = element.get_attribute("data-span")?;
    let (start, end) = place.split_once('-')?;
    Some(Span { start: start.parse().ok()?, end: end.parse().ok()? })
}
