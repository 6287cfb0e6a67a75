//! Mouse, pen and fingers on the picture: pan, pinch, wheel, click.

use yew::prelude::*;

use super::eye::{Grip, Look, Move};
use super::uses;
use super::writer::Pointed;
use crate::app::Action;
use crate::graph::EdgeId;
use crate::ui::parts::help;
use crate::ui::shell::dom::{place_in, told, told_node};
use crate::ui::shell::pace::Pace;
use crate::ui::shell::pointer::{Motion, turned, wheel_factor};
use crate::ui::shell::pointing;
use crate::ui::shell::store::Store;

/// The listeners of the picture.
#[derive(Clone)]
pub(super) struct Gestures {
    store: Store,
    look: Look,
    go: Callback<Move>,
    canvas: NodeRef,
    pointed: Pointed,
}

impl Gestures {
    pub fn new(store: &Store, look: &Look, go: &Callback<Move>, canvas: &NodeRef, pointed: Pointed) -> Gestures {
        Gestures { store: store.clone(), look: look.clone(), go: go.clone(), canvas: canvas.clone(), pointed }
    }

    fn on<E: 'static>(&self, act: impl Fn(&Gestures, E) + 'static) -> Callback<E> {
        let gestures = self.clone();
        Callback::from(move |event: E| act(&gestures, event))
    }

    /// An edge under the pointer tells in its tooltip what travels along it.
    pub fn over(&self) -> Callback<PointerEvent> {
        self.on(|this, event: PointerEvent| {
            let edge = edge_at(&event);
            if this.pointed.replace(edge) != edge {
                this.store.write(Pace::Event);
            }
        })
    }

    pub fn down(&self) -> Callback<PointerEvent> {
        self.on(|this, event: PointerEvent| {
            let grip = |_, _| Grip { node: told_node(&event, "data-node"), edge: edge_at(&event) };
            this.look.borrow_mut().hands.down(&event, &this.canvas, grip);
        })
    }

    pub fn moved(&self) -> Callback<PointerEvent> {
        self.on(|this, event: PointerEvent| {
            let motion = this.look.borrow_mut().hands.moved(&event, &this.canvas);
            match motion {
                Motion::Points | Motion::Still => {}
                Motion::Drag(dx, dy) => this.go.emit(Move::Pan(dx, dy)),
                Motion::Pinch { by: (dx, dy), factor, middle } => {
                    this.go.emit(Move::Pan(dx, dy));
                    this.go.emit(Move::Zoom(factor, Some(middle)));
                }
            }
        })
    }

    pub fn up(&self) -> Callback<PointerEvent> {
        self.on(|this, event: PointerEvent| {
            let clicked = this.look.borrow_mut().hands.up(&event);
            // Whoever asked what it is does not choose it.
            match clicked.filter(|_| !help::is_telling()) {
                Some(Grip { node: Some(node), .. }) => pointing::toggle(&this.store, node),
                Some(Grip { edge: Some(edge), .. }) => uses::toggle(&this.store, edge),
                Some(_) => this.store.dispatch(Action::Select(None)),
                None => {}
            }
        })
    }

    pub fn cancel(&self) -> Callback<PointerEvent> {
        self.on(|this, event: PointerEvent| this.look.borrow_mut().hands.lift(&event))
    }

    pub fn wheel(&self) -> Callback<WheelEvent> {
        self.on(|this, event: WheelEvent| {
            event.prevent_default();
            let (dx, dy) = turned(&event);
            if event.shift_key() || (dx != 0.0 && dx.abs() > dy.abs()) {
                this.go.emit(Move::Pan(-dx - if dx == 0.0 { dy } else { 0.0 }, if dx == 0.0 { 0.0 } else { -dy }));
            } else {
                this.go.emit(Move::Zoom(1.0 / wheel_factor(&event), Some(place_in(&event, &this.canvas))));
            }
        })
    }

    /// A double click on the ground fits.
    pub fn double(&self) -> Callback<MouseEvent> {
        self.on(|this, event: MouseEvent| {
            if told_node(&event, "data-node").is_none() {
                this.go.emit(Move::Fit);
            }
        })
    }
}

/// The edge an event happened on.
fn edge_at(event: &PointerEvent) -> Option<EdgeId> {
    told(event, "data-hit")?.parse().ok().map(EdgeId)
}
