//! Names of panels and choices, and what stands in the panels.

use super::messages::messages;

messages! {
    "panel":
    /// A tab: the derivation.
    why() = "Why?";
    /// A tab: the descent.
    descend() = "Descend";
    /// A tab: the table of data.
    data() = "Data";

    /// How fast a descent runs.
    slow() = "slow";
    /// How fast a descent runs.
    normal() = "normal";
    /// How fast a descent runs.
    fast() = "fast";

    /// The colours: as the device has them.
    automatic() = "automatic";
    /// The colours: dark ink on light paper.
    light() = "light";
    /// The colours: the other way round.
    dark() = "dark";

    /// Why there is no descent.
    nothing_to_move() = "There is no variable that could move.";

    /// How the gradients of the rows make that of the mean; `partial` is for example ∂f/∂w, `sum` the
    /// gradients of the rows.
    mean(partial: String, rows: usize, sum: String, mean: String) =
        "The mean of {partial} over {rows} row: ({sum})/{rows} = {mean}."
        | "The mean of {partial} over {rows} rows: ({sum})/{rows} = {mean}.";
    /// The same of more rows than can be shown; `more` of them are left out of the sum.
    mean_of_many(partial: String, rows: usize, sum: String, more: String, mean: String) =
        "The mean of {partial} over {rows} row: ({sum} + … {more} more)/{rows} = {mean}."
        | "The mean of {partial} over {rows} rows: ({sum} + … {more} more)/{rows} = {mean}.";
    /// The gradient of the row that the tree shows.
    shown_row(row: usize, gradient: String) = "The tree shows row {row}: {gradient}.";

    /// The list of methods to compare with: none.
    nothing() = "nothing";
    /// The list of goals of a descent.
    minimise() = "minimise";
    /// The list of goals of a descent.
    maximise() = "maximise";
}
