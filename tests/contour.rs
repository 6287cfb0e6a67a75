//! Maps of two variables: lines, levels and colours.

use std::f64::consts::PI;

use chainrule::plot::{ContourLine, Contours, Grid, Progression, Scale, ramp, shade};
use proptest::prelude::*;

/// A function over a square, and lengths in the units of its lattice.
struct Map {
    grid: Grid,
    contours: Contours,
    from: f64,
    cell: f64,
}

impl Map {
    fn of(points: usize, from: f64, to: f64, f: impl Fn(f64, f64) -> f64) -> Map {
        let cell = (to - from) / (points - 1) as f64;
        let at = |index: usize| from + index as f64 * cell;
        let mut grid = Grid::default();
        grid.fill(points, points, |values| {
            (0..points * points).for_each(|i| values[i] = f(at(i % points), at(i / points)));
        });
        Map { grid, contours: Contours::default(), from, cell }
    }

    fn lines(&mut self, levels: &[f64]) -> Vec<ContourLine<'_>> {
        self.contours.trace(&self.grid, levels);
        self.contours.lines().collect()
    }

    /// A corner of a line in the function's own coordinates.
    fn place(&self, [column, row]: [f64; 2]) -> [f64; 2] {
        [self.from + column * self.cell, self.from + row * self.cell]
    }

    fn on_border(&self, [column, row]: [f64; 2]) -> bool {
        let last = (self.grid.width() - 1) as f64;
        column == 0.0 || row == 0.0 || column == last || row == last
    }
}

/// Area inside of a ring, by the shoelace formula, in cells.
fn area(line: &ContourLine<'_>) -> f64 {
    let next = |i: usize| line.points[(i + 1) % line.points.len()];
    let cross = |(i, &[x, y]): (usize, &[f64; 2])| x * next(i)[1] - y * next(i)[0];
    (line.points.iter().enumerate().map(cross).sum::<f64>() / 2.0).abs()
}

/// How many rings and how many open lines each level has.
fn census(map: &mut Map, levels: &[f64]) -> Vec<(usize, usize)> {
    let mut counts = vec![(0, 0); levels.len()];
    for line in map.lines(levels) {
        let (rings, open) = &mut counts[line.level];
        *(if line.closed { rings } else { open }) += 1;
    }
    counts
}

#[test]
fn every_level_of_a_bowl_is_one_ring_of_the_right_area() {
    let levels = [0.5, 1.0, 2.0, 4.0];
    let mut map = Map::of(161, -2.5, 2.5, |x, y| x * x + y * y);
    let cell = map.cell;
    assert_eq!(census(&mut map, &levels), [(1, 0); 4]);
    for line in map.lines(&levels) {
        let (found, expected) = (area(&line) * cell * cell, PI * levels[line.level]);
        assert!((found / expected - 1.0).abs() < 2e-3, "level {}: {found} for {expected}", levels[line.level]);
    }
}

#[test]
fn known_functions_have_their_known_lines() {
    let himmelblau = |x: f64, y: f64| (x * x + y - 11.0).powi(2) + (x + y * y - 7.0).powi(2);
    let valley = |x: f64, y: f64| (1.0 - x).powi(2) + 5.0 * (y - x * x).powi(2);
    type Case<'a> = (&'a str, &'a dyn Fn(f64, f64) -> f64, &'a [f64], &'a [(usize, usize)]);
    let cases: &[Case<'_>] = &[
        // A hyperbola has two branches, on either side of the saddle.
        ("x y", &|x, y| x * y, &[-1.0, 1.0], &[(0, 2), (0, 2)]),
        ("a plane", &|x, y| x + 2.0 * y, &[-1.3, 0.4], &[(0, 1), (0, 1)]),
        // Below its lowest saddle (13.3) a ring around each of the four minima, above the highest (178) and the
        // hill (181.6) one around all.
        ("Himmelblau", &himmelblau, &[5.0, 40.0, 80.0, 190.0], &[(4, 0), (3, 0), (2, 0), (1, 0)]),
        ("a bent valley", &valley, &[1.0], &[(1, 0)]),
        ("a constant", &|_, _| 1.0, &[0.5, 1.0, 2.0], &[(0, 0); 3]),
        // Two lines at each side of a jump stay on it.
        ("a jump", &|x, _| if x < 0.3 { 0.0 } else { 1.0 }, &[0.25, 0.75], &[(0, 1), (0, 1)]),
    ];
    for (name, f, levels, expected) in cases {
        assert_eq!(census(&mut Map::of(257, -6.0, 6.0, f), levels), *expected, "{name}");
    }
}

