use super::Grid;
use super::levels::class_near;

/// Colours a map between its levels: `pixels` becomes a picture of `width` × `height` pixels with
/// four bytes each (red, green, blue, opacity), its upper row first, over the whole grid.
///
/// Between the points of the lattice the function is taken to be linear in both directions, as the
/// lines of [`Contours`](super::Contours) have it on the sides of cells, so that a colour ends where
/// its line runs. Cells that are not whole take the value of their nearest corner; where there is
/// none the picture is transparent. `colours` has one colour more than there are levels.
///
/// ```
/// use chainrule::plot::{Grid, shade};
/// let mut grid = Grid::default();
/// grid.fill(2, 2, |values| values.copy_from_slice(&[0.0, 0.0, 1.0, 1.0]));
/// let mut pixels = Vec::new();
/// shade(&grid, &[0.5], &[[1, 2, 3], [7, 8, 9]], 1, 2, &mut pixels);
/// assert_eq!(pixels, [7, 8, 9, 255, 1, 2, 3, 255]);
/// ```
pub fn shade(grid: &Grid, levels: &[f64], colours: &[[u8; 3]], width: usize, height: usize, pixels: &mut Vec<u8>) {
    pixels.clear();
    pixels.resize(4 * width * height, 0);
    if grid.width() < 2 || grid.height() < 2 {
        return;
    }
    let mut class = 0;
    for (line, pixels) in pixels.chunks_exact_mut(4 * width).enumerate() {
        let (row, up) = place(height - 1 - line, height, grid.height());
        for (column, pixel) in pixels.chunks_exact_mut(4).enumerate() {
            let (column, right) = place(column, width, grid.width());
            let at = row * grid.width() + column;
            let value = |corner: usize| grid.values()[at + corner];
            let value = if grid.is_whole(column, row) {
                let lower = value(0) + (value(1) - value(0)) * right;
                let upper = value(grid.width()) + (value(grid.width() + 1) - value(grid.width())) * right;
                lower + (upper - lower) * up
            } else {
                value(usize::from(right >= 0.5) + if up >= 0.5 { grid.width() } else { 0 })
            };
            if value.is_nan() {
                continue;
            }
            class = class_near(levels, value, class);
            let [red, green, blue] = colours[class];
            pixel.copy_from_slice(&[red, green, blue, 255]);
        }
    }
}

/// The cell that a pixel's middle lies in, and how far behind the cell's beginning.
fn place(pixel: usize, pixels: usize, points: usize) -> (usize, f64) {
    let at = (pixel as f64 + 0.5) / pixels as f64 * (points - 1) as f64;
    let cell = (at as usize).min(points - 2);
    (cell, at - cell as f64)
}

/// Lightness and the two axes of colour of a ramp's ends, in Oklab: blue, as all values are.
type Lab = [f64; 3];
const LIGHT: [Lab; 2] = [[0.985, -0.004, -0.008], [0.70, -0.032, -0.105]];
const DARK: [Lab; 2] = [[0.215, -0.004, -0.014], [0.50, -0.024, -0.105]];

/// Colours for so many bands, from the lowest values to the highest: one hue, told apart by
/// lightness alone, which rises or falls in even steps (in Oklab, Ottosson 2020). People with any
/// kind of colour vision read it, as does a print without colours. Higher values stand out more from
/// the ground of the page: darker on a light one, lighter on a dark one.
///
/// ```
/// let colours = chainrule::plot::ramp(3, false);
/// assert!(colours[0][0] > colours[1][0] && colours[1][0] > colours[2][0]);
/// ```
pub fn ramp(bands: usize, dark: bool) -> Vec<[u8; 3]> {
    let [from, to] = if dark { DARK } else { LIGHT };
    let last = bands.saturating_sub(1).max(1) as f64;
    let mix = |band: usize| std::array::from_fn(|i| from[i] + (to[i] - from[i]) * band as f64 / last);
    (0..bands).map(|band| srgb(mix(band))).collect()
}

/// A colour of Oklab for the screen (Ottosson 2020, "A perceptual color space for image processing").
fn srgb([lightness, a, b]: Lab) -> [u8; 3] {
    let long = (lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
    let middle = (lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
    let short = (lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
    let linear = [
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    ];
    linear.map(|light| {
        let curved = if light <= 0.0031308 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
        (255.0 * curved.clamp(0.0, 1.0)).round() as u8
    })
}
