//! What concerns all sliders: values at random, back to the start, and how a slider plays.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::help::{Help, name, title};
use crate::app::point::{AtEnd, Change, Stride};
use crate::app::{Action, Speed, State, speech};
use crate::ui::shell::bind::{Binds, bound};
use crate::ui::shell::store::Store;
use crate::words::{Message, point};
use wasm_bindgen::JsCast;

/// The buttons that move all sliders; whoever listens instead of looking hears where they stand.
pub(super) fn buttons(store: &Store) -> Html {
    let button = |help: Help, change: Change, say: fn(Message) -> Message| {
        let store = store.clone();
        let onclick = move |_: MouseEvent| {
            store.dispatch(Action::Point(change.clone()));
            store.world().announce(&say(store.read(speech::values)).text());
        };
        html! {
            <button type="button" data-help={help} title={title(help)} {onclick}>{ name(help) }</button>
        }
    };
    html! {
        <div class="values" role="group" aria-label={point::values()}>
            { button(Help::Randomise, Change::Randomise, point::randomised) }
            { button(Help::StartValues, Change::Reset, point::back_at_start) }
        </div>
    }
}

/// How a slider plays: the same for all of them.
pub(super) fn playing(store: &Store, bind: &Binds) -> Html {
    let speeds = [Speed::Half, Speed::Normal, Speed::Double, Speed::Fourfold];
    html! {
        <details class="how-to-play" data-help={Help::Playing}>
            <summary>{ name(Help::Playing) }</summary>
            <div class="choices">
                { select(store, bind, name(Help::Speed), speeds.map(|speed| (speed, Message::neutral(speed.label()))),
                    |state| state.session.playing.speed, Change::Speed) }
                { select(store, bind, point::steps(), Stride::ALL.map(|stride| (stride, stride.label())),
                    |state| state.session.playing.stride, Change::Stride) }
                { select(store, bind, point::at_end(), AtEnd::ALL.map(|at_end| (at_end, at_end.label())),
                    |state| state.session.playing.at_end, Change::AtEnd) }
            </div>
        </details>
    }
}

/// A list with its label, in which the choice of the moment is chosen.
fn select<T: Copy + PartialEq + 'static, const N: usize>(
    store: &Store,
    bind: &Binds,
    label: Message,
    choices: [(T, Message); N],
    chosen: fn(&State) -> T,
    change: fn(T) -> Change,
) -> Html {
    let values = choices.each_ref().map(|(value, _)| *value);
    let at = bind.to([bound(
        move |state| values.iter().position(|value| *value == chosen(state)),
        |element, place| {
            if let (Some(list), Some(place)) = (element.dyn_ref::<HtmlSelectElement>(), *place) {
                list.set_selected_index(place as i32);
            }
        },
    )]);
    let store = store.clone();
    let onchange = move |event: Event| {
        let list: HtmlSelectElement = event.target_unchecked_into();
        if let Some(value) = usize::try_from(list.selected_index()).ok().and_then(|place| values.get(place)) {
            store.dispatch(Action::Point(change(*value)));
        }
    };
    html! {
        <label>
            <span>{ label }</span>
            <select ref={at} {onchange}>
                for (_, choice) in choices { <option>{ choice }</option> }
            </select>
        </label>
    }
}
