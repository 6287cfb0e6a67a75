//! The data on the page: rows that stand in for some of the variables.
//!
//! The output over all rows is a [`Mean`]; the rows as dots with the curve that is fitted to them
//! are a [`Scatter`].
//!
//! Invariant: while a row is picked, the sliders of the columns stand at that row's numbers.

mod change;
mod fitted;
mod mean;
mod options;
mod rows;

use std::ops::Range;
use std::rc::Rc;

use crate::app::State;
use crate::data::{Batches, Objective};

pub use change::Change;
pub(in crate::app) use change::change;
pub use fitted::Scatter;
pub use mean::Mean;
pub use options::{LONGEST_IN_LINK, Options};
pub use rows::{Data, Fit};

/// So many rows are in view at most.
const MOST_IN_VIEW: usize = 20;

impl State {
    /// Reads the table again where it changed, and moves the sliders to the picked row.
    pub(in crate::app) fn gather(&mut self) {
        if self.document.data.text.is_empty() && self.data.text.is_empty() {
            return;
        }
        self.data = Rc::new(Data::of(&self.document.data.text, &self.model, &self.data));
        self.show_row();
    }

    /// Moves the sliders to the picked row, their ends as far as the columns reach.
    pub(in crate::app) fn show_row(&mut self) {
        let data = self.data.clone();
        let Some(picked) = &mut self.document.data.row else { return };
        if data.rows.is_empty() {
            return;
        }
        *picked = (*picked).min(data.rows.len() - 1);
        let row = *picked;
        for (column, &variable) in data.columns.iter().enumerate() {
            let name = &self.model.graph.variables()[variable].name;
            let input = data.rows.iter().fold(self.document.input(name), |input, row| input.at(row[column]));
            let input = input.at(data.rows[row][column]);
            if self.document.input(name) != input {
                self.document.inputs.insert(name.clone(), input);
            }
        }
    }

    /// A slider was moved by hand: if it is a column's, no row is shown any more.
    pub(in crate::app) fn leave_row(&mut self, name: &str) {
        let variables = self.model.graph.variables();
        if self.document.data.row.is_some()
            && self.data.columns.iter().any(|&variable| variables[variable].name == *name)
        {
            self.document.data.row = None;
        }
    }

    /// What is plotted and descended: the output at the present sliders, or its mean over the data.
    pub fn objective(&self) -> Objective {
        Objective::new(self.model.tape.clone(), &self.inputs())
            .with_rows(self.data.columns.clone(), self.data.rows.clone())
    }

    /// Which rows each step of descent looks at; none without data.
    pub fn batches(&self) -> Option<Batches> {
        let data = &self.document.data;
        let rows = self.data.rows.len();
        (rows > 0).then(|| Batches::new(rows, data.batching, data.seed.into()))
    }

    /// The rows that are written out: those around the picked one.
    pub fn rows_in_view(&self) -> Range<usize> {
        let rows = self.data.rows.len();
        let picked = self.document.data.row.unwrap_or(0);
        let first = picked.saturating_sub(MOST_IN_VIEW / 2).min(rows.saturating_sub(MOST_IN_VIEW));
        first..rows.min(first + MOST_IN_VIEW)
    }
}
