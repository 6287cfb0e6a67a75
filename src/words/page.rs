//! What stands on the page outside of explanations: labels, buttons, headings.

use super::Message;
use super::messages::messages;

messages! {
    "page":
    /// How many rows of data there are.
    rows(count: usize) = "{count} row" | "{count} rows";
    /// The button that plays, while it plays.
    pause() = "Pause";
    /// A name, and what is said of it: "f: a line every 5", "Node: sin".
    named(name: Message, said: Message) = "{name}: {said}";
    /// A button's tooltip: its name, and the key that does the same, as in "Undo (Ctrl+Z)".
    with_key(name: Message, key: Message) = "{name} ({key})";
}
