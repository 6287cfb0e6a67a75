//! What a person does in the box, and what follows for the list and the brackets.

use super::Typing;
use super::complete::{List, complete};
use crate::app::State;
use crate::syntax::pair_at;

/// What a person does while typing, besides the typing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The caret stands here, in bytes; none while there is none.
    At(Option<usize>),
    /// The caret stands here because something was typed: names that fit are offered.
    Typed(usize),
    /// Something was written with the caret between its parentheses.
    Between,
    /// Asked for the names that fit.
    Offer,
    /// Moved on in the list, by so many entries.
    Move(isize),
    /// Closed the list.
    Close,
}

/// The letters a name must have before names that fit are offered unasked: most names in a formula are one
/// letter long, and a list at each of them would be in the way.
const LETTERS: usize = 2;

/// Follows up what a person did.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    let source = state.document.source.clone();
    let typing = &mut state.session.typing;
    match change {
        Change::At(caret) => typing.go(&source, caret),
        Change::Typed(caret) => {
            typing.go(&source, Some(caret));
            let list = complete(&source, caret).filter(|list| list.is_news(&source, caret));
            let start = list.as_ref().map(|list| list.span.start);
            if typing.closed != start {
                typing.closed = None;
            }
            let long = |list: &List| source[list.span.range()].chars().count() >= LETTERS;
            typing.list = list.filter(long).filter(|_| typing.closed.is_none());
        }
        Change::Between => typing.closing = typing.caret.map(|caret| source.len() - caret),
        Change::Offer => {
            let list = typing.caret.and_then(|caret| complete(&source, caret));
            typing.list = list.map(|list| List { active: Some(0), ..list });
        }
        Change::Move(by) => {
            if let Some(list) = &mut typing.list {
                list.step(by);
            }
        }
        Change::Close => {
            typing.closed = typing.list.take().map(|list| list.span.start);
        }
    }
}

impl Typing {
    /// The caret came to another place, where a list of the place before is not wanted any more.
    fn go(&mut self, source: &str, caret: Option<usize>) {
        let caret = caret.filter(|&caret| source.is_char_boundary(caret));
        if self.caret != caret {
            self.caret = caret;
            self.pair = caret.and_then(|caret| pair_at(source, caret));
            self.list = None;
            // Behind the parenthesis or away from the box, another one is typed as ever.
            let is_before = |closing: &usize| caret.is_some_and(|caret| caret + closing <= source.len());
            self.closing = self.closing.filter(is_before);
        }
    }
}
