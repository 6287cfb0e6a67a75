//! The lines and numbers behind a curve.

use std::fmt::Write;

use super::{PathData, Px};
use crate::plot::{Window, ticks};
use crate::typeset::{Digits, number_with};

/// Pixels from one label to the next, across and upward.
const ACROSS: f64 = 62.0;
const UPWARD: f64 = 46.0;
const MOST_UPWARD: usize = 8;

/// A line through the window at so many pixels from its left edge.
///
/// ```
/// use chainrule::{plot::{Range, Window}, svg};
/// let window = Window { x: Range::new(0.0, 1.0), y: Range::new(-1.0, 1.0), width: 60.0, height: 40.0 };
/// assert_eq!(svg::upright(&window, 12.5), "M12.5 0V40");
/// assert_eq!(svg::grid(&window), "M0 0V40M60 0V40M0 20H60");
/// assert_eq!(svg::axes(&window), "M0 0V40M0 20H60");
/// ```
pub fn upright(window: &Window, px: f64) -> String {
    let mut path = PathData::default();
    vertical(&mut path, window, px);
    path.into_text()
}

/// A line at every round number.
pub fn grid(window: &Window) -> String {
    let mut path = PathData::default();
    for x in ticks(window.x, across(window)).values {
        vertical(&mut path, window, window.px(x));
    }
    for y in ticks(window.y, upward(window)).values {
        horizontal(&mut path, window, window.py(y));
    }
    path.into_text()
}

/// The two axes, as far as they are in the window.
pub fn axes(window: &Window) -> String {
    let mut path = PathData::default();
    if window.x.contains(0.0) {
        vertical(&mut path, window, window.px(0.0));
    }
    if window.y.contains(0.0) {
        horizontal(&mut path, window, window.py(0.0));
    }
    path.into_text()
}

/// The numbers along both axes, as elements.
///
/// ```
/// use chainrule::{plot::{Range, Window}, svg::tick_labels};
/// let window = Window { x: Range::new(-1.0, 1.0), y: Range::new(-1.0, 1.0), width: 100.0, height: 40.0 };
/// assert_eq!(tick_labels(&window), concat!(
///     r#"<text class="along" x="50" y="54">0</text>"#,
///     r#"<text class="up" x="3" y="17">0</text>"#,
/// ));
/// ```
pub fn tick_labels(window: &Window) -> String {
    let mut markup = String::new();
    let mut label = |class: &str, x: f64, y: f64, value: f64| {
        let text = number_with(value, Digits(5));
        // Writing to a String cannot fail.
        let _ = write!(markup, r#"<text class="{class}" x="{}" y="{}">{text}</text>"#, Px(x), Px(y));
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

fn across(window: &Window) -> usize {
    (window.width / ACROSS) as usize
}

fn upward(window: &Window) -> usize {
    ((window.height / UPWARD).ceil() as usize).min(MOST_UPWARD)
}

fn vertical(path: &mut PathData, window: &Window, px: f64) {
    path.start(px, 0.0);
    path.vertical(window.height);
}

fn horizontal(path: &mut PathData, window: &Window, py: f64) {
    path.start(0.0, py);
    path.horizontal(window.width);
}
