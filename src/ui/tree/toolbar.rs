use yew::prelude::*;

use super::eye::Move;
use super::keys::ZOOM;
use crate::app::Action;
use crate::graph::{Form, Options};
use crate::ui::store::Store;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub options: Options,
    pub go: Callback<Move>,
}

/// Graph or tree, merging, zoom.
#[component]
pub(super) fn Toolbar(props: &Props) -> Html {
    let act = |action: Action| {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(action.clone()))
    };
    let go = |motion: Move| props.go.reform(move |_: MouseEvent| motion);
    let Options { form, merge } = props.options;
    let choice = |this: Form, text: &'static str, title: &'static str| {
        html! {
            <button type="button" aria-pressed={(form == this).to_string()} {title} onclick={act(Action::SetForm(this))}>
                { text }
            </button>
        }
    };
    html! {
        <div class="view-tools" role="group" aria-label="Picture">
            <div class="choice" role="group" aria-label="Drawn as">
                { choice(Form::Tree, "Tree", "Every use of a name is a leaf of its own") }
                { choice(Form::Graph, "Graph", "Every variable is one node, however often it is used") }
            </div>
            if form == Form::Graph {
                <button type="button" class="toggle" aria-pressed={merge.to_string()} onclick={act(Action::SetMerge(!merge))}
                    title="Draw equal terms as one node">{ "Merge equal" }</button>
            }
            <div class="choice zoom" role="group" aria-label="Zoom">
                <button type="button" onclick={go(Move::Zoom(1.0 / ZOOM, None))} aria-label="Zoom out" title="Zoom out (−)">{ "−" }</button>
                <button type="button" onclick={go(Move::Fit)} title="Show everything (0)">{ "Fit" }</button>
                <button type="button" onclick={go(Move::Zoom(ZOOM, None))} aria-label="Zoom in" title="Zoom in (+)">{ "+" }</button>
            </div>
        </div>
    }
}
