//! Descents in the page's state: the sliders follow a run, moving a slider ends it, undo reverts it.

use chainrule::app::descent::{Change, Options, Runner};
use chainrule::app::{Action, State, Walk, link, reduce};
use chainrule::descent::{Optimizer, Plan, Verdict};
use chainrule::typeset::plain_text;

use crate::{after, moved};

fn descend(state: State, changes: impl IntoIterator<Item = Change>) -> State {
    changes.into_iter().fold(state, |state, change| reduce(state, Action::Descend(change)).0)
}

fn rate(rate: f64) -> Change {
    Change::Rate(Runner::First, rate)
}

fn update(state: &State) -> String {
    let update = state.descent().update(3).unwrap();
    let lines: Vec<String> = update.lines.iter().map(|line| plain_text(line)).collect();
    format!("{}{}: {}", if update.done { "step " } else { "next " }, update.step, lines.join("; "))
}

#[test]
fn steps_move_the_slider_and_all_numbers() {
    let state = State::default();
    assert_eq!(update(&state), "next 1: x ← x − 0.01 · 40 = 0.6");
    let state = descend(state, [Change::Steps(1)]);
    assert_eq!(state.inputs(), [0.6]);
    assert!((state.derived.trace.output() - 11.56).abs() < 1e-12);
    assert_eq!(update(&state), "step 1: x ← x − 0.01 · 40 = 0.6");
    let state = descend(state, [Change::Run(true)]);
    assert_eq!(state.descent().course().unwrap().runs[0].steps(), 2, "a run begins at once");
    let state = descend(state, [Change::Beat(1000)]);
    assert!((state.inputs()[0] + 0.25).abs() < 1e-6);
    assert_eq!(state.descent().verdict(), Some(Verdict::Valley));
    assert!(!state.session.descending.running, "a verdict ends the run");
    let trail = &state.descent().trails(0, None)[0];
    assert_eq!(trail[..2], [[1.0, 25.0], [0.6, 11.559999999999999]]);
}

#[test]
fn back_reset_and_undo() {
    let state = descend(after([moved("x", 2.0)]), [Change::Steps(1), Change::Steps(1)]);
    let two = state.inputs();
    let state = descend(state, [Change::Steps(1), Change::Back]);
    assert_eq!(state.inputs(), two);
    assert!(state.descent().has_start());
    let start = descend(state.clone(), [Change::Reset]);
    assert_eq!((start.inputs(), start.descent().has_start()), (vec![2.0], false));
    assert_eq!(start.descent().course().unwrap().runs[0].steps(), 0);
    let undone = reduce(state, Action::Undo).0;
    assert_eq!(undone.inputs(), [2.0], "a run is undone in one go");
    // After a run that left the slider's range, undo restores the range.
    let far = descend(State::default(), [rate(0.1), Change::Run(true), Change::Beat(1000)]);
    assert_eq!(far.descent().verdict(), Some(Verdict::Diverges));
    assert!(far.document.input("x").min < -5.0);
    let home = descend(far, [Change::Reset]);
    assert_eq!(home.document.input("x"), State::default().document.input("x"));
}

#[test]
fn a_hand_on_the_slider_is_a_new_start_and_another_rate_keeps_the_old_one() {
    let state = descend(State::default(), [Change::Steps(2)]);
    let by_hand = reduce(state.clone(), moved("x", 3.0)).0;
    assert!(by_hand.descent().course().is_none() && !by_hand.descent().has_start());
    let by_hand = descend(by_hand, [Change::Steps(1), Change::Reset]);
    assert_eq!(by_hand.inputs(), [3.0]);
    let faster = descend(state, [rate(0.02)]);
    assert!(faster.descent().course().is_none() && faster.descent().has_start());
    assert_eq!(descend(faster.clone(), [Change::Steps(1), Change::Reset]).inputs(), [1.0]);
    assert_eq!(descend(faster, [Change::Reset]).inputs(), [1.0]);
    let typed = reduce(descend(State::default(), [Change::Run(true)]), Action::Type("x^2".into())).0;
    assert!(typed.descent().course().is_none() && !typed.session.descending.running);
}

#[test]
fn only_chosen_variables_move_and_data_never_does() {
    let state = State::open("e=(m*x-y)%5E2+b%5E2&m=2&b=3&x=1&y=0");
    assert_eq!(state.descent().variables(), [0, 1, 2, 3]);
    let state = descend(state, [Change::Over("x".into(), false), Change::Over("y".into(), false), Change::Steps(1)]);
    assert_eq!(state.inputs()[1..3], [1.0, 0.0]);
    assert!(state.inputs()[0] < 2.0 && state.inputs()[3] < 3.0);
    assert_eq!(link::read(&state.link()).unwrap().descent.over, ["m", "b"]);
    let last = descend(state, [Change::Over("m".into(), false), Change::Over("b".into(), false)]);
    assert_eq!(last.descent().variables(), [3], "something has to move");
    // The mean over the rows has its minimum at m = 2.
    let state = State::open("e=(m*x-y)%5E2&data.rows=x,y%0A1,2%0A2,4&m=0&descent.rate=0.05");
    let state = descend(state, [Change::Run(true), Change::Beat(2000)]);
    assert_eq!((state.descent().variables(), state.descent().verdict()), (vec![0], Some(Verdict::Valley)));
    assert!((state.inputs()[0] - 2.0).abs() < 1e-6);
    let state = State::open("e=(m*x-y)%5E2&data.rows=x,y%0A1,2%0A2,4&m=0&descent.by=newton");
    let state = descend(state, [Change::Steps(1)]);
    assert!((state.inputs()[0] - 2.0).abs() < 1e-12, "Newton on the mean: {:?}", state.inputs());
    let state = State::open("e=(m*x-y)%5E2&data.rows=x,y%0A1,2%0A2,5&m=0&descent.rate=0.05&data.batch=single");
    let state = descend(state, [Change::Steps(7), Change::Steps(1), Change::Back]);
    let again = State::open("e=(m*x-y)%5E2&data.rows=x,y%0A1,2%0A2,5&m=0&descent.rate=0.05&data.batch=single");
    assert_eq!(state.inputs(), descend(again, [Change::Steps(7)]).inputs());
}

