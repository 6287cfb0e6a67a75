//! The derivatives as formulas, beside the numbers that they have at the present point.

mod bends;
mod line;
mod second;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::app::derivatives::{Derivative, formulas, second};
use crate::app::help::{Help, name};
use crate::app::{Model, State};
use crate::ui::shell::bind::{classes, use_binds};
use crate::ui::shell::writer::Writer;
use crate::ui::shell::pace::Pace;
use crate::words::{self, Message};
use crate::ui::shell::context::{Context, Props};
use crate::ui::shell::shared::Shared;
use bends::Bends;
use line::formula;

pub(in crate::ui) fn view(context: &Context) -> Html {
    html! { <Formulas ..context.props() /> }
}

/// What is written out: the first derivatives, and the second while they are asked for.
struct Written {
    model: Shared<Model>,
    first: Vec<Derivative>,
    second: Option<Result<Vec<Derivative>, Message>>,
}

/// Finds the formulas after a pause: the graph must not wait for them.
struct FormulaFinder {
    shown: Option<Rc<Written>>,
    open: bool,
    set: UseStateSetter<Option<Rc<Written>>>,
}

impl Writer for FormulaFinder {
    fn write(&mut self, state: &State, pace: Pace) {
        let written = |written: &Rc<Written>| {
            Rc::ptr_eq(&written.model.0, &state.derived.model) && written.second.is_some() == self.open
        };
        if pace == Pace::Pause && !self.shown.as_ref().is_some_and(written) {
            let model = Shared(state.derived.model.clone());
            let (first, second) = (formulas(&model), self.open.then(|| second(&model)));
            self.set.set(Some(Rc::new(Written { model, first, second })));
        }
    }

    fn wants_pause(&self) -> bool {
        true
    }
}

#[component]
fn Formulas(props: &Props) -> Html {
    let shown = use_state(|| None::<Rc<Written>>);
    let open = use_state(|| false);
    let finding = use_binds(&props.store, None);
    finding.add(FormulaFinder { shown: (*shown).clone(), open: *open, set: shown.setter() });
    let written = (*shown).clone().filter(|written| !written.first.is_empty());
    // The numbers are written only while the formulas are those of the present function.
    let numbers = use_binds(&props.store, written.as_ref().map(|written| &written.model));
    let Some(written) = written else { return html! {} };
    let Written { model, first, second } = &*written;
    let root = {
        let model = model.clone();
        finding.to([classes("derivatives", ["old"], move |state| [!Rc::ptr_eq(&model.0, &state.derived.model)])])
    };
    let ontoggle = Callback::from(move |event: Event| {
        let details: Element = event.target_unchecked_into();
        open.set(details.has_attribute("open"));
    });
    let bends = Bends::of(model);
    html! {
        <section class="derivatives" data-help={Help::Derivative} ref={root} aria-labelledby="derivatives-title">
            <h2 id="derivatives-title">{ words::formulas::title() }</h2>
            for derivative in first {
                { formula(&numbers, model, derivative, &bends) }
            }
            <details class="second" data-help={Help::Second} {ontoggle}>
                <summary>{ name(Help::Second) }</summary>
                { second.as_ref().map(|second| second::view(&numbers, model, second, &bends)) }
            </details>
        </section>
    }
}
