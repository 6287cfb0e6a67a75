//! The settings of the plot, and their part of the link.

use crate::app::Settings;
use crate::plot::Range;
use crate::typeset::exact;

/// The plot's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The variable on the axis; the first one if there is none of this name.
    pub axis: Option<String>,
    /// The second variable of a map; a curve is drawn if there is none.
    pub second: Option<String>,
    /// The part of the plane that is shown; none while it follows the sliders.
    pub window: Option<[f64; 4]>,
    /// Whether f′ is drawn below.
    pub slope: bool,
    /// Whether f″ is drawn below.
    pub bend: bool,
    /// Whether the neighbourhood of the point is shown enlarged.
    pub lens: bool,
    /// Whether a map shows its gradient everywhere.
    pub field: bool,
    /// Whether the column with the plot takes half of a wide page.
    pub large: bool,
}

impl Settings for Options {
    const PREFIX: &'static str = "plot";

    fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some(axis) = &self.axis {
            pair("axis", axis);
        }
        if let Some(second) = &self.second {
            pair("and", second);
        }
        if let Some(window) = self.window {
            pair("window", &window.map(exact).join(","));
        }
        let switches = [
            ("slope", self.slope),
            ("bend", self.bend),
            ("lens", self.lens),
            ("field", self.field),
            ("large", self.large),
        ];
        for (key, on) in switches {
            if on {
                pair(key, "on");
            }
        }
    }

    fn read(&mut self, key: &str, value: &str) -> bool {
        match key {
            "axis" => self.axis = Some(value.into()),
            "and" => self.second = Some(value.into()),
            "window" => self.window = window(value),
            "slope" => self.slope = value == "on",
            "bend" => self.bend = value == "on",
            "lens" => self.lens = value == "on",
            "field" => self.field = value == "on",
            "large" => self.large = value == "on",
            _ => return false,
        }
        true
    }
}

/// Four numbers that make two ranges.
fn window(text: &str) -> Option<[f64; 4]> {
    let mut numbers = text.split(',').map(|number| number.parse().ok());
    let window = [numbers.next()??, numbers.next()??, numbers.next()??, numbers.next()??];
    can_be_drawn(&window).then_some(window)
}

/// Whether a window is neither too large nor too small for a picture.
pub(super) fn can_be_drawn(&[left, right, bottom, top]: &[f64; 4]) -> bool {
    Range::new(left, right).can_be_drawn() && Range::new(bottom, top).can_be_drawn()
}
