//! Where a descent went.

use super::{PathData, kept_near};
use crate::plot::Window;

/// Steps nearer than this to the one before, in pixels, are left out.
const NEAR: f64 = 2.0;

/// The classes of the runs: the run that the sliders follow, then the run it is compared with.
pub(super) const RUNS: [&str; 2] = ["first", "rival"];

/// The paths of the runs of a descent, as elements: one line per run, one dot per step.
///
/// ```
/// use chainrule::{plot::{Range, Window}, svg::trails};
/// let window = Window { x: Range::new(0.0, 1.0), y: Range::new(0.0, 1.0), width: 100.0, height: 100.0 };
/// assert_eq!(trails(&window, &[vec![[0.0, 0.0], [0.001, 0.0], [0.5, 1.0]]]), concat!(
///     r#"<path class="halo first" d="M0 100L50 0"/>"#,
///     r#"<path class="way first" d="M0 100L50 0"/>"#,
///     r#"<path class="dots first" d="M0 100h0M50 0h0"/>"#,
/// ));
/// ```
pub fn trails(window: &Window, runs: &[Vec<[f64; 2]>]) -> String {
    let mut markup = String::new();
    // The rival's line has gaps and is drawn above the other one, so that both are visible.
    for (run, class) in runs.iter().zip(RUNS) {
        let (mut line, mut dots) = (PathData::default(), PathData::default());
        let mut last: Option<[f64; 2]> = None;
        for (index, &[x, y]) in run.iter().enumerate() {
            let [x, y] = [window.px(x), window.py(y)].map(kept_near);
            let near = last.is_some_and(|last| (x - last[0]).hypot(y - last[1]) < NEAR);
            if x.is_nan() || y.is_nan() || near && index + 1 < run.len() {
                continue;
            }
            if last.is_some() {
                line.line(x, y)
            } else {
                line.start(x, y)
            }
            dots.dot(x, y);
            last = Some([x, y]);
        }
        let (line, dots) = (line.into_text(), dots.into_text());
        for (kind, path) in [("halo", &line), ("way", &line), ("dots", &dots)] {
            markup += &["<path class=\"", kind, " ", class, "\" d=\"", path, "\"/>"].concat();
        }
    }
    markup
}
