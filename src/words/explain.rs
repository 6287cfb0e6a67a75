//! The derivation: why a node has its value and its gradient.

use super::Message;
use super::messages::messages;
use crate::typeset::{Line, Part};

messages! {
    "explain":
    /// The heading, for a node that does not depend on any variable.
    needs_no_gradient(node: Part) = "Why does {node} need no gradient?";
    /// The heading while stepping: a gradient or a value is not known yet.
    what_will(quantity: Part) = "What will {quantity} be?";
    /// The heading: the gradient or the value of a node, and its number.
    why(equation: Line) = "Why is {equation}?";
    /// The heading while stepping: more terms of the gradient are to come.
    why_so_far(equation: Line) = "Why is {equation} so far?";
    /// The heading while stepping, for a number in the formula.
    what_is(node: Part) = "What is {node}?";

    /// What the node is.
    variable(name: Part) = "{name} is a variable; you set it with the slider.";
    /// What the node is.
    number() = "A number in the formula. It never changes.";
    /// What the node is.
    constant() = "A constant. It never changes.";
    /// Behind the 1 of a comparison.
    holds(equation: Line) = "{equation} (it holds)";
    /// Behind the 0 of a comparison.
    does_not_hold(equation: Line) = "{equation} (it does not hold)";
    /// A value that is NaN or infinite, and why it is.
    begins(value: Part, reason: Message) =
        "This is where {value} begins: {reason}. Every node above it computes with that.";
    /// The same at the output.
    begins_at_the_output(value: Part, reason: Message) = "This is where {value} begins: {reason}.";

    /// A number or a constant has no gradient.
    no_slider_changes_it() = "No slider changes it, so its gradient is not needed and never computed. That is not the \
        same as a gradient of 0.";
    /// An operation on numbers only has no gradient.
    no_variable_in_it() = "No variable lies in it, so no slider can change it. Its gradient is not needed and never \
        computed. That is not the same as a gradient of 0.";
    /// The output's gradient is 1.
    output() = "This is the output itself: when it changes, the output changes by exactly as much. The backward pass \
        starts here.";
    /// A node that is used nowhere below the output.
    no_dependence(output: Part) = "{output} does not depend on it at all.";
    /// In the tree form a variable has several leaves; `partial` is the derivative with respect to the variable.
    leaf_of_many(leaves: usize, variable: String, partial: String) =
        "This is the only leaf of {variable} in the tree. The slider moves it, so {partial} is its gradient:"
        | "This is one of the {leaves} leaves of {variable} in the tree. The slider moves them all, so {partial} is \
        the sum of their gradients:";

    /// A node that only the output uses.
    argument_of_the_output(node: Part, output: Part) =
        "{node} is an argument of the output {output} itself, so its gradient is the local derivative:";
    /// A node that one other node uses.
    upstream(node: Part, user: Part) = "Upstream: {node} is used only by {user}, whose gradient is known:";
    /// The same while stepping.
    upstream_unknown(node: Part, user: Part) =
        "Upstream: {node} is used only by {user}, whose gradient is not known yet:";
    /// Before the local derivative; `rule` is for example "product rule".
    local(user: Part, node: Part, rule: Message) = "Local: how fast {user} changes when {node} changes ({rule}).";
    /// Before the product of the two.
    chain_rule() = "Chain rule: upstream gradient × local derivative.";

    /// One of several uses of a node; `rule` is for example "product rule".
    through(user: Part, rule: Message) = "Through {user} ({rule}): upstream × local.";
    /// The node stands there several times; `place` is for example "first argument".
    through_as(user: Part, place: Message, rule: Message) = "Through {user} as its {place} ({rule}): upstream × local.";
    /// One of several uses of a node, by the output itself.
    directly(output: Part, rule: Message) =
        "Directly, as an argument of the output {output} itself ({rule}): the local derivative alone.";
    /// The node stands there several times; `place` is for example "first argument".
    directly_as(output: Part, place: Message, rule: Message) =
        "Directly, as the {place} of the output {output} itself ({rule}): the local derivative alone.";
    /// A place among the arguments of a node.
    first_argument() = "first argument";
    /// A place among the arguments of a node.
    second_argument() = "second argument";
    /// A place among the arguments of a node.
    third_argument() = "third argument";
    /// A place among the arguments of a node.
    fourth_argument() = "fourth argument";
    /// A place among the arguments of a node.
    fifth_argument() = "fifth argument";
    /// A place among the arguments of a node, from the sixth on.
    nth_argument(place: usize) = "argument number {place}";
    /// Beside a partial derivative with respect to a node that stands there several times; `place` is for
    /// example "first argument".
    partial_by_place(partial: Part, place: Message) = "{partial} ({place})";
    /// An index of ∂f/∂x: with everything else held fixed.
    direct() = "direct";

    /// Before the sum of the terms of a gradient.
    used_in_places(places: usize) =
        "It is used in {places} place. A change reaches the output through it:"
        | "It is used in {places} places. A change reaches the output through every one of them, so the terms add up:";
    /// The same while stepping, when no term is known.
    used_none_arrived(places: usize) =
        "It is used in {places} place. A change reaches the output through it; its term has not arrived yet:"
        | "It is used in {places} places. A change reaches the output through every one of them, so the terms add up; \
        none of them has arrived yet:";
    /// The same while stepping, when some terms are known.
    used_some_arrived(arrived: usize, places: String) =
        "It is used in {places} places. A change reaches the output through every one of them, so the terms add up; \
        {arrived} of {places} has arrived:"
        | "It is used in {places} places. A change reaches the output through every one of them, so the terms add up; \
        {arrived} of {places} have arrived:";
    /// In place of more terms than can be shown.
    sum_of_terms(terms: usize) = "sum of {terms} term" | "sum of {terms} terms";
    /// A sum of which some terms are not known yet, and what it comes to without them.
    sum_so_far(sum: Line, number: Part) = "{sum}; so far {number}";

    /// Before the only path from a node to the output.
    one_path(from: String, to: String) =
        "Seen as a whole: one path leads from {from} to {to}, and the local derivatives along it multiply.";
    /// Before the list of all paths; `partial` is the derivative that they add up to.
    paths(count: usize, from: String, to: String, partial: String) =
        "Seen as a whole: {count} path leads from {from} to {to}. The local derivatives along it multiply to {partial}."
        | "Seen as a whole: {count} paths lead from {from} to {to}. The local derivatives along each multiply, and the \
        products add up to {partial}.";
    /// Before the strongest of many paths.
    many_paths(count: String, from: String, to: String) =
        "Seen as a whole: {count} paths lead from {from} to {to}. The backward pass adds up all their products without \
        walking any edge twice. The strongest:";
    /// The same, where there are more than a number can hold.
    countless_paths(from: String, to: String) =
        "Seen as a whole: more than 10³⁰⁸ paths lead from {from} to {to}. The backward pass adds up all their products \
        without walking any edge twice. The strongest:";
    /// Below the paths in the picture.
    sum_of_paths(count: String, sum: String) = "sum of {count} paths: {sum}";
    /// The same, where there are more than a number can hold.
    sum_of_countless_paths(sum: String) = "sum of more than 10³⁰⁸ paths: {sum}";

    /// Why there is no derivative, and which convention holds; the first letter becomes a capital.
    convention(reason: Message) = "{reason}.";
    /// Why a local derivative is NaN.
    no_number(reason: Message) = "There is no number here: {reason}.";
    /// Why a local derivative is infinite.
    infinite(reason: Message) = "The slope is infinite here: {reason}.";
    /// A local derivative is NaN because an argument is.
    no_number_comes_in() = "The derivative has no number to be computed from: what comes in is NaN already.";
    /// A local derivative is NaN although all arguments are numbers.
    no_derivative() = "The formula gives no number here: this derivative does not exist.";
    /// A local derivative is infinite although the value is a number.
    infinitely_steep() = "The function is infinitely steep here.";
    /// The gradient that arrives is NaN.
    upstream_is_nan() = "What comes from upstream is NaN already, and so is every product with it.";
    /// Of a piecewise function.
    other_case() = "This case is not the one that holds here, so nothing flows along it.";
    /// Of x^y with respect to y, where x = 0 and y = 0.
    zero_to_the_zero() =
        "A power of 0 has no derivative with respect to its exponent where that is 0; it counts as 0 by convention.";
}

/// A place among the arguments of a node, counted from 0.
pub fn place(slot: usize) -> Message {
    match slot {
        0 => first_argument(),
        1 => second_argument(),
        2 => third_argument(),
        3 => fourth_argument(),
        4 => fifth_argument(),
        _ => nth_argument(slot + 1),
    }
}
