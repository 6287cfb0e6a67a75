//! The picture of the computation: nodes, edges, and the window one looks at them through.

mod drawing;
mod edge;
mod eye;
mod figure;
mod gestures;
mod keys;
mod node;
mod props;
mod room;
mod toolbar;
mod uses;
mod ways;
mod writer;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use crate::app::help::Help;
use yew::prelude::*;

use super::transport::Transport;
use crate::app::scene::Drawing;
use crate::svg::translate;
use crate::ui::shell::bind::use_binds;
use crate::ui::shell::dom::{set_attribute, set_class};
use crate::ui::shell::context::Context;
use crate::ui::shell::shared::Shared;
use crate::words;
use edge::EdgeSlot;
use eye::{Eye, Look, Move};
use node::NodeSlot;
use props::Props;
use room::Places;
use toolbar::toolbar;
pub(in crate::ui) use uses::use_colour;
use ways::Ways;
use writer::{DrawnTree, Pointed};

/// With more nodes than this they do not glide to their places and cast no shadows: a key press is
/// on the screen sooner.
const MOST_MOVING: usize = 60;

pub(in crate::ui) fn view(context: &Context) -> Html {
    let view = context.view;
    html! {
        <Tree store={context.store.clone()} model={view.model.clone()} options={view.options} forward={view.forward}
            stale={view.failure.is_some()} />
    }
}

#[component]
fn Tree(props: &Props) -> Html {
    let bind = use_binds(&props.store, Some(&props.model));
    let places = (*use_memo((), |()| Places::default())).clone();
    let look: Look = (*use_memo((), |()| Rc::new(RefCell::new(Eye::default())))).clone();
    let pointed: Pointed = (*use_memo((), |()| Pointed::default())).clone();
    let update = use_force_update();
    let scene = look.borrow_mut().scene(&props.model.0);
    // Every way of moving ends here: the picture moves at once, and is drawn anew if it must be.
    let go = {
        let (look, world) = (look.clone(), places.world.clone());
        Callback::from(move |motion: Move| {
            let stale = look.borrow_mut().go(motion);
            place(&look, &world, matches!(motion, Move::Fit | Move::Show(_)));
            if stale {
                update.force_update();
            }
        })
    };
    {
        let (store, places, go) = (props.store.clone(), places.clone(), go.clone());
        use_effect_with((), move |()| {
            store.on_show(go.reform(Move::Show));
            let watcher = room::watch(&places, &store, go);
            move || drop(watcher)
        });
    }
    let (nodes, edges) = match &scene.drawing {
        Drawing::Detail { nodes, edges } => (nodes.as_slice(), edges.as_slice()),
        Drawing::Sketch { .. } => (&[][..], &[][..]),
    };
    let nodes: Vec<NodeSlot> = nodes.iter().map(|&id| NodeSlot::new(&props.model.graph, id)).collect();
    let edges: Vec<EdgeSlot> = edges.iter().map(|&id| EdgeSlot::new(&props.model, id)).collect();
    let drawing = match &scene.drawing {
        Drawing::Detail { .. } => drawing::detail(&props.model, &nodes, &edges, scene.covers),
        Drawing::Sketch { boxes, edges } => drawing::sketch(boxes, edges),
    };
    look.borrow_mut().drawn = nodes.iter().map(|slot| (slot.id, slot.body.clone())).collect();
    let ways = Ways::new();
    let legend = ways.view();
    bind.add(DrawnTree::new(props.model.0.clone(), nodes, edges, ways, pointed.clone()));
    {
        let (look, world) = (look.clone(), places.world.clone());
        use_effect_with((props.model.clone(), Shared(scene.clone())), move |_| {
            place(&look, &world, true);
            let wanted = look.borrow_mut().wanted.take();
            if let Some(wanted) = wanted {
                keys::focus(&look, wanted);
            }
        });
    }
    let gestures = gestures::Gestures::new(&props.store, &look, &go, &places.canvas, pointed);
    let large = props.model.graph.len() > MOST_MOVING;
    html! {
        <main data-help={Help::Tree}
            class={classes!("tree", props.stale.then_some("stale"), props.forward.map(|_| "sweeping"))}
            ref={places.root.clone()}>
            <h2 class="unseen">{ words::picture::title() }</h2>
            <svg class="canvas" ref={places.canvas.clone()} onpointerover={gestures.over()}
                onpointerdown={gestures.down()} onpointermove={gestures.moved()} onpointerup={gestures.up()}
                onpointercancel={gestures.cancel()} onwheel={gestures.wheel()} ondblclick={gestures.double()}
                onclick={|event: MouseEvent| event.stop_propagation()}>
                <g class={classes!("world", large.then_some("large"))} ref={places.world.clone()}
                    role="tree" aria-label={words::picture::tree()}
                    onkeydown={keys::pressed(&props.store, &look, &go)} onfocusin={keys::focused(&props.store, &go)}>
                    { drawing }
                </g>
            </svg>
            { legend }
            { toolbar(props, &go, &places.tools) }
            <Transport store={props.store.clone()} model={props.model.clone()} forward={props.forward}
                place={places.transport.clone()} />
        </main>
    }
}

/// Writes where the camera is into the picture; smoothly if it jumped.
fn place(look: &Look, world: &NodeRef, smoothly: bool) {
    let Some(world) = world.cast::<Element>() else { return };
    let camera = look.borrow().camera;
    set_class(&world, "gliding", smoothly);
    set_attribute(&world, "transform", &format!("{} scale({:.9})", translate(camera.x, camera.y), camera.scale));
}
