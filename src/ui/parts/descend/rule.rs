//! The rule, which variables move, and where to.

use web_sys::HtmlInputElement;
use crate::app::help::{Help, name};
use yew::prelude::*;

use super::select;
use crate::app::descent::{Change, Setup};
use crate::app::{Action, Model};
use crate::explain::update_rule;
use crate::typeset::name_text;
use crate::ui::shell::bind::Binds;
use crate::ui::shell::maths::element;
use crate::ui::shell::store::Store;
use crate::words;

/// The rule, which variables move, and where to.
pub(super) fn view(store: &Store, bind: &Binds, model: &Model, setup: &Setup) -> Html {
    let Some(optimizer) = setup.optimizers[0] else { return html! {} };
    let variables = model.graph.variables();
    let moving = match setup.over[0].as_slice() {
        &[one] => variables[one].name.as_str(),
        _ => "θ",
    };
    let explained = match moving {
        "θ" => words::run::letters_of_many(),
        _ => words::run::letters_of_one(),
    };
    let goals = vec![words::panel::minimise(), words::panel::maximise()];
    let goal = usize::from(setup.maximise);
    let moves = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let check: HtmlInputElement = event.target_unchecked_into();
            store.dispatch(Action::Descend(Change::Over(check.value(), check.checked())));
            // The last variable cannot be switched off.
            let over = store.read(|state| state.descent().variables());
            let name = check.value();
            let moves = store.read(|state| over.iter().any(|&v| state.derived.model.graph.variables()[v].name == name));
            check.set_checked(moves);
        })
    };
    html! {
        <>
            <div class="rule" data-help={Help::Rule}>
                for formula in update_rule(optimizer, moving, setup.maximise) {
                    <p><math>{ element(&formula) }</math></p>
                }
                <p class="hint">
                    { words::list::sentences([explained, words::descent::doc(optimizer),
                        words::run::source(words::descent::paper(optimizer))]) }
                </p>
                <p class="error why-not" ref={bind.say(|state| state.descent().no_descent())}></p>
            </div>
            <div class="setting"><span>{ words::run::goal() }</span>
                { select(Help::DescendGoal, name(Help::DescendGoal), goals, goal, store,
                    |place| Change::Maximise(place == 1)) }
            </div>
            if setup.over[1].len() > 1 {
                <fieldset class="over" data-help={Help::Over}>
                    <legend>{ words::run::over() }</legend>
                    for &variable in setup.over[1].iter().take(Model::MOST_LISTED) {
                        <label><input type="checkbox" value={variables[variable].name.clone()} onchange={moves.clone()}
                            checked={setup.over[0].contains(&variable)} />
                            <i>{ name_text(&variables[variable].name) }</i>
                        </label>
                    }
                </fieldset>
            }
        </>
    }
}
