//! What helps while one types a function.

use super::Message;
use super::messages::messages;
use crate::ops::Topic;

messages! {
    "typing":
    /// Says what a name is that is offered: an input of the function.
    variable() = "A variable of this function.";
    /// Says what a name is that is offered: it stands between the parentheses of `f(t) = …`.
    parameter() = "A parameter of the function that is defined here.";
    /// Says what a name is that is offered: it stands before `=`; its statement is shown beside it.
    definition() = "Defined in this text.";
    /// Says what a name is that is offered; its statement is shown beside it.
    function() = "A function of your own.";
    /// The list of names that is offered.
    list() = "Names that fit";
    /// A screen reader, when the list appears.
    offered(count: usize) = "{count} name fits; arrow down to choose" | "{count} names fit; arrow down to choose";
    /// A list of everything one can write.
    everything() = "Everything you can write";
    /// The box above that list.
    search() = "Search: a name, a sign or a word";
    /// Instead of that list.
    nothing() = "Nothing like this is in the language.";
    /// The row of keys above a phone’s keyboard.
    keys() = "Keys for formulas";
    /// A group of operations.
    arithmetic() = "Arithmetic";
    /// A group of operations.
    powers() = "Powers, roots, logarithms";
    /// A group of operations: sine and its kin.
    angles() = "Angles";
    /// A group of operations.
    hyperbolic() = "Hyperbolic functions";
    /// A group of operations: sign, absolute value, whole numbers.
    rounding() = "Sign and rounding";
    /// A group of operations: minimum, maximum, distance.
    several() = "Of several numbers";
    /// A group of operations: activations.
    networks() = "Neural networks";
    /// A group of operations: error function, gamma.
    special() = "Special functions";
    /// A group of operations.
    cases() = "Cases and comparisons";
    /// A group of what one can write: π, τ, e.
    constants() = "Constants";
    /// A group of what one can write: notations.
    notations() = "Ways to write";
}

/// What operations of a topic are listed under.
pub fn topic(topic: Topic) -> Message {
    match topic {
        Topic::Arithmetic => arithmetic(),
        Topic::Powers => powers(),
        Topic::Angles => angles(),
        Topic::Hyperbolic => hyperbolic(),
        Topic::Rounding => rounding(),
        Topic::Several => several(),
        Topic::Networks => networks(),
        Topic::Special => special(),
        Topic::Cases => cases(),
    }
}
