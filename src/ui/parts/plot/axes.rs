//! The lists from which the variables on the axes are chosen.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::props::Props;
use crate::app::Action;
use crate::app::help::{Help, name};
use crate::app::plot::Change;
use crate::typeset::name_text;
use crate::ui::shell::say::{HERE, with_elements};
use crate::words;

/// The list from which the variable of the curve is chosen.
pub(super) fn axis_choice(props: &Props, axis: usize) -> Html {
    let onchange = {
        let store = props.store.clone();
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            store.dispatch(Action::Plot(Change::Axis(list.value())));
        })
    };
    html! {
        <label>{ with_elements(words::plot::over(HERE.into()), [html! {
            <select data-help={Help::PlotAxis} aria-label={name(Help::PlotAxis)} {onchange}>
                for (index, variable) in props.model.listed().iter().enumerate() {
                    { choice(&variable.name, axis == index) }
                }
            </select>
        }]) }</label>
    }
}

/// The list from which the second variable of a map is chosen.
pub(super) fn second_choice(props: &Props, axis: usize) -> Html {
    let Props { store, model, data, .. } = props;
    let second = props.axes.1;
    let onchange = {
        let (store, model) = (store.clone(), model.clone());
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            let chosen = model.graph.variables().iter().find(|variable| variable.name == list.value());
            store.dispatch(Action::Plot(Change::Second(chosen.map(|variable| variable.name.clone()))));
        })
    };
    let others = |index: &usize| *index != axis && !data.columns.contains(index);
    let variables = model.listed().iter().enumerate().filter(|(index, _)| others(index));
    html! {
        <label>{ with_elements(words::plot::and(HERE.into()), [html! {
            <select data-help={Help::PlotSecond} aria-label={name(Help::PlotSecond)} {onchange}>
                <option value="" selected={second.is_none()}>{ "–" }</option>
                for (index, variable) in variables {
                    { choice(&variable.name, second == Some(index)) }
                }
            </select>
        }]) }</label>
    }
}

fn choice(name: &str, chosen: bool) -> Html {
    html! {
        <option key={name} value={name.to_owned()} selected={chosen}>{ name_text(name) }</option>
    }
}
