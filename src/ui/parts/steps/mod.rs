//! Every step, by name: the computation as a table.

use web_sys::HtmlElement;
use crate::app::help::Help;
use yew::prelude::*;

use crate::app::{Model, State};
use crate::autodiff::Step;
use crate::graph::NodeId;
use crate::typeset::{name_text, op_line};
use crate::ui::shell::bind::{Binds, classes, property, use_binds};
use crate::ui::shell::pointing;
use crate::ui::shell::store::Store;
use crate::ui::shell::context::{Context, Props};
use crate::words;

/// Longer tables scroll by themselves and hold only the lines in view.
const WINDOWED: usize = 120;

/// Height of a line of a windowed table, as its style sheet has it.
const LINE: usize = 34;

/// Lines around those in view.
const SPARE: usize = 15;

pub(in crate::ui) fn view(context: &Context) -> Html {
    html! { <Steps ..context.props() /> }
}

#[component]
fn Steps(props: &Props) -> Html {
    let bind = use_binds(&props.store, Some(&props.model));
    let scrolled = use_state_eq(|| 0usize);
    let rows = &props.model.rows;
    let windowed = rows.len() > WINDOWED;
    let first = if windowed { scrolled.saturating_sub(SPARE).min(rows.len() - 1) } else { 0 };
    let last = if windowed { (first + 2 * SPARE + 40).min(rows.len()) } else { rows.len() };
    let space = |lines: usize| bind.to([property("height", move |_| format!("{}px", lines * LINE))]);
    let onscroll = Callback::from(move |event: Event| {
        let list: HtmlElement = event.target_unchecked_into();
        // In blocks, so that most scrolling renders nothing.
        scrolled.set(list.scroll_top().max(0) as usize / LINE / 10 * 10);
    });
    html! {
        <section class="steps" data-help={Help::Steps} aria-labelledby="steps-title">
            <h2 id="steps-title">{ words::formulas::every_step() }</h2>
            <div class={classes!("rows", windowed.then_some("windowed"))} onscroll={windowed.then_some(onscroll)}
                tabindex={windowed.then_some("0")} role={windowed.then_some("region")}
                aria-label={windowed.then(|| words::formulas::steps().text())}>
                <div class="space above" ref={space(first)}></div>
                <table aria-rowcount={(rows.len() + 1).to_string()}>
                    <thead>
                        <tr>
                            <th scope="col">{ words::formulas::node() }</th>
                            <th scope="col" class="rule">{ "=" }</th>
                            <th scope="col">{ words::formulas::value() }</th>
                            <th scope="col">{ words::formulas::gradient(name_text(props.model.output_name())) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for (offset, &id) in rows[first..last].iter().enumerate() {
                            { row(&props.store, &bind, &props.model, id, first + offset) }
                        }
                    </tbody>
                </table>
                <div class="space below" ref={space(rows.len() - last)}></div>
            </div>
        </section>
    }
}

fn row(store: &Store, bind: &Binds, model: &Model, id: NodeId, index: usize) -> Html {
    let node = model.graph.node(id);
    let store = store.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        pointing::toggle(&store, id);
    });
    let acting = move |state: &State| {
        let active = state.stepping().step_node() == Some(id);
        let forward = matches!(state.stepping().step(), Some(Step::Compute(_)));
        [active && forward, active && !forward, state.lit() == Some(id)]
    };
    let line = bind.to([classes("", ["computing", "receiving", "lit"], acting)]);
    html! {
        <tr key={model.identities.of(id)} data-row={id.0.to_string()} aria-rowindex={(index + 2).to_string()}
            ref={line}>
            <th scope="row"><button type="button" {onclick}>{ name_text(&node.name) }</button></th>
            <td class="rule" translate="no">{ op_line(&model.graph, id) }</td>
            <td class="value" ref={bind.number(move |state| state.stepping().value(id))}></td>
            <td class="grad" ref={bind.number(move |state| state.stepping().grad(id))}></td>
        </tr>
    }
}
