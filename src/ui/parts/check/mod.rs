//! The sign that the gradients were checked, and by what.

use std::rc::Rc;

use crate::app::help::Help;
use yew::prelude::*;

use crate::app::State;
use crate::app::trust::{CheckedPartial, Trust, check_all};
use crate::typeset::{Digits, name_text, number, number_with};
use crate::ui::shell::writer::Writer;
use crate::ui::shell::bind::{classes, use_binds};
use crate::ui::shell::pace::Pace;
use crate::ui::shell::context::{Context, Props};
use crate::ui::shell::shared::Shared;
use crate::words::{self, Message};

pub(in crate::ui) fn view(context: &Context) -> Html {
    html! { <Check ..context.props() /> }
}

/// A check, and the point at which it was made.
#[derive(PartialEq)]
struct Checked {
    model: Shared<crate::app::Model>,
    inputs: Vec<u64>,
    trust: Option<Trust>,
}

impl Checked {
    fn now(state: &State) -> Checked {
        Checked { model: Shared(state.derived.model.clone()), inputs: bits(state), trust: check_all(state) }
    }

    /// Whether it is one of the present point.
    fn holds(&self, state: &State) -> bool {
        Rc::ptr_eq(&self.model.0, &state.derived.model) && self.inputs == bits(state)
    }
}

fn bits(state: &State) -> Vec<u64> {
    state.inputs().into_iter().map(f64::to_bits).collect()
}

/// Makes the check anew after a pause: the graph must not wait for it.
struct Checker {
    shown: Option<Rc<Checked>>,
    set: UseStateSetter<Option<Rc<Checked>>>,
}

impl Writer for Checker {
    fn write(&mut self, state: &State, pace: Pace) {
        if pace == Pace::Pause && self.shown.as_ref().is_none_or(|shown| !shown.holds(state)) {
            self.set.set(Some(Rc::new(Checked::now(state))));
        }
    }

    fn wants_pause(&self) -> bool {
        true
    }
}

#[component]
fn Check(props: &Props) -> Html {
    let shown = use_state(|| None::<Rc<Checked>>);
    let bind = use_binds(&props.store, None);
    bind.add(Checker { shown: (*shown).clone(), set: shown.setter() });
    let Some(checked) = (*shown).clone() else { return html! {} };
    let Some(trust) = &checked.trust else { return html! {} };
    let stale = {
        let checked = checked.clone();
        bind.to([classes("checks", ["old"], move |state| [!checked.holds(state)])])
    };
    let model = &checked.model;
    let at = trust.rows.iter().map(|row| Message::neutral(format!("{} = {}", name_text(&row.name), number(row.at))));
    let at = words::list::in_a_row(at);
    let written = trust.rows.iter().any(|row| row.formula.is_some());
    let (sign, summary) = match &trust.reason {
        None if written => ("✓", words::check::in_three_ways()),
        None => ("✓", words::check::in_two_ways()),
        Some(reason) => ("!", words::check::caution(reason.clone())),
    };
    let ways = if written { words::check::four_ways(at) } else { words::check::three_ways(at) };
    let line = |name: Message, cell: &dyn Fn(&CheckedPartial) -> String| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                for row in &trust.rows { <td>{ cell(row) }</td> }
            </tr>
        }
    };
    html! {
        <section class="checks" ref={stale}>
            <details class={classes!("trust", trust.reason.is_some().then_some("differs"))} data-help={Help::Trust}>
                <summary><span class="sign" aria-hidden="true">{ sign }</span>{ summary }</summary>
                <p>{ words::list::sentences([ways, words::check::slope()]) }</p>
                <div class="rows" tabindex="0" role="region" aria-label={words::check::table()}>
                    <table>
                        <thead><tr>
                            <td></td>
                            for row in &trust.rows { <th scope="col">{ model.partial_name(&row.name) }</th> }
                        </tr></thead>
                        <tbody>
                            { line(words::trust::backward(), &|row| number(row.check.backward)) }
                            { line(words::trust::forward(), &|row| number(row.forward)) }
                            if written {
                                { line(words::trust::formula(), &|row| row.formula.map(number).unwrap_or_default()) }
                            }
                            { line(words::trust::slope(), &|row| number(row.check.central)) }
                            { line(words::trust::step(), &|row| number_with(row.check.step, Digits(2))) }
                            { line(words::trust::estimated_error(), &|row| number_with(row.check.error(), Digits(2))) }
                            if trust.reason.is_some() {
                                { line(words::trust::on_the_left(), &|row| number_with(row.check.left, Digits(5))) }
                                { line(words::trust::on_the_right(), &|row| number_with(row.check.right, Digits(5))) }
                            }
                        </tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}
