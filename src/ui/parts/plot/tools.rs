//! Buttons of the plot and the map.

use yew::prelude::*;

use crate::app::Action;
use crate::app::help::{Help, name, title};
use crate::app::plot::{Change, Options};
use crate::ui::shell::bind::{Binds, flag};
use crate::ui::shell::button::{act, button};
use crate::ui::shell::still::icon;
use crate::ui::shell::store::Store;
use crate::words;

/// One press of a zoom button.
pub(in crate::ui) const ZOOM: f64 = 1.5;

/// A button that is down while a setting is on.
pub(in crate::ui) fn switch(
    bind: &Binds,
    store: &Store,
    help: Help,
    label: Html,
    on: fn(&Options) -> bool,
    change: fn(&Options) -> Change,
) -> Html {
    let at = bind.to([flag("aria-pressed", move |state| on(&state.document.plot))]);
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let change = store.read(|state| change(&state.document.plot));
        store.dispatch(Action::Plot(change));
    });
    html! {
        <button type="button" class="toggle" data-help={help} data-switch={help.id()} aria-label={name(help)}
            title={title(help)} ref={at} {onclick}>
            { label }
        </button>
    }
}

/// Smaller, back to the sliders' range, larger.
pub(in crate::ui) fn zoom(store: &Store, by: &dyn Fn(f64) -> Callback<MouseEvent>) -> Html {
    let home = icon(r#"<path d="m3.5 9.5 6.5-6 6.5 6M5.5 8.5v8h9v-8"/>"#);
    html! {
        <div class="choice" role="group" aria-label={words::plot::zoom()}>
            { button(Help::PlotOut, "", by(ZOOM), "−") }
            { button(Help::PlotHome, "home", act(store, Action::Plot(Change::Window(None))), home) }
            { button(Help::PlotIn, "", by(1.0 / ZOOM), "+") }
        </div>
    }
}
