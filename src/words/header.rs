//! The line at the top, and the answers to a person who pressed one of its buttons.

use super::Message;
use super::messages::messages;

messages! {
    "header":
    /// A group of buttons: undo, share, colours, help.
    page() = "Page";
    /// The button that copies a link.
    share() = "Share";
    /// The same button, after it has copied.
    copied() = "Link copied";
    /// The same button, where the browser did not allow copying.
    not_copied() = "Copy the address above";
    /// A screen reader, after a derivation was copied.
    copied_tex() = "Copied as TeX";
    /// A screen reader, where the browser did not allow copying.
    copying_forbidden() = "The browser did not allow copying";
    /// The button of the colours: its name, and the colours of the moment.
    colours(name: Message, theme: Message) = "{name}: {theme}";
    /// Above the list of keys.
    keys() = "Keys";
    /// The panel that answers "what is this?".
    help() = "Help";
}
