//! Names that fit while one types, the brackets beside the caret, and everything one can write.

use chainrule::app::typing::{Change, Entry, List, Meaning, NOTATIONS, complete, keys, search};
use chainrule::app::{Action, State};
use chainrule::ops::{Constant, Op};
use chainrule::syntax::{Span, is_callable, parse};

use crate::{after, then, typed};

/// A text with its caret at `‸`.
fn at_caret(marked: &str) -> (String, usize) {
    (marked.replace('‸', ""), marked.find('‸').expect("a caret"))
}

/// The page after a person typed this, letter by letter as far as the list is concerned.
fn writing(marked: &str) -> State {
    let (text, caret) = at_caret(marked);
    after([typed(&text), Action::Typing(Change::Typed(caret))])
}

fn list(state: &State) -> Option<&List> {
    state.session.typing.list.as_ref()
}

fn names(list: Option<&List>) -> String {
    let names: Vec<&str> = list.into_iter().flat_map(|list| &list.entries).map(|entry| &entry.name[..]).collect();
    names.join(" ")
}

fn change(state: State, change: Change) -> State {
    then(state, [Action::Typing(change)])
}

#[test]
fn names_are_offered_that_begin_as_the_typed_one() {
    let table = [
        ("si‸", "sin sinh sign sigmoid silu sinc"),
        ("2*SI‸", "sin sinh sign sigmoid silu sinc"),
        ("arct‸", "arctan arctanh"),
        ("weight*x + we‸", "weight"),
        ("slope = 3; sl‸", "slope"),
        ("rate(t) = t^2; ra‸", "rate"),
        ("rate(time) = ti‸", "time"),
        ("rate(time) = time; ti‸", ""),
        ("ta‸", "tan tanh tau"),
        ("tau = 3; ta‸", "tau tan tanh"),
        // A text that does not parse has names too.
        ("(weight + ; we‸", "weight"),
        // One letter is a variable most of the time.
        ("s‸", ""),
        ("x + ‸", ""),
        ("zz‸", ""),
        ("# si‸", ""),
        ("12‸", ""),
        // A complete name is no news if it is the only one or is called already.
        ("cosh‸", ""),
        ("cos‸", "cos cosec cosh cosech"),
        ("cos‸(x)", ""),
        ("co‸(x)", "cos cosec cot cosh cosech coth"),
        ("weight*x + weight‸", ""),
    ];
    for (marked, expected) in table {
        assert_eq!(names(list(&writing(marked))), expected, "{marked}");
    }
}

#[test]
fn what_is_asked_for_is_shown() {
    let asked = |marked: &str| {
        let (text, caret) = at_caret(marked);
        after([typed(&text), Action::Typing(Change::At(Some(caret))), Action::Typing(Change::Offer)])
    };
    assert_eq!(names(list(&asked("cosh‸"))), "cosh");
    assert_eq!(names(list(&asked("c‸osh"))), "cbrt cos csc cot cosh csch coth ceil clamp");
    assert_eq!(names(list(&asked("zz‸"))), "");
    let all = asked("x*y + ‸");
    assert!(names(list(&all)).starts_with("x y pow sqrt cbrt"), "{}", names(list(&all)));
    assert_eq!(list(&all).unwrap().active, Some(0), "Enter takes the first at once");
}

#[test]
fn every_name_of_the_language_is_offered() {
    for &op in Op::ALL.iter().filter(|op| is_callable(**op)) {
        for name in [op.row().name].iter().chain(op.row().aliases) {
            let list = complete(name, name.len()).unwrap_or_else(|| panic!("{name} is not offered"));
            let entry = list.entries.iter().find(|entry| entry.name == *name);
            assert_eq!(entry.map(|entry| &entry.meaning), Some(&Meaning::Op(op)), "{name}");
        }
    }
    for constant in Constant::ALL {
        for name in constant.names() {
            let list = complete(name, name.len()).expect("a list");
            let is_it = |entry: &Entry| entry.name == *name && entry.meaning == Meaning::Constant(constant);
            assert!(list.entries.iter().any(is_it), "{name}");
        }
    }
}

