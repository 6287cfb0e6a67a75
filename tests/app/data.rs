//! Data on the page: the mean over the rows, the row that the tree shows, and what is saved.

use chainrule::app::data::{Change, LONGEST_IN_LINK};
use chainrule::app::{Action, Notice, State, reduce};
use chainrule::data::Batching;

use crate::{moved, then, typed, value};

const LINE: &str = "p = m*x + b; loss = (p - y)^2; loss";
const ROWS: &str = "x,y\n0,1\n1,2\n2,6";

fn text(text: &str) -> Action {
    Action::Data(Change::Text(text.into()))
}

fn line() -> State {
    then(State::default(), [typed(LINE), moved("m", 1.0), moved("b", 1.0), text(ROWS)])
}

#[test]
fn the_loss_is_the_mean_over_the_rows_and_its_gradient_the_mean_of_theirs() {
    let mean = line().table().mean().unwrap();
    // With m = b = 1: p = 1, 2, 3 and the squares 0, 0, 9; with respect to m: 0, 0, 2·(−3)·2.
    assert_eq!((mean.value, mean.values.as_slice()), (3.0, &[0.0, 0.0, 9.0][..]));
    assert_eq!(
        mean.sentence.unwrap().text(),
        "The mean of ∂loss/∂m over 3 rows: (0 + 0 − 12)/3 = −4. The tree shows row 1: 0."
    );
    let picked = then(line(), [Action::Data(Change::Pick(2)), moved("m", 0.0)]).table().mean().unwrap();
    assert_eq!(
        picked.sentence.unwrap().text(),
        "The mean of ∂loss/∂m over 3 rows: (0 − 2 − 20)/3 = −7.33333. The tree shows row 3: −20."
    );
}

#[test]
fn many_rows_are_summed_up_in_few_words() {
    let rows: String = (0..50).map(|row| format!("\n{row},0")).collect();
    let state = then(State::default(), [typed("m*x - y"), text(&format!("x,y{rows}"))]);
    let mean = state.table().mean().unwrap();
    let sentence = mean.sentence.unwrap().text();
    assert!(sentence.contains("(0 + 1 + 2 + 3 + 4 + 5 + … 44 more)/50 = 24.5."), "{sentence}");
    assert_eq!((state.table().rows_in_view(), mean.values.len()), (0..20, 20));
    let end = reduce(state, Action::Data(Change::Pick(49))).0;
    assert_eq!(end.table().rows_in_view(), 30..50);
}

#[test]
fn a_picked_row_moves_the_sliders_and_a_slider_leaves_the_row() {
    let state = then(line(), [Action::Data(Change::Pick(2))]);
    assert_eq!((value(&state, "x"), value(&state, "y"), state.derived.trace.output()), (2.0, 6.0, 9.0));
    // The slider of y reaches as far as its column.
    assert_eq!(state.document.input("y").max, 6.0);
    let parameter = reduce(state.clone(), moved("m", 2.0)).0;
    assert_eq!(parameter.document.data.row, Some(2));
    let moved = reduce(state, moved("x", 0.5)).0;
    assert_eq!(moved.document.data.row, None);
    // What is learned from does not depend on where the columns' sliders are.
    assert_eq!(moved.table().mean().unwrap().value, 3.0);
}

#[test]
fn a_row_is_shown_again_when_a_formula_begins_to_use_its_column() {
    let state = then(State::default(), [typed("x^2"), text("x,y\n3,4"), typed("x^2 + y")]);
    assert_eq!(state.derived.trace.output(), 13.0);
}

#[test]
fn a_bad_table_keeps_the_last_good_one_and_the_text_as_typed() {
    let state = reduce(line(), text("x,y\n0,1\n1,abc")).0;
    let fault = state.derived.data.fault.as_ref().unwrap();
    assert_eq!(chainrule::words::data::fault(fault).text(), "row 2, column y: “abc” is not a number");
    assert_eq!(&*state.document.data.text, "x,y\n0,1\n1,abc");
    assert_eq!(state.table().mean().unwrap().value, 3.0);
    let mended = reduce(state.clone(), text("x,y\n0,1")).0;
    assert_eq!((mended.derived.data.fault.as_ref(), mended.table().mean().unwrap().value), (None, 0.0));
    let emptied = reduce(state.clone(), text("")).0;
    assert_eq!((emptied.derived.data.fault.as_ref(), emptied.table().mean()), (None, None));
    // Another document starts without it.
    let bad = chainrule::app::link::read("e=x&data.rows=x,y").unwrap();
    let opened = reduce(state, Action::Open(bad)).0;
    assert!(opened.derived.data.fault.is_some() && opened.table().mean().is_none());
}

