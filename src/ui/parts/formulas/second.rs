//! The second derivatives: as formulas, and of several variables as a table too.

use yew::prelude::*;

use super::bends::Bends;
use super::line::{formula, number_of, places};
use crate::app::derivatives::Derivative;
use crate::app::Model;
use crate::typeset::name_text;
use crate::words::{self, Message};
use crate::ui::shell::bind::{Binds, digits};

pub(super) fn view(
    bind: &Binds,
    model: &Model,
    second: &Result<Vec<Derivative>, Message>,
    bends: &Bends,
) -> Html {
    let formulas = match second {
        Ok(formulas) => formulas,
        Err(reason) => return html! { <p>{ reason.clone() }</p> },
    };
    let names: Vec<String> = model.program.variables.iter().map(|name| name_text(name)).collect();
    let output = name_text(model.output_name());
    let cell = |a: usize, b: usize| {
        let now = number_of(&[a, b], bends);
        html! {
            <td data-variables={places(&[a, b])} ref={bind.to([digits("data-value", now.clone())])}>
                <span class="number" ref={bind.number(now)}></span>
            </td>
        }
    };
    html! {
        <>
            for derivative in formulas { { formula(bind, model, derivative, bends) } }
            if names.len() > 1 || formulas.is_empty() {
                <div class="rows" tabindex="0" role="region" aria-label={words::formulas::second()}>
                    <table>
                        <thead><tr>
                            <th scope="col">{ format!("∂²{output}") }</th>
                            for name in &names { <th scope="col">{ format!("∂{name}") }</th> }
                        </tr></thead>
                        <tbody>
                            for (a, name) in names.iter().enumerate() {
                                <tr>
                                    <th scope="row">{ format!("∂{name}") }</th>
                                    for b in 0..names.len() { { cell(a, b) } }
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </>
    }
}