#[test]
fn the_lines_of_a_plane_are_straight() {
    let mut map = Map::of(41, -2.0, 2.0, |x, y| x + 2.0 * y);
    let lines: Vec<Vec<[f64; 2]>> = map.lines(&[0.35]).iter().map(|line| line.points.to_vec()).collect();
    assert_eq!(lines.len(), 1);
    for &point in &lines[0] {
        let [x, y] = map.place(point);
        assert!((x + 2.0 * y - 0.35).abs() < 1e-12, "({x}, {y})");
    }
}

#[test]
fn a_saddle_at_its_own_level_reaches_all_four_corners() {
    let mut map = Map::of(41, -2.0, 2.0, |x, y| x * x - y * y);
    let lines: Vec<Vec<[f64; 2]>> = map.lines(&[0.0]).iter().map(|line| line.points.to_vec()).collect();
    assert_eq!(lines.len(), 2);
    let mut corners = 0;
    for line in &lines {
        for &point in line {
            let [x, y] = map.place(point);
            assert!((x.abs() - y.abs()).abs() < 1e-9, "({x}, {y})");
        }
        corners += [line[0], line[line.len() - 1]].iter().filter(|&&end| map.on_border(end)).count();
    }
    assert_eq!(corners, 4);
}

#[test]
fn a_line_ends_at_a_hole() {
    // ln(x + y) is defined above the falling diagonal only.
    let mut map = Map::of(65, -2.0, 2.0, |x, y| (x + y).ln());
    assert_eq!(census(&mut map, &[0.0]), [(0, 1)]);
    let mut torn = Map::of(65, -2.0, 2.0, |x, y| if x.abs() < 0.5 { f64::NAN } else { y });
    assert_eq!(census(&mut torn, &[0.01]), [(0, 2)]);
    let reach = |line: &ContourLine<'_>| line.points.iter().map(|point| point[0]).fold(f64::MAX, f64::min);
    let starts: Vec<f64> = torn.lines(&[0.01]).iter().map(reach).collect();
    assert!(starts.contains(&0.0) && starts.contains(&40.0), "{starts:?}");
}

