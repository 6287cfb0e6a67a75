//! The whole page.

use yew::prelude::*;

use super::data;
use super::derivative::Derivatives;
use super::fit::Fit;
use super::function::Function;
use super::header::Header;
use super::help;
use super::panels::panels;
use super::plot::Plot;
use super::pointing;
use super::result::Outcome;
use super::steps::Steps;
use super::store::Store;
use super::tree::Tree;
use super::trust::Checked;
use super::variables::Variables;

/// With more variables than this the outcome stands above their sliders.
const MANY: usize = 5;

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
    let outcome = html! { <Outcome key="outcome" store={store.clone()} model={view.model.clone()} /> };
    html! {
        <div data-help="page" class={classes!("page", view.plot.large.then_some("large-plot"))} {onpointerover} {onclick}
            ondragover={data::hovered()} ondrop={data::dropped(&store)}>
            <Header store={store.clone()} can_undo={view.can_undo} can_redo={view.can_redo} theme={view.theme} />
            <aside class="panel" aria-label="Function and values">
                <Function store={store.clone()} model={view.model.clone()} failure={view.failure.clone()}
                    source={view.source.clone()} />
                <div class={classes!("dock", many.then_some("many"))}>
                    if many { { outcome.clone() } }
                    <Variables key="variables" store={store.clone()} model={view.model.clone()} data={view.data.clone()} />
                    if !many { { outcome } }
                </div>
                <Checked store={store.clone()} model={view.model.clone()} />
                <Derivatives store={store.clone()} model={view.model.clone()} />
                <Steps store={store.clone()} model={view.model.clone()} />
            </aside>
            <Tree store={store.clone()} model={view.model.clone()} options={view.options} forward={view.forward}
                stale={view.failure.is_some()} />
            <aside class="side" aria-label="Explanation">
                <Plot store={store.clone()} model={view.model.clone()} options={view.plot.clone()} theme={view.theme} />
                <Fit store={store.clone()} model={view.model.clone()} data={view.data.clone()} options={view.rows.clone()} />
                { panels(&store, &view) }
            </aside>
            { help::panel() }
            <p id="announcer" class="unseen" role="status" aria-live="polite"></p>
        </div>
    }
}
