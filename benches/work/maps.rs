//! Contour lines and shading of a map, beside marching squares that join nothing.

use std::hint::black_box;

use chainrule::plot::{Contours, Grid, Scale, ramp, shade};

use super::measure::{Clock, against, alone};

const SIDE: usize = 256;

/// The floor: the two ends of every segment, level by level, without joining segments to lines.
fn segments(values: &[f64], side: usize, levels: &[f64], ends: &mut Vec<[f64; 4]>) {
    ends.clear();
    for &level in levels {
        for row in 0..side - 1 {
            for column in 0..side - 1 {
                let at = row * side + column;
                let v = [values[at], values[at + 1], values[at + side + 1], values[at + side]];
                let over = v.map(|value| value >= level);
                let (x, y) = (column as f64, row as f64);
                let t = |a: usize, b: usize| (level - v[a]) / (v[b] - v[a]);
                let side = |side: usize| match side {
                    0 => [x + t(0, 1), y],
                    1 => [x + 1.0, y + t(1, 2)],
                    2 => [x + t(3, 2), y + 1.0],
                    _ => [x, y + t(0, 3)],
                };
                let crossed = |i: usize| over[i] != over[(i + 1) % 4];
                let mut first: Option<[f64; 2]> = None;
                for i in (0..4).filter(|&i| crossed(i)) {
                    let here = side(i);
                    match first.take() {
                        None => first = Some(here),
                        Some([x, y]) => ends.push([x, y, here[0], here[1]]),
                    }
                }
            }
        }
    }
}

pub fn all(clock: Clock, print: &mut impl FnMut(&str)) {
    type Function = (&'static str, fn(f64, f64) -> f64);
    let functions: [Function; 2] = [
        ("Rosenbrock", |x, y| (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2)),
        ("waves", |x, y| (6.0 * x).sin() * (5.0 * y).cos() + 0.1 * x),
    ];
    for (name, f) in functions {
        let at = |index: usize| -2.0 + index as f64 / 64.0;
        let fill = |values: &mut [f64]| (0..SIDE * SIDE).for_each(|i| values[i] = f(at(i % SIDE), at(i / SIDE)));
        let mut grid = Grid::default();
        grid.fill(SIDE, SIDE, fill);
        let scale = Scale::of(&grid, 12);
        let levels: Vec<f64> = match scale.levels.len() {
            12 => scale.levels,
            _ => (0..12).map(|i| -0.9 + f64::from(i) * 0.16).collect(),
        };
        let (mut contours, mut ends, mut pixels) = (Contours::default(), Vec::new(), Vec::new());
        contours.trace(&grid, &levels);
        segments(grid.values(), SIDE, &levels, &mut ends);
        let (corners, lines) =
            (contours.lines().map(|line| line.points.len()).sum::<usize>(), contours.lines().count());
        print(&format!("\n{name}: {SIDE} × {SIDE} points, {} levels, {lines} lines, {corners} corners", levels.len()));
        print(&against(
            clock,
            "contour lines",
            || contours.trace(black_box(&grid), black_box(&levels)),
            || segments(black_box(grid.values()), SIDE, &levels, &mut ends),
        ));
        let colours = ramp(levels.len() + 1, false);
        print(&alone(clock, "shading, 512 × 512 pixels", || {
            shade(black_box(&grid), &levels, &colours, 512, 512, &mut pixels);
        }));
        print(&alone(clock, "choosing the levels", || _ = black_box(Scale::of(black_box(&grid), 12))));
        let mut copy = grid.clone();
        print(&alone(clock, "finding poles and holes", || {
            copy.fill(SIDE, SIDE, |values| values.copy_from_slice(grid.values()));
        }));
    }
}
