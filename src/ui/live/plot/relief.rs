//! Lines, arrows, labels and legend of a map, as texts of SVG.

use std::fmt::Write;

use crate::app::plot::map::reach;
use crate::plot::{Window, ticks};
use crate::typeset::number;

/// Lines are written in whole tenths of a pixel: that is shorter and quicker than with a point.
const TENTHS: f64 = 10.0;

/// Ticks with their numbers, and the names of the axes.
pub(super) fn tick_labels([x, y]: &[String; 2], window: &Window) -> String {
    let (width, height) = (window.width, window.height);
    let mut text = String::new();
    let counts = [(width / 64.0) as usize, (height / 48.0) as usize];
    // The names stand at the upper and the right end.
    let free = |at: f64, size: f64, name: f64| at.min(size - at) > 22.0 && name > 32.0;
    for x in ticks(window.x, counts[0]).values {
        let px = window.px(x);
        let _ = write!(text, r#"<path d="M{px:.1} {height:.1}v-5"/>"#);
        if free(px, width, width - px) {
            let _ = write!(text, r#"<text x="{px:.1}" y="{:.1}">{}</text>"#, height - 8.0, number(x));
        }
    }
    for y in ticks(window.y, counts[1]).values {
        let py = window.py(y);
        let _ = write!(text, r#"<path d="M0 {py:.1}h5"/>"#);
        if free(py, height, py) {
            let _ = write!(text, r#"<text class="left" x="8" y="{:.1}">{}</text>"#, py + 4.0, number(y));
        }
    }
    let _ = write!(text, r#"<text class="axis right" x="{:.1}" y="{:.1}">{x}</text>"#, width - 8.0, height - 8.0);
    let _ = write!(text, r#"<text class="axis left" x="8" y="18">{y}</text>"#);
    text
}

/// Adds a line through points in pixels to a path in tenths of a pixel.
pub(super) fn add_line(path: &mut String, points: impl Iterator<Item = [f64; 2]>) {
    let mut last = None;
    for point in points {
        let [x, y] = point.map(|at| (at * TENTHS).round() as i32);
        let _ = match last {
            None => write!(path, "M{x} {y}l"),
            Some((a, b)) => write!(path, "{} {} ", x - a, y - b),
        };
        last = Some((x, y));
    }
}

/// An arrow along a gradient, as a path; empty where the gradient is 0 or none.
///
/// It points where one goes who follows the gradient in the units of the axes, as a step of descent
/// does the other way round.
pub(super) fn arrow([x, y]: [f64; 2], [a, b]: [f64; 2], window: &Window, longest: f64, head: f64) -> String {
    let (right, down) = (a * window.width / window.x.len(), -b * window.height / window.y.len());
    let length = right.hypot(down);
    let shown = longest * reach(a.hypot(b));
    if !length.is_finite() || length == 0.0 || shown < 2.0 {
        return String::new();
    }
    let (right, down) = (right / length, down / length);
    let head = head.min(0.6 * shown);
    let (tip_x, tip_y) = (x + right * shown, y + down * shown);
    let side = |turn: f64| (tip_x - head * (right - 0.5 * turn * down), tip_y - head * (down + 0.5 * turn * right));
    let ((left_x, left_y), (right_x, right_y)) = (side(1.0), side(-1.0));
    format!(
        "M{x:.1} {y:.1}L{tip_x:.1} {tip_y:.1}M{left_x:.1} {left_y:.1}L{tip_x:.1} {tip_y:.1}L{right_x:.1} {right_y:.1}"
    )
}

/// The gradient at many places, `each` of them along a side.
pub(super) fn field(arrows: &[([f64; 2], [f64; 2])], each: usize, window: &Window) -> String {
    let longest = 0.95 * window.width.min(window.height) / each as f64;
    let paths = arrows.iter().map(|&(at, gradient)| {
        let place = [window.px(at[0]), window.py(at[1])];
        arrow(place, gradient, window, longest, 4.0)
    });
    paths.collect()
}

/// The scale as a row of colours with the numbers between them.
pub(super) fn legend(levels: &[f64], colours: &[[u8; 3]], width: f64) -> String {
    let mut text = String::new();
    let each = width / colours.len() as f64;
    for (index, [red, green, blue]) in colours.iter().enumerate() {
        let x = index as f64 * each;
        let _ = write!(
            text,
            r#"<rect x="{x:.1}" y="0" width="{:.1}" height="12" fill="rgb({red},{green},{blue})"/>"#,
            each + 0.2
        );
    }
    let _ = write!(text, r#"<rect class="rim" width="{width:.1}" height="12"/>"#);
    let labels: Vec<String> = levels.iter().map(|&level| number(level)).collect();
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0) as f64;
    let every = ((6.6 * longest + 6.0) / each).ceil().max(1.0) as usize;
    // The numbers that are left out are so on both sides of the middle one.
    let middle = levels.len() / 2;
    for (index, label) in labels.iter().enumerate() {
        let x = (index + 1) as f64 * each;
        let _ = write!(text, r#"<path d="M{x:.1} 0v12"/>"#);
        if index.abs_diff(middle) % every == 0 {
            let _ = write!(text, r#"<text x="{x:.1}" y="26">{label}</text>"#);
        }
    }
    text
}
