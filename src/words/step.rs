//! One step of the two passes. The sentence stands above the bar with the steps, and is read aloud.

use super::messages::messages;
use crate::typeset::{Line, Part};

messages! {
    "step":
    /// The button that begins to step.
    invitation() = "Step through both passes";
    /// The same in forward mode.
    invitation_forward() = "Step through the forward sweep";
    /// Before the first step.
    start() = "At the start only the variables and the numbers are known.";
    /// The value of a node is computed.
    forward(computation: Line) = "Forward: {computation}";
    /// The same in forward mode; `tangent` is how its derivative came about.
    forward_with_tangent(computation: Line, tangent: Line) = "Forward: {computation}, and {tangent}";
    /// The derivative of the output with respect to itself.
    seed(equation: Line) = "Backward: it starts at the output with {equation}";
    /// The first term of a gradient; `product` is upstream · local = product.
    send(from: Part, product: Line, to: Part) = "Backward: {from} sends {product} to {to}";
    /// The last term of a gradient; `sum` is what was there + the term = the gradient.
    send_last(from: Part, product: Line, to: Part, sum: Line) =
        "Backward: {from} sends {product} to {to}, which has received {sum} in all";
    /// A term in between.
    send_more(from: Part, product: Line, to: Part, sum: Line, more: usize) =
        "Backward: {from} sends {product} to {to}, which has received {sum} so far; one more contribution to come"
        | "Backward: {from} sends {product} to {to}, which has received {sum} so far; {more} more contributions to \
         come";
    /// In forward mode: the derivative of a node is 0 because it does not depend on the variable.
    independent(node: Part, variable: String) = "{node} does not depend on {variable}";
}
