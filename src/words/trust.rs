//! The check of the gradients: what its rows are called, and why they differ where they do.

use super::Message;
use super::messages::messages;

messages! {
    "trust":
    /// A row: the gradient of the backward pass.
    backward() = "backward";
    /// A row: what forward mode carries up.
    forward() = "forward";
    /// A row: what the derivative as a formula gives.
    formula() = "formula";
    /// A row: the slope between two points.
    slope() = "slope";
    /// A row: how far these points are apart.
    step() = "step h";
    /// A row: how far off the slope may be.
    estimated_error() = "estimated error";
    /// A row: the slope on that side of the point.
    on_the_left() = "on the left";
    /// A row: the slope on that side of the point.
    on_the_right() = "on the right";

    /// A node without a value or with a kink; `reason` is in lower case.
    at(node: String, reason: Message) = "at {node}: {reason}";
    /// The same with the slopes on both sides.
    at_kink(node: String, reason: Message, variable: String, left: String, right: String) =
        "at {node}: {reason}; with respect to {variable} the slope is {left} on the left and {right} on the right";
    /// x^y, where x = 0 and y = 0.
    zero_to_the_zero(node: String) =
        "at {node}: a power of 0 has no derivative with respect to its exponent where that is 0; it counts as 0 by \
         convention";
    /// The function ends at the point.
    one_sided(output: String) =
        "{output} has no value on one side of this point, so that no difference across it can be taken";
    /// The central differences do not agree with the gradient.
    too_fast(output: String) = "{output} bends or jumps too fast here for the step of the difference";
    /// The derivative as a formula is NaN.
    no_number() = "the formula has no number here";
    /// The numbers differ by rounding alone.
    rounding() = "large numbers that cancel each other are rounded differently";
}
