//! The derivatives as formulas, and the table of all steps.

use super::Message;
use super::messages::messages;

messages! {
    "formulas":
    /// Above the derivatives.
    title() = "As a formula";
    /// What a derivative is called by a screen reader; `variables` names one or two of them.
    with_respect_to(variables: Message) = "Derivative with respect to {variables}";
    /// A derivative that takes several lines.
    step_by_step(derivative: String) = "{derivative}, step by step";
    /// The table of second derivatives.
    second() = "Second derivatives";
    /// Above the table of all steps.
    every_step() = "Every step, by name";
    /// The table of all steps, where it scrolls.
    steps() = "Steps";
    /// A column of that table: the name of a node.
    node() = "node";
    /// A column of that table: its value.
    value() = "value";
    /// A column of that table: the derivative of the output with respect to the node.
    gradient(output: String) = "∂{output}/∂node";
}
