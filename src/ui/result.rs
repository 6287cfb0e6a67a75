//! The outcome, large: the value and every partial derivative.

use web_sys::Element;
use yew::prelude::*;

use super::live::OutcomeSlots;
use super::store::{Shared, Store};
use crate::app::Model;
use crate::typeset::name_text;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
}

#[component]
pub(super) fn Outcome(props: &Props) -> Html {
    let root = use_node_ref();
    {
        let (store, root) = (props.store.clone(), root.clone());
        use_effect_with(props.model.clone(), move |model| {
            if let Some(root) = root.cast::<Element>() {
                store.adopt(|live| live.outcome = Some(OutcomeSlots::adopt(model.0.clone(), &root)));
            }
        });
    }
    let model = &props.model;
    html! {
        <section class="outcome" data-help="result" ref={root} aria-labelledby="outcome-title">
            <h2 id="outcome-title">{ "At this point" }</h2>
            // Where many stand side by side the list scrolls, by keyboard too.
            <dl class="figures" tabindex={(model.graph.variables().len() > 2).then_some("0")}>
                <div class="figure value" data-result="">
                    <dt>{ name_text(model.output_name()) }</dt>
                    <dd class="number"></dd>
                </div>
                for variable in model.graph.variables() {
                    <div key={variable.name.clone()} class="figure gradient" data-help="partial" data-partial={variable.name.clone()}>
                        <dt>{ model.partial_name(&variable.name) }</dt>
                        <dd class="number"></dd>
                    </div>
                }
            </dl>
            <p class="reason"></p>
        </section>
    }
}
