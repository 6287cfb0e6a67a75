//! Properties of random runs of actions: numbers belong to their nodes, links restore the state, and
//! every edit can be undone.

use chainrule::app::descent::{self, Runner, chart};
use chainrule::app::examples::EXAMPLES;
use chainrule::app::plot::map::Map;
use chainrule::app::plot::{self, Plotter};
use chainrule::app::{Action, Document, Panel, Speed, State, Walk, data, point, reduce};
use chainrule::data::Batching;
use chainrule::descent::Optimizer;
use chainrule::graph::{Form, NodeId};
use proptest::prelude::*;
use proptest::sample::select;

const TEXTS: [&str; 18] = [
    "x*y",
    "7",
    "x +",
    "",
    "(1-x)^2 + 100(y-x^2)^2",
    "p = m*x + b; (p - y)^2",
    "m*x*y",
    "{x < 0: -x, x}",
    "1/x + ln(y)",
    "exp(exp(exp(x)))",
    "x/0",
    "floor(x) + sign(y)",
    "f(t) = t^2\nf(x) + f(y)",
    "forward*panel",
    "a+b+c+d+g+h+i+j+k+l+m+n",
    "max(x, y, 0)",
    "sin(1000000*x)",
    "σ(m*x)*1e300*y*1e300",
];
const TABLES: [&str; 9] = [
    "",
    "x,y\n0,1\n1,3\n2,5.2",
    "x\n1\n2",
    "x,y\n1,abc",
    "q,r\n1,2",
    "x,y\n1e308,-1e308\n-1e308,1e308",
    "m,x,b,y\n1,2,3,4\n2,3,4,5",
    "x,y\n0,0",
    "x,y\n5e-324,0\n0,5e-324",
];
const NAMES: [&str; 6] = ["x", "y", "m", "b", "panel", "nobody"];
const VALUES: [f64; 11] = [0.0, 1.0, -2.5, 100.0, 1e16, 1e308, -1e308, 5e-324, 1e-300, f64::NAN, f64::INFINITY];

