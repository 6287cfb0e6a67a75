use yew::prelude::*;

use super::eye::Move;
use super::keys::ZOOM;
use crate::app::Action;
use crate::app::help::name;
use crate::graph::{Form, Options};
use crate::ui::help;
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
    let choice = |this: Form, id: &'static str| {
        html! {
            <button type="button" data-help={id} aria-pressed={(form == this).to_string()} onclick={act(Action::SetForm(this))}>
                { name(id) }
            </button>
        }
    };
    html! {
        <div class="view-tools" role="group" aria-label="Picture">
            <div class="choice" role="group" aria-label="Drawn as">
                { choice(Form::Tree, "form-tree") }
                { choice(Form::Graph, "form-graph") }
            </div>
            if form == Form::Graph {
                <button type="button" class="toggle" data-help="merge" aria-pressed={merge.to_string()}
                    onclick={act(Action::SetMerge(!merge))}>{ name("merge") }</button>
            }
            <div class="choice zoom" role="group" aria-label="Zoom">
                { help::button("zoom-out", "", go(Move::Zoom(1.0 / ZOOM, None)), "−".into()) }
                { help::button("fit", "", go(Move::Fit), "Fit".into()) }
                { help::button("zoom-in", "", go(Move::Zoom(ZOOM, None)), "+".into()) }
            </div>
        </div>
    }
}
