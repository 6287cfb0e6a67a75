//! Why a node has its gradient: the derivation, step by step, true at every moment of a drag.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::dom::{closest, document, node_in, set_class};
use super::edges::use_colour;
use super::effects::Effects;
use super::help;
use super::live::WhySlots;
use super::maths::{flat_line, line, sentence};
use super::store::{Shared, Store};
use crate::app::help::Help;
use crate::app::{Action, Model, Panel, State};
use crate::explain::{Explanation, Piece, Rung, RungKind, explain, line_tex, place, tex};
use crate::graph::{EdgeId, NodeId};
use crate::typeset::Part;

/// So long a button tells that it copied.
const TOLD_MS: u32 = 1_500;

/// The panel follows a drag at this pace, in milliseconds: 20 times a second.
const PACE_MS: f64 = 50.0;

/// On larger graphs, whose frames are full without it, it fades in a drag, follows at the slow pace, and
/// is true again after this pause.
const LARGE: usize = 300;
const SLOW_PACE_MS: f64 = 700.0;
const PAUSE_MS: u32 = 120;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    /// What is explained; its numbers are read from the store.
    pub model: Shared<Model>,
}

/// What is on the panel at this moment.
struct Shown {
    node: NodeId,
    explanation: Explanation,
    place: Vec<Piece>,
    uses: Vec<EdgeId>,
    chosen_use: Option<EdgeId>,
    chosen: bool,
}

impl Shown {
    fn of(state: &State) -> Shown {
        let (model, node) = (&state.model, state.explained());
        let mut explanation = explain(&model.graph, state.known(), node);
        if let Some(line) = state.carried_line(node) {
            let say = vec![Part::Words("Carried up in forward mode:".into())];
            let rung = Rung { kind: RungKind::Forward, say, lines: vec![line] };
            explanation.rungs.insert(explanation.rungs.len().min(1), rung);
        }
        Shown {
            node,
            explanation,
            place: place(&model.source, &model.graph, &model.uses, node),
            uses: model.uses.of(node).to_vec(),
            chosen_use: state.chosen_use,
            chosen: state.selection.is_some(),
        }
    }
}

/// The classes of a rung: what it is about, and the colour of its use where there are several.
fn classes_of(rung: &Rung, uses: &[EdgeId], chosen: Option<EdgeId>) -> Classes {
    let (name, edge) = match rung.kind {
        RungKind::Forward => ("forward", None),
        RungKind::Term(edge) => ("term", Some(edge)),
        RungKind::Gradient => ("result", None),
        RungKind::Note => ("remark", None),
        RungKind::Paths => ("paths", None),
        RungKind::Path(edge) => ("way", Some(edge)),
    };
    let colour = edge.and_then(|edge| use_colour(uses, edge));
    let marked = matches!(rung.kind, RungKind::Term(edge) if chosen == Some(edge));
    classes!("rung", name, colour, marked.then_some("marked"))
}

/// What a button copies.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    Whole,
    /// A rung, and which of its lines.
    Line(usize, usize),
}

impl Copied {
    fn tex(self, explanation: &Explanation) -> String {
        match self {
            Copied::Whole => tex(explanation),
            Copied::Line(rung, line) => line_tex(&explanation.rungs[rung].lines[line]),
        }
    }
}

