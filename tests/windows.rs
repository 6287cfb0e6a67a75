//! Pictures of windows and sliders at the ends of the numbers: every one is drawn, none with a number that
//! is none.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzz/page.rs"]
#[allow(dead_code)] // each test file uses its part
mod page;

use chainrule::app::State;
use chainrule::plot::{Chart, Contours, Grid, Range, Scale, ticks};
use proptest::prelude::*;

/// Functions with poles, jumps, huge, tiny and constant values.
const FUNCTIONS: [&str; 12] = [
    "x^5*y^5",
    "x",
    "x - y",
    "1/(x*y)",
    "sin(1/x) + y",
    "exp(x*y)",
    "ln(x + y)",
    "x^200*y",
    "{x < y: 1, x > 1e-300: -1, 0}",
    "1e-320*x + y*0",
    "1.7e308*x/(1 + |x|) - 1.7e308*y/(1 + |y|)",
    "1e308*(x - y)",
];

/// Numbers that a link may hold, from the smallest to the largest, and what is no number.
fn numbers() -> impl Strategy<Value = f64> {
    let special = [
        0.0,
        -0.0,
        5e-324,
        -5e-324,
        1e-320,
        2.3e-308,
        1e-300,
        1e-250,
        1e-240,
        -1e-32,
        1e-32,
        1.0,
        1.0 + f64::EPSILON,
        1e16,
        1e16 + 2.0,
        -1e200,
        1e249,
        1e300,
        1e308,
        -1.7e308,
        f64::MAX,
        f64::MIN,
        f64::NAN,
        f64::INFINITY,
    ];
    let any_size = (-1.0..1.0, -323i32..309).prop_map(|(lead, power)| format!("{lead}e{power}").parse().unwrap());
    prop_oneof![prop::sample::select(special.to_vec()), any_size, -10.0..10.0]
}

/// Draws the curve and the map of a link.
fn draw(link: &str) {
    let state = State::open(link);
    assert!(state.derived.failure.is_none(), "{link}");
    page::after_a_key(&state, &mut |_| {});
    page::map(&state);
}

#[test]
fn a_link_to_a_tiny_window_is_drawn() {
    draw("#e=x^5*y^5&plot.and=y&plot.window=-1e-32,1e-32,-1e-32,1e-32");
    draw("#e=x^5*y^5&plot.and=y&plot.window=-1e-62,1e-62,-1e-62,1e-62");
    draw("#e=x*y&plot.and=y&x=0&x.min=0&x.max=1e-320&y=0&y.min=0&y.max=1e-322");
    draw("#e=x*y&x=0&x.min=-8e307&x.max=8e307&plot.slope=on&plot.bend=on&plot.lens=on");
}

#[test]
fn a_range_without_round_numbers_has_no_ticks() {
    for range in [(0.0, 0.0), (1.0, 0.0), (f64::NAN, 1.0), (0.0, f64::INFINITY), (0.0, 1e-320), (0.0, 5e-324)] {
        assert!(ticks(Range::new(range.0, range.1), 5).values.is_empty(), "{range:?}");
    }
    assert_eq!(ticks(Range::new(-f64::MAX, f64::MAX), 10).values.len(), 7);
    assert_eq!(ticks(Range::new(0.0, 1e-290), 2).values.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_window_of_every_function_is_drawn(
        function in prop::sample::select(&FUNCTIONS[..]),
        window in prop::collection::vec(numbers(), 4),
        swapped: bool,
        x in prop::collection::vec(numbers(), 3),
        y in prop::collection::vec(numbers(), 3),
        shown in 0..16u32,
    ) {
        let mut window = window;
        if !swapped {
            // Most random windows are the wrong way round, and are not taken.
            window[..2].sort_by(f64::total_cmp);
            window[2..].sort_by(f64::total_cmp);
        }
        let list = window.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
        let slider = |name: &str, at: &[f64]| format!("{name}={}&{name}.min={}&{name}.max={}", at[0], at[1], at[2]);
        let mut link = format!("#e={function}&{}&{}&plot.axis=x", slider("x", &x), slider("y", &y));
        let settings = [("plot.and", "y"), ("plot.slope", "on"), ("plot.field", "on"), ("plot.lens", "on")];
        for (index, (key, value)) in settings.into_iter().enumerate() {
            if shown >> index & 1 == 1 {
                link += &format!("&{key}={value}");
            }
        }
        draw(&link);
        draw(&format!("{link}&plot.window={list}"));
    }

    #[test]
    fn ticks_are_few_and_finite_and_rise(a in numbers(), b in numbers(), count in 0..40usize) {
        let ticks = ticks(Range::new(a, b), count);
        prop_assert!(ticks.values.len() <= 4 * count.max(1), "{ticks:?}");
        prop_assert!(ticks.values.iter().all(|tick| tick.is_finite()), "{ticks:?}");
        prop_assert!(ticks.values.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
        prop_assert!(ticks.step.is_finite(), "{ticks:?}");
    }

    #[test]
    fn levels_are_few_and_finite_and_rise(values in prop::collection::vec(numbers(), 9), wanted in 0..20usize) {
        let mut grid = Grid::default();
        grid.fill(3, 3, |grid| grid.copy_from_slice(&values));
        let Scale { levels, .. } = Scale::of(&grid, wanted);
        prop_assert!(levels.len() <= Contours::MOST, "{} levels", levels.len());
        prop_assert!(levels.iter().all(|level| level.is_finite()), "{levels:?}");
        prop_assert!(levels.windows(2).all(|pair| pair[0] < pair[1]), "{levels:?}");
    }

    #[test]
    fn charts_hold_numbers(values in prop::collection::vec(numbers(), 1..9), log: bool) {
        let run = values.into_iter().enumerate().collect();
        let Some(chart) = Chart::of(&[run], log) else { return Ok(()) };
        for (place, value) in chart.steps.iter().chain(&chart.values) {
            prop_assert!(place.is_finite() && value.is_finite(), "{chart:?}");
        }
        prop_assert!(chart.lines.iter().flatten().flatten().flatten().all(|at| at.is_finite()), "{chart:?}");
    }
}
