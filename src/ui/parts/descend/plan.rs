//! The method of a run, its rate and its other numbers.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::select;
use crate::app::descent::{Change, Runner, is_knob, is_rate};
use crate::app::help::{Help, name};
use crate::app::{Action, State, parse_number};
use crate::descent::{Optimizer, Plan};
use crate::typeset::{exact, name_text, number};
use crate::ui::shell::bind::{Binds, attribute, value};
use crate::ui::shell::dom::{set_attribute, set_value};
use crate::ui::shell::store::Store;
use crate::words::{self, Message};

/// The plan of a runner, if there is one.
fn plan_of(state: &State, runner: Runner) -> Option<&Plan> {
    match runner {
        Runner::First => Some(&state.document.descent.plan),
        Runner::Rival => state.document.descent.rival.as_ref(),
    }
}

/// The method of one runner, its rate and its other numbers; the first one's rule as well.
pub(super) fn view(store: &Store, bind: &Binds, runner: Runner, optimizer: Option<&'static Optimizer>) -> Html {
    let first = runner == Runner::First;
    let (help, label, class) = match runner {
        Runner::First => (Help::DescendBy, words::run::method(), "plan first"),
        Runner::Rival => (Help::DescendAgainst, words::run::compare(), "plan rival"),
    };
    let mut choices: Vec<Message> = Optimizer::ALL.iter().map(words::descent::name).collect();
    let row = optimizer.and_then(|optimizer| Optimizer::ALL.iter().position(|other| other == optimizer));
    let mut chosen = row.unwrap_or_default();
    if !first {
        choices.insert(0, words::panel::nothing());
        chosen = row.map_or(0, |row| row + 1);
    }
    let change = move |place: usize| {
        let row = if first { Some(place) } else { place.checked_sub(1) };
        Change::Optimizer(runner, row.map(|row| &Optimizer::ALL[row]))
    };
    html! {
        <div {class}>
            <div class="setting">
                <span>{ label.clone() }</span>
                { select(help, label, choices, chosen, store, change) }
            </div>
            if let Some(optimizer) = optimizer {
                { rate(store, bind, runner) }
                for (place, knob) in optimizer.knobs.iter().enumerate() {
                    <label class="setting" title={words::descent::knob(optimizer, knob)}><span>
                        <i>{ name_text(knob.symbol) }</i>{ " " }{ words::descent::knob(optimizer, knob) }</span>
                        { number_box("knob", runner, store, bind, is_knob, move |plan| plan.knobs.get(place).copied(),
                            move |number| Change::Knob(runner, place, number)) }</label>
                }
            }
        </div>
    }
}

/// The learning rate on a logarithmic slider, from a millionth to ten.
fn rate(store: &Store, bind: &Binds, runner: Runner) -> Html {
    let slide = {
        let store = store.clone();
        move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            // Two digits are enough of a rate that is chosen by hand.
            let rate = format!("{:.1e}", 10f64.powf(slider.value_as_number()));
            let Ok(rate) = rate.parse() else { return };
            store.dispatch(Action::Descend(Change::Rate(runner, rate)));
        }
    };
    let rate = move |state: &State| plan_of(state, runner).map(|plan| plan.rate);
    let slider = bind.to([
        value(move |state| rate(state).map(|rate| exact(rate.log10())).unwrap_or_default()),
        attribute("aria-valuetext", move |state| rate(state).map(number)),
    ]);
    html! {
        <div class="setting rate" data-help={Help::Rate}><span><i>{ "η" }</i>{ " " }{ words::run::rate() }</span>
            <input type="range" min="-6" max="1" step="0.05" aria-label={name(Help::Rate)} oninput={slide}
                ref={slider} />
            { number_box("rate", runner, store, bind, is_rate, |plan| Some(plan.rate),
                move |number| Change::Rate(runner, number)) }
        </div>
    }
}

/// A box for a number.
fn number_box(
    what: &'static str,
    runner: Runner,
    store: &Store,
    bind: &Binds,
    valid: fn(f64) -> bool,
    show: impl Fn(&Plan) -> Option<f64> + Copy + 'static,
    change: impl Fn(f64) -> Change + 'static,
) -> Html {
    let shown = move |state: &State| plan_of(state, runner).and_then(show).map(exact).unwrap_or_default();
    let left = store.clone();
    // Whatever was typed and left in the box, it holds the number again.
    let onblur = move |event: FocusEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        set_attribute(&field, "aria-invalid", "false");
        set_value(&field, &left.read(shown));
    };
    let store = store.clone();
    let onchange = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let number = parse_number(&field.value()).filter(|&number| valid(number));
        set_attribute(&field, "aria-invalid", if number.is_some() { "false" } else { "true" });
        if let Some(number) = number {
            store.dispatch(Action::Descend(change(number)));
        }
    };
    let label = match (what, runner) {
        ("rate", Runner::First) => Some(words::run::learning_rate().text()),
        ("rate", Runner::Rival) => Some(words::run::rival_rate().text()),
        _ => None,
    };
    html! {
        <input type="text" inputmode="decimal" autocomplete="off" class={classes!("figure", what)} aria-label={label}
            ref={bind.to([value(shown)])} {onchange} {onblur} />
    }
}
