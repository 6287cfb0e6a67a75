//! A link restores the whole state, and invalid values in it are ignored.

use chainrule::app::{Action, Document, Input, Notice, Panel, State, Theme, data, descent, link, plot, point, reduce};
use chainrule::data::Batching;
use chainrule::descent::{Optimizer, Plan};
use chainrule::graph::{Form, Options};
use proptest::prelude::*;
use proptest::{option, sample::select};

use crate::{after, moved, typed};

#[test]
fn a_link_brings_everything_back() {
    let state = after([typed("w*x"), moved("w", 7.5), Action::SetForm(Form::Tree), Action::SetTheme(Theme::Dark)]);
    assert_eq!(state.link(), "e=w*x&w=7.5&w.max=7.5&x=1&form=tree");
    let opened = State::open(&format!("#{}", state.link()));
    assert_eq!(opened.link(), state.link());
    assert_eq!(opened.derived.trace.output(), 7.5);
    assert_eq!(opened.session.theme, Theme::Auto, "colours are the reader's own");
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
    // Invalid values leave the defaults, and no unusable value is taken.
    for odd in ["plot.window=3,2,0,1&plot.bend=maybe", "plot.window=-1e308,1e308,0,1", "plot.window=0,1,NaN,2"] {
        assert_eq!(link::read(&format!("e=x&descent.rate=-1&{odd}")), Some(Document::of("x")), "{odd}");
    }
}

/// Texts and their form in a link, which is the same as that of `encodeURIComponent`.
const ENCODED: &[(&str, &str)] = &[
    ("azAZ09", "azAZ09"),
    ("-_.!~*'()", "-_.!~*'()"),
    (" \"#$%&+,/", "%20%22%23%24%25%26%2B%2C%2F"),
    (":;<=>?@[\\]^`{|}", "%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D"),
    ("\0\t\n\u{1f}\u{7f}", "%00%09%0A%1F%7F"),
    ("é σ √ 𝑥", "%C3%A9%20%CF%83%20%E2%88%9A%20%F0%9D%91%A5"),
];

#[test]
fn texts_are_encoded_as_browsers_do_it() {
    for &(text, encoded) in ENCODED {
        assert_eq!(link::write(&Document::of(text)), format!("e={encoded}"));
        assert_eq!(link::read(&format!("e={encoded}")), Some(Document::of(text)));
    }
}

#[test]
fn links_written_by_hand_are_read() {
    let source = |link: &str| link::read(link).map(|document| document.source.to_string());
    for (written, text) in [
        ("e=σ(x)", "σ(x)"),
        ("e=%cf%83", "σ"),
        ("e=x+1", "x+1"),
        ("e=7%", "7%"),
        ("e=7%2", "7%2"),
        ("e=7%%32", "7%2"),
        ("e=7%x2", "7%x2"),
        ("e=7%+2", "7%+2"),
        ("e=%2541", "%41"),
        ("%65=x%3D1", "x=1"),
    ] {
        assert_eq!(source(written).as_deref(), Some(text), "{written}");
    }
    for bytes in ["%FF", "%CF", "%83", "%C0%80", "%ED%A0%80", "%F4%90%80%80", "x%E2%88"] {
        assert_eq!(source(&format!("e={bytes}")), None, "{bytes} is not UTF-8");
    }
}

#[test]
fn garbage_in_a_link_leaves_a_working_page() {
    for garbage in ["", "#", "#%", "#e", "#e=%FF%FE", "#x=1&y", "#=&=&=", "#e&e&e", "#form=tree"] {
        assert_eq!(State::open(garbage).derived.trace.output(), 25.0, "{garbage}");
    }
    let state = State::open("#e=x&x=NaN&x.min=9&x.max=-9&x=1e999&merge=1&form=0");
    assert_eq!(state.document.input("x"), Input::default());
    let state = State::open("#e=x+(&x=3");
    assert!(state.derived.failure.is_some());
    assert_eq!(&*state.derived.model.source, "(4*x+1)^2");
    assert_eq!(State::open("#e=100%").document.source.as_ref(), "100%");
    State::open(&format!("#e={}", "(".repeat(1 << 20)));
}

