//! Keys: on the point they move it along the curve, on the plot they move the picture.

use web_sys::KeyboardEvent;
use yew::Callback;

use super::picture::Picture;
use super::tools::ZOOM;
use crate::app::Action;
use crate::app::plot::Change;
use crate::ui::shell::dom::is_within;

/// An arrow moves the picture by so many pixels.
const PAN: f64 = 40.0;

pub(super) fn pressed(picture: &Picture) -> Callback<KeyboardEvent> {
    let picture = picture.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let on_point = is_within(&event, &picture.point);
        let many = if event.shift_key() { 10.0 } else { 1.0 };
        let by = |steps: f64| picture.move_to(|input| input.value + steps * input.step());
        match key.as_str() {
            "ArrowRight" | "ArrowUp" if on_point => by(many),
            "ArrowLeft" | "ArrowDown" if on_point => by(-many),
            "PageUp" if on_point => by(10.0),
            "PageDown" if on_point => by(-10.0),
            "Home" if on_point => picture.move_to(|input| input.min),
            "End" if on_point => picture.move_to(|input| input.max),
            "ArrowRight" => picture.pan(-PAN, 0.0),
            "ArrowLeft" => picture.pan(PAN, 0.0),
            "ArrowUp" => picture.pan(0.0, PAN),
            "ArrowDown" => picture.pan(0.0, -PAN),
            "+" | "=" => picture.zoom(1.0 / ZOOM, None),
            "-" => picture.zoom(ZOOM, None),
            "0" => picture.store.dispatch(Action::Plot(Change::Window(None))),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}
