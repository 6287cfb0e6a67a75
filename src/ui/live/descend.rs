//! The descent: where it stands within the event, formulas and chart at a pace.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::Callback;

use super::figure::Figure;
use super::inputs::set_value;
use super::shown::Shown;
use crate::app::descent::{Chart, chart};
use crate::app::{Model, Panel, State};
use crate::descent::{Descent, Plan};
use crate::typeset::{Line, Part, Role};
use crate::typeset::{exact, name_text, number};
use crate::ui::dom::{all_inside, document, inside, set_attribute, set_class};
use crate::ui::store::Store;
use crate::words::{self, Message};

/// Formulas and chart follow at this pace, in milliseconds.
const PACE_MS: u32 = 60;

/// The update is told in about so many lines.
const MOST_LINES: usize = 4;

/// The box of the chart within its picture: left, top, width, height.
const BOX: [f64; 4] = [58.0, 8.0, 252.0, 114.0];

/// The panel of the descent.
pub(in crate::ui) struct DescentSlots {
    pub model: Rc<Model>,
    root: Element,
    buttons: [Element; 5],
    steps: Element,
    what: Element,
    value: Figure,
    verdict: Element,
    why_not: Option<Message>,
    which: Element,
    lines: Shown,
    figure: Element,
    chart: Shown,
    chart_label: Shown,
    who: Vec<Element>,
    plans: [PlanSlots; 2],
}

/// The numbers of one method.
struct PlanSlots {
    slider: Option<HtmlInputElement>,
    boxes: Vec<HtmlInputElement>,
    shown: Option<Plan>,
}

impl DescentSlots {
    pub fn adopt(model: Rc<Model>, root: &Element, store: &Store) -> Option<DescentSlots> {
        let timer = Rc::new(RefCell::new(None::<Timeout>));
        let later = store.clone();
        store.on_tick(
            "descent",
            Callback::from(move |()| {
                let shown = later.read(|state| state.document.panel == Panel::Descend);
                if !shown || timer.borrow().is_some() {
                    return;
                }
                let (done, store) = (timer.clone(), later.clone());
                let draw = Timeout::new(PACE_MS, move || {
                    done.take();
                    store.draw_descent();
                });
                *timer.borrow_mut() = Some(draw);
            }),
        );
        let plan = |class: &str| {
            let numbers = all_inside(root, &format!("{class} input"));
            let mut numbers = numbers.into_iter().filter_map(|input| input.dyn_into().ok());
            PlanSlots { slider: numbers.next(), boxes: numbers.collect(), shown: None }
        };
        let part = |selector: &str| inside(root, selector);
        let mut slots = DescentSlots {
            model,
            buttons: [part(".one")?, part(".run")?, part(".one-back")?, part(".reset")?, part(".watch")?],
            steps: part(".steps-done")?,
            what: part(".what")?,
            value: part(".standing output")
                .map(|output| Figure::new(&output, Some("data-value"), Some(output.clone())))?,
            verdict: part(".verdict")?,
            why_not: store.read(State::no_descent),
            which: part(".which")?,
            lines: Shown::markup(root, ".lines")?,
            figure: part(".loss")?,
            chart: Shown::markup(root, ".loss > svg")?,
            chart_label: Shown::attribute(root, ".loss > svg", "aria-label")?,
            who: all_inside(root, ".who"),
            plans: [plan(".plan.first"), plan(".plan.rival")],
            root: root.clone(),
        };
        write_text(&part(".why-not")?, &slots.why_not.as_ref().map_or(String::new(), Message::text));
        store.read(|state| slots.draw(state));
        Some(slots)
    }

    /// What is true within the event: where it stands, and what can be done.
    pub fn write(&mut self, state: &State) {
        let (steps, value) = state.standing();
        let verdict = state.verdict();
        let descent = &state.document.descent;
        write_text(&self.steps, &steps.to_string());
        let output = name_text(state.model.output_name());
        write_text(&self.what, &if state.data.rows.is_empty() { output } else { format!("mean of {output}") });
        self.value.show(value, number);
        let sentence =
            verdict.map_or_else(String::new, |verdict| words::descent::verdict(verdict, descent.plan.maximise).text());
        write_text(&self.verdict, &sentence);
        set_class(&self.verdict, "reached", verdict.is_some_and(|verdict| verdict.is_success(descent.plan.maximise)));
        set_attribute(&self.root, "data-steps", &steps.to_string());
        let why_not = &self.why_not;
        let [one, run, back, reset, watch] = &self.buttons;
        for (button, usable) in [
            (one, why_not.is_none()),
            (run, why_not.is_none()),
            (back, steps > 0),
            (reset, state.has_start()),
            (watch, why_not.is_none()),
        ] {
            // A button that has the focus keeps it, so that nobody has to search it.
            set_attribute(button, "aria-disabled", if usable { "false" } else { "true" });
        }
        let running = state.descending.running;
        write_text(run, if running { "Pause" } else { "Run" });
        set_attribute(run, "aria-label", if running { "Pause" } else { "Run" });
        for (slots, plan) in self.plans.iter_mut().zip([Some(&descent.plan), descent.rival.as_ref()]) {
            if let Some(plan) = plan {
                slots.write(plan);
            }
        }
    }

