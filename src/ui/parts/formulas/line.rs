//! A derivative as a formula, beside its number.

use yew::prelude::*;

use super::bends::Bends;
use crate::app::derivatives::Derivative;
use crate::app::{Model, State};
use crate::typeset::name_text;
use crate::ui::parts::function::fitted;
use crate::ui::shell::bind::{Binds, digits};
use crate::ui::shell::maths::element;
use crate::words::{self, Message};

/// The number of a derivative at the present point, once everything is known.
pub(super) fn number_of(variables: &[usize], bends: &Bends) -> impl Fn(&State) -> Option<f64> + Clone + 'static {
    let (variables, bends) = (variables.to_vec(), bends.clone());
    move |state| {
        let number = match *variables {
            [a, b] => bends.at(state, a, b),
            _ => state.stepping().partial(variables[0]),
        };
        number.filter(|_| state.stepping().is_complete())
    }
}

/// One line, or a fold of several.
pub(super) fn formula(bind: &Binds, model: &Model, derivative: &Derivative, bends: &Bends) -> Html {
    let variables: Vec<String> =
        derivative.variables.iter().map(|&index| name_text(&model.program.variables[index])).collect();
    let names = variables.iter().cloned().map(Message::neutral);
    let label = words::formulas::with_respect_to(words::list::all_of(names));
    let key = places(&derivative.variables);
    let now = number_of(&derivative.variables, bends);
    let last = derivative.lines.len() - 1;
    let lines = derivative.lines.iter().enumerate().map(|(index, line)| {
        html! {
            <div class="equation">
                <math display="block" translate="no">{ element(line) }</math>
                if index == last && !derivative.is_number {
                    <span class="now" data-variables={key.clone()} ref={bind.to([digits("data-value", now.clone())])}>
                        { "= " }<span class="number" ref={bind.number(now.clone())}></span>
                    </span>
                }
            </div>
        }
    });
    let lines = html! {
        <div class="derivative" tabindex="0" role="group" aria-label={label} ref={bind.to([fitted()])}>
            { for lines }
        </div>
    };
    if last == 0 {
        return html! { <div key={&*key}>{ lines }</div> };
    }
    html! {
        <details key={&*key}>
            <summary>{ words::formulas::step_by_step(format!("∂/∂{}", variables[0])) }</summary>
            { lines }
        </details>
    }
}

/// Variables as an attribute.
pub(super) fn places(variables: &[usize]) -> AttrValue {
    let variables: Vec<String> = variables.iter().map(usize::to_string).collect();
    variables.join(" ").into()
}
