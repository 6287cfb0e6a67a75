/// Values of a function at the points of a lattice, and which of its cells are whole.
///
/// A cell has four neighbouring points as its corners. It is whole if the function is finite at all
/// of them and none of its sides crosses a pole; through the others no line is drawn.
///
/// ```
/// use chainrule::plot::Grid;
/// let mut grid = Grid::default();
/// // 1/x at −1.5, −0.5, 0.5, 1.5 in two rows: the middle cell holds the pole.
/// grid.fill(4, 2, |values| values.copy_from_slice(&[-2.0 / 3.0, -2.0, 2.0, 2.0 / 3.0].repeat(2)));
/// assert_eq!((0..3).map(|column| grid.is_whole(column, 0)).collect::<Vec<_>>(), [true, false, true]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Grid {
    width: usize,
    values: Vec<f64>,
    /// By the cell's lower left corner; the last column and row have no cells and are never whole.
    whole: Vec<bool>,
}

impl Grid {
    /// Takes new values, row by row, the lowest row first; `evaluate` writes them.
    pub fn fill(&mut self, width: usize, height: usize, evaluate: impl FnOnce(&mut [f64])) {
        self.width = width;
        self.values.resize(width * height, 0.0);
        evaluate(&mut self.values);
        self.find_whole();
    }

    /// Points in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Number of rows.
    pub fn height(&self) -> usize {
        self.values.len().checked_div(self.width).unwrap_or(0)
    }

    /// All values, the lowest row first.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Whether lines may pass the cell whose lower left corner is here.
    pub fn is_whole(&self, column: usize, row: usize) -> bool {
        self.whole[row * self.width + column]
    }

    fn find_whole(&mut self) {
        let (width, height) = (self.width, self.height());
        self.whole.clear();
        self.whole.resize(width * height, false);
        if width < 2 || height < 2 {
            return;
        }
        let values = &self.values;
        for row in 0..height - 1 {
            let lower = row * width;
            for at in lower..lower + width - 1 {
                let corners = [values[at], values[at + 1], values[at + width], values[at + width + 1]];
                self.whole[at] = corners.iter().all(|corner| corner.is_finite());
            }
        }
        for row in 0..height {
            for column in 0..width {
                let at = row * width + column;
                if column > 0 && column + 2 < width && is_torn(values, at, 1) {
                    self.whole[at] = false;
                    if row > 0 {
                        self.whole[at - width] = false;
                    }
                }
                if row > 0 && row + 2 < height && is_torn(values, at, width) {
                    self.whole[at] = false;
                    if column > 0 {
                        self.whole[at - 1] = false;
                    }
                }
            }
        }
    }
}

/// Whether the function has a pole between a point and the next one: it rises toward the pole,
/// reappears at the other end of the scale and rises again, or the same with falling. A function
/// without a pole that is sampled finely enough does not do so.
fn is_torn(values: &[f64], at: usize, stride: usize) -> bool {
    let before = values[at] - values[at - stride];
    let step = values[at + stride] - values[at];
    let after = values[at + 2 * stride] - values[at + stride];
    before * step < 0.0 && step * after < 0.0 && step.abs() > before.abs().max(after.abs())
}
