//! The picture of the function: a map of two variables.

mod map;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::store::{Shared, Store};
use crate::app::help::name;
use crate::app::plotting::{Change, Options};
use crate::app::{Action, Model, Theme};
use crate::typeset::name_text;
use map::Map;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    /// What is shown; without the window, which no structure depends on.
    pub options: Options,
    pub theme: Theme,
}

#[component]
pub(super) fn Plot(props: &Props) -> Html {
    let variables = props.model.graph.variables();
    let (axis, second) = props.store.read(|state| (state.plot_axis(), state.plot_second()));
    let Some(axis) = axis.filter(|_| variables.len() > 1) else { return html! {} };
    html! {
        <section class="plot" aria-labelledby="plot-title" data-help="plot">
            <div class="plot-head">
                <h2 id="plot-title">{ "Plot" }</h2>
                { second_choice(&props.store, &props.model, axis, second) }
            </div>
            if let Some(second) = second {
                <Map store={props.store.clone()} model={props.model.clone()} axes={[axis, second]}
                    field={props.options.field} theme={props.theme} />
            }
        </section>
    }
}

/// The list from which the second variable of a map is chosen.
fn second_choice(store: &Store, model: &Shared<Model>, axis: usize, second: Option<usize>) -> Html {
    let onchange = {
        let (store, model) = (store.clone(), model.clone());
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            let chosen = model.graph.variables().iter().find(|variable| variable.name == list.value());
            store.dispatch(Action::Plot(Change::Second(chosen.map(|variable| variable.name.clone()))));
        })
    };
    let columns = store.read(|state| state.data.columns.clone());
    html! {
        <label class="plot-second">
            { "and" }
            <select data-plot-second="true" data-help="plot-second" aria-label={name("plot-second")} {onchange}>
                <option value="" selected={second.is_none()}>{ "–" }</option>
                for (index, variable) in model.graph.variables().iter().enumerate().filter(|(index, _)| *index != axis && !columns.contains(index)) {
                    <option key={variable.name.clone()} value={variable.name.clone()} selected={second == Some(index)}>
                        { name_text(&variable.name) }
                    </option>
                }
            </select>
        </label>
    }
}
