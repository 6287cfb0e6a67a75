//! The list of languages.

use web_sys::HtmlSelectElement;
use crate::app::help::{Help, name};
use yew::prelude::*;

use crate::ui::shell::context::Context;
use crate::ui::shell::language;
use crate::ui::shell::still::icon;
use crate::ui::shell::world::World;
use crate::words::Language;

/// English and the name of itself, which no language translates.
const ENGLISH: (&str, &str) = (Language::ENGLISH, "English");

/// The list from which a language is chosen; it is kept for the next visit.
pub(super) fn list(context: &Context) -> Html {
    let languages: Vec<(&'static str, &'static str)> =
        [ENGLISH].into_iter().chain(Language::FILES.iter().copied()).collect();
    let onchange = {
        let (store, languages) = (context.store.clone(), languages.clone());
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            let chosen = usize::try_from(list.selected_index()).ok().and_then(|place| languages.get(place));
            if let Some(&(code, _)) = chosen {
                World::store_language(code);
                language::change(&store, code);
            }
        })
    };
    let globe = concat!(
        r#"<circle cx="10" cy="10" r="7"/>"#,
        r#"<path d="M3 10h14M10 3c4.5 4.5 4.5 9.5 0 14M10 3c-4.5 4.5-4.5 9.5 0 14"/>"#
    );
    html! {
        <span class="languages">
            <select class="language" data-help={Help::Language} aria-label={name(Help::Language)} translate="no"
                {onchange}>
            for (code, name) in languages {
                <option value={code} lang={code} selected={code == context.view.language}>{ name }</option>
            }
            </select>
            { icon(globe) }
        </span>
    }
}
