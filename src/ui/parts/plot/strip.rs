//! A derivative, below the curve.

use yew::prelude::*;

use super::curve_with_axes::CurveWithAxes;
use crate::app::help::Help;
use crate::plot::{Curve, Window};
use crate::svg::{Px, translate};
use crate::typeset::number;
use crate::ui::shell::shown::Shown;
use crate::words;

/// Height of a derivative's picture; the style sheet adds 20 for the line above it.
pub(super) const HEIGHT: f64 = 76.0;

/// A derivative, below the curve and over the same axis.
pub(super) struct Strip {
    drawn: CurveWithAxes,
    dot: Shown,
    name: Shown,
    value: Shown,
    value_place: Shown,
    window: Option<Window>,
}

impl Strip {
    pub fn new() -> Strip {
        let value = Shown::text();
        Strip {
            drawn: CurveWithAxes::new(),
            dot: Shown::attribute(&NodeRef::default(), "transform"),
            name: Shown::text(),
            value_place: Shown::attribute(&value.at(), "x"),
            value,
            window: None,
        }
    }

    pub fn view(&self, class: &'static str, help: Help) -> Html {
        html! {
            <svg class={classes!("strip", class)} data-help={help} aria-hidden="true">
                <text class="strip-name" x="3" y="15" ref={self.name.at()}></text>
                <text class="strip-value" y="15" text-anchor="end" ref={self.value.at()}></text>
                <g transform="translate(0 20)">
                    { self.drawn.ground() }
                    { self.drawn.curve() }
                    <circle class="dot" r="4.5" ref={self.dot.at()} />
                </g>
            </svg>
        }
    }

    /// Draws the curve; without one it cannot be known.
    pub fn draw(&mut self, name: &str, curve: Option<&Curve>) {
        self.name.write(name);
        self.window = curve.map(|curve| curve.window);
        if let Some(curve) = curve {
            self.drawn.write(curve);
            self.value_place.write(Px(curve.window.width - 4.0).to_string());
        }
    }

    /// Shows the value at a place.
    pub fn point(&mut self, x: f64, value: Option<f64>) {
        let Some(window) = self.window else {
            return self.value.write(words::plot::too_large_to_find());
        };
        let value = value.unwrap_or(f64::NAN);
        let inside = window.x.contains(x) && window.y.contains(value);
        self.dot.write(if inside { translate(window.px(x), window.py(value)) } else { translate(-99.0, 0.0) });
        self.value.write(number(value));
    }
}
