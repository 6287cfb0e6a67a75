//! Corrections and remarks, each one click away from being taken.

use yew::prelude::*;

use super::store::{Shared, Store};
use crate::app::{Action, Failure, Model};
use crate::syntax::Span;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    pub failure: Option<Shared<Failure>>,
}

#[component]
pub(super) fn Offers(props: &Props) -> Html {
    if let Some(failure) = &props.failure {
        let Some(text) = &failure.replacement else { return html! {} };
        return html! { <div class="offers">{ offer(&props.store, failure.span, text) }</div> };
    }
    let notices = &props.model.program.notices;
    if notices.is_empty() {
        return html! {};
    }
    html! {
        <ul class="offers">
            for (index, notice) in notices.iter().enumerate() {
                <li key={index}>
                    <span>{ notice.message.clone() }</span>
                    if let Some(text) = &notice.replacement {
                        { offer(&props.store, notice.span, text) }
                    }
                </li>
            }
        </ul>
    }
}

fn offer(store: &Store, span: Span, text: &str) -> Html {
    let (store, text) = (store.clone(), text.to_owned());
    let label = text.trim().to_owned();
    let onclick = Callback::from(move |_: MouseEvent| store.dispatch(Action::Replace { span, text: text.clone() }));
    html! {
        <button type="button" class="offer" data-help="offer" {onclick}>{ "Use " }<code>{ label }</code></button>
    }
}
