use super::Grid;
use super::levels::class_near;

/// Contour lines of a [`Grid`]: marching squares (Lorensen and Cline's marching cubes, in the
/// plane), a saddle decided by the mean of its corners.
///
/// Between two points of the lattice the function is taken to be linear. Lines are joined while the
/// cells are visited, through the crossings of one row, so that time and memory are linear in cells
/// and crossings; the next call reuses all buffers.
///
/// ```
/// use chainrule::plot::{Contours, Grid};
/// let mut grid = Grid::default();
/// grid.fill(3, 3, |values| values.copy_from_slice(&[0.0, 0.0, 0.0, 0.0, 4.0, 0.0, 0.0, 0.0, 0.0]));
/// let mut contours = Contours::default();
/// contours.trace(&grid, &[1.0]);
/// let line = contours.lines().next().unwrap();
/// assert!(line.closed && line.points.len() == 4);
/// assert!(line.points.contains(&[0.25, 1.0]));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Contours {
    points: Vec<[f64; 2]>,
    strokes: Vec<Stroke>,
    crossings: Vec<Crossing>,
    classes: Vec<u8>,
    below: Vec<u32>,
    above: Vec<u32>,
    left: Vec<u32>,
    right: Vec<u32>,
}

/// One contour line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContourLine<'a> {
    /// Which of the levels it belongs to.
    pub level: usize,
    /// Whether it comes back to its first point, which is not repeated.
    pub closed: bool,
    /// Its corners as column and row of the lattice, both with fractions.
    pub points: &'a [[f64; 2]],
}

#[derive(Clone, Copy, Debug)]
struct Stroke {
    level: u8,
    closed: bool,
    start: usize,
    end: usize,
}

/// Where a line crosses a side of a cell, and the crossings that it comes from and goes to.
#[derive(Clone, Copy, Debug)]
struct Crossing {
    point: [f64; 2],
    next: [u32; 2],
    level: u8,
    done: bool,
}

const NONE: u32 = u32::MAX;

impl Contours {
    /// Most levels that are drawn; further levels are left out.
    pub const MOST: usize = 200;

    /// Finds the lines of all levels, which are in ascending order.
    pub fn trace(&mut self, grid: &Grid, levels: &[f64]) {
        let levels = &levels[..levels.len().min(Contours::MOST)];
        self.points.clear();
        self.strokes.clear();
        self.crossings.clear();
        self.classify(grid, levels);
        self.cross(grid, levels);
        // Open lines first, each from one of its ends; the remaining lines are closed.
        for closed in [false, true] {
            for first in 0..self.crossings.len() {
                let Crossing { next, done, .. } = self.crossings[first];
                if !done && (closed || next[1] == NONE) {
                    self.follow(first, closed);
                }
            }
        }
    }

