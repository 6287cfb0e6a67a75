//! The sign that the gradients were checked.

use super::Message;
use super::messages::messages;

messages! {
    "check":
    /// The gradients agree: backward pass, forward mode, formula and slope.
    in_three_ways() = "Checked in three ways";
    /// The same without a formula.
    in_two_ways() = "Checked in two ways";
    /// They do not agree, or there is something to know of the point.
    caution(reason: Message) = "Caution: {reason}";
    /// Above the table; `point` is for example x = 1, y = 2.
    four_ways(point: Message) = "The same derivative at {point}, computed in four ways:";
    /// The same without a formula.
    three_ways(point: Message) = "The same derivative at {point}, computed in three ways:";
    /// What "slope" means in the table.
    slope() = "The slope is that between two points, (f(x + h) − f(x − h)) / 2h.";
    /// The table.
    table() = "Checks";
}
