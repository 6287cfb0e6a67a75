//! What stands on the page outside of explanations: labels, buttons, headings.

use super::messages;

messages! {
    "page":
    /// How many rows of data there are.
    rows(count: usize) = "{count} row" | "{count} rows";
}
