//! The value over the steps of a descent.

use std::fmt::Write;

use super::trail::RUNS;
use super::{PathData, Px};
use crate::plot::Chart;
use crate::typeset::number;

/// The box of the chart within its picture: left, top, width, height.
const BOX: [f64; 4] = [58.0, 8.0, 252.0, 114.0];

/// The chart as elements, for a picture of 320 × 148 pixels.
///
/// ```
/// use chainrule::{plot::Chart, svg::chart};
/// let lines = Chart::of(&[vec![(0, 2.0), (1, 1.0)]], false).unwrap();
/// let markup = chart(&lines);
/// assert!(markup.starts_with(r#"<path class="axes" d="M58 8V122H310"/>"#), "{markup}");
/// assert!(markup.contains(r#"<text x="310" y="138" text-anchor="middle">1</text>"#), "{markup}");
/// assert!(markup.ends_with(r#"<path class="first" d="M58 13.2L310 116.8"/>"#), "{markup}");
/// ```
pub fn chart(chart: &Chart) -> String {
    let [left, top, width, height] = BOX;
    let (x, y) = (|part: f64| left + part * width, |part: f64| top + (1.0 - part) * height);
    let mut frame = PathData::default();
    frame.start(left, top);
    frame.vertical(top + height);
    frame.horizontal(left + width);
    let mut markup = format!(r#"<path class="axes" d="{}"/>"#, frame.into_text());
    // Writing to a String cannot fail.
    for &(place, value) in &chart.values {
        let mut hair = PathData::default();
        hair.start(left, y(place));
        hair.horizontal(left + width);
        let _ = write!(markup, r#"<path class="hair" d="{}"/>"#, hair.into_text());
        let (x, y) = (Px(left - 6.0), Px(y(place) + 3.5));
        let _ = write!(markup, r#"<text x="{x}" y="{y}" text-anchor="end">{}</text>"#, number(value));
    }
    for &(place, step) in &chart.steps {
        let (x, y) = (Px(x(place)), Px(top + height + 16.0));
        let _ = write!(markup, r#"<text x="{x}" y="{y}" text-anchor="middle">{}</text>"#, number(step));
    }
    // The rival lies below.
    for (pieces, class) in chart.lines.iter().zip(RUNS).rev() {
        let mut path = PathData::default();
        for piece in pieces {
            for (index, &[across, up]) in piece.iter().enumerate() {
                let (x, y) = (x(across), y(up));
                if index == 0 { path.start(x, y) } else { path.line(x, y) }
            }
        }
        let _ = write!(markup, r#"<path class="{class}" d="{}"/>"#, path.into_text());
    }
    markup
}
