//! A curve with its axes, as the texts of SVG attributes.

use std::fmt::Write;

use web_sys::Element;

use crate::layout::write_numbers;
use crate::plot::{Curve, MarkKind, Point, Window, ticks};
use crate::typeset::{Digits, number_with};
use crate::ui::live::shown::Shown;

/// More special places than this are not marked.
const MOST_MARKS: usize = 60;
/// What is farther away than this, in pixels, is drawn no farther away; steps nearer than this to the
/// one before are left out.
pub(super) const FARTHEST: f64 = 1e5;
const NEAR: f64 = 2.0;
/// Pixels from one label to the next, across and upward.
const ACROSS: f64 = 62.0;
const UPWARD: f64 = 46.0;
const MOST_UPWARD: usize = 8;

/// Lines and curve of a picture.
pub(super) struct Plane {
    grid: Shown,
    axes: Shown,
    curve: Shown,
}

impl Plane {
    pub fn adopt(root: &Element) -> Option<Plane> {
        let path = |selector| Shown::attribute(root, selector, "d");
        Some(Plane { grid: path(".grid")?, axes: path(".axes")?, curve: path(".curve")? })
    }

    pub fn write(&mut self, curve: &Curve) {
        let window = &curve.window;
        let mut grid = String::new();
        for x in ticks(window.x, across(window)).values {
            vertical(&mut grid, window, x);
        }
        for y in ticks(window.y, upward(window)).values {
            horizontal(&mut grid, window, y);
        }
        let mut axes = String::new();
        if window.x.contains(0.0) {
            vertical(&mut axes, window, 0.0);
        }
        if window.y.contains(0.0) {
            horizontal(&mut axes, window, 0.0);
        }
        self.grid.write(grid);
        self.axes.write(axes);
        self.curve.write(curve.path());
    }
}

fn across(window: &Window) -> usize {
    (window.width / ACROSS) as usize
}

fn upward(window: &Window) -> usize {
    ((window.height / UPWARD).ceil() as usize).min(MOST_UPWARD)
}

fn vertical(path: &mut String, window: &Window, x: f64) {
    segment(path, (window.px(x), 0.0), (window.px(x), window.height));
}

fn horizontal(path: &mut String, window: &Window, y: f64) {
    segment(path, (0.0, window.py(y)), (window.width, window.py(y)));
}

fn segment(path: &mut String, from: (f64, f64), to: (f64, f64)) {
    path.push('M');
    write_numbers(path, &[from.0, from.1]);
    path.push('L');
    write_numbers(path, &[to.0, to.1]);
}

/// The numbers along both axes.
pub(super) fn tick_labels(window: &Window) -> String {
    let mut markup = String::new();
    let mut label = |class: &str, x: f64, y: f64, value: f64| {
        let _ = write!(markup, "<text class=\"{class}\" x=\"");
        write_numbers(&mut markup, &[x]);
        markup.push_str("\" y=\"");
        write_numbers(&mut markup, &[y]);
        let _ = write!(markup, "\">{}</text>", number_with(value, Digits(5)));
    };
    for x in ticks(window.x, across(window)).values {
        let px = window.px(x);
        if (10.0..=window.width - 10.0).contains(&px) {
            label("along", px, window.height + 14.0, x);
        }
    }
    for y in ticks(window.y, upward(window)).values {
        let py = window.py(y);
        if (14.0..=window.height - 4.0).contains(&py) {
            label("up", 3.0, py - 3.0, y);
        }
    }
    markup
}

/// Corners, ends of jumps, holes and poles.
pub(super) fn marks(curve: &Curve) -> String {
    let window = &curve.window;
    let mut markup = String::new();
    let dot = |markup: &mut String, class: &str, x: f64, y: f64| {
        if window.y.contains(y) {
            let _ = write!(
                markup,
                "<circle class=\"{class}\" r=\"3.2\" transform=\"{}\"/>",
                place(window.px(x), window.py(y))
            );
        }
    };
    for mark in curve.marks.iter().take(MOST_MARKS) {
        match mark.kind {
            MarkKind::Kink { y } => dot(&mut markup, "full", mark.x, y),
            MarkKind::Hole { y } => dot(&mut markup, "open", mark.x, y),
            MarkKind::Jump { left, right, at } => {
                for end in [left, right] {
                    dot(&mut markup, if end == at { "full" } else { "open" }, mark.x, end);
                }
                if at != left && at != right {
                    dot(&mut markup, "full", mark.x, at);
                }
            }
            MarkKind::Pole => {
                markup.push_str("<path class=\"pole\" d=\"");
                vertical(&mut markup, window, mark.x);
                markup.push_str("\"/>");
            }
        }
    }
    markup
}

/// Where the runs of a descent went: a line each, and a dot a step.
pub(super) fn trails(window: &Window, runs: &[Vec<[f64; 2]>]) -> String {
    let mut markup = String::new();
    // The rival's line has gaps: above the other one both are seen.
    for (run, class) in runs.iter().zip(["first", "rival"]) {
        let (mut line, mut dots) = (String::new(), String::new());
        let mut last: Option<[f64; 2]> = None;
        for (index, &[x, y]) in run.iter().enumerate() {
            let at = [window.px(x), window.py(y)].map(|pixel| pixel.clamp(-FARTHEST, FARTHEST));
            let near = last.is_some_and(|last| (at[0] - last[0]).hypot(at[1] - last[1]) < NEAR);
            if at[0].is_nan() || at[1].is_nan() || near && index + 1 < run.len() {
                continue;
            }
            line.push(if last.is_some() { 'L' } else { 'M' });
            write_numbers(&mut line, &at);
            // A line without length has round ends: a dot.
            dots.push('M');
            write_numbers(&mut dots, &at);
            dots.push_str("h0");
            last = Some(at);
        }
        for (kind, path) in [("halo", &line), ("way", &line), ("dots", &dots)] {
            markup += &["<path class=\"", kind, " ", class, "\" d=\"", path, "\"/>"].concat();
        }
    }
    markup
}

/// A piece of the tangent at a point, so many pixels to both sides; nothing where there is no slope.
pub(super) fn tangent(window: &Window, point: &Point, half: f64) -> String {
    let mut path = String::new();
    let steep = window.steepness(point.slope);
    if steep.is_finite() && point.y.is_finite() {
        let (x, y) = (window.px(point.x), window.py(point.y));
        let long = half / 1f64.hypot(steep);
        segment(&mut path, (x - long, y + long * steep), (x + long, y - long * steep));
    }
    path
}

/// The attribute that moves something to a place.
pub(super) fn place(x: f64, y: f64) -> String {
    let mut text = String::from("translate(");
    write_numbers(&mut text, &[x, y]);
    text.push(')');
    text
}
