//! The box itself: where its caret is, and how a piece of text comes into it.
//!
//! The browser counts a text in units of UTF-16, the program in bytes.

use std::ops::Range;

use web_sys::HtmlTextAreaElement;

use crate::app::Action;
use crate::app::typing::{Change, Insertion};
use crate::syntax::Span;
use crate::ui::shell::store::Store;

/// The box, once it is on the page.
pub(super) fn area(store: &Store) -> Option<HtmlTextAreaElement> {
    store.world().expression.cast()
}

/// What is selected, in bytes; an empty range where there is only a caret.
pub(super) fn selected(area: &HtmlTextAreaElement) -> Option<Range<usize>> {
    let (Ok(Some(start)), Ok(Some(end))) = (area.selection_start(), area.selection_end()) else { return None };
    let text = area.value();
    Some(bytes(&text, start)..bytes(&text, end))
}

/// Where the caret stands, in bytes; none where a piece of the text is selected.
pub(super) fn caret(area: &HtmlTextAreaElement) -> Option<usize> {
    selected(area).filter(Range::is_empty).map(|range| range.start)
}

/// Something was typed: the text is read anew, and names that fit are offered.
pub(super) fn typed(store: &Store, area: &HtmlTextAreaElement) {
    store.dispatch(Action::Type(area.value()));
    if let Some(caret) = caret(area) {
        store.dispatch(Action::Typing(Change::Typed(caret)));
    }
}

/// Steps over the parenthesis behind the caret if it was written with a function's name and `text` is
/// another one; tells whether it did.
pub(super) fn step_over(store: &Store, area: &HtmlTextAreaElement, text: &str) -> bool {
    let steps = |caret| store.read(|state| state.session.typing.steps_over(&state.document.source, caret));
    let Some(caret) = caret(area).filter(|&caret| text == ")" && steps(caret)) else { return false };
    let behind = units(&area.value(), caret + text.len());
    area.set_selection_range(behind, behind).is_ok()
}

/// Writes a piece of text as if it had been typed in one go, which is undone in one go.
pub(super) fn insert(store: &Store, piece: &Insertion) {
    let Some(area) = area(store) else { return };
    if step_over(store, &area, &piece.text) {
        return;
    }
    let before = area.value();
    let (start, end) = (units(&before, piece.span.range().start), units(&before, piece.span.range().end));
    let _ = area.focus();
    store.dispatch(Action::Settle);
    let _ = area.set_range_text_with_start_and_end(&piece.text, start, end);
    let caret = units(&area.value(), piece.caret);
    let _ = area.set_selection_range(caret, caret);
    typed(store, &area);
    if piece.text.ends_with("()") {
        store.dispatch(Action::Typing(Change::Between));
    }
    store.dispatch(Action::Settle);
}

/// Writes what `piece` makes of the text and of what is selected in it, apart from the names beside it.
pub(super) fn insert_at_caret(store: &Store, piece: impl FnOnce(&str, Span) -> Insertion) {
    let Some(area) = area(store) else { return };
    let text = area.value();
    let place = selected(&area).unwrap_or(text.len()..text.len());
    insert(store, &piece(&text, Span::new(place.start, place.end)).apart(&text));
}

/// A place that is counted in units of UTF-16, in bytes.
fn bytes(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let before = text.chars().take_while(|char| {
        let more = left > 0;
        left = left.saturating_sub(char.len_utf16());
        more
    });
    before.map(char::len_utf8).sum()
}

/// A place that is counted in bytes, in units of UTF-16.
pub(super) fn units(text: &str, bytes: usize) -> u32 {
    text.get(..bytes).map_or(0, |before| before.encode_utf16().count()) as u32
}
