//! What is special about a node at the current point: a value that is no number, or a derivative
//! that is a convention. The reasons stand after a colon or a comma, in lower case and without a
//! full stop.

use super::messages::messages;
use super::{Message, ops};
use crate::autodiff::Reason;

messages! {
    "autodiff":
    /// Why a value is NaN.
    indeterminate() = "infinite values leave no number, as in ∞ − ∞ or 0 · ∞";
    /// Why a value is NaN.
    undefined() = "not defined here";
    /// Why a value is infinite.
    overflow() = "too large for a floating-point number";
}

/// Why a value is no number, or why there is no derivative.
pub fn reason(reason: Reason) -> Message {
    match reason {
        Reason::OfRow(text) => ops::reason(text),
        Reason::Indeterminate => indeterminate(),
        Reason::Undefined => undefined(),
        Reason::Overflow => overflow(),
    }
}
