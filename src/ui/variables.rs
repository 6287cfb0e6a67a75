//! One slider a variable, with a number box and editable ends.

use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::dom::{set_attribute, set_class};
use super::store::Store;
use crate::app::data::Data;
use crate::app::help::Help;
use crate::app::measure::is_word;
use crate::app::{Action, Model, parse_number};
use crate::typeset::{exact, name_text};

/// Marks the slider that a hand holds.
const HELD: &str = "held";

/// All sliders; the variables that columns of the data go by are marked. One place listens for all.
pub(super) fn variables(store: &Store, model: &Model, data: &Data) -> Html {
    let hold = |held: bool| {
        Callback::from(move |event: PointerEvent| {
            let field = field(&event);
            if field.has_attribute("data-var") {
                set_class(&field, HELD, held);
            }
        })
    };
    let oninput = {
        let store = store.clone();
        Callback::from(move |event: InputEvent| slid(&store, &field(&event)))
    };
    let onchange = {
        let store = store.clone();
        Callback::from(move |event: Event| typed(&store, &field(&event)))
    };
    let onfocusout = {
        let store = store.clone();
        Callback::from(move |event: FocusEvent| left(&store, &field(&event)))
    };
    let onkeydown = {
        let store = store.clone();
        Callback::from(move |event: KeyboardEvent| pressed(&store, &event))
    };
    let variables = model.graph.variables();
    html! {
        <section class="variables" data-help={Help::Slider.id()} aria-labelledby="variables-title">
            <h2 id="variables-title">{ "Variables" }</h2>
            if variables.is_empty() {
                <p class="hint">{ "No variable in it: any name you type, such as x, gets a slider here." }</p>
            }
            <div class="variable-list" {oninput} {onchange} {onfocusout} {onkeydown}
                onpointerdown={hold(true)} onpointerup={hold(false)} onpointercancel={hold(false)}>
                for (index, variable) in variables.iter().enumerate() {
                    { row(&variable.name, data.columns.contains(&index)) }
                }
            </div>
        </section>
    }
}

/// A variable's slider and its boxes; attributes tell which of them is which.
fn row(name: &str, is_data: bool) -> Html {
    let spoken = name_text(name);
    let name = AttrValue::from(name.to_owned());
    let number = |class: &'static str, help: Help, attribute: &'static str, what: &str| {
        let mut field = VTag::new("input");
        let fixed = [("type", "text"), ("inputmode", "decimal"), ("autocomplete", "off")];
        for (name, value) in fixed.into_iter().chain([("class", class), ("data-help", help.id())]) {
            field.add_attribute(name, value);
        }
        field.add_attribute(attribute, name.clone());
        field.add_attribute("aria-label", format!("{what} of {spoken}"));
        Html::from(field)
    };
    html! {
        <div key={&*name} class="variable">
            <label class={classes!("name", is_word(&name).then_some("word"))} for={format!("slider-{name}")}>
                { spoken.clone() }
                if is_data {
                    <span class="badge">{ "data" }</span>
                }
            </label>
            <input type="range" id={format!("slider-{name}")} data-var={name.clone()} step="any" />
            { number("number", Help::Number, "data-var-input", "Value") }
            { number("end min", Help::Ends, "data-var-min", "Smallest value") }
            { number("end max", Help::Ends, "data-var-max", "Largest value") }
        </div>
    }
}

/// What an event in the list is about.
fn field(event: &Event) -> HtmlInputElement {
    event.target_unchecked_into()
}

/// A slider was moved.
fn slid(store: &Store, slider: &HtmlInputElement) {
    let Some(name) = slider.get_attribute("data-var") else { return };
    let value = slider.value_as_number();
    // A hand lands on round numbers; what comes from elsewhere is taken to the last digit.
    let held = slider.class_list().contains(HELD);
    let value = if held { store.read(|state| state.document.input(&name)).snap(value) } else { value };
    store.dispatch(Action::SetValue { name, value });
}

/// Something was typed into a box.
fn typed(store: &Store, field: &HtmlInputElement) {
    let boxes = ["data-var-input", "data-var-min", "data-var-max"];
    let Some((place, name)) = boxes.into_iter().find_map(|place| Some((place, field.get_attribute(place)?))) else {
        return;
    };
    let input = store.read(|state| state.document.input(&name));
    let action = parse_number(&field.value()).and_then(|number| {
        let (min, max) = match place {
            "data-var-min" => (number, input.max),
            "data-var-max" => (input.min, number),
            _ => return Some(Action::SetValue { name, value: number }),
        };
        (min < max).then_some(Action::SetRange { name, min, max })
    });
    set_attribute(field, "aria-invalid", if action.is_some() { "false" } else { "true" });
    if let Some(action) = action {
        store.dispatch(action);
    }
}

/// The arrow keys in a box move its variable.
fn pressed(store: &Store, event: &KeyboardEvent) {
    let field = field(event);
    let Some(name) = field.get_attribute("data-var-input") else { return };
    let steps = match event.key().as_str() {
        "ArrowUp" => 1.0,
        "ArrowDown" => -1.0,
        _ => return,
    };
    event.prevent_default();
    let input = store.read(|state| state.document.input(&name));
    let steps = if event.shift_key() { steps } else { 10.0 * steps };
    let value = input.snap(input.value + steps * input.step());
    store.dispatch(Action::SetValue { name, value });
    field.set_value(&exact(value));
}

/// A box that is left holds a number again, whatever was typed into it.
fn left(store: &Store, field: &HtmlInputElement) {
    if field.has_attribute("data-var") {
        return;
    }
    set_attribute(field, "aria-invalid", "false");
    store.adopt(|live| {
        if let Some(inputs) = &mut live.inputs {
            inputs.forget();
        }
    });
}
