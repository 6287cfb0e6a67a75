//! The sentences in the rows of the operations.

use super::Message;
use crate::ops::Op;

const TABLE: &str = "op";

/// Keys of rules and hints, by argument.
const RULES: [&str; 3] = ["rule.1", "rule.2", "rule.3"];
const HINTS: [&str; 3] = ["hint.1", "hint.2", "hint.3"];

/// What an operation computes, in one sentence.
pub fn doc(op: Op) -> Message {
    Message::of_table(TABLE, op.row().name, "doc", op.row().doc)
}

/// What happens to the gradient on its way back to argument `slot`, in one sentence; none where the
/// formula says enough.
pub fn hint(op: Op, slot: usize) -> Option<Message> {
    let hints = op.row().hints;
    let place = slot.min(hints.len().checked_sub(1)?);
    Some(Message::of_table(TABLE, op.row().name, HINTS[place], hints[place]))
}

/// The differentiation rule behind the partial toward argument `slot`, as in "product rule".
pub fn rule(op: Op, slot: usize) -> Message {
    let rules = op.row().rules;
    let place = slot.min(rules.len() - 1);
    Message::of_table(TABLE, op.row().name, RULES[place], rules[place])
}

/// How an operation is read aloud between or before its arguments: "plus", "sine of".
pub fn spoken(op: Op) -> Message {
    Message::of_table(TABLE, op.row().name, "spoken", op.row().spoken)
}
