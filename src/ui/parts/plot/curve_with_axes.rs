//! A curve with its axes.

use yew::prelude::*;

use crate::plot::Curve;
use crate::svg;
use crate::ui::shell::shown::Shown;

/// Lines and curve of a picture.
pub(super) struct CurveWithAxes {
    grid: Shown,
    axes: Shown,
    curve: Shown,
}

impl CurveWithAxes {
    pub fn new() -> CurveWithAxes {
        CurveWithAxes { grid: Shown::path(), axes: Shown::path(), curve: Shown::path() }
    }

    /// What lies beneath the curve.
    pub fn ground(&self) -> Html {
        html! { <><path class="grid" ref={self.grid.at()} /><path class="axes" ref={self.axes.at()} /></> }
    }

    pub fn curve(&self) -> Html {
        html! { <path class="curve" ref={self.curve.at()} /> }
    }

    pub fn write(&mut self, curve: &Curve) {
        self.grid.write(svg::grid(&curve.window));
        self.axes.write(svg::axes(&curve.window));
        self.curve.write(svg::curve(curve));
    }
}
