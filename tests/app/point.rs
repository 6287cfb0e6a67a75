//! Where variables start, values at random, and sliders that play.

use chainrule::app::examples::EXAMPLES;
use chainrule::app::point::{AtEnd, Change, SERIES, Stride};
use chainrule::app::{Action, Document, Input, Speed, State, reduce};
use proptest::prelude::*;
use proptest::sample::select;

use crate::{after, moved, next, page, then, typed, value};

fn values(state: &State, names: &[&str]) -> Vec<f64> {
    names.iter().map(|name| value(state, name)).collect()
}

fn point(change: Change) -> Action {
    Action::Point(change)
}

fn play(name: &str) -> Action {
    point(Change::Play(name.into(), true))
}

/// A text as it grows under a person's hands, letter by letter.
fn letters(text: &str) -> impl Iterator<Item = Action> + '_ {
    (0..=text.len()).filter_map(|end| text.get(..end)).map(typed)
}

/// Texts with their variables in order, which start at the numbers of the series.
const TYPED: &[(&str, &[&str])] = &[
    ("(4*x+1)^2", &["x"]),
    ("weight*height", &["weight", "height"]),
    ("h = w*x + b; (h - y)^2", &["w", "x", "b", "y"]),
    ("tanh(w1*x1 + w2*x2 + bias)", &["w1", "x1", "w2", "x2", "bias"]),
    ("p*q*r*s*t*u*v", &["p", "q", "r", "s", "t", "u", "v"]),
    ("f(t) = t^2; f(alpha) + f(beta)", &["alpha", "beta"]),
];

#[test]
fn variables_start_at_the_numbers_of_the_series_however_they_are_typed() {
    let none = State::open("#e=7");
    for (text, names) in TYPED {
        let expected = &SERIES[..names.len()];
        let typed = |actions: &mut dyn Iterator<Item = Action>| values(&then(none.clone(), actions), names);
        assert_eq!(typed(&mut [Action::Type((*text).into())].into_iter()), expected, "{text}, pasted");
        assert_eq!(typed(&mut letters(text)), expected, "{text}, letter by letter");
        let mut slowly = letters(text).flat_map(|letter| [letter, Action::Settle]);
        assert_eq!(typed(&mut slowly), expected, "{text}, slowly");
    }
}

#[test]
fn no_name_that_was_passed_by_keeps_a_number() {
    let state = after(letters("a*weight"));
    assert_eq!(state.document.start.keys().collect::<Vec<_>>(), ["a", "weight", "x"], "x was there before");
    let state = then(state, [Action::Settle, typed("w^2")]);
    assert_eq!(value(&state, "w"), 1.0);
}

#[test]
fn a_new_variable_changes_no_other_one() {
    let state = after([typed("y + (4*x+1)^2")]);
    assert_eq!(values(&state, &["x", "y"]), [1.0, 2.0], "x was there first");
    let state = then(state, [typed("y + z + (4*x+1)^2"), typed("z + y"), Action::Settle, typed("y + z + x")]);
    assert_eq!(values(&state, &["x", "y", "z"]), [1.0, 2.0, 1.5], "a name typed again finds its number again");
    let state = page("a*b", &[("a", 2.0)]);
    assert_eq!(value(&state, "b"), 2.0);
    let state = then(after([typed("a"), moved("a", 2.0)]), [typed("a - b")]);
    assert_ne!(value(&state, "b"), 2.0, "a number that another variable stands at is passed over");
}

