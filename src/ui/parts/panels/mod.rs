//! What stands below the plot, one at a time: the derivation, the descent, the data.

use yew::prelude::*;

use crate::app::{Action, Panel};
use crate::ui::parts;
use crate::ui::shell::dom::focus;
use crate::ui::shell::context::Context;
use crate::words;

/// The tabs, and what the chosen one holds.
pub(in crate::ui) fn view(context: &Context) -> Html {
    let chosen = context.view.panel;
    let tabs: Vec<NodeRef> = Panel::ALL.iter().map(|_| NodeRef::default()).collect();
    let onkeydown = {
        let (store, tabs) = (context.store.clone(), tabs.clone());
        move |event: KeyboardEvent| {
            let last = Panel::ALL.len() - 1;
            let place = Panel::ALL.iter().position(|&panel| panel == chosen).unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowRight" => (place + 1) % (last + 1),
                "ArrowLeft" => place.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            store.dispatch(Action::Show(Panel::ALL[next]));
            focus(&tabs[next]);
        }
    };
    html! {
        <div class="panels">
            <div class="tabs" role="tablist" aria-label={words::picture::column()} {onkeydown}>
                for (&panel, place) in Panel::ALL.iter().zip(&tabs) { { tab(context, panel, place) } }
            </div>
            <div id="panel" role="tabpanel" aria-labelledby={format!("tab-{}", chosen.name())} key={chosen.name()}>
                { parts::panel(chosen, context) }
            </div>
        </div>
    }
}

fn tab(context: &Context, panel: Panel, place: &NodeRef) -> Html {
    let chosen = panel == context.view.panel;
    let faulty = panel == Panel::Data && context.view.data.fault.is_some();
    html! {
        <button type="button" role="tab" id={format!("tab-{}", panel.name())} data-help={panel.name()}
            ref={place.clone()}
            onclick={context.act(Action::Show(panel))} aria-selected={chosen.to_string()} aria-controls="panel"
            tabindex={if chosen { "0" } else { "-1" }}>
            { panel.label() }
            if faulty { <span class="fault" aria-label={words::table::has_fault()}>{ "!" }</span> }
        </button>
    }
}
