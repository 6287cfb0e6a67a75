//! What holds the parts of the page together.
//!
//! | what | where |
//! |---|---|
//! | the one state, and what Yew draws of it | [`store`], [`view`] |
//! | a number, text, attribute or class, bound at its element; writers of many | [`bind`]; [`writer`], [`shown`] |
//! | when something happens: within the event, at the next frame, after a pause | [`pace`] |
//! | what follows from an action outside of the state; the world around the page | [`effects`]; [`world`] |
//! | the language that is spoken | [`language`] |
//! | keys, and pointers on a picture | [`keys`], [`pointer`] |
//! | formulas, icons and buttons as elements | [`maths`], [`still`], [`button`](mod@button) |
//! | what parts are rendered from; the columns and what stands in them | [`context`]; [`page`] |

pub(super) mod bind;
pub(super) mod button;
pub(super) mod context;
pub(super) mod dom;
mod draft;
pub(super) mod effects;
pub(super) mod keys;
pub(super) mod language;
pub(super) mod maths;
pub(super) mod pace;
pub(super) mod page;
pub(super) mod pointer;
pub(super) mod pointing;
pub(super) mod say;
pub(super) mod shared;
pub(super) mod shown;
pub(super) mod still;
pub(super) mod store;
pub(super) mod view;
pub(super) mod watch;
pub(super) mod world;
pub(super) mod writer;
