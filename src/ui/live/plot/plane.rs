//! A curve with its axes, as the texts of SVG attributes.

use web_sys::Element;

use crate::plot::Curve;
use crate::svg;
use crate::ui::live::shown::Shown;

/// Lines and curve of a picture.
pub(super) struct Plane {
    grid: Shown,
    axes: Shown,
    curve: Shown,
}

impl Plane {
    pub fn adopt(root: &Element) -> Option<Plane> {
        let path = |selector| Shown::attribute(root, selector, "d");
        Some(Plane { grid: path(".grid")?, axes: path(".axes")?, curve: path(".curve")? })
    }

    pub fn write(&mut self, curve: &Curve) {
        self.grid.write(svg::grid(&curve.window));
        self.axes.write(svg::axes(&curve.window));
        self.curve.write(svg::curve(curve));
    }
}
