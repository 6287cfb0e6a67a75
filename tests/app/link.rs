//! The link brings everything back, and garbage in it harms nobody.

use chainrule::app::{Action, Document, Input, State, Theme, link};
use chainrule::graph::{Form, Options};
use proptest::prelude::*;

use crate::{after, moved, typed};

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
}
