//! Which plane a map shows, when it has to be drawn again, and how finely.

use chainrule::app::plot::Change;
use chainrule::app::plot::map::Map;
use chainrule::app::{Action, State, reduce};
use chainrule::plot::{Progression, Range};

use crate::{moved, typed};

const VALLEY: &str = "e=(1-x)%5E2%2B100*(y-x%5E2)%5E2*z&x=1&x.min=-2&x.max=2&y=1&y.min=-1&y.max=3&plot.and=y";

#[test]
fn the_plane_is_that_of_the_sliders_or_the_one_zoomed_to() {
    let state = State::open(VALLEY);
    let plane = state.plotting().plane().unwrap();
    assert_eq!(plane.variables, [0, 1]);
    assert_eq!(plane.ranges, [Range::new(-2.0, 2.0), Range::new(-1.0, 3.0)]);
    let state = reduce(state, Action::Plot(Change::Window(Some([0.0, 1.0, 2.0, 2.5])))).0;
    assert_eq!(state.plotting().plane().unwrap().ranges, [Range::new(0.0, 1.0), Range::new(2.0, 2.5)]);
    let cases: [(&[Change], Option<[usize; 2]>); 5] = [
        (&[Change::Second(Some("z".into()))], Some([0, 2])),
        (&[Change::Axis("y".into())], None),
        (&[Change::Axis("z".into()), Change::Second(Some("x".into()))], Some([2, 0])),
        (&[Change::Second(Some("unknown".into()))], None),
        (&[Change::Second(None)], None),
    ];
    for (changes, shown) in cases {
        let after = changes.iter().fold(state.clone(), |state, change| reduce(state, Action::Plot(change.clone())).0);
        assert_eq!(after.plotting().plane().map(|plane| plane.variables), shown, "{changes:?}");
    }
}

#[test]
fn moving_the_point_leaves_the_map_and_anything_else_makes_it_old() {
    let state = State::open(VALLEY);
    let mut map = Map::default();
    let plane = state.plotting().plane().unwrap();
    assert!(map.is_old(&state, &plane));
    map.follow(&state, &plane);
    let shifted = reduce(state.clone(), Action::SetValues(vec![("x".into(), 0.5), ("y".into(), -0.5)])).0;
    assert_eq!((shifted.document.input("x").value, shifted.document.input("y").value), (0.5, -0.5));
    assert!(!map.is_old(&shifted, &shifted.plotting().plane().unwrap()));
    let others = [
        moved("z", 2.0),
        Action::SetRange { name: "x".into(), min: -3.0, max: 2.0 },
        typed("x y z"),
        Action::Plot(Change::Second(Some("z".into()))),
    ];
    for action in others {
        let changed = reduce(state.clone(), action.clone()).0;
        assert!(map.is_old(&changed, &changed.plotting().plane().unwrap()), "{action:?}");
    }
}

#[test]
fn one_drag_of_the_point_is_undone_in_one_go() {
    let mut state = State::open(VALLEY);
    let before = state.document.clone();
    for step in 1..20 {
        let step = f64::from(step) / 20.0;
        state = reduce(state, Action::SetValues(vec![("x".into(), step), ("y".into(), -step)])).0;
    }
    state = reduce(state, Action::Undo).0;
    assert_eq!(state.document, before);
}

#[test]
fn the_map_and_its_point_have_the_function_s_numbers() {
    let state = reduce(State::open(VALLEY), moved("z", 1.0)).0;
    let (plane, mut map) = (state.plotting().plane().unwrap(), Map::default());
    map.follow(&state, &plane);
    map.draw(97);
    let valley = |x: f64, y: f64| (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2);
    for (index, &value) in map.grid.values().iter().enumerate() {
        let (x, y) = (-2.0 + 4.0 * (index % 97) as f64 / 96.0, -1.0 + 4.0 * (index / 97) as f64 / 96.0);
        assert!((value - valley(x, y)).abs() <= 1e-9 * (1.0 + valley(x, y)), "({x}, {y})");
    }
    assert!(matches!(map.scale.as_ref().unwrap().progression, Progression::Product(_)));
    assert_eq!(map.value([0.5, 1.0]), Some(valley(0.5, 1.0)));
    let state = reduce(state, Action::SetValues(vec![("x".into(), -1.0), ("y".into(), 2.0)])).0;
    assert_eq!(map.slope(&state), Some((104.0, [396.0, 200.0])));
    for ([x, y], [a, b]) in map.field(5) {
        let (partial_x, partial_y) = (-2.0 * (1.0 - x) - 400.0 * x * (y - x * x), 200.0 * (y - x * x));
        assert!((a - partial_x).abs() < 1e-9 * (1.0 + a.abs()) && (b - partial_y).abs() < 1e-9 * (1.0 + b.abs()));
    }
}

#[test]
fn a_map_of_data_is_the_mean_over_the_rows() {
    let state = State::open("e=(m*x%2Bb-y)%5E2&plot.axis=m&plot.and=b&data.rows=x,y%0A1,1%0A2,3");
    let state = reduce(state, Action::SetValues(vec![("m".into(), 1.0), ("b".into(), 0.0)])).0;
    let (plane, mut map) = (state.plotting().plane().unwrap(), Map::default());
    map.follow(&state, &plane);
    // Errors 0 and −1.
    assert_eq!(map.slope(&state), Some((0.5, [-2.0, -1.0])));
    assert_eq!(map.value([1.0, 0.0]), Some(0.5));
    map.draw(25);
    let corner = map.grid.values()[0];
    assert!((corner - ((-5.0f64 - 5.0 - 1.0).powi(2) + (-10.0f64 - 5.0 - 3.0).powi(2)) / 2.0).abs() < 1e-9);
}

#[test]
fn large_functions_are_drawn_coarsely() {
    let mut sides = Vec::new();
    for count in [1, 40, 300, 8_000] {
        let terms: Vec<String> = (0..count).map(|i| format!("sin({i}x)*y")).collect();
        let state = State::open(&format!("e={}&plot.and=y", terms.join("%2B")));
        let mut map = Map::default();
        map.follow(&state, &state.plotting().plane().unwrap());
        sides.push(map.sides());
    }
    assert_eq!(sides, [(Some(49), 193), (Some(49), 193), (Some(25), 97), (None, 25)]);
    // One node that reads many arguments is as much work as many nodes.
    let state = State::open(&format!("e=max(x{})&plot.and=y", ",y".repeat(20_000)));
    let mut map = Map::default();
    map.follow(&state, &state.plotting().plane().unwrap());
    assert_eq!((state.derived.model.graph.len(), map.sides()), (3, (None, 25)));
}

#[test]
fn a_variable_that_becomes_a_column_leaves_the_map() {
    let map = State::open("#e=(m*x%2Bb-y)%5E2&plot.axis=m&plot.and=x");
    assert!(map.plotting().plane().is_some());
    let text = |text: &str| Action::Data(chainrule::app::data::Change::Text(text.into()));
    let fit = reduce(map, text("x,y\n1,2\n2,5")).0;
    assert_eq!(
        (fit.plotting().plane(), fit.plotting().second()),
        (None, None),
        "the mean over the rows does not follow x"
    );
    let again = reduce(fit, text("")).0;
    assert!(again.plotting().plane().is_some(), "without the data it is back");
}
