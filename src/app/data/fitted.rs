//! What a model predicts: for the rows in view as numbers, and as the curve that is fitted to the
//! rows where one column predicts another.

use super::Rows;
use crate::data::Objective;
use crate::plot::{Frame, Range, Ticks, Window, sample, ticks};
use crate::svg;

/// Functions that take more steps than this at one point have no fitted curve.
const LARGEST: usize = 5_000;

/// The curve has so many points at most.
const MOST_POINTS: usize = 600;

/// Most rows that are drawn.
const MOST_DOTS: usize = 1_000;

/// The rows as dots, in pixels, and where they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// The part of the plane that is shown; it does not depend on the prediction, so that nothing jumps.
    pub window: Window,
    /// Where the dot of each row is.
    pub dots: Vec<(f64, f64)>,
    /// The ticks below: round numbers.
    pub x: Ticks,
    /// The ticks at the left: round numbers.
    pub y: Ticks,
}

impl Rows<'_> {
    /// The rows over the only column that is not the target; none if there are several, or none,
    /// or if the rows lie too far apart to be drawn.
    pub fn scatter(self, width: f64, height: f64) -> Option<Scatter> {
        let data = &self.derived.data;
        let small = self.derived.model.graph.len() <= LARGEST;
        if data.columns.len() != 2 || data.fit.is_none() || !small {
            return None;
        }
        let range = |column: usize, margin: f64| {
            let first = data.rows[0][column];
            let range = data.rows.iter().fold(Range::new(first, first), |range, row| range.with(row[column]));
            let room = if range.is_empty() { first.abs().max(1.0) } else { margin * range.len() };
            Range::new(range.min - room, range.max + room)
        };
        let window = Window { x: range(0, 0.08), y: range(1, 0.2), width, height };
        if ![window.x, window.y].iter().all(Range::can_be_drawn) {
            return None;
        }
        let dots = data.rows.iter().take(MOST_DOTS).map(|row| (window.px(row[0]), window.py(row[1]))).collect();
        Some(Scatter { window, dots, x: ticks(window.x, 5), y: ticks(window.y, 3) })
    }

    /// The fitted curve at the present sliders as an SVG path.
    pub fn fitted_curve(self, window: &Window) -> Option<String> {
        let fit = self.derived.data.fit.as_ref()?;
        let variable = *self.derived.data.columns.first()?;
        let mut prediction = Objective::new(fit.tape.clone(), &self.inputs());
        let Window { x, y, width, height } = *window;
        let frame = Frame { x, y: Some(y), width, height, most: MOST_POINTS };
        let curve = sample(&frame, &mut |xs, values, slopes| prediction.along(variable, xs, values, Some(slopes)));
        Some(svg::curve(&curve))
    }

    /// What the model predicts for each row in view; empty if it predicts nothing.
    pub fn predictions(self) -> Vec<f64> {
        let Some(fit) = &self.derived.data.fit else { return Vec::new() };
        let prediction = Objective::new(fit.tape.clone(), &self.inputs());
        let mut prediction = prediction.with_rows(self.derived.data.columns.clone(), self.derived.data.rows.clone());
        let mut slopes = vec![0.0; prediction.inputs().len()];
        self.rows_in_view().map(|row| prediction.gradient(Some(&[row]), &mut slopes)).collect()
    }
}
