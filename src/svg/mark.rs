//! The places where a curve is not smooth.

use std::fmt::Write;

use super::{translate, upright};
use crate::plot::{Curve, MarkKind};

/// More special places than this are not marked.
const MOST: usize = 60;

/// Corners, ends of jumps, holes and poles, as elements.
///
/// ```
/// use chainrule::plot::{Curve, Mark, MarkKind, Range, Window};
/// let window = Window { x: Range::new(-1.0, 1.0), y: Range::new(-1.0, 1.0), width: 100.0, height: 40.0 };
/// let marks = vec![
///     Mark { x: 0.0, kind: MarkKind::Jump { left: 0.0, right: 1.0, at: 1.0 } },
///     Mark { x: 1.0, kind: MarkKind::Pole },
/// ];
/// let curve = Curve { window, pieces: Vec::new(), marks, evaluations: 0 };
/// assert_eq!(chainrule::svg::marks(&curve), concat!(
///     r#"<circle class="open" r="3.2" transform="translate(50 20)"/>"#,
///     r#"<circle class="full" r="3.2" transform="translate(50 0)"/>"#,
///     r#"<path class="pole" d="M100 0V40"/>"#,
/// ));
/// ```
pub fn marks(curve: &Curve) -> String {
    let window = &curve.window;
    let mut markup = String::new();
    // Writing to a String cannot fail.
    let dot = |markup: &mut String, class: &str, x: f64, y: f64| {
        if window.y.contains(y) {
            let place = translate(window.px(x), window.py(y));
            let _ = write!(markup, r#"<circle class="{class}" r="3.2" transform="{place}"/>"#);
        }
    };
    for mark in curve.marks.iter().take(MOST) {
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
                let _ = write!(markup, r#"<path class="pole" d="{}"/>"#, upright(window, window.px(mark.x)));
            }
        }
    }
    markup
}
