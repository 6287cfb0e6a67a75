//! The data on the page: rows that stand in for some of the variables.
//!
//! The output over all rows is a [`Mean`]; the rows as dots with the curve that is fitted to them
//! are a [`Scatter`].
//!
//! Invariant: while a row is picked, the sliders of the columns stand at that row's numbers.

mod change;
mod fitted;
mod joined;
mod mean;
mod options;
mod picked;

use std::ops::Range;

use crate::app::stepping::Stepping;
use crate::app::{Derived, Document};
use crate::data::{Batches, Objective};

pub use change::Change;
pub(in crate::app) use change::change;
pub use fitted::Scatter;
pub use joined::{Data, Fit};
pub use mean::Mean;
pub use options::{LONGEST_IN_LINK, Options};
pub(in crate::app) use picked::{gather, leave_row, show_row};

/// So many rows are in view at most.
const MOST_IN_VIEW: usize = 20;

/// A view of the rows of data, and of what the model makes of them.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    pub(in crate::app) document: &'a Document,
    pub(in crate::app) derived: &'a Derived,
    pub(in crate::app) stepping: Stepping<'a>,
}

impl Rows<'_> {
    /// The present values of the sliders, in the order of the graph's variables.
    pub(in crate::app) fn inputs(self) -> Vec<f64> {
        self.derived.model.inputs(self.document)
    }

    /// What is plotted and descended: the output at the present sliders, or its mean over the data.
    pub fn objective(self) -> Objective {
        Objective::new(self.derived.model.tape.clone(), &self.inputs())
            .with_rows(self.derived.data.columns.clone(), self.derived.data.rows.clone())
    }

    /// Which rows each step of descent looks at; none without data.
    pub fn batches(self) -> Option<Batches> {
        let data = &self.document.data;
        let rows = self.derived.data.rows.len();
        (rows > 0).then(|| Batches::new(rows, data.batching, data.seed.into()))
    }

    /// The rows that are written out: those around the picked one.
    pub fn rows_in_view(self) -> Range<usize> {
        let rows = self.derived.data.rows.len();
        let picked = self.document.data.row.unwrap_or(0);
        let first = picked.saturating_sub(MOST_IN_VIEW / 2).min(rows.saturating_sub(MOST_IN_VIEW));
        first..rows.min(first + MOST_IN_VIEW)
    }
}
