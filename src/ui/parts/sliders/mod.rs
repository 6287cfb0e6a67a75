//! One slider a variable, with a number box and editable ends.

mod writer;

use web_sys::HtmlInputElement;
use crate::app::help::Help;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::app::measure::is_word;
use crate::app::{Action, Input, parse_number};
use crate::typeset::{exact, name_text};
use crate::ui::shell::dom::{set_attribute, set_class, set_value};
use crate::ui::shell::store::Store;
use crate::ui::shell::context::Context;
use crate::words::{self, Message};
use writer::SliderRow;

/// Marks the slider that a hand holds.
const HELD: &str = "held";

/// All sliders; the variables that columns of the data go by are marked. One place listens for all.
pub(in crate::ui) fn view(context: &Context) -> Html {
    let on = |act: fn(&Store, &HtmlInputElement)| {
        let store = context.store.clone();
        move |event: &Event| act(&store, &field(event))
    };
    let (slid, typed, left) = (on(slid), on(typed), on(left));
    let hold = |held: bool| {
        Callback::from(move |event: PointerEvent| {
            let field = field(&event);
            if field.has_attribute("data-var") {
                set_class(&field, HELD, held);
            }
        })
    };
    let onkeydown = {
        let store = context.store.clone();
        Callback::from(move |event: KeyboardEvent| pressed(&store, &event))
    };
    let variables = context.view.model.graph.variables();
    html! {
        <section class="variables" data-help={Help::Slider} aria-labelledby="variables-title">
            <h2 id="variables-title">{ words::function::variables() }</h2>
            if variables.is_empty() {
                <p class="hint">{ words::function::no_variable() }</p>
            }
            <div class="variable-list" {onkeydown}
                oninput={Callback::from(move |event: InputEvent| slid(&event))}
                onchange={Callback::from(move |event: Event| typed(&event))}
                onfocusout={Callback::from(move |event: FocusEvent| left(&event))}
                onpointerdown={hold(true)} onpointerup={hold(false)} onpointercancel={hold(false)}>
                for (index, variable) in variables.iter().enumerate() {
                    { row(context, &variable.name, context.view.data.columns.contains(&index)) }
                }
            </div>
        </section>
    }
}

/// A variable's slider and its boxes; attributes tell which of them is which.
fn row(context: &Context, name: &str, is_data: bool) -> Html {
    let spoken = name_text(name);
    let writer = SliderRow::new(name);
    let [slider, value, min, max] = writer.places();
    context.bind.add(writer);
    let name = AttrValue::from(name.to_owned());
    let number = |place: NodeRef, class: &'static str, help: Help, attribute: &'static str, label: Message| {
        let mut field = VTag::new("input");
        field.node_ref = place;
        let fixed = [("type", "text"), ("inputmode", "decimal"), ("autocomplete", "off")];
        for (name, value) in fixed.into_iter().chain([("class", class), ("data-help", help.id())]) {
            field.add_attribute(name, value);
        }
        field.add_attribute(attribute, name.clone());
        field.add_attribute("aria-label", label.text());
        Html::from(field)
    };
    html! {
        <div key={&*name} class="variable">
            <label class={classes!("name", is_word(&name).then_some("word"))} for={format!("slider-{name}")}>
                { spoken.clone() }
                if is_data {
                    <span class="badge">{ words::function::is_data() }</span>
                }
            </label>
            <input type="range" id={format!("slider-{name}")} data-var={name.clone()} step="any" ref={slider} />
            { number(value, "number", Help::Number, "data-var-input", words::function::value_of(spoken.clone())) }
            { number(min, "end min", Help::Ends, "data-var-min", words::function::smallest_of(spoken.clone())) }
            { number(max, "end max", Help::Ends, "data-var-max", words::function::largest_of(spoken.clone())) }
        </div>
    }
}

/// What an event in the list is about.
fn field(event: &Event) -> HtmlInputElement {
    event.target_unchecked_into()
}

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

/// The box that a field is, and the name of its variable.
fn box_of(field: &HtmlInputElement) -> Option<(&'static NumberBox, String)> {
    BOXES.iter().find_map(|number| Some((number, field.get_attribute(number.attribute)?)))
}

/// A slider was moved.
fn slid(store: &Store, slider: &HtmlInputElement) {
    let Some(name) = slider.get_attribute("data-var") else { return };
    let value = slider.value_as_number();
    // A hand lands on round numbers; what comes from elsewhere is taken to the last digit.
    let held = slider.class_list().contains(HELD);
    let value = if held { store.read(|state| state.document.input(&name)).snap(value) } else { value };
    let before = store.read(|state| state.document.input(&name));
    store.dispatch(Action::SetValue { name: name.clone(), value });
    // A move that lands on the number before changes nothing, and yet the slider has moved.
    let now = store.read(|state| state.document.input(&name));
    if now == before {
        set_value(slider, &exact(now.value));
    }
}

/// Something was typed into a box.
fn typed(store: &Store, field: &HtmlInputElement) {
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

/// A box that is left holds its number again, whatever was typed into it.
fn left(store: &Store, field: &HtmlInputElement) {
    if let Some((number, name)) = box_of(field) {
        let input = store.read(|state| state.document.input(&name));
        set_attribute(field, "aria-invalid", "false");
        set_value(field, &exact((number.shows)(input)));
    }
}
