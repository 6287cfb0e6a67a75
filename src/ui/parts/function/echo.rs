//! How the text was read, typeset.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::mirror::Highlight;
use crate::app::{Model, State};
use crate::syntax::Span;
use crate::typeset::program;
use crate::words;
use crate::ui::shell::bind::{Bound, classes, use_binds};
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::{set_class, set_property};
use crate::ui::shell::maths::element_with;
use crate::ui::shell::pace::Pace;
use crate::ui::shell::store::Store;
use crate::ui::shell::shared::Shared;

/// Smallest size of a formula in percent of the usual.
const SMALLEST: f64 = 62.0;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    /// Whether it is an earlier text than that in the box.
    pub stale: bool,
}

/// The text as formulas.
#[component]
pub(super) fn Echo(props: &Props) -> Html {
    let bind = use_binds(&props.store, Some(&props.model));
    let Some(lines) = program(&props.model.program) else { return html! {} };
    let mut parts = Vec::new();
    let lines: Vec<Html> = lines
        .iter()
        .map(|line| {
            element_with(line, &mut |span| {
                let place = NodeRef::default();
                parts.push((span, place.clone()));
                Some(place)
            })
        })
        .collect();
    bind.add(LitFormulas { parts, lit: None });
    let stale = props.stale;
    let echo = bind.to([classes("echo", ["stale"], move |_| [stale]), fitted()]);
    html! {
        <div class="echo" ref={echo} tabindex="0" role="group" aria-label={words::function::as_read()} translate="no">
            for (index, line) in lines.into_iter().enumerate() {
                <math key={index} display="block">{ line }</math>
            }
        </div>
    }
}

/// The formulas by what was typed for them: those of the lit node are lit.
struct LitFormulas {
    parts: Vec<(Span, NodeRef)>,
    /// What is lit; none if nothing was written yet.
    lit: Option<Highlight>,
}

impl Writer for LitFormulas {
    fn write(&mut self, state: &State, pace: Pace) {
        let mark = Highlight::of(state);
        if self.lit == Some(mark) || !matches!(pace, Pace::Mount | Pace::Event) {
            return;
        }
        let before = self.lit.replace(mark);
        for (span, place) in &self.parts {
            let lit = mark == Highlight::Place(*span);
            // At first nothing is known of the element.
            if (before.is_none() || lit || before == Some(Highlight::Place(*span)))
                && let Some(element) = place.cast::<Element>()
            {
                set_class(&element, "lit", lit);
            }
        }
    }
}

/// Fits a formula into its room after a pause: measuring makes the browser lay out the page at once, which
/// a key press must not wait for.
pub(in crate::ui) fn fitted() -> Bound {
    Bound::once(|element| {
        if let Some(formula) = element.dyn_ref::<HtmlElement>() {
            fit(formula);
        }
    })
}

/// Long formulas are set smaller, as far as they stay legible; longer ones scroll. The usual size is
/// the style sheet's `--formula`.
fn fit(formula: &HtmlElement) {
    let _ = formula.style().remove_property("font-size");
    let (room, wide) = (f64::from(formula.client_width()), f64::from(formula.scroll_width()));
    if wide > room && room > 0.0 {
        let percent = (100.0 * room / wide).floor().max(SMALLEST);
        set_property(formula, "font-size", &format!("calc(var(--formula) * {:.2})", percent / 100.0));
    }
}