fn name() -> impl Strategy<Value = String> {
    select(&NAMES[..]).prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = f64> {
    select(&VALUES[..])
}

fn plot_change() -> impl Strategy<Value = plot::Change> {
    use plot::Change::*;
    let window = [value(), value(), value(), value()];
    prop_oneof![
        name().prop_map(Axis),
        proptest::option::of(name()).prop_map(Second),
        proptest::option::of(window).prop_map(Window),
        any::<bool>().prop_map(Slope),
        any::<bool>().prop_map(Bend),
        any::<bool>().prop_map(Lens),
        any::<bool>().prop_map(Field),
        any::<bool>().prop_map(Large),
    ]
}

fn descent_change() -> impl Strategy<Value = descent::Change> {
    use descent::Change::{Back, Beat, Knob, Log, Maximise, Over, Rate, Reset, Run, Steps, Watch};
    let optimizer = || (0..Optimizer::ALL.len()).prop_map(|row| &Optimizer::ALL[row]);
    let runner = || select(&[Runner::First, Runner::Rival][..]);
    prop_oneof![
        (runner(), proptest::option::of(optimizer()))
            .prop_map(|(runner, optimizer)| descent::Change::Optimizer(runner, optimizer)),
        (runner(), value()).prop_map(|(runner, rate)| Rate(runner, rate)),
        (runner(), 0..4usize, 0.0..1.2f64).prop_map(|(runner, knob, number)| Knob(runner, knob, number)),
        any::<bool>().prop_map(Maximise),
        (name(), any::<bool>()).prop_map(|(name, moves)| Over(name, moves)),
        (0..5usize).prop_map(Steps),
        (0..50usize).prop_map(Beat),
        Just(Back),
        Just(Reset),
        any::<bool>().prop_map(Run),
        Just(Watch),
        any::<bool>().prop_map(Log),
    ]
}

fn data_change() -> impl Strategy<Value = data::Change> {
    use data::Change::{Load, Pick, Seed, Text};
    let table = || select(&TABLES[..]).prop_map(str::to_owned);
    let batching = prop_oneof![Just(Batching::Full), Just(Batching::Single), (1..5usize).prop_map(Batching::Mini)];
    prop_oneof![
        table().prop_map(Text),
        table().prop_map(Load),
        select(&[0, 1, 7, usize::MAX - 1][..]).prop_map(Pick),
        batching.prop_map(data::Change::Batching),
        any::<u32>().prop_map(Seed),
    ]
}

fn point_change() -> impl Strategy<Value = point::Change> {
    use point::Change::{AtEnd, Beat, Halt, Play, Randomise, Reset, Speed as Fast, Stride};
    let speeds = [Speed::Half, Speed::Normal, Speed::Double, Speed::Fourfold];
    prop_oneof![
        2 => Just(Randomise),
        2 => Just(Reset),
        2 => (name(), any::<bool>()).prop_map(|(name, on)| Play(name, on)),
        1 => Just(Halt),
        6 => prop_oneof![0.0..5_000.0f64, Just(f64::NAN), Just(-1.0)].prop_map(Beat),
        1 => select(speeds.to_vec()).prop_map(Fast),
        1 => select(&point::Stride::ALL[..]).prop_map(Stride),
        1 => select(&point::AtEnd::ALL[..]).prop_map(AtEnd),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    let walks = [Walk::Start, Walk::Back, Walk::Forward, Walk::Beat, Walk::End, Walk::To(3), Walk::To(usize::MAX)];
    prop_oneof![
        3 => select(&TEXTS[..]).prop_map(|text| Action::Type(text.to_owned())),
        3 => (name(), value()).prop_map(|(name, value)| Action::SetValue { name, value }),
        1 => (name(), value(), value()).prop_map(|(name, min, max)| Action::SetRange { name, min, max }),
        1 => [(name(), value()), (name(), value())].prop_map(|pair| Action::SetValues(pair.into())),
        1 => (0..EXAMPLES.len()).prop_map(|example| Action::Open(EXAMPLES[example].document())),
        1 => any::<bool>().prop_map(|tree| Action::SetForm(if tree { Form::Tree } else { Form::Graph })),
        1 => any::<bool>().prop_map(Action::SetMerge),
        1 => proptest::option::of(name()).prop_map(Action::SetForward),
        2 => select(&[Action::Undo, Action::Redo, Action::Settle][..]),
        1 => (0..30u32).prop_map(|node| Action::Select(Some(NodeId(node)))),
        1 => select(walks.to_vec()).prop_map(Action::Step),
        1 => any::<bool>().prop_map(Action::Play),
        1 => select(Panel::ALL).prop_map(Action::Show),
        6 => point_change().prop_map(Action::Point),
        4 => plot_change().prop_map(Action::Plot),
        6 => descent_change().prop_map(Action::Descend),
        4 => data_change().prop_map(Action::Data),
    ]
}

/// What the page computes to show a state.
fn show(state: &State) {
    if let (Ok(mut plotter), Some(axis)) = (Plotter::new(state), state.plotting().axis()) {
        plotter.curve(&state.plotting().frame(axis, 300.0, 200.0));
        plotter.slope_curve(&state.plotting().frame(axis, 300.0, 200.0));
    }
    if let Some(plane) = state.plotting().plane() {
        let mut map = Map::default();
        map.follow(state, &plane);
        map.draw(9);
        map.field(3);
        map.slope(state);
    }
    if let Some(scatter) = state.table().scatter(280.0, 120.0) {
        state.table().fitted_curve(&scatter.window);
        assert!(scatter.dots.iter().all(|(x, y)| x.is_finite() && y.is_finite()), "{scatter:?}");
    }
    if let Some(course) = state.descent().course() {
        chart(course, state.session.descending.log);
    }
    state.descent().update(4);
    state.table().mean();
    state.table().predictions();
    state.descent().standing();
    state.stepping().sentence();
}

fn check(state: &State) {
    for variable in state.derived.model.graph.variables() {
        let input = state.document.input(&variable.name);
        assert!(input.min <= input.value && input.value <= input.max, "{} {input:?}", variable.name);
        assert!((input.max - input.min).is_finite(), "{} {input:?}", variable.name);
    }
    if let Some(row) = state.document.data.row.filter(|_| !state.derived.data.rows.is_empty()) {
        let shown: Vec<f64> = state.derived.data.columns.iter().map(|&column| state.inputs()[column]).collect();
        assert_eq!(shown, state.derived.data.rows[row], "the picked row is the one that is shown");
    }
    if state.derived.failure.is_none() && state.derived.data.fault.is_none() {
        let opened = State::open(&state.link());
        assert_eq!(settings(&opened), settings(state));
        assert_eq!(opened.inputs(), state.inputs());
        assert_eq!(State::open(&opened.link()).link(), opened.link());
    }
}

/// The content of a link except the sliders; without rows it contains no settings of data.
fn settings(state: &State) -> Document {
    let mut document = Document { inputs: Default::default(), start: Default::default(), ..state.document.clone() };
    if document.data.text.is_empty() {
        document.data = Default::default();
    }
    document
}

/// What undo restores: everything except the open panel, which is not part of an edit, and the ends of
/// the sliders, which rows widen again.
fn undone(state: &State) -> (Document, Vec<(String, f64)>) {
    let values = state.document.inputs.iter().map(|(name, input)| (name.clone(), input.value)).collect();
    (Document { inputs: Default::default(), panel: Panel::default(), ..state.document.clone() }, values)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_one_does_the_page_holds(actions in proptest::collection::vec(action(), 1..30)) {
        let (mut state, mut all_good) = (State::default(), true);
        for action in actions {
            state = reduce(state, action).0;
            check(&state);
            // What data does to the sliders depends on the last good texts, which undo does not know.
            all_good &= state.derived.failure.is_none() && state.derived.data.fault.is_none();
        }
        show(&state);
        while state.session.history.can_redo() {
            state = reduce(state, Action::Redo).0;
        }
        let last = undone(&state);
        while state.session.history.can_undo() {
            state = reduce(state, Action::Undo).0;
        }
        prop_assert_eq!(undone(&state), undone(&State::default()));
        while state.session.history.can_redo() {
            state = reduce(state, Action::Redo).0;
        }
        if all_good {
            prop_assert_eq!(undone(&state), last);
        }
    }
}
