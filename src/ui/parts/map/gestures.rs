//! Mouse, pen, fingers and keys on the map.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{KeyboardEvent, PointerEvent};
use yew::{Callback, NodeRef};

use crate::app::plot::Change;
use crate::app::{Action, Input};
use crate::plot::Window;
use crate::ui::parts::plot::ZOOM;
use crate::ui::shell::dom::{is_within, place_in};
use crate::ui::shell::pace::Pace;
use crate::ui::shell::pointer::{Hands, Motion};
use crate::ui::shell::store::Store;

/// The elements of the map that are measured, and what it shows.
#[derive(Default)]
pub(super) struct Measure {
    pub root: NodeRef,
    pub frame: NodeRef,
    pub point: NodeRef,
    /// The part of the plane that is shown: leads from numbers to pixels and back.
    pub window: Cell<Option<Window>>,
    /// The size or the colours are others than those it was drawn with.
    pub is_old: Cell<bool>,
    /// Where the mouse points, in pixels.
    pub pointed: Cell<Option<(f64, f64)>>,
    hands: RefCell<Hands<Grip>>,
}

/// What a pointer holds: the point, so far off its middle, or the ground, which a finger does not move as
/// it scrolls the page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Grip {
    Point(f64, f64),
    Ground { pans: bool },
}

#[derive(Clone)]
pub(super) struct Gestures {
    pub store: Store,
    pub measure: Rc<Measure>,
}

impl Gestures {
    pub fn new(store: &Store, measure: &Rc<Measure>) -> Gestures {
        Gestures { store: store.clone(), measure: measure.clone() }
    }

    /// A listener that does this.
    pub fn on(&self, act: fn(&Gestures, &PointerEvent)) -> Callback<PointerEvent> {
        let gestures = self.clone();
        Callback::from(move |event: PointerEvent| act(&gestures, &event))
    }

    pub fn down(&self, event: &PointerEvent) {
        let grip = |x: f64, y: f64| {
            let held = is_within(event, &self.measure.point).then(|| self.point()).flatten();
            match held {
                Some((px, py)) => Grip::Point(px - x, py - y),
                None => Grip::Ground { pans: event.pointer_type() != "touch" },
            }
        };
        self.measure.hands.borrow_mut().down(event, &self.measure.frame, grip);
        self.point_at(None);
    }

    pub fn moved(&self, event: &PointerEvent) {
        let (x, y) = place_in(event, &self.measure.frame);
        let (motion, grip) = {
            let mut hands = self.measure.hands.borrow_mut();
            (hands.moved(event, &self.measure.frame), hands.grip())
        };
        match (motion, grip) {
            (Motion::Points, _) if event.pointer_type() == "mouse" => self.point_at(Some((x, y))),
            (Motion::Points | Motion::Still, _) => {}
            (_, Some(Grip::Point(dx, dy))) => self.put(x + dx, y + dy),
            (Motion::Drag(dx, dy), Some(Grip::Ground { pans: true })) => {
                if let Some(window) = self.measure.window.get() {
                    let (x, y) = (window.x.moved(-dx / window.width), window.y.moved(dy / window.height));
                    self.look_at(Window { x, y, ..window });
                }
            }
            (Motion::Drag(..) | Motion::Pinch { .. }, _) => {}
        }
    }

    pub fn up(&self, event: &PointerEvent) {
        let clicked = self.measure.hands.borrow_mut().up(event);
        if let Some(Grip::Ground { .. }) = clicked {
            let (x, y) = place_in(event, &self.measure.frame);
            self.put(x, y);
        }
    }

    pub fn cancel(&self, event: &PointerEvent) {
        self.measure.hands.borrow_mut().lift(event);
    }

    pub fn leave(&self, _: &PointerEvent) {
        self.point_at(None);
    }

    /// Where the point is, in pixels.
    fn point(&self) -> Option<(f64, f64)> {
        let window = self.measure.window.get()?;
        let [x, y] = self.values()?.map(|(_, input)| input.value);
        Some((window.px(x), window.py(y)))
    }

    /// The plane's variables, each with its value between the ends of the window.
    fn values(&self) -> Option<[(String, Input); 2]> {
        self.store.read(|state| {
            let plane = state.plotting().plane()?;
            let variables = state.derived.model.graph.variables();
            let of = |axis: usize| {
                let name = &variables[plane.variables[axis]].name;
                let (range, value) = (plane.ranges[axis], state.document.input(name).value);
                (name.clone(), Input { value, min: range.min, max: range.max })
            };
            Some([of(0), of(1)])
        })
    }

    /// Moves the point to a pixel, on round numbers near to it.
    fn put(&self, px: f64, py: f64) {
        if let Some(window) = self.measure.window.get() {
            self.set(|inputs| [inputs[0].snap(window.x_at(px)), inputs[1].snap(window.y_at(py))]);
        }
    }

    fn set(&self, values: impl FnOnce([Input; 2]) -> [f64; 2]) {
        let Some([(x, a), (y, b)]) = self.values() else { return };
        let values = values([a, b]);
        self.store.dispatch(Action::SetValues(vec![(x, values[0]), (y, values[1])]));
    }

    pub fn key(&self, event: &KeyboardEvent) {
        let (right, up) = match event.key().as_str() {
            "ArrowRight" => (1.0, 0.0),
            "ArrowLeft" => (-1.0, 0.0),
            "ArrowUp" => (0.0, 1.0),
            "ArrowDown" => (0.0, -1.0),
            "+" | "=" => return self.zoom(1.0 / ZOOM, None),
            "-" => return self.zoom(ZOOM, None),
            "0" => return self.store.dispatch(Action::Plot(Change::Window(None))),
            _ => return,
        };
        event.prevent_default();
        let steps = if event.shift_key() { 10.0 } else { 1.0 };
        self.set(|[x, y]| {
            let go = |input: Input, by: f64| match by == 0.0 {
                true => input.value,
                false => input.snap(input.value + by * steps * input.step()),
            };
            [go(x, right), go(y, up)]
        });
    }

    /// Shows `factor` times as much, around a pixel or the middle.
    pub fn zoom(&self, factor: f64, around: Option<(f64, f64)>) {
        let Some(window) = self.measure.window.get() else { return };
        let (px, py) = around.unwrap_or((window.width / 2.0, window.height / 2.0));
        let x = window.x.scaled(factor, px / window.width);
        let y = window.y.scaled(factor, 1.0 - py / window.height);
        self.look_at(Window { x, y, ..window });
    }

    fn look_at(&self, Window { x, y, .. }: Window) {
        self.store.dispatch(Action::Plot(Change::Window(Some([x.min, x.max, y.min, y.max]))));
    }

    /// Shows the value at a place under the pointer; none hides it.
    fn point_at(&self, place: Option<(f64, f64)>) {
        if self.measure.pointed.replace(place) != place {
            self.store.write(Pace::Event);
        }
    }
}
