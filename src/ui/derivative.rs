//! The derivative as a formula, beside the numbers.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::dom::all_inside;
use super::echo::fit;
use super::maths::element;
use super::store::Shared;
use crate::app::Model;
use crate::app::derivatives::{Derivative, formulas};
use crate::typeset::name_text;

/// Formulas follow a pause in typing, in milliseconds: the tree must not wait for them.
const PAUSE: u32 = 120;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub model: Shared<Model>,
}

#[component]
pub(super) fn Derivatives(props: &Props) -> Html {
    let shown = use_state(Vec::<Derivative>::new);
    {
        let shown = shown.setter();
        use_effect_with(props.model.clone(), move |model| {
            let model = Rc::clone(&model.0);
            let timeout = Timeout::new(PAUSE, move || shown.set(formulas(&model)));
            move || drop(timeout)
        });
    }
    let root = use_node_ref();
    {
        let root = root.clone();
        use_effect_with(shown.clone(), move |_| {
            let Some(root) = root.cast::<Element>() else { return };
            all_inside(&root, ".derivative").iter().filter_map(|line| line.dyn_ref()).for_each(fit);
        });
    }
    if shown.is_empty() {
        return html! {};
    }
    html! {
        <section class="derivatives" data-help="derivative" ref={root} aria-labelledby="derivatives-title">
            <h2 id="derivatives-title">{ "As a formula" }</h2>
            for derivative in shown.iter() {
                { formula(derivative) }
            }
        </section>
    }
}

/// One line, or a fold of several.
fn formula(derivative: &Derivative) -> Html {
    let label = format!("Derivative toward {}", name_text(&derivative.variable));
    let lines = derivative.lines.iter().map(|line| html! { <math display="block">{ element(line) }</math> });
    let key = derivative.variable.clone();
    if derivative.lines.len() == 1 {
        return html! { <div {key} class="derivative" tabindex="0" role="group" aria-label={label}>{ for lines }</div> };
    }
    let summary = format!("∂/∂{}, step by step", name_text(&derivative.variable));
    html! {
        <details {key}>
            <summary>{ summary }</summary>
            <div class="derivative" tabindex="0" role="group" aria-label={label}>{ for lines }</div>
        </details>
    }
}
