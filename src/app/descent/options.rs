//! The settings of the descent, and their part of the link.

use crate::app::Settings;
use crate::descent::{Optimizer, Plan};
use crate::typeset::exact;

/// The descent's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Method and numbers.
    pub plan: Plan,
    /// Another method or rate from the same start, to compare; it goes up or down as the plan
    /// does, whatever it says itself.
    pub rival: Option<Plan>,
    /// The variables that move; empty: all that are no columns of the data.
    pub over: Vec<String>,
}

/// Which of the two runs that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    /// The one that the sliders follow.
    First,
    /// The other one.
    Rival,
}

impl Options {
    pub(super) fn runner(&mut self, runner: Runner) -> Option<&mut Plan> {
        match runner {
            Runner::First => Some(&mut self.plan),
            Runner::Rival => self.rival.as_mut(),
        }
    }
}

impl Settings for Options {
    const PREFIX: &'static str = "descent";

    fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        let usual = Plan::default();
        if self.plan.optimizer != usual.optimizer {
            pair("by", self.plan.optimizer.id);
        }
        numbers(&self.plan, "", pair);
        if self.plan.maximise {
            pair("toward", "maximum");
        }
        if !self.over.is_empty() {
            pair("over", &self.over.join(","));
        }
        if let Some(rival) = &self.rival {
            pair("against", rival.optimizer.id);
            numbers(rival, "against.", pair);
        }
    }

    // A method stands before its numbers.
    fn read(&mut self, key: &str, value: &str) -> bool {
        match key {
            "by" => self.plan = Plan { maximise: self.plan.maximise, ..Plan::of(optimizer(value)) },
            "toward" => self.plan.maximise = value == "maximum",
            "over" => self.over = value.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            "against" => self.rival = Some(Plan::of(optimizer(value))),
            _ => {
                let (plan, id) = match key.strip_prefix("against.") {
                    Some(id) => (self.rival.as_mut(), id),
                    None => (Some(&mut self.plan), key),
                };
                let known = |optimizer: &Optimizer| optimizer.knobs.iter().any(|knob| knob.id == id);
                if id != "rate" && !Optimizer::ALL.iter().any(known) {
                    return false;
                }
                if let (Some(plan), Ok(number)) = (plan, value.parse()) {
                    match plan.optimizer.knobs.iter().position(|knob| knob.id == id) {
                        Some(knob) if is_knob(number) => plan.knobs[knob] = number,
                        None if id == "rate" && is_rate(number) => plan.rate = number,
                        _ => {}
                    }
                }
            }
        }
        true
    }
}

fn optimizer(id: &str) -> &'static Optimizer {
    Optimizer::from_id(id).unwrap_or(Plan::default().optimizer)
}

/// Hands those numbers of a plan to `pair` that are not the defaults of its method.
fn numbers(plan: &Plan, prefix: &str, pair: &mut dyn FnMut(&str, &str)) {
    let mut number = |id: &str, value: f64, usual: f64| {
        if value != usual {
            pair(&[prefix, id].concat(), &exact(value));
        }
    };
    number("rate", plan.rate, plan.optimizer.rate);
    for (knob, &value) in plan.optimizer.knobs.iter().zip(&plan.knobs) {
        number(knob.id, value, knob.default);
    }
}

/// Whether this can be a learning rate.
pub fn is_rate(rate: f64) -> bool {
    rate.is_finite() && rate > 0.0
}

/// Whether this can be one of a method's other numbers: each is a share, or very small.
pub fn is_knob(number: f64) -> bool {
    (0.0..1.0).contains(&number)
}
