//! One slider a variable, with a number box and editable ends.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::dom::set_attribute;
use super::live::InputSlots;
use super::store::{Shared, Store};
use crate::app::data::Data;
use crate::app::measure::is_word;
use crate::app::{Action, Input, Model, parse_number};
use crate::typeset::{exact, name_text};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    /// Whose columns are marked.
    pub data: Shared<Data>,
}

#[component]
pub(super) fn Variables(props: &Props) -> Html {
    let root = use_node_ref();
    {
        let (store, root) = (props.store.clone(), root.clone());
        use_effect_with(props.model.clone(), move |model| {
            if let Some(root) = root.cast::<Element>() {
                store.adopt(|live| live.inputs = Some(InputSlots::adopt(model.0.clone(), &root)));
            }
        });
    }
    let variables = props.model.graph.variables();
    html! {
        <section class="variables" data-help="slider" ref={root} aria-labelledby="variables-title">
            <h2 id="variables-title">{ "Variables" }</h2>
            if variables.is_empty() {
                <p class="hint">{ "No variable in it: any name you type, such as x, gets a slider here." }</p>
            }
            <div class="variable-list">
                for (index, variable) in variables.iter().enumerate() {
                    <Variable key={variable.name.clone()} store={props.store.clone()} name={variable.name.clone()}
                        is_data={props.data.columns.contains(&index)} />
                }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct VariableProps {
    store: Store,
    name: AttrValue,
    is_data: bool,
}

#[component]
fn Variable(props: &VariableProps) -> Html {
    let name = props.name.to_string();
    let spoken = name_text(&name);
    let dragging = use_memo((), |()| Rc::new(Cell::new(false)));
    let hold = |held: bool| {
        let dragging = dragging.clone();
        Callback::from(move |_: PointerEvent| dragging.set(held))
    };
    let oninput = {
        let (store, name, dragging) = (props.store.clone(), name.clone(), dragging.clone());
        Callback::from(move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            let value = slider.value_as_number();
            // A hand lands on round numbers; what comes from elsewhere is taken to the last digit.
            let input = store.read(|state| state.document.input(&name));
            let value = if dragging.get() { input.snap(value) } else { value };
            store.dispatch(Action::SetValue { name: name.clone(), value });
        })
    };
    let change = |apply: fn(Input, f64) -> Option<Change>| {
        let (store, name) = (props.store.clone(), name.clone());
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let input = store.read(|state| state.document.input(&name));
            let change = parse_number(&field.value()).and_then(|number| apply(input, number));
            set_attribute(&field, "aria-invalid", if change.is_some() { "false" } else { "true" });
            match change {
                Some(Change::Value(value)) => store.dispatch(Action::SetValue { name: name.clone(), value }),
                Some(Change::Range(min, max)) => store.dispatch(Action::SetRange { name: name.clone(), min, max }),
                None => {}
            }
        })
    };
    let onblur = {
        let store = props.store.clone();
        Callback::from(move |event: FocusEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            set_attribute(&field, "aria-invalid", "false");
            rewrite(&store);
        })
    };
    let onkeydown = {
        let (store, name) = (props.store.clone(), name.clone());
        Callback::from(move |event: KeyboardEvent| {
            let steps = match event.key().as_str() {
                "ArrowUp" => 1.0,
                "ArrowDown" => -1.0,
                _ => return,
            };
            event.prevent_default();
            let input = store.read(|state| state.document.input(&name));
            let steps = if event.shift_key() { steps } else { 10.0 * steps };
            let value = input.snap(input.value + steps * input.step());
            store.dispatch(Action::SetValue { name: name.clone(), value });
            let field: HtmlInputElement = event.target_unchecked_into();
            field.set_value(&exact(value));
        })
    };
    html! {
        <div class="variable">
            <label class={classes!("name", is_word(&name).then_some("word"))} for={format!("slider-{name}")}>
                { spoken.clone() }
                if props.is_data {
                    <span class="badge">{ "data" }</span>
                }
            </label>
            <input type="range" id={format!("slider-{name}")} data-var={name.clone()} step="any" {oninput}
                onpointerdown={hold(true)} onpointerup={hold(false)} onpointercancel={hold(false)} />
            <input type="text" class="number" inputmode="decimal" autocomplete="off" data-help="number" data-var-input={name.clone()}
                aria-label={format!("Value of {spoken}")} {onkeydown} onblur={onblur.clone()}
                onchange={change(|_, number| Some(Change::Value(number)))} />
            <input type="text" class="end min" inputmode="decimal" autocomplete="off" data-help="ends" data-var-min={name.clone()}
                aria-label={format!("Smallest value of {spoken}")} onblur={onblur.clone()}
                onchange={change(|input, min| (min < input.max).then_some(Change::Range(min, input.max)))} />
            <input type="text" class="end max" inputmode="decimal" autocomplete="off" data-help="ends" data-var-max={name.clone()}
                aria-label={format!("Largest value of {spoken}")} {onblur}
                onchange={change(|input, max| (max > input.min).then_some(Change::Range(input.min, max)))} />
        </div>
    }
}

enum Change {
    Value(f64),
    Range(f64, f64),
}

/// Boxes hold numbers again, whatever was typed and left in them.
fn rewrite(store: &Store) {
    store.adopt(|live| {
        if let Some(inputs) = &mut live.inputs {
            inputs.forget();
        }
    });
}
