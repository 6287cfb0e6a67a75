//! The page without a browser: scripts of what a person does, and what must follow.

use chainrule::app::camera::{Camera, Margin};
use chainrule::app::examples::EXAMPLES;
use chainrule::app::scene::{DRAWN_WHOLE, Drawing, Scene};
use chainrule::app::{Action, Document, Input, Speed, State, Theme, Walk, link, reduce, speech, trust};
use chainrule::graph::{Form, NodeId, Options};
use chainrule::layout::Rect;
use chainrule::syntax::Span;
use proptest::prelude::*;
use std::rc::Rc;

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), reduce)
}

fn typed(text: &str) -> Action {
    Action::Type(text.into())
}

fn moved(name: &str, value: f64) -> Action {
    Action::SetValue { name: name.into(), value }
}

#[test]
fn the_first_view_is_the_article_s_example() {
    let state = State::default();
    assert_eq!(&*state.document.source, "(4*x+1)^2");
    assert_eq!((state.trace.output(), state.trace.partial(0)), (25.0, 40.0));
    assert_eq!(speech::result(&state), "f = 25, ∂f/∂x = 40");
}

#[test]
fn a_drag_touches_neither_text_nor_layout() {
    let before = State::default();
    let model = before.model.clone();
    let state = (0..100).fold(before, |state, step| reduce(state, moved("x", f64::from(step) / 100.0)));
    assert!(Rc::ptr_eq(&state.model, &model));
    assert_eq!(state.trace.output(), (4.0f64 * 0.99 + 1.0).powi(2));
}

#[test]
fn a_bad_text_leaves_the_last_good_tree() {
    let state = after([moved("x", 2.0), typed("(4*x+1)^2 + sine(x)"), moved("x", 1.0)]);
    let failure = state.failure.as_ref().expect("sine is no function");
    assert_eq!(failure.chars, (12, 16));
    assert_eq!(failure.replacement.as_deref(), Some("sin"));
    assert_eq!(&*state.model.source, "(4*x+1)^2");
    assert_eq!(state.trace.output(), 25.0, "the sliders still work");
    let (span, text) = (failure.span, "sin".into());
    let state = reduce(state, Action::Replace { span, text });
    assert_eq!(&*state.document.source, "(4*x+1)^2 + sin(x)");
    assert!(state.failure.is_none());
}

#[test]
fn places_are_counted_in_characters() {
    let state = after([typed("σ(x) + sine(x)")]);
    assert_eq!(state.failure.unwrap().chars, (7, 11));
}

#[test]
fn a_correction_outside_of_the_text_is_ignored() {
    let state = after([Action::Replace { span: Span::new(5, 500), text: "x".into() }]);
    assert_eq!(state.document, Document::default());
}

#[test]
fn values_stay_when_the_text_changes() {
    let state = after([typed("x*y"), moved("y", 3.0), typed("x"), typed("x*y")]);
    assert_eq!(state.trace.output(), 3.0);
}

#[test]
fn a_value_beyond_the_range_widens_it() {
    let state = after([moved("x", 12.0)]);
    assert_eq!(state.document.input("x"), Input { value: 12.0, min: -5.0, max: 12.0 });
    let state = reduce(state, Action::SetRange { name: "x".into(), min: 0.0, max: 8.0 });
    assert_eq!(state.document.input("x"), Input { value: 8.0, min: 0.0, max: 8.0 });
    let state = reduce(state, Action::SetRange { name: "x".into(), min: 3.0, max: 3.0 });
    assert_eq!(state.document.input("x").min, 0.0, "no range, no change");
    let state = reduce(state, moved("x", f64::NAN));
    assert_eq!(state.document.input("x").value, 8.0);
}

#[test]
fn typing_is_undone_in_runs() {
    let state = after([typed("x"), typed("x+"), typed("x+1"), Action::Settle, typed("x+12"), Action::Undo]);
    assert_eq!(&*state.document.source, "x+1");
    let state = reduce(state, Action::Undo);
    assert_eq!(&*state.document.source, "(4*x+1)^2");
    assert!(!state.history.can_undo());
    let state = [Action::Redo, Action::Redo, Action::Redo].into_iter().fold(state, reduce);
    assert_eq!(&*state.document.source, "x+12");
    assert_eq!(state.trace.output(), 13.0);
}

