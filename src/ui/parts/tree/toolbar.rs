//! Above the picture: graph or tree, sharing, mode, zoom.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::eye::Move;
use super::keys::ZOOM;
use super::props::Props;
use crate::app::help::{Help, name};
use crate::app::{Action, Model};
use crate::graph::{Form, Options};
use crate::typeset::name_text;
use crate::ui::shell::button::button;
use crate::words;

/// Graph or tree, merging, zoom.
pub(super) fn toolbar(props: &Props, go: &Callback<Move>, place: &NodeRef) -> Html {
    let act = |action: Action| {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(action.clone()))
    };
    let go = |motion: Move| go.reform(move |_: MouseEvent| motion);
    let Options { form, merge } = props.options;
    let choice = |this: Form, help: Help| {
        html! {
            <button type="button" data-help={help} aria-pressed={(form == this).to_string()}
                onclick={act(Action::SetForm(this))}>
                { name(help) }
            </button>
        }
    };
    html! {
        <div class="view-tools" role="group" aria-label={words::picture::tools()} ref={place.clone()}>
            <div class="choice" role="group" aria-label={words::picture::drawn_as()}>
                { choice(Form::Tree, Help::FormTree) }
                { choice(Form::Graph, Help::FormGraph) }
            </div>
            if form == Form::Graph {
                <button type="button" class="toggle" data-help={Help::Merge} aria-pressed={merge.to_string()}
                    onclick={act(Action::SetMerge(!merge))}>{ name(Help::Merge) }</button>
            }
            { mode(props) }
            <div class="choice zoom" role="group" aria-label={words::picture::zoom()}>
                { button(Help::ZoomOut, "", go(Move::Zoom(1.0 / ZOOM, None)), "−") }
                { button(Help::Fit, "", go(Move::Fit), words::picture::fit().text()) }
                { button(Help::ZoomIn, "", go(Move::Zoom(ZOOM, None)), "+") }
            </div>
        </div>
    }
}

/// Backward, or forward from one of the variables.
fn mode(props: &Props) -> Html {
    let variables = &props.model.program.variables;
    let variables = &variables[..variables.len().min(Model::MOST_LISTED)];
    if variables.is_empty() {
        return html! {};
    }
    let choose = |variable: Option<&String>| {
        let (store, action) = (props.store.clone(), Action::SetForward(variable.cloned()));
        Callback::from(move |_: MouseEvent| store.dispatch(action.clone()))
    };
    let from = {
        let (store, model) = (props.store.clone(), props.model.clone());
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            let chosen = usize::try_from(list.selected_index()).ok();
            let variable = chosen.and_then(|index| model.program.variables.get(index));
            store.dispatch(Action::SetForward(variable.cloned()));
        })
    };
    let forward = props.forward.is_some();
    let side = |on: bool, help: Help, variable: Option<&String>| {
        html! {
            <button type="button" data-help={help} aria-pressed={on.to_string()} onclick={choose(variable)}>
                { name(help) }
            </button>
        }
    };
    html! {
        <div class="choice mode" role="group" aria-label={words::picture::carried()}>
            { side(!forward, Help::Backward, None) }
            // A second click leads back to backward mode: a phone shows this button only.
            { side(forward, Help::Forward, variables.first().filter(|_| !forward)) }
            if forward && variables.len() > 1 {
                <select data-help={Help::From} onchange={from} aria-label={name(Help::From)}>
                    for (index, name) in variables.iter().enumerate() {
                        <option key={name.clone()} selected={props.forward == Some(index)}>
                            { words::picture::from(name_text(name)) }
                        </option>
                    }
                </select>
            }
        </div>
    }
}
