//! Corrections and remarks, each one click away from being taken.

use crate::app::help::Help;
use yew::prelude::*;

use crate::app::Action;
use crate::syntax::Offer;
use crate::ui::shell::context::Context;
use crate::ui::shell::say::{HERE, with_elements};
use crate::words;

/// What is offered for a text: a correction of what is wrong, or else remarks on how it was read.
pub(super) fn view(context: &Context) -> Html {
    if let Some(failure) = &context.view.failure {
        let Some(change) = &failure.offer else { return html! {} };
        return html! { <div class="offers">{ offer(context, change) }</div> };
    }
    let notices = &context.view.model.program.notices;
    if notices.is_empty() {
        return html! {};
    }
    html! {
        <ul class="offers">
            for (index, notice) in notices.iter().enumerate() {
                <li key={index}>
                    <span>{ words::syntax::notice(notice) }</span>
                    if let Some(change) = &notice.offer {
                        { offer(context, change) }
                    }
                </li>
            }
        </ul>
    }
}

fn offer(context: &Context, change: &Offer) -> Html {
    let label = change.text.trim().to_owned();
    let onclick = context.act(Action::Accept(change.clone()));
    html! {
        <button type="button" class="offer" data-help={Help::Offer} {onclick}>
            { with_elements(words::function::take(HERE.into()), [html! { <code translate="no">{ label }</code> }]) }
        </button>
    }
}
