//! The examples, in a sheet that the browser itself opens and closes.

use yew::prelude::*;

use crate::app::Action;
use crate::app::examples::{EXAMPLES, Example};
use crate::app::help::{Help, name};
use crate::ui::shell::context::Context;

pub(super) fn view(context: &Context) -> Html {
    let groups = EXAMPLES.chunk_by(|a, b| a.group == b.group);
    html! {
        <>
            <button type="button" class="text" data-help={Help::Examples} popovertarget="gallery">
                { name(Help::Examples) }
            </button>
            <div id="gallery" class="gallery" data-help={Help::Examples} popover="auto"
                aria-label={name(Help::Examples)} role="dialog">
                <div class="columns">
                    for group in groups {
                        <section key={group[0].group.id}>
                            <h2>{ group[0].group.heading() }</h2>
                            <ul>{ for group.iter().map(|example| entry(context, example)) }</ul>
                        </section>
                    }
                </div>
            </div>
        </>
    }
}

fn entry(context: &Context, example: &'static Example) -> Html {
    let store = context.store.clone();
    let onclick = Callback::from(move |_: MouseEvent| store.dispatch(Action::Open(example.document())));
    html! {
        <li key={example.id}>
            <button type="button" {onclick} popovertarget="gallery" popovertargetaction="hide">
                <strong>{ example.title() }</strong>
                <code translate="no">{ example.source.replace('\n', "; ") }</code>
                <span>{ example.about() }</span>
            </button>
        </li>
    }
}