#[test]
fn links_and_examples_say_where_their_variables_stand() {
    assert_eq!(State::open("#e=a*b*c&b=7").inputs(), [1.0, 7.0, 1.0]);
    let state = then(State::open("#e=a*b&b=7"), [typed("c*a*b")]);
    assert_eq!(values(&state, &["a", "b", "c"]), [1.0, 7.0, 1.5]);
    for example in EXAMPLES {
        let state = after([typed("x*y*z*w*b"), Action::Open(example.document())]);
        assert_eq!(state.inputs(), State::open(&format!("#{}", state.link())).inputs(), "{}", example.id);
        for slider in example.inputs {
            let in_table = state.document.data.text.lines().next().is_some_and(|line| line.contains(slider.name));
            let start = Input::default().at(slider.value).value;
            assert!(in_table || value(&state, slider.name) == start, "{}: {}", example.id, slider.name);
        }
    }
}

#[test]
fn undo_takes_a_new_variable_s_number_along() {
    let state = after([typed("a*b"), Action::Undo]);
    assert_eq!(state.document.start.keys().collect::<Vec<_>>(), ["x"]);
    let state = next(state, Action::Redo);
    assert_eq!(values(&state, &["a", "b"]), [1.0, 2.0]);
    assert_eq!(state.derived.trace.output(), 2.0);
}

/// What people write about neighbours; none of it may be 0 at the start.
const RESIDUALS: &[&str] = &[
    "a - b",
    "a + b",
    "a*b - c",
    "a - b*c",
    "a + b - c",
    "a - b - c",
    "a - b + c",
    "a + b + c",
    "a*b + c - d",
    "a - (b*c + d)",
    "a*b - c*d",
    "a*d - b*c + 0*(a+b)",
    "a/b - c",
    "a - b + c - d",
    "a + b - c - d",
    "a*b + c + d",
    "ln(a) - ln(b)",
    "a*b + c*d + e1",
    "a*b + c*d - e1",
    "tanh(a*b + c) - d",
    "exp(a)/(exp(a) + exp(b)) - 1/2",
];

#[test]
fn at_the_start_nothing_is_zero() {
    for text in RESIDUALS {
        let state = after([typed(text)]);
        assert!(state.derived.failure.is_none(), "{text}");
        assert!(state.derived.trace.output().abs() > 1e-3, "{text} is {}", state.derived.trace.output());
        assert!((0..state.inputs().len()).all(|variable| state.derived.trace.partial(variable) != 0.0), "{text}");
    }
    assert!(SERIES[0] == 1.0 && SERIES[..5].iter().all(|number| *number > 0.0), "roots and logarithms are numbers");
}

#[test]
fn random_values_follow_from_the_seed_and_are_undone_at_once() {
    let start = after([typed("a*b + c"), moved("a", 3.0)]);
    let state = next(start.clone(), point(Change::Randomise));
    assert_ne!(state.inputs(), start.inputs());
    let opened = State::open(&format!("#{}", start.link()));
    assert_eq!(next(opened, point(Change::Randomise)).inputs(), state.inputs(), "the same link, the same numbers");
    let again = next(state.clone(), point(Change::Randomise));
    assert_ne!(again.inputs(), state.inputs(), "each press takes the next seed");
    let opened = State::open(&format!("#{}", state.link()));
    assert_eq!(next(opened, point(Change::Randomise)).inputs(), again.inputs(), "the seed is in the link");
    assert_eq!(then(again, [Action::Undo, Action::Undo]).document, start.document);
}

#[test]
fn reset_goes_to_where_the_sliders_started() {
    let state = after([typed("a*b"), moved("a", 3.0), point(Change::Randomise), point(Change::Reset)]);
    assert_eq!(values(&state, &["a", "b"]), [1.0, 2.0]);
    assert_eq!(
        value(&next(state.clone(), Action::Undo), "a"),
        value(&after([typed("a*b"), point(Change::Randomise)]), "a")
    );
    let state = then(State::open("#e=a*b&a=7"), [moved("a", 9.0), moved("b", -9.0), point(Change::Reset)]);
    assert_eq!(state.inputs(), [7.0, 1.0]);
    assert_eq!(state.document.input("b").min, -9.0, "the ends of the sliders stay");
}

