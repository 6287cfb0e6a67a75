//! The sentences in the rows of the operations.

use std::collections::BTreeSet;

use super::{Message, Text};
use crate::ops::{Constant, Op};

const TABLE: &str = "op";
const CONSTANT: &str = "constant";
const RULE: &str = "rule";
const REASON: &str = "reason";

/// Keys of hints, by argument.
const HINTS: [&str; 3] = ["hint.1", "hint.2", "hint.3"];

/// What an operation computes, in one sentence.
///
/// ```
/// use chainrule::{ops::Op, words};
/// assert_eq!(words::ops::doc(Op::from_name("mul").unwrap()).text(), "Multiplies two numbers.");
/// ```
pub fn doc(op: Op) -> Message {
    Message::of_table(TABLE, op.row().name, "doc", op.row().doc)
}

/// What a constant is, in one sentence.
///
/// ```
/// use chainrule::{ops::Constant, words};
/// assert!(words::ops::constant(Constant::Tau).text().ends_with("twice π."));
/// ```
pub fn constant(constant: Constant) -> Message {
    Message::of_table(CONSTANT, row_of(constant), "doc", constant.doc())
}

/// What language files call a constant: the name that every keyboard has.
fn row_of(constant: Constant) -> &'static str {
    constant.names().last().copied().unwrap_or_default()
}

/// What happens to the gradient on its way back to argument `slot`, in one sentence; none where the
/// formula says enough.
pub fn hint(op: Op, slot: usize) -> Option<Message> {
    let hints = op.row().hints;
    let place = slot.min(hints.len().checked_sub(1)?);
    Some(Message::of_table(TABLE, op.row().name, HINTS[place], hints[place]))
}

/// The differentiation rule behind the partial with respect to argument `slot`, as in "product rule".
pub fn rule(op: Op, slot: usize) -> Message {
    Message::of_text(RULE, op.rule(slot))
}

/// How an operation is read aloud between or before its arguments: "plus", "sine of".
pub fn spoken(op: Op) -> Message {
    Message::of_table(TABLE, op.row().name, "spoken", op.row().spoken)
}

/// A reason that stands in the row of an operation, by its English text: why a value is no number,
/// or why there is no derivative and which convention holds.
pub(super) fn reason(text: &'static str) -> Message {
    Message::of_text(REASON, text)
}

/// Every sentence in the rows. Rules and reasons that stand in several rows are given once.
pub(super) fn all() -> impl Iterator<Item = Text> {
    let rows = || Op::ALL.iter().map(|op| op.row());
    let docs = rows().map(|row| Text::of_table(TABLE, row.name, "doc", row.doc));
    let hints = rows()
        .flat_map(|row| row.hints.iter().zip(HINTS).map(|(hint, cell)| Text::of_table(TABLE, row.name, cell, hint)));
    let spoken = rows().map(|row| Text::of_table(TABLE, row.name, "spoken", row.spoken));
    let constants = Constant::ALL.into_iter().map(|each| Text::of_table(CONSTANT, row_of(each), "doc", each.doc()));
    let rules: BTreeSet<&str> = rows().flat_map(|row| row.rules).copied().collect();
    let reasons: BTreeSet<&str> = rows().flat_map(|row| row.reasons).flatten().copied().collect();
    let rules = rules.into_iter().map(|text| Text::of_text(RULE, text));
    docs.chain(constants)
        .chain(hints)
        .chain(spoken)
        .chain(rules)
        .chain(reasons.into_iter().map(|text| Text::of_text(REASON, text)))
}
