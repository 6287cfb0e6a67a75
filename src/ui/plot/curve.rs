//! The curve over one variable. What changes in it is written by the page's live writer.

use yew::prelude::*;

use super::{Picture, gestures, keys};
use crate::app::Action;
use crate::app::help::name;
use crate::app::plotting::Change;
use crate::ui::help;

/// One press of a zoom button.
pub(super) const ZOOM: f64 = 1.5;

pub(super) fn body(picture: &Picture) -> Html {
    let strip = |class: &'static str, id: &'static str| {
        html! {
            <svg class={classes!("strip", class)} data-help={id} aria-hidden="true">
                <text class="strip-name" x="3" y="15"></text><text class="strip-value" y="15" text-anchor="end"></text>
                <g transform="translate(0 20)">
                    <path class="grid" /><path class="axes" /><path class="curve" /><circle class="dot" r="4.5" />
                </g>
            </svg>
        }
    };
    html! {
        <>
            <p class="hint nothing"></p>
            <figure class="curve-body">
                <svg class="plane" tabindex="0" role="group" aria-labelledby="plot-title" aria-describedby="plot-words"
                    onpointerdown={gestures::down(picture)} onpointermove={gestures::moved(picture)}
                    onpointerup={gestures::up(picture)} onpointercancel={gestures::up(picture)}
                    onpointerleave={gestures::left(picture)} onwheel={gestures::wheel(picture)}
                    ondblclick={gestures::double(picture)} onkeydown={keys::pressed(picture)}>
                    <defs><clipPath id="plane-clip"><rect /></clipPath></defs>
                    <path class="grid" /><path class="axes" />
                    <g clip-path="url(#plane-clip)">
                        <g class="dots"></g>
                        <path class="curve" />
                        <g class="marks"></g>
                        <g class="trail"></g>
                        <path class="tangent" />
                        <g class="cross"><path /><circle r="3.5" /></g>
                    </g>
                    <g class="ticks" aria-hidden="true"></g>
                    <text class="slope-label" aria-hidden="true"></text>
                    <g class="point" role="slider" tabindex="0" data-help="plot-point" aria-label={name("plot-point")}>
                        <circle class="reach" r="20" /><circle class="dot" r="6.5" />
                    </g>
                </svg>
                <p class="readout" aria-hidden="true"></p>
                { strip("slope", "plot-slope") }
                { strip("bend", "plot-bend") }
                <div class="lens" data-help="plot-lens">
                    <svg class="glass" aria-hidden="true"><path class="tangent" /><path class="curve" /></svg>
                    <p></p>
                </div>
                <figcaption class="unseen" id="plot-words"></figcaption>
            </figure>
        </>
    }
}

/// Smaller, back to the sliders' range, larger.
pub(super) fn zoom(picture: &Picture) -> Html {
    let by = |factor: f64| {
        let picture = picture.clone();
        Callback::from(move |_: MouseEvent| picture.zoom(factor, None))
    };
    let home = {
        let store = picture.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Plot(Change::Window(None))))
    };
    html! {
        <div class="choice" role="group" aria-label="Zoom of the plot">
            { help::button("plot-out", "", by(ZOOM), "−".into()) }
            { help::button("plot-home", "home", home, html! {
                <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m3.5 9.5 6.5-6 6.5 6M5.5 8.5v8h9v-8" /></svg>
            }) }
            { help::button("plot-in", "", by(1.0 / ZOOM), "+".into()) }
        </div>
    }
}
