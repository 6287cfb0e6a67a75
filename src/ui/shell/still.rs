//! Pictures and skeletons that Yew has nothing to change in, and in which nothing listens: the browser
//! reads them from a text, which takes less code than putting them together element by element.

use yew::prelude::*;

/// Elements from their text, which must be the page's own. Within a picture they are parts of it.
pub(in crate::ui) fn still(markup: impl Into<AttrValue>) -> Html {
    Html::from_html_unchecked(markup.into())
}

/// What stands on a button: shapes in a square of 20 by 20.
pub(in crate::ui) fn icon(shapes: &str) -> Html {
    still(["<svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">", shapes, "</svg>"].concat())
}

/// The icons of playing and of pausing; the style sheet shows one of them.
pub(in crate::ui) const RUN_AND_HALT: &str = concat!(
    r#"<svg class="run" viewBox="0 0 20 20" aria-hidden="true"><path d="M6 3.5v13L16.5 10z"/></svg>"#,
    r#"<svg class="halt" viewBox="0 0 20 20" aria-hidden="true"><path d="M6.5 4v12M13.5 4v12"/></svg>"#,
);
