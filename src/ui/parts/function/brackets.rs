//! The bracket beside the caret and its partner, marked behind the box.

use std::rc::Rc;

use web_sys::Element;
use yew::NodeRef;

use crate::app::State;
use crate::syntax::{Pair, Span};
use crate::ui::shell::dom::{set_attribute, set_text};
use crate::ui::shell::pace::Pace;
use crate::ui::shell::writer::Writer;

/// The text around two brackets, and the brackets: they are the second and the fourth piece.
#[derive(Default)]
pub(super) struct Brackets {
    places: [NodeRef; 5],
    shown: Option<(Rc<str>, Option<Pair>)>,
}

impl Brackets {
    /// Where its pieces are to be shown.
    pub fn places(&self) -> [NodeRef; 5] {
        self.places.clone()
    }
}

impl Writer for Brackets {
    fn write(&mut self, state: &State, pace: Pace) {
        let (source, pair) = (&state.document.source, state.session.typing.pair);
        let same = match &self.shown {
            // Without brackets the layer is empty, whatever the text.
            Some((_, None)) => pair.is_none(),
            Some((text, shown)) => Rc::ptr_eq(text, source) && *shown == pair,
            None => false,
        };
        if same || !matches!(pace, Pace::Mount | Pace::Event) {
            return;
        }
        let pieces = pair.and_then(|pair| pieces(source, pair)).unwrap_or_default();
        for (place, text) in self.places.iter().zip(pieces) {
            if let Some(element) = place.cast::<Element>() {
                set_text(&element, text);
            }
        }
        let class = if pair.is_some_and(|pair| pair.partner.is_none()) { "bracket alone" } else { "bracket" };
        for place in [&self.places[1], &self.places[3]] {
            if let Some(element) = place.cast::<Element>() {
                set_attribute(&element, "class", class);
            }
        }
        self.shown = Some((source.clone(), pair));
    }
}

/// The text before, between and behind two brackets, and the brackets.
fn pieces(source: &str, pair: Pair) -> Option<[&str; 5]> {
    let end = Span::new(source.len(), source.len());
    let partner = pair.partner.unwrap_or(end);
    let (first, second) =
        if pair.bracket.start < partner.start { (pair.bracket, partner) } else { (partner, pair.bracket) };
    let (first, second) = (first.range(), second.range());
    Some([
        source.get(..first.start)?,
        source.get(first.clone())?,
        source.get(first.end..second.start)?,
        source.get(second.clone())?,
        source.get(second.end..)?,
    ])
}
