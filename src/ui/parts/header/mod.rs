//! The line at the top: name, gallery, undo, sharing, colours.

mod gallery;
mod language;
mod share;
mod theme;

use yew::prelude::*;

use crate::app::help::{Help, name, title};
use crate::app::{Action, Document, State};
use crate::ui::parts::help;
use crate::ui::shell::bind::flag;
use crate::ui::shell::still::{icon, still};
use crate::ui::shell::context::Context;
use crate::words;

/// The line.
pub(in crate::ui) fn view(context: &Context) -> Html {
    let button = |help: Help, action: Action, usable: fn(&State) -> bool, shapes| {
        // Bound without a model, as the history does not depend on it.
        let at = context.bind.to([flag("aria-disabled", move |state| !usable(state))]);
        html! {
            <button type="button" class="icon" ref={at} onclick={context.act(action)}
                data-help={help} aria-label={name(help)} title={title(help)}>
                { icon(shapes) }
            </button>
        }
    };
    let undo = r#"<path d="M7.5 4 3.5 8l4 4M4 8h7.5a4.5 4.5 0 0 1 0 9H8"/>"#;
    let redo = r#"<path d="m12.5 4 4 4-4 4M16 8H8.5a4.5 4.5 0 0 0 0 9H12"/>"#;
    html! {
        <header class="header">
            <h1 translate="no">
                <button type="button" class="wordmark" data-help={Help::Afresh} aria-label={name(Help::Afresh)}
                    title={name(Help::Afresh)} onclick={context.act(Action::Open(Document::default()))}>
                    { still(r#"<span class="partial" aria-hidden="true">∂</span>"#) }
                    { "Chainrule" }
                </button>
            </h1>
            { gallery::view(context) }
            <div class="tools" role="group" aria-label={words::header::page()}>
                { button(Help::Undo, Action::Undo, |state| state.session.history.can_undo(), undo) }
                { button(Help::Redo, Action::Redo, |state| state.session.history.can_redo(), redo) }
                <share::Share store={context.store.clone()} />
                { language::list(context) }
                { theme::button(context) }
                { help::switch(context) }
            </div>
        </header>
    }
}
