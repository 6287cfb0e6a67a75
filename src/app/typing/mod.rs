//! What helps while one types: names that fit, brackets that belong together, and lists of everything one
//! can write.

mod change;
mod complete;
mod entry;
mod keys;
mod notation;
mod palette;

pub use change::Change;
pub(super) use change::change;
pub use complete::{List, complete};
pub use entry::{Entry, Insertion, Meaning};
pub use keys::{is_keyboard_up, keys};
pub(super) use notation::sentences;
pub use notation::{NOTATIONS, Notation};
pub use palette::{Group, search};

use crate::syntax::Pair;

/// Where a person is in the text, and what is offered there. It is neither saved nor undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typing {
    /// Where the caret stands, in bytes; none while nobody types, or a piece of the text is selected.
    pub caret: Option<usize>,
    /// The bracket beside the caret.
    pub pair: Option<Pair>,
    /// The names that fit.
    pub list: Option<List>,
    /// Where the name begins whose list was closed: it stays closed while this name is typed.
    closed: Option<u32>,
    /// How many bytes are left of the text from the parenthesis on that was written behind the caret.
    closing: Option<usize>,
}

impl Typing {
    /// The text became another one: what is known of the caret is no longer true.
    pub(super) fn forget(&mut self) {
        *self = Typing { closed: self.closed, closing: self.closing, ..Typing::default() };
    }

    /// Whether typing a closing parenthesis here only steps over the one that was written with a function's
    /// name: a person who types it all the same is not to have two.
    pub fn steps_over(&self, source: &str, caret: usize) -> bool {
        let rest = source.get(caret..).unwrap_or_default();
        rest.starts_with(')') && self.closing == Some(rest.len())
    }
}
