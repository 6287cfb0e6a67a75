//! The page: the only folder that names yew, web-sys or gloo.
//!
//! Yew renders structure. A number, text, attribute or class in it is bound at the element that shows
//! it, with a closure over the state ([`shell::bind`]), so that a drag neither renders nor lays out
//! anything; nothing searches the page for an element. [`shell`] holds the parts together, and each
//! part of the page is a folder of [`parts`]: what it renders, what it writes at every move, and its
//! style sheet.

mod parts;
mod shell;

/// Shows the page in the element `#app`.
pub fn mount() {
    let Some(root) = shell::dom::document().get_element_by_id("app") else { return };
    yew::platform::spawn_local(async {
        // Whoever reads another language sees nothing of it in English first.
        shell::language::speak(shell::language::wanted()).await;
        yew::Renderer::<shell::page::Page>::with_root(root).render();
    });
}
