//! Mouse, pen and fingers on a picture: the graph, the plot and the map tell drags, pinches and clicks
//! in the same way.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, PointerEvent, WheelEvent};
use yew::NodeRef;

use super::dom::place_in;

/// A pointer that moves less than this, in pixels, clicks.
const SLOP: f64 = 5.0;

/// Two fingers are never nearer to each other than this, in pixels.
const NEAREST: f64 = 8.0;

/// The pointers that are down on a picture, and what the first of them took hold of.
pub(in crate::ui) struct Hands<Grip> {
    down: Vec<Hand>,
    grip: Option<Grip>,
    travelled: f64,
}

impl<Grip> Default for Hands<Grip> {
    fn default() -> Hands<Grip> {
        Hands { down: Vec::new(), grip: None, travelled: 0.0 }
    }
}

/// Hands that the listeners of a picture share.
pub(in crate::ui) type SharedHands<Grip> = Rc<RefCell<Hands<Grip>>>;

#[derive(Clone, Copy)]
struct Hand {
    id: i32,
    x: f64,
    y: f64,
}

/// What the hands did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum Motion {
    /// No pointer is down: it points.
    Points,
    /// One is down and has not moved far enough to be more than a click.
    Still,
    /// It moved by so many pixels.
    Drag(f64, f64),
    /// Two moved: by so many pixels together, apart by a factor, around a point.
    Pinch { by: (f64, f64), factor: f64, middle: (f64, f64) },
}

impl<Grip: Copy> Hands<Grip> {
    /// A pointer came down; `grip` tells what the first one takes hold of, and where.
    pub fn down(&mut self, event: &PointerEvent, picture: &NodeRef, grip: impl FnOnce(f64, f64) -> Grip) {
        if event.button() != 0 {
            return;
        }
        let hand = Hand::of(event, picture);
        self.down.retain(|other| other.id != hand.id);
        if self.down.is_empty() {
            self.travelled = 0.0;
            self.grip = Some(grip(hand.x, hand.y));
        }
        self.down.push(hand);
    }

    /// A pointer moved. Once it is a drag, it goes on outside of the picture.
    pub fn moved(&mut self, event: &PointerEvent, picture: &NodeRef) -> Motion {
        let now = Hand::of(event, picture);
        let Some(index) = self.down.iter().position(|hand| hand.id == now.id) else { return Motion::Points };
        let before = self.down[index];
        let (dx, dy) = (now.x - before.x, now.y - before.y);
        if self.travelled < SLOP {
            self.travelled = dx.hypot(dy);
            if self.travelled < SLOP {
                return Motion::Still;
            }
            capture(picture, now.id);
        }
        self.down[index] = now;
        match self.down.iter().find(|hand| hand.id != now.id) {
            None => Motion::Drag(dx, dy),
            Some(other) => {
                let distance = |hand: Hand| (hand.x - other.x).hypot(hand.y - other.y).max(NEAREST);
                Motion::Pinch {
                    by: (dx / 2.0, dy / 2.0),
                    factor: distance(now) / distance(before),
                    middle: ((now.x + other.x) / 2.0, (now.y + other.y) / 2.0),
                }
            }
        }
    }

    /// What the first pointer took hold of, while it is the only one.
    pub fn grip(&self) -> Option<Grip> {
        self.grip.filter(|_| self.down.len() == 1)
    }

    /// A pointer was lifted; what was clicked, if it was a click.
    pub fn up(&mut self, event: &PointerEvent) -> Option<Grip> {
        let alone = self.down.len() == 1;
        self.lift(event);
        let grip = if self.down.is_empty() { self.grip.take() } else { None };
        grip.filter(|_| alone && self.travelled < SLOP)
    }

    /// A pointer was taken away, by the browser for instance.
    pub fn lift(&mut self, event: &PointerEvent) {
        self.down.retain(|hand| hand.id != event.pointer_id());
    }
}

impl Hand {
    fn of(event: &PointerEvent, picture: &NodeRef) -> Hand {
        let (x, y) = place_in(event, picture);
        Hand { id: event.pointer_id(), x, y }
    }
}

fn capture(picture: &NodeRef, pointer: i32) {
    if let Some(picture) = picture.cast::<Element>()
        && !picture.has_pointer_capture(pointer)
    {
        let _ = picture.set_pointer_capture(pointer);
    }
}

/// How far a turn of the wheel moves, in pixels across and down. Firefox counts in lines.
pub(in crate::ui) fn turned(event: &WheelEvent) -> (f64, f64) {
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 16.0 } else { 1.0 };
    (event.delta_x() * unit, event.delta_y() * unit)
}

/// By which factor a turn of the wheel makes things smaller. A pinch on a touchpad comes as small turns
/// with the control key.
pub(in crate::ui) fn wheel_factor(event: &WheelEvent) -> f64 {
    let speed = if event.ctrl_key() { 0.01 } else { 0.0015 };
    (turned(event).1 * speed).clamp(-0.5, 0.5).exp()
}
