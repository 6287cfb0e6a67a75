//! The whole page.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::data;
use super::derivative::Derivatives;
use super::dom::all_inside;
use super::echo::fit;
use super::fit::Fit;
use super::function::{function, show_source};
use super::header::header;
use super::help;
use super::live::{InputSlots, OutcomeSlots, TextSlots};
use super::panels::panels;
use super::plot::Plot;
use super::pointing;
use super::result::outcome;
use super::steps::Steps;
use super::store::{Store, View};
use super::tree::Tree;
use super::trust::Checked;
use super::variables::variables;
use crate::app::help::Help;

/// With more variables than this the outcome stands above their sliders.
const MANY: usize = 5;

/// Measuring makes the browser lay out the page at once, which a key press must not wait for.
const PAUSE: u32 = 60;

/// The page: header, panel, tree and explanation.
#[component]
pub(super) fn Page() -> Html {
    let store = use_memo((), |()| Store::open());
    let store = (*store).clone();
    let update = use_force_update();
    use_effect_with(store.clone(), move |store| {
        store.on_redraw(Callback::from(move |()| update.force_update()));
    });
    let view = store.view();
    let panel = use_panel(&store, &view);
    let onpointerover = {
        let store = store.clone();
        Callback::from(move |event: PointerEvent| pointing::over(&store, &event))
    };
    let onclick = {
        let store = store.clone();
        Callback::from(move |event: MouseEvent| pointing::click(&store, &event))
    };
    // The outcome of many variables would stand far below the first slider.
    let many = view.model.graph.variables().len() > MANY;
    html! {
        <div data-help={Help::Page.id()} class={classes!("page", view.plot.large.then_some("large-plot"))} {onpointerover} {onclick}
            ondragover={data::hovered()} ondrop={data::dropped(&store)}>
            { header(&store, &view) }
            <aside class="panel" ref={panel} aria-label="Function and values">
                { function(&store, &view) }
                <div class={classes!("dock", many.then_some("many"))}>
                    if many { { outcome(&view.model) } }
                    { variables(&store, &view.model, &view.data) }
                    if !many { { outcome(&view.model) } }
                </div>
                <Checked store={store.clone()} model={view.model.clone()} />
                <Derivatives store={store.clone()} model={view.model.clone()} />
                <Steps store={store.clone()} model={view.model.clone()} />
            </aside>
            <Tree store={store.clone()} model={view.model.clone()} options={view.options} forward={view.forward}
                stale={view.failure.is_some()} />
            <aside class="side" aria-label="Explanation">
                <Plot store={store.clone()} model={view.model.clone()} data={view.data.clone()} options={view.plot.clone()}
                    theme={view.theme} />
                <Fit store={store.clone()} model={view.model.clone()} data={view.data.clone()} options={view.rows.clone()} />
                { panels(&store, &view) }
            </aside>
            { help::panel() }
            <p id="announcer" class="unseen" role="status" aria-live="polite"></p>
        </div>
    }
}

/// The panel's elements: the box holds the text, the numbers are handed to `live`, and the formula
/// beneath the text is fitted.
#[hook]
fn use_panel(store: &Store, view: &View) -> NodeRef {
    let panel = use_node_ref();
    {
        let (store, panel) = (store.clone(), panel.clone());
        use_effect_with(view.source.clone(), move |source| {
            if let Some(panel) = panel.cast::<Element>() {
                show_source(&panel, source);
                store.refresh();
            }
        });
    }
    {
        let (store, panel) = (store.clone(), panel.clone());
        use_effect_with(view.model.clone(), move |model| {
            let timeout = panel.cast::<Element>().map(|panel| {
                store.adopt(|live| {
                    live.inputs = Some(InputSlots::adopt(model.0.clone(), &panel));
                    live.outcome = Some(OutcomeSlots::adopt(model.0.clone(), &panel));
                    live.text = TextSlots::adopt(&panel);
                });
                Timeout::new(PAUSE, move || {
                    all_inside(&panel, ".echo").iter().filter_map(|echo| echo.dyn_ref()).for_each(fit);
                })
            });
            move || drop(timeout)
        });
    }
    panel
}
