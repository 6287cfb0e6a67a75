//! A box for a whole number from 1 on.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::data::Change;
use crate::app::{Action, State};
use crate::ui::shell::bind::{Binds, value};
use crate::ui::shell::dom::{set_attribute, set_value};
use crate::ui::shell::store::Store;

/// A box that shows a number, and changes it.
pub(super) fn whole(
    store: &Store,
    bind: &Binds,
    show: impl Fn(&State) -> Option<usize> + Copy + 'static,
    change: fn(usize) -> Change,
) -> Html {
    let shown = move |state: &State| show(state).map(|number| number.to_string()).unwrap_or_default();
    let onchange = {
        let store = store.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let number = field.value().trim().parse().ok().filter(|&number: &usize| number > 0);
            set_attribute(&field, "aria-invalid", if number.is_some() { "false" } else { "true" });
            if let Some(number) = number {
                store.dispatch(Action::Data(change(number)));
            }
        }
    };
    let store = store.clone();
    // Whatever was typed and left in the box, it holds the number again.
    let onblur = move |event: FocusEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        set_attribute(&field, "aria-invalid", "false");
        set_value(&field, &store.read(shown));
    };
    let at = bind.to([value(shown)]);
    html! { <input type="text" inputmode="numeric" autocomplete="off" class="whole" ref={at} {onchange} {onblur} /> }
}
