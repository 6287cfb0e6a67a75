//! Light, dark or as the device has it.

use yew::prelude::*;

use crate::app::help::{Help, name};
use crate::app::{Action, Theme};
use crate::ui::shell::still::icon;
use crate::ui::shell::context::Context;
use crate::words;

/// A button that walks through the themes.
pub(super) fn button(context: &Context) -> Html {
    let theme = context.view.theme;
    let onclick = context.act(Action::SetTheme(theme.next()));
    let label = words::header::colours(name(Help::Theme), theme.label()).text();
    let shapes = match theme {
        Theme::Auto => r#"<circle cx="10" cy="10" r="7"/><path class="filled" d="M10 3a7 7 0 0 1 0 14z"/>"#,
        Theme::Light => concat!(
            r#"<circle cx="10" cy="10" r="3.5"/><path d="M10 1.5v2.2M10 16.3v2.2M1.5 10h2.2M16.3 10h2.2"#,
            r#"M4 4l1.6 1.6M14.4 14.4 16 16M4 16l1.6-1.6M14.4 5.6 16 4"/>"#,
        ),
        Theme::Dark => r#"<path d="M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12z"/>"#,
    };
    html! {
        <button type="button" class="icon" data-help={Help::Theme} {onclick} aria-label={label.clone()} title={label}>
            { icon(shapes) }
        </button>
    }
}
