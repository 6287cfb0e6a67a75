//! Every step, by name: the computation as a table.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::live::StepSlots;
use super::pointing;
use super::store::{Shared, Store};
use crate::app::Model;
use crate::app::help::Help;
use crate::graph::NodeId;
use crate::typeset::{name_text, op_line};

/// Longer tables scroll by themselves and hold only the lines in view.
const WINDOWED: usize = 120;

/// Height of a line of a windowed table, as its style sheet has it.
const LINE: usize = 34;

/// Lines around those in view.
const SPARE: usize = 15;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
}

#[component]
pub(super) fn Steps(props: &Props) -> Html {
    let (root, scrolled) = (use_node_ref(), use_state_eq(|| 0usize));
    let rows = &props.model.rows;
    let windowed = rows.len() > WINDOWED;
    let first = if windowed { scrolled.saturating_sub(SPARE).min(rows.len() - 1) } else { 0 };
    let last = if windowed { (first + 2 * SPARE + 40).min(rows.len()) } else { rows.len() };
    {
        let (store, root) = (props.store.clone(), root.clone());
        use_effect_with((props.model.clone(), first), move |(model, _)| {
            let Some(root) = root.cast::<Element>() else { return };
            for (class, lines) in [(".space.above", first), (".space.below", model.rows.len() - last)] {
                let space = super::dom::inside(&root, class);
                if let Some(space) = space.as_ref().and_then(wasm_bindgen::JsCast::dyn_ref::<HtmlElement>) {
                    let _ = space.style().set_property("height", &format!("{}px", lines * LINE));
                }
            }
            store.adopt(|live| live.steps = Some(StepSlots::adopt(model.0.clone(), &root)));
        });
    }
    let onscroll = Callback::from(move |event: Event| {
        let list: HtmlElement = event.target_unchecked_into();
        // In blocks, so that most scrolling renders nothing.
        scrolled.set(list.scroll_top().max(0) as usize / LINE / 10 * 10);
    });
    html! {
        <section class="steps" data-help={Help::Steps.id()} ref={root} aria-labelledby="steps-title">
            <h2 id="steps-title">{ "Every step, by name" }</h2>
            <div class={classes!("rows", windowed.then_some("windowed"))} onscroll={windowed.then_some(onscroll)}
                tabindex={windowed.then_some("0")} role={windowed.then_some("region")}
                aria-label={windowed.then_some("Steps")}>
                <div class="space above"></div>
                <table aria-rowcount={(rows.len() + 1).to_string()}>
                    <thead>
                        <tr>
                            <th scope="col">{ "node" }</th>
                            <th scope="col" class="rule">{ "=" }</th>
                            <th scope="col">{ "value" }</th>
                            <th scope="col">{ format!("∂{}/∂node", name_text(props.model.output_name())) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for (offset, &id) in rows[first..last].iter().enumerate() {
                            { row(&props.store, &props.model, id, first + offset) }
                        }
                    </tbody>
                </table>
                <div class="space below"></div>
            </div>
        </section>
    }
}

fn row(store: &Store, model: &Model, id: NodeId, index: usize) -> Html {
    let node = model.graph.node(id);
    let store = store.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        pointing::toggle(&store, id);
    });
    html! {
        <tr key={id.0} data-row={id.0.to_string()} aria-rowindex={(index + 2).to_string()}>
            <th scope="row"><button type="button" {onclick}>{ name_text(&node.name) }</button></th>
            <td class="rule">{ op_line(&model.graph, id) }</td>
            <td class="value"></td>
            <td class="grad"></td>
        </tr>
    }
}