#[test]
fn a_drag_is_undone_at_once() {
    let state = after([moved("x", 2.0), moved("x", 3.0), moved("x", 4.0), Action::Undo]);
    assert_eq!(state.trace.output(), 25.0);
    let state = reduce(state, Action::Redo);
    assert_eq!(state.document.input("x").value, 4.0);
    let state = reduce(state, typed("x"));
    assert!(!state.history.can_redo(), "an edit ends what could be done again");
}

#[test]
fn the_form_is_a_choice() {
    let state = after([typed("x*x"), Action::SetForm(Form::Tree)]);
    assert_eq!(state.model.graph.len(), 3);
    assert_eq!(state.trace.partial(0), 2.0);
    let state =
        [typed("sin(x)+sin(x)"), Action::SetForm(Form::Graph), Action::SetMerge(true)].into_iter().fold(state, reduce);
    assert_eq!(state.model.graph.len(), 3);
}

#[test]
fn the_selection_follows_its_node_and_never_points_at_nothing() {
    let state = after([typed("h = x+1; h^2")]);
    let named = |state: &State| state.model.graph.ids().find(|&id| state.model.graph.node(id).name == "h");
    let chosen = named(&state);
    let state = [Action::Select(chosen), typed("h = x+1; 3*h^2 + y")].into_iter().fold(state, reduce);
    assert_eq!(state.selection, named(&state));
    let state = reduce(state, typed("7"));
    assert_eq!(state.selection, None);
    let state = reduce(state, Action::Hover(Some(NodeId(99))));
    assert_eq!(state.lit(), None);
}

#[test]
fn a_screen_reader_hears_names_values_and_gradients() {
    let state = State::default();
    let heard: Vec<String> = state.model.graph.ids().map(|id| speech::node(&state, id)).collect();
    assert!(heard.contains(&"b, a plus 1, value 5, gradient 10".to_owned()), "{heard:?}");
    assert!(heard.contains(&"number 4".to_owned()), "{heard:?}");
    let state = after([typed("ln(x-2)")]);
    assert!(speech::reason(&state).unwrap().contains("ln(a)"));
}

#[test]
fn every_example_opens() {
    for example in EXAMPLES {
        let state = after([Action::Open(example.document())]);
        assert!(state.failure.is_none(), "{}: {:?}", example.title, state.failure);
    }
}

#[test]
fn a_link_brings_everything_back() {
    let state = after([typed("w*x"), moved("w", 7.5), Action::SetForm(Form::Tree), Action::SetTheme(Theme::Dark)]);
    assert_eq!(state.link(), "e=w*x&w=7.5&w.max=7.5&x=1&form=tree");
    let opened = State::open(&format!("#{}", state.link()));
    assert_eq!(opened.link(), state.link());
    assert_eq!(opened.trace.output(), 7.5);
    assert_eq!(opened.theme, Theme::Auto, "colours are the reader's own");
}

#[test]
fn garbage_in_a_link_leaves_a_working_page() {
    for garbage in ["", "#", "#%", "#e", "#e=%FF%FE", "#x=1&y", "#=&=&=", "#e&e&e", "#form=tree"] {
        assert_eq!(State::open(garbage).trace.output(), 25.0, "{garbage}");
    }
    let state = State::open("#e=x&x=NaN&x.min=9&x.max=-9&x=1e999&merge=1&form=0");
    assert_eq!(state.document.input("x"), Input::default());
    let state = State::open("#e=x+(&x=3");
    assert!(state.failure.is_some());
    assert_eq!(&*state.model.source, "(4*x+1)^2");
    assert_eq!(State::open("#e=100%").document.source.as_ref(), "100%");
    State::open(&format!("#e={}", "(".repeat(1 << 20)));
}

#[test]
fn variables_may_be_called_like_options() {
    let state = after([typed("form*merge"), moved("form", 2.0), moved("merge", 3.0)]);
    let opened = State::open(&state.link());
    assert_eq!(opened.trace.output(), 6.0);
    assert_eq!(opened.document.options, Options::default());
}

