//! The data of a path.

use std::fmt::Write;

use super::Px;

/// The data of an SVG path, absolute, written command by command.
///
/// ```
/// use chainrule::svg::PathData;
/// let mut path = PathData::default();
/// path.start(0.0, 5.0);
/// path.line(2.5, 7.0);
/// path.vertical(9.0);
/// assert_eq!(path.into_text(), "M0 5L2.5 7V9");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PathData(String);

// Writing to a String cannot fail.
impl PathData {
    /// An empty path with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> PathData {
        PathData(String::with_capacity(bytes))
    }

    /// Starts a new line at a place.
    pub fn start(&mut self, x: f64, y: f64) {
        let _ = write!(self.0, "M{} {}", Px(x), Px(y));
    }

    /// Draws a straight line to a place.
    pub fn line(&mut self, x: f64, y: f64) {
        let _ = write!(self.0, "L{} {}", Px(x), Px(y));
    }

    /// Draws a line to the left or to the right.
    pub fn horizontal(&mut self, x: f64) {
        let _ = write!(self.0, "H{}", Px(x));
    }

    /// Draws a line up or down.
    pub fn vertical(&mut self, y: f64) {
        let _ = write!(self.0, "V{}", Px(y));
    }

    /// Draws a cubic Bézier segment: both controls, then the end.
    pub fn cubic(&mut self, points: [(f64, f64); 3]) {
        let [(a, b), (c, d), (x, y)] = points;
        let _ = write!(self.0, "C{} {} {} {} {} {}", Px(a), Px(b), Px(c), Px(d), Px(x), Px(y));
    }

    /// Draws a dot at a place: a line without length has round ends.
    pub fn dot(&mut self, x: f64, y: f64) {
        let _ = write!(self.0, "M{} {}h0", Px(x), Px(y));
    }

    /// Draws a closed rectangle: its left upper corner, then its size.
    pub fn rectangle(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let _ = write!(self.0, "M{} {}h{}v{}h{}z", Px(x), Px(y), Px(width), Px(height), Px(-width));
    }

    /// Whether nothing is drawn yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The data, for the attribute `d`.
    pub fn into_text(self) -> String {
        self.0
    }
}
