//! The outcome, large: the value and every partial derivative.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use crate::app::help::Help;
use yew::prelude::*;

use crate::app::{State, speech};
use crate::typeset::{self, name_text};
use crate::ui::shell::bind::bound;
use crate::ui::shell::dom::{set_optional, set_property};
use crate::ui::shell::context::Context;
use crate::words;

pub(in crate::ui) fn view(context: &Context) -> Html {
    let model = &context.view.model;
    html! {
        <section class="outcome" data-help={Help::Result} aria-labelledby="outcome-title">
            <h2 id="outcome-title">{ words::function::at_this_point() }</h2>
            // Where many stand side by side the list scrolls, by keyboard too.
            <dl class="figures" tabindex={(model.graph.variables().len() > 2).then_some("0")}>
                <div class="figure value" data-result="" ref={holder(context, |state| state.stepping().output())}>
                    <dt>{ name_text(model.output_name()) }</dt>
                    <dd class="number" ref={context.bind.number(|state| state.stepping().output())}></dd>
                </div>
                for (index, variable) in model.listed().iter().enumerate() {
                    <div key={variable.name.clone()} class="figure gradient" data-help={Help::Partial}
                        data-partial={variable.name.clone()}
                        ref={holder(context, move |state| state.stepping().partial(index))}>
                        <dt>{ model.partial_name(&variable.name) }</dt>
                        <dd class="number" ref={context.bind.number(move |state| state.stepping().partial(index))}></dd>
                    </div>
                }
            </dl>
            <p class="reason" ref={context.bind.say(speech::reason)}></p>
        </section>
    }
}

/// What holds a large number: all its digits, and for the style sheet how long it is, as long numbers are
/// set smaller rather than cut.
fn holder(context: &Context, show: impl Fn(&State) -> Option<f64> + 'static) -> NodeRef {
    let bits = move |state: &State| show(state).map(f64::to_bits);
    context.bind.to([bound(bits, |element, bits| {
        let value = bits.map(f64::from_bits);
        set_optional(element, "data-value", value.map(typeset::exact).as_deref());
        if let (Some(value), Some(element)) = (value, element.dyn_ref::<HtmlElement>()) {
            set_property(element, "--length", &typeset::number(value).chars().count().to_string());
        }
    })])
}
