//! What happened in the last step. Its structure changes with the step, so that it is rendered.

use yew::prelude::*;

use crate::ui::shell::bind::use_redraw;
use crate::ui::shell::maths;
use crate::ui::shell::pace::Pace;
use crate::ui::shell::store::Store;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
}

#[component]
pub(super) fn Sentence(props: &Props) -> Html {
    let line = use_redraw(&props.store, Pace::Event, |state| state.stepping().sentence().unwrap_or_default());
    html! {
        <p class="sentence">{ maths::sentence(&line) }</p>
    }
}