#[test]
fn variables_of_the_data_stay_at_their_row() {
    let start = State::open("#e=(m*x%2Bb-y)%5E2&m=2&b=1&data.rows=x,y%0A1,2%0A3,5&data.row=2");
    for change in [Change::Randomise, Change::Reset] {
        let state = then(start.clone(), [moved("m", 3.0), point(change)]);
        assert_eq!(values(&state, &["x", "y"]), [3.0, 5.0]);
        assert_eq!(state.document.data.row, Some(1), "no row is left");
        assert_ne!(value(&state, "m"), 3.0);
    }
}

#[test]
fn random_points_have_a_value_where_there_is_one() {
    let state = page("ln(a) + sqrt(b)", &[]);
    let state = (0..40).fold(state, |state, _| {
        let state = next(state, point(Change::Randomise));
        assert!(state.derived.trace.output().is_finite(), "{:?}", state.inputs());
        state
    });
    let state = then(state, [typed("ln(-1 - a^2)"), point(Change::Randomise)]);
    assert!(state.derived.trace.output().is_nan(), "nowhere there is one");
}

proptest! {
    #[test]
    fn random_values_are_short_numbers_within_the_ends(min in -1e6..1e6f64, width in 1e-6..1e6f64, seed in 0..99u32) {
        let mut document = Document::of("x");
        let Some(input) = Input::default().at(min).between(min, min + width) else { return Ok(()) };
        document.inputs.insert("x".into(), input);
        document.point.seed = seed;
        let state = after([Action::Open(document), point(Change::Randomise)]);
        let Input { value, min, max } = state.document.input("x");
        prop_assert!(min <= value && value <= max && value != 0.0);
        let steps = value / (10.0 * input.step());
        prop_assert!((steps - steps.round()).abs() < 1e-6, "{} is {} steps", value, steps);
    }

    #[test]
    fn a_slider_plays_at_the_same_speed_whatever_the_frames(
        beats in proptest::collection::vec(1.0..40.0f64, 1..60),
        at_end in select(&AtEnd::ALL[..]),
        (min, max) in (-50.0..0.0f64, 1.0..50.0f64),
    ) {
        let begin = |at_end| after([
            Action::SetRange { name: "x".into(), min, max },
            moved("x", min),
            point(Change::AtEnd(at_end)),
            point(Change::Speed(Speed::Fourfold)),
            play("x"),
        ]);
        let beat = |ms: f64| point(Change::Beat(ms));
        let many = then(begin(at_end), beats.iter().map(|&ms| beat(ms)));
        let total: f64 = beats.iter().sum();
        let few = then(begin(at_end), [beat(total / 3.0), beat(total / 3.0), beat(total / 3.0)]);
        let step = many.document.input("x").step();
        let apart = (value(&many, "x") - value(&few, "x")).abs();
        // A slider that starts over may be at either end of its track.
        let around = if at_end == AtEnd::Loop { apart.min((max - min - apart).abs()) } else { apart };
        prop_assert!(around <= 2.0 * step, "{} apart", apart);
    }
}

/// A slider from 0 to 10 that plays in two seconds from end to end.
fn playing(at_end: AtEnd, from: f64) -> State {
    let range = Action::SetRange { name: "x".into(), min: 0.0, max: 10.0 };
    let how = [point(Change::AtEnd(at_end)), point(Change::Speed(Speed::Fourfold))];
    then(after([range, moved("x", from)]), how.into_iter().chain([play("x")]))
}

/// Where it is after each of so many half seconds.
fn course(state: State, beats: usize) -> Vec<f64> {
    let states = (0..beats).scan(state, |state, _| {
        *state = next(state.clone(), point(Change::Beat(500.0)));
        Some(value(state, "x"))
    });
    states.collect()
}

