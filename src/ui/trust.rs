//! The sign that the gradients were checked, and by what.

use yew::prelude::*;

use super::store::{Shared, Store};
use crate::app::Model;
use crate::app::trust::{Trust, check_all};
use crate::typeset::{Digits, name_text, number, number_with};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    /// What is checked; a new one is checked at once, new values after a pause.
    pub model: Shared<Model>,
}

#[component]
pub(super) fn Checked(props: &Props) -> Html {
    let shown = use_state(|| None::<Trust>);
    {
        let (store, shown) = (props.store.clone(), shown.setter());
        use_effect_with(props.model.clone(), move |_| {
            shown.set(store.read(check_all));
            let again = store.clone();
            store.on_pause("trust", Callback::from(move |()| shown.set(again.read(check_all))));
        });
    }
    let Some(trust) = &*shown else { return html! {} };
    let at: Vec<String> =
        trust.checks.iter().map(|(name, x, _)| format!("{} = {}", name_text(name), number(*x))).collect();
    let mut steps: Vec<String> = trust.checks.iter().map(|(_, _, check)| number_with(check.step, Digits(2))).collect();
    steps.dedup();
    let (sign, words) = match &trust.reason {
        None => ("✓", "Checked by central differences".to_owned()),
        Some(reason) => ("!", format!("A central difference differs ({reason})")),
    };
    html! {
        <details data-help="trust" class={classes!("trust", trust.reason.is_some().then_some("differs"))}>
            <summary><span class="sign" aria-hidden="true">{ sign }</span>{ words }</summary>
            <p>
                { format!("At {}: the slope between two points on either side, (f(x + h) − f(x − h)) / 2h with h = {}, ", at.join(", "), steps.join(", ")) }
                { "beside the gradient of the backward pass." }
            </p>
            <div class="rows" tabindex="0" role="region" aria-label="Checks">
                <table>
                    <thead><tr>
                        <th scope="col">{ "variable" }</th><th scope="col">{ "backward" }</th>
                        <th scope="col">{ "difference" }</th><th scope="col">{ "error" }</th>
                    </tr></thead>
                    <tbody>
                        for (name, _, check) in trust.checks.iter() {
                            <tr>
                                <th scope="row">{ name_text(name) }</th>
                                <td>{ number(check.backward) }</td><td>{ number(check.central) }</td>
                                <td>{ number_with(check.error(), Digits(2)) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
