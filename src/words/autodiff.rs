//! What is special about a node at the current point.

use super::Message;

/// Why a value is no number, or why there is no derivative: in lower case and without a full stop.
pub fn reason(text: &'static str) -> Message {
    Message::of_table("reason", text, "text", text)
}