#[test]
fn at_the_end_of_the_track_a_slider_turns_starts_over_or_stops() {
    assert_eq!(course(playing(AtEnd::Bounce, 5.0), 7), [7.5, 10.0, 7.5, 5.0, 2.5, 0.0, 2.5]);
    assert_eq!(course(playing(AtEnd::Loop, 4.0), 5), [6.5, 9.0, 1.5, 4.0, 6.5]);
    assert_eq!(course(playing(AtEnd::Stop, 4.0), 5), [6.5, 9.0, 10.0, 10.0, 10.0]);
    assert_eq!(course(playing(AtEnd::Stop, 10.0), 2), [2.5, 5.0], "at the end it starts over");
    let over = then(playing(AtEnd::Stop, 9.0), [point(Change::Beat(900.0))]);
    assert!(!over.session.playing.is_on());
}

#[test]
fn a_slider_plays_in_the_chosen_steps() {
    let state = next(playing(AtEnd::Bounce, 0.0), point(Change::Stride(Stride::Coarse)));
    let reached = (0..40).scan(state, |state, _| {
        *state = next(state.clone(), point(Change::Beat(30.0)));
        Some(value(state, "x"))
    });
    let reached: Vec<f64> = reached.collect();
    assert!(reached.iter().all(|value| value.fract() == 0.0) && reached.contains(&3.0), "{reached:?}");
}

#[test]
fn several_sliders_play_together_and_are_undone_together() {
    let start = page("x*y", &[("x", 0.0), ("y", 1.0)]);
    let beat = || point(Change::Beat(100.0));
    // A pause in which nothing else happens does not end the run.
    let state = then(start.clone(), [play("x"), beat(), Action::Settle, play("y"), beat(), moved("z", 1.0), beat()]);
    assert!(value(&state, "x") > 0.0 && value(&state, "y") > 1.0);
    let state = then(state, [point(Change::Halt), moved("x", 4.0)]);
    let state = then(state, [Action::Undo, Action::Undo]);
    assert_eq!(state.document.inputs, start.document.inputs);
    assert_eq!(state.derived.trace.output(), start.derived.trace.output());
}

#[test]
fn a_hand_stops_the_slider_that_it_takes_and_no_other() {
    let state = then(page("x*y", &[]), [play("x"), play("y"), moved("x", 2.0), point(Change::Beat(200.0))]);
    assert!(!state.session.playing.plays("x") && state.session.playing.plays("y"));
    assert_eq!(value(&state, "x"), 2.0);
}

#[test]
fn what_changes_the_page_under_a_playing_slider_stops_it() {
    use chainrule::app::descent;
    for action in [
        typed("x^2"),
        typed("x +"),
        Action::Undo,
        Action::Open(Document::of("x*y*z")),
        point(Change::Randomise),
        point(Change::Reset),
        Action::Descend(descent::Change::Steps(1)),
        Action::Descend(descent::Change::Run(true)),
    ] {
        let state = then(page("x*y", &[("y", 3.0)]), [play("x"), point(Change::Beat(200.0)), action.clone()]);
        assert!(!state.session.playing.is_on(), "{action:?}");
    }
    let state = then(page("x*y", &[]), [Action::Descend(descent::Change::Run(true)), play("x")]);
    assert!(state.session.playing.is_on() && !state.session.descending.running, "two clocks would pull at x");
    assert!(!after([play("nobody")]).session.playing.is_on());
}

#[test]
fn a_playing_slider_is_in_the_link_by_its_value_only() {
    let state = then(page("x", &[("x", 0.0)]), [play("x"), point(Change::Beat(800.0))]);
    assert_eq!(state.link(), "e=x&x=1");
}

#[test]
fn the_wordmark_s_document_can_be_undone_and_is_no_edit_twice() {
    let state = after([typed("a*b"), moved("a", 3.0), Action::Open(Document::default())]);
    assert_eq!(state.link(), State::default().link());
    let again = reduce(state.clone(), Action::Open(Document::default())).0;
    assert_eq!(next(again, Action::Undo).link(), "e=a*b&a=3&b=2");
}
