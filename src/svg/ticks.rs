//! The edges of a map.

use std::fmt::Write;

use super::Px;
use crate::plot::{Window, ticks};
use crate::typeset::number;

/// Pixels from one number to the next, across and upward.
const ACROSS: f64 = 64.0;
const UPWARD: f64 = 48.0;

/// Ticks with their numbers along the lower and the left edge, and the names of the axes, as elements.
///
/// ```
/// use chainrule::{plot::{Range, Window}, svg::map_ticks};
/// let window = Window { x: Range::new(-1.0, 1.0), y: Range::new(-1.0, 1.0), width: 100.0, height: 100.0 };
/// let markup = map_ticks(&["x".into(), "w".into()], &window);
/// assert!(markup.starts_with(r#"<path d="M50 100v-5"/>"#), "{markup}");
/// assert!(markup.contains(r#"<text class="left" x="8" y="54">0</text>"#), "{markup}");
/// assert!(markup.ends_with(r#"<text class="axis left" x="8" y="18">w</text>"#), "{markup}");
/// ```
pub fn map_ticks([x, y]: &[String; 2], window: &Window) -> String {
    let (width, height) = (window.width, window.height);
    let mut markup = String::new();
    // The names stand at the upper and the right end.
    let free = |at: f64, size: f64, name: f64| at.min(size - at) > 22.0 && name > 32.0;
    // Writing to a String cannot fail.
    for value in ticks(window.x, (width / ACROSS) as usize).values {
        let px = window.px(value);
        let _ = write!(markup, r#"<path d="M{} {}v-5"/>"#, Px(px), Px(height));
        if free(px, width, width - px) {
            let _ = write!(markup, r#"<text x="{}" y="{}">{}</text>"#, Px(px), Px(height - 8.0), number(value));
        }
    }
    for value in ticks(window.y, (height / UPWARD) as usize).values {
        let py = window.py(value);
        let _ = write!(markup, r#"<path d="M0 {}h5"/>"#, Px(py));
        if free(py, height, py) {
            let _ = write!(markup, r#"<text class="left" x="8" y="{}">{}</text>"#, Px(py + 4.0), number(value));
        }
    }
    let (right, low) = (Px(width - 8.0), Px(height - 8.0));
    let _ = write!(markup, r#"<text class="axis right" x="{right}" y="{low}">{x}</text>"#);
    let _ = write!(markup, r#"<text class="axis left" x="8" y="18">{y}</text>"#);
    markup
}