#[component]
pub(super) fn Why(props: &Props) -> Html {
    use_numbers(&props.store);
    let copied = use_state_eq(|| None::<Copied>);
    let shown = props.store.read(Shown::of);
    let explanation = Rc::new(shown.explanation);
    let root = use_node_ref();
    {
        // The heading may have other elements after every rendering.
        let (store, root, model, node) = (props.store.clone(), root.clone(), props.model.0.clone(), shown.node);
        use_effect(move || {
            if let Some(root) = root.cast::<Element>() {
                store.adopt(|live| live.why = Some(WhySlots::adopt(model, &root, node)));
            }
        });
    }
    let button = |what: Copied, help: Help| {
        let told = *copied == Some(what);
        let (explanation, copied) = (explanation.clone(), copied.clone());
        let onclick = move |_: MouseEvent| {
            let copied = copied.clone();
            Effects::copy(&what.tex(&explanation), move |done| {
                Effects::announce(if done { "Copied as TeX" } else { "The browser did not allow copying" });
                if done {
                    copied.set(Some(what));
                    Timeout::new(TOLD_MS, move || copied.set(None)).forget();
                }
            });
        };
        help::button(help, "copy", Callback::from(onclick), if told { "✓".into() } else { "TeX".into() })
    };
    let onfocusin = hover(&props.store, true);
    let onfocusout = hover(&props.store, false);
    let close = {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Select(None)))
    };
    html! {
        <section class="why" data-help={Help::Why.id()} aria-labelledby="why-title" data-why={shown.node.0.to_string()}
            ref={root} {onfocusin} {onfocusout}>
            <div class="why-head">
                <h2 id="why-title">{ flat_line(&explanation.question) }</h2>
                { button(Copied::Whole, Help::CopyAll) }
                if shown.chosen {
                    { help::button(Help::Close, "close", close, "×".into()) }
                }
            </div>
            if !shown.place.is_empty() {
                <p class="place"><code>
                    for (text, marked) in &shown.place {
                        if *marked { <mark>{ text }</mark> } else { { text } }
                    }
                </code></p>
            }
            <ol class="ladder">
                for (index, rung) in explanation.rungs.iter().enumerate() {
                    <li class={classes_of(rung, &shown.uses, shown.chosen_use)}>
                        if !rung.say.is_empty() {
                            <p class="say">{ sentence(&rung.say) }</p>
                        }
                        for (place, parts) in rung.lines.iter().enumerate() {
                            <div class="line">
                                <div class="formulas">{ line(parts) }</div>
                                { button(Copied::Line(index, place), Help::CopyLine) }
                            </div>
                        }
                    </li>
                }
            </ol>
        </section>
    }
}

/// Draws again with the numbers of the moment, at the pace of [`Pace`].
#[hook]
fn use_numbers(store: &Store) {
    let update = use_force_update();
    use_effect_with(store.clone(), move |store| {
        let pace = Rc::new(Pace::default());
        let read = store.clone();
        store.on_tick(
            "why",
            Callback::from(move |()| {
                let (shown, large) =
                    read.read(|state| (state.document.panel == Panel::Why, state.model.graph.len() > LARGE));
                match (shown, large) {
                    (false, _) => {}
                    (true, true) => pace.rest(&update),
                    (true, false) => pace.tick(&update),
                }
            }),
        );
    });
}

/// When the panel is drawn again: in the next frame, but in a long drag only every third one, as its
/// formulas cost the browser more than all other numbers together. The last state is never left out.
#[derive(Default)]
struct Pace {
    waiting: Cell<bool>,
    drawn: Cell<f64>,
    pause: RefCell<Option<Timeout>>,
    frame: RefCell<Option<AnimationFrame>>,
}

impl Pace {
    /// Follows a change at the usual pace.
    fn tick(self: &Rc<Self>, update: &UseForceUpdateHandle) {
        if self.waiting.replace(true) {
            return;
        }
        let rest = self.drawn.get() + PACE_MS - Effects::now();
        if rest > 0.0 {
            let (pace, update) = (self.clone(), update.clone());
            *self.pause.borrow_mut() = Some(Timeout::new(rest as u32, move || pace.draw(&update)));
        } else {
            self.draw(update);
        }
    }

    /// Follows a change slowly, and once no other comes; until then what is shown is marked as old.
    fn rest(self: &Rc<Self>, update: &UseForceUpdateHandle) {
        if !self.waiting.replace(true) {
            mark_old(true);
            self.drawn.set(Effects::now());
        } else if Effects::now() - self.drawn.get() > SLOW_PACE_MS {
            self.drawn.set(Effects::now());
            update.force_update();
        }
        let (pace, update) = (self.clone(), update.clone());
        *self.pause.borrow_mut() = Some(Timeout::new(PAUSE_MS, move || pace.draw(&update)));
    }

    fn draw(self: &Rc<Self>, update: &UseForceUpdateHandle) {
        let (pace, update) = (self.clone(), update.clone());
        *self.frame.borrow_mut() = Some(request_animation_frame(move |now| {
            pace.waiting.set(false);
            pace.drawn.set(now);
            mark_old(false);
            update.force_update();
        }));
    }
}

/// Tells by a class whether the panel shows an earlier point than the slider.
fn mark_old(old: bool) {
    if let Some(panel) = document().query_selector(".side").ok().flatten() {
        set_class(&panel, "old", old);
    }
}

/// A symbol that has the focus lights up its node, as pointing at it does.
fn hover(store: &Store, comes: bool) -> Callback<FocusEvent> {
    let store = store.clone();
    Callback::from(move |event: FocusEvent| {
        if let Some(symbol) = closest(&event, "[data-points]") {
            store.dispatch(Action::Hover(node_in(&symbol, "data-points").filter(|_| comes)));
        }
    })
}
