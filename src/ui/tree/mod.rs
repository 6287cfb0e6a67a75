//! The picture of the computation: nodes, edges, and the window one looks at them through.

mod drawing;
mod eye;
mod gestures;
mod keys;
mod toolbar;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};
use yew::prelude::*;

use super::dom::{self, all_inside, inside};
use super::live::{TransportSlots, TreeSlots};
use super::still::still;
use super::store::{Shared, Store};
use super::transport::{Redraw, transport};
use super::watch::Watch;
use crate::app::help::Help;
use crate::app::scene::Drawing;
use crate::app::{Model, help};
use crate::explain::LEGEND_ROWS;
use crate::graph::Options;
use eye::{Eye, Move, NARROW};
use toolbar::toolbar;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    pub options: Options,
    /// The variable of forward mode, if that is on.
    pub forward: Option<usize>,
    /// Whether the text is bad and an earlier one's tree is shown.
    pub stale: bool,
}

/// What the bar for stepping takes of the foot, and of that its sentence, in pixels.
const BAR: f64 = 118.0;
const BAR_IN_HAND: f64 = 54.0;
const BAR_ASIDE: f64 = 72.0;
const SENTENCE_IN_HAND: f64 = 76.0;

/// With more nodes than this they do not glide to their places and cast no shadows: a key press is
/// on the screen sooner.
const MOST_MOVING: usize = 60;

/// Less than this of the picture is not worth fitting into.
const LEAST_SEEN: f64 = 200.0;

/// Shared by the component's callbacks.
type Look = Rc<RefCell<Eye>>;

#[component]
pub(super) fn Tree(props: &Props) -> Html {
    let root = use_node_ref();
    let look: Look = (*use_memo((), |()| Rc::new(RefCell::new(Eye::default())))).clone();
    let redraw: Redraw = use_mut_ref(Callback::default);
    let update = use_force_update();
    let scene = look.borrow_mut().scene(&props.model.0);
    // Every way of moving ends here: the picture moves at once, and is drawn anew if it must be.
    let go = {
        let (look, root, update) = (look.clone(), root.clone(), update.clone());
        Callback::from(move |motion: Move| {
            let stale = look.borrow_mut().go(motion);
            place(&look, &root, matches!(motion, Move::Fit | Move::Show(_)));
            if stale {
                update.force_update();
            }
        })
    };
    {
        let (store, root, go) = (props.store.clone(), root.clone(), go.clone());
        use_effect_with((), move |()| {
            store.on_show(go.reform(Move::Show));
            let watcher = root.cast::<Element>().map(|root| watch_size(&root, go));
            move || drop(watcher)
        });
    }
    {
        let (store, root, look, redraw) = (props.store.clone(), root.clone(), look.clone(), redraw.clone());
        use_effect_with((props.model.clone(), Shared(scene.clone())), move |(model, scene)| {
            let Some(element) = root.cast::<Element>() else { return };
            place(&look, &root, true);
            let (nodes, edges) = match &scene.drawing {
                Drawing::Detail { nodes, edges } => (nodes.as_slice(), edges.as_slice()),
                Drawing::Sketch { .. } => (&[][..], &[][..]),
            };
            store.adopt(|live| {
                let tree = TreeSlots::adopt(model.0.clone(), &element, nodes, edges);
                store.read(|state| tree.speak(state));
                live.tree = Some(tree);
                live.transport = inside(&element, ".transport")
                    .and_then(|bar| TransportSlots::adopt(model.0.clone(), &bar, redraw.borrow().clone()));
            });
            if let Some(wanted) = look.borrow_mut().wanted.take() {
                keys::focus(&element, wanted);
            }
        });
    }
    let onpointerdown = gestures::down(&look);
    let onpointermove = gestures::moved(&look, &go);
    let onpointerup = gestures::up(&look, &props.store);
    let onpointercancel = gestures::cancel(&look);
    let onwheel = gestures::wheel(&go);
    let ondblclick = gestures::double(&go);
    let onkeydown = keys::pressed(&props.store, &look, &go, &root);
    let onfocus = keys::focused(&props.store, &go);
    let drawing = match &scene.drawing {
        Drawing::Detail { nodes, edges } => drawing::detail(&props.model.0, nodes, edges, scene.covers),
        Drawing::Sketch { boxes, edges } => drawing::sketch(boxes, edges),
    };
    html! {
        <main data-help={Help::Tree.id()} class={classes!("tree", props.stale.then_some("stale"), props.forward.map(|_| "sweeping"))} ref={root}>
            <h2 class="unseen">{ "Computation graph" }</h2>
            <svg class="canvas" {onpointerdown} {onpointermove} {onpointerup} {onpointercancel} {onwheel} {ondblclick}>
                <g class={classes!("world", (props.model.graph.len() > MOST_MOVING).then_some("large"))}
                    role="tree" aria-label="Computation graph, the output first" {onkeydown} onfocusin={onfocus}>
                    { drawing }
                </g>
            </svg>
            <ol class="ways" data-help={Help::Ways.id()} aria-label={help::name(Help::Ways).text()}>
                { still("<li><span></span><span></span></li>".repeat(LEGEND_ROWS)) }
            </ol>
            { toolbar(props, &go) }
            { transport(&props.store, &props.model, props.forward, redraw) }
        </main>
    }
}

