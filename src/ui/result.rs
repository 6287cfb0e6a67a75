//! The outcome, large: the value and every partial derivative.

use yew::prelude::*;

use crate::app::Model;
use crate::app::help::Help;
use crate::typeset::name_text;

/// The numbers in it are left to `live`.
pub(super) fn outcome(model: &Model) -> Html {
    html! {
        <section class="outcome" data-help={Help::Result.id()} aria-labelledby="outcome-title">
            <h2 id="outcome-title">{ "At this point" }</h2>
            // Where many stand side by side the list scrolls, by keyboard too.
            <dl class="figures" tabindex={(model.graph.variables().len() > 2).then_some("0")}>
                <div class="figure value" data-result="">
                    <dt>{ name_text(model.output_name()) }</dt>
                    <dd class="number"></dd>
                </div>
                for variable in model.graph.variables() {
                    <div key={variable.name.clone()} class="figure gradient" data-help={Help::Partial.id()} data-partial={variable.name.clone()}>
                        <dt>{ model.partial_name(&variable.name) }</dt>
                        <dd class="number"></dd>
                    </div>
                }
            </dl>
            <p class="reason"></p>
        </section>
    }
}
