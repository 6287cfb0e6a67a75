//! The derivatives as formulas, beside the numbers that they have at the present point.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::dom::all_inside;
use super::echo::fit;
use super::live::FormulaSlots;
use super::maths::element;
use super::store::{Shared, Store};
use crate::app::Model;
use crate::app::derivatives::{Derivative, formulas, second};
use crate::app::help::{Help, name};
use crate::typeset::name_text;
use crate::words::Message;

/// Formulas follow a pause in typing, in milliseconds: the tree must not wait for them.
const PAUSE: u32 = 120;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
}

/// What is written out: the first derivatives, and the second while they are asked for.
#[derive(Clone, PartialEq)]
struct Shown {
    model: Shared<Model>,
    first: Vec<Derivative>,
    second: Option<Result<Vec<Derivative>, Message>>,
}

#[component]
pub(super) fn Derivatives(props: &Props) -> Html {
    let shown = use_state(|| None::<Shown>);
    let open = use_state(|| false);
    {
        let shown = shown.setter();
        use_effect_with((props.model.clone(), *open), move |(model, open)| {
            let (model, open) = (model.clone(), *open);
            let timeout = Timeout::new(PAUSE, move || {
                let (first, second) = (formulas(&model), open.then(|| second(&model)));
                shown.set(Some(Shown { model, first, second }));
            });
            move || drop(timeout)
        });
    }
    let root = use_node_ref();
    {
        let (root, store) = (root.clone(), props.store.clone());
        use_effect_with(shown.clone(), move |shown| {
            let (Some(root), Some(shown)) = (root.cast::<Element>(), &**shown) else { return };
            store.adopt(|live| live.formulas = Some(FormulaSlots::adopt(shown.model.0.clone(), &root)));
            all_inside(&root, ".derivative").iter().filter_map(|line| line.dyn_ref()).for_each(fit);
        });
    }
    let Some(Shown { model, first, second }) = shown.as_ref().filter(|shown| !shown.first.is_empty()) else {
        return html! {};
    };
    let ontoggle = Callback::from(move |event: Event| {
        let details: Element = event.target_unchecked_into();
        open.set(details.has_attribute("open"));
    });
    html! {
        <section class="derivatives" data-help={Help::Derivative.id()} ref={root} aria-labelledby="derivatives-title">
            <h2 id="derivatives-title">{ "As a formula" }</h2>
            for derivative in first {
                { formula(model, derivative) }
            }
            <details class="second" data-help={Help::Second.id()} {ontoggle}>
                <summary>{ name(Help::Second).text() }</summary>
                { second.as_ref().map(|second| bent(model, second)) }
            </details>
        </section>
    }
}

/// One line, or a fold of several.
fn formula(model: &Model, derivative: &Derivative) -> Html {
    let toward: Vec<String> =
        derivative.toward.iter().map(|&index| name_text(&model.program.variables[index])).collect();
    let label = format!("Derivative toward {}", toward.join(" and "));
    let key = places(&derivative.toward);
    let last = derivative.lines.len() - 1;
    let lines = derivative.lines.iter().enumerate().map(|(index, line)| {
        html! {
            <div class="equation">
                <math display="block">{ element(line) }</math>
                if index == last && !derivative.is_number {
                    <span class="now" data-toward={key.clone()}>{ "= " }<span class="number"></span></span>
                }
            </div>
        }
    });
    let lines = html! { <div class="derivative" tabindex="0" role="group" aria-label={label}>{ for lines }</div> };
    if last == 0 {
        return html! { <div key={key.clone()}>{ lines }</div> };
    }
    html! {
        <details key={key.clone()}>
            <summary>{ format!("∂/∂{}, step by step", toward[0]) }</summary>
            { lines }
        </details>
    }
}

/// The second derivatives: as formulas, and of several variables as a table too.
fn bent(model: &Model, second: &Result<Vec<Derivative>, Message>) -> Html {
    let formulas = match second {
        Ok(formulas) => formulas,
        Err(reason) => return html! { <p>{ reason.text() }</p> },
    };
    let names: Vec<String> = model.program.variables.iter().map(|name| name_text(name)).collect();
    let output = name_text(model.output_name());
    html! {
        <>
            for derivative in formulas { { formula(model, derivative) } }
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
                                    for b in 0..names.len() {
                                        <td data-toward={places(&[a, b])}><span class="number"></span></td>
                                    }
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </>
    }
}

/// Variables as an attribute.
fn places(toward: &[usize]) -> String {
    let toward: Vec<String> = toward.iter().map(usize::to_string).collect();
    toward.join(" ")
}
