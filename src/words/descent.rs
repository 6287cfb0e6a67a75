//! Why a descent is over, and the sentences in the rows of the optimizers.

use super::messages::messages;
use super::{Message, Text};
use crate::descent::{Knob, LIMIT, Optimizer, Verdict};

messages! {
    "descent":
    /// Downhill: it ended where it should.
    valley_reached() = "Converged: the gradient is almost 0 and the value rises on every side. This is the floor of a \
        valley; there may be a deeper one elsewhere.";
    /// Uphill: it ended where it should.
    top_reached() = "Converged: the gradient is almost 0 and the value falls on every side. This is the top of a hill; \
        there may be a higher one elsewhere.";
    /// Downhill: it ended on a top.
    top_instead() = "The gradient is almost 0, so the steps end. But the value falls on every side: this is the top of \
        a hill. Start a little beside it.";
    /// Uphill: it ended in a valley.
    valley_instead() = "The gradient is almost 0, so the steps end. But the value rises on every side: this is the \
        floor of a valley. Start a little beside it.";
    /// It ended on a saddle.
    saddle() = "The gradient is almost 0, so the steps end. But this is a saddle: the value rises one way and falls \
        another. Start a little beside it.";
    /// It ended where the value hardly changes.
    flat() = "The gradient is almost 0, so the steps end. It is flat around here, too flat to tell a valley from a \
        plateau.";
    /// A step led out of where the function has a value.
    not_finite() = "The last step led to where the value or its gradient is not a finite number, so there is no next \
        step. Press Back, or choose a smaller learning rate.";
    /// Downhill: the steps become larger and larger.
    diverges_downhill() = "It diverges: each step overshoots the valley and lands higher up on the other side. The \
        rate is too large.";
    /// Uphill: the steps become larger and larger.
    diverges_uphill() = "It diverges: each step overshoots the top and lands lower down on the other side. The rate is \
        too large.";
    /// Downhill: the value went to −∞.
    endless_downhill() = "The value falls without end this way: there is no floor to reach.";
    /// Uphill: the value went to ∞.
    endless_uphill() = "The value rises without end this way: there is no top to reach.";
    /// Downhill: the steps are no longer of use.
    stuck_downhill() = "No progress: the last 200 steps went no lower than before. A smaller rate may settle closer.";
    /// Uphill: the steps are no longer of use.
    stuck_uphill() = "No progress: the last 200 steps went no higher than before. A smaller rate may settle closer.";
    /// Newton's method has no step.
    singular() =
        "Newton's method has no step here: it would have to divide by second derivatives that are 0 or unknown.";
    /// A run pauses after 100,000 steps. "Run" is the name of a button.
    limit() = "100,000 steps are done, so the run pauses here. Press Run to go on.";
}

/// The sentence has the number in words of its own.
const _: () = assert!(LIMIT == 100_000);

/// Why a descent is over, downhill or uphill.
///
/// ```
/// use chainrule::{descent::Verdict, words};
/// let text = words::descent::verdict(Verdict::Diverges, false).text();
/// assert!(text.starts_with("It diverges: each step overshoots the valley"));
/// ```
pub fn verdict(verdict: Verdict, maximise: bool) -> Message {
    match (verdict, maximise) {
        (Verdict::Valley, false) => valley_reached(),
        (Verdict::Top, true) => top_reached(),
        (Verdict::Top, false) => top_instead(),
        (Verdict::Valley, true) => valley_instead(),
        (Verdict::Saddle, _) => saddle(),
        (Verdict::Flat, _) => flat(),
        (Verdict::NotFinite, _) => not_finite(),
        (Verdict::Diverges, false) => diverges_downhill(),
        (Verdict::Diverges, true) => diverges_uphill(),
        (Verdict::Endless, false) => endless_downhill(),
        (Verdict::Endless, true) => endless_uphill(),
        (Verdict::Stuck, false) => stuck_downhill(),
        (Verdict::Stuck, true) => stuck_uphill(),
        (Verdict::Singular, _) => singular(),
        (Verdict::Limit, _) => limit(),
    }
}

const TABLE: &str = "optimizer";

/// What an optimizer is called.
pub fn name(optimizer: &Optimizer) -> Message {
    Message::of_table(TABLE, optimizer.id, "name", optimizer.name)
}

/// What an optimizer does and why.
pub fn doc(optimizer: &Optimizer) -> Message {
    Message::of_table(TABLE, optimizer.id, "doc", optimizer.doc)
}

/// Where an optimizer comes from, as in "Kingma and Ba 2015".
pub fn paper(optimizer: &Optimizer) -> Message {
    Message::of_table(TABLE, optimizer.id, "paper", optimizer.paper)
}

/// What a knob of an optimizer says.
pub fn knob(optimizer: &Optimizer, knob: &Knob) -> Message {
    Message::of_table(TABLE, optimizer.id, knob.id, knob.doc)
}

/// Every sentence in the rows.
pub(super) fn all() -> impl Iterator<Item = Text> {
    Optimizer::ALL.iter().flat_map(|optimizer| {
        let cells = [("name", optimizer.name), ("doc", optimizer.doc), ("paper", optimizer.paper)];
        let knobs = optimizer.knobs.iter().map(|knob| (knob.id, knob.doc));
        cells.into_iter().chain(knobs).map(|(cell, text)| Text::of_table(TABLE, optimizer.id, cell, text))
    })
}