#[test]
fn large_graphs_are_drawn_where_one_looks() {
    let text: Vec<String> = (0..2000).map(|i| format!("sin(x+{i})")).collect();
    let state = after([typed(&text.join("+"))]);
    assert!(state.model.graph.len() > DRAWN_WHOLE);
    let output = state.model.layout.boxes[state.model.graph.output().index()];
    let margin = Margin { side: 40.0, top: 70.0, bottom: 30.0 };
    let near = Camera::at_top(output, 1000.0, margin, 0.7);
    let scene = Scene::of(&state.model, near, 1000.0, 800.0);
    let Drawing::Detail { nodes, .. } = &scene.drawing else { panic!("numbers can be read at this scale") };
    assert!(nodes.contains(&state.model.graph.output()) && nodes.len() < 400, "{}", nodes.len());
    assert!(scene.serves(near.moved(50.0, 50.0), 1000.0, 800.0));
    assert!(!scene.serves(near.moved(5000.0, 0.0), 1000.0, 800.0));
    let far = Camera::fit(state.model.layout.bounds, 1000.0, 800.0, margin, 1.0);
    let scene = Scene::of(&state.model, far, 1000.0, 800.0);
    assert!(matches!(scene.drawing, Drawing::Sketch { .. }));
}

#[test]
fn cameras_keep_what_they_promise() {
    let margin = Margin { side: 10.0, top: 20.0, bottom: 30.0 };
    let bounds = Rect { x: -300.0, y: 0.0, width: 400.0, height: 900.0 };
    let camera = Camera::fit(bounds, 500.0, 500.0, margin, 2.0);
    assert_eq!(camera.scale, 0.5);
    assert_eq!(camera.y, 20.0);
    let zoomed = camera.zoomed(2.0, 100.0, 50.0, 0.1);
    let world = |camera: Camera| ((100.0 - camera.x) / camera.scale, (50.0 - camera.y) / camera.scale);
    assert_eq!(world(camera), world(zoomed));
    let shown = zoomed.showing(Rect { x: 900.0, y: 900.0, width: 50.0, height: 50.0 }, 500.0, 500.0);
    let window = shown.window(500.0, 500.0);
    assert!(window.x < 900.0 && window.right() > 950.0 && window.y < 900.0 && window.bottom() > 950.0);
}

fn named(state: &State, name: &str) -> NodeId {
    let graph = &state.model.graph;
    graph.ids().find(|&id| graph.node(id).name == name).expect("there is a node of this name")
}

fn to(moment: usize) -> Action {
    Action::Step(Walk::To(moment))
}

#[test]
fn nothing_is_known_before_its_step() {
    let state = after([Action::Step(Walk::Start)]);
    let (a, x, output) = (named(&state, "a"), named(&state, "x"), state.model.graph.output());
    assert_eq!((state.value(x), state.value(a), state.output(), state.partial(0)), (Some(1.0), None, None, None));
    assert!(state.model.graph.edges().all(|edge| state.flow(edge).is_none()));
    assert!(state.model.graph.ids().all(|id| state.grad(id).is_none()));
    let state = reduce(state, Action::Step(Walk::Forward));
    assert_eq!((state.value(a), state.output(), state.step_node()), (Some(4.0), None, Some(a)));
    let state = reduce(state, to(4));
    assert_eq!((state.output(), state.grad(output), state.grad(a)), (Some(25.0), Some(1.0), None));
    let state = reduce(state, to(6));
    assert_eq!((state.grad(a), state.partial(0)), (Some(10.0), None));
    let state = reduce(state, Action::Step(Walk::Back));
    assert_eq!((state.grad(a), state.moment), (None, Some(5)));
}

#[test]
fn without_stepping_and_at_its_end_everything_is_shown() {
    let shown = |state: &State| {
        let graph = &state.model.graph;
        let nodes: Vec<_> = graph.ids().map(|id| (state.value(id), state.grad(id))).collect();
        let flows: Vec<_> = graph.edges().map(|edge| state.flow(edge)).collect();
        let partials: Vec<_> = (0..graph.variables().len()).map(|variable| state.partial(variable)).collect();
        (nodes, flows, partials, state.output())
    };
    for form in [Form::Graph, Form::Tree] {
        for text in ["x*x + sin(x)", "{x < 0: y, x}", "7", "x", "max(x, y, 0) + 0*z"] {
            let state = after([Action::SetForm(form), typed(text)]);
            assert!(!state.is_stepping());
            let before = shown(&state);
            let end = reduce(state, to(usize::MAX));
            assert_eq!(shown(&end), before, "{text}");
            assert_eq!(shown(&reduce(end, Action::Step(Walk::End))), before, "{text}");
        }
    }
}