    /// Numbers of the methods are written again, whatever their boxes hold.
    pub fn forget_plans(&mut self) {
        self.plans.iter_mut().for_each(|plan| plan.shown = None);
    }

    /// What costs the browser more: formulas and chart.
    pub fn draw(&mut self, state: &State) {
        let update = state.update(MOST_LINES);
        let which = match &update {
            Some(update) if update.done => format!("Step {}", update.step),
            Some(_) => "The next step".to_owned(),
            None => String::new(),
        };
        write_text(&self.which, &which);
        let lines = update.iter().flat_map(|update| &update.lines).map(line_html);
        self.lines.write(lines.collect::<String>());
        let chart = state.course().and_then(|course| chart(course, state.descending.log));
        let picture = chart.as_ref().map(picture).unwrap_or_default();
        let _ = if chart.is_some() {
            self.figure.remove_attribute("hidden")
        } else {
            self.figure.set_attribute("hidden", "")
        };
        self.chart.write(picture);
        let runs = state.course().map_or(&[][..], |course| &course.runs);
        for (index, who) in self.who.iter().enumerate() {
            let text = runs.get(index).map(called).unwrap_or_default();
            write_text(who, &text);
            if let Some(key) = who.parent_element() {
                set_class(&key, "unused", text.is_empty());
            }
        }
        let said = |run: &Descent| format!("{}: {} after {} steps", called(run), number(run.value()), run.steps());
        let label = runs.iter().map(said).collect::<Vec<_>>().join("; ");
        self.chart_label.write(format!("Value over the steps. {label}"));
    }
}

/// Whom a line belongs to: "Adam, rate 0.1".
fn called(run: &Descent) -> String {
    let plan = run.plan();
    format!("{}, rate {}", plan.optimizer.name, number(plan.rate))
}

impl PlanSlots {
    fn write(&mut self, plan: &Plan) {
        if self.shown.as_ref() == Some(plan) {
            return;
        }
        self.shown = Some(plan.clone());
        let focus = document().active_element();
        let free = |input: &HtmlInputElement| focus.as_ref() != Some(input.as_ref());
        if let Some(slider) = self.slider.as_ref() {
            // In a hand it stands where the hand is.
            if free(slider) {
                set_value(slider, &exact(plan.rate.log10()));
            }
            set_attribute(slider, "aria-valuetext", &number(plan.rate));
        }
        for (input, &value) in self.boxes.iter().zip([&plan.rate].into_iter().chain(&plan.knobs)) {
            if free(input) {
                set_value(input, &exact(value));
            }
        }
    }
}

fn write_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// A line of the update as elements. Everything in it is made by the typesetter, which escapes.
fn line_html(line: &Line) -> String {
    let mut html = String::from("<p>");
    let mut joins = false;
    for part in line {
        if let Part::Formula { math, role, .. } = part {
            let class = match role {
                Role::Plain => "",
                Role::Value => "value",
                Role::Gradient => "grad",
            };
            // A sign goes with what follows it, so that lines break before signs.
            html += if joins || html.ends_with("<p>") { "" } else { "</span>" };
            html += if joins { "" } else { "<span class=\"group\">" };
            let _ = write!(html, "<span class=\"{class}\"><math>{math}</math></span>");
            joins = math.element() == "mo";
        }
    }
    html += "</span>";
    html + "</p>"
}

/// The chart as elements.
fn picture(chart: &Chart) -> String {
    let [left, top, width, height] = BOX;
    let (x, y) = (|part: f64| left + part * width, |part: f64| top + (1.0 - part) * height);
    let mut svg = format!("<path class=\"axes\" d=\"M{left} {top}v{height}h{width}\" />");
    for (place, label) in &chart.values {
        let y = y(*place);
        let _ = write!(
            svg,
            "<path class=\"hair\" d=\"M{left} {y:.1}h{width}\" /><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            left - 6.0,
            y + 3.5
        );
    }
    for (place, label) in &chart.steps {
        let _ = write!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>",
            x(*place),
            top + height + 16.0
        );
    }
    // The rival lies below.
    for (pieces, class) in chart.lines.iter().zip(["first", "rival"]).rev() {
        let mut d = String::new();
        for piece in pieces {
            for (index, point) in piece.iter().enumerate() {
                let _ = write!(d, "{}{:.1} {:.1}", if index == 0 { "M" } else { "L" }, x(point[0]), y(point[1]));
            }
        }
        let _ = write!(svg, "<path class=\"{class}\" d=\"{d}\" />");
    }
    svg
}
