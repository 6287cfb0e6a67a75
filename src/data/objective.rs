use std::rc::Rc;

use crate::autodiff::{Batch, Column, Tape, Trace};

/// The objective that is plotted and minimized: a function at its inputs, or its mean over rows of
/// data that replace some of the inputs.
///
/// ```
/// use chainrule::{autodiff::Tape, data::Objective, graph, syntax};
/// let program = syntax::parse("(m*x - y)^2").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let mut mean = Objective::new(Tape::new(&graph).into(), &[2.0, 0.0, 0.0])
///     .with_rows(vec![1, 2], vec![vec![1.0, 1.0], vec![2.0, 5.0]]);
/// let mut gradient = [0.0; 3];
/// // Row 1: (2 − 1)² = 1; row 2: (4 − 5)² = 1.
/// assert_eq!(mean.gradient(None, &mut gradient), 1.0);
/// // With respect to m: (2·1·1 + 2·(−1)·2) / 2.
/// assert_eq!(gradient[0], -1.0);
/// ```
#[derive(Debug)]
pub struct Objective {
    trace: Trace,
    batch: Option<Batch>,
    inputs: Vec<f64>,
    /// For each column the variable that it replaces.
    columns: Vec<usize>,
    rows: Rc<[Vec<f64>]>,
    /// Buffers for one row's values and slopes over many points.
    scratch: [Vec<f64>; 2],
}

impl Objective {
    /// The function itself at these inputs, one for each of the tape's variables.
    pub fn new(tape: Rc<Tape>, inputs: &[f64]) -> Objective {
        Objective {
            trace: Trace::new(tape),
            batch: None,
            inputs: inputs.to_vec(),
            columns: Vec::new(),
            rows: Rc::new([]),
            scratch: Default::default(),
        }
    }

    /// The mean over these rows; column `i` of a row replaces the variable `columns[i]`. Without rows
    /// the function stays as it is.
    pub fn with_rows(mut self, columns: Vec<usize>, rows: impl Into<Rc<[Vec<f64>]>>) -> Objective {
        self.columns = columns;
        self.rows = rows.into();
        self
    }

    /// The inputs, by variable.
    pub fn inputs(&self) -> &[f64] {
        &self.inputs
    }

    /// The inputs, to be changed; those that the rows replace have no effect.
    pub fn inputs_mut(&mut self) -> &mut [f64] {
        &mut self.inputs
    }

    /// Variables that come from the rows.
    pub fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// Number of rows; 0 where the function has none.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// How many nodes are computed for the value at one point.
    pub fn work(&self) -> usize {
        self.trace.tape().work() * self.rows.len().max(1)
    }

    /// The value, and in `gradient` the derivative with respect to each variable: the mean over
    /// the picked rows (counted from 0), or over all rows if `picked` is `None`.
    ///
    /// # Panics
    /// If `gradient` is shorter than the inputs, or a picked row does not exist.
    pub fn gradient(&mut self, picked: Option<&[usize]>, gradient: &mut [f64]) -> f64 {
        gradient.fill(0.0);
        if self.rows.is_empty() {
            return self.add(gradient);
        }
        let rows = self.rows.clone();
        let count = picked.map_or(rows.len(), <[usize]>::len);
        let mut sum = 0.0;
        for index in 0..count {
            self.stand_in(&rows[picked.map_or(index, |picked| picked[index])]);
            sum += self.add(gradient);
        }
        let count = count as f64;
        gradient.iter_mut().for_each(|slope| *slope /= count);
        sum / count
    }

    /// The value at the inputs.
    pub fn value(&mut self) -> f64 {
        let rows = self.rows.clone();
        if rows.is_empty() {
            self.trace.forward(&self.inputs);
            return self.trace.output();
        }
        let sum: f64 = rows
            .iter()
            .map(|row| {
                self.stand_in(row);
                self.trace.forward(&self.inputs);
                self.trace.output()
            })
            .sum();
        sum / rows.len() as f64
    }

    /// The values over one variable, and the slopes with respect to it if a buffer for them is given.
    ///
    /// # Panics
    /// If `values` or the slopes are shorter than `xs`.
    pub fn along(&mut self, variable: usize, xs: &[f64], values: &mut [f64], slopes: Option<&mut [f64]>) {
        self.many(&[(variable, xs)], values, slopes.map(|slopes| (variable, slopes)));
    }

    /// The values at points of two variables, given by coordinate.
    ///
    /// # Panics
    /// If a coordinate is shorter than `values`.
    pub fn over(&mut self, a: (usize, &[f64]), b: (usize, &[f64]), values: &mut [f64]) {
        self.many(&[a, b], values, None);
    }

    fn many(&mut self, axes: &[(usize, &[f64])], values: &mut [f64], mut slopes: Option<(usize, &mut [f64])>) {
        let rows = self.rows.clone();
        let mut batch = self.batch.take().unwrap_or_else(|| Batch::new(self.trace.tape().clone()));
        if rows.len() <= 1 {
            if let Some(row) = rows.first() {
                self.stand_in(row);
            }
            batch.run(&self.spread(axes), values, slopes);
        } else {
            values.fill(0.0);
            if let Some((_, slopes)) = &mut slopes {
                slopes.fill(0.0);
            }
            let share = 1.0 / rows.len() as f64;
            let mut scratch = std::mem::take(&mut self.scratch);
            scratch.iter_mut().for_each(|room| room.resize(values.len(), 0.0));
            let [row_values, row_slopes] = &mut scratch;
            for row in rows.iter() {
                self.stand_in(row);
                let asked = slopes.as_ref().map(|(variable, _)| (*variable, &mut row_slopes[..]));
                batch.run(&self.spread(axes), row_values, asked);
                add_share(values, row_values, share);
                if let Some((_, slopes)) = &mut slopes {
                    add_share(slopes, row_slopes, share);
                }
            }
            self.scratch = scratch;
        }
        self.batch = Some(batch);
    }

    fn spread<'a>(&self, axes: &[(usize, &'a [f64])]) -> Vec<Column<'a>> {
        let mut columns: Vec<Column<'a>> = self.inputs.iter().map(|&input| Column::Fixed(input)).collect();
        for &(variable, values) in axes {
            columns[variable] = Column::Each(values);
        }
        columns
    }

    fn stand_in(&mut self, row: &[f64]) {
        for (&variable, &value) in self.columns.iter().zip(row) {
            self.inputs[variable] = value;
        }
    }

    /// Runs both passes and adds the partial derivatives.
    fn add(&mut self, gradient: &mut [f64]) -> f64 {
        self.trace.run(&self.inputs);
        for (variable, slope) in gradient.iter_mut().enumerate().take(self.inputs.len()) {
            *slope += self.trace.partial(variable);
        }
        self.trace.output()
    }
}

fn add_share(sums: &mut [f64], terms: &[f64], share: f64) {
    for (sum, term) in sums.iter_mut().zip(terms) {
        *sum += share * term;
    }
}
