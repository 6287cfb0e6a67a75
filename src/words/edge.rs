//! What travels along an edge: shown where the pointer rests on one, and read aloud.

use super::Message;
use super::messages::messages;
use crate::typeset::{Line, Part};

messages! {
    "edge":
    /// An edge from what does not depend on any variable.
    no_gradient(node: Part) = "{node}: no variable lies in it, so no gradient is needed along here";
    /// While stepping; `rule` is for example "product rule", `local` the local derivative as an equation.
    waiting(rule: Message, local: Line) = "{rule}: local {local}; nothing has been sent along here yet";
    /// `rule` is for example "product rule"; `local`, `upstream` and `product` are equations.
    sent(rule: Message, local: Line, upstream: Line, product: Line) =
        "{rule}: local {local}; upstream {upstream}; sent back {product}";
}
