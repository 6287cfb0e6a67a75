//! The update in numbers and the value over the steps, which cost the browser more than a number.

use web_sys::Element;
use yew::NodeRef;

use crate::app::State;
use crate::app::descent::chart;
use crate::descent::Descent;
use crate::svg;
use crate::typeset::number;
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::{set_class, set_optional};
use crate::ui::shell::maths::line_markup;
use crate::ui::shell::pace::Pace;
use crate::ui::shell::say::text_of;
use crate::ui::shell::shown::Shown;
use crate::words::{self, Message, run};

/// The update is told in about so many lines.
const MOST_LINES: usize = 4;

/// Formulas and chart of the descent: they follow at the next frame.
pub(super) struct Progress {
    pub which: Shown,
    pub lines: Shown,
    pub figure: NodeRef,
    pub chart: Shown,
    pub chart_label: Shown,
    pub keys: [NodeRef; 2],
    pub who: [Shown; 2],
}

impl Progress {
    pub fn new() -> Progress {
        let chart = Shown::markup();
        Progress {
            which: Shown::text(),
            lines: Shown::markup(),
            figure: NodeRef::default(),
            chart_label: Shown::attribute(&chart.at(), "aria-label"),
            chart,
            keys: Default::default(),
            who: [Shown::text(), Shown::text()],
        }
    }
}

impl Writer for Progress {
    fn write(&mut self, state: &State, pace: Pace) {
        if !matches!(pace, Pace::Mount | Pace::Frame | Pace::Pause) {
            return;
        }
        let update = state.descent().update(MOST_LINES);
        self.which.write(text_of(update.as_ref().map(|update| match update.done {
            true => run::step_number(update.step),
            false => run::next_step(),
        })));
        let lines = update.iter().flat_map(|update| &update.lines).map(|line| line_markup(line));
        self.lines.write(lines.collect::<String>());
        let chart = state.descent().course().and_then(|course| chart(course, state.session.descending.log));
        if let Some(figure) = self.figure.cast::<Element>() {
            set_optional(&figure, "hidden", if chart.is_some() { None } else { Some("") });
        }
        self.chart.write(chart.as_ref().map(svg::chart).unwrap_or_default());
        let runs = state.descent().course().map_or(&[][..], |course| &course.runs);
        for (index, (who, key)) in self.who.iter_mut().zip(&self.keys).enumerate() {
            let text = text_of(runs.get(index).map(called));
            if let Some(key) = key.cast::<Element>() {
                set_class(&key, "unused", text.is_empty());
            }
            who.write(text);
        }
        let said = |descent: &Descent| run::reached(called(descent), number(descent.value()), descent.steps());
        self.chart_label.write(run::chart(words::list::in_a_row(runs.iter().map(said))));
    }
}

/// The name of a run: "Adam, rate 0.1".
fn called(descent: &Descent) -> Message {
    let plan = descent.plan();
    run::runner(words::descent::name(plan.optimizer), number(plan.rate))
}
