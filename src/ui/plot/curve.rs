//! The curve over one variable. What changes in it is written by the page's live writer.

use yew::prelude::*;

use super::{Picture, gestures, keys};
use crate::app::help::{Help, name};
use crate::ui::still::still;

/// What lies beneath the point, from below.
const GROUND: &str = concat!(
    r#"<defs><clipPath id="plane-clip"><rect/></clipPath></defs><path class="grid"/><path class="axes"/>"#,
    r##"<g clip-path="url(#plane-clip)"><g class="dots"></g><path class="curve"/><g class="marks"></g><g class="trail"></g>"##,
    r#"<path class="tangent"/><g class="cross"><path/><circle r="3.5"/></g></g>"#,
    r#"<g class="ticks" aria-hidden="true"></g><text class="slope-label" aria-hidden="true"></text>"#,
);

const STRIP: &str = concat!(
    r#"<text class="strip-name" x="3" y="15"></text><text class="strip-value" y="15" text-anchor="end"></text>"#,
    r#"<g transform="translate(0 20)"><path class="grid"/><path class="axes"/><path class="curve"/>"#,
    r#"<circle class="dot" r="4.5"/></g>"#,
);

const GLASS: &str =
    r#"<svg class="glass" aria-hidden="true"><path class="tangent"/><path class="curve"/></svg><p></p>"#;

pub(super) fn body(picture: &Picture) -> Html {
    let strip = |class: &'static str, help: Help| {
        html! { <svg class={classes!("strip", class)} data-help={help.id()} aria-hidden="true">{ still(STRIP) }</svg> }
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
                    { still(GROUND) }
                    <g class="point" role="slider" tabindex="0" data-help={Help::PlotPoint.id()} aria-label={name(Help::PlotPoint).text()}>
                        { still(r#"<circle class="reach" r="20"/><circle class="dot" r="6.5"/>"#) }
                    </g>
                </svg>
                <p class="readout" aria-hidden="true"></p>
                { strip("slope", Help::PlotSlope) }
                { strip("bend", Help::PlotBend) }
                <div class="lens" data-help={Help::PlotLens.id()}>{ still(GLASS) }</div>
                <figcaption class="unseen" id="plot-words"></figcaption>
            </figure>
        </>
    }
}
