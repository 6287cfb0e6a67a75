//! The whole page.

use yew::prelude::*;

use super::data::Table;
use super::derivative::Derivatives;
use super::descend::Descend;
use super::function::Function;
use super::header::Header;
use super::help;
use super::plot::Plot;
use super::pointing;
use super::result::Outcome;
use super::steps::Steps;
use super::store::Store;
use super::tree::Tree;
use super::trust::Checked;
use super::variables::Variables;
use super::why::Why;

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
    html! {
        <div data-help="page" class={classes!("page", view.plot.large.then_some("large-plot"))} {onpointerover} {onclick}>
            <Header store={store.clone()} can_undo={view.can_undo} can_redo={view.can_redo} theme={view.theme} />
            <aside class="panel" aria-label="Function and values">
                <Function store={store.clone()} model={view.model.clone()} failure={view.failure.clone()}
                    source={view.source.clone()} />
                <div class="dock">
                    <Variables store={store.clone()} model={view.model.clone()} data={view.data.clone()} />
                    <Outcome store={store.clone()} model={view.model.clone()} />
                </div>
                <Checked store={store.clone()} model={view.model.clone()} />
                <Derivatives store={store.clone()} model={view.model.clone()} />
                <Steps store={store.clone()} model={view.model.clone()} />
            </aside>
            <Tree store={store.clone()} model={view.model.clone()} options={view.options} forward={view.forward}
                stale={view.failure.is_some()} />
            <aside class="side" aria-label="Explanation">
                <Plot store={store.clone()} model={view.model.clone()} options={view.plot.clone()} theme={view.theme} />
                <Why store={store.clone()} model={view.model.clone()} />
                <Descend store={store.clone()} model={view.model.clone()} shape={view.descent.clone()} />
                <Table store={store.clone()} model={view.model.clone()} data={view.data.clone()} options={view.rows.clone()} />
            </aside>
            { help::panel() }
            <p id="announcer" class="unseen" role="status" aria-live="polite"></p>
        </div>
    }
}
