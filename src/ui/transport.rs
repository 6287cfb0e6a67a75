//! The bar with which one steps through both passes, and the sentence that says what happens.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::help;
use super::maths;
use super::still::{icon, still};
use super::store::Store;
use crate::app::help::{Help, name, title};
use crate::app::{Action, Model, State, Walk};

/// The icons of playing and of pausing; the style sheet shows one of them.
const RUN_AND_HALT: &str = concat!(
    r#"<svg class="run" viewBox="0 0 20 20" aria-hidden="true"><path d="M6 3.5v13L16.5 10z"/></svg>"#,
    r#"<svg class="halt" viewBox="0 0 20 20" aria-hidden="true"><path d="M6.5 4v12M13.5 4v12"/></svg>"#,
);

/// How the sentence is drawn again, once it is there.
pub(super) type Redraw = Rc<RefCell<Callback<()>>>;

/// The bar; what changes from step to step is left to `live` and the sentence.
pub(super) fn transport(store: &Store, model: &Model, forward: Option<usize>, redraw: Redraw) -> Html {
    let act = |action: Action| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(action.clone()))
    };
    let button = |help: Help, walk: Walk, shapes| help::button(help, help.id(), act(Action::Step(walk)), icon(shapes));
    let play = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Play(!store.read(|state| state.player.playing))))
    };
    let speed = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            store.dispatch(Action::SetSpeed(store.read(|state| state.player.speed).next()));
        })
    };
    let scrub = {
        let store = store.clone();
        Callback::from(move |event: InputEvent| {
            let timeline: HtmlInputElement = event.target_unchecked_into();
            if let Ok(moment) = timeline.value().parse() {
                store.dispatch(Action::Step(Walk::To(moment)));
            }
        })
    };
    html! {
        <section class="transport quiet" data-help={Help::Transport.id()} aria-label={name(Help::Transport).text()}>
            if let Some(cost) = forward.and_then(|_| store.read(State::forward_cost)) {
                <p class="cost" data-help={Help::Cost.id()}>{ cost.text() }</p>
            }
            <Sentence store={store.clone()} {redraw} />
            <div class="controls" role="group" aria-label="Steps">
                { button(Help::Start, Walk::Start, r#"<path d="M4.5 4v12M15.5 4.5v11l-8-5.5z"/>"#) }
                { button(Help::Back, Walk::Back, r#"<path d="m12 4.5-6 5.5 6 5.5"/>"#) }
                <button type="button" class="play" data-help={Help::Play.id()} onclick={play} aria-label="Step through both passes">
                    { still(RUN_AND_HALT) }
                    <span class="invitation" aria-hidden="true"></span>
                </button>
                { button(Help::Next, Walk::Forward, r#"<path d="m8 4.5 6 5.5-6 5.5"/>"#) }
                { button(Help::End, Walk::End, r#"<path d="M15.5 4v12M4.5 4.5v11l8-5.5z"/>"#) }
                <input type="range" class="timeline" min="0" max={model.story.steps().len().to_string()} step="1"
                    data-help={Help::Timeline.id()} aria-label={name(Help::Timeline).text()} title={title(Help::Timeline).text()} oninput={scrub} />
                <button type="button" class="speed" data-help={Help::Speed.id()} onclick={speed} aria-label={name(Help::Speed).text()} title={title(Help::Speed).text()}>{ "1×" }</button>
            </div>
            { still(r#"<p class="counter"><span class="pass"></span> <span class="count"></span></p>"#) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SentenceProps {
    store: Store,
    /// Where it leaves how to be drawn again.
    redraw: Redraw,
}

/// What happened in the last step.
#[component]
fn Sentence(props: &SentenceProps) -> Html {
    let update = use_force_update();
    *props.redraw.borrow_mut() = Callback::from(move |()| update.force_update());
    let line = props.store.read(State::sentence).unwrap_or_default();
    html! {
        <p class="sentence">{ maths::sentence(&line) }</p>
    }
}
