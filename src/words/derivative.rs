//! Why there are no second derivatives.

use super::messages::messages;

messages! {
    "derivative":
    /// A function without variables.
    no_variable() = "Without a variable there is no derivative to take.";
    /// The table of second derivatives would have too many rows.
    too_many(most: usize) =
        "With more than {most} variable the table of second derivatives is too large to read."
        | "With more than {most} variables the table of second derivatives is too large to read.";
    /// The derivative as a formula is not even looked for.
    too_large() = "The function is too large to be differentiated as a formula.";
}
