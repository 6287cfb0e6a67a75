//! What an operation does with its own arguments. While one steps through both passes, it stands
//! above the computation in the derivation: "Squares b."

use super::Message;
use super::messages::messages;
use crate::typeset::Part;

messages! {
    "does":
    /// a + b
    adds(first: Part, second: Part) = "Adds {first} and {second}.";
    /// a − b
    subtracts(first: Part, second: Part) = "Subtracts {second} from {first}.";
    /// a · b
    multiplies(first: Part, second: Part) = "Multiplies {first} by {second}.";
    /// a / b
    divides(first: Part, second: Part) = "Divides {first} by {second}.";
    /// a²
    squares(base: Part) = "Squares {base}.";
    /// a³
    cubes(base: Part) = "Raises {base} to the third power.";
    /// a to the power of b
    raises(base: Part, exponent: Part) = "Raises {base} to the power of {exponent}.";
    /// −a
    turns_the_sign(argument: Part) = "Turns the sign of {argument}.";
    /// √a
    square_root(argument: Part) = "Takes the square root of {argument}.";
    /// The cube root of a.
    cube_root(argument: Part) = "Takes the cube root of {argument}.";
    /// |a|
    absolute_value(argument: Part) = "Takes the absolute value of {argument}.";
    /// ⌊a⌋
    rounds_down(argument: Part) = "Rounds {argument} down to a whole number.";
    /// ⌈a⌉
    rounds_up(argument: Part) = "Rounds {argument} up to a whole number.";
    /// The logarithm to any base.
    logarithm(base: Part, argument: Part) = "Takes the logarithm of {argument} to the base {base}.";
    /// sin(a), max(a, b, c): a function by its name.
    applies(function: String, arguments: Message) = "Applies {function} to {arguments}.";
    /// A comparison such as x < 0, or two of them.
    tests(condition: Part) = "Tests whether {condition}: 1 means that it holds, 0 that it does not.";
    /// A piecewise function.
    chooses() = "Takes the value of the first case whose condition holds.";
}
