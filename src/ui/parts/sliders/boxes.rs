//! The boxes beside and below a slider: its value and its ends.

use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::app::help::Help;
use crate::app::{Action, Input, parse_number};
use crate::typeset::exact;
use crate::ui::shell::dom::{set_attribute, set_value};
use crate::ui::shell::store::Store;
use crate::words::Message;

/// A box beside a slider: its attribute, and what it shows of the slider.
struct NumberBox {
    attribute: &'static str,
    shows: fn(Input) -> f64,
}

const BOXES: [NumberBox; 3] = [
    NumberBox { attribute: "data-var-input", shows: |input| input.value },
    NumberBox { attribute: "data-var-min", shows: |input| input.min },
    NumberBox { attribute: "data-var-max", shows: |input| input.max },
];

/// A box for a number of a variable; its attribute tells which.
pub(super) fn number_box(
    place: NodeRef,
    class: &'static str,
    help: Help,
    attribute: &'static str,
    variable: &AttrValue,
    label: Message,
) -> Html {
    let mut field = VTag::new("input");
    field.node_ref = place;
    let fixed = [("type", "text"), ("inputmode", "decimal"), ("autocomplete", "off")];
    for (name, value) in fixed.into_iter().chain([("class", class), ("data-help", help.id())]) {
        field.add_attribute(name, value);
    }
    field.add_attribute(attribute, variable.clone());
    field.add_attribute("aria-label", label.text());
    field.into()
}

/// The box that a field is, and the name of its variable.
fn box_of(field: &HtmlInputElement) -> Option<(&'static NumberBox, String)> {
    BOXES.iter().find_map(|number| Some((number, field.get_attribute(number.attribute)?)))
}

/// Something was typed into a box.
pub(super) fn typed(store: &Store, field: &HtmlInputElement) {
    let Some((number, name)) = box_of(field) else { return };
    let input = store.read(|state| state.document.input(&name));
    let action = parse_number(&field.value()).and_then(|typed| {
        let (min, max) = match number.attribute {
            "data-var-min" => (typed, input.max),
            "data-var-max" => (input.min, typed),
            _ => return Some(Action::SetValue { name, value: typed }),
        };
        (min < max).then_some(Action::SetRange { name, min, max })
    });
    set_attribute(field, "aria-invalid", if action.is_some() { "false" } else { "true" });
    if let Some(action) = action {
        store.dispatch(action);
    }
}

/// A box that is left holds its number again, whatever was typed into it.
pub(super) fn left(store: &Store, field: &HtmlInputElement) {
    if let Some((number, name)) = box_of(field) {
        let input = store.read(|state| state.document.input(&name));
        set_attribute(field, "aria-invalid", "false");
        set_value(field, &exact((number.shows)(input)));
    }
}