#[test]
fn no_line_crosses_a_pole() {
    type Case = (&'static str, fn(f64, f64) -> f64, fn(f64, f64) -> f64);
    let poles: [Case; 4] = [
        ("1/(x y)", |x, y| 1.0 / (x * y), |x, y| x * y),
        ("1/x, on the lattice", |x, _| 1.0 / (x - 0.5), |x, _| x - 0.5),
        ("tan x + y", |x, y| x.tan() + y, |x, _| x.cos()),
        ("1/(x − y)", |x, y| 1.0 / (x - y - 0.01), |x, y| x - y - 0.01),
    ];
    for (name, f, side) in poles {
        let mut map = Map::of(66, -3.0, 3.0, f);
        let levels: Vec<f64> = (-9..=9).map(|level| f64::from(level) / 2.0 + 0.05).collect();
        let lines: Vec<Vec<[f64; 2]>> = map.lines(&levels).iter().map(|line| line.points.to_vec()).collect();
        assert!(lines.len() > 8, "{name}");
        for line in &lines {
            let sides = line.iter().map(|&point| map.place(point)).map(|[x, y]| side(x, y) > 0.0);
            let over = sides.filter(|&over| over).count();
            assert!(over == 0 || over == line.len(), "{name}: a line crosses over");
        }
    }
}

#[test]
fn room_is_used_again() {
    let mut contours = Contours::default();
    let trace = |contours: &mut Contours, map: &Map, levels: &[f64]| {
        contours.trace(&map.grid, levels);
        contours.lines().map(|line| (line.level, line.closed, line.points.to_vec())).collect::<Vec<_>>()
    };
    let (bowl, plane) = (Map::of(33, -1.0, 1.0, |x, y| x * x + y * y), Map::of(9, -1.0, 1.0, |x, _| x));
    let first = trace(&mut contours, &bowl, &[0.2, 0.4]);
    trace(&mut contours, &plane, &[-0.3, 0.1, 0.7]);
    assert_eq!(trace(&mut contours, &bowl, &[0.2, 0.4]), first);
}

#[test]
fn levels_step_evenly_and_suit_the_function() {
    let pole = |x: f64, y: f64| 1.0 / (x * y);
    type Case<'a> = (&'a str, &'a dyn Fn(f64, f64) -> f64, Progression, f64, f64);
    let cases: &[Case<'_>] = &[
        ("a bowl", &|x, y| x * x + y * y, Progression::Sum(5.0), 5.0, 45.0),
        ("a saddle", &|x, y| x * y, Progression::Sum(5.0), -20.0, 20.0),
        ("waves", &|x, y| x.sin() * y.cos(), Progression::Sum(0.2), -0.8, 0.8),
        ("a steep power", &|x, y| 1.0 + x.powi(100) + y * y, Progression::Product(1e6), 1e6, 1e66),
        (
            "a steep valley",
            &|x, y| (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2),
            Progression::Product(4.0),
            16.0,
            16384.0,
        ),
        ("poles", &pole, Progression::Mirrored(2.0), -2.0, 2.0),
        ("a hole", &|x, y| (x + y).ln(), Progression::Sum(0.5), -1.5, 2.0),
    ];
    for &(name, f, progression, low, high) in cases {
        let scale = Scale::of(&Map::of(97, -5.0, 5.0, f).grid, 10);
        assert_eq!(scale.progression, progression, "{name}: {:?}", scale.levels);
        for (end, expected) in [(scale.levels[0], low), (scale.levels[scale.levels.len() - 1], high)] {
            assert!((end / expected - 1.0).abs() < 1e-14, "{name}: {:?}", scale.levels);
        }
        assert!((4..=16).contains(&scale.levels.len()), "{name}: {:?}", scale.levels);
        for pair in scale.levels.windows(2) {
            let even = match progression {
                Progression::Sum(step) => ((pair[1] - pair[0]) / step - 1.0).abs() < 1e-12,
                Progression::Product(factor) => ((pair[1] / pair[0]) / factor - 1.0).abs() < 1e-12,
                Progression::Mirrored(_) => pair[0] < pair[1],
            };
            assert!(even, "{name}: {pair:?}");
        }
    }
    let constants: [fn(f64, f64) -> f64; 3] = [|_, _| 3.0, |_, _| f64::NAN, |x, _| x.sin().powi(2) + x.cos().powi(2)];
    for f in constants {
        assert_eq!(Scale::of(&Map::of(49, -5.0, 5.0, f).grid, 12).levels, [], "nothing to tell apart");
    }
}

#[test]
fn the_coarse_picture_has_the_levels_of_the_fine_one() {
    let functions: [fn(f64, f64) -> f64; 3] = [|x, y| (x - y).sin() * x, |x, y| 1.0 / (x - y), |x, y| (x * y).exp()];
    for f in functions {
        let scales = [49, 97, 193].map(|points| Scale::of(&Map::of(points, -3.0, 3.0, f).grid, 12));
        assert!(scales[0] == scales[1] && scales[1] == scales[2], "{scales:?}");
    }
}

/// Lightness of a colour as Oklab has it (Ottosson 2020).
fn lightness(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    let cone = |red, green, blue| f64::cbrt(red * r + green * g + blue * b);
    0.2104542553 * cone(0.4122214708, 0.5363325363, 0.0514459929)
        + 0.7936177850 * cone(0.2119034982, 0.6806995451, 0.1073969566)
        - 0.0040720468 * cone(0.0883024619, 0.2817188376, 0.6299787005)
}

#[test]
fn colours_are_told_apart_by_lightness_in_even_steps() {
    for dark in [false, true] {
        for bands in [2, 7, 13] {
            let steps: Vec<f64> = ramp(bands, dark)
                .windows(2)
                .map(|pair| (lightness(pair[1]) - lightness(pair[0])) * if dark { 1.0 } else { -1.0 })
                .collect();
            let mean = steps.iter().sum::<f64>() / steps.len() as f64;
            assert!(mean * (bands - 1) as f64 > 0.25, "the whole ramp is wide");
            assert!(steps.iter().all(|step| (step / mean - 1.0).abs() < 0.25), "{dark} {steps:?}");
        }
    }
}

#[test]
fn a_colour_ends_where_its_line_runs() {
    let f = |x: f64, y: f64| x + 0.3 * y;
    let (map, levels, side) = (Map::of(9, -1.0, 1.0, f), [-0.5, 0.1, 0.6], 40);
    let colours = [[0, 0, 0], [1, 0, 0], [2, 0, 0], [3, 0, 0]];
    let mut pixels = Vec::new();
    shade(&map.grid, &levels, &colours, side, side, &mut pixels);
    for (i, pixel) in pixels.chunks_exact(4).enumerate() {
        let middle = |index: usize| (index as f64 + 0.5) / side as f64 * 2.0 - 1.0;
        let value = f(middle(i % side), -middle(i / side));
        let reached = levels.iter().filter(|&&level| value >= level).count();
        assert_eq!((usize::from(pixel[0]), pixel[3]), (reached, 255), "pixel {i}");
    }
}

#[test]
fn holes_are_transparent_and_poles_do_not_smear() {
    let map = Map::of(24, -2.0, 2.0, |x, y| if y > 1.0 { f64::NAN } else { 1.0 / x });
    let levels = [-1.0, 0.0, 1.0];
    let mut pixels = Vec::new();
    shade(&map.grid, &levels, &ramp(4, false), 240, 240, &mut pixels);
    assert_eq!(pixels[3], 0, "a hole");
    let row = &pixels[4 * 240 * 200..4 * 240 * 201];
    let changes = row.chunks(4).zip(row.chunks(4).skip(1)).filter(|(a, b)| a != b).count();
    // From left to right: −1 and higher, below, at the pole straight to the top, below 1.
    assert_eq!(changes, 3);
}

/// Values that are difficult for contour lines: equal to levels, next to each other, missing.
fn rough() -> impl Strategy<Value = f64> {
    prop_oneof![6 => -2.0..2.0, 3 => (-2i8..=2).prop_map(f64::from), 1 => Just(f64::NAN), 1 => Just(f64::INFINITY)]
}

proptest! {
    #[test]
    fn lines_run_between_values_on_both_sides_and_end_at_border_or_hole(
        (width, height, values) in (2usize..9, 2usize..9)
            .prop_flat_map(|(w, h)| (Just(w), Just(h), prop::collection::vec(rough(), w * h))),
    ) {
        let levels = [-1.0, 0.0, 0.25, 1.0];
        let mut grid = Grid::default();
        grid.fill(width, height, |room| room.copy_from_slice(&values));
        let mut contours = Contours::default();
        contours.trace(&grid, &levels);
        let whole = |column: isize, row: isize| {
            let inside = column >= 0 && row >= 0 && column < width as isize - 1 && row < height as isize - 1;
            inside && grid.is_whole(column as usize, row as usize)
        };
        // Every side of a cell is crossed once per level between the values at its ends.
        let mut crossed = std::collections::BTreeMap::new();
        for line in contours.lines() {
            prop_assert!(line.points.len() >= 2);
            for (index, &[x, y]) in line.points.iter().enumerate() {
                let is_end = !line.closed && (index == 0 || index + 1 == line.points.len());
                let level = levels[line.level];
                // A crossing at a point of the lattice belongs to one of the sides that meet there.
                let sides = sides_at([x, y]);
                let fits = sides.iter().any(|&[a, b]| {
                    let at = |[column, row]: [usize; 2]| values.get(row * width + column).copied();
                    let inside = a[0] < width && b[0] < width && a[1] < height && b[1] < height;
                    inside && matches!((at(a), at(b)), (Some(a), Some(b)) if (a >= level) != (b >= level))
                });
                prop_assert!(fits, "({x}, {y}) at level {level}");
                *crossed.entry((line.level, x.to_bits(), y.to_bits())).or_insert(0) += 1;
                if is_end {
                    let (c, r) = (x.floor() as isize, y.floor() as isize);
                    let around = [(c, r), (c - 1, r), (c, r - 1), (c - 1, r - 1)];
                    prop_assert!(around.iter().any(|&(c, r)| !whole(c, r)), "ends at ({x}, {y})");
                }
            }
        }
        let cells = (0..height - 1).flat_map(|row| (0..width - 1).map(move |column| (column, row)));
        for (column, row) in cells.filter(|&(column, row)| grid.is_whole(column, row)) {
            let at = row * width + column;
            prop_assert!([at, at + 1, at + width, at + width + 1].iter().all(|&corner| values[corner].is_finite()));
            for (level, &value) in levels.iter().enumerate() {
                if (values[at] >= value) != (values[at + 1] >= value) {
                    let x = column as f64 + (value - values[at]) / (values[at + 1] - values[at]);
                    prop_assert!(crossed.contains_key(&(level, x.to_bits(), (row as f64).to_bits())));
                }
            }
        }
    }
}

/// The sides of cells that a point lies on, as pairs of lattice points.
fn sides_at([x, y]: [f64; 2]) -> Vec<[[usize; 2]; 2]> {
    let (column, row) = (x.floor() as usize, y.floor() as usize);
    let mut sides = Vec::new();
    if y.fract() == 0.0 {
        sides.push([[column, row], [column + 1, row]]);
        if x.fract() == 0.0 && column > 0 {
            sides.push([[column - 1, row], [column, row]]);
        }
    }
    if x.fract() == 0.0 {
        sides.push([[column, row], [column, row + 1]]);
        if y.fract() == 0.0 && row > 0 {
            sides.push([[column, row - 1], [column, row]]);
        }
    }
    sides
}
