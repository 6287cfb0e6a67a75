use super::{Grid, Range, ticks};
use crate::sort::sorted;

/// The levels of a map, and how they follow each other.
///
/// Most functions get levels of equal distance. Where the values span powers of ten, such levels
/// would crowd at the largest of them: then each level is a multiple of the one before it, which is
/// an even step of the logarithm.
///
/// ```
/// use chainrule::plot::{Grid, Scale, Progression};
/// let mut grid = Grid::default();
/// grid.fill(11, 2, |values| (0..22).for_each(|i| values[i] = (i % 11) as f64));
/// let scale = Scale::of(&grid, 5);
/// assert_eq!((scale.levels, scale.progression), (vec![2.0, 4.0, 6.0, 8.0], Progression::Sum(2.0)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Ascending; empty where the function is constant or nowhere finite.
    pub levels: Vec<f64>,
    /// The rule of the levels.
    pub progression: Progression,
}

/// How a level follows from the one before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progression {
    /// By adding this.
    Sum(f64),
    /// By multiplying with this.
    Product(f64),
    /// By multiplying with this, away from 0 on both sides of it.
    Mirrored(f64),
}

/// Number of samples in each direction from which a scale is chosen.
const SAMPLES: usize = 48;

/// Fraction of the values at either end, from poles and steep corners, that the scale ignores.
const TAIL: f64 = 0.04;

/// Fraction of the values below the lowest level of a product. It is small, so that valleys show.
const VALLEY: f64 = 0.01;

/// Values over such a span, from their lowest tenth to the upper tail, are compared by their
/// logarithm. A bowl has 31 at most, wherever its bottom is.
const WIDE: f64 = 60.0;

/// Ratio of a value in the tail to a usual one from which on a function of both signs gets logarithmic
/// levels.
const HEAVY: f64 = 10.0;

/// Values that differ by less are the same: products with their differences would underflow.
const LEAST_SPAN: f64 = 1e-290;

impl Scale {
    /// About `wanted` levels that fit the values of a grid.
    ///
    /// A grid of 48·k + 1 points a side has the same scale for every k, so that a coarse picture and
    /// the fine one after it agree.
    pub fn of(grid: &Grid, wanted: usize) -> Scale {
        let values = samples(grid);
        let none = Scale { levels: Vec::new(), progression: Progression::Sum(0.0) };
        let (Some(&least), Some(&most)) = (values.first(), values.last()) else { return none };
        // A function whose values differ by rounding alone is constant, as is one whose values lie where doubles
        // lose their digits.
        if wanted == 0 || most - least <= (1e-12 * least.abs().max(most.abs())).max(LEAST_SPAN) {
            return none;
        }
        let sizes = sorted(values.iter().map(|value| value.abs()).collect(), f64::total_cmp);
        let [valley, small, usual, large] = [VALLEY, 0.1, 0.5, 1.0 - TAIL].map(|part| quantile(&sizes, part));
        if least >= 0.0 && valley > 0.0 && large >= WIDE * small {
            return Scale::products(valley.max(LEAST_SPAN), large, wanted, false);
        }
        if least < 0.0 && most > 0.0 && usual > 0.0 && large >= HEAVY * usual {
            return Scale::products(small.max(large * 1e-12).max(LEAST_SPAN), large, wanted, true);
        }
        let (mut low, mut high) = (quantile(&values, TAIL), quantile(&values, 1.0 - TAIL));
        // Without heavy tails everything is on the scale.
        if most - least <= 1.6 * (high - low) || low == high {
            (low, high) = (least, most);
        }
        Scale::sums(low, high, wanted)
    }

    fn sums(low: f64, high: f64, wanted: usize) -> Scale {
        let ticks = ticks(Range::new(low, high), wanted);
        let levels = ticks.values.into_iter().filter(|&level| low < level && level < high).collect();
        Scale { levels, progression: Progression::Sum(ticks.step) }
    }

    fn products(small: f64, large: f64, wanted: usize, mirrored: bool) -> Scale {
        let each = if mirrored { wanted.div_ceil(2) } else { wanted };
        let span = large.log10() - small.log10();
        let factors = [2.0, 4.0, 10.0, 100.0, 1e3, 1e4, 1e6, 1e10, 1e20, 1e40, 1e80];
        let fits = |factor: &f64| span / factor.log10() <= 1.3 * each as f64;
        let factor = factors.into_iter().find(fits).unwrap_or(1e160);
        let power = |size: f64| size.log10() / factor.log10();
        let (first, last) = (power(small).ceil() as i32, power(large).floor() as i32);
        let sizes = (first..=last).map(|exponent| match exponent < 0 {
            true => 1.0 / factor.powi(-exponent),
            false => factor.powi(exponent),
        });
        if mirrored {
            let levels = sizes.clone().rev().map(|size| -size).chain([0.0]).chain(sizes).collect();
            return Scale { levels, progression: Progression::Mirrored(factor) };
        }
        Scale { levels: sizes.collect(), progression: Progression::Product(factor) }
    }
}

/// How many levels a value has reached, searched from a neighbour's number of them: a few steps,
/// where a search through all would be the cost of the picture.
#[inline]
pub(super) fn class_near(levels: &[f64], value: f64, mut class: usize) -> usize {
    while class < levels.len() && value >= levels[class] {
        class += 1;
    }
    while class > 0 && value < levels[class - 1] {
        class -= 1;
    }
    class
}

/// Finite values of some points, sorted.
fn samples(grid: &Grid) -> Vec<f64> {
    let stride = |points: usize| (points.saturating_sub(1) / SAMPLES).max(1);
    let rows = grid.values().chunks(grid.width().max(1)).step_by(stride(grid.height()));
    let points = rows.flat_map(|row| row.iter().step_by(stride(grid.width())));
    sorted(points.copied().filter(|value| value.is_finite()).collect(), f64::total_cmp)
}

fn quantile(sorted: &[f64], part: f64) -> f64 {
    let last = sorted.len() - 1;
    sorted[((last as f64 * part).round() as usize).min(last)]
}