/// Writes where the camera is into the picture; smoothly if it jumped.
fn place(look: &Look, root: &NodeRef, smoothly: bool) {
    let Some(world) = root.cast::<Element>().and_then(|root| inside(&root, ".world")) else { return };
    let camera = look.borrow().camera;
    let Some(world) = world.dyn_ref::<SvgElement>() else { return };
    dom::set_class(world, "gliding", smoothly);
    let transform = format!("translate({:.2} {:.2}) scale({:.9})", camera.x, camera.y, camera.scale);
    dom::set_attribute(world, "transform", &transform);
}

/// Tells the eye the size of its window, now and whenever it changes.
fn watch_size(root: &Element, go: Callback<Move>) -> impl Drop + use<> {
    let element = root.clone();
    let tell = move || {
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            let height = seen_height(element);
            let tools = inside(element, ".view-tools").and_then(|tools| tools.dyn_into::<HtmlElement>().ok());
            let tools = tools.map_or(0, |tools| tools.offset_top() + tools.offset_height());
            let (width, height) = (f64::from(element.client_width()), height - bar_height(element));
            go.emit(Move::Resize(width, height, f64::from(tools)));
        }
    };
    tell();
    let others = dock().into_iter().chain(all_inside(root, ".transport, .view-tools"));
    Watch::new([root.clone()].into_iter().chain(others), tell)
}

/// The height of the window that is seen: on a phone the dock with the sliders lies over its foot.
/// The style sheet hears how high it is.
fn seen_height(tree: &HtmlElement) -> f64 {
    let whole = f64::from(tree.client_height());
    let screen = dom::window().inner_height().ok().and_then(|height| height.as_f64());
    let dock = dock().map(|dock| dock.client_height());
    let _ = tree.style().set_property("--dock", &format!("{}px", dock.unwrap_or(0)));
    match (dock, screen) {
        (Some(dock), Some(screen)) if dock > 0 => {
            (screen - f64::from(dock) - f64::from(tree.offset_top())).clamp(whole.min(LEAST_SEEN), whole)
        }
        _ => whole,
    }
}

/// The part of the window's foot that the bar for stepping takes. On a phone, where room is short,
/// it is less while nobody steps; elsewhere it is always the same, so that nothing moves.
fn bar_height(tree: &HtmlElement) -> f64 {
    let Some(bar) = inside(tree, ".transport") else { return 0.0 };
    let narrow = f64::from(tree.client_width()) < NARROW;
    let told = !bar.class_list().contains("quiet") || inside(&bar, ".cost").is_some();
    let in_hand = dock().is_some_and(|dock| dock.client_height() > 0);
    let quiet = if in_hand { BAR_IN_HAND } else { BAR_ASIDE };
    match (narrow, told) {
        (true, false) => quiet,
        (true, true) => quiet + SENTENCE_IN_HAND,
        (false, _) => BAR,
    }
}

/// Elsewhere than on a phone the dock has no box of its own.
fn dock() -> Option<Element> {
    dom::document().query_selector(".dock").ok().flatten()
}
