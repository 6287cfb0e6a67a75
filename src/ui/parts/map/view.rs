//! The map as elements, each held by what writes it.

use crate::app::help::Help;
use yew::prelude::*;

use super::gestures::{Gestures, Measure};
use super::lines::Lines;
use crate::ui::shell::shown::Shown;
use crate::words;

/// Everything that is written into the map.
pub(super) struct Texts {
    pub canvas: NodeRef,
    pub lines: Lines,
    pub ticks: Shown,
    pub field: Shown,
    pub trail: Shown,
    /// The arrow at the point, below it a broader one in the colour of the ground.
    pub arrows: [Shown; 2],
    pub point: Shown,
    /// Smallest value, largest value and value of the point, for a screen reader.
    pub ends: [Shown; 3],
    pub told: Shown,
    pub legend: Shown,
    pub legend_label: Shown,
    pub caption: Shown,
    pub read: Shown,
}

impl Texts {
    pub fn new(measure: &Measure) -> Texts {
        let legend = Shown::markup();
        let point = &measure.point;
        Texts {
            canvas: NodeRef::default(),
            lines: Lines::default(),
            ticks: Shown::markup(),
            field: Shown::path(),
            trail: Shown::markup(),
            arrows: [Shown::path(), Shown::path()],
            point: Shown::attribute(point, "transform"),
            ends: ["aria-valuemin", "aria-valuemax", "aria-valuenow"].map(|name| Shown::attribute(point, name)),
            told: Shown::attribute(point, "aria-valuetext"),
            legend_label: Shown::attribute(&legend.at(), "aria-label"),
            legend,
            caption: Shown::text(),
            read: Shown::text(),
        }
    }

    pub fn view(
        &self,
        [x, y]: &[String; 2],
        gestures: &Gestures,
        onkeydown: Callback<KeyboardEvent>,
        onwheel: Callback<WheelEvent>,
    ) -> Html {
        html! {
            <>
                <div class="map-frame" ref={gestures.measure.frame.clone()} onpointerdown={gestures.on(Gestures::down)}
                    onpointermove={gestures.on(Gestures::moved)} onpointerup={gestures.on(Gestures::up)}
                    onpointercancel={gestures.on(Gestures::cancel)} onpointerleave={gestures.on(Gestures::leave)}
                    {onwheel}>
                    <canvas class="map-shade" aria-hidden="true" ref={self.canvas.clone()}></canvas>
                    <svg class="map-lines" role="group" aria-label={words::plot::map_over(x.clone(), y.clone())}>
                        { self.ground() }
                        <g class="map-point" role="slider" tabindex="0" data-help={Help::MapPoint}
                            aria-label={words::plot::map_point(x.clone(), y.clone())}
                            aria-roledescription={words::plot::point_in_plane()} ref={self.point.at()} {onkeydown}>
                            <circle class="reach" r="22" /><circle class="dot" r="6" />
                        </g>
                    </svg>
                    <p class="map-read" aria-hidden="true" ref={self.read.at()}></p>
                </div>
                <p class="map-rule" ref={self.caption.at()}></p>
                <svg class="map-legend" data-help={Help::MapLegend} role="img" ref={self.legend.at()}></svg>
            </>
        }
    }

    /// What lies beneath the point, from below.
    fn ground(&self) -> Html {
        html! {
            <>
                <g class="map-contours" transform="scale(.1)" aria-hidden="true" ref={self.lines.at()}></g>
                <g class="map-ticks" aria-hidden="true" ref={self.ticks.at()}></g>
                <path class="map-field" aria-hidden="true" ref={self.field.at()} />
                <g class="trail" aria-hidden="true" ref={self.trail.at()}></g>
                <path class="map-arrow halo" aria-hidden="true" ref={self.arrows[0].at()} />
                <path class="map-arrow" aria-hidden="true" ref={self.arrows[1].at()} />
            </>
        }
    }
}
