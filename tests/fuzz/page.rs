//! What the page does with a text or a link, without a browser: every pure function that a part of it calls.

use chainrule::app::camera::{Camera, Margin};
use chainrule::app::plot::Plotter;
use chainrule::app::plot::map::{Map, rule};
use chainrule::app::plot::words::{lens_says, reading, slope_label, summary};
use chainrule::app::scene::Scene;
use chainrule::app::{Action, Hessian, State, Walk, derivatives, reduce, speech, trust};
use chainrule::explain::{explain, legend, place, tex};
use chainrule::graph::Form;
use chainrule::plot::{Contours, CurvePoint, Frame, Window, beside, ramp, shade};
use chainrule::svg;
use chainrule::syntax::{parse, print};
use chainrule::typeset::{name_text, program, to_mathml, to_tex};
use chainrule::words;

/// Width and height of the pictures, in pixels.
const SIZE: (f64, f64) = (640.0, 400.0);

/// The page after a text was typed.
pub fn typed(text: &str) -> State {
    reduce(State::default(), Action::Type(text.into())).0
}

/// Everything that the page does after a key, in stages; `done` hears of the end of each.
pub fn after_a_key(state: &State, done: &mut dyn FnMut(&'static str)) {
    let model = &state.derived.model;
    if let Some(failure) = &state.derived.failure {
        assert!(!failure.message.text().is_empty());
        assert!(failure.span.range().end <= state.document.source.len());
        assert!(state.document.source.get(failure.span.range()).is_some(), "a place is whole characters");
    }
    model.program.notices.iter().for_each(|notice| _ = words::syntax::notice(notice).text());
    program(&model.program).into_iter().flatten().for_each(|line| _ = (to_mathml(&line), to_tex(&line)));
    done("echo");
    speech::result(state).text();
    speech::reason(state);
    let camera = Camera::fit(model.layout.bounds, SIZE.0, SIZE.1, Margin { side: 10.0, top: 10.0, bottom: 10.0 }, 1.0);
    Scene::of(model, camera, SIZE.0, SIZE.1);
    model.graph.ids().take(200).for_each(|id| _ = speech::node(state, id).text());
    done("scene");
    let node = state.explained();
    tex(&explain(&model.graph, state.stepping().known(), node));
    legend(&model.graph, state.stepping().known(), node);
    place(&model.source, &model.graph, &model.uses, node);
    done("why");
    plot(state);
    done("plot");
    derivatives::formulas(model);
    done("formulas");
    trust::check_all(state);
    done("check");
    let _ = state.link();
    done("link");
}

/// What the page does on demand: second derivatives, the tree, forward mode, stepping.
pub fn on_demand(state: &State) {
    let model = &state.derived.model;
    let _ = derivatives::second(model);
    if let Ok(mut hessian) = Hessian::new(model) {
        hessian.run(&state.inputs());
    }
    let printed = print(&model.program);
    parse(&printed).unwrap_or_else(|error| panic!("what is printed is read again: {error}\n{printed}"));
    let tree = reduce(state.clone(), Action::SetForm(Form::Tree)).0;
    let merged = reduce(tree, Action::SetMerge(true)).0;
    let first = model.graph.variables().first().map(|variable| variable.name.clone());
    let mut stepping = reduce(merged, Action::SetForward(first)).0;
    for _ in 0..4 {
        stepping = reduce(stepping, Action::Step(Walk::Forward)).0;
        stepping.stepping().sentence();
    }
    let again = State::open(&state.link());
    assert_eq!(again.document.source, state.document.source, "a link gives the text back");
}

/// The curve with its derivatives and its lens.
fn plot(state: &State) {
    let Ok(mut plotter) = Plotter::new(state) else { return };
    let frame = state.plotting().frame(plotter.axis, SIZE.0, SIZE.1);
    let frame = Frame { most: plotter.enough(), ..frame };
    let curve = plotter.curve(&frame);
    curve.slopes(100.0);
    if let Some(slopes) = plotter.slope_curve(&Frame { y: None, ..frame }) {
        slopes.slopes(100.0);
    }
    let window = &curve.window;
    drawn([svg::curve(&curve), svg::grid(window), svg::axes(window), svg::tick_labels(window), svg::marks(&curve)]);
    let x = state.inputs()[plotter.axis];
    let point = CurvePoint { x, y: state.derived.trace.output(), slope: state.derived.trace.partial(plotter.axis) };
    plotter.at(window.x_at(SIZE.0 / 3.0));
    plotter.slope_at(x);
    let mark = curve.mark_at(x);
    for said in
        [reading(state, plotter.axis, &point, mark), slope_label(&point, mark), summary(state, plotter.axis, &curve)]
    {
        assert!(!said.text().is_empty());
    }
    drawn([svg::tangent(window, &point, 60.0)]);
    beside(&curve, &point, (60.0, 12.0));
    if state.document.plot.lens {
        let lens = plotter.lens(window, &point, 120.0);
        drawn([svg::curve(&lens)]);
        lens_says(&lens, &point);
    }
}

/// A picture holds numbers only.
fn drawn<const N: usize>(pictures: [String; N]) {
    for picture in pictures {
        assert!(!picture.contains("NaN") && !picture.contains("inf") && !picture.contains('∞'), "{picture}");
    }
}

/// The map, where the document asks for one, as coarse as while a slider is dragged.
pub fn map(state: &State) {
    let Some(plane) = state.plotting().plane() else { return };
    let [x, y] = plane.ranges;
    let window = Window { x, y, width: SIZE.0, height: SIZE.1 };
    drawn([svg::map_ticks(&plane.variables.map(|variable| name_text(&format!("x{variable}"))), &window)]);
    let mut map = Map::default();
    map.follow(state, &plane);
    let Some(side) = map.sides().0 else { return };
    map.draw(side);
    let scale = map.scale.as_ref().expect("it was drawn");
    let levels = &scale.levels;
    assert!(levels.len() <= Contours::MOST, "{} levels", levels.len());
    assert!(levels.iter().all(|level| level.is_finite()), "{levels:?}");
    rule(scale.progression).text();
    let colours = ramp(levels.len() + 1, false);
    shade(&map.grid, levels, &colours, 64, 40, &mut Vec::new());
    let cells = (side - 1) as f64;
    for line in map.contours.lines() {
        let points = line.points.iter().map(|&[x, y]| [x / cells * SIZE.0, y / cells * SIZE.1]);
        svg::contour(&mut String::new(), points, line.closed);
    }
    drawn([svg::legend(levels, &colours, SIZE.0), svg::field(&map.field(9), 9, &window)]);
    if let Some((_, gradient)) = map.slope(state) {
        drawn([svg::arrow([10.0, 10.0], gradient, &window, 80.0, 6.0)]);
    }
}
