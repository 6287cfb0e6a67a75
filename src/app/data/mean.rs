//! The mean of the output over the rows, in numbers and in a sentence.

use super::Rows;
use crate::graph::NodeKind;
use crate::typeset::number;
use crate::words::{Message, list, panel};

/// So many rows are written out in a sum at most.
const MOST_TERMS: usize = 6;

/// The output over all rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Mean {
    /// Its mean.
    pub value: f64,
    /// Its value at each row in view.
    pub values: Vec<f64>,
    /// How the rows' gradients make that of the mean, in numbers; none if nothing is learned.
    pub sentence: Option<Message>,
}

impl Rows<'_> {
    /// The mean over the rows and how their gradients make one; none without data.
    pub fn mean(self) -> Option<Mean> {
        let mut objective = self.objective();
        let rows = objective.rows();
        if rows == 0 {
            return None;
        }
        let mut gradient = vec![0.0; objective.inputs().len()];
        let value = objective.gradient(None, &mut gradient);
        let variable = self.learned();
        let slope = variable.map(|variable| gradient[variable]);
        let mut at = |row: usize| {
            let value = objective.gradient(Some(&[row]), &mut gradient);
            (value, variable.map_or(0.0, |variable| gradient[variable]))
        };
        let values = self.rows_in_view().map(|row| at(row).0).collect();
        let sentence = variable.zip(slope).map(|(variable, slope)| {
            let mut sum = String::new();
            for row in 0..rows.min(MOST_TERMS) {
                add_term(&mut sum, at(row).1);
            }
            let name = self.derived.model.partial_name(&self.derived.model.graph.variables()[variable].name);
            let mean = match rows.saturating_sub(MOST_TERMS) {
                0 => panel::mean(name, rows, sum, number(slope)),
                more => panel::mean_of_many(name, rows, sum, more.to_string(), number(slope)),
            };
            let shown = self.document.data.row.map(|row| panel::shown_row(row + 1, number(at(row).1)));
            list::sentences([Some(mean), shown].into_iter().flatten())
        });
        Some(Mean { value, values, sentence })
    }

    /// The variable whose gradient is written as a mean: the chosen one, else the first, that is no
    /// column.
    fn learned(self) -> Option<usize> {
        let free = |variable: &usize| !self.derived.data.columns.contains(variable);
        let chosen = match self.derived.model.graph.node(self.stepping.explained()).kind {
            NodeKind::Variable(variable) => Some(variable as usize),
            _ => None,
        };
        chosen.filter(free).or_else(|| (0..self.derived.model.graph.variables().len()).find(free))
    }
}

/// A sum grows: `−2`, `−2 + 3`, `−2 + 3 − 4`.
fn add_term(sum: &mut String, term: f64) {
    let term = number(term);
    match (sum.is_empty(), term.strip_prefix('−')) {
        (true, _) => sum.push_str(&term),
        (false, Some(size)) => sum.extend([" − ", size]),
        (false, None) => sum.extend([" + ", &term]),
    }
}
