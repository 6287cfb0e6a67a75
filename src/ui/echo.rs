//! How the text was read, typeset.

use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::maths::element;
use super::store::Shared;
use crate::app::Model;
use crate::typeset::program;

/// Measuring makes the browser lay out the page at once, which a key press must not wait for.
const PAUSE: u32 = 60;

/// Smallest size of a formula in percent of the usual.
const SMALLEST: f64 = 62.0;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub model: Shared<Model>,
    /// Whether it shows an earlier text than the one in the box.
    pub stale: bool,
}

#[component]
pub(super) fn Echo(props: &Props) -> Html {
    let root = use_node_ref();
    {
        let root = root.clone();
        use_effect_with(props.model.clone(), move |_| {
            let timeout = Timeout::new(PAUSE, move || {
                if let Some(echo) = root.cast::<HtmlElement>() {
                    fit(&echo);
                }
            });
            move || drop(timeout)
        });
    }
    let Some(lines) = program(&props.model.program) else { return html! {} };
    html! {
        <div ref={root} class={classes!("echo", props.stale.then_some("stale"))} tabindex="0" role="group" aria-label="As it was read">
            for (index, line) in lines.into_iter().enumerate() {
                <math key={index} display="block">{ element(&line) }</math>
            }
        </div>
    }
}

/// Long formulas are set smaller, as far as they stay legible; longer ones scroll. The usual size is
/// the style sheet's `--formula`.
pub(super) fn fit(formula: &HtmlElement) {
    let _ = formula.style().remove_property("font-size");
    let (room, wide) = (f64::from(formula.client_width()), f64::from(formula.scroll_width()));
    if wide > room && room > 0.0 {
        let percent = (100.0 * room / wide).floor().max(SMALLEST);
        let _ = formula.style().set_property("font-size", &format!("calc(var(--formula) * {:.2})", percent / 100.0));
    }
}
