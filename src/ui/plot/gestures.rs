//! Mouse, pen and fingers on the plot: the point, pan, pinch, wheel, and reading off.

use web_sys::{MouseEvent, PointerEvent, WheelEvent};
use yew::Callback;

use super::Picture;
use crate::app::Action;
use crate::app::plot::Change;
use crate::plot::{Range, Window};
use crate::ui::dom::closest;
use crate::ui::store::Store;

/// Pointers that are down on the picture.
#[derive(Default)]
pub(super) struct Hands {
    down: Vec<(i32, f64, f64)>,
    /// Whether the point is dragged, and how far beside its middle it was taken.
    point: Option<f64>,
}

/// Where in the picture an event is, in pixels.
fn place(event: &MouseEvent) -> (f64, f64) {
    let corner = closest(event, ".plane").map(|plane| plane.get_bounding_client_rect());
    let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

impl Picture {
    /// Moves the slider of the axis to where a hand or a key means it.
    pub fn move_to(&self, value: impl FnOnce(crate::app::Input) -> f64) {
        let target = self.store.read(|state| {
            let name = state.model.graph.variables()[state.plot_axis()?].name.clone();
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

    fn hover(&self, place: Option<f64>) {
        self.store.live(|live, state| {
            if let Some(plot) = &mut live.plot {
                plot.hover(state, place);
            }
        });
    }
}

pub(super) fn down(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let (x, y) = place(&event);
        let mut hands = picture.hands.borrow_mut();
        hands.down.retain(|hand| hand.0 != event.pointer_id());
        hands.down.push((event.pointer_id(), x, y));
        hands.point = None;
        if let Some(point) = closest(&event, ".point").filter(|_| hands.down.len() == 1) {
            let rect = point.get_bounding_client_rect();
            hands.point = Some(f64::from(event.client_x()) - rect.left() - rect.width() / 2.0);
        }
        if let Some(plane) = closest(&event, ".plane") {
            let _ = plane.set_pointer_capture(event.pointer_id());
        }
    })
}

pub(super) fn moved(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |event: PointerEvent| {
        let (x, y) = place(&event);
        let (before, other, point) = {
            let hands = &mut *picture.hands.borrow_mut();
            let Some(index) = hands.down.iter().position(|hand| hand.0 == event.pointer_id()) else {
                if event.pointer_type() == "mouse" {
                    picture.hover(Some(x));
                }
                return;
            };
            let before = std::mem::replace(&mut hands.down[index], (event.pointer_id(), x, y));
            (before, hands.down.iter().find(|hand| hand.0 != event.pointer_id()).copied(), hands.point)
        };
        match (point, other) {
            (Some(beside), _) => {
                if let Some(window) = picture.measure.window() {
                    picture.move_to(|_| window.x_at(x - beside));
                }
            }
            (None, None) => picture.pan(x - before.1, y - before.2),
            (None, Some(other)) => {
                let distance = |(_, x, y): (i32, f64, f64)| (x - other.1).hypot(y - other.2).max(8.0);
                let middle = ((x + other.1) / 2.0, (y + other.2) / 2.0);
                picture.pan((x - before.1) / 2.0, (y - before.2) / 2.0);
                picture.zoom(distance(before) / distance((0, x, y)), Some(middle));
            }
        }
    })
}

pub(super) fn up(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |event: PointerEvent| {
        let mut hands = picture.hands.borrow_mut();
        hands.down.retain(|hand| hand.0 != event.pointer_id());
        hands.point = None;
    })
}

pub(super) fn left(picture: &Picture) -> Callback<PointerEvent> {
    let picture = picture.clone();
    Callback::from(move |_: PointerEvent| picture.hover(None))
}

pub(super) fn wheel(picture: &Picture) -> Callback<WheelEvent> {
    let picture = picture.clone();
    Callback::from(move |event: WheelEvent| {
        if let Some(factor) = turned(&picture.store, &event) {
            picture.zoom(factor, Some(place(&event)));
        }
    })
}

/// How far a turn of the wheel zooms; not at all where it is to scroll the column, in which only a
/// large picture takes it without the control key.
pub(super) fn turned(store: &Store, event: &WheelEvent) -> Option<f64> {
    if !event.ctrl_key() && !store.read(|state| state.document.plot.large) {
        return None;
    }
    event.prevent_default();
    // Firefox counts in lines; a pinch on a touchpad comes as small turns with the control key.
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 16.0 } else { 1.0 };
    let speed = if event.ctrl_key() { 0.01 } else { 0.0015 };
    Some((event.delta_y() * unit * speed).clamp(-0.5, 0.5).exp())
}

/// A double click goes back to the sliders' range.
pub(super) fn double(picture: &Picture) -> Callback<MouseEvent> {
    let store = picture.store.clone();
    Callback::from(move |event: MouseEvent| {
        if closest(&event, ".point").is_none() {
            store.dispatch(Action::Plot(Change::Window(None)));
        }
    })
}
