//! What a person should know about the page as a whole: a line over its foot, until it is closed or outdated.

use yew::prelude::*;

use crate::app::Action;
use crate::app::help::Help;
use crate::ui::shell::bind::use_redraw;
use crate::ui::shell::button::{act, button};
use crate::ui::shell::context::{Context, Props};
use crate::ui::shell::pace::Pace;
use crate::words::notice;

pub(in crate::ui) fn view(context: &Context) -> Html {
    html! {
        <>
            <Notice ..context.props() />
            { stopped() }
        </>
    }
}

#[component]
fn Notice(props: &Props) -> Html {
    let notice = use_redraw(&props.store, Pace::Event, |state| state.session.notice);
    html! {
        <div class="notice" role="status" data-help={Help::Notice}>
            if let Some(notice) = notice {
                <p>{ notice.message() }</p>
                { button(Help::CloseNotice, "close", act(&props.store, Action::Tell(None)), "×") }
            }
        </div>
    }
}

/// What `static/boot.mjs` shows when the program has stopped and can show nothing more itself.
fn stopped() -> Html {
    html! {
        <div id="stopped" class="stopped" data-help={Help::Notice} role="alertdialog" aria-labelledby="stopped-title"
            hidden=true>
            <p id="stopped-title">{ notice::stopped() }</p>
            <textarea readonly=true rows="3" translate="no" aria-label={notice::your_text()} />
            <p>
                <button type="button" value="reload">{ notice::reload() }</button>
                <button type="button" value="afresh">{ notice::start_afresh() }</button>
            </p>
        </div>
    }
}