#[test]
fn a_sum_of_gradients_grows_term_by_term() {
    let state = after([typed("x*x + sin(x)"), moved("x", 0.0), Action::Step(Walk::Start)]);
    let mut seen: Vec<Option<f64>> = vec![None];
    let mut state = state;
    for _ in 0..state.steps() {
        state = reduce(state, Action::Step(Walk::Forward));
        assert_eq!(state.partial(0), state.grad(named(&state, "x")));
        seen.push(state.partial(0));
    }
    seen.dedup();
    assert_eq!(seen, [None, Some(1.0)], "0 is a term as well");
    let state = reduce(state, moved("x", 2.0));
    let counts: Vec<Option<f64>> = (0..=state.steps()).map(|m| reduce(state.clone(), to(m)).partial(0)).collect();
    let mut sums: Vec<f64> = counts.into_iter().flatten().collect();
    sums.dedup();
    let expected = [2f64.cos(), 2f64.cos() + 2.0, 2f64.cos() + 4.0];
    assert!(sums.iter().zip(expected).all(|(sum, expected)| (sum - expected).abs() < 1e-12), "{sums:?}");
    assert_eq!((sums.len(), sums.last()), (3, Some(&state.trace.partial(0))), "{sums:?}");
}

#[test]
fn a_slider_keeps_the_step_and_a_new_text_ends_it() {
    let state = after([to(2), moved("x", 2.0)]);
    assert_eq!((state.moment, state.value(named(&state, "b")), state.output()), (Some(2), Some(9.0), None));
    assert_eq!(speech::result(&state), "Forward: b = a + 1 = 8 + 1 = 9");
    assert!(speech::node(&state, state.model.graph.output()).contains("not computed yet"));
    assert!(!state.history.can_redo() && !state.link().contains("step"));
    let bad = reduce(state, typed("x +"));
    assert_eq!(bad.moment, Some(2), "the last good tree stays as it is");
    let good = reduce(bad, typed("x + 1"));
    assert_eq!((good.moment, good.output()), (None, Some(3.0)));
    let state = [Action::Play(true), Action::Undo].into_iter().fold(good, reduce);
    assert!(!state.is_stepping() && state.beat().is_none());
}

#[test]
fn the_clock_tells_the_story_and_stops_at_its_end() {
    let mut state = after([Action::Play(true)]);
    assert_eq!((state.moment, state.beat()), (Some(0), Some(1000)));
    let mut beats = 0;
    while state.beat().is_some() {
        state = reduce(state, Action::Step(Walk::Beat));
        beats += 1;
    }
    assert_eq!((beats, state.moment), (7, Some(7)));
    let state = reduce(state, Action::Play(true));
    assert_eq!(state.moment, Some(0), "played from the end it starts over");
    let state = [to(3), Action::Play(true), Action::Step(Walk::Forward)].into_iter().fold(state, reduce);
    assert_eq!((state.moment, state.beat()), (Some(4), None), "a step by hand stops the clock");
    let state = [Action::SetSpeed(Speed::Fourfold), Action::Play(true)].into_iter().fold(state, reduce);
    assert_eq!(state.beat(), Some(250));
    let state = reduce(state, Action::Step(Walk::End));
    assert_eq!((state.moment, state.beat()), (None, None));
    let around: Vec<_> = std::iter::successors(Some(Speed::Half), |speed| Some(speed.next())).take(5).collect();
    assert_eq!(around[0], around[4]);
}

#[test]
fn long_stories_are_told_in_less_than_a_minute() {
    for terms in [20, 2_000] {
        let text: Vec<String> = (0..terms).map(|i| format!("sin(x+{i})")).collect();
        let mut state = after([typed(&text.join("+")), Action::Play(true)]);
        let mut time = 0;
        while let Some(beat) = state.beat() {
            time += beat;
            state = reduce(state, Action::Step(Walk::Beat));
        }
        assert!((20_000..60_000).contains(&time), "{terms} terms: {time} ms");
    }
}

fn finite() -> impl Strategy<Value = f64> {
    prop_oneof![-10.0..10.0f64, -1e6..1e6f64, Just(0.0), Just(1e-300), Just(-3e200)]
}

fn document() -> impl Strategy<Value = Document> {
    let input = (finite(), finite(), finite()).prop_map(|(value, a, b)| {
        let input = Input::default().at(value);
        input.between(a.min(b), a.max(b)).unwrap_or(input).at(value)
    });
    let inputs = proptest::collection::btree_map("[a-zσ][a-z0-9_]{0,5}", input, 0..6);
    (".{0,40}", inputs, any::<bool>(), any::<bool>()).prop_map(|(source, inputs, tree, merge)| Document {
        source: source.as_str().into(),
        inputs,
        options: Options { form: if tree { Form::Tree } else { Form::Graph }, merge },
        ..Document::default()
    })
}

