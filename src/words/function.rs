//! The box for the function, its sliders, and the outcome.

use super::messages::messages;

messages! {
    "function":
    /// The column at the left.
    column() = "Function and values";
    /// Above the box.
    title() = "Function";
    /// A button that puts a correction into the text; `code` is an element.
    take(code: String) = "Use {code}";
    /// The formula below the box.
    as_read() = "As it was read";
    /// Above the sliders.
    variables() = "Variables";
    /// Instead of sliders.
    no_variable() = "No variable in it: any name you type, such as x, gets a slider here.";
    /// Below the heading, where there are more variables than sliders.
    more_variables(count: usize) = "{count} more variable has no slider here; the graph shows its value and gradient."
        | "{count} more variables have no slider here; the graph shows their values and gradients.";
    /// A variable that columns of the data go by.
    is_data() = "data";
    /// A box beside a slider.
    value_of(variable: String) = "Value of {variable}";
    /// A box below a slider.
    smallest_of(variable: String) = "Smallest value of {variable}";
    /// A box below a slider.
    largest_of(variable: String) = "Largest value of {variable}";
    /// Above the outcome.
    at_this_point() = "At this point";
}
