//! The descent: its buttons, its method and numbers, the update in numbers, and the loss over the
//! steps.

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::dom::set_attribute;
use super::help;
use super::live::DescentSlots;
use super::maths::element;
use super::still::still;
use super::store::{Shared, Store};
use crate::app::descent::{Change, Pace, Runner, Shape, is_knob, is_rate};
use crate::app::help::{Help, name, title};
use crate::app::{Action, Model, parse_number};
use crate::descent::Optimizer;
use crate::explain::update_rule;
use crate::typeset::name_text;
use crate::words;

/// More variables than this are not called by name in a sentence.
const MOST_NAMES: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    pub shape: Shape,
}

#[component]
pub(super) fn Descend(props: &Props) -> Html {
    let Props { store, model, shape } = props;
    let root = use_node_ref();
    {
        let (store, root) = (store.clone(), root.clone());
        use_effect_with((model.clone(), shape.clone()), move |(model, _)| {
            let Some(root) = root.cast::<Element>() else { return };
            store.adopt(|live| live.descent = DescentSlots::adopt(model.0.clone(), &root, &store));
        });
    }
    let act = |change: Change| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Descend(change.clone())))
    };
    let run = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let running = store.read(|state| state.descending.running);
            store.dispatch(Action::Descend(Change::Run(!running)));
        })
    };
    let log = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let switch: HtmlInputElement = event.target_unchecked_into();
            store.dispatch(Action::Descend(Change::Log(switch.checked())));
        })
    };
    let paces = Pace::ALL.map(|pace| pace.label().text());
    html! {
        <section class="descend" data-help={Help::Descent.id()} ref={root} aria-labelledby="descend-title">
            <h2 id="descend-title" class="unseen">{ "Descend" }</h2>
            <p>{ invitation(model, shape) }</p>
            <div class="go" role="group" aria-label="Steps of the descent">
                { help::button(Help::DescendStep, "one primary", act(Change::Steps(1)), "Step".into()) }
                { help::button(Help::DescendRun, "run", run, "Run".into()) }
                { help::button(Help::DescendBack, "one-back", act(Change::Back), "Back".into()) }
                { help::button(Help::DescendReset, "reset", act(Change::Reset), "Reset".into()) }
                { select(Help::DescendPace, "Speed of a run", &paces, |chosen| *chosen == Pace::default().label().text(), store,
                    |place| Change::Pace(Pace::ALL[place])) }
            </div>
            <p class="standing" data-help={Help::Standing.id()}>{ "Step " }<span class="steps-done">{ "0" }</span>
                <span class="of"><span class="what"></span>{ " = " }<output class="value"></output></span></p>
            <p class="verdict" role="status"></p>
            <div class="update" data-help={Help::Update.id()}>
                <p class="which"></p>
                <div class="lines" tabindex="0" role="group" aria-label={name(Help::Update).text()}></div>
                { help::button(Help::Watch, "watch", act(Change::Watch), "Watch the next".into()) }
            </div>
            <figure class="loss" data-help={Help::Loss.id()} hidden=true>
                <figcaption>
                    <span class="key first">{ mark() }<span class="who"></span></span>
                    <span class="key rival">{ mark() }<span class="who"></span></span>
                    <label class="log"><input type="checkbox" onchange={log} />{ " log scale" }</label>
                </figcaption>
                <svg viewBox="0 0 320 148" role="img" aria-label=""></svg>
            </figure>
            { plan(store, Runner::First, shape.optimizers[0]) }
            { toward(store, model, shape) }
            { plan(store, Runner::Rival, shape.optimizers[1]) }
        </section>
    }
}

/// What it is for, in one sentence.
fn invitation(model: &Model, shape: &Shape) -> String {
    let variables = model.graph.variables();
    let names: Vec<String> = shape.over[0].iter().map(|&variable| name_text(&variables[variable].name)).collect();
    let what = match names.as_slice() {
        [] => return "Without a variable there is nothing to step.".into(),
        [one] => one.clone(),
        [firsts @ .., last] if names.len() <= MOST_NAMES => format!("{} and {last}", firsts.join(", ")),
        _ => format!("{} variables", names.len()),
    };
    let (way, end) = if shape.maximise { ("along", "rise to the top") } else { ("against", "fall to the valley") };
    let mean = if shape.mean { "the mean of " } else { "" };
    format!("Step {what} {way} the gradient and watch {mean}{} {end}.", name_text(model.output_name()))
}

/// A piece of a run's line, for the legend.
fn mark() -> Html {
    still(r#"<svg viewBox="0 0 26 8" aria-hidden="true"><path d="M1 4H25"/></svg>"#)
}

/// A list to choose from.
fn select<T: AsRef<str>>(
    help: Help,
    label: &'static str,
    choices: &[T],
    chosen: impl Fn(&T) -> bool,
    store: &Store,
    change: impl Fn(usize) -> Change + 'static,
) -> Html {
    let store = store.clone();
    let onchange = move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(place) = usize::try_from(select.selected_index()) {
            store.dispatch(Action::Descend(change(place)));
        }
    };
    html! {
        <select id={help.id()} data-help={help.id()} aria-label={label} title={title(help).text()} {onchange}>
            for choice in choices {
                <option selected={chosen(choice)}>{ choice.as_ref() }</option>
            }
        </select>
    }
}

