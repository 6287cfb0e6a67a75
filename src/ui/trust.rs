//! The sign that the gradients were checked, and by what.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::store::{Shared, Store};
use crate::app::Model;
use crate::app::help::Help;
use crate::app::trust::{Row, Trust, check_all};
use crate::typeset::{Digits, name_text, number, number_with};

/// The check follows a pause in typing, in milliseconds: the tree must not wait for it.
const PAUSE: u32 = 150;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    /// What is checked; its check is renewed after a pause, as that of new values is.
    pub model: Shared<Model>,
}

#[component]
pub(super) fn Checked(props: &Props) -> Html {
    let shown = use_state(|| None::<Trust>);
    {
        let (store, shown) = (props.store.clone(), shown.setter());
        use_effect_with(props.model.clone(), move |_| {
            let again = store.clone();
            let check = Callback::from(move |()| shown.set(again.read(check_all)));
            store.on_pause("trust", check.clone());
            let timeout = Timeout::new(PAUSE, move || check.emit(()));
            move || drop(timeout)
        });
    }
    let Some(trust) = &*shown else { return html! {} };
    let at: Vec<String> =
        trust.rows.iter().map(|row| format!("{} = {}", name_text(&row.name), number(row.at))).collect();
    let written = trust.rows.iter().any(|row| row.formula.is_some());
    let (sign, words) = match &trust.reason {
        None if written => ("✓", "Checked in three ways".to_owned()),
        None => ("✓", "Checked in two ways".to_owned()),
        Some(reason) => ("!", format!("To be read with care: {reason}")),
    };
    let line = |name: &'static str, cell: &dyn Fn(&Row) -> String| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                for row in &trust.rows { <td>{ cell(row) }</td> }
            </tr>
        }
    };
    html! {
        <section class="checks">
            <details class={classes!("trust", trust.reason.is_some().then_some("differs"))} data-help={Help::Trust.id()}>
                <summary><span class="sign" aria-hidden="true">{ sign }</span>{ words }</summary>
                <p>
                    { format!("At {}, the gradient of the backward pass beside what forward mode carries up", at.join(", ")) }
                    if written { { ", what the derivative as a formula gives" } }
                    { ", and the slope between two points, (f(x + h) − f(x − h)) / 2h." }
                </p>
                <div class="rows" tabindex="0" role="region" aria-label="Checks">
                    <table>
                        <thead><tr>
                            <td></td>
                            for row in &trust.rows { <th scope="col">{ props.model.partial_name(&row.name) }</th> }
                        </tr></thead>
                        <tbody>
                            { line("backward", &|row| number(row.check.backward)) }
                            { line("forward", &|row| number(row.forward)) }
                            if written {
                                { line("formula", &|row| row.formula.map(number).unwrap_or_default()) }
                            }
                            { line("slope", &|row| number(row.check.central)) }
                            { line("its h", &|row| number_with(row.check.step, Digits(2))) }
                            { line("its error", &|row| number_with(row.check.error(), Digits(2))) }
                            if trust.reason.is_some() {
                                { line("on the left", &|row| number_with(row.check.left, Digits(5))) }
                                { line("on the right", &|row| number_with(row.check.right, Digits(5))) }
                            }
                        </tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}
