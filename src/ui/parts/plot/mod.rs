//! The picture of the function: a curve over one variable, or a map of two.

mod axes;
mod gestures;
mod keys;
mod measure;
mod picture;
mod curve_with_axes;
mod props;
mod sound;
mod strip;
mod tools;
mod view;
mod writer;

use web_sys::Element;
use yew::prelude::*;

use super::map::Map;
use crate::app::help::{Help, name};
use crate::app::plot::Change;
use crate::ui::shell::bind::{classes, use_binds};
use crate::ui::shell::button::button;
use crate::ui::shell::pace::Pace;
use crate::ui::shell::still::icon;
use crate::ui::shell::context::Context;
use crate::ui::shell::watch::Watch;
use crate::words;
pub(in crate::ui) use tools::{ZOOM, switch, zoom};
pub(in crate::ui) use gestures::turned;
use picture::{Picture, SETTINGS, settings};
use props::Props;
use view::Texts;
use writer::Plot as Writer;

pub(in crate::ui) fn view(context: &Context) -> Html {
    let view = context.view;
    html! {
        <Plot store={context.store.clone()} model={view.model.clone()} data={view.data.clone()} axes={view.axes}
            options={view.plot.clone()} theme={view.theme} />
    }
}

/// An icon: two arrows that point away from each other.
const ENLARGE: &str = r#"<path d="M11.5 3.5h5v5m0-5-5.5 5.5m-2.5 7.5h-5v-5m0 5L9 11"/>"#;

#[component]
fn Plot(props: &Props) -> Html {
    let bind = use_binds(&props.store, Some(&props.model));
    let picture = (*use_memo(props.store.clone(), Picture::new)).clone();
    {
        let picture = picture.clone();
        use_effect_with((), move |()| {
            let watcher = picture.root.cast::<Element>().map(|root| {
                let picture = picture.clone();
                let tell = move || {
                    picture.measure.take(&picture.plane);
                    picture.store.write(Pace::Event);
                    picture.store.follow();
                };
                Watch::new([root], tell)
            });
            move || drop(watcher)
        });
    }
    let flip = |help, label: Html, on, change| switch(&bind, &props.store, help, label, on, change);
    let store = &props.store;
    let body = if let (Some(axis), Some(second)) = props.axes {
        bind.at(&picture.root, [classes("plot", SETTINGS, |state| settings(&state.document.plot))]);
        html! { <Map store={store.clone()} model={props.model.clone()} axes={[axis, second]} theme={props.theme} /> }
    } else {
        let texts = Texts::new(&picture);
        let body = view::view(&picture, &texts);
        bind.add(Writer::new(props.model.0.clone(), picture.clone(), texts));
        html! {
            <>
                { body }
                <div class="plot-tools" role="group" aria-label={words::plot::title()}>
                    { flip(Help::PlotSlope, "f′".into(), |plot| plot.slope, |plot| Change::Slope(!plot.slope)) }
                    { flip(Help::PlotBend, "f″".into(), |plot| plot.bend, |plot| Change::Bend(!plot.bend)) }
                    { flip(Help::PlotLens, name(Help::PlotLens).into(), |plot| plot.lens,
                        |plot| Change::Lens(!plot.lens)) }
                    { button(Help::PlotListen, "toggle", sound::play(&picture), name(Help::PlotListen)) }
                    { zoom(store, &|factor| {
                        let picture = picture.clone();
                        Callback::from(move |_: MouseEvent| picture.zoom(factor, None))
                    }) }
                </div>
            </>
        }
    };
    html! {
        <section class="plot" data-help={Help::Plot} ref={picture.root.clone()} aria-labelledby="plot-title">
            <div class="plot-head">
                <h2 id="plot-title">{ words::plot::title() }</h2>
                if let Some(axis) = props.axes.0.filter(|_| props.model.graph.variables().len() > 1) {
                    { axes::axis_choice(props, axis) }
                    { axes::second_choice(props, axis) }
                }
                { flip(Help::PlotLarge, icon(ENLARGE), |plot| plot.large, |plot| Change::Large(!plot.large)) }
            </div>
            { body }
        </section>
    }
}