    /// The lines that were found, not sorted by level.
    pub fn lines(&self) -> impl Iterator<Item = ContourLine<'_>> {
        self.strokes.iter().map(|stroke| ContourLine {
            level: usize::from(stroke.level),
            closed: stroke.closed,
            points: &self.points[stroke.start..stroke.end],
        })
    }

    /// For every point how many levels it has reached: a line runs between points that differ.
    fn classify(&mut self, grid: &Grid, levels: &[f64]) {
        self.classes.clear();
        let mut class = 0;
        self.classes.extend(grid.values().iter().map(|&value| {
            class = class_near(levels, value, class);
            class as u8
        }));
    }

    /// Visits all cells, each with its crossings of all levels. A side's crossing is made by the
    /// first of its two cells and found by the other one, by level and column.
    fn cross(&mut self, grid: &Grid, levels: &[f64]) {
        let width = grid.width();
        for row in [&mut self.below, &mut self.above] {
            row.clear();
            row.resize(width * levels.len(), NONE);
        }
        for side in [&mut self.left, &mut self.right] {
            side.clear();
            side.resize(levels.len(), NONE);
        }
        for row in 0..grid.height().saturating_sub(1) {
            for column in 0..width.saturating_sub(1) {
                if grid.is_whole(column, row) {
                    self.visit(grid, levels, column, row);
                }
                std::mem::swap(&mut self.left, &mut self.right);
            }
            std::mem::swap(&mut self.below, &mut self.above);
        }
    }

    fn visit(&mut self, grid: &Grid, levels: &[f64], column: usize, row: usize) {
        let width = grid.width();
        let at = row * width + column;
        // Round the cell: lower left, lower right, upper right, upper left.
        let corners = [at, at + 1, at + width + 1, at + width];
        let classes = corners.map(|corner| self.classes[corner]);
        let low = classes[0].min(classes[1]).min(classes[2]).min(classes[3]);
        let high = classes[0].max(classes[1]).max(classes[2]).max(classes[3]);
        if low == high {
            return;
        }
        let values = corners.map(|corner| grid.values()[corner]);
        let known_below = row > 0 && grid.is_whole(column, row - 1);
        let known_left = column > 0 && grid.is_whole(column - 1, row);
        let (x, y) = (column as f64, row as f64);
        for (level, &value) in levels.iter().enumerate().take(usize::from(high)).skip(usize::from(low)) {
            let over = classes.map(|class| usize::from(class) > level);
            let part = |from: usize, to: usize| (value - values[from]) / (values[to] - values[from]);
            let slot = level * width + column;
            // Crossings of the lower, right, upper and left side, as far as there are any.
            let mut sides = [NONE; 4];
            if over[0] != over[1] {
                sides[0] = match known_below {
                    true => self.below[slot],
                    false => self.add(level, [x + part(0, 1), y]),
                };
            }
            if over[1] != over[2] {
                sides[1] = self.add(level, [x + 1.0, y + part(1, 2)]);
                self.right[level] = sides[1];
            }
            if over[2] != over[3] {
                sides[2] = self.add(level, [x + part(3, 2), y + 1.0]);
                self.above[slot] = sides[2];
            }
            if over[3] != over[0] {
                sides[3] = match known_left {
                    true => self.left[level],
                    false => self.add(level, [x, y + part(0, 3)]),
                };
            }
            let crossed = sides.iter().filter(|&&side| side != NONE).count();
            if crossed == 4 {
                // A saddle: two opposite corners are above the level, and the middle decides.
                let middle = values.iter().sum::<f64>() / 4.0 >= value;
                let pairs = if middle == over[0] { [(0, 1), (2, 3)] } else { [(3, 0), (1, 2)] };
                pairs.into_iter().for_each(|(a, b)| self.join(sides[a], sides[b]));
            } else {
                let mut found = sides.into_iter().filter(|&side| side != NONE);
                if let (Some(a), Some(b)) = (found.next(), found.next()) {
                    self.join(a, b);
                }
            }
        }
    }

    fn add(&mut self, level: usize, point: [f64; 2]) -> u32 {
        self.crossings.push(Crossing { point, next: [NONE; 2], level: level as u8, done: false });
        self.crossings.len() as u32 - 1
    }

    fn join(&mut self, a: u32, b: u32) {
        for (from, to) in [(a, b), (b, a)] {
            let next = &mut self.crossings[from as usize].next;
            next[usize::from(next[0] != NONE)] = to;
        }
    }

    /// Writes the line that begins at a crossing.
    fn follow(&mut self, first: usize, closed: bool) {
        let start = self.points.len();
        let level = self.crossings[first].level;
        let mut at = first as u32;
        while at != NONE {
            let crossing = &mut self.crossings[at as usize];
            crossing.done = true;
            let [a, b] = crossing.next;
            self.points.push(crossing.point);
            let ahead = |next: u32| next != NONE && !self.crossings[next as usize].done;
            at = if ahead(a) {
                a
            } else if ahead(b) {
                b
            } else {
                NONE
            };
        }
        self.strokes.push(Stroke { level, closed, start, end: self.points.len() });
    }
}