#[test]
fn taking_an_entry_writes_it_and_puts_the_caret_between_the_parentheses() {
    let table = [
        ("si‸", "sin", "sin(‸)"),
        ("2*si‸ + y", "sin", "2*sin(‸) + y"),
        ("2*si‸(x)", "sin", "2*sin(‸x)"),
        ("s‸inh(x)", "sign", "sign(‸x)"),
        ("ma‸", "max", "max(‸)"),
        ("p‸", "π", ""),
        ("p‸", "pi", "pi‸"),
        ("weight*x + we‸ + 1", "weight", "weight*x + weight‸ + 1"),
        ("rate(t) = t; ra‸", "rate", "rate(t) = t; rate(‸)"),
        ("σ(x) + si‸", "sin", "σ(x) + sin(‸)"),
        ("x‸", "x", ""),
    ];
    for (marked, name, expected) in table {
        let (text, caret) = at_caret(marked);
        let list = complete(&text, caret);
        let place = list.as_ref().and_then(|list| list.entries.iter().position(|entry| entry.name == name));
        let taken = place.and_then(|place| list.as_ref()?.insertion(place, &text)).map(|insertion| {
            let mut text = text.clone();
            text.replace_range(insertion.span.range(), &insertion.text);
            text.insert(insertion.caret, '‸');
            text
        });
        assert_eq!(taken.unwrap_or_default(), expected, "{name} in {marked}");
    }
}

#[test]
fn nothing_is_moved_to_until_somebody_moves() {
    let state = writing("si‸");
    let active = |state: &State| list(state).and_then(|list| list.active);
    assert_eq!(active(&state), None);
    let state = change(state, Change::Move(1));
    assert_eq!(active(&state), Some(0));
    let state = change(change(state, Change::Move(1)), Change::Move(1));
    assert_eq!(active(&state), Some(2));
    let state = (0..20).fold(state, |state, _| change(state, Change::Move(1)));
    assert_eq!(active(&state), Some(5), "the last one stays the last");
    let state = (0..20).fold(state, |state, _| change(state, Change::Move(-1)));
    assert_eq!(active(&state), None, "and before the first one there is none");
    assert!(list(&state).is_some());
}

#[test]
fn a_list_goes_when_its_place_does() {
    let open = || writing("si‸");
    assert!(list(&open()).is_some());
    let gone = [
        ("the caret moved", Action::Typing(Change::At(Some(1)))),
        ("the box lost it", Action::Typing(Change::At(None))),
        ("it was closed", Action::Typing(Change::Close)),
        ("another text was typed", typed("x")),
        ("the text was undone", Action::Undo),
    ];
    for (why, action) in gone {
        assert_eq!(list(&then(open(), [action])), None, "{why}");
    }
    assert!(list(&change(open(), Change::At(Some(2)))).is_some(), "the caret is where it was");
}

#[test]
fn a_closed_list_stays_closed_while_the_name_is_typed() {
    let on = |state: State, marked: &str| {
        let (text, caret) = at_caret(marked);
        then(state, [typed(&text), Action::Typing(Change::Typed(caret))])
    };
    let state = change(on(State::default(), "x*si‸"), Change::Close);
    let state = on(on(state, "x*sig‸"), "x*sigm‸");
    assert_eq!(list(&state), None);
    let state = on(on(state, "x*sigma‸ + "), "x*sigma + co‸");
    assert_eq!(names(list(&state)), "cos cosec cot cosh cosech coth", "at another name it opens");
    let state = change(change(on(State::default(), "si‸"), Change::Close), Change::Offer);
    assert!(list(&state).is_some(), "and whoever asks gets it");
}

#[test]
fn a_parenthesis_that_was_written_is_stepped_over_once() {
    let steps = |state: &State, caret: usize| state.session.typing.steps_over(&state.document.source, caret);
    let taken = || after([typed("x*sin() + y"), Action::Typing(Change::Typed(6)), Action::Typing(Change::Between)]);
    assert!(steps(&taken(), 6));
    let state = then(taken(), [typed("x*sin((x)) + y"), Action::Typing(Change::Typed(9))]);
    assert!(steps(&state, 9), "something was typed before it");
    assert!(!steps(&state, 8), "this one was typed by hand");
    assert!(!steps(&then(taken(), [typed("x*sin() + yz")]), 6), "something was typed behind it");
    let away = [Change::At(Some(7)), Change::At(None)].map(|away| change(change(taken(), away), Change::At(Some(6))));
    away.iter().for_each(|state| assert!(!steps(state, 6), "the caret was away"));
    assert!(!steps(&after([typed("sin(x)"), Action::Typing(Change::Typed(5))]), 5), "all of it was typed");
}

