//! Why a node has its gradient: the derivation, step by step, true at every moment of a drag.

mod copy;
mod follow;
mod content;

use std::cell::Cell;
use std::rc::Rc;

use crate::app::help::Help;
use yew::prelude::*;

use crate::app::Action;
use crate::ui::shell::bind::{classes, digits, use_binds};
use crate::ui::shell::button::{act, button};
use crate::ui::shell::dom::told_node;
use crate::ui::shell::maths::{flat_line, line, sentence};
use crate::ui::shell::store::Store;
use crate::ui::shell::context::{Context, Props};
use copy::{Copied, Copy};
use follow::{Follow, LARGE};
use content::Content;

pub(in crate::ui) fn view(context: &Context) -> Html {
    html! { <Why ..context.props() /> }
}

#[component]
fn Why(props: &Props) -> Html {
    let store = &props.store;
    let bind = use_binds(store, Some(&props.model));
    let update = use_force_update();
    let copied = use_state_eq(|| None::<Copied>);
    let drawn = (*use_memo((), |()| Rc::new(Cell::new(0.0)))).clone();
    let content = store.read(Content::of);
    let (node, large) = (content.node, props.model.graph.len() > LARGE);
    bind.add(Follow::new(store.read(|state| state.stamp()), node, drawn, update));
    let root = {
        let stamp = store.read(|state| state.stamp());
        bind.to([
            classes("why", ["old"], move |state| [large && state.stamp() != stamp]),
            digits("data-why-grad", move |state| state.stepping().grad(node)),
        ])
    };
    let grad = bind.number(move |state| state.stepping().grad(node));
    let explanation = Rc::new(content.explanation);
    let copy = Copy { store: store.clone(), explanation: explanation.clone(), copied };
    html! {
        <section class="why" data-help={Help::Why} aria-labelledby="why-title" data-why={node.0.to_string()}
            ref={root} onfocusin={hover(store, true)} onfocusout={hover(store, false)}>
            <div class="why-head">
                <h2 id="why-title">{ flat_line(&explanation.question, &grad) }</h2>
                { copy.button(Copied::Whole, Help::CopyAll) }
                if content.chosen {
                    { button(Help::Close, "close", act(store, Action::Select(None)), "×") }
                }
            </div>
            if !content.place.is_empty() {
                <p class="place"><code translate="no">
                    for (text, marked) in &content.place {
                        if *marked { <mark>{ text }</mark> } else { { text } }
                    }
                </code></p>
            }
            <ol class="ladder">
                for (index, rung) in explanation.rungs.iter().enumerate() {
                    <li class={content::rung_classes(rung, &content.uses, content.chosen_use)}>
                        if !rung.say.is_empty() {
                            <p class="say">{ sentence(&rung.say) }</p>
                        }
                        for (place, parts) in rung.lines.iter().enumerate() {
                            <div class="line">
                                <div class="formulas">{ line(parts) }</div>
                                { copy.button(Copied::Line(index, place), Help::CopyLine) }
                            </div>
                        }
                    </li>
                }
            </ol>
        </section>
    }
}

/// A symbol that has the focus lights up its node, as pointing at it does.
fn hover(store: &Store, comes: bool) -> Callback<FocusEvent> {
    let store = store.clone();
    Callback::from(move |event: FocusEvent| {
        if let Some(node) = told_node(&event, "data-points") {
            store.dispatch(Action::Hover(Some(node).filter(|_| comes)));
        }
    })
}
