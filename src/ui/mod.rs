//! The page: the only folder that names yew, web-sys or gloo.
//!
//! Yew renders structure; the numbers in it are left out and written by [`live`] alone, straight
//! into the elements, so that a drag neither renders nor lays out anything. Every side effect on
//! the world around the page (address, storage, clipboard, timers) is in [`effects`].

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
