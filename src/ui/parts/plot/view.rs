//! The curve over one variable as elements, each held by what writes it.

use yew::prelude::*;

use super::curve_with_axes::CurveWithAxes;
use super::strip::Strip;
use super::picture::Picture;
use super::{gestures, keys};
use crate::app::help::{Help, name};
use crate::ui::shell::shown::Shown;

/// Everything that is written into the picture.
pub(super) struct Texts {
    pub nothing: Shown,
    pub drawn: CurveWithAxes,
    pub clip: [Shown; 2],
    pub ticks: Shown,
    pub marks: Shown,
    pub trail: Shown,
    pub tangent: Shown,
    pub point: Shown,
    pub now: Shown,
    pub ends: [Shown; 2],
    pub told: Shown,
    pub label: Shown,
    pub label_place: Shown,
    pub cross: Shown,
    pub cross_dot: Shown,
    pub readout: Shown,
    pub words: Shown,
    pub slope: Strip,
    pub bend: Strip,
    pub glass: [Shown; 2],
    pub lens: Shown,
}

impl Texts {
    pub fn new(picture: &Picture) -> Texts {
        let clip = NodeRef::default();
        let label = Shown::text();
        let point = &picture.point;
        Texts {
            nothing: Shown::text(),
            drawn: CurveWithAxes::new(),
            clip: ["width", "height"].map(|name| Shown::attribute(&clip, name)),
            ticks: Shown::markup(),
            marks: Shown::markup(),
            trail: Shown::markup(),
            tangent: Shown::path(),
            point: Shown::attribute(point, "transform"),
            now: Shown::attribute(point, "aria-valuenow"),
            ends: ["aria-valuemin", "aria-valuemax"].map(|name| Shown::attribute(point, name)),
            told: Shown::attribute(point, "aria-valuetext"),
            label_place: Shown::attribute(&label.at(), "transform"),
            label,
            cross: Shown::path(),
            cross_dot: Shown::attribute(&NodeRef::default(), "transform"),
            readout: Shown::text(),
            words: Shown::text(),
            slope: Strip::new(),
            bend: Strip::new(),
            glass: [Shown::path(), Shown::path()],
            lens: Shown::text(),
        }
    }
}

pub(super) fn view(picture: &Picture, texts: &Texts) -> Html {
    html! {
        <>
            <p class="hint nothing" ref={texts.nothing.at()}></p>
            <figure class="curve-body">
                <svg class="plane" tabindex="0" role="group" aria-labelledby="plot-title" aria-describedby="plot-words"
                    ref={picture.plane.clone()} onpointerdown={gestures::down(picture)}
                    onpointermove={gestures::moved(picture)} onpointerup={gestures::up(picture)}
                    onpointercancel={gestures::up(picture)} onpointerleave={gestures::left(picture)}
                    onwheel={gestures::wheel(picture)} ondblclick={gestures::double(picture)}
                    onkeydown={keys::pressed(picture)}>
                    { ground(texts) }
                    <g class="point" role="slider" tabindex="0" data-help={Help::PlotPoint}
                        aria-label={name(Help::PlotPoint)} ref={texts.point.at()}>
                        <circle class="reach" r="20" /><circle class="dot" r="6.5" />
                    </g>
                </svg>
                <p class="readout" aria-hidden="true" ref={texts.readout.at()}></p>
                { texts.slope.view("slope", Help::PlotSlope) }
                { texts.bend.view("bend", Help::PlotBend) }
                <div class="lens" data-help={Help::PlotLens}>
                    <svg class="glass" aria-hidden="true">
                        <path class="tangent" ref={texts.glass[1].at()} />
                        <path class="curve" ref={texts.glass[0].at()} />
                    </svg>
                    <p ref={texts.lens.at()}></p>
                </div>
                <figcaption class="unseen" id="plot-words" ref={texts.words.at()}></figcaption>
            </figure>
        </>
    }
}

/// What lies beneath the point, from below.
fn ground(texts: &Texts) -> Html {
    html! {
        <>
            <defs><clipPath id="plane-clip"><rect ref={texts.clip[0].at()} /></clipPath></defs>
            { texts.drawn.ground() }
            <g clip-path="url(#plane-clip)">
                { texts.drawn.curve() }
                <g class="marks" ref={texts.marks.at()}></g>
                <g class="trail" ref={texts.trail.at()}></g>
                <path class="tangent" ref={texts.tangent.at()} />
                <g class="cross"><path ref={texts.cross.at()} /><circle r="3.5" ref={texts.cross_dot.at()} /></g>
            </g>
            <g class="ticks" aria-hidden="true" ref={texts.ticks.at()}></g>
            <text class="slope-label" aria-hidden="true" ref={texts.label.at()}></text>
        </>
    }
}
