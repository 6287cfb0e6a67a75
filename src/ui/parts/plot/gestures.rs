//! Mouse, pen and fingers on the plot: the point, pan, pinch, wheel, and reading off.

use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};
use yew::Callback;

use super::picture::{Grip, Picture};
use crate::app::plot::Change;
use crate::app::{Action, Input};
use crate::plot::{Range, Window};
use crate::ui::shell::dom::{is_within, place_in};
use crate::ui::shell::pace::Pace;
use crate::ui::shell::pointer::{Motion, wheel_factor};
use crate::ui::shell::store::Store;

impl Picture {
    /// Moves the slider of the axis to where a hand or a key means it.
    pub fn move_to(&self, value: impl FnOnce(Input) -> f64) {
        let target = self.store.read(|state| {
            let name = state.derived.model.graph.variables()[state.plotting().axis()?].name.clone();
            let input = state.document.input(&name);
            Some((name, input.snap(value(input))))
        });
        if let Some((name, value)) = target {
            self.store.dispatch(Action::SetValue { name, value });
        }
    }

    fn show(&self, x: Range, y: Range) {
        self.store.dispatch(Action::Plot(Change::Window(Some([x.min, x.max, y.min, y.max]))));
    }

    /// Shows `factor` times as much; the place, in pixels, stays where it is, or the middle.
    pub fn zoom(&self, factor: f64, place: Option<(f64, f64)>) {
        let Some(window) = self.measure.window() else { return };
        let (x, y) = place.unwrap_or((window.width / 2.0, window.height / 2.0));
        self.show(window.x.scaled(factor, x / window.width), window.y.scaled(factor, 1.0 - y / window.height));
    }

    /// Moves the picture by so many pixels.
    pub fn pan(&self, dx: f64, dy: f64) {
        let Some(Window { x, y, width, height }) = self.measure.window() else { return };
        self.show(x.moved(-dx / width), y.moved(dy / height));
    }

    /// Shows the value at a place under the pointer; none hides it.
    fn point_at(&self, place: Option<f64>) {
        if self.measure.pointed.replace(place) != place {
            self.store.write(Pace::Event);
        }
    }
}

pub(super) fn down(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |event: PointerEvent| {
        let grip = |_, _| {
            let point = picture.point.cast::<Element>().filter(|_| is_within(&event, &picture.point));
            point.map_or(Grip::Ground, |point| {
                let rect = point.get_bounding_client_rect();
                Grip::Point(f64::from(event.client_x()) - rect.left() - rect.width() / 2.0)
            })
        };
        picture.hands.borrow_mut().down(&event, &picture.plane, grip);
        picture.point_at(None);
    })
}

pub(super) fn moved(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |event: PointerEvent| {
        let (x, _) = place_in(&event, &picture.plane);
        let (motion, grip) = {
            let mut hands = picture.hands.borrow_mut();
            (hands.moved(&event, &picture.plane), hands.grip())
        };
        match (motion, grip) {
            (Motion::Points, _) if event.pointer_type() == "mouse" => picture.point_at(Some(x)),
            (Motion::Points | Motion::Still, _) => {}
            (_, Some(Grip::Point(beside))) => {
                if let Some(window) = picture.measure.window() {
                    picture.move_to(|_| window.x_at(x - beside));
                }
            }
            (Motion::Drag(dx, dy), _) => picture.pan(dx, dy),
            (Motion::Pinch { by: (dx, dy), factor, middle }, _) => {
                picture.pan(dx, dy);
                picture.zoom(1.0 / factor, Some(middle));
            }
        }
    })
}

pub(super) fn up(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |event: PointerEvent| _ = picture.hands.borrow_mut().up(&event))
}

pub(super) fn left(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |_: PointerEvent| picture.point_at(None))
}

pub(super) fn wheel(picture: &Picture) -> Callback<WheelEvent> {
    let picture = picture.clone();
    Callback::from(move |event: WheelEvent| {
        if let Some(factor) = turned(&picture.store, &event) {
            picture.zoom(factor, Some(place_in(&event, &picture.plane)));
        }
    })
}

/// How far a turn of the wheel zooms; not at all where it is to scroll the column, in which only a
/// large picture takes it without the control key.
pub(in crate::ui) fn turned(store: &Store, event: &WheelEvent) -> Option<f64> {
    if !event.ctrl_key() && !store.read(|state| state.document.plot.large) {
        return None;
    }
    event.prevent_default();
    Some(wheel_factor(event))
}

/// A double click goes back to the sliders' range.
pub(super) fn double(picture: &Picture) -> Callback<MouseEvent> {
    let picture = picture.clone();
    Callback::from(move |event: MouseEvent| {
        if !is_within(&event, &picture.point) {
            picture.store.dispatch(Action::Plot(Change::Window(None)));
        }
    })
}
