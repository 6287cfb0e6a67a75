//! The page: the only folder that names yew, web-sys or gloo.
//!
//! Yew renders structure; the numbers in it are left out and written by [`live`] alone, straight
//! into the elements, so that a drag neither renders nor lays out anything. Every side effect on
//! the world around the page (address, storage, clipboard, timers) is in [`effects`].
//!
//! | on the screen | here |
//! |---|---|
//! | at the top: gallery, undo, link, colours | [`header`], [`theme`] |
//! | at the left: text, sliders, outcome, formulas, check, table | [`function`] with [`echo`] and [`offers`], [`variables`], [`result`], [`derivative`], [`trust`], [`steps`] |
//! | in the middle: the graph and the bar below it | [`tree`] with [`edges`] and [`pointing`], [`transport`] |
//! | at the right: plot or map, and one panel below | [`plot`], [`fit`]; [`panels`] with [`why`], [`descend`], [`data`] |
//! | "what is this?" | [`mod@help`] |
//!
//! Their style sheets in `static/css`, and what is written into them at every move in [`live`], have
//! the same names.

mod data;
mod derivative;
mod descend;
mod dom;
mod echo;
mod edges;
mod effects;
mod fit;
mod function;
mod header;
mod help;
mod live;
mod maths;
mod offers;
mod page;
mod panels;
mod plot;
mod pointing;
mod result;
mod steps;
mod still;
mod store;
mod theme;
mod transport;
mod tree;
mod trust;
mod variables;
mod watch;
mod why;

/// Shows the page in the element `#app`.
pub fn mount() {
    if let Some(root) = dom::document().get_element_by_id("app") {
        yew::Renderer::<page::Page>::with_root(root).render();
    }
}