proptest! {
    #[test]
    fn links_read_back(document in document()) {
        let text = link::write(&document);
        prop_assert!(text.is_ascii() && !text.contains([' ', '"', '<', '>', '#']));
        prop_assert_eq!(link::read(&text), Some(document));
    }

    #[test]
    fn no_link_breaks_the_page(text in ".{0,60}") {
        let state = State::open(&format!("#{text}"));
        prop_assert!(!state.link().is_empty());
    }

    #[test]
    fn snapping_stays_in_range_and_near(value in -1e3..1e3f64, width in 1e-3..1e6f64) {
        let input = Input { value, min: value - width, max: value + width };
        let snapped = input.snap(value);
        prop_assert!(input.min <= snapped && snapped <= input.max);
        prop_assert!((snapped - value).abs() <= input.step());
    }
}

#[test]
fn an_edge_chooses_its_node_and_one_use_of_it() {
    let state = reduce(State::default(), Action::Type("x*x".into()));
    let x = state.model.graph.variables()[0].nodes[0];
    assert_eq!(state.explained(), x, "without a choice the first variable is explained");
    let second = state.model.uses.of(x)[1];
    let state = reduce(state, Action::SelectEdge(second));
    assert_eq!((state.selection, state.chosen_use), (Some(x), Some(second)));
    let output = state.model.graph.output();
    let state = reduce(state, Action::Select(Some(output)));
    assert_eq!((state.explained(), state.chosen_use), (output, None));
    let state = reduce(state, Action::Type("2 + 3".into()));
    let state = reduce(state, Action::Select(None));
    assert_eq!(state.explained(), state.model.graph.output(), "without a variable it is the output");
}

#[test]
fn every_partial_is_checked_and_a_difference_has_its_reason() {
    let trust = trust::check_all(&after([typed("x*y + sin(x)"), moved("x", 2.0), moved("y", -3.0)])).unwrap();
    assert_eq!(trust.reason, None);
    assert_eq!(trust.rows.len(), 2);
    for row in &trust.rows {
        let formula = row.formula.expect("it is small");
        assert!(row.check.error() < 1e-8);
        assert!((row.forward - row.check.backward).abs() + (formula - row.check.backward).abs() < 1e-12);
    }
    for (text, x, expected) in [
        (
            "3*relu(x)",
            0.0,
            "at a: not differentiable here; 0 by convention; toward x the slope is 0 on the left and 3 on the right",
        ),
        // The two sides cancel: the central difference agrees, and the derivative exists no more for that.
        (
            "|x|",
            0.0,
            "at f: not differentiable here; 0 by convention; toward x the slope is −1 on the left and 1 on the right",
        ),
        ("ln(x)", -1.0, "at f: ln of a negative number"),
        ("sqrt(x)", 0.0, "at f: the slope is vertical here"),
        ("sin(1000000*x)", 1.0, "f bends or jumps too fast here for the step of the difference"),
    ] {
        let trust = trust::check_all(&after([typed(text), moved("x", x)])).unwrap();
        assert_eq!(trust.reason.as_deref(), Some(expected), "{text}");
    }
    // A kink that the output does not feel is no reason.
    assert_eq!(trust::check_all(&after([typed("x + 0*|y|"), moved("y", 0.0)])).unwrap().reason, None);
    assert_eq!(trust::check_all(&after([typed("2 + 3")])), None);
}

#[test]
fn a_link_carries_plot_descent_and_data() {
    let link = "e=(m*x-y)%5E2&m=2&plot.axis=m&plot.and=x&plot.window=-1%2C2%2C0%2C9.5&plot.bend=on\
                &descent.rate=0.25&descent.toward=maximum&data.rows=x%2Cy%0A1%2C2";
    let document = link::read(link).unwrap();
    assert_eq!(document.plot.axis.as_deref(), Some("m"));
    assert_eq!(document.plot.window, Some([-1.0, 2.0, 0.0, 9.5]));
    assert_eq!((document.descent.plan.rate, document.descent.plan.maximise), (0.25, true));
    assert_eq!(&*document.data.text, "x,y\n1,2");
    assert_eq!(link::write(&document), link);
    // Nonsense leaves what is usual, and never what could not be computed with.
    let odd = link::read("e=x&descent.rate=-1&plot.window=3,2,0,1&plot.bend=maybe").unwrap();
    assert_eq!(odd, Document::of("x"));
}
