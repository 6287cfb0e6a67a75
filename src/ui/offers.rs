//! Corrections and remarks, each one click away from being taken.

use yew::prelude::*;

use super::store::Store;
use crate::app::help::Help;
use crate::app::{Action, Failure, Model};
use crate::syntax::Span;
use crate::words;

/// What is offered for a text: a correction of what is wrong, or else remarks on how it was read.
pub(super) fn offers(store: &Store, model: &Model, failure: Option<&Failure>) -> Html {
    if let Some(failure) = failure {
        let Some(text) = &failure.replacement else { return html! {} };
        return html! { <div class="offers">{ offer(store, failure.span, text) }</div> };
    }
    let notices = &model.program.notices;
    if notices.is_empty() {
        return html! {};
    }
    html! {
        <ul class="offers">
            for (index, notice) in notices.iter().enumerate() {
                <li key={index}>
                    <span>{ words::syntax::notice(notice).text() }</span>
                    if let Some(text) = notice.replacement() {
                        { offer(store, notice.span, text) }
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
        <button type="button" class="offer" data-help={Help::Offer.id()} {onclick}>{ "Use " }<code>{ label }</code></button>
    }
}