/// The method of one runner, its rate and its other numbers; the first one's rule as well.
fn plan(store: &Store, runner: Runner, optimizer: Option<&'static Optimizer>) -> Html {
    let first = runner == Runner::First;
    let (help, label, class) = match runner {
        Runner::First => (Help::DescendBy, "Method", "plan first"),
        Runner::Rival => (Help::DescendAgainst, "Compare with", "plan rival"),
    };
    let mut choices: Vec<&'static str> = Optimizer::ALL.iter().map(|optimizer| optimizer.name).collect();
    if !first {
        choices.insert(0, "nothing");
    }
    let chosen = move |choice: &&'static str| match optimizer {
        Some(optimizer) => optimizer.name == *choice,
        None => *choice == "nothing",
    };
    let change = move |place: usize| {
        let row = if first { Some(place) } else { place.checked_sub(1) };
        Change::Optimizer(runner, row.map(|row| &Optimizer::ALL[row]))
    };
    html! {
        <div {class}>
            <div class="setting"><span>{ label }</span>{ select(help, label, &choices, chosen, store, change) }</div>
            if let Some(optimizer) = optimizer {
                { rate(store, runner) }
                for (place, knob) in optimizer.knobs.iter().enumerate() {
                    <label class="setting" title={words::descent::knob(optimizer, knob).text()}><span><i>{ name_text(knob.symbol) }</i>{ format!(" {}", words::descent::knob(optimizer, knob)) }</span>
                        { number_box("knob", runner, store, is_knob, move |number| Change::Knob(runner, place, number)) }</label>
                }
            }
        </div>
    }
}

/// The learning rate on a logarithmic slider, from a millionth to ten.
fn rate(store: &Store, runner: Runner) -> Html {
    let slide = {
        let store = store.clone();
        move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            // Two digits are enough of a rate that is chosen by hand.
            let rate = format!("{:.1e}", 10f64.powf(slider.value_as_number()));
            let Ok(rate) = rate.parse() else { return };
            store.dispatch(Action::Descend(Change::Rate(runner, rate)));
        }
    };
    html! {
        <div class="setting rate" data-help={Help::Rate.id()}><span><i>{ "η" }</i>{ " rate" }</span>
            <input type="range" min="-6" max="1" step="0.05" aria-label={name(Help::Rate).text()} oninput={slide} />
            { number_box("rate", runner, store, is_rate, move |number| Change::Rate(runner, number)) }</div>
    }
}

/// A box for a number.
fn number_box(
    what: &'static str,
    runner: Runner,
    store: &Store,
    valid: fn(f64) -> bool,
    change: impl Fn(f64) -> Change + 'static,
) -> Html {
    let left = store.clone();
    // Whatever was typed and left in the box, it holds the number again.
    let onblur = move |event: FocusEvent| {
        set_attribute(&event.target_unchecked_into::<Element>(), "aria-invalid", "false");
        left.adopt(|live| live.descent.iter_mut().for_each(DescentSlots::forget_plans));
    };
    let store = store.clone();
    let onchange = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let number = parse_number(&field.value()).filter(|&number| valid(number));
        set_attribute(&field, "aria-invalid", if number.is_some() { "false" } else { "true" });
        if let Some(number) = number {
            store.dispatch(Action::Descend(change(number)));
        }
    };
    let label = match (what, runner) {
        ("rate", Runner::First) => Some("Learning rate"),
        ("rate", Runner::Rival) => Some("Learning rate to compare with"),
        _ => None,
    };
    html! { <input type="text" inputmode="decimal" autocomplete="off" class={classes!("figure", what)} aria-label={label} {onchange} {onblur} /> }
}

/// The rule, which variables move, and where to.
fn toward(store: &Store, model: &Model, shape: &Shape) -> Html {
    let Some(optimizer) = shape.optimizers[0] else { return html! {} };
    let variables = model.graph.variables();
    let moving = match shape.over[0].as_slice() {
        &[one] => variables[one].name.as_str(),
        _ => "θ",
    };
    let explained = match moving {
        "θ" => "θ is each variable in turn, g its gradient, η the rate. ",
        _ => "g is the gradient, η the rate. ",
    };
    let goals = ["minimise", "maximise"];
    let goal = goals[usize::from(shape.maximise)];
    let moves = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let check: HtmlInputElement = event.target_unchecked_into();
            store.dispatch(Action::Descend(Change::Over(check.value(), check.checked())));
            // The last one stays.
            let over = store.read(|state| state.descended());
            let name = check.value();
            let moves = store.read(|state| over.iter().any(|&v| state.model.graph.variables()[v].name == name));
            check.set_checked(moves);
        })
    };
    html! {
        <>
            <div class="rule" data-help={Help::Rule.id()}>
                for formula in update_rule(optimizer, moving, shape.maximise) {
                    <p><math>{ element(&formula) }</math></p>
                }
                <p class="hint">{ explained }{ format!("{} {}.", words::descent::doc(optimizer), words::descent::paper(optimizer)) }</p>
                <p class="error why-not"></p>
            </div>
            <div class="setting"><span>{ "Goal" }</span>
                { select(Help::DescendGoal, "Goal", &goals, move |choice| *choice == goal, store, |place| Change::Maximise(place == 1)) }
            </div>
            if shape.over[1].len() > 1 {
                <fieldset class="over" data-help={Help::Over.id()}>
                    <legend>{ "Variables that move" }</legend>
                    for &variable in &shape.over[1] {
                        <label><input type="checkbox" value={variables[variable].name.clone()} onchange={moves.clone()}
                            checked={shape.over[0].contains(&variable)} /><i>{ name_text(&variables[variable].name) }</i></label>
                    }
                </fieldset>
            }
        </>
    }
}
