//! The scale of a map.

use std::fmt::Write;

use super::Px;
use crate::typeset::number;

/// The widths of a digit and of the gap between two numbers, in pixels.
const DIGIT: f64 = 6.6;
const GAP: f64 = 6.0;

/// The scale as a row of colours with the numbers between them, as elements.
///
/// ```
/// let markup = chainrule::svg::legend(&[0.5], &[[0, 0, 0], [255, 255, 255]], 80.0);
/// assert_eq!(markup, concat!(
///     r#"<rect x="0" y="0" width="40.2" height="12" fill="rgb(0,0,0)"/>"#,
///     r#"<rect x="40" y="0" width="40.2" height="12" fill="rgb(255,255,255)"/>"#,
///     r#"<rect class="rim" width="80" height="12"/>"#,
///     r#"<path d="M40 0v12"/><text x="40" y="26">0.5</text>"#,
/// ));
/// ```
pub fn legend(levels: &[f64], colours: &[[u8; 3]], width: f64) -> String {
    let mut markup = String::new();
    let each = width / colours.len() as f64;
    // Writing to a String cannot fail.
    for (index, [red, green, blue]) in colours.iter().enumerate() {
        // Neighbours overlap a little, so that no gap shines through.
        let (x, wide) = (Px(index as f64 * each), Px(each + 0.2));
        let _ = write!(markup, r#"<rect x="{x}" y="0" width="{wide}" height="12" fill="rgb({red},{green},{blue})"/>"#);
    }
    let _ = write!(markup, r#"<rect class="rim" width="{}" height="12"/>"#, Px(width));
    let labels: Vec<String> = levels.iter().map(|&level| number(level)).collect();
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0) as f64;
    let every = ((DIGIT * longest + GAP) / each).ceil().max(1.0) as usize;
    // The numbers that are left out are so on both sides of the middle one.
    let middle = levels.len() / 2;
    for (index, label) in labels.iter().enumerate() {
        let x = Px((index + 1) as f64 * each);
        let _ = write!(markup, r#"<path d="M{x} 0v12"/>"#);
        if index.abs_diff(middle) % every == 0 {
            let _ = write!(markup, r#"<text x="{x}" y="26">{label}</text>"#);
        }
    }
    markup
}
