//! The descent: its buttons, its method and numbers, the update in numbers, and the loss over the
//! steps.

mod plan;
mod progress;
mod rule;
mod select;
mod standing;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::descent::{Change, Runner, Setup, Tempo};
use crate::app::help::{Help, name};
use crate::app::{Action, Model, State};
use crate::typeset::name_text;
use crate::ui::shell::bind::{Binds, flag, label, say, use_binds};
use crate::ui::shell::button::{act, act_on, button_at};
use crate::ui::shell::still::still;
use crate::ui::shell::store::Store;
use crate::words::{self, Message, run};
use crate::ui::shell::context::Context;
use crate::ui::shell::shared::Shared;
use progress::Progress;
use select::select;
use standing::Standing;

/// More variables than this are not called by name in a sentence.
const MOST_NAMES: usize = 3;

pub(in crate::ui) fn view(context: &Context) -> Html {
    let view = context.view;
    html! { <Descend store={context.store.clone()} model={view.model.clone()} setup={view.descent.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    store: Store,
    model: Shared<Model>,
    setup: Setup,
}

#[component]
fn Descend(props: &Props) -> Html {
    let Props { store, model, setup } = props;
    let bind = use_binds(store, Some(model));
    let progress = Progress::new();
    let standing = Standing::new();
    let tempos = Tempo::ALL.map(Tempo::label).to_vec();
    let usual = Tempo::ALL.iter().position(|&tempo| tempo == Tempo::default()).unwrap_or_default();
    let panel = html! {
        <section class="descend" data-help={Help::Descent} ref={standing.root()} aria-labelledby="descend-title">
            <h2 id="descend-title" class="unseen">{ run::title() }</h2>
            <p>{ invitation(model, setup) }</p>
            <div class="go" role="group" aria-label={run::steps()}>
                { steps(store, &bind) }
                { select(Help::DescendPace, name(Help::DescendPace), tempos, usual, store,
                    |place| Change::Tempo(Tempo::ALL[place])) }
            </div>
            { standing.view() }
            <div class="update" data-help={Help::Update}>
                <p class="which" ref={progress.which.at()}></p>
                <div class="lines" tabindex="0" role="group" aria-label={name(Help::Update)} ref={progress.lines.at()}>
                </div>
                { button_at(usable(&bind, can_go), Help::Watch, "watch", act(store, Action::Descend(Change::Watch)),
                    name(Help::Watch).text()) }
            </div>
            { loss(store, &progress) }
            { plan::view(store, &bind, Runner::First, setup.optimizers[0]) }
            { rule::view(store, &bind, model, setup) }
            { plan::view(store, &bind, Runner::Rival, setup.optimizers[1]) }
        </section>
    };
    bind.add(standing);
    bind.add(progress);
    panel
}

/// The buttons that make steps and take them back.
fn steps(store: &Store, bind: &Binds) -> Html {
    let descend = |change: Change| act(store, Action::Descend(change));
    let spoken = |state: &State| if state.session.descending.running { words::page::pause() } else { run::run() };
    let place = usable(bind, can_go);
    bind.at(&place, [say(move |state| Some(spoken(state))), label("aria-label", spoken)]);
    let onrun = act_on(store, |state| Action::Descend(Change::Run(!state.session.descending.running)));
    html! {
        <>
            { button_at(usable(bind, can_go), Help::DescendStep, "one primary", descend(Change::Steps(1)),
                run::step().text()) }
            { button_at(place, Help::DescendRun, "run", onrun, Html::default()) }
            { button_at(usable(bind, |state| state.descent().standing().0 > 0), Help::DescendBack, "one-back",
                descend(Change::Back), run::back().text()) }
            { button_at(usable(bind, |state| state.descent().has_start()), Help::DescendReset, "reset",
                descend(Change::Reset), run::reset().text()) }
        </>
    }
}

fn can_go(state: &State) -> bool {
    state.descent().no_descent().is_none()
}

/// A disabled button keeps the focus, so that a keyboard does not lose its place.
fn usable(bind: &Binds, usable: fn(&State) -> bool) -> NodeRef {
    bind.to([flag("aria-disabled", move |state| !usable(state))])
}

/// The value over the steps.
fn loss(store: &Store, progress: &Progress) -> Html {
    let log = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let switch: HtmlInputElement = event.target_unchecked_into();
            store.dispatch(Action::Descend(Change::Log(switch.checked())));
        })
    };
    let key = |class: &'static str, run: usize| {
        html! {
            <span class={classes!("key", class)} ref={progress.keys[run].clone()}>
                { mark() }<span class="who" ref={progress.who[run].at()}></span>
            </span>
        }
    };
    html! {
        <figure class="loss" data-help={Help::Loss} ref={progress.figure.clone()}>
            <figcaption>
                { key("first", 0) }
                { key("rival", 1) }
                <label class="log"><input type="checkbox" onchange={log} />{ " " }{ run::log_scale() }</label>
            </figcaption>
            <svg viewBox="0 0 320 148" role="img" ref={progress.chart.at()}></svg>
        </figure>
    }
}

/// What it is for, in one sentence.
fn invitation(model: &Model, setup: &Setup) -> Message {
    let variables = model.graph.variables();
    let names = setup.over[0].iter().map(|&variable| Message::neutral(name_text(&variables[variable].name)));
    let what = match names.len() {
        0 => return run::nothing(),
        count if count > MOST_NAMES => run::variables(count),
        _ => words::list::all_of(names),
    };
    let output = name_text(model.output_name());
    match (setup.maximise, setup.mean) {
        (false, false) => run::down(what, output),
        (false, true) => run::down_mean(what, output),
        (true, false) => run::up(what, output),
        (true, true) => run::up_mean(what, output),
    }
}

/// A piece of a run's line, for the legend.
fn mark() -> Html {
    still(r#"<svg viewBox="0 0 26 8" aria-hidden="true"><path d="M1 4H25"/></svg>"#)
}
