//! One slider a variable, with a number box, editable ends, and a button that lets it play.

mod boxes;
mod hand;
mod tools;
mod writer;

use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::app::data::Data;
use crate::app::help::{Help, titled};
use crate::app::measure::is_word;
use crate::app::point::Change;
use crate::app::{Action, Model};
use crate::typeset::name_text;
use crate::ui::shell::bind::{Binds, bound, use_binds};
use crate::ui::shell::context::Context;
use crate::ui::shell::dom::{field, set_attribute, set_class};
use crate::ui::shell::shared::Shared;
use crate::ui::shell::still::{RUN_AND_HALT, still};
use crate::ui::shell::store::Store;
use crate::words;
use boxes::{left, number_box, typed};
use hand::{Hand, pressed, slid};
use writer::SliderRow;

/// All sliders; the variables that columns of the data go by are marked.
pub(in crate::ui) fn view(context: &Context) -> Html {
    let view = context.view;
    html! { <Sliders store={context.store.clone()} model={view.model.clone()} data={view.data.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    store: Store,
    model: Shared<Model>,
    data: Shared<Data>,
}

/// One place listens for all sliders.
#[component]
fn Sliders(props: &Props) -> Html {
    let Props { store, model, data } = props;
    let bind = use_binds(store, Some(model));
    let hand = use_mut_ref(Hand::default);
    let oninput = {
        let (store, hand) = (store.clone(), hand.clone());
        Callback::from(move |event: InputEvent| slid(&mut hand.borrow_mut(), &store, &field(&event)))
    };
    let on = |act: fn(&Store, &HtmlInputElement)| {
        let store = store.clone();
        move |event: &Event| act(&store, &field(event))
    };
    let (typed, left) = (on(typed), on(left));
    let onkeydown = {
        let (store, hand) = (store.clone(), hand.clone());
        Callback::from(move |event: KeyboardEvent| {
            if !matches!(&*event.key(), "Shift" | "Control" | "Alt" | "Meta") {
                hand.borrow_mut().lets_go();
            }
            pressed(&store, &event);
        })
    };
    let onpointerdown = {
        let hand = hand.clone();
        Callback::from(move |event: PointerEvent| hand.borrow_mut().takes(&event))
    };
    let onpointermove = {
        let (store, hand) = (store.clone(), hand.clone());
        Callback::from(move |event: PointerEvent| hand.borrow_mut().moves(&event, &store))
    };
    let let_go = Callback::from(move |_: PointerEvent| hand.borrow_mut().lets_go());
    let variables = model.listed();
    let more = model.graph.variables().len() - variables.len();
    html! {
        <section class="variables" data-help={Help::Slider} aria-labelledby="variables-title">
            <div class="heading">
                <h2 id="variables-title">{ words::function::variables() }</h2>
                if !variables.is_empty() { { tools::buttons(store) } }
            </div>
            if variables.is_empty() {
                <p class="hint">{ words::function::no_variable() }</p>
            }
            if more > 0 {
                <p class="hint">{ words::function::more_variables(more) }</p>
            }
            <div class="variable-list" {oninput} {onkeydown}
                onchange={Callback::from(move |event: Event| typed(&event))}
                onfocusout={Callback::from(move |event: FocusEvent| left(&event))}
                {onpointerdown} {onpointermove} onpointerup={let_go.clone()} onpointercancel={let_go}>
                for (index, variable) in variables.iter().enumerate() {
                    { row(store, &bind, &variable.name, data.columns.contains(&index)) }
                }
            </div>
            if !variables.is_empty() { { tools::playing(store, &bind) } }
        </section>
    }
}

/// A variable's slider and its boxes; attributes tell which of them is which.
fn row(store: &Store, bind: &Binds, name: &str, is_data: bool) -> Html {
    let spoken = name_text(name);
    let writer = SliderRow::new(name);
    let [slider, value, min, max] = writer.places();
    bind.add(writer);
    let play = play(store, bind, name);
    let name = AttrValue::from(name.to_owned());
    html! {
        <div key={&*name} class="variable">
            <label class={classes!("name", is_word(&name).then_some("word"))} for={format!("slider-{name}")}>
                { spoken.clone() }
                if is_data {
                    <span class="badge">{ words::function::is_data() }</span>
                }
            </label>
            <input type="range" id={format!("slider-{name}")} data-var={name.clone()} step="any" ref={slider} />
            { number_box(value, "number", Help::Number, "data-var-input", &name, words::function::value_of(spoken.clone())) }
            { play }
            { number_box(min, "end min", Help::Ends, "data-var-min", &name, words::function::smallest_of(spoken.clone())) }
            { number_box(max, "end max", Help::Ends, "data-var-max", &name, words::function::largest_of(spoken)) }
        </div>
    }
}

/// The button that lets a slider play, or stand.
fn play(store: &Store, bind: &Binds, name: &str) -> Html {
    let (spoken, shown, played) = (name_text(name), name.to_owned(), name.to_owned());
    let at = bind.to([bound(
        move |state| state.session.playing.plays(&shown),
        move |element, &plays| {
            let does = if plays { words::point::pause } else { words::point::play };
            let label = does(spoken.clone());
            set_class(element, "on", plays);
            set_attribute(element, "aria-label", &label.text());
            set_attribute(element, "title", &titled(label, Help::PlaySlider).text());
        },
    )]);
    let store = store.clone();
    let onclick = move |_: MouseEvent| {
        let plays = store.read(|state| state.session.playing.plays(&played));
        store.dispatch(Action::Point(Change::Play(played.clone(), !plays)));
    };
    html! {
        <button type="button" class="play" data-help={Help::PlaySlider} ref={at} {onclick}>{ still(RUN_AND_HALT) }</button>
    }
}