#[test]
fn variables_may_be_called_like_options() {
    let state = after([typed("form*merge"), moved("form", 2.0), moved("merge", 3.0)]);
    let opened = State::open(&state.link());
    assert_eq!(opened.derived.trace.output(), 6.0);
    assert_eq!(opened.document.options, Options::default());
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
    let pass = (any::<bool>(), any::<bool>(), option::of("[a-zσ][a-z0-9_]{0,5}"), select(Panel::ALL));
    let point = any::<u32>().prop_map(|seed| point::Options { seed });
    (".{0,40}", inputs, pass, point, plot_options(), descent_options(), data_options()).prop_map(
        |(source, inputs, (tree, merge, forward, panel), point, plot, descent, data)| Document {
            language: None,
            source: source.as_str().into(),
            inputs,
            // The link holds where variables stand, and they start there.
            start: Default::default(),
            options: Options { form: if tree { Form::Tree } else { Form::Graph }, merge },
            forward,
            point,
            plot,
            descent,
            data,
            panel,
        },
    )
}

fn plot_options() -> impl Strategy<Value = plot::Options> {
    let window = [-1e3..0.0f64, 1.0..1e9f64, -1e200..-1.0f64, 0.0..1e6f64];
    (option::of(".{0,8}"), option::of(".{0,8}"), option::of(window), any::<[bool; 5]>()).prop_map(
        |(axis, second, window, [slope, bend, lens, field, large])| plot::Options {
            axis,
            second,
            window,
            slope,
            bend,
            lens,
            field,
            large,
        },
    )
}

fn plan() -> impl Strategy<Value = Plan> {
    (0..Optimizer::ALL.len(), 1e-300..1e300f64, proptest::collection::vec(0.0..1.0f64, 3)).prop_map(
        |(row, rate, knobs)| {
            let mut plan = Plan { rate, ..Plan::of(&Optimizer::ALL[row]) };
            plan.knobs.iter_mut().zip(knobs).for_each(|(knob, number)| *knob = number);
            plan
        },
    )
}

fn descent_options() -> impl Strategy<Value = descent::Options> {
    let over = proptest::collection::vec("[a-zσ][a-z0-9_]{0,5}", 0..4);
    (plan(), any::<bool>(), option::of(plan()), over).prop_map(|(plan, maximise, rival, over)| descent::Options {
        plan: Plan { maximise, ..plan },
        rival,
        over,
    })
}

fn data_options() -> impl Strategy<Value = data::Options> {
    let batching = prop_oneof![Just(Batching::Full), Just(Batching::Single), (1..99usize).prop_map(Batching::Mini)];
    let settings = (".{1,40}", option::of(0..99usize), batching, any::<u32>());
    option::of(settings).prop_map(|settings| match settings {
        Some((text, row, batching, seed)) => data::Options { text: text.as_str().into(), row, batching, seed },
        // Without rows nothing is written.
        None => data::Options::default(),
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
}

#[test]
fn a_variable_may_be_called_as_a_topic_is() {
    for name in ["point", "plot", "descent", "data"] {
        let document = link::read(&format!("e={name}^2&{name}=3&{name}.min=-9&{name}.max=9")).unwrap();
        assert_eq!(document.input(name), Input { value: 3.0, min: -9.0, max: 9.0 }, "{name}");
    }
}

#[test]
fn a_damaged_link_is_told_until_something_changes() {
    for link in ["#e=%FF", "#garbage", "x=3"] {
        let state = State::open(link);
        assert_eq!(state.session.notice, Some(Notice::DamagedLink), "{link}");
        assert_eq!(&*state.document.source, "(4*x+1)^2");
        let (state, _) = reduce(state, Action::Hover(None));
        assert!(state.session.notice.is_some(), "pointing changes nothing");
        let (state, _) = reduce(state, Action::Type("x".into()));
        assert_eq!(state.session.notice, None);
    }
    for link in ["", "#", "#e=", "#e=x&y=abc&unknown=1"] {
        assert_eq!(State::open(link).session.notice, None, "{link}");
    }
}

#[test]
fn a_draft_holds_what_a_link_leaves_out() {
    let (state, _) = reduce(State::open("#e=a*b&a=3&b=4"), Action::Type("a*(".into()));
    let reloaded = State::open(&state.draft());
    assert_eq!(reloaded.document.input("b").value, 4.0, "a text that cannot be read keeps its sliders");
    let rows = Action::Data(data::Change::Text("x,y\n1,2\n".repeat(1_000)));
    let (state, _) = reduce(State::open("#e=x*y"), rows);
    assert_eq!(State::open(&state.draft()).document.data.text, state.document.data.text);
    assert!(State::open(&state.link()).document.data.text.is_empty());
}
