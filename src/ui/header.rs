//! The line at the top: name, gallery, undo, sharing, colours.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::effects::Effects;
use super::help;
use super::still::{icon, still};
use super::store::{Store, View};
use super::theme;
use crate::app::Action;
use crate::app::examples::{EXAMPLES, Example};
use crate::app::help::{Help, name, title};

/// How long the button says that the link is copied.
const THANKS_MS: u32 = 2_000;

/// The line.
pub(super) fn header(store: &Store, view: &View) -> Html {
    let act = |action: Action| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(action.clone()))
    };
    html! {
        <header class="header">
            { still(r#"<h1 class="wordmark"><span class="partial" aria-hidden="true">∂</span>Chainrule</h1>"#) }
            { gallery(store) }
            <div class="tools" role="group" aria-label="Page">
                <button type="button" class="icon" aria-disabled={(!view.can_undo).to_string()} onclick={act(Action::Undo)}
                    data-help={Help::Undo.id()} aria-label={name(Help::Undo).text()} title={title(Help::Undo).text()}>
                    { icon(r#"<path d="M7.5 4 3.5 8l4 4M4 8h7.5a4.5 4.5 0 0 1 0 9H8"/>"#) }
                </button>
                <button type="button" class="icon" aria-disabled={(!view.can_redo).to_string()} onclick={act(Action::Redo)}
                    data-help={Help::Redo.id()} aria-label={name(Help::Redo).text()} title={title(Help::Redo).text()}>
                    { icon(r#"<path d="m12.5 4 4 4-4 4M16 8H8.5a4.5 4.5 0 0 0 0 9H12"/>"#) }
                </button>
                <Share store={store.clone()} />
                { theme::button(store, view.theme) }
                { help::switch() }
            </div>
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct ShareProps {
    store: Store,
}

/// Copies the address, which holds everything.
#[component]
fn Share(props: &ShareProps) -> Html {
    let outcome = use_state(|| None::<bool>);
    let onclick = {
        let (store, outcome) = (props.store.clone(), outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let outcome = outcome.clone();
            store.effects().copy_link(&store, move |copied| {
                Effects::announce(share_text(Some(copied)));
                outcome.set(Some(copied));
                Timeout::new(THANKS_MS, move || outcome.set(None)).forget();
            });
        })
    };
    html! {
        <button type="button" class="text" {onclick} data-help={Help::Share.id()} title={title(Help::Share).text()}>
            { share_text(*outcome) }
        </button>
    }
}

fn share_text(outcome: Option<bool>) -> &'static str {
    match outcome {
        None => "Share",
        Some(true) => "Link copied",
        Some(false) => "Copy the address above",
    }
}

/// The examples, in a sheet the browser itself opens and closes.
fn gallery(store: &Store) -> Html {
    let groups = EXAMPLES.chunk_by(|a, b| a.group == b.group);
    html! {
        <>
            <button type="button" class="text" data-help={Help::Examples.id()} popovertarget="gallery">{ "Examples" }</button>
            <div id="gallery" class="gallery" data-help={Help::Examples.id()} popover="auto" aria-label={name(Help::Examples).text()} role="dialog">
                <div class="columns">
                    for group in groups {
                        <section key={group[0].group.id}>
                            <h2>{ group[0].group.heading().text() }</h2>
                            <ul>{ for group.iter().map(|example| entry(store, example)) }</ul>
                        </section>
                    }
                </div>
            </div>
        </>
    }
}

fn entry(store: &Store, example: &'static Example) -> Html {
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| store.dispatch(Action::Open(example.document())));
    html! {
        <li key={example.id}>
            <button type="button" {onclick} popovertarget="gallery" popovertargetaction="hide">
                <strong>{ example.title().text() }</strong>
                <code>{ example.source.replace('\n', "; ") }</code>
                <span>{ example.about().text() }</span>
            </button>
        </li>
    }
}
