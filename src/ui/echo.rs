//! How the text was read, typeset.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::maths::element;
use crate::app::Model;
use crate::typeset::program;

/// Smallest size of a formula in percent of the usual.
const SMALLEST: f64 = 62.0;

/// The text as formulas; stale while it is an earlier one than that in the box.
pub(super) fn echo(model: &Model, stale: bool) -> Html {
    let Some(lines) = program(&model.program) else { return html! {} };
    html! {
        <div class={classes!("echo", stale.then_some("stale"))} tabindex="0" role="group" aria-label="As it was read">
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
