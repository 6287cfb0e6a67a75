//! The picture of the function: a curve over one variable, or a map of two.

mod curve;
mod gestures;
mod keys;
mod map;
mod sound;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use super::help;
use super::live::{Measure, PlotSlots};
use super::still::icon;
use super::store::{Shared, Store};
use super::watch::Watch;
use crate::app::data::Data;
use crate::app::help::{Help, name, title};
use crate::app::plot::{Change, Options};
use crate::app::{Action, Model, Theme};
use crate::typeset::name_text;
use gestures::Hands;
use map::Map;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    /// Its columns are no axis unless chosen.
    pub data: Shared<Data>,
    /// What is shown; without the window, which no structure depends on.
    pub options: Options,
    pub theme: Theme,
}

/// Two arrows away from each other.
const ENLARGE: &str = r#"<path d="M11.5 3.5h5v5m0-5-5.5 5.5m-2.5 7.5h-5v-5m0 5L9 11"/>"#;

/// One press of a zoom button.
const ZOOM: f64 = 1.5;

/// What the callbacks of the picture share.
#[derive(Clone)]
struct Picture {
    store: Store,
    measure: Rc<Measure>,
    hands: Rc<RefCell<Hands>>,
}

#[component]
pub(super) fn Plot(props: &Props) -> Html {
    let root = use_node_ref();
    let (axis, second) = props.store.read(|state| (state.plot_axis(), state.plot_second()));
    let picture = (*use_memo(props.store.clone(), |store| Picture {
        store: store.clone(),
        measure: Rc::default(),
        hands: Rc::default(),
    }))
    .clone();
    {
        let (picture, root) = (picture.clone(), root.clone());
        use_effect_with((props.model.clone(), second.is_some()), move |(model, _)| {
            let Some(root) = root.cast::<Element>() else { return };
            let again = picture.store.clone();
            let refresh = Callback::from(move |()| again.refresh());
            let slots = PlotSlots::adopt(model.0.clone(), &root, picture.measure, refresh);
            picture.store.adopt(|live| live.plot = slots);
        });
    }
    {
        let (picture, root) = (picture.clone(), root.clone());
        use_effect_with((), move |()| {
            let watcher = root.cast::<Element>().map(|root| {
                let plot = root.clone();
                let tell = move || {
                    picture.measure.take(&plot);
                    picture.store.refresh();
                };
                Watch::new([root], tell)
            });
            move || drop(watcher)
        });
    }
    let flip = |id, label, change| switch(&props.store, id, label, change);
    html! {
        <section class="plot" data-help={Help::Plot.id()} ref={root} aria-labelledby="plot-title">
            <div class="plot-head">
                <h2 id="plot-title">{ "Plot" }</h2>
                if let Some(axis) = axis.filter(|_| props.model.graph.variables().len() > 1) {
                    { axis_choice(&props.store, &props.model, axis) }
                    { second_choice(props, axis, second) }
                }
                { flip(Help::PlotLarge, icon(ENLARGE), |plot| Change::Large(!plot.large)) }
            </div>
            if let (Some(axis), Some(second)) = (axis, second) {
                <Map store={props.store.clone()} model={props.model.clone()} axes={[axis, second]}
                    theme={props.theme} />
            } else {
                <>
                    { curve::body(&picture) }
                    <div class="plot-tools" role="group" aria-label="Plot">
                        { flip(Help::PlotSlope, "f′".into(), |plot| Change::Slope(!plot.slope)) }
                        { flip(Help::PlotBend, "f″".into(), |plot| Change::Bend(!plot.bend)) }
                        { flip(Help::PlotLens, name(Help::PlotLens).text().into(), |plot| Change::Lens(!plot.lens)) }
                        { help::button(Help::PlotListen, "toggle", sound::play(&picture.store), name(Help::PlotListen).text().into()) }
                        { zoom(&props.store, &|factor| {
                            let picture = picture.clone();
                            Callback::from(move |_: MouseEvent| picture.zoom(factor, None))
                        }) }
                    </div>
                </>
            }
        </section>
    }
}

/// A button that is down or not, as the page's live writer says.
fn switch(store: &Store, help: Help, label: Html, change: fn(&Options) -> Change) -> Html {
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let change = store.read(|state| change(&state.document.plot));
        store.dispatch(Action::Plot(change));
    });
    html! {
        <button type="button" class="toggle" data-help={help.id()} data-switch={help.id()} aria-pressed="false"
            aria-label={name(help).text()} title={title(help).text()} {onclick}>
            { label }
        </button>
    }
}

/// Smaller, back to the sliders' range, larger.
fn zoom(store: &Store, by: &dyn Fn(f64) -> Callback<MouseEvent>) -> Html {
    let home = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Plot(Change::Window(None))))
    };
    html! {
        <div class="choice" role="group" aria-label="Zoom of the plot">
            { help::button(Help::PlotOut, "", by(ZOOM), "−".into()) }
            { help::button(Help::PlotHome, "home", home, html! {
                { icon(r#"<path d="m3.5 9.5 6.5-6 6.5 6M5.5 8.5v8h9v-8"/>"#) }
            }) }
            { help::button(Help::PlotIn, "", by(1.0 / ZOOM), "+".into()) }
        </div>
    }
}

/// The list from which the variable of the curve is chosen.
fn axis_choice(store: &Store, model: &Shared<Model>, axis: usize) -> Html {
    let onchange = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            store.dispatch(Action::Plot(Change::Axis(list.value())));
        })
    };
    html! {
        <label>
            { "over" }
            <select data-help={Help::PlotAxis.id()} aria-label={name(Help::PlotAxis).text()} {onchange}>
                for (index, variable) in model.graph.variables().iter().enumerate() {
                    <option key={variable.name.clone()} value={variable.name.clone()} selected={axis == index}>
                        { name_text(&variable.name) }
                    </option>
                }
            </select>
        </label>
    }
}

/// The list from which the second variable of a map is chosen.
fn second_choice(props: &Props, axis: usize, second: Option<usize>) -> Html {
    let Props { store, model, data, .. } = props;
    let onchange = {
        let (store, model) = (store.clone(), model.clone());
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            let chosen = model.graph.variables().iter().find(|variable| variable.name == list.value());
            store.dispatch(Action::Plot(Change::Second(chosen.map(|variable| variable.name.clone()))));
        })
    };
    html! {
        <label>
            { "and" }
            <select data-help={Help::PlotSecond.id()} aria-label={name(Help::PlotSecond).text()} {onchange}>
                <option value="" selected={second.is_none()}>{ "–" }</option>
                for (index, variable) in model.graph.variables().iter().enumerate().filter(|(index, _)| *index != axis && !data.columns.contains(index)) {
                    <option key={variable.name.clone()} value={variable.name.clone()} selected={second == Some(index)}>
                        { name_text(&variable.name) }
                    </option>
                }
            </select>
        </label>
    }
}
