//! The plot: a curve over one variable ([`curve`]) or a map of two ([`map`]).

mod curve;
mod map;
mod plane;
mod strip;

use web_sys::Element;

use crate::app::plot::Options;
use crate::ui::dom::{all_inside, set_attribute, set_class};

pub(in crate::ui) use curve::{Measure, PlotSlots};
pub(in crate::ui) use map::MapSlots;

/// Which parts of the plot are shown, and which of its buttons are down.
fn switch(root: &Element, options: &Options) {
    let switches = [
        ("plot-slope", "with-slope", options.slope),
        ("plot-bend", "with-bend", options.bend),
        ("plot-lens", "with-lens", options.lens),
        ("map-field", "with-field", options.field),
        ("plot-large", "is-large", options.large),
    ];
    let buttons = all_inside(root, "[data-switch]");
    for (id, class, on) in switches {
        set_class(root, class, on);
        for button in buttons.iter().filter(|button| button.get_attribute("data-switch").as_deref() == Some(id)) {
            set_attribute(button, "aria-pressed", if on { "true" } else { "false" });
        }
    }
    set_class(root, "zoomed", options.window.is_some());
}