#[test]
fn two_plans_go_from_the_same_start() {
    let rosenbrock = State::open("e=(1-x)%5E2+100*(y-x%5E2)%5E2&x=-1.2&y=1&descent.rate=0.001&descent.against=adam");
    let state = descend(rosenbrock, [Change::Run(true), Change::Beat(99)]);
    let course = state.descent().course().unwrap();
    assert_eq!(course.runs.iter().map(|run| run.steps()).collect::<Vec<_>>(), [100, 100]);
    let [first, rival] = state.descent().trails(0, Some(1)).try_into().unwrap();
    assert_eq!((first[0], rival[0]), ([-1.2, 1.0], [-1.2, 1.0]));
    assert_ne!(first.last(), rival.last());
    let follows =
        state.inputs().iter().zip(first.last().unwrap()).all(|(slider, point)| (slider - point).abs() < 1e-14);
    assert!(follows, "{:?}", state.inputs());
    // The run ends with the first; run again, and the rival goes on alone.
    let quick = State::open("e=(4*x%2B1)%5E2&descent.rate=0.03&descent.against=gd&descent.against.rate=0.005");
    let state = descend(quick, [Change::Run(true), Change::Beat(10_000)]);
    let steps = |state: &State| [0, 1].map(|run| state.descent().course().unwrap().runs[run].steps());
    let [first, rival] = steps(&state);
    assert!(!state.session.descending.running && first == rival && state.descent().verdict().is_some());
    let state = descend(state, [Change::Run(true)]);
    assert!(state.session.descending.running);
    let state = descend(state, [Change::Beat(10_000)]);
    assert!(steps(&state)[1] > rival + 50 && steps(&state)[0] == first, "{:?}", steps(&state));
    assert!(!state.session.descending.running);
}

#[test]
fn a_step_can_be_watched() {
    let mut state = descend(State::default(), [Change::Watch]);
    assert!(state.session.player.playing && state.stepping().output().is_none());
    for _ in 0..state.stepping().steps() {
        assert_eq!(state.inputs(), [1.0]);
        state = reduce(state, Action::Step(Walk::Beat)).0;
    }
    assert!(state.session.player.playing, "the last step of the story is shown for a beat");
    state = reduce(state, Action::Step(Walk::Beat)).0;
    assert_eq!((state.inputs(), state.session.moment), (vec![0.6], None));
    assert!(!state.session.descending.watching && !state.session.player.playing);
    // Leaving the stepping mode takes no step.
    let left = descend(State::default(), [Change::Watch]);
    let left = [Walk::Beat, Walk::End, Walk::Forward].into_iter().fold(left, |s, walk| reduce(s, Action::Step(walk)).0);
    assert!(!left.session.descending.watching && left.inputs() == [1.0]);
}

#[test]
fn links_carry_what_is_not_the_default() {
    let adam = Plan { rate: 0.5, ..Plan::of(Optimizer::from_id("adam").unwrap()) };
    let momentum = Optimizer::from_id("momentum").unwrap();
    let state = descend(
        State::default(),
        [
            Change::Optimizer(Runner::First, Some(adam.optimizer)),
            rate(0.5),
            Change::Optimizer(Runner::Rival, Some(momentum)),
            Change::Knob(Runner::Rival, 0, 0.5),
            Change::Maximise(true),
        ],
    );
    let link = state.link();
    assert!(link.ends_with(
        "&descent.by=adam&descent.rate=0.5&descent.toward=maximum&descent.against=momentum&descent.against.mu=0.5"
    ));
    assert_eq!(link::read(&link).unwrap().descent, state.document.descent);
    assert!(State::open(&link).document.descent.plan.maximise);
    let odd = "e=x&descent.by=magic&descent.rate=-1&descent.against.mu=0.5&descent.mu=7&descent.over=&descent.x=1";
    assert_eq!(link::read(odd).unwrap().descent, Options::default());
    let refused = descend(State::default(), [rate(0.0), rate(f64::NAN), Change::Knob(Runner::First, 3, 0.5)]);
    assert_eq!(refused.document, State::default().document);
}

#[test]
fn without_variables_nothing_moves() {
    let state = descend(State::open("e=2+3"), [Change::Run(true), Change::Steps(3), Change::Back, Change::Reset]);
    assert!(
        !state.session.descending.running
            && state.descent().no_descent().is_some()
            && state.descent().update(3).is_none()
    );
}