#[test]
fn columns_that_the_formula_does_not_know_are_left_out() {
    let state = then(State::default(), [typed("m*x - y"), moved("m", 1.0), text("name_1,x,z,y\n9,1,9,2")]);
    assert_eq!(state.derived.data.used, [1, 3]);
    assert_eq!(state.table().mean().unwrap().value, -1.0);
    let none = reduce(state, text("a,b\n1,2")).0;
    assert_eq!((none.table().mean(), none.derived.data.table.is_some()), (None, true));
}

#[test]
fn a_pasted_table_is_written_with_commas() {
    let state = reduce(line(), Action::Data(Change::Load("x\ty\n0,5\t1\n".into()))).0;
    assert_eq!(&*state.document.data.text, "x,y\n0.5,1");
    let bad = reduce(state, Action::Data(Change::Load("x\ty\n0,5\t?".into()))).0;
    assert_eq!(&*bad.document.data.text, "x\ty\n0,5\t?");
}

#[test]
fn a_large_file_that_is_no_table_is_told_and_left_out() {
    let state = reduce(line(), Action::Data(Change::Load("no table\n".repeat(100_000)))).0;
    assert_eq!(state.session.notice, Some(Notice::NoTable));
    assert_eq!(state.document, line().document, "what was there stays");
}

#[test]
fn data_is_undone_in_one_go_and_again() {
    let state = then(line(), [Action::Settle, text("x,y\n5,5"), Action::Settle, Action::Undo]);
    assert_eq!((&*state.document.data.text, value(&state, "x"), state.table().mean().unwrap().value), (ROWS, 0.0, 3.0));
    let again = reduce(state, Action::Redo).0;
    assert_eq!((value(&again, "x"), again.table().mean().unwrap().value), (5.0, 1.0));
}

#[test]
fn the_link_holds_the_data_when_it_is_small() {
    let changes = [Change::Pick(1), Change::Batching(Batching::Mini(2)), Change::Seed(9)];
    let state = then(line(), changes.map(Action::Data));
    let read = State::open(&state.link());
    assert_eq!(read.document.data, state.document.data);
    assert_eq!((value(&read, "x"), value(&read, "y")), (1.0, 2.0));
    let single = reduce(state, Action::Data(Change::Batching(Batching::Single))).0;
    assert_eq!(State::open(&single.link()).document.data.batching, Batching::Single);
    let large = reduce(line(), text(&format!("{ROWS}{}", "\n1,1".repeat(LONGEST_IN_LINK / 4)))).0;
    assert!(!large.document.data.fits_link() && !large.link().contains("data."));
    assert!(!line().link().contains("data.batch"));
}

#[test]
fn the_fitted_curve_ends_at_the_prediction() {
    let state = line();
    let fit = state.derived.data.fit.as_ref().unwrap();
    assert_eq!(state.derived.model.graph.node(fit.node).name, "p");
    assert_eq!(state.table().predictions(), [1.0, 2.0, 3.0]);
    let scatter = state.table().scatter(100.0, 60.0).unwrap();
    assert_eq!(scatter.dots.len(), 3);
    // The line m = b = 1 leaves the picture through the right side, above the middle of the rows' range.
    let path = state.table().fitted_curve(&scatter.window).unwrap();
    let last: Vec<f64> = path.rsplit(['L', ' ', ',']).take(2).map(|number| number.parse().unwrap()).collect();
    let (x, y) = (scatter.window.x.max, scatter.window.py(scatter.window.x.max + 1.0));
    assert!((last[1] - scatter.window.px(x)).abs() < 0.1 && (last[0] - y).abs() < 0.1, "{path}");
    // Two inputs make no curve.
    let plane = [Action::Type("(u*x + v*z - y)^2".into()), moved("u", 1.0), moved("v", 1.0), text("x,z,y\n1,2,3")];
    let plane = then(State::default(), plane);
    assert_eq!((plane.table().scatter(100.0, 60.0), plane.table().predictions()), (None, vec![3.0]));
}

#[test]
fn opened_once_more_the_same_rows_show_the_same_row() {
    let document = line().document;
    let document = chainrule::app::Document { inputs: Default::default(), ..document };
    let state = then(State::default(), [Action::Open(document.clone()), Action::Open(document)]);
    assert_eq!((state.document.data.row, value(&state, "x"), value(&state, "y")), (Some(0), 0.0, 1.0));
}

#[test]
fn a_picked_row_never_narrows_a_slider() {
    for (min, max) in [(-5.0, 5.0), (-100.0, 100.0), (0.0, 2.0), (0.5, 1.5), (-1e9, 1e9)] {
        let range = Action::SetRange { name: "x".into(), min, max };
        for before in [then(line(), [range.clone()]), then(line(), [moved("x", 1.0), range])] {
            for row in 0..3 {
                let now = then(before.clone(), [Action::Data(Change::Pick(row))]).document.input("x");
                let then = before.document.input("x");
                assert!(now.min <= then.min && then.max <= now.max, "row {row}: from {then:?} to {now:?}");
            }
        }
    }
}