#[test]
fn the_bracket_beside_the_caret_is_known() {
    let state = after([typed("(x + 1)*2"), Action::Typing(Change::At(Some(7)))]);
    let pair = state.session.typing.pair.expect("a bracket");
    assert_eq!((pair.bracket, pair.partner), (Span::new(6, 7), Some(Span::new(0, 1))));
    let state = then(state, [Action::Undo]);
    assert_eq!(state.session.typing.pair, None, "of another text nothing is known");
    let state = after([typed("σ(x)"), Action::Typing(Change::At(Some(1)))]);
    assert_eq!(state.session.typing.caret, None, "a place inside of a letter is none");
}

#[test]
fn what_is_offered_is_no_part_of_the_document() {
    let before = writing("x*si‸");
    let document = before.document.clone();
    let state = change(change(before, Change::Move(1)), Change::Close);
    assert_eq!(state.document, document);
    assert_eq!(&*then(state, [Action::Undo]).document.source, "(4*x+1)^2", "one step back is the typing");
}

#[test]
fn everything_one_can_write_is_in_the_palette() {
    let groups = search("");
    let entries: Vec<&Entry> = groups.iter().flat_map(|group| &group.entries).collect();
    for &op in Op::ALL {
        assert_eq!(entries.iter().filter(|entry| entry.meaning == Meaning::Op(op)).count(), 1, "{op:?}");
    }
    for constant in Constant::ALL {
        assert!(entries.iter().any(|entry| entry.meaning == Meaning::Constant(constant)), "{constant:?}");
    }
    assert_eq!(entries.len(), Op::ALL.len() + Constant::ALL.len() + NOTATIONS.len());
    for entry in entries {
        assert!(!entry.says().text().is_empty(), "{entry:?}");
        parse(entry.example()).unwrap_or_else(|error| panic!("{}: {error}", entry.example()));
    }
}

#[test]
fn what_the_palette_writes_becomes_a_part_of_a_function() {
    // What stands before and behind the caret to make a whole text of each piece.
    for group in search("") {
        for entry in group.entries {
            let insertion = entry.insertion("", Span::default());
            assert!(insertion.text.is_char_boundary(insertion.caret), "{entry:?}");
            let (before, after) = insertion.text.split_at(insertion.caret);
            let fits = ["", "x", "y", "t", "x, y", "x, y, z", "x < 0: 1", "h; h", "x; x"].iter().any(|hole| {
                ["", "x", "x²;x", "f(t)=t;", "{", "a;"].iter().any(|start| {
                    ["", ": 1}", "x: 1}", "x && y < 1: 1}"].iter().any(|end| {
                        parse(&format!("{start}{before}{hole}{after}{end}")).is_ok()
                            || parse(&format!("{{x{before}{hole}{after}y: 1}}")).is_ok()
                            || parse(&format!("{{x < 1{before}y < 1{after}: 1}}")).is_ok()
                    })
                })
            });
            assert!(fits, "{entry:?} gives {insertion:?}");
        }
    }
}

#[test]
fn a_search_finds_names_signs_and_words() {
    let table = [
        ("sin", "sin"),
        ("logistic", "sigmoid"),
        ("**", "^"),
        ("square root", "sqrt"),
        ("SOFTPLUS", "softplus"),
        ("braces", "<"),
        ("tau", "τ"),
        ("prime", "f'"),
        ("hyperbolic inverse", "asinh"),
    ];
    for (query, first) in table {
        let found = search(query);
        let names: Vec<&str> = found.iter().flat_map(|group| &group.entries).map(|entry| &entry.name[..]).collect();
        assert!(names.contains(&first), "{query}: {names:?}");
        assert!(found.iter().all(|group| !group.entries.is_empty()));
    }
    assert_eq!(search("  "), search(""));
}

#[test]
fn a_phone_has_a_key_for_each_variable() {
    let keys = keys(&["w".into(), "x".into()]);
    for key in ["^", "(", ")", "/", "√", "π", "=", ",", "w", "x"] {
        assert_eq!(keys.iter().filter(|each| *each == key).count(), 1, "{key}");
    }
}
