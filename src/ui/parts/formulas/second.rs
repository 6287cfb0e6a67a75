//! The second derivatives: as formulas, and of several variables as a table too.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::{formula, number_of, places};
use crate::app::derivatives::Derivative;
use crate::app::{Hessian, Model, State};
use crate::typeset::name_text;
use crate::ui::shell::bind::{Binds, digits};

/// The second derivatives of a model in numbers, computed once a point for all who show one.
#[derive(Clone)]
pub(super) struct Bends(Rc<RefCell<Option<Computed>>>);

/// Second derivatives, and the inputs they were computed at.
type Computed = (Hessian, Vec<f64>);

impl Bends {
    pub fn of(model: &Model) -> Bends {
        Bends(Rc::new(RefCell::new(Hessian::new(model).ok().map(|hessian| (hessian, Vec::new())))))
    }

    /// ∂²f/∂a∂b at the present point; none where there is no such derivative.
    pub fn at(&self, state: &State, a: usize, b: usize) -> Option<f64> {
        let mut bends = self.0.borrow_mut();
        let (hessian, at) = bends.as_mut()?;
        let inputs = state.inputs();
        if *at != inputs {
            hessian.run(&inputs);
            *at = inputs;
        }
        Some(hessian.at(a, b))
    }
}

pub(super) fn view(
    bind: &Binds,
    model: &Model,
    second: &Result<Vec<Derivative>, &'static str>,
    bends: &Bends,
) -> Html {
    let formulas = match second {
        Ok(formulas) => formulas,
        Err(reason) => return html! { <p>{ reason }</p> },
    };
    let names: Vec<String> = model.program.variables.iter().map(|name| name_text(name)).collect();
    let output = name_text(model.output_name());
    let cell = |a: usize, b: usize| {
        let now = number_of(&[a, b], bends);
        html! {
            <td data-toward={places(&[a, b])} ref={bind.to([digits("data-value", now.clone())])}>
                <span class="number" ref={bind.number("", now)}></span>
            </td>
        }
    };
    html! {
        <>
            for derivative in formulas { { formula(bind, model, derivative, bends) } }
            if names.len() > 1 || formulas.is_empty() {
                <div class="rows" tabindex="0" role="region" aria-label="Second derivatives">
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
