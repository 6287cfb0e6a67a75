//! The whole page: its columns, and what concerns all of them.

use crate::app::help::Help;
use yew::prelude::*;

use super::bind::{classes, use_binds};
use super::context::Context;
use super::effects;
use super::pointing;
use super::store::Store;
use crate::ui::parts::{self, data};
use crate::words;

/// The page: header, panel, tree and explanation.
#[component]
pub(in crate::ui) fn Page() -> Html {
    let store = (*use_memo((), |()| {
        let store = Store::open();
        effects::attach(&store);
        store
    }))
    .clone();
    let update = use_force_update();
    use_effect_with(store.clone(), move |store| {
        store.on_redraw(Callback::from(move |()| update.force_update()));
    });
    let view = store.view();
    let bind = use_binds(&store, Some(&view.model));
    let context = Context { store: &store, view: &view, bind: &bind };
    let onpointerover = {
        let store = store.clone();
        Callback::from(move |event: PointerEvent| pointing::over(&store, &event))
    };
    let onclick = {
        let store = store.clone();
        Callback::from(move |event: MouseEvent| pointing::click(&store, &event))
    };
    let page = store.world().page.clone();
    bind.at(&page, [classes("page", ["large-plot"], |state| [state.document.plot.large])]);
    html! {
        <div key={view.language} data-help={Help::Page} class="page" ref={page} {onpointerover} {onclick}
            ondragover={data::hovered()} ondrop={data::dropped(&store)}>
            { parts::top(&context) }
            <aside class="panel" aria-label={words::function::column()}>{ parts::left(&context) }</aside>
            { parts::middle(&context) }
            <aside class="side" aria-label={words::picture::column()}>{ parts::right(&context) }</aside>
            { parts::over(&context) }
            <p id="announcer" class="unseen" role="status" aria-live="polite" ref={store.world().announcer.clone()}></p>
        </div>
    }
}
