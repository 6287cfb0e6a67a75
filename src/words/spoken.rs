//! The language that is spoken at the moment.

use std::cell::RefCell;
use std::rc::Rc;

use super::Language;

thread_local! {
    static SPOKEN: RefCell<Rc<Language>> = RefCell::default();
}

/// The language of this thread from now on.
pub(super) fn choose(language: Language) {
    SPOKEN.set(Rc::new(language));
}

/// The code of the language that is spoken.
pub fn spoken_language() -> String {
    with_language(|language| language.code().to_owned())
}

/// Does something in the language that is spoken.
pub(super) fn with_language<T>(say: impl FnOnce(&Language) -> T) -> T {
    let language = SPOKEN.with_borrow(Rc::clone);
    say(&language)
}
