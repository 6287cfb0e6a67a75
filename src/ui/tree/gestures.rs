//! Mouse, pen and fingers on the picture: pan, pinch, wheel, click.

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::Look;
use super::eye::Move;
use crate::app::Action;
use crate::graph::{EdgeId, NodeId};
use crate::ui::dom::{closest, node_in};
use crate::ui::store::Store;
use crate::ui::{edges, help, pointing};

/// A pointer that moves less than this is a click.
const SLOP: f64 = 5.0;

/// The pointers that are down on the picture.
#[derive(Default)]
pub(super) struct Hands {
    down: Vec<Hand>,
    pressed: Option<NodeId>,
    edge: Option<EdgeId>,
    travelled: f64,
}

#[derive(Clone, Copy)]
struct Hand {
    id: i32,
    x: f64,
    y: f64,
}

impl Hand {
    fn of(event: &PointerEvent) -> Hand {
        let (x, y) = place(event);
        Hand { id: event.pointer_id(), x, y }
    }
}

/// Where in the picture an event is.
fn place(event: &MouseEvent) -> (f64, f64) {
    let corner = closest(event, ".canvas").map(|canvas| canvas.get_bounding_client_rect());
    let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

pub(super) fn down(look: &Look) -> Callback<PointerEvent> {
    let look = look.clone();
    Callback::from(move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let hands = &mut look.borrow_mut().hands;
        let first = hands.down.is_empty();
        hands.down.retain(|hand| hand.id != event.pointer_id());
        hands.down.push(Hand::of(&event));
        if first {
            hands.travelled = 0.0;
            hands.edge = edges::edge_of(&event);
            hands.pressed = closest(&event, "[data-node]").and_then(|node| node_in(&node, "data-node"));
        }
    })
}

pub(super) fn moved(look: &Look, go: &Callback<Move>) -> Callback<PointerEvent> {
    let (look, go) = (look.clone(), go.clone());
    Callback::from(move |event: PointerEvent| {
        let now = Hand::of(&event);
        let moves = {
            let hands = &mut look.borrow_mut().hands;
            let Some(index) = hands.down.iter().position(|hand| hand.id == now.id) else { return };
            let before = std::mem::replace(&mut hands.down[index], now);
            let (dx, dy) = (now.x - before.x, now.y - before.y);
            hands.travelled += dx.hypot(dy);
            if hands.travelled < SLOP {
                hands.down[index] = before;
                hands.travelled = (now.x - before.x).hypot(now.y - before.y);
                return;
            }
            // From here on it is a drag; it goes on outside of the picture.
            if let Some(canvas) = closest(&event, ".canvas") {
                capture(&canvas, now.id);
            }
            match hands.down.iter().find(|hand| hand.id != now.id) {
                None => [Some(Move::Pan(dx, dy)), None],
                Some(other) => {
                    let distance = |hand: Hand| (hand.x - other.x).hypot(hand.y - other.y).max(1.0);
                    let middle = ((now.x + other.x) / 2.0, (now.y + other.y) / 2.0);
                    let zoom = Move::Zoom(distance(now) / distance(before), Some(middle));
                    [Some(Move::Pan(dx / 2.0, dy / 2.0)), Some(zoom)]
                }
            }
        };
        moves.into_iter().flatten().for_each(|motion| go.emit(motion));
    })
}

fn capture(canvas: &Element, pointer: i32) {
    if !canvas.has_pointer_capture(pointer) {
        let _ = canvas.set_pointer_capture(pointer);
    }
}

pub(super) fn up(look: &Look, store: &Store) -> Callback<PointerEvent> {
    let (look, store) = (look.clone(), store.clone());
    Callback::from(move |event: PointerEvent| {
        let click = {
            let hands = &mut look.borrow_mut().hands;
            let known = hands.down.len();
            hands.down.retain(|hand| hand.id != event.pointer_id());
            (known == 1 && hands.down.is_empty() && hands.travelled < SLOP)
                .then(|| (hands.pressed.take(), hands.edge.take()))
        };
        // Whoever asked what it is does not choose it.
        match click.filter(|_| !help::is_telling()) {
            Some((Some(node), _)) => pointing::toggle(&store, node),
            Some((None, Some(edge))) => edges::toggle(&store, edge),
            Some((None, None)) => store.dispatch(Action::Select(None)),
            None => {}
        }
    })
}

pub(super) fn cancel(look: &Look) -> Callback<PointerEvent> {
    let look = look.clone();
    Callback::from(move |event: PointerEvent| {
        look.borrow_mut().hands.down.retain(|hand| hand.id != event.pointer_id());
    })
}

pub(super) fn wheel(go: &Callback<Move>) -> Callback<WheelEvent> {
    let go = go.clone();
    Callback::from(move |event: WheelEvent| {
        event.prevent_default();
        // Firefox counts in lines.
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 16.0 } else { 1.0 };
        let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
        if event.shift_key() || (dx != 0.0 && dx.abs() > dy.abs()) {
            go.emit(Move::Pan(-dx - if dx == 0.0 { dy } else { 0.0 }, if dx == 0.0 { 0.0 } else { -dy }));
        } else {
            // A pinch on a touchpad comes as small turns of the wheel with the control key.
            let speed = if event.ctrl_key() { 0.01 } else { 0.0015 };
            go.emit(Move::Zoom((-dy * speed).clamp(-0.5, 0.5).exp(), Some(place(&event))));
        }
    })
}

/// A double click on the ground fits.
pub(super) fn double(go: &Callback<Move>) -> Callback<MouseEvent> {
    let go = go.clone();
    Callback::from(move |event: MouseEvent| {
        if closest(&event, "[data-node]").is_none() {
            go.emit(Move::Fit);
        }
    })
}
