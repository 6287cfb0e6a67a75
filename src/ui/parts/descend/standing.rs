//! Where the descent stands, and what there is to say about it.

use web_sys::Element;
use crate::app::help::Help;
use yew::prelude::*;

use crate::app::State;
use crate::typeset::{exact, name_text, number};
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::set_class;
use crate::ui::shell::pace::Pace;
use crate::ui::shell::say::{HERE, text_of, with_elements};
use crate::ui::shell::shown::Shown;
use crate::words;

/// Steps done, the value there, and the verdict: true within the event.
pub(super) struct Standing {
    done: Shown,
    steps: Shown,
    what: Shown,
    value: Shown,
    digits: Shown,
    verdict: Shown,
    reached: Option<bool>,
}

impl Standing {
    pub fn new() -> Standing {
        let value = Shown::text();
        Standing {
            done: Shown::attribute(&NodeRef::default(), "data-steps"),
            steps: Shown::text(),
            what: Shown::text(),
            digits: Shown::attribute(&value.at(), "data-value"),
            value,
            verdict: Shown::text(),
            reached: None,
        }
    }

    /// Where the whole panel stands.
    pub fn root(&self) -> NodeRef {
        self.done.at()
    }

    pub fn view(&self) -> Html {
        html! {
            <>
                <p class="standing" data-help={Help::Standing}>
                    { with_elements(words::run::done(HERE.into()), [
                        html! { <span class="steps-done" ref={self.steps.at()}></span> },
                    ]) }
                    { " " }
                    <span class="of">
                        <span class="what" ref={self.what.at()}></span>
                        { " = " }
                        <output class="value" ref={self.value.at()}></output>
                    </span>
                </p>
                <p class="verdict" role="status" ref={self.verdict.at()}></p>
            </>
        }
    }
}

impl Writer for Standing {
    fn write(&mut self, state: &State, pace: Pace) {
        if !matches!(pace, Pace::Mount | Pace::Event) {
            return;
        }
        let (steps, value) = state.descent().standing();
        self.done.write(steps.to_string());
        self.steps.write(steps.to_string());
        let output = name_text(state.derived.model.output_name());
        self.what.write(if state.derived.data.rows.is_empty() { output } else { words::run::mean_of(output).text() });
        self.value.write(value.map(number).unwrap_or_default());
        match value {
            Some(value) => self.digits.write(exact(value)),
            None => self.digits.remove(),
        }
        let (verdict, maximise) = (state.descent().verdict(), state.document.descent.plan.maximise);
        self.verdict.write(text_of(verdict.map(|verdict| words::descent::verdict(verdict, maximise))));
        let reached = verdict.is_some_and(|verdict| verdict.is_success(maximise));
        if self.reached.replace(reached) != Some(reached)
            && let Some(element) = self.verdict.at().cast::<Element>()
        {
            set_class(&element, "reached", reached);
        }
    }
}
