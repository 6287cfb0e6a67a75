//! The bar with which one steps through both passes, and the sentence that says what happens.

mod sentence;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::app::help::{Help, name, title, titled};
use crate::app::{Action, State, Walk};
use crate::typeset::plain_text;
use crate::ui::shell::bind::{Binds, Bound, attribute, bound, classes, flag, label, property, text, use_binds};
use crate::ui::shell::button::{act, act_on, button_at};
use crate::ui::shell::dom::{document, focus};
use crate::ui::shell::still::{RUN_AND_HALT, icon, still};
use crate::ui::shell::store::Store;
use crate::ui::shell::shared::Shared;
use crate::words::{self, Message};
use sentence::Sentence;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    pub store: Store,
    pub model: Shared<crate::app::Model>,
    /// The variable of forward mode, if that is on.
    pub forward: Option<usize>,
    /// The element of the bar, which the picture measures.
    pub place: NodeRef,
}

#[component]
pub(in crate::ui) fn Transport(props: &Props) -> Html {
    let store = &props.store;
    let bind = use_binds(store, Some(&props.model));
    let play_place = NodeRef::default();
    let focus = quiet_focus(&props.place, &play_place);
    bind.at(&props.place, [bar_classes(), property("--counter", counter_width), focus]);
    let button = |help: Help, walk: Walk, reached: fn(&State) -> bool, shapes| {
        let at = bind.to([flag("aria-disabled", reached)]);
        button_at(at, help, help.id(), act(store, Action::Step(walk)), icon(shapes))
    };
    let at_start = |state: &State| state.session.moment == Some(0);
    let at_end = |state: &State| state.session.moment == Some(state.stepping().steps());
    let never = |_: &State| false;
    html! {
        <section class="transport" data-help={Help::Transport} aria-label={name(Help::Transport)}
            ref={props.place.clone()}>
            if let Some(cost) = props.forward.and_then(|_| store.read(|state| state.forward().cost())) {
                <p class="cost" data-help={Help::Cost}>{ cost }</p>
            }
            <Sentence store={store.clone()} />
            <div class="controls" role="group" aria-label={words::picture::steps()}>
                { button(Help::Start, Walk::Start, at_start, r#"<path d="M4.5 4v12M15.5 4.5v11l-8-5.5z"/>"#) }
                { button(Help::Back, Walk::Back, at_start, r#"<path d="m12 4.5-6 5.5 6 5.5"/>"#) }
                { play(store, &bind, &play_place) }
                { button(Help::Next, Walk::Forward, at_end, r#"<path d="m8 4.5 6 5.5-6 5.5"/>"#) }
                { button(Help::End, Walk::End, never, r#"<path d="M15.5 4v12M4.5 4.5v11l8-5.5z"/>"#) }
                { timeline(store, &bind) }
                { speed(store, &bind) }
            </div>
            <p class="counter">
                <span class="pass" ref={bind.say(|state| Some(pass(state)))}></span>{ " " }
                <span class="count" ref={bind.text(count)}></span>
            </p>
        </section>
    }
}

/// What the button that plays does next.
fn play_label(state: &State) -> Message {
    if state.session.player.playing { words::page::pause() } else { name(Help::Play) }
}

fn play(store: &Store, bind: &Binds, place: &NodeRef) -> Html {
    let spoken = |state: &State| match state.stepping().is_stepping() {
        true => play_label(state),
        false => state.stepping().invitation(),
    };
    bind.at(place, [label("title", |state| titled(play_label(state), Help::Play)), label("aria-label", spoken)]);
    let onclick = act_on(store, |state| Action::Play(!state.session.player.playing));
    html! {
        <button type="button" class="play" data-help={Help::Play} {onclick} ref={place.clone()}>
            { still(RUN_AND_HALT) }
            <span class="invitation" aria-hidden="true" ref={bind.say(|state| Some(state.stepping().invitation()))}>
            </span>
        </button>
    }
}

fn timeline(store: &Store, bind: &Binds) -> Html {
    let scrub = {
        let store = store.clone();
        Callback::from(move |event: InputEvent| {
            let timeline: HtmlInputElement = event.target_unchecked_into();
            if let Ok(moment) = timeline.value().parse() {
                store.dispatch(Action::Step(Walk::To(moment)));
            }
        })
    };
    let part = |part: usize, state: &State| format!("{:.4}", part as f64 / state.stepping().steps().max(1) as f64);
    let place = store.world().timeline.clone();
    let stands = bound(
        |state| (state.stepping().steps(), moment(state)),
        |element, (steps, moment)| {
            let Some(timeline) = element.dyn_ref::<HtmlInputElement>() else { return };
            timeline.set_max(&steps.to_string());
            if timeline.value() != moment.to_string() {
                timeline.set_value(&moment.to_string());
            }
        },
    );
    let said = |state: &State| Some(state.stepping().sentence().map(|line| plain_text(&line)).unwrap_or_default());
    bind.at(
        &place,
        [
            stands,
            property("--done", move |state| part(moment(state), state)),
            property("--split", move |state| part(seam(state), state)),
            attribute("aria-valuetext", said),
        ],
    );
    html! {
        <input type="range" class="timeline" min="0" step="1" ref={place}
            data-help={Help::Timeline} aria-label={name(Help::Timeline)} title={title(Help::Timeline)}
            oninput={scrub} />
    }
}

fn speed(store: &Store, bind: &Binds) -> Html {
    let shown = |state: &State| state.session.player.speed.label().to_owned();
    let spoken = move |state: &State| words::picture::speed(name(Help::Speed), shown(state));
    let at = bind.to([text(shown), label("aria-label", spoken)]);
    let onclick = act_on(store, |state| Action::SetSpeed(state.session.player.speed.next()));
    html! {
        <button type="button" class="speed" data-help={Help::Speed} title={title(Help::Speed)} ref={at} {onclick}>
        </button>
    }
}

/// How many steps are done; all while everything is shown.
fn moment(state: &State) -> usize {
    state.session.moment.unwrap_or(state.stepping().steps())
}

fn forward_steps(state: &State) -> usize {
    state.derived.model.story.forward_steps()
}

/// Where the forward pass ends on the timeline; in forward mode nothing follows it.
fn seam(state: &State) -> usize {
    let (steps, forward) = (state.stepping().steps(), forward_steps(state));
    if forward < steps { forward } else { 2 * steps }
}

fn pass(state: &State) -> Message {
    match moment(state) {
        0 => words::picture::start(),
        moment if moment <= forward_steps(state) => words::picture::forward(),
        _ => words::picture::backward(),
    }
}

fn count(state: &State) -> String {
    let (steps, forward) = (state.stepping().steps(), forward_steps(state));
    match moment(state) {
        0 => String::new(),
        moment if moment <= forward => format!("{moment} / {forward}"),
        moment => format!("{} / {}", moment - forward, steps - forward),
    }
}

/// The longest text there will be: the timeline must not move under the hand that drags it.
fn counter_width(state: &State) -> String {
    let (steps, forward) = (state.stepping().steps(), forward_steps(state));
    let longest = forward.max(steps.saturating_sub(forward));
    let pass = [words::picture::forward(), words::picture::backward()].map(|pass| pass.text().chars().count());
    let count = format!(" {longest} / {longest}").chars().count();
    (pass[0].max(pass[1]) + count).to_string()
}

fn bar_classes() -> Bound {
    classes("transport", ["playing", "backward", "quiet"], |state| {
        [state.session.player.playing, moment(state) > forward_steps(state), !state.stepping().is_stepping()]
    })
}

/// What had the focus in the bar disappears when stepping ends: the button that stays takes it.
fn quiet_focus(bar: &NodeRef, play: &NodeRef) -> Bound {
    let (bar, play) = (bar.clone(), play.clone());
    bound(
        |state| state.stepping().is_stepping(),
        move |_, stepping| {
            let Some(bar) = bar.cast::<Element>().filter(|_| !stepping) else { return };
            let focused = document().active_element();
            if focused.as_ref().is_some_and(|focused| bar.contains(Some(focused))) {
                focus(&play);
            }
        },
    )
}
