//! What holds the parts of the page together.
//!
//! | what | where |
//! |---|---|
//! | the one state, and who writes what of it | [`store`], [`view`] |
//! | a number, text, attribute or class bound at the element that shows it | [`bind`] |
//! | when something happens: within the event, at the next frame, after a pause | [`pace`] |
//! | what the page does to the world around it | [`effects`] |
//! | keys, and pointers on a picture | [`keys`], [`pointer`] |
//! | formulas, icons and buttons as elements | [`maths`], [`still`], [`button`](mod@button) |
//! | the columns and what stands in them | [`page`] |

pub(super) mod bind;
pub(super) mod button;
pub(super) mod dom;
pub(super) mod effects;
pub(super) mod keys;
pub(super) mod maths;
pub(super) mod pace;
pub(super) mod page;
pub(super) mod pointer;
pub(super) mod pointing;
pub(super) mod shown;
pub(super) mod still;
pub(super) mod store;
pub(super) mod view;
pub(super) mod watch;
