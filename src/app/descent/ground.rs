//! The objective as ground to descend on.

use std::rc::Rc;

use crate::app::Hessian;
use crate::app::data::Rows;
use crate::data::{Batches, Batching, Objective};
use crate::descent::Terrain;

/// The objective as ground to descend on.
pub(super) struct Ground {
    objective: Objective,
    variables: Vec<usize>,
    slopes: Vec<f64>,
    batches: Option<Batches>,
    second: Option<Second>,
}

/// Second derivatives, and the rows they are the mean over.
struct Second {
    hessian: Hessian,
    columns: Vec<usize>,
    rows: Rc<[Vec<f64>]>,
}

impl Ground {
    pub(super) fn new(table: Rows<'_>, variables: &[usize], with_second: bool) -> Ground {
        let objective = table.objective();
        let data = &table.derived.data;
        let second = |hessian| Second { hessian, columns: data.columns.clone(), rows: data.rows.clone() };
        Ground {
            variables: variables.to_vec(),
            slopes: vec![0.0; objective.inputs().len()],
            batches: table.batches().filter(|_| table.document.data.batching != Batching::Full),
            second: with_second.then(|| Hessian::new(&table.derived.model).ok().map(second)).flatten(),
            objective,
        }
    }

    /// Nodes that are computed for one value.
    pub(super) fn work(&self) -> usize {
        self.objective.work()
    }

    fn place(&mut self, at: &[f64]) {
        let inputs = self.objective.inputs_mut();
        self.variables.iter().zip(at).for_each(|(&variable, &value)| inputs[variable] = value);
    }
}

impl Terrain for Ground {
    fn gradient(&mut self, step: usize, at: &[f64], gradient: &mut [f64]) -> f64 {
        self.place(at);
        let picked = self.batches.as_mut().map(|batches| batches.at(step));
        let value = self.objective.gradient(picked, &mut self.slopes);
        self.variables.iter().zip(gradient).for_each(|(&variable, slope)| *slope = self.slopes[variable]);
        // What is told and drawn is the mean over all rows, even where a step looks at a few.
        if self.is_sampled() { self.objective.value() } else { value }
    }

    fn is_sampled(&self) -> bool {
        self.batches.is_some()
    }

    fn hessian(&mut self, at: &[f64], matrix: &mut [f64]) -> bool {
        self.place(at);
        let Some(Second { hessian, columns, rows }) = &mut self.second else { return false };
        let mut inputs = self.objective.inputs().to_vec();
        let share = 1.0 / rows.len().max(1) as f64;
        for row in 0..rows.len().max(1) {
            let row = rows.get(row).map_or(&[][..], Vec::as_slice);
            columns.iter().zip(row).for_each(|(&variable, &value)| inputs[variable] = value);
            hessian.run(&inputs);
            for (cell, bend) in matrix.iter_mut().enumerate() {
                let (a, b) = (cell / self.variables.len(), cell % self.variables.len());
                *bend += share * hessian.at(self.variables[a], self.variables[b]);
            }
        }
        true
    }
}
